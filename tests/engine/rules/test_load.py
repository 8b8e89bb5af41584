"""Rules 8, 18, 21, 22, 25, 26, 29, 30, 32: how much running, lifting and sameness a week holds."""

from datetime import date

import pytest

from planner.engine.domain import Context, PastWeek, Race
from planner.engine.rules.load import (
    CIRCUIT_LIMIT,
    CONCURRENT_DOSE,
    EASY_SHARE_RULE,
    HARD_DAYS_HARD,
    HARD_RUN_CAP,
    LONG_RUN_SHARE,
    MONOTONY,
    SINGLE_RUN_SPIKE,
    STRENGTH_FREQUENCY,
)
from planner.engine.vocabulary import Level
from tests.engine.weeks import athlete, cost, days_found, keeps

# 8 hard-run-cap


@pytest.mark.parametrize(
    ("level", "text", "kept"),
    [
        ("beginner", "Mon H | Wed E", True),
        ("beginner", "Mon H | Wed H", False),
        ("beginner", "Mon H | Wed C", False),  # circuits count as hard
        ("intermediate", "Mon H | Wed H", True),
        ("intermediate", "Mon H | Wed H | Fri H", False),
        ("intermediate", "Mon H | Wed C | Fri H", False),
        ("advanced", "Mon H | Wed H", True),
        ("advanced", "Mon H | Wed U+H(RF) | Fri H", False),
        ("advanced", "Mon H | Wed H | Fri L", True),  # three key runs
        ("advanced", "Mon H | Wed H | Fri L | Sun L", False),
        ("advanced", "Mon L | Wed L", False),  # one long run
        ("advanced", "Mon M | Tue M | Wed M | Thu M", True),  # steady is not hard
    ],
)
def test_a_level_carries_so_many_hard_and_key_runs(level, text, kept):
    assert keeps(HARD_RUN_CAP, text, athlete(level=level)) is kept


@pytest.mark.parametrize(("plan_week", "kept"), [(1, False), (6, False), (7, True), (None, True)])
def test_beginners_run_nothing_hard_in_the_first_six_weeks(plan_week, kept):
    assert keeps(HARD_RUN_CAP, "Mon H", athlete(level="beginner"), Context(plan_week=plan_week)) is kept


def test_the_first_weeks_are_any_weeks_to_others():
    assert keeps(HARD_RUN_CAP, "Mon H | Wed H", athlete(level="intermediate"), Context(plan_week=1))


@pytest.mark.parametrize("text", ["Mon H", "Mon C"])
def test_medical_caution_leaves_no_hard_session(text):
    assert not keeps(HARD_RUN_CAP, text, athlete(level="advanced", medical_caution=True))


def test_hard_runs_go_by_the_running_level():
    two = "Mon H | Wed H"
    assert keeps(HARD_RUN_CAP, two, athlete(run_level=Level.ADVANCED, lift_level=Level.BEGINNER))
    assert not keeps(HARD_RUN_CAP, two, athlete(run_level=Level.BEGINNER, lift_level=Level.ADVANCED))


# 18 hard-days-hard


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon E+F | Thu H", 1),
        ("Mon am E, pm Lo | Thu H", 1),
        ("Mon M+F | Thu H", 1),
        ("Mon E+F | Tue E | Wed E+Lo | Thu H", 2),
        ("Mon H+F", 0),
        ("Mon E+U | Thu H", 0),
        ("Mon E+F? | Thu H", 0),
        ("Mon F | Thu H", 0),  # not on a running day at all
        ("Mon E+F | Thu L", 0),  # no hard run to lift after
    ],
)
@pytest.mark.parametrize("goal", ["endurance", "speed"])
def test_legs_go_on_hard_days_for_racing_goals(text, expected, goal):
    assert cost(HARD_DAYS_HARD, text, athlete(goal)) == expected


@pytest.mark.parametrize("goal", ["strength", "muscle", "fat_loss", "general"])
def test_other_goals_may_lift_on_easy_days(goal):
    assert cost(HARD_DAYS_HARD, "Mon E+F | Thu H", athlete(goal)) == 0


