"""Times of a day as people write them, by 24 hours or by 12, and examples of them on the reader's clock."""

import re
from collections.abc import Iterator

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner import telling
from planner.clock import DAY_MINUTES

NOON = DAY_MINUTES // 2
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:.]?([0-5][0-9])(?::00)?")
_TWELVE = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]?([0-5][0-9]))?", re.ASCII)
_BLANK = re.compile(r"\s")
_SPAN = re.compile(r"(.+?)\s*(?:-|–|\bto\b)\s*(.+)")
ENGLISH = ("{time}am", "{time}pm", "{time}a.m.", "{time}p.m.")
NO_TIME = format_lazy(_("Write a time like {example}."), example=lazy(telling.hour, str)(18 * 60))


def example_of_hours() -> str:
    """Two hours with a dash, as `span_of` reads them: "10:00-12:00"."""
    return in_field(10 * 60, 12 * 60)


def in_field(start: int, end: int) -> str:
    """Minutes of a day as a span that somebody writes: "10:00-12:00", "10:00 am-12:00 pm"."""
    until = telling.hour if telling.current().twelve_hours else telling.end  # "midnight" is a word to read
    return f"{telling.hour(start)}-{until(end)}"


def minutes_of(text: str) -> int | None:
    """Minutes of the day of "18:00", "6:30 pm", "6pm" or "24:00"; None where it is no time."""
    if found := _CLOCK.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2])
        return minutes if minutes <= DAY_MINUTES else None
    halves = ((half, _TWELVE.fullmatch(time)) for half, time in _halves(text))
    return next((NOON * half + _within_half(found) for half, found in halves if found), None)


def _within_half(found: re.Match[str]) -> int:
    return int(found[1]) % 12 * 60 + int(found[2] or 0)


def span_of(text: str) -> tuple[int, int] | None:
    """Start and end of "10:00-12:00" or "6–8:30 pm" in minutes of a day, the end at most its last; None where none.

    A start without a half of the day has the end's, where that is before it.
    """
    found = _SPAN.fullmatch(text)
    start, end = (minutes_of(found[1]), minutes_of(found[2])) if found else (None, None)
    if found is None or end is None:
        return None
    end = end or DAY_MINUTES
    if not _CLOCK.fullmatch(found[2]) and (bare := _TWELVE.fullmatch(found[1])):
        early = _within_half(bare)
        start = early + NOON if early + NOON < end else early
    return (start, end) if start is not None and start < end else None


def _halves(text: str) -> Iterator[tuple[int, str]]:
    """The time and the half of the day that a text names, 0 before noon and 1 after; none by 24 hours."""
    written = _BLANK.sub("", text).casefold()
    for half, form in enumerate((*ENGLISH, *telling.half_days())):
        before, _time, after = _BLANK.sub("", form).casefold().partition("{time}")
        if before + after and written.startswith(before) and written.endswith(after):
            yield half % 2, written[len(before) : len(written) - len(after)]
