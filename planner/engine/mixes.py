"""What rules about weeks cost at the least, whatever the days: every mix of contents that uses up the stock, tried.

Most rules about weeks look at sums and counts, which a mix settles before its contents have days. The cheapest mix is
a floor under every week of the search.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from planner.engine.bound import Bound
from planner.engine.domain import DAYS, Session
from planner.engine.tables import FORBIDDEN

MOST_MIXES = 60
MOST_STEPS = 20_000  # on the way to them; sessions that are all told apart lead into many dead ends
Makeup = frozenset[object]
Kind = tuple[int, tuple[Session, ...]]  # what a day takes, and what it holds
Mix = tuple[int, ...]  # the place among the kinds of what each day of training holds
DIGIT_BITS = 4  # at most seven days of a kind; the top bit stays free and catches a debt


class Mixes:
    """Every mix that uses up a bound's stock, with what rules about sums and counts make each cost."""

    def __init__(self, bound: Bound) -> None:
        """Find and price them; none where there are too many, or where a content comes in several lengths."""
        problem, tables = bound.problem, bound.problem.tables
        numbers, kinds = _kinds(bound)
        steps = count()
        mixes = list(islice(_mixes(bound.guard, bound.stock, kinds, steps), MOST_MIXES + 1))
        if not 0 < len(mixes) <= MOST_MIXES or next(steps) > MOST_STEPS:
            mixes = []
        self._digits = {number: 1 << (DIGIT_BITS * place) for number, place in numbers.items()}
        self._guard = sum(1 << (DIGIT_BITS * place + DIGIT_BITS - 1) for place in range(len(kinds)))
        self._costs: list[tuple[int, int]] = []
        self._least: dict[int, int] = {}
        self._certain = tables.floor
        taken = {session.day for session in problem.given.sessions}
        days = [day for day in range(DAYS) if day not in taken]
        for mix in (mix for mix in mixes if len(mix) <= len(days)):
            week = [*problem.given.sessions, *_laid_out([kinds[place][1] for place in mix], days)]
            cost = tables.week(week, problem.given, by_sums=True)
            self._costs.append((sum(1 << (DIGIT_BITS * place) for place in mix), cost))

    @property
    def known(self) -> bool:
        """Whether the mixes are few enough to tell."""
        return bool(self._costs)

    @property
    def floor(self) -> int:
        """The least that rules about sums and counts cost in any mix; what totals make certain where none is known."""
        return self.least(()) if self.known else self._certain

    def below(self, limit: int) -> frozenset[int]:
        """The numbers of all contents that are part of a mix that costs less."""
        held = 0
        for mix, cost in self._costs:
            held |= mix if cost < limit else 0
        digits = (1 << DIGIT_BITS) - 1
        return frozenset(number for number, one in self._digits.items() if held & one * digits)

    def least(self, numbers: Iterable[int]) -> int:
        """The least that a mix with these contents, told by their numbers, costs; FORBIDDEN where there is none."""
        held = sum(self._digits.get(number, 0) for number in numbers)
        found = self._least.get(held)
        if found is None:
            guard = self._guard
            fitting = (cost for mix, cost in self._costs if ((mix | guard) - held) & guard == guard)
            found = self._least[held] = min(fitting, default=FORBIDDEN)
        return found


def _kinds(bound: Bound) -> tuple[dict[int, int], list[Kind]]:
    """What days may take and hold, orders and hours aside; none where a content comes in several lengths.

    With the place among them of each content that takes something, by its number.
    """
    standing = bound.problem.given.sessions
    makeups: dict[int, Makeup] = {}
    samples: dict[tuple[int, Makeup], tuple[Session, ...]] = {}
    held: dict[int, tuple[int, Makeup]] = {}
    days = {id(day): day for day in bound.days}.values()  # days alike have their choices in common
    for choice in (choice for day in days for choice in day if choice.takes):
        for _, option in choice.options:
            sessions = option.form.sessions
            makeup = frozenset((s.kind, s.run, s.lift) for s in sessions)
            if makeups.setdefault(choice.number, makeup) != makeup or any(s in standing for s in sessions):
                return {}, []
            samples.setdefault((choice.takes, makeup), sessions)
            held[choice.number] = (choice.takes, makeup)
    places = {kind: place for place, kind in enumerate(samples)}
    numbers = {number: places[kind] for number, kind in held.items()}
    return numbers, [(takes, sessions) for (takes, _), sessions in samples.items()]


def _mixes(guard: int, stock: int, kinds: list[Kind], steps: Iterator[int], first: int = 0) -> Iterator[Mix]:
    """Every multiset of the kinds, from the first on, that takes exactly the stock, as far as MOST_STEPS lead."""
    if next(steps) > MOST_STEPS:
        return
    if not stock:
        yield ()
    for place in range(first, len(kinds)):
        left = (stock | guard) - kinds[place][0]
        if left & guard == guard:
            for mix in _mixes(guard, left ^ guard, kinds, steps, place):
                yield (place, *mix)


def _laid_out(mix: Sequence[tuple[Session, ...]], days: list[int]) -> list[Session]:
    return [s.moved(day, s.start) for day, sessions in zip(days, mix, strict=False) for s in sessions]
