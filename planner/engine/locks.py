"""Locks at four grains: read, normalised, told. All four of them are the whole lock."""

from collections.abc import Iterable
from dataclasses import replace

from planner.engine.domain import Session
from planner.engine.speech import Words, gettext_noop, hour
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Lock
from planner.engine.wording import WEEKDAYS, listed

GRAINS = Words(
    {
        Lock.DAY: gettext_noop("day"),
        Lock.HOUR: gettext_noop("hour"),
        Lock.ORDER: gettext_noop("order"),
        Lock.CONTENT: gettext_noop("content"),
    }
)


def with_locks(session: Session, locks: Iterable[Lock], *, locked: bool = False) -> Session:
    """The session keeping exactly these grains; whole, or all of them, it is `locked` and no grain is named."""
    kept = frozenset(locks)
    whole = locked or kept == frozenset(Lock)
    return replace(session, locked=whole, locks=frozenset() if whole else kept)


def is_partly_locked(session: Session) -> bool:
    """Whether some grains of it are kept and the rest is free."""
    return bool(session.locks) and not session.locked


def in_order(locks: Iterable[Lock]) -> tuple[Lock, ...]:
    """Grains as they are always told: day, hour, order, content."""
    kept = frozenset(locks)
    return tuple(lock for lock in Lock if lock in kept)


def told(locks: Iterable[Lock]) -> str:
    """Grains in words: "day", "hour and order"."""
    return listed([GRAINS[lock] for lock in in_order(locks)])


def against_place(session: Session, day: int, start: int) -> str:
    """Why the session may not go to that day and minute of the day: the grain that is kept; empty where it may."""
    if session.keeps(Lock.DAY) and day != session.day:
        text = _("This session keeps its day. Free the day to move it to {day}.")
        return text.format(day=WEEKDAYS[day])
    if session.keeps(Lock.HOUR) and start != session.start:
        text = _("This session keeps its hour, {now}. Free the hour to start it at {then}.")
        return text.format(now=hour(session.start), then=hour(start))
    return ""
