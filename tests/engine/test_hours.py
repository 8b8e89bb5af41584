"""Hours that change nothing: rules about weeks never see them, and a search does not try them one by one."""

from dataclasses import replace

from hypothesis import given

from planner.engine.domain import Athlete, Context, Week
from planner.engine.evaluate import evaluate
from planner.engine.rules import RULES
from planner.engine.rules.shapes import WeekRule
from planner.engine.solver import Search
from tests.engine.random_weeks import athletes, contexts, weeks
from tests.engine.test_solver import problem_of
from tests.engine.weeks import athlete

OF_WEEKS = tuple(rule for rule in RULES if isinstance(rule, WeekRule))
MANY = tuple(f"{hour:02d}:00" for hour in range(6, 20))


@given(athletes(), weeks(), contexts())
def test_rules_about_weeks_find_the_same_at_other_hours(who: Athlete, week: Week, context: Context) -> None:
    earlier = Week(tuple(replace(session, start=session.start // 2) for session in week.sessions))
    assert evaluate(who, week, context, OF_WEEKS) == evaluate(who, earlier, context, OF_WEEKS)


def nodes(starts: tuple[str, ...]) -> tuple[int, list[int]]:
    """The nodes of a search for the three best weeks of five runs, and the costs of these."""
    search = Search(problem_of(athlete(lifts_per_week=0), ["E", "E", "H", "M", "L"], range(7), starts), keep=3)
    costs = [found.cost for found in search.solutions()]
    return search.nodes, costs


def test_many_hours_that_cost_nothing_are_searched_as_one():
    once, many = nodes(("18:00",)), nodes(MANY)
    assert many == once
