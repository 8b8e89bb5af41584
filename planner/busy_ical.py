"""The busy times of an iCalendar file: repeats expanded, what takes no time left out, nothing else read. No Django."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, vDuration

from planner import busy_lines
from planner.busy_lines import UnreadableCalendar as UnreadableCalendar
from planner.engine.speech import gettext_noop
from planner.intervals import DAY, EPOCH_DAY, Interval, local_minutes, merged, utc_minutes, utc_minutes_up, within

MOST_OCCURRENCES = 20_000
MOST_KEPT = 5_000  # intervals after merging
ONE_DAY = timedelta(days=1)
Part = Any  # of a calendar, as icalendar has it: its properties are any of thirty types
LONGEST = timedelta(days=3660)  # of an event: ten years
TIMED = ("DTSTART", "DTEND", "RECURRENCE-ID")
_PERIOD = re.compile(r"([0-9]{8}T[0-9]{6}Z)/(?:([0-9]{8}T[0-9]{6}Z)|(P[0-9TWDHMS]{2,20}))\Z")


BROKEN, UNKNOWN_ZONE, OWN = "broken", "unknown_zone", "own"  # what there may be to remark on events
Remark = tuple[str, int]  # that, and how many


@dataclass(frozen=True, slots=True)
class Question:
    """Which days are asked for (`last` included), whether all-day events take their day, and UIDs that do not count."""

    first: date
    last: date
    all_day: bool = False
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When somebody is busy, and nothing of why.

    `instants` are minutes since 1970 in UTC, `local` such as the clock of the person's own zone shows them: of times
    without a zone and of whole days. `remarks` are what was left out or taken in another way, and how many events.
    """

    instants: tuple[Interval, ...] = ()
    local: tuple[Interval, ...] = ()
    remarks: tuple[Remark, ...] = ()


def busy_times(data: bytes, question: Question) -> BusyTimes:
    """The busy times in a file. Raises UnreadableCalendar with what is wrong.

    A hostile file may make it slow or large: `planner.busy_worker` sets its limits from outside.
    """
    kept = busy_lines.kept(data, question.first, question.last, question.own)
    calendars = _calendars(kept.text)
    broken = sum(_take_out_broken(calendar) for calendar in calendars)
    unknown = sum(_without_zone(calendar) for calendar in calendars)
    instants: list[Interval] = list(_periods(kept.periods))
    local: list[Interval] = []
    for occurrence in _occurrences(calendars, question):
        start, end = occurrence["DTSTART"].dt, occurrence["DTEND"].dt
        if not isinstance(start, datetime):
            local += [_days(start, end)] if question.all_day else []
        elif start.tzinfo is None:
            local.append((local_minutes(start), local_minutes(end)))
        else:
            instants.append((utc_minutes(start), utc_minutes_up(end)))
    return _answer(instants, local, question, _remarks(broken, unknown, kept.own))


def _calendars(text: str) -> list[Part]:
    """The calendars in what was kept of a file. Raises UnreadableCalendar where a time zone in it makes no sense."""
    try:
        return list(Calendar.from_ical(text, multiple=True)) if text else []
    except (ValueError, KeyError, TypeError, IndexError, OverflowError, AttributeError, OSError) as problem:
        # OSError: a zone's name is looked up as the name of a file, and may be that of a folder or far too long
        raise UnreadableCalendar(
            gettext_noop("A time zone in it makes no sense, so the times of its events are unknown.")
        ) from problem


def _answer(instants: list[Interval], local: list[Interval], question: Question, remarks: list[Remark]) -> BusyTimes:
    """What lies on the days asked for, and a day on either side: nobody's zone is further off."""
    start = ((question.first - EPOCH_DAY).days - 1) * DAY
    end = ((question.last - EPOCH_DAY).days + 2) * DAY
    found = [tuple(merged(within(times, start, end))) for times in (instants, local)]
    if sum(map(len, found)) > MOST_KEPT:
        raise UnreadableCalendar(gettext_noop("The calendar is busy more than 5,000 times in the weeks ahead."))
    return BusyTimes(found[0], found[1], tuple(remarks))


