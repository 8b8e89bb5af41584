"""Is a plan document what the contract says: fields, types, sums, references, loads and ledgers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.oracle.facts import Item, Json, daily_loads, minute_of, monday_of, monotony, read_items

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
PHASES = {"steady", "base", "build", "specific", "deload", "taper", "race"}
KINDS = {"run_only": "r", "lift_only": "l", "combined": "rl", "circuit": "rl", "recovery": "x"}
WEEK_FIELDS = {
    "start": str,
    "phase": str,
    "sessions": list,
    "findings": list,
    "score": (int, float),
    "optimal": bool,
    "order_ledger": dict,
    "load": dict,
}
SESSION_FIELDS = {
    "id": str,
    "date": str,
    "start": str,
    "minutes": int,
    "kind": str,
    "order": (str, type(None)),
    "run": (dict, type(None)),
    "lift": (dict, type(None)),
    "recovery": (dict, type(None)),
    "warm_up_minutes": int,
    "cool_down_minutes": int,
    "locked": bool,
    "why": list,
}
PART_FIELDS: dict[str, dict[str, set[str] | None]] = {
    "run": {"intensity": {"easy", "moderate", "hard", "long"}},
    "lift": {"region": {"upper", "lower", "full"}, "effort": {"light", "moderate", "heavy"}},
    "recovery": {"activity": None},
}
FINDING_FIELDS = {"rule": str, "severity": str, "cost": (int, float), "sessions": list, "text": str}


def shape_errors(plan: Json) -> list[str]:
    """Each way in which the document is not a plan, as `where: what`."""
    errors = list(_typed("plan", plan, {"weeks": list, "changes": list}))
    if errors:
        return errors
    for number, week in enumerate(plan["weeks"]):
        errors += [f"week {number}: {text}" for text in _week_errors(week)]
    errors += [*_changes(plan["changes"]), *_clashes(plan.get("clashes", []))]
    return errors + list(_across(plan["weeks"], bool(errors)))


def _typed(where: str, document: Any, fields: dict[str, Any]) -> Iterator[str]:
    if not isinstance(document, dict):
        yield f"{where}: not an object"
        return
    for name, kind in fields.items():
        value = document.get(name)
        if name not in document:
            yield f"{where}: {name} is missing"
        elif not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            yield f"{where}: {name} is {value!r}"


def _changes(changes: list[Any]) -> Iterator[str]:
    for change in changes:
        yield from _typed("changes", change, {"step": str, "text": str})
        if isinstance(change, dict) and not (change.get("text") and change.get("step")):
            yield "changes: empty step or text"


def _clashes(clashes: list[Any]) -> Iterator[str]:
    for clash in clashes:
        yield from _typed("clash", clash, {"wishes": list, "relaxations": list, "text": str, "smallest": bool})
        for entry in [*clash.get("wishes", []), *clash.get("relaxations", [])]:
            yield from _typed("clash entry", entry, {"field": str, "value": object, "text": str})


def _across(weeks: list[Json], broken: bool) -> Iterator[str]:
    if broken:
        return
    ids = [session["id"] for week in weeks for session in week["sessions"]]
    if len(set(ids)) < len(ids):
        yield "plan: session ids are not unique"
    for one, two in pairwise(weeks):
        if monday_of(two) - monday_of(one) != dt.timedelta(days=7):
            yield f"plan: {two['start']} follows {one['start']}"


def _week_errors(week: Any) -> list[str]:
    errors = list(_typed("week", week, WEEK_FIELDS))
    if errors:
        return errors
    if week["phase"] not in PHASES:
        errors.append(f"phase {week['phase']!r}")
    for session in week["sessions"]:
        errors += _session_errors(session)
    if not _is_monday(week["start"]):
        errors.append(f"start {week['start']} is no Monday")
    return errors or [*_order_in_week(week), *_ledger(week), *_load(week), *_findings(week)]


def _is_monday(text: str) -> bool:
    date = _date(text)
    return date is not None and date.weekday() == 0


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _session_errors(session: Any) -> list[str]:
    errors = list(_typed("session", session, SESSION_FIELDS))
    if errors:
        return errors
    where = f"session {session['id']}"
    if not CLOCK.fullmatch(session["start"]) or _date(session["date"]) is None or session["kind"] not in KINDS:
        return [f"{where}: start, date or kind is malformed"]
    for part in PART_FIELDS:
        errors += _part_errors(where, part, session[part])
    return errors or [*_parts_fit_kind(where, session), *_minutes(where, session), *_why(where, session)]


def _part_errors(where: str, part: str, document: Any) -> Iterator[str]:
    if document is None:
        return
    fields = PART_FIELDS[part]
    yield from _typed(f"{where} {part}", document, {"minutes": int} | dict.fromkeys(fields, str))
    for name, values in fields.items():
        if values is not None and document.get(name) not in values:
            yield f"{where} {part}: {name} is {document.get(name)!r}"


def _parts_fit_kind(where: str, session: Json) -> Iterator[str]:
    present = "".join(letter for letter, part in zip("rlx", PART_FIELDS, strict=True) if session[part] is not None)
    if present != KINDS[session["kind"]] and session["kind"] != "circuit":
        yield f"{where}: parts {present!r} for kind {session['kind']}"
    if (session["order"] is not None) != (session["kind"] == "combined"):
        yield f"{where}: order {session['order']!r} for kind {session['kind']}"
    if session["order"] not in ("run_first", "lift_first", None):
        yield f"{where}: order {session['order']!r}"


def _minutes(where: str, session: Json) -> Iterator[str]:
    parts = [session[part]["minutes"] for part in PART_FIELDS if session[part]]
    if session["minutes"] <= 0 or (parts and session["kind"] != "circuit" and sum(parts) != session["minutes"]):
        yield f"{where}: parts of {parts} min in a session of {session['minutes']} min"
    if session["warm_up_minutes"] < 0 or session["cool_down_minutes"] < 0:
        yield f"{where}: negative warm-up or cool-down"
    if (
        session["kind"] != "recovery"
        and session["warm_up_minutes"] + session["cool_down_minutes"] >= session["minutes"]
    ):
        yield f"{where}: no minute left for the work"
    if minute_of(session["start"]) + session["minutes"] > 24 * 60:
        yield f"{where}: ends after midnight"
    blocks = session.get("blocks")
    if blocks and sum(block["minutes"] for block in blocks) != session["minutes"]:
        yield f"{where}: blocks of {[block['minutes'] for block in blocks]} min in {session['minutes']} min"


def _why(where: str, session: Json) -> Iterator[str]:
    for reason in session["why"]:
        if not (isinstance(reason, dict) and isinstance(reason.get("text"), str) and reason["text"].strip()):
            yield f"{where}: a why without text"


def _order_in_week(week: Json) -> Iterator[str]:
    places = [(session["date"], session["start"]) for session in week["sessions"]]
    if places != sorted(places):
        yield "sessions are not in time order"
    days = [(dt.date.fromisoformat(date) - monday_of(week)).days for date, _ in places]
    if any(not 0 <= day <= 6 for day in days):
        yield "a session's date is outside the week"


def _ledger(week: Json) -> Iterator[str]:
    for order in ("run_first", "lift_first"):
        count = sum(session["order"] == order for session in week["sessions"])
        if week["order_ledger"].get(order) != count:
            yield f"order_ledger {order} is {week['order_ledger'].get(order)}, counted {count}"


def _load(week: Json) -> Iterator[str]:
    given, items = week["load"], read_items(week)
    if not all(0 <= item.day <= 6 for item in items):
        return
    daily = given.get("daily")
    if not isinstance(daily, list) or len(daily) != 7:
        yield "load: daily is not seven numbers"
        return
    wanted = daily_loads(items)
    if any(abs(one - two) > 0.51 for one, two in zip(daily, wanted, strict=True)):
        yield f"load: daily {daily}, computed {wanted}"
    if abs(given.get("total", -1) - sum(wanted)) > 0.51:
        yield f"load: total {given.get('total')}, computed {sum(wanted)}"
    yield from _monotony(items, given.get("monotony"))


def _monotony(items: list[Item], given: Any) -> Iterator[str]:
    wanted = monotony(daily_loads(items))
    accepted = (wanted,) if any(item.load for item in items) else (0, 10)
    if not isinstance(given, (int, float)) or all(abs(given - value) > 0.011 for value in accepted):
        yield f"load: monotony {given}, computed {wanted:.3f}"


def _findings(week: Json) -> Iterator[str]:
    ids = {session["id"] for session in week["sessions"]}
    for finding in week["findings"]:
        errors = list(_typed("finding", finding, FINDING_FIELDS))
        yield from errors
        if errors:
            continue
        if finding["severity"] not in ("hard", "soft") or not finding["text"].strip():
            yield f"finding {finding['rule']}: severity or text"
        if not set(finding["sessions"]) <= ids:
            yield f"finding {finding['rule']}: names an unknown session"
    soft = sum(finding["cost"] for finding in week["findings"] if finding.get("severity") == "soft")
    if abs(soft - week["score"]) > 0.011:
        yield f"score {week['score']} is not the sum of the soft findings {soft}"
