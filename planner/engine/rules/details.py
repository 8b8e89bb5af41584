"""What a week has where a rule about weeks finds fault: the numbers behind the rule's sentence."""

from planner.engine import limits
from planner.engine.domain import Week
from planner.engine.load import week_load
from planner.engine.rules.shapes import Case, Totals
from planner.engine.vocabulary import Intensity, Kind

TIMES = {0: "not at all", 1: "once", 2: "twice"}


def times(count: int) -> str:
    """A number of times in words: "not at all", "once", "twice", "3 times"."""
    return TIMES.get(count, f"{count} times")


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
