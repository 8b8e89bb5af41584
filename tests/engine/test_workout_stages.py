"""Workouts by the week's place in its block: sets, reserve, the lighter week, runs at race pace."""

import re
from dataclasses import replace
from datetime import date

import pytest

from planner.engine.domain import Lift, Race, RecentRace
from planner.engine.moves import flip
from planner.engine.notation import read_week
from planner.engine.results import Stage
from planner.engine.vocabulary import Effort, Goal, Level, Phase, Region
from planner.engine.workouts import blocks, sets_of
from tests.engine.weeks import athlete

DELOAD = Stage(Phase.DELOAD, 0)


def session(text):
    return read_week(f"Mon {text}").sessions[0]


def told(who, text, stage=None, sets=None):
    one = session(text) if isinstance(text, str) else text
    if sets is not None:
        one = with_lift(one, sets)
    return " ".join(block.text for block in blocks(who, one, stage=stage))


def with_lift(one, sets):
    return replace(one, lift=Lift(one.lift.region, one.lift.effort, one.lift.minutes, sets))


def counted(text):
    """Working sets that the words add up to, jumps apart."""
    return sum(int(number) for number in re.findall(r"(\d+) × \d", text.replace("2 × 10 small", "")))


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("text", ["F50", "U50", "Lo50", "F20", "E30+F30", "U40+E25(LF)", "F25?"])
def test_the_words_hold_as_many_sets_as_the_session_counts(goal, level, text):
    who, one = athlete(goal, level), session(text.replace("F25?", "F?25"))
    sets = sets_of(who, one)
    words = told(who, one, sets=sets)
    assert counted(words) == sets or "rounds of" in words or "One round" in words


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("text", ["F50", "U50", "E30+F30"])
def test_half_of_the_sets_is_half_or_just_less(goal, text):
    who, one = athlete(goal), session(text)
    whole, half = sets_of(who, one), sets_of(who, one, share=0.5)
    assert whole / 4 <= half <= whole / 2


def test_a_flip_keeps_the_sets():
    week = read_week("Mon E30+F30(RF)")
    who, one = athlete(), week.sessions[0]
    six = with_lift(one, 6)
    flipped = flip(week.replaced(six), one.id).sessions[0]
    assert counted(told(who, six)) == counted(told(who, flipped)) == 6


@pytest.mark.parametrize(
    ("stage", "reserve"),
    [
        (Stage(Phase.STEADY, 1), "3"),
        (Stage(Phase.BUILD, 2), "2–3"),
        (Stage(Phase.BUILD, 3), "2"),
        (Stage(Phase.BASE, 4), "2"),
        (DELOAD, "3"),
        (None, "2–3"),
    ],
    ids=str,
)
def test_the_reserve_shrinks_as_loading_goes_on(stage, reserve):
    assert f"(RIR {reserve})" in told(athlete("muscle"), "F50", stage)


def test_heavy_lifts_stay_close_to_the_limit_and_light_ones_far_from_it():
    heavy, light = session("Lo!50"), session("F?25")
    assert heavy.lift.effort is Effort.HEAVY
    assert light.lift.region is Region.FULL
    assert "(RIR 1)" in told(athlete("strength"), heavy, Stage(Phase.STEADY, 1))
    assert "RIR 4 or more" in told(athlete("strength"), light, Stage(Phase.TAPER, 0))


def test_a_lighter_week_says_so():
    words = told(athlete("muscle"), "F50", DELOAD, sets=6)
    assert "half the sets with the usual loads" in words
    assert counted(words) == 6


@pytest.mark.parametrize("phase", [Phase.SPECIFIC, Phase.TAPER, Phase.RACE])
def test_before_a_race_hard_runs_are_at_its_pace(phase):
    who = athlete("endurance", race=Race(date(2027, 3, 14), 42.2), recent_race=RecentRace(5, 1500))
    words = told(who, "H60", Stage(phase, 1))
    assert "at race pace (effort 5–6 of 10, 5:40 /km)" in words  # marathon 3:57:55, to the nearest five seconds


@pytest.mark.parametrize(("kilometres", "effort"), [(5, "8"), (10, "7–8"), (21.1, "6–7"), (42.2, "5–6")], ids=str)
def test_without_a_recent_race_the_pace_is_told_by_effort(kilometres, effort):
    who = athlete("speed", race=Race(date(2027, 3, 14), kilometres))
    assert f"at race pace (effort {effort} of 10)" in told(who, "H45", Stage(Phase.SPECIFIC, 1))


def test_other_phases_and_people_without_a_race_keep_their_rotation():
    who = athlete("speed", race=Race(date(2027, 3, 14), 10))
    assert "race pace" not in told(who, "H45", Stage(Phase.BUILD, 1))
    assert "race pace" not in told(athlete("speed"), "H45", Stage(Phase.SPECIFIC, 1))


@pytest.mark.parametrize("stage", [None, DELOAD, Stage(Phase.SPECIFIC, 2)], ids=str)
@pytest.mark.parametrize("text", ["H60", "E30+F30", "U40+H30(RF)", "F?25"])
def test_minutes_add_up_in_every_stage(text, stage):
    who = athlete("endurance", race=Race(date(2027, 3, 14), 10))
    one = session(text)
    assert sum(block.minutes for block in blocks(who, one, stage=stage)) == one.minutes


def test_the_base_keeps_legs_quick_with_strides():
    who = athlete("endurance", race=Race(date(2027, 3, 14), 42.2))
    assert "4 × 20 s fast and relaxed" in told(who, "E40", Stage(Phase.BASE, 1))
    assert "fast and relaxed" not in told(who, "E40", Stage(Phase.BUILD, 1))
    assert "fast and relaxed" not in told(athlete("endurance", "beginner"), "E40", Stage(Phase.BASE, 1))


@pytest.mark.parametrize(
    ("text", "balances"),
    [("F40", True), ("E30+U30", True), ("X(yoga)", True), ("X(mobility)", True), ("X(walk)", False), ("E40", False)],
)
def test_from_sixty_five_on_lifts_yoga_and_mobility_end_with_balance(text, balances):
    who = athlete(birth_year=1950)
    last = blocks(who, session(text), year=2026)[-1].text
    assert ("balance" in last) is balances
    assert "balance" not in blocks(athlete(birth_year=1990), session(text), year=2026)[-1].text
