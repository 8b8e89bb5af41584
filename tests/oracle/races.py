"""Rule 31, section 5's taper and the days beside a race, read from the text alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.oracle.facts import Json
from tests.oracle.weeks import WeekFacts, race_of, run_minutes

DAY = dt.timedelta(days=1)
ALLOWANCE = 0.10
WEEKS_BEFORE_TAPER = 4
FRESH_LEGS_DAYS, FRESH_DAYS, LAST_DAYS = 3, 2, 7
ORDER = ("base", "build", "specific", "taper", "race")
JUST = 1e-9


@dataclass(frozen=True)
class Taper:
    """A race's row in section 5: the shortest and longest taper in days, the cut in volume."""

    least_days: int
    most_days: int
    cut: float


TAPERS = ((7.5, Taper(5, 7, 0.40)), (15.0, Taper(7, 10, 0.45)), (30.0, Taper(10, 14, 0.50)))
MARATHON = Taper(14, 21, 0.55)


def taper_of(distance_km: float) -> Taper:
    """The row nearest to the distance: 5 km, 10 km, half marathon, marathon."""
    return next((taper for up_to, taper in TAPERS if distance_km <= up_to), MARATHON)


def race_violations(profile: Json, weeks: Sequence[WeekFacts]) -> Iterator[str]:
    """Everything that rule 31 and the taper forbid; nothing where no race shapes the plan."""
    yield from _beside(profile, weeks)
    race = race_of(profile)
    if race is None or not weeks:
        yield from (f"phase: {week.name}, without a race" for week in weeks if week.phase in ("taper", "race"))
        return
    date, taper = race[0], taper_of(race[1])
    if weeks[0].monday <= date <= weeks[-1].sunday + DAY:
        yield from _too_much(profile, weeks, date, taper)
    yield from _tired(weeks, date)
    yield from _phases(weeks, date, taper)
    yield from _strength_lost(profile, weeks, date)


def _too_much(profile: Json, weeks: Sequence[WeekFacts], date: dt.date, taper: Taper) -> Iterator[str]:
    """The last seven days against the highest week before the taper, counted in the planner's favour."""
    most = highest_week(profile, weeks, date - taper.least_days * DAY)
    last = sum(_by_date(weeks, circuits=False).get(date - days * DAY, 0) for days in range(1, LAST_DAYS + 1))
    limit = None if most is None else (1 - taper.cut + ALLOWANCE) * most
    if limit is not None and last > limit + JUST:
        yield f"31 taper-and-race-week: {last} min in the last 7 days, at most {limit:.0f} after {most:.0f}"


def highest_week(profile: Json, weeks: Sequence[WeekFacts], taper_start: dt.date) -> float | None:
    """The most run minutes of seven days in a row in the four weeks before the taper; None where none are known.

    Days before the plan count as a seventh of the usual week where that is given.
    """
    usual, start = profile.get("weekly_run_minutes"), weeks[0].monday
    minutes = _by_date(weeks, circuits=True)
    sums = []
    for first in range(LAST_DAYS, 7 * WEEKS_BEFORE_TAPER + 1):
        days = [taper_start - (first - day) * DAY for day in range(LAST_DAYS)]
        if usual is not None or days[0] >= start:
            sums.append(sum(minutes.get(day, 0) if day >= start else usual / 7 for day in days))
    return max(sums, default=None)


def _by_date(weeks: Sequence[WeekFacts], circuits: bool) -> dict[dt.date, int]:
    minutes: dict[dt.date, int] = {}
    for week in weeks:
        for date, item in week.dated():
            minutes[date] = minutes.get(date, 0) + run_minutes([item], circuits)
    return minutes


def _tired(weeks: Sequence[WeekFacts], date: dt.date) -> Iterator[str]:
    """Leg lifts in the last three days, key runs in the last two, anything on the day."""
    for week in weeks:
        for day, item in week.dated():
            left = (date - day).days
            if left == 0:
                yield f"31 taper-and-race-week: a session on the day of the race: {item.name}"
            if 0 < left <= FRESH_LEGS_DAYS and item.is_leg_lift:
                yield f"31 taper-and-race-week: a leg lift {left} days before the race: {item.name}"
            if 0 < left <= FRESH_DAYS and item.is_key:
                yield f"31 taper-and-race-week: a key run {left} days before the race: {item.name}"


def _beside(profile: Json, weeks: Sequence[WeekFacts]) -> Iterator[str]:
    """Rules 7, 9 and 12 with the race as a hard run of its day, whatever the goal."""
    if not profile.get("race"):
        return
    date = dt.date.fromisoformat(profile["race"]["date"])
    for week in weeks:
        for day, item in week.dated():
            if abs((date - day).days) > 1:
                continue
            if item.is_key:
                yield f"7 hard-easy: beside the race: {item.name}"
            if item.has_run and profile.get("run_level", "beginner") == "beginner":
                yield f"9 novice-run-spacing: beside the race: {item.name}"
            if (date - day).days == 1 and item.is_heavy_leg_lift:
                yield f"12 legs-before-key-run: the day before the race: {item.name}"


def _phases(weeks: Sequence[WeekFacts], date: dt.date, taper: Taper) -> Iterator[str]:
    """Base, build, specific, taper and race follow each other; deloads lie between; each taper lies in its days."""
    until = [week for week in weeks if week.monday <= date and week.phase != "deload"]
    for one, two in pairwise(week for week in until if week.phase in ORDER):
        if ORDER.index(one.phase) > ORDER.index(two.phase):
            yield f"phase: {two.name} after {one.name}"
    for week in weeks:
        holds_race = week.monday <= date <= week.sunday
        if holds_race != (week.phase == "race"):
            yield f"phase: {week.name}, the race is on {date}"
        if week.phase == "taper" and not holds_race and not date - taper.most_days * DAY <= week.sunday < date:
            yield f"phase: {week.name}, the taper begins {taper.most_days} days before {date}"
        if date - taper.least_days * DAY <= week.monday <= week.sunday < date and week.phase != "taper":
            yield f"phase: {week.name} lies in the taper before {date}"


def _strength_lost(profile: Json, weeks: Sequence[WeekFacts], date: dt.date) -> Iterator[str]:
    """A week before the race without a lift, where other weeks have one; a race before Thursday leaves no room."""
    if profile.get("lifts_per_week") == 0 or not any(_lifts(week) for week in weeks):
        return
    for week in weeks:
        counts = week.sunday < date or (week.monday <= date and date.weekday() >= 3)
        if counts and not week.disturbed and not _lifts(week):
            yield f"strength: {week.name} before the race has no lift"


def _lifts(week: WeekFacts) -> bool:
    return any(item.has_lift for item in week.items)
