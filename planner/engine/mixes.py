"""What rules about weeks cost at the least, whatever the days: every mix of contents that uses up the stock, tried.

Most rules about weeks look at sums and counts, which a mix settles before its contents have days. The cheapest mix is
a floor under every week of the search.
"""

from collections.abc import Iterator
from itertools import count, islice

from planner.engine.bound import Bound
from planner.engine.domain import DAYS, Session

MOST_MIXES = 60
MOST_STEPS = 20_000  # on the way to them; sessions that are all told apart lead into many dead ends
Makeup = frozenset[object]
Mix = tuple[tuple[Session, ...], ...]  # what each day of training holds


def floor_of(bound: Bound) -> int:
    """The least that rules about sums and counts cost; what totals make certain where there are too many mixes."""
    problem, tables = bound.problem, bound.problem.tables
    kinds = _kinds(bound)
    steps = count()
    mixes = list(islice(_mixes(bound.guard, bound.stock, kinds, steps), MOST_MIXES + 1))
    if not 0 < len(mixes) <= MOST_MIXES or next(steps) > MOST_STEPS:
        return tables.floor
    taken = {session.day for session in problem.given.sessions}
    days = [day for day in range(DAYS) if day not in taken]
    weeks = [_laid_out(mix, days) for mix in mixes if len(mix) <= len(days)]
    given = problem.given
    return min((tables.week([*given.sessions, *week], given, by_sums=True) for week in weeks), default=tables.floor)


def _kinds(bound: Bound) -> list[tuple[int, tuple[Session, ...]]]:
    """What days may take and hold, orders and hours aside; none where a content comes in several lengths."""
    standing = bound.problem.given.sessions
    makeups: dict[int, Makeup] = {}
    samples: dict[tuple[int, Makeup], tuple[Session, ...]] = {}
    for choice in (choice for day in bound.days for choice in day if choice.takes):
        for _, option in choice.options:
            sessions = option.form.sessions
            makeup = frozenset((s.kind, s.run, s.lift) for s in sessions)
            if makeups.setdefault(choice.number, makeup) != makeup or any(s in standing for s in sessions):
                return []
            samples.setdefault((choice.takes, makeup), sessions)
    return [(takes, sessions) for (takes, _), sessions in samples.items()]


def _mixes(guard: int, stock: int, kinds: list[tuple[int, tuple[Session, ...]]], steps: Iterator[int]) -> Iterator[Mix]:
    """Every multiset of the kinds that takes exactly the stock, as far as MOST_STEPS lead."""
    if next(steps) > MOST_STEPS:
        return
    if not stock:
        yield ()
    for place, (takes, sessions) in enumerate(kinds):
        left = (stock | guard) - takes
        if left & guard == guard:
            for mix in _mixes(guard, left ^ guard, kinds[place:], steps):
                yield (sessions, *mix)


def _laid_out(mix: Mix, days: list[int]) -> list[Session]:
    return [s.moved(day, s.start) for day, sessions in zip(days, mix, strict=False) for s in sessions]
