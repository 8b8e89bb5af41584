"""What of a calendar takes time, and what is wrong with those that cannot be read."""

import dataclasses
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.busy_ical import Question, UnreadableCalendar, busy_times
from planner.busy_lines import MOST_BYTES, components
from planner.ical import PRODID
from planner.intervals import local_minutes, utc_minutes
from tests.planner.calendar_server import calendar, event

FIRST, LAST = date(2026, 11, 30), date(2027, 2, 21)
ASKED = Question(FIRST, LAST)
WEDNESDAY = "20261202T180000Z", "20261202T190000Z"


def at(day, hour=18, minute=0, month=12, zone=UTC):
    return utc_minutes(datetime(2026, month, day, hour, minute, tzinfo=zone))


def read(*events, head="", **asked):
    return busy_times(calendar(*events, head=head), dataclasses.replace(ASKED, **asked))


def problem(data):
    with pytest.raises(UnreadableCalendar) as caught:
        busy_times(data, ASKED)
    return str(caught.value)


class TestWhatTakesTime:
    def test_a_meeting(self):
        assert read(event(*WEDNESDAY)).instants == ((at(2), at(2, 19)),)

    @pytest.mark.parametrize(
        "line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "status:cancelled", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]
    )
    def test_not_what_says_that_it_takes_none(self, line):
        assert read(event(*WEDNESDAY, line)).instants == ()

    @pytest.mark.parametrize("line", ["TRANSP:OPAQUE", "STATUS:CONFIRMED", "STATUS:TENTATIVE"])
    def test_what_may_take_place_does(self, line):
        assert len(read(event(*WEDNESDAY, line)).instants) == 1

    def test_a_moment_takes_none(self):
        assert read("UID:a\nDTSTART:20261202T180000Z").instants == ()

    def test_a_length_will_do_for_an_end(self):
        assert read("UID:a\nDTSTART:20261202T180000Z\nDURATION:PT1H30M").instants == ((at(2), at(2, 19, 30)),)

    def test_meetings_that_touch_are_one(self):
        events = event(*WEDNESDAY), event("20261202T190000Z", "20261202T193000Z", uid="b")
        assert read(*events).instants == ((at(2), at(2, 19, 30)),)

    def test_seconds_count_as_the_minute_they_begin(self):
        assert read(event("20261202T180059Z", "20261202T190001Z")).instants == ((at(2), at(2, 19, 1)),)

    def test_what_lies_outside_the_weeks_is_left_out_and_what_reaches_in_is_cut(self):
        events = event("20261101T180000Z", "20261101T190000Z"), event("20270401T180000Z", "20270401T190000Z", uid="b")
        assert read(*events).instants == ()
        assert read(event("20261101T180000Z", "20261201T190000Z")).instants == ((at(29, 0, month=11), at(1, 19)),)

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("DTSTART:20261129T200000Z", "DTEND:20261129T210000Z"),  # Monday morning in Auckland
            ("DTSTART;TZID=America/Los_Angeles:20261129T230000", "DTEND;TZID=America/Los_Angeles:20261129T235900"),
            ("DTSTART:20270222T050000Z", "DTEND:20270222T060000Z"),  # the last Sunday evening in Los Angeles
        ],
    )
    def test_what_lies_in_the_weeks_by_the_persons_clock_alone_is_kept(self, start, end):
        assert len(read(f"UID:a\n{start}\n{end}").instants) == 1

    def test_alarms_inside_an_event_say_nothing(self):
        alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT5H\nDTSTART:20261203T180000Z\nEND:VALARM"
        assert read(event(*WEDNESDAY, alarm)).instants == ((at(2), at(2, 19)),)

    def test_tasks_and_notes_take_none(self):
        todo = "BEGIN:VTODO\r\nDTSTART:20261202T180000Z\r\nDUE:20261202T190000Z\r\nEND:VTODO\r\n"
        assert read(head=todo).instants == ()


