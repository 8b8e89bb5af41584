"""Sessions before they have a day: their parts, cut to what a window, a limit or a rule allows."""

from datetime import date

import pytest

from planner.engine.composition import Volume
from planner.engine.domain import Context, Race
from planner.engine.prescription import Prescription, prescribe
from planner.engine.templates import Templates, cut
from planner.engine.vocabulary import Activity, Intensity, Order, Policy, Region
from planner.engine.wishes import Room
from tests.engine.weeks import athlete

RF, LF = Order.RUN_FIRST, Order.LIFT_FIRST


def templates(who):
    return Templates(who, Context(), prescribe(who, Context(), Room.of(who, frozenset(), ()))[0])


@pytest.mark.parametrize(
    ("minutes", "limit", "least", "expected"),
    [(40, 60, 15, 40), (40, 40, 15, 40), (40, 38, 15, 35), (40, 17, 15, 15), (40, 15, 15, 15), (40, 14, 15, None)],
)
def test_minutes_are_cut_to_full_fives_and_never_below_the_least(minutes, limit, least, expected):
    assert cut(minutes, limit, least) == expected


@pytest.mark.parametrize(
    ("intensity", "limit", "minutes"),
    [("easy", 90, 40), ("easy", 33, 30), ("easy", 14, None), ("hard", 90, 45), ("hard", 25, 25), ("hard", 24, None)],
)
def test_a_run_fits_its_limit(intensity, limit, minutes):
    made = templates(athlete("endurance")).run(Intensity(intensity), limit)
    assert (made and made.minutes) == minutes


def test_no_run_is_longer_than_the_longest_of_late_allows():
    assert templates(athlete("endurance", longest_recent_run_minutes=20)).run(Intensity.EASY, 90).minutes == 25
    assert templates(athlete("endurance", longest_recent_run_minutes=9)).run(Intensity.EASY, 90) is None


@pytest.mark.parametrize(("limit", "minutes"), [(90, 50), (48, 45), (20, 20), (19, None)])
def test_a_lift_fits_its_limit(limit, minutes):
    made = templates(athlete("endurance")).lift(Region.FULL, limit)
    assert (made and made.minutes) == minutes


@pytest.mark.parametrize(
    ("limit", "parts"), [(90, (35, 30)), (65, (35, 30)), (50, (25, 25)), (35, (15, 20)), (34, None)]
)
def test_both_parts_of_a_combined_session_give_way(limit, parts):
    made = templates(athlete("endurance")).combined(Intensity.EASY, Region.FULL, RF, limit)
    assert (made and (made.run.minutes, made.lift.minutes)) == parts


def test_a_hard_run_in_a_combined_session_keeps_its_least():
    made = templates(athlete("endurance")).combined(Intensity.HARD, Region.UPPER, RF, 45)
    assert (made.run.minutes, made.lift.minutes) == (25, 20)


def test_an_order_that_the_school_forbids_makes_no_session():
    alternate = templates(athlete("endurance"))
    assert alternate.combined(Intensity.HARD, Region.FULL, LF, 90) is None
    first = templates(athlete("strength", order_policy=Policy.PRIORITY_FIRST))
    assert first.combined(Intensity.EASY, Region.FULL, RF, 90) is None
    assert first.combined(Intensity.EASY, Region.FULL, LF, 90).order is LF


def test_the_run_before_the_focus_on_muscle_is_twenty_minutes():
    made = templates(athlete("muscle", "advanced", order_policy=Policy.FINISH_WITH_FOCUS))
    assert made.combined(Intensity.EASY, Region.FULL, RF, 120).run.minutes == 20


@pytest.mark.parametrize(("goal", "limit", "expected"), [
    ("general", 60, (Activity.YOGA, 30)),
    ("fat_loss", 60, (Activity.WALK, 30)),
    ("general", 18, (Activity.STRETCHING, 15)),
    ("general", 9, None),
])  # fmt: skip
def test_recovery_is_an_easy_half_hour(goal, limit, expected):
    made = templates(athlete(goal)).recovery(limit)
    assert (made and (made.recovery.activity, made.minutes)) == expected


@pytest.mark.parametrize(("level", "minutes"), [("beginner", 30), ("intermediate", 40), ("advanced", 45)])
def test_a_circuit_grows_with_the_level(level, minutes):
    assert templates(athlete("fat_loss", level)).circuit(90).minutes == minutes


def test_a_persons_own_limit_cuts_every_session():
    made = templates(athlete("endurance", max_session_minutes=35))
    assert made.run(Intensity.EASY, 90).minutes == 35
    assert made.lift(Region.FULL, 90).minutes == 35
    assert made.combined(Intensity.EASY, Region.FULL, RF, 90).minutes == 35


@pytest.mark.parametrize(("intensity", "warm_up"), [("easy", 5), ("hard", 10)])
def test_hard_work_is_warmed_up_for(intensity, warm_up):
    assert templates(athlete("endurance")).run(Intensity(intensity), 90).warm_up == warm_up


def test_a_marathons_long_run_may_pass_the_days_limit_but_no_wish():
    race = Race(date(2027, 4, 18), 42.2)
    rx = Prescription(6, 0, 0, 0, 0, 0, True, (), volume=Volume(60, 60, 170, 60, 50, 30))

    def longest(**fields):
        who = athlete("endurance", longest_recent_run_minutes=170, **fields)
        return Templates(who, Context(), rx).run(Intensity.LONG, 240).run.minutes

    assert longest(race=race) == 145  # a third of the week, as the rule has it
    assert longest() == 120
    assert longest(race=race, max_session_minutes=90) == 90
