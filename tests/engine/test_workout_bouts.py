"""A workout's steps as a watch takes them: times that add up, targets where they are known, repeats."""

import re
from datetime import date

import pytest
from hypothesis import given

from planner.engine.domain import Lift, Race, RecentRace, Run
from planner.engine.paces import Zone, paces
from planner.engine.results import Stage
from planner.engine.vocabulary import Effort, Equipment, Goal, Intensity, Kind, Level, Order, Phase, Region
from planner.engine.workouts import Bout, Exercise, Repeat, Role, blocks, exercises_in, steps_of
from planner.engine.workouts.bouts import repeated, seconds_of
from planner.engine.workouts.case import Case
from tests.engine.test_workouts import ATHLETES, session, sessions
from tests.engine.weeks import athlete

RACE = RecentRace(5, 1500)
KNOWN = {"max_heart_rate": 190, "recent_race": RACE}


def steps(who, one, part, **known):
    return [step for block in blocks(who, one, year=2026, **known) if block.part == part for step in steps_of(block)]


@given(ATHLETES, sessions())
def test_timed_steps_take_the_minutes_of_their_block(who, one):
    for block in blocks(who, one, year=2026):
        found = steps_of(block)
        assert found
        assert all(step.seconds > 0 for step in flat(found) if isinstance(step, Bout))
        assert all(step.times > 0 for step in found if isinstance(step, Repeat))
        if block.part != "lift":
            assert seconds_of(found) == block.minutes * 60


def flat(found):
    for step in found:
        yield from step.steps if isinstance(step, Repeat) else (step,)


@given(ATHLETES, sessions())
def test_sets_are_those_that_the_words_tell(who, one):
    """Every line "..., 3 × 8–12." of a lift stands for a repeat of so many sets."""
    for block in blocks(who, one, year=2026):
        if block.part == "lift" and " × " in block.text and block.steps and isinstance(block.steps[0], Repeat):
            told = re.search(r"(\d+) × ", block.text)
            assert block.steps[0].times == int(told[1])


def test_an_easy_run_has_the_zone_in_beats_and_pace():
    who = athlete("endurance", **KNOWN)
    (run,) = steps(who, session(Kind.RUN_ONLY, run=Run(Intensity.EASY, 40)), "run")
    score = Case(who, session(Kind.RUN_ONLY, run=Run(Intensity.EASY, 40)), 2026, 1).score
    assert run == Bout(Role.STEADY, 30 * 60, "Easy run", Zone.EASY, (60, 76), (114, 144), paces(score, Zone.EASY))


def test_after_lifting_pace_is_no_target_and_with_caution_the_heart_is_none():
    one = session(
        Kind.COMBINED, order=Order.LIFT_FIRST, run=Run(Intensity.EASY, 30), lift=Lift(Region.UPPER, Effort.MODERATE, 30)
    )
    (run,) = steps(athlete(**KNOWN), one, "run")
    assert (run.heart_rate, run.pace) == ((114, 144), None)
    (run,) = steps(athlete(medical_caution=True, **KNOWN), one, "run")
    assert (run.heart_percent, run.heart_rate, run.pace) == (None, None, None)


def test_intervals_repeat_and_the_rest_is_easy():
    who = athlete("speed", **KNOWN)
    found = steps(who, session(Kind.RUN_ONLY, run=Run(Intensity.HARD, 50), warm_up=10, cool_down=5), "run", plan_week=1)
    repeats = [step for step in found if isinstance(step, Repeat)]
    assert [(step.times, [part.seconds for part in step.steps]) for step in repeats] == [(7, [180, 120])]
    work, pause = repeats[0].steps
    assert (work.role, work.zone, pause.role) == (Role.WORK, Zone.INTERVAL, Role.EASY)
    assert work.pace is not None


def test_uphill_goes_by_effort():
    who = athlete("speed", **KNOWN)
    found = steps(who, session(Kind.RUN_ONLY, run=Run(Intensity.HARD, 50), warm_up=10), "run", plan_week=4)
    (hill,) = {step for step in flat(found) if step.cue == "Uphill"}
    assert (hill.heart_rate, hill.pace) == (None, None)


def test_before_a_race_the_work_is_at_its_pace_give_or_take_five_seconds():
    who = athlete("endurance", race=Race(date(2026, 12, 20), 5), **KNOWN)
    stage = Stage(Phase.SPECIFIC, 1)
    found = steps(who, session(Kind.RUN_ONLY, run=Run(Intensity.HARD, 50), warm_up=10), "run", stage=stage)
    (work,) = {step for step in flat(found) if step.role is Role.WORK}
    assert work.pace == pytest.approx((295, 305))
    assert work.heart_rate is None


