"""A week planned: every cell of the table, the founding article's weeks, wishes, given sessions, what gives way."""

from collections import Counter
from itertools import pairwise

import pytest

from planner.engine.domain import Context, PastWeek
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week, write_week
from planner.engine.planning import plan_week
from planner.engine.vocabulary import Arrangement, Goal, Intensity, Kind, Level, Modality, Order, Policy, Region, Split
from tests.engine.weeks import around, athlete, evenings, windows

RF, LF = Order.RUN_FIRST, Order.LIFT_FIRST
SPREAD = {2: "03", 3: "024", 4: "0246", 5: "01346", 6: "012345", 7: "0123456"}
CELLS = [(goal, level, days) for goal in Goal for level in Level for days in SPREAD]
ALL_KEY = (Goal.SPEED, Level.ADVANCED, 3)
# Recovery on the seventh day makes these weeks monotonous; that no other week does better is not proven.


def plan(who, **more):
    """The planned week, valid or the test fails here."""
    planned = plan_week(who, **more)
    assert planned.evaluation.valid, planned.evaluation.findings
    assert planned.evaluation == evaluate(who, planned.week, more.get("context"))
    return planned


def orders(planned):
    return [session.order for session in planned.week.combined]


def in_turn(planned):
    found = orders(planned)
    return all(one is not other for one, other in pairwise(found))


def steps(planned):
    return {change.step for change in planned.changes}


def kinds(planned):
    return Counter(session.kind for session in planned.week.sessions)


# every cell


@pytest.mark.parametrize(("goal", "level", "days"), CELLS)
def test_a_cell_is_valid_alternates_and_is_proven(goal, level, days):
    planned = plan(athlete(goal, level, availability=evenings(SPREAD[days], "06:00-21:00")))
    assert in_turn(planned) is ((goal, level, days) != ALL_KEY)
    assert planned.optimal
    assert planned.week.training_days <= 7 - (2 if level is Level.BEGINNER else 1)
    assert {s.day for s in planned.week.sessions} <= {int(day) for day in SPREAD[days]}


@pytest.mark.parametrize(("goal", "level", "days"), CELLS)
def test_a_cell_in_evening_hours_of_a_first_week(goal, level, days):
    who = athlete(goal, level, availability=evenings(SPREAD[days]), longest_recent_run_minutes=None)
    planned = plan(who, context=Context(plan_week=1))
    assert in_turn(planned) is ((goal, level, days) != ALL_KEY)


def test_where_every_run_is_a_key_run_the_week_says_why_no_order_turns():
    planned = plan(athlete(*ALL_KEY[:2], availability=evenings(SPREAD[3])))
    assert orders(planned) == [RF, RF]
    assert [change.text for change in planned.changes if change.step == "order"] == [
        "Run and lift are to take turns at coming first; the 2 runs that share a session with a lift are key runs, "
        "and a key run always goes first, so no order turns."
    ]


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", ["intermediate", "advanced"])
def test_an_odd_session_falls_to_the_goals_own_side(goal, level):
    planned = plan(athlete(goal, level, availability=evenings("1")))
    own = LF if goal in (Goal.STRENGTH, Goal.MUSCLE) else RF
    assert orders(planned) == [own]


# the founding article


def test_the_founding_articles_sample_week_comes_out_when_asked_for():
    free = (
        "0 18:00-20:00 run, 2 18:00-20:00 run, 5 08:00-11:00 run, 1 18:00-20:00 lift, 3 18:00-19:00, 4 18:00-20:00 lift"
    )
    who = athlete("general", "beginner", arrangement=Arrangement.SEPARATE, availability=windows(free))
    yoga = read_week("Thu X*").sessions
    planned = plan(who, fixed=yoga, context=Context(plan_week=1))
    by_day = ["+".join(sorted(str(s.kind) for s in sessions)) for sessions in planned.week.by_day]
    assert by_day == ["run_only", "lift_only", "run_only", "recovery", "lift_only", "run_only", ""]
    assert planned.week.find("s1") == yoga[0]


def test_the_founding_articles_three_and_two_come_out_when_asked_for():
    planned = plan(athlete("fat_loss", availability=evenings("01234")))
    assert orders(planned) == [RF, LF, RF, LF, RF]
    assert kinds(planned) == {Kind.COMBINED: 5}
    assert planned.evaluation.findings == ()
    days = [(s.run.intensity, s.lift.region) for s in planned.week.sessions]
    assert all(one != other for one, other in pairwise(days))


# what the athlete asked for


