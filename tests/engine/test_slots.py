"""The places of a day: each window, each position among what is there, and the start that a session would get there."""

import pytest
from hypothesis import given, settings

from planner.engine.domain import DAY_MINUTES, DAYS
from planner.engine.moves import Impossible, check_place
from planner.engine.notation import read_week
from planner.engine.slots import slots_of
from planner.engine.wording import clock
from tests.engine.random_weeks import hands
from tests.engine.weeks import athlete, windows

FEW = settings(max_examples=60, deadline=None, derandomize=True)


def places(text, free, day=1, session="s1"):
    """The places of Tuesday for Monday's session: position, start, the window's start."""
    week = read_week(text)
    who = athlete(availability=windows(f"0 17:00-20:00, {free}"))
    found = slots_of(who, week, week.find(session), day)
    return [(slot.position, clock(slot.start), slot.window and clock(slot.window.start)) for slot in found]


@pytest.mark.parametrize(
    ("text", "free", "found"),
    [
        ("Mon E", "1 17:00-20:00", [(0, "18:00", "17:00")]),  # its own hour where that is free
        ("Mon E", "1 06:00-07:30", [(0, "06:00", "06:00")]),  # else where the window opens
        ("Mon E", "1 00:00-12:00", [(0, "07:00", "00:00")]),  # a wide one that opens in the night from seven
        ("Mon E", "1 06:00-07:00, 1 17:30-19:00", [(0, "06:00", "06:00"), (0, "18:00", "17:30")]),
        ("Mon E", "2 06:00-07:00", [(0, "18:00", None)]),  # no hours on Tuesday
        ("Mon E | Tue 07:00 U", "1 06:00-21:00", [(0, "06:00", "06:00"), (1, "18:00", "06:00")]),
        ("Mon E | Tue 12:00 U", "1 06:00-21:00", [(0, "06:00", "06:00"), (1, "18:40", "06:00")]),  # six hours apart
        ("Mon E | Tue 14:00 U", "1 06:00-18:15", [(0, "06:00", "06:00"), (1, "17:40", "06:00")]),  # else three
        ("Mon E | Tue 18:00 U", "1 17:00-20:00", [(0, "17:00", "17:00"), (1, "18:40", "17:00")]),  # else side by side
        ("Mon E | Tue 18:00 U", "1 18:00-20:00", [(0, "17:30", None), (1, "18:40", "18:00")]),
        ("Mon E | Tue 17:50 U", "1 18:00-18:30", [(0, "17:20", None), (1, "18:00", "18:00"), (1, "18:30", None)]),
        ("Mon E40", "1 18:00-18:30", [(0, "18:00", "18:00")]),  # too short: it starts there anyhow
    ],
)
def test_a_session_starts_where_each_place_has_room_for_it(text, free, found):
    assert places(text, free) == found


@pytest.mark.parametrize(
    ("free", "found"),
    [
        ("1 06:00-07:00, 1 17:30-19:00", [(1, "18:00", "17:30")]),
        ("1 06:00-07:00", [(1, "18:00", None)]),
        ("1 06:00-18:10", [(1, "18:00", None)]),
    ],
)
def test_a_session_that_keeps_its_hour_has_one_place_a_day(free, found):
    assert places("Mon E*h | Tue 07:00 U", free) == found


def test_between_two_sessions_is_a_place_of_its_own():
    found = places("Mon E | Tue 07:00 U, 19:00 X", "1 06:00-21:00")
    assert [(position, start) for position, start, _ in found] == [(0, "06:00"), (1, "10:40"), (2, "19:30")]


def test_where_it_stands_is_a_place_whatever_the_hours():
    assert (0, "18:00", "17:00") in places("Mon E", "1 06:00-07:00", day=0)
    assert (1, "21:15", None) in places("Mon 06:00 U, 21:15 E", "1 06:00-07:00", day=0, session="s2")


def test_starts_that_nobody_asked_for_are_full_fives_where_there_is_room():
    assert places("Mon E | Tue 06:00 U33", "1 06:00-11:00")[-1] == (1, "09:35", "06:00")
    assert places("Mon E | Tue 06:00 U33", "1 06:00-10:03")[-1] == (1, "09:33", "06:00")


@FEW
@given(hands())
def test_each_window_and_each_position_has_a_place(hand):
    who, week, session_id, _ = hand
    session = week.find(session_id)
    for day in range(DAYS):
        others = [s for s in week.by_day[day] if s.id != session_id]
        found = slots_of(who, week, session, day)
        assert {slot.window for slot in found} >= set(who.windows_on(day))
        assert {slot.position for slot in found} >= set(range(len(others) + 1))
        assert all(slot.day == day and 0 <= slot.start < DAY_MINUTES for slot in found)
    assert any(slot.start == session.start for slot in slots_of(who, week, session, session.day))


@FEW
@given(hands())
def test_a_day_whose_places_are_all_impossible_has_room_at_no_hour(hand):
    who, week, session_id, _ = hand
    session = week.find(session_id)
    for day in range(DAYS):
        if not any(_is_possible(week, session.moved(day, slot.start)) for slot in slots_of(who, week, session, day)):
            assert not any(_is_possible(week, session.moved(day, start)) for start in range(0, DAY_MINUTES, 5))


def _is_possible(week, session):
    try:
        check_place(week, session)
    except Impossible:
        return False
    return True
