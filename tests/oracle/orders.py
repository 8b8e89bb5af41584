"""Section 11: which orders a combined session may take, and whether a week alternates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.oracle.facts import KEY, Item, Json, read_items

RF, LF = "run_first", "lift_first"
EITHER = frozenset((RF, LF))
RUN, LIFT, NONE = frozenset((RF,)), frozenset((LF,)), frozenset[str]()
SHORT_RUN_MINUTES = 20


def policy_of(profile: Json) -> str:
    """The order policy, `alternate` by default."""
    return profile.get("order_policy") or "alternate"


def allowed_orders(profile: Json, item: Item) -> frozenset[str]:
    """The set rule 13 allows for a combined session; empty when the pairing is not allowed at all."""
    return POLICIES[policy_of(profile)](profile, item)


def _alternate(profile: Json, item: Item) -> frozenset[str]:
    return RUN if item.intensity in KEY else EITHER


def _priority_first(profile: Json, item: Item) -> frozenset[str]:
    goal, key, upper = profile["goal"], item.intensity in KEY, item.region == "upper"
    if goal not in ("strength", "muscle"):
        return RUN if key else EITHER
    if upper:
        return LIFT if goal == "strength" else EITHER
    return NONE if key else LIFT


def _finish_with_focus(profile: Json, item: Item) -> frozenset[str]:
    goal, key, upper = profile["goal"], item.intensity in KEY, item.region == "upper"
    if goal in ("fat_loss", "general"):
        return RUN if key else EITHER
    if key and not upper:
        return NONE
    if goal in ("endurance", "speed"):
        return LIFT if upper or item.intensity == "easy" else NONE
    short = item.intensity == "easy" and item.run_minutes <= SHORT_RUN_MINUTES
    return RUN if key or short else NONE


def _least_liked_first(profile: Json, item: Item) -> frozenset[str]:
    return RUN if item.intensity in KEY or profile["likes_less"] == "run" else LIFT


def _my_order(profile: Json, item: Item) -> frozenset[str]:
    if profile["my_order"] == RF:
        return RUN
    return NONE if item.intensity in KEY else LIFT


POLICIES = {
    "alternate": _alternate,
    "priority_first": _priority_first,
    "finish_with_focus": _finish_with_focus,
    "least_liked_first": _least_liked_first,
    "my_order": _my_order,
}


def combined_of(items: Sequence[Item]) -> list[Item]:
    """The combined sessions in week order."""
    return [item for item in items if item.kind == "combined"]


def broken_pairs(profile: Json, items: Sequence[Item]) -> int:
    """Neighbouring combined sessions with the same order of which at least one could have been turned."""
    pairs = pairwise(items)
    return sum(one.order == two.order and _can_turn(profile, one, two) for one, two in pairs)


def _can_turn(profile: Json, one: Item, two: Item) -> bool:
    return any(len(allowed_orders(profile, item)) > 1 for item in (one, two))


def imbalance(items: Sequence[Item]) -> int:
    """How far run_first and lift_first counts are apart beyond the 1 that rule 19 allows."""
    return max(0, abs(sum(1 if item.order == RF else -1 for item in items)) - 1)


def alternation_broken(profile: Json, week: Json) -> bool:
    """Policy alternate, two or more combined sessions: neighbours share an order though one of them could turn."""
    combined = combined_of(read_items(week))
    return policy_of(profile) == "alternate" and broken_pairs(profile, combined) > 0


def alternation_broken_at_seam(profile: Json, previous: Json, week: Json) -> bool:
    """Policy alternate: a week begins with the order the week before ended on, though one of the two could turn."""
    ended, begins = combined_of(read_items(previous))[-1:], combined_of(read_items(week))[:1]
    return policy_of(profile) == "alternate" and broken_pairs(profile, ended + begins) > 0


def alternation_forced_apart(profile: Json, week: Json) -> bool:
    """Policy alternate, and the orders do not alternate only because neighbours are both key runs."""
    combined = combined_of(read_items(week))
    same = any(one.order == two.order for one, two in pairwise(combined))
    return policy_of(profile) == "alternate" and same and not alternation_broken(profile, week)


def extra_on_wrong_side(profile: Json, week: Json) -> bool:
    """Policy alternate with an odd number, no key run among them: the extra one is not on the goal's own side."""
    combined = combined_of(read_items(week))
    if policy_of(profile) != "alternate" or len(combined) % 2 == 0 or any(c.intensity in KEY for c in combined):
        return False
    own = LF if profile["goal"] in ("strength", "muscle") else RF
    return sum(item.order == own for item in combined) <= len(combined) // 2
