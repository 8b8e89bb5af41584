"""The page of one's own calendar: what it keeps, what it tells, whom it serves."""

import logging
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection

from planner import clock
from planner.models import BusyCalendar
from planner.services import busy
from planner.uploads import MOST_BYTES
from tests.factories import MONDAY, MONDAY_MORNING, sessions_of
from tests.planner.busy_plan import SECRET, at, meet
from tests.planner.calendar_server import calendar, event, running

pytestmark = pytest.mark.django_db
MEETING = event("20261202T180000Z", "20261202T190000Z")
HOUR = timedelta(hours=1)


@pytest.fixture
def server(settings):
    settings.CALENDARS_ON_LOOPBACK = True
    with running() as state:
        state.serve(calendar(MEETING))
        yield state


def send_file(client, data=None, **fields):
    file = SimpleUploadedFile("mine.ics", calendar(MEETING) if data is None else data)
    return client.post("/busy/upload/", {"upload-calendar": file, **fields})


def send_address(client, address, **fields):
    return client.post("/busy/address/", {"address-address": address, **fields})


def errors(response):
    assert response.status_code == 200
    forms = (response.context[name] for name in ("upload", "address"))
    return " ".join(str(one) for form in forms for found in form.errors.values() for one in found)


def row(user):
    return BusyCalendar.objects.get(user=user)


class TestAFile:
    def test_leaves_its_busy_times_and_nothing_else(self, user, user_client, plan):
        assert send_file(user_client).url == "/busy/"
        kept = row(user)
        assert (kept.instants, kept.local_times, kept.address) == ([[at(2), at(2, 19)]], [], "")
        assert (kept.known_from, kept.known_until) == (MONDAY, MONDAY + timedelta(days=83))
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM planner_busycalendar")
            assert "Surgery" not in str(cursor.fetchall())

    def test_takes_whole_days_when_asked(self, user, user_client, plan):
        send_file(user_client, calendar("UID:a\nDTSTART;VALUE=DATE:20261202"), **{"upload-all_day": "on"})
        assert (len(row(user).local_times), row(user).all_day_blocks) == (1, True)

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"<html>", "web page"),
            (b"", "empty"),
            (b"PK\x03\x04", "packed"),
            (calendar(MEETING + "\nRRULE:FREQ=SECONDLY"), "by the hour"),
            (b"x" * (MOST_BYTES + 1), "larger than 5 MB"),
        ],
    )
    def test_that_is_none_is_told_and_what_was_known_stays(self, user, user_client, plan, data, why):
        meet(user, (at(3), at(4)))
        assert why in errors(send_file(user_client, data))
        assert (row(user).instants, row(user).address) == ([[at(3), at(4)]], SECRET)

    def test_is_asked_for(self, user_client, plan):
        assert "Choose a file" in errors(user_client.post("/busy/upload/"))

    def test_is_never_written_to_disk(self, user_client, plan, monkeypatch):
        monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda *args, **named: pytest.fail("written"))
        padded = calendar(MEETING) + b" " * 4_000_000
        assert send_file(user_client, padded).status_code == 302

    def test_replaces_an_address(self, user, user_client, plan):
        meet(user, etag='"v1"')
        send_file(user_client)
        assert (row(user).address, row(user).etag) == ("", "")


