"""The actions on the board: small forms that carry the version of the week that the page shows."""

from datetime import date
from functools import lru_cache
from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from planner import clock, words
from planner.engine.vocabulary import Lock
from planner.forms.fields import INCOMPLETE, ClockField, KeyField, WeekField, check_century
from planner.forms.times import NO_TIME

MOST_VERSION = 2**31 - 1
MINUTES = (10, 240)
NO_DAY = _("Choose a day.")
NO_LOCK = _("What can be locked is the day, the hour, the order and the content.")


class VersionForm(forms.Form):
    """Nothing but the version; each action of the board is at least this."""

    version = forms.IntegerField(
        min_value=0,
        max_value=MOST_VERSION,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), INCOMPLETE),
    )

    def values(self) -> dict[str, Any]:
        """The cleaned values by the names that the services know."""
        return self.cleaned_data

    def sentence(self) -> str:
        """The first thing that is wrong."""
        return str(next(iter(self.errors.values()))[0])


class ShownWeekForm(forms.Form):
    """Which week the page shows: the board says it with every request, so that it need not be looked up."""

    board_week = forms.RegexField(r"^20[0-9]{2}-W[0-9]{2}$")

    @property
    def monday(self) -> date | None:
        """Its Monday; None where the page does not say it, or there is no such week."""
        try:
            return clock.from_iso(self.cleaned_data["board_week"]) if self.is_valid() else None
        except ValueError:
            return None


class DayForm(VersionForm):
    """A day."""

    date = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        validators=[check_century],
        error_messages={"required": NO_DAY, "invalid": NO_DAY},
    )

    def values(self) -> dict[str, Any]:
        """The date as `day`, the rest as it is."""
        return {"day" if name == "date" else name: value for name, value in self.cleaned_data.items()}


class ExchangeForm(DayForm):
    """The day that a session's day is exchanged with."""


class PlaceForm(DayForm):
    """A day and an hour, which the services get in minutes."""

    start = ClockField(label=_("Start"), error_messages={"required": NO_TIME})


class MoveForm(PlaceForm):
    """Where a session is put."""


class AcrossForm(VersionForm):
    """Where in another week a session is put: a day and an hour of the board that shows it, or where the week likes.

    `week` is the week it goes to, `week_version` how the page drew that one, `shown` the week whose board is answered.
    """

    week = WeekField()
    shown = WeekField(required=False)
    week_version = forms.IntegerField(required=False, min_value=0, max_value=MOST_VERSION)
    date = forms.DateField(required=False, input_formats=["%Y-%m-%d"], validators=[check_century])
    start = ClockField(required=False)

    def values(self) -> dict[str, Any]:
        """What the service knows; which board is answered is the view's affair."""
        return {"day" if name == "date" else name: self.cleaned_data[name] for name in self.fields if name != "shown"}


class RoomForm(PlaceForm):
    """Where a session is put, and the key of the change that makes room for it there."""

    change = KeyField()


class LockForm(VersionForm):
    """Lock or free; without `locked`, the other of what is. `only` tells that `locks` names all that is kept."""

    locked = forms.NullBooleanField(required=False)
    only = forms.BooleanField(required=False)
    locks = forms.TypedMultipleChoiceField(
        choices=[(lock.value, lock.value) for lock in Lock],
        coerce=Lock,
        required=False,
        error_messages={"invalid_choice": NO_LOCK, "invalid_list": NO_LOCK},
    )

    def values(self) -> dict[str, Any]:
        """The grains as `locks`; None where the form does not speak of them."""
        values = {"version": self.cleaned_data["version"], "locked": self.cleaned_data["locked"]}
        locks = self.cleaned_data["locks"]
        return values | {"locks": locks if locks or self.cleaned_data["only"] else None}


class AddForm(PlaceForm):
    """A session to add, in the words a person would use."""

    what = forms.ChoiceField(choices=words.addable, label=_("What"))
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=MINUTES[0],
        max_value=MINUTES[1],
        initial=30,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            format_lazy(_("Write minutes from {least} to {most}."), least=MINUTES[0], most=MINUTES[1]),
        ),
    )
    field_order = ["what", "date", "start", "minutes"]

    def refuse(self, sentence: str) -> "AddForm":
        """This form, with what the plan says against it, so that it stays open."""
        if self.is_valid():
            self.add_error(None, sentence)
        return self

    @property
    def blank_fields(self) -> SafeString:
        """The fields of the empty form as HTML, drawn once for each day that is proposed: they are slow to draw."""
        if settings.DEBUG:  # where a changed template must show
            return _blank_fields.__wrapped__(self.initial["date"], get_language())
        return _blank_fields(self.initial["date"], get_language())

    @classmethod
    def blank(cls, day: date, start: int = 18 * 60) -> "AddForm":
        """An empty form that proposes a day and an hour."""
        first: dict[str, Any] = {"date": day, "start": clock.from_minutes(start)}
        return cls(initial=first, auto_id="add-%s")


@lru_cache(maxsize=32)
def _blank_fields(day: date, language: str) -> SafeString:
    """The fields of an empty form to add a session on that day, with the words of that language."""
    return render_to_string("planner/board/_add_fields.html", {"add_form": AddForm.blank(day)})
