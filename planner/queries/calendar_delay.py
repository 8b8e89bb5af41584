"""Which calendar may still show the old hour after a move: it reads seldom, and the session is near."""

from zoneinfo import ZoneInfo

from planner import clock
from planner.calendar_clients import DAY, DELAYS, HOUR, NAMES
from planner.engine.wording import listed
from planner.models import FeedFetch
from planner.records import Records

IN_USE = 14 * DAY * 60  # seconds; who has not read for longer has given the calendar up
LONGEST = max(DELAYS.values()) * 60  # seconds


def warning(records: Records) -> str:
    """A line about the calendars that may not look again before a session that was just moved; empty where none.

    Nothing is read where no session moved, or none that is near.
    """
    now, near = clock.now().timestamp(), _soonest(records)
    if near is None or near > now + LONGEST:
        return ""
    late = _late(records, now, near)
    if not late:
        return ""
    names = listed([NAMES[family] for family in late])
    look = "it looks" if len(late) == 1 else "they look"
    return f"{names} may still show the old time: {look} {_pace(late)}."


def _soonest(records: Records) -> float | None:
    """The first hour to come at which a moved session was or is to begin, in seconds since 1970."""
    zone, now = ZoneInfo(records.profile.timezone), clock.now().timestamp()
    hours = (hour.replace(tzinfo=zone).timestamp() for pair in records.moved for hour in pair)
    return min((hour for hour in hours if hour > now), default=None)


def _late(records: Records, now: float, near: float) -> list[str]:
    """The families in use of which none is sure to look before that hour, the slowest first."""
    seen: dict[str, int] = {}
    reads = FeedFetch.objects.filter(feed__plan=records.plan, family__in=DELAYS, seen_at__gt=now - IN_USE)
    for family, seen_at in reads.values_list("family", "seen_at"):
        seen[family] = min(seen_at, seen.get(family, seen_at))
    late = [family for family, seen_at in seen.items() if max(seen_at + DELAYS[family] * 60, now) > near]
    return sorted(late, key=lambda family: (-DELAYS[family], family))


def _pace(late: list[str]) -> str:
    """How often the slowest looks."""
    delay = DELAYS[late[0]]
    return "once a day" if delay >= DAY else f"every {delay // HOUR} hours" if delay > HOUR else "once an hour"
