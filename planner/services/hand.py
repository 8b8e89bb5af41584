"""A session in the hand of a service: taken under the plan's lock, checked, edited, told of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, engine, mapping, meetings
from planner.engine.domain import Session as Planned
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Lock, Status
from planner.engine.wording import day_and_name
from planner.models import Session
from planner.records import NoWeek, Records, read
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit

LOCKED = {
    "move": gettext_noop("This session is locked. Unlock it to move it."),
    "change": gettext_noop("This session is locked. Unlock it to change it."),
    "flip": gettext_noop("This session is locked. Unlock it to flip it."),
    "delete": gettext_noop("This session is locked. Unlock it to delete it."),
}
DONE = {
    "move": gettext_noop("This session is marked as done. Take the mark back to move it."),
    "change": gettext_noop("This session is marked as done. Take the mark back to change it."),
    "flip": gettext_noop("This session is marked as done. Take the mark back to flip it."),
    "delete": gettext_noop("This session is marked as done. Take the mark back to delete it."),
}
SKIPPED = {
    "move": gettext_noop("This session is marked as skipped. Take the mark back to move it."),
    "change": gettext_noop("This session is marked as skipped. Take the mark back to change it."),
    "flip": gettext_noop("This session is marked as skipped. Take the mark back to flip it."),
    "delete": gettext_noop("This session is marked as skipped. Take the mark back to delete it."),
}


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


def take(user: Any, monday: date, session_id: UUID, version: int, *also: date) -> Hand:
    """The session of the week from `monday`, if the page shows that week as it stands. `also`: other weeks to read."""
    records = read(user, monday, *also, lock=True)
    check_version(records, monday, version)
    row = records.session(session_id)
    if row not in records.sessions[monday]:
        raise NoWeek(session_id)
    return Hand(records, row, monday, mapping.planned(row))


def free_to_change(hand: Hand, to: Literal["move", "change", "flip", "delete"]) -> None:
    """Raise Refused for a session that is locked, done or skipped."""
    if hand.row.locked:
        raise Refused(_(LOCKED[to]))
    if hand.row.status != Status.PLANNED:
        raise Refused(_((DONE if hand.row.status == Status.DONE else SKIPPED)[to]))


def told(records: Records, monday: date, was: Evaluation, done: str, put: Iterable[Planned] = ()) -> Outcome:
    """What was done, and what it means for the week: the gravest finding that was not there before.

    `put` are sessions that were put somewhere: where that hour is over, it is said as it was promised.
    """
    worst = engine.judge(was, records.evaluation(monday)).finding
    moment = records.moment(monday)
    is_over = moment is not None and any(one.day == moment[0] and one.start < moment[1] for one in put)
    notes = [worst.text] if worst else []
    notes += [_(engine.HOUR_OVER)] if is_over else []
    if worst:
        rows = [row for row in records.sessions[monday] if str(row.id) in worst.sessions]
        about = ((row.date, mapping.planned(row)) for row in rows)
        notes = [meetings.named(records, worst.rule, " ".join(notes), about)]
    return Outcome(" ".join([done, *notes]), records, "warning" if notes else "success")


def check_days(hand: Hand, day: date) -> None:
    """Raise Refused where the session may not leave its day, or the other day is over."""
    free_to_change(hand, "move")
    check_day(hand.records, hand.row.date, _("A session of a day that is over stays where it was."))
    check_day(hand.records, day, _("That day is over."))


def check_locks(hand: Hand, day: date, placed: Planned) -> None:
    """Raise Refused where the session keeps its day or its hour and would lose it."""
    if Lock.DAY in hand.planned.locks and clock.monday_of(day) != hand.monday:
        raise Refused(_(engine.ELSEWHERE))
    if reason := engine.against_place(hand.planned, placed.day, placed.start):
        raise Refused(reason)


def check_day(records: Records, day: date, sentence: str) -> None:
    """Raise Refused, with this sentence, for a day that is over."""
    if day < records.today:
        raise Refused(sentence)


def check_place(records: Records, monday: date, session: Planned, row: Session | None = None) -> None:
    """Raise Refused, with the engine's reason, where the session cannot lie; `row` is its own, which is no obstacle."""
    others = [other for other in records.sessions[monday] if other is not row]
    try:
        engine.check_place(mapping.week_of(others), session)
    except engine.Impossible as reason:
        raise Refused(str(reason)) from reason


def save_edit(hand: Hand, label: str, change: Callable[[], None]) -> bool:
    """Change rows of the week in memory by `change` and save it as a step; False where nothing changed."""
    before = snapshot(hand.records, [hand.monday])
    change()
    return commit(hand.records, before, label)
