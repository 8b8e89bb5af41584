"""Weeks as JSON documents and back: the contract's plan, session, finding and load (contract/plan.schema.json)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from planner.engine.domain import DAYS, Athlete, Lift, Recovery, Run, Session, Week
from planner.engine.explain import explain
from planner.engine.load import week_load
from planner.engine.locks import in_order, with_locks
from planner.engine.profile import ProfileError, clock_minutes, iso_date
from planner.engine.results import Clash, Finding, OtherDay, PlannedWeek, Reason
from planner.engine.templates import with_warm_up
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Lock, Order, Region
from planner.engine.wording import clock
from planner.engine.workouts import blocks

Json = dict[str, Any]
MOST_SETS = 100  # of one lift
PARTS = {
    Kind.RUN_ONLY: ("run",),
    Kind.LIFT_ONLY: ("lift",),
    Kind.COMBINED: ("run", "lift"),
    Kind.RECOVERY: ("recovery",),
}


def plan_document(athlete: Athlete, start: date, weeks: Sequence[PlannedWeek], found: Sequence[Clash] = ()) -> Json:
    """The whole plan; a relaxation that several weeks needed is told once. `clashes` stands there where some are."""
    changes = dict.fromkeys(change for week in weeks for change in week.told)
    document: Json = {
        "weeks": [_week_document(athlete, start, weeks, number) for number in range(len(weeks))],
        "changes": [{"step": change.step, "text": change.text} for change in changes],
    }
    return document | ({"clashes": [clash_document(clash) for clash in found]} if found else {})


def clash_document(clash: Clash) -> Json:
    """Wishes that clash and what each could become, values as a profile has them."""
    ways = clash.relaxations
    return {
        "wishes": [{"field": wish.field, "value": wish.value, "text": wish.text} for wish in clash.wishes],
        "relaxations": [
            {"field": way.field, "value": way.value, "text": way.text, "enough": way.enough} for way in ways
        ],
        "text": clash.text,
        "smallest": clash.smallest,
    }


def _week_document(athlete: Athlete, start: date, weeks: Sequence[PlannedWeek], number: int) -> Json:
    planned, monday = weeks[number], start + timedelta(weeks=number)
    here = athlete.in_week(monday)
    orders = [s.order for s in planned.week.combined]
    race = athlete.race if athlete.race and 0 <= (athlete.race.date - monday).days < DAYS else None
    return {
        "start": monday.isoformat(),
        "phase": planned.stage.phase.value,
        "loading_week": planned.stage.loading,
        "sessions": [_session_document(here, planned, s, monday) for s in planned.week.sessions],
        "findings": [finding_document(f, monday) for f in planned.evaluation.findings],
        "score": planned.evaluation.score,
        "optimal": planned.optimal,
        "order_ledger": {order.value: orders.count(order) for order in Order},
        "load": load_document(planned.week),
        **({"race": {"date": race.date.isoformat(), "distance_km": race.distance_km}} if race else {}),
    }


def _session_document(athlete: Athlete, planned: PlannedWeek, session: Session, monday: date) -> Json:
    reasons = explain(athlete, planned.week, session.id, context=planned.context)
    year = (monday + timedelta(days=session.day)).year
    steps = blocks(athlete, session, year=year, plan_week=planned.context.plan_week, stage=planned.stage)
    return {
        **session_document(session, monday),
        "blocks": [{"text": step.text, "minutes": step.minutes, "part": step.part} for step in steps],
        "why": [_reason_document(reason, monday) for reason in reasons],
    }


def _reason_document(reason: Reason, monday: date) -> Json:
    """A reason in one text, and its parts where it has them."""
    days = [_other_day_document(other, monday) for other in reason.days]
    document: Json = {"rule": reason.rule, "text": reason.joined, "source": reason.source}
    document |= {"against": reason.against, "confidence": reason.confidence, "days": days}
    return {key: value for key, value in document.items() if value}


def _other_day_document(other: OtherDay, monday: date) -> Json:
    """What another day would mean: its verdict, what it adds to the score, the gravest rule where one is strained."""
    day = {"date": (monday + timedelta(days=other.day)).isoformat(), "verdict": other.verdict.value, "cost": other.cost}
    return day | ({"rule": other.rule} if other.rule else {})


def session_document(session: Session, monday: date) -> Json:
    """One session without its steps and reasons."""
    run, lift, rest = session.run, session.lift, session.recovery
    sets = {} if lift is None or lift.sets is None else {"sets": lift.sets}
    return {
        "id": session.id,
        "date": (monday + timedelta(days=session.day)).isoformat(),
        "start": clock(session.start),
        "minutes": session.minutes,
        "kind": session.kind.value,
        "order": session.order.value if session.order else None,
        "run": {"intensity": run.intensity.value, "minutes": run.minutes} if run else None,
        "lift": {"region": lift.region.value, "effort": lift.effort.value, "minutes": lift.minutes, **sets}
        if lift
        else None,
        "recovery": {"activity": rest.activity.value, "minutes": rest.minutes} if rest else None,
        "warm_up_minutes": session.warm_up,
        "cool_down_minutes": session.cool_down,
        "locked": session.locked,
        **({"locks": [lock.value for lock in in_order(session.locks)]} if session.locks else {}),
    }


def finding_document(finding: Finding, monday: date | None) -> Json:
    """One finding; its days as dates where the week has them."""
    days = [(monday + timedelta(days=day)).isoformat() for day in finding.days] if monday else []
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "cost": finding.cost,
        "sessions": list(finding.sessions),
        "days": days,
        "text": finding.text,
    }


def load_document(week: Week) -> Json:
    """Daily loads in AU, their sum, monotony to two decimals, and strain in full AU."""
    load = week_load(week)
    monotony, strain = round(load.monotony, 2), round(load.strain)
    return {"daily": list(load.daily), "total": load.total, "monotony": monotony, "strain": strain}


def week_from(documents: object) -> tuple[Week, date | None]:
    """Sessions of one Monday-to-Sunday week and its Monday; raises ProfileError naming the field."""
    if not isinstance(documents, list) or len(documents) > 50:
        raise ProfileError("sessions", "takes a list of at most 50 sessions")
    sessions: list[Session] = []
    monday: date | None = None
    for index, entry in enumerate(documents):
        field = f"sessions[{index}]"
        if not isinstance(entry, Mapping):
            raise ProfileError(field, "takes an object")
        day = iso_date(entry.get("date"), f"{field}.date")
        monday = monday or day - timedelta(days=day.weekday())
        if not 0 <= (day - monday).days < DAYS:
            raise ProfileError(f"{field}.date", "lies in another week than the first session")
        sessions.append(_session_from(entry, field, day.weekday(), f"s{index + 1}"))
    if len({s.id for s in sessions}) < len(sessions):
        raise ProfileError("sessions", "names each id once")
    return Week.of(sessions), monday


def _session_from(entry: Mapping[str, Any], field: str, day: int, name: str) -> Session:
    kind = _member(entry.get("kind"), Kind, f"{field}.kind")
    order = entry.get("order")
    if (order is not None) != (kind is Kind.COMBINED):
        raise ProfileError(f"{field}.order", "is set for combined sessions and for no other")
    session = Session(
        id=_text(entry.get("id", name), f"{field}.id"),
        day=day,
        start=clock_minutes(entry.get("start"), f"{field}.start"),
        kind=kind,
        order=_member(order, Order, f"{field}.order") if order is not None else None,
        **_parts(entry, kind, field),
    )
    session = with_locks(session, _locks(entry, field), locked=entry.get("locked") is True)
    if "minutes" in entry and entry["minutes"] != session.minutes:
        raise ProfileError(f"{field}.minutes", f"says {entry['minutes']!r:.20}, its parts add up to {session.minutes}")
    return _with_ends(session, entry, field)


def _locks(entry: Mapping[str, Any], field: str) -> list[Lock]:
    """The grains that are kept; left out or null they are none."""
    value = entry.get("locks")
    if value is not None and (not isinstance(value, list) or len(value) > len(Lock)):
        raise ProfileError(f"{field}.locks", f"takes a list of at most {len(Lock)} of {', '.join(Lock)}")
    return [_member(one, Lock, f"{field}.locks[{index}]") for index, one in enumerate(value or [])]


def _parts(entry: Mapping[str, Any], kind: Kind, field: str) -> Json:
    if kind is Kind.CIRCUIT:
        return _circuit_parts(entry, field)
    for name in ("run", "lift", "recovery"):
        if (entry.get(name) is not None) != (name in PARTS[kind]):
            verb = "is missing in" if name in PARTS[kind] else "has no place in"
            raise ProfileError(f"{field}.{name}", f"{verb} a session of kind {kind}")
    return {name: READ_PART[name](entry[name], f"{field}.{name}") for name in PARTS[kind]}


def _circuit_parts(entry: Mapping[str, Any], field: str) -> Json:
    """A circuit's running and lifting. Its minutes count as a whole: parts that do not add up to them have halves."""
    given = [entry[name].get("minutes", 0) for name in ("run", "lift") if isinstance(entry.get(name), Mapping)]
    total = entry.get("minutes", sum(m for m in given if isinstance(m, int)))
    minutes = _minutes({"minutes": total}, field)
    told = len(given) == len(("run", "lift")) and all(type(m) is int and m >= 0 for m in given)
    run = given[0] if told and sum(given) == minutes else minutes // 2
    return {"run": Run(Intensity.MODERATE, run), "lift": Lift(Region.FULL, Effort.MODERATE, minutes - run)}


