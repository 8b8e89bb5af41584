"""The week board: one week of a plan, its rules held against it, in words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from planner import clock, words
from planner.engine import week_load
from planner.engine.domain import DAYS, Athlete
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import Load
from planner.engine.vocabulary import Order, Phase, Status, Unit
from planner.intervals import Interval
from planner.models import Session
from planner.queries import cards
from planner.queries.ribbon import ribbon
from planner.records import Records
from planner.screens import Board, Day, Finding, Ledger, Tone


def board(records: Records, monday: date) -> Board:
    """The board of one week of the records, whose neighbours were read too. Raises NoWeek."""
    week = records.week(monday)
    sessions = records.in_truth(monday) or PlannedSessions()
    athlete = records.athlete.in_week(monday)
    # A week without a session is no training week: what it lacks is not held against it.
    evaluated = records.evaluation(monday).findings if sessions.sessions else ()
    findings = tuple(cards.finding(found, monday) for found in evaluated)
    hard = sum(found.severity == "hard" for found in findings)
    return Board(
        iso=clock.iso_of(monday),
        start=monday,
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        subtitle=_subtitle(records, monday, sessions),
        phase=words.PHASE[Phase(week.phase)][1],
        version=week.version,
        days=_days(records, monday, athlete, week_load(sessions), findings),
        ledger=_ledger(sessions),
        verdict=words.verdict(hard, len(findings) - hard) if sessions.sessions else words.NOTHING_PLANNED,
        tone=_tone(findings),
        findings=findings,
        changes=tuple(week.changes),
        previous_iso=_neighbour([start for start in records.weeks if start < monday][-1:]),
        next_iso=_neighbour([start for start in records.weeks if start > monday][:1]),
        is_this_week=clock.monday_of(records.today) == monday,
        undo_label=records.undo.label if records.undo else None,
        redo_label=records.redo.label if records.redo else None,
        ribbon=ribbon(sessions, records.context(monday)),
    )


def _neighbour(found: list[date]) -> str | None:
    return clock.iso_of(found[0]) if found else None


def _subtitle(records: Records, monday: date, sessions: PlannedSessions) -> str:
    """Phase, week of the plan, time: "Build, week 2 of 12 · 5 h 20"."""
    phase, _ = words.PHASE[Phase(records.week(monday).phase)]
    minutes = sum(session.minutes for session in sessions.sessions)
    race = records.athlete.race
    left = (clock.monday_of(race.date) - monday) // clock.ONE_WEEK if race else -1
    number = words.week_number(records.plan_week(monday), left if left >= 0 else None)
    return f"{phase}, {number} · {words.hours(minutes)}"


def _tone(findings: Sequence[Finding]) -> Tone:
    return findings[0].tone if findings else "ok"


def _ledger(sessions: PlannedSessions) -> Ledger:
    orders = tuple(session.order.value for session in sessions.combined if session.order)
    run_first = orders.count(Order.RUN_FIRST.value)
    lift_first = len(orders) - run_first
    return Ledger(orders, run_first, lift_first, words.ledger(run_first, lift_first))


def _days(
    records: Records, monday: date, athlete: Athlete, loads: Load, findings: Sequence[Finding]
) -> tuple[Day, ...]:
    heaviest, lost = max(loads.daily) or 1, records.lost(monday)
    rows: dict[date, list[Session]] = {}
    for row in sorted(records.sessions[monday], key=lambda row: (row.date, row.start, str(row.id))):
        rows.setdefault(row.date, []).append(row)
    return tuple(
        _day(
            rows.get(monday + timedelta(days=number), []),
            monday + timedelta(days=number),
            records.today,
            athlete,
            (loads.daily[number], heaviest),
            findings,
            lost[number],
            records.unit,
        )
        for number in range(DAYS)
    )


def _day(
    rows: Sequence[Session],
    day: date,
    today: date,
    athlete: Athlete,
    loads: tuple[float, float],
    findings: Sequence[Finding],
    lost: Sequence[Interval],
    unit: Unit,
) -> Day:
    """One column; `loads` are the day's own and the heaviest day's, in AU, `lost` what meetings take of it."""
    windows = athlete.windows_on(day.weekday())
    shown = tuple(cards.card(row, today, findings) for row in rows)
    return Day(
        date=day,
        name=f"{day:%a}",
        windows=_times((w.start, w.end) for w in windows),
        busy=_times(lost),
        is_today=day == today,
        is_past=day < today,
        minutes=sum(card.minutes for card in shown if card.status != Status.SKIPPED),
        load=round(loads[0]),
        load_percent=round(100 * loads[0] / loads[1]),
        cards=shown,
        findings=tuple(found for found in findings if day in found.dates and not found.sessions),
        rest_text=_rest_text(athlete, day, bool(windows), unit),
    )


def _times(spans: Iterable[Interval]) -> tuple[str, ...]:
    """Minutes of the day as times: "18:00–20:00"."""
    return tuple(words.between(clock.from_minutes(start), clock.end_from_minutes(end)) for start, end in spans)


def _rest_text(athlete: Athlete, day: date, is_free: bool, unit: Unit) -> str:
    """What a day without sessions says."""
    if athlete.race is not None and athlete.race.date == day:
        return words.race_day(athlete.race.distance_km, unit)
    return words.FREE_DAY if is_free else words.REST_DAY
