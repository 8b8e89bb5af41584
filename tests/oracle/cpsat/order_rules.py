"""Rule 19 as costs of a model: which order a session has, in its week and by the athlete's policy."""

from __future__ import annotations

from itertools import combinations

from tests.oracle.cpsat.model import DAYS, SCALE, Sum, WeekModel, is_never
from tests.oracle.cpsat.question import LIFTING
from tests.oracle.facts import Item
from tests.oracle.orders import LF, RF, allowed_orders, policy_of
from tests.oracle.soft import HIGH, LOW, MEDIUM

PREFERRED = {  # section 11's table: (policy, goal, region) of an easy or moderate run
    ("priority_first", goal, region): order
    for goal, order, regions in (
        ("endurance", RF, ("lower", "full")),
        ("speed", RF, ("upper", "lower", "full")),
        ("muscle", LF, ("upper",)),
        ("fat_loss", RF, ("upper",)),
        ("fat_loss", LF, ("lower",)),
        ("general", RF, ("upper",)),
        ("general", LF, ("lower",)),
    )
    for region in regions
}


def preferred_orders(week: WeekModel) -> None:
    """The order that the policy's table prefers, where it is not taken."""
    for option, literal in week.all:
        item = option.items[0]
        wanted = None if item.is_key else PREFERRED.get((policy_of(week.profile), week.goal, item.region))
        if item.kind == "combined" and wanted not in (None, item.order):
            week.costs.append(int(SCALE * MEDIUM) * literal)


def orders(week: WeekModel) -> None:
    """Rule 19: equal orders in a row cost where one of the two could turn; where turns are promised there are none."""
    weight = HIGH if policy_of(week.profile) == "alternate" else LOW
    shared = week.every_day(lambda item: item.kind == "combined")
    for order in (RF, LF):
        every = week.every_day(lambda item, order=order: item.order == order)
        free = week.every_day(lambda item, order=order: item.order == order and _is_free(week, item))
        for one, two in combinations(DAYS, 2):
            between = sum(shared[one + 1 : two])
            if week.question.promised:
                week.forbid(every[one], every[two], unless=between)
            elif not (is_never(free[one]) and is_never(free[two])):
                again = week.paid(weight)
                week.forbid(free[one], every[two], unless=between + again)
                week.forbid(every[one], free[two], unless=between + again)
        if policy_of(week.profile) == "alternate" and order != own_side(week.goal):
            _odd_one_out(week, shared, free)


def _is_free(week: WeekModel, item: Item) -> bool:
    return len(allowed_orders(week.profile, item)) > 1


def own_side(goal: str) -> str:
    """The order of the odd combined session (section 11)."""
    return LF if goal in LIFTING else RF


def _odd_one_out(week: WeekModel, shared: list[Sum], wrong: list[Sum]) -> None:
    """4 where the number is odd and the first of them, though it could turn, is not on the goal's side."""
    number = sum(shared)
    if all(map(is_never, wrong)):
        return
    pairs, odd = week.model.new_int_var(0, 3, ""), week.model.new_bool_var("")
    week.model.add(number == 2 * pairs + odd)
    paid = week.paid(MEDIUM)
    for day in DAYS:
        week.forbid(wrong[day], odd, unless=paid + sum(shared[:day]))
