"""One week posed as a search: the task, the prescription, the places tried, and how sure the answer is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from planner.engine import limits
from planner.engine.bound import Problem
from planner.engine.contents import MOST_DIGITS, Content, contents_of, same_days, same_sessions, stock_of
from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import chain_start, evaluate
from planner.engine.forms import Forms, Option
from planner.engine.kept import kept_contents, stock_of_kept, with_kept
from planner.engine.order_policy import school_of
from planner.engine.places import Places, with_ids
from planner.engine.prescription import Prescription
from planner.engine.prices import Prices
from planner.engine.rules import SOFT
from planner.engine.rules.shapes import Case, PairRule, Totals
from planner.engine.solver import Search, Solution
from planner.engine.tables import FORBIDDEN, UNIT, Alternation, Tables, given_option, neighbours_of
from planner.engine.templates import Templates
from planner.engine.vocabulary import Intensity, Region
from planner.engine.wishes import Room

SOFT_CLOCK_RULES = [rule for rule in SOFT if isinstance(rule, PairRule) and rule.clock]
SECOND_LOOK = 2_500  # nodes of a search that only sharpens an answer


@dataclass(frozen=True)
class Task:
    """One week to plan: who, in what surroundings, what stands or is kept, which days take nothing new."""

    athlete: Athlete
    context: Context
    given: tuple[Session, ...] = ()
    closed_days: frozenset[int] = frozenset()
    kept: tuple[Session, ...] = ()  # partly locked: in the week in any case, but free in what is not locked

    @cached_property
    def forms(self) -> Forms:
        """What the plan has made so far."""
        return Forms(self.athlete)

    @cached_property
    def prices(self) -> Prices:
        """What the plan has priced so far."""
        return Prices(self.athlete)

    @cached_property
    def shut(self) -> frozenset[int]:
        """Days that take no new session: closed ones, and ones that hold a given session."""
        return self.closed_days | {s.day for s in self.given}

    @cached_property
    def room(self) -> Room:
        """What the week can hold, the given sessions included."""
        return Room.of(self.athlete, self.shut, self.given)

    @property
    def training_left(self) -> int:
        """Days that may still get a run, a lift or a circuit, days of rest kept."""
        held = len({s.day for s in (*self.given, *self.kept) if s.is_training})
        return max(min(self.days_left, DAYS - limits.REST_DAYS[self.athlete.level] - held), 0)

    @property
    def keeps_long(self) -> bool:
        """Whether a long run is partly locked: it asks for its day like one that is still to be placed."""
        return any(s.run is not None and s.run.intensity is Intensity.LONG for s in self.kept)

    @property
    def days_left(self) -> int:
        """Days that may still get a session, by the athlete's own limit too."""
        return max(self.most_days - len({s.day for s in (*self.given, *self.kept)}), 0)

    @property
    def most_days(self) -> int:
        """Days that may hold a session, by the athlete's own limit too."""
        return min(self.room.days, self.athlete.training_days or DAYS)


