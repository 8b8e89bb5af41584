"""The plan always reaches four weeks ahead, and what exists is never changed by that."""

from datetime import timedelta
from itertools import pairwise

import pytest

from planner.engine import evaluate
from planner.engine.vocabulary import Status
from planner.models import Plan, Session, Week
from planner.records import NoPlan, read
from planner.services import plans, sessions, weeks
from tests.factories import ANSWERS, MONDAY, MONDAY_MORNING, make_plan, sessions_of

pytestmark = pytest.mark.django_db
ONE_WEEK = timedelta(weeks=1)


def starts(plan):
    return list(Week.objects.filter(plan=plan).values_list("start", flat=True))


def test_a_new_plan_has_this_week_and_three_more(plan):
    assert starts(plan) == [MONDAY + n * ONE_WEEK for n in range(4)]
    assert all(sessions_of(plan, start) for start in starts(plan))


@pytest.mark.parametrize(("late", "over"), [(1, "1 day of this week was"), (3, "3 days of this week were")])
def test_a_plan_that_begins_late_in_a_week_says_so_before_what_that_week_gave_up(user, set_clock, late, over):
    set_clock(MONDAY_MORNING + timedelta(days=late))
    said = plans.save_goals(user=user, answers=ANSWERS | {"lifts_per_week": 5}, timezone="UTC")
    assert said.startswith("Here is what is left of this week. The next one is your first whole week.")
    first, second, *_ = Week.objects.filter(plan__user=user)
    assert first.changes[0] == f"{over} over when it was planned, so it holds less."
    assert "You asked for 5 lifts a week" in first.changes[1]
    assert second.changes == []


def test_a_week_that_gave_nothing_up_or_holds_nothing_does_not_mention_its_days_over(user, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=2))
    easy = make_plan(user, training_days=2)
    assert [week.changes for week in Week.objects.filter(plan=easy)] == [[]] * 4
    easy.delete()
    set_clock(MONDAY_MORNING + timedelta(days=6))
    assert Week.objects.filter(plan=make_plan(user))[0].changes == [
        "No free hours are left in this week, so nothing is planned."
    ]


def test_a_plan_that_begins_on_a_monday_is_a_whole_week(user, set_clock):
    set_clock(MONDAY_MORNING)
    assert plans.save_goals(user=user, answers=ANSWERS, timezone="UTC") == "Here is your week. Drag anything anywhere."


def test_it_is_idempotent(user, plan):
    before = list(Session.objects.values_list("pk", "changed_at"))
    assert weeks.ensure_weeks(user=user) == 0
    assert list(Session.objects.values_list("pk", "changed_at")) == before


def test_weeks_are_added_as_time_passes(user_client, plan, set_clock):
    before = list(Session.objects.values())
    versions = list(Week.objects.values())
    set_clock(MONDAY_MORNING + 2 * ONE_WEEK)
    board = user_client.get("/week/").context["board"]
    assert board.start == MONDAY + 2 * ONE_WEEK
    assert starts(plan) == [MONDAY + n * ONE_WEEK for n in range(6)]
    assert list(Session.objects.filter(week__start__lt=MONDAY + 4 * ONE_WEEK).values()) == before
    assert list(Week.objects.filter(start__lt=MONDAY + 4 * ONE_WEEK).values()) == versions


def test_any_week_that_is_asked_for_brings_the_plan_forward(user_client, plan, set_clock):
    set_clock(MONDAY_MORNING + ONE_WEEK)
    user_client.get("/week/2026-W49/")
    assert len(starts(plan)) == 5


def test_added_weeks_reach_the_feed(user, plan, set_clock):
    set_clock(MONDAY_MORNING + ONE_WEEK)
    weeks.ensure_weeks(user=user)
    assert Plan.objects.get(pk=plan.pk).feed_changed_at > plan.feed_changed_at


def test_after_a_long_absence_only_weeks_to_come_are_made(user, plan, set_clock):
    set_clock(MONDAY_MORNING + 20 * ONE_WEEK)
    assert weeks.ensure_weeks(user=user) == 4
    assert starts(plan)[4:] == [MONDAY + n * ONE_WEEK for n in range(20, 24)]
    assert read(user).weeks.keys() == set(starts(plan))


def test_the_board_leads_over_the_gap(user_client, plan, set_clock):
    set_clock(MONDAY_MORNING + 20 * ONE_WEEK)
    board = user_client.get("/week/").context["board"]
    assert board.previous_iso == "2026-W52"


def test_without_a_plan_there_is_nothing_to_add(user):
    with pytest.raises(NoPlan):
        weeks.ensure_weeks(user=user)


def test_no_rule_is_broken_over_the_seams(user, plan):
    records = read(user, *starts(plan))
    for start in starts(plan):
        found = evaluate(records.athlete, records.in_truth(start), records.context(start))
        assert found.valid, [one.text for one in found.findings]


def test_orders_take_turns_over_the_seams(plan):
    orders = list(Session.objects.filter(week__plan=plan, kind="combined").values_list("order", flat=True))
    assert len(orders) == 20
    assert all(first != second for first, second in pairwise(orders))


def test_who_begins_in_mid_week_gets_nothing_in_the_past(user, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=3))
    plan = make_plan(user)
    assert starts(plan)[0] == MONDAY
    assert min(row.date for row in sessions_of(plan)) >= MONDAY + timedelta(days=3)


def test_who_begins_in_the_evening_gets_no_hour_that_is_over(user, set_clock):
    set_clock(MONDAY_MORNING.replace(hour=18, minute=40))
    plan = make_plan(user)
    assert all(row.start >= 19 * 60 for row in sessions_of(plan) if row.date == MONDAY)


def test_who_begins_on_sunday_night_has_an_empty_first_week(user, user_client, set_clock):
    set_clock(MONDAY_MORNING.replace(day=6, month=12, hour=22))
    plan = make_plan(user)
    assert sessions_of(plan) == []
    assert sessions_of(plan, MONDAY + ONE_WEEK)
    assert user_client.get("/week/").status_code == 200


def test_exceptions_block_their_dates(user, set_clock):
    plan = make_plan(user, exceptions=[{"date": "2026-12-09", "windows": []}])
    assert "2026-12-09" not in {row.date.isoformat() for row in sessions_of(plan, MONDAY + ONE_WEEK)}
    assert "2026-12-02" in {row.date.isoformat() for row in sessions_of(plan)}


def test_a_missed_session_is_planned_again_on_another_day(user, plan):
    week = Week.objects.filter(plan=plan).order_by("start")[1]
    missed = week.sessions.exclude(kind="recovery").order_by("date")[1]
    sessions.mark_session(user=user, monday=week.start, session_id=missed.pk, version=week.version, mark=Status.SKIPPED)
    week.refresh_from_db()
    weeks.remake_week(user=user, monday=week.start, version=week.version)
    planned = Session.objects.filter(week=week, status="planned")
    assert not planned.filter(date=missed.date).exists()
    assert planned.filter(lift_region=missed.lift_region).exists()
    assert Session.objects.get(pk=missed.pk).status == "skipped"
