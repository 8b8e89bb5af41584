"""What the engine's tests share: athletes free at all hours, weeks from a line of text, what one rule finds in them."""

from typing import Any

from planner.engine.domain import Athlete, Context, Window
from planner.engine.evaluate import evaluate
from planner.engine.notation import read_week
from planner.engine.results import Finding
from planner.engine.rules.shapes import Rule
from planner.engine.vocabulary import Goal, Level, Modality

ALL_DAY = tuple(Window(day, 0, 1440) for day in range(7))


def athlete(goal: str = "general", level: str = "intermediate", **fields: Any) -> Athlete:
    """Free at all hours, long runs behind them, the same level in both unless told."""
    usual = {
        "availability": ALL_DAY,
        "run_level": Level(level),
        "lift_level": Level(level),
        "longest_recent_run_minutes": 150,
    }
    return Athlete(goal=Goal(goal), **{**usual, **fields})


def windows(text: str) -> tuple[Window, ...]:
    """Windows from text such as `0 06:00-07:30, 5 17:00-24:00 run`: weekday, hours, what alone they are good for."""
    found = []
    for cell in text.split(", "):
        day, hours, *only = cell.split()
        start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in hours.split("-"))
        found.append(Window(int(day), start, end, Modality(only[0]) if only else None))
    return tuple(found)


def evenings(days: str, hours: str = "17:00-19:30") -> tuple[Window, ...]:
    """The same hours on each weekday named by its digit: `024` is Monday, Wednesday, Friday."""
    return windows(", ".join(f"{day} {hours}" for day in days))


def around(before: str | None = None, after: str | None = None, **fields: Any) -> Context:
    """A context with neighbour weeks from text."""
    return Context(
        before=None if before is None else read_week(before),
        after=None if after is None else read_week(after),
        **fields,
    )


def findings(rule: Rule, text: str, who: Athlete | None = None, context: Context | None = None) -> tuple[Finding, ...]:
    """What this one rule finds in the week."""
    return evaluate(who or athlete(), read_week(text), context, rules=[rule]).findings


def keeps(rule: Rule, text: str, who: Athlete | None = None, context: Context | None = None) -> bool:
    """Whether the rule finds nothing in the week."""
    return not findings(rule, text, who, context)


def cost(rule: Rule, text: str, who: Athlete | None = None, context: Context | None = None) -> float:
    """What this one rule alone costs the week."""
    return evaluate(who or athlete(), read_week(text), context, rules=[rule]).score


def days_found(rule: Rule, text: str, who: Athlete | None = None, context: Context | None = None) -> set[int]:
    """Every weekday that the rule's findings point at."""
    return {day for finding in findings(rule, text, who, context) for day in finding.days}
