"""The trial without an account: who becomes a guest and when, what a guest may, how a trial ends."""

import random
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session as BrowserSession
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from planner.models import Feed, Plan, Profile, Session, Week
from planner.services import feeds, guests
from planner.services.plans import InvalidAnswers
from tests.factories import ANSWERS, MONDAY_MORNING, THIS_WEEK, act, act_on_week, make_plan, sessions_of
from tests.planner.conftest import GOALS
from tests.planner.test_access import SESSION_GETS, SESSION_POSTS

pytestmark = pytest.mark.django_db

LAST_DAY = MONDAY_MORNING.date() + timedelta(days=14)


def plan_of(guest):
    return Plan.objects.get(user=guest)


def leave(client):
    return client.post("/trial/leave/", {"sure": "on"}, follow=True)


class TestBeginning:
    def test_the_goals_are_open_to_a_stranger(self, client, set_clock):
        response = client.get("/goals/")
        assert response.status_code == 200
        assert response.context["first_visit"]
        assert 'name="availability-0-0-start" value="18:00"' in response.content.decode()

    def test_the_proposed_answers_as_they_stand_make_a_week(self, client, set_clock):
        form = client.get("/goals/").context["form"]
        fields = {name: value for name, value in form.initial.items() if value is not None}
        response = client.post("/goals/", fields, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert not response.context["board"].is_empty

    @pytest.mark.parametrize("path", ["/", "/goals/", "/rules/", "/week/", THIS_WEEK, "/calendar/", "/trial/"])
    def test_looking_makes_nobody(self, client, set_clock, path):
        for _ in range(2):
            client.get(path, follow=True, headers={"User-Agent": "Googlebot/2.1"})
        assert (User.objects.count(), BrowserSession.objects.count()) == (0, 0)

    def test_answers_that_need_another_look_make_nobody(self, client, set_clock):
        assert client.post("/goals/", {"goal": "fat_loss"}).status_code == 200
        assert client.post("/goals/", GOALS | {"goal": "fame"}).status_code == 200
        assert not User.objects.exists()

    def test_wishes_that_clash_are_shown_first_and_make_nobody(self, client, set_clock):
        clashing = GOALS | {"long_run_weekday": "0", "rest_weekdays": ["0"]}
        response = client.post("/goals/", clashing)
        assert response.context["clashes"]
        relaxed = client.post("/goals/", clashing | {"relax": "long_run_weekday=null"})
        assert relaxed.context["changed"]
        assert not User.objects.exists()
        assert client.post("/goals/", clashing | {"confirm": "on"}).url == "/week/"

    def test_answers_that_the_engine_refuses_leave_nobody_behind(self, db, set_clock):
        with pytest.raises(InvalidAnswers):
            guests.begin(answers=ANSWERS | {"goal": "fame"}, timezone="UTC")
        assert not User.objects.exists()

    def test_saving_makes_one_guest_with_all_that_a_person_has(self, guest):
        assert (guest.email, guest.is_guest, guest.guest_until) == (None, True, LAST_DAY)
        assert not guest.has_usable_password()
        assert Profile.objects.get(user=guest).timezone == "Europe/Berlin"
        assert Week.objects.filter(plan=plan_of(guest)).count() == 4

    def test_the_session_gets_a_new_key_and_a_cookie_that_lives_as_long_as_the_data(self, client, set_clock):
        client.cookies["sessionid"] = "planted-by-somebody-else"
        response = client.post("/goals/", GOALS)
        cookie = response.cookies["sessionid"]
        assert cookie.value != "planted-by-somebody-else"
        assert cookie["max-age"] == timedelta(days=14).total_seconds()
        assert cookie["httponly"]

    def test_a_second_save_in_another_tab_stays_in_the_same_trial(self, guest_client, guest):
        assert guest_client.post("/goals/", GOALS).url == "/week/"
        asked = guest_client.post("/goals/", GOALS | {"goal": "strength"})
        assert asked.context["asks"]
        assert list(User.objects.all()) == [guest]

    def test_too_many_from_one_place_wait_and_lose_nothing(self, db, set_clock):
        answers = [Client().post("/goals/", GOALS) for _ in range(11)]
        assert [answer.status_code for answer in answers] == [302] * 10 + [429]
        assert "nothing has been lost" in answers[-1].content.decode()
        assert 'value="fat_loss" id="id_goal_4" checked' in re.sub(r"\s+", " ", answers[-1].content.decode()).replace(
            "required ", ""
        )
        assert User.objects.count() == 10

    def test_a_form_of_another_site_is_refused(self, db, set_clock):
        assert Client(enforce_csrf_checks=True).post("/goals/", GOALS).status_code == 403
        assert not User.objects.exists()

    @pytest.mark.parametrize("seed", range(4))
    def test_nasty_answers_make_nobody_or_a_whole_plan(self, db, set_clock, seed):
        chance = random.Random(seed)
        nasty = ["\x00", "\ud800", "9" * 400, "<script>", "-1", "null", "2026-12-01", "on"]
        for _ in range(5):
            fields = {
                name: chance.choice(nasty).encode("utf-8", "surrogatepass") for name in chance.sample(sorted(GOALS), 3)
            }
            assert Client().post("/goals/", GOALS | fields).status_code in (200, 302)
        assert User.objects.count() == Plan.objects.count()


class TestWhatAGuestMay:
    def test_everything_on_the_week(self, guest_client, guest):
        plan = plan_of(guest)
        first = sessions_of(plan)[0]
        for action, fields in (
            ("move", {"date": "2026-12-05", "start": "10:00"}),
            ("flip", {}),
            ("lock", {"locked": "true"}),
            ("lock", {"locked": "false"}),
            ("done", {"status": "done"}),
        ):
            response = act(guest_client, first, action, **fields)
            assert response.status_code == 200, action
        assert act_on_week(guest_client, plan, "undo").status_code == 200
        assert plan.steps.filter(undone=True).count() == 1

    @pytest.mark.parametrize("name", SESSION_GETS)
    def test_read_a_session(self, guest_client, guest, name):
        assert guest_client.get(reverse(f"planner:{name}", args=[sessions_of(plan_of(guest))[0].pk])).status_code == 200

    def test_the_board_says_in_a_line_how_long_it_stays(self, guest_client, guest):
        text = guest_client.get("/week/").content.decode()
        assert "It stays until 14 December" in text
        assert "Keep this week:" in text
        assert "Log out" not in text

    def test_a_guest_makes_the_same_queries_as_an_account(self, guest_client, guest, user_client, plan):
        def queries(client):
            with CaptureQueriesContext(connection) as found:
                client.get("/week/")
            return len(found)

        assert queries(guest_client) == queries(user_client)

    def test_a_page_of_an_account_does_not_speak_of_trials(self, user_client, plan):
        text = user_client.get("/week/").content.decode()
        assert "trial" not in text.lower()
        assert "Log out" in text


class TestFeed:
    def test_the_calendar_page_says_what_an_account_gives(self, guest_client):
        response = guest_client.get("/calendar/")
        text = response.content.decode()
        assert response.status_code == 200
        assert "What an account gives" in text
        assert "/accounts/signup/?next=/calendar/" in text
        assert "feed-url" not in text

    @pytest.mark.parametrize(("method", "path"), [("get", "/calendar/tandem.ics"), ("post", "/calendar/rotate/")])
    def test_no_way_gives_a_guest_a_calendar(self, guest_client, method, path):
        response = getattr(guest_client, method)(path, {"sure": "on"})
        assert (response.status_code, response.url) == (302, "/calendar/")
        assert not Feed.objects.exists()

    def test_no_feed_is_ever_made_for_a_guest(self, guest):
        with pytest.raises(feeds.GuestHasNoFeed):
            feeds.feed_of(plan=plan_of(guest))
        assert not Feed.objects.exists()


class TestIsolation:
    @pytest.mark.parametrize("method_names", [("get", SESSION_GETS), ("post", SESSION_POSTS)], ids=["get", "post"])
    def test_a_guests_session_is_there_for_nobody_else(self, guest, user_client, plan, method_names):
        method, names = method_names
        row = sessions_of(plan_of(guest))[0]
        second = Client()
        second.post("/goals/", GOALS)
        for stranger in (user_client, second):
            for name in names:
                url = reverse(f"planner:{name}", args=[row.pk])
                assert getattr(stranger, method)(url, {"version": 1}).status_code == 404, name

    def test_a_guest_sees_nothing_of_an_account(self, guest_client, plan):
        row = sessions_of(plan)[0]
        assert guest_client.get(f"/sessions/{row.pk}/").status_code == 404
        assert guest_client.post(f"/sessions/{row.pk}/delete/", {"version": 1}).status_code == 404
        assert Session.objects.filter(pk=row.pk).exists()

    def test_without_the_cookie_there_is_no_way_back(self, guest_client, guest):
        stranger = Client()
        assert stranger.get("/week/").url.startswith("/accounts/login/")
        assert stranger.get("/trial/").url.startswith("/accounts/login/")

    def test_no_page_of_a_guest_is_kept_by_a_cache(self, guest_client):
        for path in ("/week/", "/goals/", "/calendar/", "/trial/leave/"):
            assert "no-store" in guest_client.get(path).headers["Cache-Control"], path


class TestStaying:
    def test_a_visit_moves_the_end_on_once_a_day(self, guest_client, guest, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=3))
        response = guest_client.get("/week/")
        guest.refresh_from_db()
        assert guest.guest_until == LAST_DAY + timedelta(days=3)
        assert response.cookies["sessionid"]["max-age"] == timedelta(days=14).total_seconds()
        assert "sessionid" not in guest_client.get("/week/").cookies

    def test_an_account_is_not_given_an_end(self, user_client, user, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=3))
        user_client.get("/week/")
        user.refresh_from_db()
        assert user.guest_until is None


