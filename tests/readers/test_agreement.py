"""Contract line 1: the readers installed on demand find the instants and texts that the common ones find."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from planner.vtimezone import find_changes
from tests.planner.ical_readers import READERS as COMMON
from tests.planner.ical_readers import STAMP, ZONES, Read, make_event, write
from tests.planner.test_feed_contract_readers import plan_over_both_changes
from tests.readers.installed import READERS
from tests.readers.planned import NAMES, planned_feeds
from tests.readers.texts import TEXTS

# ts-ics cuts BEGIN:VEVENT and the like out of any text before it reads the lines
CANNOT = {("ts-ics", name) for name in ("colon", "lines_of_its_own", "alarm")}
BY_READER = pytest.mark.parametrize("reader", READERS)
SIX_IN_THE_MORNING = datetime(2026, 12, 1, 6)  # noqa: DTZ001 - sessions have naive wall-clock times


@cache
def agreed(data: bytes) -> dict[str, Read]:
    """What the readers that always run find, all of them the same."""
    first, *others = [reader(data) for reader in COMMON]
    assert all(other == first for other in others)
    return first


@pytest.fixture(scope="session")
def planned(django_db_setup, django_db_blocker):
    """The feeds of NAMES, made once."""
    with django_db_blocker.unblock():
        return planned_feeds()


@BY_READER
@pytest.mark.parametrize("zone", ZONES)
def test_contract_01_instants_over_both_clock_changes(reader, zone):
    data = write(*plan_over_both_changes(zone), timezone=zone)
    assert READERS[reader](data) == agreed(data)


@BY_READER
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham"])
def test_contract_07_every_half_hour_around_a_change_of_the_clock(reader, zone):
    onsets = [change.onset for change in find_changes(ZoneInfo(zone), STAMP, STAMP + timedelta(days=366))]
    starts = [onset + timedelta(minutes=30 * n) for onset in onsets for n in range(-60, 61)]
    events = [make_event(uid=f"at-{start:%Y%m%d%H%M}", start=start) for start in starts]
    data = write(*events, timezone=zone)
    found = READERS[reader](data)
    assert found == agreed(data)
    first = {event.uid: event.start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for event in events}
    assert {uid: one.start for uid, one in found.items()} == first


@BY_READER
def test_contract_01_nasty_texts(reader):
    texts = {name: text for name, text in TEXTS.items() if (reader, name) not in CANNOT}
    events = [
        make_event(uid=name, start=SIX_IN_THE_MORNING + timedelta(days=n), summary=text[:60], description=text)
        for n, (name, text) in enumerate(texts.items())
    ]
    data = write(*events)
    found = READERS[reader](data)
    assert {name: read.description for name, read in found.items()} == texts
    assert found == agreed(data)


@BY_READER
def test_contract_08_whole_days_and_ends_past_midnight(reader):
    data = write(
        make_event(uid="rest", start=date(2026, 12, 24), summary="Rest day", categories=("Run", "Lift")),
        make_event(uid="two", start=date(2026, 12, 26), end=date(2026, 12, 28), alarm_minutes=15),
        make_event(uid="change", start=date(2027, 3, 28), description=""),
        make_event(uid="late", start=SIX_IN_THE_MORNING.replace(hour=23, minute=30), alarm_minutes=60),
    )
    found = READERS[reader](data)
    assert (found["rest"].start, found["rest"].end) == (date(2026, 12, 24), date(2026, 12, 25))
    assert found == agreed(data)


@BY_READER
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.django_db
def test_contract_01_feeds_as_the_site_makes_them(reader, name, planned):
    assert READERS[reader](planned[name]) == agreed(planned[name])


@pytest.mark.django_db
def test_the_feeds_hold_what_they_are_named_for(planned):
    texts = {name: [*agreed(data).values()] for name, data in planned.items()}
    assert len(texts["new"]) > 15
    assert len(texts["block"]) > 45
    assert any("/km" in one.description for one in texts["block"])
    timed = [one.start for one in texts["block"] if isinstance(one.start, datetime)]
    offsets = {moment.astimezone(ZoneInfo("Europe/Berlin")).utcoffset() for moment in timed}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}
    assert {(one.summary, one.description) for one in texts["busy"]} == {("Busy", "")}
    assert {type(one.start) for one in texts["all_day"]} == {date}
    assert {one.summary[0] for one in texts["decorated"]} >= {"🏃", "🏋", "💤", "🏁", "S"}
    assert [one.summary for one in texts["empty"]] == ["No training planned yet"]
    assert b"TZID:Australia/Lord_Howe" in planned["southern"]
    assert all(one.start.tzinfo is UTC for one in texts["southern"])