@pytest.mark.parametrize("days", range(1, 8))
def test_no_more_days_than_asked_for(days):
    planned = plan(athlete("general", "advanced", training_days=days))
    assert len({s.day for s in planned.week.sessions}) <= days


@pytest.mark.parametrize(("runs", "lifts"), [(0, 3), (3, 0), (4, 2), (2, 4), (5, 1), (1, 1)])
def test_the_numbers_of_runs_and_lifts_asked_for(runs, lifts):
    planned = plan(athlete("general", "advanced", runs_per_week=runs, lifts_per_week=lifts))
    found = planned.week.sessions
    assert (sum(s.run is not None for s in found), sum(s.lift is not None for s in found)) == (runs, lifts)
    assert planned.changes == ()


def test_more_runs_than_a_new_runner_may_have_are_cut_and_told():
    planned = plan(athlete("endurance", "beginner", runs_per_week=6))
    assert sum(s.run is not None for s in planned.week.sessions) == 3
    assert "fewer_runs" in steps(planned)


@pytest.mark.parametrize("limit", [35, 45, 60])
@pytest.mark.parametrize("goal", ["endurance", "strength", "general"])
def test_no_session_is_longer_than_asked_for(goal, limit):
    planned = plan(athlete(goal, max_session_minutes=limit))
    assert max(s.minutes for s in planned.week.sessions) <= limit
    assert planned.week.sessions


def test_separate_keeps_runs_and_lifts_apart():
    planned = plan(athlete("general", arrangement=Arrangement.SEPARATE, runs_per_week=3, lifts_per_week=2))
    assert (kinds(planned)[Kind.RUN_ONLY], kinds(planned)[Kind.LIFT_ONLY]) == (3, 2)
    assert Kind.COMBINED not in kinds(planned)


def test_separate_says_so_where_the_days_do_not_hold_it():
    planned = plan(athlete("general", arrangement=Arrangement.SEPARATE, availability=evenings("03")))
    assert kinds(planned) == {Kind.COMBINED: 2}
    assert "arrangement" in steps(planned)


def test_combined_puts_every_lift_beside_a_run():
    planned = plan(athlete("general", "intermediate", arrangement=Arrangement.COMBINED))
    assert Kind.LIFT_ONLY not in kinds(planned)
    assert kinds(planned)[Kind.COMBINED] >= 2


def test_two_a_day_lifts_in_the_evening_of_a_running_day():
    twice = windows(", ".join(f"{day} 06:00-08:00, {day} 17:00-20:00" for day in range(5)))
    planned = plan(athlete("general", "advanced", arrangement=Arrangement.TWO_A_DAY, availability=twice))
    doubles = [sessions for sessions in planned.week.by_day if len(sessions) == 2]
    assert doubles
    assert Kind.COMBINED not in kinds(planned)
    for first, second in doubles:
        assert (first.kind, second.kind) == (Kind.RUN_ONLY, Kind.LIFT_ONLY)
        assert second.start - first.end >= 6 * 60


def test_a_beginner_has_no_two_a_day_and_is_told():
    planned = plan(athlete("general", "beginner", arrangement=Arrangement.TWO_A_DAY))
    assert all(len(sessions) <= 1 for sessions in planned.week.by_day)
    assert "arrangement" in steps(planned)


@pytest.mark.parametrize(
    ("split", "allowed"), [(Split.FULL_BODY, {Region.FULL}), (Split.UPPER_LOWER, {Region.UPPER, Region.LOWER})]
)
def test_the_split_asked_for(split, allowed):
    planned = plan(athlete("general", split=split, availability=evenings("0246")))
    assert {s.lift.region for s in planned.week.sessions if s.lift} <= allowed


@pytest.mark.parametrize("weekday", range(7))
def test_the_long_run_falls_on_its_weekday(weekday):
    planned = plan(athlete("endurance", long_run_weekday=weekday))
    (long_run,) = [s for s in planned.week.sessions if s.run and s.run.intensity is Intensity.LONG]
    assert long_run.day == weekday


def test_a_long_run_that_does_not_fit_its_weekday_goes_elsewhere_and_is_told():
    planned = plan(athlete("endurance", long_run_weekday=6, availability=evenings("0135")))
    assert Intensity.LONG in {s.run.intensity for s in planned.week.sessions if s.run}
    assert "long_run_day" in steps(planned)


@pytest.mark.parametrize("circuits", [1, 2])
def test_circuits_asked_for_are_there(circuits):
    planned = plan(athlete("fat_loss", "intermediate", circuits_per_week=circuits))
    assert kinds(planned)[Kind.CIRCUIT] == circuits


