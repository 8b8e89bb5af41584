"""What a lighter week leaves of lifts and circuits: shorter ones, half of the sets, where need be one less."""

from collections.abc import Sequence
from dataclasses import replace

from planner.engine import limits
from planner.engine.composition import CIRCUIT_MINUTES, Volume, usual_volume
from planner.engine.domain import Athlete, Context, Session
from planner.engine.loading import last_loading, loading_weeks, told_or_estimated_sets
from planner.engine.prescription import Prescription, without_a_lift
from planner.engine.progression import DELOAD_SETS, stage_of
from planner.engine.vocabulary import LIGHT_PHASES, Phase

LIGHT_LIFT_MINUTES = 25  # of the one light lift before a race
MOST_DELOAD_SETS = 0.58  # of the week's sets before: just under what still is a lighter week
DELOAD_LIFT = 0.6  # of a lift's minutes: half of the sets, warm-up and cool-down whole


def stage_volume(athlete: Athlete, context: Context) -> Volume:
    """The usual minutes; in a light week lifts and circuits are shorter, lifts with fewer sets or lifted lightly."""
    usual, stage = usual_volume(athlete.goal, athlete.run_level, athlete.lift_level), stage_of(athlete, context)
    if stage.phase is Phase.DELOAD:
        return _deload(athlete, context, usual)
    if stage.is_light:
        lift, beside = (min(minutes, LIGHT_LIFT_MINUTES) for minutes in (usual.lift, usual.combined_lift))
        return replace(usual, lift=lift, combined_lift=beside, light=True)
    return usual


def _deload(athlete: Athlete, context: Context, usual: Volume) -> Volume:
    """Six tenths of a lift's minutes, and of a circuit's, as the loading week before held them."""
    lifts, circuits = _before(context)
    whole = (min([minutes, *lifts]) for minutes in (usual.lift, usual.combined_lift))
    lift, beside = (_shorter(minutes, limits.LIFT_MINUTES[0]) for minutes in whole)
    circuit = _shorter(min([CIRCUIT_MINUTES[athlete.level], *circuits]), limits.CIRCUIT_MINUTES[0])
    return replace(usual, lift=lift, combined_lift=beside, circuit=circuit, sets=DELOAD_SETS)


def _shorter(minutes: int, least: int) -> int:
    shorter = int(minutes * DELOAD_LIFT)
    return max(shorter - shorter % limits.FIVES, least)


def _before(context: Context) -> tuple[list[int], list[int]]:
    """Minutes of the longest lift and the longest circuit of the week before, where it was a loading one."""
    past, sessions = context.past, context.before.sessions if context.before else ()
    if not past or past[-1].phase in LIGHT_PHASES or len(past) - 1 not in loading_weeks(past):
        return [], []
    lifts = [s.lift.minutes for s in sessions if s.lift is not None and not s.is_circuit]
    circuits = [s.minutes for s in sessions if s.is_circuit]
    return sorted(lifts)[-1:], sorted(circuits)[-1:]


def one_lift_less(context: Context, rx: Prescription, run_limit: int | None) -> Prescription:
    """A deload of lifts that can be no shorter, and of no less running, has one lift fewer."""
    shortest = _before(context)[0] == [limits.LIFT_MINUTES[0]]
    less_running = run_limit is not None and context.past and run_limit < last_loading(context.past).run_minutes
    return without_a_lift(rx) if shortest and rx.lifts > 1 and not less_running else rx


def most_sets(context: Context, rx: Prescription, given: Sequence[Session]) -> int | None:
    """Working sets of each lift of a deload; None where no week before it tells."""
    if not context.past or not rx.lifts:
        return None
    held = sum(told_or_estimated_sets(s.lift) for s in given if s.lift is not None and not s.is_circuit)
    return max((int(MOST_DELOAD_SETS * last_loading(context.past).lift_sets) - held) // rx.lifts, 1)
