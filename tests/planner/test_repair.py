"""A broken week made to fit: what is offered, what is left alone, and the choice as one step that can be undone."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from planner.models import Session, Step
from planner.records import read
from planner.services import repairs
from planner.services.outcome import Stale
from tests.factories import (
    EVENINGS,
    MONDAY,
    SUNDAY,
    THIS_WEEK,
    act,
    act_on_week,
    make_plan,
    sessions_of,
    told,
    version_of,
)

pytestmark = pytest.mark.django_db
URL = THIS_WEEK + "repair/"
HTMX = {"HX-Request": "true"}
WEDNESDAY_NOON = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
SATURDAY = SUNDAY - timedelta(days=1)


@pytest.fixture
def broken(user_client, plan):
    """The plan with Monday's session on Sunday, which has no free hours and no rest after it."""
    act(user_client, sessions_of(plan)[0], "move", date=SUNDAY.isoformat(), start="10:00")
    return plan


def shown(client, url=URL):
    response = client.get(url)
    assert response.status_code == 200
    return response.context["repair"]


def choose(client, plan, key, **fields):
    return client.post(URL, {"version": version_of(plan), "proposal": key, **fields}, headers=HTMX)


def places(plan):
    """Every session of the week with its identity, where it stands and its edition."""
    rows = Session.objects.filter(week__plan=plan, week__start=MONDAY)
    return {row.pk: (row.uid, row.date, row.start, row.order, row.sequence) for row in rows}


def but_editions(kept):
    return {key: value[:-1] for key, value in kept.items()}


def proposals(plan):
    return repairs.proposals(read(plan.user, MONDAY), MONDAY)


