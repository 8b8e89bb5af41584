"""Free windows around meetings: what is left, what is given up, what is no business of a meeting."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.busy_windows import around, lost_on, windows_on
from planner.engine import SHORTEST_SESSION
from planner.engine.domain import Athlete, DateException, Race, Window
from planner.engine.vocabulary import Goal, Modality

MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
EVENING = Window(1, 18 * 60, 20 * 60)
ATHLETE = Athlete(Goal.GENERAL, (EVENING, Window(2, 6 * 60, 8 * 60)))


def left(*busy, athlete=ATHLETE, day=TUESDAY):
    week = around(athlete, {day: busy}).in_week(MONDAY)
    return [(window.start, window.end) for window in week.windows_on(day.weekday())]


@pytest.mark.parametrize(
    ("busy", "windows"),
    [
        ((17 * 60, 18 * 60), [(1080, 1200)]),
        ((18 * 60, 19 * 60), [(1140, 1200)]),
        ((18 * 60 + 30, 19 * 60), [(1080, 1110), (1140, 1200)]),
        ((19 * 60, 24 * 60), [(1080, 1140)]),
        ((0, 24 * 60), []),
        ((18 * 60 + SHORTEST_SESSION, 24 * 60), [(1080, 1080 + SHORTEST_SESSION)]),
        ((18 * 60 + SHORTEST_SESSION - 1, 24 * 60), []),
    ],
)
def test_a_meeting_leaves_what_it_does_not_take_and_what_a_session_can_use(busy, windows):
    assert left(busy) == windows


def test_another_week_is_as_it_was():
    taken = around(ATHLETE, {TUESDAY: [(0, 1440)]})
    assert taken.in_week(date(2026, 12, 7)) is taken


def test_meetings_outside_of_the_free_hours_change_nothing():
    assert around(ATHLETE, {TUESDAY: [(0, 1080)], MONDAY: [(0, 1440)]}) == ATHLETE


def test_what_a_window_is_good_for_stays():
    athlete = replace(ATHLETE, availability=(replace(EVENING, only=Modality.RUN),))
    week = around(athlete, {TUESDAY: [(1080, 1140)]}).in_week(MONDAY)
    assert week.windows_on(1) == (Window(1, 1140, 1200, Modality.RUN),)


def test_windows_that_touch_are_cut_as_one():
    athlete = replace(ATHLETE, availability=(Window(1, 1080, 1140), Window(1, 1140, 1200)))
    assert left((1080, 1135), athlete=athlete) == [(1135, 1200)]


def test_a_short_window_that_no_meeting_cuts_stays():
    athlete = replace(ATHLETE, availability=(Window(1, 400, 405), EVENING))
    assert left((1080, 1140), athlete=athlete) == [(400, 405), (1140, 1200)]


def test_a_day_kept_for_rest_stays_one():
    athlete = replace(ATHLETE, rest_weekdays=frozenset({1}))
    assert around(athlete, {TUESDAY: [(1080, 1140)]}) == athlete


def test_a_date_that_differs_anyway_differs_by_its_own_hours():
    athlete = replace(ATHLETE, exceptions=(DateException(TUESDAY, (Window(1, 600, 720),)),))
    assert left((600, 660), athlete=athlete) == [(660, 720)]
    assert left((1080, 1140), athlete=athlete) == [(600, 720)]


def test_a_race_takes_its_day_all_the_same():
    assert left((1080, 1140), athlete=replace(ATHLETE, race=Race(TUESDAY, 10))) == []


def test_what_is_lost_is_told_of_free_hours_alone():
    taken = {TUESDAY: [(600, 1110), (1190, 1300)]}
    assert lost_on(ATHLETE, taken, TUESDAY) == [(1080, 1110), (1190, 1200)]
    assert lost_on(ATHLETE, taken, MONDAY) == []


MINUTES = st.integers(0, 1440)


@given(st.lists(st.tuples(MINUTES, MINUTES), max_size=6), st.lists(st.tuples(MINUTES, MINUTES), max_size=3))
def test_no_minute_is_both_free_and_taken_and_none_is_new(busy, windows):
    free = tuple(Window(1, start, end) for start, end in windows if start < end)
    athlete = replace(ATHLETE, exceptions=(DateException(TUESDAY, free),))
    had = {minute for window in windows_on(athlete, TUESDAY) for minute in range(window.start, window.end)}
    taken = {minute for start, end in busy for minute in range(start, end)}
    kept = {minute for start, end in left(*busy, athlete=athlete) for minute in range(start, end)}
    lost = {m for start, end in lost_on(athlete, {TUESDAY: busy}, TUESDAY) for m in range(start, end)}
    assert kept <= had - taken
    assert lost == had & taken
