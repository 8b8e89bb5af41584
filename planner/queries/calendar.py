"""The subscribe page: a feed's address, ways to each calendar program, how late each is and when it last read."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import segno
from django.conf import settings
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from planner import clock
from planner.calendar_clients import (
    CLIENTS,
    GOOGLE_FROM_URL,
    NAMES,
    Client,
    google_link,
    is_local,
    outlook_link,
    webcal,
)
from planner.models import Feed, FeedFetch
from planner.models.feed import Content
from planner.screens import CalendarClient, CalendarLink, OwnCalendar, Subscribe
from planner.services.feeds import MOST_FEEDS

Reads = dict[int, dict[str, int]]  # by feed, by family: when, in seconds since 1970


def subscribe(feed: Feed, address: str, path: str) -> Subscribe:
    """The page of a feed with that path, whose full address, as the person reaches this site, is `address`.

    Calendar programs elsewhere come by the site's public address where one is set.
    """
    own = list(Feed.objects.filter(plan=feed.plan_id).order_by("pk"))
    every = _reads(own)
    reads = every.get(feed.pk, {})
    is_set = settings.SITE_URL_KNOWN and not is_local(settings.SITE_URL)
    public = settings.SITE_URL + path if is_set else address
    shown = {client.family for client in CLIENTS}
    return Subscribe(
        id=feed.pk,
        name=feed.name,
        address=address,
        public_address=public if public != address else "",
        is_local=is_local(public),
        webcal=webcal(public),
        qr=qr(webcal(public)),
        clients=tuple(_client(client, feed, public, reads.get(client.family)) for client in CLIENTS),
        others=tuple(_others((name, seen) for name, seen in reads.items() if name not in shown)),
        calendars=tuple(_own(one, every.get(one.pk, {}), feed) for one in own),
        can_add=len(own) < MOST_FEEDS,
    )


def _reads(own: list[Feed]) -> Reads:
    found: Reads = {}
    for feed_id, family, seen in FeedFetch.objects.filter(feed__in=own).values_list("feed_id", "family", "seen_at"):
        found.setdefault(feed_id, {})[family] = seen
    return found


def _own(one: Feed, reads: dict[str, int], shown: Feed) -> OwnCalendar:
    """A calendar in the list of the person's."""
    last = max(reads.items(), key=lambda read: read[1], default=None)
    told = ""
    if last:
        told = _("Last read by {program} {time}.").format(program=_program(last[0]), time=_ago(last[1]))
    return OwnCalendar(one.pk, one.name, about(one), told, one.pk == shown.pk)


def about(feed: Feed) -> str:
    """What a feed shows, in a few words: "Everything, all day, with rest days"."""
    options = (
        (feed.all_day, _("all day")),
        (
            feed.content == Content.BUSY and bool(feed.buffer_before),
            _("{minutes} min before").format(minutes=feed.buffer_before),
        ),
        (
            feed.content == Content.BUSY and bool(feed.buffer_after),
            _("{minutes} min after").format(minutes=feed.buffer_after),
        ),
        (feed.rest_days, _("with rest days")),
        (feed.skipped, _("with skipped sessions")),
        (feed.alarm is not None, _("reminder {minutes} min before").format(minutes=feed.alarm)),
    )
    return ", ".join([str(Content(feed.content).label), *(text for holds, text in options if holds)])


def qr(text: str) -> str:
    """The text as an SVG picture, without a style of its own. Dark on light in both themes, or cameras fail."""
    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None, border=2, nl=False
    )
    return out.getvalue().decode()


def _client(client: Client, feed: Feed, address: str, seen: int | None) -> CalendarClient:
    return CalendarClient(
        family=client.family,
        name=_(client.name),
        lateness=_(client.lateness),
        steps=tuple(_(step) for step in client.steps),
        links=_links(client.family, address, feed.name),
        last_read=_read(seen) if seen else "",
    )


def _links(family: str, address: str, name: str) -> tuple[CalendarLink, ...]:
    """The links that open a program with the address filled in; none of them is sure to work, so the steps stay."""
    return {
        "apple": (CalendarLink(_("Subscribe on this device"), webcal(address)),),
        "google": (
            CalendarLink(_("Add to Google Calendar"), google_link(address)),
            CalendarLink(_("From URL, to paste the address"), GOOGLE_FROM_URL),
        ),
        "outlook": (
            CalendarLink(_("Add to Outlook.com"), outlook_link(address, name, work=False)),
            CalendarLink(_("Add to Outlook at work or school"), outlook_link(address, name, work=True)),
        ),
    }.get(family, ())


def _others(reads: Iterable[tuple[str, int]]) -> Iterable[str]:
    """A line for each program that has no entry of its own."""
    for family, seen in sorted(reads):
        yield _("{program}: read it {time}.").format(program=_program(family), time=_ago(seen))


def _read(seen: int) -> str:
    """When a program last read the feed, coarsely: "Read it 9 hours ago."; `seen` is in seconds since 1970."""
    return _("Read it {time}.").format(time=_ago(seen))


def _ago(seen: int) -> str:
    """How long ago: "9 hours ago"."""
    moment = datetime.fromtimestamp(seen, UTC)
    if clock.now() - moment < timedelta(minutes=1):
        return _("less than a minute ago")
    return _("{time} ago").format(time=timesince(moment, clock.now(), depth=1))


def _program(family: str) -> str:
    return _(NAMES[family]) if family in NAMES else family
