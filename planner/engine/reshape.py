"""The shape of a session: run, lift, both in either order, apart in the morning and the evening, or in rounds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from planner.engine import composition, limits
from planner.engine.domain import DAY_MINUTES, Aside, Athlete, Context, Lift, Run, Session, Week
from planner.engine.moves import KEEPS_ORDER, Impossible, check_place, place_on
from planner.engine.prescription import lift_effort
from planner.engine.rules.shapes import HOUR
from planner.engine.spans import MORNING, fitted
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
from planner.engine.templates import with_warm_up
from planner.engine.vocabulary import Intensity, Kind, Lock, Order, Region, Shape
from planner.engine.workouts import sets_of

LOCKED = gettext_noop("This session is locked. Unlock it to change its shape.")
KEEPS_CONTENT = gettext_noop("This session keeps its content. Free the content to change its shape.")
KEEPS_HOUR = gettext_noop("This session keeps its hour. Free the hour to part it into morning and evening.")
NOON, EVENING = 12 * HOUR, 18 * HOUR
ORDERS = {Shape.RUN_FIRST: Order.RUN_FIRST, Shape.LIFT_FIRST: Order.LIFT_FIRST}
NEW = "new"  # the id of a session that a change of shape makes


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The week after a change of shape, and what was put aside.

    `gone` is the session of the day that became a part of the other; the one that a change makes has the id NEW.
    """

    week: Week
    aside: Aside
    gone: str | None = None


def partner_of(week: Week, session: Session) -> Session | None:
    """The lift of a run's day, or the run of a lift's, where both are sessions of their own that may change."""
    pair = {Kind.RUN_ONLY: Kind.LIFT_ONLY, Kind.LIFT_ONLY: Kind.RUN_ONLY}
    if session.kind not in pair:
        return None
    others = (s for s in week.by_day[session.day] if s.kind is pair[session.kind] and not s.keeps(Lock.CONTENT))
    return next(others, None)


def shape_of(week: Week, session: Session) -> Shape | None:
    """The shape a session of the week has now; recovery has none."""
    if session.order is not None:
        return Shape(session.order.value)
    if session.kind is Kind.RECOVERY:
        return None
    return Shape.TWO_A_DAY if partner_of(week, session) else Shape(session.kind.value)


def reshape(
    athlete: Athlete,
    week: Week,
    session_id: str,
    shape: Shape,
    aside: Aside | None = None,
    context: Context | None = None,
) -> Reshaped:
    """The week with one session in another shape; raises Impossible where it has none, keeps it, or cannot lie so.

    What a part was comes back from `aside`; what it never had is made as the table of the person's goal has it. A run
    and a lift of one day are one session in two rows: any other shape takes both.
    """
    session = week.find(session_id)
    other = partner_of(week, session)
    _check(week, session, other, shape)
    known = _known(session, other, aside or Aside())
    rest = Week.of([s for s in week.sessions if s not in (session, other)])
    changed = _Maker(athlete, rest, session, known, context or Context()).make(shape, together=other is None)
    for one in changed:
        check_place(rest, one)
    kept = replace(known, start=session.start) if shape is Shape.TWO_A_DAY else known
    return Reshaped(Week.of([*rest.sessions, *changed]), kept, other.id if other else None)


def _check(week: Week, session: Session, other: Session | None, shape: Shape) -> None:
    now = shape_of(week, session)
    if now is None:
        raise Impossible(_("Recovery has no other shape."))
    if session.locked:
        raise Impossible(_(LOCKED))
    if session.keeps(Lock.CONTENT):
        raise Impossible(_(KEEPS_CONTENT))
    if now is shape:
        raise Impossible(_("It has this shape already."))
    if {now, shape} == {*ORDERS} and session.keeps(Lock.ORDER):
        raise Impossible(_(KEEPS_ORDER))
    if Shape.TWO_A_DAY in (now, shape) and any(s.keeps(Lock.HOUR) for s in (session, other) if s):
        raise Impossible(_(KEEPS_HOUR))


def _known(session: Session, other: Session | None, aside: Aside) -> Aside:
    """All that is known of the session's parts: its own first, then its partner's, then what was put aside."""
    known = replace(
        aside,
        order=session.order or aside.order,
        warm_up=session.warm_up if aside.warm_up is None else aside.warm_up,
        cool_down=session.cool_down if aside.cool_down is None else aside.cool_down,
    )
    run, lift = session.run or (other and other.run), session.lift or (other and other.lift)
    if session.is_circuit:
        return replace(known, rounds=(run, lift) if run and lift else None)
    return replace(known, run=run or aside.run, lift=lift or aside.lift)


