"""Resetting and changing the password, changing the address."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.test_sign_up import with_mail

pytestmark = pytest.mark.django_db

RESET = "/accounts/password/reset/"
CHANGE = "/accounts/email/"
NEW_PASSWORD = "a brand new tempo"


@pytest.fixture
def fresh_client(user_client, password) -> Client:
    """Logged in, and the password given again a moment ago: sensitive pages do not ask now."""
    user_client.post("/accounts/reauthenticate/", {"password": password})
    return user_client


def mailed_link() -> str:
    return re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[0].body).group(1)


def test_the_mailed_link_sets_a_new_password_once(client, user):
    assert client.post(RESET, {"email": user.email.upper()})["Location"] == "/accounts/password/reset/done/"
    link = mailed_link()
    form = client.get(link, follow=True).request["PATH_INFO"]
    response = client.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert response["Location"] == "/accounts/password/reset/key/done/"
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)
    assert Client().get(link).context["token_fail"] is True


def test_an_unknown_address_gets_the_same_answer(client, user):
    known = client.post(RESET, {"email": user.email})
    unknown = client.post(RESET, {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [[user.email], ["nobody@example.org"]]
    assert "/password/reset/key/" not in mail.outbox[1].body


def test_an_invented_link_is_refused(client, user):
    assert client.get("/accounts/password/reset/key/1-nonsense/").context["token_fail"] is True


def test_the_password_changes_with_the_old_one(fresh_client, user, password):
    form = {"oldpassword": password, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    wrong = fresh_client.post("/accounts/password/change/", form | {"oldpassword": "not this one"})
    assert wrong.context["form"].errors["oldpassword"]
    assert fresh_client.post("/accounts/password/change/", form).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)


def test_without_mail_a_new_address_holds_at_once(fresh_client, user):
    response = fresh_client.post(CHANGE, {"email": "New@Example.org", "action_add": ""})
    assert response["Location"] == CHANGE
    user.refresh_from_db()
    assert user.email == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "primary")) == [("new@example.org", True)]


def test_without_mail_a_taken_address_is_refused(fresh_client, user, other_user):
    response = fresh_client.post(CHANGE, {"email": other_user.email.upper(), "action_add": ""})
    assert response.context["form"].errors["email"]
    user.refresh_from_db()
    assert user.email == "ada@example.org"


def test_a_session_without_a_recent_password_is_asked_for_it(user_client, user):
    response = user_client.post(CHANGE, {"email": "new@example.org", "action_add": ""})
    assert response["Location"].startswith("/accounts/reauthenticate/")
    user.refresh_from_db()
    assert user.email == "ada@example.org"


def test_the_change_goes_on_once_the_password_is_given(user_client, user, password):
    asked = user_client.post(CHANGE, {"email": "new@example.org", "action_add": ""})
    user_client.post(asked["Location"], {"password": password, "next": CHANGE})
    user.refresh_from_db()
    assert user.email == "new@example.org"


@with_mail
def test_with_mail_the_code_sent_to_the_new_address_makes_the_change(fresh_client, user):
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    assert fresh_client.post(CHANGE, {"email": "new@example.org", "action_add": ""}).status_code == 302
    user.refresh_from_db()
    assert user.email == "ada@example.org"
    assert mail.outbox[-1].to == ["new@example.org"]
    code = re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail.outbox[-1].body, re.MULTILINE).group(1)
    fresh_client.post("/accounts/confirm-email/", {"code": code})
    user.refresh_from_db()
    assert user.email == "new@example.org"


@with_mail
def test_with_mail_a_taken_address_is_not_told(fresh_client, user, other_user):
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    response = fresh_client.post(CHANGE, {"email": other_user.email, "action_add": ""})
    assert (response.status_code, response["Location"]) == (302, "/accounts/confirm-email/")
    assert User.objects.get(pk=user.pk).email == "ada@example.org"
