"""Feed events to iCalendar bytes: the only place that writes the format; no Django, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Alarm, Calendar, Event
from icalendar.cal import Component
from icalendar.prop import vDatetime, vText

from planner.vtimezone import vtimezone_bytes

PRODID = "-//Tandem//Training plan//EN"
REFRESH_EVERY = timedelta(hours=1)
REFRESH_EVERY_TEXT = "PT1H"
SUMMARY_OCTETS = 255
DESCRIPTION_OCTETS = 8_000
MAX_SEQUENCE = 2**31 - 1
NO_TIME = timedelta(0)
HALF_A_DAY = timedelta(hours=12)

_LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# C0 and C1 controls, lone surrogates (no UTF-8 form), non-characters and the byte order mark.
_UNWRITABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff]")
_ESCAPED = ",;\n"


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One session, rest day or race as a calendar shows it.

    `start` and `end` are both naive wall-clock datetimes in the calendar's zone, or both dates for all-day
    (`end` exclusive). `created` and `changed` are aware UTC. Raises ValueError naming the field that is wrong.
    """

    uid: str  # stored, opaque, ASCII
    sequence: int
    created: datetime  # aware UTC
    changed: datetime  # aware UTC: DTSTAMP and LAST-MODIFIED
    start: datetime | date  # naive local wall-clock datetime, or a date for all-day
    end: datetime | date
    summary: str
    description: str  # plain text, lines separated by \n
    url: str  # https link to the session, or ""
    categories: tuple[str, ...] = ()
    busy: bool = True  # OPAQUE, else TRANSPARENT; an all-day event is always TRANSPARENT
    alarm_minutes: int | None = None  # minutes before the start, at least 1

    def __post_init__(self) -> None:
        """Refuse what no calendar could show rightly."""
        _require(re.fullmatch(r"[!-~]{1,255}", self.uid), "uid", "must be 1 to 255 printable ASCII characters")
        _require(0 <= self.sequence <= MAX_SEQUENCE, "sequence", "must be from 0 to 2147483647")
        _require(self.created.utcoffset() == timedelta(0), "created", "must be aware and in UTC")
        _require(self.changed.utcoffset() == timedelta(0), "changed", "must be aware and in UTC")
        _require(not _is_aware(self.start), "start", "must be naive wall-clock time")
        _require(not _is_aware(self.end), "end", "must be naive wall-clock time")
        same_form = isinstance(self.start, datetime) == isinstance(self.end, datetime)
        _require(same_form and self.end > self.start, "end", "must be later than start and of the same form")
        _require(re.fullmatch(r"(https://[!-~]+)?", self.url), "url", "must be an https address or empty")
        _require(self.alarm_minutes is None or self.alarm_minutes >= 1, "alarm_minutes", "must be 1 or more")

    @property
    def is_all_day(self) -> bool:
        """Whether the event has dates, not times."""
        return not isinstance(self.start, datetime)


def calendar_bytes(events: Iterable[FeedEvent], *, name: str, timezone: str, description: str = "") -> bytes:
    """Write `events`, sorted by start, as one VCALENDAR in UTF-8 with CRLF; equal input gives equal bytes.

    `timezone` is an IANA name. Where it has no fixed yearly rule, and around a change of its clock, events are written
    in UTC, which is always right. Raises ValueError naming the field for an unknown zone or a UID that occurs twice.
    """
    ordered = sorted(events, key=lambda event: (event.start.isoformat(), event.uid))
    _require(len({event.uid for event in ordered}) == len(ordered), "uid", "must differ from event to event")
    zone = _load_zone(timezone)
    definition = _define_zone(zone, ordered)
    calendar = _build_head(name, description)
    for event in ordered:
        calendar.add_component(_build_event(event, zone, in_utc=definition is None))
    written: bytes = calendar.to_ical()
    if not definition or b";TZID=" not in written:  # every session near a change of the clock, and in UTC
        return written
    # No text holds this mark: inside of one a line break is escaped, and a folded line goes on with a space.
    before = written.index(b"\r\nBEGIN:VEVENT\r\n") + len(b"\r\n")
    return written[:before] + definition + written[before:]


def _build_head(name: str, description: str) -> Calendar:
    """Build the calendar without its events. RFC 7986 names and the older X- names say the same."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODID)
    calendar.add("CALSCALE", "GREGORIAN")
    title = vText(_clean_line(name, SUMMARY_OCTETS))  # a plain str would go out unescaped
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    if about := _clean_line(description, DESCRIPTION_OCTETS):
        calendar.add("DESCRIPTION", vText(about))
        calendar.add("X-WR-CALDESC", vText(about))
    calendar.add("REFRESH-INTERVAL", REFRESH_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", REFRESH_EVERY_TEXT)  # a timedelta would go out as "1:00:00"
    return calendar


def _build_event(event: FeedEvent, zone: ZoneInfo, *, in_utc: bool) -> Event:
    """Build one VEVENT. Without METHOD, DTSTAMP means the same as LAST-MODIFIED (RFC 5545, 3.8.7.2)."""
    component = Event()
    component.add("UID", vText(event.uid))
    component.add("SEQUENCE", event.sequence)
    component.add("CREATED", event.created)
    changed = vDatetime(event.changed)
    component.add("DTSTAMP", changed)
    component.add("LAST-MODIFIED", changed)
    start, end = _span(event, zone, in_utc=in_utc)
    component.add("DTSTART", start)
    component.add("DTEND", end)
    component.add("TRANSP", vText("OPAQUE" if event.busy and not event.is_all_day else "TRANSPARENT"))
    _add_texts(component, event)
    if event.alarm_minutes is not None:
        component.add_component(_build_alarm(event.alarm_minutes, str(component["SUMMARY"])))
    return component


def _add_texts(component: Event, event: FeedEvent) -> None:
    """Add what a person reads, leaving out what is empty; the summary alone must say enough."""
    component.add("SUMMARY", vText(_clean_line(event.summary, SUMMARY_OCTETS)))
    if description := _clean_text(event.description, DESCRIPTION_OCTETS):
        component.add("DESCRIPTION", vText(description))
    if categories := [label for text in event.categories if (label := _clean_line(text, SUMMARY_OCTETS))]:
        component.add("CATEGORIES", categories)
    if event.url:
        component.add("URL", event.url)


def _build_alarm(minutes: int, text: str) -> Component:
    """Build a reminder; Home Assistant refuses the whole feed when an alarm has no DESCRIPTION."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text or "Training")
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm


