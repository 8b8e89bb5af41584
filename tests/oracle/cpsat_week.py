"""OR-Tools CP-SAT as a second planner: the cheapest valid placing of a planned week's sessions, as lean as it goes.

Written from the meaning of the rules (training-science section 10), not from the search's tables: each rule is a
constraint over days, or a cost. What no placing changes (CONSTANT) is left out. Needs `ortools` (the `oracle` group);
`tests.oracle.cpsat` is its slower sibling on documents.

The problem: the sessions that share a day in the planned week go together, one such unit a day; each takes a day, its
windows there, the order of a combined session, the order of two sessions. A session starts when the planner would
first try in that window, or when the planned week starts one there. A repeating week: Sunday meets Monday.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import Any

from ortools.sat.python import cp_model

from planner.engine.domain import Athlete, Session, Week, Window
from planner.engine.order_policy import orders_of, school_of
from planner.engine.places import usual_start
from planner.engine.vocabulary import Effort, Goal, Intensity, Kind, Level, Order, Policy, Region

DAYS = range(7)
HOUR = 60
LOW, MEDIUM, HIGH = 1, 4, 10
SCALE = 2  # the smallest cost is a half
CONSTANT = ("concurrent-dose", "strength-frequency", "easy-share", "monotony")  # one unit a day: the same on any days
RACES = (Goal.ENDURANCE, Goal.SPEED)
LIFTING = (Goal.STRENGTH, Goal.MUSCLE)
Unit = tuple[Session, ...]


@dataclass(frozen=True)
class Place:
    """A unit on a day: its sessions with their hours and orders, and the literal that says so."""

    day: int
    sessions: Unit
    literal: Any


def units_of(week: Week) -> Counter[Unit]:
    """What shares a day, stripped of day, hour and order; equal units are counted."""
    strip = [[replace(s, id="", day=0, start=0, order=None, locked=False) for s in day] for day in week.by_day]
    return Counter(tuple(sorted(day, key=repr)) for day in strip if day)


def overlap(session: Session, region: Region) -> bool:
    """Whether the session loads this half of the body for the spacing rules; light lifts and recovery do not."""
    return (
        session.lift is not None
        and session.lift.effort is not Effort.LIGHT
        and session.lift.region
        in (
            region,
            Region.FULL,
        )
    )


def moderate_full(session: Session) -> bool:
    """A full-body lift of moderate effort; circuits count as one."""
    lift = session.lift
    return lift is not None and lift.region is Region.FULL and lift.effort is Effort.MODERATE


def heavy_legs(session: Session) -> bool:
    """Lower not light, or full heavy; a circuit is neither."""
    lift = session.lift
    if lift is None or session.is_circuit:
        return False
    lower = lift.region is Region.LOWER and lift.effort is not Effort.LIGHT
    return lower or (lift.region is Region.FULL and lift.effort is Effort.HEAVY)


def is_long(session: Session) -> bool:
    """Holds the week's long run."""
    return session.run is not None and session.run.intensity is Intensity.LONG


