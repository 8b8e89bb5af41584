"""Feeds as the site makes them: of a new plan, of a block of twelve weeks up to a race, and of each option."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from accounts.models import User
from planner import clock
from planner.models import Session
from planner.queries import feed as queries
from planner.services import feeds, plans, weeks
from tests.planner.feed_plan import ANSWERS, ONE_WEEK

BEGUN = datetime(2027, 2, 3, 9, tzinfo=UTC)  # the last of twelve weeks lies after the clocks went forward
RUNNER: dict[str, Any] = ANSWERS | {
    "race": {"date": "2027-04-17", "distance_km": 10},
    "recent_race": {"distance_km": 5, "seconds": 1500},
}
OPTIONS: dict[str, dict[str, Any]] = {
    "block": {},
    "busy": {"content": "busy", "buffer_before": 15, "buffer_after": 30},
    "runs": {"content": "runs", "alarm": 30},
    "lifts": {"content": "lifts", "past_weeks": 0},
    "all_day": {"all_day": True},
    "decorated": {"emoji": True, "rest_days": True, "skipped": True, "alarm": 60},
}
NAMES = (*OPTIONS, "new", "empty", "southern")


def planned_feeds() -> dict[str, bytes]:
    """The bytes of each feed of NAMES. Nothing stays in the database."""
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(SITE_URL="https://tandem.example"),
        transaction.atomic(),
    ):
        patch.setattr(clock, "now", lambda: BEGUN)
        new = {"new": _first(ANSWERS, "Europe/Berlin"), "southern": _first(ANSWERS, "Australia/Lord_Howe")}
        found = new | _block(patch) | {"empty": _empty()}
        transaction.set_rollback(True)
    return found


def _first(answers: dict[str, Any], zone: str) -> bytes:
    """The first feed of somebody who has answered the goals just now."""
    return _bytes(feeds.feed_of(plan=_plan(answers, zone)))


def _block(patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The feeds of a runner who has looked every week for eight weeks, and skipped a session a week."""
    plan = _plan(RUNNER, "Europe/Berlin")
    for number in range(1, 9):
        patch.setattr(clock, "now", lambda weeks_on=number: BEGUN + weeks_on * ONE_WEEK)
        weeks.ensure_weeks(user=plan.user)
        skipped = Session.objects.filter(week__plan=plan, date__lt=clock.today("UTC")).latest("date")
        Session.objects.filter(pk=skipped.pk).update(status="skipped")
    return {
        name: _bytes(feeds.add_feed(plan=plan, options={"name": f'{name}: "a, b; c" → 走る', **options}))
        for name, options in OPTIONS.items()
    }


def _empty() -> bytes:
    """The note of a plan without sessions."""
    feed = feeds.feed_of(plan=_plan(ANSWERS, "America/Nuuk"))
    Session.objects.filter(week__plan=feed.plan).delete()
    return _bytes(feed)


def _plan(answers: dict[str, Any], zone: str) -> Any:
    user = User.objects.create_user(f"reader{User.objects.count()}@example.org")
    plans.save_goals(user=user, answers=answers, timezone=zone)
    return user.plan


def _bytes(feed: Any) -> bytes:
    feeds.render(feed_id=feed.pk)
    return bytes(queries.body(feed.pk).content)