class TestWholeDays:
    DAY = "UID:a\nDTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261204"

    def test_take_no_time_unless_asked(self):
        assert read(self.DAY).local == ()

    def test_take_their_days_on_the_persons_own_clock_when_asked(self):
        start = local_minutes(datetime(2026, 12, 2, tzinfo=UTC))
        found = read(self.DAY, all_day=True)
        assert (found.instants, found.local) == ((), ((start, start + 2 * 1440),))

    def test_of_a_free_day_never(self):
        assert read(self.DAY + "\nTRANSP:TRANSPARENT", all_day=True).local == ()


class TestRepeats:
    def test_with_exceptions_and_additions(self):
        lines = "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261209T180000Z", "RDATE:20261203T180000Z"
        assert [start for start, _ in read(event(*WEDNESDAY, *lines)).instants] == [at(2), at(3), at(16)]

    def test_one_that_was_moved_lies_where_it_went(self):
        series = event(*WEDNESDAY, "RRULE:FREQ=WEEKLY;COUNT=2")
        moved = event("20261210T060000Z", "20261210T070000Z", "RECURRENCE-ID:20261209T180000Z")
        assert [start for start, _ in read(series, moved).instants] == [at(2), at(10, 6)]

    @pytest.mark.parametrize("line", ["STATUS:CANCELLED", "TRANSP:TRANSPARENT"])
    def test_one_that_was_called_off_leaves_its_place_free(self, line):
        series = event(*WEDNESDAY, "RRULE:FREQ=WEEKLY;COUNT=2")
        off = event("20261209T180000Z", "20261209T190000Z", "RECURRENCE-ID:20261209T180000Z", line)
        assert [start for start, _ in read(series, off).instants] == [at(2)]

    def test_keep_to_the_wall_clock_over_a_change_of_its_offset(self):
        ask = {"first": date(2026, 10, 19), "last": date(2026, 11, 1)}
        lines = "UID:a\nDTSTART;TZID=Europe/Berlin:20261021T180000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2"
        assert [start for start, _ in read(lines, **ask).instants] == [at(21, 16, month=10), at(28, 17, month=10)]

    def test_began_long_ago(self):
        assert len(read(event("20100104T060000Z", "20100104T070000Z", "RRULE:FREQ=DAILY")).instants) >= 84

    def test_are_over(self):
        lines = "RRULE:FREQ=DAILY;UNTIL=20200101T000000Z"
        assert read(event("20100104T060000Z", "20100104T070000Z", lines)).instants == ()


