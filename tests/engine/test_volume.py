"""Volume: a prescription in minutes and sets, so that the week holds what its stage has room for."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.composition import usual_volume
from planner.engine.domain import Context, PastWeek, Race
from planner.engine.notation import read_week
from planner.engine.prescription import Prescription
from planner.engine.progression import run_limit
from planner.engine.vocabulary import Goal, Level, Phase, Region
from planner.engine.volume import dosed
from tests.engine.weeks import athlete, windows

MONDAY = date(2026, 11, 30)
F = Region.FULL


def rx(run_only=2, lift_only=0, combined=2, hard=0, long=True, circuits=0):
    lifts = lift_only + combined
    return Prescription(run_only, lift_only, combined, 0, circuits, hard, long, (F,) * lifts)


def minutes(prescription, hard_alone=0):
    """Minutes of the prescription's runs, so many hard ones on their own."""
    volume = prescription.volume
    easy = prescription.run_only - prescription.long - hard_alone
    runs = easy * volume.easy + hard_alone * volume.hard + prescription.combined * volume.combined
    return runs + prescription.long * volume.long


def after(*runs, longest=80, sets=20):
    return Context(past=tuple(PastWeek(run, longest, sets) for run in runs))


def test_where_nothing_is_known_the_usual_minutes_stand():
    assert dosed(athlete("endurance"), Context(), rx()).volume is None


def test_a_first_week_grows_gently_from_what_is_run_already():
    found = dosed(athlete("endurance", weekly_run_minutes=100), Context(), rx())
    assert minutes(found) <= 110
    assert (found.volume.easy, found.volume.combined, found.volume.long) == (25, 20, 45)


def test_runs_are_told_in_full_fives_where_those_come_near():
    found = dosed(athlete("endurance"), after(200), rx())
    assert all(length % 5 == 0 for length in (found.volume.easy, found.volume.combined, found.volume.long))
    assert 200 < minutes(found) <= 210


def test_where_fives_are_too_coarse_every_minute_counts():
    found = dosed(athlete("fat_loss"), after(100, longest=25), rx(run_only=0, combined=4, long=False))
    assert found.volume.combined == 26  # 5 % more of 4 x 25; fives would mean a fifth more


def test_the_week_grows_to_its_ceiling_and_no_further():
    found = dosed(athlete("general"), after(160, longest=150), rx(run_only=2, combined=2, long=False))
    assert minutes(found) <= 1.25 * (2 * 40 + 2 * 25)


def test_a_lighter_week_runs_less_and_lifts_fewer_sets():
    found = dosed(athlete("endurance"), after(200, 200, 200), rx())
    assert minutes(found) <= 140
    assert found.volume.long <= 60
    assert (found.volume.lift, found.volume.combined_lift) == (30, 20)
    assert (found.volume.sets, found.volume.most_sets) == (0.5, 5)  # of 20, on two lifts


NARROW = windows("1 06:30-10:30, 2 06:00-07:15, 3 16:00-16:20, 4 13:00-15:30, 5 18:00-18:15, 6 05:30-05:45")


def test_what_short_windows_cut_off_goes_to_runs_that_can_hold_it():
    who = athlete("endurance", "advanced", availability=NARROW)
    found = dosed(who, after(225, longest=65), rx(run_only=6, combined=0, hard=2)).volume
    assert (found.long, found.hard, found.easy) == (70, 60, 50)
    assert found.long + 2 * found.hard + 20 + 15 + 15 == 240  # of 247, gently grown; unbound it would be 33 and 40


def test_no_run_is_longer_than_the_long_one():
    two_wide = windows("0 06:00-08:00, 1 06:00-06:15, 2 06:00-06:15, 3 06:00-08:00, 4 06:00-06:15, 5 06:00-06:15")
    found = dosed(athlete("endurance", availability=two_wide), after(180), rx(run_only=6, combined=0)).volume
    assert (found.long, found.easy) == (60, 60)  # a third of the week, so more than 180 would be no gain


def test_a_day_that_is_shut_holds_nothing():
    who = athlete("endurance", "advanced", availability=NARROW)
    found = dosed(who, after(150, longest=65), rx(run_only=2, combined=0), shut=frozenset({1, 4})).volume
    assert found.long == 65  # seven tenths of 75 and 20 minutes


