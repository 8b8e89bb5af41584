"""How sessions begin and end: warm-up and cool-down by what comes next to them."""

from planner.engine.domain import Session
from planner.engine.paces import Zone
from planner.engine.vocabulary import BALANCING, Effort, Intensity, Level, Order
from planner.engine.workouts import recovery
from planner.engine.workouts.case import Case
from planner.engine.workouts.runs import run_walk

WARM_UP_RUN = 5  # minutes; a shorter one is no run
BALANCE = " For balance, stand on one leg near a wall, 20 s on each side, twice."
MOBILITY = "Mobility for ankles, hips and shoulders, then a few movements of the first exercise without weight."


def _begins_with_lift(session: Session) -> bool:
    return session.lift is not None and not session.is_circuit and session.order is not Order.RUN_FIRST


def _ends_with_lift(session: Session) -> bool:
    return session.lift is not None and not session.is_circuit and session.order is not Order.LIFT_FIRST


def warm_up(case: Case) -> str:
    """The first minutes in a sentence."""
    session = case.session
    if session.recovery is not None:
        return recovery.WARM_UP.get(session.recovery.activity, recovery.WARM_UP_ELSE)
    if _begins_with_lift(session):
        return _before_lift(case)
    if session.is_circuit:
        return "Easy run, then leg swings and a few movements of each exercise without weight."
    if run_walk(case) is not None:
        return "Walk, brisker each minute."
    if session.run is not None and session.run.intensity is Intensity.HARD:
        return "Easy run, then leg swings and three strides of 15 s, each a little faster."
    if case.athlete.run_level is Level.BEGINNER:
        return "Walk briskly, then run slowly until you are warm."
    return "Run more slowly than feels needed until you are warm."


def _before_lift(case: Case) -> str:
    """An easy run where the athlete likes one: it is warm-up, and the session still starts with the lift."""
    session = case.session
    if not case.athlete.warm_up_run or session.warm_up < WARM_UP_RUN or case.athlete.runs_per_week == 0:
        return MOBILITY
    if run_walk(case) is not None:
        return "Brisk walk or slow jog to get warm; it does not count as your run."
    heavy = session.lift is not None and session.lift.effort is Effort.HEAVY
    end = " Mobility for ankles, hips and shoulders in the last minutes." if heavy else ""
    return f"Easy run to get warm ({case.guide(Zone.EASY, '2–3')}); it does not count as your run.{end}"


def cool_down(case: Case) -> str:
    """The last minutes in a sentence; from 65 on lifts, yoga and mobility end with balance."""
    session = case.session
    balances = session.lift is not None or (session.recovery is not None and session.recovery.activity in BALANCING)
    return _cool_down(session) + (BALANCE if case.is_older and balances and not session.is_circuit else "")


def _cool_down(session: Session) -> str:
    if session.recovery is not None:
        return recovery.COOL_DOWN.get(session.recovery.activity, recovery.COOL_DOWN_ELSE)
    if _ends_with_lift(session):
        return "Walk about, breathe slowly, stretch what worked if you like."
    return "Run slower and slower, then walk; stretch calves and hips if you like."