def _define_zone(zone: ZoneInfo, events: list[FeedEvent]) -> bytes | None:
    """Return the VTIMEZONE for the years of the timed events, b"" where there are none, None where UTC serves."""
    times = [moment for event in events if not event.is_all_day for moment in (event.start, event.end)]
    if not times:
        return b""
    if "/" not in zone.key or zone.key.startswith("Etc/"):  # an abbreviation as TZID is an hour off on macOS
        return None
    return vtimezone_bytes(zone.key, min(times).year, max(times).year)


def _span(event: FeedEvent, zone: ZoneInfo, *, in_utc: bool) -> tuple[datetime | date, datetime | date]:
    """Return start and end as they are written, with wall-clock times that spring skips moved on by the gap."""
    start, end = event.start, event.end
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return start, end
    start_gap, end_gap = _gap(start, zone), _gap(end, zone)
    # An end outside the gap moves with its start: the session keeps its length and never ends before it begins.
    start, end = _place(start + start_gap, zone), _place(end + (end_gap or start_gap), zone)
    return (start.astimezone(UTC), end.astimezone(UTC)) if in_utc or _is_near_change(start, end) else (start, end)


def _place(wall: datetime, zone: ZoneInfo) -> datetime:
    """Put a wall-clock time into its zone: the first of the two where autumn repeats an hour."""
    return wall.replace(tzinfo=zone, fold=0)


def _is_near_change(start: datetime, end: datetime) -> bool:
    """Whether the clock changes within half a day of an event: readers take the hour that autumn repeats for its second
    time, against RFC 5545, 3.3.5 (libical, ical.js, sabre/vobject), or the offset of the wrong side for hours (ts-ics).
    """
    return (start - HALF_A_DAY).utcoffset() != (end + HALF_A_DAY).utcoffset()


def _gap(wall: datetime, zone: ZoneInfo) -> timedelta:
    """Return by how much a change of the clock skips this wall-clock time; zero almost always.

    A skipped time has the offset from before the change with fold 0 and the one from after it with fold 1 (PEP 495).
    """
    before, after = (wall.replace(tzinfo=zone, fold=fold).utcoffset() or NO_TIME for fold in (0, 1))
    return max(after - before, NO_TIME)


def _load_zone(name: str) -> ZoneInfo:
    """Load an IANA zone; ZoneInfo alone would also take "right/..." and raise four kinds of error."""
    _require(name in _zone_names(), "timezone", f"{name!r} is not an IANA time zone")
    return ZoneInfo(name)


@lru_cache(maxsize=1)
def _zone_names() -> frozenset[str]:
    """List the zones once; it walks the file system."""
    return frozenset(available_timezones())


def _clean_line(text: str, octets: int) -> str:
    """Return `text` as one clean line."""
    return _trim(" ".join(_clean(text).split("\n")).strip(), octets)


def _clean_text(text: str, octets: int) -> str:
    """Return `text` clean, with its lines. No blanks at its ends: libical and what reads with it drop them."""
    return _trim(_clean(text).strip(), octets)


def _clean(text: str) -> str:
    r"""Drop what breaks readers: control characters, odd line ends, and `\n`, which four readers take for a break."""
    text = text.replace("\\", "/")
    if text.replace("\n", "").isprintable():  # nearly every text is clean, and this is ten times as fast
        return text
    return _UNWRITABLE.sub("", _LINE_BREAK.sub("\n", text).replace("\t", " "))


def _trim(text: str, octets: int) -> str:
    """Cut `text` to at most `octets` of UTF-8, counted as escaped, between two characters."""
    if 4 * len(text) <= octets:  # no character takes more
        return text
    used = 0
    for position, character in enumerate(text):
        used += len(character.encode()) + (character in _ESCAPED)
        if used > octets:
            return text[:position].rstrip()
    return text


def _is_aware(moment: datetime | date) -> bool:
    """Whether `moment` carries a zone."""
    return isinstance(moment, datetime) and moment.tzinfo is not None


def _require(holds: object, field: str, problem: str) -> None:
    """Raise ValueError naming the field unless the condition holds."""
    if not holds:
        raise ValueError(f"{field}: {problem}")
