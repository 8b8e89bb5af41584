"""A person's calendars: one more, other options, another address, the end of one; lines 28 to 30 of the contract."""

import io
import logging

import pytest
from django.urls import reverse
from icalendar import Calendar

from planner import clock, logs
from planner.models import Feed
from planner.services import feeds
from tests.planner.feed_plan import NOW, address_of, feed_of, make_plan, make_plan_with_feed
from tests.planner.ical_readers import value_of

pytestmark = pytest.mark.django_db
SURE = {"sure": "on"}
WORK = {"name": "Work", "content": "busy", "buffer_before": "15", "buffer_after": "30", "past_weeks": "1"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def plan(user):
    return make_plan_with_feed(user)


@pytest.fixture
def work(plan):
    return feeds.add_feed(plan=plan, options={"name": "Work", "content": "busy", "buffer_before": 15})


def url(name, *args):
    return reverse(f"planner:{name}", args=args)


def text(response):
    return response.content.decode()


def test_one_more_calendar_has_an_address_of_its_own(user_client, client, plan):
    assert text(user_client.get(url("add_feed"))).count('name="content"') == 4
    done = user_client.post(url("add_feed"), WORK)
    work = Feed.objects.get(name="Work")
    assert (done.status_code, done["Location"]) == (302, url("calendar", work.pk))
    assert (work.content, work.buffer_before, work.buffer_after, work.past_weeks) == ("busy", 15, 30, 1)
    assert work.token != feed_of(plan).token
    (event,) = Calendar.from_ical(client.get(address_of(plan, work)).content).walk("VEVENT")
    assert event["SUMMARY"] == "Busy"


def test_each_calendar_has_its_page_and_the_list_names_them_all(user_client, plan, work):
    first, second = user_client.get(url("calendar")), user_client.get(url("calendar", work.pk))
    for response, feed in ((first, feed_of(plan)), (second, work)):
        page = text(response)
        assert f'value="http://testserver{address_of(plan, feed)}" readonly' in page
        assert page.count("data-calendar=") == 2
        assert page.count('aria-current="page"') == 2  # in the site's menu and in the list
        assert f'action="{url("rotate_feed", feed.pk)}"' in page
        assert "no-store" in response["Cache-Control"]
    assert "Busy times only, 15 min before." in text(first)
    assert feed_of(plan).token not in text(second)
    assert work.token not in text(first)


def test_other_options_keep_the_address(user_client, client, plan, work):
    assert client.get(address_of(plan, work)).status_code == 200
    done = user_client.post(
        url("change_feed", work.pk), {"name": "Runs", "content": "runs", "alarm": "30", "emoji": "on"}
    )
    assert (done.status_code, done["Location"]) == (302, url("calendar", work.pk))
    changed = Feed.objects.get(pk=work.pk)
    assert (changed.token, changed.content, changed.alarm, changed.emoji) == (work.token, "runs", 30, True)
    assert (changed.buffer_before, changed.past_weeks, changed.all_day) == (0, 8, False)
    (event,) = Calendar.from_ical(client.get(address_of(plan, work)).content).walk("VEVENT")
    assert event["SUMMARY"] == "🏃 Run 35' easy"


def test_the_form_shows_what_is_kept(user_client, plan):
    feed = feeds.add_feed(
        plan=plan, options={"name": "A & B", "all_day": True, "alarm": None, "past_weeks": 2, "skipped": True}
    )
    page = text(user_client.get(url("calendar", feed.pk)))
    assert 'name="name" value="A &amp; B"' in page
    for kept in ('name="all_day" value="on"', 'name="content" value="full"', 'name="skipped"'):
        (tag,) = [part for part in page.split("<input") if kept in part]
        assert "checked" in tag.partition(">")[0]
    assert '<option value="2" selected>' in page
    assert '<option value="" selected>None' in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "This field is required."),
        ("name", "x" * 61, "at most 60 characters"),
        ("name", "Tandem training", "You have a calendar of this name."),
        ("content", "all", "Select a valid choice."),
        ("all_day", "on", "Busy times need their hours."),
        ("rest_days", "on", "Rest days stand in the calendar that shows everything."),
        ("skipped", "on", "A skipped session is no busy time."),
        ("alarm", "7", "Select a valid choice."),
        ("past_weeks", "-1", "Select a valid choice."),
        ("buffer_before", "1e9", "Select a valid choice."),
    ],
)
def test_what_makes_no_sense_is_told_at_its_field_and_changes_nothing(user_client, work, field, value, sentence):
    before = Feed.objects.values().get(pk=work.pk)
    for path in (url("change_feed", work.pk), url("add_feed")):
        refused = user_client.post(path, WORK | {"name": "New"} | {field: value})
        assert refused.status_code == 200
        assert sentence in text(refused)
        assert "no-store" in refused["Cache-Control"]
    assert Feed.objects.values().get(pk=work.pk) == before
    assert Feed.objects.count() == 2


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"name": "R", "content": "runs", "buffer_after": "15"}, "Only busy times have room around them."),
        ({"name": "R", "content": "full", "all_day": "on", "alarm": "30"}, "An all-day entry has no hour"),
        ({"name": "R", "content": "lifts", "rest_days": "on"}, "Rest days stand in the calendar"),
    ],
)
def test_options_that_do_not_go_together(user_client, plan, answers, sentence):
    assert sentence in text(user_client.post(url("add_feed"), answers))


