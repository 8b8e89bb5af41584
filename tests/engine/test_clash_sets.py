"""The search for wishes that clash, held against planning itself and against every set of a few wishes."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.engine.asked import wishes_of, with_only
from planner.engine.clash_sets import WHOLE, Group, Tries, smallest_group
from planner.engine.domain import Context
from planner.engine.planning import fits, plan_week, prescribed
from planner.engine.posed import Task
from planner.engine.profile import athlete_from
from planner.engine.vocabulary import Arrangement, Goal, Level, Split
from tests.engine.weeks import athlete, evenings
from tests.oracle.profiles import random_profile

FEW = settings(max_examples=40, deadline=None, derandomize=True)
FEWER = settings(FEW, max_examples=15)  # many weeks are planned for each
FIRST_WEEK = Context(plan_week=1)
SEVEN = evenings("0123456")
seeds = st.integers(0, 100_000)


def person(seed):
    return replace(athlete_from(random_profile(seed)), exceptions=())


@st.composite
def wishful(draw):
    """Somebody with hours on most days, so that what is in the way are wishes: two to six of them."""
    fields = {
        "runs_per_week": st.integers(3, 6),
        "lifts_per_week": st.integers(3, 6),
        "training_days": st.integers(3, 6),
        "long_run_weekday": st.integers(0, 6),
        "max_session_minutes": st.sampled_from([30, 45, 60]),
        "arrangement": st.sampled_from([Arrangement.SEPARATE, Arrangement.COMBINED]),
        "split": st.sampled_from([Split.FULL_BODY, Split.UPPER_LOWER]),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=3, unique=True))
    return athlete(
        draw(st.sampled_from(Goal)),
        draw(st.sampled_from([Level.INTERMEDIATE, Level.ADVANCED])),
        availability=evenings(draw(st.sampled_from(["0123456", "013456", "12346"]))),
        rest_weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1, max_size=3)),
        **{field: draw(fields[field]) for field in chosen},
    )


people = st.one_of(wishful(), st.builds(person, seeds))


def possible(who):
    """Whether planning the week needs no change: what is meant throughout."""
    planned = plan_week(who, context=FIRST_WEEK)
    return planned.evaluation.valid and not planned.changes


def sets_that_clash(who, wishes):
    """Every set of wishes that admits no week, the smallest first, by planning with each."""
    for size in range(len(wishes) + 1):
        yield from (kept for kept in combinations(wishes, size) if not possible(with_only(who, kept)))


def found(who):
    return smallest_group(Tries(FIRST_WEEK), who, wishes_of(who))


# whether a week is possible


@FEW
@given(seeds, st.sampled_from([None, 1, 7]))
def test_a_week_fits_exactly_when_planning_it_needs_no_change(seed, plan_week_number):
    who, context = person(seed), Context(plan_week=plan_week_number)
    task = Task(who, context)
    rx, cuts = prescribed(task)
    planned = plan_week(who, context=context)
    assert (not cuts and fits(task, rx)) is (planned.evaluation.valid and not planned.changes)


@FEWER
@given(seeds)
def test_tries_answer_as_planning_does_whatever_was_asked_before(seed):
    who = person(seed)
    tries = Tries(FIRST_WEEK)
    for size in (0, 1, len(wishes_of(who))):
        for kept in combinations(wishes_of(who), size):
            assert tries.fits(with_only(who, kept)) is possible(with_only(who, kept))


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"goal": "speed", "level": "advanced", "availability": evenings("024")}, False),  # no order turns
        ({"goal": "speed", "level": "intermediate", "availability": evenings("024")}, True),
        ({"goal": "strength", "level": "intermediate", "availability": evenings("01")}, False),  # the split must change
    ],
)
def test_orders_and_splits_count(fields, answer):
    who = athlete(**fields)
    assert Tries(Context()).fits(who) is answer
    assert (plan_week(who).changes == ()) is answer


def test_a_question_is_planned_once_and_not_past_the_limit():
    tries = Tries(FIRST_WEEK)
    who = athlete(availability=SEVEN)
    assert [tries.fits(who), tries.fits(who), tries.planned] == [True, True, 1]
    assert tries.fits(replace(who, goal="endurance"), limit=1) is False
    assert tries.fits(who, limit=1) is True
    assert tries.planned == 1


def test_numbers_that_come_to_the_same_are_planned_once():
    tries = Tries(Context())
    who = athlete(availability=SEVEN)
    rx = tries.due(who)
    assert tries.fits(who)
    assert tries.fits(replace(who, runs_per_week=rx.runs, lifts_per_week=rx.lifts))
    assert tries.planned == 1


def test_what_the_numbers_rule_out_is_not_planned():
    tries = Tries(FIRST_WEEK)
    assert not tries.fits(athlete(availability=SEVEN, runs_per_week=7))
    assert tries.planned == 0


# sets


@FEW
@given(people)
def test_a_set_admits_no_week_and_any_one_less_does(who):
    assume(not possible(who))
    group = found(who)
    assert not possible(with_only(who, group.wishes))
    for left_out in group.wishes:
        assert possible(with_only(who, [wish for wish in group.wishes if wish is not left_out]))


@FEWER
@given(people)
def test_no_set_of_fewer_wishes_admits_no_week_by_trying_all(who):
    wishes = wishes_of(who)
    assume(len(wishes) <= 6 and not possible(who))
    group = found(who)
    least = next(sets_that_clash(who, wishes))
    assert group.smallest
    assert len(group.wishes) == len(least)


def test_the_samples_hold_sets_of_several_wishes():
    """The two tests above look at more than single wishes."""
    sizes = set()

    @settings(FEW, database=None)
    @given(people)
    def draw(who):
        if not possible(who):
            sizes.add(len(found(who).wishes))

    draw()
    assert sizes >= {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("fields", "wishes"),
    [
        ({"goal": "general", "availability": evenings("12")}, []),
        ({"goal": "endurance", "level": "beginner", "runs_per_week": 5, "split": Split.UPPER_LOWER}, ["runs_per_week"]),
        (
            {"goal": "endurance", "long_run_weekday": 4, "rest_weekdays": frozenset({0, 4}), "runs_per_week": 4},
            ["long_run_weekday", "rest_weekdays"],
        ),
        (
            {"goal": "general", "lifts_per_week": 4, "training_days": 2, "arrangement": Arrangement.COMBINED},
            ["lifts_per_week", "training_days"],
        ),
        (
            {"goal": "strength", "lifts_per_week": 5, "rest_weekdays": frozenset({0, 5, 6})},
            ["lifts_per_week", "rest_weekdays", "rest_weekdays", "rest_weekdays"],
        ),
    ],
)
def test_wishes_that_clash_are_found_among_those_that_do_not(fields, wishes):
    group = found(athlete(**{"availability": SEVEN, **fields}))
    assert [wish.field for wish in group.wishes] == wishes
    assert group.smallest


def test_where_the_count_runs_out_the_set_is_not_called_smallest():
    who = athlete("strength", availability=SEVEN, lifts_per_week=5, rest_weekdays=frozenset({0, 5, 6}))
    tries = Tries(FIRST_WEEK, replace(WHOLE, smaller_sets=1))
    group = smallest_group(tries, who, wishes_of(who))
    assert not group.smallest
    assert len(group.wishes) == 4


def test_a_wish_that_makes_weeks_possible_is_kept_out_of_the_set():
    """Fewer lifts make room: with them left out first, what was needed with them would no longer be."""

    class Odd(Tries):
        """Possible: fewer than two wishes, or all three but c."""

        def cuts(self, athlete):
            return ()

        def fits(self, athlete, limit=None):
            kept = {wish.field for wish in wishes_of(athlete)}
            return len(kept) < 2 or kept == {"lifts_per_week", "split"}

    who = athlete(lifts_per_week=2, split=Split.FULL_BODY, arrangement=Arrangement.SEPARATE)
    group = smallest_group(Odd(FIRST_WEEK), who, wishes_of(who))
    assert [wish.field for wish in group.wishes] in (
        ["lifts_per_week", "arrangement"],
        ["arrangement", "split"],
    )
    assert group == Group(group.wishes, smallest=True)
