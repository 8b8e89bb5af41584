"""The hard rules 1-4, 7-10, 12-14, 23-26 and 32 of section 10, one function each, read from the text alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tests.oracle.bounds import cool_down_and_warm_up, session_bounds
from tests.oracle.facts import (
    DAYS,
    Item,
    Json,
    days_after,
    distance,
    level_of,
    lower_level,
    monday_of,
    overlap,
    read_items,
)
from tests.oracle.orders import allowed_orders
from tests.oracle.windows import availability

HOURS_3 = 180
LONG_SHARE = {2: 0.70, 3: 0.60, 4: 0.45, 5: 0.40}
LONG_SHARE_MORE = 0.33
STATED_LONGEST = {"beginner": 15, "intermediate": 40, "advanced": 60}
CAUTIOUS_PLAN_WEEKS = 6


@dataclass(frozen=True)
class Scene:
    """What the rules see: the week, the days before it if it follows one, whether Sunday touches its own Monday."""

    profile: Json
    week: Json
    items: list[Item]
    before: list[Item]
    wrap: bool
    plan_week: int
    follows: bool = False

    def pairs(self) -> Iterator[tuple[Item, Item, int]]:
        """Every pair with at least one session of this week, and its distance in days."""
        for one, two in combinations(self.items, 2):
            yield one, two, distance(one.day, two.day, self.wrap)
        for one in self.before:
            for two in self.items:
                yield one, two, distance(one.day, two.day, False)

    def neighbours(self) -> Iterator[tuple[Item, Item]]:
        """Ordered pairs whose second session is on the day after the first one's."""
        for one in self.items:
            yield from ((one, two) for two in self.items if days_after(one.day, two.day, self.wrap) == 1)
        for one in self.before:
            yield from ((one, two) for two in self.items if days_after(one.day, two.day, False) == 1)


def hard_violations(
    profile: Json, week: Json, *, previous: Json | None = None, wrap: bool = True, plan_week: int = 1
) -> list[str]:
    """Each broken hard rule as `rule: what`. `previous` (the week before) switches the wrap-around off.

    Rules that look further back than a week are those of `tests.oracle.blocks`; rule 26 is here for a week alone.
    """
    items = read_items(week)
    before = read_items(previous, monday_of(week)) if previous else []
    scene = Scene(profile, week, items, before, wrap and previous is None, plan_week, previous is not None)
    return [text for rule in RULES for text in rule(scene)]


def _availability(scene: Scene) -> Iterator[str]:
    for item in scene.items:
        date = monday_of(scene.week) + dt.timedelta(days=item.day)
        yield from availability(scene.profile, item, date)


def _rest_day(scene: Scene) -> Iterator[str]:
    resting = 7 - len({item.day for item in scene.items if item.trains})
    needed = 2 if lower_level(scene.profile) == "beginner" else 1
    if resting < needed:
        yield f"2 rest-day: {resting} days without run or lift, {needed} needed"


def _sessions_per_day(scene: Scene) -> Iterator[str]:
    most = 1 if lower_level(scene.profile) == "beginner" else 2
    for day in range(7):
        today = [item for item in scene.items if item.day == day]
        if len(today) > most:
            yield f"3 sessions-per-day: {len(today)} on {DAYS[day]}, at most {most}"
        if sum(item.has_run for item in today) > 1 or sum(item.has_lift for item in today) > 1:
            yield f"3 sessions-per-day: two runs or two lifts on {DAYS[day]}"


def _same_day_separation(scene: Scene) -> Iterator[str]:
    for one, two in combinations(scene.items, 2):
        if one.day == two.day and two.start - one.end < HOURS_3:
            yield f"4 same-day-separation: {one.name} and {two.name} are {two.start - one.end} minutes apart"


def _hard_easy(scene: Scene) -> Iterator[str]:
    for one, two, apart in scene.pairs():
        if one.is_key and two.is_key and apart < 2:
            yield f"7 hard-easy: {one.name} and {two.name}"


def _hard_run_cap(scene: Scene) -> Iterator[str]:
    hard = sum(item.is_circuit or item.intensity == "hard" for item in scene.items)
    beginner = level_of(scene.profile, "run") == "beginner"
    most = (0 if scene.plan_week <= CAUTIOUS_PLAN_WEEKS else 1) if beginner else 2
    most = 0 if scene.profile.get("medical_caution") else most
    if hard > most:
        yield f"8 hard-run-cap: {hard} hard runs, at most {most}"
    if sum(item.is_key for item in scene.items) > 3:
        yield "8 hard-run-cap: more than three key runs"
    if sum(item.intensity == "long" for item in scene.items) > 1:
        yield "8 hard-run-cap: more than one long run"


