"""One sport's part of a session as a file holds it: a watch records a run or a lift, not both in one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.engine import Session, steps_of
from planner.engine.vocabulary import Kind
from planner.engine.workouts import Block, Step


class Sport(StrEnum):
    """What a workout is recorded as; the value names its files."""

    RUN = "run"
    LIFT = "lift"
    CIRCUIT = "circuit"


@dataclass(frozen=True, slots=True)
class Workout:
    """A name, the steps, and the sentences behind them. Recovery has no workout: nothing in it wants a beep."""

    sport: Sport
    name: str
    steps: tuple[Step, ...]
    text: str


def sports(session: Session) -> tuple[Sport, ...]:
    """The workouts of a session in the order they are done."""
    if session.kind is Kind.CIRCUIT:
        return (Sport.CIRCUIT,)
    found = [sport for sport, part in ((Sport.RUN, session.run), (Sport.LIFT, session.lift)) if part is not None]
    return tuple(reversed(found)) if session.order == "lift_first" else tuple(found)


def workout(session: Session, sport: Sport, name: str, blocks: Sequence[Block]) -> Workout:
    """One of a session's workouts: the first has the warm-up, the last the cool-down, the change is in none."""
    order = sports(session)
    parts = {"run", "lift"} if sport is Sport.CIRCUIT else {sport.value}
    parts |= {"warm_up"} if sport is order[0] else set()
    parts |= {"cool_down"} if sport is order[-1] else set()
    own = [block for block in blocks if block.part in parts]
    steps = tuple(step for block in own for step in steps_of(block))
    return Workout(sport, name, steps, "\n".join(f"{block.minutes} min: {block.text}" for block in own))
