"""What a person asked for beyond the goal, in words: the same phrase wherever a wish is told, cut or offered."""

from collections.abc import Callable, Mapping, Sequence

from planner.engine.domain import Athlete
from planner.engine.vocabulary import Arrangement, Order, Policy, Split
from planner.engine.wording import WEEKDAYS, counted, listed

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


def asked(athlete: Athlete, field: str) -> str:
    """The beginning of a sentence about a wish of the profile: "You asked for 5 runs a week"."""
    return f"You asked for {WORDS[field](athlete)}"


def asked_rest(days: Sequence[int]) -> str:
    """The same of days without training."""
    return f"You asked for no training on {listed([WEEKDAYS[day] for day in days])}"