def test_a_second_click_makes_no_second_calendar(user_client, plan):
    assert user_client.post(url("add_feed"), WORK).status_code == 302
    assert "You have a calendar of this name." in text(user_client.post(url("add_feed"), WORK))
    assert Feed.objects.filter(name="Work").count() == 1


def test_ten_calendars_are_the_most(user_client, plan):
    for number in range(9):
        feeds.add_feed(plan=plan, options={"name": str(number)})
    assert "10 calendars are the most." in text(user_client.post(url("add_feed"), WORK))
    assert 'id="add-calendar"' not in text(user_client.get(url("calendar")))


def test_contract_28_a_new_address_for_one_leaves_the_other(user_client, client, plan, work):
    old, other = address_of(plan, work), address_of(plan)
    assert "Tick this first" in text(user_client.post(url("rotate_feed", work.pk)))
    assert client.get(old).status_code == 200
    assert user_client.post(url("rotate_feed", work.pk), SURE)["Location"] == url("calendar", work.pk)
    assert client.get(old).status_code == 404
    assert client.get(other).status_code == 200


def test_contract_28_a_deleted_calendar_is_unknown_at_once(user_client, client, plan, work):
    old = address_of(plan, work)
    assert client.get(old).status_code == 200
    assert "Tick this first" in text(user_client.post(url("remove_feed", work.pk)))
    assert user_client.post(url("remove_feed", work.pk), SURE)["Location"] == url("calendar")
    assert client.get(old).status_code == 404
    assert client.get(address_of(plan)).status_code == 200
    assert user_client.post(url("remove_feed", work.pk), SURE).status_code == 404  # a second click


def test_the_only_calendar_stays(user_client, client, plan):
    refused = user_client.post(url("remove_feed", feed_of(plan).pk), SURE)
    assert "This is your only calendar." in text(refused)
    assert client.get(address_of(plan)).status_code == 200
    assert 'data-action="remove-calendar"' not in text(user_client.get(url("calendar")))


@pytest.mark.parametrize("name", ["calendar", "download", "change_feed", "rotate_feed", "remove_feed"])
@pytest.mark.parametrize("which", ["another's", "none", "huge"])
def test_what_is_not_ones_own_is_not_there(other_client, other_user, plan, work, name, which):
    make_plan(other_user)
    number = {"another's": work.pk, "none": 10**6, "huge": 10**30}[which]
    before = Feed.objects.values().get(pk=work.pk)
    ask = other_client.get if name in ("calendar", "download") else other_client.post
    response = ask(url(name, number), SURE | WORK)
    assert response.status_code == 404
    assert work.token not in text(response)
    assert Feed.objects.values().get(pk=work.pk) == before


@pytest.mark.parametrize("name", ["change_feed", "rotate_feed", "remove_feed", "add_feed"])
def test_actions_are_guarded_against_forgery_and_strangers(client, user_client, plan, work, name):
    path = url(name) if name == "add_feed" else url(name, work.pk)
    assert client.post(path, SURE)["Location"].startswith("/accounts/login/")
    user_client.handler.enforce_csrf_checks = True
    assert user_client.post(path, SURE | WORK).status_code == 403
    if name != "add_feed":
        assert user_client.get(path).status_code == 405