class TestOffer:
    def test_the_board_of_a_broken_week_offers_it(self, user_client, broken):
        text = user_client.get(THIS_WEEK).content.decode()
        assert re.search(rf'<a id="make-it-fit"[^>]* href="{URL}" hx-get="{URL}" hx-target="#repair"', text)
        assert '<div id="repair"></div>' in text

    def test_the_board_of_any_other_week_does_not(self, user_client, plan):
        assert "make-it-fit" not in user_client.get(THIS_WEEK).content.decode()

    def test_ways_come_with_moves_places_and_what_remains(self, user_client, broken):
        page = shown(user_client)
        assert {found.rule for found in page.broken} == {"availability", "muscle-recovery-48h"}
        assert 1 <= len(page.ways) <= 3
        first = page.ways[0]
        assert (first.title, first.verdict, first.tone, first.findings) == ("1 move", "Clean week", "ok", ())
        (change,) = first.changes
        assert change.text == "Move Sunday's hard run then upper-body lift to Monday 18:00."
        assert (change.name, change.before, change.after) == (
            "Hard run then upper-body lift",
            "Sun 10:00",
            "Mon 18:00",
        )

    def test_the_small_week_shows_what_leaves_and_what_comes(self, user_client, broken):
        days = shown(user_client).ways[0].days
        assert [day.name for day in days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        assert [(mark.modality, mark.state) for mark in days[0].marks] == [("run", "comes"), ("lift", "comes")]
        assert [(mark.modality, mark.state) for mark in days[6].marks] == [("run", "leaves"), ("lift", "leaves")]
        assert [day.changes for day in days] == [True, False, False, False, False, False, True]
        assert {mark.state for mark in days[1].marks} == {"stays"}

    def test_by_htmx_each_move_names_its_card_and_where_it_would_land(self, user_client, broken):
        text = user_client.get(URL, headers=HTMX).content.decode()
        row = next(row for row in sessions_of(broken) if row.date == SUNDAY)
        assert f'data-move="{row.pk}" data-to="{MONDAY.isoformat()}" data-start="18:00"' in text

    def test_fewest_moves_come_first_and_none_for_nothing(self, broken):
        found = proposals(broken)
        assert [len(one.moves) for one in found] == sorted(len(one.moves) for one in found)
        for one in found:
            more = [other for other in found if {*one.moves} < {*other.moves}]
            assert all(other.evaluation.score < one.evaluation.score for other in more)

    def test_the_page_holds_a_form_for_each_way_and_no_moves_in_it(self, user_client, broken):
        text = user_client.get(URL).content.decode()
        keys = [way.key for way in shown(user_client).ways]
        assert re.findall(r'name="proposal" value="(\w+)"', text) == keys
        assert len(re.findall(rf'action="{URL}" data-action="repair"', text)) == len(keys)
        assert not any(str(row.pk) in text for row in sessions_of(broken))

    def test_by_htmx_it_is_a_part_of_the_board(self, user_client, broken):
        text = user_client.get(URL, headers=HTMX).content.decode()
        assert text.strip().startswith('<div class="repair" role="region"')
        assert f'hx-post="{URL}"' in text

    def test_a_valid_week_has_nothing_to_mend(self, user_client, plan):
        page = shown(user_client)
        assert (page.ways, page.none_text) == ((), "Nothing to mend: this week keeps every rule.")
        assert page.none_text in user_client.get(URL, headers=HTMX).content.decode()

    @pytest.mark.parametrize("action", ["lock", "done"])
    def test_what_only_stands_is_told_kindly(self, user_client, plan, action):
        for row in sessions_of(plan)[1:]:
            act(user_client, row, "delete")
        (row,) = sessions_of(plan)
        act(user_client, row, "move", date=SATURDAY.isoformat(), start="10:00")
        act(user_client, row, action)
        page = shown(user_client)
        assert page.broken
        assert (page.ways, page.none_text) == (
            (),
            "What is broken lies in sessions that are done, locked or past.",
        )

    def test_a_week_that_is_over_too(self, user_client, broken, set_clock):
        set_clock(WEDNESDAY_NOON + timedelta(weeks=1))
        page = shown(user_client)
        assert page.broken
        assert (page.ways, "done, locked or past" in page.none_text) == ((), True)

    def test_the_queries_are_as_many_however_much_is_planned(self, user_client, broken):
        with CaptureQueriesContext(connection) as many:
            shown(user_client)
        for row in sessions_of(broken)[:3]:
            act(user_client, row, "delete")
        with CaptureQueriesContext(connection) as few:
            shown(user_client)
        assert len(many) == len(few) <= 5


class TestStays:
    def test_what_is_locked_done_or_skipped_is_not_touched(self, user_client, broken):
        tuesday, wednesday, thursday, *_ = sessions_of(broken)
        for row, action in ((tuesday, "lock"), (wednesday, "done"), (thursday, "skip")):
            act(user_client, row, action)
        kept = {str(row.pk) for row in (tuesday, wednesday, thursday)}
        found = proposals(broken)
        assert found
        assert not {move.session.id for one in found for move in one.moves} & kept

    def test_nothing_past_is_touched_and_nothing_goes_to_the_past(self, user_client, broken, set_clock):
        set_clock(WEDNESDAY_NOON)
        found = proposals(broken)
        assert found
        for one in found:
            for move in one.moves:
                assert move.session.day >= 2
                assert move.to is None or move.to.day >= 2

    def test_today_is_open_for_what_is_still_to_come(self, user_client, user, set_clock):
        hours = [{"weekday": day, "start": "08:00", "end": "20:00"} for day in range(5)]
        plan = make_plan(user, availability=hours)
        set_clock(datetime(2026, 11, 30, 15, 10, tzinfo=UTC))
        act(user_client, sessions_of(plan)[-1], "move", date=SATURDAY.isoformat(), start="10:00")
        begun = [row for row in sessions_of(plan) if row.date == MONDAY and row.start < 15 * 60 + 30]
        found = proposals(plan)
        assert found
        for one in found:
            for move in one.moves:
                assert move.session.id not in {str(row.pk) for row in begun}
                assert move.to is None or move.to.day > 0 or move.to.start >= 15 * 60 + 30

    def test_todays_own_session_may_move(self, user_client, plan):
        act(user_client, sessions_of(plan)[0], "move", date=MONDAY.isoformat(), start="21:00")
        (change,) = shown(user_client).ways[0].changes
        assert (change.before, change.after) == ("Mon 21:00", "Mon 18:00")


class TestApply:
    def test_it_is_one_step_and_the_week_fits(self, user_client, broken):
        steps, version = Step.objects.count(), version_of(broken)
        response = choose(user_client, broken, shown(user_client).ways[0].key)
        assert response.context["board"].tone == "ok"
        assert told(response) == "1 session moved. Undo takes it back."
        assert (Step.objects.count(), version_of(broken)) == (steps + 1, version + 1)
        assert response.context["board"].undo_label == "Make it fit"

    def test_each_way_does_what_it_says_and_undo_takes_it_back(self, user_client, broken):
        before, ways = places(broken), shown(user_client).ways
        assert ways
        for number, way in enumerate(ways):
            assert shown(user_client).ways[number].key == way.key
            response = choose(user_client, broken, way.key)
            assert response.context["board"].verdict == way.verdict
            assert told(act_on_week(user_client, broken, "undo")) == "Undone: Make it fit."
            assert but_editions(places(broken)) == but_editions(before)

    def test_identity_stays_and_the_edition_rises_once_where_something_changed(self, user_client, broken):
        before = places(broken)
        way = proposals(broken)[-1]
        choose(user_client, broken, repairs.key_of(way))
        moved = {move.session.id for move in way.moves}
        for key, (uid, *_, sequence) in places(broken).items():
            assert uid == before[key][0]
            assert sequence == before[key][-1] + (str(key) in moved)

    def test_a_session_that_is_left_out_comes_back_by_undo(self, user_client, user, set_clock):
        plan = make_plan(user, availability=EVENINGS[:2])
        act_on_week(user_client, plan, "add", what="hard", minutes=40, date=SATURDAY.isoformat(), start="10:00")
        before = places(plan)
        way = shown(user_client).ways[0]
        assert "left out" in way.title
        assert [change.after for change in way.changes].count("left out") == 1
        response = choose(user_client, plan, way.key)
        assert "1 session left out. Undo takes it back." in told(response)
        assert len(places(plan)) == len(before) - 1
        act_on_week(user_client, plan, "undo")
        assert but_editions(places(plan)) == but_editions(before)

    def test_what_stays_broken_is_told(self, user_client, broken):
        sunday, friday = sessions_of(broken)[4], sessions_of(broken)[3]
        act(user_client, sunday, "lock")
        act(user_client, friday, "move", date=SATURDAY.isoformat(), start="10:00")
        way = shown(user_client).ways[0]
        assert way.tone == "breaks"
        response = choose(user_client, broken, way.key)
        assert told(response).endswith("What is still broken lies in sessions that are done, locked or past.")
        assert [m.level_tag for m in response.context["messages"]] == ["warning"]

    def test_a_stale_page_is_told_and_nothing_is_lost(self, user_client, broken):
        key = shown(user_client).ways[0].key
        stale = version_of(broken)
        act(user_client, sessions_of(broken)[0], "lock")
        before = places(broken)
        response = choose(user_client, broken, key, version=stale)
        assert "changed in another tab" in told(response)
        assert response.context["board"].iso == "2026-W49"
        assert places(broken) == before

    def test_a_key_that_is_gone_is_told(self, user_client, broken):
        before = places(broken)
        assert "changed in another tab" in told(choose(user_client, broken, "0" * 24))
        assert places(broken) == before
        with pytest.raises(Stale):
            repairs.repair_week(user=broken.user, monday=MONDAY, version=version_of(broken), proposal="0" * 24)

    def test_a_way_that_time_has_closed_is_gone(self, user_client, broken, set_clock):
        key = shown(user_client).ways[0].key
        set_clock(WEDNESDAY_NOON)
        before = places(broken)
        assert "Here it is as it stands" in told(choose(user_client, broken, key))
        assert places(broken) == before

    @pytest.mark.parametrize(
        "fields",
        [{"proposal": ""}, {"proposal": "x" * 24}, {"proposal": "0" * 5000}, {"proposal": "\x00"}, {"version": "x"}],
    )
    def test_nonsense_is_told_and_changes_nothing(self, user_client, broken, fields):
        before = places(broken)
        response = choose(user_client, broken, **({"key": "0" * 24} | fields_as_key(fields)))
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert places(broken) == before

    def test_without_script_from_the_board_and_back(self, user_client, broken):
        (url,) = re.findall(r'id="make-it-fit" class="pill pill-action" href="([^"]+)"', page(user_client, THIS_WEEK))
        form = r'<form method="post" action="([^"]+)" data-action="repair">(.*?)</form>'
        address, inside = re.findall(form, page(user_client, url), re.DOTALL)[0]
        fields = dict(re.findall(r'name="(version|proposal)" value="(\w+)"', inside))
        response = user_client.post(address, fields, follow=True)
        assert response.redirect_chain == [(THIS_WEEK, 302)]
        assert response.context["board"].tone == "ok"
        assert "1 session moved." in response.content.decode()


def fields_as_key(fields):
    """The fields as `choose` takes them."""
    return {"key" if name == "proposal" else name: value for name, value in fields.items()}


def page(client, url):
    return client.get(url).content.decode()


class TestAccess:
    def test_a_stranger_is_sent_to_the_log_in(self, client, broken):
        before = places(broken)
        for response in (client.get(URL), client.post(URL, {"version": version_of(broken)})):
            assert (response.status_code, response.url.partition("?")[0]) == (302, "/accounts/login/")
        assert places(broken) == before

    def test_another_person_sees_and_changes_only_their_own(self, user_client, other_client, broken, other_plan):
        key, before = shown(user_client).ways[0].key, places(broken)
        assert shown(other_client).ways == ()
        response = other_client.post(URL, {"version": version_of(other_plan), "proposal": key}, headers=HTMX)
        assert "Here it is as it stands" in told(response)
        assert places(broken) == before

    def test_who_has_no_such_week_finds_none(self, user_client, other_client, broken, other_plan):
        past, fields = "/week/2026-W48/repair/", {"version": 1, "proposal": "0" * 24}
        for client in (user_client, other_client):
            assert [client.get(past).status_code, client.post(past, fields).status_code] == [404, 404]

    @pytest.mark.parametrize("bad", ["2026-W00", "2026-W54", "2025-W53", "2026-49", "9999-W52", "today", "2030-W01"])
    def test_a_bad_week_is_not_found(self, user_client, plan, bad):
        url = f"/week/{bad}/repair/"
        fields = {"version": 1, "proposal": "0" * 24}
        assert [user_client.get(url).status_code, user_client.post(url, fields).status_code] == [404, 404]

    def test_who_has_no_goals_is_asked_for_them(self, user_client):
        assert user_client.get(URL).url == "/goals/"
        assert user_client.get(URL, headers=HTMX).headers["HX-Redirect"] == "/goals/"

    @pytest.mark.parametrize("method", ["put", "patch", "delete"])
    def test_no_other_method(self, user_client, plan, method):
        assert getattr(user_client, method)(URL).status_code == 405

    def test_the_form_is_guarded_against_forgery(self, user, broken):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(user)
        assert strict.post(URL, {"version": version_of(broken), "proposal": "0" * 24}).status_code == 403
