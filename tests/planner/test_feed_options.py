"""Several feeds of one plan, and what each tells by its options: lines 8, 12, 14, 16, 17, 19 and 20 of the contract."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from icalendar import Calendar

from planner import clock
from planner.models import Feed, Session
from planner.queries import feed as queries
from planner.services import feeds
from planner.services.outcome import Refused
from tests.planner.feed_plan import MONDAY, NOW, ONE_WEEK, add_session, feed_of, make_plan, make_plan_with_feed, text_of

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + timedelta(days=1)
RUN_FIRST = {"kind": "combined", "order": "run_first"}
RUN = {"kind": "run_only", "order": "", "lift_region": "", "lift_effort": "", "lift_minutes": None}
LIFT = {"kind": "lift_only", "order": "", "run_intensity": "", "run_minutes": None}
YOGA = (
    RUN
    | LIFT
    | {
        "kind": "recovery",
        "recovery_activity": "yoga",
        "recovery_minutes": 30,
        "run_intensity": "",
        "run_minutes": None,
    }
)


@pytest.fixture(autouse=True)
def _moment(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def plan(user):
    """A combined session on Tuesday at 18:00, run first, 35 and 30 minutes."""
    return make_plan_with_feed(user)


def read(feed):
    """The feed's entries in time order, as the first poll after a change makes them."""
    feeds.render(feed_id=feed.pk)
    events = Calendar.from_ical(queries.body(feed.pk).content).walk("VEVENT")
    return sorted(events, key=lambda event: str(event.decoded("DTSTART")))


def add(plan, **options):
    return feeds.add_feed(plan=plan, options={"name": "Another", **options})


def hours(event):
    return event["DTSTART"].dt.strftime("%H:%M"), event["DTEND"].dt.strftime("%H:%M")


def test_busy_tells_the_hours_and_nothing_else(plan, settings):
    settings.SITE_URL = "https://tandem.example"
    add_session(plan, TUESDAY + timedelta(days=1), **YOGA)
    feed = add(plan, name="Ada", content="busy", buffer_before=15, buffer_after=30)
    first, _ = read(feed)
    assert hours(first) == ("17:45", "19:35")
    assert first["TRANSP"] == "OPAQUE"
    assert {str(event["SUMMARY"]) for event in read(feed)} == {"Busy"}
    entries = text_of(feed).partition("BEGIN:VEVENT")[2]
    for word in ("DESCRIPTION", "URL", "CATEGORIES", "Run", "Lift", "Yoga", "sessions", "Tandem"):
        assert word not in entries


def test_busy_without_sessions_does_not_say_training(plan):
    Session.objects.all().delete()
    (note,) = read(add(plan, name="Ada", content="busy"))
    assert note["SUMMARY"] == "Nothing planned yet"


@pytest.mark.parametrize(
    ("order", "run", "lift"),
    [("run_first", ("18:00", "18:35"), ("18:35", "19:05")), ("lift_first", ("18:30", "19:05"), ("18:00", "18:30"))],
)
def test_runs_and_lifts_are_told_at_their_own_minutes(plan, order, run, lift):
    Session.objects.update(order=order)
    add_session(plan, TUESDAY + timedelta(days=1), **YOGA)
    (runs,), (lifts,) = read(add(plan, name="Runs", content="runs")), read(add(plan, name="Lifts", content="lifts"))
    assert (hours(runs), hours(lifts)) == (run, lift)
    assert (runs["SUMMARY"], lifts["SUMMARY"]) == ("Run 35' easy", "Lift 30' lower body")
    assert (runs["CATEGORIES"].to_ical(), lifts["CATEGORIES"].to_ical()) == (b"Run", b"Lift")
    steps = [str(event["DESCRIPTION"]).split("\n") for event in (runs, lifts)]
    assert ["reserve" in "".join(lines) for lines in steps] == [False, True]
    for lines, event in zip(steps, (runs, lifts), strict=True):
        told = sum(int(line.partition(" min")[0]) for line in lines if " min: " in line)
        assert timedelta(minutes=told) in (
            event["DTEND"].dt - event["DTSTART"].dt,
            event["DTEND"].dt - event["DTSTART"].dt - timedelta(minutes=2),
        )


def test_a_run_alone_is_no_lift(plan):
    Session.objects.update(**RUN)
    assert read(add(plan, name="Runs", content="runs"))[0]["SUMMARY"] == "Run 35' easy"
    assert read(add(plan, name="Lifts", content="lifts"))[0]["SUMMARY"] == "No training planned yet"


