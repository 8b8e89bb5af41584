"""A session's page: shape, minutes, note, how it went; each in one step that can be undone, calendars told of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from planner.models import Plan, Session, Step
from planner.queries.board import board
from planner.records import read
from planner.services.snapshots import of_row
from tests.factories import MONDAY, MONDAY_MORNING, SUNDAY, act, act_on_week, make_plan, sessions_of, told, version_of

pytestmark = pytest.mark.django_db
SHAPES = ["run_only", "lift_only", "run_first", "lift_first", "two_a_day", "circuit"]
CONTENT = (
    "pk",
    "uid",
    "date",
    "start",
    "kind",
    "order",
    "run_intensity",
    "run_minutes",
    "lift_region",
    "lift_effort",
    "lift_minutes",
    "lift_sets",
    "warm_up",
    "cool_down",
)


def content(plan):
    return list(Session.objects.filter(week__plan=plan, week__start=MONDAY).order_by("pk").values_list(*CONTENT))


def detail(client, row):
    return client.get(f"/sessions/{row.pk}/").context["detail"]


class TestShape:
    @pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "run_first"])
    def test_there_and_back_loses_nothing(self, user_client, plan, first, shape):
        before = content(plan)
        act(user_client, first, "shape", shape=shape)
        assert content(plan) != before
        act(user_client, first, "shape", shape="run_first")
        assert content(plan) == before

    def test_through_every_shape_and_back(self, user_client, plan, first):
        before = content(plan)
        for shape in ["circuit", "two_a_day", "lift_only", "run_only", "lift_first", "run_first"]:
            response = act(user_client, first, "shape", shape=shape)
            assert " now." in told(response)
        assert content(plan) == before

    @pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "run_first"])
    def test_each_is_one_step_that_is_undone_and_redone(self, user_client, plan, first, shape):
        before = content(plan)
        act(user_client, first, "shape", shape=shape)
        after = content(plan)
        assert Step.objects.filter(plan=plan).count() == 1
        act_on_week(user_client, plan, "undo")
        assert content(plan) == before
        act_on_week(user_client, plan, "redo")
        assert content(plan) == after

    def test_the_run_keeps_the_calendar_identity_and_the_lift_gets_its_own(self, user_client, plan, first):
        act(user_client, first, "shape", shape="two_a_day")
        run, lift = Session.objects.filter(week__plan=plan, date=MONDAY).order_by("start")
        assert (run.pk, run.uid, run.kind, run.sequence) == (first.pk, first.uid, "run_only", first.sequence + 1)
        assert (lift.kind, lift.sequence) == ("lift_only", 0)
        assert lift.uid != first.uid

    def test_from_the_page_of_the_lift_the_older_row_stays(self, user_client, plan, first):
        before = content(plan)
        act(user_client, first, "shape", shape="two_a_day")
        lift = Session.objects.get(week__plan=plan, date=MONDAY, kind="lift_only")
        act(user_client, lift, "shape", shape="run_first")
        assert content(plan) == before

    def test_notes_of_both_stay_when_two_become_one(self, user_client, plan, first):
        act(user_client, first, "shape", shape="two_a_day")
        lift = Session.objects.get(week__plan=plan, date=MONDAY, kind="lift_only")
        act(user_client, first, "note", note="Park.")
        act(user_client, lift, "note", note="Belt.")
        act(user_client, first, "shape", shape="circuit")
        assert Session.objects.get(pk=first.pk).note == "Park.\nBelt."

    def test_the_page_tells_what_each_would_mean_as_it_is_then(self, user_client, first):
        choices = detail(user_client, first).shapes
        assert [choice.value for choice in choices] == SHAPES
        assert [choice.value for choice in choices if choice.is_now] == ["run_first"]
        for choice in choices:
            if not choice.is_now:
                response = act(user_client, first, "shape", shape=choice.value)
                level = [message.level_tag for message in response.context["messages"]]
                assert (level == ["success"]) is (choice.word == "Fits"), choice
                assert choice.text in told(response)
                act_on_week(user_client, Plan.objects.get(user=first.week.plan.user), "undo")

    def test_the_calendar_learns_of_it(self, user_client, plan, first):
        act(user_client, first, "shape", shape="run_only")
        assert Plan.objects.get(pk=plan.pk).feed_changed_at > plan.feed_changed_at

    @pytest.mark.parametrize("action", ["lock", "done", "skip"])
    def test_what_is_fixed_has_no_other_shape(self, user_client, plan, first, action):
        act(user_client, first, action)
        before = content(plan)
        assert detail(user_client, first).shapes == ()
        response = act(user_client, first, "shape", shape="run_only")
        assert [message.level_tag for message in response.context["messages"]] == ["error"]
        assert content(plan) == before

    def test_a_day_that_is_over_stays_as_it_was(self, user_client, plan, first, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=2))
        assert "stays as it was" in told(act(user_client, first, "shape", shape="run_only"))
        assert detail(user_client, first).shapes == ()

    @pytest.mark.parametrize("shape", ["", "swim", "<b>", "\x00"])
    def test_nonsense_changes_nothing(self, user_client, plan, first, shape):
        before = content(plan)
        act(user_client, first, "shape", shape=shape)
        assert content(plan) == before

    def test_a_stale_page_and_a_stranger_change_nothing(self, user_client, other_client, plan, first):
        before = content(plan)
        assert "another tab" in told(act(user_client, first, "shape", shape="run_only", version=0))
        assert act(other_client, first, "shape", shape="run_only").status_code == 404
        assert content(plan) == before

    def test_a_remake_forgets_what_another_session_had(self, user_client, plan, first):
        act(user_client, first, "shape", shape="run_only")
        act_on_week(user_client, plan, "remake")
        rows = Session.objects.filter(week__plan=plan, week__start=MONDAY)
        assert all(not row.put_aside for row in rows if row.kind != "run_only")


class TestMinutes:
    def test_parts_get_their_minutes_and_the_ends_stay(self, user_client, plan, first):
        response = act(user_client, first, "minutes", run_minutes=40, lift_minutes=45)
        again = Session.objects.get(pk=first.pk)
        assert (again.run_minutes, again.lift_minutes) == (40, 45)
        assert (again.warm_up, again.cool_down, again.uid) == (first.warm_up, first.cool_down, first.uid)
        assert again.sequence == first.sequence + 1
        assert told(response).startswith("85 min now.")

    def test_the_steps_add_up(self, user_client, first):
        act(user_client, first, "minutes", run_minutes=33, lift_minutes=41)
        found = detail(user_client, first)
        assert sum(stage.minutes for stage in found.blocks) == found.card.minutes == 74

    def test_it_is_one_step(self, user_client, plan, first):
        before = content(plan)
        act(user_client, first, "minutes", run_minutes=40)
        act_on_week(user_client, plan, "undo")
        assert content(plan) == before

    def test_past_the_window_is_told(self, user_client, first):
        assert "days and times you gave us" in told(act(user_client, first, "minutes", run_minutes=90, lift_minutes=60))

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"run_minutes": 14}, "25 to 150 for the run"),
            ({"lift_minutes": 91}, "20 to 90 for the lift"),
            ({"run_minutes": "x"}, "whole number"),
            ({"run_minutes": -5}, "whole number"),
            ({"run_minutes": 10**9}, "whole number"),
        ],
    )
    def test_out_of_bounds_is_refused(self, user_client, plan, first, fields, reason):
        before = content(plan)
        assert reason in told(act(user_client, first, "minutes", **fields))
        assert content(plan) == before

    def test_past_midnight_is_refused(self, user_client, plan, first):
        act(user_client, first, "move", date=MONDAY.isoformat(), start="22:30")
        assert "after midnight" in told(act(user_client, first, "minutes", run_minutes=120))

    def test_the_same_minutes_are_no_step(self, user_client, plan, first):
        response = act(user_client, first, "minutes", run_minutes=first.run_minutes)
        assert told(response) == "These are its minutes already."
        assert Step.objects.count() == 0


class TestNote:
    def test_it_is_kept_shown_and_undone(self, user_client, plan, first):
        assert told(act(user_client, first, "note", note=" Flat route. <b>Red</b> shoes. ")) == "Noted."
        text = user_client.get(f"/sessions/{first.pk}/").content.decode()
        assert escape("Flat route. <b>Red</b> shoes.") in text
        act_on_week(user_client, plan, "undo")
        assert Session.objects.get(pk=first.pk).note == ""

    def test_no_calendar_shows_it(self, user_client, plan, first):
        act(user_client, first, "note", note="Secret words")
        again = Session.objects.get(pk=first.pk)
        assert (again.sequence, again.changed_at) == (first.sequence, first.changed_at)
        assert Plan.objects.get(pk=plan.pk).feed_changed_at == plan.feed_changed_at
        assert b"Secret words" not in user_client.get("/calendar/tandem.ics").content

    def test_it_may_be_taken_away(self, user_client, first):
        act(user_client, first, "note", note="x")
        assert "is gone" in told(act(user_client, first, "note", note=" "))

    def test_a_new_line_counts_once(self, user_client, first):
        act(user_client, first, "note", note="a\r\n" * 249 + "b")
        assert Session.objects.get(pk=first.pk).note == "a\n" * 249 + "b"

    @pytest.mark.parametrize("note", ["x" * 501, "\x00"])
    def test_too_long_or_broken_is_refused(self, user_client, first, note):
        response = act(user_client, first, "note", note=note)
        assert [message.level_tag for message in response.context["messages"]] == ["error"]
        assert Session.objects.get(pk=first.pk).note == ""

    def test_a_session_that_is_done_or_past_takes_one_too(self, user_client, first, set_clock):
        act(user_client, first, "done")
        set_clock(MONDAY_MORNING + timedelta(days=2))
        act(user_client, first, "note", note="Good legs.")
        assert Session.objects.get(pk=first.pk).note == "Good legs."

    def test_it_moves_with_the_session(self, user_client, first):
        act(user_client, first, "note", note="x")
        act(user_client, first, "move", date=SUNDAY.isoformat(), start="10:00")
        assert Session.objects.get(pk=first.pk).note == "x"


class TestHowItWent:
    def test_effort_and_minutes_make_the_load(self, user_client, plan, first):
        response = act(user_client, first, "done", status="done", effort=7, minutes=60)
        again = Session.objects.get(pk=first.pk)
        assert (again.status, again.effort, again.actual_minutes) == ("done", 7, 60)
        planned = first.run_minutes * 7 + first.lift_minutes * 6
        assert told(response) == f"Marked as done. Planned load {planned}, done 420."
        assert response.context["board"].days[0].load == 420
        assert detail(user_client, first).load == f"Planned load {planned}, done 420."

    @pytest.mark.parametrize(("fields", "share"), [({"minutes": 30}, 30), ({"effort": 4}, None)])
    def test_the_plan_stands_for_what_is_not_told(self, user_client, plan, first, fields, share):
        act(user_client, first, "done", status="done", **fields)
        planned, whole = first.run_minutes * 7 + first.lift_minutes * 6, first.run_minutes + first.lift_minutes
        load = board(read(plan.user, MONDAY), MONDAY).days[0].load
        assert load == (round(planned / whole * share) if share else whole * 4)

    def test_without_a_word_it_is_done_as_planned(self, user_client, first):
        assert told(act(user_client, first, "done")) == "Marked as done."

    def test_it_can_be_told_afterwards_and_changed(self, user_client, first):
        act(user_client, first, "done")
        act(user_client, first, "done", status="done", effort=5)
        act(user_client, first, "done", status="done", effort=6)
        assert Session.objects.get(pk=first.pk).effort == 6

    def test_with_the_mark_it_goes_and_undo_brings_it_back(self, user_client, plan, first):
        act(user_client, first, "done", status="done", effort=5, minutes=50)
        act(user_client, first, "done", status="planned")
        again = Session.objects.get(pk=first.pk)
        assert (again.status, again.effort, again.actual_minutes) == ("planned", None, None)
        act_on_week(user_client, plan, "undo")
        again = Session.objects.get(pk=first.pk)
        assert (again.status, again.effort, again.actual_minutes) == ("done", 5, 50)

    def test_a_calendar_shows_neither(self, user_client, plan, first):
        act(user_client, first, "done")
        before = Session.objects.get(pk=first.pk).sequence
        act(user_client, first, "done", status="done", effort=9, minutes=90)
        assert Session.objects.get(pk=first.pk).sequence == before

    @pytest.mark.parametrize(
        "fields", [{"effort": 0}, {"effort": 11}, {"effort": "hard"}, {"minutes": 0}, {"minutes": 601}]
    )
    def test_out_of_range_is_refused(self, user_client, first, fields):
        response = act(user_client, first, "done", status="done", **fields)
        assert [message.level_tag for message in response.context["messages"]] == ["error"]
        assert Session.objects.get(pk=first.pk).status == "planned"

    @pytest.mark.parametrize(
        "values", [{"effort": 11, "status": "done"}, {"actual_minutes": 0, "status": "done"}, {"effort": 5}]
    )
    def test_the_database_holds_what_forms_could_miss(self, first, values):
        with pytest.raises(IntegrityError):
            Session.objects.filter(pk=first.pk).update(**values)


def test_steps_from_before_know_no_notes(user_client, plan, first):
    act(user_client, first, "flip")
    step = Step.objects.get(plan=plan)
    for values in step.before["weeks"][MONDAY.isoformat()]["sessions"]:
        for name in ("note", "effort", "actual_minutes", "put_aside"):
            del values[name]
    step.save()
    act_on_week(user_client, plan, "undo")
    assert of_row(Session.objects.get(pk=first.pk))["order"] == "run_first"


def test_the_page_takes_as_many_queries_in_a_full_week(user_client, user, set_clock):
    plan = make_plan(user)
    counts = []
    for delete in (True, False):
        row, *others = sessions_of(plan)
        with CaptureQueriesContext(connection) as captured:
            user_client.get(f"/sessions/{row.pk}/panel/")
        counts.append(len(captured))
        for other in others if delete else ():
            act(user_client, other, "delete")
    assert counts[0] == counts[1] <= 7
    assert version_of(plan) > 1
