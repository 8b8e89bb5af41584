"""Other minutes for a session's parts: within bounds, ends kept, sets in their share; and a lighter form."""

from dataclasses import replace

import pytest

from planner.engine import Impossible, blocks, lighter, resized, spans
from planner.engine.domain import Athlete, Lift, Race, Recovery, Run, Session
from planner.engine.vocabulary import Activity, Effort, Goal, Intensity, Kind, Level, Lock, Order, Region
from tests.factories import MONDAY

ATHLETE = Athlete(Goal.GENERAL, (), run_level=Level.INTERMEDIATE, lift_level=Level.INTERMEDIATE)
BOTH = Session(
    "a",
    1,
    1080,
    Kind.COMBINED,
    Order.RUN_FIRST,
    Run(Intensity.EASY, 30),
    Lift(Region.FULL, Effort.MODERATE, 40, 8),
    warm_up=7,
    cool_down=6,
)
ROUNDS = Session(
    "a", 1, 1080, Kind.CIRCUIT, run=Run(Intensity.MODERATE, 20), lift=Lift(Region.FULL, Effort.MODERATE, 20)
)
REST = Session("a", 1, 1080, Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30))


def bounds(session, athlete=ATHLETE):
    return {span.part: (span.minutes, span.least, span.most) for span in spans(athlete, session)}


def test_each_part_has_its_own_bounds():
    assert bounds(BOTH) == {"run": (30, 15, 150), "lift": (40, 20, 90)}
    assert bounds(ROUNDS) == {"whole": (40, 20, 45)}
    assert bounds(REST) == {"whole": (30, 10, 60)}


def test_a_hard_run_needs_time_to_warm_up():
    assert bounds(replace(BOTH, run=Run(Intensity.HARD, 30)))["run"] == (30, 25, 150)


def test_a_marathon_may_have_three_hours():
    marathon = replace(ATHLETE, race=Race(MONDAY, 42.2))
    assert bounds(BOTH, marathon)["run"] == (30, 15, 180)


@pytest.mark.parametrize(("part", "least", "most"), [("run", 15, 150), ("lift", 20, 90)])
def test_the_steps_add_up_at_any_minutes_and_the_ends_stay(part, least, most):
    for minutes in range(least, most + 1):
        changed = resized(ATHLETE, BOTH, {part: minutes})
        assert (changed.warm_up, changed.cool_down) == (7, 6)
        assert sum(block.minutes for block in blocks(ATHLETE, changed)) == changed.minutes
        assert getattr(changed, part).minutes == minutes


@pytest.mark.parametrize(("part", "minutes"), [("run", 14), ("run", 151), ("lift", 19), ("lift", 91)])
def test_past_the_bounds_is_refused_by_name(part, minutes):
    with pytest.raises(Impossible, match=f"for the {part}"):
        resized(ATHLETE, BOTH, {part: minutes})


def test_what_is_out_of_bounds_already_may_stay():
    long = replace(BOTH, run=Run(Intensity.EASY, 200))
    assert resized(ATHLETE, long, {"run": 200, "lift": 45}).run.minutes == 200


def test_a_part_that_is_not_told_stays():
    assert resized(ATHLETE, BOTH, {"run": 45}).lift == BOTH.lift
    assert resized(ATHLETE, BOTH, {}) == BOTH


def test_more_minutes_hold_more_sets_and_fewer_fewer():
    short, long = (resized(ATHLETE, BOTH, {"lift": minutes}).lift.sets for minutes in (25, 60))
    assert short < 8 < long


def test_a_circuit_stays_half_and_half_or_has_less_running():
    even = resized(ATHLETE, ROUNDS, {"whole": 30})
    assert (even.run.minutes, even.lift.minutes) == (15, 15)
    less = replace(ROUNDS, run=Run(Intensity.MODERATE, 12), lift=Lift(Region.FULL, Effort.MODERATE, 28))
    assert resized(ATHLETE, less, {"whole": 45}).run.minutes == 12


def test_recovery_is_one_part():
    assert resized(ATHLETE, REST, {"whole": 45}).minutes == 45


@pytest.mark.parametrize(
    ("changes", "reason"), [({"locked": True}, "locked"), ({"locks": frozenset({Lock.CONTENT})}, "keeps its content")]
)
def test_what_is_kept_stays(changes, reason):
    with pytest.raises(Impossible, match=reason):
        resized(ATHLETE, replace(BOTH, **changes), {"run": 40})


class TestLighter:
    def test_it_is_about_a_fifth_shorter_in_full_fives(self):
        cut = lighter(ATHLETE, BOTH)
        assert cut.minutes == 55
        assert cut.lift.sets <= BOTH.lift.sets

    def test_what_cannot_be_shorter_stays(self):
        least = Session("a", 1, 1080, Kind.RUN_ONLY, run=Run(Intensity.EASY, 15))
        assert lighter(ATHLETE, least) == least
