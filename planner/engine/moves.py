"""What a hand does to a week: move, exchange and flip."""

from collections.abc import Sequence
from dataclasses import replace

from planner.engine import limits
from planner.engine.domain import DAY_MINUTES, DAYS, Athlete, Session, Week
from planner.engine.locks import against_place
from planner.engine.rules.shapes import HOUR
from planner.engine.spans import START_STEP, usual_start
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop, hour
from planner.engine.vocabulary import Kind, Lock
from planner.engine.wording import WEEKDAYS, day_and_name

APART = limits.SEPARATION * HOUR
LOCKED = gettext_noop("This session is locked. Unlock it to move it.")
LOCKED_ORDER = gettext_noop("This session is locked. Unlock it to change its order.")
KEEPS_ORDER = gettext_noop("This session keeps its order. Free the order to turn it.")


class Impossible(ValueError):
    """A move that cannot be: its text is the reason, in a sentence."""


def move(week: Week, session_id: str, day: int, start: int) -> Week:
    """The week with one session elsewhere; raises Impossible where no such week can be."""
    return week.replaced(placed(week, week.find(session_id), day, start))


def placed(week: Week, session: Session, day: int, start: int) -> Session:
    """A session of the week as it would stand there; raises Impossible."""
    if session.locked:
        raise Impossible(_(LOCKED))
    if 0 <= day < DAYS and (reason := against_place(session, day, start)):
        raise Impossible(reason)
    moved = session.moved(day, start)
    check_place(week, moved)
    return moved


def check_place(week: Week, session: Session) -> None:
    """Raise Impossible where the session cannot lie where it says: past the day, on another, a second run or lift."""
    if not 0 <= session.day < DAYS or session.start < 0:
        raise Impossible(_("That is not a day of this week."))
    if session.end > DAY_MINUTES:
        raise Impossible(_("Starting at {time} it would end after midnight.").format(time=hour(session.start)))
    for other in week.by_day[session.day]:
        if other.id == session.id:
            continue
        if reason := _against(other, session):
            day = WEEKDAYS[session.day]
            raise Impossible(reason.format(day=day, start=hour(other.start), end=hour(other.end)))


def _against(other: Session, session: Session) -> str:
    """Why a session of the day leaves no place for another; empty where it does."""
    if session.run and other.run:
        return _("{day} already has a run; nobody runs twice in a day.")
    if session.lift and other.lift:
        return _("{day} already has a lift; nobody lifts twice in a day.")
    if session.start < other.end and other.start < session.end:
        return _("{day} is taken from {start} to {end}.")
    return ""


def flip(week: Week, session_id: str) -> Week:
    """The week with a combined session's order turned; raises Impossible for any other session, or a locked one."""
    return week.replaced(turned(week.find(session_id)))


def turned(session: Session) -> Session:
    """The session with its parts the other way round; raises Impossible where it has no two parts, or is locked."""
    if session.kind is not Kind.COMBINED or session.order is None:
        raise Impossible(_("Only a session with a run and a lift has an order to turn."))
    if session.locked:
        raise Impossible(_(LOCKED_ORDER))
    if session.keeps(Lock.ORDER):
        raise Impossible(_(KEEPS_ORDER))
    return replace(session, order=session.order.other)


def exchange(athlete: Athlete, week: Week, session_id: str, day: int) -> Week:
    """The week with the session's day and another day exchanged: all sessions of both but those that keep their day.

    Hours are kept where the other day's windows allow. Raises Impossible where a session that stays is in the way, the
    hours do not suffice, or the other day has nothing to give.
    """
    session = week.find(session_id)
    if session.locked:
        raise Impossible(_(LOCKED))
    if not 0 <= day < DAYS or day == session.day:
        raise Impossible(_("That is not another day of this week."))
    if session.keeps(Lock.DAY):
        raise Impossible(against_place(session, day, session.start))
    if not week.by_day[day]:
        raise Impossible(_("{day} is free, so there is nothing to exchange.").format(day=WEEKDAYS[day]))
    days = {session.day: day, day: session.day}
    movers = [s for s in week.sessions if s.day in days and not s.keeps(Lock.DAY)]
    changed = Week.of(s for s in week.sessions if s not in movers)
    for mover in sorted(movers, key=lambda s: -s.minutes):  # the longest has the fewest places
        changed = _settled(athlete, changed, mover, days[mover.day])
    return changed


def _settled(athlete: Athlete, week: Week, session: Session, day: int) -> Week:
    """The week with one session more, on that day; Impossible names the session that stays there and is in the way."""
    placed = session.moved(day, place_on(athlete, week, session, day))
    try:
        check_place(week, placed)
    except Impossible:
        staying = next((s for s in week.by_day[day] if s.keeps(Lock.DAY)), None)
        if staying is None:
            raise
        reason = _("{session} stays where it is, so these days cannot be exchanged.")
        raise Impossible(reason.format(session=day_and_name(staying))) from None
    return Week.of([*week.sessions, placed])


def place_on(athlete: Athlete, week: Week, session: Session, day: int) -> int:
    """When the session would start that day: at its own hour where that is free or kept, else the first that fits.

    A start three hours from what is there goes before one that only does not overlap it.
    """
    if Lock.HOUR in session.locks:
        return session.start
    windows = [w for w in athlete.windows_on(day) if w.minutes >= session.minutes]
    starts = [session.start] if any(w.start <= session.start <= w.end - session.minutes for w in windows) else []
    starts += [usual_start(w, session.minutes) for w in windows]
    starts += [start for w in windows for start in range(w.start, w.end - session.minutes + 1, START_STEP)]
    others = [s for s in week.by_day[day] if s.id != session.id]
    possible = None
    for start in starts:
        placed = session.moved(day, start)
        if _is_possible(week, placed):
            if _is_apart(placed, others):
                return start
            possible = start if possible is None else possible
    last_resort = min(starts[0] if starts else session.start, DAY_MINUTES - session.minutes)
    return last_resort if possible is None else possible


def _is_possible(week: Week, session: Session) -> bool:
    try:
        check_place(week, session)
    except Impossible:
        return False
    return True


def _is_apart(session: Session, others: Sequence[Session]) -> bool:
    """Whether three hours lie between the session and each of the others."""
    return all(session.start - s.end >= APART or s.start - session.end >= APART for s in others)
