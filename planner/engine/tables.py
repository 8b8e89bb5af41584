"""The rules compiled for the search: what a day's option costs, what two days in a row cost, what an order chain costs.

Costs are whole numbers: soft costs count in halves, times UNIT, plus the untidiness that breaks ties. FORBIDDEN marks
what a hard rule excludes. No rule is known here by name, only by shape.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from planner.engine.contents import REST, Content
from planner.engine.domain import DAYS, Session, Week
from planner.engine.forms import NOTHING, Form, Option
from planner.engine.prices import Day, Prices, number_of, shapes_for
from planner.engine.races import race_effort
from planner.engine.rules.shapes import (
    Case,
    Rule,
    Sees,
)
from planner.engine.vocabulary import Kind

UNIT = 1_000_000
FORBIDDEN = 10**15


class Alternation(IntEnum):
    """How far the promise that orders take turns binds the search."""

    INTO_THE_WEEK = 2  # from the last combined session of the week before on
    WITHIN_THE_WEEK = 1
    PRICED = 0  # only as the rules price it


@dataclass
class Tables:
    """Costs for one case. Days named in `given` stand as they are: what is wrong with them alone is nobody's choice."""

    case: Case
    given: frozenset[Content] = frozenset()
    alternation: Alternation = Alternation.PRICED
    prices: Prices | None = None

    def __post_init__(self) -> None:
        """The rules by shape, and what is priced already."""
        self.rules = shapes_for(self.case.athlete.goal)
        self.known = self.prices or Prices(self.case.athlete)
        self._own = self.known.by_totals.setdefault(self.case.totals, {})
        self.farthest = self.rules.farthest
        self.race = race_effort(self.case.athlete, self.case.context)
        self._of_session = [rule for rule in self.rules.of_session if rule.asks(self.case)]

    def cost(self, rule: Rule, amount: float) -> int:
        """An amount of strain as a whole-number cost."""
        if not amount:
            return 0
        if rule.is_hard:
            return FORBIDDEN
        return round(2 * amount * rule.weight_for(self.case.athlete)) * UNIT

    def costs(self, rules: Iterable[Rule], *given: Any) -> int:
        """What these rules find in one and the same thing, as a cost."""
        total, case = 0, self.case
        for rule in rules:
            amount = rule.strains(case, *given)
            if amount:
                total += self.cost(rule, amount)
        return total

    def option(self, option: Option, day: int) -> int:
        """What an option costs on its own: its sessions, and its day."""
        if option.content in self.given:
            return 0
        own = self._own.get(option.form)
        if own is None:
            own = self._own[option.form] = self._total_cost(option.form)
        return min(own + option.untidy + (self._dated_cost(option, day) if self.dated else 0), FORBIDDEN)

    @property
    def dated(self) -> bool:
        """Whether it matters to a session's own cost on which day it lies."""
        return bool(self._of_session) or self.race is not None

    def _dated_cost(self, option: Option, day: int) -> int:
        """What single sessions cost by the day they lie on: what rules about weeks find, and the race beside them."""
        sessions = option.on(day)
        total = sum(self.cost(rule, rule.of_session(self.case, s)) for rule in self._of_session for s in sessions)
        return total + sum(self._beside(self.race, session) for session in sessions) if self.race else total

    def _beside(self, race: Session, session: Session) -> int:
        """What a session costs so near the race, by the rules that ask for days alone."""
        first, second = (session, race) if session.day < race.day else (race, session)
        apart = second.day - first.day
        return self.costs((rule for rule in self.rules.by_day if 0 < apart <= rule.reach), first, second, apart)

    def _total_cost(self, form: Form) -> int:
        own = self.known.own.get(form)
        if own is None:
            own = self.known.own[form] = self._own_cost(form)
        if not form.sessions:
            return own
        return own + self.costs(self.rules.by_totals, form.sessions)

    def _own_cost(self, form: Form) -> int:
        """The rules about single sessions and single days; hours that the day offered itself need no asking."""
        rules, sessions = self.rules, form.sessions
        alone = rules.but_hours if form.offered else rules.on_session
        total = self.costs(rules.on_day, sessions) if sessions else 0
        for place, session in enumerate(sessions):
            total += self.costs(alone, session) + self.costs(rules.within_session, session, session, 0)
            for later in sessions[place + 1 :]:
                total += self.costs(rules.within_day, session, later, 0)
        return min(total, FORBIDDEN)

    def adjacent(self, first: Option, second: Option) -> int:
        """What two days in a row cost, whatever the hours; equal for all options of the same contents."""
        if first.form is NOTHING or second.form is NOTHING or self._both_given(first.content, second.content):
            return 0
        key = (self._mark(first.form), self._mark(second.form))
        found = self.known.neighbours.get(key)
        if found is None:
            found = self.known.neighbours[key] = self._adjacent_cost(first.form.sessions, second.form.sessions)
        return found

    def matrix(self, options: Sequence[Option]) -> list[list[int]]:
        """`adjacent` for every two of the options; those that neighbours cannot tell apart share one row."""
        known = self.known.neighbours
        looks = [(self._mark(option.form), option.content in self.given) for option in options]
        samples = dict(zip(looks, options, strict=True))
        rows = {}
        for (mark, given), first in samples.items():
            beside = {}
            for (other, too), second in samples.items():
                cost = 0 if given and too else known.get((mark, other))
                beside[other, too] = self.adjacent(first, second) if cost is None else cost
            rows[mark, given] = [beside[look] for look in looks]
        return [rows[look] for look in looks]

    def _mark(self, form: Form) -> int:
        found = self.known.marks.get(form)
        if found is None:
            found = self.known.marks[form] = number_of(form.sessions)
        return found

    def _adjacent_cost(self, first: Day, second: Day) -> int:
        if not first or not second:
            return 0
        case, rules = self.known.person, self.rules
        total = sum(self.cost(r, r.strains(case, a, b, 1)) for r in rules.by_day for a in first for b in second)
        total += sum(self.cost(r, r.strains(case, first, second)) for r in rules.on_neighbours)
        training = any(s.is_training for s in first) and any(s.is_training for s in second)
        resting = first[0].kind is second[0].kind is Kind.RECOVERY
        return min(total + training + resting, FORBIDDEN)

    def clock(self, first: Option, second: Option, apart: int) -> int:
        """What the hours between the sessions of two days cost."""
        if self.given and self._both_given(first.content, second.content):
            return 0
        key = (first.form, second.form, apart)
        found = self.known.clock.get(key)
        if found is None:
            found = self.known.clock[key] = self._clock_cost(first.form.sessions, second.form.sessions, apart)
        return found

    def _clock_cost(self, first: Day, second: Day, apart: int) -> int:
        rules = [rule for rule in self.rules.by_clock if rule.reach >= apart]
        return sum(self.costs(rules, a, b, apart) for a in first for b in second)

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
        for session in option.form.sessions:
            if session.kind is Kind.COMBINED:
                total += self.costs(self.rules.on_chain, previous, session)
                if binds and previous is not None and previous.order is session.order:
                    return FORBIDDEN
                previous, binds = session, False
        return min(total, FORBIDDEN)

    def looks(self, previous: Session) -> tuple[Hashable, ...]:
        """What a combined session is to the next one: those that look the same make it cost the same."""
        return (previous.order, *[rule.looks_at(self.case, previous) for rule in self.rules.on_chain])

    @property
    def floor(self) -> int:
        """What rules about weeks cost in any case."""
        return sum(self.cost(rule, rule.floor(self.case)) for rule in self.rules.on_week)

    def week(self, sessions: Sequence[Session], given: Week, *, by_sums: bool = False) -> int:
        """What only the whole week shows; a hard rule that the given days alone break already excludes nothing.

        `by_sums` asks the rules alone that sums and counts decide, whichever days the sessions lie on.
        """
        week, total = Week.of(list(sessions)), 0
        for rule in self.rules.on_week:
            if by_sums and rule.sees is Sees.DAYS:
                continue
            amount = rule.strains(self.case, week)
            if not amount:
                continue
            soft = not rule.is_hard
            if soft and not rule.breaks(self.case, week):
                total += self.cost(rule, amount)
            elif (soft and not rule.breaks(self.case, given)) or amount > rule.strains(self.case, given):
                return FORBIDDEN
        return min(total, FORBIDDEN)


def given_option(name: str, sessions: Sequence[Session]) -> Option:
    """A day that stands as it is, as the only option of its day."""
    return Option.of(Content(name, 0), tuple(sessions)) if sessions else Option(REST, NOTHING)


def last_combined(option: Option) -> Session | None:
    """The last combined session of a day's option."""
    return next((s for s in reversed(option.form.sessions) if s.kind is Kind.COMBINED), None)


def neighbours_of(week: Week | None, prefix: str) -> tuple[Option, ...]:
    """The seven days of a given week as options; none where there is no such week."""
    if week is None:
        return ()
    return tuple(given_option(f"{prefix}{day}", week.by_day[day]) for day in range(DAYS))
