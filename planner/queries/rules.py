"""Every rule of the engine as the public page lists it."""

from dataclasses import dataclass

from planner import words
from planner.engine import RULES
from planner.engine.vocabulary import Goal, Severity


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in words."""

    number: int
    id: str
    sentence: str
    statement: str
    source: str
    severity_text: str
    weight_text: str  # empty for a hard rule
    goals_text: str  # empty where it speaks to every goal


def rule_lines() -> tuple[RuleLine, ...]:
    """The rules in the order of their numbers."""
    return tuple(
        RuleLine(
            number=rule.number,
            id=rule.id,
            sentence=rule.sentence,
            statement=rule.statement,
            source=rule.source,
            severity_text=words.SEVERITY[rule.severity],
            weight_text=words.weight(rule.weight.name) if rule.severity is Severity.SOFT and rule.weight else "",
            goals_text=", ".join(words.GOAL[goal] for goal in Goal if rule.goals and goal in rule.goals),
        )
        for rule in RULES
    )
