"""The headless planner: documents in, documents out; no database, no clock. `manage.py plan` is its mouth."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from planner import feed_words
from planner.calendar_clients import CALENDAR_NAME
from planner.engine import Context, ProfileError, athlete_from, blocks, clashes, evaluate, plan_block, repair
from planner.engine.documents import finding_document, load_document, plan_document, session_document, week_from
from planner.engine.domain import Athlete, DateException, Session, Week
from planner.engine.profile import iso_date, printable
from planner.engine.repair import Move, Proposal
from planner.engine.results import Clash, PlannedWeek, Stage
from planner.engine.table import plan_text
from planner.ical import FeedEvent, calendar_bytes

LONGEST_BLOCK = 24
MOST_TO_REPAIR = 21  # three a day
Answer = Callable[[object], str]


def answer_for(options: Mapping[str, Any]) -> Answer:
    """What each document is answered with, by the options; ProfileError names a bad option."""
    if options["format"] not in FORMATS:
        raise ProfileError("--format", f"takes one of {', '.join(FORMATS)}")
    if options["check"] and options["repair"]:
        raise ProfileError("--repair", "does not go with --check")
    for name, judge in (("check", check_answer), ("repair", repair_answer)):
        if options[name]:
            if options["format"] != "json":
                raise ProfileError("--format", f"takes json with --{name}")
            return judge
    start = first_monday(options["start"])
    weeks = number_of_weeks(options["weeks"])
    write = FORMATS[options["format"]]

    def plan_answer(document: object) -> str:
        athlete = athlete_from(document)
        return write(athlete, start, with_ids(plan_block(athlete, start, weeks)))

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


def documents_in(text: str) -> list[str] | None:
    """The lines of JSON Lines; None where the text is meant as one document.

    More than one line, no single document, and the first line or most lines are objects of their own or look it.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or _is_object(text):
        return None
    whole = sum(map(_is_object, lines))
    braced = all(line.strip()[0] == "{" and line.strip()[-1] == "}" for line in lines)
    return lines if braced or 2 * whole >= len(lines) or _is_object(lines[0]) else None


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def parse(text: str) -> object:
    """One JSON document; ProfileError where it is none, holds a name twice or is nested too deep."""
    try:
        document = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_unique)
        json.dumps(document, ensure_ascii=False).encode()
        return document
    except UnicodeEncodeError:
        raise ProfileError("input", "holds half of a character (a lone surrogate)") from None
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
            raise ProfileError(printable(name), "stands here twice")
        found[name] = value
    return found


def _week_in(document: object, more: tuple[str, ...] = ()) -> tuple[Athlete, Week, date | None, tuple[date, ...]]:
    """Athlete, week, its Monday and the blocked dates of a document with a profile and sessions."""
    known = ("profile", "sessions", *more)
    if not isinstance(document, dict):
        raise ProfileError("input", "takes an object with profile and sessions")
    for name in document:
        if name not in known:
            raise ProfileError(printable(str(name)), f"is not a field here; it takes {', '.join(known)}")
    for name in known[:2]:
        if name not in document:
            raise ProfileError(name, "is missing")
    athlete = athlete_from(document["profile"])
    blocked = document.get("blocked_dates", [])
    if not isinstance(blocked, list) or len(blocked) > 31:
        raise ProfileError("blocked_dates", "takes a list of at most 31 dates")
    days = tuple(iso_date(day, f"blocked_dates[{index}]") for index, day in enumerate(blocked))
    return athlete, *week_from(document["sessions"]), days


def check_answer(document: object) -> str:
    """Findings, score, validity and load of one week of sessions."""
    athlete, week, monday, _ = _week_in(document)
    evaluation = evaluate(athlete.in_week(monday) if monday else athlete, week, Context(start=monday))
    findings = [finding_document(f, monday) for f in evaluation.findings]
    result = {"findings": findings, "score": evaluation.score, "valid": evaluation.valid, "load": load_document(week)}
    return dump(result)


