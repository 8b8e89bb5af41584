"""Whatever is posted, the answer is a page or a plain refusal, and the plan stays whole."""

import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from planner.forms.goals import GoalsForm
from planner.models import Session
from tests.factories import MONDAY, THIS_WEEK, sessions_of, version_of

pytestmark = pytest.mark.django_db

NASTY = [
    "",
    " ",
    "\x00",
    "\ud800",
    "-1",
    "0",
    "1e999",
    "NaN",
    "9" * 400,
    "99999999999999999999",
    "null",
    "[]",
    "{}",
    "true",
    "<script>alert(1)</script>",
    "'; DROP TABLE planner_session; --",
    "{{ 7*7 }}",
    "../../etc/passwd",
    "\u202e",
    "2026-12-01T18:00",
    "18:00",
    "2026-12-01",
    "run_first",
    "on",
]
ACTIONS = ["move", "flip", "lock", "done", "skip", "delete"]
FIELDS = ["version", "date", "start", "status", "locked", "locks", "only", "what", "minutes", "next", "id"]


def nasty(chance, names):
    """A form of some of these fields with nasty values."""
    chosen = chance.sample(names, k=min(len(names), chance.randint(1, 6)))
    return {name: chance.choice(NASTY).encode("utf-8", "surrogatepass") for name in chosen}


@pytest.mark.parametrize("seed", range(12))
def test_actions(user_client, plan, seed):
    chance = random.Random(seed)
    for _ in range(10):
        fields = {"version": str(version_of(plan))} | nasty(chance, FIELDS)
        row = chance.choice(sessions_of(plan))
        urls = [f"/sessions/{row.pk}/{chance.choice(ACTIONS[:5])}/", f"{THIS_WEEK}add/", f"{THIS_WEEK}undo/"]
        headers = chance.choice([{}, {"HX-Request": "true"}])
        response = user_client.post(chance.choice(urls), fields, headers=headers)
        assert response.status_code in (200, 302)
        assert user_client.get(THIS_WEEK).status_code == 200


@pytest.mark.parametrize("seed", range(12))
def test_goals(user_client, plan, seed):
    chance = random.Random(seed)
    names = list(GoalsForm.base_fields) + [f"availability-{chance.randrange(9)}-{n}-start" for n in range(4)]
    good = {"goal": "general", "availability-0-0-start": "18:00", "availability-0-0-end": "20:00"}
    for _ in range(5):
        response = user_client.post("/goals/", good | nasty(chance, names))
        assert response.status_code in (200, 302)
    assert user_client.get("/week/").status_code == 200


def test_a_file_where_a_word_belongs(user_client, plan):
    upload = SimpleUploadedFile("x.txt", b"x")
    assert user_client.post("/goals/", {"goal": upload}).status_code == 200
    url = f"/sessions/{sessions_of(plan)[0].pk}/move/"
    assert user_client.post(url, {"date": upload, "version": 1}).status_code == 302


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"{}", b"a" * 10_000, b"%" * 999, b"&&&===", b"version=%FF%FE"])
@pytest.mark.parametrize("content_type", ["application/json", "application/x-www-form-urlencoded", "text/plain", "x"])
def test_bodies_that_are_no_form(user_client, plan, body, content_type):
    for path in (f"/sessions/{sessions_of(plan)[0].pk}/done/", f"{THIS_WEEK}remake/", "/goals/"):
        assert user_client.post(path, body, content_type=content_type).status_code in (200, 302)
    assert version_of(plan) == 1


def test_a_field_many_times(user_client, plan):
    response = user_client.post(f"{THIS_WEEK}remake/", {"version": ["1", "2", "3"]})
    assert response.status_code == 302
    assert version_of(plan) == 1


def test_text_of_a_person_is_never_markup(user_client, set_clock):
    page = user_client.post("/goals/", {"exceptions": "<script>alert(1)</script>", "goal": "<b>"}).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_headers_that_lie(user_client, plan):
    headers = {"HX-Request": "true", "HX-Current-URL": "javascript:alert(1)", "HX-Target": "<x>"}
    row = sessions_of(plan)[0]
    answer = user_client.post(f"/sessions/{row.pk}/lock/", {"version": 1}, headers=headers)
    assert (answer.status_code, Session.objects.get(pk=row.pk).locked) == (200, True)
    assert row.date == MONDAY
