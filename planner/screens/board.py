"""The board: cards, days, findings, and the ways out of what a week breaks."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

Modality = Literal["run", "lift", "recovery"]
Tone = Literal["ok", "caution", "breaks"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken or strained rule on the board, with its sentence."""

    rule: str
    severity: Literal["hard", "soft"]
    text: str
    cost: float
    dates: tuple[date, ...]
    sessions: tuple[UUID, ...]

    @property
    def tone(self) -> Tone:
        return "breaks" if self.severity == "hard" else "caution"


@dataclass(frozen=True, slots=True)
class Band:
    """One part of a session's card: the run, the lift or the recovery, in the order it is done."""

    number: int | None  # 1 or 2 in a combined session, None where there is one part only
    modality: Modality
    title: str  # "Run", "Lift", "Recover", "Circuit"
    minutes: int
    detail: str  # "Easy, talk pace", "Lower body"


@dataclass(frozen=True, slots=True)
class Grain:
    """One thing that a session can keep, and whether it does."""

    value: str  # day, hour, order, content
    label: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One session as a card. Times are local, HH:MM."""

    id: UUID
    date: date
    start: str
    end: str
    minutes: int
    kind: str  # run_only, lift_only, combined, circuit, recovery
    order: str  # run_first, lift_first or ""
    status: str  # planned, done, skipped
    locked: bool
    locks: tuple[str, ...]  # grains kept on their own: day, hour, order, content
    grains: tuple[Grain, ...]  # the four of them, for a form
    locked_text: str  # "locked", "hour and order locked" or ""
    can_turn: bool  # whether its order may be flipped: it is planned and its order not kept
    movable: bool  # False: the day is over, or the session is done, skipped or locked
    bands: tuple[Band, ...]
    findings: tuple[Finding, ...]
    label: str  # the whole card for assistive tools: "Run 30 min easy, then lift 30 min lower body"


@dataclass(frozen=True, slots=True)
class Day:
    """One column of the board."""

    date: date
    name: str  # "Mon"
    windows: tuple[str, ...]  # ("18:00–20:00",) ; empty on a day without free hours
    is_today: bool
    is_past: bool
    minutes: int
    load: int  # AU, minutes x RPE
    load_percent: int  # 0..100 of the week's heaviest day
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]  # those that belong to the day as a whole
    rest_text: str  # what an empty day says: "Rest day", "Free day"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Run-first against lift-first over the week's combined sessions."""

    orders: tuple[str, ...]  # in week order
    run_first: int
    lift_first: int
    text: str  # "3 run-first, 2 lift-first"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a recovery bar that lies in one day, in percent of the day; `label` stands where the bar ends."""

    left: float
    width: float
    cause: Literal["run", "lift"]
    label: str  # "ready 07:30", short "07:30" where room is scarce, or ""
    label_inside: bool  # before the end, on the bar; else right of it

    @property
    def end(self) -> float:
        """Where it ends, in percent of the day."""
        return self.left + self.width


Lane = tuple[tuple[Stretch, ...], ...]  # always seven days, Monday first; what lies in it never overlaps


@dataclass(frozen=True, slots=True)
class RibbonRow:
    """One system's recovery over the week, on the board's own columns."""

    name: str  # "Legs"
    lanes: tuple[Lane, ...]  # what runs cause above what lifts cause; at least one
    text: str  # the same in words: "ready Wed 07:30 and Tue 18:50 next week"


@dataclass(frozen=True, slots=True)
class Board:
    """The week board: one week of one plan, ready to draw."""

    iso: str  # "2026-W49"
    start: date
    title: str  # "30 Nov – 6 Dec"
    subtitle: str  # "Build, week 2 of 12 · 5 h 20"
    phase: str  # what the phase means, in a sentence; empty in a steady week
    version: int
    days: tuple[Day, ...]  # always seven, Monday first
    ledger: Ledger
    verdict: str  # "Clean week", "2 things to know", "1 rule broken"
    tone: Tone
    findings: tuple[Finding, ...]  # all of them, hard first
    changes: tuple[str, ...]  # what the planner had to relax to make this week, in sentences
    previous_iso: str | None  # None where the plan has no such week
    next_iso: str | None
    is_this_week: bool
    undo_label: str | None  # "Move Tuesday's run" ; None: nothing to undo
    redo_label: str | None
    ribbon: tuple[RibbonRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """No day holds a session."""
        return not any(day.cards for day in self.days)


@dataclass(frozen=True, slots=True)
class Room:
    """The smallest change that lets a session lie where it cannot, or why there is none."""

    text: str  # "Move Thursday's hard run to Monday 06:00 and it fits."
    start: str  # when the session would begin, HH:MM
    change: str  # names the change when it is chosen; empty where there is none
    verdict: str = ""  # how the week stands afterwards: "Clean week"


@dataclass(frozen=True, slots=True)
class Offer:
    """The ways out of a refused move: the exchange of the session's day with the day that is taken, and room there."""

    session: UUID
    date: date
    label: str  # "Exchange Tuesday and Friday"; empty where the two cannot be exchanged
    text: str  # what it would mean: "Exchange with Friday: fits."
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A habit that is asked about, once."""

    key: str
    text: str  # "Twice in a row the long run went to Saturday. Always on this day?"
    yes: str  # "Always on Saturday"; empty where goals cannot hold it


@dataclass(frozen=True, slots=True)
class Change:
    """What a way to make a week fit does with one session."""

    text: str  # "Move Tuesday's hard run to Thursday 18:00."
    before: str  # "Tue 18:00", where the order turns "Tue 18:00, run first"
    after: str  # likewise, or "left out"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to make a week fit, and how the week stands afterwards."""

    key: str  # names it when it is chosen
    title: str  # "2 moves"
    changes: tuple[Change, ...]
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
