"""Every word about sessions and weeks that the screens show beside the engine's own sentences, each once."""

import re
from collections.abc import Sequence

from planner.engine import wording
from planner.engine.domain import Lift, Session
from planner.engine.vocabulary import (
    Arrangement,
    Effort,
    Equipment,
    Goal,
    Intensity,
    Kind,
    Level,
    Lock,
    Modality,
    Order,
    Phase,
    Policy,
    Region,
    Severity,
    Split,
    System,
    Unit,
    Verdict,
)
from planner.engine.wording import WEEKDAYS as WEEKDAYS
from planner.engine.wording import capital, session_name
from planner.telling import day as day
from planner.telling import span as span


def lower(text: str) -> str:
    """The text as it stands inside a sentence."""
    return text[0].lower() + text[1:]


RUN_DETAIL = {
    Intensity.EASY: "Easy, talk pace",
    Intensity.MODERATE: "Steady",
    Intensity.HARD: "Hard",
    Intensity.LONG: "Long, easy",
}
LIFT_DETAIL = {Region.UPPER: "Upper body", Region.LOWER: "Lower body", Region.FULL: "Full body"}
EFFORT_DETAIL = {Effort.LIGHT: ", light", Effort.MODERATE: "", Effort.HEAVY: ", heavy"}
ACTIVITY = {activity: capital(name) for activity, name in wording.ACTIVITIES.items()}
KIND = {
    Kind.RUN_ONLY: "Run",
    Kind.LIFT_ONLY: "Lift",
    Kind.COMBINED: "Run and lift",
    Kind.CIRCUIT: "Run-lift circuit",
    Kind.RECOVERY: "Recovery",
}
ADDABLE: list[tuple[str, list[tuple[str, str]]]] = [
    ("Run", [(term.value, capital(name)) for term, name in wording.RUNS.items()]),
    ("Lift", [(term.value, capital(name)) for term, name in wording.REGIONS.items()]),
    (
        "Both",
        [
            (Order.RUN_FIRST.value, "Easy run, then lift"),
            (Order.LIFT_FIRST.value, "Lift, then easy run"),
            (Kind.CIRCUIT.value, KIND[Kind.CIRCUIT]),
        ],
    ),
    ("Recovery", [(term.value, name) for term, name in ACTIVITY.items()]),
]  # what a person can add to a week: the terms are told apart by their values
ORDER = {Order.RUN_FIRST: "Run first", Order.LIFT_FIRST: "Lift first"}
GOAL = {
    Goal.ENDURANCE: "Endurance",
    Goal.SPEED: "Speed",
    Goal.STRENGTH: "Strength",
    Goal.MUSCLE: "Muscle",
    Goal.FAT_LOSS: "Fat loss",
    Goal.GENERAL: "General fitness",
}
GOAL_LINE = {
    Goal.ENDURANCE: "Run longer, with the strength to hold form.",
    Goal.SPEED: "Run faster: hard runs come fresh.",
    Goal.STRENGTH: "Lift more, and keep a running base.",
    Goal.MUSCLE: "Build muscle; runs stay short and easy.",
    Goal.FAT_LOSS: "Move more, and lift to keep your muscle.",
    Goal.GENERAL: "A bit of everything, in balance.",
}
LEVEL = {
    Level.BEGINNER: "New, or under six months",
    Level.INTERMEDIATE: "Six months to two years",
    Level.ADVANCED: "Over two years",
}
POLICY = {
    Policy.ALTERNATE: "Take turns",
    Policy.PRIORITY_FIRST: "Goal first",
    Policy.FINISH_WITH_FOCUS: "Finish with the focus",
    Policy.LEAST_LIKED_FIRST: "Least liked first",
    Policy.MY_ORDER: "My own order",
}
ARRANGEMENT = {
    Arrangement.AUTO: "As it fits best",
    Arrangement.COMBINED: "Together in one session",
    Arrangement.SEPARATE: "On days of their own",
    Arrangement.TWO_A_DAY: "Twice a day, hours apart",
}
SPLIT = {
    Split.AUTO: "As it fits best",
    Split.FULL_BODY: "Whole body each time",
    Split.UPPER_LOWER: "Upper and lower in turn",
}
EQUIPMENT = {
    Equipment.BODYWEIGHT: "Bodyweight",
    Equipment.BANDS: "Bands",
    Equipment.DUMBBELLS: "Dumbbells",
    Equipment.KETTLEBELL: "Kettlebell",
    Equipment.BARBELL: "Barbell",
    Equipment.MACHINES: "Machines",
    Equipment.TREADMILL: "Treadmill",
}
SEVERITY = {Severity.HARD: "Never broken by the planner", Severity.SOFT: "Weighed against the others"}
MODALITY = {Modality.RUN: "Running", Modality.LIFT: "Lifting"}
LOCK = {
    Lock.DAY: "Day",
    Lock.HOUR: "Hour",
    Lock.ORDER: "Order",
    Lock.CONTENT: "Content",
}
UNIT = {Unit.KM: "Kilometres", Unit.MI: "Miles"}
CIRCUIT_DETAIL = "Run and lift in rounds"
STAGE = {
    "warm_up": "Warm-up",
    "run": "Run",
    "lift": "Lift",
    "recovery": "Recover",
    "change": "Change",
    "cool_down": "Cool-down",
}
VERDICT = {Verdict.OK: "Fits", Verdict.CAUTION: "Caution", Verdict.BREAKS: "Breaks a rule"}
BY_EXCHANGE = "Fits by exchange"
NOT_POSSIBLE = "Not possible"
NO_OTHER_CHANGE = "No other change helps."
REASON_HEADING = {"exists": "Why it exists", "day": "Why this day", "order": "Why this order"}

