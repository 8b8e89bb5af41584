"""A session in the words of a calendar entry: plain text, since half of the calendars show tags as they are."""

from collections.abc import Sequence
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import words
from planner.engine import purpose
from planner.engine.domain import Session
from planner.engine.vocabulary import Intensity, Kind, Modality, Order
from planner.told import Told

NOTE, BUSY_NOTE = gettext_noop("No training planned yet"), gettext_noop("Nothing planned yet")
BUSY, REST_DAY = gettext_noop("Busy"), gettext_noop("Rest day")
SKIPPED = gettext_noop("Skipped: {session}")
RUN_SHORT = Told(
    {
        Intensity.EASY: gettext_noop("Run {minutes}' easy"),
        Intensity.MODERATE: gettext_noop("Run {minutes}' steady"),
        Intensity.HARD: gettext_noop("Run {minutes}' hard"),
        Intensity.LONG: gettext_noop("Run {minutes}' long"),
    }
)
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
    return [signed(RUN_SIGN, RUN_SHORT[session.run.intensity].format(minutes=session.run.minutes), emoji)]


def _lift(session: Session, only: Modality | None, emoji: bool) -> list[str]:
    if session.lift is None or only is Modality.RUN:
        return []
    told = _("Lift {minutes}' {detail}").format(
        minutes=session.lift.minutes, detail=words.lower(words.lift_detail(session.lift))
    )
    return [signed(LIFT_SIGN, told, emoji)]


def _recovery(session: Session, only: Modality | None, emoji: bool) -> list[str]:
    if session.recovery is None or only is not None:
        return []
    name = words.activity(session.recovery.activity)
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
        _("Why: {reason}").format(reason=purpose(session)),
        link,
    ]
    return "\n".join(line for line in lines if line)


def step_line(step: Step) -> str:
    """A step with its minutes: "10 min: Easy run, then leg swings."."""
    return _("{minutes} min: {step}").format(minutes=step.minutes, step=step.text)


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
        (_("Run"), session.run if only is not Modality.LIFT else None),
        (_("Lift"), session.lift if only is not Modality.RUN else None),
        (_("Recovery"), session.recovery if only is None else None),
    )
    return tuple(name for name, part in found if part is not None)


def _in_short(session: Session, only: Modality | None) -> list[str]:
    """The parts, and which of their minutes are warm-up and cool-down."""
    first = (
        [_("Warm-up: the first {minutes} min").format(minutes=session.warm_up)]
        if session.warm_up and only is None
        else []
    )
    last = (
        [_("Cool-down: the last {minutes} min").format(minutes=session.cool_down)]
        if session.cool_down and only is None
        else []
    )
    return [*first, *_parts(session, only), *last]


def _parts(session: Session, only: Modality | None) -> list[str]:
    """The parts in the order they are done: "Run 35 min: easy, talk pace"."""
    if session.kind is Kind.CIRCUIT:
        return [_("Circuit {minutes} min: run and lift in rounds").format(minutes=session.minutes)]
    run = session.run if only is not Modality.LIFT else None
    lift = session.lift if only is not Modality.RUN else None
    rest = session.recovery if only is None else None
    runs = [_part(_("Run {minutes} min: {detail}"), run.minutes, words.RUN_DETAIL[run.intensity])] if run else []
    lifts = [_part(_("Lift {minutes} min: {detail}"), lift.minutes, words.lift_detail(lift))] if lift else []
    rests = [f"{words.activity(rest.activity)} {words.in_minutes(rest.minutes)}"] if rest else []
    return _in_order(session, runs, lifts) + rests


def _part(message: str, minutes: int, detail: str) -> str:
    return message.format(minutes=minutes, detail=words.lower(detail))


def _in_order(session: Session, run: list[str], lift: list[str]) -> list[str]:
    return lift + run if session.order is Order.LIFT_FIRST else run + lift
