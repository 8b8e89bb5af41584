"""People with plans, for tests that need one as it would really be made."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.test import Client

from accounts.models import User
from planner.models import Plan, Session, Week
from planner.services import plans

MONDAY = date(2026, 11, 30)
TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY + timedelta(days=6)
MONDAY_MORNING = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
THIS_WEEK = "/week/2026-W49/"
EVENINGS = [{"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(5)]
ANSWERS: dict[str, Any] = {
    "goal": "fat_loss",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": EVENINGS,
}  # five evenings: a combined session on each, orders in turn


def make_plan(user: User, *, timezone: str = "UTC", **answers: Any) -> Plan:
    """A plan of four weeks, made by the real service at the clock's time."""
    plans.save_goals(user=user, answers=ANSWERS | answers, timezone=timezone)
    return Plan.objects.get(user=user)


def sessions_of(plan: Plan, monday: date = MONDAY) -> list[Session]:
    """The sessions of a week, in time order."""
    return list(Session.objects.filter(week__plan=plan, week__start=monday))


def version_of(plan: Plan, monday: date = MONDAY) -> int:
    """What a page of the week drawn now would carry."""
    return Week.objects.get(plan=plan, start=monday).version


def act(client: Client, session: Session, action: str, **fields: Any) -> Any:
    """Post an action on a session as the page does by HTMX, with the version of now unless `fields` has another."""
    version = Week.objects.get(pk=session.week_id).version
    url = f"/sessions/{session.pk}/{action}/"
    return client.post(url, {"version": version, **fields}, headers={"HX-Request": "true"})


def act_on_week(client: Client, plan: Plan, action: str, monday: date = MONDAY, **fields: Any) -> Any:
    """Post an action on a week as the page does by HTMX."""
    year, week, _ = monday.isocalendar()
    url = f"/week/{year}-W{week:02}/{action}/"
    return client.post(url, {"version": version_of(plan, monday), **fields}, headers={"HX-Request": "true"})


def told(response: Any) -> str:
    """The sentences of an answer."""
    return " ".join(str(message) for message in response.context["messages"])
