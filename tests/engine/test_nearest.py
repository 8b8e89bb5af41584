"""What a wish could become: other values of its field, nearest first."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.asked import wishes_of
from planner.engine.nearest import nearest, relaxed
from planner.engine.profile import athlete_from
from planner.engine.vocabulary import Arrangement, Order, Policy, Split
from tests.engine.weeks import athlete, windows
from tests.oracle.profiles import random_profile


def ways(**wish):
    who = athlete(**wish)
    return list(nearest(who, wishes_of(who)[-1]))


def values(**wish):
    return [way.value for way in ways(**wish)]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"runs_per_week": 5}, [4, 6, 3, 7, 2, 1, 0, None]),
        ({"lifts_per_week": 6}, [5, 4, 3, 2, 1, 0, None]),
        ({"lifts_per_week": 0}, [1, 2, 3, 4, 5, 6, None]),
        ({"circuits_per_week": 2}, [1, 0]),
        ({"training_days": 2}, [3, 1, 4, 5, 6, None]),
        ({"training_days": 6}, [None, 5, 4, 3, 2, 1]),
        ({"max_session_minutes": 98}, [100, 105, 110, 115, None]),
        ({"max_session_minutes": 120}, [None]),
        ({"long_run_weekday": 4}, [None]),
        ({"arrangement": Arrangement.SEPARATE}, ["auto", "combined", "two_a_day"]),
        ({"split": Split.FULL_BODY}, ["auto", "upper_lower"]),
        ({"order_policy": Policy.FINISH_WITH_FOCUS}, ["alternate", "priority_first"]),
        (
            {"order_policy": Policy.MY_ORDER, "my_order": Order.LIFT_FIRST},
            ["run_first", "alternate", "priority_first", "finish_with_focus"],
        ),
    ],
)
def test_the_nearest_come_first(wish, expected):
    assert values(**wish) == expected


def test_of_several_days_without_training_one_is_opened():
    who = athlete(rest_weekdays=frozenset({2, 5, 6}))
    found = [next(nearest(who, wish)) for wish in wishes_of(who)]
    assert [(way.value, way.text) for way in found] == [
        ([5, 6], "Train on Wednesday too"),
        ([2, 6], "Train on Saturday too"),
        ([2, 5], "Train on Sunday too"),
    ]


def test_hours_kept_for_one_of_them_become_good_for_both():
    who = athlete(availability=windows("0 06:00-07:00 run, 0 18:00-19:00 lift, 2 18:00-19:00 run"))
    first, second = wishes_of(who)
    assert first.text == "You kept hours on Monday for lifts only and for runs only."
    assert second.text == "You kept hours on Wednesday for runs only."
    (way,) = nearest(who, first)
    assert way.text == "Run and lift in your hours on Monday"
    assert way.value == [
        {"weekday": 0, "start": "06:00", "end": "07:00"},
        {"weekday": 0, "start": "18:00", "end": "19:00"},
        {"weekday": 2, "start": "18:00", "end": "19:00", "only": "run"},
    ]


@pytest.mark.parametrize(
    ("wish", "texts"),
    [
        ({"runs_per_week": 1}, ["No runs a week", "2 runs a week"]),
        ({"training_days": 5}, ["Up to 6 days with a session", "Up to 4 days with a session"]),
        ({"training_days": 6}, ["A session on any free day"]),
        ({"max_session_minutes": 30}, ["Sessions of up to 35 minutes", "Sessions of up to 40 minutes"]),
        ({"max_session_minutes": 120}, ["Sessions as long as your level allows, 120 minutes"]),
        ({"long_run_weekday": 4}, ["The long run on any day"]),
        ({"arrangement": Arrangement.SEPARATE}, ["Runs and lifts together or apart as it fits best"]),
        ({"order_policy": Policy.MY_ORDER, "my_order": Order.LIFT_FIRST}, ["The run to come first every time"]),
    ],
)
def test_a_way_says_what_it_means_in_a_few_words(wish, texts):
    assert [way.text for way in islice(ways(**wish), len(texts))] == texts


@pytest.mark.parametrize(
    ("wish", "sizes"),
    [
        ({"lifts_per_week": 5}, [1, 1, 2, 3, 4, 5, 9]),
        ({"max_session_minutes": 90}, [1 / 3, 2 / 3, 1, 4 / 3, 5 / 3, 9]),
        ({"long_run_weekday": 4}, [1]),
    ],
)
def test_the_further_the_larger(wish, sizes):
    assert [way.size for way in ways(**wish)] == pytest.approx(sizes)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.integers(0, 100_000))
def test_every_way_is_a_value_that_a_profile_takes_and_another_than_before(seed):
    who = athlete_from(random_profile(seed))
    for wish in wishes_of(who):
        for way in nearest(who, wish):
            assert relaxed(who, way) != who
            assert way.text[0].isupper() or way.text[0].isdigit()
            assert not way.text.endswith(".")
