"""Rules 13, 14, 19: which part comes first in a session, on a day, over the week."""

import pytest

from planner.engine.rules.order import ALTERNATE_ORDER, NO_HARD_RUN_AFTER_LEGS, SESSION_ORDER
from planner.engine.vocabulary import Modality, Order, Policy
from tests.engine.weeks import around, athlete, cost, days_found, findings, keeps

EMPTY = "Mon -"

# 13 session-order; test_order_policy.py holds the whole table


def test_a_combined_session_takes_an_order_of_the_school():
    who = athlete("strength", order_policy=Policy.PRIORITY_FIRST)
    assert keeps(SESSION_ORDER, "Mon F+E(LF)", who)
    assert days_found(SESSION_ORDER, "Mon F+E(RF) | Wed F+E(LF) | Fri U+E(RF)", who) == {0, 4}


def test_sessions_that_are_not_combined_have_no_order_to_break():
    who = athlete("strength", order_policy=Policy.PRIORITY_FIRST)
    assert keeps(SESSION_ORDER, "Mon am E, pm F | Wed C | Fri H | Sat X", who)


@pytest.mark.parametrize(("lift", "days"), [("U", set()), ("Lo", {0}), ("F", {0}), ("F?", set())])
def test_legs_and_a_key_run_stay_apart_where_strength_comes_first(lift, days):
    who = athlete("muscle", order_policy=Policy.PRIORITY_FIRST)
    assert days_found(SESSION_ORDER, f"Mon {lift}+H(RF)", who) == days


@pytest.mark.parametrize(
    ("session", "kept"),
    [("F+E20(RF)", True), ("F+E21(RF)", False), ("U+E21(RF)", False), ("F+M20(RF)", False), ("U+H30(RF)", True)],
)
def test_who_finishes_with_strength_runs_twenty_easy_minutes_at_the_most(session, kept):
    who = athlete("strength", order_policy=Policy.FINISH_WITH_FOCUS)
    assert keeps(SESSION_ORDER, f"Mon {session}", who) is kept


@pytest.mark.parametrize(
    ("session", "kept"), [("F+E(LF)", True), ("F+M(LF)", False), ("Lo+M(LF)", False), ("U+M(LF)", True)]
)
def test_who_finishes_with_endurance_runs_easy_after_legs(session, kept):
    who = athlete("endurance", order_policy=Policy.FINISH_WITH_FOCUS)
    assert keeps(SESSION_ORDER, f"Mon {session}", who) is kept


# 14 no-hard-run-after-legs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon F+H(LF)", {0}),
        ("Mon Lo+H(LF)", {0}),
        ("Mon Lo+L(LF)", {0}),
        ("Mon F+H(RF)", set()),
        ("Mon U+H(LF)", set()),
        ("Mon F?+H(LF)", set()),
        ("Mon F+E(LF)", set()),
        ("Mon F+M(LF)", set()),
        ("Mon am F, pm H", {0}),
        ("Mon am Lo, pm L", {0}),
        ("Mon am U, pm H", set()),
        ("Mon am H, pm F", set()),
        ("Mon am F, pm E", set()),
        ("Mon C", set()),  # circuits are exempt
        ("Mon am F, pm C", set()),
        ("Mon am C, pm H", set()),
        ("Mon F | Tue H", set()),  # that day's own legs only
    ],
)
def test_a_key_run_never_starts_after_legs_of_the_same_day(text, days):
    assert days_found(NO_HARD_RUN_AFTER_LEGS, text) == days


# 19 alternate-order


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon U+E(RF) | Wed Lo+E(LF)", 0),
        ("Mon U+E(RF) | Wed Lo+E(RF)", 1),
        ("Mon U+E(LF) | Wed Lo+E(LF)", 1),
        ("Mon U+E(RF) | Tue E | Wed U | Fri Lo+E(RF)", 1),  # whatever lies between
        ("Mon U+E(RF) | Wed Lo+E(RF) | Fri U+E(RF)", 2),
        ("Mon U+H(RF) | Wed F+H(RF)", 0),  # neither could turn
        ("Mon U+H(RF) | Wed F+E(RF)", 1),  # one of them could
        ("Mon F+E(RF) | Wed U+H(RF)", 1),
        ("Mon am E, pm U | Wed am E, pm U", 0),  # separate sessions have no order
        ("Sun U+E(RF) | Mon Lo+E(RF)", 1),  # within the week in time order
    ],
)
@pytest.mark.parametrize(
    ("policy", "weight"), [(Policy.ALTERNATE, 10), (Policy.FINISH_WITH_FOCUS, 1)], ids=["promised", "else"]
)
def test_orders_take_turns(text, times, policy, weight):
    assert cost(ALTERNATE_ORDER, text, athlete(order_policy=policy)) == times * weight


