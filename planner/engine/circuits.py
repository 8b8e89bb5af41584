"""What a circuit may become where it finds no place: an easy run and a lift of one day, or one of the two."""

from dataclasses import replace

from planner.engine.composition import CIRCUIT_MINUTES, Volume
from planner.engine.domain import Athlete
from planner.engine.limits import RUN_MINUTES
from planner.engine.prescription import Prescription, regions_for
from planner.engine.vocabulary import Arrangement, Intensity, Kind, Region


def to_easy_pair(athlete: Athlete, rx: Prescription) -> Prescription:
    """One circuit fewer, and one easy run and one lift more that share a day."""
    volume = _with_a_run(athlete, rx, Kind.COMBINED)
    return replace(_with_a_lift(rx), combined=rx.combined + 1, volume=volume)


def to_lift(athlete: Athlete, rx: Prescription) -> Prescription:
    """One circuit fewer and one lift more."""
    return _together(athlete, replace(_with_a_lift(rx), lift_only=rx.lift_only + 1))


def to_run(athlete: Athlete, rx: Prescription) -> Prescription:
    """One circuit fewer and one easy run more."""
    volume = _with_a_run(athlete, rx, Kind.RUN_ONLY)
    return _together(athlete, replace(rx, circuits=rx.circuits - 1, run_only=rx.run_only + 1, volume=volume))


def _together(athlete: Athlete, rx: Prescription) -> Prescription:
    """An easy run and a lift that are alone share a session where all are to."""
    easy_alone = rx.run_only - rx.long - rx.hard
    if athlete.arrangement is not Arrangement.COMBINED or easy_alone < 1 or not rx.lift_only:
        return rx
    fewer = replace(rx, run_only=rx.run_only - 1, lift_only=rx.lift_only - 1)
    return replace(fewer, combined=rx.combined + 1, recovery=rx.recovery + 1)


def _with_a_lift(rx: Prescription) -> Prescription:
    """One circuit fewer and one region more: the table's split for so many lifts, else the half that is rarer."""
    circuits = rx.circuits - 1
    if rx.regions == regions_for(rx.lifts, rx.circuits, rx.split):
        return replace(rx, circuits=circuits, regions=regions_for(rx.lifts + 1, circuits, rx.split))
    halves = (Region.UPPER, Region.LOWER)
    more = Region.FULL if Region.FULL in rx.regions else min(halves, key=rx.regions.count)
    return replace(rx, circuits=circuits, regions=(*rx.regions, more))


def _with_a_run(athlete: Athlete, rx: Prescription, kind: Kind) -> Volume | None:
    """The week's minutes with a run of this kind in the place of a circuit's: easy runs share what it has more."""
    volume = rx.volume
    if volume is None:
        return None
    in_circuit = (volume.circuit or CIRCUIT_MINUTES[athlete.level]) // 2
    more = max(volume.run(kind, Intensity.EASY) - in_circuit, 0)
    less = -(-more // (rx.easy + 1))
    least = RUN_MINUTES[0]
    easy, combined = (max(minutes - less, min(minutes, least)) for minutes in (volume.easy, volume.combined))
    return replace(volume, easy=easy, combined=combined)