@dataclass(frozen=True)
class _Maker:
    """Makes sessions of what is known of `session`; `rest` is the week without it."""

    athlete: Athlete
    rest: Week
    session: Session
    known: Aside
    context: Context

    def make(self, shape: Shape, *, together: bool) -> tuple[Session, ...]:
        """The session in that shape: two where it is parted. `together` tells that it was one so far."""
        if shape is Shape.TWO_A_DAY:
            return self._parted()
        if shape is Shape.CIRCUIT:
            run, lift = self._rounds()
            made = self._session(Kind.CIRCUIT, run=run, lift=lift)
        elif shape in ORDERS:
            run, lift = self._run(Kind.COMBINED), self._lift(Kind.COMBINED)
            made = self._session(Kind.COMBINED, order=ORDERS[shape], run=run, lift=lift)
        elif shape is Shape.RUN_ONLY:
            made = self._session(Kind.RUN_ONLY, run=self._run(Kind.RUN_ONLY))
        else:
            made = self._session(Kind.LIFT_ONLY, lift=self._lift(Kind.LIFT_ONLY))
        return (made if together else self._back(made),)

    def _session(
        self, kind: Kind, *, order: Order | None = None, run: Run | None = None, lift: Lift | None = None
    ) -> Session:
        """The session with these parts; its warm-up stays, or grows to what its work needs."""
        made = replace(self.session, kind=kind, order=order, run=run, lift=lift)
        needed = with_warm_up(made)
        made = replace(
            made,
            warm_up=max(self.known.warm_up or 0, needed.warm_up),
            cool_down=max(self.known.cool_down or 0, needed.cool_down),
        )
        is_new = lift is not None and lift.sets is None and lift is not self.known.lift and kind is not Kind.CIRCUIT
        return self._with_sets(made) if is_new else made

    def _with_sets(self, session: Session) -> Session:
        year = self.context.start.year if self.context.start else None
        sets = sets_of(self.athlete, session, year=year, plan_week=self.context.plan_week)
        return replace(session, lift=replace(session.lift, sets=sets) if session.lift else None)

    def _back(self, made: Session) -> Session:
        """One session of two, where it began before it was parted, or where the day's hours put it."""
        if self.known.start is not None:
            return made.moved(made.day, self.known.start)
        return made.moved(made.day, place_on(self.athlete, self.rest, made, made.day))

    def _run(self, kind: Kind) -> Run:
        if self.known.run is not None:
            return self.known.run
        usual = composition.run_minutes(self.athlete.goal, self.athlete.run_level, kind, Intensity.EASY)
        cap = limits.longest_run_cap(self.athlete, self.context)
        return Run(Intensity.EASY, max(min(usual, cap - cap % limits.FIVES), limits.RUN_MINUTES[0]))

    def _lift(self, kind: Kind) -> Lift:
        if self.known.lift is not None:
            return self.known.lift
        minutes = composition.lift_minutes(self.athlete.goal, self.athlete.lift_level, kind)
        return Lift(Region.FULL, lift_effort(self.athlete, Region.FULL), minutes)

    def _rounds(self) -> tuple[Run, Lift]:
        """The halves of the circuit: as they were, or no longer than the session is and a circuit should be."""
        if self.known.rounds is not None:
            return self.known.rounds
        low, high = limits.CIRCUIT_MINUTES
        usual = composition.CIRCUIT_MINUTES[self.athlete.level]
        minutes = min(max(self.session.minutes, low), usual, high)
        half = minutes // 2
        return Run(Intensity.MODERATE, half), Lift(Region.FULL, lift_effort(self.athlete, Region.FULL), minutes - half)

    def _parted(self) -> tuple[Session, Session]:
        """The run in the morning, the lift in the evening of the same day."""
        run = self._session(Kind.RUN_ONLY, run=self._run(Kind.COMBINED))
        bare = replace(run, id=NEW, kind=Kind.LIFT_ONLY, run=None, lift=self._lift(Kind.COMBINED), locks=frozenset())
        lift = with_warm_up(bare)
        lift = self._with_sets(lift) if self.known.lift is None else lift
        first, second = self._apart(run, lift)
        return run.moved(run.day, first), lift.moved(lift.day, second)

    def _apart(self, run: Session, lift: Session) -> tuple[int, int]:
        """When both start: six hours apart in the day's hours, or three, or where mornings and evenings usually are."""
        found = list(self._in_windows(run, lift))
        if found:
            wide = limits.GOOD_SEPARATION * HOUR + run.minutes
            return max(found, key=lambda starts: min(starts[1] - starts[0], wide))
        if self.session.start >= NOON:
            return MORNING, min(self.session.start, DAY_MINUTES - lift.minutes)
        return self.session.start, EVENING

    def _in_windows(self, run: Session, lift: Session) -> Iterator[tuple[int, int]]:
        windows = self.athlete.windows_on(run.day)
        for early, late in product(windows, repeat=2):
            starts = fitted((replace(run, locks=frozenset()), early), (lift, late))
            if starts is not None:
                yield starts
