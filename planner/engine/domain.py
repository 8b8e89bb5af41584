"""What the engine plans with: athletes, windows, sessions, weeks. Frozen; no clock, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from planner.engine.hours import DAY_MINUTES as DAY_MINUTES
from planner.engine.hours import DAYS as DAYS
from planner.engine.hours import WEEK_MINUTES as WEEK_MINUTES
from planner.engine.hours import DateException as DateException
from planner.engine.hours import Window as Window
from planner.engine.hours import race_days
from planner.engine.parts import Aside as Aside
from planner.engine.parts import Lift as Lift
from planner.engine.parts import Recovery as Recovery
from planner.engine.parts import Run as Run
from planner.engine.vocabulary import (
    Arrangement,
    Equipment,
    Goal,
    Intensity,
    Kind,
    Level,
    Lock,
    Modality,
    Order,
    Phase,
    Policy,
    Split,
)

# Members that rules ask for all the time: Python 3.11 takes ten times as long over Kind.CIRCUIT as over a global name.
CIRCUIT, COMBINED, RECOVERY = Kind.CIRCUIT, Kind.COMBINED, Kind.RECOVERY
HARD, LIFT_FIRST = Intensity.HARD, Order.LIFT_FIRST


def _place(window: Window) -> tuple[int, int]:
    return window.day, window.start


@dataclass(frozen=True, slots=True)
class Race:
    """A race on a date; distance in kilometres."""

    date: date
    distance_km: float


@dataclass(frozen=True, slots=True)
class RecentRace:
    """A finished race: kilometres and seconds."""

    distance_km: float
    seconds: int


@dataclass(frozen=True)
class Athlete:
    """Everything the planner knows of a person. Minutes are minutes, days are 0 (Monday) to 6."""

    goal: Goal
    availability: tuple[Window, ...]
    run_level: Level = Level.BEGINNER
    lift_level: Level = Level.BEGINNER
    training_days: int | None = None
    runs_per_week: int | None = None
    lifts_per_week: int | None = None
    max_session_minutes: int | None = None
    order_policy: Policy = Policy.ALTERNATE
    my_order: Order | None = None
    likes_less: Modality | None = None
    arrangement: Arrangement = Arrangement.AUTO
    split: Split = Split.AUTO
    circuits_per_week: int = 0
    warm_up_run: bool = True
    long_run_weekday: int | None = None
    rest_weekdays: frozenset[int] = frozenset()
    longest_recent_run_minutes: int | None = None
    weekly_run_minutes: int | None = None
    race: Race | None = None
    recent_race: RecentRace | None = None
    equipment: frozenset[Equipment] | None = None
    exceptions: tuple[DateException, ...] = ()
    birth_year: int | None = None
    max_heart_rate: int | None = None
    medical_caution: bool = False
    timezone: str = "UTC"

    @cached_property
    def level(self) -> Level:
        """The lower of the two levels: it sets rest days and the day's limits."""
        return min(self.run_level, self.lift_level, key=lambda level: level.rank)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The usual week's windows on days that are not kept for rest, in time order; windows that touch are one."""
        joined: list[Window] = []
        for window in sorted((w for w in self.availability if w.day not in self.rest_weekdays), key=_place):
            last = joined[-1] if joined else None
            if last and (last.day, last.end, last.only) == (window.day, window.start, window.only):
                joined[-1] = replace(last, end=window.end)
            else:
                joined.append(window)
        return tuple(joined)

    def windows_on(self, day: int) -> tuple[Window, ...]:
        """The windows of one weekday, in time order."""
        return self._by_day[day]

    @cached_property
    def _by_day(self) -> tuple[tuple[Window, ...], ...]:
        return tuple(tuple(w for w in self.windows if w.day == day) for day in range(DAYS))

    def in_week(self, start: date) -> "Athlete":
        """The same athlete with the windows that the week from Monday `start` really has; a race takes its day."""
        changed = {(e.date - start).days: e.windows for e in self.exceptions if 0 <= (e.date - start).days < DAYS}
        raced = race_days(self.race.date, self.race.distance_km, start) if self.race else ()
        changed |= {day: () for day in raced if 0 <= day < DAYS}
        if not changed:
            return self
        usual = tuple(w for w in self.availability if w.day not in changed)
        special = tuple(replace(w, day=day) for day, windows in changed.items() for w in windows)
        rest = self.rest_weekdays - changed.keys()
        return replace(self, availability=(*usual, *special), rest_weekdays=rest, exceptions=())


