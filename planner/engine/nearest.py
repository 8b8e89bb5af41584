"""What a wish could become: the other values of its field, the nearest first, each with a few words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from planner.engine import limits
from planner.engine.asked import ARRANGED, NEUTRAL, SPLITS, order_words
from planner.engine.domain import Athlete, Window
from planner.engine.profile import READERS
from planner.engine.results import Asked, Relaxation
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Arrangement, Policy, Split
from planner.engine.wording import WEEKDAYS, capital, clock, counted

MOST = {"runs_per_week": 7, "lifts_per_week": 6, "circuits_per_week": 2}
RECOMMENDED = Words(
    {
        "runs_per_week": gettext_noop("As many runs as recommended"),
        "lifts_per_week": gettext_noop("As many lifts as recommended"),
    }
)
FAR = 9.0  # the size of giving a number up altogether


def nearest(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    """Other values for the wish's field, in the order in which they are to be tried."""
    if wish.field in MOST:
        return _numbers(wish.field, int(wish.value))
    return NEAREST[wish.field](athlete, wish)


def relaxed(athlete: Athlete, relaxation: Relaxation) -> Athlete:
    """The athlete with the field's new value, read as a profile is; ProfileError where a profile cannot hold it."""
    value = READERS[relaxation.field](relaxation.value, relaxation.field)
    return replace(athlete, **{relaxation.field: NEUTRAL[relaxation.field] if value is None else value})


def documents(windows: tuple[Window, ...]) -> list[dict[str, Any]]:
    """Windows as a profile has them."""
    return [
        {"weekday": window.day, "start": clock(window.start), "end": clock(window.end)}
        | ({"only": window.only.value} if window.only else {})
        for window in windows
    ]


def as_number(field: str, number: int, size: float) -> Relaxation:
    """So many runs, lifts or circuits a week."""
    text = _("{sessions} a week").format(sessions=counted(number, field.partition("s_")[0]))
    return Relaxation(field, number, capital(text), size)


def as_arrangement(value: Arrangement) -> Relaxation:
    """Runs and lifts together or apart."""
    return Relaxation("arrangement", value.value, capital(ARRANGED[value]))


def as_split(value: Split) -> Relaxation:
    """What each lift trains."""
    return Relaxation("split", value.value, capital(SPLITS[value]))


def as_order(value: Policy) -> Relaxation:
    """Which part of a combined session comes first."""
    return Relaxation("order_policy", value.value, capital(order_words(value, None)))


def _numbers(field: str, asked: int) -> Iterator[Relaxation]:
    """One less, one more, two less ..., at last what the table recommends."""
    for number in sorted(set(range(MOST[field] + 1)) - {asked}, key=lambda number: (abs(number - asked), number)):
        yield as_number(field, number, abs(number - asked))
    if field in RECOMMENDED:
        yield Relaxation(field, None, RECOMMENDED[field], FAR)


def _training_days(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    """More days before fewer of the same distance; all seven are no wish at all."""
    asked = int(wish.value)
    for days in sorted(set(range(1, 8)) - {asked}, key=lambda days: (abs(days - asked), -days)):
        some = _("Up to {days} with a session").format(days=counted(days, "day"))
        text = some if days < 7 else _("A session on any free day")
        yield Relaxation(wish.field, days if days < 7 else None, text, abs(days - asked))


def _minutes(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    """Longer sessions, in fives; the level's own limit is no wish at all."""
    asked, ceiling = int(wish.value), limits.DAY_CEILING[athlete.level]
    for minutes in range(asked - asked % limits.FIVES + limits.FIVES, ceiling, limits.FIVES):
        text = _("Sessions of up to {number} minutes").format(number=minutes)
        yield Relaxation(wish.field, minutes, text, (minutes - asked) / 15)
    text = _("Sessions as long as your level allows, {number} minutes").format(number=ceiling)
    yield Relaxation(wish.field, None, text, FAR)


def _long_run(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    yield Relaxation(wish.field, None, _("The long run on any day"))


def _rest_day(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    days = sorted(athlete.rest_weekdays - {int(wish.value)})
    yield Relaxation(wish.field, days, _("Train on {day} too").format(day=WEEKDAYS[int(wish.value)]))


def _kept_hours(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    windows = tuple(replace(w, only=None) if w.day == wish.value else w for w in athlete.availability)
    text = _("Run and lift in your hours on {day}").format(day=WEEKDAYS[int(wish.value)])
    yield Relaxation(wish.field, documents(windows), text)


def _arrangements(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    return (as_arrangement(value) for value in Arrangement if value is not athlete.arrangement)


def _splits(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    return (as_split(value) for value in Split if value is not athlete.split)


def _orders(athlete: Athlete, wish: Asked) -> Iterator[Relaxation]:
    """The other order of one's own, then the schools that need no further answer."""
    if athlete.order_policy is Policy.MY_ORDER and athlete.my_order:
        other = athlete.my_order.other
        yield Relaxation("my_order", other.value, capital(order_words(Policy.MY_ORDER, other)))
    for policy in (Policy.ALTERNATE, Policy.PRIORITY_FIRST, Policy.FINISH_WITH_FOCUS):
        if policy is not athlete.order_policy:
            yield as_order(policy)


NEAREST: Mapping[str, Callable[[Athlete, Asked], Iterator[Relaxation]]] = {
    "training_days": _training_days,
    "max_session_minutes": _minutes,
    "long_run_weekday": _long_run,
    "rest_weekdays": _rest_day,
    "availability": _kept_hours,
    "arrangement": _arrangements,
    "split": _splits,
    "order_policy": _orders,
}
