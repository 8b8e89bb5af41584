"""Secrets with which programs read a person's plan."""

import hashlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from planner.models.secret import new_token

SHOWN = 6  # characters by which a person tells one token from another


def new_secret() -> str:
    """256 bits that say what they are for, so that a leaked one can be recognised."""
    return f"tandem_{new_token()}"


def digest_of(secret: str) -> str:
    """What is kept of a secret. It has 256 random bits, so a plain hash can not be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


class ApiToken(models.Model):
    """A program's right to read a person's plan. The secret itself is shown once and not kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=60, help_text="what it is for, in the person's words")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    ending = models.CharField(max_length=SHOWN, editable=False, help_text="the secret's last characters")
    created_at = models.DateTimeField(default=timezone.now)
    used_on = models.DateField(null=True, blank=True, help_text="the last day it was used; empty: never")

    objects: ClassVar[models.Manager["ApiToken"]] = models.Manager()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"token of {self.user_id} ending in {self.ending}"