# 21 concurrent-dose


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon E30+F", 0),
        ("Mon E31+F", 1),
        ("Mon M30+F", 0),
        ("Mon U+H(RF)", 1),
        ("Mon E31+F | Thu U+H(RF)", 2),
        ("Mon E60", 0),  # a run on its own may be longer
        ("Mon E | Wed E | Fri E", 0),
        ("Mon E | Wed E | Fri E | Sun E", 1),
        ("Mon E | Tue E | Wed E | Fri E | Sun E", 1),
        ("Mon E31+F | Tue E | Wed E | Fri E", 2),
    ],
)
@pytest.mark.parametrize("goal", ["strength", "muscle"])
def test_lifters_run_short_and_seldom(text, times, goal):
    assert cost(CONCURRENT_DOSE, text, athlete(goal)) == 10 * times


@pytest.mark.parametrize("goal", ["endurance", "speed", "fat_loss", "general"])
def test_the_dose_is_for_lifting_goals_only(goal):
    assert cost(CONCURRENT_DOSE, "Mon E31+F | Tue E | Wed E | Fri E", athlete(goal)) == 0


# 22 strength-frequency


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon F | Thu F", 0),
        ("Mon F | Wed U | Fri Lo", 0),
        ("Mon U | Tue Lo | Thu U | Fri Lo", 0),
        ("Mon F | Thu U", 1),
        ("Mon F", 2),
        ("Mon U | Thu U", 2),
        ("Mon E+F | Thu C", 0),  # a circuit is a full lift
        ("Mon E", 4),
    ],
)
@pytest.mark.parametrize(("goal", "weight"), [("strength", 10), ("muscle", 10), ("fat_loss", 4), ("general", 4)])
def test_each_muscle_is_trained_twice(text, times, goal, weight):
    assert cost(STRENGTH_FREQUENCY, text, athlete(goal)) == times * weight


def test_once_is_enough_in_a_taper():
    who = athlete("endurance", race=Race(date(2027, 3, 14), 10))
    week = "Mon E | Tue E | Wed E | Thu F | Fri E"
    assert cost(STRENGTH_FREQUENCY, week, who, Context(start=date(2027, 3, 8))) == 0
    assert cost(STRENGTH_FREQUENCY, week, who, Context(start=date(2027, 2, 22))) == 8


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon E | Wed E | Fri F", 0),  # three days: once will do
        ("Mon E | Wed E | Fri U", 1),
        ("Mon E | Wed E | Thu E | Fri F", 2),  # four days: twice
    ],
)
@pytest.mark.parametrize("goal", ["endurance", "speed"])
def test_runners_of_three_days_train_each_muscle_once(text, times, goal):
    assert cost(STRENGTH_FREQUENCY, text, athlete(goal)) == 4 * times


def test_who_declined_to_lift_is_not_told_to():
    assert cost(STRENGTH_FREQUENCY, "Mon E", athlete(lifts_per_week=0)) == 0


# 25 long-run-share


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sun L100", True),  # a lone run may be all of it
        ("Mon E30 | Sun L70", True),  # 0.70 of two
        ("Mon E30 | Sun L71", False),
        ("Mon E20 | Wed E20 | Sun L60", True),  # 0.60 of three
        ("Mon E20 | Wed E20 | Sun L61", False),
        ("Mon E20 | Tue E20 | Wed E15 | Sun L45", True),  # 0.45 of four
        ("Mon E20 | Tue E20 | Wed E15 | Sun L46", False),
        ("Mon E15 | Tue E15 | Wed E15 | Thu E15 | Sun L40", True),  # 0.40 of five
        ("Mon E15 | Tue E15 | Wed E15 | Thu E15 | Sun L41", False),
        ("Mon E15 | Tue E15 | Wed E15 | Thu E15 | Fri E74 | Sun L66", True),  # 0.33 of six
        ("Mon E15 | Tue E15 | Wed E15 | Thu E15 | Fri E74 | Sun L67", False),
        ("Mon F+E30 | Sun L70", True),  # the run of a combined session counts
        ("Mon E20 | Sun E80", True),  # only long runs are meant
        ("Mon C40 | Wed E30 | Sun L70", True),  # a circuit is no run here: 0.70 of two
        ("Mon C40 | Wed E30 | Sun L71", False),
    ],
)
def test_the_long_run_is_a_part_of_the_week(text, kept):
    assert keeps(LONG_RUN_SHARE, text) is kept


