"""Log-in, log-out, and what a wrong password tells."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

LOG_IN = "/accounts/login/"


def logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("spelling", [str.lower, str.upper, str.title])
def test_the_right_password_opens_the_week(client, user, password, spelling):
    response = client.post(LOG_IN, {"login": spelling(user.email), "password": password})
    assert (response.status_code, response["Location"]) == (302, "/week/")
    assert logged_in(client)


def test_after_log_in_the_asked_page_comes(client, user, password):
    response = client.post(
        f"{LOG_IN}?next=/calendar/", {"login": user.email, "password": password, "next": "/calendar/"}
    )
    assert response["Location"] == "/calendar/"


def test_another_site_is_no_asked_page(client, user, password):
    form = {"login": user.email, "password": password, "next": "https://elsewhere.example/"}
    assert client.post(LOG_IN, form)["Location"] == "/week/"


def test_a_wrong_password_and_an_unknown_address_read_the_same(client, user):
    wrong = client.post(LOG_IN, {"login": user.email, "password": "not this one"})
    unknown = client.post(LOG_IN, {"login": "nobody@example.org", "password": "not this one"})
    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].errors == unknown.context["form"].errors
    assert not logged_in(client)


def test_after_five_wrong_passwords_the_right_one_waits(client, user, password):
    for _ in range(5):
        client.post(LOG_IN, {"login": user.email, "password": "not this one"})
    response = client.post(LOG_IN, {"login": user.email, "password": password})
    assert "Too many" in str(response.context["form"].errors)
    assert not logged_in(client)


def test_an_inactive_account_stays_out(client, user, password):
    user.is_active = False
    user.save()
    client.post(LOG_IN, {"login": user.email, "password": password})
    assert not logged_in(client)


def test_log_out_asks_first_and_acts_on_post(user_client):
    assert user_client.get("/accounts/logout/").status_code == 200
    assert logged_in(user_client)
    response = user_client.post("/accounts/logout/")
    assert response["Location"] == "/"
    assert not logged_in(user_client)


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/logout/", "/accounts/password/reset/"])
def test_forms_need_the_csrf_token(path):
    assert Client(enforce_csrf_checks=True).post(path, {}).status_code == 403


@pytest.mark.parametrize("path", ["/accounts/email/", "/accounts/password/change/", "/accounts/reauthenticate/"])
def test_a_stranger_is_sent_to_log_in(client, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith(LOG_IN)


def test_a_person_who_is_in_is_sent_on(user_client):
    assert user_client.get(LOG_IN)["Location"] == "/week/"
