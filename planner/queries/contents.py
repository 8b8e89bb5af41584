"""What a session could be made of instead: its shapes, each with what it would mean, and its minutes."""

from django.utils.translation import gettext as _

from planner import clock, engine, mapping, session_words, words
from planner.engine.vocabulary import Lock, Shape, Verdict
from planner.models import Session
from planner.queries import cards
from planner.queries.other_days import TONE
from planner.records import Records
from planner.screens import MinutesField, ShapeChoice
from planner.services import contents, room


def may_change(records: Records, row: Session) -> bool:
    """Whether a hand may change what the session is made of."""
    return cards.is_movable(row, records.today) and Lock.CONTENT not in row.locks.split()


def shapes(records: Records, row: Session) -> tuple[ShapeChoice, ...]:
    """The six shapes of a session of run and lift, whose week's neighbours were read too; recovery has none."""
    now = engine.shape_of(room.in_hand(records, row), mapping.planned(row))
    if now is None or not may_change(records, row):
        return ()
    return tuple(_choice(records, row, shape, is_now=shape is now) for shape in Shape)


def _choice(records: Records, row: Session, shape: Shape, *, is_now: bool) -> ShapeChoice:
    label = session_words.SHAPE[shape]
    if is_now:
        return ShapeChoice(shape.value, label, row_minutes(records, row), True, "ok", "", "")
    try:
        found = contents.reshaped(records, row, shape)
    except engine.Impossible as reason:
        return ShapeChoice(shape.value, label, 0, False, "breaks", _(words.NOT_POSSIBLE), str(reason), possible=False)
    monday = clock.monday_of(row.date)
    after = engine.evaluate(records.athlete.in_week(monday), found.week, records.context(monday))
    judged = engine.judge(records.evaluation(monday), after)
    made = {str(contents.pair_of(records, row)[0].id), engine.NEW}
    minutes = sum(session.minutes for session in found.week.sessions if session.id in made)
    text = "" if judged.verdict is Verdict.OK else judged.text
    return ShapeChoice(shape.value, label, minutes, False, TONE[judged.verdict], words.VERDICT[judged.verdict], text)


def row_minutes(records: Records, row: Session) -> int:
    """Minutes of the session, and of the other one of its day where it is parted."""
    pair = contents.pair_of(records, row)
    return sum(mapping.planned(one).minutes for one in pair if one is not None)


def minutes(records: Records, row: Session) -> tuple[MinutesField, ...]:
    """The parts whose minutes can be changed, with their bounds."""
    if not may_change(records, row):
        return ()
    spans = engine.spans(records.athlete, mapping.planned(row))
    return tuple(
        MinutesField(
            "minutes" if span.part == "whole" else f"{span.part}_minutes",
            session_words.PART[span.part],
            span.minutes,
            span.least,
            span.most,
        )
        for span in spans
    )
