"""Busy times beside a plan, for tests that need them without a file."""

from datetime import UTC, datetime

from planner import clock
from planner.intervals import utc_minutes
from planner.models import BusyCalendar
from planner.services import busy
from tests.factories import MONDAY

SECRET = "https://calendar.example.org/private-7c1d/basic.ics"


def at(day, hour=18, minute=0):
    """A moment of December 2026 in minutes since 1970."""
    return utc_minutes(datetime(2026, 12, day, hour, minute, tzinfo=UTC))


def meet(user, *spans, **values):
    """Make somebody busy at these spans of minutes since 1970, as if an address had been read just now."""
    known = {"known_from": MONDAY, "known_until": MONDAY + busy.HORIZON - clock.ONE_WEEK / 7}
    times = {"read_at": clock.now(), "tried_at": clock.now()}
    row = {"instants": [list(span) for span in spans], "address": SECRET, **known, **times, **values}
    return BusyCalendar.objects.update_or_create(user=user, defaults=row)[0]
