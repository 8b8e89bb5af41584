"""The form that makes a token for a program."""

from django import forms

from planner.models import ApiToken

LONGEST_NAME = ApiToken._meta.get_field("name").max_length


class TokenForm(forms.Form):
    """What the token is for, so that a person knows which one to withdraw."""

    name = forms.CharField(
        label="What is it for?",
        max_length=LONGEST_NAME,
        help_text="Such as: spreadsheet, home screen.",
        error_messages={
            "required": "Say what the token is for.",
            "max_length": f"Takes at most {LONGEST_NAME} characters.",
            "null_characters_not_allowed": "Takes letters, digits and signs.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
