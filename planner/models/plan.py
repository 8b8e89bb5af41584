"""A person's plan and its weeks."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from planner.engine.vocabulary import Phase
from planner.models.choices import choices


class Plan(models.Model):
    """The one plan of a person, from the Monday `started_on` on.

    `feed_changed_at` rises with every session that is added, edited, moved or deleted and never goes back: the
    calendar feed's Last-Modified is made of it.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan")
    started_on = models.DateField(help_text="a Monday")
    first_day = models.DateField(null=True, blank=True, help_text="no session was planned before it; empty: started_on")
    asked = models.JSONField(default=list, blank=True, help_text="habits that the person was asked about: never twice")
    feed_changed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["Plan"]] = models.Manager()

    def __str__(self) -> str:
        return f"plan of {self.user_id} from {self.started_on}"

    def number_of(self, monday: date) -> int:
        """Which week of the plan the week from `monday` is, from 1."""
        return (monday - self.started_on).days // 7 + 1


class Week(models.Model):
    """A Monday-to-Sunday week of a plan. `version` rises with each change of its sessions."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="weeks")
    start = models.DateField(help_text="a Monday")
    version = models.PositiveIntegerField(default=1)
    phase = models.CharField(max_length=16, choices=choices(Phase), default=Phase.STEADY.value)
    loading = models.PositiveSmallIntegerField(default=1, help_text="loading week in a row; 0 in a lighter one")
    optimal = models.BooleanField(default=False, help_text="proven best when it was planned")
    score = models.FloatField(default=0, help_text="sum of the soft costs when it was planned")
    changes = models.JSONField(default=list, blank=True, help_text="what had to be relaxed: a list of sentences")
    planned = models.JSONField(
        null=True, blank=True, help_text="the week as the planner last made it, see planner.as_planned; empty: not kept"
    )

    objects: ClassVar[models.Manager["Week"]] = models.Manager()

    class Meta:
        ordering = ["start"]
        constraints = [models.UniqueConstraint(fields=["plan", "start"], name="planner_week_once_per_plan")]

    def __str__(self) -> str:
        return f"week of {self.start}"
