"""A session in full: its steps, its reasons, its other days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from planner.screens.base import Modality, Tone
from planner.screens.board import Card, Room
from planner.screens.workouts import WorkoutFiles


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a session is what, where and in the order it is."""

    heading: str  # "Why it exists", "Why this day", "Why this order"
    text: str
    source: str = ""
    against: str = ""  # where sources disagree, the sentence against it
    confidence: str = ""  # and how sure they are: "weak", "strong for leg strength"


@dataclass(frozen=True, slots=True)
class OtherDay:
    """What another day of its week would mean for a session."""

    date: date
    tone: Tone
    word: str  # "Fits", "Fits by exchange", "Caution", "Breaks a rule", "Not possible"
    text: str  # why, in a sentence; empty where the word says it
    cost: str  # "Costs 4 points", or empty
    exchange: str = ""  # what the button says that exchanges the two days, where that is the way
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class OtherDays:
    """The other days of a session's week that are not over."""

    session: UUID
    version: int
    days: tuple[OtherDay, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a workout: "Squat" and "goblet squat or leg press, 3 × 8–12."; the head may be empty."""

    head: str
    text: str
    minutes: int
    weights: tuple["StepWeight", ...] = ()  # of the exercises in it that have one


@dataclass(frozen=True, slots=True)
class StepWeight:
    """An exercise that has a weight, and the one it is done with now, where that was told."""

    key: str  # "squat-barbell"
    name: str  # "Back squat"
    text: str  # "Back squat: 60 kg; 65 kg comes next."; empty where nothing was told
    value: str  # "60"; empty likewise


@dataclass(frozen=True, slots=True)
class Stage:
    """Steps of a workout that belong together: the warm-up, the run, the change, the lift, the cool-down."""

    title: str  # "Warm-up", "Run", "Circuit", "Change"
    modality: Modality | Literal[""]  # empty for what is neither
    number: int | None  # 1 or 2 in a combined session, as on its card
    minutes: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ShapeChoice:
    """A shape that a session could have, and what that would mean for its week."""

    value: str  # run_only, lift_only, run_first, lift_first, two_a_day, circuit
    label: str
    minutes: int  # of all sessions it would be
    is_now: bool
    tone: Tone
    word: str  # "Fits", "Caution", "Breaks a rule", "Not possible"
    text: str  # why, in a sentence; empty where the word says it
    possible: bool = True


@dataclass(frozen=True, slots=True)
class MinutesField:
    """How long a part of a session is and may be."""

    name: str  # of the field: run_minutes, lift_minutes or minutes
    label: str
    minutes: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on after a session fell through, told before it is done."""

    name: str  # leave_out, elsewhere, shrink
    key: str  # names what it would change
    text: str
    changes: tuple[str, ...]  # session by session, where more than the one changes
    verdict: str  # "Clean week"
    tone: Tone


@dataclass(frozen=True, slots=True)
class WaysOn:
    """A session that fell through, and what can become of it."""

    session: UUID
    week_iso: str
    version: int
    day: str  # "Thursday"
    title: str
    ways: tuple[WayOn, ...]  # none where the session cannot fall through any more
    nowhere: bool  # whether no other day of the week is safe


@dataclass(frozen=True, slots=True)
class MoveWeek:
    """The days of one week that are not over, for a session to go to."""

    title: str  # "30 Nov – 6 Dec"
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class SessionDetail:
    """One session in full, for its page and the side panel."""

    card: Card
    week_iso: str
    version: int
    title: str
    when: str  # "Tuesday 1 December, 06:30–07:30"
    blocks: tuple[Stage, ...]  # their minutes add up to the card's
    total: str  # "65 min in all: run 35, lift 30, warm-up and cool-down inside"
    reasons: tuple[Reason, ...]
    move_weeks: tuple[MoveWeek, ...]  # it may be moved to: its own, then the ones beside it
    can_flip: bool
    files: tuple[WorkoutFiles, ...]  # none of recovery
    warm_up: int  # minutes
    cool_down: int
    load: str  # "Planned load 240, done 210."
    note: str
    effort: int | None  # of a done session, 1 to 10
    actual_minutes: int | None
    efforts: tuple[tuple[int, str], ...]  # the ten, in words
    shapes: tuple[ShapeChoice, ...] = ()  # none where the session has no other, or may not change
    minutes: tuple[MinutesField, ...] = ()  # likewise
    can_fall_through: bool = False
    weights: tuple[StepWeight, ...] = ()
    weight_unit: str = "kg"
    other_days: OtherDays | None = None  # None: they are asked for by themselves
