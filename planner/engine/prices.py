"""Prices that outlive a question: the rules by shape, what a plan has priced so far, what the process remembers.

What days in a row cost depends on what they hold and on who trains, not on hours; it is kept for the process's life.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from planner.engine.domain import Athlete, Context, Session
from planner.engine.forms import Form
from planner.engine.rules import RULES
from planner.engine.rules.shapes import (
    Case,
    ChainRule,
    DayRule,
    NeighbourRule,
    PairRule,
    SessionRule,
    Totals,
    WeekRule,
    no_session,
)
from planner.engine.vocabulary import Goal

KNOWN_ATHLETES = 64  # whose costs of neighbouring days are kept
Day = tuple[Session, ...]
Mark = tuple[str | None, ...]  # what of a session rules about neighbouring days can tell apart
NeighbourCosts = dict[tuple[int, int], int]
MARKS: dict[tuple[Mark, ...], int] = {}  # a number for each that has been met
NUMBERS = count()  # asked by threads at once; one that loses the race leaves a number unused
NO_TOTALS = Totals(0, 0, 0, 0, 0)


@dataclass(frozen=True)
class Shapes:
    """The rules that speak of a goal, by shape, and those apart that need the clock."""

    on_session: tuple[SessionRule, ...]
    but_hours: tuple[SessionRule, ...]  # those of them that do not ask for the day's free hours
    on_day: tuple[DayRule, ...]
    by_totals: tuple[DayRule, ...]
    within_day: tuple[PairRule, ...]
    within_session: tuple[PairRule, ...]
    by_day: tuple[PairRule, ...]
    by_clock: tuple[PairRule, ...]
    on_neighbours: tuple[NeighbourRule, ...]
    on_chain: tuple[ChainRule, ...]
    on_week: tuple[WeekRule, ...]
    of_session: tuple[WeekRule, ...]
    farthest: int


@lru_cache(maxsize=KNOWN_ATHLETES)
def shapes_for(goal: Goal) -> Shapes:
    """The rules that apply to athletes with this goal."""
    rules = [rule for rule in RULES if rule.applies(Athlete(goal, ()))]
    sessions = tuple(r for r in rules if isinstance(r, SessionRule))
    days = [r for r in rules if isinstance(r, DayRule)]
    pairs = tuple(r for r in rules if isinstance(r, PairRule))
    weeks = tuple(r for r in rules if isinstance(r, WeekRule))
    return Shapes(
        on_session=sessions,
        but_hours=tuple(r for r in sessions if not r.hours),
        on_day=tuple(r for r in days if not r.by_totals),
        by_totals=tuple(r for r in days if r.by_totals),
        within_day=pairs,
        within_session=tuple(r for r in pairs if r.within),
        by_day=tuple(r for r in pairs if r.reach and not r.clock),
        by_clock=tuple(r for r in pairs if r.reach and r.clock),
        on_neighbours=tuple(r for r in rules if isinstance(r, NeighbourRule)),
        on_chain=tuple(r for r in rules if isinstance(r, ChainRule)),
        on_week=weeks,
        of_session=tuple(r for r in weeks if r.of_session is not no_session),
        farthest=max(r.reach for r in pairs),
    )


@lru_cache(maxsize=KNOWN_ATHLETES)
def neighbour_costs(person: Athlete) -> NeighbourCosts:
    """What days in a row have cost this kind of athlete so far, by what they hold; kept for the process's life."""
    return {}


def person_of(athlete: Athlete) -> Athlete:
    """The athlete as rules about neighbouring days know them: who they are, whenever they have time."""
    return Athlete(
        athlete.goal,
        (),
        run_level=athlete.run_level,
        lift_level=athlete.lift_level,
        order_policy=athlete.order_policy,
        my_order=athlete.my_order,
        likes_less=athlete.likes_less,
        medical_caution=athlete.medical_caution,
    )


def marks_of(sessions: Day) -> tuple[Mark, ...]:
    """What neighbours of a day can see of it."""
    return tuple(
        (
            s.kind,
            s.order,
            s.run.intensity if s.run else None,
            s.lift.region if s.lift else None,
            s.lift.effort if s.lift else None,
        )
        for s in sessions
    )


def number_of(sessions: Day) -> int:
    """A number for all days with these marks."""
    return MARKS.setdefault(marks_of(sessions), next(NUMBERS))


@dataclass(eq=False)
class Prices:
    """What one athlete's plans have priced so far, whatever question asked for it."""

    athlete: Athlete
    own: dict[Form, int] = field(default_factory=dict)
    by_totals: dict[Totals, dict[Form, int]] = field(default_factory=dict)
    marks: dict[Form, int] = field(default_factory=dict)
    clock: dict[tuple[Form, Form, int], int] = field(default_factory=dict)

    makeups: dict[Form, int] = field(default_factory=dict)
    numbers: dict[Day, int] = field(default_factory=dict)  # of makeups

    def makeup(self, form: Form) -> int:
        """A number for what a form holds, whatever the hours."""
        number = self.makeups.get(form)
        if number is None:
            whole = tuple(session.moved(0, 0) for session in form.sessions)
            number = self.makeups[form] = self.numbers.setdefault(whole, len(self.numbers))
        return number

    def __post_init__(self) -> None:
        """The neighbours' costs outlive the plan: they know no hours."""
        self.person = Case(person_of(self.athlete), Context(), NO_TOTALS)
        self.neighbours = neighbour_costs(self.person.athlete)
