"""Everything wrong with one answer of the planner, as `kind: what`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from tests.oracle.facts import Json
from tests.oracle.validator import (
    alternation_broken,
    alternation_broken_at_seam,
    alternation_forced_apart,
    block_costs,
    block_violations,
    broken_limits,
    extra_on_wrong_side,
    hard_violations,
    shape_errors,
    soft_costs,
    unmet_wishes,
)

OVER_WEEKS = {"weekly-progression", "deload", "health-floor"}  # `block_costs` has these
LOOSE = {"easy-share", "alternate-order", *OVER_WEEKS}  # the text leaves their sums open: work minutes, tie-break costs
NO_TURNS = ("alternation broken", "alternation forced apart")
FEWER = ("deload", "taper", "race")  # phases whose weeks hold less than was wished for


def judge(profile: Json, plan: Json) -> Iterator[str]:
    """What is wrong with the weeks, each by itself and with the one before it."""
    if "error" in plan:
        yield f"refused: {plan['error']}"
        return
    shape = shape_errors(plan)
    yield from (f"shape {text}" for text in shape)
    if shape and not all(isinstance(week, dict) for week in plan.get("weeks", [None])):
        return
    for number, week in enumerate(plan["weeks"]):
        yield from _judge_week(profile, plan, number, week)


def judge_block(profile: Json, plan: Json) -> Iterator[str]:
    """What is wrong with the plan as a whole: its weeks, and the rules that look over them."""
    told = any(change.get("step") == "order" for change in plan.get("changes", []))
    week_by_week = list(judge(profile, plan))
    yield from (text for text in week_by_week if not (told and text.startswith(NO_TURNS)))
    if any(text.startswith(("refused", "shape")) for text in week_by_week):
        return
    yield from block_violations(profile, plan)
    for week, costs in zip(plan["weeks"], block_costs(profile, plan), strict=True):
        yield from _unlike(week, costs, OVER_WEEKS)


def _judge_week(profile: Json, plan: Json, number: int, week: Json) -> Iterator[str]:
    previous = plan["weeks"][number - 1] if number else None
    alone = len(plan["weeks"]) == 1
    broken = hard_violations(profile, week, previous=previous, wrap=alone, plan_week=number + 1)
    yield from broken
    yield from broken_limits(profile, week)
    admitted = [f"planner says hard: {f['rule']}" for f in week["findings"] if f["severity"] == "hard"]
    yield from admitted
    if week["optimal"] and (broken or admitted):
        yield f"optimal though not valid: {week['start']}"
    if alternation_broken(profile, week):
        yield "alternation broken: "
    if alternation_forced_apart(profile, week):
        yield "alternation forced apart (key runs): "
    if previous and alternation_broken_at_seam(profile, previous, week):
        yield "alternation broken at the seam: "
    if number == 0 and extra_on_wrong_side(profile, week):
        yield "alternation: odd one on the wrong side"
    if not plan["changes"] and week["phase"] not in FEWER:
        yield from (f"silent {text}" for text in unmet_wishes(profile, week))
    if alone:
        costs = soft_costs(profile, week)
        yield from _unlike(week, costs, {*costs, *(f["rule"] for f in week["findings"])} - LOOSE)


def _unlike(week: Json, ours: dict[str, float], rules: Collection[str]) -> Iterator[str]:
    theirs: dict[str, float] = defaultdict(float)
    for finding in week["findings"]:
        theirs[finding["rule"]] += finding["cost"]
    for rule in sorted(rules):
        if abs(theirs.get(rule, 0.0) - ours.get(rule, 0.0)) > 0.01:
            found = f"planner {theirs.get(rule, 0.0):g}, ours {ours.get(rule, 0.0):g}"
            yield f"cost of {rule}: {found} ({week['start']})"
