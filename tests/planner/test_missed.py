"""A session that fell through: three ways on, each told before it is done, done as told, undone as one step."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner import session_words
from planner.models import Session, Step
from tests.factories import MONDAY, MONDAY_MORNING, act, act_on_week, make_plan, sessions_of, told, version_of

pytestmark = pytest.mark.django_db
ROOMY = [{"weekday": day, "start": "18:00", "end": "20:30"} for day in range(7)]


@pytest.fixture
def plan(user, set_clock):
    """Three sessions, and free hours on every evening."""
    return make_plan(user, availability=ROOMY, training_days=3)


def places(plan):
    columns = ("pk", "date", "start", "status", "run_minutes", "lift_minutes", "lift_sets")
    return list(Session.objects.filter(week__plan=plan, week__start=MONDAY).order_by("pk").values_list(*columns))


def offered(client, row):
    found = client.get(f"/sessions/{row.pk}/ways-on/").context["missed"]
    return {way.name: way for way in found.ways}


def go(client, row, way, fields=None):
    told = {"way": way, "change": offered(client, row)[way].key}
    return act(client, row, "ways-on", **(told | (fields or {})))


def test_all_three_are_told_in_words(user_client, first):
    ways = offered(user_client, first)
    assert [*ways] == ["leave_out", "elsewhere", "shrink"]
    assert ways["leave_out"].text == "Leave it out. The rest of the week stays as it is."
    assert ways["elsewhere"].text.startswith("Move it to ")
    assert "min less in all" in ways["shrink"].text
    assert all(way.verdict for way in ways.values())
    assert len(ways["shrink"].changes) == 2


@pytest.mark.parametrize("way", ["leave_out", "elsewhere", "shrink"])
def test_each_is_done_as_told_and_undone_as_one_step(user_client, plan, first, way):
    before, promised = places(plan), offered(user_client, first)[way]
    response = go(user_client, first, way)
    assert places(plan) != before
    assert response.context["board"].verdict == promised.verdict
    assert Step.objects.filter(plan=plan).count() == 1
    after = places(plan)
    assert session_words.WAY_LABEL[way].partition("{")[0] in told(act_on_week(user_client, plan, "undo"))
    assert places(plan) == before
    act_on_week(user_client, plan, "redo")
    assert places(plan) == after


def test_left_out_is_skipped_and_not_deleted(user_client, first):
    assert told(go(user_client, first, "leave_out")).startswith("Left out. The rest of the week stays as it is.")
    assert Session.objects.get(pk=first.pk).status == "skipped"


def test_the_nearest_safe_day_breaks_nothing_and_costs_nothing(user_client, first):
    response = go(user_client, first, "elsewhere")
    again = Session.objects.get(pk=first.pk)
    assert (again.uid, again.status) == (first.uid, "planned")
    assert again.date != first.date
    assert [message.level_tag for message in response.context["messages"]] == ["success"]


def test_a_smaller_week_is_about_a_fifth_shorter(user_client, plan, first):
    old = {row.pk: row for row in sessions_of(plan)}
    go(user_client, first, "shrink")
    for row in sessions_of(plan)[1:]:
        was, now = (one.run_minutes + one.lift_minutes for one in (old[row.pk], row))
        assert 0.7 * was <= now < 0.85 * was
        assert row.lift_sets <= old[row.pk].lift_sets


def test_what_is_done_locked_or_past_stays(user_client, plan, first, set_clock):
    _, second, third = sessions_of(plan)
    act(user_client, second, "lock")
    act(user_client, third, "done")
    assert "shrink" not in offered(user_client, first)


def test_yesterdays_can_still_go_on(user_client, plan, first, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=1))
    ways = offered(user_client, first)
    assert "elsewhere" in ways
    go(user_client, first, "elsewhere")
    assert Session.objects.get(pk=first.pk).date > MONDAY


def test_where_no_day_is_safe_it_is_said(user_client, user, set_clock):
    row = sessions_of(make_plan(user))[0]
    response = user_client.get(f"/sessions/{row.pk}/ways-on/")
    assert [*offered(user_client, row)] == ["leave_out", "shrink"]
    assert "No other day of this week takes it" in response.content.decode()
    assert "Two ways on." in response.content.decode()


def test_a_session_that_keeps_its_day_is_not_moved(user_client, first):
    act(user_client, first, "lock", only="true", locks=["day"])
    assert "elsewhere" not in offered(user_client, first)


@pytest.mark.parametrize("action", ["lock", "done", "skip"])
def test_what_is_fixed_has_no_ways(user_client, plan, first, action):
    key = offered(user_client, first)["leave_out"].key
    act(user_client, first, action)
    before = places(plan)
    assert "Nothing to decide" in user_client.get(f"/sessions/{first.pk}/ways-on/").content.decode()
    response = act(user_client, first, "ways-on", way="leave_out", change=key)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert places(plan) == before


def test_a_week_that_is_over_stays(user_client, plan, first, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=8))
    assert offered(user_client, first) == {}
    assert "week is over" in told(act(user_client, first, "ways-on", way="leave_out", change="0" * 24))


@pytest.mark.parametrize(
    "fields", [{"way": "burn"}, {"change": "0" * 24}, {"change": "x"}, {"change": "\x00"}, {"version": 0}]
)
def test_another_way_than_the_one_told_is_not_done(user_client, plan, first, fields):
    before = places(plan)
    go(user_client, first, "shrink", fields)
    assert places(plan) == before


def test_a_stranger_sees_and_does_nothing(other_client, first):
    assert other_client.get(f"/sessions/{first.pk}/ways-on/").status_code == 404
    assert act(other_client, first, "ways-on", way="leave_out", change="0" * 24).status_code == 404


def test_without_script_it_is_a_page_and_leads_back(user_client, plan, first):
    way = offered(user_client, first)["leave_out"]
    fields = {"version": version_of(plan), "way": "leave_out", "change": way.key}
    response = user_client.post(f"/sessions/{first.pk}/ways-on/", fields, follow=True)
    assert response.redirect_chain == [("/week/2026-W49/", 302)]
    part = user_client.get(f"/sessions/{first.pk}/ways-on/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part


def test_the_queries_are_as_many_in_any_week(user_client, plan, first):
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            user_client.get(f"/sessions/{first.pk}/ways-on/")
        counts.append(len(captured))
        act(user_client, sessions_of(plan)[-1], "delete")
    assert counts[0] == counts[1] <= 7
