"""Everything that writes a calendar feed: its address and options, its kept bytes, and the note of who read it."""

import hashlib
import logging
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, mapping, telling
from planner.ical import calendar_bytes
from planner.models import Feed, FeedBody, FeedFetch, Plan, Session
from planner.models.feed import SAME_NAME
from planner.models.secret import new_token
from planner.services import weeks
from planner.services.editions import later_editions
from planner.services.feed_dates import announce
from planner.services.feed_entries import entries
from planner.services.outcome import Refused

MOST_FEEDS = 10  # a plan; the bytes of each are kept
STALE = 0  # good until 1970
ONLY_ONE = gettext_noop("This is your only calendar. To stop those who have its address, make a new address.")
TOO_MANY = gettext_noop("{most} calendars are the most. Delete one first.")
logger = logging.getLogger(__name__)


class GuestHasNoFeed(Exception):
    """A trial without an account has no calendar feed: its address would outlive the session that is all it has."""


def feed_of(*, plan: Plan) -> Feed:
    """The plan's first feed, made when it is first asked for. Raises GuestHasNoFeed."""
    found = Feed.objects.filter(plan=plan).order_by("pk").first()
    if found is None and plan.user.is_guest:
        raise GuestHasNoFeed
    return found or Feed.objects.get_or_create(plan=plan)[0]


@transaction.atomic
def add_feed(*, plan: Plan, options: Mapping[str, Any]) -> Feed:
    """One more feed with an address of its own. Raises Refused where there are too many, or one of that name."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    _check_name(Feed.objects.filter(plan=plan), options)
    if Feed.objects.filter(plan=plan).count() >= MOST_FEEDS:
        raise Refused(_(TOO_MANY).format(most=MOST_FEEDS))
    return Feed.objects.create(plan=plan, **options)


def _check_name(others: QuerySet[Feed], options: Mapping[str, Any]) -> None:
    """Raise Refused where another feed took the name since the form was read."""
    if "name" in options and others.filter(name=options["name"]).exists():
        raise Refused(SAME_NAME)


@transaction.atomic
def change_feed(*, feed: Feed, options: Mapping[str, Any]) -> None:
    """Give a feed other options. Its address stays; the next poll makes its bytes anew.

    Raises Refused where another feed has the name, Feed.DoesNotExist where this one was deleted meanwhile.
    """
    Plan.objects.select_for_update().get(pk=feed.plan_id)
    feed.refresh_from_db()
    _check_name(Feed.objects.filter(plan=feed.plan_id).exclude(pk=feed.pk), options)
    for name, value in options.items():
        setattr(feed, name, value)
    feed.save(update_fields=[*options])
    FeedBody.objects.filter(feed=feed).update(good_until=STALE)


@transaction.atomic
def rotate(*, feed: Feed) -> Feed:
    """Give the feed a new secret address. The old one is unknown from now on, and who read it is forgotten.

    Raises Feed.DoesNotExist where it was deleted meanwhile.
    """
    Plan.objects.select_for_update().get(pk=feed.plan_id)
    feed.refresh_from_db()
    feed.token = new_token()
    feed.rotated_at = clock.now()
    feed.save(update_fields=["token", "rotated_at"])
    feed.fetches.all().delete()
    return feed


@transaction.atomic
def remove_feed(*, feed: Feed) -> None:
    """Delete a feed; its address is unknown from now on. Raises Refused for the only one."""
    Plan.objects.select_for_update().get(pk=feed.plan_id)
    if not Feed.objects.filter(plan=feed.plan_id).exclude(pk=feed.pk).exists():
        raise Refused(_(ONLY_ONE))
    feed.delete()


@transaction.atomic
def announce_zone(*, plan: Plan) -> None:
    """After a change of the person's time zone: every session is at another instant, so each is a later edition."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    rows = list(Session.objects.filter(week__plan=locked))
    for row in rows:
        row.sequence += 1
        row.changed_at = clock.later(row.changed_at, clock.now())
    Session.objects.bulk_update(rows, ["sequence", "changed_at"], batch_size=200)
    announce(plan=locked)
    plan.feed_changed_at = locked.feed_changed_at


@transaction.atomic
def render(*, feed_id: int) -> None:
    """Make the feed's bytes anew and keep them, with the weeks that became due since. Raises Feed.DoesNotExist.

    A calendar is all that some people open, so a poll brings the plan forward as a visit would. The version is read
    before the sessions: it is never newer than they are.
    """
    feeds = Feed.objects.select_related("plan__user__profile", "plan__user__preferences")
    weeks.ensure_weeks(user=feeds.get(pk=feed_id).plan.user)  # locks the plan: first, as everybody does
    feed = feeds.select_for_update(of=("self",)).get(pk=feed_id)
    zone = feed.plan.user.profile.timezone
    monday = clock.monday_of(clock.today(zone))
    kept = FeedBody.objects.filter(feed=feed).defer("body").first()
    with telling.told(lambda: mapping.telling_of(feed.plan)):  # the owner's, whoever polls
        told = entries(feed, monday)
    events, editions = later_editions(told, kept.editions if kept else {}, clock.now())
    content = calendar_bytes(events, name=feed.name, timezone=zone)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    FeedBody.objects.update_or_create(
        feed=feed,
        defaults={
            "etag": etag,
            "last_modified": _last_modified(feed, kept, etag),
            "made_of": feed.plan.feed_changed_at,
            "good_until": _midnight(monday + clock.ONE_WEEK, zone),
            "editions": editions,
            "body": content,
        },
    )


def note_fetch(*, feed_id: int, family: str) -> None:
    """Note that a client of `family` has read the feed. Only a note: when it fails, the reader gets the feed anyway."""
    note = FeedFetch(feed_id=feed_id, family=family, seen_at=int(clock.now().timestamp()))
    try:
        with transaction.atomic():
            FeedFetch.objects.bulk_create(
                [note], update_conflicts=True, unique_fields=["feed", "family"], update_fields=["seen_at"]
            )
    except DatabaseError:
        logger.warning("A read of feed %s by %s was not noted", feed_id, family, exc_info=True)


def _last_modified(feed: Feed, kept: FeedBody | None, etag: str) -> int:
    """Seconds since 1970; rises whenever the bytes differ, also when only the window moved, and never goes back."""
    changed = int(feed.plan.feed_changed_at.timestamp())
    if kept is None:
        return changed
    return kept.last_modified if kept.etag == etag else max(changed, kept.last_modified + 1)


def _midnight(day: date, zone: str) -> int:
    """When a day begins on the person's clock, in seconds since 1970."""
    return int(datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).timestamp())
