"""Rules about which part comes first: in a session, on a day, over the week."""

from collections.abc import Sequence

from planner.engine.domain import Session
from planner.engine.order_policy import EXTRA_SIDE, orders_of, school_of
from planner.engine.rules.shapes import Case, ChainRule, DayRule, SessionRule, Weight
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Confidence, Kind, Order, Policy

COMBINED = Kind.COMBINED  # sooner looked up
PREFERRED_SIDE = Weight.MEDIUM  # the tie-break of the policy table


def order_not_allowed(case: Case, session: Session) -> float:
    """1 where a combined session runs in an order that the athlete's school does not allow."""
    if session.kind is not COMBINED:
        return 0
    return session.order not in orders_of(case.athlete, session).allowed


def key_run_after_legs(case: Case, sessions: Sequence[Session]) -> float:
    """Key runs that start after a leg lift of the same day, in one session or in two; circuits are exempt."""
    strains = 0
    for index, session in enumerate(sessions):
        if session.is_circuit or session.run is None or not session.run.is_key:
            continue
        earlier = any(s.is_leg_lift and not s.is_circuit for s in sessions[:index])
        strains += earlier or (session.is_leg_lift and session.order is Order.LIFT_FIRST)
    return strains


def same_order_again(case: Case, previous: Session | None, session: Session) -> float:
    """1 where a session repeats the order before it though one of the two could change, plus what it prefers.

    Alternating keeps run-first and lift-first within one of each other. Where a chain starts, an odd number of
    sessions gives the extra one to the goal's side; a school's preferred order costs four where it is not taken.
    """
    orders = orders_of(case.athlete, session)
    side = orders.preferred
    if previous is None and orders.is_free and school_of(case.athlete).alternates and case.totals.combined % 2:
        side = EXTRA_SIDE[case.athlete.goal]
    strains = 0.0 if side in (None, session.order) else PREFERRED_SIDE / ALTERNATE_ORDER.weight_for(case.athlete)
    if previous is not None and previous.order is session.order:
        strains += orders.is_free or may_turn(case, previous)
    return strains


def may_turn(case: Case, previous: Session) -> bool:
    """Whether a session could have had the other order."""
    return orders_of(case.athlete, previous).is_free


SESSION_ORDER = SessionRule(
    number=13,
    id="session-order",
    sentence=gettext_noop("What matters most to you comes first, while you are fresh."),
    statement=gettext_noop("The order of each combined session is in the allowed set of the chosen order policy."),
    source="Eddens 2018; ACE chart",
    confidence=Confidence.MODERATE,
    article=("S15", "S17", "S18", "S19", "S20", "S22", "S23", "S24", "S25", "S26", "S29", "S34"),
    strains=order_not_allowed,
)
NO_HARD_RUN_AFTER_LEGS = DayRule(
    number=14,
    id="no-hard-run-after-legs",
    sentence=gettext_noop("Tired legs and fast running do not mix: the hard run goes first."),
    statement=gettext_noop(
        "A key run never starts after a leg lift of the same day, in one session or two; circuits are exempt."
    ),
    source="Doma (6 h data)",
    confidence=Confidence.MODERATE,
    article=("S15", "S16", "S30"),
    strains=key_run_after_legs,
)
ALTERNATE_ORDER = ChainRule(
    number=19,
    id="alternate-order",
    sentence=gettext_noop("You start with the run one time and with the weights the next."),
    statement=gettext_noop(
        "Combined sessions in a row differ in order where both orders are allowed, into the next week too; "
        "run-first and lift-first stay within one of each other."
    ),
    source="founding article; Methenitis 2018",
    confidence=Confidence.WEAK,
    article=("S8",),
    weight=Weight.LOW,
    weights={Policy.ALTERNATE: Weight.HIGH},
    strains=same_order_again,
    looks_at=may_turn,
)
