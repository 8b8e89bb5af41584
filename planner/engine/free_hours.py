"""Which hours would do: the least free time on one more day, or more of it on a day, that makes a week possible."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from planner.engine.domain import DAY_MINUTES, DAYS, Athlete, Window
from planner.engine.nearest import documents
from planner.engine.profile import MOST_WINDOWS
from planner.engine.results import Relaxation
from planner.engine.speech import hour, ngettext
from planner.engine.wording import WEEKDAYS

LENGTHS = (30, 45, 60, 75, 90, 120)  # minutes of free time on a day
EVENING = 18 * 60  # where no hours tell when somebody is usually free
BEYOND_WISHES = 3.0  # a person's hours are harder to change than a wish: the size of none at all


@dataclass(frozen=True, slots=True)
class Hours:
    """A window that a day could have, and how many minutes of it are new."""

    window: Window
    added: int
    availability: tuple[Window, ...]

    @property
    def relaxation(self) -> Relaxation:
        """The whole week's hours with this window, in a few words."""
        start, end, day = hour(self.window.start), hour(self.window.end), WEEKDAYS[self.window.day]
        if self.added == self.window.minutes:
            text = ngettext(
                "{number} free minute on {day}, {start} to {end}",
                "{number} free minutes on {day}, {start} to {end}",
                self.added,
            )
        else:
            text = ngettext(
                "{number} more minute on {day}, {start} to {end}",
                "{number} more minutes on {day}, {start} to {end}",
                self.added,
            )
        text = text.format(number=self.added, day=day, start=start, end=end)
        return Relaxation("availability", documents(self.availability), text, BEYOND_WISHES + self.added / 60)


def free_hours(athlete: Athlete, works: Callable[[Athlete], bool], most: int = DAYS) -> list[Hours]:
    """The first days on which free time would do, all with the least of LENGTHS that is enough on the first of them.

    `works` tells whether a week is possible. It is asked for each day at the longest length until `most` are found,
    then by halving for the first day that works, then for the others at its least length: at most 2 * DAYS + 3 times.
    """

    def hours(day: int, minutes: int) -> Hours | None:
        found = hours_on(athlete, day, minutes)
        return found if found and works(replace(athlete, availability=found.availability)) else None

    days = list(islice((day for day in range(DAYS) if hours(day, LENGTHS[-1])), most))
    if not days:
        return []
    least = bisect_left(LENGTHS[:-1], True, key=lambda minutes: hours(days[0], minutes) is not None)
    return [found for day in days if (found := hours(day, LENGTHS[least]))]


def hours_on(athlete: Athlete, day: int, minutes: int) -> Hours | None:
    """So many free minutes on a day, at the hours the athlete is usually free; None where the day has or takes none.

    A day with hours gets longer ones: its last window ends later, or begins sooner where midnight ends it.
    """
    windows = sorted((w for w in athlete.availability if w.day == day), key=lambda w: w.start)
    if day in athlete.rest_weekdays or (not windows and len(athlete.availability) >= MOST_WINDOWS):
        return None
    last = windows[-1] if windows else Window(day, _usual_start(athlete), 0)
    end = min(last.start + minutes, DAY_MINUTES)
    longer = replace(last, start=end - minutes, end=end)
    free = last.minutes if windows else 0
    if free >= minutes or (len(windows) > 1 and longer.start < windows[-2].end):
        return None
    others = (window for window in athlete.availability if window != last)
    return Hours(longer, minutes - free, tuple(sorted((*others, longer), key=lambda w: (w.day, w.start))))


def _usual_start(athlete: Athlete) -> int:
    """When most of the athlete's windows begin, the earliest of equals."""
    starts = Counter(window.start for window in athlete.availability)
    return min(starts, key=lambda start: (-starts[start], start), default=EVENING)
