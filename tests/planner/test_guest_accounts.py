"""A trial comes into an account: by sign-up, by log-in to one without a plan; where both have one, the person says."""

import re

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from planner.models import Plan, Profile, Step
from planner.services import guests
from tests.accounts.test_sign_up import NEW, SIGN_UP, with_mail
from tests.factories import THIS_WEEK, act, make_plan, sessions_of, told, version_of

pytestmark = pytest.mark.django_db

LOG_IN = "/accounts/login/"


def whole(plan):
    """A plan with its weeks, sessions and steps, as rows."""
    return {
        "plan": Plan.objects.filter(pk=plan.pk).values("pk", "started_on", "first_day", "feed_changed_at").get(),
        "weeks": list(plan.weeks.values()),
        "sessions": [row for week in plan.weeks.all() for row in week.sessions.values()],
        "steps": list(plan.steps.values()),
    }


@pytest.fixture
def trial(guest_client, guest):
    """The guest's plan after one move and one undone flip."""
    plan = Plan.objects.get(user=guest)
    first, second = sessions_of(plan)[:2]
    act(guest_client, first, "move", date="2026-12-05", start="10:00")
    act(guest_client, second, "flip")
    guest_client.post(f"{THIS_WEEK}undo/", {"version": version_of(plan)})
    assert Step.objects.filter(plan=plan).count() == 2
    return plan


def log_in(client, user, password, **fields):
    return client.post(LOG_IN, {"login": user.email, "password": password, **fields}, follow=True)


def code_of(message):
    return re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", message.body, re.MULTILINE).group(1)


