"""How sessions begin and end: warm-up and cool-down by what comes next to them."""

from planner.engine.domain import Session
from planner.engine.paces import Zone
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import BALANCING, Effort, Intensity, Level, Order
from planner.engine.wording import in_a_row
from planner.engine.workouts import recovery
from planner.engine.workouts.case import Case
from planner.engine.workouts.runs import run_walk

WARM_UP_RUN = 5  # minutes; a shorter one is no run
BALANCE = gettext_noop("For balance, stand on one leg near a wall, 20 s on each side, twice.")
MOBILITY = gettext_noop(
    "Mobility for ankles, hips and shoulders, then a few movements of the first exercise without weight."
)


def _begins_with_lift(session: Session) -> bool:
    return session.lift is not None and not session.is_circuit and session.order is not Order.RUN_FIRST


def _ends_with_lift(session: Session) -> bool:
    return session.lift is not None and not session.is_circuit and session.order is not Order.LIFT_FIRST


def warm_up(case: Case) -> str:
    """The first minutes in a sentence."""
    session = case.session
    if session.recovery is not None:
        return recovery.WARM_UP.get(session.recovery.activity) or _(recovery.WARM_UP_ELSE)
    if _begins_with_lift(session):
        return _before_lift(case)
    if session.is_circuit:
        return _("Easy run, then leg swings and a few movements of each exercise without weight.")
    if run_walk(case) is not None:
        return _("Walk, brisker each minute.")
    if session.run is not None and session.run.intensity is Intensity.HARD:
        return _("Easy run, then leg swings and three strides of 15 s, each a little faster.")
    if case.athlete.run_level is Level.BEGINNER:
        return _("Walk briskly, then run slowly until you are warm.")
    return _("Run more slowly than feels needed until you are warm.")


def _before_lift(case: Case) -> str:
    """An easy run where the athlete likes one: it is warm-up, and the session still starts with the lift."""
    session = case.session
    if not case.athlete.warm_up_run or session.warm_up < WARM_UP_RUN or case.athlete.runs_per_week == 0:
        return _(MOBILITY)
    if run_walk(case) is not None:
        return _("Brisk walk or slow jog to get warm; it does not count as your run.")
    heavy = session.lift is not None and session.lift.effort is Effort.HEAVY
    run = _("Easy run to get warm ({guide}); it does not count as your run.")
    end = _("Mobility for ankles, hips and shoulders in the last minutes.") if heavy else ""
    return in_a_row(run.format(guide=case.guide(Zone.EASY, "2–3")), end)


def cool_down(case: Case) -> str:
    """The last minutes in a sentence; from 65 on lifts, yoga and mobility end with balance."""
    session = case.session
    balances = session.lift is not None or (session.recovery is not None and session.recovery.activity in BALANCING)
    has_balance = case.is_older and balances and not session.is_circuit
    return in_a_row(_cool_down(session), _(BALANCE) if has_balance else "")


def _cool_down(session: Session) -> str:
    if session.recovery is not None:
        return recovery.COOL_DOWN.get(session.recovery.activity) or _(recovery.COOL_DOWN_ELSE)
    if _ends_with_lift(session):
        return _("Walk about, breathe slowly, stretch what worked if you like.")
    return _("Run slower and slower, then walk; stretch calves and hips if you like.")
