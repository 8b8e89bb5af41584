"""Weeks and minutes by name."""

from datetime import UTC, date, datetime, timedelta

import pytest

from planner import clock


@pytest.mark.parametrize(
    ("monday", "name"),
    [
        (date(2026, 11, 30), "2026-W49"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_a_week_has_a_name_and_back(monday, name):
    assert (clock.iso_of(monday), clock.from_iso(name)) == (name, monday)


@pytest.mark.parametrize("name", ["2025-W53", "2026-W00", "2026-W54"])
def test_a_week_that_the_year_lacks(name):
    with pytest.raises(ValueError, match=r"[Ww]eek"):
        clock.from_iso(name)


def test_time_never_stands_still():
    then = datetime(2026, 12, 1, tzinfo=UTC)
    assert clock.later(then, then) == then + timedelta(seconds=1)
    assert clock.later(then, then - timedelta(days=1)) == then + timedelta(seconds=1)
    assert clock.later(then, then + timedelta(days=1)) == then + timedelta(days=1)


def test_minutes():
    assert [clock.from_minutes(minutes) for minutes in (0, 65, 1439, 1445)] == ["00:00", "01:05", "23:59", "00:05"]
    assert [clock.end_from_minutes(minutes) for minutes in (65, 1440)] == ["01:05", "24:00"]


def test_days_before():
    monday = date(2026, 11, 30)
    assert clock.days_before(date(2026, 12, 2), monday) == {0, 1}
    assert clock.days_before(monday - timedelta(days=3), monday) == set()
    assert len(clock.days_before(date(2027, 1, 1), monday)) == 7
