"""What each place of the week would mean for a session in the hand, before it is dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from planner.engine.domain import DAYS, Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.in_hand import InHand
from planner.engine.judge import judge
from planner.engine.moves import LOCKED, Impossible, exchange, placed, turned
from planner.engine.results import DayVerdict, Evaluation, Judgement, SlotVerdict
from planner.engine.slots import Slot, slots_of
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Lock, Order, Verdict
from planner.engine.wording import WEEKDAYS, in_a_row

OVER = gettext_noop("This day is over.")
HOUR_OVER = gettext_noop("That hour is over; fine if you did it then.")
HERE = gettext_noop("It is here now.")
ELSEWHERE = gettext_noop("This session keeps its day. Free the day to move it to another week.")
EXCHANGE = Words(
    {
        Verdict.OK: gettext_noop("Exchange with {day}: fits."),
        Verdict.CAUTION: gettext_noop("Exchange with {day}: costs the week something."),
        Verdict.BREAKS: gettext_noop("Exchange with {day}: breaks a rule."),
    }
)
EXCHANGE_OVER = gettext_noop("Exchange with {day}: fits, at an hour that is over.")
GRAVITY = list(Verdict)
Moment = tuple[int, int]  # a weekday and a minute of that day


def verdicts(
    athlete: Athlete,
    week: Week,
    session_id: str,
    *,
    context: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
    now: Moment | None = None,
) -> tuple[SlotVerdict, ...]:
    """Every place of the seven days, in time order; a combined session has each place in both orders, its own first.

    A verdict is that of the week after `move` there, turned by `flip` where the order differs. `closed_days` take
    nothing; of the day of `now` an earlier hour is a caution at least, since it is over. KeyError where the week has no
    such session.
    """
    hand = Hand(athlete, week, week.find(session_id), context, closed_days, now)
    orders = (hand.session.order, hand.session.order.other) if hand.session.order else (None,)
    return tuple(found for day in range(DAYS) for order in orders for found in hand.verdicts_on(day, order))


def day_verdicts(
    athlete: Athlete,
    week: Week,
    session_id: str,
    *,
    context: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
    now: Moment | None = None,
) -> tuple[DayVerdict, ...]:
    """What each of the seven days means: the verdict of its best place in the session's own order."""
    hand = Hand(athlete, week, week.find(session_id), context, closed_days, now)
    return tuple(hand.verdict_of(day) for day in range(DAYS))


def visiting(
    athlete: Athlete,
    week: Week,
    session: Session,
    *,
    context: Context | None = None,
    left: Context | None = None,
    closed_days: frozenset[int] = frozenset(),
    now: Moment | None = None,
) -> tuple[tuple[DayVerdict, ...], tuple[SlotVerdict, ...]]:
    """What this week means for a session of another one: its seven days, and every place, in the session's own order.

    A verdict compares the week with the session in it to the week as it stands. `week` holds no session of this id;
    `context` is what surrounds it now, `left` once the session has left its own week.
    """
    hand = Visitor(athlete, Week.of([*week.sessions, session]), session, left, closed_days, now, context)
    places = tuple(found for day in range(DAYS) for found in hand.verdicts_on(day, session.order))
    return tuple(hand.verdict_of(day) for day in range(DAYS)), places


