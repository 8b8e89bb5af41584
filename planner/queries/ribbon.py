"""The recovery ribbon: when legs, upper body and aerobic system are ready again, cut to the board's columns."""

from collections.abc import Iterable, Sequence

from planner import clock, words
from planner.engine import recovery_bars
from planner.engine.domain import DAY_MINUTES, DAYS, WEEK_MINUTES, Context, Week
from planner.engine.results import Bar
from planner.engine.vocabulary import Modality, System
from planner.engine.wording import listed
from planner.screens import Lane, RibbonRow, Stretch

WHOLE_LABEL = 50  # percent of a day's column that "ready 18:25" needs
SHORT_LABEL = 24  # and "18:25" alone
BRIEFLY = 60  # minutes between two bars that are no rest: the session that begins the second lies in them

Span = tuple[int, int]  # from, until: minutes of the week


def ribbon(week: Week, context: Context) -> tuple[RibbonRow, ...]:
    """A row a system; none where nothing needs recovery."""
    bars = recovery_bars(week, context)
    if not bars:
        return ()
    return tuple(_row(system, [bar for bar in bars if bar.system is system]) for system in System)


def _row(system: System, bars: Sequence[Bar]) -> RibbonRow:
    ends = [end for _, end in _joined(bars)]
    causes = [cause for cause in Modality if any(bar.cause is cause for bar in bars)]
    lanes = [_lane(_joined(bar for bar in bars if bar.cause is cause), cause, ends) for cause in causes]
    return RibbonRow(words.SYSTEM[system], tuple(lanes) or (((),) * DAYS,), _text(ends))


def _joined(bars: Iterable[Bar]) -> list[Span]:
    """The bars in time order, those with no rest between as one."""
    spans: list[Span] = []
    for bar in sorted(bars, key=lambda bar: bar.start):
        if spans and bar.start <= spans[-1][1] + BRIEFLY:
            spans[-1] = spans[-1][0], max(spans[-1][1], bar.ready)
        else:
            spans.append((bar.start, bar.ready))
    return spans


def _lane(spans: Sequence[Span], cause: Modality, ends: Sequence[int]) -> Lane:
    """The seven days of what one cause does; `ends` are the minutes at which the system is ready."""
    return tuple(tuple(_stretches(spans, cause, ends, day * DAY_MINUTES)) for day in range(DAYS))


def _stretches(spans: Sequence[Span], cause: Modality, ends: Sequence[int], midnight: int) -> Iterable[Stretch]:
    """What of the spans lies in the day that begins at `midnight`."""
    cut = [(max(start - midnight, 0), min(end - midnight, DAY_MINUTES), end) for start, end in spans]
    shown = [(start, end, whole) for start, end, whole in cut if start < end]
    for number, (start, end, whole) in enumerate(shown):
        left, width = _percent(start), _percent(end - start)
        following = shown[number + 1][0] if number + 1 < len(shown) else DAY_MINUTES
        ends_here = whole in ends and whole <= midnight + DAY_MINUTES
        room = (width, _percent(following - end)) if ends_here else (0, 0)
        label, inside = _label(clock.end_from_minutes(end), *room)
        yield Stretch(left, width, cause.value, label, inside)


def _label(time: str, before: float, after: float) -> tuple[str, bool]:
    """What fits at a bar's end, and whether on the bar; `before` and `after` are the room there, in percent."""
    for text, room in ((f"ready {time}", WHOLE_LABEL), (time, SHORT_LABEL)):
        if max(before, after) >= room:
            return text, before >= room
    return "", True


def _percent(minutes: int) -> float:
    return round(100 * minutes / DAY_MINUTES, 2)


def _text(ends: Sequence[int]) -> str:
    return f"ready {listed([_when(end) for end in ends])}" if ends else "ready all week"


def _when(minutes: int) -> str:
    """A minute of the week in words: "Thu 07:30"; past the week, the day of the week after."""
    day, minute = divmod(minutes, DAY_MINUTES)
    side = " next week" if minutes >= WEEK_MINUTES else ""
    return f"{words.WEEKDAYS[day % DAYS][:3]} {clock.from_minutes(minute)}{side}"
