"""The page of one's own calendar, in words."""

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.utils.timesince import timesince

from planner import clock, telling, words
from planner.engine.domain import DAYS
from planner.engine.vocabulary import Severity
from planner.models import BusyCalendar
from planner.records import Records
from planner.screens import Busy, BusyWeek
from planner.services.busy import EVERY

FILE = "An uploaded file, which is not kept"
BY_DAY = "All-day events take their day."
NOT_BY_DAY = "All-day events take no time: birthdays and holidays stay free."
NOT_AGAIN = "Never by itself. Upload the file again when your calendar changed."


def busy(row: BusyCalendar, records: Records) -> Busy:
    """The page for a calendar and a plan whose weeks from this one on were read."""
    this_week = clock.monday_of(records.today)
    return Busy(
        source=f"{urlsplit(row.address).hostname or ''}/…" if row.address else FILE,
        has_address=bool(row.address),
        known=_known(row),
        all_day=BY_DAY if row.all_day_blocks else NOT_BY_DAY,
        read=_ago(row.read_at) if row.read_at else "",
        following=_following(row),
        problem=row.problem,
        tried=_ago(row.tried_at),
        remarks=tuple(row.remarks),
        weeks=tuple(_week(row, records, monday) for monday in records.sessions if monday >= this_week),
    )


def _known(row: BusyCalendar) -> str:
    number = len(row.instants) + len(row.local_times)
    until = f", known until {telling.a_date(row.known_until)}" if row.known_until else ""
    return f"{number} busy time{'' if number == 1 else 's'}{until}"


def _following(row: BusyCalendar) -> str:
    """When the calendar is read again by itself."""
    if not row.address:
        return NOT_AGAIN
    left = row.tried_at + EVERY - clock.now()
    minutes = max(-(-left // timedelta(minutes=1)), 0)
    return f"In {minutes} minute{'' if minutes == 1 else 's'} at the earliest." if minutes else "It is due."


def _ago(moment: datetime) -> str:
    """How long ago a moment was, coarsely: "9 hours ago"."""
    ago = timesince(moment, clock.now(), depth=1)
    return "less than a minute ago" if ago.startswith("0") else f"{ago} ago"


def _week(row: BusyCalendar, records: Records, monday: date) -> BusyWeek:
    """A week, how much of its free hours is taken, and how it stands."""
    findings = records.evaluation(monday).findings if records.sessions[monday] else ()
    hard = sum(found.severity is Severity.HARD for found in findings)
    minutes = sum(end - start for day in records.lost(monday) for start, end in day)
    taken = f"{words.hours(minutes) if minutes else 'None'} of your free hours taken"
    if row.known_until is None or monday > row.known_until:
        taken = "Your calendar was not read that far"
    return BusyWeek(
        iso=clock.iso_of(monday),
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        taken=taken,
        verdict=words.verdict(hard, len(findings) - hard) if records.sessions[monday] else words.NOTHING_PLANNED,
        tone="breaks" if hard else "caution" if findings else "ok",
    )
