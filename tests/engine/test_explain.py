"""Why a session exists, why on this day, why in this order."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.domain import DAYS
from planner.engine.evaluate import evaluate
from planner.engine.explain import CIRCUIT_WHY, LIFT_WHY, RECOVERY_WHY, RUN_WHY, TOGETHER_WHY, explain, purpose
from planner.engine.judge import judge
from planner.engine.moves import Impossible, exchange, move
from planner.engine.notation import read_week
from planner.engine.order_policy import SCHOOLS
from planner.engine.rules import RULES
from planner.engine.vocabulary import Goal, Order, Policy, Verdict
from planner.engine.wording import WEEKDAYS
from tests.engine.random_weeks import HOURS, hands
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
            "On Thursday it would cost the week: keep the day before a",
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
    assert (reason.text, reason.rule) == ("What stays on the other days leaves it Monday alone.", None)


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
    assert (reason.text, reason.against) == (school.sentence, school.against)
    assert (reason.confidence, reason.source) == (school.confidence, school.source)
    assert reason.joined == f"{school.sentence} Against it: {school.against} (confidence: {school.confidence})"


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


def test_every_sentence_is_written_once():
    schools = [text for school in SCHOOLS.values() for text in (school.sentence, school.against)]
    purposes = [TOGETHER_WHY, CIRCUIT_WHY, RECOVERY_WHY, *LIFT_WHY.values(), *RUN_WHY.values()]
    counts = Counter([*(rule.sentence for rule in RULES), *schools, *purposes])
    assert [text for text, count in counts.items() if count > 1] == []


# the other days


def other(text, day, session="s1", who=None, **more):
    """What explain says of one other day."""
    (reason,) = topic("day", text, session, who, **more)
    return next(one for one in reason.days if one.day == day)


def test_each_other_day_has_its_verdict_cost_and_rule():
    (reason,) = topic("day", "Mon H | Wed H | Fri F", "s2", context=ALONE)
    assert [(one.day, str(one.verdict), one.cost, one.rule, one.possible, one.exchanged) for one in reason.days] == [
        (0, "ok", 0, None, False, True),
        (1, "breaks", 1, "hard-easy", True, False),
        (3, "ok", 0, None, True, False),
        (4, "ok", 0, None, True, False),
        (5, "caution", 10, "full-body-before-key-run", True, False),
        (6, "ok", 0, None, True, False),
    ]


def test_a_day_says_in_words_what_it_would_mean():
    hard = other("Mon H | Wed H", 1, "s2", context=ALONE)
    assert hard.text.startswith("Hard and long runs never sit on neighbouring days")
    assert hard.sentence == f"On Tuesday it would break a rule: h{hard.text[1:]}"
    fits = other("Mon H | Wed H", 3, "s2", context=ALONE)
    assert (fits.text, fits.sentence) == ("Fits.", "Thursday would do as well.")


def test_a_taken_day_says_why_and_what_the_exchange_would_mean():
    found = other("Mon H | Wed E | Thu L", 2, context=ALONE)
    assert found.text.startswith(
        "Wednesday already has a run; nobody runs twice in a day. "
        "Exchanged with Wednesday it would break a rule: hard and long runs never"
    )
    assert (found.possible, found.exchanged, found.verdict) == (False, True, Verdict.BREAKS)
    stuck = other("Mon H | Wed E*", 2, context=ALONE)
    assert (stuck.text, stuck.possible, stuck.exchanged) == (
        "Wednesday already has a run; nobody runs twice in a day.",
        False,
        False,
    )


def test_days_that_are_over_are_no_choice_but_for_a_session_that_is_over_too():
    who = athlete(availability=evenings("0246"))
    closed = frozenset({0, 1, 2})
    (reason,) = topic("day", "Fri E", who=who, context=ALONE, closed_days=closed)
    assert "on Sunday." in reason.text
    assert [one.text for one in reason.days[:3]] == ["This day is over."] * 3
    (reason,) = topic("day", "Mon E", who=who, context=ALONE, closed_days=closed)
    assert "on Wednesday, Friday and Sunday." in reason.text
    (reason,) = topic("day", "Sun E", who=who, context=ALONE, closed_days=frozenset(range(6)))
    assert reason.text == "Sunday is the only day with free hours that is not over."


@settings(max_examples=60, deadline=None, derandomize=True)
@given(hands(), st.integers(0, DAYS - 1), HOURS, st.data())
def test_after_any_drag_each_other_day_means_what_the_rules_say(hand, day, start, data):
    who, week, dragged, context = hand
    with suppress(Impossible):
        week = move(week, dragged, day, start)
    session = data.draw(st.sampled_from(week.sessions))
    free = week.replaced(replace(session, locked=False))
    now = evaluate(who, free, context)
    (reason,) = (r for r in explain(who, week, session.id, context=context) if r.topic == "day")
    for one in reason.days:
        if not one.possible and not one.exchanged:
            with pytest.raises(Impossible):
                exchange(who, free, session.id, one.day)
            continue
        then = exchange(who, free, session.id, one.day) if one.exchanged else move(free, session.id, one.day, one.start)
        judged = judge(now, evaluate(who, then, context))
        assert (one.verdict, one.cost) == (judged.verdict, judged.cost)
        assert one.rule == (judged.finding.rule if judged.finding else None)
        assert judged.finding is None or judged.finding.text[1:] in one.text
    assert_true(who, session, reason)


def assert_true(who, session, reason):
    """The sentence of the day is borne out by its entries."""
    hours = {w.day for w in who.windows} - {session.day}
    choices = {one.day: one for one in reason.days if one.day in hours and (one.possible or one.exchanged)}
    worse = [one for one in choices.values() if one.cost > 0 or one.verdict is Verdict.BREAKS]
    if "would do better than" in reason.text:
        assert any(one.cost < 0 and one not in worse for one in choices.values())
    elif "Any of your days would do" in reason.text:
        assert choices
        assert not worse
    elif worse:
        gravest = [one for one in worse if reason.text.startswith(one.sentence)]
        assert [one.rule for one in gravest] == [reason.rule]
        assert gravest[0].verdict is Verdict.BREAKS or all(one.verdict is not Verdict.BREAKS for one in worse)
    else:
        assert not choices


@settings(max_examples=60, deadline=None, derandomize=True)
@given(hands())
def test_whose_turn_it_is_told_is_whose_turn_it_is(hand):
    who, week, _, context = hand
    for before, session in zip(week.combined, week.combined[1:], strict=False):
        for reason in explain(who, week, session.id, context=context):
            if reason.topic == "order" and "the other's turn" in reason.text:
                assert before.order is not session.order
                assert reason.text.startswith(
                    f"{WEEKDAYS[before.day]} started with the {'run' if before.order is Order.RUN_FIRST else 'lift'}, "
                )
