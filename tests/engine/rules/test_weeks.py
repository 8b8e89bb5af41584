"""Rules 27, 28, 31, 33: gentle growth, lighter weeks, the taper, the health minimum."""

from datetime import date, timedelta

import pytest

from planner.engine.domain import Context, PastWeek, Race, Week
from planner.engine.evaluate import case_of, evaluate
from planner.engine.notation import read_week
from planner.engine.rules.weeks import DELOAD, HEALTH_FLOOR, TAPER_AND_RACE_WEEK, WEEKLY_PROGRESSION
from planner.engine.vocabulary import Phase
from tests.engine.weeks import around, athlete, cost, days_found, findings, keeps

MONDAY = date(2027, 3, 1)


def past(*weeks):
    """Weeks before, each as minutes of running and sets."""
    return Context(past=tuple(PastWeek(run_minutes=run, longest_run=run // 2, lift_sets=sets) for run, sets in weeks))


def severities(rule, text, who=None, context=None):
    return [found.severity for found in findings(rule, text, who, context)]


# 27 weekly-progression


@pytest.mark.parametrize(
    ("before", "minutes", "expected"),
    [
        (200, 220, 0),  # a tenth
        (200, 221, 4),
        (50, 60, 0),  # ten minutes
        (50, 61, 4),
        (200, 260, 4),  # three tenths is the last that is only strained
        (30, 50, 4),
    ],
)
def test_a_week_grows_by_a_tenth_or_ten_minutes(before, minutes, expected):
    assert cost(WEEKLY_PROGRESSION, f"Mon E{minutes}", context=past((before, 0))) == expected


@pytest.mark.parametrize(("before", "minutes"), [(200, 261), (30, 51)])
def test_past_three_tenths_or_twenty_minutes_it_is_a_jump_and_breaks(before, minutes):
    week = f"Mon E{minutes}"
    assert severities(WEEKLY_PROGRESSION, week, context=past((before, 0))) == ["hard"]
    assert cost(WEEKLY_PROGRESSION, week, context=past((before, 0))) == 0
    assert not evaluate(athlete(), read_week(week), past((before, 0)), [WEEKLY_PROGRESSION]).valid


def test_the_highest_of_the_last_three_weeks_counts():
    assert keeps(WEEKLY_PROGRESSION, "Mon E110", context=past((100, 0), (60, 0), (70, 0)))
    assert not keeps(WEEKLY_PROGRESSION, "Mon E110", context=past((100, 0), (60, 0), (60, 0), (70, 0)))


def test_a_usual_week_stands_for_those_before_the_plan():
    who = athlete(weekly_run_minutes=100)
    assert keeps(WEEKLY_PROGRESSION, "Mon E110", who)
    assert not keeps(WEEKLY_PROGRESSION, "Mon E111", who)
    assert keeps(WEEKLY_PROGRESSION, "Mon E110", who, past((20, 0), (20, 0)))  # two weeks of the plan, one before it
    assert not keeps(WEEKLY_PROGRESSION, "Mon E110", who, past((20, 0), (20, 0), (20, 0)))


def test_where_nothing_is_known_nothing_is_a_jump():
    assert keeps(WEEKLY_PROGRESSION, "Mon E150 | Wed E150")
    assert keeps(WEEKLY_PROGRESSION, "Mon E150", context=past((0, 10), (0, 10), (0, 10)))


# 28 deload

LOADING = [(100, 20)] * 7


@pytest.mark.parametrize(("level", "weeks", "expected"), [("intermediate", 2, 0), ("intermediate", 3, 4)])
def test_after_three_loading_weeks_a_lighter_one_is_due(level, weeks, expected):
    who = athlete(level=level)
    assert cost(DELOAD, "Mon E100 | Tue F80", who, past(*LOADING[:weeks])) == expected


def test_beginners_may_load_six_weeks():
    who = athlete(level="beginner")
    assert keeps(DELOAD, "Mon E100 | Tue F80", who, past(*LOADING[:5]))
    assert severities(DELOAD, "Mon E100 | Tue F80", who, past(*LOADING[:6])) == ["hard"]


def test_a_seventh_loading_week_breaks():
    assert severities(DELOAD, "Mon E100 | Tue F80", context=past(*LOADING[:5])) == ["soft"]
    assert severities(DELOAD, "Mon E100 | Tue F80", context=past(*LOADING[:6])) == ["hard"]


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("Mon E80 | Tue F48", True),  # 0.8 x the minutes, 12 of 20 sets at four minutes each
        ("Mon E81 | Tue F48", False),
        ("Mon E80 | Tue F52", False),
        ("Mon - | Tue -", True),
    ],
)
def test_a_lighter_week_runs_and_lifts_less(text, light):
    assert keeps(DELOAD, text, context=past(*LOADING[:3])) is light


def test_a_lighter_week_starts_the_count_again():
    context = past(*LOADING[:3], (70, 10), *LOADING[:2])
    assert keeps(DELOAD, "Mon E100 | Tue F80", context=context)


# 31 taper-and-race-week


def racer(kilometres=10, goal="endurance", day=6, weeks=0):
    """A race on this weekday so many weeks after the Monday."""
    return athlete(goal, race=Race(MONDAY + timedelta(days=day + 7 * weeks), kilometres))


def race_week(peak=200, before=None, start=MONDAY):
    history = (*[PastWeek(run_minutes=peak)] * 4, PastWeek(run_minutes=150, phase=Phase.TAPER))
    return around(before, "Tue E", start=start, past=history)


@pytest.mark.parametrize(
    ("kilometres", "most"), [(5, 140), (10, 130), (21.1, 120), (42.2, 110)], ids=["5", "10", "half", "marathon"]
)
def test_the_last_seven_days_are_cut_by_the_distance(kilometres, most):
    who, context = racer(kilometres), race_week(before="Mon E")
    assert keeps(TAPER_AND_RACE_WEEK, f"Mon E{most}", who, context)
    assert severities(TAPER_AND_RACE_WEEK, f"Mon E{most + 1}", who, context) == ["hard"]


def test_the_days_before_the_race_week_count_as_far_as_they_are_the_last_seven():
    who = racer(10, day=3)  # a Thursday: the Thursday before is the first of the seven days
    assert keeps(TAPER_AND_RACE_WEEK, "Mon E40", who, race_week(before="Wed E100 | Thu E90"))
    assert not keeps(TAPER_AND_RACE_WEEK, "Mon E41", who, race_week(before="Wed E100 | Thu E90"))


def test_the_week_before_the_race_week_is_judged_for_its_own_last_days():
    who, context = racer(10, day=3, weeks=1), race_week(before="Mon E")
    assert keeps(TAPER_AND_RACE_WEEK, "Wed E100 | Thu E130", who, context)
    assert not keeps(TAPER_AND_RACE_WEEK, "Wed E20 | Thu E131", who, context)


def test_the_weeks_of_the_taper_are_no_measure():
    history = (PastWeek(run_minutes=200), *[PastWeek(run_minutes=100, phase=Phase.TAPER)] * 2)
    context = around("Mon E", "Tue E", start=MONDAY, past=history)
    assert keeps(TAPER_AND_RACE_WEEK, "Mon E110", racer(42.2), context)


@pytest.mark.parametrize(("text", "kept"), [("Wed F", True), ("Thu F", False), ("Sat Lo", False), ("Sat U", True)])
def test_no_leg_lift_in_the_three_days_before(text, kept):
    assert keeps(TAPER_AND_RACE_WEEK, text, racer(), race_week(before="Mon E")) is kept


@pytest.mark.parametrize(("text", "kept"), [("Thu H", True), ("Fri H", False), ("Sat L", False), ("Sat E", True)])
def test_no_key_run_in_the_two_days_before(text, kept):
    assert keeps(TAPER_AND_RACE_WEEK, text, racer(), race_week(before="Mon E")) is kept


def test_light_lifts_tire_nobody_and_circuits_do():
    assert keeps(TAPER_AND_RACE_WEEK, "Sat F?", racer(), race_week(before="Mon E"))
    assert days_found(TAPER_AND_RACE_WEEK, "Sat C", racer(), race_week(before="Mon E")) == {5}


def test_a_race_on_monday_tires_the_weekend_before_it():
    who = racer(day=0, weeks=1)
    assert days_found(TAPER_AND_RACE_WEEK, "Thu F | Fri F | Sun H", who, race_week(before="Mon E")) == {4, 6}


@pytest.mark.parametrize(("who", "context"), [(athlete("speed"), Context(start=MONDAY)), (None, Context())])
def test_without_a_dated_race_no_session_is_asked_about(who, context):
    case = case_of(who or racer(), Week(), context)
    assert not TAPER_AND_RACE_WEEK.asks(case)
    assert not any(TAPER_AND_RACE_WEEK.of_session(case, session) for session in read_week("Sat F | Sun H").sessions)


def test_with_one_they_are():
    assert TAPER_AND_RACE_WEEK.asks(case_of(racer(), Week(), race_week()))


def test_other_goals_and_other_weeks_have_no_taper():
    assert keeps(TAPER_AND_RACE_WEEK, "Mon E150 | Sat H", racer(goal="general"), race_week())
    assert keeps(TAPER_AND_RACE_WEEK, "Mon E150 | Sat H", racer(weeks=3), race_week())
    assert keeps(TAPER_AND_RACE_WEEK, "Mon E150 | Sat H", racer(), around("Mon E"))  # no date, no race


# 33 health-floor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon E75+F | Wed F", 0),  # running counts twice
        ("Mon E74+F | Wed F", 1),
        ("Mon E60+F | Wed F | Fri X30(walk)", 0),
        ("Mon E60+F | Wed F | Fri X30(yoga)", 1),  # only walking is brisk
        ("Mon E75+F", 1),  # the muscles once
        ("Mon E75+U | Tue Lo | Thu U | Fri Lo", 0),
        ("Mon E75+U | Tue Lo | Thu U", 1),
        ("Mon E75+F? | Wed F?", 0),  # light lifts are movement too
    ],
)
def test_a_week_meets_the_health_minimum(text, expected):
    assert cost(HEALTH_FLOOR, text) == expected


