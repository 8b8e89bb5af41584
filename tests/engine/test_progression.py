"""Progression: which phase a week is in, when a lighter one is due, how much running it holds, all from facts."""

from datetime import date, timedelta

import pytest

from planner.engine import progression, tapers
from planner.engine.domain import Context, PastWeek, Race, RecentRace
from planner.engine.notation import read_week
from planner.engine.progression import run_limit, run_target, stage_of
from planner.engine.results import Stage
from planner.engine.vocabulary import Phase
from tests.engine.weeks import athlete

MONDAY = date(2026, 11, 30)
USUAL = PastWeek(run_minutes=200, longest_run=80, lift_sets=20)


def before_race(weeks, kilometres=10, goal="endurance", level="intermediate", plan_week=1, past=(), **fields):
    """An athlete with a race on the Sunday so many weeks after this week's, and the week's surroundings."""
    race = Race(MONDAY + timedelta(days=6 + 7 * weeks), kilometres)
    who = athlete(goal, level, race=race, **fields)
    return who, Context(start=MONDAY, plan_week=plan_week, past=past)


def phases(weeks, kilometres, level="intermediate"):
    """The phases of a plan that starts so many weeks before the race week, by their initials."""
    found = (before_race(left, kilometres, level=level, plan_week=weeks - left + 1) for left in range(weeks, -1, -1))
    return "".join(stage_of(*one).phase.value[0] for one in found)


# Lighter weeks


@pytest.mark.parametrize(("level", "loading"), [("beginner", 4), ("intermediate", 3), ("advanced", 3)])
def test_a_lighter_week_comes_after_so_many_loading_ones(level, loading):
    who = athlete(level=level)
    for number in range(loading):
        stage = stage_of(who, Context(past=(USUAL,) * number))
        assert (stage.phase, stage.loading) == (Phase.STEADY, number + 1)
    stage = stage_of(who, Context(past=(USUAL,) * loading))
    assert (stage.phase, stage.loading, stage.is_light) == (Phase.DELOAD, 0, True)


# Phases


@pytest.mark.parametrize(
    ("weeks", "kilometres", "expected"),
    [
        (7, 5, "bbbbbbsr"),
        (14, 21.1, "bbbbbbbbbbbsstr"),
        (17, 42.2, "bbbbbbbbbbbbsssttr"),
        (0, 10, "r"),
        (1, 10, "tr"),
        (1, 5, "sr"),
    ],
)
def test_phases_are_counted_back_from_the_race(weeks, kilometres, expected):
    assert phases(weeks, kilometres) == expected


def test_base_and_build_have_their_shares():
    found = [stage_of(*before_race(left, 21.1, plan_week=14 - left)).phase for left in range(13, -1, -1)]
    counted = {
        phase: found.count(phase) for phase in (Phase.BASE, Phase.BUILD, Phase.SPECIFIC, Phase.TAPER, Phase.RACE)
    }
    assert counted == {Phase.BASE: 5, Phase.BUILD: 5, Phase.SPECIFIC: 2, Phase.TAPER: 1, Phase.RACE: 1}


@pytest.mark.parametrize(("weeks", "expected"), [(4, "bbstr"), (0, "r"), (-1, ""), (23, "b" * 20 + "sstr"), (24, "")])
def test_the_phases_to_a_race_are_known_from_any_week_of_the_longest_build(weeks, expected):
    who, context = before_race(weeks, 10)
    assert "".join(phase.value[0] for phase in progression.phases_to_race(who, MONDAY, context.plan_week)) == expected
    assert progression.phases_to_race(athlete("general", race=who.race), MONDAY, 1) == ()


def test_a_race_far_away_lengthens_the_base():
    assert stage_of(*before_race(40, 10)).phase is Phase.BASE
    assert stage_of(*before_race(12, 10, plan_week=29)).phase is Phase.BASE


@pytest.mark.parametrize(("kilometres", "weeks"), [(5, 1), (10, 2), (21.1, 2), (42.2, 3)])
def test_after_the_race_come_as_many_light_weeks_as_before_it(kilometres, weeks):
    for after in range(1, weeks + 1):
        assert stage_of(*before_race(-after, kilometres)).phase is Phase.DELOAD
    assert stage_of(*before_race(-weeks - 1, kilometres)).phase is Phase.STEADY


def test_other_goals_take_a_light_week_for_their_race():
    assert [stage_of(*before_race(left, 10, "general")).phase.value for left in (2, 1, 0, -1, -2)] == [
        "steady",
        "steady",
        "deload",
        "deload",
        "steady",
    ]


@pytest.mark.parametrize(("left", "hard"), [(1, 2), (0, 0), (-2, 2)])
def test_the_race_is_the_hard_run_of_its_week_where_no_taper_leads_to_it(left, hard):
    assert progression.hard_run_limit(*before_race(left, 10, "general")) == hard


def test_without_a_date_no_race_shapes_a_week():
    who, _ = before_race(0)
    assert stage_of(who, Context()).phase is Phase.STEADY


# How much


