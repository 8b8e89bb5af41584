"""A plan as data, for the API and for files: weeks, sessions, steps. Times are local, minutes are whole."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RunData:
    """The running part of a session."""

    intensity: str
    minutes: int


@dataclass(frozen=True, slots=True)
class LiftData:
    """The lifting part of a session; `sets` are all its working sets where they are told."""

    region: str
    effort: str
    minutes: int
    sets: int | None


@dataclass(frozen=True, slots=True)
class RecoveryData:
    """An easy half hour."""

    activity: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StepData:
    """One step of a workout; the minutes of all add up to the session's."""

    part: str
    text: str
    minutes: int


@dataclass(frozen=True, slots=True)
class SessionData:
    """One session. `start` is HH:MM of the person's local time; warm-up and cool-down lie inside `minutes`."""

    id: str
    week: str  # "2026-W49"
    date: date
    start: str
    minutes: int
    kind: str
    order: str | None
    run: RunData | None
    lift: LiftData | None
    recovery: RecoveryData | None
    warm_up_minutes: int
    cool_down_minutes: int
    status: str
    locked: bool
    locks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkoutData:
    """A session with its steps."""

    session: SessionData
    steps: tuple[StepData, ...]


@dataclass(frozen=True, slots=True)
class FindingData:
    """What one rule says of the week as it stands. Severity is "hard" or "soft"; `cost` counts in the score."""

    rule: str
    severity: str
    text: str
    cost: float
    dates: tuple[date, ...]
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week of the plan in a line."""

    week: str
    start: date
    plan_week: int
    phase: str
    loading_week: int  # which loading week in a row it is; 0 in a lighter one
    sessions: int


@dataclass(frozen=True, slots=True)
class WeekData:
    """A week as it stands: its sessions in time order, what the rules say of it, its load in minutes x effort."""

    week: str
    start: date
    plan_week: int
    phase: str
    loading_week: int
    score: float
    valid: bool
    load: float
    monotony: float
    sessions: tuple[SessionData, ...]
    findings: tuple[FindingData, ...]
