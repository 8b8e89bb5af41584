"""OR-Tools CP-SAT as a second opinion: the cheapest valid placing of a week's sessions by the validator's own rules.

Needs `ortools` (the `oracle` group): `python -m tests.oracle.cpsat plans.jsonl`, a `{"profile", "week"}` a line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from ortools.sat.python import cp_model

from tests.oracle import soft
from tests.oracle.facts import Item, Json, daily_loads, lower_level, monday_of, read_items
from tests.oracle.hard import RULES, Scene
from tests.oracle.orders import allowed_orders, policy_of
from tests.oracle.windows import availability, free_windows

PAIR_HARD = ("3", "4", "7", "9", "10", "12", "14", "32")
PAIR_SOFT = (
    "same-day-separation-6h",
    "double-day-order",
    "muscle-recovery-hours",
    "full-body-before-key-run",
    "long-run-recovery",
)
CONSTANT = ("concurrent-dose", "easy-share")
USUAL_STARTS = (7 * 60, 12 * 60, 18 * 60)
SCALE = 2


class Model:
    """One week as a CP-SAT model: a literal per session and place, costs doubled to stay whole."""

    def __init__(self, profile: Json, week: Json) -> None:
        self.profile, self.week, self.model = profile, week, cp_model.CpModel()
        self.items = read_items(week)
        self.places = [list(self._places(item)) for item in self.items]
        self.at = [[self.model.new_bool_var("") for _ in places] for places in self.places]
        self.cost: list[Any] = []
        for literals in self.at:
            self.model.add_exactly_one(literals)
        for add in (self._pairs, self._days, self._legs_to_hard, self._orders, self._varied, self._monotony):
            add()

    def _places(self, item: Item) -> Iterator[Item]:
        starts = {other.start for other in self.items} | set(USUAL_STARTS)
        for day in range(7):
            date = monday_of(self.week).fromordinal(monday_of(self.week).toordinal() + day)
            here = starts | {start for start, _, _ in free_windows(self.profile, date)}
            for start in sorted(here):
                for order in sorted(allowed_orders(self.profile, item)) if item.kind == "combined" else (None,):
                    placed = replace(item, day=day, start=start, order=order)
                    if not list(availability(self.profile, placed, date)):
                        yield placed

    def _flag(self, weight: float, *needs: Any) -> None:
        """Adds `weight` when all literals hold (a lower bound, which minimising makes exact)."""
        flag = self.model.new_bool_var("")
        self.model.add(sum(needs) - len(needs) + 1 <= flag)
        self.cost.append(int(weight * SCALE) * flag)

    def _pairs(self) -> None:
        for one, two in combinations(range(len(self.items)), 2):
            for here, literal in zip(self.places[one], self.at[one], strict=True):
                for there, other in zip(self.places[two], self.at[two], strict=True):
                    first, second = sorted((here, there), key=lambda item: (item.day, item.start))
                    if clash(self.profile, self.week, [first, second]):
                        self.model.add_bool_or(literal.negated(), other.negated())
                    elif weight := self._pair_cost(first, second):
                        self._flag(weight, literal, other)
        for places, literals in zip(self.places, self.at, strict=True):
            for place, literal in zip(places, literals, strict=True):
                if clash(self.profile, self.week, [place]):
                    self.model.add(literal == 0)
                self.cost.append(int(SCALE * self._own_cost(place)) * literal)

    def _own_cost(self, place: Item) -> float:
        return sum(soft.RULES[rule](self.profile, [place]) for rule in PAIR_SOFT) + self._easy_day_legs(place, place)

    def _pair_cost(self, one: Item, two: Item) -> float:
        together = sum(soft.RULES[rule](self.profile, [one, two]) for rule in PAIR_SOFT)
        apart = sum(soft.RULES[rule](self.profile, [item]) for rule in PAIR_SOFT for item in (one, two))
        return together - apart + self._easy_day_legs(one, two) + self._easy_day_legs(two, one)

    def _easy_day_legs(self, lift: Item, run: Item) -> float:
        """Rule 18, a pair at a time: a day never has two runs."""
        hard_week = any(item.intensity == "hard" for item in self.items)
        easy = bool(run.intensity) and run.intensity != "hard"
        applies = self.profile["goal"] in ("endurance", "speed") and hard_week
        return float(applies and easy and lift.is_leg_lift and lift.day == run.day)

    def _on(self, day: int, keep: Any = lambda item: True) -> list[Any]:
        return [
            literal
            for places, literals in zip(self.places, self.at, strict=True)
            for place, literal in zip(places, literals, strict=True)
            if place.day == day and keep(place)
        ]

    def _any(self, literals: list[Any]) -> Any:
        flag = self.model.new_bool_var("")
        self.model.add_max_equality(flag, literals or [0])
        return flag

    def _days(self) -> None:
        training = [self._any(self._on(day, lambda item: item.trains)) for day in range(7)]
        used = [self._any(self._on(day)) for day in range(7)]
        self.model.add(sum(training) <= (5 if lower_level(self.profile) == "beginner" else 6))
        self.model.add(sum(used) <= (self.profile.get("training_days") or 7))
        for day in range(7):
            self.model.add(sum(self._on(day)) <= 2)
        few = self.model.new_bool_var("")
        self.model.add(sum(used) >= 4 - 4 * few)
        self.model.add(sum(used) <= 3 + 4 * (1 - few))
        for literal, days in ((few, 3), (few.negated(), 4)):
            spread = [replace(item, day=number % days) for number, item in enumerate(self.items)]
            spread += [replace(spread[0], kind="recovery", day=day, region=None, effort=None) for day in range(days)]
            self.cost.append(int(SCALE * soft.RULES["strength-frequency"](self.profile, spread)) * literal)

    def _legs_to_hard(self) -> None:
        rule = soft.RULES["legs-to-hard-run-48h"]
        for one, lift in enumerate(self.items):
            if not lift.is_leg_lift:
                continue
            worst = self.model.new_int_var(0, int(soft.MEDIUM * SCALE), "")
            self.cost.append(worst)
            for two, run in enumerate(self.items):
                if run.intensity != "hard" or run.is_circuit or one == two:
                    continue
                for here, literal in zip(self.places[one], self.at[one], strict=True):
                    for there, other in zip(self.places[two], self.at[two], strict=True):
                        only_run = replace(there, region=None, effort=None)
                        weight = int(SCALE * rule(self.profile, [replace(here, intensity=None), only_run]))
                        if weight:
                            self.model.add(worst >= weight * (literal + other - 1))

    def _orders(self) -> None:
        weight = soft.HIGH if policy_of(self.profile) == "alternate" else soft.LOW
        kinds = [(order, free) for order in ("run_first", "lift_first") for free in (True, False)]

        def of_kind(order: str, free: bool) -> Any:
            return lambda i: (
                i.kind == "combined" and i.order == order and (len(allowed_orders(self.profile, i)) > 1) == free
            )

        has = [{kind: self._any(self._on(day, of_kind(*kind))) for kind in kinds} for day in range(7)]
        for one, two in combinations(range(7), 2):
            between = [flag for day in range(one + 1, two) for flag in has[day].values()]
            for (first, free), (second, loose) in ((a, b) for a in kinds for b in kinds):
                if first == second and (free or loose):
                    broken = self.model.new_bool_var("")
                    self.model.add(has[one][first, free] + has[two][second, loose] - 1 - sum(between) <= broken)
                    self.cost.append(int(weight * SCALE) * broken)
        lead = sum(flag if kind[0] == "run_first" else -flag for day in has for kind, flag in day.items())
        excess = self.model.new_int_var(0, 7, "")
        self.model.add(excess >= lead - 1)
        self.model.add(excess >= -lead - 1)
        self.cost.append(int(weight * SCALE) * excess)

    def _varied(self) -> None:
        weight = soft.MEDIUM if self.profile["goal"] == "fat_loss" else soft.LOW
        signs = sorted({soft.sign(item) for places in self.places for item in places if item.trains})
        seen = [
            [self._any(self._on(d, lambda i, s=s: i.trains and soft.sign(i) == s)) for s in signs] for d in range(7)
        ]
        for day in range(7):
            differs = []
            for here, there in zip(seen[day], seen[(day + 1) % 7], strict=True):
                unlike = self.model.new_bool_var("")
                self.model.add(unlike <= here + there)
                self.model.add(unlike <= 2 - here - there)
                differs.append(unlike)
            alike = self.model.new_bool_var("")
            for here in seen[day]:
                self.model.add(alike >= here - sum(differs))
            self.cost.append(int(weight * SCALE) * alike)

    def _monotony(self) -> None:
        """Monotony < 2 exactly when the daily loads' squares sum to more than T^2/7 + 6 T^2/196."""
        loads = [int(item.load) for item in self.items]
        total = sum(loads)
        squares: list[Any] = [load * load for load in loads]
        for one, two in combinations(range(len(loads)), 2):
            for day in range(7):
                pick = [
                    sum(literal for p, literal in zip(self.places[i], self.at[i], strict=True) if p.day == day)
                    for i in (one, two)
                ]
                both = self.model.new_bool_var("")
                self.model.add(both <= pick[0])
                self.model.add(both <= pick[1])
                squares.append(2 * loads[one] * loads[two] * both)
        high = self.model.new_bool_var("")
        self.model.add(98 * sum(squares) + 98 * total * total * high >= 17 * total * total + 1)
        self.cost.append(int(soft.MEDIUM * SCALE) * high)

    def solve(self, seconds: float = 60) -> tuple[str, float, list[str]]:
        """Status name, cost of the best placing by the rules that depend on places, and that placing as text."""
        self.model.minimize(sum(self.cost))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 1, seconds
        status = solver.status_name(solver.solve(self.model))
        if status not in ("OPTIMAL", "FEASIBLE"):
            return status, float("inf"), []
        pairs = [pair for i, literals in enumerate(self.at) for pair in zip(self.places[i], literals, strict=True)]
        chosen = sorted((place for place, literal in pairs if solver.value(literal)), key=lambda i: (i.day, i.start))
        again = sum(rule(self.profile, chosen) for name, rule in soft.RULES.items() if name not in CONSTANT)
        if abs(again - solver.objective_value / SCALE) > 0.01:
            raise AssertionError(f"the model says {solver.objective_value / SCALE}, the rules say {again}")
        return status, again, [place.name for place in chosen]


def clash(profile: Json, week: Json, items: list[Item]) -> bool:
    """Do these sessions break a hard rule that one or two sessions can break?"""
    scene = Scene(profile, week, items, [], True, 1)
    texts = (
        text for rule in RULES if rule.__name__ not in ("_availability", "_long_run_share") for text in rule(scene)
    )
    return any(text.split(" ")[0] in PAIR_HARD for text in texts)


def constant_cost(profile: Json, week: Json) -> float:
    """Soft costs that no placing changes: concurrent dose and easy share."""
    items = read_items(week)
    return sum(soft.RULES[rule](profile, items) for rule in CONSTANT)


def main() -> None:
    """Compares every line's week with the best placing of its sessions."""
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        profile, week = document["profile"], document["week"]
        ours = sum(soft.soft_costs(profile, week).values())
        status, best, placing = Model(profile, week).solve()
        verdict = "same" if abs(best + constant_cost(profile, week) - ours) < 0.01 else "APART"
        name, load = document.get("name", ""), sum(daily_loads(read_items(week)))
        sys.stdout.write(f"{verdict} {name} {status} week {ours:g}, best {best:g}, load {load:g} {placing}\n")


if __name__ == "__main__":
    main()
