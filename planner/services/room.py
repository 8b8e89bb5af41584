"""Room for a session on a day that has none: the smallest change there is, as the week stands now."""

from datetime import date

from planner import clock, engine, mapping
from planner.engine import Move, WhyNot
from planner.engine.domain import Week as PlannedSessions
from planner.models import Session
from planner.records import Records
from planner.services import planning, repairs


def why_not(records: Records, row: Session, day: date, start: int | None = None) -> WhyNot:
    """What speaks against a place of the session's week, whose neighbours were read too, and what would make room.

    What is done, locked, past or already begun stays, and nothing else is put on an hour that is over.
    """
    monday = clock.monday_of(row.date)
    return engine.why_not(
        records.athlete.in_week(monday),
        in_hand(records, row),
        str(row.id),
        day.weekday(),
        start,
        context=records.context(monday),
        fixed=repairs.standing(records, monday) - {str(row.id)},
        closed_days=records.closed_days(monday),
        still_free=planning.still_free(records, monday, records.today),
    )


def in_hand(records: Records, row: Session) -> PlannedSessions:
    """The week for a hand that holds this session: what is done or locked stays, the session is there in any case."""
    others = mapping.week_to_move_in(one for one in records.sessions[clock.monday_of(row.date)] if one.id != row.id)
    return PlannedSessions.of([mapping.planned(row), *others.sessions])


def key_of(row: Session, found: WhyNot) -> str:
    """A name that a change has again whenever it is found again; empty where there is none."""
    if found.changes is None:
        return ""
    return repairs.key_of_moves([Move(mapping.planned(row), found.session), *found.changes])
