"""Every string that a page, a mail or a calendar shows is ready for translation: seen in a pseudo language.

What is told stands in ⟦brackets⟧ then; a word outside of them was never marked. A test of each page and of each answer
to what a person does, as they are served.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.template.loader import render_to_string

from planner import words
from planner.models import BusyCalendar, Session
from planner.services import feeds, history, reminders
from tests.browser.pages import ERRORS, NAMES, address, is_page
from tests.factories import MONDAY, MONDAY_MORNING, SUNDAY, THIS_WEEK, act, act_on_week, sessions_of
from tests.planner import pseudo
from tests.planner.busy_plan import at, meet
from tests.planner.conftest import GOALS

pytestmark = pytest.mark.django_db

# The engine's own sentences and names, which are marked with the engine; where they stand on a page, and which they are.
ENGINE_PLACES = frozenset(
    ".finding .day-finding .room-findings .way-findings .preview-words .clash .preview-clashes .reasons .steps .way-on"
    " .ribbon-notes .as-planned .moves .rules-page .other-days .shape .room .notice .with-offer .field-error .page-head"
    " .band-detail #add-add-what #add-what #panel-title .tone-caution .tone-breaks .card .board-phase #announcer title"
    " .menu-head .form-errors".split()
)
ENGINE_WORDS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|and|[\w-]+ (?:run|lift)|[Yy]oga|[Mm]obility")
# Days and months as Python names them.
DATES = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Nov|Dec|Jan|Feb|November|December|January|February)(?:day)?\b")
NAMES_OF_PLACES = "#id_timezone"  # time zones, as their list names them


def bare(text, place=frozenset()):
    """What of some words is left to translate."""
    if place & ENGINE_PLACES or NAMES_OF_PLACES in place:
        return ""
    return pseudo.words_of(ENGINE_WORDS.sub("", DATES.sub("", text)))


def hold(answer, status=200):
    """An answer of the site holds no word outside of brackets; a redirect is followed by who asked."""
    assert answer.status_code == status
    html = answer.content.decode()
    assert pseudo.OPEN in html
    left = [
        f"{left}  in {' '.join(sorted(place))}" for text, place in pseudo.unmarked(html) if (left := bare(text, place))
    ]
    assert not left, "\n".join(dict.fromkeys(left))


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
    assert [text for text, _ in pseudo.unmarked(html) if bare(text)] == []


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
        hold(user_client.get("/week/2026-W02/"))

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
        hold(user_client.post("/goals/", fields), status=422 if fields in ({},) else 200)

    def test_the_week_beside_them(self, client, plan):
        hold(client.post("/goals/preview/", GOALS, headers={"HX-Request": "true"}))
        hold(client.post("/goals/preview/clashes/", GOALS | {"runs_per_week": "7"}, headers={"HX-Request": "true"}))