def test_from_sixty_five_on_balance_is_trained_on_three_days():
    older, now = athlete(birth_year=1960), Context(start=MONDAY)
    assert not keeps(HEALTH_FLOOR, "Mon E75+F | Wed F", older, now)
    assert keeps(HEALTH_FLOOR, "Mon E75+F | Wed F | Fri X(yoga)", older, now)
    assert keeps(HEALTH_FLOOR, "Mon E75+F | Wed F", athlete(birth_year=1963), now)  # 64
    assert keeps(HEALTH_FLOOR, "Mon E75+F | Wed F", older)  # no date, no age
    (found,) = findings(HEALTH_FLOOR, "Mon E75+F | Wed F", older, now)
    assert "(balance is trained twice, better 3 times)" in found.text


@pytest.mark.parametrize(
    ("rule", "text", "context", "detail"),
    [
        (WEEKLY_PROGRESSION, "Mon E150", past((100, 0)), "150 min of running after 100, gentle is up to 110"),
        (DELOAD, "Mon E100 | Tue F80", past(*LOADING[:4]), "this would be loading week 5 in a row"),
        (HEALTH_FLOOR, "Mon E50+F", None, "(movement counts for 100 of 150 min; legs are lifted once, "),
        (HEALTH_FLOOR, "Mon E90+F | Wed U", None, "(legs are lifted once, upper body twice, better twice)"),
        (HEALTH_FLOOR, "Mon E50+F | Wed F", None, "(movement counts for 100 of 150 min)"),
    ],
    ids=["27", "28", "33", "33 lifts alone", "33 movement alone"],
)
def test_findings_say_what_the_week_has(rule, text, context, detail):
    (found,) = findings(rule, text, context=context)
    assert detail in found.text


def test_the_taper_says_how_much_is_too_much():
    (found,) = findings(TAPER_AND_RACE_WEEK, "Mon E150", racer(), race_week(before="Mon E"))
    assert "150 min of running in the seven days before it, at most 130 are good" in found.text
