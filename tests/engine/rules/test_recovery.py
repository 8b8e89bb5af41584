"""Rules 7, 9-12, 15-17: hard and easy days, legs before fast running, the same muscles again."""

import pytest

from planner.engine.rules.recovery import (
    FULL_BODY_BEFORE_KEY_RUN,
    HARD_EASY,
    LEGS_BEFORE_KEY_RUN,
    LEGS_TO_HARD_RUN_48H,
    LONG_RUN_RECOVERY,
    MUSCLE_RECOVERY_48H,
    MUSCLE_RECOVERY_HOURS,
    NOVICE_RUN_SPACING,
)
from planner.engine.vocabulary import Level
from tests.engine.weeks import around, athlete, cost, days_found, findings, keeps

EMPTY = "Mon -"
FIRST, LAST = "Mon {}", "Sun {}"

# 7 hard-easy


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon H | Tue H", {0, 1}),
        ("Mon H | Tue L", {0, 1}),
        ("Mon L | Tue C", {0, 1}),
        ("Mon C | Tue C", {0, 1}),
        ("Mon U+H(RF) | Tue F+H(RF)", {0, 1}),
        ("Mon am H, pm H", {0}),
        ("Sun H | Mon H", {6, 0}),
        ("Sun L | Mon C", {6, 0}),
        ("Mon H | Wed H", set()),
        ("Sun H | Tue H", set()),
        ("Sat H | Mon L", set()),
        ("Mon H | Tue E", set()),
        ("Mon H | Tue M", set()),
        ("Mon H", set()),  # a week that repeats itself meets its own hard run seven days on
    ],
)
def test_key_runs_keep_a_day_between_them(text, days):
    assert days_found(HARD_EASY, text) == days


@pytest.mark.parametrize(
    ("context", "text", "days"),
    [
        (around(before="Sun H"), "Mon H", {0}),
        (around(before="Sun H"), "Tue H", set()),
        (around(before="Sun E", after=EMPTY), "Mon H | Sun H", set()),
        (around(before=EMPTY, after="Mon L"), "Sun H", {6}),
        (around(before=EMPTY, after="Tue L"), "Sun H", set()),
        (around(before=EMPTY, after="Mon E"), "Sun H | Mon H", set()),  # real neighbours, no circle
        (around(before=EMPTY), "Sun H | Mon H", {6, 0}),  # the week after is unknown, so it repeats this one
        (around(after=EMPTY), "Sun H | Mon H", {6, 0}),
    ],
)
def test_real_neighbours_stand_for_the_circle_of_the_week(context, text, days):
    assert days_found(HARD_EASY, text, context=context) == days


def test_only_sessions_of_this_week_are_named():
    (finding,) = findings(HARD_EASY, "Mon H", context=around(before="Sun H", after=EMPTY))
    assert (finding.sessions, finding.days) == (("s1",), (0,))
    assert finding.text == (
        "Hard and long runs never sit on neighbouring days, Sunday to Monday included "
        "(Sunday 18:00 hard run ended 23 h before Monday 18:00 hard run; 2 days are needed)."
    )


# 9 novice-run-spacing


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon E | Tue E", {0, 1}),
        ("Mon E | Tue F+E(LF)", {0, 1}),
        ("Mon E | Tue C", {0, 1}),
        ("Sun E | Mon E", {6, 0}),
        ("Mon E | Wed E | Fri E", set()),
        ("Mon E | Tue F", set()),
        ("Mon E | Tue X", set()),
    ],
)
def test_new_runners_rest_a_day_between_runs(text, days):
    assert days_found(NOVICE_RUN_SPACING, text, athlete(level="beginner")) == days


def test_runs_on_days_in_a_row_go_by_the_running_level():
    runs = "Mon E | Tue E"
    assert keeps(NOVICE_RUN_SPACING, runs, athlete(level="intermediate"))
    assert keeps(NOVICE_RUN_SPACING, runs, athlete(run_level=Level.INTERMEDIATE, lift_level=Level.BEGINNER))
    assert not keeps(NOVICE_RUN_SPACING, runs, athlete(run_level=Level.BEGINNER, lift_level=Level.ADVANCED))


def test_a_new_runners_seam_counts_real_neighbours():
    who = athlete(level="beginner")
    assert days_found(NOVICE_RUN_SPACING, "Mon E", who, around(before="Sun E", after=EMPTY)) == {0}
    assert days_found(NOVICE_RUN_SPACING, "Sun E", who, around(before=EMPTY, after="Mon E")) == {6}


