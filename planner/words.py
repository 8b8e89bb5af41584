"""Every word about sessions and weeks that the screens show beside the engine's own sentences, each once."""

import re
from collections.abc import Sequence
from datetime import date

from django.utils.translation import get_language, gettext_noop, ngettext
from django.utils.translation import gettext as _

from planner import telling
from planner.day_words import day_letters as day_letters
from planner.day_words import short_weekday as short_weekday
from planner.day_words import weekday as weekday
from planner.engine import wording
from planner.engine.domain import Lift, Session
from planner.engine.vocabulary import (
    Activity,
    Effort,
    Intensity,
    Kind,
    Lock,
    Order,
    Phase,
    Region,
    Severity,
    System,
    Unit,
    Verdict,
)
from planner.engine.wording import capital, session_name
from planner.goal_words import ARRANGEMENT as ARRANGEMENT
from planner.goal_words import EQUIPMENT as EQUIPMENT
from planner.goal_words import GOAL as GOAL
from planner.goal_words import GOAL_LINE as GOAL_LINE
from planner.goal_words import LEVEL as LEVEL
from planner.goal_words import MODALITY as MODALITY
from planner.goal_words import POLICY as POLICY
from planner.goal_words import SPLIT as SPLIT
from planner.goal_words import UNIT as UNIT
from planner.telling import day as day
from planner.telling import span as span
from planner.told import Told

ENGLISH = "en"


def lower(text: str) -> str:
    """The text as it stands inside a sentence: English begins it small, of another language it is left as it is."""
    return text[0].lower() + text[1:] if (get_language() or ENGLISH).startswith(ENGLISH) else text


RUN_DETAIL = Told(
    {
        Intensity.EASY: gettext_noop("Easy, talk pace"),
        Intensity.MODERATE: gettext_noop("Steady"),
        Intensity.HARD: gettext_noop("Hard"),
        Intensity.LONG: gettext_noop("Long, easy"),
    }
)
LIFT_DETAIL = Told(
    {
        Region.UPPER: gettext_noop("Upper body"),
        Region.LOWER: gettext_noop("Lower body"),
        Region.FULL: gettext_noop("Full body"),
    }
)
EFFORT_DETAIL = {
    Effort.LIGHT: gettext_noop("{region}, light"),
    Effort.MODERATE: "{region}",
    Effort.HEAVY: gettext_noop("{region}, heavy"),
}
KIND = Told(
    {
        Kind.RUN_ONLY: gettext_noop("Run"),
        Kind.LIFT_ONLY: gettext_noop("Lift"),
        Kind.COMBINED: gettext_noop("Run and lift"),
        Kind.CIRCUIT: gettext_noop("Run-lift circuit"),
        Kind.RECOVERY: gettext_noop("Recovery"),
    }
)
ORDER = Told({Order.RUN_FIRST: gettext_noop("Run first"), Order.LIFT_FIRST: gettext_noop("Lift first")})
SEVERITY = Told(
    {
        Severity.HARD: gettext_noop("Never broken by the planner"),
        Severity.SOFT: gettext_noop("Weighed against the others"),
    }
)
LOCK = Told(
    {
        Lock.DAY: gettext_noop("Day"),
        Lock.HOUR: gettext_noop("Hour"),
        Lock.ORDER: gettext_noop("Order"),
        Lock.CONTENT: gettext_noop("Content"),
    }
)
CIRCUIT_DETAIL = gettext_noop("Run and lift in rounds")
STAGE = Told(
    {
        "warm_up": gettext_noop("Warm-up"),
        "run": gettext_noop("Run"),
        "lift": gettext_noop("Lift"),
        "recovery": gettext_noop("Recover"),
        "change": gettext_noop("Change"),
        "cool_down": gettext_noop("Cool-down"),
    }
)
VERDICT = Told(
    {
        Verdict.OK: gettext_noop("Fits"),
        Verdict.CAUTION: gettext_noop("Caution"),
        Verdict.BREAKS: gettext_noop("Breaks a rule"),
    }
)
BY_EXCHANGE = gettext_noop("Fits by exchange")
NOT_POSSIBLE = gettext_noop("Not possible")
NO_OTHER_CHANGE = gettext_noop("No other change helps.")
REASON_HEADING = Told(
    {
        "exists": gettext_noop("Why it exists"),
        "day": gettext_noop("Why this day"),
        "order": gettext_noop("Why this order"),
    }
)

SYSTEM = Told(
    {
        System.LEGS: gettext_noop("Legs"),
        System.UPPER: gettext_noop("Upper body"),
        System.AEROBIC: gettext_noop("Aerobic"),
    }
)
PHASE = Told(
    {
        Phase.STEADY: gettext_noop("Steady"),
        Phase.BASE: gettext_noop("Base"),
        Phase.BUILD: gettext_noop("Build"),
        Phase.SPECIFIC: gettext_noop("Race pace"),
        Phase.DELOAD: gettext_noop("Lighter week"),
        Phase.TAPER: gettext_noop("Taper"),
        Phase.RACE: gettext_noop("Race week"),
    }
)
REST_DAY = gettext_noop("Rest day")
FREE_DAY = gettext_noop("Free day")
CLEAN = gettext_noop("Clean week")
NOTHING_PLANNED = gettext_noop("Nothing planned")
PROVEN = gettext_noop("No other week of these sessions is better: proven.")
BEST_FOUND = gettext_noop("The best week found; a better one is not ruled out.")
LEFT_OUT = gettext_noop("left out")
NOT_PLANNED = gettext_noop("not planned")


