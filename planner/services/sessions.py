"""One session: moved, exchanged, given room, flipped, locked, done, skipped, deleted, added."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from planner import clock, engine, mapping, words
from planner.engine.domain import Session as Planned
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Lock, Status
from planner.engine.wording import day_and_name
from planner.models import Session
from planner.records import Records, read
from planner.services import room
from planner.services.outcome import Outcome, Refused, Stale, Taken, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit


@dataclass(frozen=True, slots=True)
class Hand:
    """A session in the hand: the records of its week, under the plan's lock, its row, and how the engine sees it."""

    records: Records
    row: Session
    monday: date
    planned: Planned

    @property
    def name(self) -> str:
        """The session in a sentence: "Tuesday's hard run"."""
        return day_and_name(self.planned)


def _take(user: Any, monday: date, session_id: UUID, version: int, *also: date) -> Hand:
    """The session of the week from `monday`, if the page shows that week as it stands. `also`: other weeks to read."""
    records = read(user, monday, *also, lock=True)
    check_version(records, monday, version)
    row = records.session(session_id)
    return Hand(records, row, monday, mapping.planned(row))


def _free_to_change(hand: Hand, to: str) -> None:
    """Raise Refused for a session that is locked, done or skipped."""
    if hand.row.locked:
        raise Refused(f"This session is locked. Unlock it to {to} it.")
    if hand.row.status != Status.PLANNED:
        raise Refused(f"This session is marked as {hand.row.status}. Take the mark back to {to} it.")


def _told(records: Records, monday: date, was: Evaluation, done: str) -> Outcome:
    """What was done, and what it means for the week: the gravest finding that was not there before."""
    worst = engine.judge(was, records.evaluation(monday)).finding
    if worst is None:
        return Outcome(done, records)
    return Outcome(f"{done} {worst.text}", records, "warning")


@transaction.atomic
def move_session(*, user: Any, monday: date, session_id: UUID, version: int, day: date, start: int) -> Outcome:
    """Put a session on a day at `start` minutes; another week of the plan is fine, and so is a strained rule.

    Raises Taken where the place is impossible, Refused where no place is asked for, Stale, NoPlan, NoWeek.
    """
    target = clock.monday_of(day)
    hand = _take(user, monday, session_id, version, target)
    records, row = hand.records, hand.row
    _check_days(hand, day)
    if target not in records.weeks:
        raise Refused("Your plan does not reach that day yet.")
    was = records.evaluation(target)
    before = snapshot(records, {hand.monday, target})
    placed = hand.planned.moved(day.weekday(), start)
    _check_locks(hand, day, placed)
    try:
        _check_place(records, target, placed, row)
    except Refused as reason:
        raise Taken(str(reason), row.id, day) from reason
    mapping.write(row, placed, target)
    if target != hand.monday:
        records.sessions[hand.monday].remove(row)
        records.sessions[target].append(row)
    commit(records, before, f"Move {hand.name}")
    return _told(records, target, was, f"Moved to {words.day(day)}, {clock.from_minutes(start)}.")


@transaction.atomic
def exchange_sessions(*, user: Any, monday: date, session_id: UUID, version: int, day: date) -> Outcome:
    """Exchange a session's day and another day of its week: all that is planned on both and not locked.

    Raises Refused where what is locked or done is in the way or the session keeps its day, Stale, NoPlan, NoWeek.
    """
    hand = _take(user, monday, session_id, version)
    _check_days(hand, day)
    if clock.monday_of(day) != monday:
        raise Refused("Only days of one week can be exchanged.")
    was = hand.records.evaluation(monday)
    names = f"{words.WEEKDAYS[hand.planned.day]} and {words.WEEKDAYS[day.weekday()]}"
    rows = hand.records.sessions[monday]
    athlete = hand.records.athlete.in_week(monday)
    try:
        week = engine.exchange(athlete, mapping.week_to_move_in(rows), hand.planned.id, day.weekday())
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason
    by_id = {session.id: session for session in week.sessions}

    def edit() -> None:
        for row in rows:
            if str(row.id) in by_id:
                mapping.write(row, by_id[str(row.id)], monday)

    _edit(hand, f"Exchange {names}", edit)
    return _told(hand.records, monday, was, f"Exchanged {names}.")


@transaction.atomic
def make_room(
    *, user: Any, monday: date, session_id: UUID, version: int, day: date, start: int, change: str
) -> Outcome:
    """Put a session where it could not lie and do the smallest change that makes the week valid with it, in one step.

    `change` is the key of what was offered. Raises Refused where no change makes room, Stale where another one does by
    now, NoPlan, NoWeek.
    """
    hand = _take(user, monday, session_id, version)
    _check_days(hand, day)
    if clock.monday_of(day) != monday:
        raise Refused("Room is made on days of the same week.")
    found = room.why_not(hand.records, hand.row, day, start)
    if found.changes is None:
        raise Refused(found.text)
    if room.key_of(hand.row, found) != change:
        raise Stale
    was = hand.records.evaluation(monday)
    week = engine.make_room(room.in_hand(hand.records, hand.row), found)
    ids = {hand.planned.id, *(move.session.id for move in found.changes)}

    def edit() -> None:
        for row in hand.records.sessions[monday]:
            if str(row.id) in ids:
                mapping.write(row, week.find(str(row.id)), monday)

    _edit(hand, f"Make room for {hand.name}", edit)
    done = f"Moved to {words.day(day)}, {clock.from_minutes(start)}. {words.more_changed(len(found.changes))}".strip()
    return _told(hand.records, monday, was, done)


