"""A week planned: prescribe, place, relax where nothing fits."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import chain_start, evaluate
from planner.engine.order_policy import school_of
from planner.engine.places import Content, Places, contents_of, same_sessions, stock_of, with_ids
from planner.engine.prescription import Prescription, other_split, prescribe
from planner.engine.relax import Wish, climb_down
from planner.engine.rest import with_recovery
from planner.engine.results import Change, PlannedWeek
from planner.engine.rules import RULES
from planner.engine.rules.shapes import Case, PairRule, Totals
from planner.engine.solver import Problem, Search, Solution
from planner.engine.subtract import without_given
from planner.engine.tables import UNIT, Alternation, Tables, given_option, neighbours_of
from planner.engine.templates import Templates
from planner.engine.variety import varied
from planner.engine.vocabulary import Region, Severity
from planner.engine.wishes import Room

CLOCK_RULES = frozenset(rule.id for rule in RULES if isinstance(rule, PairRule) and rule.clock)
ALL_KEY_RUNS = "The runs that share a session with a lift are key runs, and a key run always goes first."
NO_TURN = "Your days and hours leave no week in which the orders take turns; the nearest one is given."


@dataclass(frozen=True)
class Task:
    """One week to plan: who, in what surroundings, what stands already, which days take nothing new."""

    athlete: Athlete
    context: Context
    given: tuple[Session, ...] = ()
    closed_days: frozenset[int] = frozenset()

    @property
    def shut(self) -> frozenset[int]:
        """Days that take no new session: closed ones, and ones that hold a given session."""
        return self.closed_days | {s.day for s in self.given}

    @property
    def room(self) -> Room:
        """What the week can hold, the given sessions included."""
        return Room.of(self.athlete, self.shut, self.given)

    @property
    def days_left(self) -> int:
        """Days that may still get a session, by the athlete's own limit too."""
        held = len({s.day for s in self.given})
        return max(min(self.room.days, self.athlete.training_days or DAYS) - held, 0)

    def score(self, solution: Solution) -> float:
        """What the solution's week costs by the rules."""
        return evaluate(self.athlete, Week.of(list(with_ids(solution.sessions))), self.context).score


def plan_week(
    athlete: Athlete,
    *,
    context: Context | None = None,
    fixed: Sequence[Session] = (),
    closed_days: frozenset[int] = frozenset(),
) -> PlannedWeek:
    """The best valid week for the athlete: `fixed` sessions stay as they are, `closed_days` take none.

    Where the wishes admit no valid week the relaxation ladder is climbed down and `changes` tells each step. Sessions
    without an id get s1, s2 ... in time order.
    """
    task = Task(athlete, context or Context(), tuple(fixed), closed_days)
    asked, cuts = prescribe(athlete, task.context, task.room)
    rx = without_given(asked, task.given, task.days_left)
    solution, changes = _best_split(task, rx)
    week = varied(athlete, Week.of(list(with_ids(solution.sessions))), task.context, keep=task.given)
    evaluation = evaluate(athlete, week, task.context)
    told = (*cuts, *changes, *order_told(athlete, week))
    perfect = not evaluation.score  # nothing scores below 0
    return PlannedWeek(week, evaluation, evaluation.valid and (solution.proven or perfect), told)


def order_told(athlete: Athlete, week: Week) -> tuple[Change, ...]:
    """Where the promise of alternating cannot be kept, the week says why."""
    if not school_of(athlete).alternates or alternates(week):
        return ()
    key_runs = all(s.run is not None and s.run.is_key for s in week.combined)
    return (Change("order", ALL_KEY_RUNS if key_runs else NO_TURN),)


def alternates(week: Week) -> bool:
    """Whether no two combined sessions in a row have the same order."""
    orders = [s.order for s in week.combined]
    return all(a is not b for a, b in itertools.pairwise(orders))


def _best_split(task: Task, rx: Prescription) -> tuple[Solution, tuple[Change, ...]]:
    """Where the table leaves the split open, the better-scoring one; the first on a tie."""
    solution, changes = _solve_or_relax(task, rx)
    other = other_split(task.athlete, rx)
    if other and not task.given and (changes or task.score(solution)):
        second = attempt(task, other)
        if second is not None and (changes or task.score(second) < task.score(solution)):
            proven = solution.proven and second.proven
            return Solution(second.sessions, second.cost, proven), ()
    return solution, changes


def _solve_or_relax(task: Task, rx: Prescription) -> tuple[Solution, tuple[Change, ...]]:
    solution = attempt(task, rx)
    if solution is not None:
        return solution, ()
    tried: dict[Prescription, Solution | None] = {rx: None}

    def works(relaxed: Prescription) -> bool:
        if relaxed not in tried:
            tried[relaxed] = attempt(task, relaxed)
        return tried[relaxed] is not None

    relaxed, changes = climb_down(Wish(task.athlete, task.days_left), rx, works)
    return tried.get(relaxed) or Solution(task.given, 0, proven=True), changes


