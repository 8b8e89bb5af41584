"""Every address of goals and board: owner, other user, stranger, bad id, wrong method."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import THIS_WEEK, sessions_of, version_of

pytestmark = pytest.mark.django_db

WEEK = "2026-W49"
SESSION_POSTS = ["move", "across", "exchange", "make_room", "flip", "lock", "done", "skip", "delete"]
SESSION_GETS = ["session", "session_panel", "other_days", "verdicts"]
WEEK_POSTS = ["remake", "add", "undo", "redo", "as_planned"]
WEEK_GETS = ["week", "board", "repair"]


def addresses(session_id):
    """Every address that needs a log-in, with its method."""
    yield "get", "/week/"
    for name in WEEK_GETS:
        yield "get", reverse(f"planner:{name}", args=[WEEK])
    for name in WEEK_POSTS:
        yield "post", reverse(f"planner:{name}", args=[WEEK])
    for name in SESSION_GETS:
        yield "get", reverse(f"planner:{name}", args=[session_id])
    for name in SESSION_POSTS:
        yield "post", reverse(f"planner:{name}", args=[session_id])


def test_a_stranger_is_sent_to_the_log_in(client, plan):
    for method, url in addresses(sessions_of(plan)[0].pk):
        response = getattr(client, method)(url)
        assert (response.status_code, response.url.partition("?")[0]) == (302, "/accounts/login/"), url


def test_a_stranger_changes_nothing(client, plan):
    before = version_of(plan), [row.pk for row in sessions_of(plan)]
    for method, url in addresses(sessions_of(plan)[0].pk):
        getattr(client, method)(url, {"version": before[0]})
    assert (version_of(plan), [row.pk for row in sessions_of(plan)]) == before


@pytest.mark.parametrize("name", SESSION_GETS)
def test_the_owner_reads_a_session(user_client, plan, name):
    assert user_client.get(reverse(f"planner:{name}", args=[sessions_of(plan)[0].pk])).status_code == 200


@pytest.mark.parametrize("name", WEEK_GETS)
def test_the_owner_reads_a_week(user_client, plan, name):
    assert user_client.get(reverse(f"planner:{name}", args=[WEEK])).status_code == 200


@pytest.mark.parametrize("method_name", [("get", SESSION_GETS), ("post", SESSION_POSTS)], ids=["get", "post"])
def test_another_persons_session_is_as_unknown_as_one_that_never_was(other_client, plan, other_plan, method_name):
    method, names = method_name
    theirs, nobodys = sessions_of(plan)[0], uuid.uuid4()
    for name in names:
        answers = [
            getattr(other_client, method)(reverse(f"planner:{name}", args=[key]), {"version": version_of(plan)})
            for key in (theirs.pk, nobodys)
        ]
        assert [answer.status_code for answer in answers] == [404, 404], name
        assert shown(answers[0], theirs.pk) == shown(answers[1], nobodys)
    assert version_of(plan) == 1


def shown(response, key):
    """The page without what differs from answer to answer: the guard against forgery and the asked-for id."""
    return re.sub(r"[A-Za-z0-9]{64}", "", response.content.decode()).replace(str(key), "")


def test_a_person_without_a_plan_sees_no_session_of_others(other_client, plan):
    row = sessions_of(plan)[0]
    assert other_client.post(reverse("planner:done", args=[row.pk]), {"version": 1}).status_code == 404
    assert other_client.get(reverse("planner:session", args=[row.pk])).status_code == 404


@pytest.mark.parametrize("bad", ["x", "1", "00000000-0000-0000-0000-00000000000", "../goals"])
def test_a_bad_session_id_is_not_found(user_client, plan, bad):
    assert user_client.get(f"/sessions/{bad}/").status_code == 404
    assert user_client.post(f"/sessions/{bad}/done/").status_code == 404


@pytest.mark.parametrize(
    "bad", ["2026-W00", "2026-W54", "2025-W53", "2026-49", "0000-W01", "9999-W52", "2026-W9", "today", "2030-W01"]
)
def test_a_week_that_is_not_there_is_not_found(user_client, plan, bad):
    for path in (f"/week/{bad}/", f"/week/{bad}/board/"):
        assert user_client.get(path).status_code == 404
    for action in WEEK_POSTS:
        assert user_client.post(f"/week/{bad}/{action}/", {"version": 1}, follow=True).status_code == 404


@pytest.mark.parametrize("name", SESSION_POSTS)
def test_actions_on_a_session_are_posts(user_client, plan, name):
    url = reverse(f"planner:{name}", args=[sessions_of(plan)[0].pk])
    assert [user_client.get(url).status_code, user_client.put(url).status_code] == [405, 405]


@pytest.mark.parametrize("name", WEEK_POSTS)
def test_actions_on_a_week_are_posts(user_client, plan, name):
    assert user_client.get(reverse(f"planner:{name}", args=[WEEK])).status_code == 405


@pytest.mark.parametrize("path", [THIS_WEEK, "/week/", THIS_WEEK + "board/", "/", "/rules/"])
def test_pages_are_read_only(user_client, plan, path):
    assert user_client.post(path).status_code == 405


def test_goals_take_no_other_method(user_client):
    assert user_client.put("/goals/").status_code == 405


@pytest.mark.parametrize("path", ["/week/", THIS_WEEK, THIS_WEEK + "board/"])
def test_who_has_no_goals_is_asked_for_them(user_client, path):
    response = user_client.get(path)
    assert (response.status_code, response.url) == (302, "/goals/")


def test_htmx_follows_to_the_goals_as_a_page(user_client):
    response = user_client.post(THIS_WEEK + "undo/", {"version": 1}, headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == "/goals/"


def test_forms_are_guarded_against_forgery(user, plan):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    assert strict.post(reverse("planner:undo", args=[WEEK]), {"version": 1}).status_code == 403
