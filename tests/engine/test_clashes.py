"""Which wishes clash and what each could become: every relaxation is held against planning with it."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine.asked import wishes_of, with_only
from planner.engine.clash_sets import QUICK, WHOLE, Tries
from planner.engine.clashes import clashes
from planner.engine.domain import Context
from planner.engine.nearest import relaxed
from planner.engine.planning import plan_week
from planner.engine.profile import athlete_from
from planner.engine.vocabulary import Arrangement, Order, Policy, Split
from tests.engine.test_clash_sets import FEW, FEWER, SEVEN, people, person, possible, seeds
from tests.engine.weeks import athlete, evenings, windows

FIRST_WEEK = Context(plan_week=1)


def texts(clash):
    return [way.text for way in clash.relaxations]


def only(**fields):
    (clash,) = clashes(athlete(**{"availability": SEVEN, **fields}))
    return clash


# sentences


@pytest.mark.parametrize(
    ("fields", "wishes", "ways"),
    [
        (
            {"goal": "strength", "lifts_per_week": 5, "rest_weekdays": frozenset({0, 5, 6})},
            [
                "You asked for 5 lifts a week.",
                "You asked for no training on Monday.",
                "You asked for no training on Saturday.",
                "You asked for no training on Sunday.",
            ],
            ["4 lifts a week", "Train on Monday too", "Train on Saturday too", "Train on Sunday too"],
        ),
        (
            {"goal": "endurance", "long_run_weekday": 4, "rest_weekdays": frozenset({4})},
            ["You asked for the long run on Friday.", "You asked for no training on Friday."],
            ["The long run on any day", "Train on Friday too"],
        ),
        (
            {"goal": "endurance", "level": "beginner", "runs_per_week": 5},
            ["You asked for 5 runs a week."],
            ["3 runs a week"],
        ),
        (
            {"goal": "endurance", "max_session_minutes": 30},
            ["You asked for sessions of at most 30 minutes."],
            ["Sessions of up to 35 minutes"],
        ),
        (
            {"arrangement": Arrangement.SEPARATE, "runs_per_week": 4, "lifts_per_week": 4, "goal": "strength"},
            ["You asked for runs and lifts on days of their own."],
            ["Runs and lifts together or apart as it fits best"],
        ),
        (
            {"goal": "muscle", "split": Split.FULL_BODY, "lifts_per_week": 5},
            ["You asked for the whole body in each lift."],
            ["The lifting split that fits best"],
        ),
        (
            {
                "goal": "speed",
                "order_policy": Policy.MY_ORDER,
                "my_order": Order.LIFT_FIRST,
                "availability": evenings("024"),
            },
            ["You asked for the lift to come first every time."],
            ["The run to come first every time"],
        ),
        (
            {"lifts_per_week": 4, "training_days": 2},
            ["You asked for 4 lifts a week.", "You asked for at most 2 days with a session."],
            ["2 lifts a week", "Up to 4 days with a session"],
        ),
        (
            {"availability": windows("1 18:00-20:00 lift, 3 18:00-20:00 lift")},
            ["You kept hours on Tuesday for lifts only.", "You kept hours on Thursday for lifts only."],
            ["Run and lift in your hours on Tuesday", "Run and lift in your hours on Thursday"],
        ),
    ],
)
def test_wishes_that_clash_and_what_each_could_become(fields, wishes, ways):
    clash = only(**fields)
    assert [wish.text for wish in clash.wishes] == wishes
    assert texts(clash)[: len(ways)] == ways
    assert clash.smallest


def test_it_says_what_gives_way():
    clash = only(goal="endurance", level="beginner", runs_per_week=5)
    assert clash.text == "You asked for 5 runs a week; 3 are the most, since new runners rest a day between runs."


def test_values_are_those_of_a_profile():
    clash = only(goal="endurance", long_run_weekday=4, rest_weekdays=frozenset({4, 6}))
    assert [(wish.field, wish.value) for wish in clash.wishes] == [("long_run_weekday", 4), ("rest_weekdays", 4)]
    assert [(way.field, way.value) for way in clash.relaxations] == [("long_run_weekday", None), ("rest_weekdays", [6])]


def test_nothing_clashes_where_a_week_is_possible():
    assert clashes(athlete(availability=SEVEN, lifts_per_week=3)) == ()
    assert clashes(athlete(availability=SEVEN, runs_per_week=7), changes=()) == ()


def test_dates_that_differ_are_no_part_of_a_usual_week():
    who = athlete(availability=SEVEN)
    assert clashes(replace(who, exceptions=(athlete_from(BLOCKED).exceptions))) == ()


BLOCKED = {
    "goal": "general",
    "availability": [{"weekday": 0, "start": "18:00", "end": "20:00"}],
    "exceptions": [{"date": "2026-11-30", "windows": []}],
}


# hours


def test_where_the_hours_admit_no_week_it_says_which_would_do():
    clash = only(availability=evenings("12"))
    assert clash.wishes == ()
    assert clash.text.endswith("45 free minutes in a row on Monday, Thursday, Friday, Saturday or Sunday would do.")
    assert texts(clash)[0] == "Upper and lower body in turn"
    assert texts(clash)[-3:] == [
        f"45 free minutes on {day}, 17:00 to 17:45" for day in ("Monday", "Thursday", "Friday")
    ]


def test_a_window_that_is_too_short_may_grow():
    clash = only(availability=windows("1 18:00-18:30"))
    assert clash.text.endswith("45 free minutes in a row on Tuesday would do.")
    assert texts(clash) == ["No runs a week", "No lifts a week", "15 more minutes on Tuesday, 18:00 to 18:45"]


def test_without_hours_any_day_would_do():
    clash = only(availability=windows("1 18:00-18:08"))
    assert clash.text.endswith("45 free minutes in a row on any day would do.")
    assert texts(clash)[0] == "37 more minutes on Tuesday, 18:00 to 18:45"


def test_who_cannot_run_yet_may_ask_for_no_runs():
    clash = only(level="beginner", longest_recent_run_minutes=0, runs_per_week=3)
    assert clash.wishes == ()
    assert "Walk first." in clash.text
    assert texts(clash) == ["No runs a week"]


def test_where_no_order_turns_another_order_may_be_asked_for():
    clash = only(goal="speed", level="advanced", availability=evenings("024"))
    assert texts(clash)[0] == "What serves your goal most to come first"


def test_where_nothing_alone_is_enough_it_says_what_leaves_less_to_give_way():
    """Neither may run yet nor has two days for full-body lifts: one thing after the other."""
    who = athlete("fat_loss", availability=evenings("23"), longest_recent_run_minutes=0)
    clicks = []
    while found := clashes(who):
        (clash,) = found
        assert clash.wishes == ()
        way = clash.relaxations[0]
        clicks.append((way.text, way.enough))
        who = relaxed(who, way)
    assert clicks == [("No runs a week", False), ("Upper and lower body in turn", True)]


def test_where_every_day_is_kept_for_rest_one_with_hours_is_a_beginning():
    who = athlete(availability=windows("1 18:00-18:30, 3 18:00-18:30"), rest_weekdays=frozenset(range(7)))
    (clash,) = clashes(who)
    assert texts(clash) == ["Train on Tuesday too", "Train on Thursday too"]


# several


def test_clashes_that_share_no_wish_are_told_apart():
    first, second = clashes(
        athlete("strength", availability=SEVEN, long_run_weekday=6, lifts_per_week=6, training_days=4)
    )
    assert [wish.field for wish in first.wishes] == ["long_run_weekday"]
    assert [wish.field for wish in second.wishes] == ["lifts_per_week", "training_days"]
    assert not any(way.enough for clash in (first, second) for way in clash.relaxations)


def test_no_more_are_told_than_one_can_read():
    who = athlete(
        "strength",
        "beginner",
        availability=SEVEN,
        long_run_weekday=6,
        lifts_per_week=6,
        runs_per_week=7,
        circuits_per_week=2,
        arrangement=Arrangement.TWO_A_DAY,
    )
    assert len(clashes(who, FIRST_WEEK)) == WHOLE.clashes


# what holds of all


def settled(who, clash, way):
    """Whether the clash is settled by it: beside the wishes that are in no clash, or beside its own alone."""
    changed = relaxed(who, way)
    others = {wish for other in clashes(who, FIRST_WEEK) for wish in other.wishes} - set(clash.wishes)
    rest = [wish for wish in wishes_of(who) if wish not in others]
    return any(possible(with_only(changed, kept, way.field)) for kept in (rest, clash.wishes))


def better(who, way):
    """Whether less has to give way with it."""
    tries = Tries(FIRST_WEEK)
    before, after = (tries.changes(one) for one in (who, relaxed(who, way)))
    if any(change.step == "no_hours" for change in before):
        return after != before
    return len(after) < len(before) or bool(tries.cuts(who) and not tries.cuts(relaxed(who, way)))


@FEWER
@given(people)
def test_every_relaxation_is_true(who):
    for clash in clashes(who, FIRST_WEEK):
        for way in clash.relaxations:
            if way.enough:
                assert possible(relaxed(who, way))
            else:
                assert settled(who, clash, way) if clash.wishes else better(who, way)


@FEWER
@given(people)
def test_every_wish_that_clashes_has_a_relaxation(who):
    for clash in clashes(who, FIRST_WEEK):
        mended = {"order_policy" if way.field == "my_order" else way.field for way in clash.relaxations}
        assert {wish.field for wish in clash.wishes} <= mended


@FEWER
@given(people)
def test_the_least_change_comes_first(who):
    for clash in clashes(who, FIRST_WEEK):
        order = [(not way.enough, way.size) for way in clash.relaxations]
        assert order == sorted(order)


@FEWER
@given(people)
def test_something_clashes_exactly_where_planning_needs_a_change(who):
    planned = plan_week(who, context=FIRST_WEEK)
    found = clashes(who, FIRST_WEEK)
    assert bool(found) is bool(planned.changes)
    assert clashes(who, FIRST_WEEK) == found == clashes(who, FIRST_WEEK, changes=planned.changes)


@FEWER
@given(people)
def test_clicking_the_first_relaxation_again_and_again_leads_to_a_week(who):
    for _ in range(12):
        found = clashes(who, FIRST_WEEK)
        assume(all(clash.relaxations for clash in found))
        if not found:
            break
        who = relaxed(who, found[0].relaxations[0])
    assert possible(who)


@FEWER
@given(people, st.sampled_from([WHOLE, QUICK]))
def test_the_work_is_bounded(who, effort):
    made = []

    def counted(*given):
        made.append(Tries(*given))
        return made[-1]

    with patch("planner.engine.clashes.Tries", counted):
        clashes(who, FIRST_WEEK, effort=effort)
    wishes = len(wishes_of(who))
    for_each = 2 + wishes + wishes**2 + effort.smaller_sets + 2 * effort.relaxations
    assert made[0].planned <= 1 + effort.clashes * for_each


@FEWER
@given(people)
def test_a_quick_look_finds_a_clash_where_there_is_one(who):
    quick, whole = clashes(who, FIRST_WEEK, effort=QUICK), clashes(who, FIRST_WEEK)
    assert bool(quick) is bool(whole)
    assert len(quick) <= QUICK.clashes
    assert all(possible(relaxed(who, way)) for clash in quick for way in clash.relaxations if way.enough)


@FEW
@given(seeds)
def test_every_clash_has_a_way_on(seed):
    for clash in clashes(person(seed), FIRST_WEEK):
        assert clash.relaxations


def test_what_gives_way_is_told_as_the_week_would_tell_it():
    who = athlete(availability=evenings("012345", "18:00-20:00"), runs_per_week=7, rest_weekdays=frozenset({0, 1}))
    (clash,) = clashes(who)
    planned = plan_week(who, context=Context(plan_week=1))
    assert clash.text == " ".join(change.text for change in planned.changes)
    assert "only 4 of your days" in clash.text
