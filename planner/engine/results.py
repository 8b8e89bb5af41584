"""What the engine answers: findings, evaluations, planned weeks, verdicts, reasons."""

from dataclasses import dataclass

from planner.engine.domain import Context, Week
from planner.engine.vocabulary import LIGHT_PHASES, Modality, Phase, Severity, System, Verdict


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
class Stage:
    """Where a week stands: its phase, and the how-manieth loading week in a row it is, 0 in a lighter one."""

    phase: Phase
    loading: int

    @property
    def is_light(self) -> bool:
        """A deload, a taper or the race week."""
        return self.phase in LIGHT_PHASES


UNKNOWN, FIRST_STAGE = Context(), Stage(Phase.STEADY, 1)


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A solved week: `optimal` only where no valid week of these sessions scores lower, proven.

    `context` is what it was planned in, `stage` where that puts it in its block.
    """

    week: Week
    evaluation: Evaluation
    optimal: bool
    changes: tuple[Change, ...] = ()
    context: Context = UNKNOWN
    stage: Stage = FIRST_STAGE


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