class TestTimeZones:
    LINES = "UID:a\nDTSTART;TZID={0}:20261202T180000\nDTEND;TZID={0}:20261202T190000"

    @pytest.mark.parametrize(
        ("name", "zone"), [("Europe/Berlin", "Europe/Berlin"), ("W. Europe Standard Time", "Europe/Berlin")]
    )
    def test_by_name(self, name, zone):
        assert read(self.LINES.format(name)).instants[0][0] == at(2, zone=ZoneInfo(zone))

    def test_of_the_files_own(self):
        zone = (
            "BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
            "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        )
        assert read(self.LINES.format("Home"), head=zone).instants[0][0] == at(2, 15)

    def test_none_is_the_persons_own(self):
        start = local_minutes(datetime(2026, 12, 2, 18, tzinfo=UTC))
        found = read(event("20261202T180000", "20261202T190000"))
        assert (found.instants, found.local, found.remarks) == ((), ((start, start + 60),), ())

    def test_none_is_the_calendars_where_it_has_one(self):
        found = read(event("20261202T180000", "20261202T190000"), head="X-WR-TIMEZONE:America/New_York\r\n")
        assert found.instants == ((at(2, 23), at(3, 0)),)

    def test_a_calendars_that_is_unknown_is_passed_over(self):
        assert len(read(event(*WEDNESDAY), head="X-WR-TIMEZONE:Moon/Sea\r\n").instants) == 1

    def test_that_nobody_knows_are_read_as_the_persons_own_and_told(self):
        found = read(self.LINES.format("Moon/Sea"))
        assert len(found.local) == 1
        assert found.remarks == (("unknown_zone", 1),)


class TestFreeBusy:
    def test_lists_are_read(self):
        lines = (
            "BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20261202T180000Z/PT1H,20261203T180000Z/20261203T190000Z\r\n"
            "FREEBUSY:20261204T180000Z/PT30M\r\nFREEBUSY;FBTYPE=FREE:20261205T180000Z/PT1H\r\nEND:VFREEBUSY\r\n"
        )
        assert read(head=lines).instants == ((at(2), at(2, 19)), (at(3), at(3, 19)), (at(4), at(4, 18, 30)))

    @pytest.mark.parametrize("period", ["tomorrow", "20261202T180000Z/P99999999999999D", "20261302T180000Z/PT1H"])
    def test_lists_that_make_no_sense_are_told(self, period):
        lines = f"BEGIN:VFREEBUSY\r\nFREEBUSY:{period}\r\nEND:VFREEBUSY\r\n"
        assert "free-busy" in problem(calendar(head=lines))


class TestOwnSessions:
    def test_do_not_count(self):
        found = read(event(*WEDNESDAY, uid="own"), event("20261203T180000Z", "20261203T190000Z"), own={"own"})
        assert found.instants == ((at(3), at(3, 19)),)
        assert found.remarks == (("own", 1),)

    def test_the_whole_feed_is_told_from_a_calendar(self):
        assert "Tandem itself writes" in problem(
            calendar(event(*WEDNESDAY)).replace(b"-//A calendar//EN", PRODID.encode())
        )


def test_no_title_gets_past_the_first_look():
    text = calendar(event(*WEDNESDAY, "LOCATION:Ward 3", "ATTENDEE:mailto:bob@example.org", "X-NOTE:secret")).decode()
    kept = [line for part in components(text) for _, line in part.lines]
    assert kept == ["UID:a@example.org", "DTSTART:20261202T180000Z", "DTEND:20261202T190000Z"]


class TestEncodings:
    def test_a_byte_order_mark_line_ends_folds_and_small_letters_do_not_matter(self):
        text = calendar(event(*WEDNESDAY)).decode()
        folded = text.replace("DTSTART:2026", "DTSTART:\r\n 2026").replace("\r\n", "\n").replace("BEGIN:", "begin:")
        assert busy_times(b"\xef\xbb\xbf" + folded.encode(), ASKED).instants == ((at(2), at(2, 19)),)

    def test_titles_in_another_encoding_do_not_matter(self):
        data = calendar(event(*WEDNESDAY)).replace(b"Ada", "Zoë".encode("latin-1"))
        assert len(busy_times(data, ASKED).instants) == 1

    def test_dates_in_one_are_told(self):
        assert "not in UTF-8" in problem(calendar(event(*WEDNESDAY)).replace(b"T18", b"\xff18"))

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (calendar().decode().encode("utf-16"), "UTF-16"),
            (calendar().decode().encode("utf-16-le"), "NUL"),
            (calendar() + b"\0", "NUL"),
            (b"", "empty"),
            (b"\xef\xbb\xbf \r\n", "empty"),
            (b"PK\x03\x04rest", "packed"),
            (b"\x1f\x8brest", "packed"),
            (b"<!DOCTYPE html><title>Log in</title>", "web page"),
            (b"  <html>", "web page"),
            (b'{"error": "no"}', "does not begin with BEGIN:VCALENDAR"),
            (b"x" * (MOST_BYTES + 1), "larger than 5 MB"),
        ],
    )
    def test_what_is_no_calendar_is_told(self, data, why):
        assert why in problem(data)


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (calendar()[:-20], "breaks off"),
            (calendar().replace(b"END:VCALENDAR", b"END:VEVENT"), "do not match"),
            (b"BEGIN:VCALENDAR\r\n" * 3, "out of order"),
            (calendar() + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n", "out of order"),
            (calendar(event(*WEDNESDAY, "BEGIN:VEVENT", "END:VEVENT")), "out of order"),
            (calendar(head="BEGIN:A\r\n" * 100_000), "nested"),
            (calendar(event(*WEDNESDAY, "RRULE:FREQ=SECONDLY")), "by the hour"),
            (calendar(event(*WEDNESDAY, "RRULE:freq=minutely;COUNT=5")), "by the hour"),
            (calendar(event(*WEDNESDAY, "RRULE:INTERVAL=1;FREQ=HOURLY")), "by the hour"),
            (calendar(event(*WEDNESDAY, "RRULE:FREQ=DAILY;INTERVAL=0")), "every 0 days"),
            (calendar(event(*WEDNESDAY, "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5")), "24 times"),
            (calendar(event(*WEDNESDAY, "RRULE:FREQ=DAILY;BYMONTHDAY=" + "1," * 600 + "1")), "longer than"),
            (calendar(event(*WEDNESDAY, *["RRULE:FREQ=DAILY"] * 5)), "four rules"),
            (calendar(event(*WEDNESDAY, "EXDATE:" + "20261202T180000Z," * 8_000)), "too long"),
            (calendar(*[event(*WEDNESDAY, uid=str(number)) for number in range(5_001)]), "more than 5,000"),
            (calendar(*[event(*WEDNESDAY, "RRULE:FREQ=DAILY", uid=f"{n}") for n in range(300)]), "more than 20,000"),
            (b"BEGIN:VCALENDAR\r\n" + b"\n" * 1_000_001, "million lines"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_are_refused_with_what_is_wrong(self, data, why):
        assert why in problem(data)

    def test_a_rule_of_a_time_zone_is_looked_at_too(self):
        zone = "BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        assert "by the hour" in problem(calendar(head=zone))

    @pytest.mark.parametrize("name", ["Europe", "a" * 5_000])
    def test_a_zone_that_is_no_file_of_the_database_is_told(self, name):
        assert "time zone in it makes no sense" in problem(calendar(f"UID:a\nDTSTART;TZID={name}:20261202T180000"))

    @pytest.mark.parametrize("line", ["TZOFFSETFROM:+9999", "TZOFFSETFROM:abc", "RDATE:xyz"])
    def test_a_zone_of_the_files_own_that_makes_no_sense_is_told(self, line):
        zone = f"BEGIN:VTIMEZONE\r\nTZID:A\r\nBEGIN:STANDARD\r\n{line}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        assert "time zone in it makes no sense" in problem(calendar(head=zone))

    def test_a_giant_line_that_nobody_needs_does_not_matter(self):
        found = read(event(*WEDNESDAY, "ATTACH;ENCODING=BASE64:" + "A" * 3_000_000))
        assert found.instants == ((at(2), at(2, 19)),)

    @pytest.mark.parametrize(
        "broken",
        [
            "UID:b\nDTSTART:2026",
            "UID:b\nDTEND:20261202T180000Z",
            "UID:b\nDTSTART:20261202T180000Z\nDURATION:P9999999D",
            "UID:b\nDTSTART:20261202T180000Z\nDURATION:-PT1H",
            "UID:b\nDTSTART:20261202T180000Z\nRRULE:FREQ=SOMETIMES",
            "UID:b\nDTSTART:00010101T180000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY",
        ],
    )
    def test_one_event_that_makes_no_sense_is_left_out_and_told(self, broken):
        found = read(event(*WEDNESDAY), broken)
        assert found.instants == ((at(2), at(2, 19)),)
        assert found.remarks == (("broken", 1),)

    def test_no_sentence_repeats_anything_of_the_file(self):
        assert "Surgery" not in problem(calendar(event(*WEDNESDAY, "RRULE:FREQ=SECONDLY;X=Surgery")))
