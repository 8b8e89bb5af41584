"""The validator against what training-science.md prints: published weeks, counter-examples, test vectors."""

from __future__ import annotations

import pytest

from tests.oracle.builder import athlete, week_of
from tests.oracle.facts import monotony
from tests.oracle.profiles import cells, random_profile
from tests.oracle.validator import (
    alternation_broken,
    alternation_forced_apart,
    broken_limits,
    extra_on_wrong_side,
    hard_violations,
    shape_errors,
    soft_costs,
    unmet_wishes,
)

PASSING = {
    "1": ("E", "F", "E", "X", "F", "E", "-"),
    "1 long": ("E", "F", "E", "X", "F", "L", "-"),
    "2": ("E am, U pm", "E, Lo", "E, U", "E, Lo", "E, U", "E, Lo", "-"),
    "4": ("E+F", "E", "H", "E+F", "-", "X", "L"),
    "7": ("E", "H+F", "-", "H+F", "-", "L", "-"),
    "11": ("X", "H", "X", "H", "X", "L", "-"),
    "16": ("X", "H+F", "E", "E+F", "X", "E", "L"),
    "18": ("U+H(RF)", "Lo+E(LF)", "U+E(RF)", "Lo+E(LF)", "U+E(RF)", "-", "-"),
}
LAYOUTS = {
    "general": ("H+F(RF)", "E", "L", "U", "Lo+E(LF)", "-", "-"),
    "endurance": ("H+F(RF)", "E", "H+F(RF)", "E", "L", "-", "-"),
    "speed": ("-", "H+F(RF)", "-", "H+F(RF)", "E", "-", "L"),
    "strength": ("H", "Lo+E(LF)", "U", "Lo", "U+E(LF)", "-", "-"),
    "fat_loss": ("U+H(RF)", "Lo+E(LF)", "U+E(RF)", "Lo+E(LF)", "U+E(RF)", "-", "-"),
}
EMPTY = ("-",) * 7


def numbers(violations: list[str]) -> set[str]:
    """Rule numbers of the violations."""
    return {text.split(" ")[0] for text in violations}


def put(**cells_by_day: str) -> tuple[str, ...]:
    """Seven cells, empty but for the named days."""
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return tuple(cells_by_day.get(name, "-") for name in names)


@pytest.mark.parametrize("cells_of_week", PASSING.values(), ids=PASSING)
def test_published_week_passes(cells_of_week: tuple[str, ...]) -> None:
    assert hard_violations(athlete(), week_of(*cells_of_week)) == []


def test_published_week_8_fails_for_legs_before_key_runs() -> None:
    week = week_of("Lo+E", "H", "Lo", "H", "X", "H", "-")
    found = [text for text in hard_violations(athlete(), week) if text.startswith("12 ")]
    assert len(found) == 2


@pytest.mark.parametrize(("goal", "cells_of_week"), LAYOUTS.items(), ids=LAYOUTS)
def test_example_layout_of_section_12_passes(goal: str, cells_of_week: tuple[str, ...]) -> None:
    assert hard_violations(athlete(goal), week_of(*cells_of_week)) == []


def test_soft_costs_of_published_weeks() -> None:
    assert soft_costs(athlete(), week_of(*PASSING["1 long"]))["full-body-before-key-run"] == 10
    assert soft_costs(athlete(), week_of(*PASSING["4"]))["long-run-recovery"] == 4
    assert soft_costs(athlete("fat_loss"), week_of(*PASSING["18"])) == {}


COUNTER_EXAMPLES = {
    "H Sun + H Mon": (put(Sun="H", Mon="H"), "7", "intermediate"),
    "F Sat + F Sun": (put(Sat="F", Sun="F"), "10", "intermediate"),
    "Lo Sun + H Mon": (put(Sun="Lo", Mon="H"), "12", "intermediate"),
    "lift_first legs + hard run": (put(Wed="F+H(LF)"), "14", "intermediate"),
    "B runs Mon and Tue": (put(Mon="E", Tue="E"), "9", "beginner"),
    "two sessions 2 h apart": (put(Mon="E 07:00, F 09:40"), "4", "intermediate"),
    "7 training days": (("E",) * 7, "2", "intermediate"),
    "B 6 training days": (("E", "F", "E", "F", "E", "F", "-"), "2", "beginner"),
    "three a day": (put(Mon="E 06:00, X 11:00, F 16:00"), "3", "intermediate"),
    "two runs a day": (put(Mon="E 06:00, E 16:00"), "3", "intermediate"),
    "three hard runs": (put(Mon="H", Wed="H", Fri="H"), "8", "intermediate"),
    "two long runs": (put(Mon="L", Wed="L", Fri="E", Sat="E"), "8", "intermediate"),
    "B hard run in week 1": (put(Mon="H"), "8", "beginner"),
    "circuit beside a hard run": (put(Mon="C", Tue="H"), "7", "intermediate"),
    "circuit beside a full lift": (put(Mon="C", Tue="F"), "10", "intermediate"),
    "circuits on neighbouring days": (put(Mon="C", Sun="C"), "32", "intermediate"),
    "long share": (put(Mon="E", Thu="L", Sat="E 07:00", Sun="E"), "", "intermediate"),
    "key run after legs, hours later": (put(Wed="Lo, H"), "14", "intermediate"),
}


