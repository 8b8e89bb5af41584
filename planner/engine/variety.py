"""Unequal days: where a week is monotonous, its lighter sessions become shorter, so that hard days stand out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from planner.engine import limits
from planner.engine.domain import Athlete, Context, Lift, Run, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.load import daily_load, monotony_of, session_load
from planner.engine.results import Evaluation
from planner.engine.rules.load import MONOTONY_CEILING
from planner.engine.vocabulary import Kind, Severity

Judged = tuple[Week, Evaluation]


def varied(athlete: Athlete, week: Week, context: Context, *, keep: Sequence[Session] = ()) -> Judged:
    """The week with as few sessions shortened by a third as bring monotony under 2.0, and what it comes to.

    It is unchanged where none helps. The lightest go first; key runs, recovery and the sessions in `keep` stay whole.
    """
    shorter = _less_monotonous(week, keep)
    better = shorter and evaluate(athlete, shorter, context)
    if shorter and better and better.valid and not better.score:
        return shorter, better  # monotony alone cost more
    before = evaluate(athlete, week, context)
    if shorter and better and _broken(better) <= _broken(before) and better.score < before.score:
        return shorter, better
    return week, before


def _less_monotonous(week: Week, keep: Sequence[Session]) -> Week | None:
    """The week shortened until it is not monotonous any more; None where it is not, or stays it."""
    daily = daily_load(week)
    if monotony_of(daily) < MONOTONY_CEILING:
        return None
    kept = {s.id for s in keep}
    shortenable = [s for s in week.sessions if s.id not in kept and not s.is_key and s.kind is not Kind.RECOVERY]
    shorter = []
    for session in sorted(shortenable, key=lambda s: (session_load(s), s.day)):
        shorter.append(shortened(session))
        daily[session.day] += session_load(shorter[-1]) - session_load(session)
        if monotony_of(daily) < MONOTONY_CEILING:
            return reduce(Week.replaced, shorter, week)
    return None


def _broken(evaluation: Evaluation) -> set[str]:
    """The hard rules that a week breaks; given sessions may break some whatever else is planned."""
    return {f.rule for f in evaluation.findings if f.severity is Severity.HARD}


def shortened(session: Session) -> Session:
    """A third less of each part, in full fives, never under the part's least minutes."""
    run = session.run and replace(session.run, minutes=_two_thirds(session.run, limits.RUN_MINUTES[0]))
    lift = session.lift and replace(session.lift, minutes=_two_thirds(session.lift, limits.LIFT_MINUTES[0]))
    return replace(session, run=run, lift=lift)


def _two_thirds(part: Run | Lift, least: int) -> int:
    minutes = part.minutes * 2 // 3
    return min(part.minutes, max(minutes - minutes % limits.FIVES, least))
