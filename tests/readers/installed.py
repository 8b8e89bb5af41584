"""Which readers there are beside the common ones: three Python packages, and programs with what installs each."""

import sys
from collections.abc import Callable

from tests.planner.ical_readers import Read, read_by_icalendar, to_utc
from tests.readers.programs import FOLDER, Program, script


def read_by_ical(data: bytes) -> dict[str, Read]:
    """Read with ical, the strict parser of Home Assistant."""
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return {
        e.uid: Read(to_utc(e.dtstart), to_utc(e.dtend), e.summary or "", e.description or "") for e in calendar.events
    }


def read_by_vdirsyncer(data: bytes) -> dict[str, Read]:
    """Split by vdirsyncer into one calendar an event, as it keeps them, and read those with icalendar."""
    from vdirsyncer.vobject import split_collection

    found = [read_by_icalendar(item.encode()) for item in split_collection(data.decode())]
    assert all(len(item) == 1 for item in found)
    return {uid: read for item in found for uid, read in item.items()}


def _node(name: str) -> Program:
    there = f"process.exit(require('node:fs').existsSync('{FOLDER}/node_modules/{name}') ? 0 : 1)"
    return Program(name, ("node", script("read.mjs"), name, str(FOLDER)), ("node", "-e", there), "nodejs npm")


def _php(name: str, file: str, package: str) -> Program:
    there = f"exit(stream_resolve_include_path('{file}') ? 0 : 1);"
    return Program(name, ("php", script("read.php"), name), ("php", "-r", there), f"php-cli {package}")


PROGRAMS = (
    Program("khal", (sys.executable, script("read_khal.py")), (sys.executable, "-c", "import khal"), ""),
    _node("ical.js"),  # Thunderbird, Nextcloud's pages
    _node("node-ical"),
    _node("ts-ics"),
    _php("sabre/vobject", "Sabre/VObject/autoload.php", "php-sabre-vobject"),  # Nextcloud's server, an older edition
    _php("awl", "/usr/share/awl/inc/vCalendar.php", "libawl-php"),  # DAViCal
    _php("horde/icalendar", "Horde/Icalendar.php", "php-horde-icalendar"),
    Program(
        "ruby icalendar", ("ruby", script("read.rb")), ("ruby", "-e", "require 'icalendar'"), "ruby ruby-icalendar"
    ),
    Program(
        "Data::ICal",
        ("perl", script("read.pl")),
        ("perl", "-MData::ICal", "-MDateTime::Format::ICal", "-e", "1"),
        "libdata-ical-perl libdatetime-format-ical-perl",
    ),
    Program(
        "libical",  # GNOME
        ("/usr/bin/python3", script("read_libical.py")),
        ("/usr/bin/python3", "-c", "import gi; gi.require_version('ICalGLib', '3.0')"),
        "python3-gi gir1.2-ical-3.0",
    ),
    Program(
        "KCalendarCore",  # KDE
        (),
        ("sh", "-c", "command -v g++ && pkg-config --exists KF5CalendarCore"),
        "g++ pkg-config libkf5calendarcore-dev",
        source="read.cpp",
        build='g++ -fPIC -o "$OUT" "$SOURCE" $(pkg-config --cflags --libs KF5CalendarCore)',
    ),
    Program(
        "golang-ical",
        (),
        ("sh", "-c", "command -v go && test -d /usr/share/gocode/src/github.com/arran4/golang-ical"),
        "golang-go golang-github-arran4-golang-ical-dev",
        source="read.go",
        build='GO111MODULE=off GOPATH=/usr/share/gocode go build -o "$OUT" "$SOURCE"',
    ),
    Program("calcurse", (sys.executable, script("read_calcurse.py")), ("calcurse", "--version"), "calcurse"),
)
ABSENT = tuple(program for program in PROGRAMS if not program.is_there)
READERS: dict[str, Callable[[bytes], dict[str, Read]]] = {"ical": read_by_ical, "vdirsyncer": read_by_vdirsyncer}
READERS |= {program.name: program.read for program in PROGRAMS if program not in ABSENT}
