"""A whole plan held against the rules that look over weeks: what it breaks, and what its weeks cost by those rules."""

from __future__ import annotations

from tests.oracle.facts import Json
from tests.oracle.progression import deload_cost, deloads, floor_cost, jumps, progression_cost, run_spikes
from tests.oracle.races import race_violations
from tests.oracle.steps import step_errors
from tests.oracle.weeks import weeks_of


def block_violations(profile: Json, plan: Json) -> list[str]:
    """Each hard rule that the weeks break together, each phase that says what is not so, each step out of place."""
    weeks = weeks_of(profile, plan)
    rules = (run_spikes, jumps, deloads, race_violations)
    return [text for rule in rules for text in rule(profile, weeks)] + list(step_errors(profile, plan))


def block_costs(profile: Json, plan: Json) -> list[dict[str, float]]:
    """Of each week what rules 27, 28 and 33 cost, by rule id, only what is above 0."""
    weeks = weeks_of(profile, plan)
    found = []
    for facts, week in zip(weeks, plan["weeks"], strict=True):
        costs = {
            "weekly-progression": progression_cost(profile, weeks, facts.number),
            "deload": deload_cost(profile, weeks, facts.number),
            "health-floor": floor_cost(profile, week, facts),
        }
        found.append({rule: cost for rule, cost in costs.items() if cost})
    return found
