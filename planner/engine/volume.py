"""How much of it: a week's prescription in minutes and sets, by the stage of its block."""

from collections.abc import Sequence
from dataclasses import replace

from planner.engine import limits
from planner.engine.composition import CIRCUIT_MINUTES, SHORTEST_HARD_RUN, Volume, usual_volume
from planner.engine.domain import Athlete, Context, Session
from planner.engine.prescription import Prescription
from planner.engine.progression import (
    DELOAD_SETS,
    last_loading,
    long_run_target,
    run_limit,
    run_target,
    stage_of,
    told_or_estimated_sets,
)
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Phase

MOST_LEFT_OVER = 0.04  # of the week's minutes, where full fives cannot reach them
LIGHT_LIFT_MINUTES = 25  # of the one light lift before a race
MOST_DELOAD_SETS = 0.58  # of the week's sets before: just under what still is a lighter week
DELOAD_LIFT = 0.6  # of a lift's minutes: half of the sets, warm-up and cool-down whole
SHORTEST_RUN, LONGEST_COMBINED_RUN = limits.RUN_MINUTES[0], 30
Minutes = dict[str, int]  # by kind of run; counts likewise
Bounds = dict[str, tuple[int, int]]


def dosed(athlete: Athlete, context: Context, rx: Prescription, given: Sequence[Session] = ()) -> Prescription:
    """The prescription with this week's minutes; runs that those cannot hold are given up, hard ones first.

    `given` sessions stand already and take their minutes from the week's, circuits do too.
    """
    held = sum(s.run.minutes for s in given if s.run is not None) + rx.circuits * _circuit_run(athlete, context)
    limit = run_limit(athlete, context)
    if limit is not None:
        light = stage_of(athlete, context).is_light
        rx = _holding(athlete, rx, max(limit - held, 0), least=0 if light or held else 1)
    usual = _usual(athlete, context, rx, given)
    whole = _run_minutes(athlete, rx, usual)
    target = run_target(athlete, context, whole + held) - held
    if target == whole and usual == usual_volume(athlete.goal, athlete.run_level, athlete.lift_level):
        return rx
    return _with_minutes(athlete, context, rx, usual, (target, whole, held))


def _with_minutes(
    athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: tuple[int, int, int]
) -> Prescription:
    """The prescription with so many minutes for its runs; a long run that would be no longer than others is none.

    `minutes` are those to share out, those of the usual length, and those that are taken already.
    """
    target, whole, held = minutes
    long = _long_run(athlete, context, rx, usual, minutes) if rx.long else 0
    others = replace(rx, long=False, run_only=rx.run_only - rx.long)
    in_proportion = _run_minutes(athlete, others, usual) * target // whole if whole else 0
    light = stage_of(athlete, context).is_light
    left = min(target - long, in_proportion) if light else target - long  # what a short long run leaves tires too
    volume = _shared(athlete, context, others, usual, left)
    if rx.long and others.runs and long < _longest(athlete, others, volume):
        return _with_minutes(athlete, context, replace(rx, long=False, long_day=None), usual, (target, whole, held))
    return replace(rx, volume=replace(volume, long=long or usual.long))


def _longest(athlete: Athlete, rx: Prescription, volume: Volume) -> int:
    """Minutes of the longest of the runs."""
    alone, hard = rx.run_only, _hard_alone(athlete, rx)
    found = [(alone > hard, volume.easy), (hard, volume.hard), (rx.combined, volume.combined)]
    return max(minutes for count, minutes in found if count)