# 10 muscle-recovery-48h


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon F | Tue F", {0, 1}),
        ("Mon F | Tue U", {0, 1}),
        ("Mon F | Tue Lo", {0, 1}),
        ("Mon U | Tue U", {0, 1}),
        ("Mon Lo | Tue Lo", {0, 1}),
        ("Mon U | Tue Lo", set()),
        ("Mon Lo | Tue U", set()),
        ("Mon F | Wed F", set()),
        ("Sat F | Sun F", {5, 6}),
        ("Sun F | Mon F", {6, 0}),
        ("Mon F? | Tue F", set()),  # light lifts are exempt
        ("Mon F | Tue F?", set()),
        ("Mon C | Tue U", {0, 1}),  # a circuit counts as a full lift
        ("Mon C | Tue C", {0, 1}),
        ("Mon E+U(RF) | Tue U+E(LF)", {0, 1}),
    ],
)
def test_the_same_muscles_get_a_day_off(text, days):
    assert days_found(MUSCLE_RECOVERY_48H, text) == days


def test_the_same_muscles_rest_over_the_seam():
    assert days_found(MUSCLE_RECOVERY_48H, "Mon F", context=around(before="Sun Lo", after=EMPTY)) == {0}
    assert days_found(MUSCLE_RECOVERY_48H, "Sun F", context=around(before=EMPTY, after="Mon U")) == {6}
    assert keeps(MUSCLE_RECOVERY_48H, "Sun F | Mon F", context=around(before="Sun E", after="Mon E"))


# 11 muscle-recovery-hours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon 18:00 F | Wed 18:00 F", 0),
        ("Mon 18:00 F | Wed 17:59 F", 1),
        ("Mon 18:00 F | Tue 18:00 F", 1),
        ("Mon 18:00 U | Wed 07:00 Lo", 0),
        ("Mon 18:00 F? | Wed 07:00 F", 0),
        ("Mon 18:00 F | Wed 07:00 F | Fri 06:00 F", 2),
        ("Sat 18:00 F | Mon 07:00 F", 1),
        ("Sun 18:00 F | Tue 07:00 F", 1),
    ],
)
def test_two_full_days_from_start_to_start_are_better(text, expected):
    assert cost(MUSCLE_RECOVERY_HOURS, text) == expected


def test_the_hours_of_the_week_before_count():
    context = around(before="Sun 18:00 F", after=EMPTY)
    assert cost(MUSCLE_RECOVERY_HOURS, "Tue 17:00 F", context=context) == 1
    assert cost(MUSCLE_RECOVERY_HOURS, "Tue 18:00 F", context=context) == 0


# 12 legs-before-key-run


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon Lo | Tue H", {0, 1}),
        ("Mon Lo | Tue L", {0, 1}),
        ("Mon Lo | Tue C", {0, 1}),
        ("Mon Lo! | Tue H", {0, 1}),
        ("Mon F! | Tue H", {0, 1}),
        ("Mon F | Tue H", set()),  # moderate full-body is rule 15's
        ("Mon Lo? | Tue H", set()),
        ("Mon U! | Tue H", set()),
        ("Mon Lo | Tue E", set()),
        ("Mon Lo | Wed H", set()),
        ("Tue H | Wed Lo", set()),
        ("Mon E+Lo(RF) | Tue U+H(RF)", {0, 1}),
        ("Sun Lo | Mon H", {6, 0}),
        ("Mon C | Tue H", set()),  # a circuit is a moderate full lift
    ],
)
def test_no_heavy_legs_on_the_day_before_a_key_run(text, days):
    assert days_found(LEGS_BEFORE_KEY_RUN, text) == days


def test_heavy_legs_count_over_the_seam():
    assert days_found(LEGS_BEFORE_KEY_RUN, "Mon H", context=around(before="Sun Lo", after=EMPTY)) == {0}
    assert days_found(LEGS_BEFORE_KEY_RUN, "Sun Lo", context=around(before=EMPTY, after="Mon L")) == {6}


