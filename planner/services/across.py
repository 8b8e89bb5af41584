"""A session moved to another week of the plan: to a day and hour there, or to the good place nearest to its own."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from planner import clock, mapping
from planner.engine import visiting
from planner.engine.results import DayVerdict, SlotVerdict
from planner.engine.vocabulary import Verdict
from planner.models import Session
from planner.records import Records, monday_of, read
from planner.services import sessions
from planner.services.outcome import Outcome, Refused, Stale, check_version

GRAVITY = list(Verdict)


@transaction.atomic
def move_to_week(
    *,
    user: Any,
    monday: date,
    session_id: UUID,
    version: int,
    week: date,
    week_version: int | None = None,
    day: date | None = None,
    start: int | None = None,
) -> Outcome:
    """Put a session into the week from `week`; `monday` is the week that the page shows, whose records are answered.

    `version` is that of the session's own week, `week_version` that of the other one where the page has drawn it.
    Without `day` and `start` the nearest good place is taken. Raises Taken, Refused, Stale, NoPlan, NoWeek.
    """
    home = monday_of(user, session_id)
    records = read(user, home, week, lock=True)
    records.week(week)
    if week_version is not None:
        check_version(records, week, week_version)
    if day is None or start is None:
        day, start = _nearest(records, records.session(session_id), week)
    elif clock.monday_of(day) != week:
        raise Stale
    outcome = sessions.move_session(
        user=user, monday=home, session_id=session_id, version=version, day=day, start=start
    )
    return replace(outcome, records=read(user, monday))


def visitors(records: Records, row: Session, monday: date) -> tuple[tuple[DayVerdict, ...], tuple[SlotVerdict, ...]]:
    """What the week from `monday` means for a session of another one; both and their neighbours were read.

    The session is gone from its own week in these records afterwards: they are not to be saved.
    """
    context = records.context(monday)
    records.sessions[clock.monday_of(row.date)].remove(row)
    return visiting(
        records.athlete.in_week(monday),
        mapping.week_to_move_in(records.sessions[monday]),
        mapping.planned(row),
        context=context,
        left=records.context(monday),
        closed_days=records.closed_days(monday),
        now=records.moment(monday),
    )


def _nearest(records: Records, row: Session, monday: date) -> tuple[date, int]:
    """The day and minute: the best verdict, then the nearest to its own weekday. Refused where no day takes it."""
    own = row.date.weekday()
    days, _places = visitors(records, row, monday)
    possible = [one for one in days if one.possible]
    if not possible:
        raise Refused(_("That week has no place for it. {reason}").format(reason=days[own].text))

    def rank(one: DayVerdict) -> tuple[int, int, float, int]:
        return GRAVITY.index(one.verdict), abs(one.day - own), one.cost, one.day

    best = min(possible, key=rank)
    return monday + timedelta(days=best.day), best.start