def _check_days(hand: Hand, day: date) -> None:
    """Raise Refused where the session may not leave its day, or the other day is over."""
    _free_to_change(hand, "move")
    _check_day(hand.records, hand.row.date, "A session of a day that is over stays where it was.")
    _check_day(hand.records, day, "That day is over.")


def _check_locks(hand: Hand, day: date, placed: Planned) -> None:
    """Raise Refused where the session keeps its day or its hour and would lose it."""
    if Lock.DAY in hand.planned.locks and clock.monday_of(day) != hand.monday:
        raise Refused(engine.ELSEWHERE)
    if reason := engine.against_place(hand.planned, placed.day, placed.start):
        raise Refused(reason)


def _check_day(records: Records, day: date, sentence: str) -> None:
    if day < records.today:
        raise Refused(sentence)


def _check_place(records: Records, monday: date, session: Planned, row: Session | None = None) -> None:
    """Raise Refused, with the engine's reason, where the session cannot lie; `row` is its own, which is no obstacle."""
    others = [other for other in records.sessions[monday] if other is not row]
    try:
        engine.check_place(mapping.week_of(others), session)
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason


@transaction.atomic
def flip_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Turn the order of a combined session round. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = _take(user, monday, session_id, version)
    _free_to_change(hand, "flip")
    _check_day(hand.records, hand.row.date, "A session of a day that is over stays as it was.")
    was = hand.records.evaluation(hand.monday)
    before = snapshot(hand.records, [hand.monday])
    try:
        week = engine.flip(PlannedSessions.of([hand.planned]), hand.planned.id)
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason
    flipped = week.find(hand.planned.id)
    mapping.write(hand.row, flipped, hand.monday)
    commit(hand.records, before, f"Flip {hand.name}")
    order = words.ORDER[flipped.order] if flipped.order else ""
    return _told(hand.records, hand.monday, was, f"{order} now.")


def _edit(hand: Hand, label: str, edit: Callable[[], None]) -> bool:
    """Change rows of the week in memory by `edit` and save it as a step; False where nothing changed."""
    before = snapshot(hand.records, [hand.monday])
    edit()
    return commit(hand.records, before, label)


@transaction.atomic
def lock_session(
    *,
    user: Any,
    monday: date,
    session_id: UUID,
    version: int,
    locked: bool | None = None,
    locks: Collection[Lock] | None = None,
) -> Outcome:
    """Lock a session to its place or free it; without `locked` the other of the two. Raises Stale, NoPlan, NoWeek.

    With `locks` it keeps exactly these grains instead: all four lock it whole, none frees it.
    """
    hand = _take(user, monday, session_id, version)
    if locks is None:
        locked = not hand.row.locked if locked is None else locked
    whole = bool(locked) if locks is None else len({*locks}) == len(Lock)
    label = f"{'Lock' if whole or locks else 'Unlock'} {hand.name}"
    _edit(hand, label, lambda: mapping.lock(hand.row, locks or (), locked=whole))
    partly = words.locked(hand.row.locks.split())
    return Outcome("Locked in place." if whole else f"{partly}.".capitalize() if partly else "Unlocked.", hand.records)


STATUS_MESSAGE = {
    Status.PLANNED: "Planned again.",
    Status.DONE: "Marked as done.",
    Status.SKIPPED: "Skipped. The rest of the week stays as it is.",
}
STATUS_LABEL = {Status.PLANNED: "Plan again", Status.DONE: "Mark as done", Status.SKIPPED: "Skip"}


@transaction.atomic
def mark_session(
    *, user: Any, monday: date, session_id: UUID, version: int, mark: Status, status: Status | None = None
) -> Outcome:
    """Mark a session as done or skipped, or take the mark back; `status` says which, else the other of the two.

    A skipped session gives its hours free, so it comes back only where they still are. Raises Refused, Stale, NoPlan,
    NoWeek.
    """
    hand = _take(user, monday, session_id, version)
    new = status or (Status.PLANNED if hand.row.status == mark else mark)
    if hand.row.status == Status.SKIPPED and new != Status.SKIPPED:
        _check_place(hand.records, monday, hand.planned, hand.row)
    _edit(hand, f"{STATUS_LABEL[new]}: {hand.name}", lambda: setattr(hand.row, "status", new.value))
    return Outcome(STATUS_MESSAGE[new], hand.records)


@transaction.atomic
def delete_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Take a session out of the plan. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = _take(user, monday, session_id, version)
    _free_to_change(hand, "delete")
    was = hand.records.evaluation(hand.monday)
    _edit(hand, f"Delete {hand.name}", lambda: hand.records.sessions[hand.monday].remove(hand.row))
    return _told(hand.records, hand.monday, was, "Deleted. Undo brings it back.")


@transaction.atomic
def add_session(*, user: Any, monday: date, version: int, what: str, minutes: int, day: date, start: int) -> Outcome:
    """Add a session of `minutes` to the shown week; `what` is a term that `mapping.composed` knows.

    Raises Refused, Stale, NoPlan, NoWeek.
    """
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if clock.monday_of(day) != monday:
        raise Refused("That day is in another week. Open that week to add to it.")
    _check_day(records, day, "That day is over.")
    session = mapping.composed(what, minutes, day.weekday(), start)
    row = Session(week=records.week(monday), created_at=clock.now(), changed_at=clock.now())
    mapping.write(row, session, monday)
    was = records.evaluation(monday)
    before = snapshot(records, [monday])
    _check_place(records, monday, session)
    records.sessions[monday].append(row)
    commit(records, before, f"Add {day_and_name(session)}")
    return _told(records, monday, was, f"Added on {words.day(row.date)}, {clock.from_minutes(row.start)}.")
