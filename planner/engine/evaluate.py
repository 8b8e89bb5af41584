"""A week held against the rules: findings and score. The only scorer."""

from collections.abc import Iterable, Sequence
from functools import partial

from planner.engine.domain import Athlete, Context, Week
from planner.engine.races import race_effort
from planner.engine.results import Evaluation, Finding
from planner.engine.rules import RULES, details
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
)
from planner.engine.scene import Item, Scene
from planner.engine.scene import chain_start as chain_start
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Severity
from planner.engine.wording import WEEKDAYS, day_and_name, listed

Found = tuple[int, Finding]  # the rule's number, which settles the order of findings that weigh the same


def evaluate(athlete: Athlete, week: Week, context: Context | None = None, rules: Sequence[Rule] = RULES) -> Evaluation:
    """Every finding of the week, hard ones first, its score (the sum of the soft costs) and whether it is valid."""
    case = case_of(athlete, week, context)
    scene = Scene(week, case.context, race=race_effort(athlete, case.context))
    applied = [rule for rule in rules if rule.applies(athlete)]
    return summed(found for _, found in held(applied, case, scene))


def case_of(athlete: Athlete, week: Week, context: Context | None) -> Case:
    """What rules know of the week beside what they are held against."""
    return Case(athlete, context or Context(), Totals.of(week.sessions))


def held(rules: Iterable[Rule], case: Case, scene: Scene) -> list[tuple[Item, Found]]:
    """What the rules find, and in which items of the scene; rules about weeks are asked of single sessions too."""
    found = []
    for rule in rules:
        whole = rule.strains
        part = rule.of_session if isinstance(rule, WeekRule) else whole
        for item in scene.items(rule):
            amount = part(case, *item.given) if item.own else whole(case, *item.given)
            if amount:
                found.append((item, (rule.number, _finding(rule, case, item, amount))))
    return found


def _finding(rule: Rule, case: Case, item: Item, amount: float) -> Finding:
    """What a rule finds in an item; its words wait until they are read."""
    broken = isinstance(rule, WeekRule) and not item.own and rule.breaks(case, *item.given)
    return Finding(
        rule=rule.id,
        severity=Severity.HARD if broken else rule.severity,
        cost=0.0 if broken else float(amount * rule.weight_for(case.athlete)),
        tell=partial(_told, rule, case, item),
        sessions=tuple(dict.fromkeys(s.id for s in item.own)),
        days=tuple(dict.fromkeys(s.day for s in item.own)),
    )


def summed(found: Iterable[Found]) -> Evaluation:
    """Findings as an evaluation: hard before soft, costly before cheap, in the order of rules and days."""
    findings = tuple(finding for _, finding in sorted(found, key=_rank))
    return Evaluation(
        findings=findings,
        score=sum(f.cost for f in findings),
        valid=all(f.severity is Severity.SOFT for f in findings),
    )


class _InWords:
    """A finding among those of the same rule, cost and days: in the order of what they say, told only for this."""

    __slots__ = ("finding",)

    def __init__(self, finding: Finding) -> None:
        self.finding = finding

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _InWords) and self.finding.as_written == other.finding.as_written

    def __lt__(self, other: "_InWords") -> bool:
        return self.finding.as_written < other.finding.as_written

    __hash__ = None  # type: ignore[assignment]


def _rank(found: Found) -> tuple[bool, float, int, tuple[int, ...], _InWords, tuple[str, ...]]:
    """Nothing is left to the order in which findings were found."""
    number, finding = found
    is_soft = finding.severity is Severity.SOFT
    return is_soft, -finding.cost, number, finding.days, _InWords(finding), finding.sessions


def _told(rule: Rule, case: Case, item: Item) -> str:
    """The rule's sentence and behind it what this week has."""
    sentence, detail = rule.sentence, _detail(rule, case, item)
    if not detail:
        return sentence
    return _("{sentence} ({detail}).").format(sentence=sentence.removesuffix("."), detail=detail)


def _detail(rule: Rule, case: Case, item: Item) -> str:
    """The numbers, days and sessions behind the rule's sentence."""
    match rule:
        case PairRule():
            return details.pair(rule, *item.given)
        case WeekRule() if not item.own:
            return rule.detail(case, *item.given)
        case SessionRule() | DayRule() | WeekRule():
            return listed([day_and_name(s) for s in item.own])
        case NeighbourRule():
            return listed([WEEKDAYS[day[0].day] for day in item.given])
        case ChainRule():
            return listed([WEEKDAYS[s.day] for s in item.own])
    return ""
