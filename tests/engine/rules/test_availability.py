"""Rules 1-6, 23, 24: the hours the athlete gave, how much a day holds, how a session begins and ends."""

from dataclasses import replace
from datetime import date

import pytest

from planner.engine.domain import DAY_MINUTES, Race, Week
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week
from planner.engine.rules.availability import (
    AVAILABILITY,
    DOUBLE_DAY_ORDER,
    REST_DAY,
    SAME_DAY_SEPARATION,
    SAME_DAY_SEPARATION_6H,
    SESSION_BOUNDS,
    SESSIONS_PER_DAY,
    WARM_UP_COOL_DOWN,
)
from tests.engine.weeks import athlete, cost, days_found, findings, keeps, windows

# 1 availability


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mon 18:00 E30", True),
        ("Mon 18:30 E30", True),  # ends with the window
        ("Mon 18:35 E30", False),
        ("Mon 17:55 E30", False),
        ("Mon 18:00 E60", True),  # fills the window
        ("Mon 18:00 E61", False),
        ("Tue 18:00 E30", False),  # no window on that day
        ("Mon 06:00 X30", False),  # recovery wants free hours too
    ],
)
def test_a_session_lies_inside_one_window_of_its_day(text, kept):
    assert keeps(AVAILABILITY, text, athlete(availability=windows("0 18:00-19:00"))) is kept


def test_any_of_several_windows_will_do():
    who = athlete(availability=windows("0 06:00-07:00, 0 18:00-19:00"))
    assert keeps(AVAILABILITY, "Mon 06:15 E30, 18:15 U40", who)
    assert not keeps(AVAILABILITY, "Mon 12:00 E30", who)


def test_windows_that_touch_are_one():
    assert keeps(AVAILABILITY, "Mon 18:00 E60", athlete(availability=windows("0 18:00-18:30, 0 18:30-19:00")))
    assert not keeps(AVAILABILITY, "Mon 18:00 E60", athlete(availability=windows("0 18:00-18:30, 0 18:31-19:00")))


@pytest.mark.parametrize(
    ("only", "text", "kept"),
    [
        ("run", "Mon E", True),
        ("run", "Mon U", False),
        ("run", "Mon E+U", False),
        ("run", "Mon C", False),
        ("run", "Mon X", False),
        ("lift", "Mon U", True),
        ("lift", "Mon E", False),
        ("lift", "Mon U+E", False),
        ("lift", "Mon X", False),
    ],
)
def test_a_window_for_one_of_them_takes_nothing_else(only, text, kept):
    assert keeps(AVAILABILITY, text, athlete(availability=windows(f"0 17:00-20:00 {only}"))) is kept


def test_a_weekday_kept_for_rest_has_no_hours():
    assert days_found(AVAILABILITY, "Mon E | Tue E", athlete(rest_weekdays=frozenset({1}))) == {1}


def test_each_session_out_of_hours_is_named():
    who = athlete(availability=windows("2 17:00-20:00"))
    assert [f.sessions for f in findings(AVAILABILITY, "Mon E | Wed E | Fri E", who)] == [("s1",), ("s3",)]


# 2 rest-day


@pytest.mark.parametrize("level", ["intermediate", "advanced"])
def test_trained_people_rest_one_day(level):
    six = "Mon E | Tue U | Wed E | Thu Lo | Fri E | Sat U | Sun {}"
    assert keeps(REST_DAY, six.format("-"), athlete(level=level))
    assert keeps(REST_DAY, six.format("X"), athlete(level=level))  # recovery is a day of rest
    assert not keeps(REST_DAY, six.format("E"), athlete(level=level))


def test_beginners_rest_two_days():
    five = "Mon E | Tue F | Wed E | Thu F | Fri {} | Sat E | Sun -"
    assert keeps(REST_DAY, five.format("X"), athlete(level="beginner"))
    assert not keeps(REST_DAY, five.format("C"), athlete(level="beginner"))


@pytest.mark.parametrize("levels", [("beginner", "advanced"), ("advanced", "beginner")])
def test_the_lower_of_two_levels_sets_the_days_of_rest(levels):
    who = athlete(run_level=athlete(level=levels[0]).run_level, lift_level=athlete(level=levels[1]).lift_level)
    assert not keeps(REST_DAY, "E | U | E | U | E | U | -", who)


# 3 sessions-per-day


@pytest.mark.parametrize(
    ("level", "day", "kept"),
    [
        ("beginner", "E", True),
        ("beginner", "E+F", True),  # one session
        ("beginner", "E, U", False),
        ("beginner", "E, X", False),  # recovery is a session too
        ("intermediate", "E, U", True),
        ("intermediate", "E, X", True),
        ("intermediate", "am E, midday X, pm U", False),
        ("advanced", "E, U", True),
        ("advanced", "E, E", False),
        ("advanced", "U, Lo", False),
        ("advanced", "E+U, E", False),
        ("advanced", "E+U, Lo", False),
        ("advanced", "C, E", False),
        ("advanced", "C, U", False),
    ],
)
def test_a_day_holds_so_many_sessions_and_never_two_of_a_sort(level, day, kept):
    assert keeps(SESSIONS_PER_DAY, f"Wed {day}", athlete(level=level)) is kept


# 4 same-day-separation, 5 same-day-separation-6h


@pytest.mark.parametrize(
    ("text", "kept", "soft"),
    [
        ("Mon 07:00 E30, 10:30 U40", True, 10),  # three hours from end to start
        ("Mon 07:00 E30, 10:29 U40", False, 10),
        ("Mon 07:00 E30, 13:30 U40", True, 0),  # six hours
        ("Mon 07:00 E30, 13:29 U40", True, 10),
        ("Mon 07:00 E30, 07:15 U40", False, 10),  # one inside the other
        ("Mon 22:00 E30 | Tue 00:00 U40", True, 0),  # another day
    ],
)
def test_two_sessions_of_a_day_lie_three_hours_apart_better_six(text, kept, soft):
    assert keeps(SAME_DAY_SEPARATION, text) is kept
    assert cost(SAME_DAY_SEPARATION_6H, text) == soft


