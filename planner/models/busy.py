"""A person's own calendar as far as the planner needs it: when they are busy, and where that is read from."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class BusyCalendar(models.Model):
    """One a person: merged busy times without a word of what they are, and the secret address they are read from.

    `instants` and `local_times` are lists of [from, until] in minutes since 1970: of UTC, so that a change of zone
    moves them on the person's clock, and of the person's clock for times without a zone and for whole days. They reach
    from `known_from` to `known_until`, both included. `address` is empty where a file was uploaded.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="busy_calendar")
    instants = models.JSONField(default=list, blank=True)
    local_times = models.JSONField(default=list, blank=True)
    known_from = models.DateField(null=True, blank=True, help_text="empty: never read")
    known_until = models.DateField(null=True, blank=True)
    all_day_blocks = models.BooleanField(default=False, help_text="whether all-day events take their day")
    address = models.TextField(blank=True, default="", help_text="a secret")
    etag = models.CharField(max_length=200, blank=True, default="")
    last_modified = models.CharField(max_length=200, blank=True, default="")
    read_at = models.DateTimeField(null=True, blank=True, help_text="when it was last read, or found unchanged")
    tried_at = models.DateTimeField(help_text="when it was last asked for")
    problem = models.CharField(max_length=300, blank=True, default="", help_text="why the last try failed")
    remarks = models.JSONField(default=list, blank=True, help_text="what was left out: a list of sentences")

    objects: ClassVar[models.Manager["BusyCalendar"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(known_from=None, known_until=None)
                | models.Q(known_from__isnull=False, known_until__gte=models.F("known_from")),
                name="planner_busy_known_days_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"busy times of {self.user_id}"
