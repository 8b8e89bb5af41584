"""Which hours would do."""

from dataclasses import replace

import pytest

from planner.engine.free_hours import LENGTHS, free_hours, hours_on
from planner.engine.profile import athlete_from
from tests.engine.weeks import athlete, evenings, windows


def minutes(who, day):
    return sum(window.minutes for window in who.windows_on(day))


def asked(who, works):
    """What is found, and how often it was asked for."""
    calls = []

    def counting(changed):
        calls.append(changed)
        return works(changed)

    return free_hours(who, counting), len(calls)


def test_a_day_without_hours_gets_the_usual_ones():
    who = athlete(availability=windows("0 18:00-19:00, 1 06:30-07:30, 3 06:30-08:00"))
    hours = hours_on(who, 4, 45)
    assert (hours.window.start, hours.window.end, hours.added) == (390, 435, 45)
    assert hours.availability == (*who.availability, hours.window)
    assert hours.relaxation.text == "45 free minutes on Friday, 06:30 to 07:15"


@pytest.mark.parametrize(
    ("free", "day", "longer", "text"),
    [
        ("1 18:00-18:30", 1, (1080, 1125), "15 more minutes on Tuesday, 18:00 to 18:45"),
        ("1 06:00-07:30, 1 18:00-18:30", 1, (1080, 1125), "15 more minutes on Tuesday, 18:00 to 18:45"),
        ("1 23:40-24:00", 1, (1395, 1440), "25 more minutes on Tuesday, 23:15 to 24:00"),
        ("1 18:00-18:30 lift", 1, (1080, 1125), "15 more minutes on Tuesday, 18:00 to 18:45"),
    ],
)
def test_a_day_with_hours_gets_longer_ones(free, day, longer, text):
    hours = hours_on(athlete(availability=windows(free)), day, 45)
    assert (hours.window.start, hours.window.end) == longer
    assert hours.relaxation.text == text
    assert len(hours.availability) == len(windows(free))


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"availability": windows("1 18:00-18:45")}, 1),  # free long enough
        ({"availability": windows("1 23:00-23:40, 1 23:50-24:00")}, 1),  # the window before is in the way
        ({"availability": evenings("0"), "rest_weekdays": frozenset({3})}, 3),  # kept for rest
        ({"availability": windows(", ".join(f"{d} {h:02}:00-{h:02}:20" for d in range(3) for h in range(7)))}, 5),  # 21
    ],
)
def test_a_day_that_takes_none(fields, day):
    assert hours_on(athlete(**fields), day, 45) is None


def test_without_any_hours_evenings_are_proposed():
    assert hours_on(athlete(availability=()), 2, 30).relaxation.text == "30 free minutes on Wednesday, 18:00 to 18:30"


def test_the_least_length_is_found_and_every_day_on_which_it_does():
    who = athlete(availability=evenings("12"))
    found, _ = asked(who, lambda changed: minutes(changed, 4) >= 60 or minutes(changed, 6) >= 45)
    assert [(hours.window.day, hours.window.minutes) for hours in found] == [(4, 60), (6, 60)]


def test_a_day_that_needs_longer_is_left_out():
    who = athlete(availability=evenings("12"))
    found, _ = asked(who, lambda changed: minutes(changed, 4) >= 45 or minutes(changed, 6) >= 60)
    assert [(hours.window.day, hours.window.minutes) for hours in found] == [(4, 45)]


def test_no_more_days_are_looked_for_than_wanted():
    calls = []
    found = free_hours(athlete(availability=()), lambda changed: calls.append(changed) or True, most=1)
    assert [(hours.window.day, hours.window.minutes) for hours in found] == [(0, 30)]
    assert len(calls) <= 5


@pytest.mark.parametrize("length", LENGTHS)
def test_every_length_is_found(length):
    found, calls = asked(athlete(availability=()), lambda changed: minutes(changed, 0) >= length)
    assert [hours.window.minutes for hours in found] == [length]
    assert calls <= 16


def test_where_nothing_would_do_each_day_is_asked_once():
    assert asked(athlete(availability=evenings("12", "17:00-18:00")), lambda changed: False) == ([], 7)


def test_the_value_is_what_a_profile_takes():
    who = athlete(availability=windows("1 18:00-18:30 run, 4 06:00-24:00"))
    for day in range(7):
        if hours := hours_on(who, day, 60):
            document = {"goal": "general", "availability": hours.relaxation.value}
            assert athlete_from(document).availability == hours.availability
            assert replace(who, availability=hours.availability).windows_on(day)
