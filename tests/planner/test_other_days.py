"""The other days of a session: what each would mean, the way there, and room made in one step that can be undone."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from planner.models import Session, Step
from planner.services import sessions
from planner.services.outcome import Refused, Stale
from tests.factories import (
    MONDAY,
    SUNDAY,
    THIS_WEEK,
    TUESDAY,
    act,
    act_on_week,
    make_plan,
    sessions_of,
    told,
    version_of,
)

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
WEDNESDAY_NOON = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
MORNINGS_TOO = [
    {"weekday": day, "start": start, "end": end}
    for day in range(6)
    for start, end in (("06:00", "08:00"), ("18:00", "20:30"))
]
FORM = re.compile(r'<form method="post" action="([^"]+)"[^>]*data-action="room"[^>]*>(.*?)</form>', re.DOTALL)
FIELD = re.compile(r'name="(version|date|start|change)" value="([^"]+)"')


@pytest.fixture
def plan(user):
    """A plan with hours to spare: two windows on six days, three evenings of which are taken."""
    return make_plan(user, goal="endurance", availability=MORNINGS_TOO, training_days=5)


@pytest.fixture
def others(user_client, plan):
    """What the page of a session says of the other days."""

    def ask(number):
        return user_client.get(f"/sessions/{sessions_of(plan)[number].pk}/").context["detail"].other_days

    return ask


def test_a_session_whose_day_is_over_has_none(others, set_clock):
    assert others(0).days
    set_clock(WEDNESDAY_NOON)
    assert others(0).days == ()


def places(plan):
    rows = Session.objects.filter(week__plan=plan, week__start=MONDAY)
    return {row.pk: (row.uid, row.date, row.start, row.order, row.run_minutes, row.lift_minutes) for row in rows}


def rooms(client, row):
    """The ways to make room on the session's page: address and fields."""
    text = client.get(f"/sessions/{row.pk}/").content.decode()
    return [(url, dict(FIELD.findall(inside))) for url, inside in FORM.findall(text)]


def make(client, row, fields):
    return client.post(f"/sessions/{row.pk}/make-room/", fields, headers=HTMX)


class TestTold:
    def test_every_other_day_has_a_verdict_and_a_sentence(self, others):
        found = others(0)
        assert [day.date for day in found.days] == [MONDAY + timedelta(days=n) for n in range(1, 7)]
        for day in found.days:
            assert day.word in {"Fits", "Fits by exchange", "Caution", "Breaks a rule", "Not possible"}
            assert day.text or day.word == "Fits"
            assert bool(day.room) is (day.tone in {"breaks", "none"})
            assert (day.tone == "none") is (day.word == "Not possible")

    def test_a_day_that_breaks_a_rule_comes_with_the_smallest_change(self, others):
        offered = [day.room for day in others(0).days if day.room and day.room.change]
        assert offered
        for room in offered:
            assert room.text.endswith(" and it fits." if not room.steps else " changes, and it fits:")
            assert len(room.steps) != 1
            assert len(room.steps) != 2
            assert bool(room.findings) is (room.verdict != "Clean week")

    def test_where_nothing_helps_the_reason_stands_once(self, others):
        (sunday,) = (day for day in others(0).days if day.date == SUNDAY)
        assert sunday.text.startswith("We only use the days and times you gave us")
        assert (sunday.room.text, sunday.room.change) == ("No other change helps.", "")

    def test_a_day_that_fits_by_exchange_offers_the_exchange(self, user_client, user):
        plan = make_plan(user)
        row = sessions_of(plan)[1]
        text = user_client.get(f"/sessions/{row.pk}/").content.decode()
        assert "Exchange Tuesday and Thursday" in text
        assert f'action="/sessions/{row.pk}/exchange/"' in text

    def test_days_that_are_over_are_left_out(self, user_client, plan, set_clock, others):
        set_clock(WEDNESDAY_NOON)
        assert min(day.date for day in others(4).days) == WEDNESDAY_NOON.date()

    @pytest.mark.parametrize("action", ["lock", "done", "skip"])
    def test_what_is_fixed_has_verdicts_and_no_way(self, user_client, plan, others, action):
        act(user_client, sessions_of(plan)[0], action)
        found = others(0)
        assert found.days
        assert not any(day.room or day.exchange for day in found.days)

    def test_the_panel_asks_for_them_once_it_is_open(self, user_client, plan):
        row = sessions_of(plan)[0]
        panel = user_client.get(f"/sessions/{row.pk}/panel/").content.decode()
        assert "data-other-day" not in panel
        assert f'hx-get="/sessions/{row.pk}/other-days/" hx-trigger="load"' in panel
        part = user_client.get(f"/sessions/{row.pk}/other-days/").content.decode()
        assert "<html" not in part
        assert len(re.findall("data-other-day", part)) == 6
        assert f'hx-post="/sessions/{row.pk}/make-room/"' in part

    def test_order_has_a_word_for_and_one_against(self, user_client, user):
        row = sessions_of(make_plan(user))[1]
        response = user_client.get(f"/sessions/{row.pk}/")
        order = response.context["detail"].reasons[2]
        assert order.heading == "Why this order"
        assert order.against.startswith("Leg strength gains a little more")
        assert order.confidence == "weak"
        text = response.content.decode()
        assert f"Against it: {order.against}" in text
        assert "How sure: weak" in text

    def test_the_queries_are_as_many_whatever_is_told(self, user_client, plan):
        row, *_, last = sessions_of(plan)
        counts = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as captured:
                user_client.get(f"/sessions/{row.pk}/other-days/")
            counts.append(len(captured))
            act(user_client, last, "delete")
        assert counts[0] == counts[1] <= 7


