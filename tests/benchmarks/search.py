"""P1, P2, P3, P5: how fast a week is planned to the proven optimum, alone and against CP-SAT, and mended."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from importlib.util import find_spec
from itertools import count
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

from planner.engine import athlete_from, plan_week, repair
from planner.engine.domain import Athlete
from planner.engine.results import PlannedWeek
from tests.benchmarks.athletes import random_profile
from tests.benchmarks.rounds import Row, milliseconds, percentile

SIZES = range(4, 11)
WEEKS_A_SIZE = 60  # fewer of those that are rare
WEEKS_COMPARED = 10  # of each size, with CP-SAT
REPEATED = 100  # milliseconds: slower plans are timed once
SECONDS = 45  # of the clock, for finding and timing weeks of every size
GOALS = {6: 5, 8: 20, 9: 5, 10: 100}  # p95 in milliseconds
QUICK = 5  # milliseconds


class Timed(NamedTuple):
    """A profile with its athlete and week, and the milliseconds of planning it."""

    profile: dict[str, Any]
    athlete: Athlete
    planned: PlannedWeek
    time: float


@cache
def timed_weeks() -> dict[int, list[Timed]]:
    """Weeks by number of sessions, each timed: the median of three if quick."""
    found: dict[int, list[Timed]] = {size: [] for size in SIZES}
    until = perf_counter() + SECONDS
    plan_week(athlete_from(random_profile(0)))
    for seed in count():
        if perf_counter() > until or all(len(weeks) == WEEKS_A_SIZE for weeks in found.values()):
            return found
        profile = random_profile(seed)
        athlete = athlete_from(profile)
        began = process_time()
        planned = plan_week(athlete)
        first = (process_time() - began) * 1000
        bucket = found.get(len(planned.week.sessions))
        if bucket is not None and len(bucket) < WEEKS_A_SIZE and planned.evaluation.valid:
            again = 2 if first < REPEATED else 0
            times = [first, *(milliseconds(lambda a=athlete: plan_week(a)) for _ in range(again))]
            bucket.append(Timed(profile, athlete, planned, median(times)))
    return found


def against_cpsat() -> Iterator[Row]:
    """P1: planning against CP-SAT on the same questions, weeks of equal proven cost."""
    what, goal = "CP-SAT's time, build + solve, over plan_week's", "20 x at the median and at p95"
    if find_spec("ortools") is None:
        yield Row("P1", what, goal, "needs the oracle group: pip install -r requirements-oracle.txt")
        return
    pairs = list(_on_the_same_questions())
    middle = median(theirs / ours for theirs, ours in pairs)
    tail = percentile([theirs for theirs, _ in pairs], 0.95) / percentile([ours for _, ours in pairs], 0.95)
    times = f"medians {median(t for t, _ in pairs):.0f} and {median(o for _, o in pairs):.0f} ms"
    told = f"{middle:.2f} x, p95 {tail:.2f} x ({times}, {len(pairs)} weeks)"
    yield Row("P1", what, goal, told, min(middle, tail) >= 20)


def _on_the_same_questions() -> Iterator[tuple[float, float]]:
    """Milliseconds of CP-SAT and of the planner, for each week that both prove to be the cheapest."""
    from tests.oracle.cpsat.answers import planned_cost  # needs ortools
    from tests.oracle.cpsat.finished import counted

    for week in (week for weeks in timed_weeks().values() for week in weeks[:WEEKS_COMPARED]):
        plan = partial(planned_cost, week.profile, counted(week.athlete, week.planned.week))
        least = plan() if week.planned.optimal else None
        if least is not None and abs(least - week.planned.evaluation.score) < 0.01:
            yield median(milliseconds(plan) for _ in range(3)), week.time


def to_the_optimum() -> Iterator[Row]:
    """P2: p95 of whole plans by number of sessions."""
    for size, weeks in timed_weeks().items():
        times = [week.time for week in weeks if week.planned.optimal]
        goal = f"{GOALS[size]} ms" if size in GOALS else ""
        if not times:
            yield Row("P2", f"p95 of plan_week, {size} sessions", goal, "no week proven in the time")
            continue
        worst = percentile(times, 0.95)
        told = f"{worst:.0f} ms (median {median(times):.0f}; proven {len(times)} of {len(weeks)})"
        reached = worst <= GOALS[size] if size in GOALS else None
        yield Row("P2", f"p95 of plan_week, {size} sessions", goal, told, reached)


def soon() -> Iterator[Row]:
    """P3, as whole plans: the share of the largest weeks that are proven within 5 ms."""
    weeks = timed_weeks()[10]
    quick = sum(week.planned.optimal and week.time <= QUICK for week in weeks)
    what = "10 sessions: planned and proven within 5 ms"
    yield Row("P3", what, "85 % optimal", f"{quick} of {len(weeks)}", bool(weeks) and quick >= 0.85 * len(weeks))


def mended() -> Iterator[Row]:
    """P5: repair where a day has fallen through and half of the week is locked, against planning the same weeks."""
    plans, repairs = [], []
    for _, athlete, planned, time in (week for weeks in timed_weeks().values() for week in weeks):
        locked = frozenset(session.id for session in planned.week.sessions[::2])
        day = planned.week.sessions[1].day
        fallen = replace(athlete, availability=tuple(one for one in athlete.availability if one.day != day))
        mend = partial(repair, fallen, planned.week, fixed=locked)
        mend()
        plans.append(time)
        repairs.append(median(milliseconds(mend) for _ in range(3)))
    tail, whole = percentile(repairs, 0.95), percentile(plans, 0.95)
    told = f"{tail / whole:.2f} x ({tail:.1f} ms against {whole:.0f} ms, {len(plans)} weeks)"
    yield Row("P5", "p95 of repair, half locked, over plan_week's", "at most 0.05 x", told, tail <= 0.05 * whole)
