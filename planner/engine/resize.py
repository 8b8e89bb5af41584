"""The minutes of a session changed part by part: how many each can have, and the session with them."""

from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.composition import SHORTEST_HARD_RUN
from planner.engine.domain import Athlete, Context, Lift, Run, Session
from planner.engine.moves import Impossible
from planner.engine.shorter import shorter
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Intensity, Lock
from planner.engine.workouts import sets_of

LOCKED = gettext_noop("This session is locked. Unlock it to change its minutes.")
KEEPS_CONTENT = gettext_noop("This session keeps its content. Free the content to change its minutes.")
BOUNDS = Words(
    {
        "whole": gettext_noop("Write minutes from {least} to {most}."),
        "run": gettext_noop("Write minutes from {least} to {most} for the run."),
        "lift": gettext_noop("Write minutes from {least} to {most} for the lift."),
    }
)
LIGHTER = 0.8  # of the minutes, in a week that is made smaller: less of everything, as hard as before (section 11)


@dataclass(frozen=True, slots=True)
class Span:
    """How long a part is and may be: `part` is run, lift or whole; minutes."""

    part: str
    minutes: int
    least: int
    most: int


def spans(athlete: Athlete, session: Session) -> tuple[Span, ...]:
    """What of the session has minutes of its own, run before lift; a circuit or recovery is one."""
    if session.is_circuit:
        return (Span("whole", session.minutes, *limits.CIRCUIT_MINUTES),)
    if session.recovery is not None:
        return (Span("whole", session.minutes, *limits.RECOVERY_MINUTES),)
    runs = [_run_span(athlete, session.run)] if session.run else []
    lifts = [Span("lift", session.lift.minutes, *limits.LIFT_MINUTES)] if session.lift else []
    return (*runs, *lifts)


def _run_span(athlete: Athlete, run: Run) -> Span:
    least = SHORTEST_HARD_RUN if run.intensity is Intensity.HARD else limits.RUN_MINUTES[0]
    return Span("run", run.minutes, least, limits.longest_run_minutes(athlete))


def resized(athlete: Athlete, session: Session, minutes: dict[str, int], context: Context | None = None) -> Session:
    """The session with these minutes by part, as `spans` names them; warm-up and cool-down stay as they are.

    A lift gets as many sets as its minutes hold, in the share that it had of them. Impossible: it is locked, keeps its
    content, or a part would be shorter or longer than it may be.
    """
    if session.locked:
        raise Impossible(_(LOCKED))
    if session.keeps(Lock.CONTENT):
        raise Impossible(_(KEEPS_CONTENT))
    changed = session
    for span in spans(athlete, session):
        wanted = minutes.get(span.part, span.minutes)
        if wanted != span.minutes and not span.least <= wanted <= span.most:
            raise Impossible(BOUNDS[span.part].format(least=span.least, most=span.most))
        changed = _with(changed, span.part, wanted)
    return _with_sets(athlete, session, changed, context or Context())


def _with(session: Session, part: str, minutes: int) -> Session:
    run, lift, rest = session.run, session.lift, session.recovery
    if part == "run" and run:
        return replace(session, run=replace(run, minutes=minutes))
    if part == "lift" and lift:
        return replace(session, lift=replace(lift, minutes=minutes))
    if rest:
        return replace(session, recovery=replace(rest, minutes=minutes))
    if run and lift and minutes != session.minutes:  # a circuit: half and half, less running where there was less
        half = minutes // 2 if run.minutes >= session.minutes // 2 else min(run.minutes, minutes // 2)
        return replace(session, run=replace(run, minutes=half), lift=replace(lift, minutes=minutes - half))
    return session


def _with_sets(athlete: Athlete, was: Session, now: Session, context: Context) -> Session:
    """The session with its sets in the share they had of what the minutes hold."""
    if was.lift is None or now.lift is None or not was.lift.sets or was == now:
        return now

    def held(session: Session, lift: Lift, share: float = 1.0) -> int:
        year = context.start.year if context.start else None
        bare = replace(session, lift=replace(lift, sets=None))
        return sets_of(athlete, bare, year=year, plan_week=context.plan_week, share=share)

    share = min(was.lift.sets / max(held(was, was.lift), 1), 1.0)
    return replace(now, lift=replace(now.lift, sets=max(held(now, now.lift, share), 1)))


def lighter(athlete: Athlete, session: Session, context: Context | None = None) -> Session:
    """The session a fifth shorter, to the nearest five, as hard as before; itself where it cannot be that short."""
    limit = round(session.minutes * LIGHTER / limits.FIVES) * limits.FIVES
    cut = next((one for one in shorter(session) if one.minutes <= limit), session)
    return _with_sets(athlete, session, cut, context or Context())
