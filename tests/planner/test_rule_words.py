"""The words of the rules page."""

import pytest

from planner import rule_words
from planner.engine import RULES, Orders, Pairing
from planner.engine.vocabulary import Confidence, Modality, Order
from planner.evidence import Status

RF, LF = Order.RUN_FIRST, Order.LIFT_FIRST


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (rule_words.CONFIDENCE, Confidence),
        (rule_words.STATUS, Status),
        (rule_words.PAIRING, Pairing),
        (rule_words.ANSWER, [*Modality, *Order]),
        (rule_words.FAMILY, dict.fromkeys(rule.family for rule in RULES)),
    ],
    ids=["confidence", "status", "pairing", "answer", "family"],
)
def test_every_term_has_its_words(words, terms):
    assert set(words) == set(terms)


@pytest.mark.parametrize(
    ("orders", "text"),
    [
        (Orders(frozenset()), "Not together"),
        (Orders(frozenset({RF, LF})), "Either"),
        (Orders(frozenset({RF, LF}), preferred=LF), "Either, rather lift first"),
        (Orders(frozenset({RF})), "Run first"),
        (Orders(frozenset({LF}), easy_only=True), "Lift first, easy run"),
        (Orders(frozenset({RF}), longest_run=20, easy_only=True), "Run first, easy run, 20 min at most"),
    ],
)
def test_what_a_policy_says_of_a_pairing(orders, text):
    assert rule_words.orders(orders, alternates=False) == text


def test_a_policy_that_promises_to_alternate_takes_free_pairings_in_turn():
    assert rule_words.orders(Orders(frozenset({RF, LF})), alternates=True) == "In turn"
    assert rule_words.orders(Orders(frozenset({RF})), alternates=True) == "Run first"


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ([], "Medium weight"),
        ([("HIGH", "for strength and muscle")], "Medium weight, high for strength and muscle"),
        (
            [("HIGH", "for speed"), ("LOW", "under “Goal first”")],
            "Medium weight, high for speed, low under “Goal first”",
        ),
    ],
)
def test_a_weight_in_words(others, text):
    assert rule_words.weight("MEDIUM", others) == text


def test_rules_by_kind():
    assert rule_words.rules_by_kind(2, 3) == "2 are never broken by the planner, 3 are weighed against each other"
