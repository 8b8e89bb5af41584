"""One session: moved, exchanged, given room, flipped, locked, done, skipped, deleted, added."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from planner import change_words, clock, engine, mapping, session_words, telling, words
from planner.engine.domain import Week as PlannedSessions
from planner.engine.vocabulary import Lock, Status
from planner.engine.wording import day_and_name
from planner.models import Session
from planner.records import read
from planner.services import habits, room
from planner.services.hand import check_day, check_days, check_locks, check_place, free_to_change, save_edit, take, told
from planner.services.outcome import Outcome, Refused, Stale, Taken, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit


@transaction.atomic
def move_session(*, user: Any, monday: date, session_id: UUID, version: int, day: date, start: int) -> Outcome:
    """Put a session on a day at `start` minutes; another week of the plan is fine, and so is a strained rule.

    Raises Taken where the place is impossible, Refused where no place is asked for, Stale, NoPlan, NoWeek.
    """
    target = clock.monday_of(day)
    hand = take(user, monday, session_id, version, target)
    records, row = hand.records, hand.row
    check_days(hand, day)
    if target not in records.weeks:
        raise Refused("Your plan does not reach that day yet.")
    was = records.evaluation(target)
    before = snapshot(records, {hand.monday, target})
    placed = hand.planned.moved(day.weekday(), start)
    check_locks(hand, day, placed)
    try:
        check_place(records, target, placed, row)
    except Refused as reason:
        raise Taken(str(reason), row.id, day) from reason
    mapping.write(row, placed, target)
    if target != hand.monday:
        records.sessions[hand.monday].remove(row)
        records.sessions[target].append(row)
    moved = habits.name_of_move(hand.planned, placed.day)
    put = [placed] if commit(records, before, f"Move {hand.name}", moved) else []
    outcome = told(records, target, was, f"Moved to {words.day(day)}, {telling.hour(start)}.", put)
    habit = habits.habit_after(records, target, moved)
    return replace(outcome, habit=habit.key) if habit else outcome


@transaction.atomic
def exchange_sessions(*, user: Any, monday: date, session_id: UUID, version: int, day: date) -> Outcome:
    """Exchange a session's day and another day of its week: all that is planned on both and not locked.

    Raises Refused where what is locked or done is in the way or the session keeps its day, Stale, NoPlan, NoWeek.
    """
    hand = take(user, monday, session_id, version)
    check_days(hand, day)
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
    moved = [one for one in week.sessions if one not in mapping.week_to_move_in(rows).sessions]

    def edit() -> None:
        for row in rows:
            if str(row.id) in by_id:
                mapping.write(row, by_id[str(row.id)], monday)

    save_edit(hand, f"Exchange {names}", edit)
    return told(hand.records, monday, was, f"Exchanged {names}.", moved)


@transaction.atomic
def make_room(
    *, user: Any, monday: date, session_id: UUID, version: int, day: date, start: int, change: str
) -> Outcome:
    """Put a session where it could not lie and do the smallest change that makes the week valid with it, in one step.

    `change` is the key of what was offered. Raises Refused where no change makes room, Stale where another one does by
    now, NoPlan, NoWeek.
    """
    hand = take(user, monday, session_id, version)
    check_days(hand, day)
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

    save_edit(hand, f"Make room for {hand.name}", edit)
    more = change_words.more_changed(len(found.changes))
    done = f"Moved to {words.day(day)}, {telling.hour(start)}. {more}".strip()
    return told(hand.records, monday, was, done, [week.find(hand.planned.id)])


@transaction.atomic
def flip_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Turn the order of a combined session round. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "flip")
    check_day(hand.records, hand.row.date, "A session of a day that is over stays as it was.")
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
    return told(hand.records, hand.monday, was, f"{order} now.")


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
    hand = take(user, monday, session_id, version)
    if locks is None:
        locked = not hand.row.locked if locked is None else locked
    whole = bool(locked) if locks is None else len({*locks}) == len(Lock)
    label = f"{'Lock' if whole or locks else 'Unlock'} {hand.name}"
    save_edit(hand, label, lambda: mapping.lock(hand.row, locks or (), locked=whole))
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
    *,
    user: Any,
    monday: date,
    session_id: UUID,
    version: int,
    mark: Status,
    status: Status | None = None,
    effort: int | None = None,
    minutes: int | None = None,
) -> Outcome:
    """Mark a session as done or skipped, or take the mark back; `status` says which, else the other of the two.

    A done one may tell how hard it was, `effort` from 1 to 10, and how many `minutes` it took; with the mark they go
    too. A skipped session gives its hours free, so it comes back only where they still are. Raises Refused, Stale,
    NoPlan, NoWeek.
    """
    hand = take(user, monday, session_id, version)
    new = status or (Status.PLANNED if hand.row.status == mark else mark)
    if hand.row.status == Status.SKIPPED and new != Status.SKIPPED:
        check_place(hand.records, monday, hand.planned, hand.row)
    told_of = (effort, minutes) if new == Status.DONE else (None, None)

    def change() -> None:
        hand.row.status = new.value
        hand.row.effort, hand.row.actual_minutes = told_of

    save_edit(hand, f"{STATUS_LABEL[new]}: {hand.name}", change)
    load = "" if told_of == (None, None) else session_words.load_of(mapping.planned(hand.row))
    return Outcome(f"{STATUS_MESSAGE[new]} {load}".strip(), hand.records)


@transaction.atomic
def note_session(*, user: Any, monday: date, session_id: UUID, version: int, note: str) -> Outcome:
    """Keep the person's own words with a session; no calendar shows them. Raises Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    if not save_edit(hand, f"Note on {hand.name}", lambda: setattr(hand.row, "note", note)):
        return Outcome("The note is as it was.", hand.records)
    return Outcome("Noted." if note else "The note is gone. Undo brings it back.", hand.records)


@transaction.atomic
def delete_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Take a session out of the plan. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "delete")
    was = hand.records.evaluation(hand.monday)
    save_edit(hand, f"Delete {hand.name}", lambda: hand.records.sessions[hand.monday].remove(hand.row))
    return told(hand.records, hand.monday, was, "Deleted. Undo brings it back.")


@transaction.atomic
def add_session(*, user: Any, monday: date, version: int, what: str, minutes: int, day: date, start: int) -> Outcome:
    """Add a session of `minutes` to the shown week; `what` is a term that `mapping.composed` knows.

    Raises Refused, Stale, NoPlan, NoWeek.
    """
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if clock.monday_of(day) != monday:
        raise Refused("That day is in another week. Open that week to add to it.")
    check_day(records, day, "That day is over.")
    session = mapping.composed(what, minutes, day.weekday(), start)
    row = Session(week=records.week(monday), created_at=clock.now(), changed_at=clock.now())
    mapping.write(row, session, monday)
    was = records.evaluation(monday)
    before = snapshot(records, [monday])
    check_place(records, monday, session)
    records.sessions[monday].append(row)
    commit(records, before, f"Add {day_and_name(session)}")
    return told(records, monday, was, f"Added on {words.day(row.date)}, {telling.hour(row.start)}.")
