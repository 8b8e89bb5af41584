"""What the fields of the goals form are made of, and every sentence that they say when an answer is wrong."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from planner import telling, words

RACE_AGO, RACE_AHEAD = timedelta(days=60), timedelta(days=2 * 365)  # a race that is over still means light weeks
LEAST_RUNNING = 10  # minutes a week that are a habit; who runs less does not run yet
TOO_LITTLE = f"Write 0 if you do not run yet, else at least {LEAST_RUNNING} minutes, or leave it empty."
# What Django would say in its own words.
SENTENCES = {
    "invalid_choice": "{}: choose one of those offered.",
    "invalid_list": "{}: choose from those offered.",
    "null_characters_not_allowed": "{}: there is a character in it that no keyboard writes. Type it again.",
    "max_length": "{}: this is too long.",
}


def speak_plainly(fields: Iterable[forms.Field]) -> None:
    """Put our sentences, each with the field's name, for Django's."""
    for field in fields:
        for code, sentence in SENTENCES.items():
            if field.error_messages.get(code, default_message(field, code)) == default_message(field, code):
                field.error_messages[code] = sentence.format(field.label)


def default_message(field: forms.Field, code: str) -> Any:
    """What Django says for a code where the field was given nothing else."""
    found = [vars(kind).get("default_error_messages", {}) for kind in type(field).__mro__]
    return next((messages[code] for messages in found if code in messages), None)


def check_race_date(day: date, today: date) -> None:
    """Raise ValidationError for a race that is long over, or too far ahead to be planned for."""
    if day < today - RACE_AGO:
        raise ValidationError("This race is long over. Leave it empty, or name your next one.")
    latest = today + RACE_AHEAD
    if day > latest:
        raise ValidationError(f"A plan looks two years ahead: write a date up to {telling.a_date(latest, 'long')}.")


def check_weekly_minutes(minutes: int) -> None:
    """Raise ValidationError for minutes that are neither none nor a habit."""
    if 0 < minutes < LEAST_RUNNING:
        raise ValidationError(TOO_LITTLE)


def weekdays() -> list[tuple[str, str]]:
    """The days of the week as choices, from the reader's first one on."""
    return [(str(number), words.WEEKDAYS[number]) for number in telling.weekdays()]


def any_day() -> list[tuple[str, str]]:
    """The same, and none of them."""
    return [("", "Any day"), *weekdays()]


def choices(labels: dict[Any, str], empty: list[tuple[str, str]] | None = None) -> list[tuple[str, str]]:
    """A vocabulary's words as a field's choices."""
    return [*(empty or []), *((term.value, label) for term, label in labels.items())]


def radio(labels: dict[Any, str], **options: Any) -> forms.ChoiceField:
    """One of a vocabulary, as radio buttons."""
    return one_of(labels, widget=forms.RadioSelect, **options)


def one_of(labels: dict[Any, str], **options: Any) -> forms.TypedChoiceField:
    """One of a vocabulary; where it is missing, the vocabulary's default, its first term."""
    first = next(iter(labels)).value
    return forms.TypedChoiceField(choices=choices(labels), required=False, empty_value=first, **options)


def number(least: int, most: int, label: str, **options: Any) -> forms.IntegerField:
    """An optional whole number from `least` to `most`, with an error that says so."""
    message = f"Write a whole number from {least} to {most}, or leave it empty."
    errors = dict.fromkeys(("invalid", "min_value", "max_value"), message)
    return forms.IntegerField(
        min_value=least, max_value=most, required=False, label=label, error_messages=errors, **options
    )


def kilometres(label: str, **options: Any) -> forms.FloatField:
    """An optional distance of a race."""
    message = "Write the distance in kilometres, 250 at the most."
    return forms.FloatField(
        min_value=0.1,
        max_value=250,
        required=False,
        label=label,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
        **options,
    )
