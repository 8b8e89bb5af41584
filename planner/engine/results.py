"""What the engine answers: findings, evaluations, planned weeks, verdicts, reasons."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planner.engine import speech
from planner.engine.domain import Context, Week, Window
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import LIGHT_PHASES, Modality, Order, Phase, Severity, System, Verdict


@dataclass(frozen=True, eq=False)
class Finding:
    """A rule that a week breaks or strains: what it costs, where, and the sentence a runner reads.

    A hand that is judged everywhere finds thousands and tells a few, so `tell` is asked when the sentence is first
    read. It stays in the language of that moment: findings live no longer than the answer they are for.
    """

    rule: str
    severity: Severity
    cost: float
    tell: Callable[[], str]
    sessions: tuple[str, ...] = ()
    days: tuple[int, ...] = ()

    @cached_property
    def text(self) -> str:
        """The rule's sentence and what this week has, in the reader's language."""
        return self.as_written if speech.is_as_written() else self.tell()

    @cached_property
    def as_written(self) -> str:
        """The same as the source has it: findings are compared and sorted by it, so that no language decides."""
        return speech.as_written(self.tell)

    def __eq__(self, other: object) -> bool:
        """Whether both find the same and say the same."""
        return isinstance(other, Finding) and self._found == other._found

    def __hash__(self) -> int:
        """By what it is about."""
        return hash((self.rule, self.days, self.sessions))

    @property
    def _found(self) -> tuple[object, ...]:
        return self.rule, self.severity, self.cost, self.sessions, self.days, self.as_written


@dataclass(frozen=True, slots=True)
class Load:
    """Training load in AU (minutes x effort 0-10) by day, Foster's monotony (no unit) and strain (AU)."""

    daily: tuple[float, ...]
    total: float
    monotony: float
    strain: float


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
    """Where a week stands: its phase, and which loading week in a row it is, 0 in a lighter one."""

    phase: Phase
    loading: int

    @property
    def is_light(self) -> bool:
        """A deload, a taper or the race week."""
        return self.phase in LIGHT_PHASES


UNKNOWN, FIRST_STAGE = Context(), Stage(Phase.STEADY, 1)


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
    """A solved week: `optimal` only where no valid week of these sessions scores lower, proven.

    `context` is what it was planned in, `stage` where that puts it in its block. `notes` tell what differs from what
    would suit the goal though no wish gave way for it.
    """

    week: Week
    evaluation: Evaluation
    optimal: bool
    changes: tuple[Change, ...] = ()
    context: Context = UNKNOWN
    stage: Stage = FIRST_STAGE
    notes: tuple[Change, ...] = ()

    @property
    def told(self) -> tuple[Change, ...]:
        """All that people are told: what gave way, and the notes."""
        return (*self.changes, *self.notes)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a change means for a week: what it adds to the score, and the gravest new finding; none where it fits."""

    verdict: Verdict
    cost: float
    finding: Finding | None = None

    @property
    def text(self) -> str:
        """The finding's sentence, or that it fits."""
        if self.finding is not None:
            return self.finding.text
        return _("Fits.") if self.cost >= 0 else _("Fits, and better than where it is.")


@dataclass(frozen=True, slots=True)
class SlotVerdict:
    """What one place of a day means for a session in the hand; `text` says why, in a sentence with the real hours.

    The place: from which minute of the day, after how many of the day's other sessions, in which window (None: in
    none), and, for a combined session, in which order. `rule` names the gravest new finding. Where no move there is
    `possible`, `text` is the reason. `over` tells that the hour is past.
    """

    day: int
    start: int
    position: int
    window: Window | None
    order: Order | None
    verdict: Verdict
    text: str
    cost: float
    possible: bool = True
    rule: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class DayVerdict:
    """What a day means for a session in the hand, by its best place; `text` says why, `start` is where it would begin.

    Where no move there is `possible` because the day is taken, `exchange` says what exchanging the two days would mean,
    and `exchanged` is its verdict. `over` tells that the hour is past.
    """

    day: int
    start: int
    verdict: Verdict
    text: str
    cost: float
    possible: bool = True
    exchange: str = ""
    exchanged: Verdict | None = None
    rule: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class OtherDay:
    """What another day would mean for a session: its verdict, what it adds to the score, the gravest rule.

    `text` stands beside the day's name, `sentence` alone. Where the day takes no move (`possible` False) the exchange
    of the two days is judged, if that can be (`exchanged`). A move would begin at minute `start`. `over` tells that
    only hours that are past are left of that day.
    """

    day: int
    start: int
    verdict: Verdict
    cost: float
    text: str
    sentence: str
    rule: str | None = None
    possible: bool = True
    exchanged: bool = False
    over: bool = False

    @property
    def is_choice(self) -> bool:
        """The session could be there."""
        return self.possible or self.exchanged

    @property
    def is_worse(self) -> bool:
        """It breaks a rule there or costs more."""
        return self.cost > 0 or self.verdict is Verdict.BREAKS


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a session exists, is on its day or in its order (`topic`: exists, day, order), in a sentence.

    Where sources disagree `against` is the sentence against it and `confidence` how sure they are. The topic day has an
    entry for each other day of the week.
    """

    topic: str
    text: str
    rule: str | None = None
    source: str | None = None
    against: str = ""
    confidence: str = ""
    days: tuple[OtherDay, ...] = ()

    @property
    def joined(self) -> str:
        """All of it in a row, for readers of plain text."""
        if not self.against:
            return self.text
        told = _("{sentence} Against it: {against} (confidence: {confidence})")
        return told.format(sentence=self.text, against=self.against, confidence=self.confidence)


@dataclass(frozen=True, slots=True)
class Bar:
    """A system busy from `start` to `ready`, minutes after the week's Monday 00:00; what caused it."""

    system: System
    cause: Modality
    start: int
    ready: int
    session: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """When a system is ready, in minutes after the week's Monday 00:00, and in how many hours from when it was asked.

    `cause` and `session` tell what keeps it busy longest; none where it is ready at once.
    """

    system: System
    ready: int
    hours: float
    cause: Modality | None = None
    session: str | None = None
