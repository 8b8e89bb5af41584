"""The weeks of a plan as numbers: dates, run minutes, sets, phases."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tests.oracle.facts import Item, Json, monday_of, read_items

DOSE = re.compile(r"(\d+) × \d+(?:–\d+)?(?: s)?(?=[.,;)]|$)")  # "3 × 8–12", "2 × 20–40 s"
ROUNDS = re.compile(r"(One|\d+) rounds? of ([^:]+)")  # "2 rounds of squat, push-up, row"
RACES = ("endurance", "speed")


@dataclass(frozen=True)
class WeekFacts:
    """One week of a plan; `number` counts from 0, `disturbed` tells that one of its dates is an exception."""

    number: int
    monday: dt.date
    phase: str
    items: tuple[Item, ...]
    sets: int
    disturbed: bool

    @cached_property
    def runs(self) -> dict[bool, int]:
        """Run minutes with (True) and without (False) those of circuits; the text does not say which it means."""
        return {circuits: run_minutes(self.items, circuits) for circuits in (True, False)}

    @property
    def sunday(self) -> dt.date:
        """The week's last day."""
        return self.monday + dt.timedelta(days=6)

    @property
    def name(self) -> str:
        """For messages."""
        return f"week {self.number + 1} ({self.phase})"

    def dated(self) -> Iterator[tuple[dt.date, Item]]:
        """The week's sessions with their dates, in time order."""
        yield from ((self.monday + dt.timedelta(days=item.day), item) for item in self.items)


def weeks_of(profile: Json, plan: Json) -> list[WeekFacts]:
    """The plan's weeks in order."""
    exceptions = {exception["date"] for exception in profile.get("exceptions") or []}
    return [_week(number, week, exceptions) for number, week in enumerate(plan["weeks"])]


def _week(number: int, week: Json, exceptions: set[str]) -> WeekFacts:
    monday = monday_of(week)
    dates = {(monday + dt.timedelta(days=day)).isoformat() for day in range(7)}
    sets = sum(map(sets_of, week["sessions"]))
    return WeekFacts(number, monday, week["phase"], tuple(read_items(week)), sets, bool(dates & exceptions))


def run_minutes(items: Iterable[Item], circuits: bool) -> int:
    """Minutes of running, those of circuits counted or not."""
    return sum(item.run_minutes for item in items if circuits or not item.is_circuit)


def sets_of(session: Json) -> int:
    """Working sets of a session's lift: as told in numbers, else as its steps tell them; circuits have none."""
    lift = session["lift"]
    if lift is None or session["kind"] == "circuit":
        return 0
    if "sets" in lift:
        return int(lift["sets"])
    return sum(sum(sets_in(block["text"])) for block in session.get("blocks") or [] if _lifts(block))


def _lifts(block: Json) -> bool:
    return block.get("part", "lift") == "lift"


def sets_in(text: str) -> list[int]:
    """Sets of each exercise that a step of a lift names."""
    rounds = ROUNDS.search(text)
    if rounds:
        return [1 if rounds[1] == "One" else int(rounds[1])] * len(rounds[2].split(", "))
    return [int(dose) for dose in DOSE.findall(text)]


def race_of(profile: Json) -> tuple[dt.date, float] | None:
    """Date and kilometres of the race that shapes the plan: only where endurance or speed is the goal."""
    race = profile.get("race")
    if not race or profile["goal"] not in RACES:
        return None
    return dt.date.fromisoformat(race["date"]), race["distance_km"]
