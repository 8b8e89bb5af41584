"""The page of one's own calendar, in words."""

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from planner import busy_words, clock, telling, words
from planner.engine.domain import DAYS
from planner.engine.vocabulary import Severity
from planner.models import BusyCalendar
from planner.records import Records
from planner.screens import Busy, BusyWeek
from planner.services.busy import EVERY

FILE = gettext_noop("An uploaded file, which is not kept")
BY_DAY = gettext_noop("All-day events take their day.")
NOT_BY_DAY = gettext_noop("All-day events take no time: birthdays and holidays stay free.")
NOT_AGAIN = gettext_noop("Never by itself. Upload the file again when your calendar changed.")


def busy(row: BusyCalendar, records: Records) -> Busy:
    """The page for a calendar and a plan whose weeks from this one on were read."""
    this_week = clock.monday_of(records.today)
    return Busy(
        source=f"{urlsplit(row.address).hostname or ''}/…" if row.address else _(FILE),
        has_address=bool(row.address),
        known=_known(row),
        all_day=_(BY_DAY) if row.all_day_blocks else _(NOT_BY_DAY),
        read=_ago(row.read_at) if row.read_at else "",
        following=_following(row),
        problem=busy_words.problem(row.problem),
        tried=_ago(row.tried_at),
        remarks=tuple(map(busy_words.remark, row.remarks)),
        weeks=tuple(_week(row, records, monday) for monday in records.sessions if monday >= this_week),
    )


def _known(row: BusyCalendar) -> str:
    number = len(row.instants) + len(row.local_times)
    if row.known_until is None:
        return ngettext("{number} busy time", "{number} busy times", number).format(number=number)
    return ngettext("{number} busy time, known until {day}", "{number} busy times, known until {day}", number).format(
        number=number, day=telling.a_date(row.known_until)
    )


def _following(row: BusyCalendar) -> str:
    """When the calendar is read again by itself."""
    if not row.address:
        return _(NOT_AGAIN)
    left = row.tried_at + EVERY - clock.now()
    minutes = max(-(-left // timedelta(minutes=1)), 0)
    if not minutes:
        return _("It is due.")
    return ngettext("In {number} minute at the earliest.", "In {number} minutes at the earliest.", minutes).format(
        number=minutes
    )


def _ago(moment: datetime) -> str:
    """How long ago a moment was, coarsely: "9 hours ago"."""
    ago = timesince(moment, clock.now(), depth=1)
    return (
        _("less than a minute ago") if clock.now() - moment < timedelta(minutes=1) else _("{time} ago").format(time=ago)
    )


def _week(row: BusyCalendar, records: Records, monday: date) -> BusyWeek:
    """A week, how much of its free hours is taken, and how it stands."""
    findings = records.evaluation(monday).findings if records.sessions[monday] else ()
    hard = sum(found.severity is Severity.HARD for found in findings)
    minutes = sum(end - start for day in records.lost(monday) for start, end in day)
    taken = _("None of your free hours taken")
    if minutes:
        taken = _("{hours} of your free hours taken").format(hours=words.hours(minutes))
    if row.known_until is None or monday > row.known_until:
        taken = _("Your calendar was not read that far")
    return BusyWeek(
        iso=clock.iso_of(monday),
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        taken=taken,
        verdict=words.verdict(hard, len(findings) - hard) if records.sessions[monday] else _(words.NOTHING_PLANNED),
        tone="breaks" if hard else "caution" if findings else "ok",
    )
