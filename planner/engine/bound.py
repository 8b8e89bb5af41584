"""The least that the days ahead can cost by what they hold, whatever the hours: the bound of the search.

A dynamic program over (day, what the day before holds, what the first day holds, last order, what is left to place).
Contents that cost the same beside every other count as one, and what can find no room any more is not followed.
"""

from collections.abc import Hashable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import NamedTuple

from planner.engine.contents import MOST_DIGITS, SESSIONS_FROM, Content
from planner.engine.crowds import COUNT, MOST_SESSIONS, Crowds, count_of
from planner.engine.dear import Sized, beyond, dearest, least_alone
from planner.engine.domain import DAYS, Session, Week
from planner.engine.forms import Option
from planner.engine.tables import FORBIDDEN, Tables, last_combined

STATE_BUDGET = 100_000  # states the bound may hold; past them it says 0, which is true of any week


@dataclass(frozen=True, slots=True)
class Problem:
    """A week to fill: the options of each day, the stock to place, what lies before and after."""

    tables: Tables
    options: tuple[Sequence[Option], ...]
    stock: int
    given: Week
    before: tuple[Option, ...] = ()
    after: tuple[Option, ...] = ()
    chain_start: Session | None = None
    sessions_from: int = SESSIONS_FROM
    leave_out_cost: int = FORBIDDEN  # of a session that finds no place


class Choice(NamedTuple):
    """A content that a day may hold: its number, what it takes, its least cost alone, its options, cheapest first."""

    number: int
    takes: int
    least: int
    options: list[tuple[int, Option]]


