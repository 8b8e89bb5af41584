"""Why a session exists, why on this day, why in this order: computed from the week as it stands."""

from dataclasses import dataclass, replace

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.moves import Impossible, exchange, move, place_on, worst_new
from planner.engine.order_policy import orders_of, school_of
from planner.engine.results import Finding, Reason
from planner.engine.rules import RULES
from planner.engine.vocabulary import Goal, Intensity, Kind, Order, Region, Severity
from planner.engine.wording import WEEKDAYS, inside, listed

SOURCES = {rule.id: rule.source for rule in RULES}
SENTENCES = {rule.id: rule.sentence for rule in RULES}

GOALS = {
    Goal.ENDURANCE: "running longer",
    Goal.SPEED: "running faster",
    Goal.STRENGTH: "getting stronger",
    Goal.MUSCLE: "building muscle",
    Goal.FAT_LOSS: "losing fat",
    Goal.GENERAL: "all-round fitness",
}
RUN_WHY = {
    Intensity.EASY: ("easy-share", "Easy running is most of a runner's week: it builds the base and leaves you fresh."),
    Intensity.MODERATE: ("easy-share", "A steady run keeps the effort between easy and hard."),
    Intensity.HARD: ("hard-run-cap", "The hard run is what makes you faster; your level carries only a few a week."),
    Intensity.LONG: ("long-run-share", "The long run builds endurance; it stays a part of the week, not most of it."),
}
LIFT_WHY = {
    Region.FULL: "A full-body lift trains every major muscle, so that two or three a week are enough.",
    Region.UPPER: "An upper-body lift leaves the legs to the running.",
    Region.LOWER: "A lower-body lift makes legs strong, and strong legs spend less on every step.",
}
CIRCUIT_WHY = "You asked for a circuit: run and lift in rounds keep heart and muscles busy in one go."
RECOVERY_WHY = "Easy movement between training days; it counts as a day of rest."
TOGETHER_WHY = "Run and lift share a session so that the other days stay free to recover."


def explain(athlete: Athlete, week: Week, session_id: str, *, context: Context | None = None) -> tuple[Reason, ...]:
    """The reasons of one session: topics exists, day and order; KeyError where the week has no such session."""
    session = week.find(session_id)
    return (
        *_why_it_exists(athlete, session),
        _why_this_day(athlete, week, session, context),
        *_why_this_order(athlete, week, session),
    )


def purpose(session: Session) -> str:
    """The one sentence for which a session is there, whatever the person and the week."""
    if session.kind is Kind.COMBINED:
        return TOGETHER_WHY
    if session.kind is Kind.CIRCUIT:
        return CIRCUIT_WHY
    if session.run is not None:
        return RUN_WHY[session.run.intensity][1]
    return LIFT_WHY[session.lift.region] if session.lift is not None else RECOVERY_WHY


