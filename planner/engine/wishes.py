"""How many runs, lifts and circuits a week can hold of those wished for: by level, days and hours; cuts are told."""

from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.asked import asked, usual_or_asked
from planner.engine.composition import Cell, cell_for
from planner.engine.domain import DAYS, Athlete, Context, Session, Window
from planner.engine.results import Change
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.vocabulary import LIFTING_GOALS, RUNNING_GOALS, Level, Modality
from planner.engine.wording import counted, inside

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
            + len({s.day for s in given if s.run is not None} & {s.day for s in given if s.lift is not None}),
            partly=bool(shut - {s.day for s in given}),
        )

    def why(self, number: int, what: str) -> str:
        """So few days as the reason of a limit: "only 2 of your days can hold a run"."""
        if self.partly:
            told = (
                _("none of the days left can hold {what}")
                if not number
                else ngettext(
                    "only {number} of the days left can hold {what}",
                    "only {number} of the days left can hold {what}",
                    number,
                )
            )
        else:
            told = (
                _("none of your days can hold {what}")
                if not number
                else ngettext(
                    "only {number} of your days can hold {what}", "only {number} of your days can hold {what}", number
                )
            )
        return told.format(number=number, what=what)


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


def cell_of(athlete: Athlete, room: Room) -> tuple[int, Cell]:
    """The days that may hold a session, and the table's cell for so many."""
    days = min(room.days, athlete.training_days or room.days)
    return days, cell_for(athlete.goal, athlete.level, days) if days else Cell(0, 0, 0, 0, 0, long=False)


def wished(athlete: Athlete, context: Context, room: Room) -> tuple[Counts, tuple[Change, ...]]:
    """What of the athlete's wishes, or of the table where there are none, the week can hold."""
    held, cell = cell_of(athlete, room)
    training = min(held, DAYS - limits.REST_DAYS[athlete.level])
    days = _day_limit(athlete, room, training)
    circuits, circuits_told = _circuits(athlete, context, room, days)
    runs, runs_told = _runs(athlete, context, cell, circuits, (Limit(room.run, room.why(room.run, _("a run"))), days))
    lift_limits = (Limit(room.lift, room.why(room.lift, _("a lift"))), days, _beside(circuits))
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
    lead = _both_due(athlete, counts)
    runs = counted(fitting.runs + fitting.circuits, "run")
    lifts = counted(fitting.lifts + fitting.circuits, "lift")
    if not fitting.circuits:
        text = _("{lead}; your days and hours hold {runs} and {lifts}.").format(lead=lead, runs=runs, lifts=lifts)
        return Change("fewer_sessions", text)
    text = _("{lead}; your days and hours hold {runs} and {lifts}, {circuits} among both.").format(
        lead=lead, runs=runs, lifts=lifts, circuits=counted(fitting.circuits, "circuit")
    )
    return Change("fewer_sessions", text)


def _both_due(athlete: Athlete, counts: Counts) -> str:
    """Runs and lifts as they are asked for, or would suit the goal where they are not."""
    runs = counted(counts.runs + counts.circuits, "run")
    lifts = counted(athlete.lifts_per_week or counts.lifts + counts.circuits, "lift")
    if athlete.runs_per_week is None and athlete.lifts_per_week is None:
        return _("{runs} and {lifts} would suit your goal").format(runs=runs, lifts=lifts)
    if athlete.runs_per_week is None:
        wish, others = asked(athlete, "lifts_per_week"), runs
    elif athlete.lifts_per_week is None:
        wish, others = asked(athlete, "runs_per_week"), lifts
    else:
        return _("{wish} and {lifts}").format(wish=asked(athlete, "runs_per_week"), lifts=lifts)
    return _("{wish}, and {others} would suit your goal").format(wish=wish, others=others)


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
        return Limit(training, room.why(training, _("a session")))
    if training == athlete.training_days:
        return Limit(training, inside(asked(athlete, "training_days")))
    rest = limits.REST_DAYS[athlete.level]
    why = ngettext(
        "at your level {number} day a week is free of training",
        "at your level {number} days a week are free of training",
        rest,
    )
    return Limit(training, why.format(number=rest))


