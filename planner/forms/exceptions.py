"""Dates that differ from the usual week: all of them, a line each, and those of one week from its board."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from planner import clock
from planner.forms.actions import DayForm, VersionForm
from planner.forms.fields import INCOMPLETE, ClockField, is_of_this_century

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
            raise ValidationError(_("{most} dates at the most.").format(most=MOST_DATES))
        if len({one["date"] for one in found}) < len(found):
            raise ValidationError(_("Write each date once, with all of its hours in one line."))
        return sorted(found, key=lambda one: str(one["date"]))


def _read(line: str) -> dict[str, Any]:
    day, _gap, hours = line.partition(" ")
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise ValidationError(_("“{line}”: begin with a date like 2026-12-24.").format(line=line[:40])) from None
    if not _DATE.fullmatch(day) or not is_of_this_century(when):
        raise ValidationError(_("“{line}”: write a date of this century, like 2026-12-24.").format(line=line[:40]))
    spans = [_span(text.strip(), line) for text in hours.split(",") if text.strip()]
    if len(spans) > MOST_WINDOWS:
        raise ValidationError(_("“{line}”: {most} times a day at the most.").format(line=line[:40], most=MOST_WINDOWS))
    return {"date": when.isoformat(), "windows": spans}


def _span(text: str, line: str) -> dict[str, str]:
    """One window of a line."""
    message = _("“{line}”: write hours like 10:00-12:00.").format(line=line[:40])
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


USUAL, BLOCKED, FREE, HOURS = "usual", "blocked", "free", "hours"
ALL_DAY = [{"start": "06:00", "end": "22:00"}]
NO_HOURS = _("Write from when until when, or block it.")


def _hours_of(form: forms.Form, slots: int) -> Exceptions:
    """The windows written in a form; what is wrong becomes an error beside its field."""
    found: list[tuple[int, int]] = []
    for slot in range(slots):
        start, end = form.cleaned_data.get(f"start-{slot}"), form.cleaned_data.get(f"end-{slot}")
        if start is None and end in (None, clock.DAY_MINUTES):
            continue
        if start is None or end is None or end <= start:
            form.add_error(f"start-{slot}", _("Write when this time begins, and a later time when it ends."))
        elif any(start < other_end and other_start < end for other_start, other_end in found):
            form.add_error(f"start-{slot}", _("This time overlaps another one of the same day."))
        else:
            found.append((start, end))
    if not found and not form.errors:
        form.add_error("start-0", NO_HOURS)
    return [{"start": clock.from_minutes(start), "end": clock.end_from_minutes(end)} for start, end in sorted(found)]


class HoursMixin(forms.Form):
    """What becomes of the hours: as usual, blocked, free all day, or those that are written."""

    slots = 1
    what = forms.ChoiceField(
        choices=[(name, name) for name in (USUAL, BLOCKED, FREE, HOURS)],
        error_messages=dict.fromkeys(("required", "invalid_choice"), INCOMPLETE),
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for slot in range(self.slots):
            self.fields[f"start-{slot}"] = ClockField(required=False, label=_("From"))
            self.fields[f"end-{slot}"] = ClockField(required=False, is_end=True, label=_("To"))

    def clean(self) -> dict[str, Any]:
        """The windows, none where blocked, None where as usual."""
        what = self.cleaned_data.get("what")
        windows: Exceptions | None = {BLOCKED: [], FREE: ALL_DAY}.get(str(what))
        if what == HOURS:
            windows = _hours_of(self, self.slots)
        return self.cleaned_data | {"windows": windows}


class DayHoursForm(HoursMixin, DayForm):
    """One date's hours."""

    slots = MOST_WINDOWS

    def values(self) -> dict[str, Any]:
        """Version, day and windows."""
        told = self.cleaned_data
        return {"version": told["version"], "day": told["date"], "windows": told["windows"]}


class WeekHoursForm(HoursMixin, VersionForm):
    """The same hours for every day that is left of a week."""

    def values(self) -> dict[str, Any]:
        """Version and windows."""
        return {"version": self.cleaned_data["version"], "windows": self.cleaned_data["windows"]}
