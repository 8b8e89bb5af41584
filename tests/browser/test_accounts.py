"""The account pages in a browser: a person signs up, leaves and comes back, and no page makes a noise."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PUBLIC = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/accounts/password/reset/done/"]
OWN = ["/accounts/logout/", "/accounts/email/", "/accounts/password/change/", "/accounts/reauthenticate/"]


def test_a_person_signs_up(quiet_page, live_server, django_user_model):
    quiet_page.goto(f"{live_server.url}/accounts/signup/")
    quiet_page.get_by_label("E-mail address").fill("eve@example.org")
    quiet_page.get_by_label("Password").fill("a quiet long run")
    quiet_page.locator("main form button[type=submit]").click()
    quiet_page.wait_for_url("**/goals/")
    assert django_user_model.objects.get().email == "eve@example.org"


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_are_quiet_and_accessible(quiet_page, live_server, path):
    quiet_page.goto(live_server.url + path)
    assert Axe().run(quiet_page).response["violations"] == []


@pytest.mark.parametrize("path", OWN)
def test_own_pages_are_quiet_and_accessible(quiet_page, live_server, log_in, user, path):
    log_in(user)
    quiet_page.goto(live_server.url + path)
    assert Axe().run(quiet_page).response["violations"] == []
