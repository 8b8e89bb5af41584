"""The week beside the goals form: planned from answers that are not saved, for anybody, within bounds."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from planner import mapping
from planner.engine import Context, longest_run_cap, plan_week
from planner.models import Plan, Preferences, Profile, Session
from planner.queries.goal_cards import goal_cards
from planner.views import preview as views
from tests.factories import ANSWERS, MONDAY, MONDAY_MORNING
from tests.planner.test_clashes import CLASHING, TWO_SHORT_DAYS, WISHES
from tests.planner.test_goals import GOOD, save

pytestmark = pytest.mark.django_db

WEEK, CLASHES = "/goals/preview/", "/goals/preview/clashes/"
HTMX = {"HX-Request": "true"}


def ask(client, fields, path=WEEK, **more):
    return client.post(path, fields | more, headers=HTMX)


def shown(response):
    assert response.status_code == 200
    return response.context["preview"]


def note(response):
    """What an answer without a week says."""
    assert (response.status_code, response["HX-Reswap"]) == (200, "none")
    text = response.content.decode()
    assert "preview-week" not in text
    assert 'id="preview-note"' in text
    assert "hx-swap-oob" in text
    return response.context["note"]


class TestTheWeek:
    def test_it_is_the_engines_week_of_these_answers(self, user_client, set_clock):
        week = shown(ask(user_client, GOOD))
        athlete = mapping.athlete_of(Profile(answers=ANSWERS, timezone="Europe/Berlin"))
        planned = plan_week(athlete, context=Context(plan_week=1, start=MONDAY)).week.sessions
        told = [(number, one.start, one.minutes) for number, day in enumerate(week.days) for one in day.sessions]
        assert told == [(s.day, f"{s.start // 60:02}:{s.start % 60:02}", s.minutes) for s in planned]
        assert week.title == "30 Nov – 6 Dec"
        assert week.ledger == "3 run-first, 2 lift-first"
        assert week.verdict == "Clean week"

    def test_nobody_needs_an_account_for_it(self, client, set_clock):
        response = ask(client, GOOD)
        assert len([day for day in shown(response).days if day.sessions]) == 5
        assert not response.cookies
        assert response["Cache-Control"].startswith("max-age=0")

    @pytest.mark.parametrize(("tag", "distance"), [("en-US", "6.2 mi"), ("en-GB", "10 km"), ("", "10 km")])
    def test_a_stranger_is_told_distances_as_the_board_will_tell_them(self, set_clock, tag, distance):
        client = Client(headers={"Accept-Language": tag})
        race = {"race_date": "2026-12-06", "race_distance_km": "10"}
        told = shown(ask(client, GOOD, **race)).days[6].rest_text
        assert distance in told
        assert client.post("/goals/", GOOD | race | {"confirm": "on"}).status_code == 302
        assert told in client.get("/week/2026-W49/").content.decode()

    def test_an_account_without_a_plan_as_it_chose(self, user, user_client, set_clock):
        Preferences.objects.create(user=user, distances="mi")
        week = shown(ask(user_client, GOOD, race_date="2026-12-06", race_distance_km="10"))
        assert "6.2 mi" in week.days[6].rest_text

    def test_it_saves_nothing(self, user_client, set_clock):
        ask(user_client, GOOD)
        ask(user_client, CLASHING, CLASHES)
        assert not Profile.objects.exists()
        assert not Plan.objects.exists()

    def test_a_person_with_a_plan_sees_the_coming_week_and_keeps_the_one_there_is(self, user_client, set_clock):
        save(user_client)
        before = list(Session.objects.values())
        set_clock(MONDAY_MORNING + timedelta(days=2))
        week = shown(ask(user_client, GOOD | {"goal": "strength"}))
        assert week.title == "7 Dec – 13 Dec"
        assert list(Session.objects.values()) == before

    def test_what_a_week_gives_up_is_told_and_what_clashes_is_asked_for_next(self, user_client, set_clock):
        response = ask(user_client, CLASHING)
        assert shown(response).changes
        assert f'hx-post="{CLASHES}"' in response.content.decode()
        assert f'hx-post="{CLASHES}"' not in ask(user_client, GOOD).content.decode()

    def test_the_page_shows_it_before_anything_is_changed(self, user_client, set_clock):
        page = user_client.get("/goals/")
        assert [bool(day.sessions) for day in page.context["preview"].days].count(True) == 5
        assert 'id="preview-week"' in page.content.decode()

    def test_a_page_with_errors_shows_the_week_before(self, user_client, set_clock):
        save(user_client)
        page = save(user_client, training_days="8")
        assert page.context["preview"].days[0].sessions
        assert page.context["note"] == "The week is the one before."

    def test_an_empty_week_says_so(self, user_client, set_clock):
        fields = {"goal": "endurance", "timezone": "UTC", "rest_weekdays": ["0"]}
        hours = {"availability-0-0-start": "18:00", "availability-0-0-end": "20:00"}
        week = shown(ask(user_client, fields | hours))
        assert (week.is_empty, week.verdict, week.tone) == (True, "Nothing planned", "ok")
        assert week.changes

    def test_a_race_takes_its_day(self, user_client, set_clock):
        week = shown(ask(user_client, GOOD, race_date="2026-12-06", race_distance_km="10"))
        assert week.days[6].rest_text == "Race day, 10 km"


class TestNotes:
    def test_circuits_hold_lifts_where_none_were_asked_for(self, user_client, set_clock):
        week = shown(ask(user_client, GOOD, lifts_per_week="0", circuits_per_week="1"))
        assert (
            "You asked for no lifts of their own. Your circuit is a run and a lift in one all the same." in week.notes
        )

    def test_what_is_taken_for_the_longest_run_is_asked_of_the_engine(self, user_client, set_clock):
        athlete = mapping.athlete_of(Profile(answers=ANSWERS, timezone="UTC"))
        minutes = longest_run_cap(athlete, Context(plan_week=1))
        (told,) = shown(ask(user_client, GOOD)).notes
        assert told.endswith(f"no run of this week is longer than {minutes} min.")
        assert shown(ask(user_client, GOOD, longest_recent_run_minutes="50")).notes == ()

    def test_who_has_run_by_plan_is_not_asked_for_it(self, user_client, set_clock):
        save(user_client)
        set_clock(MONDAY_MORNING + timedelta(weeks=1, days=1))
        assert shown(ask(user_client, GOOD)).notes == ()

    def test_the_marks_of_the_goals_are_the_engines_weeks(self):
        cards = {card.value: (card.runs, card.lifts) for card in goal_cards()}
        assert len(cards) == 6
        assert cards["endurance"][0] > cards["endurance"][1]
        assert cards["muscle"][0] < cards["muscle"][1]


class TestWrongAnswers:
    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"training_days": "8"}, "Training days a week, at most: write a whole number from 1 to 7"),
            ({"availability-1-0-end": ""}, "Your free hours: say when this time ends."),
            ({"race_date": "2027-03-01"}, "Distance, km: say how long the race is."),
            ({"goal": "fly"}, "Goal: choose one of those offered."),
            ({"exceptions": "2026-12-24\x00"}, "Dates and their hours: there is a character in it"),
            ({"order_policy": "my_order"}, "My order is: choose your order."),
        ],
    )
    def test_the_last_week_stays_with_a_word_about_the_answer(self, user_client, set_clock, fields, told):
        text = note(ask(user_client, GOOD | fields))
        assert text.startswith(told)
        assert text.endswith("The week is the one before.")

    def test_what_the_engine_minds_is_told_too(self, user_client, set_clock, monkeypatch):
        def refuse(**answers):
            raise views.plans.InvalidAnswers("race.date", "The engine minds.")

        monkeypatch.setattr(views.plans, "check_answers", refuse)
        assert note(ask(user_client, GOOD)).startswith("Date of the race: the engine minds.")

    def test_nothing_at_all_is_no_crash(self, client):
        assert note(ask(client, {})).startswith("Goal: choose what you want most.")
        assert ask(client, {}, CLASHES).content == b""


class TestWhatClashes:
    def test_one_clash_is_told_with_what_each_way_out_fills_in(self, user_client, set_clock):
        response = ask(user_client, CLASHING, CLASHES)
        (clash,) = response.context["clashes"]
        assert clash.wishes == WISHES
        ways = {way.text: json.loads(fills) for way, fills in response.context["ways"]}
        assert ways["4 lifts a week"] == {"lifts_per_week": ["4"]}
        assert ways["Train on Monday too"] == {"rest_weekdays": ["5", "6"]}

    def test_each_way_out_leads_to_a_week_of_all_answers(self, user_client, set_clock):
        found = ask(user_client, CLASHING, CLASHES).context["ways"]
        assert len(found) == 4
        for _, fills in found:
            assert shown(ask(user_client, CLASHING | json.loads(fills))).changes == ()

    def test_hours_are_filled_in_as_times(self, user_client, set_clock):
        found = ask(user_client, TWO_SHORT_DAYS, CLASHES).context["ways"]
        fills = next(json.loads(fills) for way, fills in found if "free minutes on" in way.text)
        assert len(fills) == 63
        assert fills["availability-1-0-start"] == ["18:00"]
        before = shown(ask(user_client, TWO_SHORT_DAYS)).changes
        assert shown(ask(user_client, TWO_SHORT_DAYS | fills)).changes != before

    def test_nobody_needs_an_account_for_it(self, client, set_clock):
        assert ask(client, CLASHING, CLASHES).context["clashes"]


class TestBounds:
    @pytest.mark.parametrize("path", [WEEK, CLASHES])
    def test_a_request_larger_than_any_form_is_refused(self, client, path):
        assert ask(client, GOOD, path, exceptions="x" * views.LONGEST).status_code == 413

    @pytest.mark.parametrize("path", [WEEK, CLASHES])
    def test_many_requests_in_a_minute_are_refused(self, client, settings, set_clock, path):
        settings.ACCOUNT_RATE_LIMITS = {"goals_preview": "2/m/ip"}
        assert [ask(client, GOOD, path).status_code for _ in range(3)] == [200, 200, 429]

    @pytest.mark.parametrize("path", [WEEK, CLASHES])
    def test_it_is_a_post_guarded_against_forgery(self, client, path):
        assert client.get(path).status_code == 405
        assert Client(enforce_csrf_checks=True).post(path, GOOD).status_code == 403

    @pytest.mark.parametrize("more", [{}, {"training_days": "7", "arrangement": "two_a_day"}], ids=["small", "full"])
    def test_it_reads_a_plan_in_as_many_queries_however_full(
        self, user_client, set_clock, django_assert_num_queries, more
    ):
        assert save(user_client, confirm="on", **more).status_code == 302
        with django_assert_num_queries(4):  # session, person, plan and weeks, sessions
            ask(user_client, GOOD | more)

    @pytest.mark.parametrize("more", [{}, {"training_days": "7", "arrangement": "two_a_day"}], ids=["small", "full"])
    def test_the_page_is_read_in_as_many_queries_however_full(
        self, user_client, set_clock, django_assert_num_queries, more
    ):
        assert save(user_client, confirm="on", **more).status_code == 302
        user_client.get("/week/")  # takes the sentence about the new plan
        with django_assert_num_queries(8):
            user_client.get("/goals/")

    def test_nobodys_week_reads_nothing(self, client, set_clock, django_assert_num_queries):
        with django_assert_num_queries(0):
            ask(client, GOOD)
