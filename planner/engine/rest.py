"""Recovery sessions, placed once training has its days: they break no rule, so they take what is left."""

from collections.abc import Sequence
from itertools import combinations

from planner.engine.domain import DAYS, Session
from planner.engine.load import session_load
from planner.engine.places import usual_start
from planner.engine.templates import Templates


def with_recovery(
    sessions: Sequence[Session], templates: Templates, shut: frozenset[int], count: int
) -> tuple[Session, ...]:
    """The sessions with up to `count` recovery sessions on free days, each best after a heavy day and apart."""
    free = {day: session for day in range(DAYS) if day not in shut and (session := _on(templates, sessions, day))}
    loads = [sum(session_load(s) for s in sessions if s.day == day) for day in range(DAYS)]
    choices = combinations(sorted(free), min(count, len(free)))
    best = max(choices, key=lambda days: (_worth(days, loads), [-day for day in days]), default=())
    return (*sessions, *(free[day] for day in best))


def _worth(days: tuple[int, ...], loads: list[int]) -> int:
    """Load of the days before, less what neighbours among the chosen days would waste."""
    before = sum(loads[day - 1] for day in days)
    together = sum((day + 1) % DAYS in days for day in days)
    return before - 1000 * together


def _on(templates: Templates, sessions: Sequence[Session], day: int) -> Session | None:
    """A recovery session on a day that holds nothing, in its first window that takes one."""
    if any(s.day == day for s in sessions):
        return None
    for window in templates.athlete.windows_on(day):
        session = templates.recovery(window.minutes) if window.only is None else None
        if session is not None:
            return session.moved(day, usual_start(window, session.minutes))
    return None