def _beside(circuits: int) -> Limit:
    """Lifts of a week with circuits, the circuits counted."""
    why = _("a circuit trains the whole body and the days beside it take no other lift")
    return Limit(LIFTS_BESIDE_CIRCUITS[circuits] + circuits, why)


def _runs(
    athlete: Athlete, context: Context, cell: Cell, circuits: int, held: tuple[Limit, ...]
) -> tuple[int, tuple[Change, ...]]:
    cap, shortest = limits.longest_run_cap(athlete, context), limits.RUN_MINUTES[0]
    wish, lead = _lead(athlete, "runs_per_week", cell.runs)
    if cap < shortest and wish:
        text = _(
            "{lead}; none is possible yet, since after your longest recent run the next may take {most} min, and a run "
            "is at least {least}. Walk first."
        )
        if circuits:
            text = _(
                "{lead}; none beside {circuits} is possible yet, since after your longest recent run the next may take "
                "{most} min, and a run is at least {least}. Walk first."
            )
        told = text.format(lead=lead, most=cap, least=shortest, circuits=counted(circuits, "circuit"))
        return 0, (Change("no_runs_yet", told),)
    if athlete.run_level is Level.BEGINNER:
        held = (*held, Limit(limits.NOVICE_RUNS, _("new runners rest a day between runs")))
    return _cut(athlete, "runs_per_week", cell.runs, held)


def _circuits(athlete: Athlete, context: Context, room: Room, days: Limit) -> tuple[int, tuple[Change, ...]]:
    """A circuit is a hard day: by levels and health, and where a run and a lift fit together."""
    hard, level = limits.hard_run_cap(athlete, context), limits.CIRCUITS[athlete.level]
    held = (
        Limit(hard, _against_hard(athlete, hard)),
        Limit(level, _("a circuit is a hard day, and your level takes {number} a week").format(number=level)),
        Limit(room.both, room.why(room.both, _("a run and a lift"))),
        days,
    )
    return _cut(athlete, "circuits_per_week", 0, held)


def _against_hard(athlete: Athlete, hard: int) -> str:
    """Why circuits are no more than the hard runs that health and running level take."""
    if athlete.medical_caution:
        return _("a circuit is a hard day, and your answer about your health rules those out")
    if not hard:
        why = _("a circuit is a hard day, and new runners have none in their first {number} weeks")
        return why.format(number=limits.FIRST_WEEKS)
    why = _("a circuit counts as a hard run, and your running level takes {number} of those a week")
    return why.format(number=hard)


def _lead(athlete: Athlete, field: str, usual: int) -> tuple[int, str]:
    """How many are wished for and how a sentence about it begins: the person's number, else the table's."""
    wish = getattr(athlete, field)
    return usual if wish is None else wish, usual_or_asked(athlete, field, usual)


def _cut(athlete: Athlete, field: str, usual: int, held: tuple[Limit, ...]) -> tuple[int, tuple[Change, ...]]:
    """The smaller of wish and room; a wish that is cut, or a usual number that is not reached at all, is told."""
    wish, lead = _lead(athlete, field, usual)
    lowest = min(held, key=lambda limit: limit.most)
    if wish <= lowest.most or (getattr(athlete, field) is None and lowest.most):
        return min(wish, lowest.most), ()
    most = ngettext(
        "{lead}; {number} is the most, since {why}.", "{lead}; {number} are the most, since {why}.", lowest.most
    )
    told = most if lowest.most else _("{lead}; none is possible, since {why}.")
    text = told.format(lead=lead, number=lowest.most, why=lowest.why)
    return lowest.most, (Change(f"fewer_{field.partition('_')[0]}", text),)
