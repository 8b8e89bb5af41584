"""The composition table: what each cell adds up to, and how long sessions are by default."""

import pytest

from planner.engine.composition import CELLS, cell_for, lift_minutes, run_minutes
from planner.engine.vocabulary import Goal, Intensity, Kind, Level

# Weekly run + lift minutes at default lengths, 2 to 7 days, as the training science prints them beside the cells.
MINUTES = {
    "endurance beginner": "75+20 100+40 105+60 105+60 110+80 110+80",
    "endurance intermediate": "115+30 150+60 195+60 240+60 280+60 280+60",
    "endurance advanced": "145+35 190+70 250+70 310+70 360+70 360+70",
    "speed beginner": "55+20 80+40 85+60 95+60 100+80 100+80",
    "speed intermediate": "80+30 140+60 185+60 230+60 270+60 270+60",
    "speed advanced": "105+35 170+70 230+70 290+70 340+70 340+70",
    "strength beginner": "30+70 30+110 45+115 60+120 60+120 60+120",
    "strength intermediate": "40+90 40+140 40+190 85+190 85+190 85+190",
    "strength advanced": "50+110 50+170 50+230 110+230 110+290 110+290",
    "muscle beginner": "30+70 30+110 45+115 60+120 60+120 60+120",
    "muscle intermediate": "40+90 40+140 40+190 80+190 85+240 85+240",
    "muscle advanced": "50+110 50+170 50+230 50+290 110+290 110+290",
    "fat_loss beginner": "40+50 60+75 60+75 70+90 70+90 70+90",
    "fat_loss intermediate": "50+60 75+90 100+120 125+150 125+150 125+150",
    "fat_loss advanced": "60+70 90+105 120+140 150+175 180+210 180+210",
    "general beginner": "40+50 50+65 80+65 80+65 105+80 105+80",
    "general intermediate": "50+60 95+60 95+110 155+110 155+110 155+110",
    "general advanced": "60+70 90+105 135+130 195+130 195+190 195+190",
}
ROWS = [(*row.split(), text.split()) for row, text in MINUTES.items()]
REST = {Level.BEGINNER: 2, Level.INTERMEDIATE: 1, Level.ADVANCED: 1}


def week_minutes(goal, level, cell):
    """Run and lift minutes of a cell; the long run and then the hard ones stand alone as far as single runs go."""
    hard_alone = min(cell.hard, cell.run_only - cell.long)
    easy_alone = cell.run_only - cell.long - hard_alone
    run = cell.combined * run_minutes(goal, level, Kind.COMBINED, Intensity.EASY)
    for times, intensity in (
        (cell.long, Intensity.LONG),
        (hard_alone, Intensity.HARD),
        (easy_alone, Intensity.EASY),
    ):
        run += times * run_minutes(goal, level, Kind.RUN_ONLY, intensity)
    lift = cell.combined * lift_minutes(goal, level, Kind.COMBINED)
    return run, lift + cell.lift_only * lift_minutes(goal, level, Kind.LIFT_ONLY)


@pytest.mark.parametrize(("goal", "level", "printed"), ROWS)
def test_a_row_adds_up_to_the_minutes_printed_beside_it(goal, level, printed):
    goal, level = Goal(goal), Level(level)
    found = [week_minutes(goal, level, CELLS[goal, level, days]) for days in range(2, 8)]
    assert [f"{run}+{lift}" for run, lift in found] == printed


@pytest.mark.parametrize(("goal", "level", "days"), CELLS)
def test_a_cell_keeps_what_its_level_allows(goal, level, days):
    cell = CELLS[goal, level, days]
    training = cell.run_only + cell.lift_only + cell.combined
    assert training <= 7 - REST[level]
    assert training + cell.recovery <= days
    assert cell.hard + cell.long <= min(cell.runs, 3)
    assert cell.runs >= 1
    assert cell.lifts >= 1


def test_the_table_is_complete():
    assert len(CELLS) == len(Goal) * len(Level) * 6


@pytest.mark.parametrize("goal", Goal)
def test_one_day_holds_one_combined_session(goal):
    cell = cell_for(goal, Level.ADVANCED, 1)
    assert (cell.run_only, cell.lift_only, cell.combined, cell.hard, cell.long) == (0, 0, 1, 0, False)


@pytest.mark.parametrize(
    ("intensity", "kind", "minutes"),
    [("easy", "run_only", (30, 40, 50)), ("hard", "run_only", (30, 45, 60)), ("hard", "combined", (25, 35, 45))],
)
def test_runs_grow_with_the_level(intensity, kind, minutes):
    found = tuple(run_minutes(Goal.SPEED, level, Kind(kind), Intensity(intensity)) for level in Level)
    assert found == minutes


@pytest.mark.parametrize(
    ("goal", "minutes"),
    [
        ("endurance", (50, 80, 100)),
        ("speed", (40, 70, 80)),
        ("strength", (45, 60, 75)),
        ("general", (45, 60, 75)),
    ],
)
def test_the_long_run_goes_by_the_goal(goal, minutes):
    assert tuple(run_minutes(Goal(goal), level, Kind.RUN_ONLY, Intensity.LONG) for level in Level) == minutes


@pytest.mark.parametrize(
    ("goal", "parts"),
    [
        ("endurance", ((25, 20), (35, 30), (45, 35))),
        ("speed", ((25, 20), (35, 30), (45, 35))),
        ("strength", ((15, 35), (20, 45), (25, 55))),
        ("muscle", ((15, 35), (20, 45), (25, 55))),
        ("fat_loss", ((20, 25), (25, 30), (30, 35))),
        ("general", ((20, 25), (25, 30), (30, 35))),
    ],
)
def test_a_combined_session_leans_to_the_goal(goal, parts):
    found = tuple(
        (run_minutes(Goal(goal), lv, Kind.COMBINED, Intensity.EASY), lift_minutes(Goal(goal), lv, Kind.COMBINED))
        for lv in Level
    )
    assert found == parts
