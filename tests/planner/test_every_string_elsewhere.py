"""The same beside the board: calendars, busy times, accounts, trials, the front page, mails and the feed."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from planner.models import BusyCalendar, Feed, Reminder
from planner.queries import sample
from planner.services import feeds, reminders
from tests.conftest import PASSWORD
from tests.factories import MONDAY_MORNING, SUNDAY, make_plan
from tests.planner import pseudo
from tests.planner.busy_plan import SECRET, at, meet
from tests.planner.conftest import GOALS
from tests.planner.pseudo import hold, hold_text

pytestmark = pytest.mark.django_db
WORK = {"name": "Zzz", "content": "busy", "buffer_before": "10", "past_weeks": "4"}


@pytest.fixture
def plan(plan, monkeypatch):
    """The plan, in the pseudo language from now on."""
    pseudo.speak(monkeypatch)
    return plan


class TestCalendars:
    """The feed's page, its options, and its bytes."""

    def test_pages(self, user_client, plan):
        feed = feeds.feed_of(plan=plan)
        hold(user_client.post("/calendar/add/", WORK, follow=True))
        feeds.note_fetch(feed_id=feed.pk, family="google")
        feeds.note_fetch(feed_id=feed.pk, family="vdirsyncer")
        feeds.note_fetch(feed_id=feed.pk, family="other")
        hold(user_client.get("/calendar/"))
        hold(user_client.post("/calendar/rotate/", {"sure": "on"}, follow=True))
        hold(user_client.post(f"/calendar/{feed.pk}/remove/", {"sure": "on"}, follow=True))

    @pytest.mark.parametrize("fields", [{}, WORK | {"all_day": "on", "skipped": "on"}, WORK | {"content": "x"}])
    def test_refused(self, user_client, plan, fields):
        hold(user_client.post("/calendar/add/", fields))
        hold(user_client.post("/calendar/rotate/", {}))

    @pytest.mark.parametrize("options", [{}, {"all_day": True, "rest_days": True}, {"content": "busy"}])
    def test_the_feed(self, client, plan, options):
        feed = feeds.feed_of(plan=plan)
        Feed.objects.filter(pk=feed.pk).update(**options)
        body = client.get(reverse("planner:feed", args=[feed.token])).content.decode().replace("\r\n ", "")
        told = [line.partition(":")[2] for line in body.splitlines() if line.startswith(("SUMMARY", "DESCRIPTION"))]
        assert told
        for line in told:
            # why a session is there, and its steps, are the engine's
            assert pseudo.outside(line.split("\\n")[0])[0].strip(" →,–:0123456789") == ""


class TestBusyTimes:
    """The page of one's own calendar, read and refused."""

    def test_kept(self, user, user_client, plan):
        meet(user, (at(1), at(1, 19)), all_day_blocks=True)
        hold(user_client.get("/busy/"))
        BusyCalendar.objects.update(problem="The calendar is larger than 5 MB.", known_until=None, read_at=None)
        hold(user_client.get("/busy/"))
        hold(user_client.post("/busy/refresh/", follow=True))
        hold(user_client.post("/busy/remove/", follow=True))

    @pytest.mark.parametrize("address", ["", "ftp://x", "http://x", "https://x@y", "https://127.0.0.1/x", SECRET + " "])
    def test_refused_addresses(self, user_client, plan, address):
        hold(user_client.post("/busy/address/", {"address-address": address}))

    @pytest.mark.parametrize("data", [b"", b"<html>", b"PK\x03\x04", b"\xff\xfeB\x00", b"BEGIN:VCALENDAR\r\n", b"x"])
    def test_refused_files(self, user_client, plan, data):
        file = SimpleUploadedFile("mine.ics", data)
        hold(user_client.post("/busy/upload/", {"upload-calendar": file}))


