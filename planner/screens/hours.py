"""The hours of one week, day by day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HoursSlot:
    """The two fields of one time; empty where it is not used. A browser's field knows no 24:00."""

    number: int
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class DayHours:
    """One day's hours in this week."""

    date: date
    text: str  # "18:00–20:00", "No training", "Race day"
    is_closed: bool  # without any hours
    differs: bool  # from the usual week
    can_change: bool  # it is not over
    sessions: int  # planned on it
    slots: tuple[HoursSlot, ...]


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The week's hours, and whether any differ."""

    iso: str
    title: str
    version: int
    days: tuple[DayHours, ...]
    differs: bool
    can_change: bool
