"""What cannot stand on neighbouring days, and how much of it the days left can hold: a search refused by counting.

A stock is a number of four-bit digits (contents.py); so is what the days can still take, and one subtraction compares
them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from planner.engine.contents import MOST_DIGITS
from planner.engine.domain import DAYS
from planner.engine.tables import FORBIDDEN

COUNT = 4 * MOST_DIGITS  # the bit from which a stock counts its sessions
MOST_SESSIONS = 127
UNIONS_FROM = MOST_DIGITS + 2  # the digits of the crowds
KNOWN = 256  # sets of contents whose enmities are remembered
Enmity = Mapping[int, Sequence[int]]


class Crowds:
    """What can not stand on neighbouring days: the room that the days left have for it.

    Each digit of the stock is a crowd, and so are digits whose contents all shut each other out; these get a digit of
    their own. The digit at COUNT counts the sessions.
    """

    def __init__(
        self, stock: int, sessions_from: int, takes: Sequence[int], adjacent: Sequence[Sequence[int]], *, circle: bool
    ) -> None:
        """Find the crowds among contents that take so much and cost so much beside each other.

        `circle` tells that the last day is followed by the first.
        """
        self.stock, self.sessions_from, self.circle = stock, sessions_from, circle
        self.digits = tuple([d for d in range(MOST_DIGITS) if self.stock >> 4 * d & 15])
        hostile = _hostile(self.digits, tuple(takes), tuple(map(tuple, adjacent)))
        self.lone = [d for d in self.digits if d in hostile[d]]
        self.unions = self._unions(hostile)
        self.guard: int = (
            sum(8 << 4 * place for place in (*range(MOST_DIGITS), *self._places)) | MOST_SESSIONS + 1 << COUNT
        )

    @property
    def _places(self) -> range:
        return range(UNIONS_FROM, UNIONS_FROM + len(self.unions))

    def _unions(self, hostile: Mapping[int, Sequence[int]]) -> list[list[int]]:
        """Crowds of several digits, each the largest that begins with one of them."""
        found = []
        for first in self.lone:
            crowd = [first]
            for other in self.lone:
                if other != first and all(other in hostile[member] for member in crowd):
                    crowd.append(other)
            wanted = sum(self.stock >> 4 * d & 15 for d in crowd)
            if len(crowd) > 1 and wanted <= DAYS and sorted(crowd) not in found:
                found.append(sorted(crowd))
        return found

    def told(self, stock: int) -> int:
        """A stock, or what a content takes of it, with the crowds and the count of sessions as further digits."""
        total = stock | count_of(stock >> self.sessions_from) << COUNT
        for place, crowd in zip(self._places, self.unions, strict=True):
            total |= sum(stock >> 4 * d & 15 for d in crowd) << 4 * place
        return total

    def rooms(self, days: Sequence[frozenset[int]]) -> list[int]:
        """How much of each digit the days from each one on can take together; no crowd on two days in a row.

        `days` are what the contents of each day take, told.
        """
        rooms = [self.guard] * (DAYS + 1)
        for place in (*self.digits, *self._places):
            apart = place in self.lone or place >= UNIONS_FROM
            self._add(rooms, _most(days, 4 * place, 15), 4 * place, DAYS, apart=apart)
        self._add(rooms, _most(days, COUNT, MOST_SESSIONS), COUNT, MOST_SESSIONS, apart=False)
        return rooms

    def _add(self, rooms: list[int], most: list[int], bit: int, limit: int, *, apart: bool) -> None:
        """Add a digit to the rooms, of which each day can take so much."""
        held = after = 0  # by the days from this one on, and from the next one on
        for day in reversed(range(DAYS)):
            held, after = max(held, after + most[day]) if apart else held + most[day], held
            rooms[day] += min(held, limit) << bit
        if apart and self.circle:
            around = max(_spaced(most[1:]), most[0] + _spaced(most[2 : DAYS - 1]))
            rooms[0] += min(around, limit) - min(held, limit) << bit


@lru_cache(maxsize=KNOWN)
def _hostile(digits: tuple[int, ...], takes: tuple[int, ...], adjacent: tuple[tuple[int, ...], ...]) -> Enmity:
    """For each digit those that no content taking it can have beside it; the same contents come up again and again."""
    before = _shut(zip(*adjacent, strict=True))
    foes = [after & before[number] for number, after in enumerate(_shut(adjacent))]
    takers = {d: [c for c in range(len(takes)) if takes[c] >> 4 * d & 15] for d in digits}
    members = {d: sum(1 << c for c in takers[d]) for d in digits}
    return {d: tuple(e for e in digits if all(members[e] & ~foes[c] == 0 for c in takers[d])) for d in digits}


def _most(days: Sequence[frozenset[int]], bit: int, mask: int) -> list[int]:
    """The most of a digit that any one content takes of each day; days that may take the same are looked at once."""
    alike = {day: max([takes >> bit & mask for takes in day], default=0) for day in set(days)}
    return [alike[day] for day in days]


def _shut(rows: Iterable[Sequence[int]]) -> list[int]:
    """For each row of costs a number with a bit for each that is forbidden; equal rows are read once."""
    known: dict[tuple[int, ...], int] = {}
    found = []
    for row in map(tuple, rows):
        if row not in known:
            known[row] = sum(1 << place for place, cost in enumerate(row) if cost >= FORBIDDEN)
        found.append(known[row])
    return found


def _spaced(most: list[int]) -> int:
    """The largest sum of entries no two of which are neighbours."""
    here = before = 0
    for entry in most:
        here, before = max(here, before + entry), here
    return here


def count_of(stock: int) -> int:
    """How many sessions a stock of four-bit digits still holds."""
    count = 0
    while stock:
        count += stock & 7
        stock >>= 4
    return count