# 15 full-body-before-key-run


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon F | Tue H", 1),
        ("Mon F | Tue L", 1),
        ("Mon C | Tue H", 1),
        ("Mon F! | Tue H", 0),  # that is hard rule 12's
        ("Mon F? | Tue H", 0),
        ("Mon Lo | Tue H", 0),
        ("Mon U | Tue H", 0),
        ("Mon F | Tue E", 0),
        ("Mon F | Wed H", 0),
        ("Mon H+F(RF)", 0),
        ("Sun F | Mon H", 1),
        ("Mon F | Tue H | Thu F | Fri L", 2),
    ],
)
@pytest.mark.parametrize(("goal", "weight"), [("general", 10), ("endurance", 10), ("strength", 4), ("muscle", 4)])
def test_a_full_lift_on_the_eve_of_a_key_run_costs(text, times, goal, weight):
    assert cost(FULL_BODY_BEFORE_KEY_RUN, text, athlete(goal)) == times * weight


# 16 legs-to-hard-run-48h


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon 18:00 F40 | Wed 14:40 H", 0),  # 44 h from end to start
        ("Mon 18:00 F40 | Wed 14:39 H", 2),
        ("Mon 18:00 F40 | Tue 18:40 H", 2),  # 24 h
        ("Mon 18:00 F40 | Tue 18:39 H", 4),
        ("Mon 18:00 Lo40 | Tue 07:00 H", 4),
        ("Mon 18:00 F? | Tue 18:00 H", 0),
        ("Mon 18:00 U | Tue 18:00 H", 0),
        ("Mon 18:00 F | Tue 18:00 L", 0),  # hard runs only
        ("Mon 18:00 C | Tue 18:00 H", 0),  # circuits are no leg lift here
        ("Mon 07:00 Lo40 | Mon 18:00 H", 4),  # the same day
        ("Mon 07:00 H30, 18:00 Lo", 0),  # the run went first
        ("Sun 18:00 F40 | Mon 18:00 H", 4),
        ("Sat 18:00 F40 | Mon 07:00 H", 2),
    ],
)
def test_legs_are_back_two_days_before_a_hard_run(text, expected):
    assert cost(LEGS_TO_HARD_RUN_48H, text, athlete("speed")) == expected


def test_hours_run_from_the_end_of_the_lifting_to_the_start_of_the_running():
    # the lift of the first ends 18:30 or 19:00; the run of the second starts 15:00 or 14:30
    assert cost(LEGS_TO_HARD_RUN_48H, "Mon 18:00 F30+E30 | Wed 14:30 H", athlete("speed")) == 0
    assert cost(LEGS_TO_HARD_RUN_48H, "Mon 18:00 E30+F30 | Wed 14:59 H", athlete("speed")) == 2
    assert cost(LEGS_TO_HARD_RUN_48H, "Mon 18:00 F40 | Wed 14:10 U30+H(LF)", athlete("speed")) == 0


@pytest.mark.parametrize("goal", ["strength", "muscle", "fat_loss", "general"])
def test_only_racing_goals_count_the_hours_from_legs_to_a_hard_run(goal):
    assert cost(LEGS_TO_HARD_RUN_48H, "Mon F | Tue H", athlete(goal)) == 0
    assert cost(LEGS_TO_HARD_RUN_48H, "Mon F | Tue H", athlete("endurance")) == 4


# 17 long-run-recovery


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Sat L | Sun F", 1),
        ("Sat L | Sun Lo", 1),
        ("Sat am L, pm Lo", 1),
        ("Sat am F, pm L", 1),
        ("Sat L+F(RF)", 1),
        ("Sat L | Sun U", 0),
        ("Sat L | Sun F?", 0),
        ("Fri F | Sat L", 0),
        ("Sat L | Mon F", 0),
        ("Sat H | Sun F", 0),
        ("Sun L | Mon F", 1),
        ("Sat am L, pm Lo | Sun F", 2),
    ],
)
@pytest.mark.parametrize(("goal", "weight"), [("endurance", 10), ("speed", 4), ("general", 4)])
def test_legs_rest_on_the_long_run_day_and_the_day_after(text, times, goal, weight):
    assert cost(LONG_RUN_RECOVERY, text, athlete(goal)) == times * weight


def test_the_long_run_of_the_week_before_counts():
    assert cost(LONG_RUN_RECOVERY, "Mon F", context=around(before="Sun L", after=EMPTY)) == 4
    assert cost(LONG_RUN_RECOVERY, "Mon F", context=around(before="Sat L", after=EMPTY)) == 0
