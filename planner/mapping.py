"""The one file that knows both rows and the engine: profiles to athletes, sessions there and back."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from planner.busy_windows import Taken, around
from planner.engine import Block, Week, athlete_from, blocks, in_order, with_locks, with_warm_up
from planner.engine.domain import Aside, Athlete, Lift, Recovery, Run
from planner.engine.domain import Session as Planned
from planner.engine.results import Stage
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Lock, Order, Phase, Region, Status, Unit
from planner.intervals import DAY, EPOCH_DAY, on_dates, within
from planner.models import BusyCalendar, Plan, Preferences, Profile, Session
from planner.models import Week as WeekRow
from planner.telling import Telling, without_browser
from planner.territories import Weight

ONE_DAY = timedelta(days=1)


def document(answers: dict[str, Any], timezone: str) -> dict[str, Any]:
    """A person's answers and time zone as one document of profile.schema.json."""
    return {**answers, "timezone": timezone}


def athlete_of(profile: Profile, taken: Taken | None = None) -> Athlete:
    """The athlete a profile describes, free at no time that is `taken`. ProfileError where it is no valid profile."""
    athlete = athlete_from(document(profile.answers, profile.timezone))
    return around(athlete, taken) if taken else athlete


def taken_by(calendar: BusyCalendar | None, timezone: str, first: date, after: date) -> Taken:
    """What a person's own calendar takes of each date on their clock, from `first` to the day before `after`."""
    if calendar is None:
        return {}
    # A day more on either side, for no clock is further off: a year of meetings costs a board nothing.
    start, end = ((day - EPOCH_DAY).days * DAY for day in (first - ONE_DAY, after + ONE_DAY))
    instants, local = (within(times, start, end) for times in (calendar.instants, calendar.local_times))
    return {day: taken for day, taken in on_dates(instants, local, timezone).items() if first <= day < after}


def preferences_of(plan: Plan) -> Preferences | None:
    """What the person of a plan chose about how things are told; None where nothing was, or there is nobody."""
    try:
        user: Any = plan.user
        chosen: Preferences = user.preferences
    except ObjectDoesNotExist:
        return None
    return chosen


def unit_of(plan: Plan) -> Unit:
    """What distances are told in to the person of a plan; kilometres where nothing was chosen, or there is nobody."""
    chosen = preferences_of(plan)
    return Unit(chosen.distances) if chosen else Unit.KM


def weight_of(plan: Plan) -> Weight:
    """What weights are told in to the person of a plan; kilograms likewise."""
    chosen = preferences_of(plan)
    return Weight(chosen.weights) if chosen else Weight.KG


def telling_of(plan: Plan) -> Telling:
    """How hours and dates are told to the person of a plan where no browser asks: in mails and feeds."""
    return without_browser(preferences_of(plan))


def planned(row: Session) -> Planned:
    """A row as the engine's session; its id is the row's, as text."""
    return Planned(
        id=str(row.id),
        day=row.date.weekday(),
        start=row.start,
        kind=Kind(row.kind),
        order=Order(row.order) if row.order else None,
        run=Run(Intensity(row.run_intensity), row.run_minutes) if row.run_minutes else None,
        lift=_lift(row),
        recovery=Recovery(Activity(row.recovery_activity), row.recovery_minutes) if row.recovery_minutes else None,
        warm_up=row.warm_up,
        cool_down=row.cool_down,
        locked=row.locked,
        locks=frozenset(Lock(name) for name in row.locks.split()),
        done_minutes=row.actual_minutes,
        done_effort=row.effort,
    )


def aside_of(row: Session) -> Aside:
    """What was put aside of a row when its shape was changed."""
    kept = row.put_aside
    rounds = kept.get("rounds")
    return Aside(
        run=_run_of(kept.get("run")),
        lift=_lift_of(kept.get("lift")),
        order=Order(kept["order"]) if kept.get("order") else None,
        rounds=(_run_of(rounds[0]), _lift_of(rounds[1])) if rounds else None,  # type: ignore[arg-type]  # both are there
        **{name: kept.get(name) for name in ("start", "warm_up", "cool_down")},
    )


def put_aside(row: Session, aside: Aside) -> None:
    """Keep with a row what it had in another shape, unsaved: only what there is."""
    rounds = [asdict(part) for part in aside.rounds] if aside.rounds else None
    row.put_aside = {name: value for name, value in (asdict(aside) | {"rounds": rounds}).items() if value is not None}


def _run_of(kept: dict[str, Any] | None) -> Run | None:
    return Run(Intensity(kept["intensity"]), kept["minutes"]) if kept else None


def _lift_of(kept: dict[str, Any] | None) -> Lift | None:
    return Lift(Region(kept["region"]), Effort(kept["effort"]), kept["minutes"], kept["sets"]) if kept else None


