"""How things are measured: both sides in turn, medians of per-round ratios, milliseconds of processor time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from statistics import median
from time import process_time
from typing import Any


@dataclass(frozen=True)
class Row:
    """One figure: its number in the plan, what is measured, the goal and the measure in words."""

    figure: str
    what: str
    goal: str
    measured: str
    reached: bool | None = None


@dataclass(frozen=True)
class Comparison:
    """Median milliseconds of both sides and the median of the ratios of each round."""

    one: float
    other: float
    ratio: float


def milliseconds(act: Callable[[], Any], times: int = 1) -> float:
    """Processor time of one call, as the mean of so many: unlike the clock's, it hardly minds a busy machine."""
    start = process_time()
    for _ in range(times):
        act()
    return (process_time() - start) * 1000 / times


def compare(one: Callable[[], Any], other: Callable[[], Any], rounds: int = 15, times: int = 5) -> Comparison:
    """Both sides in turn, each warmed up once; the ratio is one to other.

    Each round begins a call deeper. Python 3.11 keeps frames in chunks of 16 KB, taken from the system and given back
    as calls cross their edges: a template whose loop lies on one takes up to a fifth longer, at that depth alone.
    """
    one(), other()
    pairs = [
        (milliseconds(partial(_deeper, one, depth), times), milliseconds(partial(_deeper, other, depth), times))
        for depth in range(rounds)
    ]
    return Comparison(median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs))


def _deeper(act: Callable[[], Any], depth: int) -> None:
    """Call it from so many calls deeper."""
    if depth:
        _deeper(act, depth - 1)
    else:
        act()


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that at least this share of the values does not pass (nearest rank)."""
    return sorted(values)[ceil(len(values) * share) - 1]


def at_most(figure: str, what: str, limit: float, found: Comparison) -> Row:
    """A row that asks for a ratio of at most `limit`."""
    measured = f"{found.ratio:.2f} x ({found.one:.2f} ms against {found.other:.2f} ms)"
    return Row(figure, what, f"at most {limit:g} x", measured, found.ratio <= limit)