class TestAccounts:
    """Log-in, sign-up, passwords, and what is sent by mail."""

    @pytest.mark.parametrize("path", ["login", "signup", "password/reset", "password/change", "email"])
    def test_refused(self, client, user_client, plan, path):
        who = user_client if path in ("password/change", "email") else client
        told = {"email": "x", "login": "x@y.zz", "password": "x", "password1": "x", "action_add": "on"}
        hold(who.post(f"/accounts/{path}/", told, follow=True))

    @pytest.mark.parametrize("email", ["ada@example.org", "nobody@example.org"])
    def test_a_forgotten_password(self, client, plan, email):
        hold(client.post("/accounts/password/reset/", {"email": email}, follow=True))
        (message,) = mail.outbox
        hold_text(message.subject)
        hold_text(message.body, "testserver", "example.com")

    def test_account_and_programs(self, user_client, plan):
        hold(user_client.post("/account/", {"distances": "mi", "timezone": "UTC"}, follow=True))
        hold(user_client.post("/account/", {}, follow=True))
        hold(user_client.post("/account/delete/", {}, follow=True))
        made = user_client.post("/programs/tokens/", {"name": "Zzz"}, follow=True)
        assert [one for one in pseudo.unmarked(made.content.decode()) if "Zzz" not in one] == []
        hold(user_client.post("/programs/tokens/", {"name": ""}, follow=True))

    def test_an_account_is_left(self, user_client, plan):
        hold(user_client.post("/account/delete/", {"sure": "on"}, follow=True))


class TestReminders:
    """Their page, and the mails."""

    def test_the_page(self, user_client, plan):
        hold(user_client.post("/reminders/", {"evening": "on", "hour": "19"}, follow=True))
        hold(user_client.post("/reminders/", {"hour": "3"}))
        stop = reminders.stop_url(Reminder.objects.get()).partition("//")[2].partition("/")[2]
        hold(user_client.get(f"/{stop}"))
        hold(user_client.post(f"/{stop}"))

    def test_the_mails(self, user, plan, set_clock, settings):
        settings.SITE_URL = "https://tandem.example"
        reminders.wish(user=user, evening=True, sunday=True, hour=19)
        for moment in (MONDAY_MORNING + timedelta(hours=13), MONDAY_MORNING + timedelta(days=6, hours=13)):
            set_clock(moment)
            call_command("send_reminders", verbosity=0)
        assert len(mail.outbox) == 3  # two evenings and a Sunday
        for message in mail.outbox:
            hold_text(message.subject)
            hold_text(message.body, "-- ")


class TestTrials:
    """A trial in a browser, and what becomes of it."""

    def test_its_pages(self, guest_client, monkeypatch):
        guest_client.get("/week/")  # what was told before is read
        pseudo.speak(monkeypatch)
        for path in ("/week/", "/calendar/", "/trial/leave/", "/accounts/signup/", "/goals/"):
            hold(guest_client.get(path))
        hold(guest_client.post("/trial/leave/", {}))
        hold(guest_client.post("/trial/leave/", {"sure": "on"}, follow=True))

    def test_two_plans(self, guest_client, user, monkeypatch):
        make_plan(user)
        guest_client.get("/week/")  # what was told before is read
        pseudo.speak(monkeypatch)
        login = {"login": user.email, "password": PASSWORD}
        hold(guest_client.post("/accounts/login/", login, follow=True))
        hold(guest_client.post("/trial/", {}))
        hold(guest_client.post("/trial/", {"trial": "throw_away"}, follow=True))


class TestTheFrontPage:
    """The sample week in anybody's hand."""

    def test_moved_and_turned(self, client, plan):
        card = re.search(r'data-session="([0-9a-f-]+)"', client.get("/sample/").content.decode())[1]
        asked = {"week": sample.as_made(), "card": card}
        hold(client.get("/sample/"))
        hold(client.post("/sample/move/", {"week": "x"}))
        hold(client.post("/sample/move/", asked | {"date": SUNDAY, "start": "18:00"}))
        hold(client.post("/sample/flip/", asked))

    def test_what_one_visitor_was_told_the_next_is_told_anew(self, client, monkeypatch):
        card = re.search(r'data-session="([0-9a-f-]+)"', client.get("/sample/").content.decode())[1]
        asked = {"week": sample.as_made(), "card": card}
        assert "You start with the run one time" in client.post("/sample/flip/", asked).content.decode()
        pseudo.speak(monkeypatch)
        hold(client.post("/sample/flip/", asked))

    def test_goals_of_a_stranger(self, client, plan):
        hold(client.post("/goals/", GOALS | {"goal": ""}))
        hold(client.get(f"/week/{SUNDAY:%G-W%V}/", follow=True))