class TestExpiry:
    def expire(self, capsys):
        call_command("expire_guests")
        return capsys.readouterr().out.strip()

    def test_on_the_last_day_it_is_still_there(self, guest, set_clock, capsys):
        set_clock(MONDAY_MORNING + timedelta(days=14))
        assert self.expire(capsys) == "0 trials expired."
        assert User.objects.filter(pk=guest.pk).exists()

    def test_the_day_after_it_is_gone_with_all_that_was_planned(self, guest, plan, set_clock, capsys):
        set_clock(MONDAY_MORNING + timedelta(days=15))
        assert self.expire(capsys) == "1 trial expired."
        assert list(User.objects.all()) == [plan.user]
        assert list(Plan.objects.all()) == [plan]
        assert set(Session.objects.values_list("week__plan", flat=True)) == {plan.pk}

    def test_who_comes_later_is_a_stranger_again(self, guest_client, set_clock, capsys):
        set_clock(MONDAY_MORNING + timedelta(days=15))
        self.expire(capsys)
        assert guest_client.get("/week/").url.startswith("/accounts/login/")
        assert guest_client.get("/goals/").context["first_visit"]

    def test_more_than_one_batch(self, set_clock, db, monkeypatch):
        monkeypatch.setattr(guests, "AT_ONCE", 2)
        for _ in range(5):
            User.objects.create_guest(LAST_DAY)
        assert guests.expire(today=LAST_DAY + timedelta(days=1)) == 5


