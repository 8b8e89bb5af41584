"""Recovery clocks: until when each session keeps legs, upper body and aerobic system busy. Lifting takes longer."""

from collections.abc import Iterator

from planner.engine.domain import DAY_MINUTES, WEEK_MINUTES, Context, Session, Week
from planner.engine.results import Bar, Readiness
from planner.engine.rules.recovery import MUSCLE_HOURS, spaced_lift
from planner.engine.vocabulary import Modality, Region, System

LIFT_HOURS = MUSCLE_HOURS.hours  # the same muscles again (ACSM); soreness and strength may take up to 72 (Doma 2019)
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


def ready(week: Week, minute: int, context: Context | None = None) -> tuple[Readiness, ...]:
    """When legs, upper body and aerobic system are each ready, for somebody who asks at `minute` of the week.

    Minutes count from the week's Monday 00:00. What has not ended by then keeps nobody busy yet.
    """
    begun = [bar for bar in recovery_bars(week, context) if bar.start <= minute < bar.ready]
    return tuple(_readiness(system, minute, [bar for bar in begun if bar.system is system]) for system in System)


def ready_after(week: Week, session_id: str, context: Context | None = None) -> tuple[Readiness, ...]:
    """When each system is ready, asked at the end of a session; KeyError where the week has none of that id."""
    session = week.find(session_id)
    return ready(week, session.day * DAY_MINUTES + session.end, context)


def _readiness(system: System, minute: int, bars: list[Bar]) -> Readiness:
    if not bars:
        return Readiness(system, minute, 0)
    last = max(bars, key=lambda bar: bar.ready)
    return Readiness(system, last.ready, (last.ready - minute) / 60, last.cause, last.session)


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
