"""What cannot stand on neighbouring days, and how much of it the days left can hold: a search refused by counting.

A stock is a number of four-bit digits (contents.py); so is what the days can still take, and one subtraction compares
them all.
"""

from collections.abc import Iterable, Sequence

from planner.engine.contents import MOST_DIGITS
from planner.engine.domain import DAYS
from planner.engine.tables import FORBIDDEN

COUNT = 4 * MOST_DIGITS  # the bit from which a stock counts its sessions
MOST_SESSIONS = 127
UNIONS_FROM = MOST_DIGITS + 2  # the digits of the crowds


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
        size, before = range(len(takes)), _shut(zip(*adjacent, strict=True))
        foes = [after & before[number] for number, after in enumerate(_shut(adjacent))]
        self.digits = [d for d in range(MOST_DIGITS) if self.stock >> 4 * d & 15]
        takers = {d: [c for c in size if takes[c] >> 4 * d & 15] for d in self.digits}
        members = {d: sum(1 << c for c in takers[d]) for d in self.digits}
        hostile = {
            d: [e for e in self.digits if all(members[e] & ~foes[c] == 0 for c in takers[d])] for d in self.digits
        }
        self.lone = [d for d in self.digits if d in hostile[d]]
        self.unions = self._unions(hostile)
        self.guard: int = (
            sum(8 << 4 * place for place in (*range(MOST_DIGITS), *self._places)) | MOST_SESSIONS + 1 << COUNT
        )

    @property
    def _places(self) -> range:
        return range(UNIONS_FROM, UNIONS_FROM + len(self.unions))

    def _unions(self, hostile: dict[int, list[int]]) -> list[list[int]]:
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

    def most(self, days: Sequence[frozenset[int]]) -> dict[int, list[int]]:
        """For each digit in use, the most of it that any one content takes of each day."""
        size = {4 * place: 15 for place in (*self.digits, *self._places)} | {COUNT: MOST_SESSIONS}
        alike = {
            day: {bit: max([takes >> bit & mask for takes in day], default=0) for bit, mask in size.items()}
            for day in set(days)
        }
        return {bit: [alike[day][bit] for day in days] for bit in size}

    def room(self, most: dict[int, list[int]], day: int) -> int:
        """How much of each digit the days from this one on can take together; no crowd on two days in a row."""
        room = self.guard
        for bit, by_day in most.items():
            apart = bit != COUNT and (bit >> 2 in self.lone or bit >> 2 >= UNIONS_FROM)
            held = self._spaced_from(by_day, day) if apart else sum(by_day[day:])
            room += min(held, MOST_SESSIONS if bit == COUNT else DAYS) << bit
        return room

    def _spaced_from(self, by_day: list[int], day: int) -> int:
        if day or not self.circle:
            return _spaced(by_day[day:])
        return max(_spaced(by_day[1:]), by_day[0] + _spaced(by_day[2 : DAYS - 1]))


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
