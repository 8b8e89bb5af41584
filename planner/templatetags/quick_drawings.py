"""The small drawings of a board: the strip of its days, the bars of their sums, the recovery ribbon.

They are made of numbers and keys of ours; words are escaped. Templates drew them node by node, which took longer than
a card.
"""

from collections.abc import Iterable, Iterator
from html import escape

from django.template import Library
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from planner import telling, words
from planner.screens import Day, Modality, Ready, RibbonRow
from planner.told import kept_by_language

register = Library()
DAYS = 7
ICONS = {"ok": "check", "caution": "caution", "breaks": "breaks", "impossible": "none"}
VERDICT = "".join(f'<svg class="icon for-{word}"><use href="#i-{icon}"></use></svg>' for word, icon in ICONS.items())
STRIP_VERDICT = f'<span class="strip-verdict" aria-hidden="true">{VERDICT}</span>'
LEAF = '<svg class="icon"><use href="#i-leaf"></use></svg>'


@register.filter
def strip_days(days: Iterable[Day]) -> SafeString:
    """The days of a week on the strip: name, number, a bar for the load, a mark for each part of the sessions."""
    return SafeString("".join(map(_strip_day, days)))


def _strip_day(day: Day) -> str:
    state = f"{' is-today' if day.is_today else ''}{' is-past' if day.is_past else ''}"
    current = ' aria-current="date"' if day.is_today else ""
    bar = _bar("strip-load", day, day.load_percent, 3)
    marks = "".join(map(_small_mark, day.marks)) or '<span class="strip-rest"></span>'
    return (
        f'<li><a class="strip-day{state}" href="#day-{day.iso}" data-strip-day="{day.iso}"{current}>'
        f'<span class="strip-name">{escape(day.name)}</span> <b class="strip-number">{day.date.day}</b>'
        f'<svg class="strip-load" aria-hidden="true">{bar}</svg>'
        f'<span class="strip-marks" aria-hidden="true">{marks}</span>{STRIP_VERDICT}</a></li>'
    )


@register.filter
def sums(day: Day) -> SafeString:
    """The minutes and the load of a day, each with a bar; nothing where it holds no session."""
    if not day.minutes:
        return SafeString()
    minutes = escape(gettext("%(minutes)s min") % {"minutes": day.minutes})
    load = escape(gettext("load %(load)s") % {"load": day.load})
    return SafeString(
        f'<span class="sum">{minutes}</span>'
        f'<svg class="sum-bar minutes" aria-hidden="true">{_bar("minutes", day, day.minutes_percent, 4)}</svg>'
        f'<span class="sum"><span class="visually-hidden">, </span>{load}</span>'
        f'<svg class="sum-bar" aria-hidden="true">{_bar("load", day, day.load_percent, 4)}</svg>'
    )


def _bar(what: str, day: Day, percent: int, height: int) -> str:
    """A bar as long as these percent of the largest day's."""
    size = f'height="{height}" rx="{height / 2:g}"'
    own = f'id="{what}-{day.iso}" class="load-bar" width="{percent}%"'
    return f'<rect class="load-track" width="100%" {size}></rect><rect {own} {size}></rect>'


def _small_mark(part: Modality) -> str:
    return f'<span class="mark small {part}">{LEAF if part == "recovery" else ""}</span>'


@register.simple_tag
def ribbon_scale() -> SafeString:
    """The days of a week and three hours of each, above the recovery ribbon."""
    return _scale(telling.current().twelve_hours)


@kept_by_language()
def _scale(_twelve_hours: bool) -> SafeString:
    """It looks the same to all who are told hours alike."""
    return SafeString("".join(_on_scale(day, hours) for day in range(DAYS) for hours in (None, 6, 12, 18)))


def _on_scale(day: int, hours: int | None) -> str:
    """A day's name in its middle, or an hour of it."""
    kind, text = ("day", words.short_weekday(day)) if hours is None else ("hour", telling.full_hour(hours))
    at = 100 * (day + (12 if hours is None else hours) / 24) / DAYS
    return f'<text class="scale-{kind}" x="{at:.3f}%" y="11" text-anchor="middle">{escape(text)}</text>'


@register.filter
def marks(row: RibbonRow, now: str) -> SafeString:
    """What lies on a row of the recovery ribbon: its bars, where rest is missing, when it is ready, and this minute."""
    drawn = [*_bars(row), *map(_ready, row.ready)]
    if now:
        drawn.append(f'<rect class="now" x="{now}%" width="2" height="100%"></rect>')
    return SafeString("".join(drawn))


def _bars(row: RibbonRow) -> Iterator[str]:
    for bar in row.bars:
        place = f'class="bar lane-{bar.lane}" x="{bar.x}%" width="{bar.width}%"'
        yield f'<rect id="bar-{bar.key}" {place} fill="url(#after-{bar.cause})"></rect>'
    for one in row.overlaps:
        place = f'x="{one.x}%" width="{one.width}%" height="100%"'
        yield f'<rect class="not-ready" {place} fill="url(#not-ready)"></rect>'
        yield f'<rect class="starts" x="{one.x}%" width="2" height="100%"></rect>'


def _ready(one: Ready) -> str:
    place = f'lane-{one.lane}" x="{one.x}%"'
    end = "" if one.is_beyond else f'<rect class="ready-mark {place} width="2"></rect>'
    before = f'dx="{"-1.5em" if one.is_beyond else "-.5em"}" text-anchor="end"'
    beside = before if one.inside else 'dx=".6em"'
    return f'{end}<text class="ready {place} {beside}>{escape(one.text)}</text>'
