"""How the engine speaks of days, hours and sessions; one place for each phrase."""

from collections.abc import Callable, Mapping, Sequence

from planner.engine.domain import Session
from planner.engine.speech import Names, Words, gettext_noop, hour, ngettext
from planner.engine.speech import clock as clock
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Activity, Intensity, Kind, Order, Region, Unit

WEEKDAYS = Names(
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
RUNS = Words(
    {
        Intensity.EASY: gettext_noop("easy run"),
        Intensity.MODERATE: gettext_noop("steady run"),
        Intensity.HARD: gettext_noop("hard run"),
        Intensity.LONG: gettext_noop("long run"),
    }
)
REGIONS = Words(
    {
        Region.UPPER: gettext_noop("upper-body lift"),
        Region.LOWER: gettext_noop("lower-body lift"),
        Region.FULL: gettext_noop("full-body lift"),
    }
)
ACTIVITIES = Words(
    {
        Activity.WALK: gettext_noop("brisk walk"),
        Activity.YOGA: gettext_noop("yoga"),
        Activity.STRETCHING: gettext_noop("stretching"),
        Activity.MOBILITY: gettext_noop("mobility"),
        Activity.EASY_SPIN: gettext_noop("easy spin"),
    }
)
UNITS = Words({Unit.KM: gettext_noop("km"), Unit.MI: gettext_noop("mi")})
SHARED = "session of run and lift"
COUNTED: Mapping[str, Callable[[int], str]] = {
    "run": lambda number: ngettext("{number} run", "{number} runs", number),
    "hard run": lambda number: ngettext("{number} hard run", "{number} hard runs", number),
    "lift": lambda number: ngettext("{number} lift", "{number} lifts", number),
    "circuit": lambda number: ngettext("{number} circuit", "{number} circuits", number),
    "day": lambda number: ngettext("{number} day", "{number} days", number),
    "session": lambda number: ngettext("{number} session", "{number} sessions", number),
    SHARED: lambda number: ngettext("{number} session of run and lift", "{number} sessions of run and lift", number),
    Region.UPPER: lambda number: ngettext("{number} upper-body lift", "{number} upper-body lifts", number),
    Region.LOWER: lambda number: ngettext("{number} lower-body lift", "{number} lower-body lifts", number),
    Region.FULL: lambda number: ngettext("{number} full-body lift", "{number} full-body lifts", number),
}
NONE = Words(
    {
        "run": gettext_noop("no runs"),
        "hard run": gettext_noop("no hard runs"),
        "lift": gettext_noop("no lifts"),
        "circuit": gettext_noop("no circuits"),
        "day": gettext_noop("no days"),
        "session": gettext_noop("no sessions"),
        SHARED: gettext_noop("no sessions of run and lift"),
        Region.UPPER: gettext_noop("no upper-body lifts"),
        Region.LOWER: gettext_noop("no lower-body lifts"),
        Region.FULL: gettext_noop("no full-body lifts"),
    }
)


def run_name(session: Session) -> str:
    """The running part: "easy run"; the whole session where none stands alone in it."""
    return RUNS[session.run.intensity] if session.run and not session.is_circuit else session_name(session)


def lift_name(session: Session) -> str:
    """The lifting part: "full-body lift"; the whole session where none stands alone in it."""
    return REGIONS[session.lift.region] if session.lift and not session.is_circuit else session_name(session)


def counted(number: int, thing: str) -> str:
    """A number of things that COUNTED names: "no runs", "1 run", "2 sessions of run and lift"."""
    return COUNTED[thing](number).format(number=number) if number else NONE[thing]


def part_names(session: Session) -> list[str]:
    """The session's parts in the order they are done."""
    if session.kind is Kind.CIRCUIT:
        return [_("run-lift circuit")]
    run = [RUNS[session.run.intensity]] if session.run else []
    lift = [REGIONS[session.lift.region]] if session.lift else []
    rest = [ACTIVITIES[session.recovery.activity]] if session.recovery else []
    return (lift + run if session.order is Order.LIFT_FIRST else run + lift) + rest


def session_name(session: Session) -> str:
    """The session in a few words: "easy run then upper-body lift"."""
    names = part_names(session)
    return names[0] if len(names) == 1 else _("{first} then {second}").format(first=names[0], second=names[1])


def day_and_name(session: Session) -> str:
    """The session with its day: "Tuesday's hard run"."""
    return _("{day}'s {name}").format(day=WEEKDAYS[session.day], name=session_name(session))


def day_and_time(session: Session) -> str:
    """The session with its day, as short as it goes: "Tuesday 18:00"."""
    return moment(session.day, session.start)


def moment(day: int, start: int) -> str:
    """A weekday and a minute of it, as short as it goes: "Tuesday 18:00"."""
    return _("{day} {time}").format(day=WEEKDAYS[day], time=hour(start))


def hours(gap: float) -> str:
    """A number of hours, down to whole ones from ten on: "23 h", "2.5 h"; a limit never looks met that is not."""
    number = f"{int(gap) if gap >= 10 else int(gap * 10) / 10:g}"
    return _("{number} h").format(number=number)


def percent(share: float) -> str:
    """A share as people write it, in whole percent: "33%"."""
    return _("{number}%").format(number=f"{share:.0%}".removesuffix("%"))


def inside(sentence: str) -> str:
    """A sentence as it goes on after a colon: "the same muscles ...". A translation may need it to do nothing."""
    return sentence[:1].lower() + sentence[1:]


def capital(text: str) -> str:
    """The text as it begins a sentence. A translation may need it to do nothing, where letters have no cases."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str]) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    *others, last = items
    return _("{items} and {last}").format(items=comma_separated(others), last=last) if others else last


def either(items: Sequence[str]) -> str:
    """Words of which one holds: "a", "a or b", "a, b or c"."""
    *others, last = items
    return _("{items} or {last}").format(items=comma_separated(others), last=last) if others else last


def comma_separated(items: Sequence[str]) -> str:
    """Words in a row without any word between: "a, b, c"."""
    return _(", ").join(items)


def in_a_row(*sentences: str) -> str:
    """Sentences one after another; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)
