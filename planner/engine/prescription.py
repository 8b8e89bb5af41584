"""What to train: from an athlete to the numbers of runs, lifts, combined sessions and recovery of a week."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planner.engine import limits
from planner.engine.asked import asked, asked_rest
from planner.engine.composition import Cell, Volume, cell_for
from planner.engine.domain import Athlete, Context
from planner.engine.progression import hard_run_limit, stage_of
from planner.engine.races import race_in_week
from planner.engine.results import Change
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.vocabulary import LIFTING_GOALS, Arrangement, Effort, Goal, Level, Phase, Region, Split
from planner.engine.wishes import Counts, Room, cell_of, wished
from planner.engine.wording import counted

U, LO, F = Region.UPPER, Region.LOWER, Region.FULL
FULL_BODY_LIFTS = 3  # the most that fit a week two days apart
MOST_RECOVERY = 2

UPPER_LOWER = {
    1: (F,),
    2: (U, LO),
    3: (LO, U, F),
    4: (LO, U, LO, U),
    5: (U, LO, U, LO, U),
    6: (U, LO, U, LO, U, LO),
}


@dataclass(frozen=True, slots=True)
class Prescription:
    """The sessions a week shall hold, before they have days. `regions` are those of the lifts, circuits apart."""

    run_only: int
    lift_only: int
    combined: int
    recovery: int
    circuits: int
    hard: int
    long: bool
    regions: tuple[Region, ...]
    split: Split = Split.AUTO
    long_day: int | None = None
    two_a_day: bool = False
    one_session_too: bool = True  # two a day: a day without room for two may hold them as one
    volume: Volume | None = None  # of this week; None: the usual one

    @property
    def runs(self) -> int:
        """Sessions with running in them, circuits apart."""
        return self.run_only + self.combined

    @property
    def lifts(self) -> int:
        """Sessions with lifting in them, circuits apart."""
        return self.lift_only + self.combined

    @property
    def easy(self) -> int:
        """Runs that are neither hard nor long."""
        return self.runs - self.hard - self.long

    @property
    def days(self) -> int:
        """Days that hold a session."""
        return self.run_only + self.lift_only + self.combined + self.recovery + self.circuits

    @property
    def training_days(self) -> int:
        """Days that hold a run, a lift or a circuit."""
        return self.days - self.recovery


def lift_effort(athlete: Athlete, region: Region) -> Effort:
    """Heavy for strength from the intermediate level on, where the body is split; else moderate."""
    heavy = athlete.goal is Goal.STRENGTH and athlete.lift_level is not Level.BEGINNER and region is not F
    return Effort.HEAVY if heavy and not athlete.medical_caution else Effort.MODERATE


def regions_for(lifts: int, circuits: int, split: Split) -> tuple[Region, ...]:
    """The regions of so many lifts: full-body up to three a week, circuits counted, else upper and lower in turn."""
    if not lifts or split is Split.FULL_BODY or (split is Split.AUTO and lifts + circuits <= FULL_BODY_LIFTS):
        return (F,) * lifts
    return (U, LO, U) if lifts == 3 and split is Split.UPPER_LOWER else UPPER_LOWER[min(lifts, 6)]


def prescribe(athlete: Athlete, context: Context, room: Room) -> tuple[Prescription, tuple[Change, ...]]:
    """The sessions of a week with this room, by goal, level and wishes; changes tell which wishes were cut."""
    days, cell = cell_of(athlete, room)
    counts, told = wished(athlete, context, room)
    usual = _arranged(athlete, cell, counts)
    rx = _staged(athlete, context, usual)
    rx = replace(rx, hard=_hard_runs(athlete, context, cell, rx, counts.circuits))
    changes = [*told, *_eased(athlete, context, usual, rx)] if days else [_no_hours(athlete, room)]
    changes += _unmet(athlete, room, days, usual, rx) if days else ()
    if athlete.arrangement is Arrangement.TWO_A_DAY and days:
        rx = _two_a_day(athlete, rx, changes)
    return _with_recovery(rx, cell, days), tuple(changes)


def _no_hours(athlete: Athlete, room: Room) -> Change:
    """Why the week is empty: the days asked free of training, the days that are over, or windows too short."""
    shortest = limits.RECOVERY_MINUTES[0]
    free = max((window.minutes for window in athlete.windows), default=0)
    closed = sorted({window.day for window in athlete.availability} & athlete.rest_weekdays)
    if room.partly:
        text = _("No free hours are left in this week, so nothing is planned.")
    elif closed and free:
        text = _("{wish}; the longest free time on other days is {free} min, so the week is empty.")
    elif closed:
        text = _("{wish}; no hours of other days are free, so the week is empty.")
    elif free:
        text = _(
            "Your longest free time is {free} min, so the week is empty: the shortest session takes {shortest} min."
        )
    else:
        text = _("No hours of this week are free, so the week is empty.")
    wish = asked_rest(closed) if closed else ""
    return Change("no_hours", text.format(wish=wish, free=free, shortest=shortest))


def _unmet(athlete: Athlete, room: Room, days: int, usual: Prescription, rx: Prescription) -> Iterator[Change]:
    """Wishes about the shape of the week that the numbers cannot meet; a race in the place of the long run meets it."""
    if athlete.long_run_weekday is not None and not usual.long:
        text = _("{wish}; the week holds no long run, since {why}.").format(
            wish=asked(athlete, "long_run_weekday"), why=_no_long_run(athlete, days, rx)
        )
        yield Change("no_long_run", text)
    yield from _unmet_arrangement(athlete, room, rx)
    if athlete.split is Split.UPPER_LOWER and rx.regions == (F,):
        text = _("{wish}; the week holds 1 lift, which trains the whole body.").format(wish=asked(athlete, "split"))
        yield Change("split", text)


def _unmet_arrangement(athlete: Athlete, room: Room, rx: Prescription) -> Iterator[Change]:
    wish, pairs = asked(athlete, "arrangement"), _sharing(rx.combined)
    if athlete.arrangement is Arrangement.SEPARATE and rx.combined:
        text = _("{wish}; your days hold them only if {pairs}.").format(wish=wish, pairs=pairs)
        yield Change("arrangement", text)
    if athlete.arrangement is Arrangement.COMBINED and room.both < min(rx.runs - rx.long, rx.lifts):
        why = room.why(room.both, _("both"))
        yield Change("arrangement", _("{wish}; {pairs}, since {why}.").format(wish=wish, pairs=pairs, why=why))
    if athlete.arrangement is Arrangement.TWO_A_DAY and rx.runs and rx.lifts and not room.both:
        text = _("{wish}; each has a day of its own, since {why}.").format(wish=wish, why=room.why(0, _("both")))
        yield Change("arrangement", text)


def _sharing(pairs: int) -> str:
    if not pairs:
        return _("no run shares a session with a lift")
    return ngettext(
        "{number} run shares a session with a lift", "{number} runs share a session with a lift", pairs
    ).format(number=pairs)


def _no_long_run(athlete: Athlete, days: int, rx: Prescription) -> str:
    """Why a week has no long run, the first reason that holds."""
    if athlete.medical_caution:
        return _("your answer about your health rules it out")
    if not cell_for(athlete.goal, athlete.level, days).long:
        return _("at your goal and level a week of {days} has none").format(days=counted(days, "day"))
    if rx.runs < 2:
        return _("a week of 1 run has none") if rx.runs else _("no run is planned beside circuits")
    return _("every run shares a session with a lift")


def _arranged(athlete: Athlete, cell: Cell, counts: Counts) -> Prescription:
    """Which runs and lifts share a session, by the arrangement; as many as the days demand in any case."""
    runs, lifts = counts.runs, counts.lifts
    most = min(runs, lifts, counts.shared)
    long = cell.long and runs >= 2 and counts.least_shared < runs and not athlete.medical_caution
    wish = {
        Arrangement.SEPARATE: 0,
        Arrangement.COMBINED: most,
    }.get(athlete.arrangement, max(cell.combined, 2))
    combined = min(max(min(wish, runs - long), counts.least_shared), most)
    return Prescription(
        run_only=runs - combined,
        lift_only=lifts - combined,
        combined=combined,
        recovery=0,
        circuits=counts.circuits,
        hard=0,
        long=long,
        regions=regions_for(lifts, counts.circuits, athlete.split),
        split=athlete.split,
        long_day=athlete.long_run_weekday if long else None,
    )


def _staged(athlete: Athlete, context: Context, rx: Prescription) -> Prescription:
    """What a light week leaves out: half of the circuits, of a week without other runs the smaller half; before a
    race all, and the lifts but one.

    The race is the long run of its week. One lift keeps strength through a taper, also for those who otherwise lift in
    circuits alone, unless they asked for no lifts.
    """
    stage = stage_of(athlete, context)
    if not stage.is_light:
        return rx
    if race_in_week(athlete, context):
        rx = replace(rx, long=False, long_day=None)
    if stage.phase is Phase.DELOAD:
        return replace(rx, circuits=rx.circuits // 2 if rx.runs else -(-rx.circuits // 2))
    if rx.circuits and not rx.lifts and athlete.lifts_per_week != 0:
        rx = replace(rx, lift_only=1, regions=(F,))
    rx = replace(rx, circuits=0)
    while rx.lifts > 1:
        rx = without_a_lift(rx)
    return rx


def _eased(athlete: Athlete, context: Context, usual: Prescription, rx: Prescription) -> Iterator[Change]:
    """Circuits that were asked for and a light week leaves out, and lifts that a taper does."""
    fewer_lifts = rx.lifts + rx.circuits < usual.lifts + usual.circuits
    if athlete.lifts_per_week and fewer_lifts and stage_of(athlete, context).phase is not Phase.DELOAD:
        text = _("{wish}; a taper holds {number}, a light one.")
        yield Change("taper", text.format(wish=asked(athlete, "lifts_per_week"), number=rx.lifts))
    if athlete.circuits_per_week and rx.circuits < usual.circuits:
        yield in_lighter_week(asked(athlete, "circuits_per_week"), rx.circuits)


def in_lighter_week(wish: str, number: int) -> Change:
    """What was asked for, and how many of it a lighter week holds."""
    none = _("{wish}; a lighter week holds none.")
    some = ngettext("{wish}; a lighter week holds {number}.", "{wish}; a lighter week holds {number}.", number)
    return Change("lighter_week", (some if number else none).format(wish=wish, number=number))


def without_a_lift(rx: Prescription) -> Prescription:
    """One lift less: one on its own, else a combined session keeps its run."""
    fewer = with_fewer_lifts(rx)
    if rx.lift_only:
        return replace(fewer, lift_only=rx.lift_only - 1)
    return replace(fewer, combined=rx.combined - 1, run_only=rx.run_only + 1)


def _hard_runs(athlete: Athlete, context: Context, cell: Cell, rx: Prescription, circuits: int) -> int:
    """The cell's hard runs within the level's caps; a lone run stays easy, and strength goals run hard alone.

    `circuits` are those of a usual week: no hard run takes the place of one that a light week leaves out.
    """
    cap = hard_run_limit(athlete, context) - circuits
    key = limits.KEY_RUNS - rx.circuits - rx.long
    room = rx.runs - rx.long if rx.runs > 1 else 0
    if athlete.goal in LIFTING_GOALS:
        room = min(room, rx.run_only - rx.long)
    return max(min(cell.hard, cap, key, room), 0)


def _two_a_day(athlete: Athlete, rx: Prescription, changes: list[Change]) -> Prescription:
    if limits.SESSIONS_A_DAY[athlete.level] > 1:
        return replace(rx, two_a_day=True, one_session_too=False)
    if rx.runs and rx.lifts and not rx.combined:
        return rx  # told already
    text = _("{wish}; at your level one a day is plenty, so no day holds more than 1.")
    if rx.combined:
        text = _("{wish}; at your level one a day is plenty, so run and lift share a session.")
    changes.append(Change(step="arrangement", text=text.format(wish=asked(athlete, "arrangement"))))
    return rx


def _with_recovery(rx: Prescription, cell: Cell, days: int) -> Prescription:
    """Recovery on the days left over: the cell's number, and one for each pair that became a combined session."""
    freed = max(cell.run_only + cell.lift_only + cell.combined - rx.training_days, 0)
    wish = cell.recovery + min(freed, max(MOST_RECOVERY - cell.recovery, 0))
    return replace(rx, recovery=max(min(wish, days - rx.training_days), 0))


