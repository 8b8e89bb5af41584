"""The person's day: the only place that asks what time it is, and how weeks are named."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

ONE_SECOND = timedelta(seconds=1)
ONE_WEEK = timedelta(days=7)
DAY_MINUTES = 24 * 60


def now() -> datetime:
    """This moment, in UTC. Tests set it."""
    return timezone.now()


def local_now(zone: str) -> datetime:
    """This moment on the person's clock; `zone` is an IANA name."""
    return now().astimezone(ZoneInfo(zone))


def today(zone: str) -> date:
    """The person's date."""
    return local_now(zone).date()


def at(day: date, minute: int) -> datetime:
    """A minute of a day as the person's clock shows it, without a zone; past midnight it is on the next day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def monday_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def days_before(day: date, monday: date) -> frozenset[int]:
    """The weekdays of the week from `monday` that lie before a day."""
    return frozenset(range(min(max((day - monday).days, 0), 7)))


def later(than: datetime, moment: datetime) -> datetime:
    """`moment`, or a second past `than` where that is later: calendars tell whole seconds apart."""
    return max(moment, than + ONE_SECOND)


def iso_of(monday: date) -> str:
    """A week's name as in its address: 2026-W49."""
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}"


def from_iso(name: str) -> date:
    """The Monday of the week of that name; ValueError where there is no such week."""
    year, _, week = name.partition("-W")
    return date.fromisocalendar(int(year), int(week), 1)


def from_minutes(minutes: int) -> str:
    """Minutes of a day as HH:MM; past midnight it is the next day's clock."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def end_from_minutes(minutes: int) -> str:
    """The end of a span within a day as HH:MM; midnight is told as 24:00."""
    return "24:00" if minutes == DAY_MINUTES else from_minutes(minutes)
