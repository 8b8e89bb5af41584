"""A session's shorter forms: full fives, longest first, and nothing too short to be what it is."""

import pytest

from planner.engine.notation import read_week, write_session
from planner.engine.shorter import shorter


def forms(text):
    return [write_session(session) for session in shorter(read_week(f"Mon {text}").sessions[0])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E30", ["E25", "E20", "E15"]),
        ("E28", ["E25", "E20", "E15"]),
        ("E15", []),
        ("H30", ["H25"]),
        ("L30", ["L25", "L20", "L15"]),
        ("U35", ["U30", "U25", "U20"]),
        ("X20", ["X15", "X10"]),
        ("C30", ["C25", "C20"]),
        ("E25+U30", ["E20+U", "E20+U25", "E15+U25", "E15+U20"]),
        ("U30+E25", ["U+E20", "U25+E20", "U25+E15", "U20+E15"]),
        ("H25+Lo30(RF)", ["H+Lo25", "H+Lo20"]),
        ("E15+U40", ["E15+U35", "E15+U", "E15+U25", "E15+U20"]),
        ("E40+U20", ["E35+U20", "E30+U20", "E+U20", "E20+U20", "E15+U20"]),
    ],
)
def test_the_longest_comes_first_and_no_part_gets_too_short(text, found):
    assert forms(text) == found


def test_all_but_the_minutes_stays():
    session = read_week("Tue 06:10 Lo!40+E30*").sessions[0]
    for form in shorter(session):
        assert (form.id, form.day, form.start, form.order, form.locked) == ("s1", 1, 370, "lift_first", True)
        assert (form.lift.effort, form.warm_up) == (session.lift.effort, session.warm_up)
        assert form.run.minutes <= session.run.minutes
        assert form.lift.minutes <= session.lift.minutes
