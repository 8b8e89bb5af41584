"""The week that the landing page shows: planned once by the engine for a made-up athlete, kept in the process."""

from dataclasses import replace
from datetime import date
from functools import cache
from uuid import NAMESPACE_URL, uuid5

from planner import mapping
from planner.engine import plan_week
from planner.models import Plan, Profile, Session, Week
from planner.queries.board import board
from planner.records import Records
from planner.screens import Board

MONDAY = date(2026, 11, 30)
ANSWERS = {
    "goal": "fat_loss",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": [
        *({"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(5)),
        {"weekday": 5, "start": "08:00", "end": "12:00"},
    ],
}


@cache
def sample_board() -> Board:
    """A board without a person: none of its days is over or today."""
    profile = Profile(answers=ANSWERS, timezone="UTC")
    planned = plan_week(mapping.athlete_of(profile))
    plan = Plan(started_on=MONDAY)
    rows = []
    for session in planned.week.sessions:
        rows.append(Session(id=uuid5(NAMESPACE_URL, session.id)))
        mapping.write(rows[-1], session, MONDAY)
    week = Week(plan=plan, start=MONDAY, optimal=planned.optimal)
    drawn = board(Records(plan, profile, {MONDAY: week}, {MONDAY: rows}), MONDAY)
    days = tuple(replace(day, is_past=False, is_today=False) for day in drawn.days)
    return replace(drawn, days=days, ribbon=replace(drawn.ribbon, now="") if drawn.ribbon else None)
