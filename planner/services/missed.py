"""A session that fell through: three ways on, each told before it is done and undone as one step."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from planner import clock, engine, mapping, session_words
from planner.engine.domain import Session as Planned
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Lock, Status
from planner.models import Session
from planner.records import Records
from planner.services import planning, repairs, room
from planner.services.hand import Hand, check_day, free_to_change, save_edit, take, told
from planner.services.outcome import Outcome, Refused, Stale

LEAVE_OUT, ELSEWHERE, SHRINK = WAYS = ("leave_out", "elsewhere", "shrink")


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on: the sessions that change, each as it would be (the missed one None where it is left out).

    `evaluation` is how the week would stand.
    """

    name: str
    changed: tuple[tuple[Planned, Planned | None], ...]
    evaluation: Evaluation

    @property
    def key(self) -> str:
        """A name that the way has again whenever it is found again."""
        return repairs.key_of_moves(engine.Move(was, to) for was, to in self.changed)


def ways_on(records: Records, row: Session) -> tuple[WayOn, ...]:
    """What can become of a planned session of the records' week that falls through: always one way, three at the most.

    Leave it out; put it on the nearest other day where it fits; or leave it out and make what is still to come about a
    fifth shorter. What is done, locked, past or begun stays as it is.
    """
    found = [_without(records, row, LEAVE_OUT, ())]
    if (place := _elsewhere(records, row)) is not None:
        week = room.in_hand(records, row).replaced(place)
        found.append(WayOn(ELSEWHERE, ((mapping.planned(row), place),), _judged(records, row, week)))
    if shorter := _shorter(records, row):
        found.append(_without(records, row, SHRINK, shorter))
    return tuple(found)


def _without(records: Records, row: Session, name: str, also: tuple[tuple[Planned, Planned], ...]) -> WayOn:
    """The week without the session, and with others changed."""
    session = mapping.planned(row)
    week = PlannedSessions.of([s for s in room.in_hand(records, row).sessions if s.id != session.id])
    for change in also:
        week = week.replaced(change[1])
    return WayOn(name, ((session, None), *also), _judged(records, row, week))


def _judged(records: Records, row: Session, week: PlannedSessions) -> Evaluation:
    monday = clock.monday_of(row.date)
    return engine.evaluate(records.athlete.in_week(monday), week, records.context(monday))


def _elsewhere(records: Records, row: Session) -> Planned | None:
    """The session on the nearest day that is safe; None where there is none or it keeps its day."""
    monday = clock.monday_of(row.date)
    if Lock.DAY in row.locks.split():
        return None
    return engine.nearest_safe(
        planning.still_free(records, monday, records.today),
        room.in_hand(records, row),
        str(row.id),
        context=records.context(monday),
        closed_days=records.closed_days(monday),
    )


def _shorter(records: Records, row: Session) -> tuple[tuple[Planned, Planned], ...]:
    """The sessions still to come that can be shorter, each with its shorter form."""
    monday = clock.monday_of(row.date)
    stays, context = repairs.standing(records, monday), records.context(monday)
    free = [mapping.planned(one) for one in records.sessions[monday] if one is not row and str(one.id) not in stays]
    pairs = ((one, engine.lighter(records.athlete, one, context)) for one in free if not one.keeps(Lock.CONTENT))
    return tuple((one, cut) for one, cut in pairs if cut != one)


@transaction.atomic
def go_on(*, user: Any, monday: date, session_id: UUID, version: int, way: str, change: str = "") -> Outcome:
    """Do one of the ways on, as it was told. `change` is its key; Stale where the way means something else by now.

    Raises Refused for a session that is done, skipped or locked, or whose week is over; Stale, NoPlan, NoWeek.
    """
    hand = take(user, monday, session_id, version)
    free_to_change(hand, "change")
    check_day(hand.records, monday + timedelta(days=6), _("This week is over; it stays as it was."))
    chosen = next((one for one in ways_on(hand.records, hand.row) if one.name == way), None)
    if chosen is None:
        raise Refused(_("There is no such way any more."))
    if change != chosen.key:
        raise Stale
    was = hand.records.evaluation(monday)
    save_edit(hand, _(session_words.WAY_LABEL[way]).format(name=hand.name), lambda: _lay(hand, chosen))
    return told(hand.records, monday, was, session_words.way_done(chosen.name, chosen.changed))


def _lay(hand: Hand, chosen: WayOn) -> None:
    """Make the rows in memory say what the way does; the missed session is skipped, not deleted."""
    ends = {was.id: to for was, to in chosen.changed}
    for row in hand.records.sessions[hand.monday]:
        if str(row.id) not in ends:
            continue
        if end := ends[str(row.id)]:
            mapping.write(row, end, hand.monday)
        else:
            row.status = Status.SKIPPED.value


def is_open(records: Records, row: Session) -> bool:
    """Whether the session can still fall through: it is planned, free, and its week is not over."""
    week_ends: date = clock.monday_of(row.date) + timedelta(days=6)
    return row.status == Status.PLANNED and not row.locked and week_ends >= records.today
