"""Wishes in words."""

import pytest

from planner.engine.asked import ARRANGED, ORDERS, OWN_ORDERS, SPLITS, WORDS, asked, asked_rest
from planner.engine.vocabulary import Arrangement, Order, Policy, Split
from tests.engine.weeks import athlete


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("runs_per_week", 0, "no runs a week"),
        ("runs_per_week", 1, "1 run a week"),
        ("lifts_per_week", 5, "5 lifts a week"),
        ("circuits_per_week", 2, "2 circuits a week"),
        ("training_days", 1, "at most 1 day with a session"),
        ("training_days", 3, "at most 3 days with a session"),
        ("max_session_minutes", 40, "sessions of at most 40 minutes"),
        ("long_run_weekday", 0, "the long run on Monday"),
        ("arrangement", Arrangement.SEPARATE, "runs and lifts on days of their own"),
        ("split", Split.FULL_BODY, "the whole body in each lift"),
        ("order_policy", Policy.PRIORITY_FIRST, "what serves your goal most to come first"),
    ],
)
def test_each_wish_has_its_words(field, value, words):
    assert asked(athlete(**{field: value}), field) == f"You asked for {words}"


@pytest.mark.parametrize("own", Order)
def test_an_own_order_is_named(own):
    who = athlete(order_policy=Policy.MY_ORDER, my_order=own)
    assert asked(who, "order_policy").endswith(f"the {own.partition('_')[0]} to come first every time")


def test_days_of_rest_are_named():
    assert asked_rest([5]) == "You asked for no training on Saturday"
    assert asked_rest([0, 5, 6]) == "You asked for no training on Monday, Saturday and Sunday"


def test_every_term_has_words():
    assert set(ARRANGED) == set(Arrangement)
    assert set(SPLITS) == set(Split)
    assert {*ORDERS, Policy.MY_ORDER} == set(Policy)
    assert set(OWN_ORDERS) == set(Order)
    assert "rest_weekdays" not in WORDS
