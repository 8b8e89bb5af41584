"""Training load: minutes x effort, summed by day and week, monotony and strain."""

from dataclasses import replace

import pytest

from planner.engine.load import is_strained, load_of, monotony_of, planned_load, session_load, week_load
from planner.engine.notation import read_week


@pytest.mark.parametrize(
    ("session", "load"),
    [
        ("E10", 30),
        ("L10", 40),
        ("M10", 50),
        ("H10", 70),
        ("U?10", 40),
        ("U10", 60),
        ("U!10", 70),
        ("C10", 80),
        ("X10", 20),
        ("E10+U10", 90),
        ("U!10+H10(RF)", 140),
    ],
)
def test_load_is_minutes_times_effort(session, load):
    assert session_load(read_week(f"Mon {session}").sessions[0]) == load


@pytest.mark.parametrize(
    ("minutes", "effort", "load"),
    [(None, None, 210), (20, None, 140), (None, 5, 150), (20, 5, 100), (45, 10, 450), (7, None, 49)],
)
def test_a_done_session_loads_as_it_was_told_and_else_as_planned(minutes, effort, load):
    session = replace(read_week("Mon H30").sessions[0], done_minutes=minutes, done_effort=effort)
    assert (session_load(session), planned_load(session)) == (load, 210)
    assert session_load(session.moved(3, 600)) == load


def test_circuits_count_as_a_whole():
    # an odd number of minutes is halved unevenly; the load is not
    assert session_load(read_week("Mon C25").sessions[0]) == 200


def test_a_week_sums_its_days():
    load = week_load(read_week("Mon am E30, pm U40 | Wed H30 | Sun X30"))
    assert load.daily == (330, 0, 210, 0, 0, 0, 60)
    assert load.total == 600
    assert load.monotony == pytest.approx(0.6474, abs=0.0001)


def test_days_all_alike_are_as_monotonous_as_can_be():
    assert monotony_of((50.0,) * 7) == 10
    assert week_load(read_week("-")).monotony == 10


@pytest.mark.parametrize(
    ("daily", "total", "monotony", "strain"),
    [
        ([90, 200, 90, 60, 200, 180, 0], 820, 1.51, 1238),
        ([420, 360, 420, 360, 420, 360, 0], 2340, 2.22, 5200),
        ([600, 200, 400, 500, 100, 650, 0], 2450, 1.38, 3385),
        ([50] * 7, 350, 10, 3500),
        ([0] * 7, 0, 10, 0),
    ],
)
def test_monotony_and_strain_of_known_weeks(daily, total, monotony, strain):
    load = load_of(daily)
    assert (load.total, round(load.monotony, 2), round(load.strain)) == (total, monotony, strain)


def test_the_strain_of_a_week_is_that_of_its_days():
    load = week_load(read_week("Mon am E30, pm U40 | Wed H30 | Sun X30"))
    assert load == load_of(load.daily)
    assert load.strain == pytest.approx(600 * 0.6474, abs=0.1)


@pytest.mark.parametrize(
    ("strain", "past", "flagged"),
    [
        (1301, [1000, 1000, 1000, 1000], True),
        (1300, [1000, 1000, 1000, 1000], False),  # at the limit
        (1301, [700, 1300, 1000, 1000], True),
        (1301, [1000, 1000, 1000], False),  # no mean of four weeks yet
        (1301, [], False),
        (1301, [9000, 1000, 1000, 1000, 1000], True),  # the four weeks before alone
        (1301, [1000, 1000, 1000, 1000, 9000], False),
    ],
)
def test_far_more_strain_than_in_the_last_four_weeks_is_flagged(strain, past, flagged):
    assert is_strained(strain, past) is flagged
