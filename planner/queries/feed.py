"""What a poll of the calendar feed reads: one statement, past the ORM, since it is all that most polls do."""

from typing import NamedTuple

from django.db import connection

from planner import clock
from planner.models import Feed, FeedBody, FeedFetch, Plan

# A fetch is noted at most this often a client family: coarse enough to say nothing, and a poll seldom writes.
NOTED_FOR = 15 * 60  # seconds

POLL = (
    "SELECT f.id, k.etag, k.last_modified, k.good_until, k.made_of = p.feed_changed_at, n.seen_at"  # noqa: S608
    f" FROM {Feed._meta.db_table} f JOIN {Plan._meta.db_table} p ON p.id = f.plan_id"
    f" LEFT JOIN {FeedBody._meta.db_table} k ON k.feed_id = f.id"
    f" LEFT JOIN {FeedFetch._meta.db_table} n ON n.feed_id = f.id AND n.family = %s"
    " WHERE f.token = %s"
)
_BODY = f"SELECT etag, last_modified, body FROM {FeedBody._meta.db_table} WHERE feed_id = %s"  # noqa: S608


class Poll(NamedTuple):
    """What is known of a feed without its bytes; `last_modified` is in seconds since 1970."""

    feed_id: int
    etag: str
    last_modified: int
    is_fresh: bool
    is_noted: bool


class Body(NamedTuple):
    """The kept bytes with the two names of their version."""

    etag: str
    last_modified: int
    content: bytes


def poll(token: str, family: str) -> Poll | None:
    """The feed with that token as a client of `family` meets it; None where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(POLL, [family, token])
        row = cursor.fetchone()
    if row is None:
        return None
    feed_id, etag, last_modified, good_until, is_current, seen_at = row
    now = clock.now().timestamp()
    is_noted = seen_at is not None and now < seen_at + NOTED_FOR
    return Poll(feed_id, etag or "", last_modified or 0, bool(is_current) and now < good_until, is_noted)


def body(feed_id: int) -> Body:
    """The kept bytes of a feed that has been rendered. Raises Feed.DoesNotExist where it is gone."""
    with connection.cursor() as cursor:
        cursor.execute(_BODY, [feed_id])
        row = cursor.fetchone()
    if row is None:
        raise Feed.DoesNotExist
    etag, last_modified, content = row
    return Body(etag, last_modified, bytes(content))
