"""Reads a calendar in a process of its own, whose time and memory end when a file is made to take too much of them.

`read_apart` is called by the application; run as a module it is that process: a question on standard input as one line
of JSON and then the file, the answer as JSON on standard output. It has no secret in its environment. No Django.
"""

import json
import os
import resource
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

from planner.busy_ical import BusyTimes, Question, UnreadableCalendar, busy_times
from planner.engine.speech import gettext_noop

SECONDS = 10
MEMORY = 1024 * 1024 * 1024  # bytes of address space, of which libraries take about a quarter
ROOT = Path(__file__).resolve().parent.parent
TOO_MUCH = gettext_noop(
    "The calendar takes too long or too much memory to read: there are too many events in it, or they repeat too often."
)


def read_apart(data: bytes, question: Question, *, seconds: float = SECONDS) -> BusyTimes:
    """As `busy_times`, but it ends within `seconds`, whatever the file is. Raises UnreadableCalendar."""
    try:
        done = subprocess.run(  # our own module; the file goes to its standard input alone
            [sys.executable, "-m", "planner.busy_worker"],
            input=_asked(question) + b"\n" + data,
            capture_output=True,
            timeout=seconds,
            cwd=ROOT,
            env={"PATH": os.environ.get("PATH", "")},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableCalendar(TOO_MUCH) from None
    return _told(done.stdout) if done.returncode == 0 else _refuse()


def _refuse() -> BusyTimes:
    raise UnreadableCalendar(TOO_MUCH)


def _asked(question: Question) -> bytes:
    first, last, own = question.first.isoformat(), question.last.isoformat(), sorted(question.own)
    return json.dumps({"first": first, "last": last, "all_day": question.all_day, "own": own}).encode()


def _told(output: bytes) -> BusyTimes:
    answer = json.loads(output)
    if "problem" in answer:
        raise UnreadableCalendar(answer["problem"])
    instants, local = (tuple((start, end) for start, end in answer[name]) for name in ("instants", "local"))
    return BusyTimes(instants, local, tuple((what, number) for what, number in answer["remarks"]))


def answer_to(line: bytes, data: bytes) -> dict[str, object]:
    """The answer to one question as a JSON object: the busy times, or the problem in a sentence."""
    asked = json.loads(line)
    first, last = (date.fromisoformat(asked[name]) for name in ("first", "last"))
    try:
        found = busy_times(data, Question(first, last, asked["all_day"], frozenset(asked["own"])))
    except UnreadableCalendar as problem:
        return {"problem": str(problem)}
    return {"instants": found.instants, "local": found.local, "remarks": found.remarks}


def main() -> None:
    """Answer the question on standard input, within the limits of this process."""
    with suppress(ValueError, OSError):  # macOS takes no such limit; the clock ends the process there too
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    line, data = sys.stdin.buffer.readline(), sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(answer_to(line, data)))


if __name__ == "__main__":
    main()
