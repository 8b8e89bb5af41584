"""Contract line 31: a real subscriber, vdirsyncer, reads the running app, and khal lists what it got."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from planner import clock
from planner.models import Session
from planner.services import plans, sessions
from tests.factories import MONDAY, MONDAY_MORNING
from tests.planner.feed_plan import ANSWERS, address_of

VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair training]
a = "here"
b = "app"
collections = null
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{folder}/events/"
fileext = ".ics"
[storage app]
type = "http"
url = "{url}"
"""
KHAL = """
[calendars]
[[training]]
path = {folder}/events/
readonly = True
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %d.%m.
longdateformat = %d.%m.%Y
datetimeformat = %d.%m. %H:%M
longdatetimeformat = %d.%m.%Y %H:%M
[sqlite]
path = {folder}/khal.db
"""
WEEK = (f"{MONDAY:%d.%m.%Y}", "7d")


class Subscriber:
    """vdirsyncer and khal in a folder of their own, subscribed to one address."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        for name, text in (("vdirsyncer", VDIRSYNCER), ("khal", KHAL)):
            (folder / name).write_text(text.format(folder=folder, url=url))

    def sync(self) -> str:
        """Fetch; what vdirsyncer says."""
        self._run("vdirsyncer", "-c", str(self.folder / "vdirsyncer"), "discover", answer="y\ny\n")
        return self._run("vdirsyncer", "-c", str(self.folder / "vdirsyncer"), "sync")

    def listed(self) -> list[str]:
        """The week's entries as khal shows them: "01.12. 18:00 Run 35' easy ..."."""
        told = self._run(
            "khal", "-c", str(self.folder / "khal"), "list", "--format", "{start-date} {start-time} {title}",
            "--day-format", "", *WEEK,
        )  # fmt: skip
        return [line for line in told.splitlines() if line.strip()]

    def _run(self, program: str, *words: str, answer: str = "") -> str:
        path = shutil.which(program, path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
        assert path, f"{program} is not there"
        home = {"HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)}
        environment = {**os.environ, **home, "LC_ALL": "C.UTF-8", "no_proxy": "*"}
        done = subprocess.run(
            [path, *words], input=answer, capture_output=True, text=True, check=False, env=environment, timeout=60
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr


def lines_of(user) -> list[str]:
    """What khal should list of this week."""
    from planner import feed_words, mapping

    rows = Session.objects.filter(week__plan__user=user, week__start=MONDAY)
    return [
        f"{row.date:%d.%m.} {clock.from_minutes(row.start)} {feed_words.summary(mapping.planned(row))}" for row in rows
    ]


@pytest.mark.django_db(transaction=True)
def test_contract_31_a_move_between_two_syncs_is_listed_at_its_new_hour_alone(user, live_server, tmp_path, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")
    subscriber = Subscriber(tmp_path, live_server.url + address_of(user.plan))
    subscriber.sync()
    before = subscriber.listed()
    assert sorted(before) == sorted(lines_of(user))
    files = len(list((tmp_path / "events").iterdir()))

    row = Session.objects.filter(week__plan__user=user, week__start=MONDAY).earliest("date")
    taken = set(Session.objects.filter(week__start=MONDAY).values_list("date", flat=True))
    free = next(MONDAY + timedelta(days=n) for n in range(7) if MONDAY + timedelta(days=n) not in taken)
    old = next(line for line in before if line.startswith(f"{row.date:%d.%m.}"))
    sessions.move_session(
        user=user, monday=MONDAY, session_id=row.pk, version=row.week.version, day=free, start=18 * 60 + 15
    )
    subscriber.sync()
    after = subscriber.listed()
    assert sorted(after) == sorted(lines_of(user))
    assert old not in after
    assert len(list((tmp_path / "events").iterdir())) == files

    again = subscriber.sync()
    assert "Copying" not in again
    assert "Deleting" not in again
