"""What a person lifts now, exercise by exercise."""

from typing import ClassVar

from django.db import models

from planner.models.plan import Plan
from planner.weights import LEAST_GRAMS, MOST_GRAMS


class WorkingWeight(models.Model):
    """The weight of the working sets of one exercise of a plan, which every later session tells."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="weights")
    exercise = models.CharField(max_length=32, help_text="movement and tool, as in: squat-barbell")
    grams = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["WorkingWeight"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "exercise"], name="planner_weight_once_per_exercise"),
            models.CheckConstraint(
                condition=models.Q(grams__range=(LEAST_GRAMS, MOST_GRAMS)), name="planner_weight_within_bounds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grams} g at {self.exercise}"