class TestSignUp:
    def test_it_keeps_all_and_asks_nothing_twice(self, guest_client, trial, guest):
        before = whole(trial)
        response = guest_client.post(SIGN_UP, NEW, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert "in your account now" in told(response)
        account = User.objects.get()
        assert (account.email, account.is_guest) == ("eve@example.org", False)
        assert account.check_password(NEW["password1"])
        assert Plan.objects.get(user=account) == trial
        assert whole(trial) == before
        assert Profile.objects.get(user=account).timezone == "Europe/Berlin"

    def test_undo_goes_on_where_it_was(self, guest_client, trial):
        guest_client.post(SIGN_UP, NEW)
        response = guest_client.post(f"{THIS_WEEK}undo/", {"version": version_of(trial)}, follow=True)
        assert "Undone: Move" in told(response)

    def test_the_session_gets_a_new_key_and_the_old_one_opens_nothing(self, guest_client, trial):
        old = guest_client.cookies["sessionid"].value
        guest_client.post(SIGN_UP, NEW)
        assert guest_client.cookies["sessionid"].value != old
        thief = Client()
        thief.cookies["sessionid"] = old
        assert thief.get("/week/").url.startswith(LOG_IN)

    def test_the_sign_up_page_says_what_comes_along(self, guest_client, client):
        assert "Your trial goes with you" in guest_client.get(SIGN_UP).content.decode()
        assert "trial" not in client.get(SIGN_UP).content.decode()

    def test_it_goes_on_to_the_page_that_was_asked_for(self, guest_client, trial):
        response = guest_client.post(SIGN_UP, NEW | {"next": "/calendar/"}, follow=True)
        assert response.redirect_chain == [("/calendar/", 302)]
        assert "feed-url" in response.content.decode()

    def test_a_refused_sign_up_changes_nothing(self, guest_client, trial, guest):
        assert guest_client.post(SIGN_UP, NEW | {"password1": "short"}).status_code == 200
        assert list(User.objects.all()) == [guest]
        assert guest_client.get("/week/").status_code == 200

    def test_a_second_click_finds_the_account(self, guest_client, trial):
        guest_client.post(SIGN_UP, NEW)
        response = guest_client.post(SIGN_UP, NEW, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert User.objects.count() == 1

    def test_a_sign_up_from_nothing_is_asked_for_goals(self, client, set_clock):
        assert client.post(SIGN_UP, NEW).url == "/goals/"


class TestSignUpWithMail:
    @with_mail
    def test_until_the_code_the_trial_goes_on(self, guest_client, trial, guest):
        response = guest_client.post(SIGN_UP, NEW)
        assert response.url == "/accounts/confirm-email/"
        assert guest_client.get("/accounts/confirm-email/").status_code == 200
        assert guest_client.get("/week/").status_code == 200
        assert Plan.objects.get().user == guest

    @with_mail
    def test_the_code_brings_it_in(self, guest_client, trial):
        before = whole(trial)
        guest_client.post(SIGN_UP, NEW)
        response = guest_client.post("/accounts/confirm-email/", {"code": code_of(mail.outbox[0])}, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert whole(trial) == before
        assert Plan.objects.get().user.email == "eve@example.org"
        assert User.objects.count() == 1

    @with_mail
    def test_a_mistyped_address_loses_nothing(self, guest_client, trial, guest):
        guest_client.post(SIGN_UP, NEW | {"email": "eev@example.org"})
        guest_client.post("/accounts/logout/", {"next": LOG_IN})  # the button that cancels
        guest_client.post(SIGN_UP, NEW)
        guest_client.post("/accounts/confirm-email/", {"code": code_of(mail.outbox[-1])})
        assert Plan.objects.get(pk=trial.pk).user.email == "eve@example.org"

    @with_mail
    def test_a_taken_address_looks_like_a_free_one(self, guest_client, trial, guest, user):
        response = guest_client.post(SIGN_UP, NEW | {"email": user.email})
        assert (response.status_code, response.url) == (302, "/accounts/confirm-email/")
        assert "already" in mail.outbox[0].body
        assert Plan.objects.get(pk=trial.pk).user == guest


class TestLogIn:
    def test_an_account_without_a_plan_takes_the_trial_over(self, guest_client, trial, user, password):
        before = whole(trial)
        response = log_in(guest_client, user, password)
        assert response.redirect_chain == [("/week/", 302)]
        assert Plan.objects.get(user=user) == trial
        assert whole(trial) == before
        assert list(User.objects.all()) == [user]

    def test_answers_that_no_plan_was_made_of_give_way(self, guest_client, trial, user, password):
        Profile.objects.create(user=user, answers={}, timezone="UTC")
        log_in(guest_client, user, password)
        assert Profile.objects.get(user=user).timezone == "Europe/Berlin"

    def test_the_log_in_page_says_before_what_happens(self, guest_client, client):
        assert "you are asked what becomes of the trial" in guest_client.get(LOG_IN).content.decode()
        assert "trial" not in client.get(LOG_IN).content.decode()

    def test_a_wrong_password_changes_nothing_and_is_counted(self, guest_client, trial, guest, user, password):
        for _ in range(5):
            guest_client.post(LOG_IN, {"login": user.email, "password": "not this one"})
        response = log_in(guest_client, user, password)
        assert "Too many" in str(response.context["form"].errors)
        assert guest_client.get("/week/").status_code == 200
        assert Plan.objects.get(pk=trial.pk).user == guest

    def test_an_inactive_account_takes_nothing(self, guest_client, trial, guest, user, password):
        user.is_active = False
        user.save()
        log_in(guest_client, user, password)
        assert Plan.objects.get(pk=trial.pk).user == guest


class TestTwoPlans:
    @pytest.fixture
    def own(self, user, set_clock):
        return make_plan(user)

    @pytest.fixture
    def asked(self, guest_client, trial, own, user, password):
        """Logged in to an account that has a plan, and asked."""
        response = log_in(guest_client, user, password, next="/calendar/")
        assert response.redirect_chain == [("/trial/", 302)]
        return response

    def test_the_accounts_plan_stays_and_the_trial_waits(self, guest_client, asked, own, trial, guest):
        before = whole(own), whole(trial)
        assert "it stays as it is" in asked.content.decode()
        assert guest_client.get("/week/").context["board"].days[0].cards[0].id == sessions_of(own)[0].pk
        assert (whole(own), whole(trial)) == before
        assert User.objects.filter(pk=guest.pk).exists()

    def test_the_board_leads_back_to_the_question(self, guest_client, asked):
        assert 'href="/trial/"' in guest_client.get("/week/").content.decode()

    def test_thrown_away_when_said(self, guest_client, asked, own, user):
        response = guest_client.post("/trial/", {"trial": "throw_away"}, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert (list(User.objects.all()), list(Plan.objects.all())) == ([user], [own])
        assert 'href="/trial/"' not in response.content.decode()

    def test_back_to_the_trial_when_said(self, guest_client, asked, trial, own):
        before = whole(own)
        response = guest_client.post("/trial/", {"trial": "go_back"}, follow=True)
        assert response.context["user"].is_guest
        shown = {card.id for day in response.context["board"].days for card in day.cards}
        assert shown == {row.pk for row in sessions_of(trial)}
        assert whole(own) == before
        assert guest_client.post(SIGN_UP, NEW, follow=True).context["user"].email == "eve@example.org"
        assert Plan.objects.get(pk=trial.pk).user.email == "eve@example.org"

    @pytest.mark.parametrize("answer", [{}, {"trial": "both"}, {"trial": "\x00"}])
    def test_another_answer_is_asked_again(self, guest_client, asked, answer):
        response = guest_client.post("/trial/", answer)
        assert (response.status_code, Plan.objects.count()) == (200, 2)
        assert "Choose what becomes of the trial." in response.content.decode()

    def test_said_twice_does_no_harm(self, guest_client, asked, own):
        for _ in range(2):
            response = guest_client.post("/trial/", {"trial": "throw_away"}, follow=True)
            assert response.redirect_chain == [("/week/", 302)]
        assert list(Plan.objects.all()) == [own]

    def test_a_trial_that_expired_meanwhile_is_asked_about_no_more(self, guest_client, asked, guest):
        guests.discard(guest=guest)
        assert guest_client.get("/trial/").url == "/week/"
        assert 'href="/trial/"' not in guest_client.get("/week/").content.decode()

    def test_who_has_one_plan_is_not_asked(self, user_client, own):
        assert user_client.get("/trial/").url == "/week/"
        assert user_client.post("/trial/", {"trial": "throw_away"}).url == "/week/"
        assert list(Plan.objects.all()) == [own]


class TestHandOver:
    def test_every_kind_of_row_of_a_person_changes_hands(self, trial, guest, user):
        models = {
            field.model
            for model in apps.get_app_config("planner").get_models()
            for field in model._meta.concrete_fields
            if field.related_model is User
        }
        assert models >= {Plan, Profile}
        assert guests.hand_over(guest=guest, account=user)
        for model in models:
            assert model.objects.filter(user=guest.pk).count() == 0

    def test_a_guest_that_is_gone_has_nothing_to_settle(self, guest, user):
        gone = User.objects.get(pk=guest.pk)
        guests.discard(guest=guest)
        assert guests.hand_over(guest=gone, account=user)
        assert not Plan.objects.filter(user=user).exists()


@pytest.mark.parametrize(
    "name", ["account_email", "account_change_password", "account_set_password", "account_reauthenticate"]
)
def test_no_page_of_an_account_opens_to_a_guest(guest_client, guest, name):
    form = {
        "password1": "a quiet long run",
        "password2": "a quiet long run",
        "email": "g@example.org",
        "action_add": "",
    }
    for response in (guest_client.get(reverse(name)), guest_client.post(reverse(name), form)):
        assert response.status_code == 302
        assert response.url.startswith(LOG_IN)
    guest.refresh_from_db()
    assert (guest.email, guest.has_usable_password()) == (None, False)


def test_the_log_out_of_accounts_does_not_take_the_trial_away(guest_client, trial):
    guest_client.post("/accounts/logout/")
    assert guest_client.get("/week/").status_code == 200


def test_a_password_reset_finds_no_guest(client, guest):
    for address in ("", "None", "guest@example.org"):
        client.post("/accounts/password/reset/", {"email": address})
    assert not any("/password/reset/key/" in message.body for message in mail.outbox)
