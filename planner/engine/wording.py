"""How the engine speaks of days, hours and sessions; one place for each phrase."""

from planner.engine.domain import Session
from planner.engine.speech import clock as clock
from planner.engine.vocabulary import Activity, Intensity, Kind, Order, Region

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
RUNS = {
    Intensity.EASY: "easy run",
    Intensity.MODERATE: "steady run",
    Intensity.HARD: "hard run",
    Intensity.LONG: "long run",
}
REGIONS = {Region.UPPER: "upper-body lift", Region.LOWER: "lower-body lift", Region.FULL: "full-body lift"}
ACTIVITIES = {
    Activity.WALK: "brisk walk",
    Activity.YOGA: "yoga",
    Activity.STRETCHING: "stretching",
    Activity.MOBILITY: "mobility",
    Activity.EASY_SPIN: "easy spin",
}


def run_name(session: Session) -> str:
    """The running part: "easy run"; the whole session where none stands alone in it."""
    return RUNS[session.run.intensity] if session.run and not session.is_circuit else session_name(session)


def lift_name(session: Session) -> str:
    """The lifting part: "full-body lift"; the whole session where none stands alone in it."""
    return REGIONS[session.lift.region] if session.lift and not session.is_circuit else session_name(session)


def counted(number: int, thing: str) -> str:
    """A number of things, the word before "of" in the plural: "no runs", "1 run", "2 sessions of run and lift"."""
    head, gap, rest = thing.partition(" of ")
    return f"{number or 'no'} {head}{'' if number == 1 else 's'}{gap}{rest}"


def are(number: int) -> str:
    """The verb after a number: "is" of one, "are" of any other."""
    return "is" if number == 1 else "are"


def part_names(session: Session) -> list[str]:
    """The session's parts in the order they are done."""
    if session.kind is Kind.CIRCUIT:
        return ["run-lift circuit"]
    run = [RUNS[session.run.intensity]] if session.run else []
    lift = [REGIONS[session.lift.region]] if session.lift else []
    rest = [ACTIVITIES[session.recovery.activity]] if session.recovery else []
    return (lift + run if session.order is Order.LIFT_FIRST else run + lift) + rest


def session_name(session: Session) -> str:
    """The session in a few words: "easy run then upper-body lift"."""
    return " then ".join(part_names(session))


def day_and_name(session: Session) -> str:
    """The session with its day: "Tuesday's hard run"."""
    return f"{WEEKDAYS[session.day]}'s {session_name(session)}"


def day_and_time(session: Session) -> str:
    """The session with its day, as short as it goes: "Tuesday 18:00"."""
    return f"{WEEKDAYS[session.day]} {clock(session.start)}"


def hours(gap: float) -> str:
    """A number of hours, down to whole ones from ten on: "23 h", "2.5 h"; a limit never looks met that is not."""
    return f"{int(gap) if gap >= 10 else int(gap * 10) / 10:g} h"


def inside(sentence: str) -> str:
    """A sentence as it goes on after a colon: "the same muscles ..."."""
    return sentence[:1].lower() + sentence[1:]


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed(items: list[str], last: str = "and") -> str:
    """Words in a row: "a", "a and b", "a, b and c"; or with another word before the last."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}"
