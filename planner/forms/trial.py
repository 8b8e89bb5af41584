"""The answers to what becomes of a trial."""

from django import forms

THROW_AWAY, GO_BACK = "throw_away", "go_back"
CHOICES = [(THROW_AWAY, "Throw the trial away"), (GO_BACK, "Go back to the trial")]


class TwoPlansForm(forms.Form):
    """What becomes of the trial of a person whose account has a plan already."""

    trial = forms.ChoiceField(
        choices=CHOICES,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what becomes of the trial."),
    )


class LeaveForm(forms.Form):
    """Asks once more before a trial is thrown away; it works without JavaScript."""

    sure = forms.BooleanField(
        label="I know that nobody can bring this plan back.",
        error_messages={"required": "Tick this first: the plan is gone at once."},
    )
