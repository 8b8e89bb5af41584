"""Why a session exists, why on this day, why in this order: computed from the week as it stands."""

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.moves import day_verdicts
from planner.engine.order_policy import SCHOOLS, orders_of, school_of
from planner.engine.results import DayVerdict, Reason
from planner.engine.rules import RULES
from planner.engine.vocabulary import Goal, Intensity, Kind, Order, Region, Verdict
from planner.engine.wording import WEEKDAYS, listed

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


def _why_this_day(athlete: Athlete, week: Week, session: Session, context: Context | None) -> Reason:
    """What the other days that have hours would cost."""
    verdicts = day_verdicts(athlete, week, session.id, context=context)
    open_days = {w.day for w in athlete.windows}
    others = [v for v in verdicts if v.day != session.day and v.day in open_days]
    if not others:
        return Reason("day", f"{WEEKDAYS[session.day]} is the only day with free hours.", "availability", "product")
    equal = [v for v in others if v.verdict is Verdict.OK]
    if equal:
        names = listed([WEEKDAYS[v.day] for v in equal])
        return Reason("day", f"{names} would do as well: {_how_it_stands(athlete, week, session, context)}")
    return Reason("day", f"{WEEKDAYS[session.day]} is the best place for it. {_worst_of(others)}", _rule_of(others))


def _how_it_stands(athlete: Athlete, week: Week, session: Session, context: Context | None) -> str:
    findings = [f for f in evaluate(athlete, week, context).findings if session.id in f.sessions]
    if findings:
        return f"here it costs something. {findings[0].text}"
    return "nothing stands in its way there, and nothing here."


def _worst_of(others: list[DayVerdict]) -> str:
    """The nearest other days and what they would break or cost."""
    gravest = sorted(others, key=lambda v: (v.verdict is not Verdict.BREAKS, -v.cost, v.day))
    first = gravest[0]
    verb = "would break a rule" if first.verdict is Verdict.BREAKS else "would cost the week something"
    rest = [WEEKDAYS[v.day] for v in gravest[1:]]
    tail = f" {listed(rest)} would cost as well." if rest else ""
    return f"{WEEKDAYS[first.day]} {verb}: {first.text}{tail}"


def _rule_of(others: list[DayVerdict]) -> str | None:
    """The rule whose sentence the gravest other day quotes."""
    gravest = min(others, key=lambda v: (v.verdict is not Verdict.BREAKS, -v.cost, v.day))
    return next((rule for rule, sentence in SENTENCES.items() if gravest.text.startswith(sentence)), None)


def _why_this_order(athlete: Athlete, week: Week, session: Session) -> tuple[Reason, ...]:
    """The school's sentence for this order and the one against it; a key run goes first in any school."""
    if session.kind is not Kind.COMBINED:
        return ()
    school, orders = school_of(athlete), orders_of(athlete, session)
    if session.run is not None and session.run.is_key and session.order is Order.RUN_FIRST:
        rule = "no-hard-run-after-legs"
        return (Reason("order", SENTENCES[rule], rule, SOURCES[rule]),)
    if session.order not in orders.allowed:
        other = f"You turned this one. {SCHOOLS[athlete.order_policy].title} would have it the other way round: "
        return (Reason("order", other + school.sentence, "session-order", school.source),)
    turn = _turn_of(week, session) if orders.is_free else ""
    text = f"{turn}{school.sentence} Against it: {school.against} (confidence: {school.confidence})"
    return (Reason("order", text, "alternate-order" if school.alternates else "session-order", school.source),)


def _turn_of(week: Week, session: Session) -> str:
    """Which part's turn it is, by the combined session before it."""
    chain = list(week.combined)
    index = chain.index(session)
    if index == 0 or chain[index - 1].order is session.order:
        return ""
    first = "run" if chain[index - 1].order is Order.RUN_FIRST else "lift"
    return f"{WEEKDAYS[chain[index - 1].day]} started with the {first}, so it is the other's turn. "
