"""Dates that differ from the usual week: all of them, a line each, and those of one week from its board."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from planner import clock
from planner.forms.actions import DayForm, VersionForm
from planner.forms.fields import INCOMPLETE, ClockField, is_of_this_century
from planner.forms.times import example_of_hours, in_field, span_of

MOST_DATES, MOST_WINDOWS = 200, 3
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HELP = _("One a line: 2026-12-24 is blocked; 2026-12-26 {example} has these hours only.")
Exceptions = list[dict[str, Any]]  # as in profile.schema.json: date, windows with start and end


class ExceptionsInForm(BoundField):
    """The field in a form. Its help is on the reader's clock, and who reads is asked for only where it is shown."""

    @property
    def help_text(self) -> str:
        """How to write them, with an example."""
        return HELP.format(example=example_of_hours())

    @help_text.setter
    def help_text(self, _of_the_field: str) -> None:
        """The field's own is no matter."""


class ExceptionsField(forms.CharField):
    """Lines of a date and its hours, `2026-12-26 10:00-12:00, 18:00-19:00`; a date alone is blocked."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, **options)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> ExceptionsInForm:
        """The field in a form."""
        return ExceptionsInForm(form, self, field_name)

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
    found = span_of(text)
    if found is None:
        told = _("“{line}”: write hours like {example}.")
        raise ValidationError(told.format(line=line[:40], example=example_of_hours()))
    return {"start": clock.from_minutes(found[0]), "end": clock.end_from_minutes(found[1])}


def as_text(found: Exceptions) -> str:
    """The exceptions as they are written in the field, on the reader's clock."""
    lines = ((one["date"], ", ".join(_told(window) for window in one["windows"])) for one in found)
    return "\n".join(f"{day} {hours}".strip() for day, hours in lines)


def _told(window: dict[str, str]) -> str:
    hours = (window[name].split(":") for name in ("start", "end"))
    return in_field(*(int(hour) * 60 + int(minute) for hour, minute in hours))


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
