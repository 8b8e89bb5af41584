"""The soft rules 5, 6, 11, 15-22, 29 and 30 of section 10: weight times the number of times each is missed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tests.oracle.facts import Item, Json, daily_loads, days_after, monotony, overlap, read_items
from tests.oracle.orders import broken_pairs, combined_of, imbalance, policy_of

HIGH, MEDIUM, LOW = 10.0, 4.0, 1.0
DAY, WEEK_MINUTES = 24 * 60, 7 * 24 * 60
FRESH_LEGS_HOURS, TIRED_LEGS_HOURS = 44, 24
SHORT_RUN, RUN_DAYS, EASY_SHARE, EASY_SHARE_RUNS = 30, 3, 0.75, 4
MONOTONY_LIMIT = 2.0


def soft_costs(profile: Json, week: Json) -> dict[str, float]:
    """Cost per rule id (only those above 0), the week taken alone and wrapped onto itself."""
    items = read_items(week)
    costs = {name: rule(profile, items) for name, rule in RULES.items()}
    return {name: cost for name, cost in costs.items() if cost > 0}


def _day_pairs(items: list[Item]) -> Iterator[tuple[Item, Item]]:
    yield from (pair for pair in combinations(items, 2) if pair[0].day == pair[1].day)


def _next_days(items: list[Item]) -> Iterator[tuple[Item, Item]]:
    yield from ((one, two) for one in items for two in items if days_after(one.day, two.day, True) == 1)


def _separation_6h(profile: Json, items: list[Item]) -> float:
    return HIGH * sum(two.start - one.end < 360 for one, two in _day_pairs(items))


def _double_day_order(profile: Json, items: list[Item]) -> float:
    return MEDIUM * sum(_lift_leads(profile, one, two) for one, two in _day_pairs(items))


def _lift_leads(profile: Json, one: Item, two: Item) -> bool:
    if not (one.has_lift and not one.has_run and two.has_run and not two.has_lift):
        return False
    return not (profile["goal"] == "strength" and one.is_heavy_leg_lift and two.intensity == "easy")


def _recovery_hours(profile: Json, items: list[Item]) -> float:
    close = 0
    for one, two in combinations(items, 2):
        ahead = (two.day - one.day) * DAY + two.start - one.start
        near = min(ahead % WEEK_MINUTES, -ahead % WEEK_MINUTES) < 2 * DAY
        close += near and overlap(one.spaced_region, two.spaced_region)
    return LOW * close


def _full_before_key(profile: Json, items: list[Item]) -> float:
    weight = MEDIUM if profile["goal"] in ("strength", "muscle") else HIGH
    return weight * sum(one.is_moderate_full and two.is_key for one, two in _next_days(items))


def _legs_to_hard_run(profile: Json, items: list[Item]) -> float:
    hard = [item for item in items if item.intensity == "hard" and not item.is_circuit]
    if profile["goal"] not in ("endurance", "speed") or not hard:
        return 0.0
    return MEDIUM * sum(_tired(min(_hours_to(lift, run) for run in hard)) for lift in items if lift.is_leg_lift)


def _hours_to(lift: Item, run: Item) -> float:
    lift_end = lift.lift_start + lift.lift_minutes
    ahead = (run.day - lift.day) * DAY + run.run_start - lift_end
    return (ahead % WEEK_MINUTES) / 60


def _tired(hours: float) -> float:
    return 0.0 if hours >= FRESH_LEGS_HOURS else 0.5 if hours >= TIRED_LEGS_HOURS else 1.0


def _long_run_recovery(profile: Json, items: list[Item]) -> float:
    weight = HIGH if profile["goal"] == "endurance" else MEDIUM
    longs = {item.day for item in items if item.intensity == "long"}
    guarded = longs | {(day + 1) % 7 for day in longs}
    return weight * sum(item.is_leg_lift and item.day in guarded for item in items)


def _hard_days_hard(profile: Json, items: list[Item]) -> float:
    hard = {item.day for item in items if item.intensity == "hard"}
    easy = {item.day for item in items if item.intensity} - hard
    if profile["goal"] not in ("endurance", "speed") or not hard:
        return 0.0
    return LOW * sum(item.is_leg_lift and item.day in easy for item in items)


def _alternate_order(profile: Json, items: list[Item]) -> float:
    weight = HIGH if policy_of(profile) == "alternate" else LOW
    combined = combined_of(items)
    return weight * (broken_pairs(profile, combined) + imbalance(combined))


def _varied_days(profile: Json, items: list[Item]) -> float:
    weight = MEDIUM if profile["goal"] == "fat_loss" else LOW
    signs = [sorted(map(sign, (i for i in items if i.day == day and i.trains))) for day in range(7)]
    return weight * sum(bool(signs[day]) and signs[day] == signs[(day + 1) % 7] for day in range(7))


def sign(item: Item) -> tuple[str, str, str]:
    return item.intensity or "", item.region or "", item.order or ""


def _concurrent_dose(profile: Json, items: list[Item]) -> float:
    if profile["goal"] not in ("strength", "muscle"):
        return 0.0
    heavy = sum(item.run_minutes > SHORT_RUN or item.is_key for item in combined_of(items))
    run_days = {item.day for item in items if item.has_run}
    return HIGH * (heavy + (len(run_days) > RUN_DAYS))


def _strength_frequency(profile: Json, items: list[Item]) -> float:
    days = len({item.day for item in items})
    needed = 1 if profile["goal"] in ("endurance", "speed") and days <= 3 else 2
    regions = ["full" if item.is_circuit else item.region for item in items if item.has_lift]
    counts = [sum(region in ("full", half) for region in regions) for half in ("upper", "lower")]
    weight = HIGH if profile["goal"] in ("strength", "muscle") else MEDIUM
    return weight * sum(max(0, needed - count) for count in counts)


def _easy_share(profile: Json, items: list[Item]) -> float:
    runs = [item for item in items if item.intensity]
    total = sum(item.run_minutes for item in runs)
    faster = sum(item.run_minutes - item.warm_up - item.cool_down for item in runs if item.intensity in _FAST)
    return MEDIUM if len(runs) >= EASY_SHARE_RUNS and faster > (1 - EASY_SHARE) * total else 0.0


_FAST = ("moderate", "hard")


def _monotony(profile: Json, items: list[Item]) -> float:
    return MEDIUM if items and monotony(daily_loads(items)) >= MONOTONY_LIMIT else 0.0


RULES = {
    "same-day-separation-6h": _separation_6h,
    "double-day-order": _double_day_order,
    "muscle-recovery-hours": _recovery_hours,
    "full-body-before-key-run": _full_before_key,
    "legs-to-hard-run-48h": _legs_to_hard_run,
    "long-run-recovery": _long_run_recovery,
    "hard-days-hard": _hard_days_hard,
    "alternate-order": _alternate_order,
    "varied-days": _varied_days,
    "concurrent-dose": _concurrent_dose,
    "strength-frequency": _strength_frequency,
    "easy-share": _easy_share,
    "monotony": _monotony,
}
