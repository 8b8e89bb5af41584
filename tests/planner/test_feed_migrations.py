"""From one calendar a plan to several: old addresses go on, and what they told is an earlier edition."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

FIRST, AFTER = ("planner", "0010_feeds_of_a_plan"), [("planner", "0011_entries_say_more")]
MADE = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)


def migrate(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


@pytest.fixture
def old(transactional_db):
    """The tables as they were; afterwards all is as it is."""
    graph = MigrationExecutor(connection).loader.graph
    yield migrate([parent.key for parent in graph.node_map[FIRST].parents if parent.key[0] == "planner"])
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


def make(apps, email, *, with_feed):
    user = apps.get_model("accounts", "User").objects.create(email=email)
    plan = apps.get_model("planner", "Plan").objects.create(
        user_id=user.pk, started_on=MADE.date(), feed_changed_at=MADE
    )
    week = apps.get_model("planner", "Week").objects.create(plan=plan, start=MADE.date())
    session = apps.get_model("planner", "Session").objects.create(
        week=week, date=MADE.date(), start=1080, kind="run_only", run_intensity="easy", run_minutes=30,
        sequence=3, created_at=MADE, changed_at=MADE,
    )  # fmt: skip
    feed = apps.get_model("planner", "Feed").objects.create(plan=plan) if with_feed else None
    if feed:
        apps.get_model("planner", "FeedBody").objects.create(
            feed=feed, etag='"1"', last_modified=1, made_of=MADE, good_until=2**40, body=b"BEGIN:VCALENDAR"
        )
        apps.get_model("planner", "FeedFetch").objects.create(feed=feed, family="google", seen_at=7)
    return session, feed


def test_addresses_readers_and_identities_stay_and_every_entry_is_a_later_edition(old):
    session, feed = make(old, "ada@example.org", with_feed=True)
    alone, _ = make(old, "bob@example.org", with_feed=False)
    new = migrate(AFTER)
    kept = new.get_model("planner", "Feed").objects.get()
    assert (kept.token, kept.note_uid, kept.plan_id) == (feed.token, feed.note_uid, feed.plan_id)
    assert (kept.name, kept.content, kept.past_weeks, kept.alarm) == ("Tandem training", "full", 8, None)
    assert new.get_model("planner", "FeedFetch").objects.get().seen_at == 7
    sessions = new.get_model("planner", "Session").objects
    row = sessions.get(pk=session.pk)
    assert (row.uid, row.sequence) == (session.uid, 4)
    assert row.changed_at > MADE
    body = new.get_model("planner", "FeedBody").objects.get()
    assert body.editions == {}
    assert body.made_of != new.get_model("planner", "Plan").objects.get(pk=kept.plan_id).feed_changed_at  # stale
    other = sessions.get(pk=alone.pk)
    assert (other.sequence, other.changed_at) == (3, MADE)  # nobody reads it
