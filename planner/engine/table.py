"""A planned week as a table that a person can read."""

from collections.abc import Sequence
from datetime import date, timedelta

from planner.engine.domain import DAYS, Session
from planner.engine.results import PlannedWeek
from planner.engine.wording import WEEKDAYS, clock, part_names


def plan_text(start: date, weeks: Sequence[PlannedWeek]) -> str:
    """Every week as a table: a line a session, findings and changes below."""
    changes = dict.fromkeys(change.text for week in weeks for change in week.changes)
    blocks = [_week_text(start + timedelta(weeks=n), week) for n, week in enumerate(weeks)]
    told = ["What had to give way:", *(f"  - {text}" for text in changes)] if changes else []
    return "\n\n".join([*blocks, "\n".join(told)] if told else blocks) + "\n"


def _week_text(monday: date, planned: PlannedWeek) -> str:
    proven = "proven best" if planned.optimal else "best found, not proven"
    lines = [f"Week of {monday:%d %B %Y}: score {planned.evaluation.score:g}, {proven}"]
    for day in range(DAYS):
        name = f"{WEEKDAYS[day][:3]} {monday + timedelta(days=day):%d %b}"
        sessions = planned.week.by_day[day]
        lines += [f"  {name}  {_line(session)}" for session in sessions] or [f"  {name}  rest"]
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
