"""Weeks as plain data, for the steps that undo and redo restore."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from planner import clock
from planner.models import Session, Week
from planner.records import Records

Snapshot = dict[
    str, Any
]  # {"weeks": {"2026-11-30": {"about": {...}, "sessions": [{...}]}}, "answers": {...} or absent}

SHOWN = (
    "date",
    "start",
    "kind",
    "order",
    "run_intensity",
    "run_minutes",
    "lift_region",
    "lift_effort",
    "lift_minutes",
    "recovery_activity",
    "recovery_minutes",
    "warm_up",
    "cool_down",
    "status",
)  # the columns that a calendar can show
OWN = ("note", "effort", "actual_minutes", "put_aside")  # the person's own, in no calendar
EDITED = (*SHOWN, "lift_sets", "locked", "locks", *OWN)
YOUNGER: dict[str, Any] = {
    "lift_sets": None,
    "locks": "",
    "note": "",
    "effort": None,
    "actual_minutes": None,
    "put_aside": {},
}  # columns that a step may not tell, since it is older than they are
ABOUT = ("phase", "loading", "optimal", "score", "changes")  # what a week remembers of its planning


def of_row(row: Session) -> dict[str, Any]:
    """A session as plain data."""
    values = {name: getattr(row, name) for name in EDITED}
    return values | {
        "id": str(row.id),
        "uid": row.uid,
        "date": row.date.isoformat(),
        "sequence": row.sequence,
        "created_at": row.created_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }


def snapshot(records: Records, mondays: Iterable[date]) -> Snapshot:
    """These weeks as they stand in memory."""
    return {
        "weeks": {
            monday.isoformat(): {
                "about": {name: getattr(records.week(monday), name) for name in ABOUT},
                "sessions": [of_row(row) for row in records.sessions[monday]],
            }
            for monday in sorted(mondays)
        }
    }


def mondays_of(kept: Snapshot) -> list[date]:
    """The weeks in a snapshot."""
    return [date.fromisoformat(start) for start in kept["weeks"]]


def _revived(values: dict[str, Any], week: Week) -> Session:
    """A deleted session, back with its id and uid; to calendars it is a later edition of the same event."""
    return Session(
        week=week,
        id=UUID(values["id"]),
        uid=values["uid"],
        sequence=values["sequence"] + 1,
        created_at=datetime.fromisoformat(values["created_at"]),
        changed_at=clock.later(datetime.fromisoformat(values["changed_at"]), clock.now()),
        **{name: value for name, value in (YOUNGER | values).items() if name in EDITED and name != "date"},
        date=date.fromisoformat(values["date"]),
    )


def restore(records: Records, kept: Snapshot) -> None:
    """Bring weeks in memory back to a snapshot; unsaved."""
    rows = {str(row.id): row for monday in mondays_of(kept) for row in records.sessions[monday]}
    for monday in mondays_of(kept):
        week, then = records.week(monday), kept["weeks"][monday.isoformat()]
        for name in ABOUT:
            setattr(week, name, then["about"][name])
        records.sessions[monday] = [_restored(rows.get(values["id"]), values, week) for values in then["sessions"]]
    if "answers" in kept:
        records.take_answers(kept["answers"])


def _restored(row: Session | None, values: dict[str, Any], week: Week) -> Session:
    if row is None:
        return _revived(values, week)
    then = YOUNGER | values
    for name in EDITED:
        setattr(row, name, date.fromisoformat(then[name]) if name == "date" else then[name])
    return row
