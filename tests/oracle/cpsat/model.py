"""A week as a CP-SAT model: a literal for each way to fill a day, sums of them that rules speak about, costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ortools.sat.python import cp_model

from planner.engine import Week
from planner.engine.vocabulary import Order
from tests.oracle.cpsat.options import Option, options
from tests.oracle.cpsat.question import Question
from tests.oracle.facts import Item

DAYS = range(7)
SCALE = 2  # costs count in halves, the smallest there is
Sum = Any  # a linear expression over literals; the number 0 where there are none
Has = Callable[[Item], Any]


@dataclass(frozen=True)
class Moment:
    """A minute of a day that the model decides, such as the end of its leg lift: whether there is one, when, bounds."""

    there: Sum
    at: Sum
    earliest: int
    latest: int


class WeekModel:
    """One question's days, stock and hours; rules are added to it, then it is solved."""

    def __init__(self, question: Question) -> None:
        """A literal for every option of every day: at most one a day, together all of the stock."""
        self.question, self.profile, self.goal = question, question.profile, question.profile["goal"]
        self.model = cp_model.CpModel()
        self.costs: list[Sum] = []
        self.days = [[(option, self.model.new_bool_var("")) for option in options(question, day)] for day in DAYS]
        self.all = [pair for day in self.days for pair in day]
        for day in self.days:
            self.model.add_at_most_one(literal for _, literal in day)
        for name, count in question.stock.items():
            self.model.add(sum(literal for option, literal in self.all if name in option.takes) == count)
        self.lone = [self._delay(day, lambda option, item: not option.is_double) for day in DAYS]
        self.run_of_two = [self._delay(day, lambda option, item: option.is_double and item.has_run) for day in DAYS]
        self.lift_of_two = [self._delay(day, lambda option, item: option.is_double and item.has_lift) for day in DAYS]

    def _delay(self, day: int, has: Callable[[Option, Item], bool]) -> Sum:
        """Minutes that the day's session of this kind starts after its earliest start."""
        slacks = [
            (slack, literal)
            for option, literal in self.days[day]
            for item, slack in zip(option.items, option.slacks, strict=True)
            if slack and has(option, item)
        ]
        if not slacks:
            return 0
        delay = self.model.new_int_var(0, max(slack for slack, _ in slacks), "")
        self.model.add(delay <= sum(slack * literal for slack, literal in slacks))
        return delay

    def on(self, day: int, has: Has) -> Sum:
        """1 where the day holds such a session."""
        return sum(literal for option, literal in self.days[day % 7] if any(map(has, option.items)))

    def every_day(self, has: Has) -> list[Sum]:
        """`on` for the seven days."""
        return [self.on(day, has) for day in DAYS]

    def total(self, amount: Callable[[Item], int]) -> Sum:
        """The week's sum of an amount of each session."""
        amounts = ((sum(map(amount, option.items)), literal) for option, literal in self.all)
        return sum(many * literal for many, literal in amounts if many)

    def moments(self, has: Has, minute: Callable[[Item], int], of_two: list[Sum]) -> list[Moment | None]:
        """On each day the `minute` of such a session, given as if it started at once; None where it cannot be.

        `of_two` is the delay that counts where the session is one of two.
        """
        return [self._moment(day, has, minute, of_two[day]) for day in DAYS]

    def _moment(self, day: int, has: Has, minute: Callable[[Item], int], of_two: Sum) -> Moment | None:
        found = [
            (minute(item), slack, literal)
            for option, literal in self.days[day]
            for item, slack in zip(option.items, option.slacks, strict=True)
            if has(item)
        ]
        if not found:
            return None
        return Moment(
            sum(literal for _, _, literal in found),
            sum(at * literal for at, _, literal in found) + self.lone[day] + of_two,
            min(at for at, _, _ in found),
            max(at + slack for at, slack, _ in found),
        )

    # What rules do

    def forbid(self, *together: Sum, unless: Sum = 0) -> None:
        """Not all of these, unless something else holds."""
        if not any(map(is_never, together)):
            self.model.add(sum(together) <= len(together) - 1 + unless)

    def paid(self, weight: float) -> Any:
        """A literal that costs so much where it is true."""
        literal = self.model.new_bool_var("")
        self.costs.append(int(SCALE * weight) * literal)
        return literal

    def pay_for(self, weight: float, *together: Sum, unless: Sum = 0) -> None:
        """So much where all of these hold, unless something else does."""
        if not any(map(is_never, together)):
            self.forbid(*together, unless=unless + self.paid(weight))

    def solve(self, seconds: float = 60) -> float | None:
        """The least cost; None where no week keeps the rules. RuntimeError where neither is proven in the time."""
        self.model.minimize(sum(self.costs))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers, self.solver.parameters.max_time_in_seconds = 1, seconds
        # So small a model is solved sooner without; and 9.15's presolve proves wrong optima (google/or-tools 5293).
        self.solver.parameters.cp_model_presolve = False
        status = self.solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise RuntimeError(self.solver.status_name(status))
        return self.solver.objective_value / SCALE

    def chosen(self) -> Week:
        """The week that was found."""
        placed = [
            replace(
                made, day=item.day, start=item.start + self._later(option, item), order=item.order and Order(item.order)
            )
            for option, literal in self.all
            if self.solver.value(literal)
            for item, made in zip(option.items, option.made, strict=True)
        ]
        return Week.of([replace(session, id=f"s{number}") for number, session in enumerate(placed, 1)])

    def _later(self, option: Option, item: Item) -> int:
        delays = self.lone if not option.is_double else self.run_of_two if item.has_run else self.lift_of_two
        return int(self.solver.value(delays[option.day]))


def is_never(literals: Sum) -> bool:
    """Whether nothing can make this sum true."""
    return isinstance(literals, int) and literals == 0
