"""A week with a session where it breaks rules, and the search for the fewest changes that mend it around it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import InHand
from planner.engine.locks import against_place
from planner.engine.moves import turned
from planner.engine.repair import Move, Proposal, repair
from planner.engine.results import Evaluation, Finding
from planner.engine.shorter import shorter
from planner.engine.slots import slots_of
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Lock, Severity
from planner.engine.wording import day_and_name, inside, listed

Changes = tuple[Move, ...]
Breach = tuple[str, tuple[str, ...]]  # a hard rule, and the sessions it names


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that work, and how the week stands after them."""

    changes: Changes
    evaluation: Evaluation

    @property
    def rank(self) -> tuple[int, int, int, float, int]:
        """Smallest first when sorted: sessions changed, of them cut, minutes lost, the score, how far they go."""
        lost = sum(change.session.minutes - change.to.minutes for change in self.changes if change.to)
        return *_size(self.changes), lost, self.evaluation.score, sum(map(_untidy, self.changes))


@dataclass(frozen=True)
class Mending:
    """The week with the session (`card`) put there; what `stays` and what lies on `closed_days` is not touched."""

    athlete: Athlete
    week: Week
    card: Session
    context: Context
    stays: frozenset[str]
    closed_days: frozenset[int]
    still_free: Athlete

    def smallest(self) -> Way | None:
        """The least that makes the week valid; None where nothing does."""
        best = self.with_one_move
        for changes in self._promising:
            if _may_beat(changes, 2, best):
                best = _better(best, *self._with_moves(changes))
        return best

    @cached_property
    def with_one_move(self) -> Way | None:
        """The least with one move of another session at the most: all that can be is tried out."""
        best = self._in_place
        for changes in self._promising:
            if _may_beat(changes, 1, best):
                best = _better(best, *self._moved_once(changes))
        return best

    @cached_property
    def _in_place(self) -> Way | None:
        """The least without a move: nothing, a turn, a cut, or two of these."""
        best = _better(*(self._alone(changes) for changes in ((), *self._turn)))
        for cuts in self._cuts:
            if _may_beat(cuts[0], 0, best) and not self._left(cuts[-1]):
                best = _better(best, next(filter(None, map(self._alone, cuts)), None))
        for mine, theirs in product(self._own, self._others_cuts):
            if best is None and not self._left(mine[-1] + theirs[-1]):
                best = _better(*(self._alone(one + other) for one, other in product(mine, theirs)))
        return best

    @property
    def why_none(self) -> str:
        """Why nothing does."""
        stuck = self._stuck(())
        if stuck is not None:
            return _("No other change helps: {reason}").format(reason=inside(stuck.text))
        gone = [move.session for one in self._repaired[:1] for move in one.moves if move.to is None]
        if not gone:
            return _("No change of other sessions makes it fit.")
        return _("It would fit only without {sessions}.").format(sessions=listed([day_and_name(s) for s in gone]))

    @property
    def _turn(self) -> list[Changes]:
        return [(Move(self.card, turned(self.card)),)] if self.card.order and not self.card.keeps(Lock.ORDER) else []

    @cached_property
    def _cuts(self) -> list[list[Changes]]:
        """The session, and others of its day that may change, each with ever fewer minutes."""
        today = (s for s in self.week.by_day[self.card.day] if s.id == self.card.id or s.id not in self.stays)
        forms: list[list[Changes]] = [
            [(Move(session, form),) for form in shorter(session)]
            for session in today
            if not session.keeps(Lock.CONTENT)
        ]
        return [cuts for cuts in forms if cuts]

    @property
    def _own(self) -> list[list[Changes]]:
        """What can be done to the session in its place."""
        turn = [self._turn] if self._turn else []
        return turn + [cuts for cuts in self._cuts if cuts[0][0].session.id == self.card.id]

    @property
    def _others_cuts(self) -> list[list[Changes]]:
        return [cuts for cuts in self._cuts if cuts[0][0].session.id != self.card.id]

    @cached_property
    def _promising(self) -> list[Changes]:
        """Nothing, the turn, the least cut of each session: where that mends something and moves may mend the rest."""
        nothing: list[Changes] = [()]
        found = [next((one for one in forms if self._helps(one)), None) for forms in (nothing, self._turn, *self._cuts)]
        return [changes for changes in found if changes is not None]

    def _helps(self, changes: Changes) -> bool:
        return (not changes or self._left(changes) < self._broken) and self._stuck(changes) is None

    @cached_property
    def _broken(self) -> frozenset[Breach]:
        return self._breaches(self.week)

    def _left(self, changes: Changes) -> frozenset[Breach]:
        """What of the broken rules these changes leave broken."""
        return self._broken & self._breaches(changed(self.week, changes))

    def _breaches(self, week: Week) -> frozenset[Breach]:
        return frozenset((finding.rule, finding.sessions) for finding in self._hard(week))

    def _alone(self, changes: Changes) -> Way | None:
        return self._valid(Way(changes, evaluate(self.athlete, changed(self.week, changes), self.context)))

    def _moved_once(self, changes: Changes) -> Iterator[Way | None]:
        """One other session at every place, if each broken rule has to do with it."""
        week = changed(self.week, changes)
        broken = [f.sessions for f in self._hard(week) if f.sessions]
        standing = self._standing(changes)
        for session in week.sessions:
            if session.id not in standing and all(session.id in sessions for sessions in broken):
                in_hand = InHand.of(self.athlete, week, session.id, self.context)
                for there in self._elsewhere(week, session):
                    yield self._valid(Way((*changes, Move(session, there)), in_hand.evaluation(there)))

    def _elsewhere(self, week: Week, session: Session) -> Iterator[Session]:
        turns = session.order is not None and not session.keeps(Lock.ORDER)
        orders = (session.order, session.order.other) if turns and session.order else (session.order,)
        for day in range(DAYS):
            if day not in self.closed_days:
                for slot, order in product(slots_of(self.still_free, week, session, day), orders):
                    if slot.window is not None and not against_place(session, slot.day, slot.start):
                        yield replace(session, day=day, start=slot.start, order=order)

    def _with_moves(self, changes: Changes) -> Iterator[Way | None]:
        """As many moves as repair needs, if it leaves nothing out."""
        for one in self._proposals(changes) if changes else self._repaired:
            if all(move.to for move in one.moves):
                yield self._valid(Way((*changes, *one.moves), evaluate(self.athlete, one.week, self.context)))

    @cached_property
    def _repaired(self) -> tuple[Proposal, ...]:
        return self._proposals(())

    def _proposals(self, changes: Changes) -> tuple[Proposal, ...]:
        week, fixed = changed(self.week, changes), self._standing(changes)
        return repair(self.still_free, week, context=self.context, fixed=fixed, closed_days=self.closed_days)

    def _standing(self, changes: Changes) -> frozenset[str]:
        """What moves of others leave alone."""
        return self.stays | {self.card.id} | {change.session.id for change in changes}

    def _stuck(self, changes: Changes) -> Finding | None:
        """A hard rule that breaks among what stands alone, so that no move of others mends it."""
        standing = self._standing(changes)
        sessions = changed(self.week, changes).sessions
        found = self._hard(Week(tuple(session for session in sessions if session.id in standing)))
        return next((finding for finding in found if finding.sessions), None)

    def _hard(self, week: Week) -> list[Finding]:
        found = evaluate(self.athlete, week, self.context).findings
        return [finding for finding in found if finding.severity is Severity.HARD]

    @staticmethod
    def _valid(way: Way) -> Way | None:
        return way if way.evaluation.valid else None


def changed(week: Week, changes: Iterable[Move]) -> Week:
    """The week with these changes made."""
    for change in changes:
        week = week.replaced(change.to) if change.to is not None else week
    return week


def is_cut(change: Move) -> bool:
    """Whether the session gets shorter."""
    return change.to is not None and change.to.minutes < change.session.minutes


def _size(changes: Sequence[Move]) -> tuple[int, int]:
    """How many sessions change, and how many of them are cut."""
    return len(changes), sum(map(is_cut, changes))


def _may_beat(changes: Changes, moves: int, best: Way | None) -> bool:
    """Whether these changes and so many moves may be smaller than the best, or as small with a better score."""
    count, cut = _size(changes)
    return best is None or (count + moves, cut) <= _size(best.changes)


def _better(*ways: Way | None) -> Way | None:
    return min((way for way in ways if way is not None), key=lambda way: way.rank, default=None)


def _untidy(change: Move) -> int:
    """Ties between moves: the same day before another, the same hour and order before others."""
    there = change.to or change.session
    away = 3 * abs(there.day - change.session.day)
    return away + (there.start != change.session.start) + 2 * (there.order is not change.session.order)
