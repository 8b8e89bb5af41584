"""Reads a calendar on standard input by libical and writes its events as JSON: times in UTC, texts as read.

Run by the system's Python, which has Debian's bindings: this file imports nothing of Tandem.
"""

import json
import sys
from typing import Any

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402 - the version is chosen before


def moment(found: Any) -> str:
    """A date, or the instant by the VTIMEZONE of the file."""
    if found.is_date():
        return f"{found.get_year():04}-{found.get_month():02}-{found.get_day():02}"
    there = found.convert_to_zone(ICalGLib.Timezone.get_utc_timezone())
    day = f"{there.get_year():04}-{there.get_month():02}-{there.get_day():02}"
    return f"{day}T{there.get_hour():02}:{there.get_minute():02}:{there.get_second():02}Z"


def events_of(data: str) -> list[list[str]]:
    """Uid, start, end, summary and description of each event. Raises ValueError where libical finds fault."""
    calendar = ICalGLib.Component.new_from_string(data)
    ICalGLib.restriction_check(calendar)  # leaves its findings in the components, as the parser does
    if faults := calendar.count_errors():
        raise ValueError(f"libical finds {faults} faults")
    found = []
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event:
        span = moment(event.get_dtstart()), moment(event.get_dtend())
        found.append([event.get_uid(), *span, event.get_summary() or "", event.get_description() or ""])
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(events_of(sys.stdin.buffer.read().decode())))