class TestMade:
    def test_room_is_made_as_it_was_told_in_one_step(self, user_client, plan):
        row = sessions_of(plan)[0]
        offered = rooms(user_client, row)
        assert offered
        for url, fields in offered:
            before = places(plan)
            fields |= {"version": version_of(plan)}
            response = user_client.post(url, fields, headers=HTMX)
            board = response.context["board"]
            assert board.tone != "breaks"
            moved = Session.objects.get(pk=row.pk)
            assert (moved.date.isoformat(), moved.start) == (fields["date"], minutes(fields["start"]))
            assert told(response).startswith("Moved to ")
            assert "changed with it." in told(response)
            assert Step.objects.filter(plan=plan, undone=False).count() == 1
            assert {key: value[0] for key, value in places(plan).items()} == {k: v[0] for k, v in before.items()}
            act_on_week(user_client, plan, "undo")
            assert places(plan) == before

    def test_what_is_locked_or_done_stays(self, user_client, plan):
        row, *_, done, locked = sessions_of(plan)
        act(user_client, done, "done")
        act(user_client, locked, "lock")
        kept = {other.pk: places(plan)[other.pk] for other in (done, locked)}
        offered = rooms(user_client, row)
        assert offered
        for _, fields in offered:
            make(user_client, row, fields | {"version": version_of(plan)})
            assert {key: places(plan)[key] for key in kept} == kept
            act_on_week(user_client, plan, "undo")

    def test_without_script_from_the_page_and_back(self, user_client, plan):
        row = sessions_of(plan)[0]
        url, fields = rooms(user_client, row)[0]
        response = user_client.post(url, fields, follow=True)
        assert response.redirect_chain == [(THIS_WEEK, 302)]
        assert "Moved to " in response.content.decode()

    def test_a_stale_page_changes_nothing(self, user_client, plan):
        row, other, *_ = sessions_of(plan)
        _, fields = rooms(user_client, row)[0]
        act(user_client, other, "lock")
        before = places(plan)
        assert "changed in another tab" in told(make(user_client, row, fields))
        assert places(plan) == before

    def test_another_change_than_the_one_offered_is_not_made(self, user_client, plan):
        row = sessions_of(plan)[0]
        _, fields = rooms(user_client, row)[0]
        before = places(plan)
        assert "Here it is as it stands" in told(make(user_client, row, fields | {"change": "0" * 24}))
        assert places(plan) == before
        with pytest.raises(Stale):
            sessions.make_room(**asked(plan, row, fields | {"change": "0" * 24}))

    def test_where_nothing_helps_the_reason_is_told(self, user_client, plan):
        row = sessions_of(plan)[0]
        fields = {"version": version_of(plan), "date": SUNDAY.isoformat(), "start": "18:00", "change": "0" * 24}
        assert told(make(user_client, row, fields)).startswith("No other change helps: we only use")
        next_week = fields | {"date": (SUNDAY + timedelta(days=2)).isoformat()}
        with pytest.raises(Refused, match="same week"):
            sessions.make_room(**asked(plan, row, next_week))

    @pytest.mark.parametrize(
        ("action", "reason"), [("lock", "Unlock it"), ("done", "marked as done"), ("skip", "marked as skipped")]
    )
    def test_what_is_locked_done_or_skipped_is_not_moved(self, user_client, plan, action, reason):
        row = sessions_of(plan)[0]
        _, fields = rooms(user_client, row)[0]
        act(user_client, row, action)
        before = places(plan)
        assert reason in told(make(user_client, row, fields | {"version": version_of(plan)}))
        assert places(plan) == before

    def test_days_that_are_over_stay(self, user_client, plan, set_clock):
        row, *_, last = sessions_of(plan)
        _, fields = rooms(user_client, last)[0]
        set_clock(WEDNESDAY_NOON)
        assert "stays where it was" in told(make(user_client, row, fields))
        assert told(make(user_client, last, fields | {"date": TUESDAY.isoformat()})) == "That day is over."

    @pytest.mark.parametrize(
        "wrong",
        [
            {"change": ""},
            {"change": "x" * 24},
            {"change": "\x00"},
            {"date": "soon"},
            {"start": "99:99"},
            {"version": "x"},
        ],
    )
    def test_nonsense_is_told_and_changes_nothing(self, user_client, plan, wrong):
        row = sessions_of(plan)[0]
        _, fields = rooms(user_client, row)[0]
        before = places(plan)
        response = make(user_client, row, fields | wrong)
        assert [message.level_tag for message in response.context["messages"]] == ["error"]
        assert places(plan) == before

    def test_the_form_is_guarded_against_forgery(self, user, plan):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(user)
        assert strict.post(f"/sessions/{sessions_of(plan)[0].pk}/make-room/", {}).status_code == 403


