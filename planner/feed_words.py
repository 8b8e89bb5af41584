"""A session in the words of a calendar entry: plain text, since half of the calendars show tags as they are."""

from collections.abc import Sequence
from typing import Protocol

from planner import words
from planner.engine import purpose
from planner.engine.domain import Session
from planner.engine.vocabulary import Intensity, Kind, Modality, Order

NOTE, BUSY_NOTE = "No training planned yet", "Nothing planned yet"
BUSY, REST_DAY = "Busy", "Rest day"
SKIPPED = "Skipped: "
RUN_SHORT = {
    Intensity.EASY: "easy",
    Intensity.MODERATE: "steady",
    Intensity.HARD: "hard",
    Intensity.LONG: "long",
}
RUN_SIGN, LIFT_SIGN, CIRCUIT_SIGN, RECOVERY_SIGN, REST_SIGN, RACE_SIGN = "🏃", "🏋️", "🔁", "🌿", "💤", "🏁"


class Step(Protocol):
    """One step of a workout, as `engine.blocks` gives it."""

    @property
    def text(self) -> str:
        """What to do, in a sentence."""

    @property
    def minutes(self) -> int:
        """How long."""

    @property
    def part(self) -> str:
        """warm_up, run, lift, recovery, change or cool_down."""


def summary(session: Session, *, only: Modality | None = None, emoji: bool = False) -> str:
    """One line that says enough alone: "Run 35' easy → Lift 30' lower body"; with `only`, that part of it."""
    if session.kind is Kind.CIRCUIT:
        return signed(CIRCUIT_SIGN, f"{words.KIND[Kind.CIRCUIT]} {session.minutes}'", emoji)
    return " → ".join(
        [
            *_in_order(session, _run(session, only, emoji), _lift(session, only, emoji)),
            *_recovery(session, only, emoji),
        ]
    )


def _run(session: Session, only: Modality | None, emoji: bool) -> list[str]:
    if session.run is None or only is Modality.LIFT:
        return []
    return [signed(RUN_SIGN, f"Run {session.run.minutes}' {RUN_SHORT[session.run.intensity]}", emoji)]


def _lift(session: Session, only: Modality | None, emoji: bool) -> list[str]:
    if session.lift is None or only is Modality.RUN:
        return []
    return [signed(LIFT_SIGN, f"Lift {session.lift.minutes}' {words.lower(words.lift_detail(session.lift))}", emoji)]


def _recovery(session: Session, only: Modality | None, emoji: bool) -> list[str]:
    if session.recovery is None or only is not None:
        return []
    name = words.ACTIVITY[session.recovery.activity]
    return [signed(RECOVERY_SIGN, f"{name} {session.recovery.minutes}'", emoji)]


def signed(sign: str, text: str, emoji: bool) -> str:
    """The text, led by its sign where emoji are asked for."""
    return f"{sign} {text}" if emoji else text


def description(
    session: Session, steps: Sequence[Step] = (), *, only: Modality | None = None, when: str = "", link: str = ""
) -> str:
    """The steps a line each, why the session is there, and where its page is.

    Without `steps` the parts stand in for them, with warm-up and cool-down inside. `when` is a first line for entries
    that show no hour. Nothing of the session's neighbours speaks here: a move of another session would change this
    one's text.
    """
    lines = [
        when,
        *([step_line(step) for step in steps_of(session, steps, only)] or _in_short(session, only)),
        f"Why: {purpose(session)}",
        link,
    ]
    return "\n".join(line for line in lines if line)


def step_line(step: Step) -> str:
    """A step with its minutes: "10 min: Easy run, then leg swings."."""
    return f"{step.minutes} min: {step.text}"


def steps_of(session: Session, steps: Sequence[Step], only: Modality | None) -> list[Step]:
    """The steps of one part of a combined session, with the end of the session that it has; else all of them."""
    if only is None or session.kind is not Kind.COMBINED:
        return list(steps)
    is_first = (session.order is Order.RUN_FIRST) is (only is Modality.RUN)
    own = {only.value, "warm_up" if is_first else "cool_down"}
    return [step for step in steps if step.part in own]


def categories(session: Session, only: Modality | None = None) -> tuple[str, ...]:
    """What a calendar may colour by."""
    found = (
        ("Run", session.run if only is not Modality.LIFT else None),
        ("Lift", session.lift if only is not Modality.RUN else None),
        ("Recovery", session.recovery if only is None else None),
    )
    return tuple(name for name, part in found if part is not None)


def _in_short(session: Session, only: Modality | None) -> list[str]:
    """The parts, and which of their minutes are warm-up and cool-down."""
    first = [f"Warm-up: the first {session.warm_up} min"] if session.warm_up and only is None else []
    last = [f"Cool-down: the last {session.cool_down} min"] if session.cool_down and only is None else []
    return [*first, *_parts(session, only), *last]


def _parts(session: Session, only: Modality | None) -> list[str]:
    """The parts in the order they are done: "Run 35 min: easy, talk pace"."""
    if session.kind is Kind.CIRCUIT:
        return [f"Circuit {session.minutes} min: {words.lower(words.CIRCUIT_DETAIL)}"]
    run = session.run if only is not Modality.LIFT else None
    lift = session.lift if only is not Modality.RUN else None
    rest = session.recovery if only is None else None
    runs = [f"Run {run.minutes} min: {words.lower(words.RUN_DETAIL[run.intensity])}"] if run else []
    lifts = [f"Lift {lift.minutes} min: {words.lower(words.lift_detail(lift))}"] if lift else []
    rests = [f"{words.ACTIVITY[rest.activity]} {rest.minutes} min"] if rest else []
    return _in_order(session, runs, lifts) + rests


def _in_order(session: Session, run: list[str], lift: list[str]) -> list[str]:
    return lift + run if session.order is Order.LIFT_FIRST else run + lift
