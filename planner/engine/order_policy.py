"""The schools on run/lift order as data: what each allows and prefers. No `if` on a school stands anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from planner.engine.domain import Athlete, Lift, Run, Session
from planner.engine.speech import Told, gettext_noop
from planner.engine.vocabulary import Goal, Intensity, Kind, Modality, Order, Policy, Region

RF, LF = Order.RUN_FIRST, Order.LIFT_FIRST


@dataclass(frozen=True, slots=True)
class Orders:
    """What a school says of one pairing: the orders allowed, the one preferred, the limits on the run (minutes)."""

    allowed: frozenset[Order]
    preferred: Order | None = None
    longest_run: int | None = None
    easy_only: bool = False

    def admits(self, run: Run) -> bool:
        """Whether the run keeps the limits of the pairing."""
        too_fast = self.easy_only and run.intensity is not Intensity.EASY
        return not too_fast and (self.longest_run is None or run.minutes <= self.longest_run)

    @property
    def is_free(self) -> bool:
        """Both orders are allowed."""
        return len(self.allowed) == 2


EITHER = Orders(frozenset({RF, LF}))
EITHER_RF = Orders(frozenset({RF, LF}), preferred=RF)
EITHER_LF = Orders(frozenset({RF, LF}), preferred=LF)
ONLY_RF = Orders(frozenset({RF}))
ONLY_LF = Orders(frozenset({LF}))
EASY_LF = Orders(frozenset({LF}), easy_only=True)
SHORT_RF = Orders(frozenset({RF}), longest_run=20, easy_only=True)
APART = Orders(frozenset())

# A row: an entry for each pairing, in this order.
Row = tuple[Orders, Orders, Orders, Orders, Orders]


class Pairing(IntEnum):
    """The columns of the table: what a lift trains and what run it shares a session with; steady counts as easy."""

    UPPER_EASY = 0
    UPPER_KEY = 1
    LOWER_EASY = 2
    FULL_EASY = 3
    LEGS_KEY = 4


def _same(row: Row) -> Mapping[Goal, Row]:
    return dict.fromkeys(Goal, row)


ALTERNATING: Row = (EITHER, ONLY_RF, EITHER, EITHER, ONLY_RF)


@dataclass(frozen=True, kw_only=True)
class School:
    """One answer to "run or lift first": its sentence for, its sentence against, how sure the sources are."""

    policy: Policy
    title: Told = Told()
    sentence: Told = Told()
    against: Told = Told()
    confidence: Told = Told()
    source: str
    rows: Mapping[Goal, Row]
    alternates: bool = False  # alternation is what this school promises


SCHOOLS: Mapping[Policy, School] = {
    school.policy: school
    for school in (
        School(
            policy=Policy.ALTERNATE,
            title=gettext_noop("Take turns"),
            sentence=gettext_noop(
                "You start with the run one time and with the weights the next, so neither always comes second."
            ),
            against=gettext_noop(
                "Leg strength gains a little more when the lift always comes first; for fat, size and fitness order "
                "hardly matters."
            ),
            confidence=gettext_noop("weak"),
            source="founding article; Methenitis 2018",
            rows=_same(ALTERNATING),
            alternates=True,
        ),
        School(
            policy=Policy.PRIORITY_FIRST,
            title=gettext_noop("Goal first"),
            sentence=gettext_noop("What you most want to improve comes first, while you are fresh."),
            against=gettext_noop(
                "The founding article also knows the opposite advice: finish with what you want to improve."
            ),
            confidence=gettext_noop("strong for leg strength, moderate for running quality"),
            source="Eddens 2018, Murlasits 2018, Doma & Deakin 2013; ACE chart",
            rows={
                Goal.ENDURANCE: (EITHER, ONLY_RF, EITHER_RF, EITHER_RF, ONLY_RF),
                Goal.SPEED: (EITHER_RF, ONLY_RF, EITHER_RF, EITHER_RF, ONLY_RF),
                Goal.STRENGTH: (ONLY_LF, ONLY_LF, ONLY_LF, ONLY_LF, APART),
                Goal.MUSCLE: (EITHER_LF, EITHER, ONLY_LF, ONLY_LF, APART),
                Goal.FAT_LOSS: (EITHER_RF, ONLY_RF, EITHER_LF, EITHER, ONLY_RF),
                Goal.GENERAL: (EITHER_RF, ONLY_RF, EITHER_LF, EITHER, ONLY_RF),
            },
        ),
        School(
            policy=Policy.FINISH_WITH_FOCUS,
            title=gettext_noop("Finish with the focus"),
            sentence=gettext_noop(
                "You finish with what you want to improve, since the body answers to what it did last."
            ),
            against=gettext_noop(
                "No trial shows that finishing with it works better; being fresh for it has better evidence."
            ),
            confidence=gettext_noop("weak"),
            source="founding article",
            rows={
                Goal.ENDURANCE: (ONLY_LF, ONLY_LF, EASY_LF, EASY_LF, APART),
                Goal.SPEED: (ONLY_LF, ONLY_LF, EASY_LF, EASY_LF, APART),
                Goal.STRENGTH: (SHORT_RF, ONLY_RF, SHORT_RF, SHORT_RF, APART),
                Goal.MUSCLE: (SHORT_RF, ONLY_RF, SHORT_RF, SHORT_RF, APART),
                Goal.FAT_LOSS: ALTERNATING,
                Goal.GENERAL: ALTERNATING,
            },
        ),
        School(
            policy=Policy.LEAST_LIKED_FIRST,
            title=gettext_noop("Least liked first"),
            sentence=gettext_noop("You get the part you like less out of the way first."),
            against=gettext_noop("It serves habit, not adaptation: nothing shows a training effect."),
            confidence=gettext_noop("convention"),
            source="ACE chart; founding article",
            rows={},
        ),
        School(
            policy=Policy.MY_ORDER,
            title=gettext_noop("My own order"),
            sentence=gettext_noop("You chose this order for every session."),
            against=gettext_noop("Always the same order leaves the second part tired every time."),
            confidence=gettext_noop("your word"),
            source="founding article: do it in the order that appeals to you",
            rows={},
        ),
    )
}

DISLIKED_ROWS = {Modality.RUN: ONLY_RF, Modality.LIFT: ONLY_LF}
MY_ROWS: Mapping[Order, Row] = {
    RF: (ONLY_RF, ONLY_RF, ONLY_RF, ONLY_RF, ONLY_RF),
    LF: (ONLY_LF, APART, ONLY_LF, ONLY_LF, APART),  # the run turns easy instead of changing the order
}
EXTRA_SIDE: Mapping[Goal, Order] = {
    Goal.ENDURANCE: RF,
    Goal.SPEED: RF,
    Goal.STRENGTH: LF,
    Goal.MUSCLE: LF,
    Goal.FAT_LOSS: RF,
    Goal.GENERAL: RF,
}


# The schools that ask, and what can be answered.
ANSWERS: Mapping[Policy, tuple[Modality | Order | None, ...]] = {
    Policy.LEAST_LIKED_FIRST: tuple(Modality),
    Policy.MY_ORDER: tuple(Order),
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a school settles for some goals, and for one answer where it asks: a row of the table."""

    goals: tuple[Goal, ...]
    answer: Modality | Order | None
    row: Row