@pytest.mark.parametrize("goal", ["endurance", "strength", "fat_loss"])
def test_six_hours_weigh_the_same_for_every_goal(goal):
    assert cost(SAME_DAY_SEPARATION_6H, "Mon 07:00 E30, 12:00 U40", athlete(goal)) == 10


# 6 double-day-order


@pytest.mark.parametrize(
    ("goal", "day", "expected"),
    [
        ("general", "am E, pm U", 0),
        ("general", "am U, pm E", 4),
        ("strength", "am U, pm E", 4),
        ("strength", "am F, pm E", 4),  # moderate full-body is not heavy legs
        ("strength", "am Lo, pm E", 0),
        ("strength", "am F!, pm E", 0),
        ("strength", "am Lo, pm M", 4),
        ("strength", "am Lo?, pm E", 4),
        ("muscle", "am Lo, pm E", 4),
        ("general", "am U, pm X", 0),
    ],
)
def test_the_run_comes_first_on_a_day_of_two_but_for_strength_heavy_legs_may(goal, day, expected):
    assert cost(DOUBLE_DAY_ORDER, f"Thu {day}", athlete(goal)) == expected


# 23 session-bounds


@pytest.mark.parametrize(
    ("level", "session", "kept"),
    [
        ("intermediate", "E15", True),
        ("intermediate", "E14", False),
        ("advanced", "L150", True),
        ("advanced", "L151", False),
        ("intermediate", "U20", True),
        ("intermediate", "U19", False),
        ("advanced", "U90", True),
        ("advanced", "U91", False),
        ("intermediate", "C20", True),
        ("intermediate", "C19", False),
        ("intermediate", "C45", True),
        ("intermediate", "C46", False),
        ("intermediate", "X10", True),
        ("intermediate", "X9", False),
        ("intermediate", "X60", True),
        ("intermediate", "X61", False),
        ("beginner", "E35+F40", True),
        ("beginner", "E35+F41", False),
        ("intermediate", "E50+F50", True),
        ("intermediate", "E51+F50", False),
        ("advanced", "E60+F60", True),
        ("advanced", "E61+F60", False),
        ("intermediate", "E15+F20", True),
        ("intermediate", "E14+F40", False),  # each part has its own least
        ("intermediate", "E40+F19", False),
    ],
)
def test_minutes_stay_within_the_bounds_of_kind_and_level(level, session, kept):
    assert keeps(SESSION_BOUNDS, f"Mon {session}", athlete(level=level)) is kept


@pytest.mark.parametrize(
    ("level", "day", "kept"),
    [
        ("beginner", "L75", True),
        ("beginner", "L76", False),
        ("intermediate", "am E40, pm U80", True),
        ("intermediate", "am E40, pm U81", False),
        ("advanced", "am E70, pm U80", True),
        ("advanced", "am E71, pm U80", False),
    ],
)
def test_a_day_has_a_limit_by_level(level, day, kept):
    assert keeps(SESSION_BOUNDS, f"Mon {day}", athlete(level=level)) is kept


def test_a_session_ends_by_midnight():
    assert keeps(SESSION_BOUNDS, "Mon 23:30 E30")
    assert not keeps(SESSION_BOUNDS, "Mon 23:31 E30")
    assert read_week("Mon 23:30 E30").sessions[0].end == DAY_MINUTES


# 24 warm-up-cool-down


@pytest.mark.parametrize(
    ("session", "warm_up", "cool_down", "kept"),
    [
        ("E", 5, 5, True),
        ("E", 4, 5, False),
        ("E", 15, 5, True),
        ("E", 16, 5, False),
        ("E", 5, 4, False),
        ("H", 10, 5, True),
        ("H", 9, 5, False),
        ("L", 5, 5, True),
        ("U", 5, 5, True),
        ("U!", 10, 5, True),
        ("U!", 9, 5, False),
        ("U+H(RF)", 9, 5, False),
        ("C", 9, 5, False),
    ],
)
def test_warm_up_and_cool_down_suit_the_work(session, warm_up, cool_down, kept):
    made = replace(read_week(f"Mon {session}").sessions[0], warm_up=warm_up, cool_down=cool_down)
    assert evaluate(athlete(), Week.of([made]), rules=[WARM_UP_COOL_DOWN]).valid is kept


def test_recovery_needs_no_warm_up():
    walk = replace(read_week("Mon X").sessions[0], warm_up=0, cool_down=0)
    assert evaluate(athlete(), Week.of([walk]), rules=[WARM_UP_COOL_DOWN]).valid


MARATHON, HALF = (athlete("endurance", race=Race(date(2027, 4, 18), kilometres)) for kilometres in (42.2, 21.1))


@pytest.mark.parametrize(
    ("who", "minutes", "kept"), [(MARATHON, 180, True), (MARATHON, 181, False), (HALF, 151, False)]
)
def test_the_long_run_of_a_marathons_build_may_take_three_hours(who, minutes, kept):
    assert keeps(SESSION_BOUNDS, f"Sun L{minutes}", who) is kept


def test_only_the_long_run_may():
    assert not keeps(SESSION_BOUNDS, "Sun E151", MARATHON)
    assert not keeps(SESSION_BOUNDS, "Sun 06:00 L180, 18:00 U90 | Mon 06:00 E90, 18:00 U40", MARATHON)
