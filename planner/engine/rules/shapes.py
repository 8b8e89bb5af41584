"""The six shapes a rule can have. Search, checker, verdicts and the rules page know rules by shape, never by name.

A rule's function answers an *amount*: 0 where the rule is kept; times the weight it is the cost. For a hard rule any
amount above 0 makes the week invalid.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import ClassVar

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.speech import Told
from planner.engine.vocabulary import Confidence, Goal, Intensity, Kind, Policy, Region, Severity

HOUR = 60


class Weight(IntEnum):
    """How much one strain of a soft rule costs."""

    LOW = 1
    MEDIUM = 4
    HIGH = 10


@dataclass(frozen=True, slots=True)
class Totals:
    """What a week holds whatever the days: counts that rules about single days may need."""

    runs: int
    hard_runs: int
    combined: int
    upper: int  # lifts that train the upper body
    lower: int  # lifts that train the legs

    @classmethod
    def of(cls, sessions: Sequence[Session]) -> "Totals":
        """Count the sessions of a week."""
        runs = [s.run.intensity for s in sessions if s.run is not None]
        regions = [s.lift.region for s in sessions if s.lift is not None]
        return cls(
            runs=len(runs),
            hard_runs=runs.count(Intensity.HARD),
            combined=[s.kind for s in sessions].count(Kind.COMBINED),
            upper=len(regions) - regions.count(Region.LOWER),
            lower=len(regions) - regions.count(Region.UPPER),
        )


@dataclass(frozen=True, slots=True)
class Case:
    """Who is judged and in what surroundings."""

    athlete: Athlete
    context: Context
    totals: Totals


def no_floor(case: Case) -> float:
    """Nothing is certain before the sessions have their days."""
    return 0


def always(case: Case) -> bool:
    """Every case is asked about."""
    return True


def no_session(case: Case, session: Session) -> float:
    """No single session is at fault."""
    return 0


def no_limit(case: Case, week: Week) -> bool:
    """A soft rule that has no limit past which it is hard."""
    return False


def no_detail(case: Case, week: Week) -> str:
    """Nothing to add to the rule's sentence."""
    return ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of training: its number and id in the rule set, its sentence, its source and how sure that is.

    `article` names the sentences of the founding article that the rule serves: "S1" to "S34".
    """

    number: int
    id: str
    sentence: Told = Told()
    statement: Told = Told()
    source: str
    confidence: Confidence
    article: tuple[str, ...] = ()
    weight: Weight | None = None
    weights: Mapping[Goal | Policy, Weight] = field(default_factory=dict)
    goals: frozenset[Goal] | None = None
    strains: Callable[..., float]
    items: ClassVar[str] = ""  # what of a scene it is held against (scene.py); pairs depend on the rule, weeks are one

    @property
    def family(self) -> str:
        """The file the rule stands in, without its folder and ending: "recovery"."""
        return self.strains.__module__.rpartition(".")[2]

    @property
    def is_hard(self) -> bool:
        """A rule without a weight is hard."""
        return self.weight is None

    @property
    def severity(self) -> Severity:
        """Whether it is hard or soft, as a term."""
        return Severity.HARD if self.is_hard else Severity.SOFT

    def applies(self, athlete: Athlete) -> bool:
        """Whether the rule speaks of athletes with this goal."""
        return self.goals is None or athlete.goal in self.goals

    def weight_for(self, athlete: Athlete) -> int:
        """The cost of one strain for this athlete; 0 for hard rules, whose findings carry no cost."""
        by_goal = self.weights.get(athlete.goal)
        return int(by_goal or self.weights.get(athlete.order_policy) or self.weight or 0)


@dataclass(frozen=True, kw_only=True)
class SessionRule(Rule):
    """`strains(case, session)`: one session as it stands, on whichever day.

    `hours` tells that it asks for the day's free hours, which hold whatever the planner makes of them.
    """

    items = "sessions"
    hours: bool = False


class Span(Enum):
    """Between which moments of an earlier and a later session the hours count."""

    END_TO_START = auto()
    START_TO_START = auto()
    LIFT_TO_RUN = auto()  # from the end of the lift to the start of the run, whatever else the sessions hold


START_TO_START, LIFT_TO_RUN = Span.START_TO_START, Span.LIFT_TO_RUN  # sooner looked up


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far apart a pair has to lie: so many hours over a span, or days; 0 where a rule asks for neither."""

    hours: int = 0
    days: int = 0
    span: Span = Span.END_TO_START

    def gap(self, earlier: Session, later: Session, days_apart: int) -> float:
        """The hours that lie between the two."""
        if self.span is LIFT_TO_RUN:
            return hours_between(earlier.lift_end, later.run_start, days_apart)
        since = earlier.start if self.span is START_TO_START else earlier.end
        return hours_between(since, later.start, days_apart)


@dataclass(frozen=True, kw_only=True)
class PairRule(Rule):
    """`strains(case, earlier, later, days_apart)`: two sessions up to `reach` days apart, over the week's seam too.

    `clock` tells that the hours matter, not only the days; `within` that a session is also held against itself;
    `spacing` what would be enough.
    """

    reach: int
    clock: bool = False
    within: bool = False
    spacing: Spacing = Spacing()


@dataclass(frozen=True, kw_only=True)
class DayRule(Rule):
    """`strains(case, sessions)`: the sessions of one day, in time order.

    `by_totals` tells that it asks for the week's totals; no other rule about sessions, pairs or days does.
    """

    items = "days"
    by_totals: bool = False


@dataclass(frozen=True, kw_only=True)
class NeighbourRule(Rule):
    """`strains(case, day, next_day)`: the sessions of two days in a row, over the week's seam too."""

    items = "neighbours"


@dataclass(frozen=True, kw_only=True)
class ChainRule(Rule):
    """`strains(case, previous, session)`: two combined sessions in a row; `previous` None starts a chain.

    `looks_at(case, previous)` is all that the amount depends on in a previous session, beside its order.
    """

    items = "chain"
    looks_at: Callable[[Case, Session], Hashable]


class Sees(Enum):
    """What of a week a rule about weeks looks at, beside what its sessions are made of."""

    SUMS = auto()  # nothing else
    TRAINING_DAYS = auto()  # how many days train
    DAYS = auto()  # which days they are


@dataclass(frozen=True, kw_only=True)
class WeekRule(Rule):
    """`strains(case, week)`: the whole week. Only these wait until a search has a full week in hand.

    `floor(case)` is what the week's totals alone make certain, wherever its sessions lie; the search counts on it.
    `of_session(case, session)` is what single sessions strain beside that, priced while days are filled; it finds
    nothing where `asks(case)` is False.
    `breaks(case, week)` tells where a soft rule is past its limit, and hard. `detail(case, week)` says what this week
    has, beside what the rule wants. `sees` tells what the amount depends on; the search counts on it before it places
    anything, and a hand that moves a session does not ask again what no move changes.
    """

    sees: Sees = Sees.TRAINING_DAYS
    floor: Callable[[Case], float] = no_floor
    of_session: Callable[[Case, Session], float] = no_session
    asks: Callable[[Case], bool] = always
    breaks: Callable[[Case, Week], bool] = no_limit
    detail: Callable[[Case, Week], str] = no_detail


def hours_between(end: int, start: int, days_apart: int) -> float:
    """Hours from minute `end` of a day to minute `start` of the day `days_apart` later."""
    return (start + days_apart * 24 * HOUR - end) / HOUR
