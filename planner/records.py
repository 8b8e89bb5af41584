"""One person's plan around one week, read in a fixed number of queries and changed in memory."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q

from planner import clock, mapping
from planner.busy_windows import Taken, lost_on
from planner.engine import Block, Context, evaluate, week_facts
from planner.engine.domain import DAYS, Athlete, PastWeek
from planner.engine.domain import Session as Planned
from planner.engine.domain import Week as PlannedSessions
from planner.engine.results import Evaluation
from planner.engine.vocabulary import Phase, Unit
from planner.intervals import Interval
from planner.models import BusyCalendar, Plan, Preferences, Profile, Session, Week
from planner.plan_rows import PEOPLE, SECRET, hold, weeks_of

PAST_WEEKS = 12  # that later weeks are held against, at the most


class NoPlan(Exception):
    """The person has not told any goals yet."""


class NoWeek(Exception):
    """The plan has no such week, or no such session."""


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step that can be undone or redone."""

    number: int
    label: str


@dataclass
class Records:
    """The plan, its weeks by Monday, the sessions of some of them by Monday, what can be undone and redone."""

    plan: Plan
    profile: Profile
    weeks: dict[date, Week]
    sessions: dict[date, list[Session]]
    undo: StepMark | None = None
    redo: StepMark | None = None
    turns: dict[UUID, Session] = field(default_factory=dict)  # last combined ones of weeks that were not read
    busy: BusyCalendar | None = None  # without its address
    reach: tuple[date, date] = (date.min, date.min)  # the days of the weeks that were read, the last excluded
    moved: list[tuple[datetime, datetime]] = field(default_factory=list)  # local hours before and after, once written
    last_moved: str | None = None  # to another weekday, as the step before names it; told with the lock
    judged: tuple[tuple[Athlete, PlannedSessions, Context], Evaluation] | None = None  # what was evaluated last
    reader: dict[str, Any] | None = None  # of the slow calendar programs the one that read last; told with the lock

    @cached_property
    def athlete(self) -> Athlete:
        """The person in the engine's terms, free where no meeting of their own calendar is."""
        return mapping.athlete_of(self.profile, self.taken)

    @cached_property
    def taken(self) -> Taken:
        """What the person's own calendar takes of each date of the weeks that were read."""
        return mapping.taken_by(self.busy, self.profile.timezone, *self.reach)

    def lost(self, monday: date) -> tuple[list[Interval], ...]:
        """What the person's own calendar takes of the free hours of each day of a week, in minutes of the day."""
        days = [monday + timedelta(days=number) for number in range(DAYS)]
        if not any(day in self.taken for day in days):
            return tuple([] for _ in days)
        unhindered = mapping.athlete_of(self.profile)
        return tuple(lost_on(unhindered, self.taken, day) for day in days)

    def take_answers(self, answers: dict[str, Any]) -> None:
        """Change the person's answers in memory; who the athlete is is worked out anew from them."""
        self.profile.answers = answers
        self.__dict__.pop("athlete", None)

    @property
    def today(self) -> date:
        """The person's date."""
        return clock.today(self.profile.timezone)

    @property
    def unit(self) -> Unit:
        """What the person's distances and paces are told in."""
        return mapping.unit_of(self.plan)

    def week(self, monday: date) -> Week:
        """The week's row; NoWeek where the plan has none."""
        try:
            return self.weeks[monday]
        except KeyError:
            raise NoWeek(monday) from None

    def session(self, session_id: UUID) -> Session:
        """A session of the weeks that were read; NoWeek where none of them has it."""
        for rows in self.sessions.values():
            for row in rows:
                if row.id == session_id:
                    return row
        raise NoWeek(session_id)

    def in_truth(self, monday: date) -> PlannedSessions | None:
        """The week in the engine's terms; None where the plan does not have it."""
        return mapping.week_of(self.sessions[monday]) if monday in self.sessions else None

    def context(self, monday: date) -> Context:
        """What surrounds a week whose neighbours were read too."""
        return Context(
            before=self.in_truth(monday - clock.ONE_WEEK),
            after=self.in_truth(monday + clock.ONE_WEEK),
            plan_week=self.plan_week(monday),
            start=monday,
            past=self.past(monday),
            last_combined=self.last_combined(monday),
            routine=self._routine(monday),
        )

    def _routine(self, monday: date) -> PlannedSessions | None:
        """The last loading week before this one, as far as weeks were read: a lighter one is no routine."""
        earlier = (start for start, row in self.weeks.items() if start < monday and row.loading)
        return next((self.in_truth(start) for start in sorted(earlier, reverse=True)[:1]), None)

    def last_combined(self, monday: date) -> Planned | None:
        """The last combined session before the week that precedes this one, whose neighbours were read too."""
        for start in sorted((start for start in self.weeks if start < monday - clock.ONE_WEEK), reverse=True):
            week, turn = self.in_truth(start), _turn(self.weeks[start])
            if week is None and turn in self.turns:
                return mapping.planned(self.turns[turn])
            if week is not None and week.combined:
                return week.combined[-1]
        return None

    def past(self, monday: date) -> tuple[PastWeek, ...]:
        """What the weeks before one held, as facts; one that began late is no measure, one without a row is empty."""
        whole = [start for start in self.weeks if (self.plan.first_day or self.plan.started_on) <= start < monday]
        if not whole:
            return ()
        count = min((monday - min(whole)) // clock.ONE_WEEK, PAST_WEEKS)
        return tuple(self._facts(monday - number * clock.ONE_WEEK) for number in range(count, 0, -1))

    def _facts(self, monday: date) -> PastWeek:
        """A week's facts: from its sessions where they were read, else as the database sums them up."""
        row, sessions = self.weeks.get(monday), self.in_truth(monday)
        if row is None:
            return PastWeek()
        if sessions is not None:
            return week_facts(sessions, Phase(row.phase))
        sums = vars(row)
        return PastWeek(sums["run_sum"] or 0, sums["run_longest"] or 0, sums["set_sum"] or 0, Phase(row.phase))

    def evaluation(self, monday: date) -> Evaluation:
        """A week whose neighbours were read too, held against the rules: once for as long as it stays as it is."""
        asked = self.athlete.in_week(monday), self.in_truth(monday) or PlannedSessions(), self.context(monday)
        if self.judged is None or self.judged[0] != asked:
            self.judged = asked, evaluate(*asked)
        return self.judged[1]

    def plan_week(self, monday: date) -> int:
        """Which week of the plan this is, from 1."""
        return self.plan.number_of(monday)

    def steps(self, row: Session, unit: Unit = Unit.KM) -> tuple[Block, ...]:
        """A session of a week that was read, step by step; distances and paces in `unit`."""
        monday = clock.monday_of(row.date)
        return mapping.steps_of(self.athlete.in_week(monday), row, self.plan, self.week(monday), unit)

    def moment(self, monday: date) -> tuple[int, int] | None:
        """The weekday and the minute of the day it is for the person; None where today is in another week."""
        now = clock.local_now(self.profile.timezone)
        return (now.weekday(), now.hour * 60 + now.minute) if clock.monday_of(now.date()) == monday else None

    def closed_days(self, monday: date) -> frozenset[int]:
        """The weekdays of a week that are over."""
        return clock.days_before(self.today, monday)


def _plan_without_weeks(user: Any) -> Plan:
    """A plan that has no week yet. Raises NoPlan where there is none at all."""
    plan = Plan.objects.select_related(*PEOPLE).filter(user=user).defer(*SECRET).first()
    if plan is None:
        raise NoPlan
    return plan


def _shared(user: Any, plan: Plan) -> Plan:
    """The plan, after who asks was given the preferences read with it: whatever tells hours asks them for these."""
    link = Preferences._meta.get_field("user").remote_field
    link.set_cached_value(user, link.get_cached_value(plan.user, default=None))
    return plan


def monday_of(user: Any, session_id: UUID) -> date:
    """The week of a person's session; NoWeek where the session is nobody's or somebody else's."""
    own = Session.objects.filter(pk=session_id, week__plan__user=user)
    monday = own.values_list("week__start", flat=True).first()
    if monday is None:
        raise NoWeek(session_id)
    return monday


def _turn(week: Week) -> Any:
    """The id of a week's last combined session as the database has it; None where it has none."""
    return vars(week).get("turn")


def _turns_before(mondays: Iterable[date], weeks: dict[date, Week], read_too: Collection[date]) -> set[UUID]:
    """For each Monday the last combined session among the earlier weeks that are not read whole."""
    found = set()
    for monday in mondays:
        turns = [(start, _turn(week)) for start, week in weeks.items() if start < monday and start not in read_too]
        found |= {turn for _, turn in sorted((one for one in turns if one[1]), reverse=True)[:1] if turn}
    return found


def read(user: Any, *mondays: date, lock: bool = False) -> Records:
    """The plan of `user` with the weeks of these Mondays, or this week, and their neighbours, in two queries.

    With `lock`, inside a transaction, nobody else changes the plan meanwhile, for one query more where rows are locked.
    Raises NoPlan.
    """
    if lock:
        hold(user)
    here = [*mondays] or [clock.monday_of(clock.now().date())]  # of the person's date it is known in the query
    near = {monday + offset * clock.ONE_WEEK for monday in here for offset in (-2, -1, 0, 1, 2)}
    found = weeks_of(user, near, lock)
    plan = _shared(user, found[0].plan if found else _plan_without_weeks(user))
    weeks: dict[date, Week] = {week.start: week for week in found}
    mondays = mondays or (clock.monday_of(clock.today(plan.user.profile.timezone)),)
    wanted = {monday + offset * clock.ONE_WEEK for monday in mondays for offset in (-1, 0, 1)}
    for start in wanted & weeks.keys():
        weeks[start].planned = vars(weeks[start])["told"]
    names = {week.pk: start for start, week in weeks.items() if start in wanted}
    sessions: dict[date, list[Session]] = {start: [] for start in names.values()}
    turns: dict[UUID, Session] = {}
    for session in Session.objects.filter(Q(week__in=names) | Q(pk__in=_turns_before(mondays, weeks, sessions))):
        if session.week_id in names:
            sessions[names[session.week_id]].append(session)
        else:
            turns[session.pk] = session
    seen = vars(found[0]) if found else {}
    undo, redo = (StepMark(**mark) if mark else None for mark in (seen.get("undo"), seen.get("redo")))
    busy, reach = getattr(plan.user, "busy_calendar", None), (min(wanted), max(wanted) + clock.ONE_WEEK)
    told: dict[str, Any] = {"last_moved": seen.get("moved"), "reader": seen.get("reader")}
    return Records(plan, plan.user.profile, weeks, sessions, undo, redo, turns, busy, reach, **told)
