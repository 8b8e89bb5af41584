"""The relaxation ladder: what gives way, in which order, when the wishes admit no valid week; told step by step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.engine.domain import Athlete
from planner.engine.prescription import Prescription, alternative_split
from planner.engine.results import Change
from planner.engine.vocabulary import Goal, Region
from planner.engine.wording import WEEKDAYS

RUNNING_GOALS = (Goal.ENDURANCE, Goal.SPEED)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: the prescription after it, and what it says."""

    rx: Prescription
    change: Change


def rungs(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    """The ladder from the top, each rung below the one before; it ends where only recovery is left, then nothing."""
    for step in (_one_session, _split_regions, _part_combined, _ease_hard, _free_long_day, _ease_long, _to_recovery):
        for rung in step(athlete, rx, free_days):
            yield rung
            rx = rung.rx


def _one_session(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    if rx.two_a_day and not rx.one_session_too:
        text = "You asked for two sessions a day; where a day has no room for two, run and lift share one session."
        yield Rung(replace(rx, one_session_too=True), Change("arrangement", text))


def _split_regions(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    for regions in alternative_split(rx):
        text = (
            f"{len(regions)} full-body lifts do not fit your days with a day off between them, "
            "so upper and lower body are trained in turn."
        )
        yield Rung(replace(rx, regions=regions), Change("split", text))


def _part_combined(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    while rx.combined:
        rx, text = _parted(athlete, rx, free_days)
        yield Rung(rx, Change("separate", text))


def _parted(athlete: Athlete, rx: Prescription, free_days: int) -> tuple[Prescription, str]:
    if rx.days < free_days:
        split = replace(rx, combined=rx.combined - 1, run_only=rx.run_only + 1, lift_only=rx.lift_only + 1)
        return split, "One combined session became a run on one day and a lift on another."
    if athlete.goal in RUNNING_GOALS:
        only_run = replace(_with_fewer_lifts(rx), combined=rx.combined - 1, run_only=rx.run_only + 1)
        return only_run, "One combined session keeps its run only; its lift found no place that lets you recover."
    only_lift = replace(_with_fewer_runs(rx), combined=rx.combined - 1, lift_only=rx.lift_only + 1)
    return only_lift, "One combined session keeps its lift only; its run found no place that lets you recover."


def _ease_hard(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    while rx.hard:
        rx = replace(rx, hard=rx.hard - 1)
        text = "One hard run became an easy one: your days leave it no place to recover from."
        yield Rung(rx, Change("easier", text))


def _free_long_day(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    if rx.long and rx.long_day is not None:
        text = f"You asked for the long run on {WEEKDAYS[rx.long_day]}; it does not fit there, so it has another day."
        yield Rung(replace(rx, long_day=None), Change("long_run_day", text))


def _ease_long(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    if rx.long:
        text = "The long run became an easy one: your days and hours have no place for it."
        yield Rung(replace(rx, long=False, long_day=None), Change("no_long_run", text))


def _to_recovery(athlete: Athlete, rx: Prescription, free_days: int) -> Iterator[Rung]:
    while rx.days:
        rx, what = _with_one_less(athlete, rx)
        yield Rung(rx, Change("recovery", f"{what}: your days and hours leave it no place."))


def _with_one_less(athlete: Athlete, rx: Prescription) -> tuple[Prescription, str]:
    """One session becomes recovery, the goal's own kind last; in the end recovery goes as well."""
    if not rx.training_days:
        return replace(rx, recovery=rx.recovery - 1), "One recovery session was left out"
    if rx.circuits:
        return replace(rx, circuits=rx.circuits - 1, recovery=rx.recovery + 1), "One circuit became recovery"
    runs_last = athlete.goal in RUNNING_GOALS
    if rx.lift_only and (runs_last or not rx.run_only):
        fewer = _with_fewer_lifts(rx)
        return replace(fewer, lift_only=rx.lift_only - 1, recovery=rx.recovery + 1), "One lift became recovery"
    fewer = _with_fewer_runs(rx)
    return replace(fewer, run_only=rx.run_only - 1, recovery=rx.recovery + 1), "One run became recovery"


def _with_fewer_lifts(rx: Prescription) -> Prescription:
    """One region less; the one there are most of goes."""
    order = (Region.FULL, Region.UPPER, Region.LOWER)
    most = max(order, key=lambda region: (rx.regions.count(region), -order.index(region)))
    regions = list(rx.regions)
    regions.remove(most)
    return replace(rx, regions=tuple(regions))


def _with_fewer_runs(rx: Prescription) -> Prescription:
    """Room for one run less: an easy one goes first, then a hard one, then the long one."""
    if rx.easy:
        return rx
    return replace(rx, hard=rx.hard - 1) if rx.hard else replace(rx, long=False, long_day=None)
