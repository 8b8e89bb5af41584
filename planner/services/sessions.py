"""One session: moved, exchanged, given room, flipped, locked, done, skipped, deleted, added."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

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
        raise Refused(_("Your plan does not reach that day yet."))
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
    put = [placed] if commit(records, before, _("Move {name}").format(name=hand.name), moved) else []
    outcome = told(records, target, was, words.moved_to(words.day(day), start), put)
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
        raise Refused(_("Only days of one week can be exchanged."))
    was = hand.records.evaluation(monday)
    one, other = words.weekday(hand.planned.day), words.weekday(day.weekday())
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

    save_edit(hand, change_words.exchange(hand.row.date, day), edit)
    return told(hand.records, monday, was, _("Exchanged {one} and {other}.").format(one=one, other=other), moved)


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
        raise Refused(_("Room is made on days of the same week."))
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

    save_edit(hand, _("Make room for {name}").format(name=hand.name), edit)
    more = change_words.more_changed(len(found.changes))
    done = f"{words.moved_to(words.day(day), start)} {more}".strip()
    return told(hand.records, monday, was, done, [week.find(hand.planned.id)])


@transaction.atomic
def flip_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Turn the order of a combined session round. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "flip")
    check_day(hand.records, hand.row.date, _("A session of a day that is over stays as it was."))
    was = hand.records.evaluation(hand.monday)
    before = snapshot(hand.records, [hand.monday])
    try:
        week = engine.flip(PlannedSessions.of([hand.planned]), hand.planned.id)
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason
    flipped = week.find(hand.planned.id)
    mapping.write(hand.row, flipped, hand.monday)
    commit(hand.records, before, _("Flip {name}").format(name=hand.name))
    return told(hand.records, hand.monday, was, words.order_now(flipped.order))


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
    label = (_("Lock {name}") if whole or locks else _("Unlock {name}")).format(name=hand.name)
    save_edit(hand, label, lambda: mapping.lock(hand.row, locks or (), locked=whole))
    partly = words.locked(hand.row.locks.split())
    return Outcome(
        _("Locked in place.") if whole else f"{partly}.".capitalize() if partly else _("Unlocked."), hand.records
    )


STATUS_MESSAGE = {
    Status.PLANNED: gettext_noop("Planned again."),
    Status.DONE: gettext_noop("Marked as done."),
    Status.SKIPPED: gettext_noop("Skipped. The rest of the week stays as it is."),
}
STATUS_LABEL = {
    Status.PLANNED: gettext_noop("Plan again: {name}"),
    Status.DONE: gettext_noop("Mark as done: {name}"),
    Status.SKIPPED: gettext_noop("Skip: {name}"),
}


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

    save_edit(hand, _(STATUS_LABEL[new]).format(name=hand.name), change)
    load = "" if told_of == (None, None) else session_words.load_of(mapping.planned(hand.row))
    return Outcome(f"{_(STATUS_MESSAGE[new])} {load}".strip(), hand.records)


@transaction.atomic
def note_session(*, user: Any, monday: date, session_id: UUID, version: int, note: str) -> Outcome:
    """Keep the person's own words with a session; no calendar shows them. Raises Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    if not save_edit(hand, _("Note on {name}").format(name=hand.name), lambda: setattr(hand.row, "note", note)):
        return Outcome(_("The note is as it was."), hand.records)
    return Outcome(_("Noted.") if note else _("The note is gone. Undo brings it back."), hand.records)


@transaction.atomic
def delete_session(*, user: Any, monday: date, session_id: UUID, version: int) -> Outcome:
    """Take a session out of the plan. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "delete")
    was = hand.records.evaluation(hand.monday)
    save_edit(
        hand, _("Delete {name}").format(name=hand.name), lambda: hand.records.sessions[hand.monday].remove(hand.row)
    )
    return told(hand.records, hand.monday, was, _("Deleted. Undo brings it back."))


@transaction.atomic
def add_session(*, user: Any, monday: date, version: int, what: str, minutes: int, day: date, start: int) -> Outcome:
    """Add a session of `minutes` to the shown week; `what` is a term that `mapping.composed` knows.

    Raises Refused, Stale, NoPlan, NoWeek.
    """
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if clock.monday_of(day) != monday:
        raise Refused(_("That day is in another week. Open that week to add to it."))
    check_day(records, day, _("That day is over."))
    session = mapping.composed(what, minutes, day.weekday(), start)
    row = Session(week=records.week(monday), created_at=clock.now(), changed_at=clock.now())
    mapping.write(row, session, monday)
    was = records.evaluation(monday)
    before = snapshot(records, [monday])
    check_place(records, monday, session)
    records.sessions[monday].append(row)
    commit(records, before, _("Add {name}").format(name=day_and_name(session)))
    done = _("Added on {day}, {hour}.").format(day=words.day(row.date), hour=telling.hour(row.start))
    return told(records, monday, was, done)
