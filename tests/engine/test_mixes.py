"""What rules about weeks cost whichever mix of contents a week is made of."""

from planner.engine import posed
from planner.engine.bound import Bound
from planner.engine.domain import Athlete
from planner.engine.mixes import Mixes
from planner.engine.planning import plan_week
from planner.engine.solver import Search
from planner.engine.tables import FORBIDDEN, UNIT
from planner.engine.vocabulary import Goal, Level
from tests.engine.test_solver import problem_of
from tests.engine.weeks import athlete, windows


def floor_for(texts, starts=("18:00",)):
    return Mixes(Bound(problem_of(athlete(), texts, range(7), starts))).floor


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


def test_what_is_placed_already_leaves_fewer_mixes():
    bound = Bound(problem_of(athlete(), ["E", "E", "E", "E", "E", "L"], range(7)))
    mixes = Mixes(bound)
    easy = next(n for n, sample in enumerate(bound.samples) if sample.content.name == "E")
    assert mixes.least([easy] * 5) == mixes.least([]) == mixes.floor
    assert mixes.least([easy] * 6) == FORBIDDEN


def test_mixes_that_no_week_can_have_make_no_other_look_cheap(monkeypatch):
    searches = []
    monkeypatch.setattr(posed, "Search", lambda *args, **kw: searches.append(Search(*args, **kw)) or searches[-1])
    hours = "0 18:00-19:30, 1 18:00-19:30, 2 18:00-20:00, 3 18:00-21:00, 4 18:00-19:30, 5 18:00-20:00, 6 18:00-21:00"
    who = Athlete(Goal.GENERAL, windows(hours), run_level=Level.ADVANCED, lift_level=Level.ADVANCED)
    assert plan_week(who).optimal
    assert sum(search.nodes for search in searches) < 30
    assert any(search.narrowed for search in searches)


def test_contents_of_dear_mixes_are_told_from_others():
    bound = Bound(problem_of(athlete(), ["E", "E", "E", "E", "E", "L"], range(7)))
    mixes, names = Mixes(bound), {n: sample.content.name for n, sample in enumerate(bound.samples)}
    assert {names[n] for n in mixes.below(FORBIDDEN)} == {"E", "L"}
    assert mixes.below(mixes.floor) == frozenset()


def test_among_fewer_contents_no_week_costs_less():
    problem = problem_of(athlete("endurance", "advanced"), ["E", "E", "H", "Lo"], range(7))
    whole = Bound(problem)
    numbers = {sample.content.name: n for n, sample in enumerate(whole.samples)}
    fewer = whole.among(frozenset({numbers["E"], numbers["Lo"]}))
    first, left = numbers["-" if "-" in numbers else "rest"], whole.stock
    assert whole.least(1, first, first, 0, left) < FORBIDDEN
    assert fewer.least(1, first, first, 0, left) >= FORBIDDEN  # nothing takes the hard run any more
    hard = next(choice for choice in whole.days[0] if choice.number == numbers["H"])
    after = (1, hard.number, hard.number, 0, left - hard.takes)
    assert fewer.least(*after) == whole.least(*after)