class TestOffered:
    def test_a_refused_drop_offers_what_would_make_room(self, user_client, plan):
        first, *rest = (row for row in sessions_of(plan) if row.run_minutes)
        made = 0
        for other in rest:
            board = act(user_client, first, "move", date=other.date.isoformat(), start="06:00")
            offer, text = board.context["offer"], board.content.decode()
            if offer is None or offer.room is None or not offer.room.change:
                continue
            assert offer.text == "" or offer.text.endswith("breaks a rule.")
            assert escape(offer.room.text) in text
            (fields,) = (dict(FIELD.findall(inside)) for _, inside in FORM.findall(text))
            fields |= {"version": version_of(plan)}
            assert make(user_client, first, fields).context["board"].tone != "breaks"
            act_on_week(user_client, plan, "undo")
            made += 1
        assert made

    def test_an_exchange_that_fits_is_enough(self, user_client, user):
        plan = make_plan(user)
        tuesday, thursday = sessions_of(plan)[1], sessions_of(plan)[3]
        board = act(user_client, tuesday, "move", date=thursday.date.isoformat(), start="18:00")
        offer = board.context["offer"]
        assert (offer.label, offer.room) == ("Exchange Tuesday and Thursday", None)


def minutes(text):
    return int(text[:2]) * 60 + int(text[3:])


def asked(plan, row, fields):
    """The fields as the service takes them."""
    return {
        "user": plan.user,
        "monday": MONDAY,
        "session_id": row.pk,
        "version": int(fields["version"]),
        "day": date.fromisoformat(fields["date"]),
        "start": minutes(fields["start"]),
        "change": fields["change"],
    }
