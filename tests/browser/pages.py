"""Every page of the site: found in its addresses, so that a new one is held to the same as the others."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern
from playwright.sync_api import Page, expect

from planner.models import Plan
from tests.factories import MONDAY, sessions_of

KNOWN = {"monday", "session_id"}  # what addresses ask for and the tests have
ERRORS = ("400", "403", "403_csrf", "404", "429", "500")


def _walk(patterns: Any, space: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name and isinstance(pattern.pattern, RoutePattern):
            yield f"{space}{pattern.name}", frozenset(pattern.pattern.converters)


# A name with several addresses is asked for by the one that wants least.
ASKS = {
    name: asks
    for name, asks in sorted(_walk(get_resolver().url_patterns), key=lambda one: -len(one[1]))
    if asks <= KNOWN
}
NAMES = sorted(ASKS)


def address(name: str, plan: Plan) -> str:
    """The path of a page, about this week and its first session."""
    have = {"monday": MONDAY, "session_id": sessions_of(plan)[0].pk}
    return reverse(name, kwargs={key: have[key] for key in ASKS[name]})


def is_page(client: Client, path: str) -> bool:
    """Whether a GET there answers a whole page: not a fragment, a file, a way elsewhere or a refusal."""
    answer = client.get(path)
    assert answer.status_code < 500
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    return answer.status_code == 200 and is_html and b"<!DOCTYPE html>" in answer.content[:200]


def open_error(page: Page, site: str, name: str) -> None:
    """Open the page of an error, as it is served."""
    url = f"{site}/broken/"
    body = render_to_string(f"{name}.html")
    page.route(url, lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(url)
    expect(page.locator("h1")).to_be_visible()
