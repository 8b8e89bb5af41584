"""The recovery ribbon: when legs, upper body and aerobic system are ready again, on the week's own scale of hours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planner import telling, week_words, words
from planner.engine import recovery_bars
from planner.engine import results as engine
from planner.engine.domain import DAY_MINUTES, DAYS, WEEK_MINUTES, Context, Session, Week
from planner.engine.vocabulary import Modality, System
from planner.engine.wording import listed
from planner.screens import Bar, Overlap, Ready, Ribbon, RibbonRow

LABELS = (("ready {}", 0.47), ("{}", 0.25))  # what stands at a bar's end, and the days of room that it needs
BEYOND, BEYOND_ROOM = "ready {}", 0.75  # at the end of the week, for what is ready in the next one
TWELVE_HOURS_WIDER = 1.25  # times as much room, for "am" and "pm"
BRIEFLY = 60  # minutes between two bars that are no rest: the session that begins the second lies in them

Span = tuple[int, int]  # from, until: minutes of the week


def ribbon(week: Week, context: Context, now: int | None = None) -> Ribbon | None:
    """A row a system; None where nothing needs recovery. `now` is the minute of the week that it is, if it is in it."""
    bars = recovery_bars(week, context)
    if not bars:
        return None
    early = [one for session in week.sessions for one in _early(session, bars)]
    rows = tuple(_row(system, bars, [minutes for _, found, *minutes in early if found is system]) for system in System)
    told = {session.id: session for session, *_ in early}
    notes = tuple(
        week_words.starts_early(session, [(found, until - start) for s, found, start, until in early if s is session])
        for session in told.values()
    )
    return Ribbon(rows, notes, "" if now is None else _percent(now))


def _early(session: Session, bars: Sequence[engine.Bar]) -> Iterator[tuple[Session, System, int, int]]:
    """The systems that the session needs and that are not ready: from its start until they would be."""
    start = session.day * DAY_MINUTES + session.start
    needed = {bar.system for bar in bars if bar.session == session.id}
    for system in System:
        busy = [
            bar.ready
            for bar in bars
            if bar.system is system and bar.session != session.id and bar.start <= start < bar.ready
        ]
        if system in needed and busy:
            yield session, system, start, max(busy)


def _row(system: System, every: Sequence[engine.Bar], early: Sequence[Sequence[int]]) -> RibbonRow:
    bars = [bar for bar in every if bar.system is system]
    causes = [cause for cause in Modality if any(bar.cause is cause for bar in bars)]
    drawn = [
        Bar(f"{system.value}-{bar.session}", lane, cause.value, *_cut(start, end))
        for lane, cause in enumerate(causes, 1)
        for bar, start, end in _in_turn([bar for bar in bars if bar.cause is cause])
    ]
    ends = [end for _, end in _joined(bars)]
    return RibbonRow(
        key=system.value,
        name=words.SYSTEM[system],
        lanes=max(len(causes), 1),
        bars=tuple(drawn),
        ready=tuple(one for one in _labels(bars, causes, ends) if not _is_hatched(one, early)),
        overlaps=tuple(Overlap(*_cut(start, until)) for start, until in early),
        text=_text(ends),
    )


def _in_turn(bars: Sequence[engine.Bar]) -> Iterator[tuple[engine.Bar, int, int]]:
    """Bars of one cause so that none lies on another: each until the next begins; what ends within another is left."""
    lasting: list[engine.Bar] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, -bar.ready)):
        if not lasting or bar.ready > lasting[-1].ready:
            lasting.append(bar)
    ends = [min(bar.ready, after.start) for bar, after in pairwise(lasting)]
    for bar, end in zip(lasting, [*ends, *(bar.ready for bar in lasting[-1:])], strict=True):
        yield bar, bar.start, end


def _joined(bars: Iterable[engine.Bar]) -> list[Span]:
    """The bars in time order, those with no rest between as one."""
    spans: list[Span] = []
    for bar in sorted(bars, key=lambda bar: bar.start):
        if spans and bar.start <= spans[-1][1] + BRIEFLY:
            spans[-1] = spans[-1][0], max(spans[-1][1], bar.ready)
        else:
            spans.append((bar.start, bar.ready))
    return spans


def _labels(bars: Sequence[engine.Bar], causes: Sequence[Modality], ends: Sequence[int]) -> Iterator[Ready]:
    """The hour at which the system is ready, where there is room for it: right of the bar, else on its end."""
    wider = TWELVE_HOURS_WIDER if telling.current().twelve_hours else 1
    for end in ends:
        last = max((bar for bar in bars if bar.ready == end), key=lambda bar: bar.start)
        lane = causes.index(last.cause) + 1
        on_bar = (min(end, WEEK_MINUTES) - max(last.start, 0)) / DAY_MINUTES
        if end > WEEK_MINUTES:
            if on_bar >= BEYOND_ROOM * wider:
                yield Ready("100", lane, BEYOND.format(_when(end - WEEK_MINUTES)), inside=True, is_beyond=True)
            continue
        beside = (min([bar.start for bar in bars if bar.start >= end] + [WEEK_MINUTES]) - end) / DAY_MINUTES
        for text, room in LABELS:
            if max(beside, on_bar) >= room * wider:
                yield Ready(_percent(end), lane, text.format(telling.hour(end)), inside=beside < room * wider)
                break


def _is_hatched(one: Ready, early: Sequence[Sequence[int]]) -> bool:
    """Whether words on a bar would lie on the hatching of a session that started early."""
    at = float(one.x) / 100 * WEEK_MINUTES
    return one.inside and any(start < at and until > at - LABELS[0][1] * DAY_MINUTES for start, until in early)


def _cut(start: int, end: int) -> tuple[str, str]:
    """Where a span begins in the week and how much of it it takes, in percent."""
    first, last = max(start, 0), min(end, WEEK_MINUTES)
    return _percent(first), _percent(max(last - first, 0))


def _percent(minutes: int) -> str:
    return f"{100 * minutes / WEEK_MINUTES:.3f}"


def _text(ends: Sequence[int]) -> str:
    return f"ready {listed([_when(end) for end in ends])}" if ends else "ready all week"


def _when(minutes: int) -> str:
    """A minute of the week in words: "Thu 07:30"; past the week, the day of the week after."""
    day, minute = divmod(minutes, DAY_MINUTES)
    side = " next week" if minutes >= WEEK_MINUTES else ""
    return f"{words.WEEKDAYS[day % DAYS][:3]} {telling.hour(minute)}{side}"
