"""A session's shorter forms: in full fives, the longest first, no part under its least minutes."""

from collections.abc import Iterator
from dataclasses import replace

from planner.engine import limits
from planner.engine.composition import SHORTEST_HARD_RUN
from planner.engine.domain import Lift, Run, Session
from planner.engine.vocabulary import Intensity


def shorter(session: Session) -> Iterator[Session]:
    """The session with ever fewer minutes; of a run and a lift both are cut, as far as each can be."""
    for minutes in range((session.minutes - 1) // limits.FIVES * limits.FIVES, 0, -limits.FIVES):
        cut = _cut(session, minutes)
        if cut is not None:
            yield cut


def _cut(session: Session, minutes: int) -> Session | None:
    """The session at so many minutes; None where that is too few."""
    run, lift, rest = session.run, session.lift, session.recovery
    if session.is_circuit and run and lift:
        half = min(run.minutes, minutes // 2)
        parts = replace(run, minutes=half), replace(lift, minutes=minutes - half)
        return replace(session, run=parts[0], lift=parts[1]) if minutes >= limits.CIRCUIT_MINUTES[0] else None
    if run and lift:
        return _cut_both(session, run, lift, minutes)
    if run:
        return replace(session, run=replace(run, minutes=minutes)) if minutes >= _least(run) else None
    if lift:
        return replace(session, lift=replace(lift, minutes=minutes)) if minutes >= limits.LIFT_MINUTES[0] else None
    enough = rest is not None and minutes >= limits.RECOVERY_MINUTES[0]
    return replace(session, recovery=rest and replace(rest, minutes=minutes)) if enough else None


def _cut_both(session: Session, run: Run, lift: Lift, minutes: int) -> Session | None:
    """Both parts shrink alike; what one cannot give the other does."""
    share = run.minutes * minutes // session.minutes
    wanted = max(share - share % limits.FIVES, _least(run), minutes - lift.minutes)
    left = min(wanted, run.minutes, minutes - limits.LIFT_MINUTES[0])
    if left < _least(run):
        return None
    return replace(session, run=replace(run, minutes=left), lift=replace(lift, minutes=minutes - left))


def _least(run: Run) -> int:
    return SHORTEST_HARD_RUN if run.intensity is Intensity.HARD else limits.RUN_MINUTES[0]
