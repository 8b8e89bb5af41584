"""What holds of every plan, whoever asks: random profiles, the rules and the independent validator as judges."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.block import plan_block
from planner.engine.documents import plan_document
from planner.engine.domain import Context
from planner.engine.evaluate import evaluate
from planner.engine.load import week_load
from planner.engine.moves import flip
from planner.engine.planning import plan_week
from planner.engine.profile import athlete_from
from planner.engine.vocabulary import Kind, Order
from tests.oracle.profiles import random_profile
from tests.oracle.validator import broken_limits, hard_violations, shape_errors

MONDAY = dt.date(2026, 11, 30)
FEW = settings(max_examples=25, deadline=None, derandomize=True)
seeds = st.integers(0, 100_000)


def person(seed):
    """A random athlete as the week from MONDAY finds them."""
    return athlete_from(random_profile(seed)).in_week(MONDAY)


@FEW
@given(seeds)
def test_a_plan_is_valid_by_the_rules_and_by_the_independent_validator(seed):
    profile = random_profile(seed)
    who = athlete_from(profile)
    weeks = plan_block(who, MONDAY, 1)
    assert weeks[0].evaluation.valid
    document = plan_document(who, MONDAY, weeks)
    assert shape_errors(document) == []
    (week,) = document["weeks"]
    assert hard_violations(profile, week) == []
    assert broken_limits(profile, week) == []


@FEW
@given(seeds)
def test_the_evaluation_told_is_that_of_the_week(seed):
    who = person(seed)
    planned = plan_week(who, context=Context(plan_week=1))
    assert planned.evaluation == evaluate(who, planned.week, Context(plan_week=1))
    assert planned.evaluation.score == sum(f.cost for f in planned.evaluation.findings)
    assert len({s.id for s in planned.week.sessions}) == len(planned.week.sessions)


@FEW
@given(seeds)
def test_the_same_question_has_the_same_answer(seed):
    assert plan_week(person(seed)) == plan_week(person(seed))


@FEW
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_in_which_windows_are_told_changes_nothing(seed, rng):
    who = person(seed)
    shuffled = list(who.availability)
    rng.shuffle(shuffled)
    assert plan_week(replace(who, availability=tuple(shuffled))) == plan_week(who)


@FEW
@given(seeds, st.data())
def test_locked_sessions_of_a_plan_stay_as_they_are(seed, data):
    who = person(seed)
    sessions = plan_week(who).week.sessions
    locked = tuple(replace(s, locked=True) for s in sessions if data.draw(st.booleans()))
    again = plan_week(who, fixed=locked)
    assert tuple(s for s in again.week.sessions if s.locked) == locked
    assert again.evaluation.valid


@FEW
@given(seeds)
def test_a_plan_that_is_locked_whole_stays_whole(seed):
    who = person(seed)
    first = plan_week(who)
    again = plan_week(who, fixed=first.week.sessions)
    assert set(first.week.sessions) <= set(again.week.sessions)
    assert all(s.kind is Kind.RECOVERY for s in set(again.week.sessions) - set(first.week.sessions))


@FEW
@given(seeds, st.frozensets(st.integers(0, 6), max_size=4))
def test_closed_days_take_nothing_new(seed, closed):
    planned = plan_week(person(seed), closed_days=closed)
    assert not closed & {s.day for s in planned.week.sessions}
    assert planned.evaluation.valid


@FEW
@given(seeds)
def test_flipping_twice_changes_nothing_and_keeps_the_load(seed):
    week = plan_week(person(seed)).week
    for session in week.combined:
        turned = flip(week, session.id)
        assert turned.find(session.id).order is not session.order
        assert flip(turned, session.id) == week
        assert week_load(turned) == week_load(week)


@FEW
@given(seeds)
def test_sessions_lie_in_time_order_and_parts_fit_their_kind(seed):
    week = plan_week(person(seed)).week
    assert [(s.day, s.start) for s in week.sessions] == sorted((s.day, s.start) for s in week.sessions)
    for session in week.sessions:
        assert (session.order is not None) == (session.kind is Kind.COMBINED)
        assert (session.recovery is not None) == (session.kind is Kind.RECOVERY)
        assert session.order in (None, *Order)


def test_the_profiles_are_of_every_kind():
    rng = Random(0)
    drawn = [athlete_from(random_profile(rng.randrange(100_000))) for _ in range(200)]
    assert len({who.order_policy for who in drawn}) == 5
    assert len({who.goal for who in drawn}) == 6
    assert sum(who.medical_caution for who in drawn) > 5
    assert sum(any(w.only for w in who.availability) for who in drawn) > 20


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_a_block_is_valid_week_by_week_by_the_independent_validator(seed):
    profile = random_profile(seed)
    who = athlete_from(profile)
    weeks = plan_document(who, MONDAY, plan_block(who, MONDAY, 3))["weeks"]
    previous = None
    for number, week in enumerate(weeks, start=1):
        assert hard_violations(profile, week, previous=previous, wrap=False, plan_week=number) == []
        previous = week