def test_days_kept_for_rest_stay_free():
    planned = plan(athlete("general", "advanced", rest_weekdays=frozenset({0, 2, 5})))
    assert not {0, 2, 5} & {s.day for s in planned.week.sessions}


def test_medical_caution_plans_nothing_hard():
    planned = plan(athlete("strength", "advanced", medical_caution=True, circuits_per_week=2))
    assert all(s.run is None or s.run.intensity is Intensity.EASY for s in planned.week.sessions)
    assert all(s.lift is None or s.lift.effort != "heavy" for s in planned.week.sessions)
    assert Kind.CIRCUIT not in kinds(planned)


def test_beginners_run_nothing_hard_in_the_first_weeks():
    who = athlete("speed", "beginner", availability=evenings("0246"))
    hard = [plan(who, context=Context(plan_week=week)) for week in (1, 6, 7)]
    assert [sum(s.is_hard for s in planned.week.sessions) for planned in hard] == [0, 0, 1]


def test_no_run_is_longer_than_the_longest_of_late_allows():
    planned = plan(athlete("endurance", longest_recent_run_minutes=20))
    runs = [s.run.minutes for s in planned.week.sessions if s.run]
    assert runs
    assert max(runs) <= 25


def test_who_cannot_run_yet_walks_and_is_told():
    planned = plan(athlete("general", "beginner", longest_recent_run_minutes=5))
    assert all(s.run is None for s in planned.week.sessions)
    assert any(s.lift for s in planned.week.sessions)
    assert "no_runs_yet" in steps(planned)


# schools


@pytest.mark.parametrize("order", Order)
def test_my_order_is_every_sessions_order(order):
    planned = plan(athlete("fat_loss", order_policy=Policy.MY_ORDER, my_order=order))
    assert len(orders(planned)) >= 2
    assert set(orders(planned)) == {order}


@pytest.mark.parametrize(("disliked", "order"), [(Modality.RUN, RF), (Modality.LIFT, LF)])
def test_the_disliked_part_goes_first_but_for_key_runs(disliked, order):
    planned = plan(athlete("fat_loss", order_policy=Policy.LEAST_LIKED_FIRST, likes_less=disliked))
    assert {s.order for s in planned.week.combined if not s.is_key} == {order}
    assert {s.order for s in planned.week.combined if s.is_key} <= {RF}


def test_strength_first_never_starts_with_the_run():
    planned = plan(athlete("strength", order_policy=Policy.PRIORITY_FIRST))
    assert set(orders(planned)) == {LF}


def test_finishing_with_strength_keeps_its_runs_short():
    planned = plan(athlete("muscle", "advanced", order_policy=Policy.FINISH_WITH_FOCUS))
    assert set(orders(planned)) == {RF}
    assert all(s.run.minutes <= 20 for s in planned.week.combined)


# hours


def test_a_week_without_hours_is_empty():
    planned = plan(athlete("general", rest_weekdays=frozenset(range(7))))
    assert planned.week.sessions == ()
    assert planned.evaluation.score >= 0


@pytest.mark.parametrize(("only", "missing", "times"), [("run", "lift", 3), ("lift", "run", 2)])
def test_windows_for_one_of_them_still_make_a_week_of_it(only, missing, times):
    free = windows(", ".join(f"{day} 06:00-21:00 {only}" for day in (0, 2, 4)))
    planned = plan(athlete("general", availability=free))
    assert kinds(planned) == {Kind(f"{only}_only"): times}
    assert any(missing in change.text for change in planned.changes)


def test_a_window_for_runs_alone_adds_to_the_week():
    without = plan(athlete("fat_loss", availability=evenings("025", "06:00-21:00")))
    more = plan(athlete("fat_loss", availability=(*evenings("025", "06:00-21:00"), *windows("4 18:00-20:00 run"))))
    assert kinds(without) == {Kind.COMBINED: 3}
    assert sum(s.run is not None for s in more.week.sessions) >= 3
    assert sum(s.lift is not None for s in more.week.sessions) >= 2


def test_short_windows_cut_sessions_to_their_length():
    planned = plan(athlete("general", availability=evenings("024", "18:00-18:40")))
    assert planned.week.sessions
    assert all(s.end <= 18 * 60 + 40 for s in planned.week.sessions)


def test_sessions_start_with_their_window_and_not_in_the_night():
    early = plan(athlete("general", availability=evenings("024", "05:30-21:00")))
    assert {s.start for s in early.week.sessions} == {7 * 60}
    evening = plan(athlete("general", availability=evenings("024", "17:30-20:00")))
    assert {s.start for s in evening.week.sessions} == {17 * 60 + 30}


