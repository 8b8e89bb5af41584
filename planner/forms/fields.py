"""Fields that read times and durations as people write them."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from planner import clock
from planner.clock import DAY_MINUTES
from planner.forms.times import NO_TIME, minutes_of

_RACE_TIME = re.compile(r"(?:([0-9]{1,3}):(?=[0-9]{2}:))?([0-9]{1,4})(?::([0-5][0-9]))?")  # hours, minutes, seconds
RACE_SECONDS = (60, 360_000)
INCOMPLETE = _("The page was incomplete. Here is the week as it stands.")


def is_of_this_century(day: date) -> bool:
    """Whether a day lies in the years 2000 to 2099."""
    return 2000 <= day.year <= 2099


def check_century(day: date) -> None:
    """Raise ValidationError for a day outside of the years 2000 to 2099: no plan reaches there."""
    if not is_of_this_century(day):
        raise ValidationError(_("Write a date of this century."))


class LongSelect(forms.Select):
    """A select of hundreds of options, written in one go: Django's own renders a template for each."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """The whole element."""
        rows = ((key, " selected" if str(key) == str(value) else "", label) for key, label in self.choices)
        options = format_html_join("\n", '<option value="{}"{}>{}</option>', rows)
        return format_html(
            "<select{}>{}</select>", flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name})), options
        )


class KeyField(forms.RegexField):
    """The name of something that was offered: `planner.services.repairs.key_of_moves` makes it."""

    def __init__(self) -> None:
        messages = dict.fromkeys(("required", "invalid"), INCOMPLETE)
        super().__init__(r"\A[0-9a-f]{24}\Z", widget=forms.HiddenInput, error_messages=messages)


class ClockField(forms.Field):
    """A time of day such as 18:00 or 6:00 pm, cleaned into minutes. With `is_end` 00:00 is the end of the day."""

    widget = forms.TimeInput(attrs={"type": "time"})

    def __init__(self, *, is_end: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.is_end = is_end

    def to_python(self, value: Any) -> int | None:
        """Minutes of the day; None where nothing was written."""
        text = str(value or "").strip()
        if not text:
            return None
        minutes = minutes_of(text)
        if self.is_end and minutes == 0:
            return DAY_MINUTES
        if minutes is None or (minutes == DAY_MINUTES and not self.is_end):
            raise ValidationError(NO_TIME)
        return minutes


class WeekField(forms.CharField):
    """The name of a week, 2026-W50, cleaned into its Monday."""

    def __init__(self, **options: Any) -> None:
        messages = dict.fromkeys(("required", "invalid"), INCOMPLETE)
        super().__init__(max_length=8, error_messages=messages | {"max_length": INCOMPLETE}, **options)

    def clean(self, value: Any) -> date | None:
        """The Monday; None where nothing was written."""
        name = super().clean(value)
        if not name:
            return None
        try:
            monday = clock.from_iso(name)
        except ValueError as problem:
            raise ValidationError(INCOMPLETE) from problem
        check_century(monday)
        return monday


class RaceTimeField(forms.CharField):
    """How long a race took, 25:00 or 1:45:30 or plain minutes, cleaned into seconds."""

    def clean(self, value: Any) -> int | None:
        """Seconds; None where nothing was written."""
        text = super().clean(value)
        if not text:
            return None
        found = _RACE_TIME.fullmatch(text)
        if not found:
            raise ValidationError(_("Write minutes and seconds like 25:00, or 1:45:30."))
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        total = hours * 3600 + minutes * 60 + seconds
        if not RACE_SECONDS[0] <= total <= RACE_SECONDS[1]:
            raise ValidationError(_("Write a time from 1:00 to 100:00:00."))
        return total
