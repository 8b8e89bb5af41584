"""Stretches of time as pairs of whole minutes: put together, cut, taken out of one another, laid on local dates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

Interval = tuple[int, int]  # from, until, in minutes; the second is greater
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.date()
DAY = 24 * 60
MINUTE = timedelta(minutes=1)


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same minutes in time order, as few intervals as can be; those that touch are one, empty ones none."""
    found: list[Interval] = []
    for start, end in sorted(intervals):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def within(intervals: Iterable[Sequence[int]], start: int, end: int) -> list[Interval]:
    """What of the intervals lies between two minutes."""
    cut = ((max(low, start), min(high, end)) for low, high in intervals)
    return [(low, high) for low, high in cut if low < high]


def without(start: int, end: int, taken: Iterable[Interval]) -> list[Interval]:
    """What is left of the minutes from `start` to `end` where those that are taken are left out, in time order."""
    left: list[Interval] = []
    for low, high in merged(within(taken, start, end)):
        left.append((start, low))
        start = high
    return [(low, high) for low, high in (*left, (start, end)) if low < high]


def on_dates(
    instants: Iterable[Sequence[int]], local: Iterable[Sequence[int]], zone: str
) -> Mapping[date, list[Interval]]:
    """Minutes of each local day that are in either list, merged.

    `instants` are minutes since 1970 in UTC, `local` minutes since 1970 on the clock of whatever zone the person is in;
    `zone` is an IANA name. Where a clock is set back, both of the hours that it shows twice are taken.
    """
    clock = ZoneInfo(zone)
    days: dict[date, list[Interval]] = {}
    shown = [*(_on_clock(start, end, clock) for start, end in instants), *((start, end) for start, end in local)]
    for start, end in merged(shown):
        for number in range(start // DAY, (end - 1) // DAY + 1):
            low, high = max(start - number * DAY, 0), min(end - number * DAY, DAY)
            days.setdefault(EPOCH_DAY + timedelta(days=number), []).append((low, high))
    return days


def _on_clock(first: int, last: int, clock: ZoneInfo) -> Interval:
    """An interval of UTC as the clock on the wall shows it, no shorter than it is."""
    start, end = (local_minutes((EPOCH + minutes * MINUTE).astimezone(clock)) for minutes in (first, last))
    return start, max(end, start + last - first)


def local_minutes(moment: datetime) -> int:
    """Minutes since 1970 as the moment's own clock shows them."""
    return (moment.replace(tzinfo=UTC) - EPOCH) // MINUTE


def utc_minutes(moment: datetime) -> int:
    """Minutes since 1970 of a moment that knows its zone."""
    return (moment - EPOCH) // MINUTE


def utc_minutes_up(moment: datetime) -> int:
    """The same, a minute that has begun counted whole."""
    return -((EPOCH - moment) // MINUTE)
