"""What the person's own calendar has while a session would be, told beside the rule of free hours."""

from collections.abc import Iterable
from datetime import date

from planner import words
from planner.engine.domain import Session
from planner.intervals import Interval, within
from planner.records import Records

FREE_HOURS = "availability"  # the rule that a session breaks on a meeting


def named(records: Records, rule: str | None, sentence: str, sessions: Iterable[tuple[date, Session]]) -> str:
    """A rule's sentence about sessions on these dates; where meetings are why they have no free hours, with these."""
    if rule != FREE_HOURS or not records.taken:
        return sentence
    spans = [span for day, session in sessions for span in _under(records, day, session)]
    return f"{sentence} {words.in_calendar(spans)}" if spans else sentence


def _under(records: Records, day: date, session: Session) -> list[Interval]:
    """In minutes of the day, whole meetings."""
    return [one for one in records.taken.get(day, ()) if within([one], session.start, session.end)]
