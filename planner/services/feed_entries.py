"""The entries of a calendar feed: sessions, rest days and the race, as the feed's options ask."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from planner import clock, feed_words, mapping, telling, words
from planner.calendar_clients import is_local
from planner.engine.domain import Athlete
from planner.engine.domain import Session as Planned
from planner.engine.vocabulary import Kind, Modality, Order, Status
from planner.ical import FeedEvent
from planner.models import Feed, Session, Week
from planner.models.feed import Content

DETAILED = 400  # entries that may tell their steps; more would pass the megabyte at which Google stops
ONLY = {Content.RUNS.value: Modality.RUN, Content.LIFTS.value: Modality.LIFT}
ONE_DAY = timedelta(days=1)


def entries(feed: Feed, monday: date) -> list[FeedEvent]:
    """What the feed shows in the week from `monday`: the past weeks it asks for and all that is planned."""
    first = monday - feed.past_weeks * clock.ONE_WEEK
    rows = list(Session.objects.filter(week__plan=feed.plan, date__gte=first).select_related("week"))
    shown = [row for row in rows if _is_shown(feed, row)]
    athlete = mapping.athlete_of(feed.plan.user.profile)
    found = [_busy(feed, row) for row in shown] if feed.content == Content.BUSY else _told(feed, shown, athlete)
    if feed.content in (Content.FULL, Content.RUNS) and athlete.race and athlete.race.date >= first:
        race = words.race_day(athlete.race.distance_km, mapping.unit_of(feed.plan))
        found.append(_day(feed, "race", athlete.race.date, feed_words.RACE_SIGN, race))
    if feed.rest_days:
        taken = {row.date for row in rows} | ({athlete.race.date} if athlete.race else set())
        found += _rest_days(feed, first, taken)
    return found or [note(feed)]


def _is_shown(feed: Feed, row: Session) -> bool:
    """Whether a session is one that the feed tells."""
    if row.status == Status.SKIPPED and (not feed.skipped or feed.content == Content.BUSY):
        return False
    if feed.content == Content.RUNS:
        return row.run_minutes is not None
    return feed.content != Content.LIFTS or row.lift_minutes is not None


def _busy(feed: Feed, row: Session) -> FeedEvent:
    """Only that the person is away: no name, no text, no link."""
    start = clock.at(row.date, row.start)
    return FeedEvent(
        uid=row.uid,
        sequence=row.sequence,
        created=row.created_at,
        changed=row.changed_at,
        start=start - timedelta(minutes=feed.buffer_before),
        end=start + timedelta(minutes=mapping.planned(row).minutes + feed.buffer_after),
        summary=_(feed_words.BUSY),
        description="",
        url="",
        alarm_minutes=feed.alarm,
    )


def _told(feed: Feed, rows: Sequence[Session], athlete: Athlete) -> list[FeedEvent]:
    detailed = len(rows) <= DETAILED
    return [_entry(feed, row, athlete if detailed else None) for row in rows]


def _entry(feed: Feed, row: Session, athlete: Athlete | None) -> FeedEvent:
    """A session with its words; its steps where `athlete` is given."""
    session, only = mapping.planned(row), ONLY.get(feed.content)
    skipped = row.status == Status.SKIPPED
    begin, minutes = _span(session, only)
    start = clock.at(row.date, begin)
    end = start + timedelta(minutes=minutes)
    hours = telling.between(begin, begin + minutes) if feed.all_day else ""
    link = "" if is_local(settings.SITE_URL) else session_url(row)
    summary = feed_words.summary(session, only=only, emoji=feed.emoji)
    return FeedEvent(
        uid=row.uid,
        sequence=row.sequence,
        created=row.created_at,
        changed=row.changed_at,
        start=row.date if feed.all_day else start,
        end=row.date + ONE_DAY if feed.all_day else end,
        summary=_(feed_words.SKIPPED).format(session=summary) if skipped else summary,
        description=feed_words.description(session, _steps(feed, row, athlete), only=only, when=hours, link=link),
        url=session_url(row),
        categories=feed_words.categories(session, only),
        busy=not skipped,
        alarm_minutes=None if feed.all_day or skipped else feed.alarm,
    )


def _span(session: Planned, only: Modality | None) -> tuple[int, int]:
    """From which minute of the day an entry lasts how many minutes: the part's own where a feed tells one part."""
    part = {Modality.RUN: session.run, Modality.LIFT: session.lift}[only] if only else None
    if part is None or session.kind is not Kind.COMBINED:
        return session.start, session.minutes
    is_first = (session.order is Order.RUN_FIRST) is (only is Modality.RUN)
    return session.start + (0 if is_first else session.minutes - part.minutes), part.minutes


def _steps(feed: Feed, row: Session, athlete: Athlete | None) -> Sequence[feed_words.Step]:
    """The steps as the session's page has them; none where there is no `athlete`."""
    if athlete is None:
        return ()
    return mapping.steps_of(athlete, row, feed.plan, row.week, mapping.unit_of(feed.plan))


def _rest_days(feed: Feed, first: date, taken: set[date]) -> Iterator[FeedEvent]:
    """The days of the plan's weeks that hold no session, a skipped one included."""
    opened = max(first, feed.plan.first_day or feed.plan.started_on)
    for monday in Week.objects.filter(plan=feed.plan, start__gte=first).values_list("start", flat=True):
        for day in (monday + number * ONE_DAY for number in range(7)):
            if day >= opened and day not in taken:
                yield _day(feed, day.isoformat(), day, feed_words.REST_SIGN, _(feed_words.REST_DAY))


def _day(feed: Feed, key: str, day: date, sign: str, text: str) -> FeedEvent:
    """A day that is no session; its name is made of the feed's stored secret, so it stays and says nothing."""
    stamp = datetime.combine(feed.plan.started_on, time(), UTC)
    return FeedEvent(
        uid=hashlib.sha256(f"{feed.note_uid}:{key}".encode()).hexdigest()[:32],
        sequence=0,
        created=stamp,
        changed=stamp,
        start=day,
        end=day + ONE_DAY,
        summary=feed_words.signed(sign, text, feed.emoji),
        description="",
        url="",
        busy=False,
    )


def note(feed: Feed) -> FeedEvent:
    """What stands in for sessions: some clients give a calendar up that becomes empty."""
    day, changed = feed.plan.started_on, feed.plan.feed_changed_at
    return FeedEvent(
        uid=feed.note_uid,
        sequence=0,
        created=changed,
        changed=changed,
        start=day,
        end=day + ONE_DAY,
        summary=_(feed_words.BUSY_NOTE if feed.content == Content.BUSY else feed_words.NOTE),
        description="",
        url="",
        busy=False,
    )


def session_url(row: Session) -> str:
    """The session's page where the site is known to have https, else no link."""
    site = settings.SITE_URL
    return site + reverse("planner:session", args=[row.pk]) if site.startswith("https://") else ""