def test_all_day_entries_are_dates_that_block_nothing_and_tell_the_hours(plan):
    (event,) = read(add(plan, all_day=True))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (TUESDAY, TUESDAY + timedelta(days=1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert str(event["DESCRIPTION"]).startswith("18:00–19:05\n")


def test_titles_with_emoji(plan):
    assert read(add(plan, emoji=True))[0]["SUMMARY"] == "🏃 Run 35' easy → 🏋️ Lift 30' lower body"


def test_contract_19_an_alarm_only_where_asked_for(plan):
    assert "VALARM" not in text_of(feed_of(plan))
    asked = text_of(add(plan, alarm=30))
    assert "ACTION:DISPLAY" in asked
    assert "TRIGGER:-PT30M" in asked


@pytest.mark.parametrize(("weeks", "count"), [(0, 1), (1, 2), (8, 3)])
def test_contract_20_past_weeks_as_asked(plan, weeks, count):
    add_session(plan, MONDAY - timedelta(days=1))
    add_session(plan, MONDAY - 8 * ONE_WEEK)
    assert len(read(add(plan, past_weeks=weeks))) == count


def test_contract_08_rest_days_only_if_asked(plan):
    add_session(plan, TUESDAY + timedelta(days=1), status="skipped")
    assert len(read(feed_of(plan))) == 1
    events = read(add(plan, rest_days=True))
    rests = [event for event in events if event["SUMMARY"] == "Rest day"]
    assert len(rests) == 4 * 7 - 2  # neither the day of a session nor of a skipped one
    assert {event["DTSTART"].dt for event in rests}.isdisjoint({TUESDAY, TUESDAY + timedelta(days=1)})
    for event in rests:
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["TRANSP"] == "TRANSPARENT"
        assert str(event["DTSTART"].dt) not in event["UID"]
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_contract_08_race_day_is_a_day(user):
    plan = make_plan(user, race={"date": "2026-12-27", "distance_km": 21.1})
    race = read(feeds.feed_of(plan=plan))[-1]
    assert (race["SUMMARY"], race["DTSTART"].dt, race["TRANSP"]) == (
        "Race day, 21.1 km",
        date(2026, 12, 27),
        "TRANSPARENT",
    )
    assert "Race" not in text_of(add(plan, name="Busy", content="busy"))


def test_contract_16_skipped_sessions_as_the_person_chose(plan):
    Session.objects.update(status="skipped")
    assert read(feed_of(plan))[0]["SUMMARY"] == "No training planned yet"
    (event,) = read(add(plan, skipped=True))
    assert event["SUMMARY"] == "Skipped: Run 35' easy → Lift 30' lower body"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "STATUS" not in event


@pytest.mark.parametrize(
    "options",
    [
        {"all_day": True},
        {"emoji": True},
        {"alarm": 10},
        {"content": "runs"},
        {"content": "busy"},
        {"content": "busy", "buffer_before": 15},
    ],
)
def test_contract_12_other_options_make_every_entry_a_later_edition(plan, options):
    feed = add(plan)
    before = read(feed)[0]
    first = queries.body(feed.pk)
    feeds.change_feed(feed=feed, options=options)
    after = read(feed)[0]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("LAST-MODIFIED") > before.decoded("LAST-MODIFIED")
    assert queries.body(feed.pk).last_modified > first.last_modified


def test_contract_14_other_options_of_one_feed_leave_the_others_as_they_are(plan):
    feed, other = add(plan), feed_of(plan)
    before = text_of(other)
    feeds.change_feed(feed=feed, options={"emoji": True})
    read(feed)
    assert text_of(other) == before


def test_contract_12_another_name_changes_no_entry(plan):
    feed = add(plan)
    before = read(feed)[0].to_ical()
    feeds.change_feed(feed=feed, options={"name": "Training, and more"})
    assert read(feed)[0].to_ical() == before
    assert "X-WR-CALNAME:Training\\, and more" in text_of(feed)


def test_contract_20_more_entries_than_fit_with_their_steps_do_without(plan):
    for number in range(210):
        for start in (7 * 60, 18 * 60):
            add_session(plan, MONDAY + timedelta(days=7 + number), start=start)
    text = text_of(feed_of(plan))
    assert len(text.encode()) < 1_000_000
    assert "reserve" not in text
    assert "Lift 30 min: lower body" in text


@pytest.mark.parametrize(
    "options",
    [
        {"past_weeks": 9},
        {"alarm": 0},
        {"buffer_before": 10},
        {"content": "busy", "all_day": True},
        {"content": "busy", "buffer_after": 121},
        {"content": "runs", "rest_days": True},
    ],
)
def test_the_database_refuses_options_that_make_no_sense(plan, options):
    with pytest.raises(IntegrityError), transaction.atomic():
        add(plan, **options)


def test_two_feeds_of_one_name_are_one_too_many(plan):
    feed = add(plan)
    with pytest.raises(Refused, match="of this name"):
        add(plan)
    with pytest.raises(IntegrityError), transaction.atomic():  # also where a row is written past the service
        Feed.objects.create(plan=plan, name=feed.name)


def test_ten_feeds_are_the_most_and_the_last_one_stays(plan):
    feeds.feed_of(plan=plan)
    own = [add(plan, name=str(number)) for number in range(9)]
    with pytest.raises(Refused, match="10 calendars are the most"):
        add(plan)
    for feed in own:
        feeds.remove_feed(feed=feed)
    with pytest.raises(Refused, match="only calendar"):
        feeds.remove_feed(feed=feed_of(plan))
    assert Feed.objects.count() == 1
