"""Weeks one after the other: routine is kept, orders take turns over the seams, volume follows the facts, dates too."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from planner.engine.block import plan_block
from planner.engine.domain import Context, DateException, PastWeek, Race, Window
from planner.engine.evaluate import evaluate
from planner.engine.loading import is_light, week_facts
from planner.engine.notation import read_week
from planner.engine.vocabulary import LIFTING_GOALS, Goal, Level, Order, Phase, Policy
from tests.engine.weeks import athlete, evenings

MONDAY = date(2026, 11, 30)


def places(week):
    """Where what is: minutes may differ from week to week."""
    return [
        (s.day, s.start, s.kind, s.run.intensity if s.run else None, s.lift.region if s.lift else None)
        for s in week.sessions
    ]


def facts(weeks):
    return [week_facts(planned.week, planned.stage.phase) for planned in weeks]


def phases(weeks):
    return [planned.stage.phase for planned in weeks]


def chain(weeks):
    return [s.order for planned in weeks for s in planned.week.combined]


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("days", ["024", "01346"])
def test_a_block_keeps_its_days_and_turns_the_orders(goal, days):
    weeks = plan_block(athlete(goal, availability=evenings(days)), MONDAY, 3)
    assert all(planned.evaluation.valid for planned in weeks)
    assert all(one is not other for one, other in pairwise(chain(weeks)))
    by_day = [[(place[0], place[2]) for place in places(planned.week)] for planned in weeks]
    assert by_day[0] == by_day[2]


def test_routine_gives_way_where_another_week_costs_less():
    before = read_week("Mon E40 | Tue 07:00 H45 | Wed F | Sat L60 | Sun F")
    (week,) = plan_block(athlete("general", availability=evenings("01246")), MONDAY, 1, before=before)
    alone = plan_block(athlete("general", availability=evenings("01246")), MONDAY, 1)[0]
    assert week.evaluation.score <= alone.evaluation.score + 4  # no more than the seam may cost


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
        assert evaluate(who, two.week, two.context).valid
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
    assert [place[0] for place in places(third.week)] == [place[0] for place in places(first.week)]
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


# Weeks into a block


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
def test_every_fourth_or_fifth_week_is_a_lighter_one(goal, level):
    who = athlete(goal, level, availability=evenings("01346"))
    weeks = plan_block(who, MONDAY, 10)
    loading = 4 if level is Level.BEGINNER else 3
    expected = [Phase.DELOAD if number % (loading + 1) == loading else Phase.STEADY for number in range(10)]
    assert phases(weeks) == expected
    for number, (planned, week) in enumerate(zip(weeks, facts(weeks), strict=True)):
        assert is_light(week, tuple(facts(weeks)[:number])) == (planned.stage.phase is Phase.DELOAD)
        assert planned.stage.phase is not Phase.DELOAD or sum(s.is_hard for s in planned.week.sessions) <= 1


@pytest.mark.parametrize("goal", Goal)
def test_volume_grows_gently_and_no_run_jumps(goal):
    who = athlete(goal, "beginner", availability=evenings("0246"), weekly_run_minutes=50, longest_recent_run_minutes=20)
    weeks = facts(plan_block(who, MONDAY, 12))
    known = [PastWeek(run_minutes=50, longest_run=20)]
    for week in weeks:
        reference = max(one.run_minutes for one in known[-3:])
        longest = max(one.longest_run for one in known[-4:])
        assert week.run_minutes <= max(1.1 * reference, reference + 10)
        assert week.longest_run <= max(1.1 * longest, longest + 5)
        known.append(week)
    grown = weeks[11].run_minutes - weeks[0].run_minutes
    assert grown == 0 if goal in LIFTING_GOALS else grown > 0


def test_a_block_goes_on_where_another_ended():
    who = athlete("endurance", availability=evenings("0134"))
    whole = plan_block(who, MONDAY, 6)
    later = plan_block(
        who,
        MONDAY + timedelta(weeks=3),
        3,
        before=whole[2].week,
        past=tuple(facts(whole[:3])),
        first_plan_week=4,
    )
    assert [p.week for p in later] == [p.week for p in whole[3:]]


def test_a_race_shapes_the_block_and_keeps_its_day_free():
    race = Race(MONDAY + timedelta(weeks=11, days=6), 21.1)
    who = athlete("endurance", availability=evenings("01346"), race=race, weekly_run_minutes=160)
    weeks = plan_block(who, MONDAY, 14)
    assert "".join(phase.value[0] for phase in phases(weeks)) == "bbbdbbbdsstrdd"
    held = facts(weeks)
    peak = max(week.run_minutes for week in held[6:10])
    assert held[10].run_minutes <= 0.7 * peak
    assert held[11].run_minutes <= 0.6 * peak
    assert weeks[11].week.by_day[6] == ()
    assert all(planned.evaluation.valid for planned in weeks)


def test_strength_is_kept_through_the_taper():
    race = Race(MONDAY + timedelta(weeks=5, days=6), 42.2)
    who = athlete("endurance", "advanced", availability=evenings("012346"), race=race)
    for planned in plan_block(who, MONDAY, 6)[3:]:
        lifts = [s.lift for s in planned.week.sessions if s.lift]
        assert [(lift.effort, lift.minutes <= 25) for lift in lifts] == [("light", True)]


def test_a_race_on_the_day_of_the_long_run_is_no_wish_given_up():
    race = Race(MONDAY + timedelta(days=6), 10)
    who = athlete("endurance", availability=evenings("012346"), race=race, long_run_weekday=6)
    assert plan_block(who, MONDAY, 1)[0].changes == ()


@pytest.mark.parametrize(("asked", "lifts"), [(None, 1), (0, 0)])
def test_a_taper_takes_a_lift_for_circuits_unless_none_was_asked_for(asked, lifts):
    who = athlete(
        "endurance",
        availability=evenings("01346"),
        race=Race(MONDAY + timedelta(weeks=1, days=6), 21.1),
        circuits_per_week=2,
        lifts_per_week=asked,
    )
    weeks = plan_block(who, MONDAY, 2)
    assert [sum(s.lift is not None for s in planned.week.sessions) for planned in weeks] == [lifts, lifts]


@pytest.mark.parametrize("goal", Goal)
def test_a_race_takes_its_day_whatever_the_goal(goal):
    who = athlete(goal, availability=evenings("0246"), race=Race(MONDAY + timedelta(days=2), 10))
    (week,) = plan_block(who, MONDAY, 1)
    assert week.week.by_day[2] == ()


@pytest.mark.parametrize(("kilometres", "rests"), [(10, False), (21.1, True)])
def test_after_a_long_race_the_next_day_is_free_too(kilometres, rests):
    who = athlete("endurance", race=Race(MONDAY + timedelta(days=6), kilometres), availability=evenings("0123456"))
    assert bool(who.in_week(MONDAY + timedelta(weeks=1)).windows_on(0)) is not rests


def blocked(first, last):
    return tuple(DateException(MONDAY + timedelta(days=day), ()) for day in range(first, last))


def test_after_a_holiday_the_weeks_begin_lower():
    who = athlete("endurance", availability=evenings("0134"), exceptions=blocked(14, 35))
    weeks = plan_block(who, MONDAY, 7)
    assert [(week.run_minutes, week.longest_run) for week in facts(weeks)[1:]] == [
        (195, 80),
        (0, 0),
        (0, 0),
        (0, 0),
        (135, 55),  # seven tenths, in full fives
        (145, 60),
    ]
    assert [planned.stage.loading for planned in weeks] == [1, 2, 0, 0, 0, 1, 2]


def test_weeks_off_at_the_beginning_are_followed_by_a_share_of_what_was_told():
    told = {"weekly_run_minutes": 150, "longest_recent_run_minutes": 60}
    who = athlete("endurance", availability=evenings("0134"), exceptions=blocked(0, 21), **told)
    back = facts(plan_block(who, MONDAY, 4))[3]
    assert (back.run_minutes, back.longest_run) == (105, 40)


def test_an_empty_week_ends_a_row_of_loading_weeks():
    who = athlete(availability=evenings("0134"), exceptions=blocked(14, 21))
    weeks = plan_block(who, MONDAY, 7)
    assert [planned.stage.loading for planned in weeks] == [1, 2, 0, 1, 2, 3, 0]
    assert phases(weeks)[2] is Phase.STEADY
    assert phases(weeks)[6] is Phase.DELOAD


def test_a_block_carries_on_the_turns_of_weeks_long_before():
    who = athlete(availability=evenings("024"))
    firsts = set()
    for text in ("Mon E+F", "Mon F+E(LF)"):
        (last,) = read_week(text).sessions
        (planned,) = plan_block(who, MONDAY, 1, before=read_week("Mon E"), last_combined=last)
        firsts.add(planned.week.combined[0].order is not last.order)
    assert firsts == {True}