def lock(row: Session, locks: Iterable[Lock], *, locked: bool = False) -> None:
    """Make a row keep exactly these grains, unsaved; all of them are the whole lock."""
    kept = with_locks(planned(row), locks, locked=locked)
    row.locked, row.locks = kept.locked, " ".join(in_order(kept.locks))


def _lift(row: Session) -> Lift | None:
    if not row.lift_minutes:
        return None
    return Lift(Region(row.lift_region), Effort(row.lift_effort), row.lift_minutes, row.lift_sets)


def stage_of(row: WeekRow) -> Stage:
    """Where a week stood in its block when it was planned."""
    return Stage(Phase(row.phase), row.loading)


def steps_of(athlete: Athlete, row: Session, plan: Plan, week: WeekRow, unit: Unit = Unit.KM) -> tuple[Block, ...]:
    """A session of a plan's week, step by step; distances and paces are told in `unit`."""
    number, stage = plan.number_of(week.start), stage_of(week)
    return blocks(athlete, planned(row), year=row.date.year, plan_week=number, stage=stage, unit=unit)


def composed(what: str, minutes: int, day: int, start: int) -> Planned:
    """A session that a person adds by one term: an intensity, a region, an order, an activity or the circuit.

    A combined session and a circuit are half run, half lift. ValueError for any other term.
    """
    return with_warm_up(Planned("new", day, start, **_parts(what, minutes)))


def _parts(what: str, minutes: int) -> dict[str, Any]:
    if what in [*Activity]:
        return {"kind": Kind.RECOVERY, "recovery": Recovery(Activity(what), minutes)}
    if what in [*Intensity]:
        return {"kind": Kind.RUN_ONLY, "run": Run(Intensity(what), minutes)}
    if what in [*Region]:
        return {"kind": Kind.LIFT_ONLY, "lift": Lift(Region(what), Effort.MODERATE, minutes)}
    order = None if what == Kind.CIRCUIT else Order(what)
    return {
        "kind": Kind.COMBINED if order else Kind.CIRCUIT,
        "order": order,
        "run": Run(Intensity.EASY if order else Intensity.MODERATE, minutes // 2),
        "lift": Lift(Region.FULL, Effort.MODERATE, minutes - minutes // 2),
    }


def week_of(rows: Iterable[Session]) -> Week:
    """The week that these rows are in truth: a skipped session tires nobody, so it is left out."""
    return Week.of(planned(row) for row in rows if row.status != Status.SKIPPED)


def week_to_move_in(rows: Iterable[Session]) -> Week:
    """The same week for a hand that moves sessions: what is done stays where it is, like what is locked."""
    told = (row for row in rows if row.status != Status.SKIPPED)
    return Week.of(replace(planned(row), locked=row.locked or row.status == Status.DONE) for row in told)


def fixed(rows: Iterable[Session]) -> tuple[Planned, ...]:
    """Rows that stand as they are where their week is planned anew."""
    return tuple(replace(planned(row), locked=True) for row in rows)


def columns(session: Planned, monday: date) -> dict[str, Any]:
    """What the engine decides of a session, as column values in the week from `monday`."""
    run, lift, recovery = session.run, session.lift, session.recovery
    return {
        "date": monday + timedelta(days=session.day),
        "start": session.start,
        "kind": session.kind.value,
        "order": session.order.value if session.order else "",
        "run_intensity": run.intensity.value if run else "",
        "run_minutes": run.minutes if run else None,
        "lift_region": lift.region.value if lift else "",
        "lift_effort": lift.effort.value if lift else "",
        "lift_minutes": lift.minutes if lift else None,
        "lift_sets": lift.sets if lift else None,
        "recovery_activity": recovery.activity.value if recovery else "",
        "recovery_minutes": recovery.minutes if recovery else None,
        "warm_up": session.warm_up,
        "cool_down": session.cool_down,
    }


def write(row: Session, session: Planned, monday: date) -> None:
    """Give a row the engine's values, unsaved."""
    for name, value in columns(session, monday).items():
        setattr(row, name, value)


def has_other_parts(row: Session, session: Planned) -> bool:
    """Whether a row that lies somewhere is made of other parts than the engine's session."""
    own = planned(row)
    return (own.kind, own.run, own.lift, own.recovery) != (session.kind, session.run, session.lift, session.recovery)


def match(sessions: Sequence[Planned], rows: Sequence[Session]) -> dict[str, Session]:
    """Old rows for new sessions, by session id: of the same kind, first on the same day, then on any.

    A row keeps its calendar identity, so a person's calendar sees sessions move instead of vanish and appear.
    """
    free = sorted(rows, key=lambda row: (row.date, row.start))
    found: dict[str, Session] = {}
    for same_day in (True, False):
        for session in sessions:
            if session.id in found:
                continue
            for row in free:
                if row.kind == session.kind and (not same_day or row.date.weekday() == session.day):
                    found[session.id] = row
                    free.remove(row)
                    break
    return found
