"""How much of it: a week's prescription in minutes and sets, by the stage of its block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.composition import CIRCUIT_MINUTES, SHORTEST_HARD_RUN, Volume, usual_volume
from planner.engine.domain import Athlete, Context, Session
from planner.engine.lighter import most_sets, one_lift_less, stage_volume
from planner.engine.prescription import Prescription
from planner.engine.progression import long_run_target, run_limit, run_target, stage_of
from planner.engine.run_room import RunRoom, run_room
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Intensity

MOST_LEFT_OVER = 0.04  # of the week's minutes, where full fives cannot reach them
SHORTEST_RUN, LONGEST_COMBINED_RUN = limits.RUN_MINUTES[0], 30
Lengths = dict[str, int]  # minutes by kind of run; counts likewise
Bounds = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Minutes:
    """A week's minutes of running: to share out, those of the runs at their usual length, and those taken already.

    `longest` are those of the longest run that stands already, `long` those of the long run where it does.
    """

    target: int
    whole: int
    held: int
    longest: int
    long: int


def dosed(
    athlete: Athlete,
    context: Context,
    rx: Prescription,
    given: Sequence[Session] = (),
    shut: frozenset[int] = frozenset(),
) -> Prescription:
    """The prescription with this week's minutes; runs that those cannot hold are given up, hard ones first.

    `given` sessions stand already and take their minutes from the week's, circuits do too; `shut` days take no run.
    """
    usual = stage_volume(athlete, context)
    held = sum(s.run.minutes for s in given if s.run is not None) + rx.circuits * _circuit_run(athlete, context, usual)
    limit = run_limit(athlete, context)
    if limit is not None:
        light = stage_of(athlete, context).is_light
        rx = _holding(athlete, rx, max(limit - held, 0), least=0 if light or held else 1)
    if usual.sets < 1:
        rx = one_lift_less(context, rx, limit)
        usual = replace(usual, most_sets=most_sets(context, rx, given))
    whole = _whole(athlete, rx, usual, shut)
    target = run_target(athlete, context, whole + held) - held
    as_usual = usual == usual_volume(athlete.goal, athlete.run_level, athlete.lift_level)
    if limit is None and target == whole and as_usual:
        return rx
    stand = [s.run for s in given if s.run is not None and not s.is_circuit]
    longest = max((run.minutes for run in stand), default=0)
    long = max((run.minutes for run in stand if run.intensity is Intensity.LONG), default=0)
    return _with_minutes(athlete, context, rx, usual, Minutes(target, whole, held, longest, long), shut)


def _whole(athlete: Athlete, rx: Prescription, usual: Volume, shut: frozenset[int]) -> int:
    """Minutes of the prescription's runs at their usual length, as far as the windows hold them."""
    room = _room(athlete, rx, usual, shut)
    return room.held(_lengths(usual)) + min(usual.long, room.long) * rx.long


def _room(athlete: Athlete, rx: Prescription, usual: Volume, shut: frozenset[int]) -> RunRoom:
    return run_room(athlete, rx, usual, _hard_alone(athlete, rx), shut)


def _lengths(volume: Volume) -> Lengths:
    return {"easy": volume.easy, "hard": volume.hard, "combined": volume.combined}


def _with_minutes(
    athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: Minutes, shut: frozenset[int]
) -> Prescription:
    """The prescription with so many minutes for its runs; a long run that would be no longer than others is none."""
    room, others = _room(athlete, rx, usual, shut), replace(rx, long=False, run_only=rx.run_only - rx.long)
    most = room.held({kind: most for kind, (_, most) in _bounds(athlete, context, others, usual, room.long).items()})
    target, whole = min(minutes.target, most + room.long * rx.long), minutes.whole
    long = _long_run(athlete, context, rx, usual, replace(minutes, target=target), room.long) if rx.long else 0
    in_proportion = room.held(_lengths(usual)) * target // whole if whole else 0
    light = stage_of(athlete, context).is_light
    left = min(target - long, in_proportion) if light else target - long  # what a short long run leaves tires too
    bounds = _bounds(athlete, context, others, usual, long or minutes.long or room.long)
    volume = _shared(athlete, context, others, usual, left, bounds, room)
    if rx.long and long < max(room.longest(_lengths(volume)), minutes.longest):
        return _with_minutes(athlete, context, replace(rx, long=False, long_day=None), usual, minutes, shut)
    return replace(rx, volume=replace(volume, long=long or minutes.long or usual.long))


