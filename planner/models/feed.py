"""A plan's calendar feeds: their secret addresses and options, the kept bytes, and who read them when."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from planner.calendar_clients import CALENDAR_NAME
from planner.models.plan import Plan
from planner.models.secret import new_token
from planner.models.session import DAY_MINUTES, new_uid

SAME_NAME = _("You have a calendar of this name. Choose another.")
MOST_PAST_WEEKS = 8  # Google stops at about 1 MB
MOST_BUFFER = 120  # minutes


class Content(models.TextChoices):
    """What of the plan a feed tells."""

    FULL = "full", _("Everything")
    BUSY = "busy", _("Busy times only")
    RUNS = "runs", _("Runs only")
    LIFTS = "lifts", _("Lifts only")


class Feed(models.Model):
    """One secret address of a plan's calendar, with what it tells and how.

    A narrow row: every poll looks a token up here.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="feeds")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    # Names the note that a plan without sessions sends (a calendar that becomes empty is refused by some clients), and
    # seeds the names of rest and race days.
    note_uid = models.CharField(max_length=64, default=new_uid, editable=False)
    rotated_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=60, default=CALENDAR_NAME, help_text="as calendar programs show it")
    content = models.CharField(max_length=8, choices=Content.choices, default=Content.FULL.value)
    all_day = models.BooleanField(default=False)
    emoji = models.BooleanField(default=False)
    rest_days = models.BooleanField(default=False)
    skipped = models.BooleanField(default=False)
    past_weeks = models.PositiveSmallIntegerField(default=MOST_PAST_WEEKS)
    alarm = models.PositiveSmallIntegerField(null=True, blank=True, help_text="minutes before the start; empty: none")
    buffer_before = models.PositiveSmallIntegerField(default=0, help_text="minutes")
    buffer_after = models.PositiveSmallIntegerField(default=0, help_text="minutes")

    objects: ClassVar[models.Manager["Feed"]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "name"], name="planner_feed_name_once_per_plan"),
            models.CheckConstraint(condition=Q(past_weeks__lte=MOST_PAST_WEEKS), name="planner_feed_past_weeks"),
            models.CheckConstraint(
                condition=Q(alarm__isnull=True) | Q(alarm__gte=1, alarm__lte=DAY_MINUTES), name="planner_feed_alarm"
            ),
            models.CheckConstraint(
                condition=Q(buffer_before__lte=MOST_BUFFER, buffer_after__lte=MOST_BUFFER), name="planner_feed_buffers"
            ),
            models.CheckConstraint(
                condition=Q(content=Content.BUSY.value, all_day=False)
                | (~Q(content=Content.BUSY.value) & Q(buffer_before=0, buffer_after=0)),
                name="planner_feed_busy_is_timed",
            ),
            models.CheckConstraint(
                condition=Q(rest_days=False) | Q(content=Content.FULL.value), name="planner_feed_rest_in_full"
            ),
        ]

    def __str__(self) -> str:
        return f"feed of plan {self.plan_id}"


class FeedBody(models.Model):
    """The bytes that polls are answered with, until the plan or the feed changes or its window moves on.

    `last_modified` and `good_until` are seconds since 1970. `made_of` is the plan's `feed_changed_at` that the bytes
    hold; another value there makes them stale. `editions` is what `services.editions` has told of each entry: with
    `last_modified` it must outlive the bytes, since neither may ever go back.
    """

    feed = models.OneToOneField(Feed, on_delete=models.CASCADE, primary_key=True, related_name="kept")
    etag = models.CharField(max_length=66, help_text="with its quotes")
    last_modified = models.BigIntegerField()
    made_of = models.DateTimeField()
    good_until = models.BigIntegerField()
    editions = models.JSONField(default=dict)
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
