"""The read-only API by tokens, and a week as a file."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from planner.models import ApiToken, Session
from planner.models.token import digest_of
from planner.services import tokens
from planner.wsgi import application
from tests.factories import MONDAY, sessions_of

pytestmark = pytest.mark.django_db
BASE = "/api/v1/"


@pytest.fixture
def secret(user):
    return tokens.make(user=user, name="a script")


@pytest.fixture
def ask(client, secret):
    def asked(path, token=secret, **fields):
        return client.get(f"{BASE}{path}", fields, headers={"Authorization": f"Bearer {token}"})

    return asked


# who may read


@pytest.mark.parametrize("token", ["", "tandem_wrong", "x" * 5000, "tandem_\x00", "ä"])
def test_without_a_token_there_is_no_answer(ask, plan, token):
    answer = ask("weeks", token.encode().decode("latin-1"))
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json() == {"field": None, "message": "Send a token: Authorization: Bearer tandem_..."}


def test_a_log_in_is_no_token(client, user, plan):
    client.force_login(user)
    assert client.get(f"{BASE}weeks").status_code == 401


def test_a_withdrawn_token_and_one_of_a_closed_account_read_nothing(ask, user, plan):
    assert ask("weeks").status_code == 200
    user.is_active = False
    user.save()
    assert ask("weeks").status_code == 401
    user.is_active = True
    user.save()
    tokens.withdraw(user=user, token_id=ApiToken.objects.get().pk)
    assert ask("weeks").status_code == 401


def test_the_secret_is_not_kept(secret):
    token = ApiToken.objects.get()
    assert token.digest == digest_of(secret)
    assert secret not in "".join(str(value) for value in vars(token).values())
    assert secret.endswith(token.ending)


def test_the_day_of_use_is_noted_once(ask, plan, django_assert_num_queries):
    ask("weeks")
    assert ApiToken.objects.get().used_on == MONDAY
    with django_assert_num_queries(4):
        ask("weeks")


# what it reads


def test_weeks_in_order(ask, plan):
    found = ask("weeks").json()
    assert [week["week"] for week in found] == ["2026-W49", "2026-W50", "2026-W51", "2026-W52"]
    assert found[0] == {
        "week": "2026-W49",
        "start": "2026-11-30",
        "plan_week": 1,
        "phase": "steady",
        "loading_week": 1,
        "sessions": len(sessions_of(plan)),
    }


def test_a_week_as_it_stands(ask, plan):
    answer = ask("weeks/2026-W49")
    week = answer.json()
    assert [one["id"] for one in week["sessions"]] == [str(row.id) for row in sessions_of(plan)]
    first, row = week["sessions"][0], sessions_of(plan)[0]
    assert (first["date"], first["start"], first["order"]) == (str(row.date), "18:00", row.order)
    assert first["minutes"] == first["run"]["minutes"] + first["lift"]["minutes"]
    assert week["valid"] is True
    assert "no-store" in answer["Cache-Control"]


def test_a_session_step_by_step(ask, plan):
    row = sessions_of(plan)[0]
    found = ask(f"sessions/{row.id}").json()
    assert sum(step["minutes"] for step in found["steps"]) == found["session"]["minutes"]


def test_sessions_of_so_many_days(ask, plan):
    found = ask("sessions", first="2026-12-01", days=3).json()
    assert [one["date"] for one in found] == ["2026-12-01", "2026-12-02", "2026-12-03"]


@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({"first": "2026-01-01", "days": 366}, 200, None),
        ({"first": "9999-12-31", "days": 366}, 200, None),
        ({"first": "2026-01-01", "days": 367}, 422, "days"),
        ({"first": "2026-01-01", "days": 0}, 422, "days"),
        ({"first": "soon"}, 422, "first"),
        ({"first": "1767225600"}, 422, "first"),
        ({"first": "2026-01-01T00:00:00"}, 422, "first"),
        ({}, 422, "first"),
    ],
)
def test_dates_are_told_by_name(ask, plan, fields, status, field):
    answer = ask("sessions", **fields)
    assert answer.status_code == status
    if field:
        assert answer.json()["field"] == field


@pytest.mark.parametrize("path", ["weeks/2031-W01", "weeks/2026-W60", "sessions/0d6c6c5e-9a55-4b0a-8a63-6b1e0c1f3a11"])
def test_what_is_not_there_is_said(ask, plan, path):
    answer = ask(path)
    assert answer.status_code == 404
    assert answer.json()["message"]


def test_another_persons_session_is_not_there(ask, plan, other_plan):
    assert ask(f"sessions/{sessions_of(other_plan)[0].id}").status_code == 404
    theirs = {str(row.id) for row in sessions_of(other_plan)}
    assert not theirs & {one["id"] for one in ask("sessions", first="2026-11-01", days=60).json()}


def test_a_person_without_a_plan_has_no_weeks(ask):
    assert ask("weeks").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, secret, plan, method):
    answer = getattr(client, method)(f"{BASE}weeks", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 405


# the document


def test_the_document_is_public_and_names_every_answer(client):
    document = client.get(f"{BASE}openapi.json").json()
    paths = ("weeks", "weeks/{week}", "sessions", "sessions/{session}")
    assert set(document["paths"]) == {f"{BASE}{path}" for path in paths}
    for methods in document["paths"].values():
        assert set(methods) == {"get"}
        assert set(methods["get"]["responses"]) == {"200", "401", "404", "422"}


@pytest.fixture
def _one_connection():
    """A request by WSGI ends with its connection; the test's own, which holds its rows, stays open."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.usefixtures("_one_connection")
