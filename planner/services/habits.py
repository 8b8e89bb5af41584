"""Habits: two equal moves in a row are asked about once, and one click makes them a wish for the weeks to come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from planner import clock, session_words
from planner.engine.domain import Session as Planned
from planner.engine.vocabulary import Intensity
from planner.records import Records, read
from planner.services import planning
from planner.services.outcome import Outcome, Refused, check_version
from planner.services.snapshots import snapshot
from planner.services.steps import commit

LONG_RUN, REST, NEITHER = "long_run", "rest", "neither"


@dataclass(frozen=True, slots=True)
class Habit:
    """What two equal moves in a row would make a wish: `wish` says which, `day` the weekday (0 Monday) it is about."""

    wish: str
    day: int

    @property
    def key(self) -> str:
        """Names it in a form and among what was asked: "long_run 5"."""
        return f"{self.wish} {self.day}"

    @classmethod
    def of(cls, key: str) -> "Habit":
        """The habit of that key; ValueError where there is none."""
        wish, _gap, day = key.partition(" ")
        if wish not in (LONG_RUN, REST, NEITHER) or day not in set("0123456"):
            raise ValueError(key)
        return cls(wish, int(day))


def name_of_move(session: Planned, to: int) -> str:
    """A move to another weekday as a step keeps it: what, to and from; empty where the weekday stays."""
    if session.day == to:
        return ""
    run = session.run.intensity.value if session.run else "-"
    lift = session.lift.region.value if session.lift else "-"
    return f"{session.kind.value} {run} {lift} {to} {session.day}"


def habit_after(records: Records, monday: date, moved: str) -> Habit | None:
    """The habit to ask about after that move of a session of the week from `monday`, and note that it was asked.

    None where the move before was another, where the wish stands already, or where it was asked before.
    """
    if not moved:
        return None
    now, before = moved.split(), (records.last_moved or "").split()
    if now[:4] != before[:4]:
        return None
    habit = _habit(records, monday, now, before)
    if habit is None or habit.key in records.plan.asked:
        return None
    records.plan.asked = [*records.plan.asked, habit.key]
    records.plan.save(update_fields=["asked"])
    return habit


def _habit(records: Records, monday: date, now: list[str], before: list[str]) -> Habit | None:
    """What the two moves say: a day for the long run, a day without training, or nothing that goals can hold."""
    athlete, to, origin = records.athlete, int(now[3]), int(now[4])
    if now[1] == Intensity.LONG:
        return None if athlete.long_run_weekday == to else Habit(LONG_RUN, to)
    is_empty = all(row.date.weekday() != origin for row in records.sessions[monday])
    if now[4] == before[4] and is_empty and origin not in athlete.rest_weekdays:
        return Habit(REST, origin)
    return Habit(NEITHER, to)


@transaction.atomic
def keep_habit(*, user: Any, monday: date, version: int, habit: str) -> Outcome:
    """Make a habit a wish: the answers get it, and the weeks after the shown and this one are planned anew with it.

    `habit` is its key. One step, which undo takes back with the answers. Raises Refused, Stale, NoPlan, NoWeek.
    """
    records = read(user, monday, lock=True)
    check_version(records, monday, version)
    kept = Habit.of(habit)
    if kept.wish == NEITHER:
        raise Refused(_("Goals hold a day for the long run and days without training alone."))
    first = max(monday, clock.monday_of(records.today)) + clock.ONE_WEEK
    ahead = [start for start in records.weeks if start >= first]
    records = read(user, monday, *ahead)
    answers = records.profile.answers
    before = snapshot(records, [monday, *ahead]) | {"answers": answers}
    records.take_answers(answers | _wished(answers, kept))
    records.profile.save(update_fields=["answers", "updated_at"])
    if ahead:
        planning.plan_ahead(records, ahead, records.today)
    commit(records, before, session_words.habit_label(kept.wish, kept.day))
    return Outcome(session_words.habit_done(kept.wish, kept.day), records)


def leave_habit(*, user: Any, monday: date, version: int) -> Outcome:
    """Leave a habit what it is; nothing is changed, whichever version the page shows. Raises NoPlan, NoWeek."""
    records = read(user, monday)
    return Outcome(_("Left as it is. It is not asked again."), records)


def _wished(answers: dict[str, Any], habit: Habit) -> dict[str, Any]:
    if habit.wish == LONG_RUN:
        return {"long_run_weekday": habit.day}
    return {"rest_weekdays": sorted({*answers.get("rest_weekdays", []), habit.day})}