def test_a_beginner_runs_and_walks():
    who = athlete("general", "beginner", longest_recent_run_minutes=0)
    (repeat,) = steps(who, session(Kind.RUN_ONLY, run=Run(Intensity.EASY, 30)), "run", plan_week=1)
    assert (repeat.times, [step.seconds for step in repeat.steps]) == (8, [60, 90])
    assert [step.role for step in repeat.steps] == [Role.WORK, Role.REST]


def test_a_lift_is_sets_with_rest():
    who = athlete("strength", "advanced")
    found = steps(who, session(Kind.LIFT_ONLY, lift=Lift(Region.LOWER, Effort.HEAVY, 60)), "lift")
    assert found[0].role is Role.WARM_UP
    squat = found[1]
    assert isinstance(squat.steps[0], Exercise)
    assert squat.steps[0].reps == (3, 6)
    assert squat.steps[-1] == Bout(Role.REST, 300, "Rest")


def test_what_is_held_is_told_in_seconds():
    found = flat(steps(athlete("muscle"), session(Kind.LIFT_ONLY, lift=Lift(Region.FULL, Effort.MODERATE, 60)), "lift"))
    held = [step for step in found if isinstance(step, Exercise) and step.held]
    assert held
    assert {step.reps for step in held} == {(20, 40)}


@pytest.mark.parametrize(
    ("equipment", "key", "has_weight"),
    [("barbell", "squat-barbell", True), ("bands", "squat-bands", False), ("bodyweight", "squat-bodyweight", False)],
)
def test_an_exercise_names_its_movement_and_tool(equipment, key, has_weight):
    who = athlete("muscle", equipment=frozenset({Equipment(equipment)}))
    found = exercises_in(
        tuple(steps(who, session(Kind.LIFT_ONLY, lift=Lift(Region.LOWER, Effort.MODERATE, 60)), "lift"))
    )
    assert (found[0].key, found[0].has_weight, found[0].is_leg) == (key, has_weight, True)


@pytest.mark.parametrize(
    ("level", "effort", "minutes", "grows"),
    [
        ("advanced", Effort.MODERATE, 60, True),
        ("advanced", Effort.LIGHT, 60, False),
        ("beginner", Effort.MODERATE, 60, False),  # in the first weeks loads stay
        ("advanced", Effort.MODERATE, 10, False),  # a few rounds tell no way on
    ],
)
def test_weight_grows_where_the_workout_says_so(level, effort, minutes, grows):
    one = session(Kind.LIFT_ONLY, lift=Lift(Region.UPPER, effort, minutes), warm_up=0, cool_down=0)
    found = exercises_in(tuple(steps(athlete("muscle", level), one, "lift", plan_week=1)))
    assert {exercise.grows for exercise in found if not exercise.held} == {grows}


def test_a_circuit_goes_round():
    one = session(Kind.CIRCUIT, run=Run(Intensity.MODERATE, 20), lift=Lift(Region.FULL, Effort.MODERATE, 20))
    repeat = next(step for step in steps(athlete(), one, "run") if isinstance(step, Repeat))
    assert repeat.steps[0].cue == "Run"
    assert repeat.steps[-1] == Bout(Role.REST, 60, "Walk")


WORK, PAUSE, AFTER = Bout(Role.WORK, 60, "Hard"), Bout(Role.EASY, 30, "Easy"), Bout(Role.EASY, 0, "Easy")


@pytest.mark.parametrize(
    ("times", "between", "left", "found"),
    [
        (4, PAUSE, 30, (Repeat(4, (WORK, PAUSE)),)),
        (4, PAUSE, 50, (Repeat(4, (WORK, PAUSE)), Bout(Role.EASY, 20, "Easy"))),
        (4, PAUSE, 10, (Repeat(3, (WORK, PAUSE)), WORK, Bout(Role.EASY, 10, "Easy"))),
        (4, PAUSE, 0, (Repeat(3, (WORK, PAUSE)), WORK)),
        (2, PAUSE, 0, (WORK, PAUSE, WORK)),
        (1, None, 0, (WORK,)),
        (1, None, 40, (WORK, Bout(Role.EASY, 40, "Easy"))),
    ],
)
def test_the_last_pause_reaches_as_far_as_the_minutes_do(times, between, left, found):
    assert repeated(times, WORK, between, left, AFTER) == found


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
def test_no_repeat_holds_a_repeat(goal, level):
    for region in Region:
        found = steps(athlete(goal, level), session(Kind.LIFT_ONLY, lift=Lift(region, Effort.MODERATE, 45)), "lift")
        assert not any(isinstance(step, Repeat) for step in flat(found))