def _why_it_exists(athlete: Athlete, session: Session) -> tuple[Reason, ...]:
    if session.kind is Kind.RECOVERY:
        return (Reason("exists", RECOVERY_WHY, "rest-day", SOURCES["rest-day"]),)
    if session.kind is Kind.CIRCUIT:
        return (Reason("exists", CIRCUIT_WHY, "circuit-limit", SOURCES["circuit-limit"]),)
    reasons = []
    if session.kind is Kind.COMBINED:
        reasons.append(Reason("exists", f"{TOGETHER_WHY} It serves your goal, {GOALS[athlete.goal]}."))
    if session.run is not None:
        rule, text = RUN_WHY[session.run.intensity]
        reasons.append(Reason("exists", text, rule, SOURCES[rule]))
    if session.lift is not None:
        rule = "strength-frequency"
        reasons.append(Reason("exists", LIFT_WHY[session.lift.region], rule, SOURCES[rule]))
    return tuple(reasons)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another day would mean: the cost it adds, the gravest new finding, whether it takes an exchange."""

    day: int
    cost: float
    worst: Finding | None
    exchanged: bool

    @property
    def is_worse(self) -> bool:
        """It breaks something or costs more than where the session is."""
        return self.cost > 0 or (self.worst is not None and self.worst.severity is Severity.HARD)

    @property
    def gravity(self) -> tuple[bool, float, int]:
        """Gravest first when sorted."""
        return self.worst is None or self.worst.severity is Severity.SOFT, -self.cost, self.day


def elsewhere(athlete: Athlete, week: Week, session: Session, context: Context | None) -> list[Elsewhere]:
    """The session on each other day that has hours: moved there, or exchanged with what stands in its way.

    A lock on the session itself is no reason; a day that what is locked keeps from it is left out.
    """
    now = evaluate(athlete, week, context)
    session = replace(session, locked=False, locks=frozenset())
    week = week.replaced(session)
    found = []
    for day in sorted({w.day for w in athlete.windows} - {session.day}):
        other, exchanged = _placed(athlete, week, session, day)
        if other is not None:
            then = evaluate(athlete, other, context)
            found.append(Elsewhere(day, then.score - now.score, worst_new(now, then), exchanged))
    return found


def _placed(athlete: Athlete, week: Week, session: Session, day: int) -> tuple[Week | None, bool]:
    """The week with the session on that day, and whether that took an exchange; None where neither can be."""
    try:
        return move(week, session.id, day, place_on(athlete, week, session, day)), False
    except Impossible:
        pass
    try:
        return exchange(athlete, week, session.id, day), True
    except Impossible:
        return None, True


def _why_this_day(athlete: Athlete, week: Week, session: Session, context: Context | None) -> Reason:
    """What the other days that have hours would cost."""
    here, others = WEEKDAYS[session.day], elsewhere(athlete, week, session, context)
    if not others and {w.day for w in athlete.windows} - {session.day}:
        return Reason("day", f"What is locked on the other days leaves it {here} alone.")
    if not others:
        return Reason("day", f"{here} is the only day with free hours.", "availability", SOURCES["availability"])
    better = [WEEKDAYS[e.day] for e in others if e.cost < 0 and not e.is_worse]
    if better:
        return Reason("day", f"{listed(better)} would do better than {here}, by the rules.")
    equal = [WEEKDAYS[e.day] for e in others if not e.is_worse]
    if len(equal) == len(others):
        return Reason("day", f"Any of your days would do: the rules find nothing against it on {listed(equal)}.")
    gravest = min((e for e in others if e.is_worse), key=lambda e: e.gravity)
    also = f" {listed(equal)} would do as well." if equal else ""
    return Reason("day", _against(gravest) + also, gravest.worst.rule if gravest.worst else None)


def _against(other: Elsewhere) -> str:
    how = f"Exchanged with {WEEKDAYS[other.day]}" if other.exchanged else f"On {WEEKDAYS[other.day]}"
    verb = "it would break a rule" if other.worst and other.worst.severity is Severity.HARD else "the week would pay"
    return f"{how} {verb}: {inside(other.worst.text) if other.worst else 'other findings weigh more.'}"


def _why_this_order(athlete: Athlete, week: Week, session: Session) -> tuple[Reason, ...]:
    """The school's sentence for this order and the one against it; a key run goes first in any school."""
    if session.kind is not Kind.COMBINED:
        return ()
    school, orders = school_of(athlete), orders_of(athlete, session)
    if session.run is not None and session.run.is_key and session.order is Order.RUN_FIRST:
        rule = "no-hard-run-after-legs"
        return (Reason("order", SENTENCES[rule], rule, SOURCES[rule]),)
    if session.order not in orders.allowed:
        other = "This one is the other way round. By the order you chose: "
        return (Reason("order", other + school.sentence, "session-order", school.source),)
    turn = _turn_of(week, session) if orders.is_free else ""
    text = f"{turn}{school.sentence} Against it: {school.against} (confidence: {school.confidence})"
    return (Reason("order", text, "alternate-order" if school.alternates else "session-order", school.source),)


def _turn_of(week: Week, session: Session) -> str:
    """Which part's turn it is, by the combined session before it."""
    chain = week.combined
    index = chain.index(session)
    if index == 0 or chain[index - 1].order is session.order:
        return ""
    first = "run" if chain[index - 1].order is Order.RUN_FIRST else "lift"
    return f"{WEEKDAYS[chain[index - 1].day]} started with the {first}, so it is the other's turn. "
