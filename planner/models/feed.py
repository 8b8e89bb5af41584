"""A plan's calendar feed: its secret address, the kept bytes, and who read it when."""

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone

from planner.models.plan import Plan
from planner.models.session import new_uid

TOKEN_BYTES = 32


def new_token() -> str:
    """A secret of 256 bits in 43 characters that need no quoting in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class Feed(models.Model):
    """The secret address of a plan's calendar. A narrow row: every poll looks a token up here."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, related_name="feed")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    # Names the note that a plan without sessions sends: a calendar that becomes empty is refused by some clients.
    note_uid = models.CharField(max_length=64, default=new_uid, editable=False)
    rotated_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager["Feed"]] = models.Manager()

    def __str__(self) -> str:
        return f"feed of plan {self.plan_id}"


class FeedBody(models.Model):
    """The bytes that polls are answered with, until the plan changes or its window moves on.

    `last_modified` and `good_until` are seconds since 1970. `made_of` is the plan's `feed_changed_at` that the bytes
    hold; another value there makes them stale.
    """

    feed = models.OneToOneField(Feed, on_delete=models.CASCADE, primary_key=True, related_name="kept")
    etag = models.CharField(max_length=66, help_text="with its quotes")
    last_modified = models.BigIntegerField()
    made_of = models.DateTimeField()
    good_until = models.BigIntegerField()
    body = models.BinaryField()  # last, so that a poll which needs no body does not read through it

    objects: ClassVar[models.Manager["FeedBody"]] = models.Manager()

    def __str__(self) -> str:
        return f"bytes of feed {self.feed_id}"


class FeedFetch(models.Model):
    """That a family of calendar clients read a feed, to the quarter of an hour; nothing else is kept of it.

    `seen_at` is in seconds since 1970.
    """

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="fetches")
    family = models.CharField(max_length=16)
    seen_at = models.BigIntegerField()

    objects: ClassVar[models.Manager["FeedFetch"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "family"], name="planner_fetch_once_per_family")]

    def __str__(self) -> str:
        return f"{self.family} read feed {self.feed_id}"
