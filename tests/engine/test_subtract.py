"""What is left to place once some sessions stand."""

import pytest

from planner.engine.domain import Context
from planner.engine.notation import read_week
from planner.engine.prescription import Prescription, prescribe
from planner.engine.subtract import without_given
from planner.engine.vocabulary import Region
from planner.engine.wishes import Room
from tests.engine.weeks import athlete

U, LO, F = Region.UPPER, Region.LOWER, Region.FULL


def prescription(**fields):
    usual = {"run_only": 2, "lift_only": 0, "combined": 2, "recovery": 1, "circuits": 0, "hard": 1, "long": True}
    return Prescription(**{**usual, "regions": (F, F), **fields})


def left(given, free_days=7, **fields):
    return without_given(prescription(**fields), read_week(given).sessions, free_days, free_days)


def counts(rx):
    return rx.run_only, rx.lift_only, rx.combined, rx.recovery


def test_nothing_given_leaves_the_prescription():
    assert left("-") == prescription()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Mon E", (1, 0, 2, 1)),
        ("Mon F", (3, 0, 1, 1)),
        ("Mon E+F", (2, 0, 1, 1)),
        ("Mon X", (2, 0, 2, 0)),
        ("Mon E+F | Wed F+E", (2, 0, 0, 1)),
        ("Mon F | Wed F", (4, 0, 0, 1)),
        ("Mon E | Tue E | Wed E | Thu E", (0, 2, 0, 1)),
        ("Mon E | Tue E | Wed E | Thu E | Fri E", (0, 2, 0, 1)),
    ],
)
def test_given_runs_and_lifts_need_no_place_again(given, expected):
    assert counts(left(given)) == expected


@pytest.mark.parametrize(
    ("given", "hard", "long"), [("Mon H", 0, True), ("Mon L", 1, False), ("Mon E", 1, True), ("Mon H+F", 0, True)]
)
def test_a_given_key_run_is_no_longer_wanted(given, hard, long):
    rx = left(given)
    assert (rx.hard, rx.long) == (hard, long)


def test_hard_runs_make_room_before_the_long_one():
    rx = left("Mon E | Tue E | Wed E", hard=2)
    assert (rx.runs, rx.hard, rx.long) == (1, 0, True)


@pytest.mark.parametrize(
    ("given", "combined"),
    [("Mon E, F", 1), ("Mon E*d, F*d", 1), ("Mon E*h, F*d", 2), ("Mon E | Tue F", 2), ("Mon E, F | Tue E, F", 0)],
)
def test_a_run_and_a_lift_that_stay_on_one_day_are_a_pair(given, combined):
    assert left(given, run_only=3, lift_only=1, regions=(F, F, F)).combined == combined


@pytest.mark.parametrize(
    ("given", "regions"),
    [("Mon Lo", (U, LO, U)), ("Mon U | Wed Lo", (LO, U)), ("Mon F", (LO, U, LO)), ("Mon E+Lo", (U, LO, U))],
)
def test_given_regions_need_no_place_again(given, regions):
    rx = left(given, lift_only=2, regions=(LO, U, LO, U))
    assert sorted(rx.regions) == sorted(regions)
    assert rx.lifts == len(regions)


def test_a_given_circuit_is_one_of_those_asked_for():
    rx = left("Mon C", circuits=2)
    assert (rx.circuits, counts(rx)) == (1, (2, 0, 2, 1))


def test_fewer_days_lose_recovery_first_and_then_share_sessions():
    assert counts(left("-", 5)) == (2, 0, 2, 1)
    assert counts(left("-", 4)) == (2, 0, 2, 0)
    assert counts(left("-", 5, run_only=3, lift_only=2)) == (1, 0, 4, 0)


@pytest.mark.parametrize("given", ["Mon F", "Mon H | Wed F+E(LF)", "Mon L", "Mon C | Wed X", "Mon U | Tue Lo"])
@pytest.mark.parametrize("goal", ["endurance", "strength", "fat_loss", "general"])
def test_what_is_left_adds_up(given, goal):
    who = athlete(goal)
    asked, _ = prescribe(who, Context(), Room.of(who, frozenset(), ()))
    rx = without_given(asked, read_week(given).sessions, 5, 5)
    assert min(*counts(rx), rx.hard, rx.easy, rx.circuits) >= 0
    assert rx.lifts == len(rx.regions)
