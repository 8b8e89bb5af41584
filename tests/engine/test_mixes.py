"""What rules about weeks cost whichever mix of contents a week is made of."""

from planner.engine.bound import Bound
from planner.engine.mixes import floor_of
from planner.engine.solver import Search
from planner.engine.tables import UNIT
from tests.engine.test_solver import problem_of
from tests.engine.weeks import athlete


def floor_for(texts, starts=("18:00",)):
    return floor_of(Bound(problem_of(athlete(), texts, range(7), starts)))


def certain(texts):
    """What totals alone make certain."""
    return problem_of(athlete(), texts, range(7)).tables.floor


def test_equal_days_are_monotonous_wherever_they_lie():
    assert floor_for(["E"] * 6) - certain(["E"] * 6) == 8 * UNIT
    assert floor_for(["E", "E", "L"]) == certain(["E", "E", "L"])


def test_hours_make_no_difference():
    assert floor_for(["E"] * 6, ("07:00", "18:00")) == floor_for(["E"] * 6)


def test_a_search_through_monotonous_weeks_ends_at_once():
    search = Search(problem_of(athlete("muscle"), ["E", "E", "E", "U", "U", "Lo"], range(7), ("06:00", "18:00")))
    solution = search.solve()
    assert solution.proven
    assert search.nodes < 1_000
