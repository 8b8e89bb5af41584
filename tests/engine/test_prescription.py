"""What to train: from an athlete to the numbers of a week."""

import pytest

from planner.engine.domain import Context
from planner.engine.notation import read_week
from planner.engine.prescription import lift_effort, prescribe, regions_for
from planner.engine.vocabulary import Arrangement, Effort, Level, Region, Split
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


def test_beginners_start_without_circuits():
    _, changes = prescribed(athlete("speed", "beginner", circuits_per_week=1), Context(plan_week=1))
    assert [change.text for change in changes] == [
        "You asked for 1 circuit a week; none is possible, since a circuit is a hard day, and new runners have none in "
        "their first 6 weeks."
    ]


@pytest.mark.parametrize(
    ("fields", "step", "words"),
    [
        ({"runs_per_week": 7}, "fewer_runs", "6 are the most, since at your level 1 day a week is free of training."),
        ({"runs_per_week": 5, "training_days": 4}, "fewer_runs", "4 are the most, since you asked for at most 4 days"),
        ({"level": "beginner", "runs_per_week": 5}, "fewer_runs", "3 are the most, since new runners rest a day"),
        ({"availability": evenings("02"), "lifts_per_week": 4}, "fewer_lifts", "2 are the most, since only 2 of your"),
        (
            {"availability": windows("0 18:00-19:00 run, 2 18:00-19:00"), "lifts_per_week": 2},
            "fewer_lifts",
            "You asked for 2 lifts a week; 1 is the most, since only 1 of your days can hold a lift.",
        ),
        (
            {"lifts_per_week": 6, "circuits_per_week": 1},
            "fewer_lifts",
            "You asked for 6 lifts a week; 5 are the most, since a circuit trains the whole body",
        ),
        ({"medical_caution": True, "circuits_per_week": 1}, "fewer_circuits", "your answer about your health rules"),
        (
            {"level": "beginner", "circuits_per_week": 2},
            "fewer_circuits",
            "1 is the most, since a circuit counts as a hard run, and your running level takes 1 of those a week.",
        ),
        (
            {"circuits_per_week": 2, "lift_level": Level.BEGINNER},
            "fewer_circuits",
            "1 is the most, since a circuit is a hard day, and your level takes 1 a week.",
        ),
        (
            {"availability": evenings("024", "18:00-18:30"), "circuits_per_week": 1},
            "fewer_circuits",
            "You asked for 1 circuit a week; none is possible, since none of your days can hold a run and a lift.",
        ),
        ({"longest_recent_run_minutes": 9}, "no_runs_yet", "the next may take 14 min, and a run is at least 15. Walk"),
        (
            {"longest_recent_run_minutes": 9, "runs_per_week": 3},
            "no_runs_yet",
            "You asked for 3 runs a week; none is possible yet",
        ),
        (
            {"availability": windows("0 18:00-20:00 lift")},
            "fewer_runs",
            "1 run a week would suit your goal; none is possible, since none of your days can hold a run.",
        ),
        (
            {"availability": windows("0 18:00-18:30"), "runs_per_week": 1},
            "fewer_sessions",
            "You asked for 1 run a week, and 1 lift would suit your goal; your days and hours hold no runs and 1 lift.",
        ),
        (
            {"availability": windows("0 18:00-18:30"), "runs_per_week": 1, "lifts_per_week": 1},
            "fewer_sessions",
            "You asked for 1 run a week and 1 lift; your days and hours hold no runs and 1 lift.",
        ),
        (
            {"availability": evenings("0"), "split": Split.UPPER_LOWER},
            "split",
            "You asked for upper and lower body in turn; the week holds 1 lift, which trains the whole body.",
        ),
        (
            {"availability": evenings("02"), "arrangement": Arrangement.SEPARATE},
            "arrangement",
            "runs and lifts on days of their own; your days hold them only if 2 runs share a session with a lift.",
        ),
        (
            {"availability": evenings("0246", "18:00-18:30"), "arrangement": Arrangement.COMBINED},
            "arrangement",
            "in one session; no run shares a session with a lift, since none of your days can hold both.",
        ),
        (
            {"availability": evenings("0246", "18:00-18:30"), "arrangement": Arrangement.TWO_A_DAY},
            "arrangement",
            "each has a day of its own, since none of your days can hold both.",
        ),
        (
            {"level": "beginner", "arrangement": Arrangement.TWO_A_DAY},
            "arrangement",
            "at your level one a day is plenty, so run and lift share a session.",
        ),
        (
            {"level": "beginner", "arrangement": Arrangement.TWO_A_DAY, "lifts_per_week": 0},
            "arrangement",
            "at your level one a day is plenty, so no day holds more than 1.",
        ),
        (
            {"rest_weekdays": frozenset(range(7))},
            "no_hours",
            "Saturday and Sunday; no hours of other days are free, so",
        ),
        (
            {"availability": windows("0 18:00-18:08, 1 18:00-20:00"), "rest_weekdays": frozenset({1})},
            "no_hours",
            "You asked for no training on Tuesday; the longest free time on other days is 8 min, so the week is empty.",
        ),
        (
            {"availability": windows("0 18:00-18:08")},
            "no_hours",
            "Your longest free time is 8 min, so the week is empty",
        ),
        ({"availability": ()}, "no_hours", "No hours of this week are free, so the week is empty."),
    ],
)
def test_a_wish_that_is_cut_is_told(fields, step, words):
    _, changes = prescribed(athlete(**{"goal": "general", **fields}))
    assert [words in change.text for change in changes if change.step == step] == [True]


