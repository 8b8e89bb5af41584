"""A person's answers to the goals form."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Profile(models.Model):
    """What a person told about goal, levels and free hours.

    `answers` is a document valid by profile.schema.json without `timezone`, which is a column of its own: it is needed
    wherever a day is told from another, also where the answers are not.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    answers = models.JSONField()
    timezone = models.CharField(max_length=64, default="UTC", help_text="IANA name")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager["Profile"]] = models.Manager()

    def __str__(self) -> str:
        return f"profile of {self.user_id}"
