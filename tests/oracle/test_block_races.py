"""Rule 31 and the taper on plans made by hand: broken, kept, at the limit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.builder import athlete, broken, loads, numbered_week
from tests.oracle.facts import Json
from tests.oracle.validator import block_violations

# Rule 31 and the taper

HALF = {"date": "2027-01-10", "distance_km": 21.0975}  # the Sunday of week 6 (counted from 1): taper 10-14 days, -50 %
PHASES = ("base", "base", "build", "specific", "taper", "race")


def racing(goal: str = "endurance", race: Json = HALF, **fields: Any) -> Json:
    return athlete(goal, **{"race": race, "longest_recent_run_minutes": 200} | fields)


def to_the_race(minutes: tuple[int, ...] = (100, 100, 100, 100, 60, 40), phases: tuple[str, ...] = PHASES) -> Json:
    return loads(*((m, 10, phase) for m, phase in zip(minutes, phases, strict=True)))


def test_a_plan_that_rests_into_its_race_is_kept():
    assert block_violations(racing(), to_the_race()) == []


@pytest.mark.parametrize(
    ("distance_km", "last_week", "times"),
    [
        (5, 70, 0),
        (5, 71, 1),
        (10, 65, 0),
        (10, 66, 1),
        (21.0975, 60, 0),
        (21.0975, 61, 1),
        (42.195, 55, 0),
        (42.195, 56, 1),
    ],
)
def test_the_last_seven_days_are_cut_by_distance(distance_km, last_week, times):
    profile = racing(race=HALF | {"distance_km": distance_km})
    document = to_the_race((100, 100, 100, 60, 60, last_week))
    assert broken(profile, document, "31") == times


def test_the_highest_week_is_one_of_four_before_the_taper():
    assert broken(racing(), to_the_race((100, 200, 100, 100, 60, 61)), "31") == 0
    assert broken(racing(), to_the_race((200, 100, 100, 100, 60, 61)), "31") == 1  # its run is 41 days before the race


def test_weeks_before_the_plan_count_as_usual_and_unknown_ones_not_at_all():
    soon = HALF | {"date": "2026-12-06"}
    document = loads((61, 10, "race"))
    assert broken(racing(race=soon), document, "31") == 0
    assert broken(racing(race=soon, weekly_run_minutes=100), document, "31") == 1
    assert broken(racing(race=soon, weekly_run_minutes=102), document, "31") == 0


LAST_WEEK = {
    "a leg lift three days before": (("-", "-", "-", "F"), 1),
    "a leg lift four days before": (("-", "-", "F"), 0),
    "an upper lift the day before": (("-", "-", "-", "-", "-", "U"), 0),
    "a key run two days before": (("-", "-", "U", "-", "H"), 1),
    "a key run three days before": (("-", "-", "U", "H"), 0),
    "an easy run the day before": (("-", "-", "U", "-", "-", "E"), 0),
    "a session on the day": (("-", "-", "U", "-", "-", "-", "E"), 1),
    "recovery on the day": (("-", "-", "U", "-", "-", "-", "X"), 1),
}


@pytest.mark.parametrize(("cells", "times"), LAST_WEEK.values(), ids=LAST_WEEK)
def test_the_last_days_are_easy(cells, times):
    document = to_the_race()
    document["weeks"][-1] = numbered_week(5, *cells, run=20, sets=5, phase="race")
    assert broken(racing(), document, "31") == times
    assert broken(racing("general"), document, "31") == 0


BESIDE = {
    "a hard run the day before": ("-", "-", "-", "-", "-", "H"),
    "a long run the day before": ("-", "-", "-", "-", "-", "L"),
    "a circuit the day before": ("-", "-", "-", "-", "-", "C"),
}


@pytest.mark.parametrize("cells", BESIDE.values(), ids=BESIDE)
@pytest.mark.parametrize("goal", ["strength", "general"])
def test_no_key_run_beside_a_race_whatever_the_goal(cells, goal):
    document = to_the_race()
    document["weeks"][-1] = numbered_week(5, *cells, run=20, sets=5, phase="deload")
    assert broken(racing(goal), document, "7") == 1


@pytest.mark.parametrize(("cell", "times"), [("Lo", 1), ("U", 0), ("F", 0)])
def test_no_heavy_legs_on_the_day_before_a_race(cell, times):
    document = to_the_race()
    document["weeks"][-1] = numbered_week(5, "-", "-", "-", "-", "-", cell, run=20, sets=5, phase="deload")
    assert broken(racing("strength"), document, "12") == times


@pytest.mark.parametrize(("level", "times"), [("beginner", 1), ("intermediate", 0)])
def test_new_runners_rest_beside_a_race(level, times):
    document = to_the_race()
    document["weeks"][-1] = numbered_week(5, "-", "-", "-", "-", "-", "E", run=20, sets=5, phase="deload")
    assert broken(racing("general", run_level=level), document, "9") == times


@pytest.mark.parametrize(
    ("phases", "times"),
    [
        (PHASES, 0),
        (("steady", "base", "base", "build", "taper", "race"), 0),
        (("base", "build", "deload", "base", "taper", "race"), 1),
        (("base", "build", "build", "specific", "specific", "race"), 0),
        (("base", "build", "build", "taper", "taper", "race"), 0),
        (("base", "build", "taper", "taper", "taper", "race"), 1),
        (("base", "build", "build", "specific", "taper", "taper"), 1),
        (("base", "build", "build", "race", "taper", "race"), 2),
    ],
)
def test_phases_follow_each_other_and_lie_where_they_say(phases, times):
    assert broken(racing(), to_the_race(phases=phases), "phase") == times


def test_a_week_that_lies_in_a_marathons_taper_says_so():
    marathon = racing(race=HALF | {"distance_km": 42.195})
    assert broken(marathon, to_the_race(phases=("base", "build", "build", "taper", "taper", "race")), "phase") == 0
    assert (
        broken(marathon, to_the_race(phases=("base", "build", "build", "specific", "specific", "race")), "phase") == 1
    )


def test_no_taper_without_a_race():
    assert broken(athlete(), loads((100, 10), (50, 5, "taper")), "phase") == 1


def test_strength_is_kept_up_to_the_race():
    document = to_the_race()
    for number in (2, 5):
        document["weeks"][number] = numbered_week(number, "E", run=30, phase=PHASES[number])
    assert broken(racing(), document, "strength") == 2
    assert broken(racing(lifts_per_week=0), document, "strength") == 0
    early = racing(race=HALF | {"date": "2027-01-05"})  # a Tuesday
    assert broken(early, document, "strength") == 1
