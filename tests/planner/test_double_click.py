"""A trial begun twice by one browser before it is told that it is a guest: two clicks, or two tabs, one trial."""

import pytest
from django.test import Client

from accounts.models import User
from planner.models import Plan
from planner.queries.own_data import export
from tests.planner.conftest import GOALS

pytestmark = pytest.mark.django_db

OTHER = GOALS | {"goal": "endurance"}


@pytest.fixture
def secret(set_clock):
    """What a browser that has opened the goals sends along."""
    browser = Client()
    browser.get("/goals/")
    return browser.cookies["csrftoken"].value


def send(secret, fields=GOALS):
    """Send the form as the browser did before any answer came; the answer, and a browser that is who it says."""
    browser = Client()
    browser.cookies["csrftoken"] = secret
    answer = browser.post("/goals/", fields)
    return answer, browser


def guest_in(browser):
    return int(browser.session["_auth_user_id"])


def test_two_clicks_begin_one_trial(secret):
    (first, one), (second, two) = send(secret), send(secret)
    assert [answer.url for answer in (first, second)] == ["/week/", "/week/"]
    assert guest_in(one) == guest_in(two) == User.objects.get().pk
    assert Plan.objects.count() == 1
    assert two.get("/week/").context["board"].verdict == one.get("/week/").context["board"].verdict


def test_another_tab_with_other_answers_is_asked_first(secret):
    send(secret)
    answer, browser = send(secret, OTHER)
    assert answer.context["asks"]
    assert User.objects.count() == 1
    assert browser.post("/goals/", OTHER | {"confirm": "on"}).url == "/week/"
    assert Plan.objects.get().user.profile.answers["goal"] == "endurance"


def test_another_browser_begins_its_own(secret, set_clock):
    other = Client()
    other.get("/goals/")
    send(secret)
    send(other.cookies["csrftoken"].value)
    assert User.objects.count() == 2


def test_after_the_trial_the_browser_has_another_secret(secret):
    answer, browser = send(secret)
    assert answer.cookies["csrftoken"].value != secret
    browser.post("/trial/leave/", {"sure": "on"})
    assert not User.objects.exists()
    assert send(secret)[0].url == "/week/"


def test_what_tells_the_browser_is_a_digest_and_in_no_file(secret):
    send(secret)
    guest = User.objects.get()
    assert secret not in guest.browser
    assert guest.browser not in str(export(guest))


def test_without_a_secret_each_trial_is_a_new_one(set_clock):
    assert guest_in(send("")[1]) != guest_in(send("")[1])
