"""Rules 26, 27, 28 and 33 on plans made by hand: broken, kept, at the limit, exact cost."""

from __future__ import annotations

import pytest

from tests.oracle.builder import athlete, broken, loads, numbered_week, plan_of
from tests.oracle.facts import Json
from tests.oracle.validator import block_costs, block_violations, hard_violations

LOAD = (100, 10)


def costs(profile: Json, document: Json, rule: str) -> list[float]:
    """What a rule costs, week by week."""
    return [found.get(rule, 0) for found in block_costs(profile, document)]


# Rule 26, by dates


@pytest.mark.parametrize(
    ("level", "stated", "first_run", "times"),
    [
        ("intermediate", 40, 45, 0),
        ("intermediate", 40, 46, 1),
        ("intermediate", 60, 66, 0),
        ("intermediate", 60, 67, 1),
        ("beginner", None, 20, 0),
        ("beginner", None, 21, 1),
        ("intermediate", None, 45, 0),
        ("advanced", None, 66, 0),
        ("advanced", None, 67, 1),
        ("advanced", 0, 6, 1),
    ],
)
def test_the_first_week_is_held_against_the_stated_longest_run(level, stated, first_run, times):
    profile = athlete(level=level, longest_recent_run_minutes=stated)
    assert broken(profile, plan_of(numbered_week(0, "E", run=first_run)), "26") == times


def test_a_run_is_remembered_for_thirty_days():
    runs = [60, 40, 40, 40, 40]  # Mondays: the first is 28 days before the fifth, 35 before the sixth
    within = loads(*((minutes, 0) for minutes in (*runs[:4], 66)))
    later = loads(*((minutes, 0) for minutes in (*runs, 66)))
    assert broken(athlete(longest_recent_run_minutes=60), within, "26") == 0
    assert broken(athlete(longest_recent_run_minutes=60), later, "26") == 1


def test_runs_of_the_same_week_count_and_combined_runs_too():
    stepwise = plan_of(numbered_week(0, "E", "-", "E+F", "-", "E"))
    for session, minutes in zip(stepwise["weeks"][0]["sessions"], (44, 49, 54), strict=True):
        session["run"]["minutes"] = minutes
    assert broken(athlete(longest_recent_run_minutes=40), stepwise, "26") == 0
    stepwise["weeks"][0]["sessions"][1]["run"]["minutes"] = 50
    assert broken(athlete(longest_recent_run_minutes=40), stepwise, "26") == 1


def test_after_thirty_days_without_a_run_the_stated_one_counts_again():
    pause = plan_of(
        numbered_week(0, "E", run=40), *(numbered_week(n, "U") for n in range(1, 6)), numbered_week(6, "E", run=45)
    )
    assert broken(athlete(longest_recent_run_minutes=40), pause, "26") == 0


@pytest.mark.parametrize(("first_run", "times"), [(56, 0), (57, 1)])
def test_after_thirty_days_without_a_run_seven_tenths_of_the_longest_will_do_too(first_run, times):
    pause = plan_of(
        numbered_week(0, "E", run=80),
        *(numbered_week(n, "U") for n in range(1, 6)),
        numbered_week(6, "E", run=first_run),
    )
    pause["weeks"][0]["sessions"][0]["run"]["minutes"] = 80
    stated = athlete(longest_recent_run_minutes=40)
    assert broken(stated, pause, "26") == 1 + times  # the 80 after 40, and what comes after the break


@pytest.mark.parametrize(("usual", "first_run", "times"), [(160, 45, 0), (164, 46, 0), (164, 47, 1), (900, 165, 0)])
def test_an_unstated_longest_run_is_a_quarter_of_the_usual_week(usual, first_run, times):
    profile = athlete(weekly_run_minutes=usual, longest_recent_run_minutes=None)
    assert broken(profile, plan_of(numbered_week(0, "E", run=first_run)), "26") == times


def test_the_day_of_the_race_is_exempt():
    race = {"date": "2026-12-09", "distance_km": 10}
    document = plan_of(numbered_week(0, "E", run=40), numbered_week(1, "-", "-", "M", run=70))
    assert broken(athlete(longest_recent_run_minutes=40), document, "26") == 1
    assert broken(athlete(longest_recent_run_minutes=40, race=race), document, "26") == 0


def test_a_week_that_follows_another_leaves_the_spike_to_the_dates():
    first, second = numbered_week(0, "E", run=45), numbered_week(1, "E", run=60)
    assert hard_violations(athlete(longest_recent_run_minutes=40), second, previous=first) == []
    assert broken(athlete(longest_recent_run_minutes=40), plan_of(first, second), "26") == 1


# Rule 27


@pytest.mark.parametrize(
    ("usual", "minutes", "times", "cost"),
    [
        (100, (110,), 0, [0]),
        (100, (111,), 0, [4]),
        (100, (130,), 0, [4]),
        (100, (131,), 1, [4]),
        (0, (10,), 0, [0]),
        (0, (20,), 0, [4]),
        (0, (21,), 1, [4]),
        (None, (300,), 0, [0]),
        (None, (40, 50), 0, [0, 0]),
        (None, (40, 60), 0, [0, 4]),
        (None, (40, 61), 1, [0, 4]),
        (None, (100, 60, 60, 110), 0, [0, 0, 0, 0]),
        (None, (100, 60, 60, 60, 110), 1, [0, 0, 0, 0, 4]),
        (100, (50, 50, 110), 0, [0, 0, 0]),
        (100, (50, 50, 50, 110), 1, [0, 0, 0, 4]),
    ],
)
def test_weeks_grow_by_the_most_of_the_three_before(usual, minutes, times, cost):
    profile = athlete(weekly_run_minutes=usual, longest_recent_run_minutes=600)
    document = loads(*((m, 10) for m in minutes))
    assert broken(profile, document, "27") == times
    assert costs(profile, document, "weekly-progression") == cost


