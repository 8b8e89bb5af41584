"""How things are told to a person."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from planner.engine.vocabulary import Unit
from planner.models.choices import choices


class Preferences(models.Model):
    """What a person chose on the account page; without a row everything is as it is at first."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences")
    distances = models.CharField(max_length=2, choices=choices(Unit), default=Unit.KM.value)

    objects: ClassVar[models.Manager["Preferences"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(distances__in=[unit.value for unit in Unit]), name="planner_preferences_known_unit"
            )
        ]

    def __str__(self) -> str:
        return f"preferences of {self.user_id}"
