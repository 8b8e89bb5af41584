"""Workouts as files: those of one session, and all of a week in one archive."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from planner import clock, feed_words, mapping
from planner.engine.vocabulary import Status
from planner.models import Session
from planner.records import NoWeek, Records, monday_of, read
from planner.screens import Download, WorkoutFiles
from planner.watch.fit import Origin, fit
from planner.watch.plain import plain
from planner.watch.workout import Sport, Workout, sports, workout
from planner.watch.zwo import ten_km_pace, zwo

FORMATS: dict[Sport, tuple[str, ...]] = {
    Sport.RUN: ("fit", "zwo", "txt"),
    Sport.LIFT: ("fit", "txt"),
    Sport.CIRCUIT: ("fit", "txt"),
}
CONTENT_TYPES = {"fit": "application/vnd.ant.fit", "zwo": "application/xml", "txt": "text/plain; charset=utf-8"}
SERIAL = 2**32  # serial numbers of FIT files have so many values


def offered(row: Session) -> tuple[WorkoutFiles, ...]:
    """The workouts of a session in the order they are done, and the forms each can be had in; none of recovery."""
    return tuple(WorkoutFiles(sport.value, FORMATS[sport]) for sport in sports(mapping.planned(row)))


def file(user: Any, session_id: UUID, part: str, form: str) -> Download:
    """One workout of a session as a file. NoWeek where the session has none such, or is somebody else's."""
    records = read(user, monday_of(user, session_id))
    row = records.session(session_id)
    for found in _files(records, row):
        if found.name.endswith(f"-{part}.{form}"):
            return found
    raise NoWeek(session_id)


def archive(user: Any, monday: date) -> Download:
    """All workouts of a week that are still to be done or are done, in every form. Raises NoPlan and NoWeek."""
    records = read(user, monday)
    records.week(monday)
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as whole:
        for row in records.sessions[monday]:
            for found in _files(records, row) if row.status != Status.SKIPPED.value else ():
                undated = ZipInfo(found.name)  # so that the same week gives the same bytes
                whole.writestr(undated, found.content, ZIP_DEFLATED)
    return Download(f"tandem-{clock.iso_of(monday)}.zip", "application/zip", kept.getvalue())


def _files(records: Records, row: Session) -> Iterator[Download]:
    """Every file of a session."""
    session, steps = mapping.planned(row), records.steps(row)
    origin = Origin(int(row.changed_at.timestamp()) * 1000, row.id.int % SERIAL)
    for sport in sports(session):
        one = workout(session, sport, feed_words.summary(session), steps)
        for form in FORMATS[sport]:
            name = f"{row.date:%Y-%m-%d}-{clock.at(row.date, row.start):%H%M}-{sport.value}.{form}"
            yield Download(name, CONTENT_TYPES[form], _written(one, form, origin, ten_km_pace(records.athlete)))


def _written(one: Workout, form: str, origin: Origin, ten_km: float | None) -> bytes:
    match form:
        case "fit":
            return fit(one, origin)
        case "zwo":
            return zwo(one, ten_km)
    return plain(one).encode()
