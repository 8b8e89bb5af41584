"""The week that answers would make, planned by the engine while they are still being given; nothing is read twice.

A person with a plan sees the coming week as it would be made anew, everybody else a first whole week.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner import clock, mapping, words
from planner.engine import Context, longest_run_cap, plan_week
from planner.engine.domain import DAYS, Athlete
from planner.engine.domain import Session as Planned
from planner.engine.results import PlannedWeek
from planner.engine.vocabulary import Order, Severity, Unit
from planner.models import Profile
from planner.queries import cards
from planner.records import NoPlan, Records, read
from planner.screens import Preview, PreviewDay, PreviewSession, Tone

MOST_FINDINGS = 3


def preview(*, user: Any, answers: dict[str, Any], timezone: str, unit: Callable[[], Unit]) -> Preview:
    """The week of valid answers; `user` may be nobody. Raises ProfileError where the engine cannot plan with them.

    Distances are told as the plan says; where there is none, `unit` is asked.
    """
    monday = coming_monday(timezone)
    records = _records(user, monday)
    athlete = mapping.athlete_of(Profile(answers=answers, timezone=timezone)).in_week(monday)
    planned = plan_week(athlete, context=_context(records, monday))
    return _drawn(monday, athlete, planned, records.unit if records else unit())


def coming_monday(timezone: str) -> date:
    """The next week that is still whole, today's if today is a Monday."""
    return clock.monday_of(clock.today(timezone) + timedelta(days=DAYS - 1))


def _context(records: Records | None, monday: date) -> Context:
    """What surrounds the week; the one after it would be made anew too, so it says nothing."""
    if records is None:
        return Context(plan_week=1, start=monday)
    return replace(records.context(monday), after=None)


def _records(user: Any, monday: date) -> Records | None:
    if not getattr(user, "is_authenticated", False):
        return None
    try:
        return read(user, monday)
    except NoPlan:
        return None


def _drawn(monday: date, athlete: Athlete, planned: PlannedWeek, unit: Unit) -> Preview:
    sessions = planned.week.sessions
    found = planned.evaluation.findings
    hard = sum(finding.severity is Severity.HARD for finding in found)
    orders = tuple(session.order.value for session in planned.week.combined if session.order)
    tone: Tone = "breaks" if hard else "caution" if found else "ok"
    return Preview(
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        subtitle=_subtitle(planned),
        days=tuple(_day(monday + timedelta(days=day), athlete, planned, unit) for day in range(DAYS)),
        orders=orders,
        ledger=words.ledger(orders.count(Order.RUN_FIRST.value), orders.count(Order.LIFT_FIRST.value)),
        verdict=words.verdict(hard, len(found) - hard) if sessions else _(words.NOTHING_PLANNED),
        tone=tone if sessions else "ok",
        findings=tuple(finding.text for finding in found)[:MOST_FINDINGS] if sessions else (),
        changes=tuple(change.text for change in planned.changes),
        notes=tuple(_notes(athlete, planned)),
        sure=_(words.PROVEN) if planned.optimal else _(words.BEST_FOUND),
    )


def _subtitle(planned: PlannedWeek) -> str:
    sessions = planned.week.sessions
    minutes = sum(session.minutes for session in sessions)
    phase = words.PHASE[planned.stage.phase]
    count = ngettext("{number} session", "{number} sessions", len(sessions)).format(number=len(sessions))
    return f"{count} · {words.hours(minutes)} · {words.lower(phase)}"


def _day(day: date, athlete: Athlete, planned: PlannedWeek, unit: Unit) -> PreviewDay:
    sessions = planned.week.by_day[day.weekday()]
    race = athlete.race
    rest = words.no_session(is_free=bool(athlete.windows_on(day.weekday())))
    return PreviewDay(
        name=words.weekday(day.weekday()),
        short=words.short_weekday(day.weekday()),
        letters=words.day_letters(day.weekday()),
        sessions=tuple(_session(session) for session in sessions),
        minutes=sum(session.minutes for session in sessions),
        rest_text=words.race_day(race.distance_km, unit) if race is not None and race.date == day else rest,
    )


def _session(session: Planned) -> PreviewSession:
    bands = cards.bands(session)
    return PreviewSession(clock.from_minutes(session.start), session.minutes, bands, cards.label(bands))


def _notes(athlete: Athlete, planned: PlannedWeek) -> Iterator[str]:
    """What an answer means that its field does not say."""
    sessions = planned.week.sessions
    circuits = sum(session.is_circuit for session in sessions)
    for name, asked in (("runs", athlete.runs_per_week), ("lifts", athlete.lifts_per_week)):
        if circuits and asked == 0:
            yield words.circuits_hold(circuits, name)
    has_run = any(week.longest_run for week in planned.context.past)
    if athlete.longest_recent_run_minutes is None and not has_run and any(session.run for session in sessions):
        yield words.longest_run_taken(longest_run_cap(athlete, planned.context))
