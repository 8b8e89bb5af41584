"""The subscribe page: lines 28 to 30 and 34 of the feed contract."""

import io
import logging
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from planner import clock, logs
from planner.queries import calendar as queries
from planner.services import feeds
from tests.planner.feed_plan import NOW, address_of, feed_of, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _moment(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def plan(user):
    return make_plan(user)


def page(client, **more):
    response = client.get(reverse("planner:calendar"), **more)
    assert response.status_code == 200
    return response, response.content.decode()


def test_contract_30_the_page_offers_every_way(user_client, plan):
    text = page(user_client)[1]
    url = "http://testserver" + address_of(plan)
    quoted = url.replace(":", "%3A").replace("/", "%2F")
    assert re.search(rf'<input id="feed-url" name="feed-url"[^>]* value="{url}" readonly', text)
    assert f'href="{url.replace("http:", "webcal:")}"' in text
    assert f"calendar/r?cid={quoted.replace('http', 'webcal', 1)}" in text
    assert "https://calendar.google.com/calendar/u/0/r/settings/addbyurl" in text
    assert f"https://outlook.live.com/calendar/0/addfromweb?url={quoted}&amp;name=Tandem%20training" in text
    assert f"https://outlook.office.com/calendar/0/addfromweb?url={quoted}&amp;name=Tandem%20training" in text
    assert "often 8 to 24 hours" in text
    assert 'data-action="rotate"' in text
    assert reverse("planner:download", args=[feed_of(plan).pk]) in text


def test_contract_30_over_https_the_address_is_https(user_client, plan):
    assert f'value="https://testserver{address_of(plan)}"' in page(user_client, secure=True)[1]


def test_contract_29_the_page_is_not_stored_and_its_title_holds_no_secret(user_client, plan):
    response, text = page(user_client)
    assert "no-store" in response["Cache-Control"]
    assert feed_of(plan).token not in re.search("<title>(.*?)</title>", text)[1]


def test_contract_29_a_poll_leaves_no_token_in_the_log(client, plan):
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.RedactingFormatter("%(message)s"))
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    old = address_of(plan)
    token = feed_of(plan).token
    feeds.rotate(feed=feed_of(plan))
    client.get(old)
    client.post(address_of(plan))
    logger.removeHandler(handler)
    assert "[secret]" in out.getvalue()
    assert token not in out.getvalue()
    assert feed_of(plan).token not in out.getvalue()


def test_the_qr_code_is_one_picture_without_a_style(user_client, plan):
    text = page(user_client)[1]
    (svg,) = re.findall(r'<svg[^>]*class="qr".*?</svg>', text, re.DOTALL)
    assert "viewBox" in svg
    assert "style" not in svg
    assert not re.search(r"<[^>]+ style=|<script(?![^>]*src=)|<style|\son\w+=", text)


def test_contract_34_the_page_says_when_each_client_read(user_client, plan, monkeypatch):
    assert "ead it" not in page(user_client)[1]
    feeds.note_fetch(feed_id=feed_of(plan).pk, family="google")
    feeds.note_fetch(feed_id=feed_of(plan).pk, family="vdirsyncer")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=9, minutes=20))
    text = page(user_client)[1]
    assert text.count("Read it 9\xa0hours ago.") == 1
    assert "vdirsyncer: read it 9\xa0hours ago." in text


def test_the_page_reads_a_fixed_number_of_rows(user_client, plan, django_assert_num_queries):
    page(user_client)
    for family in ("google", "apple", "outlook", "fastmail", "other"):
        feeds.note_fetch(feed_id=feed_of(plan).pk, family=family)
    with django_assert_num_queries(6):  # session, user, plan, feed, the person's feeds, reads
        page(user_client)


def test_contract_28_rotate_needs_the_confirmation_and_then_replaces_the_address(user_client, client, plan):
    old = address_of(plan)
    refused = user_client.post(reverse("planner:rotate_feed"))
    assert refused.status_code == 200
    assert "Tick this first" in refused.content.decode()
    assert "no-store" in refused["Cache-Control"]
    assert address_of(plan) == old
    done = user_client.post(reverse("planner:rotate_feed"), {"sure": "on"}, follow=True)
    assert done.redirect_chain == [(reverse("planner:calendar"), 302)]
    assert "Here is your new address." in done.content.decode()
    assert address_of(plan) != old
    assert client.get(old).status_code == 404


def test_rotate_is_post_only_and_guarded_against_forgery(user_client, plan):
    assert user_client.get(reverse("planner:rotate_feed")).status_code == 405
    user_client.handler.enforce_csrf_checks = True
    assert user_client.post(reverse("planner:rotate_feed"), {"sure": "on"}).status_code == 403


def test_rotating_leaves_other_people_alone(other_client, other_user, plan):
    make_plan(other_user)
    old = address_of(plan)
    other_client.post(reverse("planner:rotate_feed"), {"sure": "on"})
    assert address_of(plan) == old


@pytest.mark.parametrize("name", ["calendar", "rotate_feed", "download"])
def test_strangers_are_sent_to_log_in(client, plan, name):
    path = reverse(f"planner:{name}")
    response = client.post(path) if name == "rotate_feed" else client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", ["calendar", "rotate_feed", "download"])
def test_without_a_plan_the_way_leads_to_the_goals(user_client, name):
    path = reverse(f"planner:{name}")
    response = user_client.post(path) if name == "rotate_feed" else user_client.get(path)
    assert (response.status_code, response["Location"]) == (302, reverse("planner:goals"))


def test_the_download_is_the_feed_as_a_file(user_client, client, plan):
    response = user_client.get(reverse("planner:download"))
    assert response["Content-Disposition"] == 'attachment; filename="tandem.ics"'
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert response.content == client.get(address_of(plan)).content
    assert len(Calendar.from_ical(response.content).walk("VEVENT")) == 1


def test_the_qr_code_holds_the_text():
    assert queries.qr("webcal://a.example/1.ics") != queries.qr("webcal://a.example/2.ics")
