"""Weeks as plain data, for the steps that undo and redo restore."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from planner import clock
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Severity
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


def content_of(row: Session) -> dict[str, Any]:
    """What is planned of a session, as plain data without its editions."""
    values = {name: getattr(row, name) for name in EDITED}
    return values | {"id": str(row.id), "date": row.date.isoformat()}


def of_row(row: Session) -> dict[str, Any]:
    """A session as plain data."""
    return content_of(row) | {
        "uid": row.uid,
        "sequence": row.sequence,
        "created_at": row.created_at.isoformat(),
        "changed_at": row.changed_at.isoformat(),
    }


def as_planned(rows: Iterable[Session], evaluation: Evaluation) -> dict[str, Any]:
    """A week as the planner made it, kept with the week: its sessions, and how many rules it broke and strained."""
    hard = sum(found.severity is Severity.HARD for found in evaluation.findings)
    return {"sessions": [content_of(row) for row in rows], "hard": hard, "soft": len(evaluation.findings) - hard}


def snapshot(records: Records, mondays: Iterable[date]) -> Snapshot:
    """These weeks as they stand in memory, and as they were planned."""
    return {
        "weeks": {
            monday.isoformat(): {
                "about": {name: getattr(records.week(monday), name) for name in ABOUT},
                "sessions": [of_row(row) for row in records.sessions[monday]],
                "planned": records.week(monday).planned,
            }
            for monday in sorted(mondays)
        }
    }


def without_same_plans(before: Snapshot, after: Snapshot) -> None:
    """Leave out of both how weeks were planned, where that is the same: only new plans change it."""
    for monday, then in before["weeks"].items():
        if "planned" not in then or then["planned"] == after["weeks"][monday]["planned"]:
            then.pop("planned", None)
            after["weeks"][monday].pop("planned", None)


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


def write_content(row: Session, values: dict[str, Any]) -> None:
    """Give a row what `content_of` tells, unsaved."""
    then = YOUNGER | values
    for name in EDITED:
        setattr(row, name, date.fromisoformat(then[name]) if name == "date" else then[name])


def restore(records: Records, kept: Snapshot) -> None:
    """Bring weeks in memory back to a snapshot; unsaved."""
    rows = {str(row.id): row for monday in mondays_of(kept) for row in records.sessions[monday]}
    for monday in mondays_of(kept):
        week, then = records.week(monday), kept["weeks"][monday.isoformat()]
        for name in ABOUT:
            setattr(week, name, then["about"][name])
        if "planned" in then:
            week.planned = then["planned"]
        records.sessions[monday] = [_restored(rows.get(values["id"]), values, week) for values in then["sessions"]]
    if "answers" in kept:
        records.take_answers(kept["answers"])


def _restored(row: Session | None, values: dict[str, Any], week: Week) -> Session:
    if row is None:
        return _revived(values, week)
    write_content(row, values)
    return row