def test_a_first_week_of_which_nothing_is_known_has_its_usual_minutes():
    assert run_limit(athlete(), Context()) is None
    assert run_target(athlete(), Context(), 150) == 150


@pytest.mark.parametrize(
    ("goal", "weekly", "usual", "expected"),
    [
        ("general", 60, 150, 70),  # ten minutes more than before
        ("general", 120, 150, 132),  # a tenth more
        ("general", 0, 150, 10),
        ("endurance", 300, 240, 315),  # more than usual already: kept and grown
        ("endurance", 900, 240, 384),  # up to 1.6 x the usual
        ("strength", 300, 90, 90),  # lifting goals run no more than usual
    ],
)
def test_a_first_week_starts_from_what_is_run_already(goal, weekly, usual, expected):
    assert run_target(athlete(goal, weekly_run_minutes=weekly), Context(), usual) == expected


@pytest.mark.parametrize(
    ("goal", "last", "expected"),
    [
        ("endurance", 200, 210),  # a twentieth
        ("endurance", 60, 70),  # below the usual it catches up, gently
        ("endurance", 299, 300),  # half as much again as usual is the ceiling
        ("general", 249, 250),
        ("muscle", 200, 200),
    ],
)
def test_a_loading_week_grows_up_to_a_ceiling(goal, last, expected):
    assert run_target(athlete(goal), Context(past=(PastWeek(run_minutes=last),)), 200) == expected


def test_a_lighter_week_has_seven_tenths_of_the_last_loading_one():
    context = Context(past=(USUAL, USUAL, USUAL))
    assert run_limit(athlete(), context) == run_target(athlete(), context, 500) == 140


def test_a_lighter_week_keeps_a_run_where_the_weeks_before_had_one():
    assert run_limit(athlete(), Context(past=(PastWeek(20, 20, 20),) * 3)) == 15  # not 14, which no run is
    assert run_limit(athlete(), Context(past=(PastWeek(15, 15, 20),) * 3)) == 15
    assert run_limit(athlete(), Context(past=(PastWeek(0, 0, 20),) * 3)) == 0


@pytest.mark.parametrize(("weeks", "expected"), [(0, 220), (1, 180), (2, 160), (3, 140), (9, 140)])
def test_after_weeks_without_a_run_it_begins_with_less(weeks, expected):
    context = Context(past=(PastWeek(), USUAL, *[PastWeek()] * weeks))
    assert run_limit(athlete("endurance"), context) == expected
    assert run_target(athlete("endurance"), context, 300) == expected


def test_weeks_off_at_the_beginning_leave_less_of_what_is_told_or_usual():
    context = Context(past=(PastWeek(),) * 3)
    assert run_target(athlete("endurance", weekly_run_minutes=100), context, 200) == 70
    assert run_target(athlete("endurance"), context, 200) == 140
    assert run_target(athlete("endurance", weekly_run_minutes=0), context, 200) == 10


def test_the_week_after_the_first_one_back_grows_gently_again():
    back = Context(past=(USUAL, *[PastWeek()] * 3, PastWeek(140, 56, 20)))
    assert run_target(athlete("endurance"), back, 300) == 154


def test_steps_too_small_for_full_fives_add_up_from_week_to_week():
    near = {"weeks": 12, "kilometres": 5, "goal": "endurance", "level": "intermediate"}  # asks for 1 to 2 % a week
    steps = []
    for weeks in (1, 2, 3):
        who, context = before_race(past=(PastWeek(230, 60, 20),) * weeks, plan_week=1, **near)
        steps.append(run_target(who, Context(start=context.start, plan_week=1, past=context.past), 200))
    assert steps == [235, 240, 161]  # the third is followed by a lighter one


def test_weeks_that_turn_out_light_load_nothing():
    past, full = (USUAL,), read_week("Mon E80 | Wed F50 | Fri E80 | Sun F50")
    assert progression.stage_held(athlete(), Context(past=past), full) == Stage(Phase.STEADY, 2)
    for text in ("Mon -", "Mon E80 | Wed F40"):
        assert progression.stage_held(athlete(), Context(past=past), read_week(text)) == Stage(Phase.STEADY, 0)


def test_a_taper_has_its_share_of_the_highest_of_the_four_weeks_before():
    peak = (PastWeek(run_minutes=400), *[PastWeek(run_minutes=minutes) for minutes in (240, 300, 280, 250, 290)])
    # The race is on a Sunday, so the taper of 21 days begins on the last Sunday: that week is none before it.
    first, second = PastWeek(run_minutes=240, phase=Phase.TAPER), PastWeek(run_minutes=165, phase=Phase.TAPER)
    assert run_limit(*before_race(2, 42.2, past=peak)) == 240
    assert run_limit(*before_race(1, 42.2, past=(*peak, first))) == 165  # its last days count to the last seven
    assert run_limit(*before_race(0, 42.2, past=(*peak, first, second))) == 120


def test_a_plan_that_begins_in_its_taper_is_held_against_the_word_for_the_weeks_before_else_its_first():
    first = PastWeek(100, 30, 9, Phase.TAPER)
    assert run_limit(*before_race(0, 10, past=(first,))) == 55
    assert run_limit(*before_race(0, 10, past=(first,), weekly_run_minutes=80)) == 44
    assert run_limit(*before_race(0, 10)) is None


