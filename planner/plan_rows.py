"""The queries that a person's plan is read by: its weeks with what they sum up to, and the lock that keeps it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Aggregate, Case, F, Max, OuterRef, Q, Subquery, Sum, When
from django.db.models.functions import Coalesce, JSONObject

from planner.calendar_clients import SLOW
from planner.engine import MINUTES_A_SET
from planner.engine.vocabulary import Kind, Status
from planner.models import FeedFetch, Plan, Session, Step, Week

_NO_CIRCUIT = ~Q(kind=Kind.CIRCUIT.value)


def _over(amount: Aggregate) -> Subquery:
    """An amount over the sessions of a week that were not skipped."""
    held = Session.objects.filter(week=OuterRef("pk")).exclude(status=Status.SKIPPED.value)
    return Subquery(held.order_by().values("week").annotate(amount=amount).values("amount"))


SUMS = {
    "run_sum": _over(Sum("run_minutes")),
    "run_longest": _over(Max("run_minutes", filter=_NO_CIRCUIT)),
    "set_sum": _over(  # as told_or_estimated_sets of the engine
        Sum(Coalesce("lift_sets", F("lift_minutes") / MINUTES_A_SET), filter=_NO_CIRCUIT)
    ),
}
_COMBINED = Session.objects.filter(week=OuterRef("pk"), kind=Kind.COMBINED.value).exclude(status=Status.SKIPPED.value)
LAST_COMBINED = Subquery(_COMBINED.order_by("-date", "-start").values("pk")[:1])


# A board needs the busy times of a calendar, not where they come from.
PEOPLE = ("user__profile", "user__busy_calendar", "user__preferences")  # read with a plan
SECRET = [f"user__busy_calendar__{name}" for name in ("address", "etag", "last_modified", "remarks", "problem")]


def _mark(*, undone: bool) -> Subquery:
    """The nearest step of a week's plan in one of the two directions, as a part of the weeks' own query."""
    steps = Step.objects.filter(plan=OuterRef("plan"), undone=undone).order_by("number" if undone else "-number")
    return Subquery(steps.values(mark=JSONObject(number="number", label="label"))[:1])


def _last_moved() -> Subquery:
    """How the last step that moved a session to another weekday names it, as a part of the weeks' own query."""
    steps = Step.objects.filter(plan=OuterRef("plan"), undone=False).exclude(moved="").order_by("-number")
    return Subquery(steps.values("moved")[:1])


def _slow_reader() -> Subquery:
    """Which slow calendar program read one of the plan's feeds last, and when, as a part of the weeks' own query."""
    reads = FeedFetch.objects.filter(feed__plan=OuterRef("plan"), family__in=SLOW).order_by("-seen_at")
    return Subquery(reads.values(mark=JSONObject(family="family", seen_at="seen_at"))[:1])


def hold(user: Any) -> None:
    """Lock a person's plan, where the database locks rows, until the transaction ends.

    A query of its own, before any other: one that waits for the lock shows, where nobody changed the locked row itself,
    what stood when it began to wait, and so the version of a week that has a later one by then.
    """
    if connection.features.has_select_for_update:
        list(Plan.objects.select_for_update().filter(user=user).values_list("pk"))


def weeks_of(user: Any, mondays: Collection[date], lock: bool) -> list[Week]:
    """The weeks of a person's plan with the plan itself; how it was planned is told of the weeks of `mondays` alone."""
    told = Case(When(start__in=mondays, then=F("planned")))
    weeks = Week.objects.select_related(*(f"plan__{name}" for name in PEOPLE)).filter(plan__user=user)
    weeks = weeks.defer("planned", *(f"plan__{name}" for name in SECRET))
    weeks = weeks.annotate(**SUMS, turn=LAST_COMBINED, told=told, undo=_mark(undone=False), redo=_mark(undone=True))
    if lock:
        weeks = weeks.annotate(reader=_slow_reader(), moved=_last_moved())
    return list(weeks)
