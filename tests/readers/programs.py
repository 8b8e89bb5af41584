"""Runs the calendar programs that read the feed, where they are installed: bytes in, events as JSON out.

They run in a zone that is neither UTC nor any of the tests', so that what they take for local time shows.
"""

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from tests.planner.ical_readers import Read

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("READERS_FOLDER", HERE.parents[1] / ".readers"))  # git ignores it
ELSEWHERE = {"TZ": "Pacific/Honolulu", "LC_ALL": "C.UTF-8", "GOCACHE": str(FOLDER / "go-cache")}


@dataclass(frozen=True, slots=True)
class Program:
    """A library, the command that reads with it, a command that succeeds where it is there, and what to install.

    `build` is the shell command that compiles `source` to `$OUT`, which then leads the command.
    """

    name: str
    command: tuple[str, ...]
    probe: tuple[str, ...]
    install: str
    source: str = ""
    build: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it is installed here."""
        return shutil.which(self.probe[0]) is not None and _run(self.probe).returncode == 0

    def read(self, data: bytes) -> dict[str, Read]:
        """Read the bytes. Raises AssertionError with what the program says where it fails, or finds a name twice."""
        built = (_build(self.source, self.build),) if self.build else ()
        done = _run((*built, *self.command), data)
        assert done.returncode == 0, f"{self.name}: {done.stderr.decode()}"
        rows = json.loads(done.stdout)
        found = {uid: Read(_moment(start), _moment(end), summary, text) for uid, start, end, summary, text in rows}
        assert len(found) == len(rows), f"{self.name} finds a name twice"
        return found


def script(name: str) -> str:
    """The path of one of the scripts beside this file."""
    return str(HERE / name)


@cache
def _build(source: str, command: str) -> str:
    """Compile the source once, and again when it has changed; the path of the result."""
    FOLDER.mkdir(exist_ok=True)
    built = FOLDER / f"{source}.out"
    if not built.exists() or built.stat().st_mtime < (HERE / source).stat().st_mtime:
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            fresh = Path(folder) / "out"
            done = _run(("sh", "-ec", command), more={"SOURCE": script(source), "OUT": str(fresh)})
            assert done.returncode == 0, f"{source}: {done.stderr.decode()}"
            fresh.replace(built)
    return str(built)


def _run(
    command: tuple[str, ...], data: bytes = b"", more: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **ELSEWHERE, **(more or {})}
    return subprocess.run(command, input=data, capture_output=True, check=False, env=environment, timeout=120)


def _moment(text: str) -> datetime | date:
    """An aware moment, or a date where the text is no longer than one."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
