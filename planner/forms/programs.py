"""The form that makes a token for a program."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner.models import ApiToken

LONGEST_NAME = ApiToken._meta.get_field("name").max_length


class TokenForm(forms.Form):
    """What the token is for, so that a person knows which one to withdraw."""

    name = forms.CharField(
        label=_("What is it for?"),
        max_length=LONGEST_NAME,
        help_text=_("Such as: spreadsheet, home screen."),
        error_messages={
            "required": _("Say what the token is for."),
            "max_length": format_lazy(_("Takes at most {most} characters."), most=LONGEST_NAME),
            "null_characters_not_allowed": _("Takes letters, digits and signs."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
