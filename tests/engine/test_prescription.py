"""What to train: from an athlete to the numbers of a week."""

import pytest

from planner.engine.domain import Context
from planner.engine.prescription import lift_effort, prescribe, regions_for
from planner.engine.vocabulary import Arrangement, Effort, Region, Split
from planner.engine.wishes import Room
from tests.engine.weeks import athlete, evenings, windows

U, LO, F = Region.UPPER, Region.LOWER, Region.FULL


def prescribed(who, context=None):
    return prescribe(who, context or Context(), Room.of(who, frozenset(), ()))


def numbers(who, context=None):
    rx, _ = prescribed(who, context)
    return rx.run_only, rx.lift_only, rx.combined, rx.hard, rx.long


@pytest.mark.parametrize(
    ("goal", "level", "days", "expected"),
    [
        ("endurance", "intermediate", "01346", (3, 0, 2, 2, True)),  # the cell as it is
        ("fat_loss", "intermediate", "01346", (0, 0, 5, 1, False)),
        ("general", "beginner", "012345", (1, 0, 2, 1, True)),  # 3.2.0: two pairs share so that orders can turn
        ("strength", "beginner", "01346", (0, 1, 2, 0, False)),  # 2.3.0 likewise
        ("strength", "intermediate", "01346", (1, 2, 2, 1, False)),
    ],
)
def test_the_cell_is_met_with_at_least_two_combined_sessions(goal, level, days, expected):
    assert numbers(athlete(goal, level, availability=evenings(days))) == expected


@pytest.mark.parametrize(
    ("arrangement", "expected"),
    [("separate", (3, 2, 0)), ("auto", (1, 0, 2)), ("combined", (1, 0, 2)), ("two_a_day", (1, 0, 2))],
)
def test_the_arrangement_says_what_shares_a_session(arrangement, expected):
    who = athlete("general", arrangement=Arrangement(arrangement), runs_per_week=3, lifts_per_week=2)
    assert numbers(who)[:3] == expected


def test_a_lone_run_is_easy():
    assert numbers(athlete("speed", runs_per_week=1, lifts_per_week=2))[3:] == (0, False)


def test_strength_runs_hard_on_its_own_only():
    assert numbers(athlete("strength", runs_per_week=2, lifts_per_week=2, arrangement=Arrangement.COMBINED))[3] == 0


@pytest.mark.parametrize(("plan_week", "hard"), [(1, 0), (7, 1)])
def test_beginners_start_without_hard_runs(plan_week, hard):
    assert numbers(athlete("speed", "beginner"), Context(plan_week=plan_week))[3] == hard


@pytest.mark.parametrize(
    ("fields", "step", "words"),
    [
        ({"runs_per_week": 7}, "fewer_runs", "You asked for 7 runs a week; 6 are planned"),
        ({"level": "beginner", "runs_per_week": 5}, "fewer_runs", "new runners rest a day between runs"),
        ({"availability": evenings("02"), "lifts_per_week": 4}, "fewer_lifts", "You asked for 4 lifts a week; 2 are"),
        ({"medical_caution": True, "circuits_per_week": 1}, "fewer_circuits", "a circuit is a hard day"),
        ({"longest_recent_run_minutes": 9}, "no_runs_yet", "the next may take 14 min; a run is at least 15"),
        ({"availability": windows("0 18:00-20:00 lift")}, "fewer_runs", "None of your free hours can hold runs"),
        ({"availability": evenings("0"), "split": Split.UPPER_LOWER}, "split", "a single lift trains the whole body"),
        ({"availability": evenings("02"), "arrangement": Arrangement.SEPARATE}, "arrangement", "runs and lifts apart"),
    ],
)
def test_a_wish_that_is_cut_is_told(fields, step, words):
    _, changes = prescribed(athlete(**{"goal": "general", **fields}))
    assert [words in change.text for change in changes if change.step == step] == [True]


def test_ten_minutes_of_late_are_enough_to_run():
    _, changes = prescribed(athlete("general", longest_recent_run_minutes=10))
    assert changes == ()


@pytest.mark.parametrize(
    ("lifts", "circuits", "split", "regions"),
    [
        (0, 0, "auto", ()),
        (1, 0, "auto", (F,)),
        (3, 0, "auto", (F, F, F)),
        (4, 0, "auto", (LO, U, LO, U)),
        (5, 0, "auto", (U, LO, U, LO, U)),
        (6, 0, "auto", (U, LO, U, LO, U, LO)),
        (3, 1, "auto", (LO, U, F)),
        (4, 0, "full_body", (F, F, F, F)),
        (2, 0, "upper_lower", (U, LO)),
        (3, 0, "upper_lower", (U, LO, U)),
        (1, 0, "upper_lower", (F,)),
    ],
)
def test_lifts_are_split_by_their_number(lifts, circuits, split, regions):
    assert regions_for(lifts, circuits, Split(split)) == regions


@pytest.mark.parametrize(
    ("goal", "level", "region", "effort"),
    [
        ("strength", "intermediate", U, Effort.HEAVY),
        ("strength", "advanced", LO, Effort.HEAVY),
        ("strength", "advanced", F, Effort.MODERATE),
        ("strength", "beginner", U, Effort.MODERATE),
        ("muscle", "advanced", U, Effort.MODERATE),
    ],
)
def test_strength_lifts_heavy_on_split_days(goal, level, region, effort):
    assert lift_effort(athlete(goal, level), region) is effort
    assert lift_effort(athlete(goal, level, medical_caution=True), region) is Effort.MODERATE
