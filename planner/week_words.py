"""What the board says of a week as a whole: its phase, its orders, its recovery; each sentence once."""

from collections.abc import Sequence
from datetime import date

from planner.engine.domain import Session, Week
from planner.engine.vocabulary import Phase, Policy, System
from planner.engine.wording import counted, day_and_name, hours, listed
from planner.telling import a_date

SYSTEM_INSIDE = {System.LEGS: "the legs", System.UPPER: "the upper body", System.AEROBIC: "the aerobic system"}
POLICY_INSIDE = {
    Policy.ALTERNATE: "in turn",
    Policy.PRIORITY_FIRST: "goal first",
    Policy.FINISH_WITH_FOCUS: "focus last",
    Policy.LEAST_LIKED_FIRST: "least liked first",
    Policy.MY_ORDER: "your own order",
}
BUILD_HARD = "The hard runs come in, a little more from week to week."
BUILD_EASY = "A little more from week to week; this one holds no hard run."
CLEAN_REST = "Every hard session has its rest before and after."
CLEAN = "No rule has anything to say about this week."


def phase(phase: Phase, week: Week, has_race: bool) -> str:
    """What the phase means for the sessions that the week really holds; nothing in a steady or an empty week."""
    if not week.sessions:
        return ""
    hard = sum(session.is_hard for session in week.sessions)
    lifts = any(session.lift is not None for session in week.sessions)
    runs = any(session.run is not None for session in week.sessions)
    match phase:
        case Phase.BASE:
            return f"{_base(hard, lifts)}: the ground the race is run on."
        case Phase.BUILD:
            return BUILD_HARD if hard else BUILD_EASY
        case Phase.SPECIFIC:
            return _at_race_pace(hard)
        case Phase.DELOAD:
            less = [*(["less running"] if runs else []), *(["half of the sets"] if lifts else [])]
            return f"{listed(less).capitalize()}, so that the last weeks can take effect." if less else ""
        case Phase.TAPER:
            return f"Less of everything{', as fast as before' if hard else ''}: you rest into the race."
        case Phase.RACE:
            shape = f"Short, with {counted(hard, 'hard run')}" if hard else "Short and easy"
            return f"{shape}, then the race." if has_race else f"{shape}."
    return ""


def _base(hard: int, lifts: bool) -> str:
    running = "Mostly easy running" if hard else "Easy running"
    return f"{running} and strength" if lifts else running


def _at_race_pace(hard: int) -> str:
    if not hard:
        return "Hard runs are at the pace of your race now; this week holds none."
    return f"The hard run{'s are' if hard > 1 else ' is'} at the pace of your race."


def not_reached(monday: date, first: date, last: date) -> str:
    """Why a plan from `first` to `last` has no week from `monday` on."""
    if monday > last:
        return f"Your plan reaches to {a_date(last, 'full')} so far. A week is added with each one that passes."
    if monday < first:
        return f"Your plan began on {a_date(first, 'full')}."
    return "Your plan has nothing for this week."


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
    return f"target {more} : {less}" if run_first > lift_first else f"target {less} : {more}"


def starts_early(session: Session, left: Sequence[tuple[System, int]]) -> str:
    """A session that starts before systems it needs are ready; `left` are the minutes each still takes."""
    named = [f"{hours(minutes / 60)} before {SYSTEM_INSIDE[system]}" for system, minutes in left]
    many = len(left) > 1 or left[0][0] is System.LEGS
    return f"{day_and_name(session)} starts {listed(named)} {'are' if many else 'is'} ready."


def clean(week: Week, is_rested: bool) -> str:
    """Why a week is clean, as far as its sessions bear it out; `is_rested`: none starts before it is recovered."""
    return CLEAN_REST if is_rested and any(session.is_key for session in week.sessions) else CLEAN