class TestLeaving:
    def test_it_asks_first(self, guest_client, guest):
        assert "Throw this trial away?" in guest_client.get("/trial/leave/").content.decode()
        refused = guest_client.post("/trial/leave/", {})
        assert "Tick this first" in refused.content.decode()
        assert Plan.objects.filter(user=guest).exists()

    def test_then_nothing_is_left(self, guest_client, guest):
        response = leave(guest_client)
        assert response.redirect_chain == [("/", 302)]
        assert "thrown away" in response.content.decode()
        assert (User.objects.count(), Session.objects.count()) == (0, 0)
        assert "_auth_user_id" not in guest_client.session

    def test_a_second_click_does_no_harm(self, guest_client):
        leave(guest_client)
        assert leave(guest_client).redirect_chain == [("/", 302)]

    def test_an_account_is_not_thrown_away_like_this(self, user_client, user, plan):
        assert leave(user_client).status_code == 200
        assert User.objects.filter(pk=user.pk).exists()
        guests.discard(guest=user)
        assert User.objects.filter(pk=user.pk).exists()


def test_a_trial_and_an_account_plan_alike(guest, user, set_clock):
    """The same answers in the same week: the same sessions."""

    def told_of(plan):
        return [(row.date, row.start, row.kind, row.order) for row in sessions_of(plan)]

    assert told_of(plan_of(guest)) == told_of(make_plan(user))


@pytest.mark.parametrize("path", ["/account/", "/account/export/", "/account/delete/", "/reminders/", "/programs/"])
def test_what_is_about_an_account_leads_to_the_sign_up(guest_client, path):
    response = guest_client.get(path)
    assert (response.status_code, response["Location"]) == (302, "/accounts/signup/")
    assert guest_client.post("/programs/tokens/", {"name": "script"})["Location"] == "/accounts/signup/"
