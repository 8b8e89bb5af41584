"""Recovery clocks: until when each session keeps legs, upper body and aerobic system busy. Lifting takes longer."""

from collections.abc import Iterator

from planner.engine.domain import DAY_MINUTES, WEEK_MINUTES, Context, Session, Week
from planner.engine.results import Bar
from planner.engine.rules.recovery import spaced_lift
from planner.engine.vocabulary import Modality, Region, System

LIFT_HOURS = 48  # the same muscles again (ACSM); soreness and strength may take up to 72 (Doma 2019)
KEY_RUN_HOURS = 24  # endurance fatigue is gone in about a day (Doma 2019)
EASY_RUN_HOURS = 12  # convention


def recovery_bars(week: Week, context: Context | None = None) -> tuple[Bar, ...]:
    """The bars that show in the week, in time order, those that reach in from the week before included.

    A bar begins where its part ends and is ready so many hours after the session's start, so that the same hour two
    days on is ready for the same muscles, as the rules have it. Bars are cut at neither end: one may start before 0 or
    be ready after the week's 10,080 minutes.
    """
    before = context.before if context else None
    late = [bar for s in (before.sessions if before else ()) for bar in _bars(s, -WEEK_MINUTES) if bar.ready > 0]
    own = [bar for s in week.sessions for bar in _bars(s, 0)]
    return tuple(sorted([*late, *own], key=lambda bar: (bar.start, bar.system, bar.ready)))


def _bars(session: Session, offset: int) -> Iterator[Bar]:
    midnight = offset + session.day * DAY_MINUTES
    lift = spaced_lift(session)
    if lift is not None:
        end = midnight + (session.end if session.is_circuit else session.lift_end)
        ready = midnight + session.start + LIFT_HOURS * 60
        for system in (System.LEGS, System.UPPER):
            if lift.region in (Region.FULL, Region.LOWER if system is System.LEGS else Region.UPPER):
                yield Bar(system, Modality.LIFT, end, ready, session.id)
    if session.run is not None:
        end = midnight + (session.run_start + session.run.minutes if not session.is_circuit else session.end)
        ready = midnight + session.start + 60 * (KEY_RUN_HOURS if session.is_key else EASY_RUN_HOURS)
        yield Bar(System.AEROBIC, Modality.RUN, end, ready, session.id)
        if session.is_key and not session.is_circuit:
            yield Bar(System.LEGS, Modality.RUN, end, ready, session.id)
