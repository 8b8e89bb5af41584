"""Times and durations as people write them."""

import pytest
from django.core.exceptions import ValidationError

from planner import telling
from planner.forms.exceptions import ExceptionsField, as_text
from planner.forms.fields import ClockField, RaceTimeField
from planner.forms.goals import GoalsForm
from planner.telling import Telling
from tests.planner import pseudo


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


AMERICAN = Telling(twelve_hours=True, month_first=True)


@pytest.mark.parametrize("by", [telling.USUAL, AMERICAN])
@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("6:00 pm", 1080),
        ("6:00\N{NO-BREAK SPACE}pm", 1080),
        ("6pm", 1080),
        ("6.30 P.M.", 1110),
        ("06:30 am", 390),
        ("12:00 am", 0),
        ("12:15 pm", 735),
        ("18:00", 1080),
    ],
)
def test_a_time_may_be_written_by_12_hours_by_everybody(by, text, minutes):
    with telling.told(lambda: by):
        assert ClockField().clean(text) == minutes


@pytest.mark.parametrize("text", ["13:00 pm", "0:30 am", "6:60 pm", "pm", "6 p", "\u0666 pm"])
def test_there_are_twelve_hours_before_noon_and_after(text):
    with pytest.raises(ValidationError):
        ClockField().clean(text)


@pytest.mark.parametrize("minute", range(0, 1440, 5))
def test_every_time_that_is_told_can_be_written(minute):
    for by in (telling.USUAL, AMERICAN):
        with telling.told(lambda by=by: by):
            assert ClockField().clean(telling.hour(minute)) == minute


def test_a_half_of_the_day_in_the_readers_language(monkeypatch):
    pseudo.speak(monkeypatch)
    with telling.told(lambda: AMERICAN):
        assert ClockField().clean(telling.hour(1080)) == 1080


class TestExamples:
    """What a refusal gives as an example is on the reader's clock, and would be taken."""

    def refused(self, field, text):
        with pytest.raises(ValidationError) as problem:
            field.clean(text)
        return problem.value.messages[0]

    @pytest.mark.parametrize(("by", "example"), [(telling.USUAL, "18:00"), (AMERICAN, "6:00\N{NO-BREAK SPACE}pm")])
    def test_of_a_time(self, by, example):
        with telling.told(lambda: by):
            assert self.refused(ClockField(), "noon") == f"Write a time like {example}."
            assert ClockField().clean(example) == 1080

    @pytest.mark.parametrize(
        ("by", "example"),
        [(telling.USUAL, "10:00-12:00"), (AMERICAN, "10:00\N{NO-BREAK SPACE}am-12:00\N{NO-BREAK SPACE}pm")],
    )
    def test_of_hours(self, by, example):
        with telling.told(lambda: by):
            line = "2026-12-24 noon"
            assert self.refused(ExceptionsField(), line) == f"“{line}”: write hours like {example}."
            (found,) = ExceptionsField().clean(f"2026-12-24 {example}")
            assert found["windows"] == [{"start": "10:00", "end": "12:00"}]
            assert example in GoalsForm()["exceptions"].help_text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("10:00 am-12:00 pm", "10:00", "12:00"),
        ("6:00–8:30 pm", "18:00", "20:30"),
        ("10-2 pm", "10:00", "14:00"),
        ("11:00 to 1pm", "11:00", "13:00"),
        ("6:00 pm-12:00 am", "18:00", "24:00"),
        ("18:00-8:30 pm", "18:00", "20:30"),
        ("9:00-11:00 am", "09:00", "11:00"),
    ],
)
def test_hours_by_12_hours(text, start, end):
    (found,) = ExceptionsField().clean(f"2026-12-24 {text}")
    assert found["windows"] == [{"start": start, "end": end}]


@pytest.mark.parametrize("text", ["8 pm-6 pm", "8:00 pm-", "-8 pm", "24:00-12:00 am", "10-12"])
def test_hours_that_end_before_they_begin_or_are_none(text):
    with pytest.raises(ValidationError):
        ExceptionsField().clean(f"2026-12-24 {text}")


def test_exceptions_come_back_on_the_readers_clock():
    text = "2026-12-26 10:00-12:00, 18:00-24:00"
    found = ExceptionsField().clean(text)
    with telling.told(lambda: AMERICAN):
        assert as_text(found).replace("\N{NO-BREAK SPACE}", " ") == "2026-12-26 10:00 am-12:00 pm, 6:00 pm-12:00 am"
        assert ExceptionsField().clean(as_text(found)) == found
