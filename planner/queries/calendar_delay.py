"""Which calendar may still show the old hour after a move: it reads seldom, and the session is near."""

from zoneinfo import ZoneInfo

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
    pace = "once a day" if delay >= DAY else f"every {delay // HOUR} hours"
    return f"{NAMES[family]} may still show the old time: it looks {pace}."


def _soonest(records: Records) -> float | None:
    """The first hour to come at which a moved session was or is to begin, in seconds since 1970."""
    zone, now = ZoneInfo(records.profile.timezone), clock.now().timestamp()
    hours = (hour.replace(tzinfo=zone).timestamp() for pair in records.moved for hour in pair)
    return min((hour for hour in hours if hour > now), default=None)
