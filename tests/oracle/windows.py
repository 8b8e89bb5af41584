"""Rule 1 and the limits a person sets: free windows, rest weekdays, numbers asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tests.oracle.facts import Item, Json, minute_of, read_items

Window = tuple[int, int, str | None]


def free_windows(profile: Json, date: dt.date) -> list[Window]:
    """The windows (start, end, only) of a date in minutes of the day: its exception, else the usual weekday."""
    for exception in profile.get("exceptions") or []:
        if exception["date"] == date.isoformat():
            return [(minute_of(w["start"]), minute_of(w["end"]), None) for w in exception["windows"]]
    if date.weekday() in (profile.get("rest_weekdays") or []):
        return []
    usual = [w for w in profile["availability"] if w["weekday"] == date.weekday()]
    return [(minute_of(w["start"]), minute_of(w["end"]), w.get("only")) for w in usual]


def availability(profile: Json, item: Item, date: dt.date) -> Iterator[str]:
    """Rule 1 for one session; windows that touch count as one."""
    windows = free_windows(profile, date)
    if _fits(item, [w for w in windows if w[2] is None or item.kind == f"{w[2]}_only"]):
        return
    if item.kind == "recovery" and _fits(item, windows):
        yield f"1 availability (recovery in an only window): {item.name}"
    else:
        yield f"1 availability: {item.name} of {item.minutes} min lies in no free window"


def _fits(item: Item, windows: list[Window]) -> bool:
    reach = item.start
    for start, end, _ in sorted(windows, key=lambda window: window[:2]):
        if start <= reach < end:
            reach = end
    return reach >= item.end


def broken_limits(profile: Json, week: Json) -> list[str]:
    """Numbers the profile forbids to pass: days, runs, lifts, circuits, minutes; and medical caution."""
    items = read_items(week)
    return [*_too_many(profile, items), *_too_long(profile, items), *_not_cautious(profile, items)]


def _too_many(profile: Json, items: list[Item]) -> Iterator[str]:
    counts = {
        "training_days": len({item.day for item in items}),
        "runs_per_week": sum(item.has_run and not item.is_circuit for item in items),
        "lifts_per_week": sum(item.has_lift and not item.is_circuit for item in items),
        "circuits_per_week": sum(item.is_circuit for item in items),
    }
    for field, count in counts.items():
        most = profile.get(field, 0 if field == "circuits_per_week" else None)
        if most is not None and count > most:
            yield f"limit {field}: {count}, at most {most}"


def _too_long(profile: Json, items: list[Item]) -> Iterator[str]:
    most = profile.get("max_session_minutes")
    for item in items:
        if most is not None and item.minutes > most:
            yield f"limit max_session_minutes: {item.minutes}, at most {most} ({item.name})"


def _not_cautious(profile: Json, items: list[Item]) -> Iterator[str]:
    if not profile.get("medical_caution"):
        return
    for item in items:
        if item.is_circuit or item.intensity in ("moderate", "hard") or item.effort == "heavy":
            yield f"limit medical_caution: {item.name}"
        if item.intensity == "long":
            yield f"limit medical_caution (long run): {item.name}"


def unmet_wishes(profile: Json, week: Json) -> list[str]:
    """Wishes a week leaves open; a plan must tell each in `changes`."""
    items = read_items(week)
    return [*_too_few(profile, items), *_shape_wishes(profile, items)]


def _too_few(profile: Json, items: list[Item]) -> Iterator[str]:
    counts = {
        "runs_per_week": sum(item.has_run for item in items),
        "lifts_per_week": sum(item.has_lift for item in items),
        "circuits_per_week": sum(item.is_circuit for item in items),
    }
    for field, count in counts.items():
        if count < (profile.get(field) or 0):
            yield f"wish {field}: {count} of {profile[field]}"


def _shape_wishes(profile: Json, items: list[Item]) -> Iterator[str]:
    weekday = profile.get("long_run_weekday")
    if weekday is not None and any(item.intensity == "long" and item.day != weekday for item in items):
        yield "wish long_run_weekday: the long run is on another day"
    if profile.get("arrangement") in ("separate", "two_a_day") and any(item.kind == "combined" for item in items):
        yield f"wish arrangement: {profile['arrangement']}, with a combined session"
    regions = {item.region for item in items if item.region and not item.is_circuit}
    if profile.get("split") == "full_body" and regions - {"full"}:
        yield "wish split: full_body, with another region"
    if profile.get("split") == "upper_lower" and "full" in regions:
        yield "wish split: upper_lower, with a full lift"
