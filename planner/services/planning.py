"""Calls the engine for a week of a plan and lays its answer over the week's rows; nothing is saved here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.utils.translation import ngettext

from planner import clock, mapping
from planner.engine import plan_block, plan_week
from planner.engine.domain import Athlete
from planner.engine.results import PlannedWeek
from planner.engine.vocabulary import Status
from planner.models import Session
from planner.records import Records
from planner.services.snapshots import as_planned

LEAD = 30  # minutes; a session planned for today begins on a half hour that is still to come


def plan_ahead(records: Records, mondays: Sequence[date], first_open: date) -> None:
    """Plan weeks in time order in memory, from the day `first_open` on; each fits the one before it.

    Weeks in a row in which nothing stands and all hours are free are planned as one block.
    """
    plain = [_is_plain(records, monday, first_open) for monday in mondays]
    numbered = groupby(
        range(len(mondays)), key=lambda number: (plain[number], mondays[number] - number * clock.ONE_WEEK)
    )
    for (is_plain, _), numbers in numbered:
        stretch = [mondays[number] for number in numbers]
        if is_plain:
            _plan_stretch(records, stretch)
        else:
            for monday in stretch:
                plan(records, monday, first_open, next_stays=False)


def _is_plain(records: Records, monday: date, first_open: date) -> bool:
    """Whether nothing of the week stands and all of its hours are still to come."""
    stands = any(stays(row, first_open) or row.locks for row in records.sessions[monday])
    is_open = first_open <= monday and still_free(records, monday, first_open) == records.athlete.in_week(monday)
    return is_open and not stands


def _plan_stretch(records: Records, mondays: Sequence[date]) -> None:
    """Plan weeks in a row that are free of anything."""
    context = records.context(mondays[0])
    answers = plan_block(
        records.athlete,
        mondays[0],
        len(mondays),
        before=context.before,
        past=context.past,
        last_combined=context.last_combined,
        first_plan_week=records.plan_week(mondays[0]),
        routine=context.routine,
    )
    for monday, answer in zip(mondays, answers, strict=True):
        _lay(records, monday, answer, [])


def plan(records: Records, monday: date, first_open: date, *, next_stays: bool = True) -> None:
    """Plan a week of the records anew in memory, from the day `first_open` on.

    Sessions that are locked, done, skipped or on an earlier day stay as they are, partly locked ones in what is locked
    of them; these keep their rows. What was skipped is still owed: it is
    planned again, on another day. The others are replaced; new ones
    take over the rows of old ones of their kind. The week's neighbours must have been read; the one after it says
    nothing where it is about to be replaced too (`next_stays` False).
    """
    rows = records.sessions[monday]
    kept = [row for row in rows if stays(row, first_open)]
    missed = [row for row in kept if row.status == Status.SKIPPED]
    partly = [mapping.planned(row) for row in rows if row.locks and row not in kept]
    context = records.context(monday)
    answer = plan_week(
        still_free(records, monday, first_open),
        context=context if next_stays else replace(context, after=None),
        fixed=(*mapping.fixed(row for row in kept if row not in missed), *partly),
        closed_days=clock.days_before(first_open, monday) | {row.date.weekday() for row in missed},
    )
    _lay(records, monday, answer, kept)
    records.week(monday).changes[:0] = _begun(answer, len(clock.days_before(first_open, monday)))


def _begun(answer: PlannedWeek, days_over: int) -> list[str]:
    """Before what a week gave up: that it had begun, if so; one without a day left says it itself."""
    if not days_over or not answer.week.sessions or not answer.told:
        return []
    text = ngettext(
        "{number} day of this week was over when it was planned, so it holds less.",
        "{number} days of this week were over when it was planned, so it holds less.",
        days_over,
    )
    return [text.format(number=days_over)]


def stays(row: Session, first_open: date) -> bool:
    """Whether a session is left as it is: locked, done, skipped, or before the day `first_open`."""
    return row.locked or row.status != Status.PLANNED or row.date < first_open


def soonest(records: Records) -> int:
    """The minute of today from which on a session can still be planned."""
    now = clock.local_now(records.profile.timezone)
    return -(-(now.hour * 60 + now.minute) // LEAD) * LEAD


def still_free(records: Records, monday: date, first_open: date) -> Athlete:
    """The athlete with the windows of that week; where it is open from today on, today's past hours are taken out."""
    athlete, today = records.athlete.in_week(monday), records.today
    if clock.monday_of(today) != monday or first_open != today:
        return athlete
    earliest = soonest(records)
    windows = (
        replace(window, start=max(window.start, earliest)) if window.day == today.weekday() else window
        for window in athlete.availability
    )
    return replace(athlete, availability=tuple(window for window in windows if window.minutes > 0))


def _lay(records: Records, monday: date, answer: PlannedWeek, kept: Sequence[Session]) -> None:
    """Make the rows in memory say what the engine answered."""
    names = {str(row.id) for row in kept}
    sessions = [session for session in answer.week.sessions if session.id not in names]
    own = {str(row.id): row for row in records.sessions[monday] if row.locks}
    free = [row for row in records.sessions[monday] if str(row.id) not in names | own.keys()]
    old = own | mapping.match([session for session in sessions if session.id not in own], free)
    week = records.week(monday)
    made = []
    for session in sessions:
        row = old.get(session.id) or Session(week=week, created_at=clock.now(), changed_at=clock.now())
        if row.put_aside and mapping.has_other_parts(row, session):
            row.put_aside = {}  # it is another session now
        mapping.write(row, session, monday)
        made.append(row)
    records.sessions[monday] = [*kept, *made]
    week.phase, week.loading = answer.stage.phase.value, answer.stage.loading
    week.optimal, week.score = answer.optimal, answer.evaluation.score
    week.changes = [change.text for change in answer.told]
    week.planned = as_planned(records.sessions[monday], answer.evaluation)
