"""What the fields of the goals form are made of, and every sentence that they say when an answer is wrong."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from planner import telling, words
from planner.told import Words

RACE_AGO, RACE_AHEAD = timedelta(days=60), timedelta(days=2 * 365)  # a race that is over still means light weeks
LEAST_RUNNING = 10  # minutes a week that are a habit; who runs less does not run yet
TOO_LITTLE = format_lazy(
    _("Write 0 if you do not run yet, else at least {least} minutes, or leave it empty."), least=LEAST_RUNNING
)
# What Django would say in its own words.
SENTENCES = {
    "invalid_choice": _("{label}: choose one of those offered."),
    "invalid_list": _("{label}: choose from those offered."),
    "null_characters_not_allowed": _("{label}: there is a character in it that no keyboard writes. Type it again."),
    "max_length": _("{label}: this is too long."),
}


def speak_plainly(fields: Iterable[forms.Field]) -> None:
    """Put our sentences, each with the field's name, for Django's."""
    for field in fields:
        for code, sentence in SENTENCES.items():
            if field.error_messages.get(code, default_message(field, code)) == default_message(field, code):
                field.error_messages[code] = sentence.format(label=field.label)


def default_message(field: forms.Field, code: str) -> Any:
    """What Django says for a code where the field was given nothing else."""
    found = [vars(kind).get("default_error_messages", {}) for kind in type(field).__mro__]
    return next((messages[code] for messages in found if code in messages), None)


def check_race_date(day: date, today: date) -> None:
    """Raise ValidationError for a race that is long over, or too far ahead to be planned for."""
    if day < today - RACE_AGO:
        raise ValidationError(_("This race is long over. Leave it empty, or name your next one."))
    latest = today + RACE_AHEAD
    if day > latest:
        message = _("A plan looks two years ahead: write a date up to {day}.")
        raise ValidationError(message.format(day=telling.a_date(latest, "long")))


def check_weekly_minutes(minutes: int) -> None:
    """Raise ValidationError for minutes that are neither none nor a habit."""
    if 0 < minutes < LEAST_RUNNING:
        raise ValidationError(TOO_LITTLE)


Choices = Sequence[tuple[str, Words]]


def choices(labels: Mapping[Any, str], empty: Choices = ()) -> Callable[[], Choices]:
    """A vocabulary's words as a field's choices, told when they are asked for."""
    return lambda: [*empty, *((term.value, label) for term, label in labels.items())]


def days(empty: Choices = ()) -> Callable[[], Choices]:
    """The days of the week as a field's choices, from the reader's first one on, likewise."""
    return lambda: [*empty, *((str(number), words.weekday(number)) for number in telling.weekdays())]


def radio(labels: Mapping[Any, str], **options: Any) -> forms.ChoiceField:
    """One of a vocabulary, as radio buttons."""
    return one_of(labels, widget=forms.RadioSelect, **options)


def one_of(labels: Mapping[Any, str], **options: Any) -> forms.TypedChoiceField:
    """One of a vocabulary; where it is missing, the vocabulary's default, its first term."""
    first = next(iter(labels)).value
    return forms.TypedChoiceField(choices=choices(labels), required=False, empty_value=first, **options)


def number(least: int, most: int, label: Words, **options: Any) -> forms.IntegerField:
    """An optional whole number from `least` to `most`, with an error that says so."""
    message = format_lazy(_("Write a whole number from {least} to {most}, or leave it empty."), least=least, most=most)
    errors = dict.fromkeys(("invalid", "min_value", "max_value"), message)
    return forms.IntegerField(
        min_value=least, max_value=most, required=False, label=label, error_messages=errors, **options
    )


def kilometres(label: Words, **options: Any) -> forms.FloatField:
    """An optional distance of a race."""
    message = _("Write the distance in kilometres, 250 at the most.")
    return forms.FloatField(
        min_value=0.1,
        max_value=250,
        required=False,
        label=label,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
        **options,
    )
