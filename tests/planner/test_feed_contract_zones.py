"""Tests of planner/vtimezone.py: contract lines 6 and 7 of the calendar feed."""

# ruff: noqa: DTZ001 - sessions have naive wall-clock times

import io
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.vtimezone import find_changes, vtimezone_bytes
from tests.planner.ical_readers import ZONES

FIRST, LAST = 2026, 2028
RULED = [name for name in ZONES if vtimezone_bytes(name, FIRST, LAST)]


@pytest.fixture(scope="module")
def world():
    """Every zone of the world that is written with a definition, and its text."""
    written = {name: vtimezone_bytes(name, FIRST, LAST) for name in available_timezones()}
    return {name: data.decode() for name, data in written.items() if data is not None}


@cache
def read_zone(name):
    """Evaluate the written rules with dateutil, which knows nothing of the zone but them."""
    text = vtimezone_bytes(name, FIRST, LAST).decode()
    return tzical(io.StringIO(text.replace("\r\n", "\n"))).get(name)


def written_offset(zone, instant):
    """Return what the written rules say at an aware UTC instant."""
    return instant.astimezone(zone).utcoffset()


@pytest.mark.parametrize("name", RULED)
def test_contract_07_offsets_are_right_around_every_change(name):
    true, read = ZoneInfo(name), read_zone(name)
    span = datetime(FIRST, 1, 1, tzinfo=UTC), datetime(LAST + 1, 1, 1, tzinfo=UTC)
    for change in find_changes(true, *span):
        instant = (change.onset - change.before).replace(tzinfo=UTC)
        for near in (
            instant - timedelta(hours=3),
            instant - timedelta(seconds=1),
            instant,
            instant + timedelta(days=1),
        ):
            assert written_offset(read, near) == near.astimezone(true).utcoffset(), (name, near)


def test_contract_07_every_zone_of_the_world_is_right_at_noon_of_a_day_each_week(world):
    days = [datetime(FIRST, 1, 1, 12) + timedelta(days=7 * n) for n in range(156)]
    for name in world:
        true, read = ZoneInfo(name), read_zone(name)
        for day in days:
            assert day.replace(tzinfo=read).utcoffset() == day.replace(tzinfo=true).utcoffset(), (name, day)


@settings(deadline=None)
@given(
    name=st.sampled_from(RULED),
    minutes=st.integers(0, 3 * 365 * 24 * 60),
)
def test_contract_07_offsets_are_right_at_any_minute(name, minutes):
    instant = datetime(FIRST, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert written_offset(read_zone(name), instant) == instant.astimezone(ZoneInfo(name)).utcoffset()


def test_contract_06_shape_is_outlooks(world):
    for text in world.values():
        check_shape(text.split("\r\n"))


def check_shape(lines):
    """Assert one STANDARD, at most one DAYLIGHT, a yearly rule for each, and nothing that Outlook ignores."""
    assert lines.count("BEGIN:STANDARD") == 1
    assert lines.count("BEGIN:DAYLIGHT") <= 1
    assert not any(line.startswith(("RDATE", "COMMENT", "EXDATE", "X-")) for line in lines)
    rules = [line for line in lines if line.startswith("RRULE")]
    assert len(rules) == 2 * lines.count("BEGIN:DAYLIGHT")
    assert all(re.fullmatch(r"RRULE:FREQ=YEARLY;BYDAY=-?[1-4][A-Z]{2};BYMONTH=\d+", rule) for rule in rules)
    assert len(lines) <= 200


def test_contract_06_daylight_is_the_later_clock(world):
    for text in world.values():
        offsets = re.findall(r"BEGIN:(STANDARD|DAYLIGHT).*?TZOFFSETTO:([+-]\d+)", text, re.DOTALL)
        by_kind = {kind: int(offset) for kind, offset in offsets}
        assert by_kind["STANDARD"] < by_kind.get("DAYLIGHT", 9999)


def test_contract_06_nearly_every_zone_has_a_definition(world):
    assert len(world) > 0.95 * len(available_timezones())


@pytest.mark.parametrize(
    "name",
    ["Africa/Casablanca", "Africa/El_Aaiun", "America/Nuuk", "America/Santiago", "America/Scoresbysund", "Asia/Gaza"],
)
def test_contract_06_no_definition_where_no_yearly_rule_fits(name):
    assert vtimezone_bytes(name, 2027, 2027) is None


@pytest.mark.parametrize(
    ("name", "first", "last"), [("Europe/Istanbul", 2016, 2016), ("America/Sao_Paulo", 2018, 2019)]
)
def test_contract_06_no_definition_where_the_rule_changes_inside_the_span(name, first, last):
    assert vtimezone_bytes(name, first, last) is None
    assert vtimezone_bytes(name, last + 1, last + 2) is not None


def test_berlin_is_written_as_outlook_writes_it():
    assert vtimezone_bytes("Europe/Berlin", 2026, 2027).decode().split("\r\n")[:-1] == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]


def test_bytes_are_kept_per_zone_and_span():
    vtimezone_bytes("Asia/Tokyo", 2026, 2027)
    hits = vtimezone_bytes.cache_info().hits
    vtimezone_bytes("Asia/Tokyo", 2026, 2027)
    assert vtimezone_bytes.cache_info().hits == hits + 1


@pytest.mark.parametrize("year", [1, 1899, 9900, 9999])
def test_no_definition_where_the_calendar_ends(year):
    assert vtimezone_bytes("America/New_York", year, year) is None
