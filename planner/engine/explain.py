"""Why a session exists, why on this day, why in this order: computed from the week as it stands."""

from dataclasses import replace

from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.order_policy import School, orders_of, school_of
from planner.engine.results import OtherDay, Reason
from planner.engine.rules import RULES
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.verdicts import Hand, Moment
from planner.engine.vocabulary import Confidence, Goal, Intensity, Kind, Order, Region, Verdict
from planner.engine.wording import WEEKDAYS, in_a_row, inside, listed

RULE = {rule.id: rule for rule in RULES}

GOALS = Words(
    {
        Goal.ENDURANCE: gettext_noop("running longer"),
        Goal.SPEED: gettext_noop("running faster"),
        Goal.STRENGTH: gettext_noop("getting stronger"),
        Goal.MUSCLE: gettext_noop("building muscle"),
        Goal.FAT_LOSS: gettext_noop("losing fat"),
        Goal.GENERAL: gettext_noop("all-round fitness"),
    }
)
RUN_RULE = {
    Intensity.EASY: "easy-share",
    Intensity.MODERATE: "easy-share",
    Intensity.HARD: "hard-run-cap",
    Intensity.LONG: "long-run-share",
}
RUN_WHY = Words(
    {
        Intensity.EASY: gettext_noop(
            "Easy running is most of a runner's week: it builds the base and leaves you fresh."
        ),
        Intensity.MODERATE: gettext_noop("A steady run keeps the effort between easy and hard."),
        Intensity.HARD: gettext_noop("The hard run is what makes you faster; your level carries only a few a week."),
        Intensity.LONG: gettext_noop("The long run builds endurance; it stays a part of the week, not most of it."),
    }
)
SURE = Words(
    {
        Confidence.STRONG: gettext_noop("strong"),
        Confidence.MODERATE: gettext_noop("moderate"),
        Confidence.WEAK: gettext_noop("weak"),
        Confidence.CONVENTION: gettext_noop("convention"),
    }
)
LIFT_WHY = Words(
    {
        Region.FULL: gettext_noop(
            "A full-body lift trains every major muscle, so that two or three a week are enough."
        ),
        Region.UPPER: gettext_noop("An upper-body lift leaves the legs to the running."),
        Region.LOWER: gettext_noop("A lower-body lift makes legs strong, and strong legs spend less on every step."),
    }
)
CIRCUIT_WHY = gettext_noop("You asked for a circuit: run and lift in rounds keep heart and muscles busy in one go.")
RECOVERY_WHY = gettext_noop("Easy movement between training days; it counts as a day of rest.")
MORE_WEIGHT = gettext_noop("what is found already weighs more.")
TOGETHER_WHY = gettext_noop("Run and lift share a session so that the other days stay free to recover.")


def explain(
    athlete: Athlete,
    week: Week,
    session_id: str,
    *,
    context: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
    now: Moment | None = None,
) -> tuple[Reason, ...]:
    """The reasons of one session: topics exists, day and order; KeyError where the week has no such session.

    Days that are over are no choice for a session that still may move (`closed_days`); of the day of `now`, weekday and
    minute, the hours that are over are told as such.
    """
    session = week.find(session_id)
    closed = closed_days if session.day not in closed_days else frozenset()
    return (
        *_why_it_exists(athlete, session),
        _why_this_day(athlete, session, other_days(athlete, week, session, context, closed, now), closed),
        *_why_this_order(athlete, week, session),
    )


def purpose(session: Session) -> str:
    """The one sentence for which a session is there, whatever the person and the week."""
    if session.kind is Kind.COMBINED:
        return _(TOGETHER_WHY)
    if session.kind is Kind.CIRCUIT:
        return _(CIRCUIT_WHY)
    if session.run is not None:
        return RUN_WHY[session.run.intensity]
    return LIFT_WHY[session.lift.region] if session.lift is not None else _(RECOVERY_WHY)


def _by_rule(topic: str, text: str, rule: str, days: tuple[OtherDay, ...] = ()) -> Reason:
    """A reason that a rule stands behind, with the rule's source and how sure that is."""
    known = RULE[rule]
    return Reason(topic, text, rule, known.source, confidence=SURE.get(known.confidence, ""), days=days)


def _why_it_exists(athlete: Athlete, session: Session) -> tuple[Reason, ...]:
    if session.kind is Kind.RECOVERY:
        return (_by_rule("exists", _(RECOVERY_WHY), "rest-day"),)
    if session.kind is Kind.CIRCUIT:
        return (_by_rule("exists", _(CIRCUIT_WHY), "circuit-limit"),)
    reasons = []
    if session.kind is Kind.COMBINED:
        goal = _("It serves your goal, {goal}.").format(goal=GOALS[athlete.goal])
        reasons.append(Reason("exists", in_a_row(_(TOGETHER_WHY), goal)))
    if session.run is not None:
        reasons.append(_by_rule("exists", RUN_WHY[session.run.intensity], RUN_RULE[session.run.intensity]))
    if session.lift is not None:
        reasons.append(_by_rule("exists", LIFT_WHY[session.lift.region], "strength-frequency"))
    return tuple(reasons)


def other_days(
    athlete: Athlete,
    week: Week,
    session: Session,
    context: Context | None,
    closed_days: frozenset[int],
    now: Moment | None = None,
) -> tuple[OtherDay, ...]:
    """What each other day would mean; a lock on the session itself is no reason."""
    free = replace(session, locked=False, locks=frozenset())
    hand = Hand(athlete, week.replaced(free), free, context, closed_days, now)
    return tuple(_other_day(hand, day) for day in range(DAYS) if day != session.day)


