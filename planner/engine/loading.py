"""Weeks as facts: what each held, and which of them were lighter ones, told by numbers and not by their name."""

from collections.abc import Sequence
from functools import lru_cache

from planner.engine import limits
from planner.engine.domain import Lift, PastWeek, Week
from planner.engine.vocabulary import LIGHT_PHASES, Phase

REFERENCE_WEEKS = 3  # the highest of so many weeks is what a new one is held against
LIGHT_RUN, LIGHT_SETS = 0.8, 0.6  # of what was before: a week under both is a light one
FEW_MINUTES, FEW_SETS = limits.RUN_MINUTES[0], 3  # are no load in any week: one run can be no shorter
MEMORY = 4  # weeks back that a lighter week is held against; what lasts longer is a level of its own
MINUTES_A_SET = 4  # of lifts whose sets nobody told


def told_or_estimated_sets(lift: Lift) -> int:
    """The working sets of a lift, estimated by its minutes where nobody told them."""
    return lift.minutes // MINUTES_A_SET if lift.sets is None else lift.sets


def week_facts(week: Week, phase: Phase = Phase.STEADY) -> PastWeek:
    """What a week holds, as the facts that later weeks are planned by.

    The rounds of a circuit are minutes of running; they are no long run, and no sets that a lighter week could halve.
    """
    longest = max((s.run.minutes for s in week.sessions if s.run is not None and not s.is_circuit), default=0)
    sets = sum(told_or_estimated_sets(s.lift) for s in week.sessions if s.lift is not None and not s.is_circuit)
    return PastWeek(run_minutes(week), longest, sets, phase)


def run_minutes(week: Week) -> int:
    """Minutes of running, those in circuits among them."""
    return sum([s.run.minutes for s in week.sessions if s.run is not None])


@lru_cache(maxsize=1024)
def loading_weeks(past: tuple[PastWeek, ...]) -> tuple[int, ...]:
    """The places of the weeks that are no lighter ones, each held against the loading weeks of the four before it.

    A week with no loading week before it is what it was planned as.
    """
    found: list[int] = []
    for number, week in enumerate(past):
        before = [past[n] for n in found if n >= number - MEMORY]
        if not _is_below(week, before[-REFERENCE_WEEKS:]):
            found.append(number)
    return tuple(found)


def _is_below(week: PastWeek, loading: Sequence[PastWeek]) -> bool:
    """At most 0.8 x the running and 0.6 x the sets of the highest of these.

    In any case a week without run and lift, or with nothing but one run at its shortest.
    """
    if not week.lift_sets and week.run_minutes == week.longest_run <= FEW_MINUTES:
        return True
    if not loading:
        return week.phase in LIGHT_PHASES
    run, sets = (max((getattr(w, name) for w in loading), default=0) for name in ("run_minutes", "lift_sets"))
    lower = week.run_minutes < run or week.lift_sets < sets
    light_run = week.run_minutes <= max(LIGHT_RUN * run, FEW_MINUTES)
    return lower and light_run and week.lift_sets <= max(LIGHT_SETS * sets, FEW_SETS)


def is_light(week: PastWeek, before: tuple[PastWeek, ...]) -> bool:
    """Whether running and lifting are both well below the loading weeks before."""
    return len(before) not in loading_weeks((*before, week))


def loading_streak(past: tuple[PastWeek, ...]) -> int:
    """Loading weeks in a row up to the last of these."""
    loading = set(loading_weeks(past))
    return next((n for n in range(len(past)) if len(past) - 1 - n not in loading), len(past))


def planned_streak(past: tuple[PastWeek, ...]) -> int:
    """The same, weeks that were planned as lighter ones left out too, however they turned out."""
    planned = next((n for n, week in enumerate(reversed(past)) if week.phase in LIGHT_PHASES), len(past))
    return min(loading_streak(past), planned)


def last_loading(past: tuple[PastWeek, ...]) -> PastWeek:
    """The last week that was neither lighter nor planned so; the last of all where there is none."""
    found = [past[n] for n in loading_weeks(past) if past[n].phase not in LIGHT_PHASES]
    return found[-1] if found else past[-1]
