"""A week planned: prescribe, place, relax where nothing fits."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.engine.asked import asked, would_suit
from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.given_up import Taken
from planner.engine.kept import parted, with_kept, with_room_beside
from planner.engine.limits import RUN_MINUTES
from planner.engine.locks import is_partly_locked
from planner.engine.loosen import locks_told, loosened
from planner.engine.order_policy import school_of
from planner.engine.places import Places, with_ids
from planner.engine.posed import Found, Posed, Task, first_valid
from planner.engine.prescription import Prescription, in_lighter_week, other_split, prescribe
from planner.engine.progression import gentle_limit, reference, stage_held, stage_of
from planner.engine.relax import Wish, climb_down
from planner.engine.rest import with_recovery
from planner.engine.results import Change, Evaluation, PlannedWeek
from planner.engine.solver import Solution
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.subtract import less, squeezed, without_given
from planner.engine.tables import UNIT, Alternation
from planner.engine.templates import Templates
from planner.engine.variety import varied
from planner.engine.vocabulary import Lock, Order, Phase
from planner.engine.volume import dosed
from planner.engine.wishes import wished
from planner.engine.wording import counted


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
    task, staying = _posed(athlete, context or Context(), fixed, closed_days)
    rx, cuts = prescribe(athlete, task.context, task.room)
    dose = _dose(task, rx)
    answer = _best_split(task, rx, dose.to_place)
    week, evaluation = _with_rest(answer.found)
    steps = (step.told(athlete, week, task.context) for step in answer.changes)
    gave_way = locks_told(answer.found.posed.task, filter(is_partly_locked, staying), week)
    for session in staying:  # what gave way is still wished for
        week = week.replaced(replace(week.find(session.id), locks=session.locks, locked=session.locked))
    told = (*cuts, *dosed_told(task, dose), *steps, *gave_way, *order_told(athlete, week))
    perfect = not evaluation.score  # nothing scores below 0, so the proofs are not asked
    optimal = evaluation.valid and (perfect or all(found.proven for found in (answer.found, *answer.rivals)))
    stage = stage_held(athlete, task.context, week)
    return PlannedWeek(week, evaluation, optimal, told, task.context, stage, begun_told(task, dose))


def _posed(
    athlete: Athlete, context: Context, fixed: Sequence[Session], closed_days: frozenset[int]
) -> tuple[Task, tuple[Session, ...]]:
    """The task, and the sessions that are kept in it as they were asked for."""
    stands, kept = parted(with_room_beside(athlete, fixed, closed_days))
    kept = with_ids(kept)
    asked_for = {session.id: session for session in (*kept, *fixed)}
    return Task(athlete, context, stands, closed_days, kept), tuple(asked_for[session.id] for session in kept)


def prescribed(task: Task) -> tuple[Prescription, tuple[Change, ...]]:
    """What is to be placed beside what stands, and which wishes were cut before any day was looked at."""
    rx, cuts = prescribe(task.athlete, task.context, task.room)
    dose = _dose(task, rx)
    return dose.to_place, (*cuts, *dosed_told(task, dose))


def fits(task: Task, rx: Prescription) -> bool:
    """Whether a free week holds the prescription as it is, found without what `plan_week` does to better a week."""
    found, other = first_valid(task, rx), other_split(task.athlete, rx)
    if found is None and (other is None or first_valid(task, other) is None):
        return False
    bound = found is not None and other is None and found.posed.alternation is not Alternation.PRICED
    if bound or rx.combined < 2 or not school_of(task.athlete).alternates:
        return True
    return not plan_week(task.athlete, context=task.context).changes


def dosed_told(task: Task, dose: "Dose") -> tuple[Change, ...]:
    """Where the week's minutes hold fewer runs or lifts than were asked for."""
    athlete, stage = task.athlete, stage_of(task.athlete, task.context)
    if stage.is_light:
        return tuple(_lighter_told(task, dose, stage.phase))
    if athlete.runs_per_week and dose.full.runs < dose.asked.runs:
        return (Change("gentle_growth", _growing(asked(athlete, "runs_per_week"), _runs_held(dose))),)
    return ()


def _lighter_told(task: Task, dose: "Dose", phase: Phase) -> Iterator[Change]:
    """Runs and lifts asked for that a lighter week leaves out, be they circuits; a taper has told of its lifts."""
    athlete = task.athlete
    if not (athlete.runs_per_week or athlete.lifts_per_week):
        return
    usual, _cuts = wished(athlete, task.context, task.room)
    runs, lifts = _runs_held(dose), _lifts_held(dose)
    if athlete.runs_per_week and runs < usual.runs + usual.circuits:
        yield in_lighter_week(asked(athlete, "runs_per_week"), runs)
    if athlete.lifts_per_week and lifts < usual.lifts + usual.circuits and phase is Phase.DELOAD:
        yield in_lighter_week(asked(athlete, "lifts_per_week"), lifts)


def _growing(wish: str, number: int) -> str:
    return ngettext(
        "{wish}; {number} is planned, so that running grows gently.",
        "{wish}; {number} are planned, so that running grows gently.",
        number,
    ).format(wish=wish, number=number)


def begun_told(task: Task, dose: "Dose") -> tuple[Change, ...]:
    """Where a week that starts from little running holds fewer runs than suit the goal, though nobody asked for any.

    No wish gives way for it, so it is a note and no part of what clashes.
    """
    known = reference(task.athlete, task.context)
    light = stage_of(task.athlete, task.context).is_light
    if known is None or light or task.athlete.runs_per_week is not None or dose.full.runs >= dose.asked.runs:
        return ()
    held = _runs_held(dose)
    due = would_suit(held + dose.asked.runs - dose.full.runs, "run")
    text = ngettext(
        "{due}; {number} is planned, so that running grows gently from {known} min a week.",
        "{due}; {number} are planned, so that running grows gently from {known} min a week.",
        held,
    )
    if gentle_limit(known) < RUN_MINUTES[0]:
        text = ngettext(
            "{due}; {number} is planned, so that running grows gently from {known} min a week, and no run is shorter "
            "than {least} min.",
            "{due}; {number} are planned, so that running grows gently from {known} min a week, and no run is shorter "
            "than {least} min.",
            held,
        )
    return (Change("gentle_begin", text.format(due=due, number=held, known=known, least=RUN_MINUTES[0])),)


