"""Hypothesis strategies: athletes with odd hours, weeks as hands may leave them, with and without neighbours."""

from typing import Any

from hypothesis import strategies as st

from planner.engine.domain import Athlete, Context, Week, Window
from planner.engine.notation import read_week
from planner.engine.vocabulary import Goal, Level, Modality, Order, Policy
from planner.engine.wording import clock
from tests.engine.weeks import athlete

PIECES = ("E", "M40", "H", "L", "U", "Lo", "F", "F!", "Lo!", "U?", "C", "X", "X20(walk)")
PAIRS = ("E+U(RF)", "U+E(LF)", "E+Lo(RF)", "Lo+E(LF)", "F+H(RF)", "F+H(LF)", "M+F(RF)", "L+U(LF)")
HOURS = st.integers(5 * 12, 21 * 12).map(lambda fives: fives * 5)


@st.composite
def athletes(draw: st.DrawFn, **fields: Any) -> Athlete:
    """Up to two windows on most days, some for one thing only; every goal, level and school."""
    usual: dict[str, Any] = {
        "level": draw(st.sampled_from(Level)),
        "goal": draw(st.sampled_from(Goal)),
        "availability": draw(st.lists(windows(), min_size=3, max_size=12)),
        "order_policy": draw(st.sampled_from(Policy)),
        "my_order": draw(st.sampled_from(Order)),
    }
    return athlete(**usual | fields)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """From twenty minutes to half a day."""
    start = draw(HOURS)
    only = draw(st.sampled_from((None, None, None, *Modality)))
    return Window(
        draw(st.integers(0, 6)), start, min(start + draw(st.sampled_from((20, 60, 90, 180, 720))), 1440), only
    )


@st.composite
def weeks(draw: st.DrawFn, most: int = 9) -> Week:
    """Sessions on any day from any hour, over one another too; some are locked."""
    days: list[list[str]] = [[] for _ in range(7)]
    for _ in range(draw(st.integers(1, most))):
        locked = "*" if draw(st.integers(0, 5)) == 0 else ""
        text = f"{clock(draw(HOURS))} {draw(st.sampled_from(PIECES + PAIRS))}{locked}"
        draw(st.sampled_from(days)).append(text)
    return read_week(" | ".join(", ".join(day) or "-" for day in days))


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    """With and without neighbours."""
    neighbour = st.none() | weeks()
    return Context(draw(neighbour), draw(neighbour), draw(st.none() | st.integers(1, 9)))


@st.composite
def hands(draw: st.DrawFn) -> tuple[Athlete, Week, str, Context]:
    """An athlete, a week, the id of the session that is taken up, and the surroundings."""
    week = draw(weeks())
    return draw(athletes()), week, draw(st.sampled_from([s.id for s in week.sessions])), draw(contexts())
