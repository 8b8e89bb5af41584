"""Reminders by mail: who is due, never twice, a real SMTP server, and the way out by one click."""

import email
import email.policy
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from io import StringIO

import pytest
from aiosmtpd.controller import Controller
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from planner.logs import redact
from planner.models import Reminder, Session
from planner.services import reminders
from tests.factories import MONDAY, make_plan, sessions_of

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)  # a Monday
SUNDAY_EVENING = datetime(2026, 12, 6, 19, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _public(settings):
    settings.SITE_URL = "https://tandem.example"


@pytest.fixture
def wished(user, plan):
    return reminders.wish(user=user, evening=True, sunday=True, hour=19)


def send():
    out = StringIO()
    call_command("send_reminders", stdout=out)
    return out.getvalue().strip()


# who is due


def test_nobody_is_written_to_unasked(plan, set_clock):
    set_clock(EVENING)
    assert send() == "0 sent, 0 refused"


def test_tomorrow_is_told_the_evening_before(wished, plan, set_clock):
    set_clock(EVENING)
    assert send() == "1 sent, 0 refused"
    (message,) = mail.outbox
    row = next(row for row in sessions_of(plan) if row.date == MONDAY + timedelta(days=1))
    assert message.to == ["ada@example.org"]
    assert message.subject.startswith("Tomorrow 18:00: ")
    assert "Tuesday 1 December:" in message.body
    assert f"https://tandem.example/sessions/{row.id}/" in message.body
    assert message.body.endswith(reminders.stop_url(wished))


@pytest.mark.parametrize(
    ("hour", "zone", "sent"),
    [(18, "UTC", 0), (19, "UTC", 1), (23, "UTC", 1), (18, "Europe/Berlin", 1), (23, "America/Los_Angeles", 0)],
)
def test_the_hour_is_the_persons(wished, user, set_clock, hour, zone, sent):
    user.profile.timezone = zone
    user.profile.save()
    set_clock(EVENING.replace(hour=hour))
    assert send() == f"{sent} sent, 0 refused"


def test_nothing_is_sent_twice(wished, set_clock):
    set_clock(EVENING)
    assert [send() for _ in range(3)] == ["1 sent, 0 refused", "0 sent, 0 refused", "0 sent, 0 refused"]
    set_clock(EVENING + timedelta(days=1))
    assert send() == "1 sent, 0 refused"


def test_of_two_runs_at_once_one_sends(wished, set_clock, monkeypatch):
    set_clock(EVENING)
    real = reminders._evening

    def overtaken(reminder, day):
        monkeypatch.setattr(reminders, "_evening", real)
        assert send() == "1 sent, 0 refused"  # another process, between reading and claiming
        return real(reminder, day)

    monkeypatch.setattr(reminders, "_evening", overtaken)
    assert send() == "0 sent, 0 refused"
    assert len(mail.outbox) == 1


def test_a_day_without_a_session_is_not_told_and_one_added_late_still_is(wished, plan, set_clock):
    tuesday = Session.objects.filter(week__plan=plan, date=MONDAY + timedelta(days=1))
    tuesday.update(status="skipped")
    set_clock(EVENING)
    assert send() == "0 sent, 0 refused"
    tuesday.update(status="planned")
    assert send() == "1 sent, 0 refused"


def test_the_week_is_told_on_sunday(user, plan, set_clock):
    reminders.wish(user=user, evening=False, sunday=True, hour=19)
    set_clock(SUNDAY_EVENING - timedelta(days=1))
    assert send() == "0 sent, 0 refused"
    set_clock(SUNDAY_EVENING)
    assert [send(), send()] == ["1 sent, 0 refused", "0 sent, 0 refused"]
    (message,) = mail.outbox
    assert message.subject == "Your week 7 Dec – 13 Dec"
    lines = [line for line in message.body.splitlines() if line[:4] in ("Mon ", "Tue ", "Wed ", "Thu ", "Fri ")]
    assert len(lines) == len(sessions_of(plan, date(2026, 12, 7)))


def test_weeks_that_became_due_are_planned_first(user, plan, set_clock):
    reminders.wish(user=user, evening=False, sunday=True, hour=19)
    set_clock(SUNDAY_EVENING + timedelta(weeks=8))
    send()
    assert "Nothing is planned" not in mail.outbox[0].body


def test_a_closed_account_and_a_person_without_a_plan_get_none(wished, user, other_user, set_clock):
    reminders.wish(user=other_user, evening=True, sunday=True, hour=12)
    user.is_active = False
    user.save()
    set_clock(SUNDAY_EVENING)
    assert send() == "0 sent, 0 refused"


def test_where_addresses_are_verified_only_those_get_mail(wished, user, set_clock, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    set_clock(EVENING)
    assert send() == "0 sent, 0 refused"
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    assert send() == "1 sent, 0 refused"


def test_without_a_public_address_the_command_says_so(wished, settings):
    settings.SITE_URL = ""
    with pytest.raises(CommandError, match="SITE_URL"):
        send()


# a real server


class Inbox:
    """Takes every mail, or refuses those to one address."""

    def __init__(self, refused=""):
        self.refused, self.kept = refused, []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address == self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.kept.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def smtp(settings, free_tcp_port):
    def serve(refused=""):
        inbox = Inbox(refused)
        controller = Controller(inbox, hostname="127.0.0.1", port=free_tcp_port, ready_timeout=60)
        controller.start()
        started.append(controller)
        return inbox

    started = []
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_tcp_port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield serve
    for controller in started:
        controller.stop()


def test_a_server_receives_a_mail_that_can_be_ended_by_one_click(wished, set_clock, smtp):
    inbox = smtp()
    set_clock(EVENING)
    assert send() == "1 sent, 0 refused"
    (message,) = inbox.kept
    assert message["To"].addresses == (Address(addr_spec="ada@example.org"),)
    assert message["List-Unsubscribe"].strip() == f"<{reminders.stop_url(wished)}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    assert "→" in message["Subject"]


def test_a_server_that_is_away_costs_nobody_a_mail(wished, set_clock, smtp):
    set_clock(EVENING)
    with pytest.raises(CommandError, match="cannot be reached"):
        send()
    smtp()
    assert send() == "1 sent, 0 refused"


def test_a_refused_mail_is_told_and_the_others_go_out(wished, other_user, set_clock, smtp):
    make_plan(other_user)
    reminders.wish(user=other_user, evening=True, sunday=False, hour=19)
    inbox = smtp(refused="ada@example.org")
    set_clock(EVENING)
    with pytest.raises(CommandError, match="refused some"):
        send()
    assert [message["To"].addresses[0].addr_spec for message in inbox.kept] == ["bob@example.org"]
    assert send() == "0 sent, 0 refused"


# the pages


def test_a_person_asks_for_mail_and_sees_it_kept(client, user):
    client.force_login(user)
    page = client.get(reverse("planner:reminders"))
    assert "This server sends no mail yet" in page.content.decode()
    answer = client.post(reverse("planner:reminders"), {"evening": "on", "hour": "20"}, follow=True)
    assert "The mails go to ada@example.org." in answer.content.decode()
    kept = Reminder.objects.get(user=user)
    assert (kept.evening, kept.sunday, kept.hour) == (True, False, 20)
    client.post(reverse("planner:reminders"), {"hour": "20"})
    assert Reminder.objects.get(user=user).evening is False


@pytest.mark.parametrize("hour", ["", "11", "23", "seven"])
def test_an_hour_that_is_none_is_told(client, user, hour):
    client.force_login(user)
    answer = client.post(reverse("planner:reminders"), {"evening": "on", "hour": hour})
    assert answer.status_code == 422
    assert not Reminder.objects.exists()


def test_the_link_asks_first_and_a_mail_programs_post_ends_it(wished):
    address = reverse("planner:stop_reminders", args=[wished.token])
    stranger = Client(enforce_csrf_checks=True)
    assert "End the reminders?" in stranger.get(address).content.decode()
    wished.refresh_from_db()
    assert wished.evening
    answer = stranger.post(address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    wished.refresh_from_db()
    assert (wished.evening, wished.sunday) == (False, False)
    assert stranger.post(address).status_code == 200  # twice is as good as once


def test_an_unknown_link_is_not_there(db, client):
    assert client.get(reverse("planner:stop_reminders", args=["x" * 43])).status_code == 404
    assert client.post(reverse("planner:stop_reminders", args=["x" * 43])).status_code == 404


def test_the_links_secret_is_in_no_log_line():
    assert redact("POST /reminders/stop/abc_DEF-1/ 200") == "POST /reminders/stop/[secret] 200"


@pytest.mark.parametrize("token", ["%00", "a%00b", "x" * 500])
def test_what_is_no_secret_stops_nothing(client, db, token):
    """NUL in text is something that PostgreSQL refuses to look for."""
    assert client.get(f"/reminders/stop/{token}/").status_code == 404
    assert client.post(f"/reminders/stop/{token}/").status_code == 404
