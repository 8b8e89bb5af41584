"""What weeks in a row hold: they grow where windows are short, and their lighter weeks are lighter and keep a run."""

from datetime import date

import pytest

from planner.engine.block import plan_block
from planner.engine.loading import week_facts
from planner.engine.vocabulary import Phase
from tests.engine.weeks import athlete, evenings, windows

MONDAY = date(2026, 11, 30)
SHORT_AND_LONG = "1 06:30-10:30, 2 06:00-07:15, 3 16:00-16:20, 4 13:00-15:30, 5 18:00-18:15, 6 05:30-05:45"


def held(planned):
    """Minutes of running, sets, minutes of all."""
    week = week_facts(planned.week)
    return week.run_minutes, week.lift_sets, sum(s.minutes for s in planned.week.sessions if s.is_training)


def test_short_windows_neither_shrink_the_weeks_nor_put_off_a_lighter_one():
    hours = {"availability": windows(SHORT_AND_LONG), "lifts_per_week": 0, "longest_recent_run_minutes": None}
    weeks = plan_block(athlete("endurance", "advanced", **hours), MONDAY, 8)
    facts = [week_facts(planned.week) for planned in weeks]
    assert [week.run_minutes for week in facts] == [225, 230, 242, 140, 250, 250, 260, 160]
    assert [planned.stage.loading for planned in weeks] == [1, 2, 3, 0, 1, 2, 3, 0]
    assert all(week.longest_run <= 0.33 * week.run_minutes for week in facts)
    assert {change.step for planned in weeks for change in planned.changes} == {"easier"}


@pytest.mark.parametrize(
    ("goal", "hours", "wishes", "last", "lighter"),
    [
        ("strength", evenings("03", "18:00-18:35"), {}, (30, 6, 70), (15, 2, 55)),
        ("strength", evenings("03", "18:00-18:20"), {"runs_per_week": 0}, (0, 18, 40), (0, 6, 20)),
        ("strength", evenings("034"), {"runs_per_week": 2, "lifts_per_week": 2}, (30, 24, 100), (20, 9, 60)),
    ],
    ids=["shortest sessions", "shortest lifts", "an evening each"],
)
def test_a_lighter_week_is_lighter_and_keeps_a_run(goal, hours, wishes, last, lighter):
    weeks = plan_block(athlete(goal, "beginner", availability=hours, **wishes), MONDAY, 5)
    assert weeks[4].stage.phase is Phase.DELOAD
    assert (held(weeks[3]), held(weeks[4])) == (last, lighter)


def test_a_circuit_of_a_lighter_week_is_shorter():
    wishes = {"circuits_per_week": 1, "runs_per_week": 1, "lifts_per_week": 1}
    weeks = plan_block(athlete(availability=evenings("024"), **wishes), MONDAY, 4)
    assert [held(planned)[::2] for planned in weeks] == [(20, 40)] * 3 + [(10, 20)]


def test_one_short_run_a_week_loads_nothing_and_needs_no_lighter_week():
    who = athlete("general", "beginner", availability=evenings("3", "18:00-18:15"), lifts_per_week=0)
    weeks = plan_block(who, MONDAY, 6)
    assert [held(planned) for planned in weeks] == [(15, 0, 15)] * 6
    assert {(planned.stage.phase, planned.stage.loading) for planned in weeks} == {(Phase.STEADY, 0)}
    assert all("deload" not in {finding.rule for finding in planned.evaluation.findings} for planned in weeks)


def test_a_long_run_that_a_lighter_week_puts_elsewhere_comes_back_to_its_day():
    weeks = plan_block(athlete("general", availability=evenings("01356")), MONDAY, 6)
    days = [next(s.day for s in planned.week.sessions if s.run and s.run.intensity == "long") for planned in weeks]
    assert days == [6, 6, 6, 1, 6, 6]


def test_a_lighter_week_tells_that_it_holds_fewer_runs_because_it_is_lighter():
    who = athlete("strength", "beginner", availability=evenings("034"), runs_per_week=2, lifts_per_week=2)
    told = [change.text for change in plan_block(who, MONDAY, 5)[4].changes]
    assert told == ["You asked for 2 runs a week; a lighter week holds 1."]


@pytest.mark.parametrize(
    ("weekly", "least"),
    [(0, ", and no run is shorter than 15 min"), (4, ", and no run is shorter than 15 min"), (10, "")],
)
def test_who_begins_with_little_running_is_told_that_fewer_runs_come_first(weekly, least):
    who = athlete("endurance", "beginner", availability=evenings("024"), weekly_run_minutes=weekly)
    (week,) = plan_block(who, MONDAY, 1)
    lead = "3 runs a week would suit your goal; 1 is planned, so that running grows gently from"
    assert week.changes == ()
    assert [note.text for note in week.notes] == [f"{lead} {weekly} min a week{least}."]
    asked = athlete("endurance", "beginner", availability=evenings("024"), weekly_run_minutes=weekly, runs_per_week=3)
    (week,) = plan_block(asked, MONDAY, 1)
    assert [change.text for change in week.told] == [
        "You asked for 3 runs a week; 1 is planned, so that running grows gently."
    ]
