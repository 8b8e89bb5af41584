"""What fills a day: forms (which sessions, from when) and options (a form on a day), each made once a plan."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from planner.engine.composition import Volume
from planner.engine.contents import Content
from planner.engine.domain import DAYS, Athlete, Session, Window


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """Sessions of a day and their hours, whichever day: what they cost alone is worked out once per form.

    `offered` tells that they were made of the day's own hours, so that rules about hours given hold.
    """

    sessions: tuple[Session, ...]
    offered: bool = False


NOTHING = Form((), offered=True)
Ways = list[tuple[Form, int]]  # forms of a content with the untidiness of each
Hours = tuple[Window, ...]  # the windows of a day, whichever day
Lengths = tuple[Volume | None, tuple[int, int] | None]  # what a prescription has to do with a session's minutes
MadeOf = Hashable  # of a content


class Option(NamedTuple):
    """One content in one place; `untidy` breaks ties between options of equal cost, lower is better."""

    content: Content
    form: Form
    untidy: int = 0

    @classmethod
    def of(cls, content: Content, sessions: tuple[Session, ...], untidy: int = 0) -> "Option":
        """An option of sessions that stand where they are."""
        return cls(content, Form(sessions), untidy)

    def on(self, day: int) -> tuple[Session, ...]:
        """The form's sessions on a weekday; days with the same hours have their options in common."""
        return tuple([s if s.day == day else s.moved(day, s.start) for s in self.form.sessions])


@dataclass(eq=False)
class Forms:
    """The forms of one plan: equal sessions at equal hours are one form, whatever asks for them."""

    athlete: Athlete
    known: dict[tuple[tuple[Session, int], ...], Form] = field(default_factory=dict)
    lengths: dict[Lengths, int] = field(default_factory=dict)  # a number for each that was asked for
    sessions: dict[tuple[MadeOf, int, int], Session | None] = field(default_factory=dict)
    ways: dict[tuple[int, MadeOf, int, bool, bool], Ways] = field(default_factory=dict)
    cut: dict[tuple[MadeOf, int], bool] = field(default_factory=dict)  # whether a window is too short for it

    @cached_property
    def hours(self) -> tuple[Hours, ...]:
        """The windows of each weekday, told without the day: days with the same hours can be filled the same ways."""
        return tuple(tuple([w.on(0) for w in self.athlete.windows_on(day)]) for day in range(DAYS))

    @cached_property
    def first_alike(self) -> tuple[int, ...]:
        """For each weekday the first that has the same hours."""
        return tuple(self.hours.index(hours) for hours in self.hours)

    @cached_property
    def windows(self) -> frozenset[Window]:
        """Every window, whichever day."""
        return frozenset(window for hours in self.hours for window in hours)

    def number(self, lengths: Lengths) -> int:
        """A number for these lengths, which is sooner compared than they are."""
        return self.lengths.setdefault(lengths, len(self.lengths))

    def form(self, *placed: tuple[Session, int]) -> Form:
        """Sessions, each with the minute of the day it starts at."""
        found = self.known.get(placed)
        if found is None:
            sessions = tuple(session.moved(session.day, start) for session, start in placed)
            found = self.known[placed] = Form(sessions, offered=True)
        return found
