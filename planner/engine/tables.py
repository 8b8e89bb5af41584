"""The rules compiled for the search: what a day's option costs, what two days in a row cost, what an order chain costs.

Costs are whole numbers: soft costs count in halves, times UNIT, plus the untidiness that breaks ties. FORBIDDEN marks
what a hard rule excludes. No rule is known here by name, only by shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from planner.engine.domain import DAYS, Session, Week
from planner.engine.places import REST, Content, Option
from planner.engine.rules import RULES
from planner.engine.rules.shapes import (
    Case,
    ChainRule,
    DayRule,
    NeighbourRule,
    PairRule,
    Rule,
    SessionRule,
    WeekRule,
)
from planner.engine.vocabulary import Kind, Severity

UNIT = 1_000_000


class Alternation(IntEnum):
    """How far the promise that orders take turns binds the search."""

    INTO_THE_WEEK = 2  # from the last combined session of the week before on
    WITHIN_THE_WEEK = 1
    PRICED = 0  # only as the rules price it


FORBIDDEN = 10**15
Day = tuple[Session, ...]


@dataclass
class Tables:
    """Costs for one case. Days named in `given` stand as they are: what is wrong with them alone is nobody's choice."""

    case: Case
    given: frozenset[Content] = frozenset()
    alternation: Alternation = Alternation.PRICED
    _adjacent: dict[tuple[Content, Content], int] = field(default_factory=dict)
    _clock: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the rules that speak of this athlete by shape, and separate those that need the clock."""
        rules = [rule for rule in RULES if rule.applies(self.case.athlete)]
        self.on_session = [r for r in rules if isinstance(r, SessionRule)]
        self.on_day = [r for r in rules if isinstance(r, DayRule)]
        pairs = [r for r in rules if isinstance(r, PairRule)]
        self.within_day = pairs
        self.by_day = [r for r in pairs if r.reach and not r.clock]
        self.by_clock = [r for r in pairs if r.reach and r.clock]
        self.on_neighbours = [r for r in rules if isinstance(r, NeighbourRule)]
        self.on_chain = [r for r in rules if isinstance(r, ChainRule)]
        self.on_week = [r for r in rules if isinstance(r, WeekRule)]
        self.farthest = max(r.reach for r in pairs)

    def cost(self, rule: Rule, amount: float) -> int:
        """An amount of strain as a whole-number cost."""
        if not amount:
            return 0
        if rule.severity is Severity.HARD:
            return FORBIDDEN
        return round(2 * amount * rule.weight_for(self.case.athlete)) * UNIT

    def option(self, option: Option) -> int:
        """What an option costs on its own: its sessions, and its day."""
        if option.content in self.given:
            return 0
        total = option.untidy
        for session in option.sessions:
            total += sum(self.cost(r, r.strains(self.case, session)) for r in self.on_session)
            total += sum(self.cost(r, r.of_session(self.case, session)) for r in self.on_week)
        if option.sessions:
            total += sum(self.cost(r, r.strains(self.case, option.sessions)) for r in self.on_day)
            total += self._pairs_within(option.sessions)
        return min(total, FORBIDDEN)

    def _pairs_within(self, sessions: Day) -> int:
        total = 0
        for index, earlier in enumerate(sessions):
            for later in sessions[index:]:
                rules = [r for r in self.within_day if r.within or later is not earlier]
                total += sum(self.cost(r, r.strains(self.case, earlier, later, 0)) for r in rules)
        return total

    def adjacent(self, first: Option, second: Option) -> int:
        """What two days in a row cost, whatever the hours; equal for all options of the same contents."""
        key = (first.content, second.content)
        if key not in self._adjacent:
            self._adjacent[key] = 0 if self._both_given(*key) else self._adjacent_cost(first.sessions, second.sessions)
        return self._adjacent[key]

    def _adjacent_cost(self, first: Day, second: Day) -> int:
        if not first or not second:
            return 0
        case = self.case
        total = sum(
            self.cost(r, r.strains(case, a, b, 1)) for r in self.by_day for a in first for b in second if r.reach >= 1
        )
        total += sum(self.cost(r, r.strains(case, first, second)) for r in self.on_neighbours)
        training = any(s.is_training for s in first) and any(s.is_training for s in second)
        resting = first[0].kind is second[0].kind is Kind.RECOVERY
        return min(total + training + resting, FORBIDDEN)

    def clock(self, first: Option, second: Option, apart: int) -> int:
        """What the hours between the sessions of two days cost."""
        if not first.sessions or not second.sessions:
            return 0
        if self.given and self._both_given(first.content, second.content):
            return 0
        key = (id(first), id(second), apart)
        if key not in self._clock:
            self._clock[key] = sum(
                self.cost(r, r.strains(self.case, a, b, apart))
                for r in self.by_clock
                if r.reach >= apart
                for a in first.sessions
                for b in second.sessions
            )
        return self._clock[key]

    def _both_given(self, first: Content, second: Content) -> bool:
        return first in self.given and second in self.given

    def chain(
        self, previous: Session | None, option: Option, *, from_before: bool = False, stands: bool = False
    ) -> int:
        """What a day's combined sessions cost after the last combined one before them.

        `from_before` tells that `previous` lies in the week before, `stands` that nothing can change it.
        """
        total = 0
        binds = self.alternation > (Alternation.WITHIN_THE_WEEK if from_before else Alternation.PRICED)
        binds &= not (stands and option.content in self.given)
        for session in option.sessions:
            if session.kind is Kind.COMBINED:
                total += sum(self.cost(r, r.strains(self.case, previous, session)) for r in self.on_chain)
                if binds and previous is not None and previous.order is session.order:
                    return FORBIDDEN
                previous, binds = session, False
        return min(total, FORBIDDEN)

    @property
    def floor(self) -> int:
        """What rules about weeks cost in any case."""
        return sum(self.cost(rule, rule.floor(self.case)) for rule in self.on_week)

    def week(self, sessions: Sequence[Session], given: Week) -> int:
        """What only the whole week shows; a hard rule that the given days alone break already excludes nothing."""
        week, total = Week.of(list(sessions)), 0
        for rule in self.on_week:
            amount = rule.strains(self.case, week)
            if not amount:
                continue
            if rule.severity is Severity.SOFT and not rule.breaks(self.case, week):
                total += self.cost(rule, amount)
            elif amount > rule.strains(self.case, given):
                return FORBIDDEN
        return min(total, FORBIDDEN)


def given_option(name: str, sessions: Sequence[Session]) -> Option:
    """A day that stands as it is, as the only option of its day."""
    return Option(Content(name, 0), tuple(sessions)) if sessions else Option(REST, ())


def last_combined(option: Option) -> Session | None:
    """The last combined session of a day's option."""
    return next((s for s in reversed(option.sessions) if s.kind is Kind.COMBINED), None)


def neighbours_of(week: Week | None, prefix: str) -> tuple[Option, ...]:
    """The seven days of a given week as options; none where there is no such week."""
    if week is None:
        return ()
    return tuple(given_option(f"{prefix}{day}", week.by_day[day]) for day in range(DAYS))
