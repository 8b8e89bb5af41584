"""The other days of a session's week: what each would mean, and what would make room where it cannot lie."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from planner import change_words, clock, mapping, meetings, words
from planner.engine import HOUR_OVER, explain
from planner.engine import results as engine
from planner.engine.vocabulary import Verdict
from planner.engine.wording import inside
from planner.models import Session
from planner.queries import cards
from planner.records import Records
from planner.screens import OtherDay, OtherDays, Room, Tone
from planner.services import room

TONE: dict[Verdict, Tone] = {Verdict.OK: "ok", Verdict.CAUTION: "caution", Verdict.BREAKS: "breaks"}

FEW = 2  # changes that one sentence tells; more are a list


def reasons(records: Records, row: Session) -> tuple[engine.Reason, ...]:
    """Why a session of the records' week is there, in the engine's terms; a skipped one as if it stood."""
    monday = clock.monday_of(row.date)
    return explain(
        records.athlete.in_week(monday),
        room.in_hand(records, row),
        str(row.id),
        context=records.context(monday),
        closed_days=records.closed_days(monday),
        now=records.moment(monday),
    )


def other_days(records: Records, row: Session, why: Sequence[engine.Reason]) -> OtherDays:
    """Every other day that is not over, with a way there where the session may move; `why` are its `reasons`.

    A session whose day is over stays there: none.
    """
    monday = clock.monday_of(row.date)
    if row.date < records.today:
        return OtherDays(row.id, records.week(monday).version, ())
    days = ((monday + timedelta(days=one.day), one) for reason in why for one in reason.days)
    told = tuple(_other_day(records, row, day, one) for day, one in days if day >= records.today)
    return OtherDays(row.id, records.week(monday).version, told)


def _other_day(records: Records, row: Session, day: date, one: engine.OtherDay) -> OtherDay:
    may_move = cards.is_movable(row, records.today)
    stuck = one.verdict is Verdict.BREAKS
    by_exchange = may_move and one.exchanged and not stuck
    there = mapping.planned(row).moved(one.day, one.start)
    return OtherDay(
        date=day,
        tone=TONE[one.verdict] if one.is_choice else "none",
        word=_word(one),
        text="" if _fits_alone(one) else meetings.named(records, one.rule, one.text, [(day, there)]),
        cost="" if stuck else change_words.compared(one.cost),
        exchange=change_words.exchange(row.date, day) if by_exchange else "",
        room=_briefly(room_on(records, row, day), one.text) if may_move and stuck else None,
    )


def _briefly(found: Room, told: str) -> Room:
    """The room without a reason that stands beside it already."""
    return replace(found, text=_(words.NO_OTHER_CHANGE)) if inside(told) in found.text else found


def _word(one: engine.OtherDay) -> str:
    if not one.is_choice:
        return _(words.NOT_POSSIBLE)
    return _(words.BY_EXCHANGE) if one.exchanged and one.verdict is Verdict.OK else words.VERDICT[one.verdict]


def _fits_alone(one: engine.OtherDay) -> bool:
    """Whether its text says no more than the word does."""
    return one.possible and one.verdict is Verdict.OK and one.cost >= 0


def room_on(records: Records, row: Session, day: date) -> Room:
    """The smallest change that lets the session lie on that day, at the place that takes least."""
    found = room.why_not(records, row, day)
    start = clock.from_minutes(found.session.start)
    monday = clock.monday_of(row.date)
    moment = records.moment(monday)
    is_over = moment is not None and (found.session.day, found.session.start) < moment
    over = f" {_(HOUR_OVER)}" if is_over and found.changes is not None else ""
    if found.evaluation is None:
        return Room(f"{found.text}{over}", start, room.key_of(row, found))
    told = [cards.finding(one, monday) for one in found.evaluation.findings]
    left, _quiet = cards.by_weight(told, cards.holds_less(records, monday))
    return Room(
        text=(change_words.to_make_room(len(found.steps)) if len(found.steps) > FEW else found.text) + over,
        start=start,
        change=room.key_of(row, found),
        verdict=words.verdict(0, len(left)),  # no rule is broken then
        steps=found.steps if len(found.steps) > FEW else (),
        findings=tuple(one.text for one in left),
    )