def test_a_lighter_week_may_have_fewer_runs_than_its_minutes_would_hold():
    found = dosed(athlete("strength"), after(30, 30, 30, longest=15), rx(run_only=0, combined=2, long=False))
    assert (found.combined, found.lift_only) == (1, 1)
    assert found.volume.combined <= 21


def test_hard_runs_become_easy_before_runs_are_given_up():
    found = dosed(athlete("speed", weekly_run_minutes=70), Context(), rx(run_only=2, combined=2, hard=2, long=False))
    assert (found.runs, found.hard) == (4, 1)
    found = dosed(athlete("speed", weekly_run_minutes=40), Context(), rx(run_only=2, combined=2, hard=2, long=False))
    assert (found.runs, found.hard) == (3, 0)


def test_a_beginner_of_running_has_at_least_one_run():
    found = dosed(athlete("general", weekly_run_minutes=0), Context(), rx(run_only=1, combined=2, long=False))
    assert (found.runs, found.volume.easy) == (1, 15)


def test_a_long_run_that_would_be_no_longer_than_others_is_none():
    found = dosed(athlete("endurance", weekly_run_minutes=40), Context(), rx(run_only=2, combined=0))
    assert found.long == (found.volume.long > found.volume.easy)


def test_nor_one_that_would_be_shorter_than_a_run_that_stands():
    longer, shorter = read_week("Mon E60").sessions, read_week("Mon E20").sessions
    assert not dosed(athlete("endurance"), after(120), rx(), longer).long
    assert dosed(athlete("endurance"), after(120), rx(), shorter).long


def test_no_run_is_longer_than_a_long_one_that_stands():
    """Three runs that may be an hour and more stop at the minutes of the long run beside them."""
    who, before = athlete("general", "advanced"), after(400, longest=150)
    free = dosed(who, before, rx(run_only=3, combined=0, long=False)).volume
    beside = dosed(who, before, rx(run_only=3, combined=0, long=False), read_week("Sat L60").sessions).volume
    assert free.easy > 60
    assert (beside.easy, beside.long) == (60, 60)


def test_what_stands_already_takes_its_minutes():
    standing = read_week("Mon E60").sessions
    assert 200 < minutes(dosed(athlete("endurance"), after(200), rx())) <= 220
    assert 140 < minutes(dosed(athlete("endurance"), after(200), rx(), standing)) <= 160


def test_circuits_take_minutes_too():
    with_one = dosed(athlete("general"), after(120, longest=60), rx(run_only=2, combined=1, long=False, circuits=1))
    assert minutes(with_one) + 20 <= 126


def test_before_a_race_lifts_are_short_and_light():
    who = athlete("endurance", race=Race(MONDAY + timedelta(days=6), 10))
    found = dosed(who, Context(start=MONDAY, plan_week=9, past=after(200, 200).past), rx(long=False, combined=1))
    assert found.volume.light
    assert found.volume.lift == 25
    assert minutes(found) <= 110


def test_runs_beside_a_lift_stay_short_for_lifting_goals():
    who = athlete("muscle", "advanced", weekly_run_minutes=300)
    found = dosed(who, Context(), rx(run_only=1, combined=3, long=False))
    assert found.volume is None or found.volume.combined <= 30


@settings(deadline=None)
@given(
    goal=st.sampled_from(Goal),
    level=st.sampled_from(Level),
    past=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40)), max_size=6),
    weekly=st.none() | st.integers(0, 500),
    runs=st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2), st.booleans()),
)
def test_no_week_holds_more_than_its_limit_or_less_than_its_shortest_runs(goal, level, past, weekly, runs):
    run_only, combined, hard, long = runs
    long = long and run_only > 0
    hard = min(hard, run_only - long)
    who = athlete(goal, level, weekly_run_minutes=weekly)
    context = Context(past=tuple(PastWeek(run, run // 2, sets, Phase.STEADY) for run, sets in past))
    found = dosed(who, context, rx(run_only, 1, combined, hard, long))
    volume = found.volume or usual_volume(goal, level, level)
    assert min(volume.easy, volume.combined, volume.long) >= 15
    assert volume.hard >= 25
    limit = run_limit(who, context)
    beside = goal in ("endurance", "speed") and found.combined > 0 and found.hard > 0
    if limit is not None and found.volume is not None and found.runs > 1:
        assert minutes(found, max(found.hard - beside, 0)) <= limit
