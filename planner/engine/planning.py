"""A week planned: prescribe, place, relax where nothing fits."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.given_up import Taken
from planner.engine.order_policy import school_of
from planner.engine.places import Places, with_ids
from planner.engine.posed import Posed, Task, first_valid
from planner.engine.prescription import Prescription, other_split, prescribe
from planner.engine.relax import Wish, climb_down
from planner.engine.rest import with_recovery
from planner.engine.results import Change, PlannedWeek
from planner.engine.solver import Solution
from planner.engine.subtract import without_given
from planner.engine.tables import UNIT, Alternation
from planner.engine.templates import Templates
from planner.engine.variety import varied
from planner.engine.vocabulary import Order
from planner.engine.wording import counted

IN_TURN = "Run and lift are to take turns at coming first"
KEY_RUNS_FIRST = "are key runs, and a key run always goes first, so no order turns"


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
    rx, cuts = prescribed(task)
    posed, solution, taken = _best_split(task, rx)
    week = _with_rest(posed, solution)
    evaluation = evaluate(athlete, week, task.context)
    told = (*cuts, *(step.told(athlete, week) for step in taken), *order_told(athlete, week))
    perfect = not evaluation.score  # nothing scores below 0
    return PlannedWeek(week, evaluation, evaluation.valid and (solution.proven or perfect), told)


def prescribed(task: Task) -> tuple[Prescription, tuple[Change, ...]]:
    """What is to be placed beside what stands, and which wishes were cut before any day was looked at."""
    rx, cuts = prescribe(task.athlete, task.context, task.room)
    return without_given(rx, task.given, task.days_left, task.training_left), cuts


def fits(task: Task, rx: Prescription) -> bool:
    """Whether a free week holds the prescription as it is, found without what `plan_week` does to better a week."""
    found, other = first_valid(task, rx), other_split(task.athlete, rx)
    if found is None and (other is None or first_valid(task, other) is None):
        return False
    bound = found is not None and other is None and found[0].alternation is not Alternation.PRICED
    if bound or rx.combined < 2 or not school_of(task.athlete).alternates:
        return True
    return not plan_week(task.athlete, context=task.context).changes


def _with_rest(posed: Posed, solution: Solution) -> Week:
    """The week with as much of its recovery as raises no cost, its lighter days shortened where it is monotonous."""
    task, rx = posed.task, posed.rx
    templates = Templates(task.athlete, task.context, rx)
    most = min(rx.recovery, max(task.days_left - rx.training_days, 0))
    weeks = []
    for count in reversed(range(most + 1)):
        sessions = with_ids(with_recovery(solution.sessions, templates, task.shut, count))
        weeks.append(varied(task.athlete, Week.of(list(sessions)), task.context, keep=task.given))
    return min(weeks, key=lambda week: evaluate(task.athlete, week, task.context).score)


def order_told(athlete: Athlete, week: Week) -> tuple[Change, ...]:
    """Where the promise of alternating cannot be kept, the week says why."""
    if not school_of(athlete).alternates or alternates(week):
        return ()
    first = [s.order is Order.RUN_FIRST for s in week.combined]
    if all(s.run is not None and s.run.is_key for s in week.combined):
        why = f"the {counted(len(first), 'run')} that share a session with a lift {KEY_RUNS_FIRST}"
    else:
        starts = f"{sum(first)} {'starts' if sum(first) == 1 else 'start'} with the run"
        others = f"{len(first) - sum(first)} with the lift"
        why = f"your days and hours leave no such week, so of {counted(len(first), 'session')} {starts} and {others}"
    return (Change("order", f"{IN_TURN}; {why}."),)


def alternates(week: Week) -> bool:
    """Whether no two combined sessions in a row have the same order."""
    orders = [s.order for s in week.combined]
    return all(a is not b for a, b in itertools.pairwise(orders))


Answer = tuple[Posed, Solution, tuple[Taken, ...]]
Found = tuple[Posed, Solution]
Tried = dict[Prescription, Found | None]


def _best_split(task: Task, rx: Prescription) -> Answer:
    """Where the table leaves the split open, the better-scoring one; the first on a tie."""
    tried: Tried = {}
    first = _solve_or_relax(task, rx, tried)
    other = other_split(task.athlete, rx)
    second = _tried(task, other, tried) if other and not task.given and (first[2] or first[1].cost >= UNIT) else None
    if second is None:
        return first
    posed, solution = second[0], second[0].sharpened(second[1])
    if first[2] or solution.cost // UNIT < first[1].cost // UNIT:
        return posed, replace(solution, proven=solution.proven and first[1].proven), ()
    return first


def _solve_or_relax(task: Task, rx: Prescription, tried: Tried) -> Answer:
    """The prescription's best week, or that of the first rung of the ladder on which there is one."""
    relaxed = rx
    changes: tuple[Taken, ...] = ()
    if _tried(task, rx, tried) is None:
        wish = Wish(task.athlete, task.days_left)
        relaxed, changes = climb_down(wish, rx, lambda candidate: _tried(task, candidate, tried) is not None)
    found = _tried(task, relaxed, tried)
    if found is None:  # the given sessions alone leave no valid week
        places = Places(Templates(task.athlete, task.context, relaxed))
        return Posed(task, relaxed, places), Solution(task.given), changes
    posed, solution = found
    return posed, posed.sharpened(solution), changes


def _tried(task: Task, rx: Prescription, tried: Tried) -> Found | None:
    if rx not in tried:
        tried[rx] = first_valid(task, rx)
    return tried[rx]
