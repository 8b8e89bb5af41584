"""The recovery ribbon: when legs, upper body and aerobic system are ready again, cut to the board's columns."""

from collections.abc import Sequence

from planner import clock, words
from planner.engine import recovery_bars
from planner.engine.domain import DAY_MINUTES, DAYS, WEEK_MINUTES, Context, Week
from planner.engine.results import Bar
from planner.engine.vocabulary import System
from planner.screens import RibbonRow, Stretch


def ribbon(week: Week, context: Context) -> tuple[RibbonRow, ...]:
    """A row a system; none where nothing needs recovery."""
    bars = recovery_bars(week, context)
    if not bars:
        return ()
    return tuple(_row(system, [bar for bar in bars if bar.system is system]) for system in System)


def _row(system: System, bars: Sequence[Bar]) -> RibbonRow:
    days = tuple(tuple(_stretches(bars, day)) for day in range(DAYS))
    spans = [f"from {_when(bar.start)} until {_when(bar.ready)}" for bar in bars if not _covered(bar, bars)]
    text = f"recovering {', '.join(spans)}" if spans else "ready all week"
    return RibbonRow(words.SYSTEM[system], days, text)


def _stretches(bars: Sequence[Bar], day: int) -> list[Stretch]:
    """What of the bars lies in one day."""
    midnight, found = day * DAY_MINUTES, []
    for bar in bars:
        start, end = max(bar.start - midnight, 0), min(bar.ready - midnight, DAY_MINUTES)
        if start < end:
            ends_here = bar.ready <= midnight + DAY_MINUTES and not _covered(bar, bars)
            ready = clock.end_from_minutes(end) if ends_here else ""
            left, width = (round(100 * minutes / DAY_MINUTES, 2) for minutes in (start, end - start))
            found.append(Stretch(left, width, bar.cause.value, ready))
    return found


def _covered(bar: Bar, bars: Sequence[Bar]) -> bool:
    """Whether another bar keeps the system busy past this one's end."""
    return any(other.start <= bar.ready < other.ready for other in bars)


def _when(minutes: int) -> str:
    """A minute of the week in words: "Thursday 07:30"; past the week, the day of the week after."""
    day, minute = divmod(minutes, DAY_MINUTES)
    side = "last " if minutes < 0 else "next " if minutes >= WEEK_MINUTES else ""
    return f"{side}{words.WEEKDAYS[day % DAYS]} {clock.from_minutes(minute)}"
