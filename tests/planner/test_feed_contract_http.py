"""The feed over HTTP: lines 21 to 28 and 32 to 34 of the feed contract."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date
from icalendar import Calendar

from planner import clock
from planner.models import FeedBody, FeedFetch, Session
from planner.services import feeds
from tests.planner.feed_plan import (
    MADE,
    NOW,
    ONE_WEEK,
    add_session,
    address_of,
    change,
    feed_of,
    make_plan,
    raise_feed,
)

pytestmark = pytest.mark.django_db
AGENTS = [
    "",
    "Google-Calendar-Importer",
    "iOS/18.0 (22A3354) dataaccessd/1.0",
    "macOS/13.4 (22F66) dataaccessd/1.0",
    "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Thunderbird/128.5.0",
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18025; Pro)",
    "Nextcloud Webcal Service",
    "ICSx5/2.4 (ical4j/4.0 okhttp/5.0 Android/15)",
    "Evolution/3.52",
    "vdirsyncer/0.21.0",
]


@pytest.fixture(autouse=True)
def moment(monkeypatch):
    """The clock, held still; set `moment["now"]` to move it."""
    held = {"now": NOW}
    monkeypatch.setattr(clock, "now", lambda: held["now"])
    return held


@pytest.fixture
def plan(user):
    return make_plan(user)


@pytest.fixture
def url(plan):
    return address_of(plan)


def summaries(response):
    return sorted(str(event["SUMMARY"]) for event in Calendar.from_ical(response.content).walk("VEVENT"))


def test_contract_21_a_stranger_with_the_address_gets_the_calendar(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert response["Content-Length"] == str(len(response.content))
    assert summaries(response) == ["Run 35' easy → Lift 30' lower body"]


@pytest.mark.parametrize("known", ["{etag}", "W/{etag}", '"other", {etag}', 'W/"other" , W/{etag}', "*", " * "])
def test_contract_22_known_etag_is_answered_304_without_a_body(client, url, known):
    etag = client.get(url)["ETag"]
    response = client.get(url, headers={"If-None-Match": known.format(etag=etag)})
    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == etag
    assert "Content-Type" not in response


@pytest.mark.parametrize("known", ['"other"', "", "garbage", 'W/"other"'])
def test_contract_22_unknown_etag_is_answered_in_full_whatever_the_date(client, url, known):
    seen = client.get(url)
    response = client.get(url, headers={"If-None-Match": known, "If-Modified-Since": seen["Last-Modified"]})
    assert response.status_code == 200
    assert response.content == seen.content


def test_contract_22_etag_follows_the_bytes(client, plan, url):
    before = client.get(url)
    change(plan, Session.objects.get(), start=7 * 60)
    after = client.get(url, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert client.get(url, headers={"If-None-Match": after["ETag"]}).status_code == 304


@pytest.mark.parametrize(("seconds", "status"), [(-1, 200), (0, 304), (86400, 304)])
def test_contract_23_date_decides_without_an_etag(client, url, seconds, status):
    since = http_date(MADE.timestamp() + seconds)
    assert client.get(url)["Last-Modified"] == http_date(MADE.timestamp())
    assert client.get(url, headers={"If-Modified-Since": since}).status_code == status


@pytest.mark.parametrize("since", ["", "yesterday", "0", "Thu, 99 Foo 2026 00:00:00 GMT", "1e400"])
def test_contract_23_garbage_dates_are_answered_in_full(client, url, since):
    assert client.get(url, headers={"If-Modified-Since": since}).status_code == 200


def test_contract_23_etag_wins_over_the_date(client, plan, url):
    before = client.get(url)
    headers = {"If-None-Match": before["ETag"], "If-Modified-Since": http_date(0)}
    assert client.get(url, headers=headers).status_code == 304


def test_contract_23_last_modified_rises_after_a_delete(client, plan, url):
    add_session(plan, MADE.date() + timedelta(days=3), changed_at=NOW)
    raise_feed(plan)
    before = client.get(url)
    Session.objects.get(changed_at=NOW).delete()
    raise_feed(plan)
    after = client.get(url, headers={"If-Modified-Since": before["Last-Modified"]})
    assert after.status_code == 200
    assert len(summaries(after)) == 1


def test_contract_23_last_modified_rises_when_a_session_leaves_the_window(client, plan, url, moment):
    add_session(plan, MADE.date() - 8 * ONE_WEEK)
    for number in range(1, 9):
        add_session(plan, MADE.date() + (3 + number) * ONE_WEEK)
    raise_feed(plan)
    before = client.get(url)
    moment["now"] = NOW + ONE_WEEK
    after = client.get(url, headers={"If-Modified-Since": before["Last-Modified"]})
    assert after.status_code == 200
    assert len(summaries(after)) == len(summaries(before)) - 1
    assert client.get(url, headers={"If-Modified-Since": after["Last-Modified"]}).status_code == 304


def test_contract_24_head_is_a_get_without_the_body(client, url):
    full, head = client.get(url), client.head(url)
    assert head.status_code == 200
    assert head.content == b""
    assert {**head.headers} == {**full.headers}
    assert client.head(url, headers={"If-None-Match": full["ETag"]}).status_code == 304


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND", "REPORT", "OPTIONS"])
def test_contract_24_other_methods_are_405(url, method):
    response = Client(enforce_csrf_checks=True).generic(method, url)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    private = {"Cache-Control": "private, max-age=0, must-revalidate", "X-Robots-Tag": "noindex"}
    assert response.headers.items() >= (private | {"Referrer-Policy": "no-referrer"}).items()


@pytest.mark.parametrize("query", ["?x", "?v=2&nocache=1", "?%00", "?token=abc"])
def test_contract_24_unknown_parameters_are_ignored(client, url, query):
    assert client.get(url + query).content == client.get(url).content


@pytest.mark.parametrize("agent", AGENTS)
@pytest.mark.parametrize("accept", [None, "text/calendar", "application/calendar+json, x"])
@pytest.mark.parametrize("cookie", ["sessionid=stolen; csrftoken=abc", "sessionid=" + "a" * 32, "x"])
def test_contract_25_every_client_gets_the_same(client, url, agent, accept, cookie):
    wanted = client.get(url)
    headers = {"User-Agent": agent, "Cookie": cookie, "Accept-Encoding": "br, gzip"}
    response = client.get(url, headers=headers | ({"Accept": accept} if accept else {}))
    assert response.content == wanted.content
    assert response["ETag"] == wanted["ETag"]
    assert not response.cookies
    assert "Vary" not in response


def test_contract_26_headers_on_every_answer(client, url):
    etag = client.get(url)["ETag"]
    unknown = url.replace("/feed/", "/feed/A")
    for response in (client.get(url), client.get(url, headers={"If-None-Match": etag}), client.get(unknown)):
        assert response["Cache-Control"] == "private, max-age=0, must-revalidate"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "no-referrer"


def test_contract_28_rotating_stops_the_old_address_at_once(client, plan, url):
    before = client.get(url)
    feeds.rotate(feed=feed_of(plan))
    assert client.get(url).status_code == 404
    after = client.get(address_of(plan))
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]


def test_contract_28_every_wrong_token_gets_the_same_answer(client, plan, url):
    feeds.rotate(feed=feed_of(plan))
    wrong = [
        url,
        "/feed/" + "A" * 43 + ".ics",
        "/feed/x.ics",
        "/feed/" + "a" * 900 + ".ics",
        "/feed/%00.ics",
        "/feed/ü.ics",
    ]
    answers = [client.get(path) for path in wrong]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert {answer["Content-Type"] for answer in answers} == {"text/plain; charset=utf-8"}


def test_contract_28_deleting_the_account_revokes(client, user, url):
    assert client.get(url).status_code == 200
    user.delete()
    assert client.get(url).status_code == 404


def queries_of(client, path, **headers):
    with CaptureQueriesContext(connection) as captured:
        client.get(path, headers=headers)
    return [query["sql"] for query in captured]


def test_contract_33_a_poll_with_nothing_new_costs_one_read(client, url):
    etag = client.get(url)["ETag"]
    (only,) = queries_of(client, url, **{"If-None-Match": etag, "Cookie": "sessionid=foreign"})
    assert only.startswith("SELECT")
    assert len(queries_of(client, url)) == 2


def test_contract_33_the_read_goes_by_indexes(plan, url, client):
    client.get(url)
    (sql,) = queries_of(client, url, **{"If-None-Match": "*"})
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN ") + sql)
        steps = [str(row[-1]) for row in cursor.fetchall()]
    if connection.vendor == "sqlite":  # on a few rows PostgreSQL rightly prefers to scan
        assert all(step.startswith("SEARCH") for step in steps)


def test_contract_33_an_unknown_token_costs_one_read_at_most(client, url):
    assert len(queries_of(client, "/feed/" + "A" * 43 + ".ics")) == 1
    assert queries_of(client, "/feed/no-token.ics") == []


def test_contract_33_bytes_are_made_anew_only_when_the_plan_changed(client, plan, url, monkeypatch):
    made = []
    monkeypatch.setattr(feeds, "calendar_bytes", lambda *args, **more: made.append(1) or b"BEGIN:VCALENDAR\r\n")
    for _ in range(3):
        client.get(url)
    assert len(made) == 1
    raise_feed(plan)
    for _ in range(3):
        client.get(url)
    assert len(made) == 2


def test_contract_14_a_day_later_the_bytes_are_the_same(client, url, moment):
    before = client.get(url)
    moment["now"] = NOW + timedelta(days=1)
    FeedBody.objects.all().delete()
    assert client.get(url).content == before.content


def test_contract_34_a_fetch_is_noted_by_family_and_not_at_each_poll(client, url, moment):
    for minutes in (0, 5, 14):
        moment["now"] = NOW + timedelta(minutes=minutes)
        client.get(url, headers={"User-Agent": AGENTS[1]})
    assert [(note.family, note.seen_at) for note in FeedFetch.objects.all()] == [("google", NOW.timestamp())]
    moment["now"] = NOW + timedelta(minutes=15)
    client.get(url, headers={"User-Agent": AGENTS[1]})
    client.get(url, headers={"User-Agent": AGENTS[2]})
    assert sorted((note.family, note.seen_at) for note in FeedFetch.objects.all()) == [
        ("apple", NOW.timestamp() + 15 * 60),
        ("google", NOW.timestamp() + 15 * 60),
    ]


def test_contract_34_a_304_is_noted_too(client, url):
    etag = client.get(url)["ETag"]
    client.get(url, headers={"User-Agent": AGENTS[4], "If-None-Match": etag})
    assert FeedFetch.objects.filter(family="thunderbird").exists()


def test_contract_32_http_is_sent_to_https_under_the_same_path(client, url, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get(url + "?v=2")
    assert (response.status_code, response["Location"]) == (308, f"https://testserver{url}?v=2")
    assert client.get(url, secure=True).status_code == 200
