"""A week planned: prescribe, place, relax where nothing fits."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.kept import parted, with_kept
from planner.engine.loosen import locks_told, loosened
from planner.engine.order_policy import school_of
from planner.engine.places import Places, with_ids
from planner.engine.posed import Found, Posed, Task, first_valid
from planner.engine.prescription import Prescription, other_split, prescribe
from planner.engine.progression import stage_of
from planner.engine.relax import Wish, climb_down
from planner.engine.rest import with_recovery
from planner.engine.results import Change, Evaluation, PlannedWeek
from planner.engine.solver import Solution
from planner.engine.subtract import less, without_given
from planner.engine.tables import UNIT
from planner.engine.templates import Templates
from planner.engine.variety import varied
from planner.engine.vocabulary import Lock
from planner.engine.volume import dosed

ALL_KEY_RUNS = "The runs that share a session with a lift are key runs, and a key run always goes first."
NO_TURN = "Your days and hours leave no week in which the orders take turns; the nearest one is given."


def plan_week(
    athlete: Athlete,
    *,
    context: Context | None = None,
    fixed: Sequence[Session] = (),
    closed_days: frozenset[int] = frozenset(),
) -> PlannedWeek:
    """The best valid week for the athlete: `fixed` sessions stay as they are, `closed_days` take none.

    Of `fixed` sessions that are partly locked only what is locked stays; they are in the week in any case.

    Where the wishes admit no valid week the relaxation ladder is climbed down and `changes` tells each step. Sessions
    without an id get s1, s2 ... in time order.
    """
    stands, kept = parted(fixed)
    kept = with_ids(kept)
    task = Task(athlete, context or Context(), stands, closed_days, kept)
    asked, cuts = prescribe(athlete, task.context, task.room)
    answer = _best_split(task, asked)
    week, evaluation = _with_rest(answer.found)
    gave_way = locks_told(answer.found.posed.task, kept, week)
    for session in kept:  # what gave way is still wished for
        week = week.replaced(replace(week.find(session.id), locks=session.locks))
    told = (*cuts, *answer.changes, *gave_way, *order_told(athlete, week))
    perfect = not evaluation.score  # nothing scores below 0, so the proofs are not asked
    optimal = evaluation.valid and (perfect or all(found.proven for found in (answer.found, *answer.rivals)))
    return PlannedWeek(week, evaluation, optimal, told, task.context, stage_of(athlete, task.context))


def _with_rest(found: Found) -> tuple[Week, Evaluation]:
    """The week with as much of its recovery as raises no cost, its lighter days shortened where it is monotonous."""
    task, rx = found.posed.task, found.posed.rx
    templates = found.posed.places.templates
    held = len({s.day for s in found.solution.sessions})
    most = min(rx.recovery, max(task.most_days - held, 0))
    whole = [s for s in task.kept if s.keeps(Lock.CONTENT)]
    weeks = []
    for count in reversed(range(most + 1)):
        sessions = with_ids(with_recovery(found.solution.sessions, templates, task.shut, count))
        week = varied(task.athlete, Week.of(list(sessions)), task.context, keep=(*task.given, *whole))
        weeks.append((week, evaluate(task.athlete, week, task.context)))
        if not weeks[-1][1].score:
            break
    return min(weeks, key=lambda judged: judged[1].score)


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


@dataclass(frozen=True)
class Answer:
    """What was found, what had to give way, and what was found for another split that it was held against."""

    found: Found
    changes: tuple[Change, ...] = ()
    rivals: tuple[Found, ...] = ()


Tried = dict[tuple[tuple[Session, ...], tuple[Session, ...], Prescription], Found | None]


def _best_split(task: Task, asked: Prescription) -> Answer:
    """Where the table leaves the split open, the better-scoring one; the first on a tie."""
    tried: Tried = {}
    first = _solve_or_relax(task, _left(task, asked), tried)
    task = first.found.posed.task
    other = other_split(task.athlete, asked)
    cost = first.found.solution.cost
    second = _tried(task, _left(task, other), tried) if other and (first.changes or cost >= UNIT) else None
    if second is None:
        return first
    second = second.sharpened()
    if first.changes or second.solution.cost // UNIT < cost // UNIT:
        return Answer(second, (), (first.found,))
    return first


def _left(task: Task, asked: Prescription) -> Prescription:
    """What is left of the prescription beside what stands already or is kept, in this week's minutes."""
    left = without_given(asked, (*task.given, *task.kept), task.days_left, task.training_left)
    sized = tuple(s for s in task.kept if s.keeps(Lock.CONTENT))  # these bring their own minutes
    others = tuple(s for s in task.kept if s not in sized and s.is_training)
    asked = with_kept(left, others)
    full = dosed(task.athlete, task.context, asked, (*task.given, *sized))
    if full == replace(asked, volume=full.volume):
        return replace(left, volume=full.volume)
    return less(full, others)


def _solve_or_relax(task: Task, rx: Prescription, tried: Tried) -> Answer:
    """The prescription's best week, or that of the first rung of the ladder on which there is one; locks last."""
    relaxed = rx
    changes: tuple[Change, ...] = ()
    if _tried(task, rx, tried) is None:
        task = loosened(task, rx)
    if _tried(task, rx, tried) is None:
        wish = Wish(task.athlete, task.days_left)
        relaxed, changes = climb_down(wish, rx, lambda candidate: _tried(task, candidate, tried) is not None)
    found = _tried(task, relaxed, tried)
    if found is None:  # the given sessions alone leave no valid week
        places = Places(Templates(task.athlete, task.context, relaxed), known=task.forms)
        return Answer(Found(Posed(task, relaxed, places), Solution(task.given)), changes)
    return Answer(found.sharpened(), changes)


def _tried(task: Task, rx: Prescription, tried: Tried) -> Found | None:
    key = (task.given, task.kept, rx)
    if key not in tried:
        tried[key] = first_valid(task, rx)
    return tried[key]
