"""Training load: minutes x effort, summed by day and week, and monotony."""

import pytest

from planner.engine.load import monotony_of, session_load, week_load
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
