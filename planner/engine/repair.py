"""Repair: a broken week made valid again with the fewest moves, then the best score. See docs/planner.md.

It is the same exact search as planning, over the sessions that exist: staying costs nothing, any other place or order
costs one move, and a move weighs more than any score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import NamedTuple

from planner.engine import limits
from planner.engine.bound import Problem
from planner.engine.contents import REST, Content
from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import chain_start, evaluate
from planner.engine.forms import NOTHING, Form, Forms, Option
from planner.engine.results import Evaluation
from planner.engine.rules.shapes import HOUR, Case, Totals
from planner.engine.solver import Search, Solution
from planner.engine.spans import admits, usual_start
from planner.engine.speech import gettext as _
from planner.engine.tables import UNIT, Tables, neighbours_of
from planner.engine.vocabulary import Kind, Lock
from planner.engine.wording import WEEKDAYS, moment, session_name

MOVE = UNIT * 20_000  # more than any week's score
LEAVE_OUT = 20 * MOVE  # worse than moving everything
MOST_PROPOSALS = 3
NODE_BUDGET = 1_500  # a web request waits for it; weeks of up to eight sessions need a tenth


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a proposal: from a session to where it goes; `to` None leaves it out."""

    session: Session
    to: Session | None

    @property
    def text(self) -> str:
        """What happens, in words."""
        session, to = self.session, self.to
        if to is None:
            text, place = _("Leave out {day}'s {name}."), ""
        elif (to.day, to.start) == (session.day, session.start):
            text, place = _("Turn the order of {day}'s {name}."), ""
        elif to.order is not session.order:
            text, place = _("Move {day}'s {name}, the other part first, to {place}."), moment(to.day, to.start)
        else:
            text, place = _("Move {day}'s {name} to {place}."), moment(to.day, to.start)
        return text.format(day=WEEKDAYS[session.day], name=session_name(session), place=place)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way to repair a week: its moves, the week after them, and how it stands by the rules."""

    moves: tuple[Move, ...]
    week: Week
    evaluation: Evaluation


class Placed(NamedTuple):
    """A free session at a place: what it is (bare), as it would stand, at which cost, in free hours or not.

    `whole` is what stands there, in its order, without the place.
    """

    group: Session
    session: Session
    cost: int
    offered: bool
    whole: Session


@dataclass(frozen=True)
class Mender:
    """The search problem of one broken week."""

    athlete: Athlete
    week: Week
    context: Context
    fixed: frozenset[str]
    closed_days: frozenset[int]

    @property
    def free(self) -> tuple[Session, ...]:
        """Sessions that may move."""
        return tuple(s for s in self.week.sessions if s.id not in self.fixed)

    def problem(self) -> Problem:
        """Every place of every free session, priced by moves."""
        digits = {group: 1 << (4 * place) for place, group in enumerate(self._alike)}
        given = Week.of([s for s in self.week.sessions if s.id in self.fixed])
        days = tuple(tuple(self._options(day, digits, given.by_day[day])) for day in range(DAYS))
        before, after = neighbours_of(self.context.before, "before "), neighbours_of(self.context.after, "after ")
        known = frozenset(o.content for o in (*before, *after) if o.form.sessions)
        known |= {self._content(f"given {day}", 0) for day in range(DAYS) if given.by_day[day]}
        tables = Tables(Case(self.athlete, self.context, Totals.of(self.week.sessions)), known)
        # More equal sessions than days find no place anyway; what a digit cannot count is left out.
        stock = sum(digits[group] * min(len(alike), DAYS) for group, alike in self._alike.items())
        return Problem(tables, days, stock, given, before, after, chain_start(self.context), 0)

    @cached_property
    def _alike(self) -> dict[Session, list[Session]]:
        """The free sessions by what they are."""
        groups: dict[Session, list[Session]] = {}
        for session in self.free:
            groups.setdefault(bare(session), []).append(session)
        return groups

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self.athlete)

    @cached_property
    def _contents(self) -> dict[str, Content]:
        return {}

    def _content(self, name: str, takes: int) -> Content:
        """The one content of that name."""
        if name not in self._contents:
            self._contents[name] = Content(name, takes)
        return self._contents[name]

    def _options(self, day: int, digits: dict[Session, int], given: Sequence[Session]) -> Iterator[Option]:
        yield Option.of(self._content(f"given {day}", 0), tuple(given)) if given else Option(REST, NOTHING)
        if day in self.closed_days:
            return
        singles = [placed for group in digits for placed in self._placed(group, day, given)]
        beside = f"{sorted(s.id for s in given)}"
        for one in singles:
            content = self._content(f"{beside} {digits[one.group]} {one.session.order}", digits[one.group])
            if one.offered and not given:
                yield Option(content, self._form(one), one.cost)
            else:
                yield Option.of(content, in_time([*given, one.session]), one.cost)
        if given or limits.SESSIONS_A_DAY[self.athlete.level] < 2:
            return
        for one, two in product(_few(singles), repeat=2):
            first, second, a, b = one.session, two.session, digits[one.group], digits[two.group]
            if first.end <= second.start and a != b and not _same_part(first, second):
                content = self._content(f"{a} {first.order} then {b} {second.order}", a + b)
                if one.offered and two.offered:
                    yield Option(content, self._form(one, two), one.cost + two.cost)
                else:
                    yield Option.of(content, (first, second), one.cost + two.cost)

    def _form(self, *placed: Placed) -> Form:
        """Sessions put into the day's hours: the same form on whichever day they have the same."""
        return self._forms.form(*((one.whole, one.session.start) for one in placed))

    def _placed(self, group: Session, day: int, given: Sequence[Session]) -> Iterator[Placed]:
        """The group's session on that day: as one stands there now, and wherever else it may start."""
        stands = {(s.start, s.order) for s in self._alike[group] if s.day == day}
        if group.keeps(Lock.DAY) and day != group.day:
            return
        offered = self._starts(group, day, given)
        for start in sorted(offered | {start for start, _order in stands}):
            for whole in self._turned[group]:
                session = whole.moved(day, start)
                cost = 0 if (start, whole.order) in stands else MOVE + self._untidy(group, session)
                yield Placed(group, session, cost, start in offered, whole)

    @cached_property
    def _turned(self) -> dict[Session, list[Session]]:
        """Each group's session in every order that it may have, at no place."""
        found = {}
        for group in self._alike:
            turns = group.order is not None and not group.keeps(Lock.ORDER)
            orders = (group.order, group.order.other) if turns and group.order else (group.order,)
            found[group] = [replace(group, day=0, start=0, order=order) for order in orders]
        return found

    def _untidy(self, group: Session, placed: Session) -> int:
        """Ties between moves: the same day is better than another, the same hour and order better than others."""
        return min(
            3 * abs(s.day - placed.day) + (s.start != placed.start) + 2 * (s.order is not placed.order)
            for s in self._alike[group]
        )

    def _starts(self, group: Session, day: int, given: Sequence[Session]) -> set[int]:
        """Times worth trying: where windows open and close, its own hours, and hours away from the day's sessions."""
        starts: set[int] = set()
        usual = {s.start for s in self._alike[group]}
        today = [s for s in self.week.sessions if s.day == day and s not in self._alike[group]]
        for window in self.athlete.windows_on(day):
            if not admits(window, group):
                continue
            latest = window.end - group.minutes
            wanted = {usual_start(window, group.minutes), window.start, latest, *usual}
            for other in (*given, *today):
                for gap in (limits.SEPARATION * HOUR, limits.GOOD_SEPARATION * HOUR):
                    wanted |= {other.end + gap, other.start - gap - group.minutes}
            wanted = {group.start} if group.keeps(Lock.HOUR) else wanted
            starts |= {start for start in wanted if window.start <= start <= latest}
        return starts