# 26 single-run-spike


@pytest.mark.parametrize(
    ("longest", "minutes", "kept"),
    [
        (100, 110, True),  # a tenth more
        (100, 111, False),
        (30, 35, True),  # five minutes more where a tenth is less
        (30, 36, False),
        (0, 5, True),
        (0, 6, False),
    ],
)
def test_no_run_jumps_past_the_longest_of_late(longest, minutes, kept):
    who = athlete(longest_recent_run_minutes=longest)
    assert keeps(SINGLE_RUN_SPIKE, f"Mon E{minutes}", who) is kept
    assert keeps(SINGLE_RUN_SPIKE, f"Mon E{minutes}+F", who) is kept


@pytest.mark.parametrize(("level", "minutes"), [("beginner", 20), ("intermediate", 45), ("advanced", 66)], ids=str)
def test_without_a_word_the_level_says_the_longest_run(level, minutes):
    who = athlete(level=level, longest_recent_run_minutes=None)
    assert keeps(SINGLE_RUN_SPIKE, f"Mon L{minutes}", who)
    assert not keeps(SINGLE_RUN_SPIKE, f"Mon L{minutes + 1}", who)


def test_what_was_run_of_late_goes_before_the_athletes_word():
    who, context = athlete(longest_recent_run_minutes=150), Context(past=(PastWeek(longest_run=40),))
    assert keeps(SINGLE_RUN_SPIKE, "Mon L45", who, context)
    assert days_found(SINGLE_RUN_SPIKE, "Mon L46 | Wed E | Fri L150", who, context) == {0, 4}


# 29 easy-share


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon H30 | Wed H30 | Fri E30", 0),  # three runs are too few to ask
        ("Mon H60 | Wed H60 | Fri E48 | Sun E48", 0),  # 54 of 216 minutes hard: a quarter
        ("Mon H60 | Wed H60 | Fri E48 | Sun E47", 4),
        ("Mon M40 | Wed E30 | Fri E30 | Sun E20", 0),  # 30 of 120: steady counts, its ends do not
        ("Mon M40 | Wed E30 | Fri E30 | Sun E19", 4),
        ("Mon L100 | Wed E30 | Fri E30 | Sun E30", 0),
    ],
)
def test_three_quarters_of_four_runs_are_easy(text, expected):
    assert cost(EASY_SHARE_RULE, text) == expected


# 30 monotony


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon E30 | Tue M40 | Wed E30 | Thu E20 | Fri M40 | Sat E60", 0),  # 90 200 90 60 200 180 0: 1.51
        ("Mon F70 | Tue F60 | Wed F70 | Thu F60 | Fri F70 | Sat F60", 4),  # six alike: 2.22
        ("Mon E20 | Tue E20 | Wed E20 | Thu E20 | Fri E20 | Sat E20 | Sun E20", 4),
        ("Mon -", 0),  # nothing trained is not monotonous
    ],
)
def test_days_that_differ_are_easier_to_recover_from(text, expected):
    assert cost(MONOTONY, text) == expected


# 32 circuit-limit


@pytest.mark.parametrize(
    ("level", "text", "kept"),
    [
        ("beginner", "Mon C", True),
        ("beginner", "Mon C | Thu C", False),
        ("intermediate", "Mon C | Wed C", True),
        ("intermediate", "Mon C | Tue C", False),
        ("intermediate", "Sun C | Mon C", False),
        ("advanced", "Mon C | Wed C | Fri C", False),
        ("advanced", "Mon am C, pm C", False),
    ],
)
def test_circuits_are_few_and_apart(level, text, kept):
    assert keeps(CIRCUIT_LIMIT, text, athlete(level=level)) is kept
