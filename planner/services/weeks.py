"""Weeks of a plan: added as time goes on, remade when asked."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from planner import clock
from planner.engine.domain import DAYS
from planner.models import Session, Week
from planner.records import Records, read
from planner.services import planning
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit

WEEKS_AHEAD = 4  # this week counts


def wanted(today: date) -> list[date]:
    """The Mondays that a plan has on this day: this week's and those after it."""
    return [clock.monday_of(today) + number * clock.ONE_WEEK for number in range(WEEKS_AHEAD)]


def lacks_weeks(records: Records) -> bool:
    """Whether time has passed since the plan last reached four weeks ahead."""
    return any(monday not in records.weeks for monday in wanted(records.today))


@transaction.atomic
def ensure_weeks(*, user: Any) -> int:
    """Add the weeks that the plan lacks; those it has stay as they are. How many were added. Raises NoPlan.

    Safe when two requests do it at once: the second waits for the plan's lock and finds nothing to add.
    """
    records = read(user, lock=True)
    missing = [monday for monday in wanted(records.today) if monday not in records.weeks]
    if missing:
        records = read(user, missing[0] - clock.ONE_WEEK, *missing)  # its days too: routine goes back two weeks
        add_weeks(records, missing, records.today)
    return len(missing)


def add_weeks(records: Records, mondays: list[date], first_open: date) -> None:
    """Plan and save new weeks in order, each fitting the one before it. No session lies before `first_open`."""
    for monday in mondays:
        records.weeks[monday] = Week(plan=records.plan, start=monday)
        records.sessions[monday] = []
    planning.plan_ahead(records, mondays, first_open)
    records.weeks = dict(sorted(records.weeks.items()))
    Week.objects.bulk_create([records.week(monday) for monday in mondays])
    Session.objects.bulk_create([session for monday in mondays for session in records.sessions[monday]])
    records.plan.feed_changed_at = clock.later(records.plan.feed_changed_at, clock.now())
    records.plan.started_on = min(records.plan.started_on, *mondays)  # a person may travel back over the date line
    records.plan.save(update_fields=["feed_changed_at", "started_on"])


@transaction.atomic
def remake_week(*, user: Any, monday: date, version: int) -> Outcome:
    """Plan a week again around what is locked, done, skipped or past. Raises Refused, Stale, NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    if (records.today - monday).days >= DAYS:
        raise Refused(_("This week is over; it stays as it was."))
    before = snapshot(records, [monday])
    planning.plan(records, monday, records.today)
    if not commit(records, before, _("Remake the week")):
        return Outcome(_("This is still the best week for your goals and hours, so nothing changed."), records)
    return Outcome(_("Made anew around what is locked, done or past."), records)
