"""The words of the screens."""

from datetime import date

import pytest

from planner import words
from planner.engine.domain import Lift, Run, Session
from planner.engine.vocabulary import (
    Arrangement,
    Effort,
    Equipment,
    Goal,
    Intensity,
    Kind,
    Level,
    Modality,
    Order,
    Policy,
    Region,
    Severity,
    Split,
)


@pytest.mark.parametrize(
    ("hard", "soft", "text"),
    [
        (0, 0, "Clean week"),
        (0, 1, "1 thing to know"),
        (0, 2, "2 things to know"),
        (1, 0, "1 rule broken"),
        (2, 5, "2 rules broken"),
    ],
)
def test_a_weeks_verdict(hard, soft, text):
    assert words.verdict(hard, soft) == text


@pytest.mark.parametrize(("minutes", "text"), [(0, "0 min"), (59, "59 min"), (60, "1 h 00"), (320, "5 h 20")])
def test_hours(minutes, text):
    assert words.hours(minutes) == text


def test_days():
    assert words.day(date(2026, 12, 1)) == "Tuesday 1 December"
    assert words.span(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov – 6 Dec"


def test_a_heading():
    both = Session(
        "a",
        0,
        0,
        Kind.COMBINED,
        order=Order.LIFT_FIRST,
        run=Run(Intensity.EASY, 25),
        lift=Lift(Region.UPPER, Effort.MODERATE, 30),
    )
    assert words.title(both) == "Upper-body lift then easy run"


@pytest.mark.parametrize(("effort", "text"), [("light", "Full body, light"), ("moderate", "Full body")])
def test_a_lift(effort, text):
    assert words.lift_detail(Lift(Region.FULL, Effort(effort), 30)) == text


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (words.RUN_DETAIL, Intensity),
        (words.LIFT_DETAIL, Region),
        (words.EFFORT_DETAIL, Effort),
        (words.KIND, Kind),
        (words.ORDER, Order),
        (words.GOAL, Goal),
        (words.LEVEL, Level),
        (words.POLICY, Policy),
        (words.ARRANGEMENT, Arrangement),
        (words.SPLIT, Split),
        (words.EQUIPMENT, Equipment),
        (words.MODALITY, Modality),
        (words.SEVERITY, Severity),
    ],
)
def test_every_term_has_its_word_and_the_default_comes_first(said, terms):
    assert list(said) == list(terms)


def test_what_can_be_added_is_told_apart_by_its_value():
    values = [value for _, group in words.addable() for value, _ in group]
    assert len(values) == len(set(values)) == 15
