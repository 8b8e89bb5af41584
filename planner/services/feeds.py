"""Everything that writes a calendar feed: its address, its kept bytes, and the note of who read it."""

import hashlib
import logging
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError, transaction
from django.urls import reverse

from planner import clock, feed_words, mapping
from planner.engine.vocabulary import Status
from planner.ical import FeedEvent, calendar_bytes
from planner.models import Feed, FeedBody, FeedFetch, Plan, Session
from planner.models.feed import new_token
from planner.services import weeks

KEPT_PAST = 8 * clock.ONE_WEEK
logger = logging.getLogger(__name__)


class GuestHasNoFeed(Exception):
    """A trial without an account has no calendar feed: its address would outlive the session that is all it has."""


def feed_of(*, plan: Plan) -> Feed:
    """The plan's feed, made when it is first asked for. Raises GuestHasNoFeed."""
    found = Feed.objects.filter(plan=plan).first()
    if found is None and plan.user.is_guest:
        raise GuestHasNoFeed
    return found or Feed.objects.get_or_create(plan=plan)[0]


@transaction.atomic
def rotate(*, plan: Plan) -> Feed:
    """Give the feed a new secret address. The old one is unknown from now on, and who read it is forgotten."""
    feed = feed_of(plan=plan)
    feed.token = new_token()
    feed.rotated_at = clock.now()
    feed.save(update_fields=["token", "rotated_at"])
    feed.fetches.all().delete()
    return feed


@transaction.atomic
def announce_zone(*, plan: Plan) -> None:
    """After a change of the person's time zone: every session is at another instant, so each is a later edition."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    rows = list(Session.objects.filter(week__plan=locked))
    for row in rows:
        row.sequence += 1
        row.changed_at = clock.later(row.changed_at, clock.now())
    Session.objects.bulk_update(rows, ["sequence", "changed_at"], batch_size=200)
    locked.feed_changed_at = plan.feed_changed_at = clock.later(locked.feed_changed_at, clock.now())
    locked.save(update_fields=["feed_changed_at"])


@transaction.atomic
def render(*, feed_id: int) -> None:
    """Make the feed's bytes anew and keep them, with the weeks that became due since.

    A calendar is all that some people open, so a poll brings the plan forward as a visit would. The version is read
    before the sessions: it is never newer than they are.
    """
    feeds = Feed.objects.select_for_update(of=("self",)).select_related("plan__user__profile")
    weeks.ensure_weeks(user=feeds.get(pk=feed_id).plan.user)
    feed = feeds.get(pk=feed_id)
    zone = feed.plan.user.profile.timezone
    monday = clock.monday_of(clock.today(zone))
    content = calendar_bytes(_events(feed, monday), name=feed_words.CALENDAR_NAME, timezone=zone)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    FeedBody.objects.update_or_create(
        feed=feed,
        defaults={
            "etag": etag,
            "last_modified": _last_modified(feed, etag),
            "made_of": feed.plan.feed_changed_at,
            "good_until": _midnight(monday + clock.ONE_WEEK, zone),
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


def _last_modified(feed: Feed, etag: str) -> int:
    """Seconds since 1970; rises whenever the bytes differ, also when only the window moved, and never goes back."""
    changed = int(feed.plan.feed_changed_at.timestamp())
    kept = FeedBody.objects.filter(feed=feed).only("etag", "last_modified").first()
    if kept is None:
        return changed
    return kept.last_modified if kept.etag == etag else max(changed, kept.last_modified + 1)


def _events(feed: Feed, monday: date) -> list[FeedEvent]:
    """What the calendar shows: eight weeks back and all that is planned, skipped sessions left out."""
    rows = Session.objects.filter(week__plan=feed.plan, date__gte=monday - KEPT_PAST).exclude(status=Status.SKIPPED)
    return [_event(row) for row in rows] or [_note(feed)]


def _event(row: Session) -> FeedEvent:
    """A row as its calendar entry."""
    session = mapping.planned(row)
    start = datetime.combine(row.date, time()) + timedelta(minutes=row.start)
    return FeedEvent(
        uid=row.uid,
        sequence=row.sequence,
        created=row.created_at,
        changed=row.changed_at,
        start=start,
        end=start + timedelta(minutes=session.minutes),
        summary=feed_words.summary(session),
        description=feed_words.description(session),
        url=session_url(row),
        categories=feed_words.categories(session),
    )


def _note(feed: Feed) -> FeedEvent:
    """What stands in for sessions: some clients give a calendar up that becomes empty."""
    day, changed = feed.plan.started_on, feed.plan.feed_changed_at
    return FeedEvent(
        uid=feed.note_uid,
        sequence=0,
        created=changed,
        changed=changed,
        start=day,
        end=day + timedelta(days=1),
        summary=feed_words.NOTE,
        description="",
        url="",
        busy=False,
    )


def session_url(row: Session) -> str:
    """The session's page where the site is known to have https, else no link."""
    site = settings.SITE_URL
    return site + reverse("planner:session", args=[row.pk]) if site.startswith("https://") else ""


def _midnight(day: date, zone: str) -> int:
    """When a day begins on the person's clock, in seconds since 1970."""
    return int(datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).timestamp())
