"""Every string that a page, a mail or a calendar shows is ready for translation: seen in a pseudo language.

What is told stands in ⟦brackets⟧ then; a word outside of them was never marked. A test of each page and of each answer
to what a person does, as they are served.
"""

from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from planner.models import Session
from tests.browser.pages import ERRORS, NAMES, address, is_page
from tests.factories import MONDAY, MONDAY_MORNING, SUNDAY, THIS_WEEK, act, act_on_week, sessions_of
from tests.planner import pseudo
from tests.planner.conftest import GOALS
from tests.planner.pseudo import hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(plan, monkeypatch):
    """The plan, in the pseudo language from now on."""
    pseudo.speak(monkeypatch)
    return plan


@pytest.mark.parametrize("name", NAMES)
def test_every_page(client, user_client, plan, name):
    path = address(name, plan)
    for who in (client, user_client):
        if is_page(who, path):
            hold(who.get(path))


@pytest.mark.parametrize("name", ERRORS)
def test_the_pages_of_errors(plan, name, rf):
    html = render_to_string(f"{name}.html", {}, rf.get("/"))
    assert list(pseudo.unmarked(html)) == []


BOARD = f"{THIS_WEEK}board/"
FAR, NO_HOUR = {"date": SUNDAY, "start": "05:00"}, {"date": MONDAY, "start": "never"}


@pytest.fixture
def broken(plan):
    """The plan with a session at an hour that breaks a rule."""
    Session.objects.filter(pk=sessions_of(plan)[0].pk).update(date=SUNDAY, start=5 * 60)
    return plan


class TestTheBoard:
    """What the board tells of its week, and answers to what is done on it."""

    def test_full(self, user_client, plan):
        hold(user_client.get(BOARD))

    def test_empty(self, user_client, plan):
        Session.objects.filter(week__plan=plan, week__start=MONDAY).delete()
        hold(user_client.get(THIS_WEEK))

    def test_past(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=12))
        hold(user_client.get(THIS_WEEK))

    def test_beyond_the_plan(self, user_client, plan):
        hold(user_client.get("/week/2027-W20/"))

    def test_broken_with_ways_to_mend_it(self, user_client, broken):
        hold(user_client.get(BOARD))
        hold(user_client.get(f"{THIS_WEEK}repair/"))
        hold(user_client.get(f"{THIS_WEEK}repair/", headers={"HX-Request": "true"}))

    @pytest.mark.parametrize(
        ("action", "fields"),
        [
            ("move", {"date": MONDAY, "start": "18:10"}),
            ("move", FAR),
            ("move", NO_HOUR),
            ("exchange", {"date": MONDAY + timedelta(days=2)}),
            ("flip", {}),
            ("lock", {"locked": "true"}),
            ("lock", {"only": "true", "locks": ["day", "hour"]}),
            ("done", {"status": "done", "effort": "5", "minutes": "50"}),
            ("done", {"status": "done", "effort": "50"}),
            ("skip", {}),
            ("shape", {"shape": "run_only"}),
            ("minutes", {"run_minutes": "20"}),
            ("note", {"note": "zzz"}),
            ("delete", {}),
        ],
    )
    def test_after_an_action(self, user_client, plan, action, fields):
        session = sessions_of(plan)[1]
        hold(act(user_client, session, action, **fields))
        hold(user_client.get(f"/sessions/{sessions_of(plan)[-1].pk}/"))
        hold(act_on_week(user_client, plan, "undo"))
        hold(act_on_week(user_client, plan, "redo"))

    @pytest.mark.parametrize(
        ("action", "fields"),
        [
            ("undo", {}),
            ("remake", {}),
            ("remake", {"version": "x"}),
            ("remake", {"version": 99}),
            ("as-planned", {}),
            ("add", {"what": "yoga", "date": MONDAY, "start": "12:00", "minutes": "30"}),
            ("add", {"what": "yoga", "date": "x", "start": "x", "minutes": "1"}),
            ("hours/day", {"date": MONDAY, "what": "blocked"}),
            ("hours/week", {"what": "hours", "start-0": "09:00", "end-0": "08:00"}),
            ("habit", {"habit": "rest 2", "answer": "no"}),
        ],
    )
    def test_after_an_action_on_the_week(self, user_client, plan, action, fields):
        hold(act_on_week(user_client, plan, action, **fields))

    def test_changed_since_it_was_planned(self, user_client, plan):
        act(user_client, sessions_of(plan)[0], "move", date=MONDAY, start="18:10")
        hold(user_client.get(BOARD))


class TestASession:
    """A session in full, and what else it could be."""

    @pytest.mark.parametrize("part", ["", "panel/", "other-days/", "ways-on/"])
    def test_its_parts(self, user_client, plan, part):
        hold(user_client.get(f"/sessions/{sessions_of(plan)[0].pk}/{part}"))

    def test_the_hours_of_the_week_beside_the_board(self, user_client, plan):
        hold(user_client.get(f"{THIS_WEEK}hours/", headers={"HX-Request": "true"}))


class TestGoals:
    """The goals, and what is wrong with them."""

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            GOALS | {"goal": "x", "race_date": "2020-01-01", "weekly_run_minutes": "3", "recent_race_minutes": "x"},
            GOALS | {"exceptions": "x", "order_policy": "my_order", "race_distance_km": "9999", "birth_year": "1"},
            GOALS | {"availability-0-1-start": "19:00", "availability-0-1-end": "18:00"},
            GOALS | {"runs_per_week": "7", "lifts_per_week": "6", "max_session_minutes": "30"},
        ],
    )
    def test_refused_or_asked_about(self, user_client, plan, fields):
        hold(user_client.post("/goals/", fields))

    def test_the_week_beside_them(self, client, plan):
        hold(client.post("/goals/preview/", GOALS, headers={"HX-Request": "true"}))
        hold(client.post("/goals/preview/clashes/", GOALS | {"runs_per_week": "7"}, headers={"HX-Request": "true"}))
