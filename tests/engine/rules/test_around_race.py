"""A race beside the week's sessions: a hard run of its day, whatever the goal (rules 7, 9, 12, 15)."""

from datetime import timedelta

import pytest

from planner.engine.block import plan_block
from planner.engine.domain import Context, Race
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import InHand
from planner.engine.notation import read_week
from planner.engine.rules.recovery import (
    FULL_BODY_BEFORE_KEY_RUN,
    HARD_EASY,
    LEGS_BEFORE_KEY_RUN,
    LEGS_TO_HARD_RUN_48H,
    NOVICE_RUN_SPACING,
)
from planner.engine.vocabulary import Goal, Level
from tests.engine.test_block import MONDAY
from tests.engine.weeks import athlete, cost, evenings, findings, keeps

DATED = Context(start=MONDAY)


def racer(day, goal="strength", kilometres=10.0, **fields):
    """An athlete whose race is so many days after the week's Monday."""
    return athlete(goal, race=Race(MONDAY + timedelta(days=day), kilometres), **fields)


@pytest.mark.parametrize("text", ["Fri H", "Fri L", "Fri C", "Sun H", "Sun L", "Sun C", "Sun H+U(RF)"])
@pytest.mark.parametrize("goal", Goal)
def test_no_hard_long_or_circuit_day_beside_a_race(text, goal):
    assert not keeps(HARD_EASY, text, racer(5, goal), DATED)


@pytest.mark.parametrize("text", ["Thu H", "Fri E", "Fri U", "Sun E", "Sun F", "Sat H"])
def test_easy_neighbours_and_key_runs_two_days_away_are_kept(text):
    assert keeps(HARD_EASY, text, racer(5), DATED)


def test_a_race_reaches_over_the_seam_of_the_week():
    assert not keeps(HARD_EASY, "Mon H", racer(-1), DATED)
    assert not keeps(HARD_EASY, "Sun H", racer(7), DATED)
    assert keeps(HARD_EASY, "Mon H", racer(-2), DATED)
    assert keeps(HARD_EASY, "Sun H", racer(8), DATED)


def test_without_a_date_the_race_is_nowhere():
    assert keeps(HARD_EASY, "Sun H", racer(5), Context())


def test_the_finding_names_the_session_and_the_side():
    (after,) = findings(HARD_EASY, "Sun C", racer(5), DATED)
    (before,) = findings(HARD_EASY, "Fri L", racer(5), DATED)
    assert "(Sunday's run-lift circuit is on the day after the race; 2 days are needed)" in after.text
    assert "(Friday's long run is on the day before the race; 2 days are needed)" in before.text
    assert (after.days, before.days) == ((6,), (4,))


@pytest.mark.parametrize("text", ["Fri Lo", "Fri F!"])
def test_no_heavy_legs_on_the_day_before_a_race(text):
    assert not keeps(LEGS_BEFORE_KEY_RUN, text, racer(5), DATED)


@pytest.mark.parametrize("text", ["Thu Lo", "Fri U", "Fri F?", "Sun Lo"])
def test_upper_body_light_lifts_and_other_days_are_kept(text):
    assert keeps(LEGS_BEFORE_KEY_RUN, text, racer(5), DATED)


@pytest.mark.parametrize(("goal", "price"), [("general", 10), ("strength", 4)])
def test_a_moderate_full_body_lift_before_a_race_costs_what_one_before_a_key_run_does(goal, price):
    assert cost(FULL_BODY_BEFORE_KEY_RUN, "Fri F", racer(5, goal), DATED) == price


@pytest.mark.parametrize(("text", "kept"), [("Fri E", False), ("Sun E", False), ("Thu E", True), ("Fri U", True)])
def test_new_runners_rest_from_running_beside_a_race(text, kept):
    assert keeps(NOVICE_RUN_SPACING, text, racer(5, run_level=Level.BEGINNER), DATED) is kept


def test_rules_that_count_hours_leave_the_race_out():
    assert keeps(LEGS_TO_HARD_RUN_48H, "Fri Lo", racer(5, "endurance"), DATED)


@pytest.mark.parametrize("race", range(-1, 8))
def test_a_session_in_the_hand_meets_the_race_as_the_whole_week_does(race):
    who, week = racer(race, "general"), read_week("Mon H | Wed F | Fri C | Sun L")
    for session in week.sessions:
        hand = InHand.of(who, week, session.id, DATED)
        assert hand.evaluation(session) == evaluate(who, week, DATED)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("race", range(6, 15))
def test_planned_weeks_keep_their_distance_from_a_race(goal, race):
    who = racer(race, goal, availability=evenings("0123456"), circuits_per_week=1)
    weeks = plan_block(who, MONDAY, 3)
    assert all(planned.evaluation.valid for planned in weeks)
    near = [
        (session, day - race)
        for number, planned in enumerate(weeks)
        for session in planned.week.sessions
        if abs((day := session.day + 7 * number) - race) <= 1
    ]
    assert not any(session.is_key for session, _ in near)
    assert not any(s.lift is not None and s.lift.is_heavy_leg for s, side in near if side == -1)
