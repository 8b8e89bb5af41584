"""The answers to what becomes of a trial."""

from django import forms
from django.utils.translation import gettext_lazy as _

THROW_AWAY, GO_BACK = "throw_away", "go_back"
CHOICES = [(THROW_AWAY, _("Throw the trial away")), (GO_BACK, _("Go back to the trial"))]


class TwoPlansForm(forms.Form):
    """What becomes of the trial of a person whose account has a plan already."""

    trial = forms.ChoiceField(
        choices=CHOICES,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what becomes of the trial.")),
    )


class LeaveForm(forms.Form):
    """Asks once more before a trial is thrown away; it works without JavaScript."""

    sure = forms.BooleanField(
        label=_("I know that nobody can bring this plan back."),
        error_messages={"required": _("Tick this first: the plan is gone at once.")},
    )
