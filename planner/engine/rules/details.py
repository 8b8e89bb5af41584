"""What a pair or a week has where a rule finds fault: the numbers behind the rule's sentence."""

from planner.engine import limits
from planner.engine.domain import Session, Week
from planner.engine.load import week_load
from planner.engine.races import is_race
from planner.engine.rules.shapes import Case, PairRule, Span, Totals
from planner.engine.vocabulary import Intensity, Kind, Severity
from planner.engine.wording import day_and_name, day_and_time, hours, lift_name, run_name, session_name

TIMES = {0: "not at all", 1: "once", 2: "twice"}


def times(count: int) -> str:
    """A number of times in words: "not at all", "once", "twice", "3 times"."""
    return TIMES.get(count, f"{count} times")


def pair(rule: PairRule, earlier: Session, later: Session, days_apart: int) -> str:
    """Which two sessions, the hours between them, and how far apart the rule wants them."""
    if earlier is later:
        return day_and_name(earlier)
    if is_race(earlier) or is_race(later):
        return _beside_race(rule, earlier, later)
    first, second = _named(rule, earlier, later)
    gap = rule.spacing.gap(earlier, later, days_apart)
    if gap < 0:
        return f"{second} starts before {first} ends{_wanted(rule)}"
    verb = "started" if rule.spacing.span is Span.START_TO_START else "ended"
    return f"{first} {verb} {hours(gap)} before {second}{_wanted(rule)}"


def _beside_race(rule: PairRule, earlier: Session, later: Session) -> str:
    """The session on the day before or after the race, whose hour is not known."""
    session, side = (later, "after") if is_race(earlier) else (earlier, "before")
    return f"{day_and_name(session)} is on the day {side} the race{_wanted(rule)}"


def _named(rule: PairRule, earlier: Session, later: Session) -> tuple[str, str]:
    """Both with day and hour: "Tuesday 18:00 full-body lift"; of two parts the one that the rule is about."""
    by_part = rule.spacing.span is Span.LIFT_TO_RUN
    first, second = (lift_name(earlier), run_name(later)) if by_part else map(session_name, (earlier, later))
    return f"{day_and_time(earlier)} {first}", f"{day_and_time(later)} {second}"


def _wanted(rule: PairRule) -> str:
    """How far apart is enough: "; 44 h are better", "; 2 days are needed"."""
    spacing = rule.spacing
    enough = hours(spacing.hours) if spacing.hours else f"{spacing.days} days" if spacing.days else ""
    return enough and f"; {enough} are {'needed' if rule.severity is Severity.HARD else 'better'}"


def muscles(case: Case, week: Week) -> str:
    """How often upper body and legs are lifted for."""
    totals = Totals.of(week.sessions)
    return f"this week legs {times(totals.lower)}, upper body {times(totals.upper)}"


def rest_days(case: Case, week: Week) -> str:
    """Training days of the week, and how many there may be."""
    most = 7 - limits.REST_DAYS[case.athlete.level]
    return f"this week trains on {week.training_days} days, at most {most} are good"


def hard_runs(case: Case, week: Week) -> str:
    """Hard and long runs of the week, and the level's number."""
    hard = sum(s.is_hard for s in week.sessions)
    long = sum(s.run is not None and s.run.intensity is Intensity.LONG for s in week.sessions)
    cap = limits.hard_run_cap(case.athlete, case.context)
    return f"this week {hard} hard and {long} long; hard at most {cap}, hard and long together {limits.KEY_RUNS}"


def long_run(case: Case, week: Week) -> str:
    """The long run's part of the run minutes, in percent."""
    runs = [s.run for s in week.sessions if s.run is not None and not s.is_circuit]
    long = max((run.minutes for run in runs if run.intensity is Intensity.LONG), default=0)
    share, most = long / sum(run.minutes for run in runs), limits.long_run_share(len(runs))
    return f"it is {share:.0%} of the running, at most {most:.0%} is good"


def runs(case: Case, week: Week) -> str:
    """How many runs there are, and the longest one beside a lift."""
    count = sum(s.run is not None for s in week.sessions)
    longest = max((s.run.minutes for s in week.combined if s.run is not None), default=0)
    return f"this week {count} runs, beside a lift up to {longest} min"


def easy_share(case: Case, week: Week) -> str:
    """Easy minutes among the run minutes, in percent."""
    found = [s.run for s in week.sessions if s.run is not None]
    total = sum(run.minutes for run in found)
    easy = total - sum(limits.hard_minutes(run) for run in found)
    return f"this week {easy / total:.0%} of the minutes, better 75%"


def sameness(case: Case, week: Week) -> str:
    """The week's monotony."""
    return f"this week's days are much alike: monotony {week_load(week).monotony:.1f}, better under 2"


def circuits(case: Case, week: Week) -> str:
    """How many circuits the week has, and the level's number."""
    count = sum(s.kind is Kind.CIRCUIT for s in week.sessions)
    return f"this week {count}; at most {limits.CIRCUITS[case.athlete.level]}, two days apart"
