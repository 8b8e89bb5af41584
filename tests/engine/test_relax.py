"""The relaxation ladder: what gives way, in which order, and what it says."""

from dataclasses import replace

import pytest

from planner.engine import given_up
from planner.engine.composition import usual_volume
from planner.engine.domain import Context, Week
from planner.engine.given_up import Taken
from planner.engine.prescription import Prescription
from planner.engine.relax import (
    CIRCUITS,
    LADDER,
    Wish,
    climb_down,
    ease_circuit,
    ease_hard,
    ease_long,
    free_long_day,
    lift_of_circuit,
    one_session,
    part_combined,
    run_of_circuit,
    split_regions,
)
from planner.engine.vocabulary import Arrangement, Goal, Level, Region
from tests.engine.weeks import athlete

U, LO, F = Region.UPPER, Region.LOWER, Region.FULL
WISH = Wish(athlete("general"), 4)


def prescription(**fields):
    usual = {"run_only": 2, "lift_only": 0, "combined": 2, "recovery": 0, "circuits": 0, "hard": 1, "long": True}
    return Prescription(**{**usual, "regions": (F, F), **fields})


def relaxed(step, wish=WISH, **fields):
    found = step(wish, prescription(**fields))
    return found and found[0]


def test_the_ladder_goes_down_in_the_order_of_the_training_science():
    names = list(dict.fromkeys(name for name, _ in (*LADDER, *CIRCUITS)))
    assert names == [
        "arrangement",
        "split",
        "separate",
        "easier",
        "long_run_day",
        "no_long_run",
        "one_part",
        "recovery",
    ]


def test_two_a_day_may_share_a_session():
    assert relaxed(one_session, two_a_day=True, one_session_too=False).one_session_too
    assert relaxed(one_session) is None


@pytest.mark.parametrize(
    ("regions", "expected"),
    [((F, F), (U, LO)), ((F, F, F), (LO, U, F)), ((LO, U, F), (U, LO, U)), ((F,), None), ((U, LO), None)],
)
def test_full_body_lifts_are_split(regions, expected):
    found = relaxed(split_regions, regions=regions)
    assert (found and found.regions) == expected


def test_a_combined_session_is_split_where_there_are_days():
    found = relaxed(part_combined, Wish(athlete("general"), 5))
    assert (found.run_only, found.lift_only, found.combined) == (3, 1, 1)


@pytest.mark.parametrize(
    ("goal", "run_only", "kept"),
    [("endurance", 0, (1, 0)), ("general", 0, (0, 1)), ("strength", 0, (0, 1)), ("general", 2, (2, 1))],
)
def test_a_combined_session_keeps_one_part_by_the_goals_balance(goal, run_only, kept):
    wish = Wish(athlete(goal), run_only + 2)
    found = relaxed(part_combined, wish, run_only=run_only, hard=0, long=False)
    assert (found.run_only, found.lift_only, found.combined) == (*kept, 1)
    assert found.lifts == len(found.regions)


def test_no_combined_session_is_none_to_split():
    assert relaxed(part_combined, combined=0, regions=()) is None


def test_hard_and_long_runs_become_easy():
    assert relaxed(ease_hard).hard == 0
    assert relaxed(ease_hard, hard=0) is None
    eased = relaxed(ease_long, long_day=6)
    assert (eased.long, eased.long_day) == (False, None)
    assert relaxed(ease_long, long=False) is None


def test_the_long_run_may_change_its_day():
    assert relaxed(free_long_day, long_day=6).long_day is None
    assert relaxed(free_long_day) is None
    assert relaxed(free_long_day, long=False, long_day=6) is None


def test_a_long_run_that_is_kept_beside_the_prescription_may_lie_on_another_day_too():
    keeps = replace(WISH, keeps_long=True)
    found = free_long_day(keeps, prescription(long=False, long_day=6))
    assert found is not None
    assert found[0].long_day is None


@pytest.mark.parametrize("step", [step for _, step in CIRCUITS])
def test_no_circuit_is_none_to_give_up(step):
    assert relaxed(step) is None


def test_a_circuit_becomes_an_easy_run_and_a_lift_of_one_day():
    found = relaxed(ease_circuit, circuits=1)
    assert (found.circuits, found.combined, found.lifts, found.runs, found.hard) == (0, 3, 3, 5, 1)
    assert found.regions == (F, F, F)


def test_or_a_lift_alone_or_a_run_alone():
    lift, run = relaxed(lift_of_circuit, circuits=1), relaxed(run_of_circuit, circuits=1)
    assert (lift.circuits, lift.run_only, lift.lift_only, lift.regions) == (0, 2, 1, (F, F, F))
    assert (run.circuits, run.run_only, run.lift_only, run.regions) == (0, 3, 0, (F, F))


def test_which_shares_a_session_where_all_are_to():
    together = Wish(athlete("general", arrangement=Arrangement.COMBINED), 5)
    alone = {"circuits": 1, "combined": 0, "regions": ()}
    found = relaxed(lift_of_circuit, together, run_only=2, hard=0, long=True, **alone)
    assert (found.run_only, found.lift_only, found.combined, found.recovery) == (1, 0, 1, 1)
    found = relaxed(lift_of_circuit, together, run_only=2, hard=1, long=True, **alone)
    assert (found.run_only, found.lift_only, found.combined) == (2, 1, 0)  # no easy run is alone


@pytest.mark.parametrize(
    ("before", "after"), [((U, LO), (U, LO, U)), ((U, LO, U), (U, LO, U, LO)), ((F, U), (F, U, F))]
)
def test_its_lift_fits_a_split_that_was_relaxed(before, after):
    found = relaxed(lift_of_circuit, circuits=1, regions=before, lift_only=len(before) - 2)
    assert found.regions == after


