"""What the ladder says of its steps: what was asked or due, what is given instead, and why."""

from dataclasses import replace
from datetime import date

import pytest

from planner.engine import given_up
from planner.engine.domain import Context, Race
from planner.engine.given_up import Taken
from planner.engine.notation import read_week
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Arrangement, Policy, Region, Split
from tests.engine.weeks import athlete

ALONE = Context()
U, LO, F = Region.UPPER, Region.LOWER, Region.FULL
BEFORE = Prescription(
    run_only=2, lift_only=1, combined=2, recovery=0, circuits=0, hard=1, long=True, regions=(F, F, F), long_day=4
)


def told(tell, before=None, after=None, week="Mon E | Wed F", context=ALONE, **wishes):
    """The sentence of one step from BEFORE, changed as told, to a week."""
    first = replace(BEFORE, **(before or {}))
    last = replace(first, **(after or {}))
    return Taken("step", tell, ((first, last),), first, last).told(athlete(**wishes), read_week(week), context).text


@pytest.mark.parametrize(
    ("wishes", "before", "after", "text"),
    [
        (
            {},
            {"regions": (F, F)},
            {"regions": (U, LO)},
            "2 full-body lifts find no days with a day off for the same muscles, "
            "so they become 1 upper-body lift and 1 lower-body lift.",
        ),
        (
            {"split": Split.FULL_BODY},
            {},
            {"regions": (U, LO, U)},
            "You asked for the whole body in each lift; 3 full-body lifts find no days with a day off for the same "
            "muscles, so they become 2 upper-body lifts and 1 lower-body lift.",
        ),
    ],
)
def test_lifts_by_region(wishes, before, after, text):
    assert told(given_up.split, before, after, **wishes) == text


@pytest.mark.parametrize(("day", "beside"), [(7, " beside the race"), (13, " beside the race"), (5, ""), (15, "")])
def test_a_race_among_what_leaves_no_place(day, beside):
    who = {"race": Race(date(2026, 12, day), 10)}
    text = told(given_up.run, {}, {"run_only": 1}, context=Context(start=date(2026, 12, 7)), **who)
    assert text.endswith(f"since your days and hours{beside} leave no place.")


def test_a_combined_session_in_two():
    rest = (
        "2 sessions of run and lift find no place in your days and hours, "
        "so 1 became a run on one day and a lift on another."
    )
    assert told(given_up.apart, {}, {"combined": 1}) == rest
    text = told(given_up.apart, {}, {"combined": 1}, arrangement=Arrangement.COMBINED)
    assert text == f"You asked for runs and lifts together in one session; {rest}"


@pytest.mark.parametrize(
    ("wishes", "lead"),
    [
        ({}, "3 lifts a week would suit your goal; 2 are planned: "),
        ({"lifts_per_week": 3}, "You asked for 3 lifts a week; 2 are planned: "),
    ],
)
def test_a_combined_session_without_its_lift(wishes, lead):
    text = told(
        given_up.run_kept,
        {},
        {"combined": 1, "run_only": 3, "regions": (F, F)},
        "Mon E+F(RF) | Wed F | Fri E",
        **wishes,
    )
    why = "1 session of run and lift keeps the run only, since your days and hours leave no place for the lift."
    assert text == lead + why


def test_combined_sessions_without_their_runs_and_the_key_runs_that_go_with_them():
    after = {"combined": 0, "run_only": 2, "lift_only": 3, "hard": 0, "long": False}
    assert told(given_up.lift_kept, {}, after, "Mon E | Wed F | Fri E", runs_per_week=4, long_run_weekday=4) == (
        "You asked for 4 runs a week; 2 are planned: 2 sessions of run and lift keep the lift only, since your days "
        "and hours leave no place for the run. That gives up 1 hard run and the long run you asked for on Friday."
    )
    assert told(given_up.lift_kept, {}, {**after, "hard": 1}).endswith("That gives up the long run.")
    assert told(given_up.lift_kept, {}, {"combined": 1, "lift_only": 2}).endswith("for the run.")


@pytest.mark.parametrize(
    ("wishes", "before", "week", "text"),
    [
        ({}, 1, "Mon E", "1 hard run a week would suit your goal; none is planned: it became easy"),
        ({}, 2, "Mon E", "2 hard runs a week would suit your goal; none is planned: 2 of them became easy"),
        (
            {"order_policy": Policy.PRIORITY_FIRST},
            1,
            "Mon H | Thu C",
            "2 hard runs a week would suit your goal; 1 is planned: 1 of them became easy, since your days and hours "
            "and the order you asked for leave no rest around.",
        ),
    ],
)
def test_hard_runs(wishes, before, week, text):
    assert told(given_up.hard_run, {"hard": before}, {"hard": 0}, week, **wishes).startswith(text)


def test_the_long_run_on_another_day():
    text = told(given_up.long_run_day, {}, {"long_day": None}, "Mon E | Sun L", long_run_weekday=4)
    assert text == "You asked for the long run on Friday; it finds no place there, so it is on Sunday."


@pytest.mark.parametrize(
    ("wishes", "lead"),
    [
        ({}, "1 long run a week would suit your goal; none is planned"),
        ({"long_run_weekday": 4}, "You asked for the long run on Friday; none is planned"),
    ],
)
def test_the_long_run_as_an_easy_one(wishes, lead):
    text = told(given_up.long_run, {}, {"long": False}, **wishes)
    assert text == f"{lead} and an easy run takes its place, since your days and hours leave no place for it."


