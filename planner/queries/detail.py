"""One session in full, and what each day would mean for it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from planner import clock, mapping, words
from planner.engine import day_verdicts, explain
from planner.engine.domain import DAYS
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import DayVerdict
from planner.engine.vocabulary import Kind, Status
from planner.models import Session
from planner.queries import cards
from planner.queries.stages import stages
from planner.records import Records, monday_of, read
from planner.screens import Offer, Reason, SessionDetail


def _session_of(user: Any, session_id: UUID) -> tuple[Records, Session]:
    """A person's session with the records of its week."""
    records = read(user, monday_of(user, session_id))
    return records, records.session(session_id)


def detail(user: Any, session_id: UUID) -> SessionDetail:
    """One session for its page and the side panel. Raises NoPlan and NoWeek."""
    records, row = _session_of(user, session_id)
    monday = clock.monday_of(row.date)
    athlete = records.athlete.in_week(monday)
    findings = [cards.finding(found, monday) for found in records.evaluation(monday).findings]
    card = cards.card(row, records.today, findings)
    session = mapping.planned(row)
    return SessionDetail(
        card=card,
        week_iso=clock.iso_of(monday),
        version=records.week(monday).version,
        title=words.title(session),
        when=f"{words.day(row.date)}, {words.between(card.start, card.end)}",
        blocks=stages(
            athlete, session, row.date.year, records.plan_week(monday), mapping.stage_of(records.week(monday))
        ),
        total=words.total(session),
        reasons=_reasons(records, monday, row),
        move_dates=tuple(day for day in _dates(monday) if day >= records.today),
        can_flip=row.kind == Kind.COMBINED and card.movable and card.can_turn,
    )


def _dates(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=number) for number in range(DAYS))


def _with(row: Session, records: Records, monday: date) -> PlannedSessions:
    """The week in truth, but with this session in it even where it is skipped: it is spoken of as if it stood."""
    rows = (one for one in records.sessions[monday] if one.id == row.id or one.status != Status.SKIPPED)
    return PlannedSessions.of(mapping.planned(one) for one in rows)


def _reasons(records: Records, monday: date, row: Session) -> tuple[Reason, ...]:
    """Why the session is there, a paragraph a topic."""
    week = _with(row, records, monday)
    reasons = explain(records.athlete.in_week(monday), week, str(row.id), context=records.context(monday))
    topics = {one.topic: [other for other in reasons if other.topic == one.topic] for one in reasons}
    return tuple(
        Reason(
            words.REASON_HEADING[topic],
            " ".join(one.text for one in found),
            ", ".join(dict.fromkeys(name for one in found for name in words.sources(one.source or ""))),
        )
        for topic, found in topics.items()
    )


def verdicts(user: Any, session_id: UUID) -> dict[str, dict[str, str | bool]]:
    """What each day of its week means for a session in the hand, by date. Raises NoPlan and NoWeek."""
    records, row = _session_of(user, session_id)
    monday = clock.monday_of(row.date)
    return {
        (monday + timedelta(days=one.day)).isoformat(): {
            "verdict": one.verdict.value,
            "text": one.text,
            "start": clock.from_minutes(one.start),
            "possible": one.possible,
            "exchange": one.exchange,
        }
        for one in _verdicts(records, row)
    }


def _verdicts(records: Records, row: Session) -> tuple[DayVerdict, ...]:
    """The engine's word on the seven days. A done or skipped session is judged as if it were in the hand."""
    monday = clock.monday_of(row.date)
    own = mapping.planned(row)
    others = mapping.week_to_move_in(one for one in records.sessions[monday] if one.id != row.id)
    return day_verdicts(
        records.athlete.in_week(monday),
        PlannedSessions.of([own, *others.sessions]),
        own.id,
        context=records.context(monday),
        closed_days=records.closed_days(monday),
    )


def offer(records: Records, monday: date, session_id: UUID, day: date) -> Offer | None:
    """The exchange of a session's day with another day of the week from `monday`; None where there is no way out."""
    row = next((one for one in records.sessions[monday] if one.id == session_id), None)
    if row is None or clock.monday_of(day) != monday:
        return None
    told = _verdicts(records, row)[day.weekday()].exchange
    label = f"Exchange {words.WEEKDAYS[row.date.weekday()]} and {words.WEEKDAYS[day.weekday()]}"
    return Offer(session_id, day, label, told) if told else None
