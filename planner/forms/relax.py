"""The answer that a person lets give way, as its button sends it."""

import json
from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from planner.forms import availability as hours

LONGEST = 4000  # characters; a week of 21 times is half of that
INCOMPLETE = _("relax takes one answer and its new value, like lifts_per_week=4.")
Answer = tuple[str, Any]  # a field of profile.schema.json and its new value


def filled_by(text: str) -> dict[str, list[str]]:
    """The fields that an answer's new value fills, by name, each with the values that are chosen in it.

    `text` is what the answer's button sends. Nothing where the form has no room for it: a day takes three times.
    """
    field, _, told = text.partition("=")
    value = json.loads(told)
    if field != "availability":
        return {field: [str(one) for one in (value if isinstance(value, list) else [value]) if one is not None]}
    if max(Counter(window["weekday"] for window in value).values()) > hours.SLOTS:
        return {}
    return {name: [first] for name, first in (dict.fromkeys(dict(hours.fields()), "") | hours.initial(value)).items()}


class RelaxField(forms.CharField):
    """`field=value`, the value as JSON or plain text, nothing for null. Whether it is an answer is not asked here."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        errors = dict.fromkeys(("max_length", "null_characters_not_allowed"), INCOMPLETE)
        super().__init__(max_length=LONGEST, error_messages=errors, **options)

    def clean(self, value: Any) -> Answer | None:
        """The field and its value; None where nothing was sent."""
        text = super().clean(value)
        if not text:
            return None
        field, equals, told = text.partition("=")
        if not (equals and field.isidentifier() and len(field) <= 40):
            raise ValidationError(INCOMPLETE)
        try:
            return field, json.loads(told or "null")
        except (ValueError, RecursionError):
            return field, told
