"""A profile document (contract/profile.schema.json) read into an Athlete; every error names its field in plain words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.engine.domain import DAY_MINUTES, Athlete, DateException, Race, RecentRace, Window
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
        raise ProfileError("my_order", "say run_first or lift_first, since the order policy is my_order")
    if athlete.order_policy is Policy.LEAST_LIKED_FIRST and athlete.likes_less is None:
        raise ProfileError("likes_less", "say run or lift, since the order policy is least_liked_first")


def _object(
    value: object, field: str, known: Mapping[str, Any], required: tuple[str, ...] = ()
) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ProfileError(field, "takes an object")
    for name in value:
        if name not in known:
            inside = name if field == "profile" else f"{field}.{name}"
            raise ProfileError(_printable(inside), f"is not a field of {field}; it knows {', '.join(known)}")
    for name in required:
        if name not in value:
            raise ProfileError(name if field == "profile" else f"{field}.{name}", "is missing")
    return value


def _printable(text: str) -> str:
    """A name from outside, fit for one line of an error message."""
    return "".join(c if c.isprintable() else "?" for c in text)[:60]


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


def _one_of[T: StrEnum](kind: type[T]) -> Callable[[object, str], T]: ...
