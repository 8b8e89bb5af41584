"""Which day equal weeks are put on: routine before earliness, the weekend for a long run, light lifts early."""

import pytest

from planner.engine.contents import REST, contents_of
from planner.engine.domain import DAYS
from planner.engine.habits import UNUSUAL, Habits
from planner.engine.notation import read_week
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Intensity, Region
from tests.engine.weeks import athlete

RX = Prescription(2, 1, 1, 0, 1, 0, True, (Region.FULL, Region.FULL))
CONTENTS = {
    " ".join(filter(None, (one.kind, one.intensity, one.region, one.order))): one
    for one in contents_of(athlete(), RX)
    if one.kind and not one.parts
}
LAST = read_week("Mon E | Wed F+E(RF) | Fri C | Sat F | Sun L")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("run_only easy", 0),
        ("combined easy full run_first", 2),
        ("combined easy full lift_first", 2),
        ("circuit", 4),
        ("lift_only full", 5),
    ],
)
def test_a_session_is_at_home_where_the_week_before_had_its_like(name, day):
    found = [Habits(LAST).oddness(CONTENTS[name], weekday) for weekday in range(7)]
    assert found == [0 if weekday == day else UNUSUAL for weekday in range(7)]


def test_without_a_week_before_every_day_is_alike():
    assert {Habits(None).oddness(CONTENTS["run_only easy"], day) for day in range(7)} == {0}


@pytest.mark.parametrize(("light", "before"), [(False, None), (True, None), (False, read_week("Mon E"))])
def test_only_what_is_known_of_other_weeks_tells_days_apart_for_all_but_long_runs(light, before):
    habits = Habits(before, light=light)
    contents = [c for c in contents_of(athlete(), RX) if c.intensity is not Intensity.LONG]
    tells = any(len({habits.oddness(content, day) for day in range(DAYS)}) > 1 for content in contents)
    assert habits.matter is tells


def test_a_long_run_likes_the_weekend():
    assert [Habits(None).oddness(CONTENTS["run_only long"], day) for day in range(7)] == [2, 2, 2, 2, 2, 1, 0]


def test_light_lifts_before_a_race_come_early():
    habits = Habits(None, light=True)
    assert [habits.oddness(CONTENTS["lift_only full"], day) for day in range(7)] == list(range(7))
    assert [habits.oddness(CONTENTS["run_only easy"], day) for day in range(7)] == [0] * 7


def test_rest_is_never_odd():
    assert {Habits(LAST).oddness(REST, day) for day in range(7)} == {0}
