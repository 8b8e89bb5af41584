"""A session of a week, a row each."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Order, Region, Status
from planner.models.choices import choices
from planner.models.plan import Week

DAY_MINUTES = 24 * 60
NOTE_LENGTH = 500
EFFORT = (1, 10)  # CR10


def new_uid() -> str:
    """An opaque name for calendars: it says nothing about the person, the date or the key of the row."""
    return uuid.uuid4().hex


def _part(term: str, minutes: str) -> Q:
    """A part is there with its minutes, or neither is. SQL lets pass what it can not tell: no minutes are named so."""
    there = Q(**{f"{minutes}__isnull": False, f"{minutes}__gt": 0})
    return Q(**{term: "", f"{minutes}__isnull": True}) | (~Q(**{term: ""}) & there)


class Session(models.Model):
    """A run, a lift, both, a circuit or recovery at a date and hour of the person's local time.

    `start` is in minutes of the day. A part that is not there has an empty term and no minutes. `sequence` and
    `changed_at` rise with every change that a calendar shows and never go back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    week = models.ForeignKey(Week, on_delete=models.CASCADE, related_name="sessions")
    date = models.DateField()
    start = models.PositiveSmallIntegerField(help_text="minutes of the day")
    kind = models.CharField(max_length=16, choices=choices(Kind))
    order = models.CharField(max_length=16, choices=choices(Order), blank=True, default="")
    run_intensity = models.CharField(max_length=16, choices=choices(Intensity), blank=True, default="")
    run_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    lift_region = models.CharField(max_length=16, choices=choices(Region), blank=True, default="")
    lift_effort = models.CharField(max_length=16, choices=choices(Effort), blank=True, default="")
    lift_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    lift_sets = models.PositiveSmallIntegerField(null=True, blank=True, help_text="all working sets; empty: by minutes")
    recovery_activity = models.CharField(max_length=16, choices=choices(Activity), blank=True, default="")
    recovery_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    warm_up = models.PositiveSmallIntegerField(default=5, help_text="minutes, inside the session")
    cool_down = models.PositiveSmallIntegerField(default=5, help_text="minutes, inside the session")
    locked = models.BooleanField(default=False)
    locks = models.CharField(
        max_length=24, blank=True, default="", help_text="grains kept on their own, as in: day hour; empty where locked"
    )
    status = models.CharField(max_length=16, choices=choices(Status), default=Status.PLANNED.value)
    effort = models.PositiveSmallIntegerField(null=True, blank=True, help_text="how hard it was, 1 to 10; once done")
    actual_minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="how long it took; once done")
    note = models.CharField(max_length=NOTE_LENGTH, blank=True, default="", help_text="the person's own words")
    put_aside = models.JSONField(
        default=dict, blank=True, help_text="what it had before its shape was changed, as mapping writes it"
    )
    uid = models.CharField(max_length=64, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["Session"]] = models.Manager()

    class Meta:
        ordering = ["date", "start", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=DAY_MINUTES), name="planner_session_start_in_day"),
            models.CheckConstraint(
                condition=Q(kind=Kind.COMBINED.value, order__gt="") | (~Q(kind=Kind.COMBINED.value) & Q(order="")),
                name="planner_session_order_where_combined",
            ),
            models.CheckConstraint(condition=Q(locked=False) | Q(locks=""), name="planner_session_locked_or_locks"),
            models.CheckConstraint(condition=_part("run_intensity", "run_minutes"), name="planner_session_run_whole"),
            models.CheckConstraint(condition=_part("lift_region", "lift_minutes"), name="planner_session_lift_whole"),
            models.CheckConstraint(
                condition=_part("recovery_activity", "recovery_minutes"), name="planner_session_recovery_whole"
            ),
            models.CheckConstraint(
                condition=Q(effort__isnull=True) | Q(effort__range=EFFORT), name="planner_session_effort_of_ten"
            ),
            models.CheckConstraint(
                condition=Q(actual_minutes__isnull=True) | Q(actual_minutes__range=(1, DAY_MINUTES)),
                name="planner_session_actual_minutes",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DONE.value) | Q(effort__isnull=True, actual_minutes__isnull=True),
                name="planner_session_told_once_done",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.date}"
