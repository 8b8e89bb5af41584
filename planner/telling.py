"""How hours and dates are told to whoever reads: by 12 or 24 hours, day or month first, weekdays from their first day.

One place asks what is chosen, for each request, mail and feed; what is told then follows, also the engine's sentences.
The form of machines, 18:30 and 2026-12-08, is `planner.clock`'s.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.dateformat import format as date_format
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation.trans_real import parse_accept_lang_header

from planner.clock import DAY_MINUTES, end_from_minutes, from_minutes
from planner.engine import speech
from planner.territories import SATURDAY, SUNDAY, Clock, Dates, WeekStart, customs
from planner.told import kept_by_language

DAYS = 7
NOON = DAY_MINUTES // 2
KEPT = 2048  # dates as they are told: all look at the same few months
STARTS = {WeekStart.MONDAY: 0, WeekStart.SUNDAY: SUNDAY, WeekStart.SATURDAY: SATURDAY}
# In Django's letters: day first, month first. "Tuesday 8 December", "Tuesday, December 8".
FORMATS = {
    "day": (pgettext_lazy("format of a date", "l j F"), pgettext_lazy("format of a date", "l, F j")),
    "date": (pgettext_lazy("format of a date", "j F"), pgettext_lazy("format of a date", "F j")),
    "long": (pgettext_lazy("format of a date", "l j F Y"), pgettext_lazy("format of a date", "l, F j, Y")),
    "full": (pgettext_lazy("format of a date", "j F Y"), pgettext_lazy("format of a date", "F j, Y")),
    "short": (pgettext_lazy("format of a date", "j M"), pgettext_lazy("format of a date", "M j")),
    "weekday": ("l", "l"),
    "short_day": (pgettext_lazy("format of a date", "D j M"), pgettext_lazy("format of a date", "D, M j")),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """How somebody is told hours and dates; `first_day` counts from Monday, 0. As it stands it is the usual one."""

    twelve_hours: bool = False
    month_first: bool = False
    first_day: int = 0


class Choices(Protocol):
    """What a person chose, as `planner.models.Preferences` has it."""

    clock: str
    dates: str
    week_starts: str
    language_tag: str


USUAL = Telling()
_current: ContextVar[Callable[[], Telling]] = ContextVar("telling", default=lambda: USUAL)


def chosen(choices: Choices | None, tag: str) -> Telling:
    """What a person chose, and in place of what they left to their browser what is usual where its `tag` is at home."""
    usual = customs(tag)
    if choices is None:
        return Telling(usual.twelve_hours, usual.month_first, usual.first_day)
    hours, dates, start = Clock(choices.clock), Dates(choices.dates), WeekStart(choices.week_starts)
    return Telling(
        usual.twelve_hours if hours is Clock.AUTO else hours is Clock.H12,
        usual.month_first if dates is Dates.AUTO else dates is Dates.MONTH_FIRST,
        STARTS.get(start, usual.first_day),
    )


def without_browser(choices: Choices | None) -> Telling:
    """The same in a mail or a feed, by the language tag that the person's browser sent when it was last kept."""
    return chosen(choices, choices.language_tag if choices else "")


def best_tag(accepted: str) -> str:
    """The language tag that an Accept-Language header wants most: "en-us"; empty where it wants none."""
    return next((tag for tag, _ in parse_accept_lang_header(accepted) if tag != "*"), "")


@contextmanager
def told(by: Callable[[], Telling]) -> Iterator[None]:
    """Tell everything as `by` says while this lasts; it is asked whenever something is told."""
    token = _current.set(by)
    try:
        with speech.hours_as(end):
            yield
    finally:
        _current.reset(token)


def current() -> Telling:
    """How things are told now."""
    return _current.get()()


def hour(minutes: int) -> str:
    """Minutes of a day on the reader's clock: "18:30", "6:30 pm"; past midnight it is the next day's."""
    if not current().twelve_hours:
        return from_minutes(minutes)
    minutes %= DAY_MINUTES
    return _half_day(minutes).format(time=_twelve(minutes))


def end(minutes: int) -> str:
    """The end of a span within a day: as `hour`, and midnight is "24:00" or "midnight"."""
    if minutes != DAY_MINUTES:
        return hour(minutes)
    return gettext("midnight") if current().twelve_hours else end_from_minutes(minutes)


def between(start: int, until: int) -> str:
    """Two hours of a day and what lies between: "18:00–20:00", "6:00–8:00 pm", "11:00 am–1:00 pm"."""
    is_one_half = start // NOON == until // NOON and until < DAY_MINUTES
    first = _twelve(start) if current().twelve_hours and is_one_half else hour(start)
    return f"{first}–{end(until)}"


def full_hour(hours: int) -> str:
    """A full hour where there is little room: "18", "6 pm"."""
    if not current().twelve_hours:
        return str(hours)
    return _half_day(60 * hours).format(time=hours % 12 or 12)


def _twelve(minutes: int) -> str:
    return f"{minutes // 60 % 12 or 12}:{minutes % 60:02}"


def _half_day(minutes: int) -> str:
    """Where the time stands beside the half of its day; a break between them would tear them apart."""
    return gettext("{time}\N{NO-BREAK SPACE}am") if minutes < NOON else gettext("{time}\N{NO-BREAK SPACE}pm")


def half_days() -> tuple[str, str]:
    """What a script writes around a time before noon and after it: "{time} am"; empty by 24 hours."""
    return (_half_day(0), _half_day(NOON)) if current().twelve_hours else ("", "")


def a_date(value: date, form: str = "date") -> str:
    """A date in one of the FORMATS: "8 December", "December 8"."""
    return _written(value, form, current().month_first)


@kept_by_language(KEPT)
def _written(value: date, form: str, month_first: bool) -> str:
    return date_format(value, str(FORMATS[form][month_first]))


def day(value: date) -> str:
    """A day in a sentence: "Tuesday 1 December", "Tuesday, December 1"."""
    return a_date(value, "day")


def span(first: date, last: date) -> str:
    """Two days and what lies between: "30 Nov – 6 Dec", "Nov 30 – Dec 6"."""
    return f"{a_date(first, 'short')} – {a_date(last, 'short')}"


def weekdays() -> tuple[int, ...]:
    """The days of the week, Monday 0, from the reader's first one on: as weekdays are chosen from."""
    return tuple((current().first_day + number) % DAYS for number in range(DAYS))
