"""The words of a session's page: shapes, how it went, and the ways on when it falls through."""

from collections.abc import Sequence

from django.utils.translation import gettext

from planner import engine, telling
from planner.engine.domain import Session
from planner.engine.vocabulary import Shape
from planner.engine.wording import WEEKDAYS

SHAPE = {
    Shape.RUN_ONLY: "Run only",
    Shape.LIFT_ONLY: "Lift only",
    Shape.RUN_FIRST: "Run, then lift",
    Shape.LIFT_FIRST: "Lift, then run",
    Shape.TWO_A_DAY: "Run in the morning, lift in the evening",
    Shape.CIRCUIT: "Circuit",
}
EFFORT = {
    1: "1, very easy",
    2: "2, easy",
    3: "3, moderate",
    4: "4, somewhat hard",
    5: "5, hard",
    6: "6, hard and more",
    7: "7, very hard",
    8: "8, very hard and more",
    9: "9, near the limit",
    10: "10, all there was",
}  # the CR10 scale (Borg; Foster 2001)
PART = {"run": "Run", "lift": "Lift", "whole": "Minutes"}
WAY_LABEL = {"leave_out": "Leave out", "elsewhere": "Put on another day", "shrink": "Make the week smaller"}


def load_of(session: Session) -> str:
    """The load of a session, and once it was told how it went the load as done: "Planned load 240, done 210."."""
    planned, done = engine.planned_load(session), engine.session_load(session)
    told = session.done_minutes is not None or session.done_effort is not None
    return f"Planned load {planned}, done {done}." if told else f"Planned load {planned}."


def weight_line(name: str, weight: str, following: str) -> str:
    """What an exercise is done with, and what comes after it: "Back squat: 60 kg; 65 kg comes next."."""
    if not following:
        return gettext("{exercise}: {weight}.").format(exercise=name, weight=weight)
    return gettext("{exercise}: {weight}; {following} comes next.").format(
        exercise=name, weight=weight, following=following
    )


def way_title(name: str, changed: Sequence[tuple[Session, Session | None]]) -> str:
    """What a way on would do, told before it is done."""
    to = changed[0][1]
    if to is not None:
        return f"Move it to {WEEKDAYS[to.day]}, {telling.hour(to.start)}."
    if name == "leave_out":
        return "Leave it out. The rest of the week stays as it is."
    spared = sum(was.minutes - cut.minutes for was, cut in changed[1:] if cut is not None)
    others = f"{len(changed) - 1} session{'s' if len(changed) > 2 else ''} still to come"
    return f"Leave it out and make the {others} shorter, {spared} min less in all."


def way_done(name: str, changed: Sequence[tuple[Session, Session | None]]) -> str:
    """The same once it is done."""
    to = changed[0][1]
    if to is not None:
        return f"Moved to {WEEKDAYS[to.day]}, {telling.hour(to.start)}."
    if name == "leave_out":
        return "Left out. The rest of the week stays as it is."
    return "Left out, and what is still to come is shorter. Undo takes both back."


def habit_question(wish: str, day: int) -> tuple[str, str]:
    """What is asked after two equal moves in a row, and the button that says yes: none where goals cannot hold it."""
    name = WEEKDAYS[day]
    if wish == "long_run":
        return f"Twice in a row the long run went to {name}. Always on this day?", f"Always on {name}"
    if wish == "rest":
        return f"Twice in a row {name} was cleared. Keep {name}s free of training?", f"Keep {name}s free"
    return (
        f"Twice in a row the same session went to {name}. Goals hold a day for the long run and days without training,"
        " not a day for this one. “Lock only… Day” keeps it there in a week you have put it right."
    ), ""


def habit_label(wish: str, day: int) -> str:
    """The step that makes the wish."""
    return f"Long run always on {WEEKDAYS[day]}" if wish == "long_run" else f"{WEEKDAYS[day]}s free of training"


def habit_done(wish: str, day: int) -> str:
    """What was done, in a sentence."""
    return f"{habit_label(wish, day)}, from next week on. The goals have it now; undo takes it back."
