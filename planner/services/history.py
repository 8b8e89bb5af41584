"""Undo and redo: a line of steps, walked backwards and forwards."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from planner.models import Step
from planner.records import Records, StepMark, read
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import Snapshot, mondays_of, restore, snapshot, without_same_plans
from planner.services.steps import write


@transaction.atomic
def undo(*, user: Any, monday: date, version: int) -> Outcome:
    """Take back the last step that stands. Refused where there is none; raises Stale, NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if records.undo is None:
        raise Refused(_("There is nothing to undo."))
    step = Step.objects.get(plan=records.plan, number=records.undo.number)
    records = read(user, monday, *mondays_of(step.before), lock=True)
    step.after = _go_to(records, step.before, monday)
    return _walked(records, step, undone=True, message=_("Undone: {step}.").format(step=step.label))


@transaction.atomic
def redo(*, user: Any, monday: date, version: int) -> Outcome:
    """Do the first undone step again. Refused where there is none; raises Stale, NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if records.redo is None:
        raise Refused(_("There is nothing to redo."))
    step = Step.objects.get(plan=records.plan, number=records.redo.number)
    records = read(user, monday, *mondays_of(step.after), lock=True)
    step.before = _go_to(records, step.after, monday)
    return _walked(records, step, undone=False, message=_("Done again: {step}.").format(step=step.label))


def _walked(records: Records, step: Step, *, undone: bool, message: str) -> Outcome:
    """Save the step, and let the records know what can be undone and redone now."""
    step.undone = undone
    step.save(update_fields=["before", "after", "undone"])
    beside = Step.objects.filter(plan=records.plan, number=step.number + (-1 if undone else 1)).only("number", "label")
    other = next((StepMark(one.number, one.label) for one in beside), None)
    this = StepMark(step.number, step.label)
    records.undo, records.redo = (other, this) if undone else (this, other)
    return Outcome(message, records)


def _go_to(records: Records, target: Snapshot, shown: date) -> Snapshot:
    """Bring the plan to `target`; what was there instead, with the latest editions of its sessions.

    The week on the page gets a new version even when another one changed: a second click must not undo a second step.
    """
    left = snapshot(records, mondays_of(target))
    if "answers" in target:
        left["answers"] = records.profile.answers
    without_same_plans(target, left)
    restore(records, target)
    _save_answers(records, target)
    write(records, left, also=shown)
    return left


def _save_answers(records: Records, target: Snapshot) -> None:
    if "answers" in target:
        records.profile.save(update_fields=["answers", "updated_at"])
