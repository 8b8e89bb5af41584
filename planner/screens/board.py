"""The board: cards, days, findings, and the ways out of what a week breaks."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from planner.screens.base import Finding, Modality, Screen, Tone
from planner.screens.change import AsPlanned
from planner.screens.ribbon import Ribbon

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Band(Screen):
    """One part of a session's card: the run, the lift or the recovery, in the order it is done."""

    number: int | None  # 1 or 2 in a combined session, None where there is one part only
    modality: Modality
    title: str  # "Run", "Lift", "Recover", "Circuit"
    minutes: int
    detail: str  # "Easy, talk pace", "Lower body"


@dataclass(frozen=True, slots=True)
class Grain(Screen):
    """One thing that a session can keep, and whether it does."""

    value: str  # day, hour, order, content
    label: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Card(Screen):
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
class Day(Screen):
    """One column of the board."""

    date: date
    name: str  # "Mon"
    windows: tuple[str, ...]  # ("18:00–20:00",) ; empty on a day without free hours
    busy: tuple[str, ...]  # what a calendar of one's own takes of the free hours, likewise
    is_today: bool
    is_past: bool
    minutes: int
    minutes_percent: int  # 0..100 of the week's longest day
    load: int  # AU, minutes x RPE
    load_percent: int  # 0..100 of the week's heaviest day
    is_hard: bool  # holds a hard run, a circuit or a heavy leg lift
    cards: tuple[Card, ...]
    marks: tuple[Modality, ...]  # a mark a part of its sessions, for small views
    findings: tuple[Finding, ...]  # those that belong to the day as a whole
    rest_text: str  # what an empty day says: "Rest day", "Free day"
    is_race: bool = False

    @property
    def iso(self) -> str:
        """The date as attributes have it: "2026-12-01"."""
        return self.date.isoformat()

    @property
    def windows_line(self) -> str:
        """The free hours as an attribute has them: "06:00–08:00 18:00–20:00"."""
        return " ".join(self.windows)


@dataclass(frozen=True, slots=True)
class Ledger(Screen):
    """Run-first against lift-first over the week's combined sessions."""

    orders: tuple[str, ...]  # in week order
    run_first: int
    lift_first: int
    text: str  # "3 run-first, 2 lift-first"
    target: str  # what they are held against: "in turn", "target 3 : 2", "goal first"; empty: nothing
    is_off: bool  # they should take turns and do not


@dataclass(frozen=True, slots=True)
class Stretch(Screen):
    """Weeks in a row of one phase, on the road to a race."""

    phase: str  # "Taper"
    days: str  # "4 Jan – 17 Jan"
    race: str  # "21.1 km on Sunday 24 January", in the last one alone


@dataclass(frozen=True, slots=True)
class Board(Screen):
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
    as_planned: AsPlanned | None = None  # None where the week is as it was planned
    road: tuple[Stretch, ...] = ()  # the phases from this week to a race

    @property
    def tone(self) -> Tone:
        """That of the gravest finding."""
        return self.findings[0].tone if self.findings else "ok"

    @property
    def is_empty(self) -> bool:
        """No day holds a session."""
        return not any(day.cards for day in self.days)

    @property
    def move_from(self) -> date:
        """The first day that a form may put a card on: of the week before, where that is not over."""
        return self.start - WEEK if self.previous_iso and not self.is_this_week else self.start

    @property
    def move_until(self) -> date:
        """The last such day: of the week after, where the plan has it."""
        return self.start + (2 * WEEK if self.next_iso else WEEK) - DAY


@dataclass(frozen=True, slots=True)
class Beyond:
    """A week that the plan does not have, and the nearest one that it has."""

    title: str  # "4 Jan – 10 Jan"
    text: str  # "Your plan reaches to 27 December 2026 so far. A week is added with each one that passes."
    nearest: str  # "2026-W52"
    label: str  # "To 21 Dec – 27 Dec"
    is_now: bool  # the nearest is this week


@dataclass(frozen=True, slots=True)
class Room:
    """The smallest change that lets a session lie where it cannot, or why there is none."""

    text: str  # "Move Thursday's hard run to Monday 06:00 and it fits."
    start: str  # when the session would begin, HH:MM
    change: str  # names the change when it is chosen; empty where there is none
    verdict: str = ""  # how the week stands afterwards: "Clean week"
    steps: tuple[str, ...] = ()  # more changes than a sentence tells, one each
    findings: tuple[str, ...] = ()  # what there is to know afterwards


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
