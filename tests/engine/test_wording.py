"""How the engine speaks: hours never look longer than they are."""

import pytest

from planner.engine.wording import hours, inside


@pytest.mark.parametrize(
    ("gap", "text"), [(2.5, "2.5 h"), (2.99, "2.9 h"), (3.0, "3 h"), (23.2, "23 h"), (47.9, "47 h"), (48.0, "48 h")]
)
def test_hours_are_rounded_down_so_that_no_limit_looks_met(gap, text):
    assert hours(gap) == text


def test_a_sentence_goes_on_after_a_colon():
    assert inside("The same muscles get a day off.") == "the same muscles get a day off."
