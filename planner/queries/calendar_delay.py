"""Which calendar may still show the old hour after a move: it reads seldom, and the session is near."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from planner import clock
from planner.calendar_clients import DAY, DELAYS, HOUR, NAMES
from planner.records import Records

IN_USE = 14 * DAY * 60  # seconds; who has not read for longer has given the calendar up


def warning(records: Records) -> str:
    """A line about the calendar that may not look again before a session that was just moved; empty where none.

    Of several slow programs the one that read last is named: it will look last.
    """
    now, near = clock.now().timestamp(), _soonest(records)
    if near is None or records.reader is None or records.reader["seen_at"] < now - IN_USE:
        return ""
    family, delay = records.reader["family"], DELAYS[records.reader["family"]]
    if max(records.reader["seen_at"] + delay * 60, now) <= near:
        return ""
    if delay >= DAY:
        return _("{program} may still show the old time: it looks once a day.").format(program=NAMES[family])
    return ngettext(
        "{program} may still show the old time: it looks every {number} hour.",
        "{program} may still show the old time: it looks every {number} hours.",
        delay // HOUR,
    ).format(program=NAMES[family], number=delay // HOUR)


def _soonest(records: Records) -> float | None:
    """The first hour to come at which a moved session was or is to begin, in seconds since 1970."""
    zone, now = ZoneInfo(records.profile.timezone), clock.now().timestamp()
    hours = (hour.replace(tzinfo=zone).timestamp() for pair in records.moved for hour in pair)
    return min((hour for hour in hours if hour > now), default=None)
