"""Hours and dates in templates as the reader has them; every template knows these without loading them."""

from datetime import date

from django import template
from django.utils.html import format_html

from planner import telling

register = template.Library()


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


@register.filter
def hour(clock: str) -> str:
    """An hour, or two and what lies between, as screens hold them: "18:30" and "18:00–20:00" on the reader's clock."""
    if not telling.current().twelve_hours:  # which is how screens hold them
        return clock
    start, dash, end = clock.partition("–")
    return telling.between(_minutes(start), _minutes(end)) if dash else telling.hour(_minutes(start))


@register.filter
def full_hour(hours: int) -> str:
    """A full hour where there is little room: "18", "6 pm"."""
    return telling.full_hour(hours)


@register.filter
def beside_hour(minutes: int) -> str:
    """Minutes that stand beside an hour: "56 min", and shorter where an hour by 12 hours takes the room."""
    return f"{minutes}\N{PRIME}" if telling.current().twelve_hours else f"{minutes} min"


@register.filter
def told(value: date, form: str) -> str:
    """A date in one of the forms of `planner.telling.FORMATS`: `{{ day.date|told:"day" }}`."""
    return telling.a_date(value, form)


@register.simple_tag
def script_clock() -> str:
    """The attributes by which scripts tell hours: none by 24 hours, which is how they hold them."""
    before, after = telling.half_days()
    return format_html(' data-am="{}" data-pm="{}"', before, after) if before else ""
