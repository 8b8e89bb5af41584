"""Steps of sessions, and whole plans as the judge sees them: kept, and with each fault."""

from __future__ import annotations

from typing import Any

import pytest

from tests.oracle.builder import athlete, broken, numbered_week, plan_of
from tests.oracle.facts import Json
from tests.oracle.judgement import judge_block
from tests.oracle.profiles import block_profile
from tests.oracle.weeks import sets_in, sets_of

# Steps


def with_steps(*steps: tuple[int, str, str], **session: Any) -> Json:
    document = plan_of(numbered_week(0, "U"))
    blocks = [{"minutes": minutes, "part": part, "text": text} for minutes, part, text in steps]
    document["weeks"][0]["sessions"][0] |= {"blocks": blocks, **session}
    return document


ENDS = (10, "warm_up", "Mobility."), (5, "cool_down", "Walk about.")
SQUAT = (35, "lift", "Squat: goblet squat or leg press, 3 × 8–12.")


def test_steps_begin_with_the_warm_up_end_with_the_cool_down_and_add_up():
    right = with_steps(ENDS[0], SQUAT, ENDS[1])
    assert broken(athlete(), right, "steps") == 0
    assert broken(athlete(), with_steps(SQUAT, *ENDS), "steps") == 1
    assert broken(athlete(), with_steps(ENDS[0], SQUAT, (4, *ENDS[1][1:])), "steps") == 2
    assert broken(athlete(), with_steps(*ENDS[:1], SQUAT, (0, "lift", ""), ENDS[1]), "steps") == 1


def test_a_beginners_first_two_weeks_have_two_sets_of_an_exercise_at_the_most():
    assert broken(athlete(level="beginner"), with_steps(ENDS[0], SQUAT, ENDS[1]), "steps") == 1
    two = (35, "lift", "Squat: goblet squat, 2 × 8–12.")
    assert broken(athlete(level="beginner"), with_steps(ENDS[0], two, ENDS[1]), "steps") == 0


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Squat: goblet squat or back squat, 2 × 4–8.", [2]),
        ("Push (press) 3 × 8–12, in turn with pull (row) 3 × 8–12.", [3, 3]),
        ("Carry: farmer's walk, 2 × 20–40 s.", [2]),
        ("Build up with two lighter sets. Then 2 × 10 small, springy jumps on both feet.", []),
        ("2 rounds of squat, push-up, row: 8–12 reps each, 4 in reserve (RIR 4).", [2, 2, 2]),
        ("One round of squat, push-up: 8–12 reps each.", [1, 1]),
    ],
)
def test_sets_are_read_from_the_steps(text, sets):
    assert sets_in(text) == sets


def test_sets_told_in_numbers_come_first_and_runs_and_circuits_have_none():
    lift = with_steps(SQUAT, SQUAT)["weeks"][0]["sessions"][0]
    assert sets_of(lift) == 0  # told: none
    del lift["lift"]["sets"]
    assert sets_of(lift) == 6
    assert sets_of(lift | {"kind": "circuit"}) == sets_of(lift | {"lift": None}) == 0


# The whole judgement


FLOOR = {"rule": "health-floor", "severity": "soft", "cost": 1, "sessions": [], "text": "Too little running."}
KEPT = {"longest_recent_run_minutes": 30, "runs_per_week": 1, "lifts_per_week": 2}


def four_weeks() -> Json:
    """Three loading weeks and a deload, too little running in each."""
    cells = ("E", "F", "-", "F")
    weeks = [numbered_week(n, *cells, run=30, sets=10) for n in range(3)] + [
        numbered_week(3, *cells, run=24, sets=6, phase="deload")
    ]
    return plan_of(*(one | {"findings": [FLOOR], "score": 1} for one in weeks))


def kinds(document: Json) -> set[str]:
    return {text.split(":")[0] for text in judge_block(athlete(**KEPT), document)}


def test_a_block_that_keeps_everything_has_no_trouble():
    assert list(judge_block(athlete(**KEPT), four_weeks())) == []


def test_each_fault_of_a_block_is_told():
    document = four_weeks()
    document["weeks"][0]["optimal"] = True
    document["weeks"][0]["sessions"][0]["cool_down_minutes"] = 0
    document["weeks"][2] |= {"findings": [], "score": 0}
    document["weeks"][3]["phase"] = "build"
    told = {"24 warm-up-cool-down", "optimal though not valid", "28 deload unsaid", "cost of health-floor"}
    assert kinds(document) == told
    document["weeks"][1]["order_ledger"]["run_first"] = 1
    assert "shape week 1" in kinds(document)


def test_turns_that_are_not_taken_are_told_unless_the_plan_tells_them():
    document = plan_of(numbered_week(0, "E+F(RF)", run=30), numbered_week(1, "E+F(RF)", run=30))
    assert "alternation broken at the seam" in kinds(document)
    document["changes"] = [{"step": "order", "text": "No week takes turns."}]
    assert "alternation broken at the seam" not in kinds(document)


def test_block_profiles_repeat_and_differ_in_weeks_races_and_days_off():
    made = [block_profile(seed) for seed in range(60)]
    assert made[7] == block_profile(7)
    assert {weeks for _, weeks in made} >= {1, 24}
    assert any(profile.get("race") for profile, _ in made)
    assert any(profile.get("exceptions") for profile, _ in made)