def _few(singles: list[Placed]) -> list[Placed]:
    """For pairs: each session as it stands, and at its day's first and last hour in its own order.

    Two sessions keep three hours between them if any two of their places do.
    """
    kept: dict[Session, list[Placed]] = {}
    for one in singles:
        if one.session.order is one.group.order or not one.cost:
            kept.setdefault(one.group, []).append(one)
    chosen = []
    for places in kept.values():
        last = len(places) - 1
        chosen += [one for number, one in enumerate(places) if not one.cost or number in (0, last)]
    return chosen


def bare(session: Session) -> Session:
    """What a session is, wherever it stands, and what it keeps: sessions that are the same need no exchange."""
    day = session.day if Lock.DAY in session.locks else 0
    start = session.start if Lock.HOUR in session.locks else 0
    return replace(session.moved(day, start), id="", locked=False)


def in_time(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Sessions of a day in time order."""
    return tuple(sorted(sessions, key=lambda s: s.start))


def _same_part(first: Session, second: Session) -> bool:
    both_rest = first.kind is second.kind is Kind.RECOVERY
    return bool((first.run and second.run) or (first.lift and second.lift) or both_rest)


def repair(
    athlete: Athlete,
    week: Week,
    *,
    context: Context | None = None,
    fixed: frozenset[str] = frozenset(),
    closed_days: frozenset[int] = frozenset(),
) -> tuple[Proposal, ...]:
    """Up to three ways to a valid week, fewest moves first, then best score; none where the week is valid.

    Sessions named in `fixed`, and locked ones, stay; partly locked ones keep what is locked. `closed_days` take nothing
    new. A session is left out only where no move of any number makes room for it.
    """
    surroundings = context or Context()
    if evaluate(athlete, week, surroundings).valid:
        return ()
    stays = fixed | {s.id for s in week.sessions if s.locked}
    mender = Mender(athlete, week, surroundings, stays, closed_days)
    search = Search(mender.problem(), NODE_BUDGET, MOST_PROPOSALS)
    solutions = search.solutions() or search.leaving_out(LEAVE_OUT).solutions()
    left_out = [solution.cost // LEAVE_OUT for solution in solutions]
    proposals = [_proposal(mender, s) for s, out in zip(solutions, left_out, strict=True) if out == left_out[0]]
    return tuple(sorted(proposals, key=lambda proposal: (len(proposal.moves), proposal.evaluation.score)))


def _proposal(mender: Mender, solution: Solution) -> Proposal:
    """The solution with its sessions named again: first those that stay, then the moved ones in time order."""
    named: dict[str, Session] = {s.id: s for s in solution.sessions if s.id}
    loose = [s for s in solution.sessions if not s.id]
    homeless = list(mender.free)
    for exact in (True, False):
        for session in list(loose):
            home = next((h for h in homeless if _fits(h, session, exact)), None)
            if home is not None:
                named[home.id] = replace(session, id=home.id, locked=home.locked)
                homeless.remove(home)
                loose.remove(session)
    moves = [Move(s, named.get(s.id)) for s in mender.free if named.get(s.id) != s]
    week = Week.of(list(named.values()))
    return Proposal(tuple(moves), week, evaluate(mender.athlete, week, mender.context))


def _fits(home: Session, placed: Session, exact: bool) -> bool:
    """Whether a placed session may be this one: unmoved where `exact`, else the same but for place and order."""
    if exact:
        return replace(home, id="", locked=False) == placed
    return replace(bare(home), order=None) == replace(bare(placed), order=None)
