"""Where each session goes: exact search over days, windows, pairings and orders. See docs/planner.md.

A dynamic program over (day, what the day before holds, last order, what is left to place) prices every rule that days
alone decide; it is the bound of a depth-first search that adds the hours and, with a whole week in hand, the rules
about weeks. The first week it reaches is the best by the bound; the search ends when no branch can be better.
"""

from dataclasses import dataclass, field

from planner.engine.domain import DAYS, Session, Week
from planner.engine.places import GUARD, SESSIONS_FROM, Content, Option
from planner.engine.tables import FORBIDDEN, Tables, last_combined

NODE_BUDGET = 6_000
STATE_BUDGET = 100_000  # states the bound may hold; past them it says 0, which is true of any week


@dataclass(frozen=True, slots=True)
class Problem:
    """A week to fill: the options of each day, the stock to place, what lies before and after."""

    tables: Tables
    options: tuple[tuple[Option, ...], ...]
    stock: int
    given: Week
    before: tuple[Option, ...] = ()
    after: tuple[Option, ...] = ()
    chain_start: Session | None = None
    sessions_from: int = SESSIONS_FROM
    sessions_a_day: int = 1  # at the most, as the stock counts them
    leave_out_cost: int = FORBIDDEN  # of a session that finds no place


@dataclass(frozen=True, slots=True)
class Solution:
    """The best week found, its cost, and whether the search proved that none is better."""

    sessions: tuple[Session, ...]
    cost: int = 0
    proven: bool = False
    contents: tuple[Content, ...] = ()