class WeekModel:
    """One week as a CP-SAT model: a literal for each (unit, place), equal units together."""

    def __init__(self, athlete: Athlete, week: Week) -> None:
        """Build the model of placing `week`'s sessions in the athlete's windows."""
        self.athlete, self.week, self.model = athlete, week, cp_model.CpModel()
        self.cost: list[Any] = []
        self.places: list[Place] = []
        self.combined = len(week.combined)
        self.hard_runs = any(s.run is not None and s.run.intensity is Intensity.HARD for s in week.sessions)
        wish = athlete.long_run_weekday
        kept = wish is not None and any(is_long(s) for s in week.by_day[wish])
        self.long_days = (wish,) if kept else DAYS
        for unit, count in units_of(week).items():
            self._unit(unit, count)
        for day in DAYS:
            self.model.add_at_most_one(p.literal for p in self.places if p.day == day)
        for add in (self._spacing, self._before_key_runs, self._varied, self._orders, self._hours):
            add()

    def solve(self, seconds: float = 60) -> float | None:
        """The least cost of what depends on places; None where no placing is valid. RuntimeError when not proven."""
        self.model.minimize(sum(self.cost))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 1, seconds
        status = solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise RuntimeError(solver.status_name(status))
        chosen = [p.sessions for p in self.places if solver.value(p.literal)]
        self.chosen = Week.of([s for sessions in chosen for s in sessions])
        return solver.objective_value / SCALE

    # Places and what they cost on their own

    def _unit(self, unit: Unit, count: int) -> None:
        literals = []
        for day in self.long_days if any(is_long(s) for s in unit) else DAYS:
            for sessions in self._on(day, unit):
                literal = self.model.new_bool_var("")
                literals.append(literal)
                self.places.append(Place(day, sessions, literal))
                self._pay(self._own_cost(sessions), literal)
        self.model.add(sum(literals) == count)

    def _on(self, day: int, unit: Unit) -> Iterator[Unit]:
        """The valid ways to hold the unit on a day (rules 1, 4, 13, 14)."""
        if len(unit) == 1:
            for window in self.athlete.windows_on(day):
                for start in self._starts_in(window, unit[0]):
                    for session in self._orders_of(unit[0].moved(day, start)):
                        yield (session,)
            return
        for first, second in (unit, unit[::-1]):
            if first.is_leg_lift and second.is_key:
                continue
            for early, late in product(self.athlete.windows_on(day), repeat=2):
                for start, begin in self._pair_starts(early, late, first, second):
                    yield first.moved(day, start), second.moved(day, begin)

    def _orders_of(self, session: Session) -> Iterator[Session]:
        if session.kind is not Kind.COMBINED:
            yield session
            return
        for order in Order:
            late_key_run = order is Order.LIFT_FIRST and session.is_key and session.is_leg_lift
            if order in orders_of(self.athlete, session).allowed and not late_key_run:
                yield replace(session, order=order)

    def _starts_in(self, window: Window, session: Session) -> list[int]:
        parts = {"run"} if session.run else set()
        parts |= {"lift"} if session.lift else set()
        if session.minutes > window.minutes or (window.only is not None and parts != {window.only}):
            return []
        latest = window.end - session.minutes
        planned = {s.start for s in self.week.by_day[window.day] if window.start <= s.start <= latest}
        return sorted(planned | {usual_start(window, session.minutes)})

    def _pair_starts(self, early: Window, late: Window, first: Session, second: Session) -> Iterator[tuple[int, int]]:
        """First as usual, or as the window opens where that leaves no three hours; second six hours on, or at last."""
        if early.start > late.start or not self._starts_in(late, second):
            return
        latest = late.end - second.minutes
        for start in self._starts_in(early, first):
            begins = start if start + first.minutes + 3 * HOUR <= latest else early.start
            end = begins + first.minutes
            good = max(late.start, end + 6 * HOUR)
            begin = good if good <= latest else latest
            if end <= early.end and begin >= max(late.start, end + 3 * HOUR):
                yield begins, begin

    def _own_cost(self, sessions: Unit) -> float:
        """Rules 5, 6, 11 and 16 to 18 inside a day, 19's preferred order."""
        goal, cost = self.athlete.goal, 0.0
        for session in sessions:
            preferred = orders_of(self.athlete, session).preferred
            cost += MEDIUM * (session.kind is Kind.COMBINED and preferred not in (None, session.order))
        for first, second in pairwise(sessions):
            cost += HIGH * (second.start - first.end < 6 * HOUR)
            excused = goal is Goal.STRENGTH and heavy_legs(first)
            excused &= second.run is not None and second.run.intensity is Intensity.EASY
            cost += MEDIUM * (first.lift is not None and second.run is not None and not excused)
        legs = sum(s.is_leg_lift for s in sessions)
        if any(is_long(s) for s in sessions):
            cost += legs * (HIGH if goal is Goal.ENDURANCE else MEDIUM)
        easy = any(s.run and s.run.intensity in (Intensity.EASY, Intensity.MODERATE) for s in sessions)
        hard = any(s.is_hard for s in sessions)
        return cost + LOW * legs * (goal in RACES and self.hard_runs and easy and not hard)

    # Rules between days

    def _pay(self, weight: float, literal: Any) -> None:
        if weight:
            self.cost.append(int(weight * SCALE) * literal)

    def _sum(self, day: int, has: Callable[[Session], bool]) -> Any:
        """1 where the day holds a unit with such a session, else 0."""
        return sum(p.literal for p in self.places if p.day == day % 7 and any(has(s) for s in p.sessions))

    def _pay_for_both(self, weight: float, one: Any, two: Any) -> None:
        if isinstance(one, int) or isinstance(two, int):
            return  # an empty sum
        both = self.model.new_bool_var("")
        self.model.add(one + two <= 1 + both)
        self._pay(weight, both)

    def _spacing(self) -> None:
        """Rules 7, 9, 10 and 32: never on neighbouring days."""
        apart: list[Callable[[Session], bool]] = [
            lambda s: s.is_key,
            lambda s: overlap(s, Region.UPPER),
            lambda s: overlap(s, Region.LOWER),
        ]
        if self.athlete.run_level is Level.BEGINNER:
            apart.append(lambda s: s.run is not None)
        for has, day in product(apart, DAYS):
            self.model.add(self._sum(day, has) + self._sum(day + 1, has) <= 1)

    def _before_key_runs(self) -> None:
        """Rules 12, 15 and 17."""
        full = MEDIUM if self.athlete.goal in LIFTING else HIGH
        long = HIGH if self.athlete.goal is Goal.ENDURANCE else MEDIUM
        for day in DAYS:
            key = self._sum(day + 1, lambda s: s.is_key)
            self.model.add(self._sum(day, heavy_legs) + key <= 1)
            self._pay_for_both(full, self._sum(day, moderate_full), key)
            self._pay_for_both(long, self._sum(day, is_long), self._sum(day + 1, lambda s: s.is_leg_lift))

    def _varied(self) -> None:
        """Rule 20: training days in a row made of the same."""
        weight = MEDIUM if self.athlete.goal is Goal.FAT_LOSS else LOW
        marked: dict[Any, list[list[Any]]] = {}
        for place in self.places:
            marks = [
                (s.run and s.run.intensity, s.lift and s.lift.region, s.order) for s in place.sessions if s.is_training
            ]
            if marks:
                days = marked.setdefault(tuple(sorted(marks, key=str)), [[] for _ in DAYS])
                days[place.day].append(place.literal)
        for days in marked.values():
            for day in DAYS:
                self._pay_for_both(weight, sum(days[day]), sum(days[(day + 1) % 7]))

    def _orders(self) -> None:
        """Rule 19: orders take turns from one combined session to the next; the odd one is on the goal's side."""
        if not self.combined:
            return
        promised = school_of(self.athlete).alternates
        weight = HIGH if self.athlete.order_policy is Policy.ALTERNATE else LOW
        states = list(product(Order, (True, False)))  # order, whether it could be turned
        first_cost = MEDIUM if promised and self.combined % 2 else 0
        own_side = Order.LIFT_FIRST if self.athlete.goal in LIFTING else Order.RUN_FIRST
        last: dict[Any, Any] = {}
        for day in DAYS:
            here = {state: self._sum(day, lambda s, state=state: self._state(s) == state) for state in states}
            for order, free in states:
                clashing = sum(last.get(s, 0) for s in states if s[0] is order and (free or s[1]))
                self._pay_for_both(weight, here[order, free], clashing)
            wrong_side = self._sum(day, lambda s: self._state(s) == (own_side.other, True))
            started = sum(last.values())
            if first_cost and not isinstance(wrong_side, int):
                first = self.model.new_bool_var("")
                self.model.add(wrong_side - started <= first)
                self._pay(first_cost, first)
            last = self._carried(last, here)

    def _state(self, session: Session) -> tuple[Order | None, bool] | None:
        if session.kind is not Kind.COMBINED:
            return None
        return session.order, orders_of(self.athlete, session).is_free

    def _carried(self, last: dict[Any, Any], here: dict[Any, Any]) -> dict[Any, Any]:
        """The last combined session's state after the day: today's, else what it was."""
        after = {}
        today = sum(here.values())
        for state, literal in here.items():
            if isinstance(literal, int) and isinstance(last.get(state, 0), int):
                continue
            var = after[state] = self.model.new_bool_var("")
            self.model.add(var >= literal)
            self.model.add(var >= last.get(state, 0) - today)
            self.model.add(var <= literal + last.get(state, 0))
        for var, state in ((var, state) for state, var in after.items()):
            others = sum(literal for other, literal in here.items() if other != state)
            self.model.add(var + others <= 1)
        return after

    def _hours(self) -> None:
        """Rules 11 and 16, which need the clock: same muscles within 48 h, a hard run within 44 h of leg work."""
        for apart in (1, 2):
            for first, second in product(self.places, self.places):
                if (second.day - first.day) % 7 == apart:
                    self._pay_for_hours(first, second, apart)

    def _pay_for_hours(self, first: Place, second: Place, apart: int) -> None:
        weight = 0.0
        for one, two in product(first.sessions, second.sessions):
            shared = any(overlap(one, region) and overlap(two, region) for region in Region)
            weight += LOW * (shared and two.start + apart * 24 * HOUR - one.start < 48 * HOUR)
            hard = two.run is not None and two.run.intensity is Intensity.HARD
            if self.athlete.goal in RACES and hard and one.is_leg_lift and not one.is_circuit:
                gap = two.run_start + apart * 24 * HOUR - one.lift_end
                weight += MEDIUM * (1 if gap < 24 * HOUR else 0.5 if gap < 44 * HOUR else 0)
        if weight:
            self._pay_for_both(weight, first.literal, second.literal)
