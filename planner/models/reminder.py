"""Which mails a person wants, and which they had."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from planner.models.secret import new_token

EARLIEST_HOUR, LATEST_HOUR, USUAL_HOUR = 12, 22, 19


class Reminder(models.Model):
    """A person's wish for mail; without a row, or with both off, none is sent.

    `evening_for` and `week_for` are the last day and the last Monday that mail was sent about: nothing is sent twice.
    `token` ends it by the link in each mail, without a log-in.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminder")
    evening = models.BooleanField(default=False, help_text="tomorrow's sessions, the evening before")
    sunday = models.BooleanField(default=False, help_text="the coming week, on Sunday")
    hour = models.PositiveSmallIntegerField(default=USUAL_HOUR, help_text="of the person's day, from which it is sent")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    evening_for = models.DateField(null=True, blank=True)
    week_for = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Reminder"]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hour__gte=EARLIEST_HOUR, hour__lte=LATEST_HOUR), name="planner_reminder_hour"
            ),
        ]

    def __str__(self) -> str:
        return f"reminders of {self.user_id}"