@dataclass
class Search:
    """One search; `solve` runs it once."""

    problem: Problem
    budget: int = NODE_BUDGET
    keep: int = 1  # how many weeks to find, the best ones
    best: int = FORBIDDEN  # what a week must undercut to be kept
    nodes: int = 0
    kept: list[tuple[int, tuple[Option, ...]]] = field(default_factory=list)
    _rest: dict[tuple[int, int, int, int, int], int] = field(default_factory=dict)

    def solve(self) -> Solution | None:
        """The best week, or None where no week keeps every hard rule."""
        return next(iter(self.solutions()), None)

    def solutions(self) -> list[Solution]:
        """The best `keep` weeks, best first."""
        self._compile()
        # What is left out changes the totals, so nothing is certain then.
        self.floor = 0 if self.problem.leave_out_cost < FORBIDDEN else self.problem.tables.floor
        self._descend(0, (), self.floor, 0, self.problem.stock)
        return [self._solution(cost, chosen) for cost, chosen in self.kept]

    @property
    def gave_up(self) -> bool:
        """Whether the budget ended the search before it had seen all it needed."""
        return self.nodes > self.budget

    def _solution(self, cost: int, chosen: tuple[Option, ...]) -> Solution:
        sessions = tuple(s for option in chosen for s in option.sessions)
        return Solution(sessions, cost, not self.gave_up, tuple(option.content for option in chosen))

    def _compile(self) -> None:
        """Number the contents, and per day keep each content's allowed options, cheapest first."""
        problem, tables = self.problem, self.problem.tables
        contents = dict.fromkeys(o.content for day in problem.options for o in day)
        self.number = {content: index for index, content in enumerate(contents)}
        self.sample: dict[int, Option] = {}
        self.days: list[list[tuple[int, int, list[tuple[int, Option]]]]] = []
        for options in problem.options:
            by_content: dict[Content, list[tuple[int, Option]]] = {}
            for option in options:
                cost = tables.option(option)
                if cost < FORBIDDEN:
                    by_content.setdefault(option.content, []).append((cost, option))
                    self.sample.setdefault(self.number[option.content], option)
            self.days.append([self._ranked(content, priced) for content, priced in by_content.items()])
        self._compile_pairs()
        self._compile_chain()

    def _ranked(self, content: Content, priced: list[tuple[int, Option]]) -> tuple[int, int, list[tuple[int, Option]]]:
        priced.sort(key=lambda entry: (entry[0], [s.start for s in entry[1].sessions]))
        return self.number[content], content.takes, priced

    def _compile_pairs(self) -> None:
        """Costs of contents on days in a row, between each other and towards the given neighbours."""
        problem, sample, adjacent = self.problem, self.sample, self.problem.tables.adjacent
        self.adjacent = {(a, b): adjacent(sample[a], sample[b]) for a in sample for b in sample}
        first, last = problem.before, problem.after
        self.enter = {c: adjacent(first[-1], sample[c]) if first else 0 for c in sample}
        self.leave = {c: adjacent(sample[c], last[0]) if last else 0 for c in sample}
        self.repeats = not (first and last)

    def _compile_chain(self) -> None:
        """Last combined sessions, grouped by what they make the next one cost; group 0 is where the week starts."""
        tables, sample = self.problem.tables, self.sample
        last = {number: last_combined(option) for number, option in sample.items()}
        start = self.problem.chain_start
        rows: dict[int | None, tuple[int, ...]] = {
            None: tuple(tables.chain(start, option, from_before=True, stands=True) for option in sample.values())
        }
        for number, session in last.items():
            if session is not None:
                stands = sample[number].content in tables.given
                rows[number] = tuple(tables.chain(session, option, stands=stands) for option in sample.values())
        groups = {row: index for index, row in enumerate(dict.fromkeys(rows.values()))}
        self.chain = [dict(zip(sample, row, strict=True)) for row in groups]
        self.group = {n: groups[row] for n, row in rows.items() if n is not None}

    def _after(self, group: int, content: int) -> int:
        """The chain's group once this content is placed."""
        return self.group.get(content, group)

    def _rest_cost(self, day: int, previous: int, first: int, group: int, stock: int) -> int:
        """The least the days from `day` on can cost by days alone, closing the circle to the first day's content."""
        if day == DAYS:
            left_out = _count(stock >> self.problem.sessions_from) * self.problem.leave_out_cost if stock else 0
            return left_out + self.leave[previous] + (self.adjacent[previous, first] if self.repeats else 0)
        key = (day, previous, first, group, stock)
        known = self._rest.get(key)
        if known is not None:
            return known
        if len(self._rest) > STATE_BUDGET:
            return 0
        best = FORBIDDEN
        if self._fits(stock, DAYS - day):
            chain = self.chain[group]
            for content, takes, priced in self.days[day]:
                left = (stock | GUARD) - takes
                if left & GUARD != GUARD:
                    continue
                cost = priced[0][0] + self.adjacent[previous, content] + chain[content]
                if cost < best:
                    cost += self._rest_cost(day + 1, content, first, self._after(group, content), left ^ GUARD)
                    best = min(best, cost)
        self._rest[key] = best
        return best

    def _descend(self, day: int, chosen: tuple[Option, ...], cost: int, group: int, stock: int) -> None:
        """Place the day's options, most promising first, below everything already chosen."""
        if day == DAYS:
            first, last = self.number[chosen[0].content], self.number[chosen[-1].content]
            self._finish(chosen, cost + self._rest_cost(DAYS, last, first, group, stock))
            return
        for bound, spent, option, after, left in self._branches(day, chosen, cost, group, stock):
            if bound >= self.best or self.nodes > self.budget:
                return
            self.nodes += 1
            self._descend(day + 1, (*chosen, option), spent, after, left)

    def _branches(
        self, day: int, chosen: tuple[Option, ...], cost: int, group: int, stock: int
    ) -> list[tuple[int, int, Option, int, int]]:
        """The day's options with bound, cost so far, chain group and stock left, by bound."""
        branches = []
        previous = self.number[chosen[-1].content] if chosen else -1
        for content, takes, priced in self.days[day]:
            left = (stock | GUARD) - takes
            if left & GUARD != GUARD:
                continue
            left ^= GUARD
            first = self.number[chosen[0].content] if chosen else content
            after = self._after(group, content)
            base = cost + (self.adjacent[previous, content] if chosen else self.enter[content])
            base += self.chain[group][content]
            rest = self._rest_cost(day + 1, content, first, after, left)
            for own, option in priced:
                spent = base + own + self._hours(day, chosen, option)
                if spent + rest < self.best:
                    branches.append((spent + rest, spent, option, after, left))
        branches.sort(key=lambda branch: branch[0])
        return branches

    def _hours(self, day: int, chosen: tuple[Option, ...], option: Option) -> int:
        """What the hours to the days before cost, as far back as a rule looks."""
        tables = self.problem.tables
        total = 0
        for apart in range(1, tables.farthest + 1):
            if day - apart >= 0:
                total += tables.clock(chosen[day - apart], option, apart)
            elif self.problem.before:
                total += tables.clock(self.problem.before[day - apart], option, apart)
        return total

    def _finish(self, chosen: tuple[Option, ...], cost: int) -> None:
        """A whole week: add the hours over the seam and the rules about weeks."""
        tables = self.problem.tables
        follows = [chosen] * self.repeats + ([self.problem.after] if self.problem.after else [])
        for week in follows:
            for apart in range(1, tables.farthest + 1):
                for day in range(apart):
                    cost += tables.clock(chosen[DAYS + day - apart], week[day], apart)
        if cost < self.best:
            sessions = [s for option in chosen for s in option.sessions]
            cost += tables.week(sessions, self.problem.given) - self.floor
        if cost < self.best:
            self._keep(cost, chosen)

    def _keep(self, cost: int, chosen: tuple[Option, ...]) -> None:
        """Keep the week among the best; of weeks that differ in their hours alone only the best stays."""
        contents = [option.content for option in chosen]
        alike = [entry for entry in self.kept if [o.content for o in entry[1]] == contents]
        if alike and alike[0][0] <= cost:
            return
        others = [entry for entry in self.kept if entry not in alike]
        self.kept = sorted([*others, (cost, chosen)], key=lambda entry: entry[0])[: self.keep]
        if len(self.kept) == self.keep:
            self.best = self.kept[-1][0]

    def _fits(self, stock: int, days: int) -> bool:
        """Whether so many days can still hold what is left, or some of it may be left out."""
        problem = self.problem
        if problem.leave_out_cost < FORBIDDEN:
            return True
        return _count(stock >> problem.sessions_from) <= days * problem.sessions_a_day


def _count(stock: int) -> int:
    """How many sessions a stock of four-bit digits still holds."""
    count = 0
    while stock:
        count += stock & 7
        stock >>= 4
    return count
