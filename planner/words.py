"""Every word about sessions and weeks that the screens show beside the engine's own sentences, each once."""

from datetime import date

from planner.engine.domain import Lift, Session
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Order, Region
from planner.engine.wording import session_name

RUN_DETAIL = {
    Intensity.EASY: "Easy, talk pace",
    Intensity.MODERATE: "Steady",
    Intensity.HARD: "Intervals",
    Intensity.LONG: "Long, easy",
}
LIFT_DETAIL = {Region.UPPER: "Upper body", Region.LOWER: "Lower body", Region.FULL: "Full body"}
EFFORT_DETAIL = {Effort.LIGHT: ", light", Effort.MODERATE: "", Effort.HEAVY: ", heavy"}
ACTIVITY = {
    Activity.WALK: "Brisk walk",
    Activity.YOGA: "Yoga",
    Activity.STRETCHING: "Stretching",
    Activity.MOBILITY: "Mobility",
    Activity.EASY_SPIN: "Easy spin",
}
KIND = {
    Kind.RUN_ONLY: "Run",
    Kind.LIFT_ONLY: "Lift",
    Kind.COMBINED: "Run and lift",
    Kind.CIRCUIT: "Run-lift circuit",
    Kind.RECOVERY: "Recovery",
}
ORDER = {Order.RUN_FIRST: "Run first", Order.LIFT_FIRST: "Lift first"}
CIRCUIT_DETAIL = "Run and lift in rounds"
REASON_HEADING = {"exists": "Why it exists", "day": "Why this day", "order": "Why this order"}

REST_DAY = "Rest day"
FREE_DAY = "Free day"
CLEAN = "Clean week"


def lift_detail(lift: Lift) -> str:
    """What a lift trains: "Lower body, heavy"."""
    return LIFT_DETAIL[lift.region] + EFFORT_DETAIL[lift.effort]


def title(session: Session) -> str:
    """A session as a heading: "Easy run then upper-body lift"."""
    text = session_name(session)
    return text[0].upper() + text[1:]


def hours(minutes: int) -> str:
    """A sum of minutes: "5 h 20", "45 min"."""
    return f"{minutes // 60} h {minutes % 60:02}" if minutes >= 60 else f"{minutes} min"


def day(value: date) -> str:
    """A day in a sentence: "Tuesday 1 December"."""
    return f"{value:%A} {value.day} {value:%B}"


def span(first: date, last: date) -> str:
    """Two days and what lies between: "30 Nov – 6 Dec"."""
    return f"{first.day} {first:%b} – {last.day} {last:%b}"


def between(start: str, end: str) -> str:
    """Two times and what lies between: "18:00–20:00"."""
    return f"{start}–{end}"


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
