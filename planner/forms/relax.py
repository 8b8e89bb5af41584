"""The answer that a person lets give way, as its button sends it."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST = 4000  # characters; a week of 21 times is half of that
INCOMPLETE = "relax takes one answer and its new value, like lifts_per_week=4."
Answer = tuple[str, Any]  # a field of profile.schema.json and its new value


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
