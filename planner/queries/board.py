"""The week board: one week of a plan, its rules held against it, in words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from planner import clock, week_words, words
from planner.engine import week_load
from planner.engine.domain import DAY_MINUTES, DAYS, Athlete
from planner.engine.domain import Session as Planned
from planner.engine.domain import Week as PlannedSessions
from planner.engine.vocabulary import Order, Phase, Policy, Unit
from planner.intervals import Interval
from planner.models import Session
from planner.queries import cards
from planner.queries.as_planned import as_planned
from planner.queries.ribbon import ribbon
from planner.queries.road import road
from planner.records import Records
from planner.screens import Board, Day, Finding, Ledger, Ribbon


def board(records: Records, monday: date) -> Board:
    """The board of one week of the records, whose neighbours were read too. Raises NoWeek."""
    week = records.week(monday)
    sessions = records.in_truth(monday) or PlannedSessions()
    athlete = records.athlete.in_week(monday)
    findings, quiet, recovery = _judged(records, monday, sessions)
    verdict = _verdict(findings) if sessions.sessions else _(words.NOTHING_PLANNED)
    return Board(
        iso=clock.iso_of(monday),
        start=monday,
        title=words.span(monday, monday + timedelta(days=DAYS - 1)),
        subtitle=_subtitle(records, monday, sessions),
        phase=week_words.phase(Phase(week.phase), sessions, _has_race(athlete, monday)),
        version=week.version,
        days=_days(records, monday, athlete, sessions, findings),
        ledger=_ledger(athlete, sessions),
        verdict=verdict,
        findings=findings,
        changes=tuple(week.changes),
        previous_iso=_neighbour([start for start in records.weeks if start < monday][-1:]),
        next_iso=_neighbour([start for start in records.weeks if start > monday][:1]),
        is_this_week=clock.monday_of(records.today) == monday,
        undo_label=records.undo.label if records.undo else None,
        redo_label=records.redo.label if records.redo else None,
        quiet=quiet,
        clean_text=week_words.clean(sessions, not (recovery and recovery.notes)),
        ribbon=recovery,
        as_planned=as_planned(records, monday, verdict),
        road=road(records, monday),
    )


def _judged(
    records: Records, monday: date, sessions: PlannedSessions
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], Ribbon | None]:
    """The findings that count, hard first, the quiet ones, and the ribbon; a week without a session has none."""
    evaluated = records.evaluation(monday).findings if sessions.sessions else ()
    told = cards.by_weight(cards.told(records, monday, evaluated), cards.holds_less(records, monday))
    return *told, ribbon(sessions, records.context(monday), _now(records, monday), evaluated)


def _verdict(findings: Sequence[Finding]) -> str:
    hard = sum(found.severity == "hard" for found in findings)
    return words.verdict(hard, len(findings) - hard)


def _has_race(athlete: Athlete, monday: date) -> bool:
    return athlete.race is not None and clock.monday_of(athlete.race.date) == monday


def _now(records: Records, monday: date) -> int | None:
    """The minute of the week that it is; None in any other week."""
    now = clock.local_now(records.profile.timezone)
    days = (now.date() - monday).days
    return days * DAY_MINUTES + now.hour * 60 + now.minute if 0 <= days < DAYS else None


def _neighbour(found: list[date]) -> str | None:
    return clock.iso_of(found[0]) if found else None


def _subtitle(records: Records, monday: date, sessions: PlannedSessions) -> str:
    """Phase, week of the plan, time: "Build, week 2 of 12 · 5 h 20"."""
    phase = words.PHASE[Phase(records.week(monday).phase)]
    minutes = sum(session.minutes for session in sessions.sessions)
    race = records.athlete.race
    left = (clock.monday_of(race.date) - monday) // clock.ONE_WEEK if race else -1
    number = words.week_number(records.plan_week(monday), left if left >= 0 else None)
    return f"{phase}, {number} · {words.hours(minutes)}"


def _ledger(athlete: Athlete, sessions: PlannedSessions) -> Ledger:
    orders = tuple(session.order.value for session in sessions.combined if session.order)
    run_first = orders.count(Order.RUN_FIRST.value)
    lift_first = len(orders) - run_first
    return Ledger(
        orders,
        run_first,
        lift_first,
        words.ledger(run_first, lift_first),
        week_words.target(athlete.order_policy, run_first, lift_first),
        athlete.order_policy is Policy.ALTERNATE and abs(run_first - lift_first) > 1,
    )


def _days(
    records: Records, monday: date, athlete: Athlete, sessions: PlannedSessions, findings: Sequence[Finding]
) -> tuple[Day, ...]:
    loads = week_load(sessions).daily
    minutes = [sum(session.minutes for session in day) for day in sessions.by_day]
    most = max(loads) or 1, max(minutes) or 1
    dates = [monday + timedelta(days=number) for number in range(DAYS)]
    today, lost = records.today, records.lost(monday)
    shown = [tuple(cards.card(row, today, findings) for row in _rows(records, day)) for day in dates]
    return tuple(
        Day(
            date=day,
            name=words.short_weekday(day.weekday()),
            windows=_times((one.start, one.end) for one in athlete.windows_on(day.weekday())),
            busy=_times(lost[number]),
            is_today=day == today,
            is_past=day < today,
            minutes=minutes[number],
            minutes_percent=round(100 * minutes[number] / most[1]),
            load=round(loads[number]),
            load_percent=round(100 * loads[number] / most[0]),
            is_hard=any(map(_is_hard, sessions.by_day[number])),
            cards=shown[number],
            marks=tuple(band.modality for card in shown[number] for band in card.bands),
            findings=tuple(found for found in findings if day in found.dates and not found.sessions),
            rest_text=_rest_text(athlete, day, records.unit),
            is_race=athlete.race is not None and athlete.race.date == day,
        )
        for number, day in enumerate(dates)
    )


def _rows(records: Records, day: date) -> list[Session]:
    """The sessions of a day in time order."""
    rows = (row for row in records.sessions[clock.monday_of(day)] if row.date == day)
    return sorted(rows, key=lambda row: (row.start, str(row.id)))


def _is_hard(session: Planned) -> bool:
    """Whether the session makes its day a hard one."""
    return session.is_hard or (session.lift is not None and session.lift.is_heavy_leg)


def _times(spans: Iterable[Interval]) -> tuple[str, ...]:
    """Minutes of the day as times: "18:00–20:00"."""
    return tuple(f"{clock.from_minutes(start)}–{clock.end_from_minutes(end)}" for start, end in spans)


def _rest_text(athlete: Athlete, day: date, unit: Unit) -> str:
    """What a day without sessions says."""
    if athlete.race is not None and athlete.race.date == day:
        return words.race_day(athlete.race.distance_km, unit)
    return words.no_session(is_free=bool(athlete.windows_on(day.weekday())))
