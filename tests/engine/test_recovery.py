"""Recovery clocks: how long each session keeps legs, upper body and aerobic system busy."""

import pytest

from planner.engine.domain import Context
from planner.engine.notation import read_week
from planner.engine.recovery import EASY_RUN_HOURS, KEY_RUN_HOURS, LIFT_HOURS, ready, ready_after, recovery_bars
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


# when each system is ready

DAY = 24 * HOUR


def waits(found):
    """Hours until each system is ready."""
    return {one.system.value: one.hours for one in found}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Mon E30", {"legs": 0, "upper": 0, "aerobic": EASY_RUN_HOURS - 0.5}),
        ("Mon H30", {"legs": KEY_RUN_HOURS - 0.5, "upper": 0, "aerobic": KEY_RUN_HOURS - 0.5}),
        ("Mon F30", {"legs": LIFT_HOURS - 0.5, "upper": LIFT_HOURS - 0.5, "aerobic": 0}),
        ("Mon U?30", {"legs": 0, "upper": 0, "aerobic": 0}),
        ("Mon H30+F30(RF)", {"legs": LIFT_HOURS - 1, "upper": LIFT_HOURS - 1, "aerobic": KEY_RUN_HOURS - 1}),
        ("Mon X30", {"legs": 0, "upper": 0, "aerobic": 0}),
    ],
)
def test_after_a_session_each_system_takes_its_hours_from_its_start(text, after):
    assert waits(ready_after(read_week(text), "s1")) == after


def test_a_lift_is_slower_than_a_hard_run_by_a_day():
    lift, run = (waits(ready_after(read_week(text), "s1"))["legs"] for text in ("Mon Lo30", "Mon H30"))
    assert lift - run == LIFT_HOURS - KEY_RUN_HOURS == 24


def test_what_keeps_a_system_busy_longest_is_named():
    legs, upper, aerobic = ready_after(read_week("Mon 18:00 Lo | Tue 07:00 H"), "s2")
    assert (legs.ready, legs.cause, legs.session) == (18 * HOUR + 48 * HOUR, "lift", "s1")
    assert (upper.ready, upper.hours, upper.cause, upper.session) == (DAY + 7 * HOUR + 30, 0, None, None)
    assert (aerobic.ready, aerobic.cause, aerobic.session) == (DAY + 7 * HOUR + 24 * HOUR, "run", "s2")


@pytest.mark.parametrize(
    ("minute", "legs"),
    [
        (18 * HOUR + 39, 0),  # the lift has not ended
        (18 * HOUR + 40, 48 - 40 / 60),
        (2 * DAY + 18 * HOUR - 6, 0.1),
        (2 * DAY + 18 * HOUR, 0),  # at the minute
    ],
)
def test_asked_at_any_minute_of_the_week(minute, legs):
    assert waits(ready(read_week("Mon 18:00 Lo40 | Thu F"), minute))["legs"] == pytest.approx(legs)


def test_the_week_before_reaches_in():
    before = read_week("Sun 20:00 U")
    assert waits(ready(read_week("-"), 0, Context(before=before)))["upper"] == 44


def test_an_unknown_session_has_no_clock():
    with pytest.raises(KeyError):
        ready_after(read_week("Mon E"), "s9")
