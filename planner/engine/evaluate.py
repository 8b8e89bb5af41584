"""A week held against the rules: findings and score. The only scorer."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.results import Evaluation, Finding
from planner.engine.rules import RULES
from planner.engine.rules.shapes import (
    Case,
    ChainRule,
    DayRule,
    NeighbourRule,
    PairRule,
    Rule,
    SessionRule,
    Totals,
    WeekRule,
    hours_between,
)
from planner.engine.vocabulary import Severity
from planner.engine.wording import WEEKDAYS, day_and_name, day_and_time, hours, listed

FARTHEST = max(rule.reach for rule in RULES if isinstance(rule, PairRule))
Pair = tuple[Session, Session, int]  # earlier, later, days apart


def evaluate(athlete: Athlete, week: Week, context: Context | None = None, rules: Sequence[Rule] = RULES) -> Evaluation:
    """Every finding of the week, hard ones first, its score (the sum of the soft costs) and whether it is valid."""
    case = Case(athlete, context or Context(), Totals.of(week.sessions))
    findings = [f for rule in rules if rule.applies(athlete) for f in findings_of(rule, case, week)]
    findings.sort(key=lambda f: (f.severity is Severity.SOFT, -f.cost))
    return Evaluation(
        findings=tuple(findings),
        score=sum(f.cost for f in findings),
        valid=all(f.severity is Severity.SOFT for f in findings),
    )


def findings_of(rule: Rule, case: Case, week: Week) -> Iterator[Finding]:
    """What one rule finds in the week."""
    match rule:
        case SessionRule():
            yield from _of_sessions(rule, case, week)
        case PairRule():
            yield from _of_pairs(rule, case, week)
        case DayRule():
            yield from _of_days(rule, case, week)
        case NeighbourRule():
            yield from _of_neighbours(rule, case, week)
        case ChainRule():
            yield from _of_chain(rule, case, week)
        case WeekRule():
            yield from _of_week(rule, case, week)


def _of_sessions(rule: Rule, case: Case, week: Week) -> Iterator[Finding]:
    for session in week.sessions:
        if amount := rule.strains(case, session):
            yield _finding(rule, case, amount, [session], day_and_name(session))


def _of_pairs(rule: PairRule, case: Case, week: Week) -> Iterator[Finding]:
    for earlier, later, apart in pairs(week, case.context, rule.reach):
        if earlier is later and not rule.within:
            continue
        if amount := rule.strains(case, earlier, later, apart):
            members = [s for s in (earlier, later) if any(s is own for own in week.sessions)]
            yield _finding(rule, case, amount, members, pair_detail(earlier, later, apart))


def _of_days(rule: Rule, case: Case, week: Week) -> Iterator[Finding]:
    for sessions in week.by_day:
        if sessions and (amount := rule.strains(case, sessions)):
            yield _finding(rule, case, amount, sessions, listed([day_and_name(s) for s in sessions]))


def _of_neighbours(rule: Rule, case: Case, week: Week) -> Iterator[Finding]:
    for first, second in neighbours(week, case.context):
        if first and second and (amount := rule.strains(case, first, second)):
            members = [s for s in (*first, *second) if any(s is own for own in week.sessions)]
            yield _finding(rule, case, amount, members, f"{_day(first)} and {_day(second)}")


def _of_chain(rule: Rule, case: Case, week: Week) -> Iterator[Finding]:
    previous = chain_start(case.context)
    for session in week.combined:
        if amount := rule.strains(case, previous, session):
            members = [s for s in week.combined if s is previous or s is session]
            yield _finding(rule, case, amount, members, listed([WEEKDAYS[s.day] for s in members]))
        previous = session


def _of_week(rule: WeekRule, case: Case, week: Week) -> Iterator[Finding]:
    for session in week.sessions:
        if amount := rule.of_session(case, session):
            yield _finding(rule, case, amount, [session], day_and_name(session))
    if amount := rule.strains(case, week):
        found = _finding(rule, case, amount, (), rule.detail(case, week))
        yield replace(found, severity=Severity.HARD, cost=0.0) if rule.breaks(case, week) else found


def pairs(week: Week, context: Context, reach: int = FARTHEST) -> Iterator[Pair]:
    """Pairs of sessions, earlier and later, up to `reach` days apart.

    The week before and the week after take part; where neither is known the week repeats itself and its own seam
    counts once. A session stands with itself, 0 days apart, where a rule looks inside sessions.
    """
    sessions = week.sessions
    for index, earlier in enumerate(sessions):
        for later in sessions[index:]:
            if later.day - earlier.day <= reach:
                yield earlier, later, later.day - earlier.day
    if reach:
        yield from _seam_pairs(context.before or week, week, reach)
        if context.before is not None or context.after is not None:
            yield from _seam_pairs(week, context.after or week, reach)


def _seam_pairs(first: Week, second: Week, reach: int) -> Iterator[Pair]:
    for earlier in first.sessions:
        if earlier.day + reach >= DAYS:
            for later in second.sessions:
                if DAYS + later.day - earlier.day <= reach:
                    yield earlier, later, DAYS + later.day - earlier.day


def neighbours(week: Week, context: Context) -> Iterator[tuple[Sequence[Session], Sequence[Session]]]:
    """Days in a row, the seams included as in `pairs`."""
    days = week.by_day
    yield from itertools.pairwise(days)
    yield (context.before or week).by_day[-1], days[0]
    if context.before is not None or context.after is not None:
        yield days[-1], (context.after or week).by_day[0]


def chain_start(context: Context) -> Session | None:
    """The last combined session of the weeks before, which the alternation continues from."""
    return context.before.combined[-1] if context.before and context.before.combined else context.last_combined


def pair_detail(earlier: Session, later: Session, days_apart: int) -> str:
    """Which two sessions, and the hours from the end of one to the start of the other."""
    if earlier is later:
        return day_and_name(earlier)
    gap = hours(hours_between(earlier.end, later.start, days_apart))
    return f"{day_and_time(earlier)} and {day_and_time(later)}, {gap} between"


def _day(sessions: Sequence[Session]) -> str:
    return WEEKDAYS[sessions[0].day]


def _finding(rule: Rule, case: Case, amount: float, sessions: Sequence[Session], detail: str = "") -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        cost=float(amount * rule.weight_for(case.athlete)),
        text=f"{rule.sentence.removesuffix('.')} ({detail})." if detail else rule.sentence,
        sessions=tuple(dict.fromkeys(s.id for s in sessions)),
        days=tuple(dict.fromkeys(s.day for s in sessions)),
    )
