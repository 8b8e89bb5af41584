"""Why a session exists, why on this day, why in this order."""

import pytest

from planner.engine.explain import explain, purpose
from planner.engine.notation import read_week
from planner.engine.order_policy import SCHOOLS
from planner.engine.rules import RULES
from planner.engine.vocabulary import Goal, Order, Policy
from tests.engine.weeks import around, athlete, evenings

WEEK = "Mon U+H(RF) | Tue Lo+E(LF) | Wed U+E(RF) | Thu Lo+E(LF) | Fri U+E(RF) | Sat X"
RULE_IDS = {rule.id for rule in RULES}


def reasons(text, session="s1", who=None, **more):
    return explain(who or athlete(), read_week(text), session, **more)


def topic(name, *given, **more):
    return [reason for reason in reasons(*given, **more) if reason.topic == name]


@pytest.mark.parametrize("session", ["s1", "s2", "s3", "s4", "s5", "s6"])
def test_every_session_says_why_it_exists_and_why_on_this_day(session):
    found = reasons(WEEK, session)
    assert [r.topic for r in found].count("day") == 1
    assert {r.topic for r in found} >= {"exists", "day"}
    assert all(r.text.endswith((".", ")")) and "!" not in r.text for r in found)
    assert {r.rule for r in found if r.rule} <= RULE_IDS


def test_an_unknown_session_has_no_reasons():
    with pytest.raises(KeyError):
        reasons(WEEK, "s9")


@pytest.mark.parametrize(
    ("session", "rules"),
    [
        ("E", ["easy-share"]),
        ("M", ["easy-share"]),
        ("H", ["hard-run-cap"]),
        ("L", ["long-run-share"]),
        ("F", ["strength-frequency"]),
        ("C", ["circuit-limit"]),
        ("X", ["rest-day"]),
        ("E+F", [None, "easy-share", "strength-frequency"]),
    ],
)
def test_each_part_names_its_rule(session, rules):
    assert [r.rule for r in topic("exists", f"Mon {session}")] == rules


@pytest.mark.parametrize("goal", Goal)
def test_a_combined_session_serves_the_goal(goal):
    (first, *_) = topic("exists", "Mon E+F", who=athlete(goal))
    assert first.text.startswith("Run and lift share a session")
    assert "It serves your goal, " in first.text


@pytest.mark.parametrize("session", ["E", "M", "H", "L", "U", "Lo", "F", "C", "X", "E+F"])
def test_a_purpose_is_one_sentence_of_its_own(session):
    text = purpose(read_week(f"Mon {session}").sessions[0])
    assert text.endswith(".")
    others = {"E", "M", "H", "L", "U", "Lo", "F", "C", "X", "E+F"} - {session}
    assert text not in {purpose(read_week(f"Mon {other}").sessions[0]) for other in others}


def test_the_only_day_with_hours_says_so():
    (reason,) = topic("day", "Mon E", who=athlete(availability=evenings("0")))
    assert (reason.text, reason.rule) == ("Monday is the only day with free hours.", "availability")


ALONE = around(before="Mon -", after="Mon -")


@pytest.mark.parametrize(
    ("days", "week", "session", "text", "rule"),
    [
        (
            "024",
            "Mon E",
            "s1",
            "Any of your days would do: the rules find nothing against it on Wednesday and Friday.",
            None,
        ),
        ("0345", "Mon F | Fri F | Sat L", "s2", "Thursday would do better than Friday, by the rules.", None),
        ("012", "Mon H | Wed H", "s1", "On Tuesday it would break a rule: hard and long runs never sit", "hard-easy"),
        ("023", "Mon H | Wed E | Thu L", "s1", "Exchanged with Wednesday it would break a rule: hard and", "hard-easy"),
        (
            "03",
            "Mon F | Fri L",
            "s1",
            "On Thursday the week would pay: keep the day before a",
            "full-body-before-key-run",
        ),
    ],
)
def test_a_day_is_held_against_the_other_days_with_hours(days, week, session, text, rule):
    who = athlete(availability=evenings(days), lifts_per_week=0)
    (reason,) = topic("day", week, session, who, context=ALONE)
    assert reason.text.startswith(text)
    assert reason.rule == rule


def test_a_lock_of_its_own_is_no_reason_for_the_day():
    who = athlete(availability=evenings("024"))
    assert topic("day", "Mon E*", who=who, context=ALONE) == topic("day", "Mon E", who=who, context=ALONE)


def test_a_day_that_a_locked_session_holds_is_no_choice():
    who = athlete(availability=evenings("02"))
    (reason,) = topic("day", "Mon H | Wed E*", "s1", who, context=ALONE)
    assert (reason.text, reason.rule) == ("What is locked on the other days leaves it Monday alone.", None)


def test_days_that_would_do_as_well_are_named_beside_the_worst():
    who = athlete(availability=evenings("012"))
    (reason,) = topic("day", "Mon H | Wed H", "s1", who, context=ALONE)
    assert reason.text.endswith(" Wednesday would do as well.")


def test_sessions_of_one_part_have_no_order_to_explain():
    assert topic("order", "Mon E") == topic("order", "Mon C") == topic("order", "Mon X") == []


def test_a_key_run_goes_first_in_any_school():
    (reason,) = topic("order", "Mon U+H(RF)")
    assert reason.rule == "no-hard-run-after-legs"


@pytest.mark.parametrize("policy", Policy)
def test_a_school_gives_its_sentence_for_and_the_one_against(policy):
    who = athlete(order_policy=policy, my_order=Order.RUN_FIRST)
    (reason,) = topic("order", "Mon E+U(RF)" if policy is not Policy.FINISH_WITH_FOCUS else "Mon U+E(LF)", who=who)
    school = SCHOOLS[policy]
    assert school.sentence in reason.text
    assert f"Against it: {school.against}" in reason.text
    assert f"(confidence: {school.confidence})" in reason.text
    assert reason.source == school.source


def test_alternation_names_whose_turn_it_was():
    (second,) = topic("order", WEEK, "s2")
    (third,) = topic("order", WEEK, "s3")
    assert second.text.startswith("Monday started with the run, so it is the other's turn. ")
    assert third.text.startswith("Tuesday started with the lift, so it is the other's turn. ")
    assert second.rule == "alternate-order"


def test_a_session_turned_by_hand_says_so():
    who = athlete("strength", order_policy=Policy.PRIORITY_FIRST)
    (reason,) = topic("order", "Mon E+F(RF)", who=who)
    assert reason.text.startswith("This one is the other way round. ")
    assert reason.rule == "session-order"
