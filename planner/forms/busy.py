"""The forms of one's own calendar: a file, or an address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from planner.safe_fetch import LONGEST_ADDRESS
from planner.uploads import MOST_BYTES

ALL_DAY = _("All-day events block the day")
ALL_DAY_HELP = _(
    "Off, birthdays and holidays leave you free. On, a day with any all-day event marked busy has no room."
)


class _BusyForm(forms.Form):
    """What both ask. `asked` names the field that each is about."""

    asked: str
    all_day = forms.BooleanField(required=False, label=ALL_DAY, help_text=ALL_DAY_HELP)


class UploadForm(_BusyForm):
    """A calendar as a file; its bytes are read once and dropped."""

    prefix = "upload"
    asked = "calendar"
    calendar = forms.FileField(
        label=_("Calendar file (.ics)"),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty."),
            "missing": _("Choose a file first."),
            "invalid": _("Choose a file first."),
        },
    )
    field_order = ("calendar", "all_day")

    def clean_calendar(self) -> Any:
        """The file, unless it is larger than what is read."""
        file = self.cleaned_data["calendar"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 5 MB. Export a shorter time, or only one calendar."))
        return file


class AddressForm(_BusyForm):
    """The secret address of a calendar."""

    prefix = "address"
    asked = "address"
    address = forms.CharField(
        label=_("Secret address"),
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
        help_text=_("It begins with https:// or webcal:// and often ends in .ics."),
        error_messages={"required": _("Paste the address first.")},
    )
    field_order = ("address", "all_day")