def activity(activity: Activity) -> str:
    """What is done to recover, as a heading: "Brisk walk"."""
    return capital(wording.ACTIVITIES[activity])


def addable() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a person can add to a week, in groups: the terms are told apart by their values."""
    both = [
        (Order.RUN_FIRST.value, _("Easy run, then lift")),
        (Order.LIFT_FIRST.value, _("Lift, then easy run")),
        (Kind.CIRCUIT.value, KIND[Kind.CIRCUIT]),
    ]
    return [
        (_("Run"), [(run.value, capital(wording.RUNS[run])) for run in Intensity]),
        (_("Lift"), [(region.value, capital(wording.REGIONS[region])) for region in Region]),
        (_("Both"), both),
        (_("Recovery"), [(one.value, activity(one)) for one in Activity]),
    ]


def lift_detail(lift: Lift) -> str:
    """What a lift trains: "Lower body, heavy"."""
    told = EFFORT_DETAIL[lift.effort]
    return (_(told) if lift.effort is not Effort.MODERATE else told).format(region=LIFT_DETAIL[lift.region])


def title(session: Session) -> str:
    """A session as a heading: "Easy run then upper-body lift"."""
    return capital(session_name(session))


def total(session: Session) -> str:
    """A session's minutes and where they go: "65 min in all: run 35, lift 30, warm-up and cool-down inside"."""
    if session.kind is not Kind.COMBINED or session.run is None or session.lift is None:
        return _("{minutes} min in all").format(minutes=session.minutes)
    message = _("{minutes} min in all: run {run}, lift {lift}, warm-up and cool-down inside")
    if session.order is Order.LIFT_FIRST:
        message = _("{minutes} min in all: lift {lift}, run {run}, warm-up and cool-down inside")
    return message.format(minutes=session.minutes, run=session.run.minutes, lift=session.lift.minutes)


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


def no_session(*, is_free: bool) -> str:
    """What a day without sessions says: "Free day" where it has free hours, else "Rest day"."""
    return _(FREE_DAY if is_free else REST_DAY)


def in_minutes(minutes: int) -> str:
    """A number of minutes: "45 min"."""
    return _("{minutes} min").format(minutes=minutes)


def hours(minutes: int) -> str:
    """A sum of minutes: "5 h 20", "45 min"."""
    if minutes < 60:
        return in_minutes(minutes)
    return _("{hours} h {minutes}").format(hours=minutes // 60, minutes=f"{minutes % 60:02}")


def moved_to(day: str, start: int) -> str:
    """What is said once a session lies on a day at minutes of it: "Moved to Tuesday, 18:00."."""
    return _("Moved to {day}, {hour}.").format(day=day, hour=telling.hour(start))


def order_now(order: Order | None) -> str:
    """What is said once the order is turned: "Run first now."."""
    return _("{order} now.").format(order=ORDER[order]) if order else ""


def in_calendar(spans: Sequence[tuple[int, int]]) -> str:
    """What the person's own calendar has while a session would be, in minutes of the day; it tells hours, no title."""
    if any(end - start >= 24 * 60 for start, end in spans):
        return _("Your own calendar has something all that day.")
    times = ", ".join(telling.between(start, end) for start, end in spans)
    return _("Your own calendar has something then ({times}).").format(times=times)


def ledger(run_first: int, lift_first: int) -> str:
    """The count of orders: "3 run-first, 2 lift-first"."""
    return _("{run_first} run-first, {lift_first} lift-first").format(run_first=run_first, lift_first=lift_first)


def verdict(hard: int, soft: int) -> str:
    """The week in three words: "Clean week", "2 things to know", "1 rule broken"."""
    if hard:
        return ngettext("{number} rule broken", "{number} rules broken", hard).format(number=hard)
    if soft:
        return ngettext("{number} thing to know", "{number} things to know", soft).format(number=soft)
    return _(CLEAN)


def race_day(kilometres: float, unit: Unit = Unit.KM) -> str:
    """What the day of a race says: "Race day, 21.1 km", "Race day, 13.1 mi"."""
    return _("Race day, {distance} {unit}").format(distance=_distance(kilometres, unit), unit=unit.value)


def _distance(kilometres: float, unit: Unit) -> str:
    return f"{round(kilometres * 1000 / unit.metres, 1) if unit is not Unit.KM else kilometres:g}"


def race_on(kilometres: float, when: date, unit: Unit) -> str:
    """A race and its day: "21.1 km on Sunday 24 January"."""
    return _("{distance} {unit} on {day}").format(distance=_distance(kilometres, unit), unit=unit.value, day=day(when))


def week_number(number: int, weeks_left: int | None) -> str:
    """Which week of the plan, and of how many where a race is ahead: "week 3 of 12"."""
    if weeks_left is None:
        return _("week {number}").format(number=number)
    return _("week {number} of {count}").format(number=number, count=number + weeks_left)


def locked(names: Sequence[str]) -> str:
    """Which grains of a session are kept: "day locked", "hour and order locked"; empty where none is."""
    return _("{parts} locked").format(parts=wording.listed(list(names))) if names else ""


def circuits_hold(circuits: int, name: str) -> str:
    """Where no runs or lifts were asked for but circuits, which hold both, it is said."""
    return ngettext(
        "You asked for no {name} of their own. Your circuit is a run and a lift in one all the same.",
        "You asked for no {name} of their own. Your {number} circuits are a run and a lift in one all the same.",
        circuits,
    ).format(name=name, number=circuits)


def longest_run_taken(minutes: int) -> str:
    """How long a run may be where nobody told of a longest one."""
    return _("You have not told your longest run of late, so no run of this week is longer than {minutes} min.").format(
        minutes=minutes
    )
