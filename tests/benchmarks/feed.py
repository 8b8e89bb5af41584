"""F2-F4 and S1: what a polling calendar costs a server, a body, a rebuild, and among a million feeds.

F1 stands in board.py.
"""

import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event, vText

from accounts.models import User
from planner import ical
from planner.ical import FeedEvent, calendar_bytes
from planner.models import Session, Week
from planner.models.secret import new_token
from planner.queries import feed as queries
from planner.services import feeds
from planner.services.feed_dates import announce
from planner.vtimezone import vtimezone_bytes
from tests.benchmarks.rounds import Comparison, Row, at_most, compare, milliseconds
from tests.factories import make_plan

ROUNDS, SECONDS, READERS = 7, 1.0, 4  # of F2: rounds, seconds a side, connections at once
FEW, MANY, LOOKUPS = 10_000, 1_000_000, 2_000
WEEKS = 52
ROOT = Path(__file__).resolve().parents[2]


def figures() -> Iterator[Row]:
    """A row a figure."""
    user = User.objects.create_user("feed@example.org", "bench")
    make_plan(user, timezone="Europe/Berlin")
    feed = feeds.feed_of(plan=user.plan)
    client, address = Client(), reverse("planner:feed", args=[feed.token])
    client.get(address)
    yield _throughput()
    whole = compare(partial(client.get, address), partial(client.get, "/empty"), times=20)
    yield at_most("F3", "feed 200 from kept bytes over an empty view, in process", 1.6, whole)
    yield _renders(client, address)
    yield at_most("F4", "writing 150 entries over icalendar with a kept VTIMEZONE", 1.1, _rebuild())
    yield _a_year(user, client, address)
    yield _among_many()


def _a_year(user: User, client: Client, address: str) -> Row:
    """Line 32 of the feed contract: the first poll after a change, of a plan with five sessions a week for a year."""
    weeks = list(Week.objects.filter(plan=user.plan).order_by("start"))
    pattern = list(Session.objects.filter(week=weeks[1]))  # the first may have begun late
    for number in range(len(weeks), WEEKS):
        shift = timedelta(weeks=number - 1)
        week = Week.objects.create(plan=user.plan, start=weeks[1].start + shift)
        columns = [{field.attname: getattr(row, field.attname) for field in Session._meta.fields} for row in pattern]
        new = {"week_id": week.pk}
        Session.objects.bulk_create(
            Session(**one | new | {"id": uuid4(), "uid": uuid4().hex, "date": one["date"] + shift}) for one in columns
        )

    def poll() -> None:
        announce(plan=user.plan)
        client.get(address)

    poll()
    took = median(milliseconds(poll) for _ in range(7))
    count = Session.objects.filter(week__plan=user.plan).count()
    what = f"line 32: first poll after a change, {count} entries"
    return Row("F", what, "at most 300 ms", f"{took:.0f} ms", took <= 300)


def _renders(client: Client, address: str) -> Row:
    """How often 100 polls with nothing new make the bytes anew."""
    made: list[int] = []
    kept, feeds.calendar_bytes = feeds.calendar_bytes, lambda *args, **more: made.append(1) or b""
    try:
        for _ in range(100):
            client.get(address)
    finally:
        feeds.calendar_bytes = kept
    return Row("F4", "times that 100 polls with nothing new make the bytes", "0", str(len(made)), not made)


def _entries(count: int) -> list[FeedEvent]:
    start = datetime(2026, 12, 1, 18)  # noqa: DTZ001 - sessions have naive wall-clock times
    stamp = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
    text = "\n".join(f"{n} min: Squat: goblet squat or back squat, 3 × 8–12." for n in range(3, 12))
    days = (start + timedelta(days=number) for number in range(count))
    return [
        FeedEvent(
            f"{n:032x}", 2, stamp, stamp, day, day + timedelta(hours=1), "Run 35' easy → Lift 30' lower body",
            text, f"https://tandem.example/sessions/{n}/", ("Run", "Lift"),
        )
        for n, day in enumerate(days)
    ]  # fmt: skip


def _rebuild() -> Comparison:
    """Ours against icalendar given the same properties, with nothing checked or cleaned, and the zone's kept bytes."""
    events = _entries(150)
    return compare(
        partial(calendar_bytes, events, name="Training", timezone="Europe/Berlin"),
        partial(_plainly, events),
        rounds=15,
        times=2,
    )


def _plainly(events: list[FeedEvent]) -> bytes:
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", ical.PRODID), ("NAME", vText("Training"))):
        calendar.add(name, value)
    zone = ical.ZoneInfo("Europe/Berlin")
    for event in events:
        one = Event()
        one.add("UID", event.uid)
        one.add("SEQUENCE", event.sequence)
        for name in ("CREATED", "DTSTAMP", "LAST-MODIFIED"):
            one.add(name, event.created)
        one.add("DTSTART", event.start.replace(tzinfo=zone))
        one.add("DTEND", event.end.replace(tzinfo=zone))
        one.add("TRANSP", "OPAQUE")
        one.add("SUMMARY", event.summary)
        one.add("DESCRIPTION", event.description)
        one.add("CATEGORIES", list(event.categories))
        one.add("URL", event.url)
        calendar.add_component(one)
    return (vtimezone_bytes("Europe/Berlin", 2026, 2027) or b"") + calendar.to_ical()