@dataclass(frozen=True)
class Posed:
    """A prescription posed as a search problem: which places, how far alternation binds.

    `rx` is what is left to place beside what stands and what is kept.
    """

    task: Task
    rx: Prescription
    places: Places
    alternation: Alternation = Alternation.PRICED
    known_totals: Totals | None = None

    @property
    def totals(self) -> Totals:
        """What the finished week is taken to hold."""
        return self.known_totals or _totals(Week.of((*self.task.given, *self.task.kept)), self.rx)

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """Everything a day may hold."""
        kept, whole = self.task.kept, self.places.templates.rx
        return contents_of(self.task.athlete, whole) + (kept_contents(kept, whole) if kept else ())

    @cached_property
    def stock(self) -> int:
        """What is to be placed."""
        return stock_of(self.rx) + stock_of_kept(self.task.kept)

    @property
    def can_be_made(self) -> bool:
        """Whether everything to be placed is part of something that can be made, however long the windows are."""
        stock, made = self.stock, 0
        for digit in [15 << 4 * place for place in range(MOST_DIGITS)]:
            if not stock & digit or made & digit:
                continue
            held = next((c.takes for c in self.contents if c.takes & digit and self.places.can_make(c)), 0)
            if not held:
                return False
            made |= held
        return True

    def solve(self) -> tuple[Solution | None, bool]:
        """One exact search, and whether counting alone answered it."""
        search = Search(self.problem(self.contents, self.stock))
        return search.solve(), search.crowded

    def sharpened(self, solution: Solution) -> "Found":
        """The solution among more starts, its odd session counted right."""
        posed, solution = self._with_more_starts(solution)
        totals = Totals.of(solution.sessions)
        if totals != posed.totals:
            # A day without room for a combined session may have got two instead: the odd one out is another. Other
            # mixes of the prescription were priced by the wrong totals, so nothing is proven of them.
            posed = replace(posed, known_totals=totals)
            contents, stock = same_days(solution.contents)
            problem = replace(posed.problem(contents, stock), sessions_from=0)
            solution = replace(Search(problem, SECOND_LOOK).solve() or solution, proven=False)
        return Found(posed, solution)

    def _with_more_starts(self, solution: Solution) -> "tuple[Posed, Solution]":
        """Search again among more starts where a rule about hours costs something."""
        week = Week.of(list(with_ids(solution.sessions)))
        given = {s.id for s in self.task.given}
        soft = evaluate(self.task.athlete, week, self.task.context, SOFT_CLOCK_RULES).findings
        if all(given.issuperset(f.sessions) for f in soft):
            return self, solution
        posed = replace(self, places=replace(self.places, more_starts=True))
        search = Search(posed.problem(self.contents, self.stock), SECOND_LOOK, best=solution.cost)
        finer = search.solve()
        return posed, finer or replace(solution, proven=solution.proven and not search.gave_up)

    def beaten(self, solution: Solution) -> bool:
        """Whether the same sessions, bound by the rules alone, may score lower on other days or in other company."""
        free = replace(self, places=replace(self.places, any_company=True), alternation=Alternation.PRICED)
        search = free._same_sessions(solution, best=solution.cost // UNIT * UNIT)
        return search.solve() is not None or search.gave_up

    def _same_sessions(self, solution: Solution, best: int = FORBIDDEN) -> Search:
        """A search over exactly the solution's sessions for a week that costs less than `best`."""
        contents, stock = same_sessions(solution.contents)
        problem = replace(self.problem(contents, stock), sessions_from=0)
        return Search(problem, SECOND_LOOK, best=best)

    def problem(self, contents: tuple[Content, ...], stock: int) -> Problem:
        """The days' options for these contents, with what surrounds the week."""
        task, context = self.task, self.task.context
        given = Week.of(task.given)
        stands = [given_option(f"given {day}", given.by_day[day]) for day in range(DAYS)]
        days = tuple(
            (stands[day], *self._kept_on(day, contents, given.by_day[day]))
            if day in task.shut
            else self.places.options(day, contents)
            for day in range(DAYS)
        )
        before, after = neighbours_of(context.before, "before "), neighbours_of(context.after, "after ")
        known = frozenset(o.content for o in (*stands, *before, *after) if o.form.sessions)
        tables = Tables(Case(task.athlete, context, self.totals), known, self.alternation, task.prices)
        return Problem(tables, days, stock, given, before, after, chain_start(context))

    def _kept_on(self, day: int, contents: tuple[Content, ...], stands: Sequence[Session]) -> Iterator[Option]:
        """Days that take nothing new take what keeps them, beside what stands there."""
        staying = tuple(content for content in contents if content.days == {day})
        for option in self.places.options(day, staying) if staying else ():
            if not stands:
                yield option
            elif not option.content.parts:
                together = sorted((*stands, *option.on(day)), key=lambda session: session.start)
                yield Option.of(option.content, tuple(together), option.untidy)


@dataclass(frozen=True)
class Found:
    """A solution and how the question was posed."""

    posed: Posed
    solution: Solution

    def sharpened(self) -> "Found":
        """The same question answered among more starts where hours matter."""
        return self.posed.sharpened(self.solution)

    @cached_property
    def proven(self) -> bool:
        """Whether no week of the same sessions scores lower, on other days or in other company either."""
        solution = self.solution
        return solution.proven and (solution.cost < UNIT or not self.posed.beaten(solution))


def first_valid(task: Task, rx: Prescription) -> Found | None:
    """The best week of exactly these sessions on their usual starts; None where none is valid.

    The promise to alternate comes before full length, full length before score: sessions are cut to their windows
    only where nothing fits uncut. Once the strictest question has no answer the laxest is asked, since a no to that
    one answers all between.
    """
    templates = Templates(task.athlete, task.context, with_kept(rx, task.kept))
    whole = Posed(task, rx, Places(templates, known=task.forms))
    if not whole.can_be_made:
        return None
    strict, *lax = _questions(whole)
    solution, crowded = strict.solve()
    if solution is not None:
        return Found(strict, solution)
    if not lax or (crowded and not lax[-1].places.shrink):
        return None  # what neighbouring days cannot hold they hold in no order
    last, _ = lax[-1].solve()
    if last is None:
        return None
    for posed in lax[:-1]:
        solution, _ = posed.solve()
        if solution is not None:
            return Found(posed, solution)
    return Found(lax[-1], last)


def _questions(whole: Posed) -> list[Posed]:
    """The ways to pose a prescription, strictest first; cutting sessions is tried only where it opens a place."""
    task = whole.task
    promised = school_of(task.athlete).alternates and whole.rx.combined + len(task.given) + len(task.kept) > 1
    binding = [Alternation.PRICED]
    if promised:
        binding.insert(0, Alternation.WITHIN_THE_WEEK)
        if chain_start(task.context) is not None:
            binding.insert(0, Alternation.INTO_THE_WEEK)
    lengths = [whole]
    if whole.places.cutting_helps(whole.contents):
        cut = replace(whole, places=replace(whole.places, shrink=True))
        lengths = [cut] if whole.places.keep_a_cut(whole.contents) else [whole, cut]
    return [replace(posed, alternation=alternation) for alternation in binding for posed in lengths]


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
