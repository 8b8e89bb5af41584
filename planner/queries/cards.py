"""Sessions and findings as the board's cards and sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from planner import clock, mapping, meetings, words
from planner.engine import results
from planner.engine.domain import Session as Planned
from planner.engine.vocabulary import LIGHT_PHASES, Lock, Order, Phase, Status
from planner.models import Session
from planner.records import Records
from planner.screens import Band, Card, Finding, Grain

HEALTH_FLOOR = "health-floor"  # the rule of the WHO activity minimum


def finding(found: results.Finding, monday: date) -> Finding:
    """The engine's finding with dates for weekdays and keys for ids."""
    return Finding(
        rule=found.rule,
        severity=found.severity.value,
        text=found.text,
        cost=found.cost,
        dates=tuple(monday + timedelta(days=day) for day in found.days),
        sessions=tuple(UUID(session) for session in found.sessions),
    )


def told(records: Records, monday: date, found: Iterable[results.Finding]) -> list[Finding]:
    """What the rules found in the week from `monday` as it stands in the records."""
    return [_with_meetings(records, finding(one, monday)) for one in found]


def _with_meetings(records: Records, found: Finding) -> Finding:
    """A finding on free hours that are missing where a meeting lies names the person's own calendar as the reason."""
    if found.rule != meetings.FREE_HOURS:
        return found
    rows = [row for row in records.sessions[clock.monday_of(found.dates[0])] if row.id in found.sessions]
    text = meetings.named(records, found.rule, found.text, ((row.date, mapping.planned(row)) for row in rows))
    return found if text == found.text else replace(found, text=text)


def holds_less(records: Records, monday: date) -> str:
    """Why a week need not reach the activity minimum; empty where it is one like others."""
    if Phase(records.week(monday).phase) in LIGHT_PHASES:
        return _("A lighter week stays under it on purpose.")
    had_begun = records.plan.first_day is not None and records.plan.first_day > monday
    return _("This week had begun when it was planned, so it stays under it.") if had_begun else ""


def by_weight(findings: Sequence[Finding], why_less: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that count, and the quiet ones with their reason: the activity minimum where a week `holds_less`."""
    quiet = [found for found in findings if why_less and found.rule == HEALTH_FLOOR]
    counts = tuple(found for found in findings if found not in quiet)
    return counts, tuple(replace(found, text=f"{found.text} {why_less}") for found in quiet)


def _parts(session: Planned) -> list[Band]:
    """The run and the lift of a session in the order they are done, unnumbered."""
    bands = []
    if session.run:
        bands.append(Band(None, "run", _("Run"), session.run.minutes, words.RUN_DETAIL[session.run.intensity]))
    if session.lift:
        bands.append(Band(None, "lift", _("Lift"), session.lift.minutes, words.lift_detail(session.lift)))
    return bands[::-1] if session.order is Order.LIFT_FIRST else bands


def bands(session: Planned) -> tuple[Band, ...]:
    """The bands of a session's card: two numbered ones where it is combined, else one."""
    if session.recovery:
        detail = words.activity(session.recovery.activity)
        return (Band(None, "recovery", _("Recover"), session.recovery.minutes, detail),)
    if session.is_circuit:
        return (Band(None, "run", _("Circuit"), session.minutes, _(words.CIRCUIT_DETAIL)),)
    parts = _parts(session)
    if session.order is None:
        return tuple(parts)
    return tuple(
        Band(number, band.modality, band.title, band.minutes, band.detail) for number, band in enumerate(parts, 1)
    )


def label(parts: Sequence[Band]) -> str:
    """Every band in one phrase: "Run 30 min easy, talk pace, then lift 30 min lower body"."""
    phrases = [
        _("{part} {minutes} min {detail}").format(
            part=band.title, minutes=band.minutes, detail=words.lower(band.detail)
        )
        for band in parts
    ]
    return _(", then ").join([phrases[0], *map(words.lower, phrases[1:])])


def is_movable(row: Session, today: date) -> bool:
    """Whether a hand may move the session: its day is not over, and it is not locked, done or skipped."""
    return row.date >= today and not row.locked and row.status == Status.PLANNED


def card(row: Session, today: date, findings: Sequence[Finding]) -> Card:
    """A session as a card, with those of the week's findings that name it."""
    session = mapping.planned(row)
    parts = bands(session)
    return Card(
        id=row.id,
        date=row.date,
        start=clock.from_minutes(session.start),
        end=clock.from_minutes(session.end),
        minutes=session.minutes,
        kind=row.kind,
        order=row.order,
        status=row.status,
        locked=row.locked,
        movable=is_movable(row, today),
        locks=tuple(row.locks.split()),
        grains=tuple(Grain(lock.value, name, session.keeps(lock)) for lock, name in words.LOCK.items()),
        locked_text=_("locked") if row.locked else words.locked(row.locks.split()),
        can_turn=not session.keeps(Lock.ORDER) and row.status == Status.PLANNED,
        bands=parts,
        findings=tuple(found for found in findings if row.id in found.sessions),
        label=label(parts),
    )