def _novice_run_spacing(scene: Scene) -> Iterator[str]:
    if level_of(scene.profile, "run") != "beginner":
        return
    for one, two, apart in scene.pairs():
        if one.has_run and two.has_run and apart < 2:
            yield f"9 novice-run-spacing: {one.name} and {two.name}"


def _muscle_recovery(scene: Scene) -> Iterator[str]:
    for one, two, apart in scene.pairs():
        if overlap(one.spaced_region, two.spaced_region) and apart < 2:
            yield f"10 muscle-recovery-48h: {one.name} and {two.name}"


def _legs_before_key_run(scene: Scene) -> Iterator[str]:
    for one, two in scene.neighbours():
        if one.is_heavy_leg_lift and two.is_key:
            yield f"12 legs-before-key-run: {one.name} then {two.name}"


def _session_order(scene: Scene) -> Iterator[str]:
    for item in scene.items:
        if item.kind == "combined" and item.order not in allowed_orders(scene.profile, item):
            yield f"13 session-order: {item.name} ({item.run_minutes} min run)"


def _no_hard_run_after_legs(scene: Scene) -> Iterator[str]:
    for item in scene.items:
        if item.kind == "combined" and item.is_key and item.is_leg_lift and item.order == "lift_first":
            yield f"14 no-hard-run-after-legs: {item.name}"
    for one, two in combinations(scene.items, 2):
        legs_first = one.day == two.day and one.is_leg_lift and one.start <= two.start
        if legs_first and two.is_key and not two.is_circuit:
            yield f"14 no-hard-run-after-legs: {one.name} then {two.name}"


def _session_bounds(scene: Scene) -> Iterator[str]:
    yield from session_bounds(scene.profile, scene.items)


def _warm_up(scene: Scene) -> Iterator[str]:
    yield from cool_down_and_warm_up(scene.items)


def _long_run_share(scene: Scene) -> Iterator[str]:
    runs = [item for item in scene.items if item.intensity and not item.is_circuit]
    if len(runs) < 2:
        return
    total = sum(item.run_minutes for item in runs)
    most = LONG_SHARE.get(len(runs), LONG_SHARE_MORE)
    for item in runs:
        if item.intensity == "long" and item.run_minutes > most * total + 1e-9:
            yield f"25 long-run-share: {item.run_minutes} of {total} min in {len(runs)} runs, at most {most:.0%}"


def stated_longest(profile: Json) -> int:
    """Minutes of the longest run before the plan; unstated, the level's, or a quarter of the stated week's."""
    stated, usual = profile.get("longest_recent_run_minutes"), profile.get("weekly_run_minutes") or 0
    assumed = max(STATED_LONGEST[level_of(profile, "run")], min(usual // 4, 150))
    return assumed if stated is None else stated


def _single_run_spike(scene: Scene) -> Iterator[str]:
    if scene.follows:
        return
    longest = stated_longest(scene.profile)
    most = max(1.10 * longest, longest + 5)
    race_day = ((scene.profile.get("race") or {}).get("date")) or ""
    for item in scene.items:
        date = monday_of(scene.week) + dt.timedelta(days=item.day)
        if not item.is_circuit and item.run_minutes > most + 1e-9 and date.isoformat() != race_day:
            yield f"26 single-run-spike: {item.run_minutes} min after at most {longest}"


def _circuit_limit(scene: Scene) -> Iterator[str]:
    circuits = [item for item in scene.items if item.is_circuit]
    most = 1 if lower_level(scene.profile) == "beginner" else 2
    if len(circuits) > most:
        yield f"32 circuit-limit: {len(circuits)} circuits, at most {most}"
    for one, two, apart in scene.pairs():
        if one.is_circuit and two.is_circuit and apart < 2:
            yield f"32 circuit-limit: {one.name} and {two.name}"


RULES = (
    _availability,
    _rest_day,
    _sessions_per_day,
    _same_day_separation,
    _hard_easy,
    _hard_run_cap,
    _novice_run_spacing,
    _muscle_recovery,
    _legs_before_key_run,
    _session_order,
    _no_hard_run_after_legs,
    _session_bounds,
    _warm_up,
    _long_run_share,
    _single_run_spike,
    _circuit_limit,
)
