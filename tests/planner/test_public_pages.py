"""The front page: public, without a trace, and a week made by the engine that anybody may move about."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from planner.engine.vocabulary import Verdict
from planner.queries import sample
from tests.factories import MONDAY_MORNING, make_plan, told

pytestmark = pytest.mark.django_db

MADE = "1.1080.run_first-3.1080.lift_first-5.480.run_first-6.480.lift_first"
NEXT_MONDAY = date(2026, 12, 7)
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _moment(set_clock):
    """It is Monday morning."""


def card(number=0):
    """The id of the sample's first card, or another, in time order."""
    return [one for day in sample.sample_board(MADE, NEXT_MONDAY).days for one in day.cards][number].id


def act(client, action, number=0, week=MADE, **fields):
    url = f"/sample/{action}/?card={card(number)}&week={week}"
    return client.post(url, fields, headers=HTMX)


def code_of(response):
    """How the answered week lies: what its cards would send."""
    return re.search(r"week=([\w.-]+)\"", response.content.decode())[1]


def said(response):
    return re.search(r'<p id="announcer" hx-swap-oob="innerHTML">(.*?)</p>', response.content.decode())[1]


class TestFrontPage:
    def test_a_stranger_sees_a_week_that_the_engine_made(self, client):
        response = client.get("/")
        board = sample.sample_board(MADE, NEXT_MONDAY)
        assert (response.status_code, board.verdict, board.ledger.text) == (
            200,
            "Clean week",
            "2 run-first, 2 lift-first",
        )
        assert code_of(response) == MADE == sample.as_made()

    def test_it_is_next_week_so_that_no_day_is_over(self, client):
        assert 'data-week="2026-W50"' in client.get("/").content.decode()
        board = sample.sample_board(MADE, NEXT_MONDAY)
        assert not any(day.is_today or day.is_past for day in board.days)
        assert all(card.movable for day in board.days for card in day.cards)

    def test_build_my_week_leads_to_the_goals_and_an_account_to_the_log_in(self, client):
        text = client.get("/").content.decode()
        assert len(re.findall(r'href="/goals/">Build my week</a>', text)) == 2
        assert 'href="/accounts/login/">Log in</a>' in text
        assert "/accounts/signup/" not in text

    def test_it_is_planned_once_and_asks_the_database_nothing(self, client, django_assert_num_queries):
        client.get("/")
        with django_assert_num_queries(0):
            assert client.get("/").status_code == 200

    def test_it_leaves_no_cookie(self, client):
        assert client.get("/").cookies == {}

    def test_it_shows_three_pictures_that_come_when_they_are_looked_at(self, client):
        pictures = re.findall(r"<img [^>]*>", client.get("/").content.decode())
        assert len(pictures) == 3
        for picture in pictures:
            assert 'loading="lazy"' in picture
            assert re.search(r'width="585" height="420" alt="[^"]{40,}"', picture)

    def test_who_has_a_plan_goes_to_the_week(self, user, user_client):
        assert user_client.get("/").status_code == 200
        make_plan(user)
        response = user_client.get("/")
        assert (response.status_code, response.url) == (302, "/week/")

    def test_a_sentence_from_elsewhere_is_told_once_and_not_on_the_sample(self, guest_client):
        response = guest_client.post("/trial/leave/", {"sure": "on"}, follow=True)
        assert "thrown away" in told(response)
        assert response.content.decode().count("Nothing of it is left here.") == 2  # to see, and to hear


class TestVerdicts:
    def ask(self, client, **query):
        return client.get("/sample/verdicts/", {"card": card(), "week": MADE} | query)

    def test_they_are_those_of_the_engine_for_each_day(self, client):
        days = self.ask(client).json()["days"]
        assert list(days) == [(NEXT_MONDAY + timedelta(days=number)).isoformat() for number in range(7)]
        assert days["2026-12-08"]["text"] == "It is here now."
        assert {day["verdict"] for day in days.values()} <= {verdict.value for verdict in Verdict}

    def test_the_sample_has_places_of_every_kind(self, client):
        found = {
            (day["verdict"] if day["possible"] else "impossible")
            for number in range(4)
            for day in self.ask(client, card=card(number)).json()["days"].values()
        }
        assert found == {"ok", "caution", "breaks", "impossible"}

    @pytest.mark.parametrize(
        "query",
        [
            {"card": "00000000-0000-0000-0000-000000000000"},
            {"card": "x"},
            {"week": ""},
            {"week": MADE[:-10]},
            {"week": f"{MADE}-0.0."},
            {"week": "1.1080.run_first" + "-1.1080.run_first" * 3},
            {"week": MADE.replace("1080", "1500", 1)},
            {"week": MADE.replace("1.", "7.", 1)},
            {"week": MADE.replace("run_first", "both", 1)},
            {"week": MADE.replace("run_first", "", 1)},
            {"week": "9" * 5000},
            {"week": "\x00"},
        ],
    )
    def test_what_is_no_week_or_no_card_of_it_is_not_found(self, client, query):
        assert self.ask(client, **query).status_code == 404


