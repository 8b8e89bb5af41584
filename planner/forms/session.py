"""The forms of a session's page: shape, minutes, note, how it went, and the ways on when it falls through."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner.engine.vocabulary import Shape, Status
from planner.forms.actions import VersionForm
from planner.forms.fields import INCOMPLETE, KeyField
from planner.models.session import NOTE_LENGTH
from planner.told import Words

ACTUAL = (1, 600)  # minutes
NO_EFFORT = _("Effort is a number from 1 to 10.")
NO_MINUTES = _("Minutes are a whole number.")
NO_ACTUAL = format_lazy(_("Write minutes from {least} to {most}."), least=ACTUAL[0], most=ACTUAL[1])
LONG_NOTE = format_lazy(_("A note has {most} characters at the most."), most=NOTE_LENGTH)
WAYS = ("leave_out", "elsewhere", "shrink")


class ShapeForm(VersionForm):
    """The shape that a session gets."""

    shape = forms.TypedChoiceField(
        choices=[(shape.value, shape.value) for shape in Shape],
        coerce=Shape,
        error_messages=dict.fromkeys(("required", "invalid_choice"), INCOMPLETE),
    )


def _whole(least: int = 1, most: int = 600, told: Words = NO_MINUTES) -> forms.IntegerField:
    return forms.IntegerField(
        required=False,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
    )


class MinutesForm(VersionForm):
    """The minutes of a session's parts; a field that is not there leaves its part as it is."""

    run_minutes = _whole()
    lift_minutes = _whole()
    minutes = _whole()

    def values(self) -> dict[str, Any]:
        """The minutes by part, as the engine names them."""
        names = {"run": "run_minutes", "lift": "lift_minutes", "whole": "minutes"}
        told = {part: self.cleaned_data[name] for part, name in names.items()}
        minutes = {part: value for part, value in told.items() if value is not None}
        return {"version": self.cleaned_data["version"], "minutes": minutes}


class NoteField(forms.CharField):
    """Text with a new line as one character: a browser counts it so, and sends two."""

    def to_python(self, value: Any) -> str:
        """The text without the blanks around it."""
        return str(super().to_python(str(value or "").replace("\r\n", "\n")))


class NoteForm(VersionForm):
    """The person's own words about a session."""

    note = NoteField(
        required=False,
        max_length=NOTE_LENGTH,
        error_messages={"max_length": LONG_NOTE, "null_characters_not_allowed": INCOMPLETE},
    )


class MarkForm(VersionForm):
    """Mark or take the mark back, with how it went; without `status`, the other of what is."""

    status = forms.TypedChoiceField(
        choices=[(status.value, status.value) for status in Status], coerce=Status, empty_value=None, required=False
    )
    effort = _whole(1, 10, NO_EFFORT)
    minutes = _whole(*ACTUAL, NO_ACTUAL)


class WayForm(VersionForm):
    """The way on that was chosen, and the key of what it said it would change."""

    way = forms.ChoiceField(
        choices=[(way, way) for way in WAYS], error_messages=dict.fromkeys(("required", "invalid_choice"), INCOMPLETE)
    )
    change = KeyField()


class HabitForm(VersionForm):
    """The answer to a question about a habit."""

    habit = forms.RegexField(
        r"\A(?:long_run|rest) [0-6]\Z", error_messages=dict.fromkeys(("required", "invalid"), INCOMPLETE)
    )
