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
