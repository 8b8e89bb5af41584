"""A session that fell through, in words: the ways on, each with what it would change."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from planner import clock, mapping, session_words, words
from planner.engine.wording import capital, day_and_name
from planner.records import monday_of, read
from planner.screens import WayOn, WaysOn
from planner.services import missed


def ways_on(user: Any, session_id: UUID) -> WaysOn:
    """What can become of a session that fell through. Raises NoPlan and NoWeek."""
    records = read(user, monday_of(user, session_id))
    row = records.session(session_id)
    monday, session = clock.monday_of(row.date), mapping.planned(row)
    found = missed.ways_on(records, row) if missed.is_open(records, row) else ()
    return WaysOn(
        session=row.id,
        week_iso=clock.iso_of(monday),
        version=records.week(monday).version,
        day=words.weekday(session.day),
        title=words.title(session),
        ways=tuple(map(_way, found)),
        nowhere=bool(found) and not any(one.name == missed.ELSEWHERE for one in found),
    )


def _way(found: missed.WayOn) -> WayOn:
    findings = found.evaluation.findings
    hard = sum(one.severity == "hard" for one in findings)
    shorter = [(was, to) for was, to in found.changed[1:] if to is not None]
    return WayOn(
        name=found.name,
        key=found.key,
        text=session_words.way_title(found.name, found.changed),
        changes=tuple(
            _("{session}: {before} → {after} min").format(
                session=capital(day_and_name(was)), before=was.minutes, after=to.minutes
            )
            for was, to in shorter
        ),
        verdict=words.verdict(hard, len(findings) - hard),
        tone="breaks" if hard else "caution" if findings else "ok",
    )
