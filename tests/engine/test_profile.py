"""A profile document read into an athlete: what it takes, and what each field says to anything else."""

from datetime import date

import pytest

from planner.engine.domain import Athlete, DateException, Race, RecentRace, Window
from planner.engine.profile import READERS, ProfileError, athlete_from
from planner.engine.vocabulary import (
    Arrangement,
    Equipment,
    Goal,
    Level,
    Modality,
    Order,
    Policy,
    Split,
)

A_START = "takes a time HH:MM from 00:00 to 23:59"
AN_END = "takes a time HH:MM from 00:00 to 24:00"
KILOMETRES = "takes a number above 0, at most 250"
DAY = {"date": "2026-12-24"}
HOUR = {"start": "10:00", "end": "11:00"}
EVENING = {"weekday": 2, "start": "17:30", "end": "19:00"}


def profile(**fields):
    return {"goal": "general", "availability": [EVENING], **fields}


def error(document):
    with pytest.raises(ProfileError) as caught:
        athlete_from(document)
    assert str(caught.value) == f"{caught.value.field}: {caught.value.message}"
    return caught.value.field, caught.value.message


def test_the_least_profile_is_a_goal_and_one_window():
    assert athlete_from(profile()) == Athlete(goal=Goal.GENERAL, availability=(Window(2, 1050, 1140),))


def test_every_field_is_read():
    document = profile(
        run_level="advanced",
        lift_level="intermediate",
        training_days=5,
        runs_per_week=4,
        lifts_per_week=2,
        max_session_minutes=90,
        order_policy="my_order",
        my_order="lift_first",
        likes_less="run",
        arrangement="two_a_day",
        split="upper_lower",
        circuits_per_week=1,
        warm_up_run=False,
        long_run_weekday=6,
        rest_weekdays=[0, 4],
        longest_recent_run_minutes=75,
        weekly_run_minutes=180,
        race={"date": "2027-04-11", "distance_km": 21.1},
        recent_race={"distance_km": 10, "seconds": 3000},
        equipment=["barbell", "bands"],
        exceptions=[{"date": "2026-12-24", "windows": [{"start": "08:00", "end": "24:00"}]}],
        birth_year=1980,
        max_heart_rate=181,
        medical_caution=True,
        timezone="Europe/Berlin",
    )
    assert athlete_from(document) == Athlete(
        goal=Goal.GENERAL,
        availability=(Window(2, 1050, 1140),),
        run_level=Level.ADVANCED,
        lift_level=Level.INTERMEDIATE,
        training_days=5,
        runs_per_week=4,
        lifts_per_week=2,
        max_session_minutes=90,
        order_policy=Policy.MY_ORDER,
        my_order=Order.LIFT_FIRST,
        likes_less=Modality.RUN,
        arrangement=Arrangement.TWO_A_DAY,
        split=Split.UPPER_LOWER,
        circuits_per_week=1,
        warm_up_run=False,
        long_run_weekday=6,
        rest_weekdays=frozenset({0, 4}),
        longest_recent_run_minutes=75,
        weekly_run_minutes=180,
        race=Race(date(2027, 4, 11), 21.1),
        recent_race=RecentRace(10.0, 3000),
        equipment=frozenset({Equipment.BARBELL, Equipment.BANDS}),
        exceptions=(DateException(date(2026, 12, 24), (Window(3, 480, 1440),)),),
        birth_year=1980,
        max_heart_rate=181,
        medical_caution=True,
        timezone="Europe/Berlin",
    )


NULLABLE = {
    "training_days",
    "runs_per_week",
    "lifts_per_week",
    "max_session_minutes",
    "my_order",
    "likes_less",
    "long_run_weekday",
    "longest_recent_run_minutes",
    "weekly_run_minutes",
    "race",
    "recent_race",
    "birth_year",
    "max_heart_rate",
}


@pytest.mark.parametrize("field", sorted(NULLABLE))
def test_null_means_left_out(field):
    assert athlete_from(profile(**{field: None})) == athlete_from(profile())


@pytest.mark.parametrize("field", sorted(READERS.keys() - NULLABLE))
def test_other_fields_take_no_null(field):
    assert error(profile(**{field: None}))[0] == field


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("training_days", 1, 7),
        ("runs_per_week", 0, 7),
        ("lifts_per_week", 0, 6),
        ("max_session_minutes", 15, 240),
        ("circuits_per_week", 0, 2),
        ("long_run_weekday", 0, 6),
        ("longest_recent_run_minutes", 0, 600),
        ("weekly_run_minutes", 0, 1500),
        ("birth_year", 1900, 2020),
        ("max_heart_rate", 120, 230),
    ],
)
def test_whole_numbers_keep_their_bounds(field, low, high):
    for value in (low, high):
        assert getattr(athlete_from(profile(**{field: value})), field) == value
    for value in (low - 1, high + 1, low + 0.5, str(low), True, [low]):
        assert error(profile(**{field: value})) == (field, f"takes a whole number from {low} to {high}")


