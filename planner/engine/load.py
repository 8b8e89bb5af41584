"""Training load: minutes x effort per session, by day and week, and Foster's monotony and strain."""

from collections.abc import Sequence
from math import sqrt

from planner.engine.domain import DAYS, Session, Week
from planner.engine.results import Load
from planner.engine.vocabulary import Effort, Intensity

RUN_EFFORT = {Intensity.EASY: 3, Intensity.LONG: 4, Intensity.MODERATE: 5, Intensity.HARD: 7}
LIFT_EFFORT = {Effort.LIGHT: 4, Effort.MODERATE: 6, Effort.HEAVY: 7}
CIRCUIT_EFFORT = 8
RECOVERY_EFFORT = 2
MONOTONY_OF_EQUAL_DAYS = 10.0
STRAIN_CEILING = 1.3  # times one's own mean
STRAIN_WEEKS = 4


def session_load(session: Session) -> int:
    """Load in AU: minutes x effort (CR10) of each part (training-science section 6); of a done one as it was told.

    Where only the minutes or only the effort were told, the plan stands for the other (session RPE, Foster 2001).
    """
    planned = planned_load(session)
    if session.done_minutes is None and session.done_effort is None:
        return planned
    minutes = session.minutes if session.done_minutes is None else session.done_minutes
    effort = planned / session.minutes if session.done_effort is None else session.done_effort
    return round(minutes * effort)


def planned_load(session: Session) -> int:
    """Load in AU as planned, whatever became of it."""
    if session.is_circuit:
        return session.minutes * CIRCUIT_EFFORT
    run = session.run.minutes * RUN_EFFORT[session.run.intensity] if session.run else 0
    lift = session.lift.minutes * LIFT_EFFORT[session.lift.effort] if session.lift else 0
    rest = session.recovery.minutes * RECOVERY_EFFORT if session.recovery else 0
    return run + lift + rest


def monotony_of(daily: Sequence[float]) -> float:
    """Mean of the seven daily loads over their sample standard deviation; 10 where they are all equal (Foster 1998)."""
    days, total = len(daily), sum(daily)
    spread = days * sum(load * load for load in daily) - total * total  # days x (days - 1) x variance
    return total / days * sqrt(days * (days - 1) / spread) if spread > 0 else MONOTONY_OF_EQUAL_DAYS


def load_of(daily: Sequence[float]) -> Load:
    """Seven daily loads in AU, their sum, monotony, and strain: the sum times the monotony (Foster 1998)."""
    total, monotony = sum(daily), monotony_of(daily)
    return Load(tuple(daily), total, monotony, total * monotony)


def daily_load(week: Week) -> list[float]:
    """AU of each day of a week, from Monday on."""
    daily = [0.0] * DAYS
    for session in week.sessions:
        daily[session.day] += session_load(session)
    return daily


def week_load(week: Week) -> Load:
    """The load of a week, daily from Monday."""
    return load_of(daily_load(week))


def is_strained(strain: float, past: Sequence[float]) -> bool:
    """Whether a week's strain (AU) is more than 1.3 times the mean of the four weeks before it (convention).

    `past` are the strains of the weeks before, latest last. With fewer than four there is no mean of one's own yet.
    """
    own = past[-STRAIN_WEEKS:]
    return len(own) == STRAIN_WEEKS and strain > STRAIN_CEILING * sum(own) / STRAIN_WEEKS
