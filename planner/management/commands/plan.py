"""`manage.py plan`: the headless planner. JSON in, JSON out; see the README's section on it."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from planner.engine import ProfileError, athlete_from, evaluate, plan_block
from planner.engine.documents import finding_document, load_document, plan_document, week_from
from planner.engine.domain import Athlete, Week
from planner.engine.profile import iso_date
from planner.engine.results import PlannedWeek
from planner.engine.table import plan_text

LONGEST_BLOCK = 24
Answer = Callable[[object], str]


class Command(BaseCommand):
    """Plan or check weeks without a database."""

    help = (
        "Plan weeks from a profile on standard input, or check one week's sessions. JSON Lines: a line in, a line out."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options of the contract; their values are checked in `handle`, so that errors are one line."""
        parser.add_argument("--start", help="the first day, a Monday, as YYYY-MM-DD")
        parser.add_argument("--weeks", default="1", help=f"1 to {LONGEST_BLOCK} weeks; 1 if left out")
        parser.add_argument("--check", action="store_true", help="judge the sessions of one week")
        parser.add_argument("--format", default="json", help="json, text or ics")

    def handle(self, *args: object, **options: Any) -> None:
        """Answer every document; exit 2 on bad input, 1 where some lines of many were bad."""
        try:
            answer = answer_for(options)
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            fail(ProfileError("input", "is not UTF-8 text"))
        except ProfileError as error:
            fail(error)
        lines = [line for line in text.splitlines() if line.strip()]
        if is_json_lines(lines):
            sys.exit(self._answer_lines(lines, answer))
        try:
            output = answer(parse(text))
        except ProfileError as error:
            fail(error)
        self.stdout.write(output, ending="")

    def _answer_lines(self, lines: list[str], answer: Answer) -> int:
        bad = 0
        for line in lines:
            try:
                output = answer(parse(line))
            except ProfileError as error:
                bad = 1
                output = dump({"error": {"field": error.field, "message": error.message}})
            self.stdout.write(output, ending="")
        return bad


def fail(error: ProfileError) -> None:
    """One line on standard error, exit 2."""
    print(" ".join(str(error).split()), file=sys.stderr)  # noqa: T201 - the command's own error channel
    sys.exit(2)


def answer_for(options: dict[str, Any]) -> Answer:
    """What each document is answered with, by the options; ProfileError names a bad option."""
    if options["format"] not in FORMATS:
        raise ProfileError("--format", f"takes one of {', '.join(FORMATS)}")
    if options["check"]:
        if options["format"] != "json":
            raise ProfileError("--format", "takes json with --check")
        return check_answer
    start = first_monday(options["start"])
    weeks = number_of_weeks(options["weeks"])
    write = FORMATS[options["format"]]

    def plan_answer(document: object) -> str:
        athlete = athlete_from(document)
        return write(athlete, start, with_dated_ids(plan_block(athlete, start, weeks), start))

    return plan_answer


def first_monday(value: str | None) -> date:
    """The start date; ProfileError where it is missing or no Monday."""
    if value is None:
        raise ProfileError("--start", "is missing; it takes a Monday as YYYY-MM-DD")
    start = iso_date(value, "--start")
    if start.weekday() != 0:
        raise ProfileError("--start", f"takes a Monday; {value} is a {start:%A}")
    if start.year > 9998:
        raise ProfileError("--start", "takes a year up to 9998")
    return start


def number_of_weeks(value: str) -> int:
    """The block's length; ProfileError outside 1 to 24."""
    if not (str(value).isascii() and str(value).isdigit() and len(str(value)) < 4 and 1 <= int(value) <= LONGEST_BLOCK):
        raise ProfileError("--weeks", f"takes a whole number from 1 to {LONGEST_BLOCK}")
    return int(value)


def is_json_lines(lines: list[str]) -> bool:
    """Whether every line is a document of its own: more than one line, and the first ends what it opens."""
    if len(lines) < 2:
        return False
    try:
        json.loads(lines[0])
    except ValueError:
        return lines[0].lstrip()[:1] + lines[1].lstrip()[:1] == "{{"
    except RecursionError:
        return True
    return True


def parse(text: str) -> object:
    """One JSON document; ProfileError where it is none, holds a name twice or is nested too deep."""
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
    except RecursionError:
        raise ProfileError("input", "is nested too deep") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ProfileError("input", f"takes a JSON document; {error.msg} at {where}") from None
    except ValueError as error:
        if isinstance(error, ProfileError):
            raise
        raise ProfileError("input", "holds a number that is too long") from None


def _no_constant(name: str) -> object:
    raise ProfileError("input", f"takes a JSON document; {name} is no JSON number")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ProfileError("".join(c if c.isprintable() else "?" for c in name)[:60], "stands here twice")
        found[name] = value
    return found


def check_answer(document: object) -> str:
    """Findings, score, validity and load of one week of sessions."""
    if not isinstance(document, dict):
        raise ProfileError("input", "takes an object with profile and sessions")
    for name in document:
        if name not in ("profile", "sessions"):
            raise ProfileError(str(name)[:60], "is not a field here; it takes profile and sessions")
    for name in ("profile", "sessions"):
        if name not in document:
            raise ProfileError(name, "is missing")
    athlete = athlete_from(document["profile"])
    week, monday = week_from(document["sessions"])
    evaluation = evaluate(athlete.in_week(monday) if monday else athlete, week)
    findings = [finding_document(f, monday) for f in evaluation.findings]
    result = {"findings": findings, "score": evaluation.score, "valid": evaluation.valid, "load": load_document(week)}
    return dump(result)


def with_dated_ids(weeks: tuple[PlannedWeek, ...], start: date) -> tuple[PlannedWeek, ...]:
    """Sessions named by week and place, so that ids are unique over the plan; findings follow."""
    return tuple(_renamed(week, number, weeks) for number, week in enumerate(weeks, start=1))


def _renamed(planned: PlannedWeek, number: int, weeks: tuple[PlannedWeek, ...]) -> PlannedWeek:
    names = {s.id: f"w{number}-{s.id}" for s in planned.week.sessions}
    week = Week.of([replace(s, id=names[s.id]) for s in planned.week.sessions])
    findings = tuple(
        replace(f, sessions=tuple(names[i] for i in f.sessions if i in names)) for f in planned.evaluation.findings
    )
    return replace(planned, week=week, evaluation=replace(planned.evaluation, findings=findings))


def dump(document: object) -> str:
    """One line of JSON."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def as_json(athlete: Athlete, start: date, weeks: tuple[PlannedWeek, ...]) -> str:
    """The plan as the contract's JSON."""
    return dump(plan_document(athlete, start, weeks))


def as_text(athlete: Athlete, start: date, weeks: tuple[PlannedWeek, ...]) -> str:
    """The plan as a table."""
    return plan_text(start, weeks)


FORMATS: dict[str, Callable[[Athlete, date, tuple[PlannedWeek, ...]], str]] = {"json": as_json, "text": as_text}
_ = Iterator
