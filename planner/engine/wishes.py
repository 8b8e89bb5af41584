"""How many runs, lifts and circuits a week can hold of those wished for: by level, days and hours; cuts are told."""

from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.composition import Cell
from planner.engine.domain import DAYS, Athlete, Context, Session, Window
from planner.engine.results import Change
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Level, Modality

LIFTS_BESIDE_CIRCUITS = {0: 6, 1: 4, 2: 2}  # on days that neighbour no circuit
SHORTEST = {Modality.RUN: limits.RUN_MINUTES[0], Modality.LIFT: limits.LIFT_MINUTES[0]}
SHORTEST_BOTH = sum(SHORTEST.values())


@dataclass(frozen=True, slots=True)
class Room:
    """Days that can hold a session at all, a run, a lift, and both of them."""

    days: int
    run: int
    lift: int
    both: int

    @classmethod
    def of(cls, athlete: Athlete, shut: frozenset[int], given: tuple[Session, ...]) -> "Room":
        """The room of the days that are not shut, and what the given sessions already hold."""
        by_day = [athlete.windows_on(day) for day in range(DAYS) if day not in shut]
        limit = athlete.max_session_minutes or limits.DAY_CEILING[athlete.level]
        return cls(
            days=sum(any(w.minutes >= limits.RECOVERY_MINUTES[0] for w in day) for day in by_day)
            + len({s.day for s in given}),
            run=sum(_holds(day, Modality.RUN, limit) for day in by_day) + sum(s.run is not None for s in given),
            lift=sum(_holds(day, Modality.LIFT, limit) for day in by_day) + sum(s.lift is not None for s in given),
            both=sum(_holds_both(athlete, day, limit) for day in by_day)
            + sum(s.run is not None and s.lift is not None for s in given),
        )


def _holds(windows: tuple[Window, ...], part: Modality, limit: int) -> bool:
    return any(w.only in (None, part) and min(w.minutes, limit) >= SHORTEST[part] for w in windows)


def _holds_both(athlete: Athlete, windows: tuple[Window, ...], limit: int) -> bool:
    """One window for a combined session, or room for two sessions at least three hours apart."""
    if any(w.only is None and min(w.minutes, limit) >= SHORTEST_BOTH for w in windows):
        return True
    if limits.SESSIONS_A_DAY[athlete.level] < 2:
        return False
    runs = [w for w in windows if _holds((w,), Modality.RUN, limit)]
    lifts = [w for w in windows if _holds((w,), Modality.LIFT, limit)]
    apart = SHORTEST_BOTH + limits.SEPARATION * 60
    return any(max(r.end - w.start, w.end - r.start) >= apart for r in runs for w in lifts)


@dataclass(frozen=True, slots=True)
class Counts:
    """Runs and lifts beside the circuits, and how many of them may share a day, on so many training days."""

    runs: int
    lifts: int
    circuits: int
    shared: int
    training: int

    @property
    def least_shared(self) -> int:
        """Pairs that must share a day so that all fit."""
        return max(self.runs + self.lifts + self.circuits - self.training, 0)

    @property
    def fit(self) -> bool:
        """Whether enough pairs can share a day."""
        return self.least_shared <= min(self.runs, self.lifts, self.shared)


def wished(
    athlete: Athlete, context: Context, cell: Cell, room: Room, training: int
) -> tuple[Counts, tuple[Change, ...]]:
    """What of the athlete's wishes, or of the table where there are none, the week can hold."""
    changes: list[Change] = []
    runs = _runs(athlete, context, cell, min(room.run, training), changes)
    lifts = _lifts(athlete, cell, min(room.lift, training), changes)
    circuits = _circuits(athlete, context, min(room.both, training), changes)
    beside = min(max(lifts - circuits, 0), LIFTS_BESIDE_CIRCUITS[circuits])
    counts = Counts(max(runs - circuits, 0), beside, circuits, room.both, training)
    fitting = _fitted(athlete, counts)
    if fitting != counts:
        held = f"{fitting.runs} runs and {fitting.lifts} lifts"
        text = f"{counts.runs} runs and {counts.lifts} lifts find no room in your days and hours; {held} do."
        changes.append(Change("fewer_sessions", text))
    return fitting, tuple(changes)


def _fitted(athlete: Athlete, counts: Counts) -> Counts:
    """Runs and lifts go one by one, by the goal's balance, until all have a day."""
    while not counts.fit:
        if counts.lifts and (wants_fewer_lifts(athlete, counts.runs, counts.lifts) or not counts.runs):
            counts = replace(counts, lifts=counts.lifts - 1)
        elif counts.runs:
            counts = replace(counts, runs=counts.runs - 1)
        else:
            counts = replace(counts, circuits=counts.circuits - 1)
    return counts


def wants_fewer_lifts(athlete: Athlete, runs: int, lifts: int) -> bool:
    """Whether a lift or a run is to go first: running keeps two runs a lift, lifting two lifts a run (Methenitis)."""
    if athlete.goal in RUNNING_GOALS:
        return lifts > 1 and (lifts * 2 > runs or runs <= 1)
    if athlete.goal in LIFTING_GOALS:
        return lifts > runs * 2
    return lifts > runs


def _runs(athlete: Athlete, context: Context, cell: Cell, held: int, changes: list[Change]) -> int:
    cap, shortest = limits.longest_run_cap(athlete, context), limits.RUN_MINUTES[0]
    if cap < shortest:
        text = f"After your longest recent run the next may take {cap} min; a run is at least {shortest}: walk first."
        changes.append(Change("no_runs_yet", text))
        return 0
    novice = athlete.run_level is Level.BEGINNER and held > limits.NOVICE_RUNS
    most = limits.NOVICE_RUNS if novice else held
    why = "new runners rest a day between runs" if novice else "so many days have room for one"
    return _cut(athlete.runs_per_week, cell.runs, most, "runs", why, changes)


def _lifts(athlete: Athlete, cell: Cell, held: int, changes: list[Change]) -> int:
    return _cut(athlete.lifts_per_week, cell.lifts, held, "lifts", "so many days have room for one", changes)


def _circuits(athlete: Athlete, context: Context, held: int, changes: list[Change]) -> int:
    most = min(limits.CIRCUITS[athlete.level], limits.hard_run_cap(athlete, context), held)
    why = "a circuit is a hard day, and that is how many your level and your days hold"
    return _cut(athlete.circuits_per_week, 0, most, "circuits", why, changes)


def _cut(asked: int | None, usual: int, most: int, what: str, why: str, changes: list[Change]) -> int:
    """The smaller of wish and room; a wish that is cut, or a usual number that is not reached at all, is told."""
    wish = usual if asked is None else asked
    if asked is not None and asked > most:
        text = f"You asked for {asked} {what} a week; {most} are planned, since {why}."
        changes.append(Change(f"fewer_{what}", text))
    elif wish and not most:
        changes.append(Change(f"fewer_{what}", f"None of your free hours can hold {what}, so none are planned."))
    return min(wish, most)