@pytest.mark.parametrize(
    ("tell", "wishes", "before", "after", "week", "text"),
    [
        (
            given_up.circuit,
            {"circuits_per_week": 2},
            {"circuits": 2},
            {"circuits": 1},
            "Mon C | Wed X",
            "You asked for 2 circuits a week; 1 is planned: 1 of them became recovery, since your days and hours leave "
            "no place.",
        ),
        (
            given_up.circuit,
            {"circuits_per_week": 1},
            {"circuits": 1},
            {"circuits": 0},
            "Mon E",
            "You asked for 1 circuit a week; none is planned: it is left out, since your days and hours leave no "
            "place.",
        ),
        (
            given_up.lift,
            {},
            {},
            {"lift_only": 0, "regions": (F, F)},
            "Mon E+F(RF) | Wed E+F(LF) | Fri X",
            "3 lifts a week would suit your goal; 2 are planned: 1 of them became recovery, since your days and hours "
            "leave no place.",
        ),
        (
            given_up.run,
            {"runs_per_week": 4},
            {},
            {"run_only": 1, "long": False},
            "Mon E+F(RF) | Wed E+F(LF) | Fri E | Sun X",
            "You asked for 4 runs a week; 3 are planned: 1 of them became recovery, since your days and hours leave no "
            "place. That gives up the long run.",
        ),
    ],
)
def test_sessions_that_became_recovery(tell, wishes, before, after, week, text):
    assert told(tell, before, after, week, **wishes) == text


ONE_CIRCUIT = {"circuits": 1}


@pytest.mark.parametrize(
    ("tell", "became"),
    [
        (given_up.circuit_eased, "became an easy run and a lift, since your days and hours leave no rest around."),
        (given_up.circuit_to_lift, "became a lift, since your days and hours leave no place for the run."),
        (given_up.circuit_to_run, "became an easy run, since your days and hours leave no place for the lift."),
    ],
)
def test_what_a_circuit_became(tell, became):
    text = told(tell, ONE_CIRCUIT, {"circuits": 0}, circuits_per_week=1)
    assert text == f"You asked for 1 circuit a week; none is planned: it {became}"
    text = told(tell, {"circuits": 2}, {"circuits": 1}, "Mon C | Wed E", circuits_per_week=2)
    assert text == f"You asked for 2 circuits a week; 1 is planned: 1 of them {became}"


def with_circuits(tell, after, **wishes):
    """What is told beside a step that gave up a circuit, over a week of a run and a lift."""
    first = replace(BEFORE, circuits=1)
    last = replace(first, circuits=0, **after)
    step = Taken("step", tell, ((first, last),), first, last)
    week, who = read_week("Mon E | Wed F"), athlete(circuits_per_week=1, **wishes)
    return [one.told(who, week, ALONE).text for one in given_up.with_circuits(who, [step])]


RUN_TOO = "You asked for 5 runs a week; 1 is planned, since a circuit given up counts as a run too."
LIFT_TOO = "You asked for 4 lifts a week; 1 is planned, since a circuit given up counts as a lift too."


@pytest.mark.parametrize(
    ("tell", "after", "wishes", "texts"),
    [
        (given_up.circuit, {}, {}, []),
        (given_up.circuit, {}, {"runs_per_week": 5, "lifts_per_week": 4}, [RUN_TOO, LIFT_TOO]),
        (given_up.circuit_to_run, {"run_only": 3}, {"runs_per_week": 5, "lifts_per_week": 4}, [LIFT_TOO]),
        (given_up.circuit_eased, {"combined": 3}, {"runs_per_week": 5, "lifts_per_week": 4}, []),
        (given_up.run, {}, {"runs_per_week": 5}, []),  # tells it itself
    ],
)
def test_runs_and_lifts_that_go_with_a_circuit(tell, after, wishes, texts):
    assert with_circuits(tell, after, **wishes) == texts


def test_no_circuit_takes_nothing_with_it():
    fewer = replace(BEFORE, run_only=1)
    step = Taken("step", given_up.hard_run, ((BEFORE, fewer),), BEFORE, fewer)
    assert list(given_up.with_circuits(athlete(runs_per_week=4), [step])) == []
    assert list(given_up.with_circuits(athlete(runs_per_week=4), [])) == []


def test_two_sessions_a_day():
    text = told(given_up.one_session, arrangement=Arrangement.TWO_A_DAY)
    assert text.startswith("You asked for two sessions a day, a run and a lift hours apart; where a day has no room")


@pytest.mark.parametrize(
    ("week", "why"),
    [
        ("Mon E40 | Wed E40 | Fri E40", "your days and hours leave no place for it"),
        (
            "Mon E60 | Tue E15 | Wed E20 | Thu E20 | Fri E15 | Sat E15",  # a third of 145 is 47
            "your hours hold the other runs for so short that it would be too much of the week's running",
        ),
    ],
)
def test_a_long_run_that_would_be_most_of_the_week_is_told_so(week, why):
    text = told(given_up.long_run, {}, {"long": False}, week)
    lead = "1 long run a week would suit your goal; none is planned and an easy run takes its place"
    assert text == f"{lead}, since {why}."
