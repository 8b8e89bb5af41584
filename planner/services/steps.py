"""Writes what changed of a plan, and only that, and keeps the step that undoes it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from planner import clock
from planner.models import Session, Step, Week
from planner.records import Records, StepMark
from planner.services.feed_dates import announce
from planner.services.snapshots import ABOUT, EDITED, SHOWN, Snapshot, mondays_of, of_row, snapshot, without_same_plans

KEPT = 50  # steps that can be undone, at the least
PRUNE_EVERY = 10


def commit(records: Records, before: Snapshot, label: str, moved: str = "") -> bool:
    """Save the weeks of `before` as they now stand in memory and remember the step; False where nothing changed.

    `moved` names a move to another weekday, so that a habit shows. Changed answers are a step of their own, also where
    no session changed; their week is another version then.
    """
    answered = "answers" in before and before["answers"] != records.profile.answers
    if not write(records, before, also=mondays_of(before)[0] if answered else None) and not answered:
        return False
    after = snapshot(records, mondays_of(before))
    if "answers" in before:
        after["answers"] = records.profile.answers
    without_same_plans(before, after)
    _remember(records, Step(plan=records.plan, label=label[:120], before=before, after=after, moved=moved))
    return True


def _remember(records: Records, step: Step) -> None:
    """Put the step at the end of the line; the undone tail is dropped, and what is too old."""
    if records.redo:
        Step.objects.filter(plan=records.plan, undone=True).delete()
    step.number = records.undo.number + 1 if records.undo else 1
    step.save(force_insert=True)
    records.undo, records.redo = StepMark(step.number, step.label), None
    if step.number > KEPT and step.number % PRUNE_EVERY == 0:
        Step.objects.filter(plan=records.plan, number__lte=step.number - KEPT).delete()


def write(records: Records, before: Snapshot, also: date | None = None) -> bool:
    """Save the difference between `before` and memory: sessions, week versions, the feed's date.

    `also` is a week whose version rises in any case. False where there is no difference.
    """
    old = {
        values["id"]: (monday, values)
        for monday in mondays_of(before)
        for values in before["weeks"][monday.isoformat()]["sessions"]
    }
    now = {row: monday for monday in mondays_of(before) for row in records.sessions[monday]}
    announced = records.plan.feed_changed_at
    touched = _write_sessions(records, old, now)
    planned_anew = {monday for monday in mondays_of(before) if _about_changed(records, before, monday)}
    made_anew = {monday for monday in mondays_of(before) if _made_anew(records, before, monday)}
    mondays = touched | planned_anew
    answered_anew = before.get("answers", records.profile.answers) != records.profile.answers
    if (planned_anew or answered_anew) and records.plan.feed_changed_at == announced:
        announce(plan=records.plan)  # the steps of a workout follow the phase of its week, its zones the answers
    written = mondays | made_anew | ({also} if also else set())
    columns = ["version", *ABOUT, *(["planned"] if made_anew else [])]
    _write_weeks([records.week(monday) for monday in sorted(written)], columns)
    return bool(mondays)


def _made_anew(records: Records, before: Snapshot, monday: date) -> bool:
    then = before["weeks"][monday.isoformat()]
    return "planned" in then and bool(then["planned"] != records.week(monday).planned)


def _about_changed(records: Records, before: Snapshot, monday: date) -> bool:
    then = before["weeks"][monday.isoformat()]["about"]
    return any(getattr(records.week(monday), name) != then[name] for name in ABOUT)


def _write_weeks(weeks: list[Week], columns: list[str]) -> None:
    for week in weeks:
        week.version += 1
    _save(weeks, columns)


OldRows = dict[str, tuple[date, dict[str, object]]]  # by id: the week it was in and its values


def _write_sessions(records: Records, old: OldRows, now: dict[Session, date]) -> set[date]:
    """Add, edit and delete rows; the weeks that changed."""
    for row, monday in now.items():
        row.week = records.week(monday)
    added = [row for row in now if str(row.id) not in old]
    gone = old.keys() - {str(row.id) for row in now}
    edits = {row: names for row, monday in now.items() if str(row.id) in old and (names := _edits(row, monday, old))}
    records.moved += [_hours(old[str(row.id)][1], row) for row, names in edits.items() if names & {"date", "start"}]
    if added or gone or any(names & {*SHOWN} for names in edits.values()):
        announce(plan=records.plan)
    if gone:
        Session.objects.filter(pk__in=gone).delete()
    if added:
        Session.objects.bulk_create(added)
    _update(edits)
    changed = {now[row] for row in (*added, *edits)} | {old[name][0] for name in gone}
    return changed | {old[str(row.id)][0] for row in edits}


def _hours(values: dict[str, object], row: Session) -> tuple[datetime, datetime]:
    """When a session that moved was to begin before, and when it is now."""
    was = date.fromisoformat(str(values["date"])), int(str(values["start"]))
    return clock.at(*was), clock.at(row.date, row.start)


def _edits(row: Session, monday: date, old: OldRows) -> set[str]:
    """The columns in which a row differs from what it was."""
    was_in, values = old[str(row.id)]
    current = of_row(row)
    names = {name for name in EDITED if current[name] != values[name]}
    return names if was_in == monday else names | {"week"}


def _update(edits: dict[Session, set[str]]) -> None:
    """Save the edited columns; an edit that a calendar shows is a later edition of the event."""
    if not edits:
        return
    for row, names in edits.items():
        if names & {*SHOWN}:
            row.sequence += 1
            row.changed_at = clock.later(row.changed_at, clock.now())
    columns = {"sequence", "changed_at"}.union(*edits.values())
    _save([*edits], sorted(columns))


def _save(rows: Sequence[Any], columns: Sequence[str]) -> None:
    """Save these columns; of a single row, which most steps change, without the detour by cases of several."""
    if len(rows) == 1:
        values = {name: getattr(rows[0], name) for name in columns}
        type(rows[0])._default_manager.filter(pk=rows[0].pk).update(**values)
    elif rows:
        type(rows[0])._default_manager.bulk_update(rows, columns)
