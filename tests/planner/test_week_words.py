"""What the board says of a week: sentences that its sessions bear out."""

import pytest

from planner import week_words
from planner.engine.domain import Lift, Run, Session, Week
from planner.engine.vocabulary import Effort, Intensity, Kind, Phase, Policy, Region


def run(day, intensity=Intensity.EASY):
    return Session(f"r{day}", day, 1080, Kind.RUN_ONLY, run=Run(intensity, 30))


LIFT = Session("l", 5, 1080, Kind.LIFT_ONLY, lift=Lift(Region.FULL, Effort.MODERATE, 30))
EASY = Week.of([run(0), LIFT])
HARD = Week.of([run(0), run(2, Intensity.HARD), LIFT])


@pytest.mark.parametrize(
    ("phase", "week", "has_race", "sentence"),
    [
        (Phase.STEADY, HARD, False, ""),
        (Phase.BASE, EASY, False, "Easy running and strength: the ground the race is run on."),
        (Phase.BASE, HARD, False, "Mostly easy running and strength: the ground the race is run on."),
        (Phase.BASE, Week.of([run(0)]), False, "Easy running: the ground the race is run on."),
        (Phase.BUILD, HARD, False, "The hard runs come in, a little more from week to week."),
        (Phase.BUILD, EASY, False, "A little more from week to week; this one holds no hard run."),
        (Phase.SPECIFIC, HARD, False, "The hard run is at the pace of your race."),
        (
            Phase.SPECIFIC,
            Week.of([run(1, Intensity.HARD), run(4, Intensity.HARD)]),
            False,
            "The hard runs are at the pace of your race.",
        ),
        (Phase.SPECIFIC, EASY, False, "Hard runs are at the pace of your race now; this week holds none."),
        (
            Phase.DELOAD,
            EASY,
            False,
            "Less running and half of the sets, so that the last weeks can take effect.",
        ),
        (Phase.DELOAD, Week.of([run(0)]), False, "Less running, so that the last weeks can take effect."),
        (Phase.DELOAD, Week.of([LIFT]), False, "Half of the sets, so that the last weeks can take effect."),
        (Phase.TAPER, HARD, False, "Less of everything, as fast as before: you rest into the race."),
        (Phase.TAPER, EASY, False, "Less of everything: you rest into the race."),
        (Phase.RACE, EASY, True, "Short and easy, then the race."),
        (Phase.RACE, HARD, True, "Short, with 1 hard run, then the race."),
        (Phase.RACE, EASY, False, "Short and easy."),
        (Phase.RACE, Week(), True, ""),
    ],
)
def test_a_phase_is_told_by_what_the_week_holds(phase, week, has_race, sentence):
    assert week_words.phase(phase, week, has_race) == sentence


@pytest.mark.parametrize(
    ("policy", "counts", "target"),
    [
        (Policy.ALTERNATE, (3, 2), "in turn"),
        (Policy.ALTERNATE, (2, 2), "in turn"),
        (Policy.ALTERNATE, (4, 1), "target 3 : 2"),
        (Policy.ALTERNATE, (1, 4), "target 2 : 3"),
        (Policy.ALTERNATE, (4, 0), "target 2 : 2"),
        (Policy.ALTERNATE, (1, 0), ""),
        (Policy.PRIORITY_FIRST, (4, 0), "goal first"),
        (Policy.MY_ORDER, (1, 0), "your own order"),
    ],
)
def test_counts_of_orders_are_held_against_their_target(policy, counts, target):
    assert week_words.target(policy, *counts) == target


def test_a_clean_week_claims_rest_only_where_every_session_has_it():
    assert week_words.clean(HARD, True) == week_words.CLEAN_REST
    assert week_words.clean(HARD, False) == week_words.CLEAN
    assert week_words.clean(EASY, True) == week_words.CLEAN
