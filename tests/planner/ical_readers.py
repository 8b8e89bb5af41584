"""What the calendar tests share: events to write, and five independent readers of the bytes."""

# ruff: noqa: DTZ001 - sessions have naive wall-clock times

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import ics
import recurring_ical_events
import vobject
import x_wr_timezone
from icalendar import Calendar

from planner.ical import FeedEvent, calendar_bytes

STAMP = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "Europe/Lisbon",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Phoenix",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Africa/Casablanca",
    "America/Santiago",
    "America/Nuuk",
    "Pacific/Auckland",
    "Pacific/Chatham",
)


class Read(NamedTuple):
    """What one reader found of one event: instants in aware UTC, or dates (`end` exclusive)."""

    start: datetime | date
    end: datetime | date
    summary: str
    description: str


Reader = Callable[[bytes], dict[str, Read]]


def make_event(**changes: Any) -> FeedEvent:
    """Make an event of an hour; `changes` replace its fields. Give `start` alone to move it."""
    start = changes.get("start", datetime(2026, 12, 1, 18, 0))
    whole_day = not isinstance(start, datetime)
    fields: dict[str, Any] = {
        "uid": "3f6c2a3e8d7b4f0f@feed.example",
        "sequence": 2,
        "created": STAMP - timedelta(days=9),
        "changed": STAMP,
        "start": start,
        "end": start + (timedelta(days=1) if whole_day else timedelta(hours=1)),
        "summary": "Run 35' easy → Lift 30' lower body",
        "description": "Warm-up 10 min\nRun 35 min easy\nCool-down 5 min",
        "url": "https://tandem.example/sessions/5b0e/",
    }
    return FeedEvent(**(fields | changes))


def write(*events: FeedEvent, name: str = "Training", timezone: str = "Europe/Berlin", **more: str) -> bytes:
    """Write the events with a usual name and zone."""
    return calendar_bytes(events, name=name, timezone=timezone, **more)


def unfold(data: bytes) -> list[str]:
    """Return the logical lines of the bytes, by the rules of RFC 5545 3.1 and nothing else."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def value_of(data: bytes, name: str) -> str:
    """Return the raw value of the first line whose name and parameters are `name`."""
    return next(line.removeprefix(name + ":") for line in unfold(data) if line.startswith(name + ":"))


def to_utc(moment: datetime | date) -> datetime | date:
    """Return an aware moment in UTC, a date as it is; a naive one is a failure: then the reader saw floating time."""
    if not isinstance(moment, datetime):
        return moment
    assert moment.tzinfo is not None
    return moment.astimezone(UTC)


def read_by_icalendar(data: bytes) -> dict[str, Read]:
    """Read with icalendar."""
    return {str(e["UID"]): _from_component(e) for e in Calendar.from_ical(data).walk("VEVENT")}


def read_by_recurring(data: bytes) -> dict[str, Read]:
    """Read with recurring-ical-events, which expands what recurs."""
    found = recurring_ical_events.of(Calendar.from_ical(data)).between(datetime(2020, 1, 1), datetime(2035, 1, 1))
    assert len({str(e["UID"]) for e in found}) == len(found)
    return {str(e["UID"]): _from_component(e) for e in found}


def read_by_x_wr_timezone(data: bytes) -> dict[str, Read]:
    """Read with x-wr-timezone, which turns Google's header into zones."""
    calendar = x_wr_timezone.to_standard(Calendar.from_ical(data))
    return {str(e["UID"]): _from_component(e) for e in calendar.walk("VEVENT")}


def read_by_vobject(data: bytes) -> dict[str, Read]:
    """Read with vobject, which takes offsets from the VTIMEZONE in the file."""
    return {
        e.uid.value: Read(
            to_utc(e.dtstart.value), to_utc(e.dtend.value), e.summary.value, getattr(e, "description", _Empty).value
        )
        for e in vobject.readOne(data.decode()).vevent_list
    }


def read_by_ics(data: bytes) -> dict[str, Read]:
    """Read with ics, a parser of its own."""
    return {
        e.uid: Read(*_span_of_ics(e), e.name or "", e.description or "") for e in ics.Calendar(data.decode()).events
    }


def _span_of_ics(event: ics.Event) -> tuple[datetime | date, datetime | date]:
    if event.all_day:
        return event.begin.date(), event.end.date()
    return to_utc(event.begin.datetime), to_utc(event.end.datetime)


READERS: tuple[Reader, ...] = (
    read_by_icalendar,
    read_by_recurring,
    read_by_x_wr_timezone,
    read_by_vobject,
    read_by_ics,
)


class _Empty:
    """Stands for a property that is not there."""

    value = ""


def _from_component(event: Any) -> Read:
    return Read(
        to_utc(event.decoded("DTSTART")),
        to_utc(event.decoded("DTEND")),
        str(event.get("SUMMARY", "")),
        str(event.get("DESCRIPTION", "")),
    )


def definition_of(data: bytes) -> io.StringIO:
    """Return the VTIMEZONE of the bytes as dateutil wants it."""
    text = data.decode()
    start, end = text.index("BEGIN:VTIMEZONE"), text.index("END:VTIMEZONE") + len("END:VTIMEZONE\r\n")
    return io.StringIO(text[start:end].replace("\r\n", "\n"))