def test_a_whole_number_may_be_written_with_a_point():
    assert athlete_from(profile(training_days=3.0)).training_days == 3


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("goal", "endurance, speed, strength, muscle, fat_loss, general"),
        ("run_level", "beginner, intermediate, advanced"),
        ("lift_level", "beginner, intermediate, advanced"),
        ("order_policy", "alternate, priority_first, finish_with_focus, least_liked_first, my_order"),
        ("my_order", "run_first, lift_first"),
        ("likes_less", "run, lift"),
        ("arrangement", "auto, combined, separate, two_a_day"),
        ("split", "auto, full_body, upper_lower"),
    ],
)
def test_choices_name_what_they_take(field, values):
    for value in ("swim", 1, "", ["run"]):
        assert error(profile(**{field: value})) == (field, f"takes one of {values}")
    companions = {"my_order": "run_first", "likes_less": "run"}
    for value in values.split(", "):
        assert getattr(athlete_from(profile(**{**companions, field: value})), field) == value


@pytest.mark.parametrize("field", ["warm_up_run", "medical_caution"])
@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_flags_take_true_or_false(field, value):
    assert error(profile(**{field: value})) == (field, "takes true or false")


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"order_policy": "my_order"}, "my_order", "takes run_first or lift_first, since order_policy is my_order"),
        ({"order_policy": "my_order", "my_order": None}, "my_order", "takes run_first or lift_first"),
        ({"order_policy": "least_liked_first"}, "likes_less", "takes run or lift"),
    ],
)
def test_two_schools_ask_for_an_answer(fields, field, message):
    found = error(profile(**fields))
    assert found[0] == field
    assert found[1].startswith(message)


@pytest.mark.parametrize("document", [None, [], "profile", 3])
def test_a_profile_is_an_object(document):
    assert error(document) == ("profile", "takes an object")


@pytest.mark.parametrize("field", ["goal", "availability"])
def test_goal_and_availability_are_needed(field):
    assert error({k: v for k, v in profile().items() if k != field}) == (field, "is missing")


def test_an_unknown_field_is_named_fit_for_one_line():
    assert error(profile(gaol="x")) == ("gaol", "is not a field of a profile")
    assert error(profile(**{"a\nb\x1b" + "c" * 99: 1}))[0] == "a?b?" + "c" * 56


@pytest.mark.parametrize(
    ("window", "field", "message"),
    [
        ("evening", "", "takes an object"),
        ({"weekday": 3, "start": "10:00"}, "end", "is missing"),
        ({"start": "10:00", "end": "11:00"}, "weekday", "is missing"),
        ({"weekday": 7, "start": "10:00", "end": "11:00"}, "weekday", "takes a whole number from 0 to 6"),
        ({"weekday": 3, "start": "24:00", "end": "11:00"}, "start", A_START),
        ({"weekday": 3, "start": "9:00", "end": "11:00"}, "start", A_START),
        ({"weekday": 3, "start": "10:00", "end": "24:01"}, "end", AN_END),
        ({"weekday": 3, "start": "10:00", "end": "10:00"}, "end", "comes after the start"),
        ({"weekday": 3, "start": "22:00", "end": "06:00"}, "end", "comes after the start"),
        ({"weekday": 3, "start": "10:00", "end": "11:00", "only": "swim"}, "only", "takes one of run, lift"),
        ({"weekday": 3, "start": "10:00", "end": "11:00", "room": 1}, "room", "is not a field of availability[1]"),
        ({"weekday": 2, "start": "18:59", "end": "20:00"}, "", "overlaps another window of the same day"),
    ],
)
def test_a_window_that_cannot_be_is_named(window, field, message):
    where = f"availability[1].{field}" if field else "availability[1]"
    assert error(profile(availability=[EVENING, window])) == (where, message)


def test_windows_may_touch_and_stand_in_time_order():
    later = {"weekday": 2, "start": "19:00", "end": "20:00", "only": "run"}
    earlier = {"weekday": 0, "start": "00:00", "end": "24:00"}
    assert athlete_from(profile(availability=[later, EVENING, earlier])).availability == (
        Window(0, 0, 1440),
        Window(2, 1050, 1140),
        Window(2, 1140, 1200, Modality.RUN),
    )


