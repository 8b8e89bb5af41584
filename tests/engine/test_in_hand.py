"""A week with a session in the hand: wherever it is put, evaluated as the whole week would be."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.domain import DAYS
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import InHand
from planner.engine.moves import Impossible, exchange
from planner.engine.notation import read_week
from tests.engine.random_weeks import HOURS, hands
from tests.engine.weeks import around, athlete


@settings(max_examples=60, deadline=None, derandomize=True)
@given(hands(), st.lists(HOURS, min_size=2, max_size=2))
def test_it_finds_what_evaluate_finds_on_every_day_in_both_orders(hand, starts):
    who, week, session_id, context = hand
    session = week.find(session_id)
    in_hand = InHand.of(who, week, session_id, context)
    for day in range(DAYS):
        for order in {session.order, session.order and session.order.other}:
            for start in (session.start, *starts):
                there = replace(session, day=day, start=start, order=order)
                assert in_hand.evaluation(there) == evaluate(who, week.replaced(there), context)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(hands())
def test_two_days_exchanged_are_what_evaluate_finds(hand):
    who, week, session_id, context = hand
    in_hand = InHand.of(who, week, session_id, context)
    assert in_hand.rearranged(week) == evaluate(who, week, context)
    for day in range(DAYS):
        with suppress(Impossible):
            other = exchange(who, week, session_id, day)
            assert in_hand.rearranged(other) == evaluate(who, other, context)


def test_only_what_the_session_touches_is_looked_at_again(monkeypatch):
    week = read_week("Mon H | Tue U | Wed E | Thu F | Fri E+U(RF) | Sat L")
    in_hand = InHand.of(athlete(), week, "s3", around(before="Sun U", after="Mon E"))
    in_hand.evaluation(week.find("s3"))
    seen = []
    monkeypatch.setattr(
        "planner.engine.in_hand.held",
        lambda rules, case, scene: seen.extend(item for rule in rules for item in scene.items(rule)) or [],
    )
    in_hand.evaluation(week.find("s3").moved(5, 420))
    pairs = {tuple(s.id for s in item.given[:2]) for item in seen if len(item.given) == 3}
    assert pairs == {("s4", "s3"), ("s5", "s3"), ("s3", "s6"), ("s3", "s3"), ("s3", "s1")}