def test_names_are_text_and_nothing_else(user_client, client, plan):
    name = '<script>alert(1)</script>, "x"; y'
    user_client.post(url("add_feed"), {"name": name, "content": "full"})
    feed = Feed.objects.get(name=name)
    page = text(user_client.get(url("calendar", feed.pk)))
    assert "<script>alert" not in page
    data = client.get(address_of(plan, feed)).content
    assert value_of(data, "NAME") == name.replace(",", "\\,").replace(";", "\\;")


def test_contract_29_no_page_of_a_calendar_leaves_its_token_in_the_log(user_client, plan, work):
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.RedactingFormatter("%(message)s"))
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    for path in (url("calendar", work.pk), url("add_feed"), url("download", work.pk)):
        response = user_client.get(path)
        assert work.token not in path
        assert "no-store" in response["Cache-Control"]
        assert work.token not in str(response.headers)
    user_client.get(url("rotate_feed", work.pk))
    user_client.get(f"/calendar/{address_of(plan, work)}")
    logger.removeHandler(handler)
    assert out.getvalue()
    assert work.token not in out.getvalue()


def test_contract_29_the_titles_of_all_pages_hold_no_secret(user_client, plan, work):
    for path in (url("calendar"), url("calendar", work.pk), url("add_feed")):
        title = text(user_client.get(path)).partition("<title>")[2].partition("</title>")[0]
        assert title.endswith("· Tandem")
        assert work.token not in title


@pytest.mark.parametrize("site", ["https://localhost", ""])
def test_contract_30_the_page_says_that_a_public_address_is_needed(user_client, plan, settings, site):
    settings.SITE_URL = site
    page = text(user_client.get(url("calendar")))
    assert 'id="local-address"' in page
    assert "SITE_URL" in page
    assert "feed-public-url" not in page


def test_contract_30_links_lead_to_the_public_address_where_one_is_set(user_client, plan, settings):
    settings.SITE_URL, settings.SITE_URL_KNOWN = "https://tandem.example", True
    page = text(user_client.get(url("calendar")))
    public = "https://tandem.example" + address_of(plan)
    quoted = public.replace(":", "%3A").replace("/", "%2F")
    assert 'id="local-address"' not in page
    assert f'value="{public}"' in page
    assert f'value="http://testserver{address_of(plan)}"' in page
    assert f'href="{public.replace("https:", "webcal:")}"' in page
    assert f"cid={quoted.replace('https', 'webcal', 1)}" in page
    assert page.count(f"addfromweb?url={quoted}&amp;") == 2


def test_contract_30_a_public_address_that_is_only_guessed_is_not_offered(user_client, plan, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://home.example", ["home.example"]
    page = text(user_client.get(url("calendar"), headers={"host": "home.example"}))
    assert f'value="http://home.example{address_of(plan)}"' in page
    assert "feed-public-url" not in page
    assert "webcal://home.example" in page


def test_contract_30_one_address_where_the_site_is_reached_by_its_public_name(user_client, plan, settings):
    settings.SITE_URL, settings.SITE_URL_KNOWN = "https://tandem.example", True
    settings.ALLOWED_HOSTS = ["tandem.example"]
    page = text(user_client.get(url("calendar"), secure=True, headers={"host": "tandem.example"}))
    assert "feed-public-url" not in page
    assert "local-address" not in page


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_costs_the_same_for_one_calendar_and_for_many(user_client, plan, django_assert_num_queries, count):
    for number in range(count):
        feed = feeds.add_feed(plan=plan, options={"name": str(number)})
        feeds.note_fetch(feed_id=feed.pk, family="google")
    with django_assert_num_queries(6):  # session, user, plan, feed, the person's feeds, reads
        user_client.get(url("calendar", feed.pk))


def test_contract_34_the_list_says_who_read_each_last(user_client, plan, work):
    feeds.note_fetch(feed_id=work.pk, family="google")
    assert "Last read by Google Calendar less than a minute ago." in text(user_client.get(url("calendar")))


def test_the_page_leads_to_reminders_by_mail_and_to_tokens(user_client, plan):
    page = text(user_client.get(url("calendar")))
    assert f'href="{url("reminders")}"' in page
    assert f'href="{url("programs")}"' in page
