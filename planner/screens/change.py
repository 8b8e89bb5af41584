"""A week that changes: the ways to make it fit, and what became of it since it was planned."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.screens.base import Finding, Modality, Tone

WayState = Literal["stays", "comes", "leaves"]


@dataclass(frozen=True, slots=True)
class Change:
    """What a way to make a week fit does with one session, or what was done with it since it was planned."""

    name: str  # "Hard run"
    before: str  # "Tue 18:00", where the order turns "Tue 18:00, run first"
    after: str  # likewise, or "left out"
    text: str = ""  # the same in a sentence: "Move Tuesday's hard run to Thursday 18:00."
    session: str = ""  # whose card moves on the board
    day: date | None = None  # where to; None: nowhere
    start: str = ""
    turned: bool = False  # the order turns


@dataclass(frozen=True, slots=True)
class AsPlanned:
    """What the planner made of a week against what stands now."""

    title: str  # "2 sessions changed since it was planned"
    changes: tuple[Change, ...]
    then: str  # "Clean week"
    now: str  # "1 rule broken"
    can_go_back: bool  # the week is not over


@dataclass(frozen=True, slots=True)
class WayMark:
    """One part of a session in the small week of a way."""

    modality: Modality
    state: WayState


@dataclass(frozen=True, slots=True)
class WayDay:
    """One day in the small week of a way."""

    name: str  # "Mon"
    marks: tuple[WayMark, ...]

    @property
    def changes(self) -> bool:
        """Something comes or leaves."""
        return any(mark.state != "stays" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make a week fit, and how the week stands afterwards."""

    key: str  # names it when it is chosen
    title: str  # "2 moves"
    changes: tuple[Change, ...]
    days: tuple[WayDay, ...]  # always seven, Monday first
    verdict: str  # "Clean week", "2 things to know"
    tone: Tone
    findings: tuple[Finding, ...]  # all that would remain, hard first


@dataclass(frozen=True, slots=True)
class Repair:
    """The ways to make one week fit."""

    iso: str
    title: str  # "30 Nov – 6 Dec"
    version: int
    broken: tuple[Finding, ...]  # the hard rules that it breaks now
    ways: tuple[Way, ...]
    none_text: str  # what to say where there is no way
