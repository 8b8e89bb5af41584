"""A week as one line of text, read and written: `Mon U+H(RF) | Tue am E40, pm Lo! | Wed - | Sun L`.

A day is its name and its sessions, separated by commas; days by bars. A day without a name follows the one before
it; days that are not named, and `-`, are rest. A session is an optional clock time, its parts, and marks:

- runs `E` easy, `M` moderate, `H` hard, `L` long; lifts `U` upper, `Lo` lower, `F` full, with `!` heavy or `?` light;
  `C` circuit, `X` recovery; minutes may follow (`E40`, `Lo!30`), left out they are those of MINUTES;
- `+` makes one combined session, in the order as written or as `(RF)` run first, `(LF)` lift first says;
- `X(walk)` names what the recovery is, yoga otherwise; a final `*` locks the session, `*dh` its
  day and hour alone (`d` day, `h` hour, `o` order, `c` content);
- `am`, `midday`, `pm` or `HH:MM` before the parts; left out, a lone session is at 18:00, several of a day take 07:00,
  12:00 and 18:00 in turn, two of them the first and the last.

Warm-up and cool-down are not written: they are what the work needs. Nor are ids: they count s1, s2 in time order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from planner.engine.domain import DAYS, Lift, Recovery, Run, Session, Week
from planner.engine.locks import with_locks
from planner.engine.templates import with_warm_up
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Lock, Order, Region
from planner.engine.wording import clock

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
RUNS = {"E": Intensity.EASY, "M": Intensity.MODERATE, "H": Intensity.HARD, "L": Intensity.LONG}
LIFTS = {"U": Region.UPPER, "Lo": Region.LOWER, "F": Region.FULL}
EFFORTS = {"": Effort.MODERATE, "!": Effort.HEAVY, "?": Effort.LIGHT}
ORDERS = {"RF": Order.RUN_FIRST, "LF": Order.LIFT_FIRST}
LOCKS = {"d": Lock.DAY, "h": Lock.HOUR, "o": Lock.ORDER, "c": Lock.CONTENT}
CLOCKS = {"am": 7 * 60, "midday": 12 * 60, "pm": 18 * 60}
USUAL_CLOCKS = {1: ("pm",), 2: ("am", "pm"), 3: ("am", "midday", "pm")}
MINUTES = {"E": 30, "M": 30, "H": 30, "L": 60, "U": 40, "Lo": 40, "F": 40, "C": 30, "X": 30}
COMBINED_MINUTES = {**dict.fromkeys(RUNS, 25), **dict.fromkeys(LIFTS, 30)}

PART = re.compile(r"(?P<name>Lo|[EMHLUFCX])(?P<effort>(?<=[UoF])[!?])?(?P<minutes>\d+)?")  # lifts alone have effort
TIME = r"am|midday|pm|([01]\d|2[0-3]):[0-5]\d"
SESSION = re.compile(
    rf"((?P<time>{TIME}) )?(?P<parts>[^()* ]+)(\((?P<mark>[a-zA-Z_]+)\))?(?P<locked>\*(?P<locks>[dhoc]*))?"
)


def read_week(text: str) -> Week:
    """The week that the line tells; raises ValueError naming what cannot be read."""
    sessions: list[Session] = []
    day = -1
    for cell in (cell.strip() for cell in text.split("|")):
        name, _, rest = cell.partition(" ")
        named = name in NAMES
        day = NAMES.index(name) if named else day + 1
        if day >= DAYS:
            raise ValueError(f"{cell!r} is the eighth day of the week")
        sessions += _read_day(rest if named else cell, day)
    ordered = sorted(sessions, key=lambda s: (s.day, s.start))
    return Week.of([replace(session, id=f"s{number}") for number, session in enumerate(ordered, start=1)])


def _read_day(text: str, day: int) -> list[Session]:
    cells = [cell.strip() for cell in text.split(",")] if text.strip() not in ("", "-") else []
    return [_read_session(cell, day, CLOCKS[_usual_clock(place, len(cells))]) for place, cell in enumerate(cells)]


def _usual_clock(place: int, sessions: int) -> str:
    """When a session without a time starts, by its place in the day; past the third all start with the last."""
    clocks = USUAL_CLOCKS[max(1, min(sessions, len(USUAL_CLOCKS)))]
    return clocks[min(place, len(clocks) - 1)]


def _read_session(text: str, day: int, usual: int) -> Session:
    match = SESSION.fullmatch(text)
    parts = [PART.fullmatch(part) for part in match["parts"].split("+")] if match else []
    made = _made([part for part in parts if part], match["mark"]) if match and all(parts) else None
    if match is None or made is None:
        raise ValueError(f"{text!r} is not a session")
    time = match["time"]
    start = usual if time is None else CLOCKS[time] if time in CLOCKS else int(time[:2]) * 60 + int(time[3:])
    placed = with_warm_up(replace(made, day=day, start=start))
    return with_locks(placed, [LOCKS[letter] for letter in match["locks"] or ""], locked=match["locked"] == "*")


def _made(parts: Sequence[re.Match[str]], mark: str | None) -> Session | None:
    """The session of these parts, without a place; None where they make none."""
    usual = MINUTES if len(parts) == 1 else COMBINED_MINUTES
    named = [(part["name"], int(part["minutes"] or usual.get(part["name"], 0)), part) for part in parts]
    runs = [Run(RUNS[name], minutes) for name, minutes, _ in named if name in RUNS]
    lifts = [Lift(LIFTS[name], EFFORTS[p["effort"] or ""], minutes) for name, minutes, p in named if name in LIFTS]
    first, minutes, _ = named[0]
    if len(parts) == 2 and runs and lifts and mark in (None, *ORDERS):
        order = ORDERS[mark or ("RF" if first in RUNS else "LF")]
        return _blank(Kind.COMBINED, order=order, run=runs[0], lift=lifts[0])
    if len(parts) > 1 or mark not in ((None, *Activity) if first == "X" else (None,)):
        return None
    if first == "X":
        return _blank(Kind.RECOVERY, recovery=Recovery(Activity(mark or Activity.YOGA), minutes))
    if first == "C":
        lift = Lift(Region.FULL, Effort.MODERATE, minutes - minutes // 2)
        return _blank(Kind.CIRCUIT, run=Run(Intensity.MODERATE, minutes // 2), lift=lift)
    return _blank(Kind.RUN_ONLY, run=runs[0]) if runs else _blank(Kind.LIFT_ONLY, lift=lifts[0])


def _blank(kind: Kind, **parts: Any) -> Session:
    return Session("", 0, 0, kind, **parts)


def write_week(week: Week) -> str:
    """The week as a line of seven named days; what is usual is left out, combined parts stand in their order."""
    return " | ".join(f"{name} {_write_day(sessions)}" for name, sessions in zip(NAMES, week.by_day, strict=True))


def _write_day(sessions: Sequence[Session]) -> str:
    written = []
    for place, session in enumerate(sessions):
        usual = session.start == CLOCKS[_usual_clock(place, len(sessions))]
        written.append(("" if usual else f"{clock(session.start)} ") + write_session(session))
    return ", ".join(written) or "-"


def write_session(session: Session) -> str:
    """One session without its time: its parts in the order they are done."""
    letters = "".join(letter for letter, lock in LOCKS.items() if lock in session.locks)
    locked = f"*{letters}" if session.locked or letters else ""
    if session.recovery is not None:
        activity = session.recovery.activity
        mark = "" if activity is Activity.YOGA else f"({activity})"
        return _written("X", "", session.minutes, MINUTES) + mark + locked
    if session.is_circuit:
        return _written("C", "", session.minutes, MINUTES) + locked
    usual = COMBINED_MINUTES if session.kind is Kind.COMBINED else MINUTES
    run, lift = session.run, session.lift
    parts = [_written(_key(RUNS, run.intensity), "", run.minutes, usual)] if run else []
    if lift is not None:
        parts.append(_written(_key(LIFTS, lift.region), _key(EFFORTS, lift.effort), lift.minutes, usual))
    return "+".join(parts[::-1] if session.order is Order.LIFT_FIRST else parts) + locked


def _written(name: str, effort: str, minutes: int, usual: dict[str, int]) -> str:
    return f"{name}{effort}{'' if minutes == usual[name] else minutes}"


def _key(names: dict[str, Intensity] | dict[str, Region] | dict[str, Effort], value: str) -> str:
    return next(name for name, member in names.items() if member is value)
