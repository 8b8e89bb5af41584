"""The VTIMEZONE of an IANA zone in the one shape Outlook reads: no Django, no clock."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal import Component

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EPOCH_YEAR = 1970
# "Sunday on or after the 2nd" passes for "first Sunday" in most single years; twelve years tell them apart.
LOOKAHEAD_YEARS = 12
YEARS = range(1900, 9900)  # outside of them clocks ran by the sun, or Python's calendar ends
# No zone keeps an offset for less than three weeks (Morocco's Ramadan is the shortest), so weekly looks miss nothing.
LOOK_EVERY = timedelta(days=7)


class Change(NamedTuple):
    """One change of a zone's offset: `onset` is the naive wall clock just before it, offsets are from UTC."""

    onset: datetime
    before: timedelta
    after: timedelta


class YearlyRule(NamedTuple):
    """A change on the `nth` (1 to 4, or -1 for the last) `weekday` (Monday is 0) of `month`, at wall-clock `at`."""

    month: int
    weekday: int
    nth: int
    at: time
    before: timedelta
    after: timedelta


@lru_cache(maxsize=512)
def vtimezone_bytes(name: str, first_year: int, last_year: int) -> bytes | None:
    """Write the VTIMEZONE of the IANA zone `name`, right from `first_year` to `last_year` inclusive.

    None where no yearly rule gives the zone's offsets in those years: the caller then writes UTC times.
    """
    if first_year not in YEARS or last_year not in YEARS:
        return None
    zone = ZoneInfo(name)
    first = datetime(first_year, 1, 1, tzinfo=UTC)
    last = datetime(last_year + LOOKAHEAD_YEARS + 1, 1, 1, tzinfo=UTC)
    changes = find_changes(zone, first, last)
    if not changes:
        return _write(name, _fixed(_offset(zone, first)))
    rules = _yearly_rules(changes, years=last.year - first_year)
    return _write(name, *map(_observance, rules)) if rules else None


def find_changes(zone: ZoneInfo, first: datetime, last: datetime) -> list[Change]:
    """Find every change of `zone`'s offset between two aware UTC instants, in order."""
    changes = []
    while first < last:
        following = min(first + LOOK_EVERY, last)
        before, after = _offset(zone, first), _offset(zone, following)
        if before != after:
            onset = _instant_of_change(zone, first, following) + before
            changes.append(Change(onset.replace(tzinfo=None), before, after))
        first = following
    return changes


def _instant_of_change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Bisect to the first whole second at which the offset of `high` holds."""
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if _offset(zone, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _yearly_rules(changes: list[Change], *, years: int) -> tuple[YearlyRule, YearlyRule] | None:
    """Return the rules of winter and summer time, or None where the changes do not repeat yearly."""
    to_standard = _yearly_rule([change for change in changes if change.after < change.before], years)
    to_daylight = _yearly_rule([change for change in changes if change.after > change.before], years)
    return (to_standard, to_daylight) if to_standard and to_daylight else None


def _yearly_rule(changes: list[Change], years: int) -> YearlyRule | None:
    """Return the one rule behind one change a year, or None."""
    shapes = {(c.onset.month, c.onset.weekday(), c.onset.time(), c.before, c.after) for c in changes}
    if len(changes) != years or len({c.onset.year for c in changes}) != years or len(shapes) != 1:
        return None
    positions = set.intersection(*(_positions(change.onset) for change in changes))
    if not positions:
        return None
    month, weekday, at, before, after = shapes.pop()
    return YearlyRule(month, weekday, positions.pop(), at, before, after)


def _positions(day: datetime) -> set[int]:
    """Name the places of a day among the same weekdays of its month: third is 3, last is -1."""
    is_last = day.day + 7 > monthrange(day.year, day.month)[1]
    return {(day.day - 1) // 7 + 1} | ({-1} if is_last else set())


def _observance(rule: YearlyRule) -> Component:
    """Build the STANDARD or DAYLIGHT part that `rule` describes, from 1970 on as most writers do."""
    part = TimezoneDaylight() if rule.after > rule.before else TimezoneStandard()
    part.add("DTSTART", _occurrence(rule, EPOCH_YEAR))
    byday = f"{rule.nth}{WEEKDAYS[rule.weekday]}"
    part.add("RRULE", {"FREQ": ["YEARLY"], "BYMONTH": [rule.month], "BYDAY": [byday]})
    part.add("TZOFFSETFROM", rule.before)
    part.add("TZOFFSETTO", rule.after)
    return part


def _occurrence(rule: YearlyRule, year: int) -> datetime:
    """Return the naive wall-clock onset of `rule` in `year`."""
    days = range(1, monthrange(year, rule.month)[1] + 1)
    matching = [day for day in days if date(year, rule.month, day).weekday() == rule.weekday]
    return datetime.combine(date(year, rule.month, matching[rule.nth - (rule.nth > 0)]), rule.at)


def _fixed(offset: timedelta) -> Component:
    """Build the single STANDARD part of a zone that never changes."""
    part = TimezoneStandard()
    part.add("DTSTART", datetime.combine(date(EPOCH_YEAR, 1, 1), time()))
    part.add("TZOFFSETFROM", offset)
    part.add("TZOFFSETTO", offset)
    return part


def _write(name: str, *parts: Component) -> bytes:
    """Serialise the parts as the VTIMEZONE called `name`."""
    zone = Timezone()
    zone.add("TZID", name)
    for part in parts:
        zone.add_component(part)
    written: bytes = zone.to_ical()
    return written


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    """Return the offset from UTC that `zone` has at an aware instant."""
    return instant.astimezone(zone).utcoffset() or timedelta(0)
