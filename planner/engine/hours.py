"""Free hours: the windows of a usual week, and dates that differ from it."""

from dataclasses import dataclass
from datetime import date

from planner.engine.vocabulary import Modality

DAYS = 7
DAY_MINUTES = 24 * 60
WEEK_MINUTES = DAYS * DAY_MINUTES


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Free time on a weekday (0 Monday), `start` to `end` in minutes of the day; `only` narrows what it is good for."""

    day: int
    start: int
    end: int
    only: Modality | None = None

    @property
    def minutes(self) -> int:
        """How long the window is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class DateException:
    """A date whose windows differ from the usual week; no windows means blocked."""

    date: date
    windows: tuple[Window, ...]
