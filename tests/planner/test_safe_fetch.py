"""What is fetched and what never is: addresses, names, redirects, sizes, times. A server on this machine answers."""

import gzip
import logging
import ssl
import time
import traceback
import zlib
from threading import Event

import pytest

from planner import safe_fetch
from planner.fetch_limits import FetchError
from planner.safe_fetch import MOST_BYTES, PUBLIC, Reach, Validators, checked, fetch
from tests.planner.calendar_server import PEM, calendar, drip, redirect, running, send

HERE = Reach(loopback=True)


@pytest.fixture
def server():
    with running() as state:
        yield state


def refused(address, **options):
    with pytest.raises(FetchError) as caught:
        fetch(address, **options)
    return str(caught.value)


class TestAddresses:
    @pytest.mark.parametrize(
        ("address", "plain"),
        [
            ("https://a.example/x.ics?key=1#part", "https://a.example/x.ics?key=1"),
            ("  webcal://a.example  ", "https://a.example/"),
            ("WEBCALS://A.example:443/x", "https://a.example/x"),
            ("https://a.example/kälender%20x?q=ü", "https://a.example/k%C3%A4lender%20x?q=%C3%BC"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ],
    )
    def test_are_read_as_people_paste_them(self, address, plain):
        assert checked(address).geturl() == plain

    @pytest.mark.parametrize(
        ("address", "why"),
        [
            ("http://a.example/", "https://"),
            ("file:///etc/passwd", "https://"),
            ("ftp://a.example/", "https://"),
            ("a.example/x.ics", "https://"),
            ("", "https://"),
            ("https://ada:secret@a.example/", "a name or a password"),
            ("https://ada@a.example/", "a name or a password"),
            ("https://a.example:8443/", "port"),
            ("https:///x", "no server"),
            ("https://a.example:99999/", "no address"),
            ("https://[::1/", "no address"),
            ("https://a..example/", "no address"),
            ("https://a.example/a b", "spaces"),
            ("https://a.example\\@b.example/", "spaces"),
            ("https://a.example/\r\nHost: b", "spaces"),
            ("https://a.example/" + "x" * 3000, "far too long"),
        ],
    )
    def test_that_are_none_are_refused_in_words(self, address, why):
        assert why in refused(address, resolve=lambda host, port: pytest.fail("looked up"))


class TestNames:
    @pytest.mark.parametrize(
        "found",
        [
            ["10.0.0.1"],
            ["127.0.0.1"],
            ["169.254.169.254"],
            ["::1"],
            ["::ffff:127.0.0.1"],
            ["fe80::1%lo"],
            ["64:ff9b::7f00:1"],
            ["2002:7f00:1::"],
            ["8.8.8.8", "10.0.0.1"],  # one private address among public ones
        ],
    )
    def test_that_lead_into_a_private_network_are_never_asked(self, found, monkeypatch):
        monkeypatch.setattr(safe_fetch, "_connected", lambda *args: pytest.fail("connected"))
        assert "private network" in refused("https://a.example/", resolve=lambda host, port: found)

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "0x7f000001", "2130706433", "[::1]"])
    def test_of_this_machine_are_refused_however_they_are_written(self, host):
        assert "private network" in refused(f"https://{host}/")

    def test_nobody_has_are_told(self):
        def resolve(host, port):
            raise OSError

        assert refused("https://a.example/", resolve=resolve) == "There is no server of that name."

    def test_that_take_for_ever_are_given_up(self):
        enough = Event()
        text = refused("https://a.example/", resolve=lambda host, port: enough.wait(), seconds=1)
        enough.set()
        assert text == "The calendar's server could not be found in time."

    def test_are_looked_up_once_and_the_address_that_was_looked_at_is_asked(self, server):
        answers = [["127.0.0.1"], ["10.0.0.1"]]
        fetch(server.url(host="a.example"), reach=HERE, resolve=lambda host, port: answers.pop(0))
        assert (len(answers), server.peers) == (1, ["127.0.0.1"])
        assert server.asked[0]["Host"] == f"a.example:{server.port}"

    def test_the_next_address_is_tried_where_one_does_not_answer(self, server):
        found = fetch(server.url(host="a.example"), reach=HERE, resolve=lambda host, port: ["::1", "127.0.0.1"])
        assert found.body == calendar()

    def test_proxies_of_the_environment_are_not_asked(self, server, monkeypatch):
        for name in ("http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        assert fetch(server.url(), reach=HERE).body == calendar()

    def test_http_is_for_this_machine_alone_even_in_tests(self):
        assert "private network" in refused("http://a.example/", reach=HERE, resolve=lambda host, port: ["8.8.8.8"])


class TestCertificates:
    @pytest.fixture
    def secure(self):
        with running(tls=True) as state:
            yield state

    @pytest.fixture
    def trusting(self):
        return Reach(loopback=True, trust=ssl.create_default_context(cafile=PEM))

    @staticmethod
    def here(host, port):
        return ["127.0.0.1"]

    def test_that_name_the_server_are_taken_though_the_connection_goes_to_a_number(self, secure, trusting):
        url = secure.url(scheme="https", host="calendar.test")
        assert fetch(url, reach=trusting, resolve=self.here).body == calendar()

    def test_of_another_name_are_not(self, secure, trusting):
        url = secure.url(scheme="https", host="other.test")
        assert "no valid certificate" in refused(url, reach=trusting, resolve=self.here)

    def test_that_nobody_vouches_for_are_not(self, secure):
        url = secure.url(scheme="https", host="calendar.test")
        assert "no valid certificate" in refused(url, reach=HERE, resolve=self.here)

    def test_https_never_leads_on_to_http(self, secure, trusting, server):
        secure.answer = redirect(server.url())
        url = secure.url(scheme="https", host="calendar.test")
        assert "from https to http" in refused(url, reach=trusting, resolve=self.here)
        assert server.asked == []


class TestRedirects:
    def test_are_followed_each_with_a_fresh_look(self, server):
        server.answer = lambda handler: (
            redirect("/next?key=1", 308)(handler) if handler.path == "/secret.ics" else send(handler, calendar())
        )
        assert fetch(server.url(), reach=HERE).body == calendar()
        assert server.paths == ["/secret.ics", "/next?key=1"]

    @pytest.mark.parametrize(
        ("location", "why"),
        [
            ("https://10.0.0.1/", "private network"),
            ("https://[::ffff:127.0.0.1]:443/", "private network"),
            ("http://169.254.169.254/latest/meta-data/", "private network"),
            ("file:///etc/passwd", "https://"),
            ("gopher://127.0.0.1/", "https://"),
            ("https://ada:secret@a.example/", "password"),
            ("https://[/", "no address"),
            ("", "without saying where"),
        ],
    )
    def test_to_where_nobody_may_go_are_refused(self, server, location, why):
        server.answer = redirect(location)
        assert why in refused(server.url(), reach=HERE)

    def test_from_a_public_server_to_this_machine_are_refused(self):
        with pytest.raises(FetchError, match="private network"):
            fetch("https://a.example/", reach=PUBLIC, resolve=lambda host, port: ["127.0.0.1"])

    def test_five_at_the_most(self, server):
        server.answer = redirect("/again")
        assert "more than 5 times" in refused(server.url(), reach=HERE)
        assert len(server.asked) == 6


class TestSize:
    def test_the_limit_itself_is_read(self, server):
        server.serve(b"x" * MOST_BYTES)
        assert len(fetch(server.url(), reach=HERE).body) == MOST_BYTES

    def test_one_byte_more_is_not(self, server):
        server.serve(b"x" * (MOST_BYTES + 1))
        assert "larger than 5 MB" in refused(server.url(), reach=HERE)

    def test_a_body_without_an_end_is_cut_off(self, server):
        server.answer = drip(b"x" * 500_000)
        assert "larger than 5 MB" in refused(server.url(), reach=HERE)

    def test_packed_answers_are_unpacked(self, server):
        server.serve(gzip.compress(calendar()), Content_Encoding="gzip")
        assert fetch(server.url(), reach=HERE).body == calendar()
        assert server.asked[0]["Accept-Encoding"] == "gzip"

    def test_a_bomb_is_not_unpacked(self, server):
        server.serve(gzip.compress(b"\0" * 200_000_000, 1), Content_Encoding="gzip")
        assert "larger than 5 MB" in refused(server.url(), reach=HERE)

    @pytest.mark.parametrize(
        ("body", "encoding", "why"),
        [
            (b"no gzip", "gzip", "damaged"),
            (gzip.compress(calendar())[:-9], "gzip", "damaged"),
            (gzip.compress(b"a") + gzip.compress(b"b"), "gzip", "damaged"),
            (zlib.compress(calendar()), "br", "not asked for"),
            (gzip.compress(gzip.compress(calendar())), "gzip, gzip", "not asked for"),
        ],
        ids=["not packed", "cut off", "two in one", "brotli", "packed twice"],  # the bytes hold the time of day
    )
    def test_what_cannot_be_unpacked_is_told(self, server, body, encoding, why):
        server.serve(body, Content_Encoding=encoding)
        assert why in refused(server.url(), reach=HERE)

    def test_an_answer_that_breaks_off_is_told(self, server):
        server.serve(calendar(), Content_Length="100000")
        assert "broke off" in refused(server.url(), reach=HERE)


class TestTime:
    @pytest.mark.parametrize("answer", [drip(b"x"), drip(b"X-A: b\r\n", before_head=True)], ids=["body", "head"])
    def test_a_server_that_drips_is_left_when_time_is_up(self, server, answer):
        server.answer = answer
        began = time.monotonic()
        assert "too long" in refused(server.url(), reach=HERE, seconds=1)
        assert time.monotonic() - began < safe_fetch.SECONDS

    def test_a_server_that_is_silent_is_left(self, server):
        enough = Event()
        server.answer = lambda handler: enough.wait()
        assert "too long" in refused(server.url(), reach=HERE, seconds=1)
        enough.set()


class TestAnswers:
    @pytest.mark.parametrize(
        ("status", "why"),
        [(401, "log-in"), (403, "log-in"), (404, "no calendar"), (410, "no longer"), (500, "trouble"), (206, "206")],
    )
    def test_that_are_refusals_are_told(self, server, status, why):
        server.serve(b"", status)
        assert why in refused(server.url(), reach=HERE)

    def test_validators_are_kept_and_sent(self, server):
        server.serve(calendar(), ETag='"v1"', Last_Modified="Mon, 30 Nov 2026 06:00:00 GMT")
        known = fetch(server.url(), reach=HERE).validators
        assert known == Validators('"v1"', "Mon, 30 Nov 2026 06:00:00 GMT")
        server.serve(b"", 304)
        assert fetch(server.url(), known, reach=HERE) == safe_fetch.Fetched(None, known)
        assert server.asked[1]["If-None-Match"] == '"v1"'
        assert server.asked[1]["If-Modified-Since"] == "Mon, 30 Nov 2026 06:00:00 GMT"

    def test_nothing_changed_is_believed_of_no_copy(self, server):
        server.serve(b"", 304)
        assert "trouble (304)" in refused(server.url(), reach=HERE)

    def test_validators_that_no_server_sends_are_left_out(self, server):
        server.serve(calendar(), ETag='"' + "x" * 300 + '"', Last_Modified="\xe9")
        assert fetch(server.url(), reach=HERE).validators == Validators()

    def test_nobody_who_asks_is_named(self, server):
        fetch(server.url(), reach=HERE)
        assert {*server.asked[0]} == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


@pytest.mark.parametrize("way", ["refused", "broken", "unknown"])
def test_the_address_is_in_no_error_no_traceback_and_no_log(server, way, caplog):
    caplog.set_level(logging.DEBUG)
    server.serve(calendar(), 500 if way == "refused" else 200, Content_Length="100000")
    url = server.url("/private-5f2e/basic.ics") if way != "unknown" else "https://unknown.invalid/private-5f2e/"
    try:
        fetch(url, reach=HERE)
    except FetchError:
        text = traceback.format_exc()
    told = [record.getMessage() for record in caplog.records if not record.name.startswith("urllib3")]
    assert "private-5f2e" not in text + " ".join(told)


def test_the_library_below_logs_nothing():
    assert not logging.getLogger("urllib3.connectionpool").isEnabledFor(logging.ERROR)