@pytest.mark.parametrize(("cells_of_week", "rule", "level"), COUNTER_EXAMPLES.values(), ids=COUNTER_EXAMPLES)
def test_counter_example_is_caught(cells_of_week: tuple[str, ...], rule: str, level: str) -> None:
    found = numbers(hard_violations(athlete(level=level), week_of(*cells_of_week)))
    assert rule in found if rule else not found


def test_seam_uses_real_dates() -> None:
    first, second = week_of(*put(Sun="H")), week_of(*put(Mon="H"), start="2026-12-07")
    assert hard_violations(athlete(), first, wrap=False) == []
    assert numbers(hard_violations(athlete(), second, previous=first)) == {"7"}
    assert hard_violations(athlete(), week_of(*put(Mon="E", Sun="H"), start="2026-12-07"), previous=second) == []


def test_availability_knows_windows_exceptions_and_only() -> None:
    windows = [{"weekday": 0, "start": "07:00", "end": "07:40"}, {"weekday": 0, "start": "18:00", "end": "19:00"}]
    run = week_of(*put(Mon="E"))
    assert hard_violations(athlete(availability=windows), run) == []
    assert numbers(hard_violations(athlete(availability=windows, rest_weekdays=[0]), run)) == {"1"}
    blocked = [{"date": "2026-11-30", "windows": []}]
    assert numbers(hard_violations(athlete(availability=windows, exceptions=blocked), run)) == {"1"}
    assert numbers(hard_violations(athlete(availability=[windows[0] | {"only": "lift"}]), run)) == {"1"}
    touching = [windows[0] | {"end": "07:20"}, windows[0] | {"start": "07:20"}]
    assert hard_violations(athlete(availability=touching), run) == []
    assert numbers(hard_violations(athlete(availability=[windows[0] | {"end": "07:39"}]), run)) == {"1"}


def test_bounds_warm_up_share_and_spike() -> None:
    week = week_of("E", "-", "L", "-", "-", "-", "-")
    week["sessions"][0]["run"]["minutes"] = week["sessions"][0]["minutes"] = 14
    week["sessions"][1]["cool_down_minutes"] = 0
    assert numbers(hard_violations(athlete(), week)) == {"23", "24", "25"}
    profile = athlete(longest_recent_run_minutes=30)
    assert numbers(hard_violations(profile, week_of(*put(Mon="E", Thu="E")))) == {"26"}
    assert hard_violations(athlete(longest_recent_run_minutes=36), week_of(*put(Mon="E", Thu="E"))) == []
    heavy = week_of(*put(Mon="F"), effort="heavy")
    heavy["sessions"][0]["warm_up_minutes"] = 9
    assert numbers(hard_violations(athlete(), heavy)) == {"24"}


ORDERS = [
    ("alternate", "general", "F+H(LF)", False),
    ("alternate", "general", "F+E(LF)", True),
    ("alternate", "general", "U+H(LF)", False),
    ("priority_first", "strength", "E+F(RF)", False),
    ("priority_first", "strength", "F+H(RF)", False),
    ("priority_first", "strength", "U+H(LF)", True),
    ("priority_first", "muscle", "U+E(RF)", True),
    ("priority_first", "endurance", "F+E(LF)", True),
    ("priority_first", "endurance", "U+H(LF)", False),
    ("finish_with_focus", "speed", "E+U(RF)", False),
    ("finish_with_focus", "speed", "U+H(LF)", True),
    ("finish_with_focus", "speed", "F+M(LF)", False),
    ("finish_with_focus", "speed", "H+F(RF)", False),
    ("finish_with_focus", "muscle", "E+U(RF)", False),
]


@pytest.mark.parametrize(("policy", "goal", "cell", "allowed"), ORDERS)
def test_session_order_table(policy: str, goal: str, cell: str, allowed: bool) -> None:
    found = numbers(hard_violations(athlete(goal, order_policy=policy), week_of(*put(Wed=cell))))
    assert ("13" not in found) is allowed


