"""Dates that differ from the usual week, a line each."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from planner import clock
from planner.forms.fields import ClockField, is_of_this_century

MOST_DATES, MOST_WINDOWS = 200, 3
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPAN = re.compile(r"([0-9:]{4,5})\s*(?:-|–|to)\s*([0-9:]{4,5})")
Exceptions = list[dict[str, Any]]  # as in profile.schema.json: date, windows with start and end


class ExceptionsField(forms.CharField):
    """Lines of a date and its hours, `2026-12-26 10:00-12:00, 18:00-19:00`; a date alone is blocked."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, **options)

    def clean(self, value: Any) -> Exceptions:
        """The exceptions in the order of their dates."""
        lines = [line.strip() for line in super().clean(value).splitlines()]
        found = [_read(line) for line in lines if line]
        if len(found) > MOST_DATES:
            raise ValidationError(f"{MOST_DATES} dates at the most.")
        if len({one["date"] for one in found}) < len(found):
            raise ValidationError("Write each date once, with all of its hours in one line.")
        return sorted(found, key=lambda one: str(one["date"]))


def _read(line: str) -> dict[str, Any]:
    day, _, hours = line.partition(" ")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise ValidationError(f"“{line[:40]}”: begin with a date like 2026-12-24.") from None
    if not _DATE.fullmatch(day) or not is_of_this_century(when):
        raise ValidationError(f"“{line[:40]}”: write a date of this century, like 2026-12-24.")
    spans = [_span(text.strip(), line) for text in hours.split(",") if text.strip()]
    if len(spans) > MOST_WINDOWS:
        raise ValidationError(f"“{line[:40]}”: {MOST_WINDOWS} times a day at the most.")
    return {"date": when.isoformat(), "windows": spans}


def _span(text: str, line: str) -> dict[str, str]:
    """One window of a line."""
    message = f"“{line[:40]}”: write hours like 10:00-12:00."
    found = _SPAN.fullmatch(text)
    if not found:
        raise ValidationError(message)
    start, end = ClockField().to_python(found[1]), ClockField(is_end=True).to_python(found[2])
    if start is None or end is None or start >= end:
        raise ValidationError(message)
    return {"start": clock.from_minutes(start), "end": clock.end_from_minutes(end)}


def as_text(found: Exceptions) -> str:
    """The exceptions as they are written in the field."""
    lines = (
        (one["date"], ", ".join(f"{window['start']}-{window['end']}" for window in one["windows"])) for one in found
    )
    return "\n".join(f"{day} {hours}".strip() for day, hours in lines)