def test_the_api_keeps_what_its_document_says(plan, secret):
    """Cases made from the document, right and wrong ones, each answered as it says; no answer is an error of ours."""
    schema = schemathesis.openapi.from_wsgi(f"{BASE}openapi.json", application)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) == 4
    for operation in operations:

        @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def answers(case):
            case.call_and_validate(headers={"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"})

        answers()


# the page


def test_a_token_is_made_shown_once_and_withdrawn(client, user, plan):
    client.force_login(user)
    answer = client.post(reverse("planner:make_token"), {"name": "spreadsheet"})
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    page = client.get(reverse("planner:programs")).content.decode()
    assert secret not in page
    assert "spreadsheet" in page
    token = ApiToken.objects.get()
    assert client.post(reverse("planner:withdraw_token", args=[token.pk])).status_code == 302
    assert not ApiToken.objects.exists()
    assert client.post(reverse("planner:withdraw_token", args=[token.pk])).status_code == 404


def test_another_persons_token_cannot_be_withdrawn(client, other_user, secret):
    client.force_login(other_user)
    assert client.post(reverse("planner:withdraw_token", args=[ApiToken.objects.get().pk])).status_code == 404
    assert ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Say what the token is for."),
        ("x" * 61, "Takes at most 60 characters."),
        ("a\x00b", "Takes letters, digits and signs."),
    ],
)
def test_a_bad_name_is_told(client, user, name, told):
    client.force_login(user)
    answer = client.post(reverse("planner:make_token"), {"name": name})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not ApiToken.objects.exists()


def test_there_are_ten_tokens_at_the_most_in_any_language(client, user, monkeypatch):
    monkeypatch.setattr("planner.views.programs._", "«{}»".format)
    client.force_login(user)
    for number in range(tokens.MOST):
        tokens.make(user=user, name=f"program {number}")
    answer = client.post(reverse("planner:make_token"), {"name": "one more"})
    assert "Withdraw one first." in answer.content.decode()
    assert ApiToken.objects.count() == tokens.MOST


# a week as a file


def test_a_week_as_json_is_what_the_api_says(client, user, plan, ask):
    client.force_login(user)
    answer = client.get(reverse("planner:week_file", args=[MONDAY, "json"]))
    assert json.loads(answer.content) == ask("weeks/2026-W49").json()
    assert answer["Content-Disposition"] == 'attachment; filename="tandem-2026-W49.json"'


def test_a_week_as_a_table(client, user, plan):
    client.force_login(user)
    answer = client.get(reverse("planner:week_file", args=[MONDAY, "csv"]))
    rows = list(csv.DictReader(StringIO(answer.content.decode())))
    assert [row["id"] for row in rows] == [str(row.id) for row in sessions_of(plan)]
    first = sessions_of(plan)[0]
    assert (rows[0]["run_minutes"], rows[0]["lift_region"]) == (str(first.run_minutes), first.lift_region)


def test_a_week_as_a_calendar_file_holds_its_sessions_alone(client, user, plan):
    client.force_login(user)
    answer = client.get(reverse("planner:week_file", args=[MONDAY, "ics"]))
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["UID"]) for event in found] == [row.uid for row in sessions_of(plan)]
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="tandem-2026-W49.ics"'
    assert client.get(reverse("planner:week_file", args=[MONDAY, "ics"])).content == answer.content
    Session.objects.all().delete()
    (note,) = Calendar.from_ical(client.get(reverse("planner:week_file", args=[MONDAY, "ics"])).content).walk("VEVENT")
    assert note["SUMMARY"] == "No training planned yet"


@pytest.mark.parametrize(("monday", "form"), [(MONDAY, "exe"), (date(2031, 1, 6), "csv"), (date(2031, 1, 6), "ics")])
def test_no_such_file(client, user, plan, monday, form):
    client.force_login(user)
    assert client.get(reverse("planner:week_file", args=[monday, form])).status_code == 404