def school_of(athlete: Athlete) -> School:
    """The school the athlete follows."""
    return SCHOOLS[athlete.order_policy]


def row_for(athlete: Athlete) -> Row:
    """The athlete's row of the table; the schools that ask the athlete answer with the athlete's own word."""
    return _row(athlete.order_policy, athlete.goal, athlete.my_order, athlete.likes_less)


@cache
def _row(policy: Policy, goal: Goal, my_order: Order | None, likes_less: Modality | None) -> Row:
    own: Mapping[Policy, Row | None] = {
        Policy.LEAST_LIKED_FIRST: _disliked_row(likes_less),
        Policy.MY_ORDER: MY_ROWS.get(my_order) if my_order else None,
    }
    return own.get(policy) or SCHOOLS[policy].rows.get(goal, ALTERNATING)


def rulings(policy: Policy) -> tuple[Ruling, ...]:
    """Every row of a school's table, goals of the same row together, as the planner itself goes by it."""
    found: dict[tuple[Modality | Order | None, Row], list[Goal]] = {}
    for answer in ANSWERS.get(policy, (None,)):
        for goal in Goal:
            my_order = answer if isinstance(answer, Order) else None
            likes_less = answer if isinstance(answer, Modality) else None
            found.setdefault((answer, _row(policy, goal, my_order, likes_less)), []).append(goal)
    return tuple(Ruling(tuple(goals), answer, row) for (answer, row), goals in found.items())


def _disliked_row(disliked: Modality | None) -> Row | None:
    if disliked is None:
        return None
    first = DISLIKED_ROWS[disliked]
    return (first, ONLY_RF, first, first, ONLY_RF)


def orders_for(athlete: Athlete, run: Run, lift: Lift) -> Orders:
    """What the athlete's school says of this run with this lift; a light lift counts as upper."""
    return row_for(athlete)[_pairing(run, lift)]


def _pairing(run: Run, lift: Lift) -> Pairing:
    if run.is_key:
        return Pairing.LEGS_KEY if lift.is_leg else Pairing.UPPER_KEY
    if not lift.is_leg:
        return Pairing.UPPER_EASY
    return Pairing.LOWER_EASY if lift.region is Region.LOWER else Pairing.FULL_EASY


def orders_of(athlete: Athlete, session: Session) -> Orders:
    """What the athlete's school says of this combined session as it stands; EITHER for any other kind."""
    if session.kind is not Kind.COMBINED or session.run is None or session.lift is None:
        return EITHER
    orders = orders_for(athlete, session.run, session.lift)
    return orders if orders.admits(session.run) else APART
