"""A planned week as a table that a person can read."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.engine.domain import DAYS, Race, Session
from planner.engine.results import PlannedWeek, Stage
from planner.engine.wording import clock, part_names


def plan_text(start: date, weeks: Sequence[PlannedWeek], race: Race | None = None) -> str:
    """Every week as a table: a line a session, the race, findings and changes below."""
    changes = dict.fromkeys(change.text for week in weeks for change in week.changes)
    blocks = [_week_text(start + timedelta(weeks=n), week, race) for n, week in enumerate(weeks)]
    told = ["What had to give way:", *(f"  - {text}" for text in changes)] if changes else []
    return "\n\n".join([*blocks, "\n".join(told)] if told else blocks) + "\n"


def _week_text(monday: date, planned: PlannedWeek, race: Race | None) -> str:
    proven = "proven best" if planned.optimal else "best found, not proven"
    head = f"Week of {monday:%d %B %Y}, {stage_name(planned.stage)}"
    lines = [f"{head}: score {planned.evaluation.score:g}, {proven}"]
    for day in range(DAYS):
        name = f"{monday + timedelta(days=day):%a %d %b}"
        sessions = planned.week.by_day[day]
        told = [_line(session) for session in sessions]
        if race is not None and race.date == monday + timedelta(days=day):
            told.append(f"race, {race.distance_km:g} km")
        lines += [f"  {name}  {line}" for line in told or ["rest"]]
    lines += [f"  {'!' if f.cost == 0 else '~'} {f.text}" for f in planned.evaluation.findings]
    return "\n".join(lines)


def _line(session: Session) -> str:
    parts = [session.run, session.lift, session.recovery]
    minutes = [part.minutes for part in parts if part is not None]
    if session.order == "lift_first":
        minutes.reverse()
    named = zip(part_names(session), [session.minutes] if session.is_circuit else minutes, strict=True)
    body = " -> ".join(f"{name} {length} min" for name, length in named)
    return f"{clock(session.start)}-{clock(session.end)}  {body}"


def stage_name(stage: Stage) -> str:
    """Where a week stands in its block: "build, loading week 2", "deload"."""
    return f"{stage.phase}, loading week {stage.loading}" if stage.loading else f"{stage.phase}"
