"""A broken week made to fit: the ways the engine proposes, and one of them done as a step that can be undone."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from planner import change_words, engine, mapping
from planner.engine import Move, Proposal
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Severity
from planner.records import Records, read
from planner.services import planning
from planner.services.outcome import Outcome, Stale, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit

LABEL = gettext_noop("Make it fit")
UNDO = gettext_noop("Undo takes it back.")
REST_STANDS = gettext_noop("What is still broken lies in sessions that are done, locked or past.")


def proposals(records: Records, monday: date) -> tuple[Proposal, ...]:
    """Up to three ways to mend a week whose neighbours were read too, fewest moves first, none with a move for nothing.

    What is done, locked, past or already begun stays, and nothing is put on an hour that is over. None where the week
    keeps every rule, or where what breaks one lies in sessions that stay.
    """
    athlete, context = records.athlete.in_week(monday), records.context(monday)
    was = records.evaluation(monday)
    if was.valid:
        return ()
    found = engine.repair(
        planning.still_free(records, monday, records.today),
        records.in_truth(monday) or PlannedSessions(),
        context=context,
        fixed=standing(records, monday),
        closed_days=records.closed_days(monday),
    )
    judged = [replace(one, evaluation=engine.evaluate(athlete, one.week, context)) for one in found]
    helping = [one for one in judged if one.moves and _broken(one.evaluation) < _broken(was)]
    return tuple(one for one in helping if not any(_needless(one, other) for other in helping))


def _needless(proposal: Proposal, other: Proposal) -> bool:
    """Whether it does all that another does, and more for nothing."""
    return {*other.moves} < {*proposal.moves} and other.evaluation.score <= proposal.evaluation.score


def standing(records: Records, monday: date) -> frozenset[str]:
    """The ids of sessions that are left as they are; one of today that has begun is past."""
    today, soonest = records.today, planning.soonest(records)
    return frozenset(
        str(row.id)
        for row in records.sessions[monday]
        if planning.stays(row, today) or (row.date == today and row.start < soonest)
    )


def _broken(evaluation: Evaluation) -> int:
    return sum(found.severity is Severity.HARD for found in evaluation.findings)


def key_of(proposal: Proposal) -> str:
    """A name that a proposal has again whenever it is found again."""
    return key_of_moves(proposal.moves)


def key_of_moves(moves: Iterable[Move]) -> str:
    """A name that stands for moves and their ends."""
    ends = [(m.session.id, *((to.day, to.start, to.order, to.minutes) if (to := m.to) else ())) for m in moves]
    return sha256(repr(sorted(ends, key=str)).encode()).hexdigest()[:24]


@transaction.atomic
def repair_week(*, user: Any, monday: date, version: int, proposal: str) -> Outcome:
    """Do the proposal of that key, as the week stands now. Raises Stale where there is none; NoPlan, NoWeek."""
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    chosen = next((one for one in proposals(records, monday) if key_of(one) == proposal), None)
    if chosen is None:
        raise Stale
    before = snapshot(records, [monday])
    _apply(records, monday, chosen)
    commit(records, before, _(LABEL))
    gone = sum(move.to is None for move in chosen.moves)
    done = f"{change_words.moved(len(chosen.moves) - gone, gone)} {_(UNDO)}"
    if chosen.evaluation.valid:
        return Outcome(done, records)
    return Outcome(f"{done} {_(REST_STANDS)}", records, "warning")


def _apply(records: Records, monday: date, proposal: Proposal) -> None:
    """Make the rows in memory say what the proposal does."""
    ends = {move.session.id: move.to for move in proposal.moves}
    for row in list(records.sessions[monday]):
        if str(row.id) not in ends:
            continue
        if end := ends[str(row.id)]:
            mapping.write(row, end, monday)
        else:
            records.sessions[monday].remove(row)
