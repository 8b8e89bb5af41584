"""Tests of planner/ical.py: the shape of the bytes, by the lines of the feed contract."""

# ruff: noqa: DTZ001 - sessions have naive wall-clock times

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from planner.ical import PRODID
from tests.planner.ical_readers import STAMP, make_event, unfold, value_of, write

REST = make_event(uid="rest", start=date(2026, 12, 2), summary="Rest day", busy=False)


def test_contract_02_bytes_are_utf8_without_mark_and_end_lines_with_crlf():
    data = write(make_event())
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert "→" in data.decode()


def test_contract_03_head_names_version_product_scale_and_no_method():
    head = unfold(write(make_event()))
    assert head[1:4] == ["VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    assert not any(line.startswith(("METHOD", "UID:")) for line in head[: head.index("BEGIN:VEVENT")])


def test_contract_03_both_names_are_equal_and_escaped():
    data = write(make_event(), name="Ann, Bo; run\nand lift")
    assert value_of(data, "NAME") == value_of(data, "X-WR-CALNAME") == "Ann\\, Bo\\; run and lift"


def test_contract_03_description_of_the_calendar_is_escaped_and_optional():
    data = write(make_event(), description="Run, lift; both")
    assert value_of(data, "DESCRIPTION") == value_of(data, "X-WR-CALDESC") == "Run\\, lift\\; both"
    assert "X-WR-CALDESC" not in write(make_event()).decode()


def test_contract_04_both_refresh_hints_say_one_hour():
    data = write(make_event())
    assert value_of(data, "REFRESH-INTERVAL;VALUE=DURATION") == value_of(data, "X-PUBLISHED-TTL") == "PT1H"


def test_contract_05_one_event_a_session_and_no_recurrence():
    lines = unfold(write(*(make_event(uid=f"u{n}", start=datetime(2026, 12, n, 18)) for n in range(1, 6))))
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 5
    events = lines[lines.index("BEGIN:VEVENT") :]
    assert not any(line.startswith(("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")) for line in events)


def test_contract_05_events_are_sorted_by_start_then_uid():
    events = [make_event(uid=uid, start=datetime(2026, 12, day, 7)) for uid, day in [("b", 3), ("c", 1), ("a", 3)]]
    uids = [line for line in unfold(write(*events, REST)) if line.startswith("UID:")]
    assert uids == ["UID:c", "UID:rest", "UID:a", "UID:b"]


def test_contract_06_timed_event_names_the_zone_and_the_file_defines_it():
    data = write(make_event())
    assert value_of(data, "DTSTART;TZID=Europe/Berlin") == "20261201T180000"
    assert value_of(data, "DTEND;TZID=Europe/Berlin") == "20261201T190000"
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert data.index(b"END:VTIMEZONE") < data.index(b"BEGIN:VEVENT")


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Africa/Casablanca", "20261201T170000Z"),
        ("America/Santiago", "20261201T210000Z"),
        ("UTC", "20261201T180000Z"),
        ("Etc/GMT+3", "20261201T210000Z"),
        ("GMT", "20261201T180000Z"),
        ("CET", "20261201T170000Z"),
    ],
)
def test_contract_06_utc_where_no_yearly_rule_or_only_an_abbreviation_stands(zone, start):
    data = write(make_event(), timezone=zone)
    assert value_of(data, "DTSTART") == start
    assert b"VTIMEZONE" not in data
    assert b"TZID" not in data


def test_contract_07_skipped_hour_moves_the_session_on_by_the_gap():
    data = write(make_event(start=datetime(2027, 3, 28, 2, 30), end=datetime(2027, 3, 28, 3, 15)))
    assert "DTSTART:20270328T013000Z" in unfold(data)  # 3:30
    assert "DTEND:20270328T021500Z" in unfold(data)


def test_contract_07_end_in_the_skipped_hour_moves_alone():
    data = write(make_event(start=datetime(2027, 3, 28, 1, 30), end=datetime(2027, 3, 28, 2, 30)))
    assert "DTSTART:20270328T003000Z" in unfold(data)
    assert "DTEND:20270328T013000Z" in unfold(data)


def test_contract_07_half_hour_gap_of_lord_howe():
    data = write(make_event(start=datetime(2027, 10, 3, 2, 10)), timezone="Australia/Lord_Howe")
    assert "DTSTART:20271002T154000Z" in unfold(data)  # 2:40 at 11 h from UTC
    assert "DTEND:20271002T164000Z" in unfold(data)


@pytest.mark.parametrize(
    ("start", "written"),
    [
        (datetime(2027, 3, 27, 13), "DTSTART;TZID=Europe/Berlin:20270327T130000"),
        (datetime(2027, 3, 27, 14), "DTSTART:20270327T130000Z"),  # ends 12 h before 3:00 after the change
        (datetime(2027, 3, 28, 14, 45), "DTSTART:20270328T124500Z"),
        (datetime(2027, 3, 28, 15), "DTSTART;TZID=Europe/Berlin:20270328T150000"),
        (datetime(2026, 10, 25, 2, 30), "DTSTART:20261025T003000Z"),  # the first of the two
    ],
)
def test_contract_06_utc_within_half_a_day_of_a_change_of_the_clock(start, written):
    data = write(make_event(start=start))
    assert written in unfold(data)
    assert (b"BEGIN:VTIMEZONE" in data) is ("TZID" in written)


