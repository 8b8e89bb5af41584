"""The rule set as a whole: which rules there are, how hard and how sure they are, what each says and what wakes it."""

from dataclasses import dataclass, field, replace
from datetime import date
from importlib import import_module

import pytest

from planner.engine.domain import Athlete, Context, PastWeek, Race, Week
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week
from planner.engine.rules import HARD, RULES, SOFT
from planner.engine.rules.shapes import PairRule, Rule, hours_between
from planner.engine.vocabulary import Confidence, Policy, Severity
from tests.engine.weeks import athlete, windows

# Numbers and ids of the training science.
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
    31: "taper-and-race-week",
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
    27: "weekly-progression",
    28: "deload",
    29: "easy-share",
    30: "monotony",
    33: "health-floor",
}


@dataclass(frozen=True)
class Trigger:
    """A week that wakes a rule, and one beside it, as alike as can be, that does not."""

    broken: str | Week
    kept: str | Week
    who: Athlete = field(default_factory=athlete)
    context: Context | None = None


def cold(text: str, warm_up: int) -> Week:
    """The week with so many minutes of warm-up in each session."""
    return Week.of([replace(session, warm_up=warm_up) for session in read_week(text).sessions])


# One entry for each rule, by its id.
RACE_MONDAY = date(2027, 3, 8)
RACE = Race(date(2027, 3, 14), 10)
TRIGGERS = {
    "availability": Trigger("Mon 18:05 E60", "Mon 18:00 E60", athlete(availability=windows("0 18:00-19:00"))),
    "rest-day": Trigger("E | U | E | Lo | E | U | E", "E | U | E | Lo | E | U | X"),
    "sessions-per-day": Trigger("Mon am E, pm U", "Mon E | Tue U", athlete(level="beginner")),
    "same-day-separation": Trigger("Mon 07:00 E30, 10:29 U", "Mon 07:00 E30, 10:30 U"),
    "same-day-separation-6h": Trigger("Mon 07:00 E30, 13:29 U", "Mon 07:00 E30, 13:30 U"),
    "double-day-order": Trigger("Mon am U, pm E", "Mon am E, pm U"),
    "hard-easy": Trigger("Mon H | Tue H", "Mon H | Wed H"),
    "hard-run-cap": Trigger("Mon H | Wed H | Fri H", "Mon H | Wed H | Fri M"),
    "novice-run-spacing": Trigger("Mon E | Tue E", "Mon E | Wed E", athlete(level="beginner")),
    "muscle-recovery-48h": Trigger("Mon F | Tue U", "Mon F | Wed U"),
    "muscle-recovery-hours": Trigger("Mon pm F | Wed am F", "Mon pm F | Wed pm F"),
    "legs-before-key-run": Trigger("Mon Lo | Tue H", "Mon U | Tue H"),
    "session-order": Trigger("Mon F+E(RF)", "Mon F+E(LF)", athlete("strength", order_policy=Policy.PRIORITY_FIRST)),
    "no-hard-run-after-legs": Trigger("Mon F+H(LF)", "Mon F+H(RF)"),
    "full-body-before-key-run": Trigger("Mon F | Tue L", "Mon F | Tue E"),
    "legs-to-hard-run-48h": Trigger("Mon F | Wed 13:00 H", "Mon F | Wed pm H", athlete("speed")),
    "long-run-recovery": Trigger("Mon L | Tue F", "Mon L | Tue U"),
    "hard-days-hard": Trigger("Mon E+F | Thu H", "Mon E | Thu H+F", athlete("endurance")),
    "alternate-order": Trigger("Mon U+E(RF) | Thu U+E(RF)", "Mon U+E(RF) | Thu U+E(LF)"),
    "varied-days": Trigger("Mon E | Tue E", "Mon E | Tue M"),
    "concurrent-dose": Trigger("Mon E31+F", "Mon E30+F", athlete("strength")),
    "strength-frequency": Trigger("Mon F | Thu U", "Mon F | Thu F"),
    "session-bounds": Trigger("Mon E14", "Mon E15"),
    "warm-up-cool-down": Trigger(cold("Mon E", 4), cold("Mon E", 5)),
    "long-run-share": Trigger("Mon E30 | Sun L71", "Mon E30 | Sun L70"),
    "single-run-spike": Trigger("Mon E46", "Mon E45", athlete(longest_recent_run_minutes=40)),
    "weekly-progression": Trigger("Mon E111", "Mon E110", athlete(weekly_run_minutes=100)),
    "deload": Trigger("Mon E81 | Tue F", "Mon E80 | Tue F", context=Context(past=(PastWeek(100, 50, 20),) * 3)),
    "taper-and-race-week": Trigger("Thu F", "Wed F", athlete("speed", race=RACE), Context(start=RACE_MONDAY)),
    "health-floor": Trigger("Mon E74+F | Wed F", "Mon E75+F | Wed F"),
    "easy-share": Trigger("Mon M | Wed M | Fri M | Sun M", "Mon M | Wed M | Fri M"),
    "monotony": Trigger("E60 | E60 | E60 | E60 | E60 | E60", "E60 | E60 | E60 | E60 | E60 | E20"),
    "circuit-limit": Trigger("Mon C | Wed C | Fri C", "Mon C | Wed C | Fri F"),
}


def woken(trigger: Trigger, week: str | Week) -> set[str]:
    """The ids of the rules that find something in the week, all rules asked."""
    read = read_week(week) if isinstance(week, str) else week
    return {finding.rule for finding in evaluate(trigger.who, read, trigger.context).findings}


def test_every_rule_has_a_trigger():
    assert TRIGGERS.keys() == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", TRIGGERS)
def test_a_rule_wakes_at_its_trigger_and_not_beside_it(rule):
    trigger = TRIGGERS[rule]
    assert rule in woken(trigger, trigger.broken)
    assert rule not in woken(trigger, trigger.kept)


def test_the_hard_rules_are_those_of_the_training_science():
    found = {rule.number: rule.id for rule in HARD}
    assert found == HARD_RULES
    assert all(rule.severity is Severity.HARD and rule.weight is None for rule in HARD)


def test_the_soft_rules_are_those_of_the_training_science():
    found = {rule.number: rule.id for rule in SOFT}
    assert found == SOFT_RULES
    assert all(rule.severity is Severity.SOFT for rule in SOFT)


def test_numbers_and_ids_are_given_once():
    assert [rule.number for rule in RULES] == list(range(1, 34))
    assert len({rule.number for rule in RULES}) == len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.number for rule in RULES] == sorted(rule.number for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_shown(rule):
    for text in (rule.sentence, rule.statement):
        assert text[0].isupper()
        assert text.endswith(".")
    assert rule.source
    assert "!" not in rule.sentence


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_how_sure_it_is(rule):
    assert isinstance(rule.confidence, Confidence)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_in_the_file_of_its_family(rule):
    assert any(found is rule for found in vars(import_module(f"planner.engine.rules.{rule.family}")).values())


def test_no_rule_leaves_its_confidence_out():
    with pytest.raises(TypeError, match="confidence"):
        Rule(number=1, id="x", sentence="X.", statement="X.", source="x", strains=lambda: 0)


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
