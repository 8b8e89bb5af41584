"""What hostile users and bad luck tried: each of these once broke something."""

import json

import pytest
from django.test import Client

from planner.engine import ProfileError
from planner.headless import check_answer, parse, repair_answer
from tests.factories import sessions_of

EVENINGS = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(7)]
PROFILE = {"goal": "general", "run_level": "advanced", "lift_level": "advanced", "availability": EVENINGS}
RUN = {"date": "2026-11-30", "start": "18:00", "kind": "run_only", "run": {"intensity": "easy", "minutes": 30}}
LIFT = {"date": "2026-11-30", "start": "18:00", "kind": "lift_only", "lift": {"region": "full", "minutes": 30}}


@pytest.mark.parametrize("charset", ["utf-16", "latin-1"])
def test_a_form_in_another_character_set_is_refused_by_a_page(charset):
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "k" * 32
    response = client.post("/accounts/login/", b"login=1", f"application/x-www-form-urlencoded; charset={charset}")
    assert response.status_code == 400
    assert "Content-Security-Policy" in response


@pytest.mark.parametrize(
    "text",
    [
        '{"\\ud800": 1}',
        json.dumps({"profile": PROFILE, "sessions": [RUN | {"id": "\ud800"}]}),
    ],
    ids=["name of a field", "id of a session"],
)
def test_half_a_character_is_answered_in_whole_ones(text):
    try:
        answer = check_answer(parse(text))
    except ProfileError as error:
        answer = str(error) + error.field
    assert answer.encode()


def test_many_sessions_of_one_kind_are_not_taken_for_another():
    def kept(count):
        answer = json.loads(repair_answer({"profile": PROFILE, "sessions": [RUN] * count + [LIFT]}))
        return len(answer["proposals"][0]["sessions"])

    assert kept(16) == kept(15)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/week/", "/goals/", "/accounts/email/"])
def test_private_pages_are_not_kept(user_client, plan, path):
    assert "no-store" in user_client.get(path).headers.get("Cache-Control", "")


@pytest.mark.django_db
@pytest.mark.parametrize("key", ['"\\000\\000\\000\\000\\000\\000\\000\\000"', '"a\\000bcdefghijk"', "é" * 32])
def test_a_cookie_that_names_no_session_is_none(client, key):
    """NUL in text is something that PostgreSQL refuses to look for."""
    response = client.get("/week/", HTTP_COOKIE=f"sessionid={key}")
    assert response.url.startswith("/accounts/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("week", ["9999-W52", "0001-W01", "1-W1", "1999-W52", "2100-W01", "99999999-W01", "2026-W\0"])
def test_weeks_beyond_the_calendar_are_not_there(user_client, plan, week):
    path = f"/sessions/{sessions_of(plan)[0].pk}/verdicts/"
    assert user_client.get(path, {"week": week}).status_code == 404