def test_the_race_week_has_what_the_last_days_of_the_week_before_leave():
    who, context = before_race(0, 10, past=(USUAL, USUAL))
    sunday = Context(read_week("Sat E30 | Sun E45"), None, 9, MONDAY, context.past)
    assert run_limit(who, context) == 110
    assert run_limit(who, sunday) == 65


def test_after_a_race_the_taper_runs_backwards():
    history = (*[PastWeek(run_minutes=200)] * 3, *[PastWeek(run_minutes=120, phase=Phase.TAPER)] * 2)
    assert run_limit(*before_race(-1, 21.1, past=history)) == 90
    assert run_limit(*before_race(-2, 21.1, past=(*history, PastWeek(90, 30, 9, Phase.DELOAD)))) == 132


def test_after_a_race_that_the_plan_began_in_the_taper_of_the_word_for_the_weeks_before_counts():
    tapered = (PastWeek(140, 40, 9, Phase.TAPER), PastWeek(60, 15, 9, Phase.RACE))
    said = {"weekly_run_minutes": 240, "longest_recent_run_minutes": 100}
    who, context = before_race(-1, 21.1, past=tapered, **said)
    assert run_limit(who, context) == 108  # 0.45 of 240
    assert progression.long_run_target(who, context, 80, 108, 280) == 45  # of 100
    assert run_limit(*before_race(-1, 21.1, past=tapered)) == 63  # nothing is known but the plan's first week


def test_a_race_makes_the_weeks_grow_towards_its_peak():
    history = (PastWeek(run_minutes=200),)
    assert run_target(*before_race(12, 21.1, past=history), 150) > run_target(
        athlete("endurance"), Context(past=history), 150
    )
    near = before_race(5, 42.2, past=(PastWeek(run_minutes=400),), recent_race=RecentRace(10, 2700))
    assert run_target(*near, 300) <= 440  # never past the gentle limit


# The long run, the hard runs


def test_the_long_run_grows_with_the_week():
    context = Context(past=(PastWeek(run_minutes=200, longest_run=80),))
    assert progression.long_run_target(athlete("endurance"), context, 80, 210, 200) == 84


def test_a_lighter_weeks_long_run_is_three_quarters():
    assert progression.long_run_target(athlete("endurance"), Context(past=(USUAL,) * 3), 80, 140, 200) == 60


def test_after_a_race_come_no_hard_runs_and_shorter_long_ones():
    who, context = before_race(-1, 21.1, past=(USUAL,) * 3)
    assert progression.hard_run_limit(who, context) == 0
    assert progression.long_run_target(who, context, 80, 90, 200) == 36  # 0.45 of 80


def test_a_long_run_in_a_taper_is_a_share_of_the_longest_of_late():
    past = (USUAL, USUAL)
    assert progression.long_run_target(*before_race(1, 21.1, past=past), 100, 140, 140) == 48  # 0.6 of 80
    told = before_race(1, 21.1, longest_recent_run_minutes=80)
    assert progression.long_run_target(*told, 100, 140, 140) == 48
    assert progression.long_run_target(*told, 60, 140, 200) == 42  # no longer than the week has room for


def test_before_a_race_the_long_run_takes_the_next_step_up_to_its_longest():
    history = (PastWeek(run_minutes=200, longest_run=80),)
    assert progression.long_run_target(*before_race(10, 42.2, past=history), 80, 210, 200) == 88
    assert progression.long_run_target(*before_race(10, 5, past=history), 50, 210, 200) == 61  # 9.5 km at 6:30


@pytest.mark.parametrize(
    ("weeks", "past", "expected"),
    [
        (14, (), 0),  # base
        (14, (USUAL,) * 3, 0),  # a lighter week of the base
        (8, (), 2),  # build
        (8, (USUAL,) * 3, 1),  # deload
        (1, (), 1),  # taper
        (0, (), 1),  # race week, early
    ],
    ids=["base", "lighter base", "build", "deload", "taper", "race"],
)
def test_every_phase_has_room_for_so_many_hard_runs(weeks, past, expected):
    who, context = before_race(weeks, 21.1, plan_week=15 - weeks, past=past)
    assert progression.hard_run_limit(who, context) == expected


def test_a_race_early_in_its_week_leaves_no_day_for_a_hard_run():
    who = athlete("speed", race=Race(MONDAY + timedelta(days=3), 10))
    assert progression.hard_run_limit(who, Context(start=MONDAY)) == 0


def test_the_weeks_before_a_taper_are_none_of_those_in_it():
    build = progression.race_build(before_race(1, 42.2)[0])
    past = (PastWeek(200), PastWeek(150))
    assert build.taper_days > 14
    assert tapers.weeks_before_taper(build, 3, past) == ()
    assert tapers.weeks_before_taper(build, build.taper_days - 7, past) == past[:1]
    assert tapers.weeks_before_taper(build, build.taper_days, past) == past
