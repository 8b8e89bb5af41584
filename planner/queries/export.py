"""A person's weeks and sessions as data: for the API, and as files."""

import csv
import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Count, QuerySet

from planner import clock, mapping
from planner.engine import week_load
from planner.engine.domain import Week as PlannedWeek
from planner.ical import FeedEvent, calendar_bytes
from planner.models import Feed, Session
from planner.records import Records, monday_of, read
from planner.screens import Download
from planner.screens.export import (
    FindingData,
    LiftData,
    RecoveryData,
    RunData,
    SessionData,
    StepData,
    WeekData,
    WeekSummary,
    WorkoutData,
)
from planner.services.feed_entries import entries, note

COLUMNS = (
    "date",
    "start",
    "minutes",
    "kind",
    "order",
    "run_intensity",
    "run_minutes",
    "lift_region",
    "lift_effort",
    "lift_minutes",
    "lift_sets",
    "recovery_activity",
    "recovery_minutes",
    "status",
    "id",
)


def session_data(row: Session) -> SessionData:
    """A row as data."""
    lift = LiftData(row.lift_region, row.lift_effort, row.lift_minutes or 0, row.lift_sets) if row.lift_region else None
    return SessionData(
        id=str(row.id),
        week=clock.iso_of(clock.monday_of(row.date)),
        date=row.date,
        start=clock.from_minutes(row.start),
        minutes=mapping.planned(row).minutes,
        kind=row.kind,
        order=row.order or None,
        run=RunData(row.run_intensity, row.run_minutes or 0) if row.run_intensity else None,
        lift=lift,
        recovery=RecoveryData(row.recovery_activity, row.recovery_minutes or 0) if row.recovery_activity else None,
        warm_up_minutes=row.warm_up,
        cool_down_minutes=row.cool_down,
        status=row.status,
        locked=row.locked,
        locks=tuple(row.locks.split()),
    )


def weeks(user: Any) -> list[WeekSummary]:
    """All weeks of the plan, in time order. Raises NoPlan."""
    records = read(user)
    rows = records.plan.weeks.annotate(count=Count("sessions")).order_by("start")
    return [
        WeekSummary(
            clock.iso_of(row.start), row.start, records.plan_week(row.start), row.phase, row.loading, vars(row)["count"]
        )
        for row in rows
    ]


def week(user: Any, monday: date) -> WeekData:
    """One week as it stands. Raises NoPlan and NoWeek."""
    records = read(user, monday)
    row, evaluation = records.week(monday), records.evaluation(monday)
    load = week_load(records.in_truth(monday) or PlannedWeek())
    return WeekData(
        week=clock.iso_of(monday),
        start=monday,
        plan_week=records.plan_week(monday),
        phase=row.phase,
        loading_week=row.loading,
        score=evaluation.score,
        valid=evaluation.valid,
        load=load.total,
        monotony=round(load.monotony, 2),
        sessions=tuple(map(session_data, records.sessions[monday])),
        findings=tuple(_findings(records, monday)),
    )


def _findings(records: Records, monday: date) -> list[FindingData]:
    return [
        FindingData(
            rule=found.rule,
            severity=found.severity.value,
            text=found.text,
            cost=found.cost,
            dates=tuple(monday + timedelta(days=day) for day in found.days),
            sessions=found.sessions,
        )
        for found in records.evaluation(monday).findings
    ]


def sessions(user: Any, first: date, days: int) -> list[SessionData]:
    """All sessions of so many days from a date on, in time order."""
    last = date.fromordinal(min(first.toordinal() + days - 1, date.max.toordinal()))
    rows: QuerySet[Session] = Session.objects.filter(week__plan__user=user, date__range=(first, last))
    return [session_data(row) for row in rows.order_by("date", "start", "id")]


def session(user: Any, session_id: UUID) -> WorkoutData:
    """One session with its steps. Raises NoPlan and NoWeek."""
    records = read(user, monday_of(user, session_id))
    row = records.session(session_id)
    steps = tuple(StepData(step.part, step.text, step.minutes) for step in records.steps(row))
    return WorkoutData(session_data(row), steps)


def as_json(user: Any, monday: date) -> Download:
    """A week as a JSON file, as the API tells it. Raises NoPlan and NoWeek."""
    text = json.dumps(asdict(week(user, monday)), cls=DjangoJSONEncoder, indent=2, ensure_ascii=False)
    return Download(f"tandem-{clock.iso_of(monday)}.json", "application/json", f"{text}\n".encode())


def as_ics(user: Any, monday: date) -> Download:
    """A week as a calendar file, its entries as a calendar of everything has them; it follows no later change."""
    records = read(user, monday)
    records.week(monday)
    name, kept = f"Tandem {clock.iso_of(monday)}", Feed.objects.filter(plan=records.plan).order_by("pk").first()
    feed = Feed(plan=records.plan, name=name, past_weeks=0)
    feed.note_uid = kept.note_uid if kept else feed.note_uid  # a race is the same entry here and there
    shown = [one for one in entries(feed, monday) if _date_of(one) < monday + clock.ONE_WEEK] or [note(feed)]
    content = calendar_bytes(shown, name=name, timezone=records.profile.timezone)
    return Download(f"tandem-{clock.iso_of(monday)}.ics", "text/calendar; charset=utf-8", content)


def _date_of(event: FeedEvent) -> date:
    return event.start.date() if isinstance(event.start, datetime) else event.start


def as_csv(user: Any, monday: date) -> Download:
    """A week as a table, a session a row. Raises NoPlan and NoWeek."""
    kept = StringIO()
    writer = csv.DictWriter(kept, COLUMNS)
    writer.writeheader()
    writer.writerows(_row(one) for one in week(user, monday).sessions)
    return Download(f"tandem-{clock.iso_of(monday)}.csv", "text/csv; charset=utf-8", kept.getvalue().encode())


def _row(one: SessionData) -> dict[str, Any]:
    """A session as a row: its parts side by side. No cell holds a person's own words, so none can be a formula."""
    flat = {name: value for name, value in asdict(one).items() if name in COLUMNS}
    for part in ("run", "lift", "recovery"):
        held = getattr(one, part)
        flat |= {f"{part}_{name}": value for name, value in asdict(held).items()} if held else {}
    return flat