def _circuit_run(athlete: Athlete, context: Context) -> int:
    """Minutes of running in a circuit."""
    return min(CIRCUIT_MINUTES[athlete.level] // 2, limits.longest_run_cap(athlete, context))


def _usual(athlete: Athlete, context: Context, rx: Prescription, given: Sequence[Session]) -> Volume:
    """The usual minutes, lifts of a light week shorter and with fewer sets."""
    usual, stage = usual_volume(athlete.goal, athlete.run_level, athlete.lift_level), stage_of(athlete, context)
    if stage.phase is Phase.DELOAD:
        lift, beside = (_lighter(minutes) for minutes in (usual.lift, usual.combined_lift))
        return replace(
            usual, lift=lift, combined_lift=beside, sets=DELOAD_SETS, most_sets=_sets_left(context, rx, given)
        )
    if stage.is_light:
        lift, beside = (min(minutes, LIGHT_LIFT_MINUTES) for minutes in (usual.lift, usual.combined_lift))
        return replace(usual, lift=lift, combined_lift=beside, light=True)
    return usual


def _sets_left(context: Context, rx: Prescription, given: Sequence[Session]) -> int | None:
    """Working sets of each lift of a deload; None where no week before it tells."""
    if not context.past or not rx.lifts:
        return None
    held = sum(told_or_estimated_sets(s.lift) for s in given if s.lift is not None and not s.is_circuit)
    return max((int(MOST_DELOAD_SETS * last_loading(context.past).lift_sets) - held) // rx.lifts, 1)


def _lighter(minutes: int) -> int:
    shorter = int(minutes * DELOAD_LIFT)
    return max(shorter - shorter % limits.FIVES, limits.LIFT_MINUTES[0])


def _holding(athlete: Athlete, rx: Prescription, minutes: int, least: int) -> Prescription:
    """As many of the runs as so many minutes hold at their shortest, at least `least`; hard ones become easy first."""
    while rx.runs > least and _shortest(athlete, rx) > minutes:
        if rx.hard:
            rx = replace(rx, hard=rx.hard - 1)
        elif rx.combined:
            rx = replace(rx, combined=rx.combined - 1, lift_only=rx.lift_only + 1)
        else:
            rx = replace(rx, run_only=rx.run_only - 1, recovery=rx.recovery + 1)
        if rx.easy < 0:
            rx = replace(rx, long=False, long_day=None)
    return rx


def _shortest(athlete: Athlete, rx: Prescription) -> int:
    """Minutes of the week's runs at their shortest; all runs beside a lift are as long as a hard one must be."""
    alone = _hard_alone(athlete, rx)
    beside = SHORTEST_HARD_RUN if rx.hard > alone else SHORTEST_RUN
    return alone * SHORTEST_HARD_RUN + (rx.run_only - alone) * SHORTEST_RUN + rx.combined * beside


def _hard_alone(athlete: Athlete, rx: Prescription) -> int:
    """Hard runs taken to be on their own: for runners all but the one that shares a session with a leg lift."""
    beside = athlete.goal in RUNNING_GOALS and rx.combined > 0
    return max(min(rx.hard - beside, rx.run_only - rx.long), 0)


def _run_minutes(athlete: Athlete, rx: Prescription, volume: Volume) -> int:
    """Minutes of the prescription's runs."""
    hard = _hard_alone(athlete, rx)
    easy = rx.run_only - rx.long - hard
    return easy * volume.easy + hard * volume.hard + rx.combined * volume.combined + rx.long * volume.long


def _long_run(
    athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: tuple[int, int, int]
) -> int:
    """Minutes of the long run: by the block, the share it may have of the week, and what it leaves the other runs."""
    target, whole, held = minutes
    wish = long_run_target(athlete, context, usual.long, target + held, whole + held)
    share = int(limits.long_run_share(rx.runs) * target)
    left = target - _shortest(athlete, replace(rx, long=False, run_only=rx.run_only - 1))
    return _in_fives(max(min(wish, share, left, limits.longest_run_minutes(athlete)), SHORTEST_RUN))


def _shared(athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: int) -> Volume:
    """The runs other than the long one, scaled to so many minutes in all: in full fives where those come near.

    A light week has nothing to catch up with, so fives are near enough.
    """
    hard = _hard_alone(athlete, rx)
    counts = {"easy": rx.run_only - hard, "hard": hard, "combined": rx.combined}
    full = {"easy": usual.easy, "hard": usual.hard, "combined": usual.combined}
    bounds = _bounds(athlete, context, rx, usual)
    lengths = full
    steps = (limits.FIVES,) if stage_of(athlete, context).is_light else (limits.FIVES, 1)
    for step in steps if _in_all(full, counts) else ():
        lengths = _stretched(_scaled(full, counts, minutes, bounds, step), counts, minutes, bounds, step)
        if minutes - _in_all(lengths, counts) <= MOST_LEFT_OVER * minutes:
            break
    named = {name: length if counts[name] else min(length, full[name]) for name, length in lengths.items()}
    return replace(usual, easy=named["easy"], hard=named["hard"], combined=named["combined"])


def _scaled(full: Minutes, counts: Minutes, minutes: int, bounds: Bounds, step: int) -> Minutes:
    """Every kind in its usual proportion and within its bounds; what is longest gives way to what can be no shorter."""
    whole = _in_all(full, counts)
    lengths = {}
    for name, usual in full.items():
        share = usual * max(minutes, 0) // whole
        lengths[name] = min(max(share - share % step, bounds[name][0]), bounds[name][1])
    while _in_all(lengths, counts) > minutes:
        above = [name for name in lengths if counts[name] and lengths[name] - step >= bounds[name][0]]
        if not above:
            break
        lengths[max(above, key=lambda name: lengths[name])] -= step
    return lengths


def _stretched(lengths: Minutes, counts: Minutes, minutes: int, bounds: Bounds, step: int) -> Minutes:
    """A step more for runs on their own, then for those beside a lift, where all of them can have it."""
    for names in (("easy", "hard"), ("combined",)):
        count = sum(counts[name] for name in names)
        longer = {name: lengths[name] + step for name in names}
        fits = all(longer[name] <= bounds[name][1] for name in names if counts[name])
        if count and fits and count * step <= minutes - _in_all(lengths, counts):
            lengths = lengths | longer
    return lengths


def _in_all(lengths: Minutes, counts: Minutes) -> int:
    return sum(lengths[name] * count for name, count in counts.items())


def _bounds(athlete: Athlete, context: Context, rx: Prescription, usual: Volume) -> Bounds:
    """Fewest and most minutes of each kind of run."""
    cap = limits.longest_run_cap(athlete, context)
    ceiling = limits.COMBINED_CEILING[athlete.level] - usual.combined_lift
    if athlete.goal in LIFTING_GOALS:
        ceiling = min(ceiling, LONGEST_COMBINED_RUN)
    beside = SHORTEST_HARD_RUN if rx.hard > _hard_alone(athlete, rx) else SHORTEST_RUN
    day = limits.DAY_CEILING[athlete.level]
    return {
        "easy": (SHORTEST_RUN, max(min(cap, day), SHORTEST_RUN)),
        "hard": (SHORTEST_HARD_RUN, max(min(cap, day, usual.hard * 5 // 4), SHORTEST_HARD_RUN)),
        "combined": (beside, max(min(cap, ceiling), beside)),
    }


def _in_fives(minutes: int) -> int:
    return max(minutes - minutes % limits.FIVES, SHORTEST_RUN)
