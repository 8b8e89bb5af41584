"""What hostile users and bad luck tried: each of these once broke something."""

import json

import pytest
from django.test import Client

from planner.engine import ProfileError
from planner.headless import check_answer, parse, repair_answer

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
