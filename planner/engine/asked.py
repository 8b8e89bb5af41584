"""What a person asked for beyond the goal: a profile's wishes, in the words they are told, cut and offered with."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from planner.engine.domain import Athlete
from planner.engine.results import Asked
from planner.engine.vocabulary import Arrangement, Modality, Order, Policy, Split
from planner.engine.wording import WEEKDAYS, counted, listed

NEUTRAL: Mapping[str, Any] = {field.name: field.default for field in fields(Athlete)}  # where nothing is asked
KEPT_FOR = {Modality.RUN: "runs", Modality.LIFT: "lifts"}

ARRANGED = {
    Arrangement.AUTO: "runs and lifts together or apart as it fits best",
    Arrangement.COMBINED: "runs and lifts together in one session",
    Arrangement.SEPARATE: "runs and lifts on days of their own",
    Arrangement.TWO_A_DAY: "two sessions a day, a run and a lift hours apart",
}
SPLITS = {
    Split.AUTO: "the lifting split that fits best",
    Split.FULL_BODY: "the whole body in each lift",
    Split.UPPER_LOWER: "upper and lower body in turn",
}
ORDERS = {
    Policy.ALTERNATE: "run and lift to take turns at coming first",
    Policy.PRIORITY_FIRST: "what serves your goal most to come first",
    Policy.FINISH_WITH_FOCUS: "what you want to improve to come last",
    Policy.LEAST_LIKED_FIRST: "the part you like less to come first",
}
OWN_ORDERS = {
    Order.RUN_FIRST: "the run to come first every time",
    Order.LIFT_FIRST: "the lift to come first every time",
}


def order_words(policy: Policy, own: Order | None) -> str:
    """What is asked of the order in a combined session."""
    return OWN_ORDERS[own] if policy is Policy.MY_ORDER and own else ORDERS.get(policy, ORDERS[Policy.ALTERNATE])


WORDS: Mapping[str, Callable[[Athlete], str]] = {
    "runs_per_week": lambda who: f"{counted(who.runs_per_week or 0, 'run')} a week",
    "lifts_per_week": lambda who: f"{counted(who.lifts_per_week or 0, 'lift')} a week",
    "circuits_per_week": lambda who: f"{counted(who.circuits_per_week, 'circuit')} a week",
    "training_days": lambda who: f"at most {counted(who.training_days or 0, 'day')} with a session",
    "max_session_minutes": lambda who: f"sessions of at most {who.max_session_minutes} minutes",
    "long_run_weekday": lambda who: f"the long run on {WEEKDAYS[who.long_run_weekday or 0]}",
    "arrangement": lambda who: ARRANGED[who.arrangement],
    "split": lambda who: SPLITS[who.split],
    "order_policy": lambda who: order_words(who.order_policy, who.my_order),
}

RELAXABLE = frozenset({*WORDS, "my_order", "rest_weekdays", "availability"})  # fields of a profile that may give way


def asked(athlete: Athlete, field: str) -> str:
    """The beginning of a sentence about a wish of the profile: "You asked for 5 runs a week"."""
    return f"You asked for {WORDS[field](athlete)}"


def asked_rest(days: Sequence[int]) -> str:
    """The same of days without training."""
    return f"You asked for no training on {listed([WEEKDAYS[day] for day in days])}"


def wishes_of(athlete: Athlete) -> tuple[Asked, ...]:
    """Everything the athlete asked for that may stand in the way of a week: fields, days of rest, hours kept apart."""
    return (*_fields(athlete), *_rest_days(athlete), *_kept_hours(athlete))


def _fields(athlete: Athlete) -> Iterator[Asked]:
    for field in WORDS:
        value = getattr(athlete, field)
        if value != NEUTRAL[field]:
            yield Asked(field, value, f"{asked(athlete, field)}.")


def _rest_days(athlete: Athlete) -> Iterator[Asked]:
    """A day of rest without hours stands in nobody's way."""
    for day in sorted(athlete.rest_weekdays & {window.day for window in athlete.availability}):
        yield Asked("rest_weekdays", day, f"{asked_rest([day])}.")


def _kept_hours(athlete: Athlete) -> Iterator[Asked]:
    for day in sorted({window.day for window in athlete.availability if window.only}):
        kept = sorted({KEPT_FOR[window.only] for window in athlete.availability if window.day == day and window.only})
        yield Asked("availability", day, f"You kept hours on {WEEKDAYS[day]} for {' only and for '.join(kept)} only.")


def with_only(athlete: Athlete, wishes: Collection[Asked], *fields: str) -> Athlete:
    """The athlete as if nothing but these wishes were asked for; further `fields` stay as they are too."""
    named = {*fields, *(wish.field for wish in wishes)}
    days = {field: {wish.value for wish in wishes if wish.field == field} for field in named}
    return replace(
        athlete,
        **{field: NEUTRAL[field] for field in WORDS if field not in named},
        rest_weekdays=frozenset(athlete.rest_weekdays & days.get("rest_weekdays", set())),
        availability=tuple(
            window if window.day in days.get("availability", ()) else replace(window, only=None)
            for window in athlete.availability
        ),
    )
