"""Mail that reminds: who is due, and never twice the same."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.urls import reverse

from planner import clock, mapping, telling, week_words
from planner.engine.domain import Week as PlannedSessions
from planner.engine.vocabulary import Phase, Status
from planner.mail_words import Entry, Letter, coming_week, tomorrow
from planner.models import Reminder
from planner.records import NoPlan, Records, read
from planner.services.feed_entries import session_url
from planner.services.weeks import ensure_weeks

SUNDAY = 6
ONE_DAY = timedelta(days=1)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many mails went out, and how many the server did not take."""

    sent: int
    failed: int


def wish_of(*, user: Any) -> Reminder:
    """What a person wants, not yet saved where they never said."""
    return Reminder.objects.filter(user=user).first() or Reminder(user=user)


def wish(*, user: Any, evening: bool, sunday: bool, hour: int) -> Reminder:
    """Keep what a person wants."""
    told = {"evening": evening, "sunday": sunday, "hour": hour}
    return Reminder.objects.update_or_create(user=user, defaults=told)[0]


def stop(*, token: str) -> bool:
    """End all of a person's reminders by the secret of their mails; False where nobody has it."""
    return Reminder.objects.filter(token=token).update(evening=False, sunday=False) > 0


def send_due() -> Sent:
    """Send what is due at this moment. The mail server is asked first: where it is away, nothing counts as sent."""
    if not settings.SITE_URL:
        raise NoAddress
    with get_connection() as connection:
        results = [_sent(message, connection) for message in _due()]
    return Sent(sum(results), len(results) - sum(results))


class NoAddress(Exception):
    """SITE_URL is not set, so the link that ends the mails would lead nowhere."""


def _sent(message: EmailMessage, connection: Any) -> bool:
    """A mail that the server refuses is not tried again: whether it was taken cannot be known."""
    message.connection = connection
    try:
        return message.send() == 1
    except (SMTPException, OSError) as problem:
        logger.warning("A reminder was not taken by the mail server: %s", type(problem).__name__)
        return False


def _due() -> Iterator[EmailMessage]:
    """The mails of everybody whose hour has come; each is noted as sent before it is."""
    wanted = Reminder.objects.filter(Q(evening=True) | Q(sunday=True), user__is_active=True, user__email__isnull=False)
    for reminder in list(wanted.select_related("user__profile").order_by("pk")):  # read whole: rows change meanwhile
        if _has_address(reminder.user):
            yield from _of(reminder)


def _has_address(user: Any) -> bool:
    """Whether the address is known to be theirs; where no mail can verify it, whether there is one."""
    if settings.ACCOUNT_EMAIL_VERIFICATION != "mandatory":
        return bool(user.email)
    found: bool = user.emailaddress_set.filter(email=user.email, verified=True).exists()
    return found


def _of(reminder: Reminder) -> Iterator[EmailMessage]:
    profile = getattr(reminder.user, "profile", None)
    if profile is None:
        return
    here = clock.local_now(profile.timezone)
    if here.hour < reminder.hour:
        return
    day = here.date() + ONE_DAY
    if reminder.evening and _is_open(reminder.evening_for, day):
        yield from _claimed(reminder, "evening_for", day, _evening(reminder, day))
    if reminder.sunday and here.weekday() == SUNDAY and _is_open(reminder.week_for, day):
        yield from _claimed(reminder, "week_for", day, _week(reminder, day))


def _is_open(told: date | None, day: date) -> bool:
    return told is None or told < day


def _claimed(reminder: Reminder, field: str, day: date, letter: Letter | None) -> Iterator[EmailMessage]:
    """The letter as a mail, noted as sent; none where there is nothing to tell or another process was first."""
    untold = Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lt": day})
    if letter and Reminder.objects.filter(untold, pk=reminder.pk).update(**{field: day}):
        yield _message(reminder, letter)


def _evening(reminder: Reminder, day: date) -> Letter | None:
    records = _records(reminder, day)
    entries = [] if records is None else _entries(records, clock.monday_of(day), day)
    if records is None or not entries:
        return None
    with telling.told(lambda: mapping.telling_of(records.plan)):
        return tomorrow(entries, stop_url(reminder))


def _week(reminder: Reminder, monday: date) -> Letter | None:
    records = _records(reminder, monday)
    if records is None:
        return None
    race, sessions = records.athlete.race, records.in_truth(monday) or PlannedSessions()
    has_race = race is not None and clock.monday_of(race.date) == monday
    phase = week_words.phase(Phase(records.week(monday).phase), sessions, has_race)
    with telling.told(lambda: mapping.telling_of(records.plan)):
        return coming_week(monday, _entries(records, monday), phase, stop_url(reminder))


def _records(reminder: Reminder, day: date) -> Records | None:
    """The person's week, brought up to date as a visit would; None where they have no plan."""
    try:
        ensure_weeks(user=reminder.user)
        return read(reminder.user, clock.monday_of(day))
    except NoPlan:
        return None


def _entries(records: Records, monday: date, day: date | None = None) -> list[Entry]:
    """What is still to be done in a week, or on a day of it."""
    rows = (row for row in records.sessions.get(monday, []) if row.status == Status.PLANNED.value)
    return [Entry(row.date, mapping.planned(row), session_url(row)) for row in rows if day in (None, row.date)]


def stop_url(reminder: Reminder) -> str:
    """Where a person, or their mail program by RFC 8058, ends the mails."""
    return settings.SITE_URL + reverse("planner:stop_reminders", args=[reminder.token])


def _message(reminder: Reminder, letter: Letter) -> EmailMessage:
    headers = {
        "List-Unsubscribe": f"<{stop_url(reminder)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(letter.subject, letter.text, to=[str(reminder.user.email)], headers=headers)
