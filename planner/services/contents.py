"""What a session is made of, changed by hand: its shape and its minutes."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, engine, mapping, session_words
from planner.engine import Reshaped
from planner.engine.vocabulary import Shape
from planner.models import Session
from planner.models.session import NOTE_LENGTH
from planner.records import Records
from planner.services import room
from planner.services.hand import Hand, check_day, check_place, free_to_change, save_edit, take, told
from planner.services.outcome import Outcome, Refused

STAYS = gettext_noop("A session of a day that is over stays as it was.")


def pair_of(records: Records, row: Session) -> tuple[Session, Session | None]:
    """The row that stays when a run and a lift of one day become one, the older of them, and the other one."""
    monday = clock.monday_of(row.date)
    partner = engine.partner_of(room.in_hand(records, row), mapping.planned(row))
    if partner is None:
        return row, None
    other = next(one for one in records.sessions[monday] if str(one.id) == partner.id)
    older = min((row, other), key=lambda one: (one.created_at, not one.run_minutes))
    return older, row if older is other else other


def reshaped(records: Records, row: Session, shape: Shape) -> Reshaped:
    """The week with the session in that shape, whose neighbours were read too. Raises engine.Impossible."""
    monday = clock.monday_of(row.date)
    stays, _other = pair_of(records, row)
    week = room.in_hand(records, row)
    athlete, context = records.athlete.in_week(monday), records.context(monday)
    return engine.reshape(athlete, week, str(stays.id), shape, mapping.aside_of(stays), context)


@transaction.atomic
def reshape_session(*, user: Any, monday: date, session_id: UUID, version: int, shape: Shape) -> Outcome:
    """Give a session another shape: one part, both, or two sessions of its day. Raises Refused, Stale, NoPlan, NoWeek.

    What a part was is kept and comes back with it. The row stays with its calendar identity; of two that become one,
    the older stays.
    """
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "change")
    check_day(hand.records, hand.row.date, _(STAYS))
    was = hand.records.evaluation(monday)
    try:
        found = reshaped(hand.records, hand.row, shape)
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason
    stays, other = pair_of(hand.records, hand.row)
    save_edit(hand, _("Change the shape of {name}").format(name=hand.name), lambda: _lay(hand, stays, other, found))
    return told(hand.records, monday, was, _("{shape} now.").format(shape=session_words.SHAPE[shape]))


def _lay(hand: Hand, stays: Session, other: Session | None, found: Reshaped) -> None:
    """Make the rows in memory say what the engine made."""
    rows, monday = hand.records.sessions[hand.monday], hand.monday
    if other is not None:
        stays.note = "\n".join(note for note in (stays.note, other.note) if note)[:NOTE_LENGTH]
        rows.remove(other)
    mapping.write(stays, found.week.find(str(stays.id)), monday)
    mapping.put_aside(stays, found.aside)
    evening = next((one for one in found.week.sessions if one.id == engine.NEW), None)
    if evening is not None:
        row = Session(week=stays.week, created_at=clock.now(), changed_at=clock.now())
        mapping.write(row, evening, monday)
        rows.append(row)


@transaction.atomic
def set_minutes(*, user: Any, monday: date, session_id: UUID, version: int, minutes: dict[str, int]) -> Outcome:
    """Give a session other minutes, by part: run, lift or whole. Raises Refused, Stale, NoPlan, NoWeek."""
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "change")
    check_day(hand.records, hand.row.date, _(STAYS))
    records = hand.records
    was = records.evaluation(monday)
    try:
        changed = engine.resized(records.athlete, hand.planned, minutes, records.context(monday))
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason
    check_place(records, monday, changed, hand.row)
    if not save_edit(
        hand, _("Change the minutes of {name}").format(name=hand.name), lambda: mapping.write(hand.row, changed, monday)
    ):
        return Outcome(_("These are its minutes already."), records)
    return told(records, monday, was, _("{minutes} min now.").format(minutes=changed.minutes))
