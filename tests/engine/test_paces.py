"""Heart rates, fitness score and paces against the worked examples of the literature."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.engine import paces
from planner.engine.domain import Athlete
from planner.engine.paces import Zone
from planner.engine.vocabulary import Goal

HALF, MARATHON = 21.0975, 42.195


def clock(seconds: float) -> str:
    """Rounded to seconds: "4:51", "1:55:04"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def athlete(**known) -> Athlete:
    return Athlete(Goal.GENERAL, (), **known)


@pytest.mark.parametrize(("age", "beats"), [(20, 194), (40, 180), (60, 166)])
def test_the_maximum_falls_with_age(age, beats):
    assert paces.estimated_maximum(age) == beats


@pytest.mark.parametrize("age", [9, 101, -3])
def test_no_maximum_is_claimed_for_ages_nobody_measured(age):
    with pytest.raises(ValueError, match=str(age)):
        paces.estimated_maximum(age)
    assert paces.heart_rate_maximum(athlete(birth_year=2000), 2000 + age) is None


def test_a_measured_maximum_comes_before_the_age():
    assert paces.heart_rate_maximum(athlete(birth_year=1986, max_heart_rate=191), 2026) == 191
    assert paces.heart_rate_maximum(athlete(max_heart_rate=191), None) == 191


def test_the_age_is_that_of_the_year():
    assert paces.heart_rate_maximum(athlete(birth_year=1986), 2026) == 180
    assert paces.heart_rate_maximum(athlete(birth_year=1986), None) is None
    assert paces.heart_rate_maximum(athlete(), 2026) is None


@pytest.mark.parametrize(
    ("zone", "beats"),
    [
        (Zone.EASY, (108, 137)),
        (Zone.STEADY, (139, 157)),
        (Zone.THRESHOLD, (158, 166)),
        (Zone.INTERVAL, (158, 180)),
        (Zone.CIRCUIT, (144, 153)),
    ],
)
def test_zones_are_shares_of_the_maximum(zone, beats):
    assert paces.heart_rates(180, zone) == beats


def test_the_worked_example():
    score = paces.fitness_score(5, 25 * 60)
    assert paces.oxygen_cost(200) == pytest.approx(36.012, abs=0.0005)
    assert paces.sustainable_share(25) == pytest.approx(0.94002, abs=0.000005)
    assert score == pytest.approx(38.31, abs=0.005)
    assert clock(paces.pace(score, 0.62)) == "6:57"
    assert paces.pace(score, 0.70) == pytest.approx(380, abs=1)  # 6:20, printed rounded up
    assert clock(paces.pace(score, 0.88)) == "5:16"
    assert clock(paces.pace(score, 0.975)) == "4:51"
    assert clock(paces.pace(score, 1.05)) == "4:34"


def test_the_worked_example_over_other_distances():
    score = paces.fitness_score(5, 25 * 60)
    times = [paces.equivalent_seconds(score, distance) for distance in (10, HALF, MARATHON)]
    assert [clock(seconds) for seconds in times] == ["51:53", "1:55:04", "3:57:55"]
    assert clock(times[-1] / MARATHON) == "5:38"


@pytest.mark.parametrize(("distance", "seconds", "score"), [(10, 2400, 51.944), (5, 24 * 60 + 34, 39.110)])
def test_scores(distance, seconds, score):
    assert paces.fitness_score(distance, seconds) == pytest.approx(score, abs=0.0005)


@pytest.mark.parametrize(
    ("score", "share", "seconds"), [(30, 0.88, 384), (40, 0.88, 305.5), (40, 0.975, 281), (50, 0.88, 255)]
)
def test_paces_of_scores(score, share, seconds):
    assert paces.pace(score, share) == pytest.approx(seconds, abs=0.6)


@pytest.mark.parametrize("seconds", [209, 13_801])
def test_no_score_from_races_too_short_or_too_long(seconds):
    with pytest.raises(ValueError, match=r"3\.5 to 230"):
        paces.fitness_score(5, seconds)


@pytest.mark.parametrize(("distance", "seconds"), [(1, 210), (42.195, 13_800)])
def test_scores_at_both_ends_of_the_minutes(distance, seconds):
    assert paces.SCORES[0] <= paces.fitness_score(distance, seconds) <= paces.SCORES[1]


@pytest.mark.parametrize(("distance", "seconds"), [(250, 210), (0.1, 3600)])
def test_no_score_from_what_is_no_race(distance, seconds):
    with pytest.raises(ValueError, match="Nobody races"):
        paces.fitness_score(distance, seconds)


def test_no_time_for_a_distance_without_one():
    with pytest.raises(ValueError, match="10000 km"):
        paces.equivalent_seconds(40, 10_000)


@given(st.floats(1, 42), st.floats(20, 80))
def test_an_equivalent_race_shows_the_same_fitness(distance, score):
    seconds = paces.equivalent_seconds(score, distance)
    assume(210 <= seconds <= 13_800)
    assert paces.fitness_score(distance, seconds) == pytest.approx(score, abs=0.001)


@given(st.floats(*paces.SCORES))
def test_faster_zones_are_faster(score):
    ranges = [paces.paces(score, zone) for zone in paces.SCORE_SHARES]
    assert all(fast < slow for fast, slow in ranges)
    assert all(earlier[0] > later[1] for earlier, later in pairwise(ranges))
