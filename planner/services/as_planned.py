"""A week brought back to what the planner made of it, as one step that can be undone."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, engine, mapping
from planner.models import Session
from planner.records import Records, read
from planner.services import planning, repairs
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import EDITED, content_of, snapshot, write_content
from planner.services.steps import commit

LABEL = gettext_noop("Back to as planned")
NOT_KEPT = gettext_noop("How this week was planned is not kept.")
BACK = gettext_noop("The week is as it was planned. Undo takes it back.")
MOSTLY_BACK = gettext_noop("What could go back is as it was planned. What is done, locked or past stays.")
NOTHING = gettext_noop("What differs from the plan is done, locked or past, so nothing changed.")
OWN = ("locked", "locks", "status")  # what a person says of a session; the planner decides the rest

Values = dict[str, Any]  # a session as `content_of` tells it


def differs(row: Session, values: Values) -> bool:
    """Whether a session is another one than was planned, or elsewhere."""
    now = content_of(row)
    return any(now[name] != values[name] for name in EDITED if name not in OWN and name in values)


@dataclass
class Return:
    """The way back of one week, in memory. `changed` are the sessions that were put back, `left` counts the others."""

    records: Records
    monday: date
    planned: list[Values]
    changed: list[Session] = field(default_factory=list)
    left: int = 0

    def go(self) -> None:
        """Make the rows say what was planned, as far as they are free to."""
        own = {str(row.id): row for row in self.records.sessions[self.monday]}
        stays = repairs.standing(self.records, self.monday) | {name for name, row in own.items() if row.locks}
        wanted = {values["id"] for values in self.planned}
        for name, row in own.items():
            if name not in wanted:
                self._leave_out(row, name in stays)
        for values in self.planned:
            there = own.get(values["id"])
            if there is None or differs(there, values):
                self._put_back(there, values, values["id"] in stays)

    def _leave_out(self, row: Session, stays: bool) -> None:
        if stays:
            self.left += 1
        else:
            self.records.sessions[self.monday].remove(row)

    def _put_back(self, there: Session | None, values: Values, stays: bool) -> None:
        """Give a session its place again. One that was deleted is to calendars a new event."""
        away = self._away(values["id"]) if there is None else None
        row = there or away
        if stays or self._is_over(values) or (away and not self._may_leave(away)):
            self.left += 1
            return
        if row is None:
            row = Session(id=UUID(values["id"]), created_at=clock.now(), changed_at=clock.now())
        if there is None:
            self._bring(row)
        write_content(row, values | {name: getattr(row, name) for name in OWN})
        self.changed.append(row)

    def _is_over(self, values: Values) -> bool:
        day, today = date.fromisoformat(values["date"]), self.records.today
        return day < today or (day == today and values["start"] < planning.soonest(self.records))

    def _away(self, name: str) -> Session | None:
        """The session in another week."""
        rows = (row for rows in self.records.sessions.values() for row in rows)
        return next((row for row in rows if str(row.id) == name), None)

    def _may_leave(self, row: Session) -> bool:
        other = clock.monday_of(row.date)
        return not row.locks and str(row.id) not in repairs.standing(self.records, other)

    def _bring(self, row: Session) -> None:
        for rows in self.records.sessions.values():
            if row in rows:
                rows.remove(row)
        self.records.sessions[self.monday].append(row)

    def check(self) -> None:
        """Raise Refused where what stays takes the place of what goes back."""
        for row in self.changed:
            others = mapping.week_of(other for other in self.records.sessions[self.monday] if other is not row)
            try:
                engine.check_place(others, mapping.planned(row))
            except engine.Impossible as reason:
                raise Refused(_("The week cannot go back as a whole: {reason}").format(reason=reason)) from reason


@transaction.atomic
def back_to_planned(*, user: Any, monday: date, version: int) -> Outcome:
    """Put the week's sessions back where the planner had them. What is done, skipped, locked or past stays.

    Raises Refused where that is in the way or the plan was not kept, Stale, NoPlan, NoWeek.
    """
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    planned = records.week(monday).planned
    if planned is None:
        raise Refused(_(NOT_KEPT))
    if far := _far_weeks(records, planned["sessions"]):
        records = read(user, monday, *far, lock=True)
    before = snapshot(records, records.sessions)
    back = Return(records, monday, planned["sessions"])
    back.go()
    back.check()
    if not commit(records, before, _(LABEL)):
        return Outcome(_(NOTHING), records)
    return Outcome(_(MOSTLY_BACK) if back.left else _(BACK), records)


def _far_weeks(records: Records, planned: list[Values]) -> list[date]:
    """The weeks that hold sessions of this one and were not read."""
    here = {str(row.id) for rows in records.sessions.values() for row in rows}
    gone = [values["id"] for values in planned if values["id"] not in here]
    if not gone:
        return []
    found = Session.objects.filter(pk__in=gone, week__plan=records.plan)
    return list(found.order_by().values_list("week__start", flat=True).distinct())
