"""A session step by step: warm-up, the work with zones or sets, cool-down; all minutes add up to the session's."""

from planner.engine.domain import Athlete, Lift, Run, Session
from planner.engine.vocabulary import Order
from planner.engine.workouts.case import Block, Case, told
from planner.engine.workouts.circuits import circuit_blocks
from planner.engine.workouts.ends import cool_down, warm_up
from planner.engine.workouts.lifts import lift_blocks
from planner.engine.workouts.recovery import recovery_blocks
from planner.engine.workouts.runs import run_blocks

__all__ = ["Block", "blocks"]

CHANGE = 2  # minutes between run and lift
SHORTEST_LIFT_WITH_CHANGE = 20  # minutes of lifting that can spare them


def blocks(
    athlete: Athlete, session: Session, *, year: int | None = None, plan_week: int | None = None
) -> tuple[Block, ...]:
    """The steps of a session in the order they are done; their minutes add up to `session.minutes`.

    `year` is the session's, for the age. `plan_week` counts from 1; unknown, it is taken for the first.
    """
    case = Case(athlete, session, year, plan_week or 1)
    first = min(session.warm_up, session.minutes)
    last = min(session.cool_down, session.minutes - first)
    return told(
        [
            Block(warm_up(case), first, "warm_up"),
            *_work(case, first, last),
            Block(cool_down(case), last, "cool_down"),
        ]
    )


def _work(case: Case, first: int, last: int) -> tuple[Block, ...]:
    """What lies between the first and the last minutes."""
    session = case.session
    if session.is_circuit:
        return circuit_blocks(case, session.minutes - first - last)
    parts = [part for part in (session.run, session.lift, session.recovery) if part is not None]
    if session.order is Order.LIFT_FIRST:
        parts.reverse()
    found: list[Block] = []
    for part, minutes in zip(parts, _cut([part.minutes for part in parts], first, last), strict=True):
        if isinstance(part, Run):
            found += run_blocks(case, part, minutes)
        elif isinstance(part, Lift):
            found += _lift(case, part, minutes)
        else:
            found += recovery_blocks(case, part.activity, minutes)
    return tuple(found)


def _cut(parts: list[int], first: int, last: int) -> list[int]:
    """The parts' minutes without the first and the last ones of the whole."""
    left, start = [], 0
    end = sum(parts) - last
    for minutes in parts:
        left.append(max(min(start + minutes, end) - max(start, first), 0))
        start += minutes
    return left


def _lift(case: Case, lift: Lift, minutes: int) -> tuple[Block, ...]:
    """The lifting, with the change from or to the run where there is one."""
    if case.session.run is None or minutes < SHORTEST_LIFT_WITH_CHANGE:
        return lift_blocks(case, lift, minutes)
    change = Block("Shoes, water, a minute to breathe.", CHANGE, "change")
    lifting = lift_blocks(case, lift, minutes - CHANGE)
    return (*lifting, change) if case.lifts_first else (change, *lifting)
