"""The starts that the planner tries (docs/planner.md): the usual ones, more once a rule about hours asked for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.engine.contents import contents_of
from planner.engine.domain import Window
from planner.engine.places import Places, usual_start
from tests.oracle.cpsat.question import Question, Starts

if TYPE_CHECKING:
    from tests.oracle.cpsat.options import Option

HOURS_3, HOURS_6 = 180, 360


def tried(question: Question, option: Option) -> Iterator[tuple[int, ...]]:
    """When the day's sessions start, first to last, as minutes of the day."""
    places = zip(option.items, option.slacks, strict=True)
    windows = [Window(item.day, item.start, item.end + slack) for item, slack in places]
    if option.is_double:
        yield from _of_two(option.items[0].minutes, option.items[1].minutes, *windows)
    elif question.starts is Starts.USUAL:
        yield (usual_start(windows[0], option.items[0].minutes),)
    else:
        first, latest = option.items[0].start, option.items[0].start + option.slacks[0]
        yield from ((at,) for at in _more(question, option) if first <= at <= latest)


def _of_two(first: int, second: int, early: Window, late: Window) -> Iterator[tuple[int, int]]:
    """The first as usual, or as its window opens where that leaves no three hours; the second six hours on, or last.

    `first` and `second` are the sessions' minutes.
    """
    latest = late.end - second
    start = usual_start(early, first)
    if start + first + HOURS_3 > latest:
        start = early.start
    end = start + first
    good = max(late.start, end + HOURS_6)
    begin = good if good <= latest else latest
    if end <= early.end and begin >= max(late.start, end + HOURS_3):
        yield start, begin


def _more(question: Question, option: Option) -> set[int]:
    """The starts at which the search tries the lone session on its day, by the search's own word."""
    places = Places(question.templates, shrink=question.cut, more_starts=True)
    found = places.options(option.day, contents_of(question.athlete, question.rx))
    lone = [other.form.sessions[0] for other in found if len(other.form.sessions) == 1]
    order, made = option.items[0].order, option.made[0]
    return {s.start for s in lone if s.order == order and replace(s, day=0, start=0, order=None) == made}
