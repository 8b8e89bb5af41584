"""What the planner made of a week against what stands now, in words."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from planner import change_words, clock, mapping, telling, words
from planner.models import Session
from planner.records import Records
from planner.screens import AsPlanned, Change
from planner.services.as_planned import Values, differs
from planner.services.snapshots import write_content


def as_planned(records: Records, monday: date, verdict: str) -> AsPlanned | None:
    """What was changed since the week was planned; None where nothing was, or how it was planned is not kept.

    `verdict` is how the week stands now.
    """
    planned = records.week(monday).planned
    changes = tuple(_changes(records, monday, planned["sessions"])) if planned else ()
    if not planned or not changes:
        return None
    then = words.verdict(planned["hard"], planned["soft"])
    is_over = records.today >= monday + clock.ONE_WEEK
    return AsPlanned(change_words.changed_since(len(changes)), changes, then, verdict, can_go_back=not is_over)


def _changes(records: Records, monday: date, planned: list[Values]) -> Iterator[Change]:
    """One for each session that was moved, changed, taken out or added, in the order of the plan."""
    rows = {str(row.id): row for row in records.sessions[monday]}
    for values in sorted(planned, key=lambda values: (values["date"], values["start"])):
        row = rows.pop(values["id"], None)
        if row is None or differs(row, values):
            was = Session()
            write_content(was, values)
            yield _change(was, row or _elsewhere(records, values["id"]))
    for row in sorted(rows.values(), key=lambda row: (row.date, row.start)):
        yield Change(words.title(mapping.planned(row)), _(words.NOT_PLANNED), _place(row, row))


def _elsewhere(records: Records, name: str) -> Session | None:
    """A session that went to a week beside."""
    return next((row for rows in records.sessions.values() for row in rows if str(row.id) == name), None)


def _change(was: Session, now: Session | None) -> Change:
    title = words.title(mapping.planned(was))
    return Change(title, _place(was, now or was), _place(now, was) if now else _(words.LEFT_OUT))


def _place(row: Session, other: Session) -> str:
    """Where a session stands, and of its minutes and order what the other one has differently."""
    session, compared = mapping.planned(row), mapping.planned(other)
    same_week = clock.monday_of(row.date) == clock.monday_of(other.date)
    parts = [_near(row) if same_week else _far(row)]
    if session.order is not compared.order and session.order:
        parts.append(words.lower(words.ORDER[session.order]))
    if session.minutes != compared.minutes:
        parts.append(words.in_minutes(session.minutes))
    if words.title(session) != words.title(compared) and session.order is compared.order:
        parts.append(words.lower(words.title(session)))
    return ", ".join(parts)


def _near(row: Session) -> str:
    return f"{words.short_weekday(row.date.weekday())} {telling.hour(row.start)}"


def _far(row: Session) -> str:
    return f"{telling.a_date(row.date, 'short_day')} {telling.hour(row.start)}"