def test_contract_08_all_day_has_dates_an_exclusive_end_and_is_free():
    data = write(REST)
    assert value_of(data, "DTSTART;VALUE=DATE") == "20261202"
    assert value_of(data, "DTEND;VALUE=DATE") == "20261203"
    assert value_of(data, "TRANSP") == "TRANSPARENT"
    assert b"VTIMEZONE" not in data


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({}, "OPAQUE"), ({"busy": False}, "TRANSPARENT"), ({"start": date(2026, 12, 2)}, "TRANSPARENT")],
)
def test_contract_08_sessions_are_busy_unless_asked_and_days_never(changes, expected):
    assert value_of(write(make_event(**changes)), "TRANSP") == expected


def test_contract_09_uid_is_written_as_given():
    assert value_of(write(make_event(uid="u" * 255)), "UID") == "u" * 255


def test_contract_09_the_same_uid_twice_is_refused():
    with pytest.raises(ValueError, match=r"^uid: "):
        write(make_event(), make_event(start=datetime(2026, 12, 9, 7)))


def test_contract_10_stamps_are_utc_and_the_change_is_both_dtstamp_and_last_modified():
    data = write(make_event())
    assert value_of(data, "DTSTAMP") == value_of(data, "LAST-MODIFIED") == "20261120T083000Z"
    assert value_of(data, "CREATED") == "20261111T083000Z"
    assert value_of(data, "SEQUENCE") == "2"


@pytest.mark.parametrize("sequence", [0, 2**31 - 1])
def test_contract_10_sequence_at_its_limits(sequence):
    assert value_of(write(make_event(sequence=sequence)), "SEQUENCE") == str(sequence)


def test_contract_14_equal_input_gives_equal_bytes_in_any_order():
    events = [make_event(uid=f"u{n}", start=datetime(2027, 3, 20 + n, 6, 30)) for n in range(9)]
    assert write(*events, REST) == write(REST, *reversed(events))


def test_contract_14_equal_bytes_in_another_process():
    code = (
        "import sys; from tests.planner.ical_readers import *;"
        "sys.stdout.buffer.write(write(*(make_event(uid=f'u{n}', start=datetime(2027, 3, n, 6),"
        " categories=('Run', 'Lift')) for n in range(1, 29))))"
    )
    ours = write(
        *(make_event(uid=f"u{n}", start=datetime(2027, 3, n, 6), categories=("Run", "Lift")) for n in range(1, 29))
    )
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONPATH": ".", "PYTHONHASHSEED": seed},
        )
        assert found.stdout == ours


def test_contract_18_url_is_written_and_an_empty_one_left_out():
    assert value_of(write(make_event()), "URL") == "https://tandem.example/sessions/5b0e/"
    assert b"URL" not in write(make_event(url=""))


def test_contract_18_no_people_in_the_file():
    data = write(make_event(alarm_minutes=10)).lower()
    assert not any(word in data for word in (b"attendee", b"organizer", b"mailto"))


def test_contract_19_no_alarm_and_no_color_unless_asked():
    data = write(make_event())
    assert b"VALARM" not in data
    assert b"COLOR" not in data


def test_contract_19_alarm_is_a_display_with_text_before_the_start():
    lines = unfold(write(make_event(alarm_minutes=45, summary="Run, easy")))
    alarm = lines[lines.index("BEGIN:VALARM") : lines.index("END:VALARM")]
    assert alarm == ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Run\\, easy", "TRIGGER:-PT45M"]


def test_contract_20_a_year_of_daily_doubles_is_small():
    first = datetime(2026, 12, 1, 6)
    events = [make_event(uid=f"u{n}", start=first + timedelta(hours=12 * n), description="x" * 600) for n in range(730)]
    data = write(*events)
    assert len(data) < 1_000_000
    assert data.count(b"BEGIN:VEVENT") == 730


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("uid", ""),
        ("uid", "u" * 256),
        ("uid", "ü"),
        ("uid", "a b"),
        ("sequence", -1),
        ("sequence", 2**31),
        ("created", datetime(2026, 11, 20, 8)),
        ("changed", STAMP.astimezone(timezone(timedelta(hours=1)))),
        ("start", datetime(2026, 12, 1, 18, tzinfo=UTC)),
        ("end", datetime(2026, 12, 1, 19, tzinfo=UTC)),
        ("end", datetime(2026, 12, 1, 18)),
        ("end", date(2026, 12, 2)),
        ("url", "http://tandem.example/sessions/1/"),
        ("url", "https://tandem.example/a b\r\nX:1"),
        ("alarm_minutes", 0),
    ],
)
def test_bad_field_is_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"^{field}: "):
        make_event(**({"end": datetime(2026, 12, 1, 20)} | {field: value}))


@pytest.mark.parametrize(
    "name", ["", "Mars/Olympus", "../etc/passwd", "Europe", "right/Europe/Berlin", "europe/berlin", "A" * 300]
)
def test_unknown_zone_is_refused_by_field(name):
    with pytest.raises(ValueError, match=r"^timezone: .* is not an IANA time zone$"):
        write(make_event(), timezone=name)
