"""A profile document (contract/profile.schema.json) read into an Athlete; errors name their field in plain words."""

import itertools
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.engine.domain import Athlete, DateException, Race, RecentRace, Window
from planner.engine.vocabulary import Arrangement, Equipment, Goal, Level, Modality, Order, Policy, Split

START = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
END = re.compile(r"(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)")
MOST_WINDOWS = 21
MOST_EXCEPTIONS = 200


class ProfileError(ValueError):
    """A profile that cannot be read: `field` names where, `message` says what it takes."""

    def __init__(self, field: str, message: str) -> None:
        """Keep both for callers that show the message beside its field."""
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


def athlete_from(document: object) -> Athlete:
    """The athlete a profile describes; raises ProfileError on the first field that is wrong."""
    fields = _object(document, "profile", READERS, ("goal", "availability"))
    values = {name: READERS[name](value, name) for name, value in fields.items()}
    values = {name: value for name, value in values.items() if value is not None}
    athlete = Athlete(**values)
    _check_companions(athlete)
    return athlete


def _check_companions(athlete: Athlete) -> None:
    if athlete.order_policy is Policy.MY_ORDER and athlete.my_order is None:
        raise ProfileError("my_order", "takes run_first or lift_first, since order_policy is my_order")
    if athlete.order_policy is Policy.LEAST_LIKED_FIRST and athlete.likes_less is None:
        raise ProfileError("likes_less", "takes run or lift, since order_policy is least_liked_first")


