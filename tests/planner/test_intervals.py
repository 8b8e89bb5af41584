"""Stretches of time: put together, taken out of one another, laid on local days. A set of minutes is the oracle."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.intervals import DAY, EPOCH, merged, on_dates, utc_minutes, utc_minutes_up, within, without

INTERVALS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=12)


def minutes(intervals):
    return {minute for start, end in intervals for minute in range(start, end)}


@given(INTERVALS)
def test_merging_keeps_every_minute_in_as_few_intervals_as_can_be(intervals):
    found = merged(intervals)
    assert minutes(found) == minutes(intervals)
    assert all(start < end for start, end in found)
    assert all(earlier[1] < later[0] for earlier, later in itertools.pairwise(found))


@given(INTERVALS, st.integers(0, 300), st.integers(0, 300))
def test_what_is_left_and_what_is_taken_make_the_whole(intervals, start, end):
    left, taken = without(start, end, intervals), within(intervals, start, end)
    assert minutes(left) == {*range(start, end)} - minutes(intervals)
    assert minutes(taken) == {*range(start, end)} & minutes(intervals)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=8))
def test_local_times_are_cut_at_midnight(intervals):
    days = on_dates([], intervals, "Europe/Berlin")
    back = {(day - date(1970, 1, 1)).days * DAY + minute for day, spans in days.items() for minute in minutes(spans)}
    assert back == minutes(intervals)
    assert all(0 <= start < end <= DAY for spans in days.values() for start, end in spans)


@given(st.integers(0, 366 * DAY), st.integers(1, 600))
def test_no_interval_is_shorter_on_a_wall_clock(start, length):
    first = utc_minutes(datetime(2026, 1, 1, tzinfo=UTC)) + start
    days = on_dates([(first, first + length)], [], "America/New_York")
    assert sum(end - low for spans in days.values() for low, end in spans) >= length


@pytest.mark.parametrize(
    ("zone", "day", "span"),
    [
        ("UTC", date(2026, 12, 1), (18 * 60, 19 * 60)),
        ("Europe/Berlin", date(2026, 12, 1), (19 * 60, 20 * 60)),
        ("Asia/Tokyo", date(2026, 12, 2), (3 * 60, 4 * 60)),
    ],
)
def test_an_instant_lies_where_the_zone_shows_it(zone, day, span):
    start = utc_minutes(datetime(2026, 12, 1, 18, tzinfo=UTC))
    assert on_dates([(start, start + 60)], [], zone) == {day: [span]}


def test_a_clock_that_is_set_back_shows_an_hour_twice_and_both_are_taken():
    start = utc_minutes(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))  # 02:30 in Berlin, an hour later 02:30 again
    assert on_dates([(start, start + 60)], [], "Europe/Berlin") == {date(2026, 10, 25): [(150, 210)]}


def test_lists_of_the_database_do_as_well_as_pairs():
    assert on_dates([], [[60, 90], [80, 120]], "UTC") == {date(1970, 1, 1): [(60, 120)]}


def test_a_minute_that_has_begun_counts():
    moment = EPOCH + timedelta(minutes=5, seconds=1)
    assert (utc_minutes(moment), utc_minutes_up(moment)) == (5, 6)