def _runs_held(dose: "Dose") -> int:
    return dose.full.runs + dose.full.circuits + sum(session.run is not None for session in dose.stands)


def _lifts_held(dose: "Dose") -> int:
    return dose.full.lifts + dose.full.circuits + sum(session.lift is not None for session in dose.stands)


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
        weeks.append(varied(task.athlete, Week.of(list(sessions)), task.context, keep=(*task.given, *whole)))
        if not weeks[-1][1].score:
            break
    return min(weeks, key=lambda judged: judged[1].score)


def order_told(athlete: Athlete, week: Week) -> tuple[Change, ...]:
    """Where the promise of alternating cannot be kept, the week says why."""
    if not school_of(athlete).alternates or alternates(week):
        return ()
    first = [s.order is Order.RUN_FIRST for s in week.combined]
    if all(s.run is not None and s.run.is_key for s in week.combined):
        text = _(
            "Run and lift are to take turns at coming first; the {runs} that share a session with a lift are key runs, "
            "and a key run always goes first, so no order turns."
        )
        return (Change("order", text.format(runs=counted(len(first), "run"))),)
    text = ngettext(
        "Run and lift are to take turns at coming first; your days and hours leave no such week, so of {sessions} "
        "{number} starts with the run and {others} with the lift.",
        "Run and lift are to take turns at coming first; your days and hours leave no such week, so of {sessions} "
        "{number} start with the run and {others} with the lift.",
        sum(first),
    )
    sessions, others = counted(len(first), "session"), len(first) - sum(first)
    return (Change("order", text.format(sessions=sessions, number=sum(first), others=others)),)


def alternates(week: Week) -> bool:
    """Whether no two combined sessions in a row have the same order."""
    orders = [s.order for s in week.combined]
    return all(a is not b for a, b in itertools.pairwise(orders))


@dataclass(frozen=True)
class Answer:
    """What was found, what had to give way, and what was found for another split that it was held against."""

    found: Found
    changes: tuple[Taken, ...] = ()
    rivals: tuple[Found, ...] = ()


Tried = dict[tuple[tuple[Session, ...], tuple[Session, ...], Prescription], Found | None]


def _best_split(task: Task, rx: Prescription, left: Prescription) -> Answer:
    """Where the table leaves the split open, the better-scoring one; the first on a tie. `left` is to be placed."""
    tried: Tried = {}
    first = _solve_or_relax(task, left, tried)
    task = first.found.posed.task
    other = other_split(task.athlete, rx)
    cost = first.found.solution.cost
    second = _tried(task, _dose(task, other).to_place, tried) if other and (first.changes or cost >= UNIT) else None
    if second is None:
        return first
    second = second.sharpened()
    if first.changes or second.solution.cost // UNIT < cost // UNIT:
        return Answer(second, (), (first.found,))
    return first


@dataclass(frozen=True, slots=True)
class Dose:
    """A prescription before (`asked`) and after (`full`) this week's minutes, partly locked sessions among it.

    `left` is what of it is still to be placed, `stands` brings its own minutes, `others` get theirs from the dose.
    `room` are the days and the training days that are left.
    """

    left: Prescription
    asked: Prescription
    full: Prescription
    stands: tuple[Session, ...]
    others: tuple[Session, ...]
    room: tuple[int, int]

    @property
    def to_place(self) -> Prescription:
        """What is left of the prescription beside what stands already or is kept, in this week's minutes."""
        if self.full == replace(self.asked, volume=self.full.volume):
            return replace(self.left, volume=self.full.volume)
        return squeezed(less(self.full, self.others), *self.room)  # minutes may have parted pairs of run and lift


def _dose(task: Task, rx: Prescription) -> Dose:
    room = task.days_left, task.training_left
    left = without_given(rx, (*task.given, *task.kept), *room)
    stands = (*task.given, *(s for s in task.kept if s.keeps(Lock.CONTENT)))
    others = tuple(s for s in task.kept if not s.keeps(Lock.CONTENT) and s.is_training)
    pairs = less(replace(rx, long=False), stands).combined if task.given or task.kept else 0
    whole = _paired(with_kept(left, others), pairs)
    full = dosed(task.athlete, task.context, whole, stands, task.shut)
    if whole.combined < pairs and whole.long and not full.long:
        full = _paired(full, full.combined + 1)  # what would have been the long run may share a session
    return Dose(left, whole, full, stands, others, room)


def _paired(rx: Prescription, pairs: int) -> Prescription:
    """As many runs and lifts share a session as they do before some of them are kept, each by itself."""
    more = max(min(pairs - rx.combined, rx.lift_only, rx.run_only - rx.long), 0)
    return replace(rx, run_only=rx.run_only - more, lift_only=rx.lift_only - more, combined=rx.combined + more)


def _solve_or_relax(task: Task, rx: Prescription, tried: Tried) -> Answer:
    """The prescription's best week, or that of the first rung of the ladder on which there is one; locks last."""
    relaxed = rx
    changes: tuple[Taken, ...] = ()
    if _tried(task, rx, tried) is None:
        task = loosened(task, rx)
    if _tried(task, rx, tried) is None:
        wish = Wish(task.athlete, task.days_left, task.keeps_long)
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