class Bound:
    """A problem in numbers, and the least that any end of a week can cost."""

    def __init__(self, problem: Problem) -> None:
        """Number the contents, and price them alone, beside each other and after each other's orders."""
        self.problem = problem
        self.samples: list[Option] = []
        numbers: dict[Content, int] = {}
        self._first = self._first_alike()
        priced = {day: self._choices(day, problem.options[day], numbers) for day in dict.fromkeys(self._first)}
        self._price_neighbours()
        takes = [sample.content.takes for sample in self.samples]
        crowds = Crowds(problem.stock, problem.sessions_from, takes, self.adjacent, circle=self.repeats)
        told = {number: crowds.told(number) for number in set(takes)}
        own = {
            day: [Choice(n, told[t], least, ways) for n, t, least, ways in choices] for day, choices in priced.items()
        }
        self.days = [own[first] for first in self._first]
        self.stock, self.guard = crowds.told(problem.stock), crowds.guard
        self._crowds, self._room = crowds, self._rooms(crowds)
        self.has_room = problem.leave_out_cost < FORBIDDEN or self._fits(self._room[0])
        self._known: list[dict[tuple[int, int, int, int], int]] = [{} for _ in range(DAYS + 1)]
        self._roughly: dict[tuple[int, int, int, int], int] = {}
        self._states = 0
        if self.has_room:
            self._prepare()

    def among(self, numbers: frozenset[int]) -> "Bound":
        """The bound of weeks that take nothing but these contents."""
        other = copy(self)
        kept = {
            first: [choice for choice in self.days[first] if choice.number in numbers or not choice.takes]
            for first in dict.fromkeys(self._first)
        }
        other.days = [kept[first] for first in self._first]
        other._known, other._roughly = [{} for _ in range(DAYS + 1)], {}
        other.room = other._room = other._rooms(self._crowds)
        other._crowdless()
        return other

    def _rooms(self, crowds: Crowds) -> list[int]:
        """How much the days from each one on can take together."""
        takes = {
            first: frozenset([choice.takes for choice in self.days[first]]) for first in dict.fromkeys(self._first)
        }
        return crowds.rooms([takes[first] for first in self._first])

    def _first_alike(self) -> list[int]:
        """For each day the first that has the very same options, which then cost the same."""
        if self.problem.tables.dated:
            return list(range(DAYS))
        same = [id(options) for options in self.problem.options]
        return [same.index(own) for own in same]

    def leaving_out(self, cost: int) -> "Bound":
        """The bound of the same problem where sessions may be left out at this cost; nothing is priced anew."""
        other = copy(self)
        other.problem, other.has_room = replace(self.problem, leave_out_cost=cost), True
        other._known, other._roughly, other._states = [{} for _ in range(DAYS + 1)], {}, 0
        other._prepare()
        return other

    def _fits(self, room: int) -> bool:
        """Whether so much room holds the stock by counting alone: what must stand apart, and how many sessions."""
        return not (room - self.stock) & self.guard ^ self.guard

    def _prepare(self) -> None:
        """What only a search needs that has a chance."""
        # Where things may be left out, days can take anything.
        anything = [(1 << self.guard.bit_length()) - 1] * (DAYS + 1)
        self.room = anything if self.problem.leave_out_cost < FORBIDDEN else self._room
        self._price_chain()
        self._merge()
        # What may be left out needs no place.
        digits = range(0) if self.problem.leave_out_cost < FORBIDDEN else range(0, 4 * MOST_DIGITS, 4)
        self._asked = [15 << bit for bit in digits if self.stock >> bit & 15]
        self._crowdless()

    def _choices(self, day: int, options: Sequence[Option], numbers: dict[Content, int]) -> list[Choice]:
        """The day's contents in their order, each with its allowed options."""
        price = self.problem.tables.option
        priced: dict[Content, list[tuple[int, Option]]] = {}
        for option in options:
            cost = price(option, day)
            if cost < FORBIDDEN:
                priced.setdefault(option.content, []).append((cost, option))
        found = []
        for content, ways in priced.items():
            if content not in numbers:
                numbers[content] = len(numbers)
                self.samples.append(ways[0][1])
            if len(ways) > 1:
                ways.sort(key=_price_and_starts)
            found.append(Choice(numbers[content], content.takes, ways[0][0], ways))
        return found

    def _price_neighbours(self) -> None:
        """Costs of contents on days in a row, between each other and towards the given neighbours."""
        problem, tables, samples = self.problem, self.problem.tables, self.samples
        self.adjacent = tables.matrix(samples)
        first, last = problem.before, problem.after
        self.repeats = not (first and last)
        self.enter = [tables.adjacent(first[-1], sample) if first else 0 for sample in samples]
        self.leave = [tables.adjacent(sample, last[0]) if last else 0 for sample in samples]

    def _price_chain(self) -> None:
        """Last combined sessions, grouped by what they make the next one cost; group 0 is where the week starts."""
        tables, samples = self.problem.tables, self.samples
        last = {number: s for number, sample in enumerate(samples) if (s := last_combined(sample))}
        groups = {self._turns(last, self.problem.chain_start, from_before=True, stands=True): 0}
        known: dict[Hashable, int] = {}
        self.group = [-1] * len(samples)
        for number, session in last.items():
            stands = samples[number].content in tables.given
            look = (tables.looks(session), stands)
            if look not in known:
                known[look] = groups.setdefault(self._turns(last, session, stands=stands), len(groups))
            self.group[number] = known[look]
        self.chain = list(groups)

    def _turns(
        self, numbers: Iterable[int], previous: Session | None, *, from_before: bool = False, stands: bool = False
    ) -> tuple[int, ...]:
        """What each content costs after such a combined session; the numbers are of those that hold one too."""
        costs = [0] * len(self.samples)
        for number in numbers:
            costs[number] = self.problem.tables.chain(
                previous, self.samples[number], from_before=from_before, stands=stands
            )
        return tuple(costs)

    def _merge(self) -> None:
        """Number what days see of the day before, and what the last day sees of the first; equal ones are one."""
        rows = [(*row, leave) for row, leave in zip(self.adjacent, self.leave, strict=True)]
        columns = [column if self.repeats else () for column in zip(*self.adjacent, strict=True)]
        known_rows = {row: number for number, row in enumerate(dict.fromkeys(rows))}
        known_columns = {column: number for number, column in enumerate(dict.fromkeys(columns))}
        self._row, self._column = [known_rows[row] for row in rows], [known_columns[column] for column in columns]
        self._beside = list(known_rows)
        firsts = [columns.index(column) for column in known_columns]
        ends = [[row[-1] + (row[first] if self.repeats else 0) for first in firsts] for row in known_rows]
        self._end = [[*row, min(row)] for row in ends]

    def _crowdless(self) -> None:
        """The least that days can cost beside each other by how many sessions they hold, whichever these are."""
        self.sizes = sizes = [count_of(s.content.takes >> self.problem.sessions_from) for s in self.samples]
        alike = {size: [number for number, own in enumerate(sizes) if own == size] for size in set(sizes)}
        rows = {size: {self._row[number] for number in members} for size, members in alike.items()}
        self._pairs = {
            (size, other): min([self._beside[row][member] for row in own for member in members])
            for size, own in rows.items()
            for other, members in alike.items()
        }
        ends: dict[int, Iterable[int]] = {
            size: map(min, zip(*[self._end[row] for row in own], strict=True)) for size, own in rows.items()
        }
        self._ends = {(size, column): end for size, least in ends.items() for column, end in enumerate(least)}
        days = {
            first: [Sized(sizes[number], takes, least) for number, takes, least, _ in self.days[first]]
            for first in dict.fromkeys(self._first)
        }
        alone = {first: least_alone(day) for first, day in days.items()}
        more = {first: beyond(day, alone[first]) for first, day in days.items()}
        self._alone = [tuple(alone[first].items()) for first in self._first]
        self._dear = dearest([more[first] for first in self._first], self._asked)

    def rough(self, day: int, number: int, first: int, stock: int) -> int:
        """Never more than `least`, and sooner known: sessions counted, not told apart."""
        counted = self._rough(day, self.sizes[number], self._column[first], stock >> COUNT & MOST_SESSIONS)
        return counted + self._beyond(day, stock)

    def _beyond(self, day: int, stock: int) -> int:
        """What the days from this one on cost beyond that, since they have no cheap place left for something."""
        for digit, cost in self._dear[day]:
            if stock & digit:
                return cost
        return 0

    def _rough(self, day: int, size: int, column: int, count: int) -> int:
        known = self._roughly.get((day, size, column, count))
        if known is None:
            if day == DAYS:
                return self._ends[size, column] + count * self.problem.leave_out_cost
            known, pairs, ahead = FORBIDDEN, self._pairs, day + 1
            for own, alone in self._alone[day]:
                cost = alone + pairs[size, own] if own <= count else FORBIDDEN
                if cost < known:
                    cost += self._rough(ahead, own, column, count - own)
                    if cost < known:
                        known = cost
            self._roughly[day, size, column, count] = known
        return known

    def least(self, day: int, previous: int, first: int, group: int, stock: int) -> int:
        """The least the days from `day` on can cost by days alone, closing the circle to the first day's content."""
        return self._least(day, self._row[previous], self._column[first], group, stock)

    def least_open(self, first: int, group: int, stock: int) -> int:
        """Never more than `least` from the second day on, whatever the first day has to do with the last."""
        return self._least(1, self._row[first], len(self._end[0]) - 1, group, stock)

    def _least(self, day: int, row: int, column: int, group: int, stock: int) -> int:
        known = self._known[day].get((stock, row, column, group))
        if known is None:
            if day == DAYS:
                return self._end[row][column] + self.left_out(stock)
            known = self._known[day][stock, row, column, group] = self._work_out(day, row, column, group, stock)
        return known

    def _work_out(self, day: int, row: int, column: int, group: int, stock: int) -> int:
        """One step of the dynamic program: the cheapest of the day's contents with what must follow it."""
        self._states += 1
        if self._states > STATE_BUDGET:
            return 0
        guard, room, best, dear = self.guard, self.room[day + 1], FORBIDDEN, self._dear[day + 1]
        beside, turn, stock = self._beside[row], self.chain[group], stock | guard
        for number, takes, least, _ in self.days[day]:
            left = stock - takes
            if left & guard != guard:
                continue
            left ^= guard
            cost = least + beside[number] + turn[number]
            if cost >= best or (room - left) & guard != guard:
                continue
            sure = cost + self._rough(day + 1, self.sizes[number], column, left >> COUNT & MOST_SESSIONS)
            if sure < best and (not dear or sure + self._beyond(day + 1, left) < best):
                after = self.group[number]
                cost += self._least(day + 1, self._row[number], column, group if after < 0 else after, left)
                if cost < best:
                    best = cost
        return best

    def left_out(self, stock: int) -> int:
        """What it costs to leave out what is still in stock."""
        return (stock >> COUNT & MOST_SESSIONS) * self.problem.leave_out_cost if stock else 0


def _price_and_starts(priced: tuple[int, Option]) -> tuple[int, list[int]]:
    return priced[0], [s.start for s in priced[1].form.sessions]
