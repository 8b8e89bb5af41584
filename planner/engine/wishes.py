"""How many runs, lifts and circuits a week can hold of those wished for: by level, days and hours; cuts are told."""

from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.asked import asked
from planner.engine.composition import Cell
from planner.engine.domain import DAYS, Athlete, Context, Session, Window
from planner.engine.results import Change
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Level, Modality
from planner.engine.wording import are, counted, inside

LIFTS_BESIDE_CIRCUITS = {0: 6, 1: 4, 2: 2}  # on days that neighbour no circuit
SHORTEST = {Modality.RUN: limits.RUN_MINUTES[0], Modality.LIFT: limits.LIFT_MINUTES[0]}
SHORTEST_BOTH = sum(SHORTEST.values())


@dataclass(frozen=True, slots=True)
class Room:
    """Days that can hold a session at all, a run, a lift, and both of them; `partly` where days are closed."""

    days: int
    run: int
    lift: int
    both: int
    partly: bool = False

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
            partly=bool(shut - {s.day for s in given}),
        )

    def why(self, number: int, what: str) -> str:
        """So few days as the reason of a limit: "only 2 of your days can hold a run"."""
        days = "of the days left" if self.partly else "of your days"
        return f"only {number} {days} can hold {what}" if number else f"none {days} can hold {what}"


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


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many, and why; of several the lowest counts, of equal ones the first."""

    most: int
    why: str


def wished(
    athlete: Athlete, context: Context, cell: Cell, room: Room, training: int
) -> tuple[Counts, tuple[Change, ...]]:
    """What of the athlete's wishes, or of the table where there are none, the week can hold."""
    days = _day_limit(athlete, room, training)
    circuits, circuits_told = _circuits(athlete, context, room, days)
    runs, runs_told = _runs(athlete, context, cell, (Limit(room.run, room.why(room.run, "a run")), days))
    lift_limits = (Limit(room.lift, room.why(room.lift, "a lift")), days, _beside(circuits))
    lifts, lifts_told = _cut(athlete, "lifts_per_week", cell.lifts, lift_limits)
    counts = Counts(max(runs - circuits, 0), max(lifts - circuits, 0), circuits, room.both, training)
    fitting = _fitted(athlete, counts)
    if fitting == counts:
        return counts, (*runs_told, *lifts_told, *circuits_told)
    told = (
        *(runs_told if fitting.runs == counts.runs else ()),
        *(lifts_told if fitting.lifts == counts.lifts else ()),
        *circuits_told,
        _together(athlete, counts, fitting),
    )
    return fitting, told


def _together(athlete: Athlete, counts: Counts, fitting: Counts) -> Change:
    """Runs and lifts that fit alone and not beside each other; circuits are among both."""
    due = {
        "runs_per_week": counted(counts.runs + counts.circuits, "run"),
        "lifts_per_week": counted(counts.lifts + counts.circuits, "lift"),
    }
    named = [field for field in due if getattr(athlete, field) is not None]
    usual = " and ".join(due[field] for field in due if field not in named)
    leads = [" and ".join([asked(athlete, named[0]), *(due[field] for field in named[1:])])] if named else []
    leads += [f"{usual} would suit your goal"] if usual else []
    held = f"{counted(fitting.runs + fitting.circuits, 'run')} and {counted(fitting.lifts + fitting.circuits, 'lift')}"
    beside = f", {counted(fitting.circuits, 'circuit')} among both" if fitting.circuits else ""
    return Change("fewer_sessions", f"{', and '.join(leads)}; your days and hours hold {held}{beside}.")


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


def _day_limit(athlete: Athlete, room: Room, training: int) -> Limit:
    """One run or lift a training day, and as many of those as hours, wish and level leave."""
    if training == room.days:
        return Limit(training, room.why(training, "a session"))
    if training == athlete.training_days:
        return Limit(training, inside(asked(athlete, "training_days")))
    rest = limits.REST_DAYS[athlete.level]
    return Limit(training, f"at your level {counted(rest, 'day')} a week {are(rest)} free of training")


def _beside(circuits: int) -> Limit:
    """Lifts of a week with circuits, the circuits counted."""
    why = "a circuit trains the whole body and the days beside it take no other lift"
    return Limit(LIFTS_BESIDE_CIRCUITS[circuits] + circuits, why)


def _runs(athlete: Athlete, context: Context, cell: Cell, held: tuple[Limit, ...]) -> tuple[int, tuple[Change, ...]]:
    cap, shortest = limits.longest_run_cap(athlete, context), limits.RUN_MINUTES[0]
    wish, lead = _lead(athlete, "runs_per_week", cell.runs)
    if cap < shortest and wish:
        why = f"after your longest recent run the next may take {cap} min, and a run is at least {shortest}"
        return 0, (Change("no_runs_yet", f"{lead}; none is possible yet, since {why}. Walk first."),)
    if athlete.run_level is Level.BEGINNER:
        held = (*held, Limit(limits.NOVICE_RUNS, "new runners rest a day between runs"))
    return _cut(athlete, "runs_per_week", cell.runs, held)


def _circuits(athlete: Athlete, context: Context, room: Room, days: Limit) -> tuple[int, tuple[Change, ...]]:
    """A circuit is a hard day: by levels and health, and where a run and a lift fit together."""
    hard, level = limits.hard_run_cap(athlete, context), limits.CIRCUITS[athlete.level]
    why_hard = f"a circuit counts as a hard run, and your running level takes {hard} of those a week"
    if athlete.medical_caution:
        why_hard = "a circuit is a hard day, and your answer about your health rules those out"
    elif not hard:
        why_hard = f"a circuit is a hard day, and new runners have none in their first {limits.FIRST_WEEKS} weeks"
    held = (
        Limit(hard, why_hard),
        Limit(level, f"a circuit is a hard day, and your level takes {level} a week"),
        Limit(room.both, room.why(room.both, "a run and a lift")),
        days,
    )
    return _cut(athlete, "circuits_per_week", 0, held)


def _lead(athlete: Athlete, field: str, usual: int) -> tuple[int, str]:
    """How many are wished for and how a sentence about it begins: the person's number, else the table's."""
    wish = getattr(athlete, field)
    if wish is not None:
        return wish, asked(athlete, field)
    return usual, f"{counted(usual, field.partition('s_')[0])} a week would suit your goal"


def _cut(athlete: Athlete, field: str, usual: int, held: tuple[Limit, ...]) -> tuple[int, tuple[Change, ...]]:
    """The smaller of wish and room; a wish that is cut, or a usual number that is not reached at all, is told."""
    wish, lead = _lead(athlete, field, usual)
    lowest = min(held, key=lambda limit: limit.most)
    if wish <= lowest.most or (getattr(athlete, field) is None and lowest.most):
        return min(wish, lowest.most), ()
    given = f"{lowest.most} {are(lowest.most)} the most" if lowest.most else "none is possible"
    step = f"fewer_{field.partition('_')[0]}"
    return lowest.most, (Change(step, f"{lead}; {given}, since {lowest.why}."),)
