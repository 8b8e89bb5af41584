"""Recovery clocks: how long each session keeps legs, upper body and aerobic system busy."""

import pytest

from planner.engine.domain import Context
from planner.engine.notation import read_week
from planner.engine.recovery import recovery_bars
from planner.engine.vocabulary import System

HOUR = 60


def hours(text: str) -> dict[tuple[str, str], float]:
    """Hours from the start of Monday's session until each (system, cause) is ready."""
    week = read_week(text)
    start = week.sessions[0].start
    return {(b.system.value, b.cause.value): (b.ready - start) / HOUR for b in recovery_bars(week)}


@pytest.mark.parametrize(
    ("text", "busy"),
    [
        ("E | - | - | - | - | - | -", {("aerobic", "run"): 12}),
        ("H | - | - | - | - | - | -", {("aerobic", "run"): 24, ("legs", "run"): 24}),
        ("L | - | - | - | - | - | -", {("aerobic", "run"): 24, ("legs", "run"): 24}),
        ("U | - | - | - | - | - | -", {("upper", "lift"): 48}),
        ("Lo | - | - | - | - | - | -", {("legs", "lift"): 48}),
        ("F | - | - | - | - | - | -", {("legs", "lift"): 48, ("upper", "lift"): 48}),
        ("C | - | - | - | - | - | -", {("legs", "lift"): 48, ("upper", "lift"): 48, ("aerobic", "run"): 24}),
        ("X | - | - | - | - | - | -", {}),
    ],
)
def test_each_kind_of_session_keeps_its_systems_busy(text, busy):
    assert hours(text) == busy


def test_lifting_takes_longer_than_a_hard_run():
    busy = hours("H+Lo(RF) | - | - | - | - | - | -")
    assert busy["legs", "lift"] > busy["legs", "run"]


def test_a_bar_starts_where_its_own_part_ends():
    (session,) = (week := read_week("Mon 18:00 U+E(LF) | - | - | - | - | - | -")).sessions
    starts = {b.system: b.start for b in recovery_bars(week)}
    assert starts[System.UPPER] == 18 * HOUR + session.lift.minutes
    assert starts[System.AEROBIC] == 18 * HOUR + session.minutes


def test_bars_reach_in_from_the_week_before():
    before = read_week("- | - | - | - | - | - | Lo")
    (bar,) = recovery_bars(read_week("- | - | - | - | - | - | -"), Context(before=before))
    assert bar.start < 0 < bar.ready
    assert bar.ready == before.sessions[0].start - 24 * HOUR + 48 * HOUR


def test_a_week_that_is_over_leaves_nothing():
    before = read_week("Lo | - | - | - | - | - | -")
    assert recovery_bars(read_week("- | - | - | - | - | - | -"), Context(before=before)) == ()
