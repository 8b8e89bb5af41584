"""The recovery ribbon: bars, words and marks on the scale of one week, their places as text, ready for the drawing."""

from dataclasses import dataclass
from typing import Literal

from planner.screens.base import Screen


@dataclass(frozen=True, slots=True)
class Bar(Screen):
    """One stretch of recovery, from a session's end to the hour the system is ready, in percent of the week."""

    key: str  # "legs-<session>": the same bar on the next board
    lane: int  # 1 or 2
    cause: Literal["run", "lift"]
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Ready(Screen):
    """The words at a bar's end: "ready 07:30", short "07:30" where room is scarce."""

    x: str  # percent of the week
    lane: int
    text: str
    inside: bool  # before the end, on the bar; else right of it
    is_beyond: bool = False  # it is ready after the week only; the words stand at the week's end


@dataclass(frozen=True, slots=True)
class Overlap(Screen):
    """Where a session has begun too early for a rule about rest: until its system is ready, in percent of the week."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class RibbonRow(Screen):
    """One system's recovery over the week."""

    key: str  # "legs"
    name: str  # "Legs"
    lanes: int  # what runs cause above what lifts cause; at least one
    bars: tuple[Bar, ...]  # of one lane none overlaps another
    ready: tuple[Ready, ...]
    overlaps: tuple[Overlap, ...]
    text: str  # the same in words: "ready Wed 07:30 and Tue 18:50 next week"


@dataclass(frozen=True, slots=True)
class Ribbon(Screen):
    """When each system is ready again, over the week's seven days."""

    rows: tuple[RibbonRow, ...]
    notes: tuple[str, ...]  # sessions that start before a system they need is ready, a sentence each
    now: str  # this minute, in percent of the week; empty in any other week

    @property
    def is_marked(self) -> bool:
        """A rule asks for more rest before one of the sessions."""
        return any(row.overlaps for row in self.rows)