class TestAnAddress:
    def test_is_read_and_kept(self, user, user_client, plan, server):
        server.serve(calendar(MEETING), ETag='"v1"')
        assert send_address(user_client, server.url()).status_code == 302
        kept = row(user)
        assert (kept.address, kept.etag, kept.instants) == (server.url(), '"v1"', [[at(2), at(2, 19)]])

    @pytest.mark.parametrize(
        "address",
        ["http://127.0.0.1/x", "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "file:///x", ""],
    )
    def test_on_this_machine_is_refused(self, user_client, plan, address):
        assert errors(send_address(user_client, address))
        assert not BusyCalendar.objects.exists()

    def test_that_answers_no_calendar_is_told_and_not_kept(self, user_client, plan, server):
        server.serve(b"<html>log in</html>")
        assert "web page" in errors(send_address(user_client, server.url()))
        assert not BusyCalendar.objects.exists()

    def test_is_shown_by_its_server_alone(self, user, user_client, plan):
        meet(user)
        for path in ("/busy/", "/week/", "/calendar/", "/goals/"):
            assert "private-7c1d" not in user_client.get(path).content.decode()
        assert "calendar.example.org/…" in user_client.get("/busy/").content.decode()

    def test_is_in_no_log_when_reading_fails(self, user_client, plan, server, caplog):
        caplog.set_level(logging.DEBUG)
        server.serve(b"", 500)
        send_address(user_client, server.url("/private-7c1d.ics"))
        assert "private-7c1d" not in caplog.text

    def test_is_not_stored_by_browsers(self, user, user_client, plan):
        assert "no-store" in user_client.get("/busy/")["Cache-Control"]


class TestReadingAgain:
    @pytest.fixture
    def later(self, set_clock):
        def go(**passed):
            set_clock(MONDAY_MORNING + timedelta(**passed))

        return go

    @pytest.fixture
    def known(self, user, user_client, plan, server):
        server.serve(calendar(MEETING), ETag='"v1"')
        send_address(user_client, server.url())
        return row(user)

    def test_sends_what_is_known_and_believes_that_nothing_changed(self, user, known, server, later):
        server.serve(b"", 304)
        later(hours=1)
        call_command("refresh_calendars")
        assert server.asked[-1]["If-None-Match"] == '"v1"'
        kept = row(user)
        assert (kept.instants, kept.problem, kept.read_at) == (known.instants, "", MONDAY_MORNING + HOUR)

    def test_asks_for_all_of_it_in_a_new_week(self, user, known, server, later):
        later(days=7)
        call_command("refresh_calendars")
        assert "If-None-Match" not in server.asked[-1]
        assert row(user).known_from == MONDAY + clock.ONE_WEEK

    def test_takes_changes_over(self, user, known, server, later):
        server.serve(calendar(event("20261203T180000Z", "20261203T190000Z")))
        later(hours=1)
        call_command("refresh_calendars")
        assert row(user).instants == [[at(3), at(3, 19)]]

    @pytest.mark.parametrize(("body", "status"), [(b"", 503), (b"<html>", 200), (calendar(MEETING)[:-9], 200)])
    def test_keeps_what_was_known_where_it_fails_and_says_so(
        self, user, user_client, known, server, later, body, status
    ):
        server.serve(body, status)
        later(hours=2)
        call_command("refresh_calendars")
        kept = row(user)
        assert (kept.instants, kept.read_at) == (known.instants, MONDAY_MORNING)
        screen = user_client.get("/busy/").context["screen"]
        assert screen.problem == kept.problem != ""
        assert (screen.read, screen.tried) == ("2\xa0hours ago", "less than a minute ago")

    def test_ends_a_problem(self, user, known, server, later):
        BusyCalendar.objects.update(problem="The calendar's server has trouble (503).")
        later(hours=1)
        call_command("refresh_calendars")
        assert row(user).problem == ""

    def test_is_done_once_an_hour_at_the_most(self, known, server, later, capsys):
        for passed in (0, 59, 60, 61):
            later(minutes=passed)
            call_command("refresh_calendars")
        assert len(server.asked) == 2
        assert capsys.readouterr().out.split("\n")[2] == "1 read, 0 of them failed"

    def test_is_done_by_one_of_two_that_come_at_once(self, known, server, later):
        later(hours=1)
        first, second = busy.due(), busy.due()
        assert [busy.read_again(first[0]), busy.read_again(second[0])] == [True, False]
        assert len(server.asked) == 2

    def test_brings_back_nothing_that_was_forgotten_meanwhile(self, user, known, later, monkeypatch):
        later(hours=1)
        (due,) = busy.due()
        read = busy.read_apart
        monkeypatch.setattr(busy, "read_apart", lambda *asked: (busy.remove(user=user), read(*asked))[1])
        busy.read_again(due)
        assert not BusyCalendar.objects.exists()

    def test_on_demand_is_told_and_held_to_once_a_minute(self, user_client, known, server, later):
        assert "less than a minute ago" in self.said(user_client)
        later(minutes=1)
        assert "Your calendar is read" in self.said(user_client)
        server.serve(b"", 404)
        later(minutes=2)
        assert "no longer (404). What was known before is kept." in self.said(user_client)
        assert len(server.asked) == 3

    @staticmethod
    def said(client):
        response = client.post("/busy/refresh/", follow=True)
        return " ".join(str(message) for message in response.context["messages"])

    def test_of_a_file_is_no_use(self, user_client, plan):
        send_file(user_client)
        assert "Upload the file again" in self.said(user_client)

    def test_is_never_due_for_a_file(self, user_client, plan, later):
        send_file(user_client)
        later(hours=5)
        assert busy.due() == []


class TestLimits:
    def test_many_readings_within_an_hour_are_refused(self, user_client, plan):
        for _ in range(busy.MOST_AN_HOUR):
            send_file(user_client, b"<html>")
        assert "often for one hour" in errors(send_file(user_client))

    def test_too_many_at_once_are_asked_to_come_again(self, user_client, plan, monkeypatch):
        monkeypatch.setattr(busy, "PATIENCE", 0)
        for _ in range(busy.AT_ONCE):
            busy._turns.acquire()
        try:
            assert "Try again in a minute" in errors(send_file(user_client))
        finally:
            busy._turns.release(busy.AT_ONCE)
        assert send_file(user_client).status_code == 302

    def test_of_one_person_are_not_anothers(self, user_client, other_client, plan, other_plan):
        for _ in range(busy.MOST_AN_HOUR):
            send_file(user_client, b"<html>")
        assert send_file(other_client).status_code == 302


class TestWhoseItIs:
    ADDRESSES = ("/busy/", "/busy/upload/", "/busy/address/", "/busy/refresh/", "/busy/remove/")

    def test_a_stranger_is_sent_to_the_log_in(self, client, user, plan):
        meet(user)
        for path in self.ADDRESSES:
            for method in (client.get, client.post):
                assert method(path).url.startswith("/accounts/login/")
        assert BusyCalendar.objects.count() == 1

    def test_a_person_without_a_plan_is_sent_to_the_goals(self, other_client):
        assert other_client.get("/busy/").url == "/goals/"
        assert send_file(other_client).url == "/goals/"

    def test_nobody_sees_reads_or_forgets_anothers(self, user, other_client, plan, other_plan, server):
        meet(user, (at(2), at(3)), address=server.url(), tried_at=clock.now() - HOUR)
        assert other_client.get("/busy/").context["screen"] is None
        other_client.post("/busy/refresh/")
        other_client.post("/busy/remove/")
        send_file(other_client)
        assert row(user).instants == [[at(2), at(3)]]
        assert server.asked == []

    @pytest.mark.parametrize("path", ADDRESSES[1:])
    def test_nothing_is_done_by_looking(self, user, user_client, plan, path):
        meet(user)
        assert user_client.get(path).status_code == 405
        assert BusyCalendar.objects.count() == 1

    def test_it_is_forgotten_by_one_click(self, user, user_client, plan):
        meet(user)
        assert user_client.post("/busy/remove/").url == "/busy/"
        assert not BusyCalendar.objects.exists()
        assert user_client.post("/busy/remove/").url == "/busy/"

    def test_it_goes_with_the_account(self, user, plan):
        meet(user)
        user.delete()
        assert not BusyCalendar.objects.exists()


class TestThePage:
    def test_tells_each_week_and_leads_to_what_mends_it(self, user, user_client, plan):
        meet(user, (at(2), at(2, 20)))
        response = user_client.get("/busy/")
        weeks = response.context["screen"].weeks
        assert (weeks[0].iso, weeks[0].tone) == ("2026-W49", "breaks")
        assert weeks[0].taken == "2 h 00 of your free hours taken"
        assert len(weeks) == 4
        assert 'href="/week/2026-W49/repair/"' in response.content.decode()

    def test_tells_of_weeks_that_were_not_read(self, user, user_client, plan):
        meet(user, known_until=MONDAY + timedelta(days=13))
        taken = [week.taken for week in user_client.get("/busy/").context["screen"].weeks]
        assert taken == ["None of your free hours taken"] * 2 + ["Your calendar was not read that far"] * 2

    def test_leads_the_eye_to_what_was_refused(self, user_client, plan):
        text = send_file(user_client, b"<html>").content.decode()
        assert text.count("autofocus") == 1
        assert re.search(r"<input[^>]*upload-calendar[^>]*autofocus", text)

    def test_own_sessions_do_not_stand_in_their_own_way(self, user, user_client, plan):
        mine = event("20261202T180000Z", "20261202T190000Z", uid=sessions_of(plan)[2].uid)
        send_file(user_client, calendar(mine))
        assert row(user).instants == []
        assert "own Tandem plan" in user_client.get("/busy/").content.decode()

    def test_asks_a_fixed_number_of_rows(self, user, user_client, plan, django_assert_num_queries):
        user_client.get("/busy/")
        with django_assert_num_queries(6):  # session, user, zone, the plan's two, the calendar
            user_client.get("/busy/")
        meet(user, *((at(day, 9), at(day, 19)) for day in range(1, 28)))
        with django_assert_num_queries(6):
            user_client.get("/busy/")

    @pytest.mark.parametrize("path", ["/calendar/", "/goals/"])
    def test_is_led_to(self, user_client, plan, path):
        assert 'href="/busy/"' in user_client.get(path).content.decode()
