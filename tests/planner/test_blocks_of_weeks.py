"""Weeks of a plan as a block: phases are kept, the past is read as facts, a race shapes what comes before it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from planner.engine.domain import PastWeek
from planner.engine.vocabulary import Phase, Status
from planner.models import Session, Week
from planner.records import read
from planner.services import planning, weeks
from tests.factories import MONDAY, MONDAY_MORNING, act_on_week, make_plan, sessions_of

pytestmark = pytest.mark.django_db
ONE_WEEK = timedelta(weeks=1)
RUNNER = {"goal": "endurance", "longest_recent_run_minutes": 80}


def stages(plan):
    return list(Week.objects.filter(plan=plan).values_list("phase", "loading"))


def minutes(plan, monday):
    return sum(session.run_minutes or 0 for session in sessions_of(plan, monday))


def test_the_fourth_week_is_a_lighter_one_and_is_kept_as_such(plan):
    assert stages(plan) == [("steady", 1), ("steady", 2), ("steady", 3), ("deload", 0)]
    assert minutes(plan, MONDAY + 3 * ONE_WEEK) <= 0.7 * minutes(plan, MONDAY + 2 * ONE_WEEK)


def test_sets_are_kept_with_the_lift_and_halve_in_a_lighter_week(plan):
    usual, light = (
        sum(session.lift_sets for session in sessions_of(plan, MONDAY + number * ONE_WEEK)) for number in (2, 3)
    )
    assert 0 < light <= 0.6 * usual


def test_weeks_that_are_added_later_go_on_from_the_facts(user, plan, set_clock):
    set_clock(MONDAY_MORNING + 2 * ONE_WEEK)
    weeks.ensure_weeks(user=user)
    assert stages(plan)[4:] == [("steady", 1), ("steady", 2)]
    assert minutes(plan, MONDAY + 4 * ONE_WEEK) > minutes(plan, MONDAY + 2 * ONE_WEEK)


def test_after_a_lighter_week_the_days_of_the_last_loading_one_are_the_routine(user, plan, monkeypatch, set_clock):
    third, lighter, fifth = (MONDAY + number * ONE_WEEK for number in (2, 3, 4))
    assert read(user, lighter).context(lighter).routine == read(user, third).in_truth(third)
    asked = []
    real = planning.plan_block
    monkeypatch.setattr(planning, "plan_block", lambda *args, **given: asked.append(given) or real(*args, **given))
    set_clock(MONDAY_MORNING + ONE_WEEK)
    weeks.ensure_weeks(user=user)
    assert asked[0]["before"] == read(user, lighter).in_truth(lighter)
    assert asked[0]["routine"] == read(user, third).in_truth(third)
    assert read(user, lighter, fifth).context(fifth).routine == read(user, third).in_truth(third)


def test_facts_are_the_same_whether_sessions_were_read_or_summed_up(user, plan):
    Session.objects.filter(week__start=MONDAY).update(lift_sets=None)
    far, near = (read(user, MONDAY + number * ONE_WEEK).past(MONDAY + 3 * ONE_WEEK) for number in (3, 1))
    assert far == near
    assert len(far) == 3
    assert far[0].run_minutes == minutes(plan, MONDAY)


def test_what_was_skipped_was_not_run(user, plan):
    first = sessions_of(plan)[0]
    Session.objects.filter(pk=first.pk).update(status=Status.SKIPPED.value)
    for monday in (MONDAY + ONE_WEEK, MONDAY + 3 * ONE_WEEK):
        assert read(user, monday).past(monday)[0].run_minutes == minutes(plan, MONDAY) - first.run_minutes


def test_a_week_that_began_late_is_no_measure(user, set_clock):
    set_clock(datetime(2026, 12, 3, 6, 0, tzinfo=UTC))  # a Thursday
    plan = make_plan(user)
    assert plan.first_day == date(2026, 12, 3)
    assert read(user, MONDAY + ONE_WEEK).past(MONDAY + ONE_WEEK) == ()
    assert minutes(plan, MONDAY + ONE_WEEK) == 125  # the usual five runs, not a tenth more than the two of this week


def test_weeks_nobody_planned_are_weeks_without_training(user, plan, set_clock):
    set_clock(MONDAY_MORNING + 20 * ONE_WEEK)
    weeks.ensure_weeks(user=user)
    monday = MONDAY + 20 * ONE_WEEK
    past = read(user, monday).past(monday)
    assert len(past) == 12
    assert set(past) == {PastWeek()}


def test_remaking_a_week_keeps_it_in_its_block(user, user_client, plan):
    monday = MONDAY + 3 * ONE_WEEK
    before = minutes(plan, monday)
    act_on_week(user_client, plan, "remake", monday)
    assert (stages(plan)[3], minutes(plan, monday)) == (("deload", 0), before)


def test_undo_brings_sets_and_stage_back(user, user_client, plan):
    monday = MONDAY + 3 * ONE_WEEK
    sets = [session.lift_sets for session in sessions_of(plan, monday)]
    Session.objects.filter(week__start__lt=monday).update(status=Status.SKIPPED.value)  # so that no lighter week is due
    act_on_week(user_client, plan, "remake", monday)
    assert stages(plan)[3][0] == "steady"
    act_on_week(user_client, plan, "undo", monday)
    assert stages(plan)[3] == ("deload", 0)
    assert [session.lift_sets for session in sessions_of(plan, monday)] == sets


class TestRace:
    @pytest.fixture
    def racing(self, user, set_clock):
        race = {"date": (MONDAY + timedelta(days=26)).isoformat(), "distance_km": 10}
        return make_plan(user, race=race, **RUNNER)

    def test_the_weeks_lead_up_to_it(self, racing):
        assert [phase for phase, _ in stages(racing)] == ["build", "specific", "taper", "race"]

    def test_its_day_is_free_and_says_so(self, racing, user_client):
        board = user_client.get("/week/2026-W52/").context["board"]
        saturday = board.days[5]
        assert (saturday.cards, saturday.rest_text) == ((), "Race day, 10 km")
        assert (board.subtitle.partition(" ·")[0], board.phase) == (
            "Race week, week 4 of 4",
            "Short, with 1 hard run, then the race.",
        )

    def test_the_board_counts_the_weeks_to_it(self, racing, user_client):
        board = user_client.get("/week/").context["board"]
        assert board.subtitle.startswith("Build, week 1 of 4 · ")

    def test_a_hard_run_before_it_breaks_a_rule_on_the_board(self, racing, user_client):
        monday = MONDAY + 3 * ONE_WEEK
        session = next(one for one in sessions_of(racing, monday) if one.run_minutes)
        Session.objects.filter(pk=session.pk).update(
            run_intensity="hard", date=monday + timedelta(days=4), warm_up=10, kind="run_only", order="",
            lift_region="", lift_effort="", lift_minutes=None,
        )  # fmt: skip
        findings = user_client.get("/week/2026-W52/").context["board"].findings
        assert any(found.rule == "taper-and-race-week" and found.severity == "hard" for found in findings)

    def test_the_session_page_runs_at_its_pace(self, racing, user_client):
        hard = next(one for one in sessions_of(racing, MONDAY + ONE_WEEK) if one.run_intensity == "hard")
        assert "at race pace" in user_client.get(f"/sessions/{hard.pk}/").content.decode()


def test_a_steady_week_needs_no_word_about_its_phase(user_client, plan):
    board = user_client.get("/week/").context["board"]
    assert board.phase == ""
    assert "board-phase" not in user_client.get("/week/").content.decode()


def test_reading_a_plan_takes_as_many_queries_after_a_year(user, plan, django_assert_num_queries):
    for number in range(4, 52):
        Week.objects.create(plan=plan, start=MONDAY + number * ONE_WEEK, phase=Phase.STEADY.value)
    with django_assert_num_queries(2):
        read(user, MONDAY + 51 * ONE_WEEK).past(MONDAY + 51 * ONE_WEEK)


@pytest.mark.parametrize("read_at", [2, 3, 4])
def test_orders_take_turns_over_a_week_without_combined_sessions(user, plan, read_at):
    third = Session.objects.filter(week__start=MONDAY + 2 * ONE_WEEK, kind="combined")
    third.update(status=Status.SKIPPED.value)
    last = Session.objects.filter(week__start=MONDAY + ONE_WEEK, kind="combined").order_by("-date", "-start").first()
    found = read(user, MONDAY + read_at * ONE_WEEK).last_combined(MONDAY + 3 * ONE_WEEK)
    assert (found.id, found.order) == (str(last.pk), last.order)


def test_the_week_before_is_not_looked_at_twice(user, plan):
    assert read(user, MONDAY).last_combined(MONDAY) is None
    assert read(user, MONDAY + ONE_WEEK).last_combined(MONDAY + ONE_WEEK) is None
