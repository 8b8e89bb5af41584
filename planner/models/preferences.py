"""How things are told to a person."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models

from planner.engine.vocabulary import Unit
from planner.models.choices import choices
from planner.territories import Clock, Dates, WeekStart, Weight

TAG_LENGTH = 35  # RFC 5646, 4.4.1


def _known(column: str, terms: type[StrEnum]) -> models.CheckConstraint:
    condition = models.Q(**{f"{column}__in": [term.value for term in terms]})
    return models.CheckConstraint(condition=condition, name=f"planner_preferences_known_{column}")


class Preferences(models.Model):
    """What a person chose on the account page; without a row everything is as it is at first.

    `auto` follows the browser that asks. Mails and feeds are read without one: for them `language_tag` keeps what the
    browser asked for when the first plan was made, and whenever the account page is saved.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences")
    distances = models.CharField(max_length=2, choices=choices(Unit), default=Unit.KM.value)
    weights = models.CharField(max_length=2, choices=choices(Weight), default=Weight.KG.value)
    clock = models.CharField(max_length=4, choices=choices(Clock), default=Clock.AUTO.value)
    dates = models.CharField(max_length=12, choices=choices(Dates), default=Dates.AUTO.value)
    week_starts = models.CharField(max_length=8, choices=choices(WeekStart), default=WeekStart.AUTO.value)
    language_tag = models.CharField(max_length=TAG_LENGTH, blank=True, default="", help_text="as in: en-us")

    objects: ClassVar[models.Manager["Preferences"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(distances__in=[unit.value for unit in Unit]), name="planner_preferences_known_unit"
            ),
            _known("weights", Weight),
            _known("clock", Clock),
            _known("dates", Dates),
            _known("week_starts", WeekStart),
        ]

    def __str__(self) -> str:
        return f"preferences of {self.user_id}"
