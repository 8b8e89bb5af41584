"""Every way in which a single day can hold some of a question's week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, product

from planner.engine import Session
from planner.engine.domain import Window
from planner.engine.vocabulary import Intensity, Kind, Modality, Order
from tests.oracle.bounds import cool_down_and_warm_up, session_bounds
from tests.oracle.cpsat.question import Question, Starts, Unit
from tests.oracle.cpsat.starts import tried
from tests.oracle.facts import Item, Json, lower_level
from tests.oracle.hard import stated_longest
from tests.oracle.orders import allowed_orders

SEPARATION = 180  # minutes between two sessions of a day (rule 4)
SPIKE, SPIKE_MINUTES = 1.10, 5


@dataclass(frozen=True)
class Option:
    """A unit on a day: its sessions in time order, each as early as it may start and the minutes it may start later."""

    items: tuple[Item, ...]
    slacks: tuple[int, ...]
    takes: tuple[str, ...]
    made: tuple[Session, ...]  # the same sessions as the templates made them, without places and orders

    @property
    def day(self) -> int:
        """0 is Monday."""
        return self.items[0].day

    @property
    def is_double(self) -> bool:
        """Two sessions of a day."""
        return len(self.items) > 1

    @cached_property
    def load(self) -> int:
        """AU of the day."""
        return round(sum(item.load for item in self.items))


def options(question: Question, day: int) -> list[Option]:
    """All options of a weekday that break no hard rule by themselves."""
    found = [option for unit in question.units if len(unit.contents) == 1 for option in _single(question, day, unit)]
    shared = {option.takes for option in found if option.items[0].kind == "combined"}
    for unit in question.units:
        if len(unit.contents) > 1 and _may_be_two(question, unit, shared):
            found += _double(question, day, unit)
    if question.rx.two_a_day and not question.rx.one_session_too and not question.exactly:
        found = [option for option in found if option.items[0].kind != "combined"]
    found = [option for option in found if not _broken(question.profile, option)]
    if question.starts is Starts.ANY:
        return found
    return [_at(option, starts) for option in found for starts in tried(question, option)]


def _may_be_two(question: Question, unit: Unit, shared: set[tuple[str, ...]]) -> bool:
    """Run and lift are two sessions of a day where that was asked for, or where no window holds them as one."""
    asked = bool(question.exactly) or question.rx.two_a_day or unit.takes not in shared
    return asked and lower_level(question.profile) != "beginner"  # rule 3


def _single(question: Question, day: int, unit: Unit) -> Iterator[Option]:
    """The unit's one session in each window that holds it, cut to the window only where the question allows it."""
    full = question.session(unit.contents[0], question.most_minutes)
    if full is None or not _may_lie(question, full, day):
        return
    for window in question.athlete.windows_on(day):
        session = question.session(unit.contents[0], window.minutes)
        if session and (question.cut or session.minutes == full.minutes) and (slack := _slack(window, session)) >= 0:
            for order in Order if full.kind is Kind.COMBINED else (None,):
                item = item_of(session, window.day, window.start, order)
                yield Option((item,), (slack,), unit.takes, (session,))


def _double(question: Question, day: int, unit: Unit) -> Iterator[Option]:
    """Run and lift, in either order, each in full length, as far apart as rule 4 wants them."""
    run, lift = (question.session(content, question.most_minutes) for content in unit.contents)
    for first, second in ((run, lift), (lift, run)) if run and lift and _may_lie(question, run, day) else ():
        for early, late in product(question.athlete.windows_on(day), repeat=2):
            slacks = _slack(early, first), _slack(late, second)
            apart = late.start + slacks[1] - early.start - first.minutes
            if early.start <= late.start and min(slacks) >= 0 and apart >= SEPARATION:
                items = item_of(first, day, early.start), item_of(second, day, late.start)
                yield Option(items, slacks, unit.takes, (first, second))


def _may_lie(question: Question, session: Session, day: int) -> bool:
    """Whether the day takes the session: a wished day binds the long run."""
    is_long = session.run is not None and session.run.intensity is Intensity.LONG
    return not is_long or question.rx.long_day in (None, day)


def _slack(window: Window, session: Session) -> int:
    """By how many minutes the session may start after the window opens; below 0 where the window does not hold it."""
    parts = {m for m, part in ((Modality.RUN, session.run), (Modality.LIFT, session.lift)) if part}
    return window.minutes - session.minutes if window.only is None or parts == {window.only} else -1


def _broken(profile: Json, option: Option) -> bool:
    """Rules 13, 14, 23, 24 and 26, which a day breaks or keeps alone."""
    longest = stated_longest(profile)
    for item in option.items:
        legs_first = item.order == "lift_first" and item.is_key and item.is_leg_lift
        wrong_order = item.kind == "combined" and item.order not in allowed_orders(profile, item)
        if legs_first or wrong_order or item.run_minutes > max(SPIKE * longest, longest + SPIKE_MINUTES) + 1e-9:
            return True
    if any(one.is_leg_lift and two.is_key for one, two in pairwise(option.items)):
        return True
    return any(session_bounds(profile, option.items)) or any(cool_down_and_warm_up(option.items))


def _at(option: Option, starts: tuple[int, ...]) -> Option:
    """The option at fixed starts."""
    items = (replace(item, start=start) for item, start in zip(option.items, starts, strict=True))
    return replace(option, items=tuple(items), slacks=(0,) * len(starts))


def item_of(session: Session, day: int, start: int, order: Order | None = None) -> Item:
    """The session at a place as the validator knows sessions."""
    run, lift = session.run, session.lift
    return Item(
        id=session.id,
        day=day,
        start=start,
        minutes=session.minutes,
        kind=session.kind.value,
        order=order.value if order else None,
        intensity=run.intensity.value if run else None,
        run_minutes=run.minutes if run else 0,
        region=lift.region.value if lift else None,
        effort=lift.effort.value if lift else None,
        lift_minutes=lift.minutes if lift else 0,
        warm_up=session.warm_up,
        cool_down=session.cool_down,
    )
