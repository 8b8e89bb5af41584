"""Sign-up: an address and a password; who already has an account is not told."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.core import mail
from django.test import Client, override_settings

from accounts.models import User

pytestmark = pytest.mark.django_db

SIGN_UP = "/accounts/signup/"
NEW = {"email": "Eve@Example.org", "password1": "a quiet long run"}

with_mail = override_settings(
    MAIL_WORKS=True,
    ACCOUNT_EMAIL_VERIFICATION="mandatory",
    ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED=True,
    ACCOUNT_EMAIL_NOTIFICATIONS=True,
)


def logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_new_person_is_in_at_once_and_asked_for_goals(client):
    response = client.post(SIGN_UP, NEW)
    assert (response.status_code, response["Location"]) == (302, "/goals/")
    assert logged_in(client)
    assert User.objects.get().email == "eve@example.org"
    assert mail.outbox == []


@pytest.mark.parametrize("password", ["short", "1234567890", "password1234", "eve@example.org"])
def test_weak_passwords_are_refused_beside_the_field(client, password):
    response = client.post(SIGN_UP, NEW | {"password1": password})
    assert response.status_code == 200
    assert response.context["form"].errors["password1"]
    assert not User.objects.exists()


def test_an_address_is_one_address_whatever_its_case(client, user):
    response = client.post(SIGN_UP, NEW | {"email": user.email.upper()})
    assert response.status_code == 200
    assert "already" not in str(response.context["form"].errors)
    assert User.objects.count() == 1
    assert not logged_in(client)


@pytest.mark.parametrize(
    "email", ["", "no address", "a@b", "a" * 60 + "@" + ".".join(["b" * 60] * 4) + ".org", "a\0@example.org"]
)
def test_what_is_no_address_is_refused_beside_the_field(client, email):
    response = client.post(SIGN_UP, NEW | {"email": email})
    assert response.status_code == 200
    assert response.context["form"].errors["email"]
    assert not User.objects.exists()


@with_mail
def test_with_mail_the_code_in_the_mail_completes_the_sign_up(client):
    response = client.post(SIGN_UP, NEW)
    assert response["Location"] == "/accounts/confirm-email/"
    assert not logged_in(client)
    code = re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail.outbox[0].body, re.MULTILINE).group(1)
    response = client.post("/accounts/confirm-email/", {"code": code})
    assert response["Location"] == "/goals/"
    assert logged_in(client)


@with_mail
def test_the_mail_shows_an_address_as_it_is_written(client):
    client.post(SIGN_UP, NEW | {"email": "o'brien+run@example.org"})
    assert "confirm that o'brien+run@example.org is" in mail.outbox[0].body


@with_mail
def test_with_mail_a_wrong_code_does_not_let_in(client):
    client.post(SIGN_UP, NEW)
    response = client.post("/accounts/confirm-email/", {"code": "WRONG1"})
    assert response.context["verify_form"].errors
    assert not logged_in(client)


@with_mail
def test_with_mail_a_taken_address_looks_like_a_free_one(client, user):
    free = client.post(SIGN_UP, NEW)
    taken = Client().post(SIGN_UP, NEW | {"email": user.email})
    assert (taken.status_code, taken["Location"]) == (free.status_code, free["Location"])
    assert User.objects.filter(email=user.email).count() == 1
    told = [message.to for message in mail.outbox]
    assert told == [["eve@example.org"], [user.email]]
    assert "already" in mail.outbox[1].body


@with_mail
def test_with_mail_a_taken_address_takes_the_work_of_a_free_one(client, user, monkeypatch):
    hashed = []
    hasher = type(get_hasher())
    plain = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda *given, **named: hashed.append(1) or plain(*given, **named))
    client.post(SIGN_UP, NEW | {"email": user.email})
    assert hashed


def test_a_form_without_the_csrf_token_is_refused():
    client = Client(enforce_csrf_checks=True)
    assert client.post(SIGN_UP, NEW).status_code == 403
    assert not User.objects.exists()


def test_too_many_sign_ups_from_one_address_are_stopped(client):
    answers = {Client().post(SIGN_UP, {"email": f"p{n}@example.org", "password1": "x"}).status_code for n in range(21)}
    assert answers == {200, 429}


def test_what_a_password_takes_is_one_sentence(client):
    """Its number is the setting's."""
    (least,) = [one["OPTIONS"]["min_length"] for one in settings.AUTH_PASSWORD_VALIDATORS if "Minimum" in one["NAME"]]
    text = client.get(SIGN_UP).content.decode()
    assert f">At least {least} characters, and not a common password.</div>" in text
    assert "<ul>" not in text.partition("<form")[2].partition("</form>")[0]
