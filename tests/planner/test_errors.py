"""Requests that cannot be read and pages that nobody else may keep."""

import pytest
from django.test import Client, RequestFactory

from planner.views import errors

pytestmark = pytest.mark.django_db


def test_a_form_in_a_foreign_encoding_is_answered_by_our_own_page():
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    kind = "application/x-www-form-urlencoded; charset=utf-16"
    answer = client.generic("POST", "/accounts/login/", "login=1", content_type=kind)
    assert answer.status_code == 400
    assert "could not be read" in answer.content.decode()
    assert "script-src 'self'" in answer["Content-Security-Policy"]


def test_a_failure_is_answered_without_a_look_at_the_request():
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "as you left it" in answer.content.decode()


@pytest.mark.parametrize("path", ["/week/", "/goals/", "/accounts/email/"])
def test_pages_of_a_person_are_kept_by_no_cache(user_client, plan, path):
    assert "no-store" in user_client.get(path)["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/rules/"])
def test_public_pages_may_be_kept(client, path):
    assert "no-store" not in client.get(path).get("Cache-Control", "")
