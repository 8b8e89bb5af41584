"""What the engine answers: findings, evaluations, planned weeks, verdicts, reasons."""

from dataclasses import dataclass
from typing import Any

from planner.engine.domain import Week
from planner.engine.vocabulary import Modality, Severity, System, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a week breaks or strains: what it costs, where, and the sentence a runner reads."""

    rule: str
    severity: Severity
    cost: float
    text: str
    sessions: tuple[str, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """Training load in AU (minutes x effort 0-10) by day, and Foster's monotony."""

    daily: tuple[float, ...]
    total: float
    monotony: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A week held against every rule."""

    findings: tuple[Finding, ...]
    score: float
    valid: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One relaxation that was needed, told in words."""

    step: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish of a profile: its field, its value there (of a list of days, one weekday), and the sentence about it."""

    field: str
    value: int | str
    text: str


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One field of a profile with another value, as the document has it, and what it means in a few words.

    `size` tells how much of a change it is: 1 for a run, a lift, a day or a preference, more for more of them.
    `enough` where a week of the whole profile is possible with it; else it settles its clash, and others are left.
    """

    field: str
    value: Any
    text: str
    size: float = 1
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Wishes that cannot be had together, and what each could become, the least change first.

    Leaving out any one of the wishes makes a week of the others possible. Where there are none, the hours admit no
    week whatever is asked. `text` says what gives way, `smallest` whether it is proven that no fewer wishes clash.
    """

    wishes: tuple[Asked, ...]
    relaxations: tuple[Relaxation, ...]
    text: str
    smallest: bool


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A solved week: `optimal` only where no valid week of these sessions scores lower, proven."""

    week: Week
    evaluation: Evaluation
    optimal: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class DayVerdict:
    """What a day means for a session in the hand; `text` says why, `start` is where it would begin.

    Where no move there is `possible` because the day is taken, `exchange` says what exchanging the two days would mean.
    """

    day: int
    start: int
    verdict: Verdict
    text: str
    cost: float
    possible: bool = True
    exchange: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of why; `topic` is exists, day or order."""

    topic: str
    text: str
    rule: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A system busy from `start` to `ready`, minutes after the week's Monday 00:00; what caused it."""

    system: System
    cause: Modality
    start: int
    ready: int
    session: str
