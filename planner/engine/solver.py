"""Where each session goes: exact search over days, windows, pairings and orders. See docs/planner.md.

The bound (bound.py) prices every rule that days alone decide. A depth-first search adds the hours and, with a whole
week in hand, the rules about weeks. The first week it reaches is the best by the bound; the search ends when no branch
can be better.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Any

from planner.engine.bound import Bound, Choice, Problem
from planner.engine.contents import Content
from planner.engine.domain import DAYS, Session
from planner.engine.forms import Option
from planner.engine.mixes import Mixes
from planner.engine.tables import FORBIDDEN

NODE_BUDGET = 6_000


@dataclass(frozen=True, slots=True)
class Solution:
    """The best week found, its cost, and whether the search proved that none is better."""

    sessions: tuple[Session, ...]
    cost: int = 0
    proven: bool = False
    contents: tuple[Content, ...] = ()


Branch = tuple[int, int, int, Option, int, int]  # bound, cost so far, content, option, chain group, stock left
Chosen = tuple[tuple[int, Option], ...]  # the contents' numbers and options of the days so far


@dataclass
class Search:
    """One search; `solve` runs it once."""

    problem: Problem
    budget: int = NODE_BUDGET
    keep: int = 1  # how many weeks to find, the best ones
    best: int = FORBIDDEN  # what a week must undercut to be kept
    nodes: int = 0
    certain: int = 0  # what rules about weeks cost beyond the floor, whichever mix of contents it is
    sums_known: bool = False
    lowest: int = 0  # what any week costs by days alone, the floor included
    mixes: Mixes | None = None
    narrowed: bool = False
    kept: list[tuple[int, Chosen]] = field(default_factory=list)
    blamed: int = 0  # a bit for each day whose hours cost something beside those of a later one
    _weeks: dict[tuple[int, ...], int] = field(default_factory=dict)

    def solve(self) -> Solution | None:
        """The best week, or None where no week keeps every hard rule."""
        return next(iter(self.solutions()), None)

    def solutions(self) -> list[Solution]:
        """The best `keep` weeks, best first."""
        if self.bound.has_room:
            self._descend(0, (), self.floor, 0, self.bound.stock)
        return [self._solution(cost, chosen) for cost, chosen in self.kept]

    def leaving_out(self, cost: int) -> "Search":
        """The same search where sessions may be left out at this cost."""
        again = Search(replace(self.problem, leave_out_cost=cost), self.budget, self.keep)
        again.bound = self.bound.leaving_out(cost)
        return again

    @cached_property
    def bound(self) -> Bound:
        """The problem in numbers."""
        return Bound(self.problem)

    @cached_property
    def floor(self) -> int:
        """What rules about weeks cost in any case; what is left out changes the totals, so nothing is certain then."""
        return 0 if self.problem.leave_out_cost < FORBIDDEN else self.problem.tables.floor

    @property
    def gave_up(self) -> bool:
        """Whether the budget ended the search before it had seen all it needed."""
        return self.nodes > self.budget

    @property
    def crowded(self) -> bool:
        """Whether counting alone showed that there is no such week."""
        return not self.bound.has_room

    def _solution(self, cost: int, chosen: Chosen) -> Solution:
        sessions = tuple(s for day, (_, option) in enumerate(chosen) for s in option.on(day))
        return Solution(sessions, cost, not self.gave_up, tuple(option.content for _, option in chosen))

    def _descend(self, day: int, chosen: Chosen, cost: int, group: int, stock: int) -> None:
        """Place the day's options, most promising first, below everything already chosen.

        Where no week below an option had hours that the day's own cost anything, its content's dearer options lead to
        the same weeks at a higher cost.
        """
        if day == DAYS:
            self._finish(chosen, cost + self.bound.least(DAYS, chosen[-1][0], chosen[0][0], group, stock))
            return
        settled: set[tuple[int, int]] = set()
        makeup = self.problem.tables.known.makeup
        for bound, spent, number, option, after, left in self._branches(day, chosen, cost, group, stock):
            if bound + self.certain >= self.best or self.nodes > self.budget:
                return
            if not self.nodes:
                self.lowest = bound
            same = (number, makeup(option.form))
            if same in settled or bound + self._certain_with(chosen, number) >= self.best:
                continue
            self.nodes += 1
            blamed, self.blamed = self.blamed, 0
            self._descend(day + 1, (*chosen, (number, option)), spent, after, left)
            if not self.blamed >> day & 1:
                settled.add(same)
            self.blamed |= blamed

    def _branches(self, day: int, chosen: Chosen, cost: int, group: int, stock: int) -> Iterator[Branch]:
        """The day's options with bound, cost so far, chain group and stock left, by bound, else in their order.

        A content waits by its rough bound until its turn comes; only then its own is worked out.
        """
        waiting: list[tuple[int, int, int, Any]] = []
        bound, guard, room = self.bound, self.bound.guard, self.bound.room[day + 1]
        beside = bound.adjacent[chosen[-1][0]] if chosen else bound.enter
        turn = bound.chain[group]
        for choice in bound.days[day]:
            left = (stock | guard) - choice.takes
            if left & guard != guard or (room - (left ^ guard)) & guard != guard:
                continue
            number, after = choice.number, bound.group[choice.number]
            base = cost + beside[number] + turn[number]
            if base + choice.least + self.certain < self.best:
                left ^= guard
                rough = bound.rough(day + 1, number, chosen[0][0] if chosen else number, left)
                after = group if after < 0 else after
                waiting.append((base + choice.least + rough, len(waiting), -1, (choice, base, after, left)))
        heapify(waiting)
        while waiting:
            least, turn_of, place, branch = heappop(waiting)
            if place >= 0:
                yield branch
            elif least + self._certain_with(chosen, branch[0].number) < self.best:
                for place, placed in enumerate(self._placed(day, chosen, *branch)):
                    heappush(waiting, (placed[0], turn_of, place, placed))

    def _placed(self, day: int, chosen: Chosen, choice: Choice, base: int, after: int, left: int) -> list[Branch]:
        """The content's options that may still lead to a better week."""
        first = chosen[0][0] if chosen else choice.number
        if self.mixes and not self.narrowed:
            self._narrow(self.mixes)
        if not day and self.best < FORBIDDEN:
            rest = self.bound.least_open(choice.number, after, left)
            if base + choice.least + rest + self.certain >= self.best:
                return []
        rest = self.bound.least(day + 1, choice.number, first, after, left)
        found = []
        for own, option in choice.options:
            spent = base + own
            if spent + rest + self.certain >= self.best:
                break
            spent += self._hours(day, chosen, option)
            if spent + rest + self.certain < self.best:
                found.append((spent + rest, spent, choice.number, option, after, left))
        return found

    def _hours(self, day: int, chosen: Chosen, option: Option) -> int:
        """What the hours to the days before cost, as far back as a rule looks."""
        tables = self.problem.tables
        total = 0
        for apart in range(1, tables.farthest + 1):
            if day - apart >= 0:
                cost = tables.clock(chosen[day - apart][1], option, apart)
                if cost:
                    self.blamed |= 1 << (day - apart)
                    total += cost
            elif self.problem.before:
                total += tables.clock(self.problem.before[day - apart], option, apart)
        return total

    def _finish(self, chosen: Chosen, cost: int) -> None:
        """A whole week: add the hours over the seam and the rules about weeks."""
        tables = self.problem.tables
        week = tuple(option for _, option in chosen)
        follows = [week] * self.bound.repeats + ([self.problem.after] if self.problem.after else [])
        for following in follows:
            for apart in range(1, tables.farthest + 1):
                for day in range(apart):
                    hours = tables.clock(week[DAYS + day - apart], following[day], apart)
                    if hours:
                        self.blamed |= 1 << (DAYS + day - apart) | 1 << day
                        cost += hours
        if cost + self.certain < min(self.best, self._known_of(chosen)):
            more = self._week_cost(week) - self.floor
            if cost + more < self.best:
                self._keep(cost + more, chosen)
            if more and not self.sums_known:
                self._raise_floor()

    def _week_cost(self, week: tuple[Option, ...]) -> int:
        """What rules about weeks cost: they look at days and at what these hold, never at hours."""
        tables = self.problem.tables
        makeup = tuple([tables.known.makeup(option.form) for option in week])
        cost = self._weeks.get(makeup)
        if cost is None:
            sessions = [s for day, option in enumerate(week) for s in option.on(day)]
            cost = self._weeks[makeup] = tables.week(sessions, self.problem.given)
        return cost

    def _certain_with(self, chosen: Chosen, number: int) -> int:
        """What rules about weeks cost beyond the floor in any mix of contents that holds these."""
        if self.mixes is None or not self.mixes.known:
            return self.certain
        return self.mixes.least([*(held for held, _ in chosen), number]) - self.floor

    def _raise_floor(self) -> None:
        """Once rules about weeks ask for more than is certain by totals, see what each mix costs anyway."""
        self.sums_known = True
        if self.problem.leave_out_cost >= FORBIDDEN:
            self.mixes = Mixes(self.bound)
            self.certain = max(self.mixes.floor - self.floor, 0)

    def _narrow(self, mixes: Mixes) -> None:
        """From here on look at contents alone that are part of a mix which may still be better."""
        self.narrowed = True
        if mixes.known and self.best < FORBIDDEN:
            self.bound = self.bound.among(mixes.below(self.best + self.floor - self.lowest))

    def _known_of(self, chosen: Chosen) -> int:
        """What the kept week of these contents costs; FORBIDDEN where there is none."""
        contents = [number for number, _ in chosen]
        return next((cost for cost, week in self.kept if [number for number, _ in week] == contents), FORBIDDEN)

    def _keep(self, cost: int, chosen: Chosen) -> None:
        """Keep the week among the best; of weeks that differ in their hours alone only the best stays."""
        contents = [number for number, _ in chosen]
        alike = [entry for entry in self.kept if [number for number, _ in entry[1]] == contents]
        if alike and alike[0][0] <= cost:
            return
        others = [entry for entry in self.kept if entry not in alike]
        self.kept = sorted([*others, (cost, chosen)], key=_cost)[: self.keep]
        if len(self.kept) == self.keep:
            self.best = self.kept[-1][0]


def _cost(kept: tuple[int, Chosen]) -> int:
    return kept[0]
