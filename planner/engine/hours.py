"""Free hours: the windows of a usual week, and dates that differ from it."""

from dataclasses import dataclass
from datetime import date

from planner.engine.vocabulary import Modality

DAYS = 7
DAY_MINUTES = 24 * 60
WEEK_MINUTES = DAYS * DAY_MINUTES
LONG_RACE_KM = 15  # of a race that leaves no run in the legs on the day after it (convention)


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

    def on(self, day: int) -> "Window":
        """The same hours on a weekday."""
        return self if day == self.day else Window(day, self.start, self.end, self.only)


@dataclass(frozen=True, slots=True)
class DateException:
    """A date whose windows differ from the usual week; no windows means blocked."""

    date: date
    windows: tuple[Window, ...]


def race_days(race: date, distance_km: float, start: date) -> tuple[int, ...]:
    """Days that a race takes, counted from Monday `start`: its own, and after a long one the next."""
    day = (race - start).days
    return (day, day + 1) if distance_km > LONG_RACE_KM else (day,)
