"""What a day costs alone by how many sessions it holds, and what has no cheap day left: parts of the rough bound."""

from collections.abc import Sequence
from typing import NamedTuple

Dear = tuple[tuple[int, int], ...]  # digits of a stock with what they cost beyond, the dearest first


class Sized(NamedTuple):
    """A content on a day: how many sessions it holds, what it takes, the least it costs alone."""

    size: int
    takes: int
    least: int


def least_alone(day: Sequence[Sized]) -> dict[int, int]:
    """The least that a day costs by how many sessions it holds."""
    alone: dict[int, int] = {}
    for size, _, least in day:
        alone[size] = min(alone.get(size, least), least)
    return alone


def beyond(day: Sequence[Sized], alone: dict[int, int]) -> tuple[int, list[tuple[int, int]]]:
    """What contents take that are the cheapest of their size on a day; what others take, and cost beyond."""
    cheap, dear = 0, []
    for size, takes, least in day:
        more = least - alone[size]
        if more:
            dear.append((takes, more))
        else:
            cheap |= takes
    return cheap, dear


def dearest(days: Sequence[tuple[int, list[tuple[int, int]]]], digits: Sequence[int]) -> list[Dear]:
    """For the days from each one on the digits that none of them takes cheaply, with the least they cost beyond."""
    found: list[Dear] = [()]
    cheap, dear = 0, []
    for own, others in reversed(days):
        cheap |= own
        dear += others
        none_cheap = [digit for digit in digits if not cheap & digit]
        costs = [(min([more for takes, more in dear if takes & digit], default=0), digit) for digit in none_cheap]
        found.append(tuple([(digit, cost) for cost, digit in sorted(costs, reverse=True) if cost]))
    return found[::-1]
