"""Weeks one after the other: each repeats the usual one where dates allow, its orders carried on."""

from dataclasses import replace
from datetime import date, timedelta

from planner.engine.domain import Athlete, Context, Week
from planner.engine.evaluate import chain_start, evaluate
from planner.engine.order_policy import orders_of, school_of
from planner.engine.planning import alternates, order_told, plan_week
from planner.engine.results import PlannedWeek
from planner.engine.vocabulary import Kind


def plan_block(
    athlete: Athlete, start: date, weeks: int, *, before: Week | None = None, first_plan_week: int = 1
) -> tuple[PlannedWeek, ...]:
    """Weeks from Monday `start`; `before` is the week that precedes them, if any."""
    planned: list[PlannedWeek] = []
    for number in range(weeks):
        here = athlete.in_week(start + timedelta(weeks=number))
        context = Context(before=before, plan_week=first_plan_week + number)
        week = next_week(here, context, planned[0] if planned else None)
        planned.append(week)
        before = week.week
    return tuple(planned)


def next_week(athlete: Athlete, context: Context, usual: PlannedWeek | None) -> PlannedWeek:
    """The usual week again, its orders turned where the alternation asks for it; planned anew where that costs more."""
    if usual is None:
        return plan_week(athlete, context=context)
    for week in (usual.week, turned(athlete, usual.week)):
        evaluation = evaluate(athlete, week, context)
        keeps_promise = not school_of(athlete).alternates or _carries_on(week, context) or not alternates(usual.week)
        if evaluation.valid and evaluation.score <= usual.evaluation.score and keeps_promise:
            told = tuple(change for change in usual.changes if change.step != "order")
            return PlannedWeek(week, evaluation, usual.optimal, (*told, *order_told(athlete, week)))
    return plan_week(athlete, context=context)


def _carries_on(week: Week, context: Context) -> bool:
    """Whether the orders take turns, from the last combined session before the week on."""
    last = chain_start(context)
    first = week.combined[0] if week.combined else None
    return alternates(week) and (last is None or first is None or last.order is not first.order)


def turned(athlete: Athlete, week: Week) -> Week:
    """The week with every combined session's order turned that the athlete's school allows to turn."""
    sessions = []
    for session in week.sessions:
        free = session.kind is Kind.COMBINED and orders_of(athlete, session).is_free
        sessions.append(replace(session, order=session.order.other) if free and session.order else session)
    return Week.of(sessions)