@dataclass(frozen=True, slots=True)
class Session:
    """One session: weekday, start in minutes of the day, parts. Warm-up and cool-down lie inside the minutes."""

    id: str
    day: int
    start: int
    kind: Kind
    order: Order | None = None
    run: Run | None = None
    lift: Lift | None = None
    recovery: Recovery | None = None
    warm_up: int = 5
    cool_down: int = 5
    locked: bool = False  # it stands as it is
    locks: frozenset[Lock] = frozenset()  # what of it is kept while the rest may change, see locks.py
    done_minutes: int | None = None  # of a session that was done: how long it really took
    done_effort: int | None = None  # and how hard it was, 1 to 10 (CR10); both count for load alone

    def keeps(self, lock: Lock) -> bool:
        """Whether this grain of it is kept."""
        return self.locked or lock in self.locks

    @property
    def minutes(self) -> int:
        """The whole session."""
        run, lift, recovery = self.run, self.lift, self.recovery  # no other property is asked so often
        return (run.minutes if run else 0) + (lift.minutes if lift else 0) + (recovery.minutes if recovery else 0)

    @property
    def end(self) -> int:
        """End in minutes of the session's day; past 1440 it runs into the next."""
        return self.start + self.minutes

    @property
    def run_start(self) -> int:
        """When the running begins; in a lift-first session after the lift."""
        before = self.lift if self.order is LIFT_FIRST else None
        return self.start + (before.minutes if before else 0)

    @property
    def lift_end(self) -> int:
        """When the lifting ends; in a lift-first session before the run."""
        return self.start + self.lift.minutes if self.lift and self.order is LIFT_FIRST else self.end

    @property
    def is_training(self) -> bool:
        """A run, a lift or a circuit; recovery is not."""
        return self.kind is not RECOVERY

    @property
    def is_circuit(self) -> bool:
        """Run and lift in rounds: counts as key run and full moderate lift."""
        return self.kind is CIRCUIT

    @property
    def is_key(self) -> bool:
        """Holds a hard or long run, or is a circuit."""
        return self.kind is CIRCUIT or (self.run is not None and self.run.is_key)

    @property
    def is_hard(self) -> bool:
        """Holds a hard run, or is a circuit."""
        return self.kind is CIRCUIT or (self.run is not None and self.run.intensity is HARD)

    @property
    def is_leg_lift(self) -> bool:
        """Holds a lower or full lift that is not light."""
        return self.lift is not None and self.lift.is_leg

    def moved(self, day: int, start: int) -> "Session":
        """The same session at another place."""
        return Session(self.id, day, start, *self._what)

    def named(self, session_id: str) -> "Session":
        """The same session by that id."""
        return Session(session_id, self.day, self.start, *self._what)

    @property
    def _what(self) -> tuple[Any, ...]:
        """All that neither its name nor its place says; put together by hand, it takes half of what `replace` does."""
        parts = (self.kind, self.order, self.run, self.lift, self.recovery, self.warm_up, self.cool_down)
        return (*parts, self.locked, self.locks, self.done_minutes, self.done_effort)


@dataclass(frozen=True)
class Week:
    """The sessions of one Monday-to-Sunday week, in time order."""

    sessions: tuple[Session, ...] = ()

    @classmethod
    def of(cls, sessions: "tuple[Session, ...] | list[Session] | Iterator[Session]") -> "Week":
        """A week of these sessions, put in time order; equal times stand by id."""
        return cls(tuple(sorted(sessions, key=lambda s: (s.day, s.start, s.id))))

    @cached_property
    def by_day(self) -> tuple[tuple[Session, ...], ...]:
        """Seven tuples of sessions, Monday first."""
        days: list[list[Session]] = [[] for _ in range(DAYS)]
        for session in self.sessions:
            days[session.day].append(session)
        return tuple(map(tuple, days))

    @cached_property
    def combined(self) -> tuple[Session, ...]:
        """The combined sessions, whose order alternates, in time order."""
        return tuple(s for s in self.sessions if s.kind is COMBINED)

    @cached_property
    def training_days(self) -> int:
        """How many days hold a run, a lift or a circuit."""
        return len({s.day for s in self.sessions if s.is_training})

    def find(self, session_id: str) -> Session:
        """The session with that id; KeyError where the week has none."""
        for session in self.sessions:
            if session.id == session_id:
                return session
        raise KeyError(session_id)

    def replaced(self, session: Session) -> "Week":
        """The week with the session of the same id exchanged for this one."""
        return Week.of([session if s.id == session.id else s for s in self.sessions])


@dataclass(frozen=True, slots=True)
class PastWeek:
    """What a week before held, as facts: minutes of running, its longest run, working sets of lifting, its phase."""

    run_minutes: int = 0
    longest_run: int = 0
    lift_sets: int = 0
    phase: Phase = Phase.STEADY


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a week. A neighbour that is None repeats the week itself.

    `start` is the week's Monday and `plan_week` counts from 1, None: unknown. `past` are the plan's weeks before this
    one in time order, the last of them directly before it, as many as are known; where there are none the athlete's
    own word or the default of the level stands for them. `last_combined` is the last combined session of earlier weeks,
    which orders take turns from where the week before has none. `routine` is the week whose days are kept where weeks
    score the same, None: the week before.
    """

    before: Week | None = None
    after: Week | None = None
    plan_week: int | None = None
    start: date | None = None
    past: tuple[PastWeek, ...] = ()
    last_combined: Session | None = None
    routine: Week | None = None