def test_a_circuits_running_counts_or_not_as_is_better():
    document = plan_of(numbered_week(0, "E", run=40), numbered_week(1, "E", "-", "C", run=55))
    document["weeks"][1]["sessions"][1]["run"] = {"intensity": "moderate", "minutes": 20}
    assert broken(athlete(), document, "27") == 0
    document["weeks"][1]["sessions"][0]["run"]["minutes"] = 65
    assert broken(athlete(), document, "27") == 1


# Rule 28

DELOAD = (80, 6, "deload")


def test_at_most_six_loading_weeks_in_a_row():
    assert broken(athlete(), loads(*[LOAD] * 6, DELOAD, *[LOAD] * 6), "28") == 0
    assert broken(athlete(), loads(*[LOAD] * 7), "28") == 1
    assert broken(athlete(), loads(*[LOAD] * 8), "28") == 2


def test_the_fourth_loading_week_costs_for_beginners_the_seventh():
    eight = loads(*[LOAD] * 8)
    assert costs(athlete(), eight, "deload") == [0, 0, 0, 4, 4, 4, 4, 4]
    assert costs(athlete(level="beginner"), eight, "deload") == [0, 0, 0, 0, 0, 0, 4, 4]
    assert costs(athlete(), loads(LOAD, LOAD, LOAD, DELOAD, LOAD), "deload") == [0] * 5


@pytest.mark.parametrize(
    ("deload", "times"),
    [
        ((80, 6, "deload"), 0),
        ((81, 6, "deload"), 1),
        ((80, 7, "deload"), 1),
        ((70, 5, "deload"), 0),
        ((80, 6, "build"), 1),
        ((81, 6, "build"), 0),
        ((80, 7, "build"), 0),
        ((45, 2, "taper"), 0),
    ],
)
def test_a_deload_is_light_in_runs_and_lifts_and_says_so(deload, times):
    document = loads((90, 10), LOAD, (95, 9), deload)
    assert broken(athlete(), document, "28") == times


@pytest.mark.parametrize(("deload", "times"), [((15, 6, "deload"), 0), ((16, 6, "deload"), 1)])
def test_a_deload_may_keep_a_run_at_its_shortest(deload, times):
    assert broken(athlete(), loads(*[(15, 10)] * 3, deload), "28") == times


@pytest.mark.parametrize(("minutes", "times"), [(15, 0), (16, 2)])
def test_weeks_of_one_run_at_its_shortest_load_nothing(minutes, times):
    weeks = (numbered_week(number, "E", run=minutes) for number in range(8))
    assert broken(athlete(), plan_of(*weeks), "28") == times


def test_a_first_week_is_no_deload_and_a_disturbed_week_need_not_say_it():
    assert broken(athlete(), loads(DELOAD, LOAD), "28") == 1
    away = [{"date": "2026-12-08", "windows": []}]
    assert broken(athlete(exceptions=away), loads(LOAD, (80, 6)), "28") == 0


def test_a_deload_has_one_hard_run_at_the_most():
    one = plan_of(numbered_week(0, "E", "-", "E", run=60), numbered_week(1, "H", run=45, phase="deload"))
    two = plan_of(numbered_week(0, "E", "-", "E", run=60), numbered_week(1, "H", "-", "H", run=45, phase="deload"))
    assert broken(athlete(), one, "28") == 0
    assert broken(athlete(), two, "28") == 1


def test_taper_race_and_empty_weeks_end_a_row_of_loading_weeks():
    for eased in ((100, 10, "taper"), (100, 10, "race"), (0, 0, "steady")):
        document = loads(*[LOAD] * 6, eased, *[LOAD] * 6)
        assert not any("in a row" in text for text in block_violations(athlete(), document)), eased


# Rule 33


@pytest.mark.parametrize(
    ("cells", "run", "cost"),
    [
        (("F", "-", "F", "E"), 75, 0),
        (("F", "-", "F", "E"), 74, 1),
        (("F", "X", "F", "E"), 60, 0),
        (("F", "-", "U", "E"), 75, 1),
        (("U", "Lo", "-", "U", "Lo", "E"), 75, 0),
    ],
)
def test_the_floor_is_active_minutes_and_two_days_of_every_muscle(cells, run, cost):
    assert costs(athlete(), plan_of(numbered_week(0, *cells, run=run)), "health-floor") == [cost]


def test_from_sixty_five_on_the_floor_has_balance():
    old, fit = athlete(birth_year=1961), ("F", "-", "F", "E", "E")
    document = plan_of(numbered_week(0, *fit, run=75))
    assert costs(old, document, "health-floor") == [1]
    assert costs(athlete(birth_year=1962), document, "health-floor") == [0]
    for session in document["weeks"][0]["sessions"][:3]:
        session["blocks"] = [{"minutes": 5, "text": "Balance: stand on one leg."}]
    assert costs(old, document, "health-floor") == [0]