@dataclass(frozen=True)
class Hand:
    """A session taken up from a week, judged wherever it may be put."""

    athlete: Athlete
    week: Week
    session: Session
    context: Context | None
    closed_days: frozenset[int]
    now: Moment | None = None

    @cached_property
    def before(self) -> Evaluation:
        """The week as it stands."""
        return self._in_hand.rearranged(self.week)

    @cached_property
    def _in_hand(self) -> InHand:
        return InHand.of(self.athlete, self.week, self.session.id, self.context)

    def verdicts_on(self, day: int, order: Order | None) -> Iterator[SlotVerdict]:
        """The places of a day, with the session's parts in that order."""
        for slot in slots_of(self.athlete, self.week, self.session, day):
            yield self._verdict(slot, order)

    def _verdict(self, slot: Slot, order: Order | None) -> SlotVerdict:
        if slot.day in self.closed_days:
            return _no(slot, order, _(OVER))
        try:
            session = self._put(slot, order)
        except Impossible as reason:
            return _no(slot, order, str(reason))
        if session == self.session:
            return _told(slot, order, Judgement(Verdict.OK, 0), _(HERE))
        judgement = judge(self.before, self._in_hand.evaluation(session))
        told = _told(slot, order, judgement, judgement.text)
        return _gone(told) if self._is_over(session) else told

    def _is_over(self, session: Session) -> bool:
        """Whether the hour at which it would begin is past on the person's day."""
        return self.now is not None and session.day == self.now[0] and session.start < self.now[1]

    def _put(self, slot: Slot, order: Order | None) -> Session:
        is_here = (slot.day, slot.start) == (self.session.day, self.session.start)
        session = self.session if is_here else placed(self.week, self.session, slot.day, slot.start)
        return session if order is session.order else turned(session)

    def verdict_of(self, day: int) -> DayVerdict:
        """The day's best place; a taken day also tells what exchanging it with the session's own would mean."""
        best = min(self.verdicts_on(day, self.session.order), key=self._rank)
        if not best.possible:  # then no hour is: the reason is told for its own
            best = self._verdict(Slot(day, self.session.start, best.position), self.session.order)
        found = DayVerdict(
            day, best.start, best.verdict, best.text, best.cost, possible=best.possible, rule=best.rule, over=best.over
        )
        exchanged = None if best.possible else self.exchanged(day)
        if exchanged is None:
            return found
        too_late = exchanged.verdict is Verdict.CAUTION and exchanged.finding is None
        means = _(EXCHANGE_OVER) if too_late else EXCHANGE[exchanged.verdict]
        return replace(found, exchange=means.format(day=WEEKDAYS[day]), exchanged=exchanged.verdict)

    def _rank(self, found: SlotVerdict) -> tuple[bool, bool, int, float, bool, float]:
        """Best first when sorted: where it is now, what can be, the verdict, what it costs, the session's own hour."""
        cost = max(found.cost, 0)
        moves_hour = found.start != self.session.start
        return not self._is_here(found), not found.possible, GRAVITY.index(found.verdict), cost, moves_hour, found.cost

    def _is_here(self, found: SlotVerdict) -> bool:
        """Whether it is the place that the session has now, as far as it can be told without its order."""
        return found.possible and (found.day, found.start) == (self.session.day, self.session.start)

    def exchanged(self, day: int) -> Judgement | None:
        """What the exchange of the session's day with another would mean; None where it cannot be."""
        if self.session.locked or {day, self.session.day} & self.closed_days:
            return None
        try:
            other = exchange(self.athlete, self.week, self.session.id, day)
        except Impossible:
            return None
        judgement = judge(self.before, self._in_hand.rearranged(other))
        moved = (session for session in other.sessions if session not in self.week.sessions)
        fits = judgement.verdict is Verdict.OK
        return replace(judgement, verdict=Verdict.CAUTION) if fits and any(map(self._is_over, moved)) else judgement


def _gone(told: SlotVerdict) -> SlotVerdict:
    """A place whose hour is over: people note in the evening what they did in the morning, so it can be chosen."""
    text = in_a_row("" if told.verdict is Verdict.OK else told.text, _(HOUR_OVER))
    verdict = Verdict.BREAKS if told.verdict is Verdict.BREAKS else Verdict.CAUTION
    return replace(told, verdict=verdict, text=text, over=True)


@dataclass(frozen=True)
class Visitor(Hand):
    """A session of another week: wherever it is put here is new to this week, and there is no day to exchange.

    `context` is that of its being here, `as_is` what surrounds the week while it is still elsewhere.
    """

    as_is: Context | None = None

    @cached_property
    def before(self) -> Evaluation:
        """The week without its visitor."""
        others = (session for session in self.week.sessions if session.id != self.session.id)
        return evaluate(self.athlete, Week.of(others), self.as_is)

    def _is_here(self, found: SlotVerdict) -> bool:
        """No: every place of this week is new to it."""
        return False

    def exchanged(self, day: int) -> Judgement | None:
        """None: days of two weeks are not exchanged."""
        return None

    def _verdict(self, slot: Slot, order: Order | None) -> SlotVerdict:
        if slot.day in self.closed_days:
            return _no(slot, order, _(OVER))
        try:
            if self.session.keeps(Lock.DAY):
                raise Impossible(_(LOCKED) if self.session.locked else _(ELSEWHERE))
            session = placed(self.week, self.session, slot.day, slot.start)
        except Impossible as reason:
            return _no(slot, order, str(reason))
        judgement = judge(self.before, self._in_hand.evaluation(session))
        told = _told(slot, order, judgement, judgement.text)
        return _gone(told) if self._is_over(session) else told


def _told(slot: Slot, order: Order | None, judgement: Judgement, text: str) -> SlotVerdict:
    rule = judgement.finding.rule if judgement.finding else None
    return SlotVerdict(
        slot.day, slot.start, slot.position, slot.window, order, judgement.verdict, text, judgement.cost, rule=rule
    )


def _no(slot: Slot, order: Order | None, reason: str) -> SlotVerdict:
    return SlotVerdict(
        slot.day, slot.start, slot.position, slot.window, order, Verdict.BREAKS, reason, 0, possible=False
    )
