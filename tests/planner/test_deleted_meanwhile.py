"""A person deleted while a request of theirs is under way: in another window, or as a guest whose time was over."""

import pytest
from django.test import Client

from accounts.models import User
from planner.middleware import GONE, LoginRequired
from planner.models import Plan
from tests.planner.conftest import GOALS

pytestmark = pytest.mark.django_db(transaction=True)  # the database refuses at the end of a transaction

CHANGED = GOALS | {"goal": "strength", "confirm": "on"}
SAVES = [
    ("/goals/", CHANGED),
    ("/programs/tokens/", {"name": "spreadsheet"}),
    ("/reminders/", {"evening": "on", "hour": "19"}),
    ("/account/", {"distances": "mi", "timezone": "UTC"}),
]


@pytest.fixture
def deleted_meanwhile(monkeypatch):
    """Gives the same browser anew; everybody is deleted as soon as it is known who asks there."""
    log_in = LoginRequired.process_view

    def then_delete(self, request, *view):
        answer = log_in(self, request, *view)
        if request.user.is_authenticated:
            User.objects.all().delete()
        return answer

    def arm(client):
        monkeypatch.setattr(LoginRequired, "process_view", then_delete)
        armed = Client()  # which has not bound its middleware yet
        armed.cookies = client.cookies
        return armed

    return arm


@pytest.mark.parametrize(("path", "fields"), SAVES, ids=[path for path, _ in SAVES])
def test_what_an_account_saves_is_answered_by_the_front_page(user_client, plan, deleted_meanwhile, path, fields):
    browser = deleted_meanwhile(user_client)
    response = browser.post(path, fields, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert GONE in response.content.decode()
    assert "_auth_user_id" not in browser.session


def test_what_a_guest_saves_too(guest_client, deleted_meanwhile):
    response = deleted_meanwhile(guest_client).post("/goals/", CHANGED, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert not Plan.objects.exists()


def test_a_page_that_asks_by_htmx_is_led_there(guest_client, deleted_meanwhile):
    response = deleted_meanwhile(guest_client).post("/goals/", CHANGED, headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == "/"


def test_any_other_failure_stays_one(user, plan, monkeypatch):
    monkeypatch.setattr("planner.views.goals.plans.save_goals", lambda **_: User.objects.get(pk=0))
    client = Client(raise_request_exception=False)
    client.force_login(user)
    assert client.post("/goals/", CHANGED).status_code == 500
    assert client.get("/week/").status_code == 200