def _circuit_run(athlete: Athlete, context: Context, usual: Volume) -> int:
    """Minutes of running in a circuit."""
    minutes = usual.circuit or CIRCUIT_MINUTES[athlete.level]
    return min(minutes // 2, limits.longest_run_cap(athlete, context))


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


def _long_run(athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: Minutes, most: int) -> int:
    """Minutes of the long run: by the block, its share of the week, what it leaves the other runs, at most so many."""
    target, whole, held = minutes.target, minutes.whole, minutes.held
    wish = long_run_target(athlete, context, usual.long, target + held, whole + held)
    share = int(limits.long_run_share(rx.runs) * target)
    left = target - _shortest(athlete, replace(rx, long=False, run_only=rx.run_only - 1))
    return _in_fives(max(min(wish, share, left, most), SHORTEST_RUN))


def _shared(
    athlete: Athlete, context: Context, rx: Prescription, usual: Volume, minutes: int, bounds: Bounds, room: RunRoom
) -> Volume:
    """The runs other than the long one, scaled to so many minutes in all: in full fives where those come near.

    A light week has nothing to catch up with, so fives are near enough.
    """
    hard = _hard_alone(athlete, rx)
    counts = {"easy": rx.run_only - hard, "hard": hard, "combined": rx.combined}
    full = lengths = _lengths(usual)
    steps = (limits.FIVES,) if stage_of(athlete, context).is_light else (limits.FIVES, 1)
    for step in steps if _in_all(full, counts) else ():
        lengths = _filled(full, counts, minutes, bounds, step, room)
        if minutes - room.held(lengths) <= MOST_LEFT_OVER * minutes:
            break
    named = {name: length if counts[name] else min(length, full[name]) for name, length in lengths.items()}
    return replace(usual, easy=named["easy"], hard=named["hard"], combined=named["combined"])


def _filled(full: Lengths, counts: Lengths, minutes: int, bounds: Bounds, step: int, room: RunRoom) -> Lengths:
    """Lengths that hold as much of the minutes as they can: what short windows cut off goes to the other runs."""
    budget = max(minutes, 0)
    lengths = _stretched(_scaled(full, counts, budget, bounds, step), counts, budget, bounds, step)
    longest = {kind: most for kind, (_, most) in bounds.items()}
    cuts = room.held(longest) < _in_all(longest, counts)
    while cuts and room.held(lengths) < minutes:
        budget += step
        longer = _stretched(_scaled(full, counts, budget, bounds, step), counts, budget, bounds, step)
        if room.held(longer) > minutes or _in_all(longer, counts) + step * sum(counts.values()) < budget:
            break
        lengths = longer
    return lengths


def _scaled(full: Lengths, counts: Lengths, minutes: int, bounds: Bounds, step: int) -> Lengths:
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


def _stretched(lengths: Lengths, counts: Lengths, minutes: int, bounds: Bounds, step: int) -> Lengths:
    """A step more for runs on their own, then for those beside a lift, where all of them can have it."""
    for names in (("easy", "hard"), ("combined",)):
        count = sum(counts[name] for name in names)
        longer = {name: lengths[name] + step for name in names}
        fits = all(longer[name] <= bounds[name][1] for name in names if counts[name])
        if count and fits and count * step <= minutes - _in_all(lengths, counts):
            lengths = lengths | longer
    return lengths


def _in_all(lengths: Lengths, counts: Lengths) -> int:
    return sum(lengths[name] * count for name, count in counts.items())


def _bounds(athlete: Athlete, context: Context, rx: Prescription, usual: Volume, long: int) -> Bounds:
    """Fewest and most minutes of each kind of run; none is longer than the long run."""
    cap = min(limits.longest_run_cap(athlete, context), long)
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
