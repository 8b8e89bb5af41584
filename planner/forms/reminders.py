"""The form of the reminders by mail."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner import telling
from planner.models.reminder import EARLIEST_HOUR, LATEST_HOUR


def _hours() -> list[tuple[int, str]]:
    """The full hours, as the reader's clock tells them."""
    return [(hour, telling.hour(60 * hour)) for hour in range(EARLIEST_HOUR, LATEST_HOUR + 1)]


class ReminderForm(forms.Form):
    """Both mails, off unless ticked, and from which hour they may come."""

    evening = forms.BooleanField(required=False, label=_("Tomorrow's sessions, the evening before"))
    sunday = forms.BooleanField(required=False, label=_("The coming week, on Sunday evening"))
    hour = forms.TypedChoiceField(
        coerce=int,
        choices=_hours,
        label=_("Send them from"),
        help_text=_("By your own clock."),
        error_messages={
            "invalid_choice": format_lazy(
                _("Takes a full hour from {first} to {last}."), first=EARLIEST_HOUR, last=LATEST_HOUR
            )
        },
    )