@pytest.mark.parametrize("value", [[], "evenings", {}, [EVENING] * 22])
def test_availability_is_a_list_of_one_to_twenty_one(value):
    assert error(profile(availability=value)) == ("availability", "takes a list of 1 to 21 entries")


@pytest.mark.parametrize(
    ("value", "field", "message"),
    [
        ([7], "rest_weekdays[0]", "takes a whole number from 0 to 6"),
        ([1, 1], "rest_weekdays", "names each entry once"),
        (3, "rest_weekdays", "takes a list of 0 to 7 entries"),
        ([*range(7), 0], "rest_weekdays", "takes a list of 0 to 7 entries"),
    ],
)
def test_rest_weekdays_are_named_once(value, field, message):
    assert error(profile(rest_weekdays=value)) == (field, message)


def test_equipment_is_known_and_named_once():
    assert error(profile(equipment=["rope"]))[0] == "equipment[0]"
    assert error(profile(equipment=["bands", "bands"])) == ("equipment", "names each entry once")
    assert athlete_from(profile(equipment=[])).equipment == frozenset()


@pytest.mark.parametrize(
    ("race", "field", "message"),
    [
        ("marathon", "race", "takes an object"),
        ({"date": "2027-04-11"}, "race.distance_km", "is missing"),
        ({"distance_km": 5}, "race.date", "is missing"),
        ({"date": "2027-02-29", "distance_km": 5}, "race.date", "takes a date YYYY-MM-DD"),
        ({"date": "20270411", "distance_km": 5}, "race.date", "takes a date YYYY-MM-DD"),
        ({"date": "2027-W15-7", "distance_km": 5}, "race.date", "takes a date YYYY-MM-DD"),
        ({"date": "2027-04-11", "distance_km": 0}, "race.distance_km", KILOMETRES),
        ({"date": "2027-04-11", "distance_km": 250.1}, "race.distance_km", KILOMETRES),
        ({"date": "2027-04-11", "distance_km": float("nan")}, "race.distance_km", KILOMETRES),
        ({"date": "2027-04-11", "distance_km": True}, "race.distance_km", KILOMETRES),
        ({"date": "2027-04-11", "distance_km": 5, "hills": 1}, "race.hills", "is not a field of race"),
    ],
)
def test_a_race_is_a_date_and_a_distance(race, field, message):
    assert error(profile(race=race)) == (field, message)


@pytest.mark.parametrize("seconds", [59, 360_001, 60.5])
def test_a_finished_race_took_a_minute_to_a_hundred_hours(seconds):
    found = error(profile(recent_race={"distance_km": 5, "seconds": seconds}))
    assert found == ("recent_race.seconds", "takes a whole number from 60 to 360000")


@pytest.mark.parametrize(
    ("exceptions", "field", "message"),
    [
        ([DAY], "[0].windows", "is missing"),
        ([{"date": "x", "windows": []}], "[0].date", "takes a date YYYY-MM-DD"),
        ([{**DAY, "windows": []}] * 2, "[1].date", "stands here twice"),
        ([{**DAY, "windows": [{"start": "10:00", "end": "09:00"}]}], "[0].windows[0].end", "comes after the start"),
        (
            [{**DAY, "windows": [{"weekday": 1, **HOUR}]}],
            "[0].windows[0].weekday",
            "is not a field of exceptions[0].windows[0]",
        ),
        ([{**DAY, "windows": [HOUR] * 2}], "[0].windows[0]", "overlaps another window of the same day"),
        ([{**DAY, "windows": [HOUR] * 4}], "[0].windows", "takes a list of 0 to 3 entries"),
        ([{**DAY, "windows": []}] * 201, "", "takes a list of 0 to 200 entries"),
    ],
)
def test_an_exception_is_a_date_and_its_windows(exceptions, field, message):
    assert error(profile(exceptions=exceptions)) == (f"exceptions{field}", message)


def test_exceptions_stand_in_date_order():
    blocked = [{"date": f"2026-12-{day}", "windows": []} for day in (24, 12, 31)]
    assert [e.date.day for e in athlete_from(profile(exceptions=blocked)).exceptions] == [12, 24, 31]


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../etc/passwd", "Europe/Berlin\n", 1, None, "x" * 65, "Europe/"])
def test_a_time_zone_is_one_that_exists(zone):
    assert error(profile(timezone=zone)) == ("timezone", "takes the name of a time zone, such as Europe/Berlin")


def test_the_first_wrong_field_is_told():
    assert error({"availability": 3, "goal": 4})[0] == "availability"
