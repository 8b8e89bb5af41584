"""Five independent readers must agree on every instant and text: contract lines 1, 5, 6, 7 of the calendar feed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from planner.vtimezone import find_changes
from tests.planner.ical_readers import READERS, STAMP, ZONES, Read, definition_of, make_event, unfold, write

BY_ZONE = pytest.mark.parametrize("zone", ZONES)
BY_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
NOON = datetime.fromisoformat("2026-12-01T12:00")


def expect(event, zone):
    """Return what every reader should find of an event whose times exist in `zone`."""
    start, end = (moment.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for moment in (event.start, event.end))
    return Read(start, end, event.summary, event.description)


def plan_over_both_changes(zone):
    """Make a year of sessions every sixth day at hours that no zone skips, and on every day of a change."""
    days = [NOON + timedelta(days=6 * n) for n in range(61)]
    changes = find_changes(ZoneInfo(zone), STAMP, STAMP + timedelta(days=366))
    near = [change.onset.replace(hour=12, minute=0) + timedelta(days=n) for change in changes for n in (-1, 0, 1)]
    return [make_event(uid=f"session-{day:%Y%m%d}", start=day + timedelta(hours=4)) for day in sorted({*days, *near})]


@BY_READER
@BY_ZONE
def test_contract_01_readers_agree_over_both_clock_changes(zone, reader):
    events = plan_over_both_changes(zone)
    assert reader(write(*events, timezone=zone)) == {event.uid: expect(event, zone) for event in events}


@BY_READER
@BY_ZONE
def test_contract_01_readers_agree_on_one_event_of_a_new_plan(zone, reader):
    event = make_event()
    assert reader(write(event, timezone=zone)) == {event.uid: expect(event, zone)}


@BY_ZONE
def test_contract_07_the_file_alone_gives_the_instants(zone):
    events = plan_over_both_changes(zone)
    data = write(*events, timezone=zone)
    if b"VTIMEZONE" not in data:
        assert all(line.endswith("Z") for line in unfold(data) if line.startswith(("DTSTART", "DTEND")))
        return
    written = tzical(definition_of(data)).get(zone)
    for event in events:
        assert event.start.replace(tzinfo=written).astimezone(UTC) == expect(event, zone).start


@BY_READER
@BY_ZONE
def test_contract_07_skipped_times_move_on_by_the_gap(zone, reader):
    changes = find_changes(ZoneInfo(zone), STAMP, STAMP + timedelta(days=366))
    skips = [change for change in changes if change.after > change.before]
    starts = {f"skip-{n}": change.onset + timedelta(minutes=10) for n, change in enumerate(skips)} or {"none": NOON}
    found = reader(write(*(make_event(uid=uid, start=start) for uid, start in starts.items()), timezone=zone))
    for uid, start in starts.items():
        # Read with the offset from before the change, a skipped time is the same instant as the time moved on.
        assert found[uid].start == start.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
        assert found[uid].end - found[uid].start == timedelta(hours=1)


@BY_READER
@BY_ZONE
def test_contract_07_repeated_times_are_the_first_of_the_two(zone, reader):
    changes = find_changes(ZoneInfo(zone), STAMP, STAMP + timedelta(days=366))
    repeats = [change for change in changes if change.after < change.before]
    starts = {f"twice-{n}": change.onset - timedelta(minutes=20) for n, change in enumerate(repeats)} or {"none": NOON}
    events = [make_event(uid=uid, start=start, end=start + timedelta(minutes=10)) for uid, start in starts.items()]
    found = reader(write(*events, timezone=zone))
    for uid, start in starts.items():
        assert found[uid].start == start.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


@BY_READER
@settings(deadline=None, max_examples=40)
@given(
    zone=st.sampled_from(ZONES),
    moments=st.lists(
        st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2029-12-31")), min_size=1, max_size=6
    ),
    minutes=st.integers(1, 600),
)
def test_contract_01_any_time_in_any_zone_reads_as_the_same_instant(reader, zone, moments, minutes):
    starts = {f"u{n}": moment.replace(second=0, microsecond=0) for n, moment in enumerate(moments)}
    length = timedelta(minutes=minutes)
    events = [make_event(uid=uid, start=start, end=start + length) for uid, start in starts.items()]
    found = reader(write(*events, timezone=zone))
    for uid, start in starts.items():
        assert found[uid].start == start.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
        assert found[uid].end > found[uid].start


def test_contract_08_readers_agree_on_all_day_events():
    data = write(make_event(uid="rest", start=date(2026, 12, 2), summary="Rest day"))
    days = date(2026, 12, 2), date(2026, 12, 3)
    (by_icalendar,) = Calendar.from_ical(data).walk("VEVENT")
    assert (by_icalendar.decoded("DTSTART"), by_icalendar.decoded("DTEND")) == days
    by_vobject = vobject.readOne(data.decode()).vevent
    assert (by_vobject.dtstart.value, by_vobject.dtend.value) == days
    (by_ics,) = ics.Calendar(data.decode()).events
    assert by_ics.all_day
    assert by_ics.begin.date() == days[0]


def test_contract_01_strict_readers_find_nothing_wrong():
    data = write(make_event(alarm_minutes=15, categories=("Run", "Lift")), description="A plan")
    calendar = Calendar.from_ical(data)
    assert [component.errors for component in calendar.walk() if component.errors] == []
    assert vobject.readOne(data.decode()).validate(raiseException=True)
