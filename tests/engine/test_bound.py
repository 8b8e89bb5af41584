"""What the days ahead cost at the least: the rough bound, and the one by days."""

from dataclasses import replace
from random import Random

import pytest

from planner.engine.bound import Bound
from planner.engine.contents import REST
from planner.engine.domain import DAYS
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


def test_what_is_dear_on_every_day_is_counted_from_the_start():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" else 0)
    by_name = {bound.samples[choice.number].content.name: rough for choice, rough, _ in roots(bound)}
    assert by_name["E"] >= DEAR  # the long run is still to be placed
    assert by_name["Lo"] < DEAR


def test_one_cheap_day_is_enough():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" and day != 3 else 0)
    assert all(rough < DEAR for choice, rough, _ in roots(bound))


def test_what_is_dear_on_the_days_left_is_counted_then():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" and day > 0 else 0)
    by_name = {bound.samples[choice.number].content.name: rough for choice, rough, _ in roots(bound)}
    assert by_name["E"] >= DEAR


def test_what_may_be_left_out_needs_no_place():
    bound = bound_of(["E", "Lo"], range(DAYS), lambda name, day: DEAR if name == "Lo" else 0).leaving_out(1)
    assert all(rough < DEAR for choice, rough, _ in roots(bound))
