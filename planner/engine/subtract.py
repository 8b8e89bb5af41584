"""What is left to place once some sessions stand: the prescription less the given sessions, fitted to the free days."""

from collections.abc import Sequence
from dataclasses import replace

from planner.engine.domain import Session
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Intensity, Kind, Lock, Region


def without_given(rx: Prescription, given: Sequence[Session], days: int, training_days: int) -> Prescription:
    """The prescription less what the given sessions provide, on at most so many more days and training days."""
    if given:
        rx = less(rx, given)
    return squeezed(rx, days, training_days)


def less(rx: Prescription, given: Sequence[Session]) -> Prescription:
    """Runs, lifts, circuits and recovery that remain, combined sessions kept as far as both parts remain."""
    circuits = sum(s.kind is Kind.CIRCUIT for s in given)
    recovery = sum(s.kind is Kind.RECOVERY for s in given)
    combined = sum(s.kind is Kind.COMBINED for s in given) + _pairs(given)
    intensities = [s.run.intensity for s in given if s.run and s.kind is not Kind.CIRCUIT]
    lifts = [s.lift.region for s in given if s.lift and s.kind is not Kind.CIRCUIT]
    hard = max(rx.hard - intensities.count(Intensity.HARD), 0)
    runs = max(rx.runs - len(intensities), 0)
    long = rx.long and Intensity.LONG not in intensities and runs > 0
    regions = _regions_left(rx.regions, lifts)
    shared = min(max(rx.combined - combined, 0), runs - long if runs else 0, len(regions))
    return replace(
        rx,
        run_only=runs - shared,
        lift_only=len(regions) - shared,
        combined=shared,
        recovery=max(rx.recovery - recovery, 0),
        circuits=max(rx.circuits - circuits, 0),
        hard=min(hard, runs - long),  # as on the ladder, a hard run goes before the long one
        long=long,
        regions=regions,
    )


def _pairs(given: Sequence[Session]) -> int:
    """Days that hold a run and a lift as two sessions, where both are sure to stay there."""
    runs, lifts = (
        {s.day for s in given if s.kind is kind and (s.keeps(Lock.DAY) or not s.locks)}
        for kind in (Kind.RUN_ONLY, Kind.LIFT_ONLY)
    )
    return len(runs & lifts)


def _regions_left(regions: tuple[Region, ...], given: Sequence[Region]) -> tuple[Region, ...]:
    left = list(regions)
    for region in given:
        if left:
            left.remove(region if region in left else left[-1])
    return tuple(left)


def squeezed(rx: Prescription, days: int, training_days: int) -> Prescription:
    """Fewer days than sessions: recovery goes first; for fewer training days pairs of run and lift share a session."""
    over = max(rx.days - days, 0)
    rx = replace(rx, recovery=rx.recovery - min(over, rx.recovery))
    over = max(rx.training_days - training_days, 0)
    pairs = max(min(over, rx.lift_only, rx.run_only - rx.long), 0)
    return replace(rx, run_only=rx.run_only - pairs, lift_only=rx.lift_only - pairs, combined=rx.combined + pairs)