def attempt(task: Task, rx: Prescription) -> Solution | None:
    """The best week of exactly these sessions; None where none is valid.

    The promise to alternate comes before full length, full length before score: sessions are cut to their windows
    only where nothing fits uncut.
    """
    templates = Templates(task.athlete, task.context, rx)
    promised = school_of(task.athlete).alternates and rx.combined + len(task.given) > 1
    for alternation in Alternation if promised else (Alternation.PRICED,):
        for places in (Places(templates), Places(templates, shrink=True)):
            posed = Posed(task, rx, places, alternation)
            solution = posed.solve()
            if solution is not None:
                solution = posed.sharpened(solution)
                resting = min(rx.recovery, max(task.days_left - rx.training_days, 0))
                sessions = with_recovery(solution.sessions, templates, task.shut, resting)
                return replace(solution, sessions=sessions)
    return None


@dataclass(frozen=True)
class Posed:
    """A prescription posed as a search problem: which places, how far alternation binds."""

    task: Task
    rx: Prescription
    places: Places
    alternation: Alternation
    known_totals: Totals | None = None

    @property
    def totals(self) -> Totals:
        """What the finished week is taken to hold."""
        return self.known_totals or _totals(Week.of(self.task.given), self.rx)

    def solve(self) -> Solution | None:
        """One exact search."""
        contents = contents_of(self.task.athlete, self.rx)
        return Search(self.problem(contents, stock_of(self.rx))).solve()

    def sharpened(self, solution: Solution) -> Solution:
        """The solution among more starts, its odd session counted right, and held against all it could have been."""
        posed, solution = self._with_more_starts(solution)
        totals = Totals.of(solution.sessions)
        if totals != posed.totals:
            # A day without room for a combined session may have got two instead: the odd one out is another.
            posed = replace(posed, known_totals=totals)
            solution = posed._same_sessions(solution) or solution
        if solution.cost < UNIT or not solution.proven:
            return solution
        return replace(solution, proven=not posed._beaten(solution))

    def _with_more_starts(self, solution: Solution) -> "tuple[Posed, Solution]":
        """Search again among more starts where a rule about hours costs something."""
        week = Week.of(list(with_ids(solution.sessions)))
        findings = evaluate(self.task.athlete, week, self.task.context).findings
        if not any(f.rule in CLOCK_RULES and f.severity is Severity.SOFT for f in findings):
            return self, solution
        posed = replace(self, places=replace(self.places, more_starts=True))
        return posed, posed.solve() or solution

    def _beaten(self, solution: Solution) -> bool:
        """Whether the same sessions, bound by the rules alone, may score lower on other days or in other company."""
        places = replace(self.places, any_company=True)
        free = replace(self, places=places, alternation=Alternation.PRICED)._same_sessions(solution)
        return free is None or not free.proven or free.cost // UNIT < solution.cost // UNIT

    def _same_sessions(self, solution: Solution) -> Solution | None:
        contents, stock = same_sessions(solution.contents)
        problem = replace(self.problem(contents, stock), sessions_from=0, sessions_a_day=2)
        return Search(problem).solve()

    def problem(self, contents: tuple[Content, ...], stock: int) -> Problem:
        """The days' options for these contents, with what surrounds the week."""
        task, context = self.task, self.task.context
        given = Week.of(task.given)
        stands = [given_option(f"given {day}", given.by_day[day]) for day in range(DAYS)]
        days = tuple(
            (stands[day],) if day in task.shut else tuple(self.places.options(day, contents)) for day in range(DAYS)
        )
        before, after = neighbours_of(context.before, "before "), neighbours_of(context.after, "after ")
        known = frozenset(o.content for o in (*stands, *before, *after) if o.sessions)
        tables = Tables(Case(task.athlete, context, self.totals), known, self.alternation)
        return Problem(tables, days, stock, given, before, after, chain_start(context))


def _totals(given: Week, rx: Prescription) -> Totals:
    """What the finished week will hold."""
    stands = Totals.of(given.sessions)
    combined = 0 if rx.two_a_day and not rx.one_session_too else rx.combined
    return Totals(
        runs=stands.runs + rx.runs + rx.circuits,
        hard_runs=stands.hard_runs + rx.hard,
        combined=stands.combined + combined,
        upper=stands.upper + rx.circuits + sum(region is not Region.LOWER for region in rx.regions),
        lower=stands.lower + rx.circuits + sum(region is not Region.UPPER for region in rx.regions),
    )