def test_both_sessions_of_a_repeated_order_are_named():
    (finding,) = findings(ALTERNATE_ORDER, "Mon U+E(RF) | Tue E | Wed Lo+E(RF)")
    assert finding.days == (0, 2)


def test_the_turn_passes_from_the_week_before():
    before = "Mon U+E(LF) | Wed U+E(RF)"
    assert cost(ALTERNATE_ORDER, "Mon Lo+E(LF) | Wed U+E(RF)", context=around(before=before)) == 0
    (finding,) = findings(ALTERNATE_ORDER, "Mon Lo+E(RF) | Wed U+E(LF)", context=around(before=before))
    assert (finding.cost, finding.days) == (10, (0,))


def test_a_week_does_not_pass_the_turn_to_itself():
    assert cost(ALTERNATE_ORDER, "Mon U+E(RF) | Wed Lo+E(LF) | Fri U+E(RF)") == 0


@pytest.mark.parametrize("goal", ["endurance", "speed", "fat_loss", "general"])
def test_the_odd_session_starts_with_the_run(goal):
    assert cost(ALTERNATE_ORDER, "Mon U+E(RF) | Wed Lo+E(LF) | Fri U+E(RF)", athlete(goal)) == 0
    assert cost(ALTERNATE_ORDER, "Mon U+E(LF) | Wed Lo+E(RF) | Fri U+E(LF)", athlete(goal)) == 4


@pytest.mark.parametrize("goal", ["strength", "muscle"])
def test_the_odd_session_starts_with_the_lift_for_strength(goal):
    assert cost(ALTERNATE_ORDER, "Mon U+E(LF) | Wed Lo+E(RF) | Fri U+E(LF)", athlete(goal)) == 0
    assert cost(ALTERNATE_ORDER, "Mon U+E(RF) | Wed Lo+E(LF) | Fri U+E(RF)", athlete(goal)) == 4
    assert cost(ALTERNATE_ORDER, "Mon E+F(RF)", athlete(goal)) == 4


def test_an_even_number_may_start_with_either():
    assert cost(ALTERNATE_ORDER, "Mon U+E(LF) | Wed Lo+E(RF)") == 0
    assert cost(ALTERNATE_ORDER, "Mon U+E(RF) | Wed Lo+E(LF)") == 0


def test_the_turn_of_the_week_before_goes_before_the_goals_side():
    assert cost(ALTERNATE_ORDER, "Mon U+E(LF)", context=around(before="Wed U+E(RF)")) == 0


def test_a_key_run_is_no_choice_to_pay_for():
    assert cost(ALTERNATE_ORDER, "Mon U+H(RF)", athlete("strength")) == 0


@pytest.mark.parametrize(
    ("goal", "text", "expected"),
    [
        ("general", "Mon U+E(RF)", 0),
        ("general", "Mon U+E(LF)", 4),  # upper days prefer the run first
        ("general", "Mon Lo+E(LF)", 0),
        ("general", "Mon Lo+E(RF)", 4),
        ("general", "Mon F+E(LF)", 0),  # full days do not mind
        ("endurance", "Mon F+E(LF)", 4),
        ("endurance", "Mon U+E(LF)", 0),
        ("muscle", "Mon U+E(RF)", 4),
        ("general", "Mon U+E(LF) | Wed U+E(LF)", 9),  # two preferences missed, one repetition
    ],
)
def test_a_preferred_order_costs_four_where_it_is_not_taken(goal, text, expected):
    assert cost(ALTERNATE_ORDER, text, athlete(goal, order_policy=Policy.PRIORITY_FIRST)) == expected


def test_schools_of_one_order_pay_nothing_for_repeating_it():
    same = "Mon F+E(LF) | Wed F+E(LF) | Fri F+E(LF)"
    mine = athlete(order_policy=Policy.MY_ORDER, my_order=Order.LIFT_FIRST)
    disliked = athlete(order_policy=Policy.LEAST_LIKED_FIRST, likes_less=Modality.LIFT)
    assert cost(ALTERNATE_ORDER, same, mine) == 0
    assert cost(ALTERNATE_ORDER, same, disliked) == 0


def test_a_single_session_alternates_with_nothing():
    assert keeps(ALTERNATE_ORDER, "Mon E+F(RF)", context=around(before=EMPTY))
