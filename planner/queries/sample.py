"""The week of the front page, which anybody may move about: nothing of it is stored, its places travel with the page.

It is planned once by the engine for a made-up athlete. `code` names how its sessions lie now, in their fixed order:
"1.1080.run_first-3.1080.lift_first" is Tuesday 18:00 run first, Thursday 18:00 lift first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from planner import clock, engine, mapping, words
from planner.engine.domain import Session as Planned
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import PlannedWeek
from planner.engine.vocabulary import Order
from planner.models import Plan, Profile, Session, Week
from planner.queries import in_hand
from planner.queries.board import board
from planner.records import NoWeek, Records
from planner.screens import Board
from planner.telling import USUAL, Telling
from planner.told import kept_by_language

ANSWERS = {
    "goal": "fat_loss",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": [
        *({"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(5)),
        *({"weekday": weekday, "start": "08:00", "end": "12:00"} for weekday in (5, 6)),
    ],
    "training_days": 4,  # days stay empty, so that a card has somewhere to go
}
KEPT = 64  # weeks kept in the process, so that a drop which somebody made before costs nothing
Verdicts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """The sample as it lies after an action, and what is said of it."""

    code: str
    message: str
    level: Literal["success", "warning", "error"]


@cache
def _planned() -> PlannedWeek:
    planned = engine.plan_week(mapping.athlete_of(_profile()))
    named = [replace(one, id=str(uuid5(NAMESPACE_URL, one.id))) for one in planned.week.sessions]
    return replace(planned, week=PlannedSessions.of(named))


def _profile() -> Profile:
    return Profile(answers=ANSWERS, timezone="UTC")


def monday() -> date:
    """The week that it is shown in: the next one, none of whose days is over."""
    return clock.monday_of(clock.today("UTC")) + clock.ONE_WEEK


def as_made() -> str:
    """The code of the week as the engine made it."""
    return _code_of(_planned().week)


def _code_of(week: PlannedSessions) -> str:
    return "-".join(_place(week.find(session.id)) for session in _planned().week.sessions)


def _place(session: Planned) -> str:
    return f"{session.day}.{session.start}.{session.order or ''}"


@lru_cache(maxsize=KEPT)
def _read(code: str) -> PlannedSessions:
    """The week of a code; ValueError where it names none that can be."""
    sessions = _planned().week.sessions
    week = PlannedSessions.of(_placed(*pair) for pair in zip(sessions, code.split("-"), strict=True))
    for session in week.sessions:
        try:
            engine.check_place(week, session)
        except engine.Impossible as reason:
            raise ValueError(str(reason)) from reason
    return week


def _placed(session: Planned, place: str) -> Planned:
    day, start, order = place.split(".")
    placed = session.moved(int(day), int(start))
    return replace(placed, order=Order(order)) if session.order else placed


def _records(code: str, start: date) -> Records:
    """The week of a code as a plan that nobody has; ValueError where there is no such week.

    Each visitor has their own: what it was judged last is told in the words of whoever asked.
    """
    return replace(_kept(code, start))


@lru_cache(maxsize=KEPT)
def _kept(code: str, start: date) -> Records:
    plan = Plan(started_on=start)
    rows = []
    for session in _read(code).sessions:
        rows.append(Session(id=UUID(session.id)))
        mapping.write(rows[-1], session, start)
    week = Week(plan=plan, start=start, optimal=_planned().optimal)
    return Records(plan, _profile(), {start: week}, {start: rows})


@kept_by_language(KEPT)
def sample_board(code: str, start: date, by: Telling = USUAL) -> Board:
    """The board of a code in the week from the Monday `start` on, told as now, `by`; ValueError where there is none."""
    return board(_records(code, start), start)


@kept_by_language(4 * KEPT)
def verdicts(code: str, card: UUID, start: date, by: Telling = USUAL) -> Verdicts:
    """What each day means for a card in the hand, told as now, `by`. ValueError and NoWeek where there is none."""
    records = _records(code, start)
    return in_hand.at_home(records, records.session(card))


def moved(code: str, card: UUID, day: date, minute: int) -> Answer:
    """The sample after a card is put on the weekday of `day`, or why it stays. ValueError and NoWeek as above."""
    done = words.moved_to(words.weekday(day.weekday()), minute)
    return _changed(code, card, done, lambda week: engine.move(week, str(card), day.weekday(), minute))


def flipped(code: str, card: UUID) -> Answer:
    """The sample after the order of a card is turned. ValueError and NoWeek as above."""
    order = _read(code).find(str(card)).order if _has(code, card) else None
    done = words.order_now(order.other) if order else ""
    return _changed(code, card, done, lambda week: engine.flip(week, str(card)))


def _has(code: str, card: UUID) -> bool:
    return any(session.id == str(card) for session in _read(code).sessions)


def _changed(code: str, card: UUID, done: str, change: Callable[[PlannedSessions], PlannedSessions]) -> Answer:
    """What the change makes of the week, told by the gravest finding that was not there before."""
    if not _has(code, card):
        raise NoWeek(card)
    try:
        changed = _code_of(change(_read(code)))
    except engine.Impossible as reason:
        return Answer(code, str(reason), "error")
    was, now = (_records(one, monday()).evaluation(monday()) for one in (code, changed))
    worst = engine.judge(was, now).finding
    return Answer(changed, f"{done} {worst.text}", "warning") if worst else Answer(changed, done, "success")
