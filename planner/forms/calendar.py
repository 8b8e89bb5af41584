"""The form of the subscribe page."""

from django import forms


class RotateForm(forms.Form):
    """Asks once more before the old address stops; it works without JavaScript."""

    sure = forms.BooleanField(
        label="I know that calendars which read the old address stop showing my plan's changes.",
        error_messages={"required": "Tick this first: the old address stops at once."},
    )
