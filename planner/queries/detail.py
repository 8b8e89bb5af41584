"""One session in full, and what each day would mean for it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from planner import change_words, clock, mapping, rule_words, session_words, telling, words
from planner.engine import day_verdicts
from planner.engine import results as engine
from planner.engine.domain import DAYS
from planner.engine.vocabulary import Kind, Verdict
from planner.models import Session, WorkingWeight
from planner.queries import cards, contents, other_days, workouts
from planner.queries.stages import stages
from planner.records import Records, monday_of, read
from planner.screens import Card, MoveWeek, Offer, OtherDays, Reason, SessionDetail
from planner.services import missed
from planner.services.room import in_hand


def _session_of(user: Any, session_id: UUID) -> tuple[Records, Session]:
    """A person's session with the records of its week."""
    records = read(user, monday_of(user, session_id))
    return records, records.session(session_id)


def detail(user: Any, session_id: UUID, *, whole: bool = False) -> SessionDetail:
    """One session for the side panel, or for its page, which holds the `whole`. Raises NoPlan and NoWeek."""
    records, row = _session_of(user, session_id)
    monday = clock.monday_of(row.date)
    card = _card(records, row)
    session, reasons = mapping.planned(row), other_days.reasons(records, row)
    return SessionDetail(
        card=card,
        week_iso=clock.iso_of(monday),
        version=records.week(monday).version,
        title=words.title(session),
        when=f"{words.day(row.date)}, {telling.between(session.start, session.end)}",
        total=words.total(session),
        reasons=_reasons(reasons),
        move_weeks=tuple(_move_weeks(records, monday)),
        can_flip=row.kind == Kind.COMBINED and card.movable and card.can_turn,
        files=workouts.offered(row),
        warm_up=row.warm_up,
        cool_down=row.cool_down,
        shapes=contents.shapes(records, row),
        minutes=contents.minutes(records, row),
        can_fall_through=missed.is_open(records, row),
        other_days=other_days.other_days(records, row, reasons) if whole else None,
        **_steps(records, row),
        **_went(row),
    )


def _steps(records: Records, row: Session) -> dict[str, Any]:
    """The steps, and the weights of the exercises in them."""
    kept, unit = _kept_weights(records, row), mapping.weight_of(records.plan)
    blocks = stages(mapping.planned(row), records.steps(row, records.unit), kept, unit)
    weights = tuple(one for stage in blocks for step in stage.steps for one in step.weights)
    return {"blocks": blocks, "weights": weights, "weight_unit": unit.value}


def _went(row: Session) -> dict[str, Any]:
    """What was told of it, and what can be."""
    return {
        "load": session_words.load_of(mapping.planned(row)),
        "note": row.note,
        "effort": row.effort,
        "actual_minutes": row.actual_minutes,
        "efforts": tuple(session_words.EFFORT.items()),
    }


def _kept_weights(records: Records, row: Session) -> dict[str, int]:
    """The grams that the person told, by exercise; a session without a lift asks for none."""
    if not row.lift_minutes:
        return {}
    return dict(WorkingWeight.objects.filter(plan=records.plan).values_list("exercise", "grams"))


def _card(records: Records, row: Session) -> Card:
    """The session as its card, with what the rules say of it."""
    monday = clock.monday_of(row.date)
    findings = cards.told(records, monday, records.evaluation(monday).findings)
    return cards.card(row, records.today, findings)


def others(user: Any, session_id: UUID) -> OtherDays:
    """The other days of a session's week, asked for by themselves. Raises NoPlan and NoWeek."""
    records, row = _session_of(user, session_id)
    return other_days.other_days(records, row, other_days.reasons(records, row))


def _move_weeks(records: Records, monday: date) -> Iterator[MoveWeek]:
    for start in (monday, monday - clock.ONE_WEEK, monday + clock.ONE_WEEK):
        days = [start + timedelta(days=number) for number in range(DAYS)]
        open_days = tuple(day for day in days if day >= records.today)
        if start in records.weeks and open_days:
            yield MoveWeek(words.span(days[0], days[-1]), open_days)


def _reasons(reasons: Sequence[engine.Reason]) -> tuple[Reason, ...]:
    """A paragraph a topic."""
    topics = {one.topic: [other for other in reasons if other.topic == one.topic] for one in reasons}
    return tuple(
        Reason(
            heading=words.REASON_HEADING[topic],
            text=" ".join(one.text for one in found),
            source=", ".join(map(rule_words.source, _names(found))),
            against=" ".join(one.against for one in found if one.against),
            confidence=next((one.confidence for one in found if one.confidence), ""),
        )
        for topic, found in topics.items()
    )


def _verdicts(records: Records, row: Session) -> tuple[engine.DayVerdict, ...]:
    """The engine's word on the seven days. A done or skipped session is judged as if it were in the hand."""
    monday = clock.monday_of(row.date)
    return day_verdicts(
        records.athlete.in_week(monday),
        in_hand(records, row),
        str(row.id),
        context=records.context(monday),
        closed_days=records.closed_days(monday),
        now=records.moment(monday),
    )


def offer(records: Records, monday: date, session_id: UUID, day: date) -> Offer | None:
    """The ways out of a refused move to another day of the week from `monday`; None where there is none.

    The exchange of the two days, and where that breaks a rule or cannot be, the smallest change that makes room.
    """
    row = next((one for one in records.sessions[monday] if one.id == session_id), None)
    if row is None or clock.monday_of(day) != monday:
        return None
    told = _verdicts(records, row)[day.weekday()]
    room = None if told.exchanged in (Verdict.OK, Verdict.CAUTION) else other_days.room_on(records, row, day)
    if not told.exchange and not (room and room.change):
        return None
    return Offer(session_id, day, change_words.exchange(row.date, day) if told.exchange else "", told.exchange, room)


def _names(reasons: Sequence[engine.Reason]) -> list[str]:
    """The names in the sources of some reasons, each once."""
    return list(dict.fromkeys(name for one in reasons for name in rule_words.sources(one.source or "")))