def test_ten_minutes_of_late_are_enough_to_run():
    _, changes = prescribed(athlete("general", longest_recent_run_minutes=10))
    assert changes == ()


def test_who_asks_for_no_runs_is_not_told_to_walk_first():
    _, changes = prescribed(athlete("general", longest_recent_run_minutes=0, runs_per_week=0))
    assert changes == ()


@pytest.mark.parametrize(
    ("goal", "fields", "reason"),
    [
        ("endurance", {"medical_caution": True}, "your answer about your health rules it out"),
        ("strength", {}, "at your goal and level a week of 7 days has none"),
        ("endurance", {"runs_per_week": 1}, "a week of 1 run has none"),
        ("endurance", {"runs_per_week": 2, "circuits_per_week": 1}, "a week of 1 run has none"),
        ("endurance", {"runs_per_week": 0, "circuits_per_week": 1}, "no run is planned beside circuits"),
        (
            "endurance",
            {"availability": evenings("02"), "runs_per_week": 2, "lifts_per_week": 2},
            "every run shares a session with a lift",
        ),
    ],
)
def test_a_week_without_a_long_run_says_why_its_day_is_not_kept(goal, fields, reason):
    _, changes = prescribed(athlete(goal, long_run_weekday=4, **fields))
    assert f"You asked for the long run on Friday; the week holds no long run, since {reason}." in [
        change.text for change in changes
    ]


def test_a_part_of_a_week_speaks_of_what_is_left_of_it():
    who = athlete("general", runs_per_week=4)
    for closed, text in (
        (
            frozenset(range(5)),
            "You asked for 4 runs a week; 2 are the most, since only 2 of the days left can hold a run.",
        ),
        (frozenset(range(7)), "No free hours are left in this week, so nothing is planned."),
    ):
        _, changes = prescribe(who, Context(), Room.of(who, closed, ()))
        assert text in [change.text for change in changes]


def test_the_larger_cut_is_told_alone():
    """Two runs fit the days, one fits beside the lift: nobody is told of two."""
    who = athlete("general", availability=evenings("02", "18:00-18:30"), runs_per_week=3, lifts_per_week=1)
    _, changes = prescribed(who)
    assert [change.text for change in changes] == [
        "You asked for 3 runs a week and 1 lift; your days and hours hold 1 run and 1 lift."
    ]


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


def test_a_run_and_a_lift_that_stand_on_one_day_hold_both_there():
    who = athlete(availability=windows("0 06:00-06:20, 2 06:00-06:20"))
    together = read_week("Mon 06:00 E, 17:00 F").sessions
    apart = read_week("Mon 06:00 E | Wed 17:00 F").sessions
    assert Room.of(who, frozenset({0}), together).both == 1
    assert Room.of(who, frozenset({0, 2}), apart).both == 0
