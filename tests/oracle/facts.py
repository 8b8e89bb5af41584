"""A week's JSON document read into plain facts: days, hours, loads and the definitions every rule shares."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEVELS = ("beginner", "intermediate", "advanced")
KEY = ("hard", "long")
RUN_RPE = {"easy": 3, "long": 4, "moderate": 5, "hard": 7}
LIFT_RPE = {"light": 4, "moderate": 6, "heavy": 7}
CIRCUIT_RPE, RECOVERY_RPE = 8, 2
MARATHON_KM = 42


@dataclass(frozen=True)
class Item:
    """One session. `day` counts from the week's Monday (negative: the week before); times are minutes of the day."""

    id: str
    day: int
    start: int
    minutes: int
    kind: str
    order: str | None
    intensity: str | None
    run_minutes: int
    region: str | None
    effort: str | None
    lift_minutes: int
    warm_up: int
    cool_down: int

    @property
    def end(self) -> int:
        """Minute of the day at which the session ends."""
        return self.start + self.minutes

    @property
    def name(self) -> str:
        """Short name for messages, such as `Mon 07:00 combined hard+full run_first`."""
        parts = "+".join(part for part in (self.intensity, self.effort, self.region) if part)
        return " ".join(filter(None, (DAYS[self.day % 7], clock(self.start), self.kind, parts, self.order)))

    @property
    def is_circuit(self) -> bool:
        """A circuit is a key run and a moderate full lift in rules 7-10, 12 and 15."""
        return self.kind == "circuit"

    @property
    def has_run(self) -> bool:
        """Any running, circuits included."""
        return self.is_circuit or self.intensity is not None

    @property
    def has_lift(self) -> bool:
        """Any lifting, circuits included."""
        return self.is_circuit or self.region is not None

    @property
    def trains(self) -> bool:
        """Run, lift or circuit: what rule 2 counts."""
        return self.has_run or self.has_lift

    @property
    def is_key(self) -> bool:
        """Hard run, long run or circuit."""
        return self.is_circuit or self.intensity in KEY

    @property
    def spaced_region(self) -> str | None:
        """The region for the spacing rules; None for light lifts, which they exempt."""
        if self.is_circuit:
            return "full"
        return self.region if self.effort != "light" else None

    @property
    def is_leg_lift(self) -> bool:
        """Lower or full, not light, circuits not counted."""
        return not self.is_circuit and self.spaced_region in ("lower", "full")

    @property
    def is_heavy_leg_lift(self) -> bool:
        """Lower not light, or full heavy."""
        return self.is_leg_lift and (self.region == "lower" or self.effort == "heavy")

    @property
    def is_moderate_full(self) -> bool:
        """Full and moderate, circuits included (rule 15)."""
        return self.is_circuit or (self.region == "full" and self.effort == "moderate")

    @property
    def run_start(self) -> int:
        """Minute of the day at which the run part begins."""
        return self.end - self.run_minutes if self.order == "lift_first" else self.start

    @property
    def lift_start(self) -> int:
        """Minute of the day at which the lift part begins."""
        return self.end - self.lift_minutes if self.order == "run_first" else self.start

    @property
    def load(self) -> float:
        """Minutes times RPE in AU, section 6."""
        if self.is_circuit:
            return self.minutes * CIRCUIT_RPE
        if self.kind == "recovery":
            return self.minutes * RECOVERY_RPE
        run = self.run_minutes * RUN_RPE[self.intensity] if self.intensity else 0
        return run + (self.lift_minutes * LIFT_RPE[self.effort] if self.effort else 0)


def clock(minute: int) -> str:
    """Minute of the day as HH:MM."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute_of(text: str) -> int:
    """HH:MM (24:00 allowed) as minute of the day."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def monday_of(week: Json) -> dt.date:
    """The week's first day."""
    return dt.date.fromisoformat(week["start"])


def read_items(week: Json, origin: dt.date | None = None) -> list[Item]:
    """The week's sessions in time order, days counted from `origin` (the week's own Monday by default)."""
    first = origin or monday_of(week)
    return sorted((_item(session, first) for session in week["sessions"]), key=lambda item: (item.day, item.start))


def _item(session: Json, first: dt.date) -> Item:
    run, lift = session["run"] or {}, session["lift"] or {}
    return Item(
        id=session["id"],
        day=(dt.date.fromisoformat(session["date"]) - first).days,
        start=minute_of(session["start"]),
        minutes=session["minutes"],
        kind=session["kind"],
        order=session["order"],
        intensity=run.get("intensity"),
        run_minutes=run.get("minutes", 0),
        region=lift.get("region"),
        effort=lift.get("effort"),
        lift_minutes=lift.get("minutes", 0),
        warm_up=session["warm_up_minutes"],
        cool_down=session["cool_down_minutes"],
    )


def level_of(profile: Json, part: str) -> str:
    """The level for `run` or `lift`, beginner by default."""
    return profile.get(f"{part}_level") or "beginner"


def lower_level(profile: Json) -> str:
    """The lower of the two levels, which rest days use."""
    return min(level_of(profile, "run"), level_of(profile, "lift"), key=LEVELS.index)


def overlap(one: str | None, other: str | None) -> bool:
    """Do two regions share muscles: full shares with all, upper and lower only with themselves."""
    return bool(one and other) and ("full" in (one, other) or one == other)


def distance(one: int, other: int, wrap: bool) -> int:
    """Days apart, on a circle of seven when the week wraps, by real dates when not."""
    return min((one - other) % 7, (other - one) % 7) if wrap else abs(one - other)


def days_after(one: int, other: int, wrap: bool) -> int:
    """Days from `one` to `other`, on the circle when the week wraps."""
    return (other - one) % 7 if wrap else other - one


def daily_loads(items: Iterable[Item]) -> list[float]:
    """AU per day, Monday to Sunday."""
    loads = [0.0] * 7
    for item in items:
        loads[item.day] += item.load
    return loads


def monotony(daily: list[float]) -> float:
    """Mean over sample SD of the seven daily loads; 10 when the SD is 0."""
    spread = statistics.stdev(daily)
    return 10.0 if spread == 0 else statistics.mean(daily) / spread
