"""The steps a person took, so that each can be undone and redone."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from planner.models.plan import Plan


class Step(models.Model):
    """One change of a plan: the touched weeks before and after it, as `services.steps` writes them.

    Steps of a plan are a line by `number`; the undone ones are its tail, which the next change drops.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=120, help_text="what was done: Move Tuesday's run")
    before = models.JSONField()
    after = models.JSONField()
    moved = models.CharField(
        max_length=64,
        blank=True,
        default="",
        help_text="of a move to another weekday: as habits name it",
    )
    undone = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["Step"]] = models.Manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="planner_step_once_per_plan")]

    def __str__(self) -> str:
        return f"{self.number}: {self.label}"