class TestMove:
    def test_the_drop_shows_what_was_promised(self, client):
        for number in range(4):
            promised = TestVerdicts().ask(client, card=card(number)).json()["days"]
            for day, answer in promised.items():
                if not answer["possible"] or answer["text"] == "It is here now.":
                    continue
                response = act(client, "move", number, date=day, start=answer["start"])
                level = {"ok": "success", "caution": "warning", "breaks": "warning"}[answer["verdict"]]
                assert f"notice {level}" in response.content.decode(), (number, day)
                assert said(response).startswith("Moved to ")

    def test_the_week_travels_with_the_page(self, client):
        moved = code_of(act(client, "move", date="2026-12-11", start="18:00"))
        assert moved == MADE.replace("1.1080", "4.1080")
        again = code_of(act(client, "move", 1, week=moved, date="2026-12-09", start="19:00"))
        assert again == moved.replace("3.1080", "2.1140")

    def test_a_place_that_cannot_be_leaves_it_with_the_reason(self, client):
        response = act(client, "move", date="2026-12-10", start="18:00")
        assert said(response) == "Thursday already has a run; nobody runs twice in a day."
        assert code_of(response) == MADE

    def test_a_page_of_last_week_still_works(self, client, set_clock):
        set_clock(MONDAY_MORNING + timedelta(weeks=1))
        response = act(client, "move", date="2026-12-11", start="18:00")
        assert code_of(response) == MADE.replace("1.1080", "4.1080")
        assert 'data-day="2026-12-18"' in response.content.decode()

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"date": "2026-12-11"},
            {"date": "x", "start": "18:00"},
            {"date": "2026-12-11", "start": "25:00"},
            {"date": "9999-12-31", "start": "18:00"},
            {"date": "2026-12-11", "start": "\x00"},
        ],
    )
    def test_what_makes_no_sense_gets_the_week_as_it_was_made(self, client, fields):
        response = act(client, "move", week=MADE.replace("1.1080", "4.1080"), **fields)
        assert response.status_code == 200
        assert said(response) == "The page was incomplete. Here is the week as it stands."
        assert code_of(response) == MADE

    def test_a_week_that_cannot_be_is_not_drawn(self, client):
        response = act(client, "move", week="x" * 100_000, date="2026-12-11", start="18:00")
        assert code_of(response) == MADE


class TestFlip:
    def test_the_order_turns_and_the_ledger_follows(self, client):
        response = act(client, "flip")
        assert said(response).startswith("Lift first now.")
        assert code_of(response) == MADE.replace("run_first", "lift_first", 1)
        assert "1 run-first, 3 lift-first" in response.content.decode()

    def test_there_and_back_loses_nothing(self, client):
        assert code_of(act(client, "flip", week=code_of(act(client, "flip")))) == MADE

    def test_an_unknown_card_turns_nothing(self, client):
        url = f"/sample/flip/?card=00000000-0000-0000-0000-000000000000&week={MADE}"
        assert code_of(client.post(url)) == MADE


class TestWithoutATrace:
    def test_nothing_is_asked_of_the_database_or_left_in_the_browser(self, client, django_assert_num_queries):
        client.get("/")
        with django_assert_num_queries(0):
            answers = [
                act(client, "move", date="2026-12-11", start="18:00"),
                act(client, "flip"),
                client.get("/sample/"),
                client.get("/sample/verdicts/", {"card": card(), "week": MADE}),
            ]
        for answer in answers:
            assert answer.cookies == {}
            assert "Cookie" not in answer.headers.get("Vary", "")

    def test_it_needs_no_token_against_forgery_since_it_changes_nothing(self):
        assert act(Client(enforce_csrf_checks=True), "flip").status_code == 200

    def test_as_it_was(self, client):
        assert code_of(client.get("/sample/")) == MADE

    def test_too_many_drops_wait(self, client):
        statuses = [act(client, "flip").status_code for _ in range(91)]
        assert set(statuses[:90]) == {200}
        assert statuses[90] == 429

    def test_too_many_cards_picked_up_wait_too_and_no_browser_keeps_that(self, client, settings):
        settings.ACCOUNT_RATE_LIMITS = {"sample_verdicts": "2/m/ip"}
        query = {"card": card(), "week": MADE}
        answers = [client.get("/sample/verdicts/", query) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert [answer.headers.get("Cache-Control") for answer in answers] == ["max-age=300", "max-age=300", None]

    def test_a_hand_that_tries_every_card_for_a_minute_is_never_stopped(self, client):
        query = {"card": card(), "week": MADE}
        assert {client.get("/sample/verdicts/", query).status_code for _ in range(240)} == {200}
        assert client.get("/sample/verdicts/", query).status_code == 429

    @pytest.mark.parametrize("name", ["sample_move", "sample_flip"])
    def test_drops_are_posts(self, client, name):
        assert client.get(reverse(f"planner:{name}")).status_code == 405

    def test_other_weeks_are_not_kept_without_end(self):
        for minute in range(300):
            sample.sample_board(MADE.replace("1080", str(minute), 1), NEXT_MONDAY)
        assert sample.sample_board.cache_info().currsize <= sample.KEPT

    def test_the_sample_speaks_of_no_session_of_anybody(self, client):
        assert "/sessions/" not in client.get("/").content.decode()


def test_the_ledger_of_the_week_has_a_short_form_for_a_phone(client):
    assert 'class="ledger-short"' in client.get("/").content.decode()
