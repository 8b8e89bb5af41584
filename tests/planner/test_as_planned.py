"""As planned against as it is: the planner's week is kept whatever hands do, told in words, and one step away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner.models import Session, Step, Week
from planner.services import as_planned
from planner.services.plans import save_goals
from planner.services.steps import KEPT
from tests.factories import ANSWERS, MONDAY, SUNDAY, THIS_WEEK, act, act_on_week, sessions_of, told

pytestmark = pytest.mark.django_db
SATURDAY = SUNDAY - timedelta(days=1)
NEXT_SUNDAY = SUNDAY + timedelta(weeks=1)


def compared(client, path=THIS_WEEK):
    return client.get(path).context["board"].as_planned


def places(plan, monday=MONDAY):
    return [(row.pk, row.date, row.start, row.order, row.run_minutes) for row in sessions_of(plan, monday)]


def back(client, plan, **fields):
    return act_on_week(client, plan, "as-planned", **fields)


def move(client, row, day, start="10:00"):
    return act(client, row, "move", date=day.isoformat(), start=start)


class TestTold:
    def test_a_week_as_it_was_planned_says_nothing(self, user_client, plan):
        assert compared(user_client) is None
        assert "as-planned" not in user_client.get(THIS_WEEK).content.decode()

    def test_what_moved_is_told_with_both_places_and_both_verdicts(self, user_client, plan):
        move(user_client, sessions_of(plan)[4], SATURDAY)
        found = compared(user_client)
        (change,) = found.changes
        assert found.title == "1 session changed since it was planned"
        assert (change.before, change.after) == ("Fri 18:00", "Sat 10:00")
        assert (found.then, found.now, found.can_go_back) == ("Clean week", "1 rule broken", True)

    def test_turned_deleted_and_added_ones_are_told(self, user_client, plan):
        monday, tuesday = sessions_of(plan)[:2]
        act(user_client, tuesday, "flip")
        act(user_client, monday, "delete")
        fields = {"what": "walk", "minutes": 30, "date": SUNDAY.isoformat(), "start": "09:00"}
        act_on_week(user_client, plan, "add", **fields)
        assert [(one.name, one.before, one.after) for one in compared(user_client).changes] == [
            ("Hard run then upper-body lift", "Mon 18:00", "left out"),
            ("Lower-body lift then easy run", "Tue 18:00, lift first", "Tue 18:00, run first"),
            ("Brisk walk", "not planned", "Sun 09:00"),
        ]

    def test_one_in_another_week_is_told_there(self, user_client, plan):
        move(user_client, sessions_of(plan)[4], NEXT_SUNDAY)
        (change,) = compared(user_client).changes
        assert (change.before, change.after) == ("Fri 4 Dec 18:00", "Sun 13 Dec 10:00")

    def test_marks_and_locks_are_no_change_of_the_plan(self, user_client, plan):
        for row, action in zip(sessions_of(plan), ("done", "skip", "lock"), strict=False):
            act(user_client, row, action)
        assert compared(user_client) is None

    def test_it_is_kept_past_the_steps_that_are_kept(self, user_client, plan):
        row = sessions_of(plan)[0]
        move(user_client, row, SATURDAY)
        for number in range(KEPT + 15):
            move(user_client, row, SATURDAY, f"{8 + number % 2:02}:00")
        assert Step.objects.filter(plan=plan).count() < KEPT + 15
        assert compared(user_client).changes[0].before == "Mon 18:00"

    def test_a_week_that_was_planned_before_this_was_kept_says_nothing(self, user_client, plan):
        Week.objects.filter(plan=plan).update(planned=None)
        move(user_client, sessions_of(plan)[4], SATURDAY)
        assert compared(user_client) is None
        assert told(back(user_client, plan)) == as_planned.NOT_KEPT

    def test_a_week_that_is_over_offers_no_way_back(self, user_client, plan, set_clock):
        move(user_client, sessions_of(plan)[4], SATURDAY)
        set_clock(datetime(2026, 12, 8, 6, 0, tzinfo=UTC))
        assert compared(user_client).can_go_back is False
        assert 'data-action="as-planned"' not in user_client.get(THIS_WEEK).content.decode()


class TestBack:
    def test_all_goes_back_in_one_step_that_is_undone(self, user_client, plan):
        planned = places(plan)
        rows = sessions_of(plan)
        move(user_client, rows[0], SATURDAY)
        act(user_client, rows[1], "flip")
        act(user_client, rows[2], "delete")
        act_on_week(user_client, plan, "add", what="walk", minutes=30, date=SUNDAY.isoformat(), start="09:00")
        changed = places(plan)
        assert told(back(user_client, plan)) == as_planned.BACK
        assert places(plan) == planned
        assert compared(user_client) is None
        act_on_week(user_client, plan, "undo")
        assert places(plan) == changed
        act_on_week(user_client, plan, "redo")
        assert places(plan) == planned

    def test_a_deleted_one_comes_back_as_a_new_event(self, user_client, plan):
        row = sessions_of(plan)[0]
        act(user_client, row, "delete")
        back(user_client, plan)
        again = Session.objects.get(pk=row.pk)
        assert (again.date, again.start, again.uid != row.uid) == (row.date, row.start, True)

    @pytest.mark.parametrize("weeks", [1, 3])
    def test_one_comes_back_from_another_week(self, user_client, plan, weeks):
        planned, row = places(plan), sessions_of(plan)[4]
        move(user_client, row, SUNDAY + timedelta(weeks=weeks))
        assert len(places(plan)) == 4
        assert told(back(user_client, plan)) == as_planned.BACK
        assert places(plan) == planned

    @pytest.mark.parametrize("action", ["done", "skip", "lock"])
    def test_what_is_done_skipped_or_locked_stays(self, user_client, plan, action):
        moved, turned = sessions_of(plan)[:2]
        move(user_client, moved, SATURDAY)
        act(user_client, turned, "flip")
        act(user_client, Session.objects.get(pk=moved.pk), action)
        assert told(back(user_client, plan)) == as_planned.MOSTLY_BACK
        rows = {row.pk: row for row in sessions_of(plan)}
        assert rows[moved.pk].date == SATURDAY
        assert rows[turned.pk].order == turned.order

    def test_a_lock_of_its_own_stays_too(self, user_client, plan):
        row = sessions_of(plan)[0]
        move(user_client, row, SATURDAY)
        act(user_client, Session.objects.get(pk=row.pk), "lock", only="true", locks=["day"])
        assert told(back(user_client, plan)) == as_planned.NOTHING
        assert Session.objects.get(pk=row.pk).date == SATURDAY

    def test_nothing_goes_to_a_day_that_is_over(self, user_client, plan, set_clock):
        row = sessions_of(plan)[0]
        move(user_client, row, SATURDAY)
        set_clock(datetime(2026, 12, 2, 6, 0, tzinfo=UTC))
        assert told(back(user_client, plan)) == as_planned.NOTHING
        assert Session.objects.get(pk=row.pk).date == SATURDAY

    def test_a_locked_session_in_the_way_is_named(self, user_client, plan):
        first, second = sessions_of(plan)[:2]
        move(user_client, first, SATURDAY)
        move(user_client, second, MONDAY, "18:00")
        act(user_client, Session.objects.get(pk=second.pk), "lock")
        before = places(plan)
        response = back(user_client, plan)
        assert told(response).startswith("The week cannot go back as a whole: Monday already has a run")
        assert places(plan) == before

    def test_a_stale_page_changes_nothing(self, user_client, plan):
        move(user_client, sessions_of(plan)[0], SATURDAY)
        before = places(plan)
        assert "changed in another tab" in told(back(user_client, plan, version=1))
        assert places(plan) == before

    def test_another_persons_week_is_not_theirs_to_bring_back(self, other_client, plan, other_plan):
        row = sessions_of(plan)[0]
        Session.objects.filter(pk=row.pk).update(date=SATURDAY)
        act_on_week(other_client, other_plan, "as-planned")
        assert Session.objects.get(pk=row.pk).date == SATURDAY


class TestMadeAnew:
    def test_a_remake_is_the_new_plan_and_undo_brings_the_old_one_back(self, user_client, plan):
        for row in sessions_of(plan)[2:]:
            act(user_client, row, "delete")
        assert len(compared(user_client).changes) == 3
        act_on_week(user_client, plan, "remake")
        assert compared(user_client) is None
        act_on_week(user_client, plan, "undo")
        assert len(compared(user_client).changes) == 3
        act_on_week(user_client, plan, "redo")
        assert compared(user_client) is None

    def test_changed_goals_make_new_plans(self, user, user_client, plan):
        save_goals(user=user, answers=ANSWERS | {"goal": "strength"}, timezone="UTC")
        assert compared(user_client, "/week/2026-W50/") is None
        act_on_week(user_client, plan, "undo")
        assert compared(user_client, "/week/2026-W50/") is None

    def test_a_step_that_plans_nothing_anew_does_not_keep_the_plan_again(self, user_client, plan):
        move(user_client, sessions_of(plan)[0], SATURDAY)
        step = Step.objects.get(plan=plan)
        assert not any("planned" in kept for side in (step.before, step.after) for kept in side["weeks"].values())


def test_it_costs_no_query(user_client, plan):
    user_client.get(THIS_WEEK)
    with CaptureQueriesContext(connection) as before:
        user_client.get(THIS_WEEK)
    move(user_client, sessions_of(plan)[0], SATURDAY)
    with CaptureQueriesContext(connection) as after:
        assert compared(user_client) is not None
    assert len(after) == len(before)