def _among_many() -> Row:
    """S1: the poll's own statement on two files, of which one holds a hundred times as many feeds."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_filled(Path(folder) / f"{count}.sqlite3", count) for count in (FEW, MANY))
        found = _compare_lookups(few, many)
        for database, _ in (few, many):
            database.close()
    return at_most("S1", "token look-up at 1 million feeds over 10 thousand", 2.5, found)


def _filled(path: Path, count: int) -> tuple[sqlite3.Connection, list[str]]:
    """The tables of a poll as they are, with so many plans and feeds, and some of the tokens."""
    database = sqlite3.connect(path)
    tables = ("planner_plan", "planner_feed", "planner_feedbody", "planner_feedfetch")
    with connection.cursor() as cursor:
        names = ", ".join(f"'{name}'" for name in tables)
        cursor.execute(
            f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL ORDER BY type DESC"
        )
        statements = [sql for (sql,) in cursor.fetchall()]
    for sql in statements:
        database.execute(sql)
    tokens = [new_token() for _ in range(count)]
    moment = "2026-11-30 06:00:00"
    plans = ((number, "2026-11-30", moment, number, "[]") for number in range(count))
    database.executemany(
        "INSERT INTO planner_plan (id, started_on, feed_changed_at, user_id, asked) VALUES (?, ?, ?, ?, ?)", plans
    )
    _insert_feeds(database, tokens, moment)
    bodies = ((number, '"0123456789abcdef0123456789abcdef"', 1, moment, 2**40, "{}", b"") for number in range(count))
    database.executemany(
        "INSERT INTO planner_feedbody (feed_id, etag, last_modified, made_of, good_until, editions, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)", bodies,
    )  # fmt: skip
    database.commit()
    return database, tokens[:: max(1, count // LOOKUPS)]


def _insert_feeds(database: sqlite3.Connection, tokens: list[str], moment: str) -> None:
    columns = "id, plan_id, token, note_uid, rotated_at, name, content, all_day, emoji, rest_days, skipped, past_weeks"
    rows = (
        (number, number, token, f"{number:032x}", moment, "Tandem training", "full", 0, 0, 0, 0, 8, 0, 0)
        for number, token in enumerate(tokens)
    )
    database.executemany(
        f"INSERT INTO planner_feed ({columns}, buffer_before, buffer_after) VALUES ({', '.join('?' * 14)})", rows
    )


def _compare_lookups(
    few: tuple[sqlite3.Connection, list[str]], many: tuple[sqlite3.Connection, list[str]]
) -> Comparison:
    def look_up(database: sqlite3.Connection, tokens: list[str]) -> Callable[[], None]:
        sql = queries.POLL.replace("%s", "?")

        def act() -> None:
            for token in tokens:
                assert database.execute(sql, ["google", token]).fetchone()

        return act

    found = compare(look_up(*many), look_up(*few), rounds=9, times=1)
    return Comparison(found.one / len(many[1]), found.other / len(few[1]), found.ratio * len(few[1]) / len(many[1]))


def _throughput() -> Row:
    """F2: answers a second of one server with threads, feed 304 against the empty view, in turn."""
    with _server() as (port, address, etag):
        rounds = []
        for _ in range(ROUNDS):
            rounds.append((_rate(port, address, {"If-None-Match": etag}, 304), _rate(port, "/empty", {}, 200)))
    ratio = median(feed / empty for feed, empty in rounds)
    feed, empty = (median(side) for side in zip(*rounds, strict=True))
    what = "feed 304 throughput over the empty view, same server"
    return Row("F2", what, "at least 0.7 x", f"{ratio:.2f} x ({feed:.0f}/s against {empty:.0f}/s)", ratio >= 0.7)


@contextmanager
def _server() -> Iterator[tuple[int, str, str]]:
    """The site on a database of its own, in a process of its own; port, a feed's path and its ETag."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "SECRET_KEY": "benchmark " * 6,
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.served",
            "LOG_LEVEL": "ERROR",
        }
        run = partial(subprocess.run, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
        run([sys.executable, "manage.py", "migrate", "-v", "0"])
        told = run([sys.executable, "manage.py", "demo"]).stdout
        address = next(line.removeprefix("feed: ") for line in told.splitlines() if line.startswith("feed: "))
        words = ["-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "planner.wsgi"]
        process = subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield port, address, _etag(port, address)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _etag(port: int, address: str) -> str:
    """The feed's ETag, once the server answers."""
    for _ in range(200):
        try:
            client = HTTPConnection("127.0.0.1", port, timeout=10)
            client.request("GET", address)
            return client.getresponse().headers["ETag"]
        except ConnectionError:
            time.sleep(0.1)
    raise SystemExit("The server of F2 did not start.")


def _rate(port: int, path: str, headers: dict[str, str], status: int) -> float:
    """Answers a second over some connections that stay open."""
    counts = [0] * READERS
    end = time.perf_counter() + SECONDS

    def read(number: int) -> None:
        client = HTTPConnection("127.0.0.1", port, timeout=10)
        while time.perf_counter() < end:
            client.request("GET", path, headers=headers)
            answer = client.getresponse()
            answer.read()
            assert answer.status == status
            counts[number] += 1
        client.close()

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS
