"""The landing page: public, and made by the engine."""

import re

import pytest

from tests.factories import make_plan

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_a_week_that_the_engine_made(client):
    response = client.get("/")
    board = response.context["board"]
    assert (response.status_code, board.verdict, board.ledger.text) == (200, "Clean week", "3 run-first, 2 lift-first")
    assert not any(day.is_today or day.is_past for day in board.days)


def test_the_sample_can_not_be_acted_upon(client):
    text = client.get("/").content.decode()
    assert not re.search(r"data-action|hx-post|/sessions/", text)


def test_the_sample_is_planned_once(client, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(0):
        assert client.get("/").status_code == 200


def test_who_has_a_plan_goes_to_the_week(user, user_client):
    assert user_client.get("/").status_code == 200
    make_plan(user)
    response = user_client.get("/")
    assert (response.status_code, response.url) == (302, "/week/")
