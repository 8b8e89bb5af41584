"""What the board says of a week as a whole: its phase, its orders, its recovery; each sentence once."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from planner.engine.domain import Session, Week
from planner.engine.vocabulary import Phase, Policy, System
from planner.engine.wording import day_and_name, hours, listed
from planner.telling import a_date
from planner.told import Told

SYSTEM_INSIDE = Told(
    {
        System.LEGS: gettext_noop("the legs"),
        System.UPPER: gettext_noop("the upper body"),
        System.AEROBIC: gettext_noop("the aerobic system"),
    }
)
POLICY_INSIDE = Told(
    {
        Policy.ALTERNATE: gettext_noop("in turn"),
        Policy.PRIORITY_FIRST: gettext_noop("goal first"),
        Policy.FINISH_WITH_FOCUS: gettext_noop("focus last"),
        Policy.LEAST_LIKED_FIRST: gettext_noop("least liked first"),
        Policy.MY_ORDER: gettext_noop("your own order"),
    }
)
LESS = gettext_noop("Less of everything: you rest into the race.")
LESS_AS_FAST = gettext_noop("Less of everything, as fast as before: you rest into the race.")
BUILD_HARD = gettext_noop("The hard runs come in, a little more from week to week.")
BUILD_EASY = gettext_noop("A little more from week to week; this one holds no hard run.")
CLEAN_REST = gettext_noop("Every hard session has its rest before and after.")
CLEAN = gettext_noop("No rule has anything to say about this week.")


def phase(phase: Phase, week: Week, has_race: bool) -> str:
    """What the phase means for the sessions that the week really holds; nothing in a steady or an empty week."""
    if not week.sessions:
        return ""
    hard = sum(session.is_hard for session in week.sessions)
    lifts = any(session.lift is not None for session in week.sessions)
    runs = any(session.run is not None for session in week.sessions)
    match phase:
        case Phase.BASE:
            return _base(hard, lifts)
        case Phase.BUILD:
            return _(BUILD_HARD if hard else BUILD_EASY)
        case Phase.SPECIFIC:
            return _at_race_pace(hard)
        case Phase.DELOAD:
            return _lighter(runs, lifts)
        case Phase.TAPER:
            return _(LESS_AS_FAST if hard else LESS)
        case Phase.RACE:
            return _race_week(hard, has_race)
    return ""


def _base(hard: int, lifts: bool) -> str:
    if hard:
        with_lifts = _("Mostly easy running and strength: the ground the race is run on.")
        return with_lifts if lifts else _("Mostly easy running: the ground the race is run on.")
    with_lifts = _("Easy running and strength: the ground the race is run on.")
    return with_lifts if lifts else _("Easy running: the ground the race is run on.")


def _lighter(runs: bool, lifts: bool) -> str:
    if runs and lifts:
        return _("Less running and half of the sets, so that the last weeks can take effect.")
    if runs:
        return _("Less running, so that the last weeks can take effect.")
    return _("Half of the sets, so that the last weeks can take effect.") if lifts else ""


def _race_week(hard: int, has_race: bool) -> str:
    if not hard:
        return _("Short and easy, then the race.") if has_race else _("Short and easy.")
    if has_race:
        return ngettext(
            "Short, with {number} hard run, then the race.", "Short, with {number} hard runs, then the race.", hard
        ).format(number=hard)
    return ngettext("Short, with {number} hard run.", "Short, with {number} hard runs.", hard).format(number=hard)


def _at_race_pace(hard: int) -> str:
    if not hard:
        return _("Hard runs are at the pace of your race now; this week holds none.")
    return ngettext("The hard run is at the pace of your race.", "The hard runs are at the pace of your race.", hard)


def not_reached(monday: date, first: date, last: date) -> str:
    """Why a plan from `first` to `last` has no week from `monday` on."""
    if monday > last:
        return _("Your plan reaches to {day} so far. A week is added with each one that passes.").format(
            day=a_date(last, "full")
        )
    if monday < first:
        return _("Your plan began on {day}.").format(day=a_date(first, "full"))
    return _("Your plan has nothing for this week.")


def target(policy: Policy, run_first: int, lift_first: int) -> str:
    """What the counts of orders are held against: "in turn", and where they are not "target 3 : 2"."""
    total = run_first + lift_first
    if policy is not Policy.ALTERNATE:
        return POLICY_INSIDE[policy]
    if total < 2:
        return ""
    if abs(run_first - lift_first) <= 1:
        return POLICY_INSIDE[policy]
    more, less = total - total // 2, total // 2
    first, second = (more, less) if run_first > lift_first else (less, more)
    return _("target {run_first} : {lift_first}").format(run_first=first, lift_first=second)


def starts_early(session: Session, left: Sequence[tuple[System, int]]) -> str:
    """A session that starts before systems it needs are ready; `left` are the minutes each still takes."""
    are, is_ = _("{session} starts {times} are ready."), _("{session} starts {times} is ready.")
    return _start(are if _many(left) else is_, session, left)


def starts_tired(session: Session, left: Sequence[tuple[System, int]]) -> str:
    """The same where no rule minds it."""
    are = _("{session} starts {times} are wholly ready: somewhat tired, within what the rules allow.")
    is_ = _("{session} starts {times} is wholly ready: somewhat tired, within what the rules allow.")
    return _start(are if _many(left) else is_, session, left)


def _many(left: Sequence[tuple[System, int]]) -> bool:
    return len(left) > 1 or left[0][0] is System.LEGS


def _start(message: str, session: Session, left: Sequence[tuple[System, int]]) -> str:
    named = [
        _("{hours} before {system}").format(hours=hours(minutes / 60), system=SYSTEM_INSIDE[system])
        for system, minutes in left
    ]
    return message.format(session=day_and_name(session), times=listed(named))


def clean(week: Week, is_rested: bool) -> str:
    """Why a week is clean, as far as its sessions bear it out; `is_rested`: none starts before it is recovered."""
    return _(CLEAN_REST if is_rested and any(session.is_key for session in week.sessions) else CLEAN)
