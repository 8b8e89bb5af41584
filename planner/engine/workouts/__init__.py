"""A session step by step: warm-up, the work with zones or sets, cool-down; all minutes add up to the session's."""

from planner.engine.domain import Athlete, Lift, Recovery, Run, Session
from planner.engine.results import Stage
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Order, Unit
from planner.engine.workouts.bouts import Bout, Exercise, Repeat, Role, Step, exercises_in
from planner.engine.workouts.case import Block, Case, told
from planner.engine.workouts.circuits import circuit_blocks
from planner.engine.workouts.ends import cool_down, warm_up
from planner.engine.workouts.lifts import lift_blocks, working_sets
from planner.engine.workouts.recovery import recovery_blocks
from planner.engine.workouts.runs import run_blocks

__all__ = ["Block", "Bout", "Exercise", "Repeat", "Role", "Step", "blocks", "exercises_in", "sets_of", "steps_of"]

Part = Run | Lift | Recovery

CHANGE = 2  # minutes between run and lift
SHORTEST_LIFT_WITH_CHANGE = 20  # minutes of lifting that can spare them


def blocks(
    athlete: Athlete,
    session: Session,
    *,
    year: int | None = None,
    plan_week: int | None = None,
    stage: Stage | None = None,
    unit: Unit = Unit.KM,
) -> tuple[Block, ...]:
    """The steps of a session in the order they are done; their minutes add up to `session.minutes`.

    `year` is the session's, for the age. `plan_week` counts from 1; unknown, it is taken for the first.
    `stage` is where the week stands in its block: it sets the reserve of the lifts and the kind of hard run.
    Distances and paces are told in `unit`.
    """
    case = Case(athlete, session, year, plan_week or 1, stage, unit)
    first, last = _ends(session)
    return told(
        [
            Block(warm_up(case), first, "warm_up"),
            *_work(case, first, last),
            Block(cool_down(case), last, "cool_down"),
        ]
    )


WHOLE = {
    "warm_up": (Role.WARM_UP, gettext_noop("Warm-up")),
    "run": (Role.STEADY, gettext_noop("Run")),
    "lift": (Role.WORK, gettext_noop("Lift")),
    "recovery": (Role.STEADY, gettext_noop("Easy")),
    "change": (Role.REST, gettext_noop("Change")),
    "cool_down": (Role.COOL_DOWN, gettext_noop("Cool-down")),
}


def steps_of(block: Block) -> tuple[Step, ...]:
    """A block as a watch takes it: its own steps, else all its minutes as one bout."""
    role, cue = WHOLE[block.part]
    return block.steps or (Bout(role, block.minutes * 60, _(cue)),)


def sets_of(
    athlete: Athlete, session: Session, *, year: int | None = None, plan_week: int | None = None, share: float = 1.0
) -> int:
    """Working sets that a session's lift holds in its minutes, or that share of them; 0 without a lift or in rounds."""
    if session.lift is None or session.is_circuit:
        return 0
    parts = _parts(session)
    minutes = dict(zip(parts, _cut([part.minutes for part in parts], *_ends(session)), strict=True))[session.lift]
    change = CHANGE if _has_change(session, minutes) else 0
    return working_sets(Case(athlete, session, year, plan_week or 1), session.lift, minutes - change, share)


def _ends(session: Session) -> tuple[int, int]:
    """Minutes of warm-up and cool-down."""
    first = min(session.warm_up, session.minutes)
    return first, min(session.cool_down, session.minutes - first)


def _parts(session: Session) -> list[Part]:
    """What a session is made of, in the order it is done."""
    parts: list[Part] = [part for part in (session.run, session.lift, session.recovery) if part is not None]
    return parts[::-1] if session.order is Order.LIFT_FIRST else parts


def _has_change(session: Session, minutes: int) -> bool:
    """Whether so many minutes of lifting spare some for the change from or to the run."""
    return session.run is not None and minutes >= SHORTEST_LIFT_WITH_CHANGE


def _work(case: Case, first: int, last: int) -> tuple[Block, ...]:
    """What lies between the first and the last minutes."""
    session = case.session
    if session.is_circuit:
        return circuit_blocks(case, session.minutes - first - last)
    parts = _parts(session)
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
    if not _has_change(case.session, minutes):
        return lift_blocks(case, lift, minutes)
    change = Block(_("Shoes, water, a minute to breathe."), CHANGE, "change")
    lifting = lift_blocks(case, lift, minutes - CHANGE)
    return (*lifting, change) if case.lifts_first else (change, *lifting)