SYSTEM = {System.LEGS: "Legs", System.UPPER: "Upper body", System.AEROBIC: "Aerobic"}
PHASE = {
    Phase.STEADY: "Steady",
    Phase.BASE: "Base",
    Phase.BUILD: "Build",
    Phase.SPECIFIC: "Race pace",
    Phase.DELOAD: "Lighter week",
    Phase.TAPER: "Taper",
    Phase.RACE: "Race week",
}
REST_DAY = "Rest day"
FREE_DAY = "Free day"
CLEAN = "Clean week"
NOTHING_PLANNED = "Nothing planned"
PROVEN = "No other week of these sessions is better: proven."
BEST_FOUND = "The best week found; a better one is not ruled out."
LEFT_OUT = "left out"
NOT_PLANNED = "not planned"


def lift_detail(lift: Lift) -> str:
    """What a lift trains: "Lower body, heavy"."""
    return LIFT_DETAIL[lift.region] + EFFORT_DETAIL[lift.effort]


def title(session: Session) -> str:
    """A session as a heading: "Easy run then upper-body lift"."""
    return capital(session_name(session))


def total(session: Session) -> str:
    """A session's minutes and where they go: "65 min in all: run 35, lift 30, warm-up and cool-down inside"."""
    whole = f"{session.minutes} min in all"
    if session.kind is not Kind.COMBINED or session.run is None or session.lift is None:
        return whole
    parts = [f"run {session.run.minutes}", f"lift {session.lift.minutes}"]
    if session.order is Order.LIFT_FIRST:
        parts.reverse()
    return f"{whole}: {', '.join(parts)}, warm-up and cool-down inside"


NO_BREAK_SPACE, WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
_INSIDE = re.compile(r"(?<=[\d×]) (?=[\d×/]|(?:min|h|s|km|of|reps?)\b|%)|(?<=RIR) |(?<=of) (?=\d)")
LONGEST_HEAD = 20


def unbroken(text: str) -> str:
    """A sentence whose doses and ranges stay on one line: "3 × 8–12", "2–3 reps", "6:20–6:55 /km"."""
    return re.sub(r"(?<=\d)–(?=\d)", f"–{WORD_JOINER}", _INSIDE.sub(NO_BREAK_SPACE, text))


def head_of(text: str) -> tuple[str, str]:
    """What a step is and how it is done: "Squat" and "goblet squat, 3 × 8–12."; most sentences have no such head."""
    head, colon, rest = text.partition(": ")
    return (head, rest) if colon and len(head) <= LONGEST_HEAD else ("", text)


def hours(minutes: int) -> str:
    """A sum of minutes: "5 h 20", "45 min"."""
    return f"{minutes // 60} h {minutes % 60:02}" if minutes >= 60 else f"{minutes} min"


def sources(text: str) -> list[str]:
    """The names in a rule's source: "Seiler 2010; convention" has two."""
    return [name for name in re.split(r"[;,] ", text) if name]


def ledger(run_first: int, lift_first: int) -> str:
    """The count of orders: "3 run-first, 2 lift-first"."""
    return f"{run_first} run-first, {lift_first} lift-first"


def verdict(hard: int, soft: int) -> str:
    """The week in three words: "Clean week", "2 things to know", "1 rule broken"."""
    if hard:
        return f"{hard} rule{'s' if hard > 1 else ''} broken"
    if soft:
        return f"{soft} thing{'s' if soft > 1 else ''} to know"
    return CLEAN


def race_day(kilometres: float, unit: Unit = Unit.KM) -> str:
    """What the day of a race says: "Race day, 21.1 km", "Race day, 13.1 mi"."""
    return (
        f"Race day, {round(kilometres * 1000 / unit.metres, 1) if unit is not Unit.KM else kilometres:g} {unit.value}"
    )


def week_number(number: int, weeks_left: int | None) -> str:
    """Which week of the plan, and of how many where a race is ahead: "week 3 of 12"."""
    return f"week {number}" if weeks_left is None else f"week {number} of {number + weeks_left}"


def locked(names: Sequence[str]) -> str:
    """Which grains of a session are kept: "day locked", "hour and order locked"; empty where none is."""
    return f"{wording.listed(list(names))} locked" if names else ""


def circuits_hold(circuits: int, name: str) -> str:
    """Where no runs or lifts were asked for but circuits, which hold both, it is said."""
    which = "Your circuit is" if circuits == 1 else f"Your {circuits} circuits are"
    return f"You asked for no {name} of their own. {which} a run and a lift in one all the same."


def longest_run_taken(minutes: int) -> str:
    """How long a run may be where nobody told of a longest one."""
    return f"You have not told your longest run of late, so no run of this week is longer than {minutes} min."
