"""Deterministic profiles of every kind profile.schema.json allows, and the cells of the composition table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.oracle.facts import LEVELS, Json

GOALS = ("endurance", "speed", "strength", "muscle", "fat_loss", "general")
POLICIES = ("alternate", "priority_first", "finish_with_focus", "least_liked_first", "my_order")
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia")
EQUIPMENT = ("bodyweight", "bands", "dumbbells", "kettlebell", "barbell", "machines", "treadmill")
FIRST_DAY = dt.date(2026, 11, 30)
SPREAD = {2: (0, 3), 3: (0, 2, 4), 4: (0, 2, 4, 6), 5: (0, 1, 3, 4, 6), 6: (0, 1, 2, 3, 4, 5), 7: tuple(range(7))}


def random_profile(seed: int) -> Json:
    """A valid profile, the same for the same seed on every machine."""
    rng = Random(seed)
    profile: Json = {"goal": rng.choice(GOALS), "availability": _availability(rng)}
    _levels(rng, profile)
    for chance, add in (
        (0.5, _numbers),
        (0.55, _policy),
        (0.4, _shape),
        (0.35, _days),
        (0.4, _running),
        (0.3, _person),
    ):
        if rng.random() < chance:
            add(rng, profile)
    return profile


def _levels(rng: Random, profile: Json) -> None:
    if rng.random() < 0.9:
        profile["run_level"] = rng.choice(LEVELS)
        profile["lift_level"] = profile["run_level"] if rng.random() < 0.5 else rng.choice(LEVELS)


def _availability(rng: Random) -> list[Json]:
    days = sorted(rng.sample(range(7), rng.choice((1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 7))))
    style = rng.choice((_day_long, _evening, _two_a_day, _touching, _short, _night, _mixed, _mixed))
    return [window for day in days for window in style(rng, day)]


def _window(rng: Random, day: int, start: int, end: int, only_chance: float = 0.12) -> Json:
    window: Json = {"weekday": day, "start": _clock(start), "end": _clock(end)}
    if rng.random() < only_chance:
        window["only"] = rng.choice(("run", "lift"))
    return window


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _day_long(rng: Random, day: int) -> list[Json]:
    return [_window(rng, day, *rng.choice(((0, 1440), (360, 1260), (300, 1320))), only_chance=0.03)]


def _evening(rng: Random, day: int) -> list[Json]:
    start = rng.randrange(960, 1200, 5)
    return [_window(rng, day, start, start + rng.choice((45, 60, 75, 90, 120, 150)))]


def _two_a_day(rng: Random, day: int) -> list[Json]:
    start, later = rng.randrange(300, 480, 5), rng.randrange(900, 1200, 5)
    return [
        _window(rng, day, start, start + rng.choice((30, 45, 60, 90))),
        _window(rng, day, later, later + rng.choice((45, 60, 90, 120))),
    ]


def _touching(rng: Random, day: int) -> list[Json]:
    start = rng.randrange(300, 1080, 15)
    edges = [start]
    for _ in range(rng.choice((2, 3))):
        edges.append(edges[-1] + rng.choice((20, 30, 45, 60, 75)))
    return [_window(rng, day, one, two, 0.3) for one, two in pairwise(edges)]


def _short(rng: Random, day: int) -> list[Json]:
    starts = rng.sample((380, 560, 740, 920, 1100, 1280), rng.choice((1, 1, 2, 3)))
    return [_window(rng, day, start, start + rng.randrange(12, 46)) for start in sorted(starts)]


def _night(rng: Random, day: int) -> list[Json]:
    late = rng.choice((1260, 1290, 1320, 1350, 1380))
    early = [_window(rng, day, 0, rng.choice((60, 90, 180)))] if rng.random() < 0.5 else []
    return [*early, _window(rng, day, late, 1440)]


def _mixed(rng: Random, day: int) -> list[Json]:
    return rng.choice((_day_long, _evening, _two_a_day, _touching, _short, _night))(rng, day)


def _numbers(rng: Random, profile: Json) -> None:
    choices = {
        "training_days": range(1, 8),
        "runs_per_week": range(8),
        "lifts_per_week": range(7),
        "max_session_minutes": (15, 25, 30, 35, 40, 45, 60, 75, 90, 120, 240),
    }
    for field in rng.sample(sorted(choices), rng.choice((1, 1, 2, 3))):
        profile[field] = rng.choice([*choices[field], None])


def _policy(rng: Random, profile: Json) -> None:
    profile["order_policy"] = rng.choice(POLICIES)
    if profile["order_policy"] == "my_order":
        profile["my_order"] = rng.choice(("run_first", "lift_first"))
    if profile["order_policy"] == "least_liked_first":
        profile["likes_less"] = rng.choice(("run", "lift"))


def _shape(rng: Random, profile: Json) -> None:
    profile["arrangement"] = rng.choice(("auto", "combined", "separate", "two_a_day"))
    profile["split"] = rng.choice(("auto", "full_body", "upper_lower"))
    profile["circuits_per_week"] = rng.choice((0, 0, 1, 2))
    profile["warm_up_run"] = rng.random() < 0.5


def _days(rng: Random, profile: Json) -> None:
    if rng.random() < 0.5:
        profile["long_run_weekday"] = rng.choice((None, *range(7)))
    if rng.random() < 0.4:
        profile["rest_weekdays"] = sorted(rng.sample(range(7), rng.choice((1, 1, 2, 3, 7))))
    if rng.random() < 0.5:
        days = rng.sample(range(-3, 31), rng.choice((1, 2, 4, 7)))
        profile["exceptions"] = [_exception(rng, FIRST_DAY + dt.timedelta(days=day)) for day in sorted(days)]


def _exception(rng: Random, date: dt.date) -> Json:
    windows = [] if rng.random() < 0.5 else rng.choice((_evening, _short, _day_long))(rng, 0)
    return {"date": date.isoformat(), "windows": [{"start": w["start"], "end": w["end"]} for w in windows]}


def _running(rng: Random, profile: Json) -> None:
    if rng.random() < 0.6:
        profile["longest_recent_run_minutes"] = rng.choice((None, 0, 0, 5, 9, 10, 14, 20, 30, 45, 60, 90, 150, 600))
    if rng.random() < 0.4:
        profile["weekly_run_minutes"] = rng.choice((None, 0, 10, 60, 150, 300, 1500))
    if rng.random() < 0.4:
        days = rng.choice((0, 3, 6, 7, 13, 30, 90, 200, -20))
        date = FIRST_DAY + dt.timedelta(days=days)
        profile["race"] = {"date": date.isoformat(), "distance_km": rng.choice((1.5, 5, 10, 21.0975, 42.195, 100))}
    if rng.random() < 0.3:
        profile["recent_race"] = {"distance_km": rng.choice((5, 10, 21.1)), "seconds": rng.randrange(1000, 9000)}


def _person(rng: Random, profile: Json) -> None:
    profile["birth_year"] = rng.choice((None, 1930, 1955, 1961, 1980, 1999, 2010, 2020))
    profile["max_heart_rate"] = rng.choice((None, 120, 185, 230))
    profile["medical_caution"] = rng.random() < 0.5
    profile["timezone"] = rng.choice(ZONES)
    profile["equipment"] = sorted(rng.sample(EQUIPMENT, rng.randrange(len(EQUIPMENT) + 1)))


def cells() -> Iterator[tuple[str, Json]]:
    """Every goal x level x 2..7 days, in wide windows (06:00-21:00) and in evening windows (17:30-20:00)."""
    for name, start, end in (("wide", "06:00", "21:00"), ("evening", "17:30", "20:00")):
        for goal in GOALS:
            for level in LEVELS:
                for days, weekdays in SPREAD.items():
                    windows = [{"weekday": day, "start": start, "end": end} for day in weekdays]
                    profile = {"goal": goal, "run_level": level, "lift_level": level, "availability": windows}
                    yield f"{goal} {level} {days} {name}", profile


def busy_profile(seed: int) -> Json:
    """A profile of any goal, level, policy and arrangement with hours enough for a week of several sessions."""
    rng = Random(seed)
    days = sorted(rng.sample(range(7), rng.choice((4, 5, 5, 6, 6, 7))))
    style = rng.choice((_day_long, _evening, _two_a_day, _two_a_day, _mixed, _night))
    profile: Json = {"goal": rng.choice(GOALS), "availability": [window for day in days for window in style(rng, day)]}
    _levels(rng, profile)
    for chance, add in ((0.6, _policy), (0.7, _shape), (0.2, _numbers), (0.15, _running)):
        if rng.random() < chance:
            add(rng, profile)
    if style is _two_a_day and rng.random() < 0.5:
        profile |= {
            "arrangement": "two_a_day",
            "run_level": rng.choice(LEVELS[1:]),
            "lift_level": rng.choice(LEVELS[1:]),
        }
    if rng.random() < 0.2:
        profile["long_run_weekday"] = rng.randrange(7)
    if rng.random() < 0.05:
        profile["medical_caution"] = True
    return profile


def block_profile(seed: int) -> tuple[Json, int]:
    """A profile for a plan of many weeks and the number of them: races, recent running, dates that differ."""
    rng = Random(seed)
    profile, weeks = busy_profile(seed), rng.randint(1, 24)
    if rng.random() < 0.6:
        _race_ahead(rng, profile)
    if rng.random() < 0.4:
        profile["recent_race"] = {"distance_km": rng.choice((5, 10, 21.1)), "seconds": rng.randrange(1500, 7500)}
    if rng.random() < 0.7:
        profile["weekly_run_minutes"] = rng.choice((None, 0, 20, 45, 60, 90, 120, 150, 200, 300, 420))
    if rng.random() < 0.7:
        profile["longest_recent_run_minutes"] = rng.choice((None, 0, 10, 15, 20, 30, 45, 60, 75, 90, 120))
    if rng.random() < 0.3:
        profile["exceptions"] = _exceptions_over(rng, weeks)
    if rng.random() < 0.3:
        _person(rng, profile)
    return profile, weeks


def _race_ahead(rng: Random, profile: Json) -> None:
    """A race in 1 to 30 weeks, most often at a weekend and for somebody who wants to run well."""
    if rng.random() < 0.85:
        profile["goal"] = rng.choice(("endurance", "speed"))
    weekday = rng.choice((5, 6, 6, 6, *range(7)))
    date = FIRST_DAY + dt.timedelta(weeks=rng.randint(1, 30) - 1, days=weekday)
    profile["race"] = {"date": date.isoformat(), "distance_km": rng.choice((5, 10, 10, 21.0975, 42.195))}


def _exceptions_over(rng: Random, weeks: int) -> list[Json]:
    """Single dates that differ, and now and then a week away."""
    days = set(rng.sample(range(weeks * 7), rng.choice((1, 3, 5, min(weeks * 7, 12)))))
    blocked: set[int] = set()
    if rng.random() < 0.4:
        away = rng.randrange(weeks * 7)
        blocked = set(range(away, away + 7))
    free = [_exception(rng, FIRST_DAY + dt.timedelta(days=day)) for day in sorted(days - blocked)]
    away_days = [{"date": (FIRST_DAY + dt.timedelta(days=day)).isoformat(), "windows": []} for day in sorted(blocked)]
    return free + away_days
