"""Undo and redo: a line of steps, walked backwards and forwards."""

from datetime import date
from typing import Any

from django.db import transaction

from planner.models import Step
from planner.records import Records, read
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import Snapshot, mondays_of, restore, snapshot
from planner.services.steps import write


@transaction.atomic
def undo(*, user: Any, monday: date, version: int) -> Outcome:
    """Take back the last step that stands. Refused where there is none; raises Stale, NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if records.undo_step is None:
        raise Refused("There is nothing to undo.")
    step = Step.objects.get(pk=records.undo_step.pk)
    step.after = _go_to(user, step.before, monday)
    step.undone = True
    step.save(update_fields=["after", "undone"])
    return Outcome(f"Undone: {step.label}.", monday)


@transaction.atomic
def redo(*, user: Any, monday: date, version: int) -> Outcome:
    """Do the first undone step again. Refused where there is none; raises Stale, NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if records.redo_step is None:
        raise Refused("There is nothing to redo.")
    step = Step.objects.get(pk=records.redo_step.pk)
    step.before = _go_to(user, step.after, monday)
    step.undone = False
    step.save(update_fields=["before", "undone"])
    return Outcome(f"Done again: {step.label}.", monday)


def _go_to(user: Any, target: Snapshot, shown: date) -> Snapshot:
    """Bring the plan to `target`; what was there instead, with the latest editions of its sessions.

    The week on the page gets a new version even when another one changed: a second click must not undo a second step.
    """
    records = read(user, shown, *mondays_of(target))
    left = snapshot(records, mondays_of(target))
    if "answers" in target:
        left["answers"] = records.profile.answers
    restore(records, target)
    _save_answers(records, target)
    write(records, left, also=shown)
    return left


def _save_answers(records: Records, target: Snapshot) -> None:
    if "answers" in target:
        records.profile.save(update_fields=["answers", "updated_at"])
