"""The words of a session's page: shapes, how it went, and the ways on when it falls through."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from planner import engine, telling
from planner.engine.domain import Session
from planner.engine.vocabulary import Shape
from planner.told import Told
from planner.words import moved_to, weekday

SHAPE = Told(
    {
        Shape.RUN_ONLY: gettext_noop("Run only"),
        Shape.LIFT_ONLY: gettext_noop("Lift only"),
        Shape.RUN_FIRST: gettext_noop("Run, then lift"),
        Shape.LIFT_FIRST: gettext_noop("Lift, then run"),
        Shape.TWO_A_DAY: gettext_noop("Run in the morning, lift in the evening"),
        Shape.CIRCUIT: gettext_noop("Circuit"),
    }
)
EFFORT = Told(
    {
        1: gettext_noop("1, very easy"),
        2: gettext_noop("2, easy"),
        3: gettext_noop("3, moderate"),
        4: gettext_noop("4, somewhat hard"),
        5: gettext_noop("5, hard"),
        6: gettext_noop("6, hard and more"),
        7: gettext_noop("7, very hard"),
        8: gettext_noop("8, very hard and more"),
        9: gettext_noop("9, near the limit"),
        10: gettext_noop("10, all there was"),
    }
)  # the CR10 scale (Borg; Foster 2001)
PART = Told({"run": gettext_noop("Run"), "lift": gettext_noop("Lift"), "whole": gettext_noop("Minutes")})
WAY_LABEL = {
    "leave_out": gettext_noop("Leave out: {name}"),
    "elsewhere": gettext_noop("Put on another day: {name}"),
    "shrink": gettext_noop("Make the week smaller: {name}"),
}


def load_of(session: Session) -> str:
    """The load of a session, and once it was told how it went the load as done: "Planned load 240, done 210."."""
    planned, done = engine.planned_load(session), engine.session_load(session)
    told = session.done_minutes is not None or session.done_effort is not None
    message = _("Planned load {planned}, done {done}.") if told else _("Planned load {planned}.")
    return message.format(planned=planned, done=done)


def weight_line(name: str, weight: str, following: str) -> str:
    """What an exercise is done with, and what comes after it: "Back squat: 60 kg; 65 kg comes next."."""
    if not following:
        return _("{exercise}: {weight}.").format(exercise=name, weight=weight)
    return _("{exercise}: {weight}; {following} comes next.").format(exercise=name, weight=weight, following=following)


def way_title(name: str, changed: Sequence[tuple[Session, Session | None]]) -> str:
    """What a way on would do, told before it is done."""
    to = changed[0][1]
    if to is not None:
        return _("Move it to {day}, {hour}.").format(day=weekday(to.day), hour=telling.hour(to.start))
    if name == "leave_out":
        return _("Leave it out. The rest of the week stays as it is.")
    spared = sum(was.minutes - cut.minutes for was, cut in changed[1:] if cut is not None)
    return ngettext(
        "Leave it out and make the {number} session still to come shorter, {minutes} min less in all.",
        "Leave it out and make the {number} sessions still to come shorter, {minutes} min less in all.",
        len(changed) - 1,
    ).format(number=len(changed) - 1, minutes=spared)


def way_done(name: str, changed: Sequence[tuple[Session, Session | None]]) -> str:
    """The same once it is done."""
    to = changed[0][1]
    if to is not None:
        return moved_to(weekday(to.day), to.start)
    if name == "leave_out":
        return _("Left out. The rest of the week stays as it is.")
    return _("Left out, and what is still to come is shorter. Undo takes both back.")


def habit_question(wish: str, day: int) -> tuple[str, str]:
    """What is asked after two equal moves in a row, and the button that says yes: none where goals cannot hold it."""
    name = weekday(day)
    if wish == "long_run":
        asked = _("Twice in a row the long run went to {day}. Always on this day?").format(day=name)
        return asked, _("Always on {day}").format(day=name)
    if wish == "rest":
        asked = _("Twice in a row {day} was cleared. Keep {day}s free of training?").format(day=name)
        return asked, _("Keep {day}s free").format(day=name)
    asked = _(
        "Twice in a row the same session went to {day}. Goals hold a day for the long run and days without training,"
        " not a day for this one. “Lock only… Day” keeps it there in a week you have put it right."
    )
    return asked.format(day=name), ""


def habit_label(wish: str, day: int) -> str:
    """The step that makes the wish."""
    message = _("Long run always on {day}") if wish == "long_run" else _("{day}s free of training")
    return message.format(day=weekday(day))


def habit_done(wish: str, day: int) -> str:
    """What was done, in a sentence."""
    return _("{habit}, from next week on. The goals have it now; undo takes it back.").format(
        habit=habit_label(wish, day)
    )
