"""Builds of races: which table a distance takes, what its weeks reach, what the days to a race are counted from."""

from datetime import date

import pytest

from planner.engine import races
from planner.engine.domain import Context, Race, RecentRace
from tests.engine.weeks import athlete

MONDAY = date(2026, 11, 30)


def racer(kilometres, goal="endurance", level="intermediate", **fields):
    return athlete(goal, level, race=Race(date(2027, 3, 14), kilometres), **fields)


@pytest.mark.parametrize(
    ("kilometres", "days", "cut", "weeks"),
    [(5, 7, 0.40, 8), (10, 10, 0.45, 10), (21.1, 14, 0.50, 14), (42.2, 21, 0.55, 18), (250, 21, 0.55, 18)],
)
def test_the_taper_and_the_build_follow_the_distance(kilometres, days, cut, weeks):
    build = races.race_build(racer(kilometres))
    assert (build.taper_days, build.cut, build.weeks["intermediate"]) == (days, cut, weeks)


@pytest.mark.parametrize("build", races.BUILDS, ids=lambda build: f"to {build.up_to_km} km")
def test_the_race_week_of_every_build_keeps_to_the_cut(build):
    assert build.factors[-1] <= 1 - build.cut + 0.10
    assert list(build.factors) == sorted(build.factors, reverse=True)


@pytest.mark.parametrize("goal", ["strength", "muscle", "fat_loss", "general"])
def test_only_runners_build_up_to_a_race(goal):
    assert races.race_build(racer(10, goal)) is None
    assert races.race_build(athlete("endurance")) is None


def test_the_days_to_a_race_count_from_the_weeks_monday():
    assert races.race_day(racer(10), Context(start=date(2027, 3, 8))) == 6
    assert races.race_day(racer(10), Context(start=date(2027, 3, 15))) == -1
    assert races.race_day(racer(10), Context()) is None
    assert races.race_day(athlete(), Context(start=MONDAY)) is None


def test_a_recent_race_tells_the_easy_pace_else_the_level_does():
    fast = racer(10, recent_race=RecentRace(5, 1500))
    assert 380 < races.easy_pace(fast) < 417  # 25:00 on 5 km: easy is 6:20 to 6:57
    assert races.easy_pace(racer(10)) == 390
    assert races.easy_pace(racer(10, recent_race=RecentRace(5, 60))) == 390  # nobody runs that


@pytest.mark.parametrize(
    ("kilometres", "level", "minutes"),
    [(5, "beginner", 45), (10, "intermediate", 78), (21.1, "advanced", 115), (42.2, "beginner", 180)],
)
def test_the_longest_run_is_told_in_minutes_and_has_a_ceiling(kilometres, level, minutes):
    who = racer(kilometres, level=level)
    assert races.longest_run(who, races.race_build(who)) == minutes


def test_the_largest_week_is_told_in_minutes():
    who = racer(21.1)
    assert races.peak_minutes(who, races.race_build(who)) == 55 * 390 // 60
