"""Imports a calendar from standard input into calcurse and writes what it keeps as JSON: times in UTC, texts as read.

calcurse keeps no UID: the entries get those of the file, whose order it tells them in. Its times are the local ones.
"""

import json
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

# After the note, "!" tells an appointment that rings from "|", one that does not.
TIMED = re.compile(r"(?P<start>.{10} @ .{5}) -> (?P<end>.{10} @ .{5})(>(?P<note>\w+) )?[|!](?P<summary>.*)")
DAYS = re.compile(r"(?P<start>.{10}) \[\d+\] (\{1D -> (?P<last>.{10})\} )?(>(?P<note>\w+) )?(?P<summary>.*)")
ADDED = re.compile(r"(?:^|\n)-- \nImport: .*\n\Z", re.DOTALL)  # what calcurse itself has to say of an import


def instant(text: str) -> str:
    """A local time as an instant."""
    return datetime.strptime(text, "%m/%d/%Y @ %H:%M").astimezone(UTC).isoformat()


def day(text: str, later: int = 0) -> str:
    """A date, or one so many days later."""
    return (datetime.strptime(text, "%m/%d/%Y") + timedelta(days=later)).date().isoformat()  # noqa: DTZ007 - a date


def read(line: str, notes: Path) -> list[str]:
    """One line of calcurse's own format: start, end, summary, description. Several days are a daily repeat there."""
    if found := TIMED.fullmatch(line):
        span = instant(found["start"]), instant(found["end"])
    else:
        found = DAYS.fullmatch(line)
        span = day(found["start"]), day(found["last"] or found["start"], 1)
    note = ADDED.sub("", (notes / found["note"]).read_text()) if found["note"] else ""
    return [*span, found["summary"], note.removesuffix("\n")]


def main() -> None:
    """Import into a folder that is thrown away."""
    data = sys.stdin.buffer.read()
    uids = re.findall(r"^UID:(\S+)", data.replace(b"\r\n ", b"").decode(), re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "feed.ics"
        file.write_bytes(data)
        done = subprocess.run(
            ["calcurse", "-q", "-D", folder, "-C", folder, "-i", str(file), "--dump-imported"],
            capture_output=True,
            check=True,
        )
        lines = done.stdout.decode().removesuffix("\n").split("\n")
        rows = [[uid, *read(line, Path(folder) / "notes")] for uid, line in zip(uids, lines, strict=True)]
    json.dump(rows, sys.stdout)


if __name__ == "__main__":
    main()
