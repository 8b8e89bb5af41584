"""A week that differs: days blocked or with other hours, this week only; nothing is moved by it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import clock, engine, words
from planner.engine.domain import DAYS
from planner.engine.vocabulary import Severity, Verdict
from planner.records import Records, read
from planner.services.hand import told
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.plans import InvalidAnswers, check_answers
from planner.services.snapshots import snapshot
from planner.services.steps import commit

Windows = Sequence[dict[str, str]]  # as in profile.schema.json: start and end; none means blocked
NOTHING_MOVED = gettext_noop("Nothing was moved.")


@transaction.atomic
def change_day(*, user: Any, monday: date, version: int, day: date, windows: Windows | None) -> Outcome:
    """Give one date of the shown week other hours, none to block it; None makes it as usual again.

    Raises Refused for a day that is over or of another week, Stale, NoPlan, NoWeek.
    """
    if clock.monday_of(day) != monday:
        raise Refused(_("That day is in another week. Open that week to change it."))
    message = _("{day} has other hours.") if windows else _("{day} is blocked.")
    if windows is None:
        message = _("{day} is as usual again.")
    return _change(user, monday, version, {day: windows}, message.format(day=words.day(day)))


@transaction.atomic
def change_week(*, user: Any, monday: date, version: int, windows: Windows | None) -> Outcome:
    """Give every day that is left of the shown week the same hours, none to block them; None makes them as usual.

    Raises Refused for a week that is over, Stale, NoPlan, NoWeek.
    """
    days = {monday + timedelta(days=number): windows for number in range(DAYS)}
    done = _("Every day that is left has these hours.") if windows else _("Every day that is left is blocked.")
    return _change(user, monday, version, days, _("This week is as usual again.") if windows is None else done)


def _change(user: Any, monday: date, version: int, days: Mapping[date, Windows | None], done: str) -> Outcome:
    """Keep the changed dates as one step, and tell what they mean for what is planned."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    ahead = {day: windows for day, windows in days.items() if day >= records.today}
    if not ahead:
        raise Refused(_("This week is over.") if len(days) > 1 else _("That day is over."))
    answers = with_exceptions(records.profile.answers, ahead)
    try:
        check_answers(answers=answers, timezone=records.profile.timezone)
    except InvalidAnswers as problem:
        raise Refused(
            _("These hours cannot be kept: {field} {message}.").format(field=problem.field, message=problem.message)
        ) from problem
    was = records.evaluation(monday)
    before = snapshot(records, [monday]) | {"answers": records.profile.answers}
    records.take_answers(answers)
    records.profile.save(update_fields=["answers", "updated_at"])
    if not commit(records, before, _("Change the hours: {change}").format(change=done.removesuffix("."))):
        return Outcome(_("These are its hours already."), records)
    done, judged = f"{done} {_(NOTHING_MOVED)}", engine.judge(was, records.evaluation(monday))
    if judged.verdict is not Verdict.BREAKS:
        return told(records, monday, was, done)
    hard = sum(found.severity is Severity.HARD for found in records.evaluation(monday).findings)
    ways = _("{verdict}: Make it fit, below, shows the ways.").format(verdict=words.verdict(hard, 0))
    return Outcome(f"{done} {ways}", records, "warning")


def with_exceptions(answers: dict[str, Any], days: Mapping[date, Windows | None]) -> dict[str, Any]:
    """The answers with these dates changed; None takes a date out, so that it is as usual."""
    kept = [one for one in answers.get("exceptions", []) if date.fromisoformat(one["date"]) not in days]
    new = [{"date": day.isoformat(), "windows": [*windows]} for day, windows in days.items() if windows is not None]
    return answers | {"exceptions": sorted([*kept, *new], key=lambda one: str(one["date"]))}


def differs(records: Records, day: date) -> bool:
    """Whether a date's hours are not those of the usual week."""
    return any(one.date == day for one in records.athlete.exceptions)
