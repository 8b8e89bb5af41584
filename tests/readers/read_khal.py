"""Reads a calendar on standard input by khal and writes its events as JSON: times in UTC, texts as read.

A process of its own: khal switches icalendar to other time zones for all that run beside it.
"""

import json
import sys
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from khal.icalendar import split_ics
from khal.khalendar.event import AllDayEvent, Event

HERE = ZoneInfo("Pacific/Honolulu")
LOCALE = {"local_timezone": HERE, "default_timezone": HERE}


def span(event: Event) -> tuple[str, str]:
    """Start and end; khal's whole days end on their last one."""
    if isinstance(event, AllDayEvent):
        return event.start.isoformat(), (event.end + timedelta(days=1)).isoformat()
    start, end = (moment.astimezone(UTC) for moment in (event.start_local, event.end_local))
    return start.isoformat(), end.isoformat()


def main() -> None:
    """Read as `khal import` does: event by event, each with the zones it names."""
    found = []
    for text in split_ics(sys.stdin.buffer.read().decode()):
        event = Event.fromString(text, locale=LOCALE)
        found.append([event.uid, *span(event), event.summary, event.description])
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
