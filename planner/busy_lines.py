"""A calendar file made harmless: of each event only the lines that tell when and whether, no title, no place, no name.

What comes in is from anywhere, so all of it is counted and measured before anything is understood. No Django.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from planner.engine.speech import gettext_noop
from planner.ical import PRODID

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 1_000_000  # a file of five megabytes and nothing but short lines
MOST_EVENTS = 5_000  # that repeat or lie ahead
MOST_ZONES = 200
DEEPEST = 4  # calendar, event, alarm, and one more
LONGEST_LINE = 100_000  # characters of a line that is kept: lists of dates that are left out can be long
LONGEST_RULE = 1_000
MOST_RULES = 4  # of one event
MOST_TIMES_A_DAY = 24
ONE_DAY = timedelta(days=1)
LONG_AGO = timedelta(days=62)  # no event of a series that ended earlier reaches into this week

FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
EVENT_LINES = {
    *("UID", "SEQUENCE", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
    *("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"),
}
ZONE_LINES = {"TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"}
KEPT = {
    "VCALENDAR": {"X-WR-TIMEZONE"},
    "VEVENT": EVENT_LINES,
    "VTIMEZONE": {"TZID"},
    "STANDARD": ZONE_LINES,
    "DAYLIGHT": ZONE_LINES,
}
_FOLD = re.compile(r"\r?\n[ \t]")
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}(?=[;:])")
_DIGITS = re.compile(r"([0-9]{8})(?:T[0-9]{6}Z?)?\s*\Z")


class UnreadableCalendar(Exception):
    """What is wrong with a calendar, in a sentence for its owner that repeats nothing of it."""


@dataclass(slots=True)
class Component:
    """One BEGIN to END: its name and its kept lines, by property name."""

    name: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def value(self, name: str) -> str:
        """What stands after the first colon of the first such line outside quotes; empty where there is none."""
        return next((value_of(line) for key, line in self.lines if key == name), "")

    def has(self, *names: str) -> bool:
        """Whether there is a line of one of these names."""
        return any(key in names for key, _ in self.lines)


@dataclass(slots=True)
class Kept:
    """What is left of a file: its calendars as text, its published busy times, and how many of its events are own."""

    text: str
    periods: list[str]
    own: int


def value_of(line: str) -> str:
    """The value of a content line, whose parameters may hold colons in quotes."""
    return re.sub(r'"[^"]*"', "", line).partition(":")[2].strip()


def decoded(data: bytes) -> str:
    """The file as text. Bytes that are no UTF-8 pass here: no kept line may hold any."""
    if len(data) > MOST_BYTES:
        raise UnreadableCalendar(
            gettext_noop("The calendar is larger than 5 MB. Export a shorter time, or only one calendar.")
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableCalendar(
            gettext_noop("The calendar is written in UTF-16. Calendars are UTF-8: export it again as such.")
        )
    if data[:2] in (b"PK", b"\x1f\x8b"):
        raise UnreadableCalendar(gettext_noop("This is a packed file. Unpack it and choose the .ics file inside."))
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace").lstrip()
    if not text:
        raise UnreadableCalendar(gettext_noop("There is nothing in it: the calendar is empty."))
    if text.startswith("<"):
        raise UnreadableCalendar(
            gettext_noop(
                "This is a web page, not a calendar, perhaps one that asks for a log-in. "
                "Use the secret address that ends in .ics."
            )
        )
    if "\0" in text:
        raise UnreadableCalendar(gettext_noop("There are NUL bytes in it, so it is no calendar, or it is damaged."))
    if not text[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise UnreadableCalendar(gettext_noop("This is no calendar: it does not begin with BEGIN:VCALENDAR."))
    return text


def kept(data: bytes, first: date, last: date, own: frozenset[str]) -> Kept:
    """What of a file tells of busy times from `first` to `last`; `own` are UIDs that do not count.

    Raises UnreadableCalendar with what is wrong.
    """
    found = Kept("", [], 0)
    whole: list[str] = []
    parts: list[str] = []
    events, zones = 0, 0
    for component in components(decoded(data)):
        lines = [line for _, line in component.lines]
        if component.name == "VCALENDAR":
            whole += ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:busy", *lines, *parts, "END:VCALENDAR", ""]
            parts = []
        elif component.name == "VFREEBUSY":
            found.periods += lines
        elif component.name == "VTIMEZONE":
            zones += 1
            parts += lines
        elif component.value("UID") in own:
            found.own += 1
        elif _matters(component, first, last):
            events += 1
            parts += ["BEGIN:VEVENT", *lines, "END:VEVENT"]
        if events > MOST_EVENTS or zones > MOST_ZONES:
            raise UnreadableCalendar(
                gettext_noop("The calendar holds more than 5,000 events that repeat or lie ahead.")
            )
    found.text = "\r\n".join(whole)
    return found


def components(text: str) -> Iterator[Component]:
    """The events, free-busy lists and time zones of a file as they end, and each calendar after its own parts.

    What is inside an event, such as alarms, is passed over. A time zone holds its own lines with BEGIN and END.
    """
    stack: list[Component] = []
    count = 0
    for line in re.split(r"\r?\n|\r", _FOLD.sub("", text)):
        count += 1
        if count > MOST_LINES:
            raise UnreadableCalendar(gettext_noop("The calendar has more than a million lines."))
        found = _NAME.match(line)
        if found is None:
            continue
        name = found.group().upper()
        if name == "BEGIN":
            _open(stack, value_of(line).upper())
        elif name == "END":
            yield from _closed(stack, value_of(line).upper())
        elif stack:
            _keep(stack, name, line)
    if stack:
        raise UnreadableCalendar(gettext_noop("The calendar breaks off in the middle. Export it or fetch it again."))


def _open(stack: list[Component], name: str) -> None:
    if len(stack) >= DEEPEST:
        raise UnreadableCalendar(gettext_noop("Its parts are nested more deeply than a calendar's ever are."))
    if bool(stack) == (name == "VCALENDAR"):
        raise UnreadableCalendar(
            gettext_noop("Its parts are out of order: events outside of a calendar, or a calendar inside one.")
        )
    if len(stack) == 2 and stack[-1].name == "VEVENT" and name == "VEVENT":
        raise UnreadableCalendar(gettext_noop("Its parts are out of order: an event inside an event."))
    stack.append(Component(name))
    _in_zone(stack, f"BEGIN:{name}")


def _closed(stack: list[Component], name: str) -> Iterator[Component]:
    if not stack or stack[-1].name != name:
        raise UnreadableCalendar(gettext_noop("Its parts do not end where they should: BEGIN and END do not match."))
    _in_zone(stack, f"END:{name}")
    closed = stack.pop()
    if name == "VCALENDAR" or (len(stack) == 1 and name in {"VEVENT", "VTIMEZONE", "VFREEBUSY"}):
        yield closed


def _in_zone(stack: list[Component], line: str) -> None:
    """Keep a BEGIN or END that lies in a time zone: its parts belong together."""
    if len(stack) >= 2 and stack[1].name == "VTIMEZONE" and len(stack) <= 3:
        stack[1].lines.append(("", line))


def _keep(stack: list[Component], name: str, line: str) -> None:
    """Keep a line that tells when or whether, after a look at it."""
    inner = stack[-1]
    if inner.name == "VCALENDAR" and name == "PRODID" and value_of(line) == PRODID:
        raise UnreadableCalendar(
            gettext_noop("This is the calendar that Tandem itself writes: your own sessions are in it already.")
        )
    wanted = {"FREEBUSY"} if inner.name == "VFREEBUSY" else KEPT.get(inner.name, set())
    if name not in wanted or (inner.name == "VEVENT" and len(stack) != 2):
        return
    if len(line) > LONGEST_LINE or "\N{REPLACEMENT CHARACTER}" in line:
        raise UnreadableCalendar(
            gettext_noop("A date or a rule in it is written in no known way: too long, or not in UTF-8.")
        )
    if name == "X-WR-TIMEZONE" and not is_zone(value_of(line)):
        return  # times without a zone are then the person's own
    if name == "RRULE":
        check_rule(value_of(line))
        if sum(key == "RRULE" for key, _ in inner.lines) >= MOST_RULES:
            raise UnreadableCalendar(gettext_noop("An event in it repeats by more than four rules."))
    in_zone = len(stack) >= 2 and stack[1].name == "VTIMEZONE"
    (stack[1] if in_zone else inner).lines.append((name, line))


def is_zone(name: str) -> bool:
    """Whether a name is one of the IANA database."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def check_rule(rule: str) -> None:
    """Raise UnreadableCalendar for a rule that repeats too often to be a person's, or is longer than any is."""
    parts = {key.strip().upper(): value for key, _, value in (part.partition("=") for part in rule.split(";"))}
    if len(rule) > LONGEST_RULE:
        raise UnreadableCalendar(gettext_noop("A rule by which an event repeats is longer than such rules are."))
    if parts.get("FREQ", "DAILY").upper() in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise UnreadableCalendar(
            gettext_noop("An event in it repeats by the hour, the minute or the second. Such rules are not read.")
        )
    if parts.get("INTERVAL", "1").strip().strip("0") == "":
        raise UnreadableCalendar(
            gettext_noop("An event in it repeats every 0 days, weeks, months or years, which has no end.")
        )
    times = 1
    for name in TIMES:
        times *= max(len(parts.get(name, "").split(",")), 1)
    if times > MOST_TIMES_A_DAY:
        raise UnreadableCalendar(
            gettext_noop("An event in it repeats more than 24 times a day. Such rules are not read.")
        )


def _matters(event: Component, first: date, last: date) -> bool:
    """Whether an event may take time between two days; what is over for good is left out before it costs anything."""
    first, last = first - ONE_DAY, last + ONE_DAY  # their dates are of other zones, up to a day off the person's
    start = _day(event.value("DTSTART"))
    if start is None or event.has("RDATE", "RECURRENCE-ID"):
        return True
    if event.has("RRULE"):
        until = re.search(r"UNTIL=([0-9]{8})", event.value("RRULE").upper())
        ended = _day(until.group(1)) if until else None
        return start <= last and (ended is None or ended >= first - LONG_AGO)
    end = _day(event.value("DTEND")) or (None if event.has("DURATION", "DTEND") else start)
    return start <= last and (end is None or max(start, end) >= first)


def _day(value: str) -> date | None:
    """The date that a value begins with; None where it is none."""
    found = _DIGITS.match(value)
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:8])) if found else None
    except ValueError:
        return None