def repair_answer(document: object) -> str:
    """Up to three ways to make a week of sessions valid; a week that is valid needs none."""
    athlete, week, monday, blocked = _week_in(document, ("blocked_dates",))
    if len(week.sessions) > MOST_TO_REPAIR:
        raise ProfileError("sessions", f"takes at most {MOST_TO_REPAIR} sessions to repair")
    if monday is None:
        return dump({"proposals": []})
    closed = [DateException(day, ()) for day in blocked]
    others = [e for e in athlete.exceptions if e.date not in blocked]
    here = replace(athlete, exceptions=(*others, *closed)).in_week(monday)
    context = Context(start=monday)
    return dump({"proposals": [_proposal_document(p, monday) for p in repair(here, week, context=context)]})


def _proposal_document(proposal: Proposal, monday: date) -> dict[str, Any]:
    return {
        "moves": [_move_document(move, monday) for move in proposal.moves],
        "sessions": [session_document(s, monday) for s in proposal.week.sessions],
        "findings": [finding_document(f, monday) for f in proposal.evaluation.findings],
        "score": proposal.evaluation.score,
    }


def _move_document(move: Move, monday: date) -> dict[str, Any]:
    places = [session_document(s, monday) if s else None for s in (move.session, move.to)]
    came, went = ({key: place[key] for key in ("date", "start", "order")} if place else None for place in places)
    return {"session": move.session.id, "from": came, "to": went, "text": move.text}


def with_ids(weeks: tuple[PlannedWeek, ...]) -> tuple[PlannedWeek, ...]:
    """Sessions named by week and place, so that ids are unique over the plan; findings follow."""
    return tuple(_renamed(week, number) for number, week in enumerate(weeks, start=1))


def _renamed(planned: PlannedWeek, number: int) -> PlannedWeek:
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
    return dump(plan_document(athlete, start, weeks, _clashes(athlete, start, weeks)))


def _clashes(athlete: Athlete, start: date, weeks: tuple[PlannedWeek, ...]) -> tuple[Clash, ...]:
    """What clashes in a usual first week; not looked for where no week needed a change."""
    if not any(week.changes for week in weeks):
        return ()
    is_usual = athlete.in_week(start) is athlete and not weeks[0].stage.is_light
    return clashes(athlete, Context(plan_week=1), changes=weeks[0].changes if is_usual else None)


def as_text(athlete: Athlete, start: date, weeks: tuple[PlannedWeek, ...]) -> str:
    """The plan as a table."""
    return plan_text(start, weeks, athlete.race)


def as_calendar(athlete: Athlete, start: date, weeks: tuple[PlannedWeek, ...]) -> str:
    """The plan as an iCalendar file; without a clock its entries were made when the plan starts."""
    events = [
        _event(athlete, session, start, number, planned.stage)
        for number, planned in enumerate(weeks)
        for session in planned.week.sessions
    ]
    content = calendar_bytes(events, name=CALENDAR_NAME, timezone=athlete.timezone)
    return content.decode()


def _event(athlete: Athlete, session: Session, made: date, number: int, stage: Stage) -> FeedEvent:
    day = made + timedelta(weeks=number, days=session.day)
    steps = blocks(athlete, session, year=day.year, plan_week=number + 1, stage=stage)
    begin = datetime.combine(day, time()) + timedelta(minutes=session.start)
    stamp = datetime.combine(made, time(), tzinfo=UTC)
    return FeedEvent(
        uid=uuid5(NAMESPACE_URL, f"tandem:{made}:{session.id}").hex,
        sequence=0,
        created=stamp,
        changed=stamp,
        start=begin,
        end=begin + timedelta(minutes=session.minutes),
        summary=feed_words.summary(session),
        description=feed_words.description(session, steps),
        url="",
        categories=feed_words.categories(session),
    )


FORMATS: dict[str, Callable[[Athlete, date, tuple[PlannedWeek, ...]], str]] = {
    "json": as_json,
    "text": as_text,
    "ics": as_calendar,
}
