"""Builds a week's JSON from the shorthand of section 9: seven cells such as `H+F(RF)`, `E am, U pm`, `X`, `-`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from tests.oracle.blocks import block_violations
from tests.oracle.facts import Json, daily_loads, monotony, read_items

RUNS = {"E": "easy", "M": "moderate", "H": "hard", "L": "long"}
LIFTS = {"U": "upper", "Lo": "lower", "F": "full"}
CLOCKS = {"am": "07:00", "midday": "12:00", "pm": "18:00"}
RUN_MINUTES = {"easy": 40, "moderate": 40, "hard": 45, "long": 60}
LIFT_MINUTES, COMBINED_RUN, COMBINED_LIFT, CIRCUIT_MINUTES, RECOVERY_MINUTES = 50, 30, 35, 40, 30
MONDAY = dt.date(2026, 11, 30)
CELL = re.compile(r"(?P<parts>[A-Za-z+]+)(\((?P<order>RF|LF)\))?( (?P<slot>am|pm|midday|\d\d:\d\d))?")


def week_of(*cells: str, start: str = "2026-11-30", effort: str = "moderate") -> Json:
    """A plan week of seven cells; lifts take `effort`, sessions of one cell fall on am and pm unless told."""
    sessions: list[Json] = []
    for day, cell in enumerate(cells):
        for place, text in enumerate([] if cell == "-" else cell.split(", ")):
            date = dt.date.fromisoformat(start) + dt.timedelta(days=day)
            sessions.append(_session(f"{start}-{len(sessions)}", date, text, place, effort))
    week: Json = {"start": start, "phase": "steady", "sessions": sessions, "findings": [], "score": 0, "optimal": False}
    orders = [session["order"] for session in sessions]
    week["order_ledger"] = {order: orders.count(order) for order in ("run_first", "lift_first")}
    return week | {"load": _load(week)}


def _load(week: Json) -> Json:
    daily = daily_loads(read_items(week))
    return {"daily": daily, "total": sum(daily), "monotony": monotony(daily)}


def _session(name: str, date: dt.date, text: str, place: int, effort: str) -> Json:
    match = CELL.fullmatch(text)
    assert match, text
    parts = match["parts"].split("+")
    slot = match["slot"] or ("am", "pm")[place]
    session: Json = dict.fromkeys(("order", "run", "lift", "recovery"))
    session |= {"id": name, "date": date.isoformat(), "start": CLOCKS.get(slot, slot), "locked": False, "why": []}
    session |= {"warm_up_minutes": 10, "cool_down_minutes": 5}
    return session | _content(parts, effort, match["order"])


def _content(parts: list[str], effort: str, order: str | None) -> Json:
    if parts == ["X"]:
        recovery = {"activity": "walk", "minutes": RECOVERY_MINUTES}
        return {"kind": "recovery", "recovery": recovery, "minutes": RECOVERY_MINUTES}
    if parts == ["C"]:
        return {"kind": "circuit", "minutes": CIRCUIT_MINUTES}
    both = len(parts) == 2
    content: Json = {"kind": "combined" if both else "run_only" if parts[0] in RUNS else "lift_only"}
    for part in parts:
        content |= _run(RUNS[part], both) if part in RUNS else _lift(LIFTS[part], effort, both)
    content["minutes"] = sum(content[part]["minutes"] for part in ("run", "lift") if part in content)
    if both:
        content["order"] = {"RF": "run_first", "LF": "lift_first"}[order or ("RF" if parts[0] in RUNS else "LF")]
    return content


def _run(intensity: str, both: bool) -> Json:
    return {"run": {"intensity": intensity, "minutes": COMBINED_RUN if both else RUN_MINUTES[intensity]}}


def _lift(region: str, effort: str, both: bool) -> Json:
    return {"lift": {"region": region, "effort": effort, "minutes": COMBINED_LIFT if both else LIFT_MINUTES}}


def athlete(goal: str = "general", level: str = "intermediate", **fields: Any) -> Json:
    """A profile free at all hours whose recent longest run allows every run of the shorthand."""
    windows = [{"weekday": day, "start": "00:00", "end": "24:00"} for day in range(7)]
    levels = {"run_level": level, "lift_level": level}
    return {"goal": goal, "availability": windows, "longest_recent_run_minutes": 90, **levels, **fields}


def numbered_week(number: int, *cells: str, run: int | None = None, sets: int = 0, phase: str = "steady") -> Json:
    """The plan's week of that number: its cells from Monday on, all runs of `run` minutes, all lifts of `sets` sets."""
    start = (MONDAY + dt.timedelta(weeks=number)).isoformat()
    week = week_of(*cells, *["-"] * (7 - len(cells)), start=start)
    for session in week["sessions"]:
        if session["run"] and run is not None:
            session["run"]["minutes"] = run
            session["minutes"] = run + (session["lift"] or {"minutes": 0})["minutes"]
        if session["lift"]:
            session["lift"]["sets"] = sets
    return week | {"phase": phase, "load": _load(week)}


def plan_of(*weeks: Json) -> Json:
    """A plan of these weeks in which nothing gave way."""
    return {"weeks": list(weeks), "changes": []}


def loads(*weeks: tuple[Any, ...]) -> Json:
    """A plan of weeks of (run minutes, sets, phase): one easy run on Monday, one upper lift on Wednesday."""
    tripled = [(*week, "steady")[:3] for week in weeks]
    made = [numbered_week(n, "E", "-", "U", run=run, sets=sets, phase=p) for n, (run, sets, p) in enumerate(tripled)]
    return plan_of(*made)


def broken(profile: Json, document: Json, rule: str) -> int:
    """How often a rule over weeks is broken, by the beginning of its message."""
    return sum(text.startswith(rule) for text in block_violations(profile, document))
