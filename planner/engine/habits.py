"""Which day of those that cost the same a session is put on: by routine, by the weekend, by the race."""

from dataclasses import dataclass
from functools import cached_property

from planner.engine.contents import Content
from planner.engine.domain import DAYS, Session, Week
from planner.engine.vocabulary import Intensity, Kind, Region

UNUSUAL = 5  # a day on which the week before had no session of the kind
MadeOf = tuple[Kind, Intensity | None, Region | None]


@dataclass(frozen=True)
class Habits:
    """What the week before was like, and whether this one is light before a race."""

    before: Week | None  # or an earlier one, where that is the routine
    light: bool = False

    @cached_property
    def matter(self) -> bool:
        """Whether more than long runs is odder on one day than on another."""
        return self.light or self.before is not None

    def oddness(self, content: Content, day: int) -> int:
        """How odd a content is on a day; it decides only where nothing else does."""
        if content.kind is None:
            return 0
        return _weekend(content, day) + self._after_monday(content, day) + UNUSUAL * self._is_new_on(content, day)

    def _is_new_on(self, content: Content, day: int) -> bool:
        made_of = (content.kind, content.intensity, content.region)
        return bool(self._usual) and made_of not in self._usual[day]

    def _after_monday(self, content: Content, day: int) -> int:
        """The light lifts of a taper are best early in their week, far from the race."""
        return day if self.light and content.region is not None else 0

    @cached_property
    def _usual(self) -> tuple[set[MadeOf], ...]:
        """What each day of the week before was made of; nothing where there is none."""
        return tuple({_made_of(s) for s in sessions} for sessions in self.before.by_day) if self.before else ()


def _weekend(content: Content, day: int) -> int:
    """A long run is best on Sunday, next best on Saturday."""
    return min(DAYS - 1 - day, 2) if content.intensity is Intensity.LONG else 0


def _made_of(session: Session) -> MadeOf:
    run = None if session.is_circuit or session.run is None else session.run.intensity
    lift = None if session.is_circuit or session.lift is None else session.lift.region
    return session.kind, run, lift
