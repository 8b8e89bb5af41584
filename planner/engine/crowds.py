"""What cannot stand on neighbouring days, and how much of it the days left can hold: a search refused by counting.

A stock is a number of four-bit digits (contents.py); so is what the days can still take, and one subtraction compares
them all.
"""

from collections.abc import Sequence

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
        shut = [[cost >= FORBIDDEN for cost in row] for row in adjacent]
        size = range(len(takes))
        foes = [sum(1 << b for b in size if shut[a][b] and shut[b][a]) for a in size]
        self.digits = [d for d in range(MOST_DIGITS) if self.stock >> 4 * d & 15]
        takers = {d: [c for c in size if takes[c] >> 4 * d & 15] for d in self.digits}
        members = {d: sum(1 << c for c in takers[d]) for d in self.digits}
        hostile = {
            d: [e for e in self.digits if all(members[e] & ~foes[c] == 0 for c in takers[d])] for d in self.digits
        }
        self.lone = [d for d in self.digits if d in hostile[d]]
        self.unions = self._unions(hostile)
        self.guard = sum(8 << 4 * place for place in (*range(MOST_DIGITS), *self._places)) | MOST_SESSIONS + 1 << COUNT

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

    def room(self, days: Sequence[Sequence[int]]) -> list[int]:
        """For each day and the end: how much of each digit the days from it on can take, by what each may take."""
        room = [self.guard] * (DAYS + 1)
        for place in (*self.digits, *self._places):
            apart = place in self.lone or place >= UNIONS_FROM
            most = [max((takes >> 4 * place & 15 for takes in choices), default=0) for choices in days]
            for day, held in enumerate(_held(most, apart, circle=self.circle)):
                room[day] += min(held, DAYS) << 4 * place
        sessions = [max((takes >> COUNT & MOST_SESSIONS for takes in choices), default=0) for choices in days]
        for day in range(DAYS):
            room[day] += min(sum(sessions[day:]), MOST_SESSIONS) << COUNT
        return room


def _held(most: list[int], apart: bool, *, circle: bool) -> list[int]:
    """How many the days from each one on can hold together; `apart` keeps a day free between two that hold any."""
    if not apart:
        return [sum(most[day:]) for day in range(DAYS)]
    held = [_spaced(most[day:]) for day in range(DAYS)]
    if circle:
        held[0] = max(held[1], most[0] + _spaced(most[2 : DAYS - 1]))
    return held


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
