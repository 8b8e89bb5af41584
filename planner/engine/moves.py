"""What a hand does to a week: move and flip, and what each day would mean for a session before it is dropped."""

from dataclasses import replace

from planner.engine.domain import DAY_MINUTES, DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.places import usual_start
from planner.engine.results import DayVerdict, Evaluation, Finding
from planner.engine.vocabulary import Kind, Severity, Verdict
from planner.engine.wording import WEEKDAYS, clock

STEP = 5


class Impossible(ValueError):
    """A move that cannot be: its text is the reason, in a sentence."""


def move(athlete: Athlete, week: Week, session_id: str, day: int, start: int) -> Week:
    """The week with one session elsewhere; raises Impossible where no such week can be."""
    session = week.find(session_id)
    if session.locked:
        raise Impossible("This session is locked. Unlock it to move it.")
    moved = session.moved(day, start)
    check_place(week, moved)
    return week.replaced(moved)


def check_place(week: Week, session: Session) -> None:
    """Raise Impossible where the session cannot lie where it says: past the day, on another, a second run or lift."""
    if not 0 <= session.day < DAYS or session.start < 0:
        raise Impossible("That is not a day of this week.")
    if session.end > DAY_MINUTES:
        raise Impossible(f"Starting at {clock(session.start)} it would end after midnight.")
    for other in week.by_day[session.day]:
        if other.id == session.id:
            continue
        name = WEEKDAYS[session.day]
        if session.run and other.run:
            raise Impossible(f"{name} already has a run; nobody runs twice in a day.")
        if session.lift and other.lift:
            raise Impossible(f"{name} already has a lift; nobody lifts twice in a day.")
        if session.start < other.end and other.start < session.end:
            raise Impossible(f"{name} is taken from {clock(other.start)} to {clock(other.end)}.")


def flip(week: Week, session_id: str) -> Week:
    """The week with a combined session's order turned; raises Impossible for any other session, or a locked one."""
    session = week.find(session_id)
    if session.kind is not Kind.COMBINED or session.order is None:
        raise Impossible("Only a session with a run and a lift has an order to turn.")
    if session.locked:
        raise Impossible("This session is locked. Unlock it to change its order.")
    return week.replaced(replace(session, order=session.order.other))


def place_on(athlete: Athlete, week: Week, session: Session, day: int) -> int:
    """When the session would start that day: at its own hour where that is free, else the first that fits."""
    windows = [w for w in athlete.windows_on(day) if w.minutes >= session.minutes]
    starts = [session.start] if any(w.start <= session.start <= w.end - session.minutes for w in windows) else []
    starts += [usual_start(w, session.minutes) for w in windows]
    starts += [start for w in windows for start in range(w.start, w.end - session.minutes + 1, STEP)]
    for start in starts:
        try:
            check_place(week, session.moved(day, start))
        except Impossible:
            continue
        return start
    return min(starts[0] if starts else session.start, DAY_MINUTES - session.minutes)


def day_verdicts(
    athlete: Athlete,
    week: Week,
    session_id: str,
    *,
    context: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
) -> tuple[DayVerdict, ...]:
    """What each of the seven days means for a session in the hand: where it would start, and what it would cost."""
    session = week.find(session_id)
    now = evaluate(athlete, week, context)
    return tuple(
        DayVerdict(day, session.start, Verdict.BREAKS, "This day is over.", 0)
        if day in closed_days
        else _verdict(athlete, week, session, day, now, context)
        for day in range(DAYS)
    )


def _verdict(
    athlete: Athlete, week: Week, session: Session, day: int, now: Evaluation, context: Context | None
) -> DayVerdict:
    if day == session.day:
        return DayVerdict(day, session.start, Verdict.OK, "It is here now.", 0)
    start = place_on(athlete, week, session, day)
    try:
        then = evaluate(athlete, move(athlete, week, session.id, day, start), context)
    except Impossible as reason:
        return DayVerdict(day, start, Verdict.BREAKS, str(reason), 0)
    worst = worst_new(now, then)
    cost = then.score - now.score
    if worst is None or (worst.severity is Severity.SOFT and cost <= 0):
        text = "Fits." if cost >= 0 else "Fits, and better than where it is."
        return DayVerdict(day, start, Verdict.OK, text, cost)
    verdict = Verdict.BREAKS if worst.severity is Severity.HARD else Verdict.CAUTION
    return DayVerdict(day, start, verdict, worst.text, cost)


def worst_new(before: Evaluation, after: Evaluation) -> Finding | None:
    """The gravest finding that was not there before; None where there is none."""
    known = {(f.rule, f.text) for f in before.findings}
    return next((f for f in after.findings if (f.rule, f.text) not in known), None)
