"""The recovery ribbon: when legs, upper body and aerobic system are ready again, on the week's own scale of hours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import telling, week_words, words
from planner.engine import RULES, recovery_bars
from planner.engine import results as engine
from planner.engine.domain import DAY_MINUTES, DAYS, WEEK_MINUTES, Context, Session, Week
from planner.engine.vocabulary import Modality, System
from planner.engine.wording import listed
from planner.screens import Bar, Overlap, Ready, Ribbon, RibbonRow

LABELS = (
    (gettext_noop("ready {hour}"), 0.47),
    ("{hour}", 0.25),
)  # what stands at a bar's end, and the days of room that it needs
BEYOND_ROOM = 0.75  # at the end of the week, for what is ready in the next one
TWELVE_HOURS_WIDER = 1.25  # times as much room, for "am" and "pm"
ABOUT_REST = frozenset(rule.id for rule in RULES if rule.family in ("availability", "recovery"))
BRIEFLY = 60  # minutes between two bars that are no rest: the session that begins the second lies in them

Span = tuple[int, int]  # from, until: minutes of the week


def ribbon(
    week: Week, context: Context, now: int | None = None, findings: Sequence[engine.Finding] = ()
) -> Ribbon | None:
    """A row a system; None where nothing needs recovery. `now` is the minute of the week that it is, if it is in it.

    `findings` tell which early starts a rule minds: these are marked, any other is told as what the rules allow.
    """
    bars = recovery_bars(week, context)
    if not bars:
        return None
    busy = {session: found for session in week.sessions if (found := _busy(session, bars))}
    minded = {session for session, found in busy.items() if _is_minded(session, found, week, findings)}
    early = [(bar.system, _start(session), bar.ready) for session in minded for bar in busy[session]]
    rows = tuple(_row(system, bars, [minutes for found, *minutes in early if found is system]) for system in System)
    notes = tuple(
        (week_words.starts_early if session in minded else week_words.starts_tired)(
            session, [(bar.system, bar.ready - _start(session)) for bar in found]
        )
        for session, found in busy.items()
    )
    return Ribbon(rows, notes, "" if now is None else _percent(now))


def _start(session: Session) -> int:
    return session.day * DAY_MINUTES + session.start


def _busy(session: Session, bars: Sequence[engine.Bar]) -> list[engine.Bar]:
    """For each system that the session needs and that is not ready at its start, the bar that lasts longest."""
    start = _start(session)
    needed = {bar.system for bar in bars if bar.session == session.id}
    others = [bar for bar in bars if bar.session != session.id and bar.start <= start < bar.ready]
    lasting = (max((bar for bar in others if bar.system is system), key=_ready, default=None) for system in System)
    return [bar for bar in lasting if bar is not None and bar.system in needed]


def _ready(bar: engine.Bar) -> int:
    return bar.ready


def _is_minded(session: Session, busy: Sequence[engine.Bar], week: Week, findings: Sequence[engine.Finding]) -> bool:
    """Whether a rule about rest finds the session too close to one that it does not wait for."""
    own = {one.id for one in week.sessions}
    pairs = [{session.id, bar.session} & own for bar in busy]
    return any(pair <= set(found.sessions) for found in findings if found.rule in ABOUT_REST for pair in pairs)


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
                told = _("ready {day_and_hour}").format(day_and_hour=_day_and_hour(end))
                yield Ready("100", lane, told, inside=True, is_beyond=True)
            continue
        beside = (min([bar.start for bar in bars if bar.start >= end] + [WEEK_MINUTES]) - end) / DAY_MINUTES
        for text, room in LABELS:
            if max(beside, on_bar) >= room * wider:
                told = _(text).format(hour=telling.hour(end))
                yield Ready(_percent(end), lane, told, inside=beside < room * wider)
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
    return _("ready {times}").format(times=listed([_when(end) for end in ends])) if ends else _("ready all week")


def _when(minutes: int) -> str:
    """A minute of the week in words: "Thu 07:30"; past the week, the day of the week after."""
    if minutes >= WEEK_MINUTES:
        return _("{day_and_hour} next week").format(day_and_hour=_day_and_hour(minutes))
    return _day_and_hour(minutes)


def _day_and_hour(minutes: int) -> str:
    day, minute = divmod(minutes, DAY_MINUTES)
    return f"{words.short_weekday(day % DAYS)} {telling.hour(minute)}"