def _object(value: object, field: str, known: Mapping[str, Any], required: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ProfileError(field, "takes an object")
    for name in value:
        if name not in known:
            inside = name if field == "profile" else f"{field}.{name}"
            raise ProfileError(printable(inside), f"is not a field of {'a profile' if field == 'profile' else field}")
    for name in required:
        if name not in value:
            raise ProfileError(name if field == "profile" else f"{field}.{name}", "is missing")
    return value


def printable(text: str) -> str:
    """A name from outside, fit for one line of an error message; an empty one in quotes."""
    return "".join(c if c.isprintable() else "?" for c in text)[:60] or '""'


def _whole(low: int, high: int) -> Callable[[object, str], int]:
    def read(value: object, field: str) -> int:
        whole = isinstance(value, int) and not isinstance(value, bool)
        if isinstance(value, float) and value.is_integer():
            value, whole = int(value), True
        if not whole or not isinstance(value, int) or not low <= value <= high:
            raise ProfileError(field, f"takes a whole number from {low} to {high}")
        return value

    return read


def _number(high: float) -> Callable[[object, str], float]:
    def read(value: object, field: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= high:
            raise ProfileError(field, f"takes a number above 0, at most {high:g}")
        return float(value)

    return read


def _one_of(kind: type[StrEnum]) -> Callable[[object, str], Any]:
    names = [member.value for member in kind]

    def read(value: object, field: str) -> StrEnum:
        if not isinstance(value, str) or value not in names:
            raise ProfileError(field, f"takes one of {', '.join(names)}")
        return kind(value)

    return read


def _maybe(read: Callable[[object, str], Any]) -> Callable[[object, str], Any]:
    return lambda value, field: None if value is None else read(value, field)


def _flag(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise ProfileError(field, "takes true or false")
    return value


def _list(value: object, field: str, most: int, least: int = 0) -> list[object]:
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise ProfileError(field, f"takes a list of {least} to {most} entries")
    return value


def _set_of(read: Callable[[object, str], Any], most: int) -> Callable[[object, str], frozenset[Any]]:
    def read_set(value: object, field: str) -> frozenset[Any]:
        entries = [read(entry, f"{field}[{i}]") for i, entry in enumerate(_list(value, field, most))]
        if len(set(entries)) < len(entries):
            raise ProfileError(field, "names each entry once")
        return frozenset(entries)

    return read_set


def clock_minutes(value: object, field: str, pattern: re.Pattern[str] = START) -> int:
    """Minutes of the day from HH:MM; raises ProfileError naming the field."""
    if not isinstance(value, str) or not pattern.fullmatch(value):
        last = "24:00" if pattern is END else "23:59"
        raise ProfileError(field, f"takes a time HH:MM from 00:00 to {last}")
    return int(value[:2]) * 60 + int(value[3:])


def iso_date(value: object, field: str) -> date:
    """A date from YYYY-MM-DD; raises ProfileError naming the field."""
    try:
        if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ProfileError(field, "takes a date YYYY-MM-DD")


def _window(value: object, field: str, names: Mapping[str, Any], day: int | None = None) -> Window:
    required = ("start", "end") if day is not None else ("weekday", "start", "end")
    fields = _object(value, field, names, required)
    if day is None:
        day = _whole(0, 6)(fields["weekday"], f"{field}.weekday")
    start = clock_minutes(fields["start"], f"{field}.start")
    end = clock_minutes(fields["end"], f"{field}.end", END)
    if end <= start:
        raise ProfileError(f"{field}.end", "comes after the start")
    only = _one_of(Modality)(fields["only"], f"{field}.only") if "only" in fields else None
    return Window(day, start, end, only)


def _apart(windows: list[Window], field: str) -> tuple[Window, ...]:
    """The windows in time order; an error where two of a day overlap."""
    ordered = sorted(windows, key=lambda w: (w.day, w.start, w.end))
    for earlier, later in itertools.pairwise(ordered):
        if earlier.day == later.day and later.start < earlier.end:
            raise ProfileError(f"{field}[{windows.index(later)}]", "overlaps another window of the same day")
    return tuple(ordered)


def _availability(value: object, field: str) -> tuple[Window, ...]:
    names = dict.fromkeys(("weekday", "start", "end", "only"))
    entries = _list(value, field, MOST_WINDOWS, least=1)
    return _apart([_window(entry, f"{field}[{i}]", names) for i, entry in enumerate(entries)], field)


def _exception(value: object, field: str) -> DateException:
    fields = _object(value, field, dict.fromkeys(("date", "windows")), ("date", "windows"))
    day = iso_date(fields["date"], f"{field}.date")
    names = dict.fromkeys(("start", "end"))
    entries = _list(fields["windows"], f"{field}.windows", 3)
    windows = [_window(w, f"{field}.windows[{i}]", names, day.weekday()) for i, w in enumerate(entries)]
    return DateException(day, _apart(windows, f"{field}.windows"))


def _exceptions(value: object, field: str) -> tuple[DateException, ...]:
    found: dict[date, DateException] = {}
    for i, entry in enumerate(_list(value, field, MOST_EXCEPTIONS)):
        exception = _exception(entry, f"{field}[{i}]")
        if exception.date in found:
            raise ProfileError(f"{field}[{i}].date", "stands here twice")
        found[exception.date] = exception
    return tuple(found[day] for day in sorted(found))


def _race(value: object, field: str) -> Race:
    fields = _object(value, field, dict.fromkeys(("date", "distance_km")), ("date", "distance_km"))
    kilometres = _number(250)(fields["distance_km"], f"{field}.distance_km")
    return Race(iso_date(fields["date"], f"{field}.date"), kilometres)


def _recent_race(value: object, field: str) -> RecentRace:
    fields = _object(value, field, dict.fromkeys(("distance_km", "seconds")), ("distance_km", "seconds"))
    kilometres = _number(250)(fields["distance_km"], f"{field}.distance_km")
    return RecentRace(kilometres, _whole(60, 360_000)(fields["seconds"], f"{field}.seconds"))


def _timezone(value: object, field: str) -> str:
    try:
        if isinstance(value, str) and 0 < len(value) <= 64 and value.isprintable():
            ZoneInfo(value)
            return value
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise ProfileError(field, "takes the name of a time zone, such as Europe/Berlin")


READERS: Mapping[str, Callable[[object, str], Any]] = {
    "goal": _one_of(Goal),
    "run_level": _one_of(Level),
    "lift_level": _one_of(Level),
    "availability": _availability,
    "training_days": _maybe(_whole(1, 7)),
    "runs_per_week": _maybe(_whole(0, 7)),
    "lifts_per_week": _maybe(_whole(0, 6)),
    "max_session_minutes": _maybe(_whole(15, 240)),
    "order_policy": _one_of(Policy),
    "my_order": _maybe(_one_of(Order)),
    "likes_less": _maybe(_one_of(Modality)),
    "arrangement": _one_of(Arrangement),
    "split": _one_of(Split),
    "circuits_per_week": _whole(0, 2),
    "warm_up_run": _flag,
    "long_run_weekday": _maybe(_whole(0, 6)),
    "rest_weekdays": _set_of(_whole(0, 6), 7),
    "longest_recent_run_minutes": _maybe(_whole(0, 600)),
    "weekly_run_minutes": _maybe(_whole(0, 1500)),
    "race": _maybe(_race),
    "recent_race": _maybe(_recent_race),
    "equipment": _set_of(_one_of(Equipment), 7),
    "exceptions": _exceptions,
    "birth_year": _maybe(_whole(1900, 2020)),
    "max_heart_rate": _maybe(_whole(120, 230)),
    "medical_caution": _flag,
    "timezone": _timezone,
}
