"""What a person asked for beyond the goal: a profile's wishes, in the words they are told, cut and offered with."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from planner.engine.domain import Athlete
from planner.engine.results import Asked
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Arrangement, Modality, Order, Policy, Split
from planner.engine.wording import WEEKDAYS, counted, listed

NEUTRAL: Mapping[str, Any] = {field.name: field.default for field in fields(Athlete)}  # where nothing is asked
KEPT_HOURS = {
    frozenset({Modality.RUN}): gettext_noop("You kept hours on {day} for runs only."),
    frozenset({Modality.LIFT}): gettext_noop("You kept hours on {day} for lifts only."),
    frozenset(Modality): gettext_noop("You kept hours on {day} for lifts only and for runs only."),
}

ARRANGED = Words(
    {
        Arrangement.AUTO: gettext_noop("runs and lifts together or apart as it fits best"),
        Arrangement.COMBINED: gettext_noop("runs and lifts together in one session"),
        Arrangement.SEPARATE: gettext_noop("runs and lifts on days of their own"),
        Arrangement.TWO_A_DAY: gettext_noop("two sessions a day, a run and a lift hours apart"),
    }
)
SPLITS = Words(
    {
        Split.AUTO: gettext_noop("the lifting split that fits best"),
        Split.FULL_BODY: gettext_noop("the whole body in each lift"),
        Split.UPPER_LOWER: gettext_noop("upper and lower body in turn"),
    }
)
ORDERS = Words(
    {
        Policy.ALTERNATE: gettext_noop("run and lift to take turns at coming first"),
        Policy.PRIORITY_FIRST: gettext_noop("what serves your goal most to come first"),
        Policy.FINISH_WITH_FOCUS: gettext_noop("what you want to improve to come last"),
        Policy.LEAST_LIKED_FIRST: gettext_noop("the part you like less to come first"),
    }
)
OWN_ORDERS = Words(
    {
        Order.RUN_FIRST: gettext_noop("the run to come first every time"),
        Order.LIFT_FIRST: gettext_noop("the lift to come first every time"),
    }
)


def order_words(policy: Policy, own: Order | None) -> str:
    """What is asked of the order in a combined session."""
    return OWN_ORDERS[own] if policy is Policy.MY_ORDER and own else ORDERS.get(policy, ORDERS[Policy.ALTERNATE])


WORDS: Mapping[str, Callable[[Athlete], str]] = {
    "runs_per_week": lambda who: _("{runs} a week").format(runs=counted(who.runs_per_week or 0, "run")),
    "lifts_per_week": lambda who: _("{lifts} a week").format(lifts=counted(who.lifts_per_week or 0, "lift")),
    "circuits_per_week": lambda who: _("{circuits} a week").format(circuits=counted(who.circuits_per_week, "circuit")),
    "training_days": lambda who: _("at most {days} with a session").format(days=counted(who.training_days or 0, "day")),
    "max_session_minutes": lambda who: _("sessions of at most {number} minutes").format(number=who.max_session_minutes),
    "long_run_weekday": lambda who: _("the long run on {day}").format(day=WEEKDAYS[who.long_run_weekday or 0]),
    "arrangement": lambda who: ARRANGED[who.arrangement],
    "split": lambda who: SPLITS[who.split],
    "order_policy": lambda who: order_words(who.order_policy, who.my_order),
}

RELAXABLE = frozenset({*WORDS, "my_order", "rest_weekdays", "availability"})  # fields of a profile that may give way


def asked(athlete: Athlete, field: str) -> str:
    """The beginning of a sentence about a wish of the profile: "You asked for 5 runs a week"."""
    return _("You asked for {wish}").format(wish=WORDS[field](athlete))


def asked_rest(days: Sequence[int]) -> str:
    """The same of days without training."""
    return _("You asked for no training on {days}").format(days=listed([WEEKDAYS[day] for day in days]))


def would_suit(number: int, thing: str) -> str:
    """The beginning of a sentence about what nobody asked for: "5 runs a week would suit your goal"."""
    return _("{sessions} a week would suit your goal").format(sessions=counted(number, thing))


def usual_or_asked(athlete: Athlete, field: str, usual: int) -> str:
    """How a sentence about a number of the week begins: with the person's own, else with the usual one."""
    named = getattr(athlete, field) is not None
    return asked(athlete, field) if named else would_suit(usual, field.partition("s_")[0])


def wishes_of(athlete: Athlete) -> tuple[Asked, ...]:
    """Everything the athlete asked for that may stand in the way of a week: fields, days of rest, hours kept apart."""
    return (*_fields(athlete), *_rest_days(athlete), *_kept_hours(athlete))


def _fields(athlete: Athlete) -> Iterator[Asked]:
    for field in WORDS:
        value = getattr(athlete, field)
        if value != NEUTRAL[field]:
            yield Asked(field, value, _("{wish}.").format(wish=asked(athlete, field)))


def _rest_days(athlete: Athlete) -> Iterator[Asked]:
    """A day of rest without hours stands in nobody's way."""
    for day in sorted(athlete.rest_weekdays & {window.day for window in athlete.availability}):
        yield Asked("rest_weekdays", day, _("{wish}.").format(wish=asked_rest([day])))


def _kept_hours(athlete: Athlete) -> Iterator[Asked]:
    for day in sorted({window.day for window in athlete.availability if window.only}):
        kept = frozenset(window.only for window in athlete.availability if window.day == day and window.only)
        yield Asked("availability", day, _(KEPT_HOURS[kept]).format(day=WEEKDAYS[day]))


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
