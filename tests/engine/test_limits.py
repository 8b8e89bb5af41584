"""Caps by level: how long, how often, how much at the most."""

import pytest

from planner.engine import limits
from planner.engine.domain import Context, PastWeek, Run
from planner.engine.vocabulary import Intensity, Kind, Level
from tests.engine.weeks import athlete


@pytest.mark.parametrize(
    ("kind", "level", "bounds"),
    [
        ("run_only", "beginner", (15, 150)),
        ("lift_only", "beginner", (20, 90)),
        ("combined", "beginner", (30, 75)),
        ("combined", "intermediate", (30, 100)),
        ("combined", "advanced", (30, 120)),
        ("circuit", "advanced", (20, 45)),
        ("recovery", "advanced", (10, 60)),
    ],
)
def test_minutes_by_kind_and_level(kind, level, bounds):
    assert limits.minutes_bounds(Kind(kind), Level(level)) == bounds


@pytest.mark.parametrize(
    ("recent", "cap"), [(0, 5), (10, 15), (49, 54), (50, 55), (51, 56), (60, 66), (100, 110), (109, 119)]
)
def test_the_longest_run_grows_by_a_tenth_or_five_minutes(recent, cap):
    assert limits.longest_run_cap(athlete(longest_recent_run_minutes=recent), Context()) == cap


@pytest.mark.parametrize(("level", "cap"), [("beginner", 20), ("intermediate", 45), ("advanced", 66)])
def test_without_a_word_the_level_says_the_longest_run(level, cap):
    assert limits.longest_run_cap(athlete(level=level, longest_recent_run_minutes=None), Context()) == cap


def test_what_was_run_goes_before_what_was_said():
    context = Context(past=(PastWeek(longest_run=20),))
    assert limits.longest_run_cap(athlete(longest_recent_run_minutes=90), context) == 25


@pytest.mark.parametrize(
    ("level", "plan_week", "cap"),
    [
        ("beginner", None, 1),
        ("beginner", 1, 0),
        ("beginner", 6, 0),
        ("beginner", 7, 1),
        ("intermediate", 1, 2),
        ("advanced", 1, 2),
    ],
)
def test_hard_runs_by_level_and_week(level, plan_week, cap):
    assert limits.hard_run_cap(athlete(level=level), Context(plan_week=plan_week)) == cap


@pytest.mark.parametrize("level", Level)
def test_medical_caution_allows_nothing_hard(level):
    assert limits.hard_run_cap(athlete(level=level, medical_caution=True), Context(plan_week=20)) == 0


@pytest.mark.parametrize(
    ("runs", "share"), [(0, 1), (1, 1), (2, 0.7), (3, 0.6), (4, 0.45), (5, 0.4), (6, 0.33), (9, 0.33)]
)
def test_the_long_runs_share_shrinks_with_the_number_of_runs(runs, share):
    assert limits.long_run_share(runs) == share


@pytest.mark.parametrize(
    ("run", "hard"),
    [
        (Run(Intensity.EASY, 60), 0),
        (Run(Intensity.LONG, 100), 0),
        (Run(Intensity.MODERATE, 40), 30),  # less five to warm up and five to cool down
        (Run(Intensity.MODERATE, 8), 0),
    ],
)
def test_minutes_that_are_not_easy(run, hard):
    assert limits.hard_minutes(run) == hard


@pytest.mark.parametrize(("minutes", "low", "high"), [(30, 8, 14), (45, 15, 25), (60, 20, 35)])
def test_the_work_of_a_hard_run_is_a_part_of_it(minutes, low, high):
    assert low <= limits.hard_minutes(Run(Intensity.HARD, minutes)) <= high


@pytest.mark.parametrize(
    ("goal", "days", "wanted"),
    [("endurance", 3, 1), ("endurance", 4, 2), ("speed", 3, 1), ("strength", 2, 2), ("general", 3, 2)],
)
def test_how_often_each_muscle_is_to_be_trained(goal, days, wanted):
    assert limits.muscle_sessions(athlete(goal), days) == wanted


def test_three_weeks_back_are_recent():
    who = athlete(longest_recent_run_minutes=90)
    long_ago = (PastWeek(longest_run=80), *[PastWeek(longest_run=40)] * 3)
    assert limits.longest_run_cap(who, Context(past=long_ago)) == 45
    assert limits.longest_run_cap(who, Context()) == 99


RAN, SHORT, OFF = PastWeek(200, 80), PastWeek(60, 20), PastWeek()


@pytest.mark.parametrize(
    ("past", "left"),
    [((), 200), ((RAN,), 200), ((RAN, OFF), 180), ((RAN, OFF, OFF), 160), ((OFF,) * 3, 140), ((RAN, *[OFF] * 8), 140)],
)
def test_a_break_takes_a_tenth_for_each_week_three_at_the_most(past, left):
    assert limits.after_break(200, past) == left


@pytest.mark.parametrize(
    ("past", "cap"),
    [
        ((RAN, OFF, OFF), 88),  # the run of 80 is among the last 30 days
        ((RAN, *[OFF] * 4), 56),  # seven tenths of it
        ((RAN, SHORT, *[OFF] * 4), 56),  # of the longest of the last three weeks that ran
        ((RAN, SHORT, *[OFF] * 3), 25),  # no jump over the fourth week before, part of the last 30 days
        ((OFF,), 81),  # nothing known but the own word of 90: nine tenths of it
        ((OFF,) * 5, 63),
    ],
)
def test_after_weeks_without_a_run_the_longest_one_is_a_share_of_those_before(past, cap):
    assert limits.longest_run_cap(athlete(longest_recent_run_minutes=90), Context(past=past)) == cap


def test_after_a_break_a_run_may_always_take_fifteen_minutes_if_it_might_before():
    assert limits.longest_run_cap(athlete(longest_recent_run_minutes=15), Context(past=(OFF,) * 3)) == 15
    assert limits.longest_run_cap(athlete(longest_recent_run_minutes=5), Context(past=(OFF,) * 3)) == 10


@pytest.mark.parametrize(
    ("level", "own_word", "weekly", "longest"),
    [
        ("beginner", None, None, 15),
        ("intermediate", None, 160, 40),
        ("intermediate", None, 164, 41),
        ("beginner", None, 120, 30),
        ("intermediate", None, 600, 150),
        ("intermediate", None, 1500, 150),
        ("intermediate", 30, 600, 30),
    ],
)
def test_an_untold_longest_run_is_the_levels_or_a_quarter_of_the_week(level, own_word, weekly, longest):
    who = athlete(level=level, longest_recent_run_minutes=own_word, weekly_run_minutes=weekly)
    assert limits.longest_run_told(who) == longest