def test_chosen_orders() -> None:
    run_hated = athlete(order_policy="least_liked_first", likes_less="run")
    lift_always = athlete(order_policy="my_order", my_order="lift_first")
    assert numbers(hard_violations(run_hated, week_of(*put(Mon="F+E(LF)")))) == {"13"}
    assert hard_violations(lift_always, week_of(*put(Mon="F+E(LF)"))) == []
    assert numbers(hard_violations(lift_always, week_of(*put(Mon="H+F(RF)")))) == {"13"}


def test_alternation() -> None:
    same = week_of("E+F(RF)", "-", "E+F(RF)", "-", "E+F(LF)", "-", "-")
    forced = week_of("H+F(RF)", "-", "H+F(RF)", "-", "-", "-", "-")
    own_side = week_of("E+F(RF)", "-", "E+F(LF)", "-", "E+F(RF)", "-", "-")
    assert alternation_broken(athlete(), same)
    assert soft_costs(athlete(), same)["alternate-order"] == 10
    assert not alternation_broken(athlete(order_policy="priority_first"), same)
    assert not alternation_broken(athlete(), forced)
    assert alternation_forced_apart(athlete(), forced)
    assert extra_on_wrong_side(athlete("muscle"), own_side)
    assert not extra_on_wrong_side(athlete("speed"), own_side)


SOFT = {
    "same-day-separation-6h": ("general", put(Mon="E 07:00, U 12:00"), 10),
    "double-day-order": ("general", put(Mon="U am, E pm"), 4),
    "muscle-recovery-hours": ("general", put(Mon="F 18:00", Wed="F 07:00"), 1),
    "full-body-before-key-run": ("muscle", put(Mon="F", Tue="L", Fri="U", Sun="U"), 4),
    "legs-to-hard-run-48h": ("speed", put(Mon="F 18:00", Wed="H 07:00"), 2),
    "long-run-recovery": ("endurance", put(Mon="F", Sun="L"), 10),
    "hard-days-hard": ("speed", put(Mon="E+F", Thu="H"), 1),
    "varied-days": ("fat_loss", put(Mon="E", Tue="E"), 4),
    "concurrent-dose": ("muscle", put(Mon="E", Tue="E", Wed="E", Thu="E"), 10),
    "strength-frequency": ("muscle", put(Mon="F", Wed="U"), 10),
    "easy-share": ("general", put(Mon="H", Wed="H", Fri="M", Sun="E"), 4),
    "monotony": ("general", ("E", "U", "E", "U", "E", "U", "E"), 4),
}


@pytest.mark.parametrize(("rule", "case"), SOFT.items(), ids=SOFT)
def test_soft_rule_alone(rule: str, case: tuple[str, tuple[str, ...], float]) -> None:
    goal, cells_of_week, cost = case
    assert soft_costs(athlete(goal), week_of(*cells_of_week)).get(rule) == cost


def test_monotony_vectors() -> None:
    assert monotony([90, 200, 90, 60, 200, 180, 0]) == pytest.approx(1.51, abs=0.005)
    assert monotony([420, 360, 420, 360, 420, 360, 0]) == pytest.approx(2.22, abs=0.005)
    assert monotony([600, 200, 400, 500, 100, 650, 0]) == pytest.approx(1.38, abs=0.005)
    assert monotony([100.0] * 7) == 10


def test_shape_accepts_a_plan_and_catches_each_damage() -> None:
    plan = {"weeks": [week_of(*PASSING["18"])], "changes": []}
    assert shape_errors(plan) == []
    week = plan["weeks"][0]
    session = week["sessions"][0]
    for place, field, value in (
        (session, "order", None),
        (session, "minutes", 66),
        (session, "date", "2026-12-07"),
        (session, "id", week["sessions"][1]["id"]),
        (session, "start", "7:00"),
        (week["order_ledger"], "run_first", 2),
        (week["load"], "total", 1),
        (week["load"], "monotony", 9),
        (week, "score", 1),
        (week, "sessions", week["sessions"][::-1]),
        (week, "start", "2026-12-01"),
        (week, "optimal", 1),
    ):
        before, place[field] = place[field], value
        assert shape_errors(plan), field
        place[field] = before
    assert shape_errors(plan) == []


def test_limits_and_wishes() -> None:
    week = week_of("E+F", "-", "H", "-", "-", "-", "-")
    cautious = athlete(medical_caution=True, training_days=1, max_session_minutes=60)
    assert {text.split(":")[0] for text in broken_limits(cautious, week)} == {
        "limit medical_caution",
        "limit training_days",
        "limit max_session_minutes",
    }
    asked = athlete(runs_per_week=3, arrangement="separate", split="upper_lower")
    assert len(unmet_wishes(asked, week)) == 3


def test_profiles_repeat_and_cells_are_complete() -> None:
    assert random_profile(7) == random_profile(7) != random_profile(8)
    assert len({name for name, _ in cells()}) == 216
