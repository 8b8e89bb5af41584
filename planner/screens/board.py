"""The board: cards, days, findings, and the ways out of what a week breaks."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

Modality = Literal["run", "lift", "recovery"]
Tone = Literal["ok", "caution", "breaks"]
WayState = Literal["stays", "comes", "leaves"]


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
    minutes_percent: int  # 0..100 of the week's longest day
    load: int  # AU, minutes x RPE
    load_percent: int  # 0..100 of the week's heaviest day
    is_hard: bool  # holds a hard run, a circuit or a heavy leg lift
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
    target: str  # what they are held against: "in turn", "target 3 : 2", "goal first"; empty: nothing
    is_off: bool  # they should take turns and do not


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of recovery, from a session's end to the hour the system is ready, in percent of the week."""

    key: str  # "legs-<session>": the same bar on the next board
    lane: int  # 1 or 2
    cause: Literal["run", "lift"]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Ready:
    """The words at a bar's end: "ready 07:30", short "07:30" where room is scarce."""

    x: float  # percent of the week
    lane: int
    text: str
    inside: bool  # before the end, on the bar; else right of it

    @property
    def is_beyond(self) -> bool:
        """It is ready after the week only; the words stand at the week's end."""
        return self.x >= 100


@dataclass(frozen=True, slots=True)
class Overlap:
    """Where a session has begun although the system it needs is not ready; in percent of the week."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class RibbonRow:
    """One system's recovery over the week."""

    key: str  # "legs"
    name: str  # "Legs"
    lanes: int  # what runs cause above what lifts cause; at least one
    bars: tuple[Bar, ...]  # of one lane none overlaps another
    ready: tuple[Ready, ...]
    overlaps: tuple[Overlap, ...]
    text: str  # the same in words: "ready Wed 07:30 and Tue 18:50 next week"


@dataclass(frozen=True, slots=True)
class Ribbon:
    """When each system is ready again, over the week's seven days."""

    rows: tuple[RibbonRow, ...]
    notes: tuple[str, ...]  # sessions that start before a system they need is ready, a sentence each
    now: float | None  # this minute, in percent of the week


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
    findings: tuple[Finding, ...]  # all but the quiet ones, hard first
    changes: tuple[str, ...]  # what the planner had to relax to make this week, in sentences
    previous_iso: str | None  # None where the plan has no such week
    next_iso: str | None
    is_this_week: bool
    undo_label: str | None  # "Move Tuesday's run" ; None: nothing to undo
    redo_label: str | None
    quiet: tuple[Finding, ...]  # what cannot be otherwise in such a week: told last, and no part of the verdict
    clean_text: str  # why a week without findings is clean
    ribbon: Ribbon | None = None  # None where nothing needs recovery
    as_planned: "AsPlanned | None" = None  # None where the week is as it was planned

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
class AsPlanned:
    """What the planner made of a week against what stands now."""

    title: str  # "2 sessions changed since it was planned"
    changes: tuple["Change", ...]
    then: str  # "Clean week"
    now: str  # "1 rule broken"
    can_go_back: bool  # the week is not over


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
