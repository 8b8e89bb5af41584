"""The board as it is drawn: the contract's hooks, the words, and a fixed number of queries."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner.models import Session
from tests.factories import (
    MONDAY,
    MONDAY_MORNING,
    SUNDAY,
    THIS_WEEK,
    TUESDAY,
    act,
    act_on_week,
    make_plan,
    sessions_of,
    version_of,
)

pytestmark = pytest.mark.django_db
WEEK = "2026-W49"
MOST_OF_A_MOVE = 8  # log-in and user, weeks, sessions, the feed's date, session, week, step


def page(client, path=THIS_WEEK):
    response = client.get(path)
    assert response.status_code == 200
    return response.context["board"], response.content.decode()


class TestHooks:
    def test_seven_days_in_order(self, user_client, plan):
        found = re.findall(r'data-day="([0-9-]+)"', page(user_client)[1])
        assert found == [(MONDAY + timedelta(days=n)).isoformat() for n in range(7)]

    def test_each_card_says_what_it_is(self, user_client, plan):
        text = page(user_client)[1]
        for row in sessions_of(plan):
            (tag,) = re.findall(rf'<article[^>]* data-session="{row.pk}"[^>]*>', text)
            for hook in (f'kind="{row.kind}"', f'order="{row.order}"', 'locked="false"', 'status="planned"'):
                assert f"data-{hook}" in tag

    def test_each_action_has_its_form(self, user_client, plan):
        text = page(user_client)[1]
        actions = set(re.findall(r'data-action="(\w+)"', text))
        assert actions >= {"move", "flip", "lock", "done", "skip", "delete", "undo", "redo", "remake", "add"}
        assert {"date", "start", "version"} <= set(re.findall(r'name="(\w+)"', text))

    def test_findings_have_their_rule_and_severity(self, user_client, plan):
        act(user_client, sessions_of(plan)[0], "move", date=SUNDAY.isoformat(), start="10:00")
        assert re.search(r'data-finding="availability"[^>]* data-severity="hard"', page(user_client)[1])

    def test_a_finding_leads_to_its_rule_on_the_board_and_on_its_sessions_page(self, user_client, plan):
        first = sessions_of(plan)[0]
        act(user_client, first, "move", date=SUNDAY.isoformat(), start="10:00")
        for path in (THIS_WEEK, f"/sessions/{first.pk}/"):
            assert 'href="/rules/#rule-availability"' in user_client.get(path).content.decode()

    def test_one_live_region(self, user_client, plan):
        assert page(user_client)[1].count('aria-live="polite"') == 1

    def test_the_fragment_is_the_board_without_the_page(self, user_client, plan):
        text = page(user_client, THIS_WEEK + "board/")[1]
        assert "<html" not in text
        assert text.strip().startswith('<section id="board"')

    def test_an_action_by_htmx_answers_board_and_announcement(self, user_client, plan):
        text = act(user_client, sessions_of(plan)[0], "lock").content.decode()
        assert text.strip().startswith('<section id="board"')
        assert re.search(r'<p id="announcer" hx-swap-oob="innerHTML">Locked in place', text)


class TestWords:
    def test_a_clean_week(self, user_client, plan):
        board = page(user_client)[0]
        assert (board.title, board.verdict, board.tone) == ("30 Nov – 6 Dec", "Clean week", "ok")
        assert board.subtitle == "Steady, week 1 · 4 h 35"
        assert board.ledger.text == "3 run-first, 2 lift-first"
        assert (board.previous_iso, board.next_iso, board.is_this_week) == (None, "2026-W50", True)

    def test_a_combined_card_shows_its_order(self, user_client, plan):
        tuesday = page(user_client)[0].days[1]
        assert (tuesday.name, tuesday.windows) == ("Tue", ("18:00–20:00",))
        card = tuesday.cards[0]
        assert [(band.number, band.modality, band.detail) for band in card.bands] == [
            (1, "lift", "Lower body"),
            (2, "run", "Easy, talk pace"),
        ]
        assert card.label == "Lift 30 min lower body, then run 25 min easy, talk pace"
        assert (card.start, card.end, card.movable) == ("18:00", "18:55", True)

    def test_empty_days(self, user_client, plan):
        assert page(user_client)[0].days[6].rest_text == "Rest day"
        act(user_client, sessions_of(plan)[0], "delete")
        assert page(user_client)[0].days[0].rest_text == "Free day"

    def test_an_empty_week_says_how_to_go_on(self, user_client, plan):
        assert "Nothing is planned" not in page(user_client)[1]
        Session.objects.filter(week__plan=plan).delete()
        board, text = page(user_client)
        assert "Nothing is planned in this week. Remake plans it again" in text
        assert (board.verdict, board.tone, board.findings) == ("Nothing planned", "ok", ())

    def test_a_broken_rule(self, user_client, plan):
        row, saturday = sessions_of(plan)[4], SUNDAY - timedelta(days=1)
        board = act(user_client, row, "move", date=saturday.isoformat(), start="10:00").context["board"]
        assert (board.verdict, board.tone) == ("1 rule broken", "breaks")
        assert [(found.rule, found.dates, found.sessions) for found in board.findings] == [
            ("availability", (saturday,), (row.pk,))
        ]
        assert board.days[5].cards[0].findings == board.findings

    def test_cards_stand_in_time_order(self, user_client, plan):
        for start in ("10:00", "07:00", "21:00"):
            fields = {"what": "walk", "minutes": 30, "date": SUNDAY.isoformat(), "start": start}
            board = act_on_week(user_client, plan, "add", **fields).context["board"]
        assert [card.start for card in board.days[6].cards] == ["07:00", "10:00", "21:00"]

    def test_past_today_and_to_come(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=1))
        days = page(user_client)[0].days
        assert [day.is_past for day in days] == [True] + [False] * 6
        assert [day.is_today for day in days] == [False, True] + [False] * 5
        assert [day.cards[0].movable for day in days[:2]] == [False, True]

    def test_changes_are_told(self, user, user_client, set_clock):
        make_plan(user, runs_per_week=7, lifts_per_week=6)
        assert page(user_client)[0].changes

    def test_a_week_that_is_over_offers_no_addition(self, user_client, plan, set_clock):
        assert 'data-action="add"' in page(user_client)[1]
        set_clock(MONDAY_MORNING + timedelta(weeks=1))
        assert 'data-action="add"' not in page(user_client)[1]


class TestSession:
    def test_its_page_tells_all(self, user_client, plan):
        row = sessions_of(plan)[1]
        response = user_client.get(f"/sessions/{row.pk}/")
        detail, text = response.context["detail"], response.content.decode()
        assert detail.title == "Lower-body lift then easy run"
        assert detail.when == "Tuesday 1 December, 18:00–18:55"
        assert [reason.heading for reason in detail.reasons] == ["Why it exists", "Why this day", "Why this order"]
        assert all(reason.text for reason in detail.reasons)
        own = {"move", "flip", "lock", "done", "skip", "delete", "shape", "minutes", "note", "weights"}
        actions = own | {"exchange"}  # the last among the other days
        assert set(re.findall(r'data-action="(\w+)"', text)) == actions
        assert [week.title for week in detail.move_weeks] == ["30 Nov – 6 Dec", "7 Dec – 13 Dec"]
        assert detail.move_weeks[0].dates == tuple(MONDAY + timedelta(days=n) for n in range(7))

    def test_the_panel_is_a_fragment(self, user_client, plan):
        text = user_client.get(f"/sessions/{sessions_of(plan)[0].pk}/panel/").content.decode()
        assert "<html" not in text
        assert "data-panel-session" in text

    @pytest.mark.parametrize("action", ["lock", "done", "skip"])
    def test_a_fixed_one_has_its_page_too(self, user_client, plan, action):
        row = sessions_of(plan)[1]
        act(user_client, row, action)
        detail = user_client.get(f"/sessions/{row.pk}/").context["detail"]
        assert (detail.card.movable, detail.can_flip) == (False, False)
        assert detail.reasons

    def test_every_kind_has_its_page(self, user_client, plan):
        for what, start in (("walk", "06:00"), ("circuit", "10:00")):
            fields = {"what": what, "minutes": 30, "date": SUNDAY.isoformat(), "start": start}
            act_on_week(user_client, plan, "add", **fields)
        for row in Session.objects.filter(date=SUNDAY):
            assert user_client.get(f"/sessions/{row.pk}/").status_code == 200

    def test_past_days_are_no_place_to_move_to(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=5))
        detail = user_client.get(f"/sessions/{sessions_of(plan)[1].pk}/").context["detail"]
        assert detail.move_weeks[0].dates == (SUNDAY - timedelta(days=1), SUNDAY)


class TestVerdicts:
    def test_seven_days_with_verdict_and_text(self, user_client, plan):
        answer = user_client.get(f"/sessions/{sessions_of(plan)[0].pk}/verdicts/")
        days = json.loads(answer.content)["days"]
        assert list(days) == [(MONDAY + timedelta(days=n)).isoformat() for n in range(7)]
        assert {one["verdict"] for one in days.values()} <= {"ok", "caution", "breaks"}
        assert all(one["text"] and re.fullmatch(r"\d\d:\d\d", one["start"]) for one in days.values())
        assert days[TUESDAY.isoformat()]["verdict"] == "breaks"

    def test_days_that_are_over_are_told(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=2))
        days = user_client.get(f"/sessions/{sessions_of(plan)[4].pk}/verdicts/").json()["days"]
        assert days[MONDAY.isoformat()] == {
            "verdict": "breaks",
            "text": "This day is over.",
            "start": "18:00",
            "possible": False,
            "exchange": "",
        }

    def test_a_taken_day_tells_the_way_out(self, user_client, plan):
        days = user_client.get(f"/sessions/{sessions_of(plan)[0].pk}/verdicts/").json()["days"]
        taken, free = days[TUESDAY.isoformat()], days[SUNDAY.isoformat()]
        assert (taken["possible"], taken["text"]) == (False, "Tuesday already has a run; nobody runs twice in a day.")
        assert taken["exchange"].startswith("Exchange with Tuesday: ")
        assert (free["possible"], free["exchange"]) == (True, "")

    @pytest.mark.parametrize("action", ["lock", "done"])
    def test_what_is_locked_or_done_is_not_exchanged(self, user_client, plan, action):
        monday, tuesday = sessions_of(plan)[:2]
        act(user_client, tuesday, action)
        day = user_client.get(f"/sessions/{monday.pk}/verdicts/").json()["days"][TUESDAY.isoformat()]
        assert (day["possible"], day["exchange"]) == (False, "")

    @pytest.mark.parametrize("number", range(5))
    def test_they_agree_with_the_drop(self, user_client, plan, number):
        row = sessions_of(plan)[number]
        for day, verdict in user_client.get(f"/sessions/{row.pk}/verdicts/").json()["days"].items():
            if day == row.date.isoformat():
                continue
            answer = act(user_client, row, "move", date=day, start=verdict["start"])
            (message,) = answer.context["messages"]
            level = "error" if not verdict["possible"] else "success" if verdict["verdict"] == "ok" else "warning"
            assert message.level_tag == level
            assert verdict["text"] in str(message) or verdict["verdict"] == "ok"
            if verdict["possible"]:
                act_on_week(user_client, plan, "undo")

    def test_a_skipped_session_has_verdicts_too(self, user_client, plan):
        row = sessions_of(plan)[0]
        act(user_client, row, "skip")
        assert user_client.get(f"/sessions/{row.pk}/verdicts/").status_code == 200


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return to_tables(captured)


def to_tables(captured):
    """How many statements there were; what opens a transaction, or asks once what the database can, is none."""
    tables = ('"planner_', '"accounts_', '"django_session"')
    return sum(any(table in query["sql"] for table in tables) for query in captured)


@pytest.mark.parametrize("path", [THIS_WEEK, "/week/", THIS_WEEK + "board/"])
def test_a_board_costs_the_same_queries_whatever_it_holds(user_client, plan, path):
    Session.objects.exclude(pk=sessions_of(plan)[0].pk).delete()
    with_one = queries(user_client, path)
    for hour in range(9):
        fields = {"what": "walk", "minutes": 30, "date": SUNDAY.isoformat(), "start": f"{hour + 8:02}:00"}
        act_on_week(user_client, plan, "add", **fields)
    assert len(sessions_of(plan)) == 10
    assert queries(user_client, path) == with_one <= 4


def test_a_session_page_costs_the_same_queries(user_client, plan):
    path = f"/sessions/{sessions_of(plan)[0].pk}/"
    assert queries(user_client, path) <= 8
    Session.objects.exclude(pk=sessions_of(plan)[0].pk).delete()
    assert queries(user_client, path) <= 8


def statements(client, plan, row, **fields):
    """How many statements a move is."""
    values = {"version": version_of(plan), "start": "10:00", **fields}
    with CaptureQueriesContext(connection) as captured:
        client.post(f"/sessions/{row.pk}/move/", values, headers={"HX-Request": "true"})
    return to_tables(captured)


def test_a_move_costs_the_same_queries_whatever_the_week_holds(user_client, plan):
    row = sessions_of(plan)[0]
    Session.objects.exclude(pk=row.pk).delete()
    with_one = statements(user_client, plan, row, board_week=WEEK, date=SUNDAY.isoformat())
    for hour in range(9):
        fields = {"what": "walk", "minutes": 30, "date": TUESDAY.isoformat(), "start": f"{hour + 8:02}:00"}
        act_on_week(user_client, plan, "add", **fields)
    saturday = SUNDAY - timedelta(days=1)
    with_ten = statements(user_client, plan, row, board_week=WEEK, date=saturday.isoformat())
    locks = int(connection.features.has_select_for_update)  # asked for by themselves, where rows are locked
    assert with_one == with_ten <= MOST_OF_A_MOVE + locks
    assert statements(user_client, plan, row, date=SUNDAY.isoformat()) == with_ten + 1  # the week is looked up


@pytest.mark.parametrize("week", ["2026-W50", "2026-W99", "W49", "", "2019-W49"])
def test_a_week_that_the_page_does_not_show_moves_nothing_astray(user_client, plan, week):
    row = sessions_of(plan)[0]
    act(user_client, row, "delete", board_week=week)
    assert Session.objects.filter(pk=row.pk).exists() is (week in {"2026-W50", "2019-W49"})
    assert len(sessions_of(plan, MONDAY + timedelta(weeks=1))) == 5
