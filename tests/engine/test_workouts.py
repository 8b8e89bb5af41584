"""Workouts step by step: minutes that always add up, and what each kind of session tells."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.engine import limits
from planner.engine.domain import Athlete, Lift, RecentRace, Recovery, Run, Session
from planner.engine.templates import with_warm_up
from planner.engine.vocabulary import Activity, Effort, Equipment, Goal, Intensity, Kind, Level, Order, Region
from planner.engine.workouts import blocks
from planner.engine.workouts.case import duration, shared
from planner.engine.workouts.circuits import rounds_in
from planner.engine.workouts.exercises import EXERCISES, Pattern, choices
from planner.engine.workouts.hard_runs import BOUTS, Style, main_set

RACE = RecentRace(5, 1500)
RUNS = st.builds(Run, st.sampled_from(Intensity), st.integers(*limits.RUN_MINUTES))
LIFTS = st.builds(Lift, st.sampled_from(Region), st.sampled_from(Effort), st.integers(*limits.LIFT_MINUTES))
ENDS = {"warm_up": st.integers(0, 15), "cool_down": st.integers(0, 15)}
ATHLETES = st.builds(
    Athlete,
    goal=st.sampled_from(Goal),
    availability=st.just(()),
    run_level=st.sampled_from(Level),
    lift_level=st.sampled_from(Level),
    warm_up_run=st.booleans(),
    longest_recent_run_minutes=st.none() | st.integers(0, 120),
    recent_race=st.none() | st.builds(RecentRace, st.floats(0.1, 250), st.integers(60, 360_000)),
    equipment=st.none() | st.frozensets(st.sampled_from(Equipment)),
    birth_year=st.none() | st.integers(1900, 2020),
    max_heart_rate=st.none() | st.integers(120, 230),
    medical_caution=st.booleans(),
)


def session(kind, **parts):
    return Session("s", 0, 1080, kind, **parts)


def sessions():
    circuits = st.builds(
        lambda minutes, **ends: session(
            Kind.CIRCUIT,
            run=Run(Intensity.MODERATE, minutes // 2),
            lift=Lift(Region.FULL, Effort.MODERATE, minutes - minutes // 2),
            **ends,
        ),
        st.integers(*limits.CIRCUIT_MINUTES),
        **ENDS,
    )
    rests = st.builds(Recovery, st.sampled_from(Activity), st.integers(*limits.RECOVERY_MINUTES))
    orders = st.sampled_from(Order)
    return st.one_of(
        st.builds(lambda **parts: session(Kind.RUN_ONLY, **parts), run=RUNS, **ENDS),
        st.builds(lambda **parts: session(Kind.LIFT_ONLY, **parts), lift=LIFTS, **ENDS),
        st.builds(lambda **parts: session(Kind.COMBINED, **parts), order=orders, run=RUNS, lift=LIFTS, **ENDS),
        circuits,
        st.builds(lambda **parts: session(Kind.RECOVERY, **parts), recovery=rests, **ENDS),
    )


def run(intensity, minutes):
    return with_warm_up(session(Kind.RUN_ONLY, run=Run(intensity, minutes)))


def lift(region, minutes, effort=Effort.MODERATE):
    return with_warm_up(session(Kind.LIFT_ONLY, lift=Lift(region, effort, minutes)))


def both(order, intensity=Intensity.EASY, region=Region.FULL, run_minutes=35, lift_minutes=30):
    parts = {"run": Run(intensity, run_minutes), "lift": Lift(region, Effort.MODERATE, lift_minutes)}
    return with_warm_up(session(Kind.COMBINED, order=order, **parts))


def athlete(goal=Goal.GENERAL, level=Level.INTERMEDIATE, **known):
    return Athlete(goal, (), run_level=level, lift_level=level, **known)


def text(who, what, **when):
    return "\n".join(block.text for block in blocks(who, what, **when))


def parts(found):
    return [block.part for block in found]


@given(ATHLETES, sessions(), st.none() | st.integers(2000, 2100), st.none() | st.integers(1, 30))
def test_minutes_add_up_between_warm_up_and_cool_down(who, what, year, plan_week):
    found = blocks(who, what, year=year, plan_week=plan_week)
    assert sum(block.minutes for block in found) == what.minutes
    assert all(block.minutes > 0 and block.text == block.text.strip() != "" for block in found)
    warm_up = min(what.warm_up, what.minutes)
    ends = {"warm_up": warm_up, "cool_down": min(what.cool_down, what.minutes - warm_up)}
    for part, minutes in ends.items():
        assert [block.minutes for block in found if block.part == part] == ([minutes] if minutes else [])
    assert found[0].part == "warm_up" or not ends["warm_up"]
    assert found[-1].part == "cool_down" or not ends["cool_down"]


@given(ATHLETES, sessions(), st.integers(2000, 2100), st.integers(1, 30))
def test_the_same_input_gives_the_same_steps(who, what, year, plan_week):
    once, twice = (blocks(who, what, year=year, plan_week=plan_week) for _ in range(2))
    assert once == twice


@given(ATHLETES, sessions(), st.integers(1, 30))
def test_no_template_is_left_unfilled_and_nothing_is_told_twice(who, what, plan_week):
    told = text(who, what, year=2026, plan_week=plan_week)
    assert not re.search(r"[{}]|None|\b0 ×|\(\)| {2}|nan|-\d", told)
    assert told.count("in two sessions running") <= 1


@given(ATHLETES, st.integers(20, 150), st.sampled_from(Order), st.integers(1, 12))
def test_bouts_add_up_to_no_more_than_counts_as_hard(who, minutes, order, plan_week):
    for what in (run(Intensity.HARD, minutes), both(order, Intensity.HARD, run_minutes=minutes)):
        told = text(who, what, plan_week=plan_week)
        found = re.search(r"Main set: (?:(\d+) × )?(?:(\d+) min )?(?:(\d+) s )?", told)
        times, minutes_each, seconds = (int(number or 0) for number in found.groups())
        bout = 60 * minutes_each + seconds
        assert 0 < max(times, 1) * bout <= limits.hard_minutes(what.run) * 60


@given(st.sampled_from(Intensity), st.integers(15, 150))
def test_a_steady_run_is_steady_for_the_minutes_that_count(intensity, minutes):
    what = run(Intensity.MODERATE, minutes)
    steady = [block.minutes for block in blocks(athlete(), what) if block.text.startswith("Steady")]
    assert sum(steady) == limits.hard_minutes(what.run)


@pytest.mark.parametrize(
    ("level", "minutes", "low", "high"),
    [(Level.BEGINNER, 30, 8, 13), (Level.INTERMEDIATE, 45, 15, 25), (Level.ADVANCED, 60, 20, 35)],
)
@pytest.mark.parametrize("style", [Style.INTERVALS, Style.TEMPO])
def test_the_work_part_of_the_usual_hard_run(style, level, minutes, low, high):
    work = limits.hard_minutes(Run(Intensity.HARD, minutes)) * 60
    found = main_set(style, level, work, (minutes - 15) * 60)
    assert low * 60 <= found.times * found.work <= high * 60
    assert found.seconds <= (minutes - 15) * 60


@given(st.sampled_from(Style), st.sampled_from(Level), st.integers(0, 9000), st.integers(0, 9000))
def test_sets_keep_to_their_room(style, level, work, room):
    found = main_set(style, level, work, room)
    assert found.times >= 1
    assert found.times * found.work <= work
    assert found.seconds <= room


def test_hard_runs_change_from_week_to_week():
    what = run(Intensity.HARD, 45)
    told = [text(athlete(Goal.ENDURANCE), what, plan_week=week) for week in range(1, 6)]
    assert ["tempo" in one for one in told] == [True, False, True, False, True]
    assert "uphill" in told[3]
    assert told[0] == told[4]


def test_two_hard_runs_of_a_week_differ():
    alone, shared_one = run(Intensity.HARD, 45), both(Order.RUN_FIRST, Intensity.HARD)
    assert "tempo" in text(athlete(Goal.ENDURANCE), alone)
    assert "tempo" not in text(athlete(Goal.ENDURANCE), shared_one)


def test_bouts_are_written_for_every_style_and_level():
    assert {(style, level) for style in BOUTS for level in BOUTS[style]} == {(s, v) for s in Style for v in Level}


def test_an_easy_run_names_what_is_known():
    told = text(athlete(birth_year=1986, recent_race=RACE), run(Intensity.EASY, 40), year=2026)
    assert "effort 2–4 of 10, heart rate about 108–137, 6:20–6:55 /km" in told


def test_a_measured_maximum_needs_no_about():
    told = text(athlete(max_heart_rate=190), run(Intensity.EASY, 40))
    assert "heart rate 114–144" in told
    assert "/km" not in told


def test_without_a_year_there_is_no_age():
    assert "heart rate" not in text(athlete(birth_year=1986), run(Intensity.EASY, 40))


def test_medicine_may_slow_the_heart_so_effort_is_told_alone():
    told = text(athlete(birth_year=1986, max_heart_rate=180, medical_caution=True), run(Intensity.LONG, 60), year=2026)
    assert "heart rate" not in told


def test_no_pace_from_a_race_that_tells_nothing():
    ultra = athlete(recent_race=RecentRace(100, 36_000))
    assert "/km" not in text(ultra, run(Intensity.EASY, 40))


def test_the_long_run_tells_its_distance_and_water():
    told = text(athlete(recent_race=RACE), run(Intensity.LONG, 100))
    assert "about 13–14 km" in told
    assert "water" in told
    assert "water" not in text(athlete(), run(Intensity.LONG, 60))


def test_strides_end_easy_runs_for_speed():
    assert "4 × 20 s" in text(athlete(Goal.SPEED), run(Intensity.EASY, 40))
    assert "4 × 20 s" not in text(athlete(Goal.SPEED, Level.BEGINNER), run(Intensity.EASY, 40))
    assert "4 × 20 s" not in text(athlete(), run(Intensity.EASY, 40))


def test_a_tempo_run_names_its_threshold():
    told = text(athlete(Goal.ENDURANCE, birth_year=1986, recent_race=RACE), run(Intensity.HARD, 45), year=2026)
    assert "Main set: 2 × 10 min at tempo" in told
    assert "heart rate about 158–166, 5:10–5:20 /km" in told


def test_one_bout_is_not_counted_and_long_pauses_are_told_in_minutes():
    assert "Main set: 10 min at tempo, " in text(athlete(Goal.ENDURANCE), run(Intensity.HARD, 25))
    assert [duration(seconds) for seconds in (45, 90, 120, 150, 210)] == [
        "45 s",
        "90 s",
        "2 min",
        "2 min 30 s",
        "3 min 30 s",
    ]


def test_after_lifting_the_run_goes_by_effort():
    for intensity in (Intensity.EASY, Intensity.MODERATE, Intensity.HARD, Intensity.LONG):
        told = text(athlete(recent_race=RACE), both(Order.LIFT_FIRST, intensity))
        assert "/km" not in told
        assert "Go by effort" in told
    assert "/km" in text(athlete(recent_race=RACE), both(Order.RUN_FIRST))


# The first week is the usual one of novice plans: 8 x (60 s run, 90 s walk).
@pytest.mark.parametrize(
    ("week", "start"),
    [(1, "8 × 1 min run, 90 s walk"), (3, "5 × 2 min run"), (8, "15 min run, then 5 min walk."), (9, "Easy run")],
)
def test_beginners_walk_less_from_week_to_week(week, start):
    told = blocks(athlete(level=Level.BEGINNER), run(Intensity.EASY, 30), plan_week=week)[1].text
    assert told.startswith(start)


@pytest.mark.parametrize(
    ("longest", "start"), [(0, "8 × 1 min"), (10, "5 × 2 min"), (20, "3 × 5 min"), (30, "Easy run")]
)
def test_who_has_run_before_starts_further_on(longest, start):
    who = athlete(level=Level.BEGINNER, longest_recent_run_minutes=longest)
    assert blocks(who, run(Intensity.EASY, 30))[1].text.startswith(start)


def test_others_than_beginners_do_not_walk():
    assert " walk" not in blocks(athlete(longest_recent_run_minutes=0), run(Intensity.EASY, 30))[1].text


def test_parts_follow_the_order():
    assert parts(blocks(athlete(), both(Order.RUN_FIRST)))[:4] == ["warm_up", "run", "change", "lift"]
    assert parts(blocks(athlete(), both(Order.LIFT_FIRST)))[-3:] == ["change", "run", "cool_down"]


@pytest.mark.parametrize("what", [lift(Region.UPPER, 45), both(Order.LIFT_FIRST)])
def test_a_warm_up_run_is_no_run_first(what):
    warm = blocks(athlete(), what)[0]
    assert warm.text.startswith("Easy run")
    assert "does not count as your run" in warm.text
    assert blocks(athlete(warm_up_run=False), what)[0].text.startswith("Mobility")
    assert blocks(athlete(runs_per_week=0), what)[0].text.startswith("Mobility")


def test_a_flip_keeps_warm_up_and_cool_down():
    one, other = (blocks(athlete(), both(order)) for order in Order)
    assert (one[0].minutes, one[-1].minutes) == (other[0].minutes, other[-1].minutes) == (5, 5)


@pytest.mark.parametrize(
    ("region", "needed"),
    [
        (Region.FULL, ("Squat", "Push", "Pull")),
        (Region.UPPER, ("Push", "Pull")),
        (Region.LOWER, ("Squat", "Hinge")),
    ],
)
@given(goal=st.sampled_from(Goal), level=st.sampled_from(Level), minutes=st.integers(25, 90), week=st.integers(1, 9))
def test_each_lift_holds_what_its_region_cannot_do_without(region, needed, goal, level, minutes, week):
    told = text(athlete(goal, level), lift(region, minutes), plan_week=week).lower()
    assert all(re.search(rf"\b{pattern.lower()}(:| \()", told) for pattern in needed)


@pytest.mark.parametrize(
    ("goal", "level", "effort", "sets", "reps", "reserve", "rest"),
    [
        (Goal.ENDURANCE, Level.INTERMEDIATE, Effort.MODERATE, (2, 4), "4–8", "RIR 2–3", "2–3 min"),
        (Goal.STRENGTH, Level.ADVANCED, Effort.HEAVY, (3, 5), "3–6", "RIR 1", "3–5 min"),
        (Goal.STRENGTH, Level.BEGINNER, Effort.MODERATE, (3, 5), "8–12", "RIR 2–3", "3–5 min"),
        (Goal.MUSCLE, Level.INTERMEDIATE, Effort.MODERATE, (3, 4), "6–15", "RIR 2–3", "1.5–3 min"),
        (Goal.FAT_LOSS, Level.INTERMEDIATE, Effort.MODERATE, (2, 3), "8–12", "RIR 2–3", "60–90 s after each pair"),
        (Goal.GENERAL, Level.INTERMEDIATE, Effort.MODERATE, (2, 3), "8–12", "RIR 2–3", "1–2 min"),
        (Goal.MUSCLE, Level.ADVANCED, Effort.LIGHT, (1, 2), "6–15", "RIR 4 or more", "1.5–3 min"),
    ],
)
def test_the_dose_of_a_goal(goal, level, effort, sets, reps, reserve, rest):
    told = text(athlete(goal, level), lift(Region.FULL, 60, effort), plan_week=5)
    found = [(int(number), dose) for number, dose in re.findall(r"[a-z)],? (\d+) × ([\d–]+)[.,]", told)]
    assert {sets[0] <= number <= sets[1] for number, _ in found} == {True}
    assert found[0][1] == reps
    assert reserve in told
    assert f"rest {rest}" in told


def test_a_beginner_learns_the_movements_first():
    who, what = athlete(Goal.STRENGTH, Level.BEGINNER), lift(Region.FULL, 40)
    first, later = (text(who, what, plan_week=week) for week in (2, 3))
    assert "2 × 8–12" in first
    assert "(RIR 4)" in first
    assert "Keep the loads" in first
    assert "in two sessions running, add 2.5–5 %" in later


def test_more_minutes_hold_more_exercises():
    few, many = (len(blocks(athlete(), lift(Region.FULL, minutes))) for minutes in (30, 60))
    assert few < many


def test_a_lift_cut_short_is_a_few_rounds():
    short = lift(Region.FULL, 20)
    assert "3 rounds of goblet squat" in text(athlete(), short)
    assert "One round of goblet squat" in text(athlete(), replace(short, warm_up=10))


def test_rounds_are_no_more_sets_than_a_beginner_may_do_at_first():
    who, short = athlete(Goal.STRENGTH, Level.BEGINNER), lift(Region.FULL, 20)
    told = [text(who, short, plan_week=week) for week in (1, 2, 3)]
    assert [re.search(r"(\d) rounds of", one)[1] for one in told] == ["2", "2", "3"]


def test_short_lifts_take_turns_instead_of_resting():
    assert "in turn with" in text(athlete(Goal.STRENGTH), lift(Region.FULL, 30), plan_week=5)


@given(st.frozensets(st.sampled_from(Equipment)), st.sampled_from(Level), st.sampled_from(Goal))
def test_exercises_need_nothing_the_athlete_lacks(equipment, level, goal):
    tools = {name: tool for exercises in EXERCISES.values() for tool, name in exercises}
    for pattern in Pattern:
        names = choices(athlete(goal, level, equipment=equipment), pattern)
        assert len(set(names)) == 2
        assert {tools[name] for name in names} <= equipment | {Equipment.BODYWEIGHT}


def test_without_loads_the_movement_gets_harder():
    told = text(athlete(equipment=frozenset()), lift(Region.UPPER, 40), plan_week=5)
    assert "harder variation" in told
    assert "%" not in told


def test_balance_belongs_to_every_lift_from_65_on():
    what = lift(Region.FULL, 60)
    assert "Balance" in text(athlete(birth_year=1960), what, year=2026)
    assert "Balance" not in text(athlete(birth_year=1962), what, year=2026)
    assert "one leg" not in text(athlete(), session(Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30)))


def test_jumps_are_for_fresh_trained_legs():
    who = athlete(Goal.ENDURANCE)
    assert "jumps" in text(who, both(Order.LIFT_FIRST))
    assert "jumps" not in text(who, both(Order.RUN_FIRST))
    assert "jumps" not in text(who, both(Order.LIFT_FIRST, region=Region.UPPER))
    assert "jumps" not in text(athlete(Goal.ENDURANCE, Level.BEGINNER), both(Order.LIFT_FIRST), plan_week=5)


def circuit(minutes):
    half = minutes // 2
    parts = {"run": Run(Intensity.MODERATE, half), "lift": Lift(Region.FULL, Effort.MODERATE, minutes - half)}
    return with_warm_up(session(Kind.CIRCUIT, **parts))


@given(st.sampled_from(Level), st.integers(10, 35))
def test_rounds_keep_to_the_limits(level, minutes):
    found = rounds_in(level, minutes)
    beginner = level is Level.BEGINNER
    assert found is not None or minutes < 14
    if found:
        assert found.minutes <= minutes
        assert (2 if beginner else 3) <= found.number <= (3 if beginner else 5)
        assert (1 if beginner else 2) <= found.run <= (2 if beginner else 4)
        assert 2 <= found.stations <= 4


def test_a_circuit_in_rounds():
    who = athlete(birth_year=1986, equipment=frozenset({Equipment.BARBELL}))
    told = text(who, circuit(40), year=2026)
    assert re.search(r"5 rounds: run 2 min \(effort 6–7 of 10, heart rate about 144–153\)", told)
    assert "RIR 3+" in told
    barbell = {name for exercises in EXERCISES.values() for tool, name in exercises if tool is Equipment.BARBELL}
    assert not any(name in told for name in barbell)


def test_a_circuit_cut_below_its_rounds_still_alternates():
    assert "In turn" in text(athlete(), circuit(20))


@pytest.mark.parametrize("activity", Activity)
def test_recovery_stays_easy(activity):
    found = blocks(athlete(), session(Kind.RECOVERY, recovery=Recovery(activity, 30)))
    assert parts(found) == ["warm_up", "recovery", "cool_down"]
    assert re.search(r"effort [12]–[23] of 10", found[1].text)


@given(st.integers(0, 200), st.lists(st.integers(1, 4), min_size=1, max_size=9))
def test_minutes_are_shared_out_whole(minutes, weights):
    found = shared(minutes, weights)
    assert sum(found) == minutes
    assert max(found) - min(found) <= minutes
    assert all(
        abs(part - minutes * weight / sum(weights)) < len(weights) for part, weight in zip(found, weights, strict=True)
    )
