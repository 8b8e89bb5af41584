"""Weeks one after the other: each is planned by the facts of those before it, its orders carried on from the last."""

from datetime import date, timedelta

from planner.engine.domain import Athlete, Context, PastWeek, Session, Week
from planner.engine.evaluate import chain_start
from planner.engine.loading import week_facts
from planner.engine.planning import plan_week
from planner.engine.results import PlannedWeek


def plan_block(
    athlete: Athlete,
    start: date,
    weeks: int,
    *,
    before: Week | None = None,
    past: tuple[PastWeek, ...] = (),
    last_combined: Session | None = None,
    first_plan_week: int = 1,
    routine: Week | None = None,
) -> tuple[PlannedWeek, ...]:
    """So many weeks from Monday `start`.

    `before` is the week that precedes them, `past` the facts of all that do and `last_combined` their last combined
    session where the week before has none; `first_plan_week` counts from 1. `routine` is the week whose days are kept
    where the week before is a lighter one.
    """
    planned: list[PlannedWeek] = []
    turn, routine = last_combined, routine or before
    for number in range(weeks):
        monday = start + timedelta(weeks=number)
        context = Context(before, None, first_plan_week + number, monday, past, turn, routine)
        planned.append(plan_week(athlete.in_week(monday), context=context))
        turn = chain_start(context)
        before = planned[-1].week
        routine = before if planned[-1].stage.loading else routine  # a lighter week is none, an empty one even less
        past = (*past, week_facts(before, planned[-1].stage.phase))
    return tuple(planned)
