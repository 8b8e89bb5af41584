"""What the feed's tests share: a small plan with its feed, and the clock held still."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.urls import reverse

from accounts.models import User
from planner.models import Feed, Plan, Profile, Session, Week
from planner.queries import feed as queries
from planner.services import feeds

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)  # a Wednesday
MONDAY = date(2026, 11, 30)
MADE = NOW - timedelta(days=2)
ONE_WEEK = timedelta(days=7)
ANSWERS: dict[str, Any] = {
    "goal": "general",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": [{"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(6)],
}


def make_plan(user: User, *, zone: str = "Europe/Berlin", **answers: Any) -> Plan:
    """A plan with its four weeks and one combined session on this week's Tuesday at 18:00."""
    Profile.objects.create(user=user, answers=ANSWERS | answers, timezone=zone)
    plan = Plan.objects.create(user=user, started_on=MONDAY, feed_changed_at=MADE)
    Week.objects.bulk_create([Week(plan=plan, start=MONDAY + n * ONE_WEEK) for n in range(4)])
    add_session(plan, date(2026, 12, 1))
    return plan


def make_plan_with_feed(user: User) -> Plan:
    """The same plan, its feed made already."""
    plan = make_plan(user)
    feeds.feed_of(plan=plan)
    return plan


def text_of(feed: Feed) -> str:
    """The bytes as text, lines unfolded, made as the first poll after a change makes them."""
    feeds.render(feed_id=feed.pk)
    return queries.body(feed.pk).content.replace(b"\r\n ", b"").decode()


def add_session(plan: Plan, day: date, **values: Any) -> Session:
    """A combined session of 65 minutes, run first, unless `values` say otherwise."""
    monday = day - timedelta(days=day.weekday())
    week = Week.objects.get_or_create(plan=plan, start=monday)[0]
    usual: dict[str, Any] = {
        "start": 18 * 60,
        "kind": "combined",
        "order": "run_first",
        "run_intensity": "easy",
        "run_minutes": 35,
        "lift_region": "lower",
        "lift_effort": "moderate",
        "lift_minutes": 30,
        "created_at": MADE,
        "changed_at": MADE,
    }
    return Session.objects.create(week=week, date=day, **(usual | values))


def change(plan: Plan, session: Session, **values: Any) -> None:
    """What the services do at an edit: the session's next edition, and a later feed."""
    for name, value in (values | {"sequence": session.sequence + 1}).items():
        setattr(session, name, value)
    session.changed_at += timedelta(seconds=5)
    session.save()
    raise_feed(plan)


def raise_feed(plan: Plan, seconds: int = 5) -> None:
    """Say that the plan has changed."""
    plan.feed_changed_at += timedelta(seconds=seconds)
    plan.save()


def address_of(plan: Plan, feed: Feed | None = None) -> str:
    """The path of the plan's first feed, or of another one."""
    return reverse("planner:feed", args=[(feed or feeds.feed_of(plan=plan)).token])


def feed_of(plan: Plan) -> Feed:
    """The row as the database has it."""
    return Feed.objects.filter(plan=plan).earliest("pk")
