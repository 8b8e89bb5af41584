"""The hours that a week really has, day by day, beside those of a usual one."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from planner import clock, telling, words
from planner.engine.domain import DAYS, Window
from planner.engine.vocabulary import Status
from planner.records import Records
from planner.screens import DayHours, HoursSlot, WeekHours
from planner.services.exceptions import differs

SLOTS = 3


def week_hours(records: Records, monday: date) -> WeekHours:
    """The week from `monday`, whose neighbours were read too. Raises NoWeek."""
    version = records.week(monday).version
    days = tuple(_day(records, monday, monday + timedelta(days=number)) for number in range(DAYS))
    return WeekHours(
        iso=clock.iso_of(monday),
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        version=version,
        days=days,
        differs=any(day.differs and day.can_change for day in days),
        can_change=any(day.can_change for day in days),
    )


def _day(records: Records, monday: date, day: date) -> DayHours:
    windows = records.athlete.in_week(monday).windows_on(day.weekday())
    planned = [row for row in records.sessions[monday] if row.date == day and row.status == Status.PLANNED]
    return DayHours(
        date=day,
        text=", ".join(map(_span, windows)) or _("No training"),
        is_closed=not windows,
        differs=differs(records, day),
        can_change=day >= records.today,
        sessions=len(planned),
        slots=tuple(_slot(number, windows) for number in range(SLOTS)),
    )


def _span(window: Window) -> str:
    return telling.between(window.start, window.end)


def _slot(number: int, windows: tuple[Window, ...]) -> HoursSlot:
    if number >= len(windows):
        return HoursSlot(number, "", "")
    window = windows[number]
    return HoursSlot(number, clock.from_minutes(window.start), clock.from_minutes(window.end))