def test_the_run_of_a_circuit_that_gives_way_takes_no_more_minutes_than_the_circuit_ran():
    """Of a beginner's circuit 15 minutes are running: three easy runs of 30, one in it, hold what two and it did."""
    volume = replace(usual_volume(Goal.GENERAL, Level.BEGINNER, Level.BEGINNER), easy=30, combined=30)
    wish = Wish(athlete("general", "beginner"), 6)
    fields = {"run_only": 1, "combined": 1, "hard": 0, "long": False, "regions": (F,), "circuits": 1, "volume": volume}
    assert relaxed(ease_circuit, wish, **fields).volume.combined == 25
    assert relaxed(run_of_circuit, wish, **fields).volume.easy == 25
    assert relaxed(lift_of_circuit, wish, **fields).volume == volume


APART = {"combined": 0, "lift_only": 2, "run_only": 3}


def circuits_until(works):
    _, changes = climb_down(WISH, prescription(circuits=1, **APART), works)
    return [(change.step, change.tell) for change in changes]


@pytest.mark.parametrize(
    ("runs", "lifts", "possible"),
    [
        (0, None, [lift_of_circuit]),
        (None, 0, [run_of_circuit]),
        (0, 0, []),
        (1, 1, [ease_circuit, lift_of_circuit, run_of_circuit]),
    ],
)
def test_a_circuit_leaves_no_part_that_was_declined(runs, lifts, possible):
    wish = Wish(athlete(runs_per_week=runs, lifts_per_week=lifts, circuits_per_week=1), 5)
    alone = {"run_only": 0, "combined": 0, "hard": 0, "long": False, "regions": (), "circuits": 1}
    steps = (ease_circuit, lift_of_circuit, run_of_circuit)
    assert [step for step in steps if step(wish, prescription(**alone))] == possible


def test_a_circuit_gives_up_its_hardness_first_then_a_part_and_last_itself():
    assert circuits_until(lambda low: low.circuits == 0) == [("easier", given_up.circuit_eased)]
    assert circuits_until(lambda low: not low.circuits and (low.lifts, low.runs) == (3, 3)) == [
        ("one_part", given_up.circuit_to_lift)
    ]
    assert circuits_until(lambda low: not low.circuits and (low.lifts, low.runs) == (2, 4)) == [
        ("one_part", given_up.circuit_to_run)
    ]
    assert circuits_until(lambda low: not low.circuits and (low.lifts, low.runs) == (2, 3)) == [
        ("recovery", given_up.circuit)
    ]


def test_of_two_circuits_one_stays_where_that_is_enough():
    rx, (step,) = climb_down(WISH, prescription(circuits=2, **APART), lambda found: found.circuits < 2)
    assert (rx.circuits, step.lost("circuits")) == (1, 1)
    works = (0, 4, 4)  # recovery for one comes after other ways for both
    _, steps = climb_down(
        WISH, prescription(circuits=2, **APART), lambda low: (low.circuits, low.lifts, low.runs) == works
    )
    assert [(one.tell, one.lost("circuits")) for one in steps] == [
        (given_up.circuit_eased, 1),
        (given_up.circuit_to_lift, 1),
    ]


def test_every_step_says_a_sentence():
    fields = {"two_a_day": True, "one_session_too": False, "long_day": 6, "lift_only": 1, "circuits": 1}
    rx = prescription(**fields, regions=(F, F, F))
    taken = [(name, found) for name, step in (*LADDER, *CIRCUITS) if (found := step(WISH, rx)) is not None]
    assert len(taken) >= 10
    who = athlete("general", long_run_weekday=6, circuits_per_week=1, arrangement=Arrangement.TWO_A_DAY)
    for name, (after, tell) in taken:
        text = Taken(name, tell, ((rx, after),), rx, after).told(who, Week(), Context()).text
        assert text[0].isupper() or text[0].isdigit()
        assert text.endswith(".")
        assert "!" not in text


def test_climbing_stops_at_the_first_rung_that_works():
    rx, changes = climb_down(WISH, prescription(), lambda found: found.regions == (U, LO))
    assert rx == prescription(regions=(U, LO))
    assert [change.step for change in changes] == ["split"]


def test_steps_that_turn_out_not_to_be_needed_are_taken_back():
    rx, changes = climb_down(WISH, prescription(), lambda found: found.hard == 0)
    assert rx == prescription(hard=0)
    assert [change.step for change in changes] == ["easier"]


def test_a_step_taken_twice_is_told_once():
    rx, (step,) = climb_down(Wish(athlete("general"), 7), prescription(hard=2), lambda found: found.hard == 0)
    assert rx.hard == 0
    assert len(step.times) == step.lost("hard") == 2
    assert (step.first, step.last) == (prescription(hard=2), rx)


def test_steps_that_alternate_are_told_once_each():
    """Four pairs lose a run, a lift, a run and a lift: two sentences, each with its own number."""
    rx = prescription(run_only=0, combined=4, regions=(F, F, F, F), hard=0, long=False)
    _, taken = climb_down(Wish(athlete("fat_loss"), 4), rx, lambda found: found.combined == 0)
    assert [(step.tell, step.lost("combined")) for step in taken] == [(given_up.lift_kept, 2), (given_up.run_kept, 2)]


@pytest.mark.parametrize("goal", ["endurance", "strength", "fat_loss"])
def test_the_ladder_ends(goal):
    wish = Wish(athlete(goal), 7)
    rx = prescription(run_only=3, lift_only=1, circuits=1, regions=(F, F, F), long_day=6)
    found, changes = climb_down(wish, rx, lambda low: low.training_days == 0)
    assert found.training_days == 0
    assert changes
