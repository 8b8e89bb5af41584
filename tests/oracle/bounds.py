"""Rules 23 and 24: minutes of sessions and days, warm-up and cool-down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.oracle.facts import DAYS, MARATHON_KM, Item, Json, lower_level

COMBINED_MOST = {"beginner": 75, "intermediate": 100, "advanced": 120}
DAY_MOST = {"beginner": 75, "intermediate": 120, "advanced": 150}
RUN_BOUNDS, LIFT_BOUNDS, CIRCUIT_BOUNDS, RECOVERY_BOUNDS = (15, 150), (20, 90), (20, 45), (10, 60)
MARATHON_LONG, LIGHT_LEAST = 180, 10


def session_bounds(profile: Json, items: Sequence[Item]) -> Iterator[str]:
    """Rule 23 for every session and every day."""
    level, marathon = lower_level(profile), ((profile.get("race") or {}).get("distance_km") or 0) >= MARATHON_KM
    for item in items:
        for what, minutes, least, most in _bounds(item, level, marathon):
            if not least <= minutes <= most:
                yield f"23 session-bounds: {what} of {minutes} min, {least} to {most} allowed ({item.name})"
    for day in range(7):
        today = [item for item in items if item.day == day]
        exempt = marathon and any(item.intensity == "long" for item in today)
        if sum(item.minutes for item in today) > DAY_MOST[level] and not exempt:
            yield f"23 session-bounds: {DAYS[day]} has more than {DAY_MOST[level]} min"


def _bounds(item: Item, level: str, marathon: bool) -> Iterator[tuple[str, int, int, int]]:
    if item.kind == "circuit":
        yield "circuit", item.minutes, *CIRCUIT_BOUNDS
        return
    if item.kind == "recovery":
        yield "recovery", item.minutes, *RECOVERY_BOUNDS
        return
    if item.kind == "combined":
        yield "combined", item.minutes, 30, COMBINED_MOST[level]
    if item.intensity:
        most = MARATHON_LONG if marathon and item.intensity == "long" else RUN_BOUNDS[1]
        yield "run", item.run_minutes, RUN_BOUNDS[0], most
    if item.region:
        least = LIGHT_LEAST if item.effort == "light" else LIFT_BOUNDS[0]
        yield "lift", item.lift_minutes, least, LIFT_BOUNDS[1]


def cool_down_and_warm_up(items: Sequence[Item]) -> Iterator[str]:
    """Rule 24 for every session that trains; recovery is exempt."""
    for item in items:
        if not item.trains:
            continue
        least = 10 if item.intensity == "hard" or item.effort == "heavy" else 5
        if not least <= item.warm_up <= 15:
            yield f"24 warm-up-cool-down: warm-up {item.warm_up} min, {least} to 15 needed ({item.name})"
        if item.cool_down < 5:
            yield f"24 warm-up-cool-down: cool-down {item.cool_down} min, 5 needed ({item.name})"
