"""What the screens say of changes: how many there are, what a place adds, what is exchanged; each sentence once."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner.words import weekday

A_LITTLE = 4  # points of a week's score: one strain of a middling rule


def _and_left_out(told: str, gone: int) -> str:
    """What was told of moves, with the sessions that are left out."""
    if not gone:
        return told
    left = ngettext("{number} session left out", "{number} sessions left out", gone).format(number=gone)
    return f"{told}, {left}" if told else left


def to_move(moved: int, gone: int) -> str:
    """A way to make a week fit, in short: "2 moves", "1 move, 1 session left out"."""
    told = ngettext("{number} move", "{number} moves", moved).format(number=moved) if moved else ""
    return _and_left_out(told, gone)


def to_make_room(changes: int) -> str:
    """What stands above the list of changes: "3 changes, and it fits:"."""
    return ngettext("{number} change, and it fits:", "{number} changes, and it fits:", changes).format(number=changes)


def moved(moved: int, gone: int) -> str:
    """The same once it is done: "2 sessions moved.", "1 session moved, 1 session left out."."""
    told = ngettext("{number} session moved", "{number} sessions moved", moved).format(number=moved) if moved else ""
    return f"{_and_left_out(told, gone)}."


def changed_since(count: int) -> str:
    """How many sessions are other than planned: "2 sessions changed since it was planned"."""
    return ngettext(
        "{number} session changed since it was planned", "{number} sessions changed since it was planned", count
    ).format(number=count)


def more_changed(count: int) -> str:
    """What else an action changed: "One more session was changed with it."; nothing where it changed nothing."""
    if not count:
        return ""
    return ngettext(
        "One more session was changed with it.", "{number} more sessions were changed with it.", count
    ).format(number=count)


def compared(points: float) -> str:
    """What a place adds to a week's score, against where the session is now; nothing where it adds nothing."""
    if not points:
        return ""
    if points < 0:
        return _("Better than where it is")
    return _("A little less good than where it is") if points < A_LITTLE else _("Less good than where it is")


def exchange(one: date, other: date) -> str:
    """The exchange of two days: "Exchange Tuesday and Friday"."""
    return _("Exchange {one} and {other}").format(one=weekday(one.weekday()), other=weekday(other.weekday()))
