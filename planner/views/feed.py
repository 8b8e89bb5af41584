"""The calendar feed: public by its secret token, polled for ever, most often answered with 304.

planner.middleware.feed_first calls it before sessions and cookies come in, so it uses nothing of the request but its
method and headers.
"""

import re
from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.http import http_date, parse_etags, parse_http_date_safe

from planner.calendar_clients import family_of
from planner.models import Feed
from planner.queries import feed as queries
from planner.services import feeds

CONTENT_TYPE = "text/calendar; charset=utf-8"
HEADERS = {
    "Cache-Control": "private, max-age=0, must-revalidate",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}
METHODS = ("GET", "HEAD")
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@login_not_required
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of the token. 404 for any other token; never a session, a cookie or a redirect to a log-in."""
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS, headers=HEADERS)
    family = family_of(request.META.get("HTTP_USER_AGENT", ""))
    poll = queries.poll(token, family) if TOKEN.fullmatch(token) else None
    if poll is None:
        return _unknown()
    try:
        return _answer(request, poll, family)
    except Feed.DoesNotExist:  # deleted this very moment
        return _unknown()


def _answer(request: HttpRequest, poll: queries.Poll, family: str) -> HttpResponse:
    if not poll.is_fresh:
        feeds.render(feed_id=poll.feed_id)
    if not poll.is_noted:
        feeds.note_fetch(feed_id=poll.feed_id, family=family)
    if poll.is_fresh and is_unchanged(request, poll.etag, poll.last_modified):
        return _not_modified(poll.etag, poll.last_modified)
    return _whole(request, queries.body(poll.feed_id))


def is_unchanged(request: HttpRequest, etag: str, last_modified: int) -> bool:
    """Whether the client has these bytes: by If-None-Match (weakly), and only without it by If-Modified-Since."""
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if known is not None:
        return known.strip() == "*" or etag in {tag.removeprefix("W/") for tag in parse_etags(known)}
    since = parse_http_date_safe(request.META.get("HTTP_IF_MODIFIED_SINCE", ""))
    return since is not None and last_modified <= since


def _whole(request: HttpRequest, body: queries.Body) -> HttpResponse:
    """200 with the bytes, or without them for HEAD; 304 where the client turns out to have them."""
    if is_unchanged(request, body.etag, body.last_modified):
        return _not_modified(body.etag, body.last_modified)
    content = b"" if request.method == "HEAD" else body.content
    response = HttpResponse(content, CONTENT_TYPE, headers=HEADERS | _version(body.etag, body.last_modified))
    response["Content-Length"] = str(len(body.content))
    return response


def _not_modified(etag: str, last_modified: int) -> HttpResponse:
    response = HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=HEADERS | _version(etag, last_modified))
    del response["Content-Type"]
    return response


def _version(etag: str, last_modified: int) -> dict[str, str]:
    return {"ETag": etag, "Last-Modified": http_date(last_modified)}


def _unknown() -> HttpResponse:
    """The same for a token that is wrong, rotated away or never was."""
    return HttpResponse(
        "There is no calendar at this address.\n", "text/plain; charset=utf-8", HTTPStatus.NOT_FOUND, headers=HEADERS
    )
