"""Which sessions that stand leave room for another of their day, so that a day's two sessions find each other again."""

import pytest

from planner.engine.kept import with_room_beside
from planner.engine.notation import read_week, write_week
from planner.engine.planning import plan_week
from planner.engine.vocabulary import Arrangement, Lock
from tests.engine.weeks import athlete, windows

TWO_SHORT = "0 06:00-06:45, 0 17:00-17:50"  # neither holds run and lift as one session: 25 and 30 minutes
ONE_LONG = "0 06:00-18:00"


def with_room(text, hours=TWO_SHORT, closed=(), level="intermediate", **wishes):
    """Which of the sessions leave room, keeping all their grains."""
    who = athlete("general", level, availability=windows(hours), **wishes)
    found = with_room_beside(who, read_week(text).sessions, frozenset(closed))
    return [session.id for session in found if session.locks == frozenset(Lock)]


@pytest.mark.parametrize("text", ["Mon 06:00 E30*", "Mon 06:00 E30", "Mon 17:00 F30*"])
def test_a_run_or_a_lift_leaves_room_where_a_day_holds_both_only_apart(text):
    assert with_room(text) == ["s1"]


@pytest.mark.parametrize(
    "text",
    [
        "Mon 06:00 L30*",  # long runs stand alone
        "Mon 06:00 C30*",
        "Mon 06:00 X30*",
        "Mon 05:30 E30*",  # outside the day's hours
        "Mon 06:00 E30*, 17:00 F30*",  # both are there
        "Mon 06:00 E30*, 17:00 F30*d",
        "Mon 06:00 E30*d",  # keeps what it keeps
    ],
)
def test_others_do_not(text):
    assert with_room(text) == []


def test_one_that_may_go_elsewhere_takes_no_room():
    assert with_room("Mon 06:00 E30*, 17:00 F30*h") == ["s1"]


def test_nor_where_a_day_holds_one_session_or_run_and_lift_as_one_or_nothing_new():
    assert with_room("Mon 06:00 E30*", level="beginner") == []
    assert with_room("Mon 06:00 E30*", ONE_LONG) == []
    assert with_room("Mon 06:00 E30*", ONE_LONG, arrangement=Arrangement.TWO_A_DAY) == ["s1"]
    assert with_room("Mon 06:00 E30*", closed=[0]) == []


@pytest.mark.parametrize("locked", ["Mon 06:00 E25*", "Mon 06:00 E25"])
def test_the_other_half_of_a_day_comes_back_and_what_was_fixed_is_as_it_was(locked):
    who = athlete("general", availability=windows("0 06:00-06:45, 0 17:00-17:50"))
    fixed = read_week(locked).sessions
    planned = plan_week(who, fixed=fixed)
    assert write_week(planned.week).split(" | ")[0] == f"{locked}, 17:00 F30"
    assert planned.changes == ()
    assert planned.week.find("s1") == fixed[0]


def test_what_stands_where_a_rule_forbids_it_stays_there_without_a_word_about_locks():
    who = athlete("general", "intermediate", availability=windows("0 06:00-06:45, 0 17:00-17:50, 1 06:00-06:45"))
    fixed = read_week("Mon 06:00 H30* | Tue 06:00 H30*").sessions
    planned = plan_week(who, fixed=fixed)
    assert [planned.week.find(session.id) for session in fixed] == list(fixed)
    assert not any(change.step == "lock" for change in planned.changes)