def _occurrences(calendars: list[Part], question: Question) -> Iterator[Part]:
    """Every time that an event takes place and takes time, with DTSTART and DTEND."""
    count = 0
    for calendar in calendars:
        try:
            found = recurring_ical_events.of(calendar).between(question.first - ONE_DAY, question.last + 2 * ONE_DAY)
        except (ValueError, KeyError, TypeError, OverflowError, AttributeError) as problem:
            raise UnreadableCalendar(
                gettext_noop("A date or a rule in it makes no sense, so its repeats are unknown.")
            ) from problem
        count += len(found)
        if count > MOST_OCCURRENCES:
            raise UnreadableCalendar(gettext_noop("Its events take place more than 20,000 times in the weeks ahead."))
        yield from (event for event in found if _takes_time(event))


def _takes_time(event: Part) -> bool:
    """Whether an event makes its owner busy: it does unless it says that it does not, or is called off."""
    free = {
        "TRANSP": "TRANSPARENT",
        "STATUS": "CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS": "FREE",
    }
    return not any(str(event.get(name, "")).strip().upper() == value for name, value in free.items())


def _take_out_broken(calendar: Part) -> int:
    """Take the events out of a calendar whose dates or rules cannot be read. How many these were."""
    parts = calendar.subcomponents
    broken = [part for part in parts if part.name == "VEVENT" and not _is_whole(part)]
    calendar.subcomponents = [part for part in parts if part not in broken] if broken else parts
    return len(broken)


def _is_whole(event: Part) -> bool:
    try:
        dates = [event[name].dt for name in TIMED if name in event]
        lasts = event["DURATION"].dt if "DURATION" in event else ONE_DAY
    except (AttributeError, ValueError, TypeError):
        return False
    is_sane = all(1900 <= moment.year <= 9000 for moment in dates) and timedelta() <= lasts <= LONGEST
    return is_sane and not event.errors and "DTSTART" in event


def _without_zone(calendar: Part) -> int:
    """How many events name a time zone that nobody knows; their times are read as the person's own."""
    events = (part for part in calendar.subcomponents if part.name == "VEVENT")
    return sum(bool(_names_unknown_zone(event)) for event in events)


def _names_unknown_zone(event: Part) -> bool:
    moment = event["DTSTART"].dt
    return isinstance(moment, datetime) and moment.tzinfo is None and "TZID" in event["DTSTART"].params


def _remarks(broken: int, unknown: int, own: int) -> list[Remark]:
    """What the owner may want to know."""
    found = ((BROKEN, broken), (UNKNOWN_ZONE, unknown), (OWN, own))
    return [(what, number) for what, number in found if number]


def _days(first: date, after: date) -> Interval:
    """Whole days, from the first to the one after the last, as minutes of the local clock."""
    return (first - EPOCH_DAY).days * DAY, (after - EPOCH_DAY).days * DAY


def _periods(lines: list[str]) -> Iterator[Interval]:
    """The busy times that a free-busy list publishes, in minutes since 1970; what it calls free is left out."""
    for line in lines:
        kind = re.search(r"FBTYPE=([A-Z-]+)", line.partition(":")[0].upper())
        if kind and kind.group(1) == "FREE":
            continue
        for period in busy_lines.value_of(line).split(","):
            yield _period(period.strip())


def _period(text: str) -> Interval:
    found = _PERIOD.match(text)
    try:
        if found:
            start = _moment(found.group(1))
            end = _moment(found.group(2)) if found.group(2) else start + vDuration.from_ical(found.group(3))  # type: ignore[no-untyped-call]
            return utc_minutes(start), utc_minutes_up(end)
    except (ValueError, OverflowError):
        pass
    raise UnreadableCalendar(
        gettext_noop("A free-busy time in it is not written as such times are: two moments in UTC.")
    )


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
