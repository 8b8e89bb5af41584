"""Locks that cannot be honoured: which of their grains give way, and how the plan tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from planner.engine.domain import Session, Week
from planner.engine.locks import in_order, told
from planner.engine.posed import Task, first_valid
from planner.engine.prescription import Prescription
from planner.engine.results import Change
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Lock
from planner.engine.wording import day_and_name, day_and_time, in_a_row

DEAREST_LAST = (Lock.HOUR, Lock.CONTENT, Lock.ORDER, Lock.DAY)


def loosened(task: Task, rx: Prescription) -> Task:
    """The task with as few grains given up as let its kept sessions have a valid week with nothing else in it.

    A session for which there is none at all stands as it is: no place keeps every rule, so the person's own is best.
    """
    nothing = replace(
        rx, run_only=0, lift_only=0, combined=0, circuits=0, recovery=0, hard=0, long=False, regions=(), long_day=None
    )
    if not task.kept or first_valid(task, nothing) is not None:
        return task
    found = replace(task, kept=())
    for session in task.kept:
        found = _with(found, session, nothing)
    return found


def _with(task: Task, session: Session, nothing: Prescription) -> Task:
    for given_up in _sacrifices(session.locks):
        loose = replace(session, locks=session.locks - given_up)
        more = replace(task, kept=(*task.kept, loose))
        if first_valid(more, nothing) is not None:
            return more
    stands = replace(task, given=(*task.given, session))
    if first_valid(stands, nothing) is not None:
        return stands
    return replace(stands, given=(*stands.given, *stands.kept), kept=())


def _sacrifices(locks: frozenset[Lock]) -> Iterator[frozenset[Lock]]:
    """Sets of grains to give up, the smallest first; who keeps all four is locked and gives up none."""
    grains = [lock for lock in DEAREST_LAST if lock in locks and len(locks) < len(Lock)]
    for count in range(len(grains) + 1):
        yield from map(frozenset, combinations(grains, count))


def locks_told(task: Task, kept: Iterable[Session], week: Week) -> tuple[Change, ...]:
    """What became of the kept sessions where it is not what their locks say; `task` is the one that was solved."""
    return tuple(change for session in kept if (change := _told(task, session, week.find(session.id))))


def _told(task: Task, asked: Session, found: Session) -> Change | None:
    name = day_and_name(asked)
    if any(session.id == asked.id for session in task.given):
        stays = _("{session} stays as it is: with what it keeps it has no place that breaks no rule.")
        return Change("lock", stays.format(session=name))
    lost = [lock for lock in in_order(asked.locks) if not _is_kept(lock, asked, found)]
    if not lost:
        return None
    rest = asked.locks.difference(lost)
    text = _(
        "{session} could not keep its {lost}: your hours and the rules leave no such place. It is on {moment} now, "
        "{minutes} min."
    ).format(session=name, lost=told(lost), moment=day_and_time(found), minutes=found.minutes)
    still = _("It still keeps its {grains}.").format(grains=told(rest)) if rest else ""
    return Change("lock", in_a_row(text, still))


def _is_kept(lock: Lock, asked: Session, found: Session) -> bool:
    parts = (asked.run, asked.lift, asked.recovery) == (found.run, found.lift, found.recovery)
    return {
        Lock.DAY: asked.day == found.day,
        Lock.HOUR: asked.start == found.start,
        Lock.ORDER: asked.order is found.order,
        Lock.CONTENT: parts,
    }[lock]
