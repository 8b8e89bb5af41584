"""Weeks as facts: what they hold, and which of them were lighter ones."""

import pytest

from planner.engine.domain import PastWeek
from planner.engine.loading import is_light, loading_streak, planned_streak, week_facts
from planner.engine.notation import read_week
from planner.engine.vocabulary import Phase

USUAL = PastWeek(run_minutes=200, longest_run=80, lift_sets=20)

# Facts


def test_a_weeks_facts_are_its_minutes_its_longest_run_and_its_sets():
    facts = week_facts(read_week("Mon E40+F30 | Wed L80 | Fri U41 | Sat X"), Phase.BUILD)
    assert facts == PastWeek(120, 80, 7 + 10, Phase.BUILD)


# Lighter weeks


def test_loading_weeks_in_a_row_are_counted_from_the_last_lighter_one():
    light = PastWeek(run_minutes=140, lift_sets=10)
    assert loading_streak((USUAL, USUAL)) == 2
    assert loading_streak((USUAL, USUAL, light)) == 0
    assert loading_streak((USUAL, light, USUAL)) == 1
    assert loading_streak(()) == 0


def test_a_week_is_held_against_loading_weeks_alone():
    light = PastWeek(run_minutes=140, lift_sets=10)
    assert is_light(light, (USUAL, light, light, light))


def test_a_lasting_lower_level_is_a_level_of_its_own_after_four_weeks():
    lower = PastWeek(run_minutes=100, lift_sets=10)
    assert [loading_streak((USUAL, *[lower] * weeks)) for weeks in (1, 4, 5, 7, 12)] == [0, 0, 1, 3, 8]


def test_without_lifts_the_running_alone_tells_and_without_runs_the_sets():
    runs, lifts = (PastWeek(run_minutes=200, longest_run=80),) * 3, (PastWeek(lift_sets=20),) * 3
    assert is_light(PastWeek(160, 60), runs)
    assert not is_light(PastWeek(161, 60), runs)
    assert is_light(PastWeek(lift_sets=12), lifts)
    assert not is_light(PastWeek(lift_sets=13), lifts)


def test_an_empty_week_is_a_light_one_whatever_it_was_planned_as():
    assert is_light(PastWeek(), ())
    assert loading_streak((USUAL, USUAL, PastWeek())) == 0
    assert loading_streak((USUAL, USUAL, PastWeek(), USUAL)) == 1


@pytest.mark.parametrize(
    ("week", "light"),
    [
        (PastWeek(15, 15), True),  # one run at its shortest is no load
        (PastWeek(16, 16), False),
        (PastWeek(15, 0), False),  # a circuit, whose lifting counts in no sets
        (PastWeek(15, 15, 3), False),
    ],
)
def test_one_run_at_its_shortest_is_no_load_by_itself(week, light):
    assert is_light(week, ()) == light


def test_a_lighter_week_may_keep_the_shortest_run_beside_half_of_the_sets():
    before = (PastWeek(15, 15, 20),) * 3
    assert is_light(PastWeek(15, 15, 12), before)
    assert not is_light(PastWeek(15, 15, 13), before)
    assert not is_light(PastWeek(16, 16, 12), before)


def test_a_week_planned_as_a_lighter_one_ends_a_stretch_however_it_turned_out():
    as_planned = PastWeek(run_minutes=190, lift_sets=20, phase=Phase.DELOAD)
    assert planned_streak((USUAL, as_planned, USUAL)) == 1
    assert loading_streak((USUAL, as_planned, USUAL)) == 3
