"""How things are told to a person, and the word that ends an account."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from planner import words
from planner.forms.fields import LongSelect
from planner.forms.goal_fields import choices, speak_plainly
from planner.forms.zones import ZONES


class PreferencesForm(forms.Form):
    """Units, and the time zone of somebody who has told goals."""

    distances = forms.ChoiceField(
        choices=choices(words.UNIT),
        widget=forms.RadioSelect,
        label=_("Distances and paces"),
        error_messages={"required": _("Choose kilometres or miles.")},
    )
    timezone = forms.ChoiceField(
        choices=ZONES,
        label=_("Time zone"),
        widget=LongSelect,
        help_text=_("Your sessions keep their hour; your calendar learns of the new zone."),
        error_messages={"required": _("Choose a time zone.")},
    )

    def __init__(self, *args: Any, has_zone: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not has_zone:
            del self.fields["timezone"]
        speak_plainly(self.fields.values())


class DeleteForm(forms.Form):
    """That everything is to go."""

    sure = forms.BooleanField(
        label=_("Yes, delete everything for good"),
        error_messages={"required": _("Tick this box if you are sure. Nothing has been deleted.")},
    )
