"""Random athletes of all goals and levels, most of whose weeks hold 4 to 10 sessions."""

from random import Random
from typing import Any

from planner.engine.vocabulary import Goal, Level, Policy

POLICIES = (*[Policy.ALTERNATE] * 4, Policy.PRIORITY_FIRST)


def random_profile(seed: int) -> dict[str, Any]:
    """The same profile for the same seed: an odd seed has two windows a day and trains twice on some."""
    rng = Random(seed)
    twice = bool(seed % 2)
    levels = [level.value for level in Level if not (twice and level is Level.BEGINNER)]
    days = rng.sample(range(7), rng.choice((5, 6, 7) if twice else (4, 5, 6, 7)))
    windows = [_window(day, "18:00", rng.choice(("19:30", "20:00", "21:00"))) for day in sorted(days)]
    windows += [_window(day, "06:00", rng.choice(("07:30", "08:00"))) for day in sorted(days) if twice]
    return {
        "goal": rng.choice([goal.value for goal in Goal]),
        "run_level": rng.choice(levels),
        "lift_level": rng.choice(levels),
        "order_policy": rng.choice(POLICIES).value,
        "arrangement": "two_a_day" if twice else "auto",
        "availability": windows,
    }


def _window(day: int, start: str, end: str) -> dict[str, Any]:
    return {"weekday": day, "start": start, "end": end}
