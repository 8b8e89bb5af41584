"""A session in the words of a calendar entry: plain text, since half of the calendars show tags as they are."""

from planner import words
from planner.engine import purpose
from planner.engine.domain import Session
from planner.engine.vocabulary import Intensity, Kind, Order

CALENDAR_NAME = "Tandem training"
NOTE = "No training planned yet"
RUN_SHORT = {
    Intensity.EASY: "easy",
    Intensity.MODERATE: "steady",
    Intensity.HARD: "hard",
    Intensity.LONG: "long",
}


def summary(session: Session) -> str:
    """One line that says enough alone: "Run 35' easy → Lift 30' lower body"."""
    if session.kind is Kind.CIRCUIT:
        return f"{words.KIND[Kind.CIRCUIT]} {session.minutes}'"
    run = [f"Run {session.run.minutes}' {RUN_SHORT[session.run.intensity]}"] if session.run else []
    lift = [f"Lift {session.lift.minutes}' {words.lower(words.lift_detail(session.lift))}"] if session.lift else []
    rest = [f"{words.ACTIVITY[session.recovery.activity]} {session.recovery.minutes}'"] if session.recovery else []
    return " → ".join(_in_order(session, run, lift) + rest)


def description(session: Session) -> str:
    """The parts a line each with their minutes, then the reason; warm-up and cool-down lie inside the minutes.

    Nothing but the session speaks here: what its neighbours say would change without the session being edited, and
    calendars take a new text only with a new edition.
    """
    lines = [
        f"Warm-up: the first {session.warm_up} min" if session.warm_up else "",
        *_parts(session),
        f"Cool-down: the last {session.cool_down} min" if session.cool_down else "",
        f"Why: {purpose(session)}",
    ]
    return "\n".join(line for line in lines if line)


def categories(session: Session) -> tuple[str, ...]:
    """What a calendar may colour by."""
    found = (("Run", session.run), ("Lift", session.lift), ("Recovery", session.recovery))
    return tuple(name for name, part in found if part is not None)


def _parts(session: Session) -> list[str]:
    """The parts in the order they are done: "Run 35 min: easy, talk pace"."""
    if session.kind is Kind.CIRCUIT:
        return [f"Circuit {session.minutes} min: {words.lower(words.CIRCUIT_DETAIL)}"]
    run, lift, rest = session.run, session.lift, session.recovery
    runs = [f"Run {run.minutes} min: {words.lower(words.RUN_DETAIL[run.intensity])}"] if run else []
    lifts = [f"Lift {lift.minutes} min: {words.lower(words.lift_detail(lift))}"] if lift else []
    rests = [f"{words.ACTIVITY[rest.activity]} {rest.minutes} min"] if rest else []
    return _in_order(session, runs, lifts) + rests


def _in_order(session: Session, run: list[str], lift: list[str]) -> list[str]:
    return lift + run if session.order is Order.LIFT_FIRST else run + lift
