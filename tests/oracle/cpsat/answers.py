"""What CP-SAT answers to the planner's questions: the cheapest week of a prescription or of given sessions."""

from __future__ import annotations

from planner.engine import Context, athlete_from
from planner.engine.domain import Athlete
from planner.engine.posed import Task
from planner.engine.prescription import Prescription, other_split, prescribe
from planner.engine.subtract import without_given
from planner.engine.volume import dosed
from tests.oracle.cpsat.model import WeekModel
from tests.oracle.cpsat.question import Question, Starts
from tests.oracle.cpsat.rules import RULES
from tests.oracle.facts import Json
from tests.oracle.orders import policy_of


def model_of(question: Question) -> WeekModel:
    """The question as a model with every rule."""
    week = WeekModel(question)
    for rule in RULES:
        rule(week)
    return week


def cheapest(profile: Json, rx: Prescription, starts: Starts = Starts.ANY) -> tuple[WeekModel, float] | None:
    """The cheapest week of the prescription, solved, and its cost; None where it has none.

    As docs/planner.md has it: the promise of taking turns comes before full length, full length before score.
    """
    promised = policy_of(profile) == "alternate" and rx.combined > 1
    for turns in (True, False) if promised else (False,):
        for cut in (False, True):
            week = model_of(Question(profile, rx, cut, turns, starts))
            cost = week.solve()
            if cost is not None:
                return week, cost
    return None


def asked_of(athlete: Athlete) -> list[Prescription]:
    """The prescription that the planner starts from, and the other split where the table leaves that open."""
    task = Task(athlete, Context())
    rx, _ = prescribe(athlete, task.context, task.room)
    rx = dosed(athlete, task.context, without_given(rx, (), task.days_left, task.training_left))
    return [one for one in (rx, other_split(athlete, rx)) if one is not None]


def planned_cost(profile: Json, relaxed: Prescription) -> float | None:
    """The cost of the week that is planned for the profile; `relaxed` is asked where the wishes have no week.

    Of two splits the cheaper one, the second asked only where the first costs something; as `plan_week` does it, but
    for the rungs between the wishes and what was relaxed.
    """
    costs: list[float] = []
    for rx in asked_of(athlete_from(profile)):
        if not costs or costs[0] > 0:
            answer = cheapest(profile, rx)
            costs += [answer[1]] if answer else []
    if costs:
        return min(costs)
    answer = cheapest(profile, relaxed)
    return answer[1] if answer else None
