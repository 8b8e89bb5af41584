"""Free windows around busy times: what is left of them on a date, and what of them a meeting takes. No Django."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from planner.engine import SHORTEST_SESSION
from planner.engine.domain import Athlete, DateException, Window
from planner.intervals import Interval, merged, within, without

Taken = Mapping[date, Sequence[Interval]]  # minutes of each local day that are taken


def around(athlete: Athlete, taken: Taken) -> Athlete:
    """The athlete with the windows that busy times leave; each date that loses any becomes one that differs.

    Days kept for rest and dates without windows stay as they are. What is left of a window that was cut is given up
    where it is shorter than the shortest session.
    """
    differing = {one.date: one for one in athlete.exceptions}
    for day, busy in taken.items():
        windows = windows_on(athlete, day)
        left = tuple(piece for window in windows for piece in _left(window, busy))
        if left != windows:
            differing[day] = DateException(day, left)
    return replace(athlete, exceptions=tuple(differing[day] for day in sorted(differing)))


def windows_on(athlete: Athlete, day: date) -> tuple[Window, ...]:
    """The free windows of a date before anything is taken from them, those that touch as one; a race is not heeded."""
    own = next((one.windows for one in athlete.exceptions if one.date == day), None)
    if own is None:
        return athlete.windows_on(day.weekday())
    return replace(athlete, availability=own, rest_weekdays=frozenset()).windows


def lost_on(athlete: Athlete, taken: Taken, day: date) -> list[Interval]:
    """The minutes of a date's free windows that are taken, in time order."""
    busy = taken.get(day, ())
    return merged(part for window in windows_on(athlete, day) for part in within(busy, window.start, window.end))


def _left(window: Window, busy: Sequence[Interval]) -> list[Window]:
    """What busy times leave of a window."""
    pieces = [replace(window, start=start, end=end) for start, end in without(window.start, window.end, busy)]
    return pieces if pieces == [window] else [piece for piece in pieces if piece.minutes >= SHORTEST_SESSION]
