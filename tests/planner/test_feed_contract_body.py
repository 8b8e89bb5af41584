"""What the feed says of a plan: lines 8, 9, 11 to 16, 18 and 20 of the feed contract."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import OperationalError
from icalendar import Calendar

from planner import clock
from planner.models import FeedBody, FeedFetch, Session
from planner.queries import feed as queries
from planner.services import feeds
from tests.planner.feed_plan import (
    MADE,
    MONDAY,
    NOW,
    ONE_WEEK,
    add_session,
    address_of,
    change,
    feed_of,
    make_plan,
    make_plan_with_feed,
    raise_feed,
    text_of,
)

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _moment(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def plan(user):
    return make_plan_with_feed(user)


def read(plan):
    """Render as the first poll after a change does, and return the entries by UID."""
    feeds.render(feed_id=feed_of(plan).pk)
    content = queries.body(feed_of(plan).pk).content
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_contract_09_the_uid_is_the_sessions_stored_one(plan):
    session = Session.objects.get()
    (uid,) = read(plan)
    assert uid == session.uid
    assert not {str(session.pk), str(session.date), plan.user.email, feed_of(plan).token} & {uid}


def test_contract_10_times_and_edition_are_the_rows(plan):
    Session.objects.update(sequence=7)
    (event,) = read(plan).values()
    assert event["SEQUENCE"] == 7
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == event.decoded("CREATED") == MADE
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert event.decoded("DTEND").astimezone(UTC) == datetime(2026, 12, 1, 18, 5, tzinfo=UTC)


def test_contract_11_a_move_is_a_move(plan):
    add_session(plan, TUESDAY + timedelta(days=2), start=7 * 60)
    before = read(plan)
    moved = Session.objects.get(date=TUESDAY)
    change(plan, moved, date=TUESDAY + timedelta(days=1))
    after = read(plan)
    assert after.keys() == before.keys()
    assert after[moved.uid]["SEQUENCE"] == before[moved.uid]["SEQUENCE"] + 1
    assert after[moved.uid].decoded("LAST-MODIFIED") > before[moved.uid].decoded("LAST-MODIFIED")
    others = before.keys() - {moved.uid}
    assert [after[uid].to_ical() for uid in others] == [before[uid].to_ical() for uid in others]


def test_contract_14_rendering_twice_gives_the_same_bytes_and_version(plan):
    read(plan)
    first = queries.body(feed_of(plan).pk)
    FeedBody.objects.update(made_of=MADE - ONE_WEEK)
    read(plan)
    assert queries.body(feed_of(plan).pk) == first


def test_contract_15_a_change_of_zone_makes_every_session_a_later_edition(plan):
    add_session(plan, TUESDAY + timedelta(days=2), changed_at=NOW + timedelta(minutes=1))
    before = read(plan)
    plan.user.profile.timezone = "Asia/Tokyo"
    plan.user.profile.save()
    feeds.announce_zone(plan=plan)
    after = read(plan)
    assert after.keys() == before.keys()
    for uid, event in after.items():
        assert event["SEQUENCE"] == before[uid]["SEQUENCE"] + 1
        assert event.decoded("LAST-MODIFIED") > before[uid].decoded("LAST-MODIFIED")
        assert event["DTSTART"].params["TZID"] == "Asia/Tokyo"
    assert FeedBody.objects.get().last_modified > int(MADE.timestamp())


def test_contract_16_deleted_and_skipped_sessions_are_gone_and_nothing_is_cancelled(plan):
    skipped = add_session(plan, TUESDAY + timedelta(days=2), status="skipped")
    gone = add_session(plan, TUESDAY + timedelta(days=3))
    gone.delete()
    found = read(plan)
    assert set(found) == {Session.objects.get(date=TUESDAY).uid}
    assert skipped.uid not in found
    assert "STATUS:CANCELLED" not in text_of(feed_of(plan))


def test_contract_16_done_sessions_stay(plan):
    Session.objects.update(status="done")
    assert len(read(plan)) == 1


def test_contract_18_links_lead_to_the_session_by_https(plan, settings):
    settings.SITE_URL = "https://tandem.example"
    (event,) = read(plan).values()
    assert event["URL"] == f"https://tandem.example/sessions/{Session.objects.get().pk}/"


@pytest.mark.parametrize("site", ["http://192.168.1.5:8000", ""])
def test_contract_18_no_link_where_the_site_has_no_https(plan, settings, site):
    settings.SITE_URL = site
    assert "URL" not in text_of(feed_of(plan))


def test_contract_18_neither_token_nor_address_nor_name_is_in_the_bytes(plan):
    text = text_of(feed_of(plan)).lower()
    assert feed_of(plan).token.lower() not in text
    assert plan.user.email not in text
    assert "ada" not in text


def test_contract_20_eight_weeks_back_and_everything_ahead(plan):
    dates = [MONDAY - 8 * ONE_WEEK - timedelta(days=1), MONDAY - 8 * ONE_WEEK, MONDAY + 20 * ONE_WEEK]
    rows = [add_session(plan, day) for day in dates]
    found = read(plan)
    assert rows[0].uid not in found
    assert {row.uid for row in rows[1:]} < found.keys()


def test_contract_20_a_year_of_daily_doubles_fits(plan):
    for number in range(365):
        for start in (7 * 60, 18 * 60):
            add_session(plan, MONDAY - 26 * ONE_WEEK + timedelta(days=number), start=start)
    text = text_of(feed_of(plan))
    assert len(text.encode()) < 1_000_000
    assert text.count("BEGIN:VEVENT") <= 1000


def test_contract_20_a_plan_without_sessions_is_no_empty_calendar(plan):
    Session.objects.all().delete()
    raise_feed(plan)
    (note,) = read(plan).values()
    assert note["SUMMARY"] == "No training planned yet"
    assert note["TRANSP"] == "TRANSPARENT"
    assert note.decoded("DTSTART") == MONDAY
    assert str(note["UID"]) == feed_of(plan).note_uid
    assert read(plan).keys() == {feed_of(plan).note_uid}


def test_a_session_over_midnight_ends_on_the_next_day(plan):
    Session.objects.update(start=23 * 60 + 30)
    (event,) = read(plan).values()
    assert event["DTEND"].dt.replace(tzinfo=None) == datetime.combine(date(2026, 12, 2), datetime.min.time()).replace(
        minute=35
    )


def test_two_plans_do_not_meet(plan, other_user):
    other = make_plan(other_user)
    feeds.feed_of(plan=other)
    assert not read(plan).keys() & read(other).keys()


def test_contract_27_tokens_are_long_and_random(plan):
    tokens = {feed_of(plan).token} | {feeds.rotate(feed=feed_of(plan)).token for _ in range(20)}
    assert len(tokens) == 21
    assert all(len(token) == 43 for token in tokens)


def test_contract_28_rotating_forgets_who_read_the_old_address(plan):
    feeds.note_fetch(feed_id=feed_of(plan).pk, family="google")
    feeds.rotate(feed=feed_of(plan))
    assert not feed_of(plan).fetches.exists()


def test_contract_34_a_note_that_cannot_be_written_is_only_logged(plan, client, monkeypatch, caplog):
    def refuse(*args, **more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(FeedFetch.objects, "bulk_create", refuse)
    assert client.get(address_of(plan)).status_code == 200
    assert "was not noted" in caplog.text
    assert feed_of(plan).token not in caplog.text
