"""The choice of a way to make a week fit."""

from django import forms

from planner.forms.actions import VersionForm

KEY = r"[0-9a-f]{24}"
INCOMPLETE = "The page was incomplete. Here is the week as it stands."


class RepairForm(VersionForm):
    """The version of the week, and the key of the proposal that is to be done."""

    proposal = forms.RegexField(
        rf"\A{KEY}\Z",
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), INCOMPLETE),
    )
