"""The rule set as a whole: which rules there are, how hard they are, what each says."""

import pytest

from planner.engine.rules import HARD, RULES, SOFT
from planner.engine.rules.shapes import PairRule, hours_between
from planner.engine.vocabulary import Severity
from tests.engine.weeks import athlete

# Numbers and ids of the training science; 27, 28, 31 and 33 speak of several weeks or of what the week cannot tell.
HARD_RULES = {
    1: "availability",
    2: "rest-day",
    3: "sessions-per-day",
    4: "same-day-separation",
    7: "hard-easy",
    8: "hard-run-cap",
    9: "novice-run-spacing",
    10: "muscle-recovery-48h",
    12: "legs-before-key-run",
    13: "session-order",
    14: "no-hard-run-after-legs",
    23: "session-bounds",
    24: "warm-up-cool-down",
    25: "long-run-share",
    26: "single-run-spike",
    32: "circuit-limit",
}
SOFT_RULES = {
    5: "same-day-separation-6h",
    6: "double-day-order",
    11: "muscle-recovery-hours",
    15: "full-body-before-key-run",
    16: "legs-to-hard-run-48h",
    17: "long-run-recovery",
    18: "hard-days-hard",
    19: "alternate-order",
    20: "varied-days",
    21: "concurrent-dose",
    22: "strength-frequency",
    29: "easy-share",
    30: "monotony",
}


def test_the_hard_rules_are_those_of_the_training_science():
    found = {rule.number: rule.id for rule in HARD}
    assert HARD_RULES.items() <= found.items()
    assert all(rule.severity is Severity.HARD and rule.weight is None for rule in HARD)


def test_the_soft_rules_are_those_of_the_training_science():
    found = {rule.number: rule.id for rule in SOFT}
    assert SOFT_RULES.items() <= found.items()
    assert all(rule.severity is Severity.SOFT for rule in SOFT)


def test_numbers_and_ids_are_given_once():
    assert len({rule.number for rule in RULES}) == len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.number for rule in RULES] == sorted(rule.number for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_shown(rule):
    for text in (rule.sentence, rule.statement):
        assert text[0].isupper()
        assert text.endswith(".")
    assert rule.source
    assert "!" not in rule.sentence


@pytest.mark.parametrize("rule", HARD, ids=lambda rule: rule.id)
def test_hard_rules_have_no_price(rule):
    assert rule.weight_for(athlete()) == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_only_rules_of_hours_or_days_look_no_further_than_two_days(rule):
    assert not isinstance(rule, PairRule) or 0 <= rule.reach <= 2


def test_hours_between_days_go_by_the_clock():
    assert hours_between(18 * 60 + 30, 7 * 60, 1) == 12.5
    assert hours_between(10 * 60, 13 * 60, 0) == 3
    assert hours_between(10 * 60, 9 * 60, 0) == -1
