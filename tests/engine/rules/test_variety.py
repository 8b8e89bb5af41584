"""Rule 20: no two days in a row are the same."""

import pytest

from planner.engine.rules.variety import VARIED_DAYS
from tests.engine.weeks import around, athlete, cost


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon E | Tue E", 1),
        ("Mon E | Tue M", 0),
        ("Mon E | Tue E | Wed E", 2),
        ("Mon U | Tue U", 1),
        ("Mon U | Tue U!", 1),  # region counts, effort does not
        ("Mon U | Tue Lo", 0),
        ("Mon E20 | Tue E40", 1),  # nor do minutes
        ("Mon U+E(LF) | Tue U+E(LF)", 1),
        ("Mon U+E(LF) | Tue E+U(RF)", 0),
        ("Mon am E, pm U | Tue am U, pm E", 1),
        ("Mon E | Tue E, X", 1),  # recovery leaves no mark
        ("Mon X | Tue X", 0),
        ("Mon E | Wed E", 0),
        ("Sun E | Mon E", 1),
    ],
)
@pytest.mark.parametrize(("goal", "weight"), [("general", 1), ("endurance", 1), ("fat_loss", 4)])
def test_days_in_a_row_that_are_alike_cost(text, times, goal, weight):
    assert cost(VARIED_DAYS, text, athlete(goal)) == times * weight


def test_real_neighbours_stand_for_the_circle():
    assert cost(VARIED_DAYS, "Mon E | Sun E", context=around(before="Sun E", after="Mon E")) == 2
    assert cost(VARIED_DAYS, "Mon E | Sun E", context=around(before="Sun U", after="Mon U")) == 0
