"""Weeks one after the other: the usual one repeats, its orders take turns over the seams, dates are honoured."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.engine.block import plan_block, turned
from planner.engine.domain import Context, DateException, Window
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week, write_week
from planner.engine.vocabulary import Goal, Order, Policy
from tests.engine.weeks import athlete, evenings

MONDAY = date(2026, 11, 30)


def places(week):
    return [(s.day, s.start, s.kind, s.run, s.lift) for s in week.sessions]


def chain(weeks):
    return [s.order for planned in weeks for s in planned.week.combined]


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("days", ["024", "01346"])
def test_a_block_repeats_its_week_and_turns_the_orders(goal, days):
    weeks = plan_block(athlete(goal, availability=evenings(days)), MONDAY, 4)
    assert len(weeks) == 4
    assert all(planned.evaluation.valid for planned in weeks)
    assert all(one is not other for one, other in pairwise(chain(weeks)))


def test_an_odd_chain_turns_every_week():
    weeks = plan_block(athlete("fat_loss", order_policy=Policy.ALTERNATE, availability=evenings("024")), MONDAY, 3)
    assert [len(planned.week.combined) for planned in weeks] == [3, 3, 3]
    firsts = [planned.week.combined[0].order for planned in weeks]
    assert firsts == [Order.RUN_FIRST, Order.LIFT_FIRST, Order.RUN_FIRST]


@pytest.mark.parametrize("goal", ["speed", "strength", "general"])
def test_seams_hold_in_every_week(goal):
    who = athlete(goal, "advanced", availability=evenings("0123456", "06:00-21:00"))
    weeks = plan_block(who, MONDAY, 4)
    for number, (one, two) in enumerate(pairwise(weeks), start=2):
        assert evaluate(who, two.week, Context(before=one.week, plan_week=number)).valid
        assert evaluate(who, one.week, Context(after=two.week, plan_week=number - 1)).valid


def test_the_week_before_the_block_is_minded():
    before = read_week("Sat F+E(LF) | Sun H")
    (first,) = plan_block(athlete("fat_loss", availability=evenings("0246")), MONDAY, 1, before=before)
    assert not any(s.is_key for s in first.week.by_day[0])
    assert first.week.combined[0].order is Order.RUN_FIRST


def test_beginners_meet_their_first_hard_run_in_the_seventh_week():
    who = athlete("speed", "beginner", availability=evenings("0246"))
    weeks = plan_block(who, MONDAY, 8)
    assert [sum(s.is_hard for s in planned.week.sessions) for planned in weeks[:6]] == [0] * 6
    assert all(planned.evaluation.valid for planned in weeks)
    later = plan_block(who, MONDAY, 1, first_plan_week=7)
    assert sum(s.is_hard for s in later[0].week.sessions) == 1


def test_a_blocked_date_holds_nothing_and_the_weeks_around_stay_as_they_are():
    blocked = DateException(MONDAY + timedelta(days=9), ())
    who = athlete("general", availability=evenings("0246"), exceptions=(blocked,))
    first, second, third = plan_block(who, MONDAY, 3)
    assert first.week.by_day[2]
    assert second.week.by_day[2] == ()
    assert places(third.week) == places(first.week)
    assert second.evaluation.valid


def test_a_date_with_other_hours_is_used_at_those_hours():
    early = DateException(MONDAY + timedelta(days=2), (Window(2, 360, 540),))
    (first,) = plan_block(athlete("general", availability=evenings("024"), exceptions=(early,)), MONDAY, 1)
    assert [s.start for s in first.week.by_day[2]] == [360]


def test_no_weeks_are_no_weeks():
    assert plan_block(athlete(), MONDAY, 0) == ()


def test_the_same_block_comes_out_again():
    who = athlete("speed", availability=evenings("0134"))
    assert plan_block(who, MONDAY, 3) == plan_block(who, MONDAY, 3)


def test_a_longer_block_starts_with_the_shorter():
    who = athlete("muscle", availability=evenings("0134"))
    assert plan_block(who, MONDAY, 4)[:2] == plan_block(who, MONDAY, 2)


def test_turning_a_week_turns_only_what_may_turn():
    week = read_week("Mon U+H(RF) | Tue E | Wed F+E(LF) | Fri E+U(RF) | Sat C")
    written = write_week(read_week("Mon U+H(RF) | Tue E | Wed F+E(RF) | Fri E+U(LF) | Sat C"))
    assert write_week(turned(athlete(), week)) == written
    assert turned(athlete(order_policy=Policy.MY_ORDER, my_order=Order.RUN_FIRST), week) == week