def _with_ends(session: Session, entry: Mapping[str, Any], field: str) -> Session:
    """Warm-up and cool-down as given; left out they are what the work needs."""
    usual = with_warm_up(session)
    warm_up = _minutes(entry, f"{field}", "warm_up_minutes") if "warm_up_minutes" in entry else usual.warm_up
    cool_down = _minutes(entry, f"{field}", "cool_down_minutes") if "cool_down_minutes" in entry else usual.cool_down
    return replace(session, warm_up=warm_up, cool_down=cool_down)


def _part(value: object, field: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ProfileError(field, "takes an object")
    return value


def _run(value: object, field: str) -> Run:
    part = _part(value, field)
    return Run(_member(part.get("intensity"), Intensity, f"{field}.intensity"), _minutes(part, field))


def _lift(value: object, field: str) -> Lift:
    part = _part(value, field)
    region = _member(part.get("region"), Region, f"{field}.region")
    effort = _member(part.get("effort", Effort.MODERATE.value), Effort, f"{field}.effort")
    sets = part.get("sets")
    if sets is not None and (isinstance(sets, bool) or not isinstance(sets, int) or not 1 <= sets <= MOST_SETS):
        raise ProfileError(f"{field}.sets", f"takes a whole number of working sets from 1 to {MOST_SETS}")
    return Lift(region, effort, _minutes(part, field), sets)


def _recovery(value: object, field: str) -> Recovery:
    part = _part(value, field)
    activity = _text(part.get("activity"), f"{field}.activity")
    known = activity in {a.value for a in Activity}
    return Recovery(Activity(activity) if known else Activity.MOBILITY, _minutes(part, field))


READ_PART = {"run": _run, "lift": _lift, "recovery": _recovery}


def _minutes(part: Mapping[str, Any], field: str, name: str = "minutes") -> int:
    value = part.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1440:
        raise ProfileError(f"{field}.{name}", "takes a whole number of minutes from 0 to 1440")
    return value


def _member(value: object, kind: type[Any], field: str) -> Any:
    names = [member.value for member in kind]
    if not isinstance(value, str) or value not in names:
        raise ProfileError(field, f"takes one of {', '.join(names)}")
    return kind(value)


def _text(value: object, field: str) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 200:
        raise ProfileError(field, "takes a text of 1 to 200 characters")
    return value
