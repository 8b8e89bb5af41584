"""What the front page sends of its sample week: how it lies, which card, and where that goes."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from planner.forms.actions import DayForm
from planner.forms.fields import ClockField
from planner.forms.times import NO_TIME

LONGEST = 200  # characters
PLACE = r"[0-6]\.(?:0|[1-9][0-9]{0,2}|1[0-4][0-9]{2})\.(?:run_first|lift_first|)"


class SampleForm(forms.Form):
    """The places of the whole week, and a card of it."""

    week = forms.CharField(max_length=LONGEST, validators=[RegexValidator(rf"\A{PLACE}(?:-{PLACE})*\Z")])
    card = forms.UUIDField()


class SampleMoveForm(SampleForm):
    """The day and the hour that the card is put on."""

    date = DayForm.base_fields["date"]
    start = ClockField(label=_("Start"), error_messages={"required": NO_TIME})
