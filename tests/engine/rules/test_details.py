"""The numbers behind a rule's sentence: which two sessions, the real hours between them, and what would be enough."""

import pytest

from planner.engine.evaluate import case_of
from planner.engine.notation import read_week
from planner.engine.rules import RULES
from planner.engine.rules.details import pair
from planner.engine.rules.shapes import PairRule
from planner.engine.scene import Scene
from planner.engine.vocabulary import Level
from tests.engine.weeks import around, athlete, findings

RULE = {rule.id: rule for rule in RULES}
ALONE = around(before="Mon -", after="Mon -")


@pytest.mark.parametrize(
    ("rule", "text", "detail"),
    [
        (
            "same-day-separation",
            "Mon 07:00 E, 09:00 U",
            "Monday 07:00 easy run ended 1.5 h before Monday 09:00 upper-body lift; 3 h are needed",
        ),
        (
            "same-day-separation",
            "Mon 07:00 E40, 07:30 U",
            "Monday 07:30 upper-body lift starts before Monday 07:00 easy run ends; 3 h are needed",
        ),
        (
            "same-day-separation-6h",
            "Mon 07:00 E, 13:29 U",
            "Monday 07:00 easy run ended 5.9 h before Monday 13:29 upper-body lift; 6 h are better",
        ),
        ("double-day-order", "Mon U, E", "Monday 07:00 upper-body lift ended 10 h before Monday 18:00 easy run"),
        (
            "hard-easy",
            "Mon H | Tue L",
            "Monday 18:00 hard run ended 23 h before Tuesday 18:00 long run; 2 days are needed",
        ),
        (
            "muscle-recovery-48h",
            "Mon F | Tue C",
            "Monday 18:00 full-body lift ended 23 h before Tuesday 18:00 run-lift circuit; 2 days are needed",
        ),
        (
            "muscle-recovery-hours",
            "Mon 19:00 U | Wed 18:30 U",
            "Monday 19:00 upper-body lift started 47 h before Wednesday 18:30 upper-body lift; 48 h are better",
        ),
        (
            "legs-before-key-run",
            "Mon Lo | Tue 07:00 H",
            "Monday 18:00 lower-body lift ended 12 h before Tuesday 07:00 hard run; 2 days are needed",
        ),
        (
            "legs-to-hard-run-48h",
            "Tue 18:00 Lo | Wed 08:40 H",
            "Tuesday 18:00 lower-body lift ended 14 h before Wednesday 08:40 hard run; 44 h are better",
        ),
        # of two parts the lift and the run alone: 30 min of lifting, then 25 of running, before and after
        (
            "legs-to-hard-run-48h",
            "Tue 18:00 F+E(LF) | Wed 18:00 U+H(LF)",
            "Tuesday 18:00 full-body lift ended 24 h before Wednesday 18:00 hard run; 44 h are better",
        ),
        ("long-run-recovery", "Mon F+L(RF)", "Monday's long run then full-body lift"),
    ],
)
def test_a_pair_is_told_with_its_hours_and_what_would_be_enough(rule, text, detail):
    who = athlete("endurance")
    (finding,) = findings(RULE[rule], text, who, ALONE)
    assert finding.text == f"{RULE[rule].sentence.removesuffix('.')} ({detail})."


def test_a_pair_over_the_seam_counts_the_real_hours():
    (finding,) = findings(RULE["hard-easy"], "Mon 07:00 H", context=around(before="Sun 19:00 H", after="Mon -"))
    assert "(Sunday 19:00 hard run ended 11 h before Monday 07:00 hard run; 2 days are needed)" in finding.text


WEEKS = [
    "Mon E, 12:00 U | Tue 18:00 Lo | Wed 08:00 H | Thu 06:00 U, 19:00 E | Fri 06:00 L | Sat U+E(LF) | Sun 07:00 C",
    "Mon H, F | Tue 06:00 L | Wed 20:00 F | Thu 06:00 H, 08:30 Lo | Fri E+Lo(LF) | Sat 05:30 H | Sun 05:00 L, 20:00 F",
]


@pytest.mark.parametrize("rule", [rule for rule in RULES if isinstance(rule, PairRule)], ids=lambda rule: rule.id)
def test_a_strained_pair_never_has_what_would_be_enough(rule):
    who = athlete("endurance", run_level=Level.BEGINNER)
    strained = [
        item.given
        for week in map(read_week, WEEKS)
        for item in Scene(week, ALONE).items(rule)
        if len(item.own) == 2 and rule.strains(case_of(who, week, ALONE), *item.given)
    ]
    assert strained
    for first, second, apart in strained:
        assert not rule.spacing.hours or rule.spacing.gap(first, second, apart) < rule.spacing.hours
        assert not rule.spacing.days or apart < rule.spacing.days
        assert ("are needed" in pair(rule, first, second, apart)) is (rule.weight is None)
