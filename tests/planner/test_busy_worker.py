"""A calendar is read in a process that ends, whatever the file is."""

import subprocess
import sys
import time
from datetime import date

import pytest

from planner import busy_worker
from planner.busy_ical import Question, UnreadableCalendar, busy_times
from planner.busy_worker import ROOT, SECONDS, read_apart
from tests.planner.calendar_server import calendar, event

ASKED = Question(date(2026, 11, 30), date(2027, 2, 21), all_day=True, own=frozenset({"own"}))
NEVER = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"  # looks for a 30 February until the year 9999


def test_it_answers_as_the_reader_itself_does():
    data = calendar(
        event("20261202T180000Z", "20261202T190000Z", "RRULE:FREQ=WEEKLY"),
        event("20261202T180000", "20261202T190000", uid="b"),
        event("20261203T180000Z", "20261203T190000Z", uid="own"),
    )
    found = read_apart(data, ASKED)
    assert found == busy_times(data, ASKED)
    assert found.instants
    assert found.local
    assert found.remarks


def test_what_is_wrong_comes_through():
    with pytest.raises(UnreadableCalendar, match="web page"):
        read_apart(b"<html>", ASKED)


def test_a_file_without_an_end_to_its_rules_is_left_when_time_is_up():
    data = calendar(*(event("20261202T180000Z", "20261202T190000Z", NEVER, uid=str(n)) for n in range(50)))
    began = time.monotonic()
    with pytest.raises(UnreadableCalendar, match="too long"):
        read_apart(data, ASKED, seconds=1)
    assert time.monotonic() - began < SECONDS  # of the processor, by which the process ends itself


def test_a_process_that_dies_is_told_as_too_much(monkeypatch):
    monkeypatch.setattr(busy_worker.sys, "executable", "/bin/false")
    with pytest.raises(UnreadableCalendar, match="too long or too much memory"):
        read_apart(calendar(), ASKED)


def test_its_memory_has_an_end():
    program = "from planner import busy_worker as w; w.answer_to = lambda *a: len(bytearray(3 * w.MEMORY)); w.main()"
    done = subprocess.run([sys.executable, "-c", program], input=b"{}\n", capture_output=True, cwd=ROOT, check=False)
    assert done.returncode != 0
    assert b"MemoryError" in done.stderr


def test_it_has_none_of_the_sites_secrets(monkeypatch):
    seen = {}
    monkeypatch.setattr(
        busy_worker.subprocess, "run", lambda *args, **named: seen.update(named) or subprocess.CompletedProcess([], 1)
    )
    with pytest.raises(UnreadableCalendar):
        read_apart(calendar(), ASKED)
    assert {*seen["env"]} == {"PATH"}
