"""Published training weeks and counter-examples with the verdicts of the training science, sections 9 and 10."""

import pytest

from planner.engine.evaluate import evaluate
from planner.engine.load import monotony_of
from planner.engine.notation import read_week
from tests.engine.weeks import athlete

# Goal, week, what the soft rules find. The goal is the one the week was published for.
VALID = {
    "1, founding article": ("general", "E | F | E | X | F | E | -", set()),
    "1 with a long run": ("general", "E | F | E | X | F | L | -", {"full-body-before-key-run"}),
    "2, founding article twice a day": (
        "general",
        "am E, pm U | E, Lo | E, U | E, Lo | E, U | E, Lo | -",
        {"monotony"},
    ),
    "4, Higdon 10 k": ("endurance", "E+F | E | H | E+F | - | X | L", {"long-run-recovery", "hard-days-hard"}),
    "7, two hard days": ("speed", "E | H+F | - | H+F | - | L | -", set()),
    "11, FIRST": ("speed", "X | H | X | H | X | L | -", {"strength-frequency", "health-floor"}),
    "16, Pfitzinger-like": ("endurance", "X | H+F | E | E+F | X | E | L", {"hard-days-hard"}),
    "18, founding article for fat loss": (
        "fat_loss",
        "U+H(RF) | Lo+E(LF) | U+E(RF) | Lo+E(LF) | U+E(RF) | - | -",
        set(),
    ),
}


@pytest.mark.parametrize(("goal", "text", "soft"), VALID.values(), ids=VALID)
def test_a_published_week_is_valid_and_costs_what_is_known_of_it(goal, text, soft):
    found = evaluate(athlete(goal), read_week(text))
    assert found.valid
    assert {f.rule for f in found.findings} - {"alternate-order"} == soft


def test_the_fat_loss_week_is_clean_and_alternates():
    goal, text, _ = VALID["18, founding article for fat loss"]
    assert evaluate(athlete(goal), read_week(text)).findings == ()


def test_a_published_week_that_puts_legs_before_hard_runs_fails_twice():
    text = "Lo+E | H | Lo | H | X | H | -"
    found = [f for f in evaluate(athlete("speed"), read_week(text)).findings if f.severity == "hard"]
    assert sorted((f.rule, f.days) for f in found) == [
        ("hard-run-cap", ()),  # three hard runs besides
        ("legs-before-key-run", (0, 1)),
        ("legs-before-key-run", (2, 3)),
    ]


COUNTER_EXAMPLES = {
    "hard on Sunday and on Monday": ("Sun H | Mon H", "intermediate", "hard-easy"),
    "full body on Saturday and on Sunday": ("Sat F | Sun F", "intermediate", "muscle-recovery-48h"),
    "legs on Sunday before a hard Monday": ("Sun Lo | Mon H", "intermediate", "legs-before-key-run"),
    "legs first, then a hard run": ("Wed F+H(LF)", "intermediate", "no-hard-run-after-legs"),
    "a beginner runs on Monday and on Tuesday": ("Mon E | Tue E", "beginner", "novice-run-spacing"),
    "two sessions two hours apart": ("Mon 07:00 E30, 09:30 F", "intermediate", "same-day-separation"),
    "seven training days": ("E | U | E | Lo | E | U | E", "intermediate", "rest-day"),
}


@pytest.mark.parametrize(("text", "level", "rule"), COUNTER_EXAMPLES.values(), ids=COUNTER_EXAMPLES)
def test_a_counter_example_is_caught(text, level, rule):
    found = evaluate(athlete(level=level), read_week(text))
    assert not found.valid
    assert rule in {f.rule for f in found.findings if f.severity == "hard"}


EXAMPLES = {
    "endurance": "H+F(RF) | E | H+F(RF) | E | L | - | -",
    "speed": "Tue H+F(RF) | Thu H+F(RF) | Fri E | Sun L",
    "strength": "H | Lo+E20(LF) | U | Lo | U+E20(LF) | - | -",
    "fat_loss": "U+H(RF) | Lo+E(LF) | U+E(RF) | Lo+E(LF) | U+E(RF) | - | -",
    "general": "H+F(RF) | E | L | U | Lo+E(LF) | - | -",
}


@pytest.mark.parametrize(("goal", "text"), EXAMPLES.items(), ids=EXAMPLES)
def test_an_example_layout_is_valid(goal, text):
    # the general layout has its hard and long run on Monday and Wednesday with an easy day between
    assert [f for f in evaluate(athlete(goal), read_week(text)).findings if f.severity == "hard"] == []


@pytest.mark.parametrize(
    ("daily", "monotony"),
    [
        ((90, 200, 90, 60, 200, 180, 0), 1.51),
        ((420, 360, 420, 360, 420, 360, 0), 2.22),
        ((600, 200, 400, 500, 100, 650, 0), 1.38),
    ],
)
def test_monotony_is_that_of_the_printed_weeks(daily, monotony):
    assert monotony_of(daily) == pytest.approx(monotony, abs=0.005)
    assert monotony_of(daily) * sum(daily) == pytest.approx({1.51: 1238, 2.22: 5200, 1.38: 3376}[monotony], rel=0.005)