# what stands already


@pytest.mark.parametrize(
    "given",
    ["Mon H+F(RF)* | Thu F*", "Mon H+F(RF)* | Wed U*", "Tue F*", "Tue am E*, pm U*", "Sun L*", "Thu X*"],
)
@pytest.mark.parametrize("goal", ["endurance", "strength", "fat_loss"])
def test_given_sessions_stay_and_the_rest_is_planned_around_them(given, goal):
    given = read_week(given).sessions
    planned = plan(athlete(goal, availability=evenings("0123456", "06:00-21:00")), fixed=given)
    assert [planned.week.find(s.id) for s in given] == list(given)
    assert planned.week.training_days >= 4
    assert len({s.id for s in planned.week.sessions}) == len(planned.week.sessions)


def test_what_given_sessions_break_among_themselves_keeps_nothing_else_away():
    given = read_week("Mon L* | Wed L*").sessions
    planned = plan_week(athlete("endurance"), fixed=given)
    assert {f.rule for f in planned.evaluation.findings if f.severity == "hard"} == {"hard-run-cap"}
    assert planned.week.training_days >= 5


def test_given_sessions_count_towards_the_week():
    given = read_week("Mon H* | Wed F* | Fri L*").sessions
    planned = plan(athlete("endurance", availability=evenings("0123456", "06:00-21:00")), fixed=given)
    intensities = Counter(s.run.intensity for s in planned.week.sessions if s.run)
    assert intensities[Intensity.LONG] == 1
    assert intensities[Intensity.HARD] <= 2


def test_closed_days_take_nothing_new():
    planned = plan(athlete("general"), closed_days=frozenset({0, 1, 2}))
    assert {s.day for s in planned.week.sessions} <= {3, 4, 5, 6}
    assert planned.week.sessions


def test_a_full_week_gets_nothing_more():
    given = read_week("E | U | E | Lo | E | U | -").sessions
    planned = plan_week(athlete("general", training_days=6), fixed=given)
    assert planned.week.sessions == given


def test_the_weeks_around_are_kept_clear_of():
    before, after = "Sun H", "Mon H"
    planned = plan(athlete("speed"), context=around(before=before, after=after))
    assert not any(s.is_key for s in (*planned.week.by_day[0], *planned.week.by_day[6]))


def test_the_turn_passes_from_the_week_before():
    who = athlete("fat_loss", availability=evenings("024"))
    for last in (RF, LF):
        before = f"Fri F+E({'RF' if last is RF else 'LF'})"
        planned = plan(who, context=around(before=before))
        first = planned.week.combined[0]
        assert first.order is not last
        assert in_turn(planned)


# what gives way


@pytest.mark.parametrize(
    ("goal", "level", "days", "steps_taken"),
    [
        ("strength", "intermediate", "01", {"split"}),
        ("endurance", "beginner", "01", {"separate"}),
        ("general", "advanced", "02", set()),
    ],
)
def test_days_side_by_side_make_a_valid_week_and_say_what_gave_way(goal, level, days, steps_taken):
    planned = plan(athlete(goal, level, availability=evenings(days)))
    assert planned.week.training_days == len(days)
    assert steps(planned) == steps_taken
    assert all(change.text.endswith(".") for change in planned.changes)


def test_the_same_question_has_the_same_answer():
    who = athlete("general", "advanced", availability=evenings("0135"))
    assert plan(who) == plan(who)
    assert write_week(plan(who).week) == write_week(plan(who).week)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", ["intermediate", "advanced"])
@pytest.mark.parametrize(("days", "more"), [("02", "026"), ("013", "0135"), ("0124", "01246")])
def test_another_free_day_for_the_same_sessions_costs_nothing(goal, level, days, more):
    fewer, wider = (
        plan(
            athlete(
                goal,
                level,
                order_policy=Policy.PRIORITY_FIRST,
                training_days=len(days),
                availability=evenings(free, "06:00-21:00"),
            )
        )
        for free in (days, more)
    )
    assert wider.evaluation.score <= fewer.evaluation.score


@pytest.mark.parametrize("given", [106, 110, 114, 116, 120])
def test_what_stands_near_a_limit_is_no_leave_to_go_past_it(given):
    past = (PastWeek(100, 60, 40),) * 2
    who = athlete(circuits_per_week=2, weekly_run_minutes=100, availability=evenings("0123456", "17:00-20:00"))
    stands = read_week(f"Mon E{given // 2}* | Thu E{given // 2}*")
    found = plan_week(who, context=Context(past=past, plan_week=3), fixed=stands.sessions)
    assert found.evaluation.valid
