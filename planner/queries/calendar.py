"""The subscribe page: the feed's address, ways to each calendar program, how late each is and when it last read."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime

import segno
from django.utils.timesince import timesince

from planner import clock, feed_words, words
from planner.calendar_clients import (
    CLIENTS,
    GOOGLE_FROM_URL,
    NAMES,
    Client,
    google_link,
    outlook_link,
    webcal,
)
from planner.models import Feed
from planner.screens import CalendarClient, CalendarLink, Subscribe


def subscribe(feed: Feed, address: str) -> Subscribe:
    """The page for a feed whose full address, as the person reaches this site, is `address`."""
    reads = dict(feed.fetches.values_list("family", "seen_at"))
    shown = {client.family for client in CLIENTS}
    return Subscribe(
        address=address,
        webcal=webcal(address),
        qr=qr(webcal(address)),
        clients=tuple(_client(client, address, reads.get(client.family)) for client in CLIENTS),
        others=tuple(_others((name, seen) for name, seen in reads.items() if name not in shown)),
    )


def qr(text: str) -> str:
    """The text as an SVG picture, without a style of its own. Dark on light in both themes, or cameras fail."""
    out = io.BytesIO()
    segno.make(text, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None, border=2, nl=False
    )
    return out.getvalue().decode()


def _client(client: Client, address: str, seen: int | None) -> CalendarClient:
    return CalendarClient(
        family=client.family,
        name=client.name,
        lateness=client.lateness,
        steps=client.steps,
        links=_links(client.family, address),
        last_read=_read(seen) if seen else "",
    )


def _links(family: str, address: str) -> tuple[CalendarLink, ...]:
    """The links that open a program with the address filled in; none of them is sure to work, so the steps stay."""
    name = feed_words.CALENDAR_NAME
    return {
        "apple": (CalendarLink("Subscribe on this device", webcal(address)),),
        "google": (
            CalendarLink("Add to Google Calendar", google_link(address)),
            CalendarLink("From URL, to paste the address", GOOGLE_FROM_URL),
        ),
        "outlook": (
            CalendarLink("Add to Outlook.com", outlook_link(address, name, work=False)),
            CalendarLink("Add to Outlook at work or school", outlook_link(address, name, work=True)),
        ),
    }.get(family, ())


def _others(reads: Iterable[tuple[str, int]]) -> Iterable[str]:
    """A line for each program that has no entry of its own."""
    for family, seen in sorted(reads):
        yield f"{NAMES.get(family, family)}: {words.lower(_read(seen))}"


def _read(seen: int) -> str:
    """When a program last read the feed, coarsely: "Read it 9 hours ago."; `seen` is in seconds since 1970."""
    ago = timesince(datetime.fromtimestamp(seen, UTC), clock.now(), depth=1)
    return "Read it less than a minute ago." if ago.startswith("0") else f"Read it {ago} ago."
