"""A session that fell through: the nearest other day that is safe for it."""

from dataclasses import replace

from planner.engine import nearest_safe
from planner.engine.domain import Athlete, Run, Session, Week, Window
from planner.engine.vocabulary import Goal, Intensity, Kind, Level

EVENINGS = tuple(Window(day, 1080, 1260) for day in range(7))
ATHLETE = Athlete(Goal.GENERAL, EVENINGS, run_level=Level.INTERMEDIATE, lift_level=Level.INTERMEDIATE)
TUESDAY = Session("a", 1, 1080, Kind.RUN_ONLY, run=Run(Intensity.EASY, 30))


def hard(name, day):
    return Session(name, day, 1080, Kind.RUN_ONLY, run=Run(Intensity.HARD, 45), warm_up=10)


def test_the_later_of_two_days_that_are_as_near():
    found = nearest_safe(ATHLETE, Week.of([TUESDAY]), "a")
    assert (found.day, found.start, found.run) == (2, 1080, TUESDAY.run)


def test_a_day_that_is_over_takes_nothing():
    assert nearest_safe(ATHLETE, Week.of([TUESDAY]), "a", closed_days=frozenset({0, 1, 2})).day == 3


def test_a_day_that_breaks_a_rule_is_passed_over():
    week = Week.of([hard("a", 1), hard("b", 4)])
    assert nearest_safe(ATHLETE, week, "a", closed_days=frozenset({0, 1})).day not in {3, 4, 5}


def test_hours_that_are_not_free_are_no_place():
    only = replace(ATHLETE, availability=(Window(1, 1080, 1260), Window(5, 600, 720)))
    found = nearest_safe(only, Week.of([TUESDAY]), "a")
    assert (found.day, found.start) == (5, 600)


def test_where_no_day_is_safe_there_is_none():
    only = replace(ATHLETE, availability=(Window(1, 1080, 1260),))
    assert nearest_safe(only, Week.of([TUESDAY]), "a") is None