def _other_day(hand: Hand, day: int) -> OtherDay:
    """The session moved there, or where the day is taken, the two days exchanged."""
    moved = hand.verdict_of(day)
    if moved.possible:
        sentence = _told_moved(moved.verdict, moved.cost, moved.text, WEEKDAYS[day])
        return OtherDay(day, moved.start, moved.verdict, moved.cost, moved.text, sentence, moved.rule, over=moved.over)
    exchanged = hand.exchanged(day)
    if exchanged is None:
        return OtherDay(day, moved.start, moved.verdict, 0, moved.text, moved.text, possible=False)
    verdict, cost, finding = exchanged.verdict, exchanged.cost, exchanged.finding
    if verdict is Verdict.CAUTION and finding is None:
        over = _("Exchanged with {day} it fits, at an hour that is over.").format(day=WEEKDAYS[day])
        text = in_a_row(moved.text, over)
        return OtherDay(day, moved.start, verdict, cost, text, text, possible=False, exchanged=True, over=True)
    sentence = _told_exchanged(verdict, cost, exchanged.text, WEEKDAYS[day])
    text, rule = in_a_row(moved.text, sentence), finding.rule if finding else None
    return OtherDay(day, moved.start, verdict, cost, text, sentence, rule, possible=False, exchanged=True)


def _told_moved(verdict: Verdict, cost: float, text: str, day: str) -> str:
    """The other day in a sentence: what it breaks or costs, or that it would do."""
    if verdict is Verdict.BREAKS:
        told = _("On {day} it would break a rule: {reason}")
    elif cost > 0:
        told = _("On {day} it would cost the week: {reason}")
    else:
        told = _("{day} would do better.") if cost < 0 else _("{day} would do as well.")
    return told.format(day=day, reason=_against(verdict, text))


def _told_exchanged(verdict: Verdict, cost: float, text: str, day: str) -> str:
    """The same of the exchange of both days."""
    if verdict is Verdict.BREAKS:
        told = _("Exchanged with {day} it would break a rule: {reason}")
    elif cost > 0:
        told = _("Exchanged with {day} it would cost the week: {reason}")
    elif cost < 0:
        told = _("Exchanged with {day} it would do better.")
    else:
        told = _("Exchanged with {day} it would do as well.")
    return told.format(day=day, reason=_against(verdict, text))


def _against(verdict: Verdict, text: str) -> str:
    """What speaks against a day, as it goes on after a colon; a verdict that fits tells no reason of its own."""
    return _(MORE_WEIGHT) if verdict is Verdict.OK else inside(text)


def _why_this_day(
    athlete: Athlete, session: Session, days: tuple[OtherDay, ...], closed_days: frozenset[int]
) -> Reason:
    """What the other days that have hours and are not over would cost."""
    here, with_hours = WEEKDAYS[session.day], {w.day for w in athlete.windows} - {session.day}
    if not with_hours:
        return _by_rule("day", _("{day} is the only day with free hours.").format(day=here), "availability", days=days)
    if with_hours <= closed_days:
        text = _("{day} is the only day with free hours that is not over.").format(day=here)
        return Reason("day", text, days=days)
    choices = [other for other in days if other.day in with_hours and other.is_choice and not other.over]
    if not choices:
        text = _("What stays on the other days leaves it {day} alone.").format(day=here)
        return Reason("day", text, days=days)
    better = [WEEKDAYS[other.day] for other in choices if other.cost < 0 and not other.is_worse]
    if better:
        text = _("{days} would do better than {day}, by the rules.").format(days=listed(better), day=here)
        return Reason("day", text, days=days)
    equal = [WEEKDAYS[other.day] for other in choices if not other.is_worse]
    if len(equal) == len(choices):
        text = _("Any of your days would do: the rules find nothing against it on {days}.")
        return Reason("day", text.format(days=listed(equal)), days=days)
    gravest = min((other for other in choices if other.is_worse), key=_gravity)
    also = _("{days} would do as well.").format(days=listed(equal)) if equal else ""
    return Reason("day", in_a_row(gravest.sentence, also), gravest.rule, days=days)


def _gravity(other: OtherDay) -> tuple[bool, float, int]:
    """Gravest first when sorted."""
    return other.verdict is not Verdict.BREAKS, -other.cost, other.day


def _why_this_order(athlete: Athlete, week: Week, session: Session) -> tuple[Reason, ...]:
    """The school's sentence for this order and the one against it; a key run goes first in any school."""
    if session.kind is not Kind.COMBINED:
        return ()
    school, orders = school_of(athlete), orders_of(athlete, session)
    if session.run is not None and session.run.is_key and session.order is Order.RUN_FIRST:
        rule = "no-hard-run-after-legs"
        return (_by_rule("order", RULE[rule].sentence, rule),)
    if session.order not in orders.allowed:
        other = _("This one is the other way round. By the order you chose:")
        return (_by_school(school, other, "session-order"),)
    turn = _turn_of(week, session) if orders.is_free else ""
    return (_by_school(school, turn, "alternate-order" if school.alternates else "session-order"),)


def _by_school(school: School, start: str, rule: str) -> Reason:
    """The school's word for and the one against it, and how sure the sources are."""
    return Reason("order", in_a_row(start, school.sentence), rule, school.source, school.against, school.confidence)


def _turn_of(week: Week, session: Session) -> str:
    """Which part's turn it is, by the combined session before it."""
    chain = week.combined
    index = chain.index(session)
    if index == 0 or chain[index - 1].order is session.order:
        return ""
    text = _("{day} started with the lift, so it is the other's turn.")
    if chain[index - 1].order is Order.RUN_FIRST:
        text = _("{day} started with the run, so it is the other's turn.")
    return text.format(day=WEEKDAYS[chain[index - 1].day])