def other_split(athlete: Athlete, rx: Prescription) -> Prescription | None:
    """Three full-body lifts may as well be lower, upper and full (the table's own alternative); else None."""
    if athlete.split is not Split.AUTO or rx.regions != (F, F, F) or rx.circuits:
        return None
    return replace(rx, regions=UPPER_LOWER[3])


def alternative_splits(rx: Prescription) -> Sequence[tuple[Region, ...]]:
    """Splits that may fit where the present one does not: the table's own, then upper and lower in turn."""
    lifts = len(rx.regions)
    if F not in rx.regions or lifts < 2:
        return ()
    turns = tuple(U if i % 2 == 0 else LO for i in range(lifts))
    return tuple(split for split in (UPPER_LOWER[min(lifts, 6)], turns) if split != rx.regions)


def with_fewer_lifts(rx: Prescription) -> Prescription:
    """One region less: the table's split for the smaller number, or the commonest of a split that was relaxed."""
    lifts = len(rx.regions)
    if rx.regions == regions_for(lifts, rx.circuits, rx.split):
        return replace(rx, regions=regions_for(lifts - 1, rx.circuits, rx.split))
    order = (F, U, LO)
    most = max(order, key=lambda region: (rx.regions.count(region), -order.index(region)))
    regions = list(rx.regions)
    regions.remove(most)
    return replace(rx, regions=tuple(regions))
