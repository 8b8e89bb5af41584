"""A planned week as a table that a person can read."""

from dataclasses import replace
from datetime import date, timedelta

from planner.engine.domain import Race
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week
from planner.engine.results import Change, PlannedWeek, Stage
from planner.engine.table import plan_text
from planner.engine.vocabulary import Phase
from tests.engine.weeks import athlete

PERFECT = "Mon F | Tue E40 | Thu F | Sat E40"
MONDAY = date(2026, 11, 30)


def planned(text, *, optimal=True, changes=()):
    week = read_week(text)
    return PlannedWeek(week, evaluate(athlete(), week), optimal, changes)


def test_a_week_is_a_line_a_session_and_a_line_a_finding():
    text = plan_text(MONDAY, [planned("Mon U+H(RF) | Wed am F+E, 15:00 X(walk) | Fri C | Sun H")])
    lines = text.splitlines()
    assert lines[0].startswith("Week of 30 November 2026, steady, loading week 1: score ")
    assert lines[1:9] == [
        "  Mon 30 Nov  18:00-18:55  hard run 25 min -> upper-body lift 30 min",
        "  Tue 01 Dec  rest",
        "  Wed 02 Dec  07:00-07:55  full-body lift 30 min -> easy run 25 min",
        "  Wed 02 Dec  15:00-15:30  brisk walk 30 min",
        "  Thu 03 Dec  rest",
        "  Fri 04 Dec  18:00-18:30  run-lift circuit 30 min",
        "  Sat 05 Dec  rest",
        "  Sun 06 Dec  18:00-18:30  hard run 30 min",
    ]
    assert lines[9].startswith("  ! ")  # the broken rules come first
    assert any(line.startswith("  ! Hard and long runs never sit on neighbouring days") for line in lines)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_soft_finding_has_a_mark_of_its_own():
    lines = plan_text(MONDAY, [planned("Mon F | Tue E | Thu F | Fri L")]).splitlines()
    assert lines[0] == "Week of 30 November 2026, steady, loading week 1: score 10, proven best"
    assert lines[-1].startswith("  ~ Keep the day before a hard or long run free of leg work (")


def test_a_week_not_proven_says_so():
    assert "score 0, best found, not proven" in plan_text(MONDAY, [planned(PERFECT, optimal=False)])


def test_weeks_follow_each_other_and_changes_are_told_once_at_the_end():
    change = Change("recovery", "One lift became recovery.")
    weeks = [
        planned(PERFECT, changes=(change,)),
        planned(PERFECT, changes=(change,)),
    ]
    text = plan_text(MONDAY, weeks)
    assert [line for line in text.splitlines() if line.startswith("Week")] == [
        "Week of 30 November 2026, steady, loading week 1: score 0, proven best",
        "Week of 07 December 2026, steady, loading week 1: score 0, proven best",
    ]
    assert text.endswith("\n\nWhat had to give way:\n  - One lift became recovery.\n")
    assert text.count("became recovery") == 1


def test_the_race_stands_on_its_day_and_lighter_weeks_say_what_they_are():
    light = replace(planned(PERFECT), stage=Stage(Phase.RACE, 0))
    lines = plan_text(MONDAY, [light], Race(MONDAY + timedelta(days=6), 21.1)).splitlines()
    assert lines[0] == "Week of 30 November 2026, race: score 0, proven best"
    assert "  Sun 06 Dec  race, 21.1 km" in lines
    assert "  Sun 06 Dec  rest" not in lines
