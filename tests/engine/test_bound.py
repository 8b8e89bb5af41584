"""What the days ahead cost at the least: the rough bound, and the one by days."""

from dataclasses import replace
from random import Random

import pytest

from planner.engine.bound import Bound
from planner.engine.contents import REST
from planner.engine.domain import DAYS
from planner.engine.tables import FORBIDDEN, last_combined
from planner.engine.vocabulary import Policy
from tests.engine.test_solver import problem_of, random_case
from tests.engine.weeks import athlete

DEAR = 7


def bound_of(texts, days, untidy):
    """The bound of a week with these sessions, each as untidy on a day as `untidy` says of its name and the day."""
    problem = problem_of(athlete("endurance", "advanced"), texts, days)
    return Bound(replace(problem, options=told(problem.options, untidy)))


def told(options, untidy):
    """The options of each day with what they cost beyond the rules."""
    return tuple(
        tuple(o if o.content is REST else o._replace(untidy=untidy(o.content.name, day)) for o in of_day)
        for day, of_day in enumerate(options)
    )


def name_of(bound, choice):
    """What a content is called."""
    return bound.samples[choice.number].content.name


def roots(bound):
    """What the rough bound and the one by days say after each content of the first day."""
    for choice in bound.days[0]:
        group, left = max(bound.group[choice.number], 0), bound.stock - choice.takes
        rough = bound.rough(1, choice.number, choice.number, left)
        yield choice, rough, bound.least(1, choice.number, choice.number, group, left)


@pytest.mark.parametrize("seed", range(20))
def test_the_rough_bound_never_says_more(seed):
    who, texts, days, starts, context = random_case(seed)
    problem, rng = problem_of(who, texts, days, starts, context), Random(seed)
    bound = Bound(replace(problem, options=told(problem.options, lambda name, day: rng.randrange(4))))
    for _, rough, least in roots(bound) if bound.has_room else ():
        assert rough <= least


@pytest.mark.parametrize("seed", range(20))
def test_without_the_circle_the_bound_never_says_more(seed):
    who, texts, days, starts, context = random_case(seed)
    bound = Bound(problem_of(who, texts, days, starts, context))
    for choice, _, least in roots(bound) if bound.has_room else ():
        group, left = max(bound.group[choice.number], 0), bound.stock - choice.takes
        assert bound.least_open(choice.number, group, left) <= least


def test_without_the_circle_the_seam_is_free():
    bound = bound_of(["Lo", "H"], [0, 6], lambda name, day: 0)
    hard, left = next((c.number, bound.stock - c.takes) for c in bound.days[0] if name_of(bound, c) == "H")
    assert bound.least_open(hard, 0, left) == 0
    assert bound.least(1, hard, hard, 0, left) >= FORBIDDEN  # Sunday's legs meet Monday's hard run


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("goal", ["general", "endurance", "strength"])
def test_what_looks_the_same_to_the_next_session_makes_it_cost_the_same(policy, goal):
    who = athlete(goal, "advanced", order_policy=policy)
    problem = problem_of(who, ["E20+U", "E20+Lo", "H20+U", "E60+F", "F+E20", "U+E20", "Lo+E20"], range(DAYS))
    bound, tables = Bound(problem).leaving_out(1), problem.tables
    for number, sample in enumerate(bound.samples):
        if last := last_combined(sample):
            turns = tuple(tables.chain(last, other) for other in bound.samples)
            assert bound.chain[bound.group[number]] == turns


def test_what_is_dear_on_every_day_is_counted_from_the_start():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" else 0)
    by_name = {name_of(bound, choice): rough for choice, rough, _ in roots(bound)}
    assert by_name["E"] >= DEAR  # the long run is still to be placed
    assert by_name["Lo"] < DEAR


def test_one_cheap_day_is_enough():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" and day != 3 else 0)
    assert all(rough < DEAR for choice, rough, _ in roots(bound))


def test_what_is_dear_on_the_days_left_is_counted_then():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" and day > 0 else 0)
    by_name = {name_of(bound, choice): rough for choice, rough, _ in roots(bound)}
    assert by_name["E"] >= DEAR


def test_what_may_be_left_out_needs_no_place():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" else 0).leaving_out(1)
    assert all(rough < DEAR for choice, rough, _ in roots(bound))
