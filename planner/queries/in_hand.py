"""A session in the hand: what each day and place would mean for it, in its own week or in another of the plan."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from planner import clock, mapping, meetings, words
from planner.engine import day_verdicts
from planner.engine import verdicts as place_verdicts
from planner.engine.domain import Session as Planned
from planner.engine.results import DayVerdict, SlotVerdict
from planner.models import Session
from planner.records import Records, monday_of, read
from planner.services.across import visitors
from planner.services.room import in_hand

Place = TypeVar("Place", DayVerdict, SlotVerdict)


def verdicts(user: Any, session_id: UUID, week: date | None = None) -> dict[str, Any]:
    """By date: what the day means (`days`), and each of its possible places (`places`) where there are several.

    `turn` is what turning the order round would mean where the session lies; absent where there is nothing to turn.
    `week` is another week's Monday. Raises NoPlan, NoWeek.
    """
    home = monday_of(user, session_id)
    monday = week or home
    records = read(user, home, monday)
    records.week(monday)  # which the plan may not have
    row = records.session(session_id)
    if monday != home:
        return _told(records, row, monday, *visitors(records, row, monday))
    return at_home(records, row)


def at_home(records: Records, row: Session) -> dict[str, Any]:
    """The same of the session's own week, which was read. A done or skipped one is judged as if it were in the hand."""
    monday = clock.monday_of(row.date)
    week, athlete = in_hand(records, row), records.athlete.in_week(monday)
    around: dict[str, Any] = {
        "context": records.context(monday),
        "closed_days": records.closed_days(monday),
        "now": records.moment(monday),
    }
    days = day_verdicts(athlete, week, str(row.id), **around)
    return _told(records, row, monday, days, place_verdicts(athlete, week, str(row.id), **around))


def _told(
    records: Records, row: Session, monday: date, days: Sequence[DayVerdict], places: Sequence[SlotVerdict]
) -> dict[str, Any]:
    """As the page's script takes it; a meeting that lies there is named, as the board names it after the drop."""
    own = mapping.planned(row)
    days = [_with_meetings(records, own, monday, one) for one in days]
    places = [_with_meetings(records, own, monday, one) for one in places]
    stays = [one for one in places if one.possible and one.order is own.order]
    turned = [one for one in places if one.order is not own.order and (one.day, one.start) == (own.day, own.start)]
    told: dict[str, Any] = {
        "days": {_date(monday, one.day): _day(one) for one in days},
        "places": {_date(monday, one.day): [_place(other) for other in stays if other.day == one.day] for one in days},
    }
    if turned and monday == clock.monday_of(row.date):
        order = turned[0].order
        told["turn"] = _place(turned[0]) | {
            "order": words.ORDER[order] if order else "",
            "possible": turned[0].possible,
        }
    return told


def _with_meetings(records: Records, own: Planned, monday: date, one: Place) -> Place:
    there = own.moved(one.day, one.start)
    return replace(one, text=meetings.named(records, one.rule, one.text, [(monday + timedelta(one.day), there)]))


def _date(monday: date, day: int) -> str:
    return (monday + timedelta(days=day)).isoformat()


def _day(one: DayVerdict) -> dict[str, Any]:
    return {
        "verdict": one.verdict.value,
        "text": one.text,
        "start": clock.from_minutes(one.start),
        "possible": one.possible,
        "exchange": one.exchange,
    }


def _place(one: SlotVerdict) -> dict[str, Any]:
    return {
        "verdict": one.verdict.value,
        "text": one.text,
        "start": clock.from_minutes(one.start),
        "possible": one.possible,
    }
