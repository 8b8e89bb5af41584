"""Times and durations as people write them."""

import pytest
from django.core.exceptions import ValidationError

from planner.forms.exceptions import ExceptionsField, as_text
from planner.forms.fields import ClockField, RaceTimeField


@pytest.mark.parametrize(
    ("text", "minutes"), [("18:00", 1080), ("06:30", 390), ("6:30", 390), ("0:00", 0), ("18:00:00", 1080), ("", None)]
)
def test_a_time_is_minutes_of_the_day(text, minutes):
    assert ClockField(required=False).clean(text) == minutes


@pytest.mark.parametrize(
    "text", ["24:00", "18:60", "18", "x", "-1:00", "18:00:30", "1" * 5000, "\u0661\u0668:\u0660\u0660"]
)
def test_anything_else_is_no_time(text):
    with pytest.raises(ValidationError):
        ClockField().clean(text)


@pytest.mark.parametrize(("text", "minutes"), [("24:00", 1440), ("00:00", 1440), ("23:59", 1439)])
def test_an_end_at_midnight_is_the_end_of_the_day(text, minutes):
    assert ClockField(is_end=True).clean(text) == minutes


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("25:00", 1500),
        ("25:05", 1505),
        ("1:45:30", 6330),
        ("45", 2700),
        ("1:00", 60),
        ("100:00:00", 360_000),
        ("", None),
    ],
)
def test_a_race_time_is_seconds(text, seconds):
    assert RaceTimeField(required=False).clean(text) == seconds


@pytest.mark.parametrize("text", ["0:59", "100:00:01", "25:60", "fast", "1:2:3", "1:75:00:00", "9" * 5000])
def test_other_race_times_are_told(text):
    with pytest.raises(ValidationError):
        RaceTimeField().clean(text)


def test_exceptions_come_back_as_they_were_written():
    text = "2026-12-24\n2026-12-26 10:00-12:00, 18:00-24:00"
    assert as_text(ExceptionsField().clean(text)) == text


def test_exceptions_are_sorted_and_blank_lines_ignored():
    found = ExceptionsField().clean("\n2026-12-26 9:00 – 10:00\n\n 2026-12-24 \n")
    assert [one["date"] for one in found] == ["2026-12-24", "2026-12-26"]
    assert found[1]["windows"] == [{"start": "09:00", "end": "10:00"}]
