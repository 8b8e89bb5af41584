"""Room for runs: what the windows hold of each, the widest first, whatever the lengths asked for."""

import pytest

from planner.engine.composition import usual_volume
from planner.engine.prescription import Prescription
from planner.engine.run_room import run_room
from planner.engine.vocabulary import Goal, Level, Region
from tests.engine.weeks import athlete, evenings, windows

WIDE_AND_NARROW = windows("1 06:30-10:30, 2 06:00-07:15, 3 16:00-16:20, 4 13:00-15:30, 5 18:00-18:15, 6 05:30-05:45")
USUAL = usual_volume(Goal.ENDURANCE, Level.INTERMEDIATE, Level.INTERMEDIATE)
LENGTHS = {"easy": 50, "hard": 60, "combined": 35}


def room(availability, run_only=0, combined=0, long=False, hard=0, shut=frozenset(), long_day=None, **wishes):
    rx = Prescription(run_only, 0, combined, 0, 0, hard, long, (Region.FULL,) * combined, long_day=long_day)
    level = wishes.pop("level", "advanced")
    return run_room(athlete("endurance", level, availability=availability, **wishes), rx, USUAL, hard, shut)


def test_the_long_run_and_hard_ones_take_the_widest_windows():
    found = room(WIDE_AND_NARROW, run_only=6, long=True, hard=2)
    assert (found.long, found.others["hard"], found.others["easy"]) == (150, (150, 75), (20, 15, 15))
    assert found.held(LENGTHS) == 60 + 60 + 20 + 15 + 15
    assert found.longest(LENGTHS) == 60


def test_a_long_run_has_the_window_of_the_day_asked_for():
    assert room(WIDE_AND_NARROW, run_only=2, long=True, long_day=2).long == 75


def test_days_that_are_shut_hold_no_run():
    assert room(WIDE_AND_NARROW, run_only=2, shut=frozenset({1, 4})).others["easy"] == (75, 20)


def test_a_limit_on_sessions_is_one_on_their_runs():
    assert room(WIDE_AND_NARROW, run_only=2, max_session_minutes=30).others["easy"] == (30, 30)


@pytest.mark.parametrize(
    ("hours", "most"),
    [
        ("17:00-18:30", 60),  # ninety minutes less a lift of thirty
        ("17:00-18:05", 35),
        ("17:00-17:45", 20),  # too short for both: each keeps its share, in full fives
        ("17:00-17:35", 15),
    ],
)
def test_a_run_beside_a_lift_has_what_the_lift_leaves(hours, most):
    assert room(evenings("0", hours), combined=1).others["combined"] == (most,)


def test_run_and_lift_may_have_windows_of_their_own():
    apart = windows("0 07:00-07:25, 0 17:00-17:30")
    assert room(apart, combined=1).others["combined"] == (30,)
    no_day = room(apart, combined=1, level="beginner")
    assert no_day.others["combined"] == (75,)  # so the level alone bounds it


def test_windows_for_lifts_alone_hold_no_run():
    found = room(windows("0 17:00-19:00 lift, 1 17:00-17:30"), run_only=1)
    assert found.others["easy"] == (30,)


def test_without_runs_there_is_nothing_to_hold():
    assert (room(WIDE_AND_NARROW).held(LENGTHS), room(WIDE_AND_NARROW).longest(LENGTHS)) == (0, 0)
