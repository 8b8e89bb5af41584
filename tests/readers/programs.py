"""The readers that are installed on demand: what Home Assistant reads with, and three JavaScript libraries.

The JavaScript ones (Thunderbird and Nextcloud read with ical.js) lie in `.readers`, which git ignores, or in the folder
that READERS_FOLDER names.
"""

import json
import os
import shutil
import subprocess
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from tests.planner.ical_readers import Read, to_utc

NODE_FOLDER = Path(os.environ.get("READERS_FOLDER", Path(__file__).resolve().parents[2] / ".readers"))
SCRIPT = Path(__file__).with_name("read.mjs")
LIBRARIES = ("ical.js", "node-ical", "ts-ics")
NODE_READERS = tuple(
    name for name in LIBRARIES if shutil.which("node") and (NODE_FOLDER / "node_modules" / name).is_dir()
)


def read_by_ical(data: bytes) -> dict[str, Read]:
    """Read with ical, the strict parser of Home Assistant."""
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return {
        e.uid: Read(to_utc(e.dtstart), to_utc(e.dtend), e.summary or "", e.description or "") for e in calendar.events
    }


def read_by_node(library: str, data: bytes) -> dict[str, Read]:
    """Read with a JavaScript library, in a zone that is neither UTC nor any of the tests'."""
    done = subprocess.run(
        ["node", str(SCRIPT), library, str(NODE_FOLDER)],
        input=data,
        capture_output=True,
        check=True,
        env={**os.environ, "TZ": "Pacific/Honolulu"},
    )
    return {uid: _read(start, end, summary, text) for uid, start, end, summary, text in json.loads(done.stdout)}


def _read(start: str, end: str, summary: str, text: str) -> Read:
    return Read(datetime.fromisoformat(start), datetime.fromisoformat(end), summary, text)


PROGRAMS: dict[str, Any] = {"ical": read_by_ical} | {name: partial(read_by_node, name) for name in NODE_READERS}
