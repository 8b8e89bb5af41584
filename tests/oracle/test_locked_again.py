"""A week that is proven best, planned again with some of its sessions locked, is as good as it was."""

from random import Random

import pytest

from planner.engine import athlete_from, plan_week, with_locks
from planner.engine.vocabulary import Lock
from tests.oracle.profiles import busy_profile, random_profile

# Halves of a day's two sessions that are locked alone; pairs that stand; long runs and lengths that stand or are kept.
WHOLE = (11000112, 11000142, 11000171, 11000336, 11000609, 11000654, 11000833, 11000954, 11001034, 11001413, 11001496)
PARTLY = (11000641, 11001647, 11002436)
SOME = range(11_000_000, 11_000_300)


def again(seed, most_grains):
    """A week that is proven and gave nothing up, and the same with random grains of random sessions kept."""
    draw = Random(seed)
    who = athlete_from(busy_profile(seed) if draw.random() < 0.6 else random_profile(seed))
    first = plan_week(who)
    if not first.optimal or first.changes:
        return None
    fixed = [
        with_locks(session, draw.sample(list(Lock), 4 if most_grains == 4 else draw.randint(1, most_grains)))
        for session in first.week.sessions
        if draw.random() < 0.6
    ]
    return first, plan_week(who, fixed=fixed), fixed


@pytest.mark.parametrize(("seed", "most_grains"), [*((seed, 4) for seed in WHOLE), *((seed, 3) for seed in PARTLY)])
def test_it_keeps_its_score_and_gives_nothing_up(seed, most_grains):
    first, second, _ = again(seed, most_grains)
    assert second.evaluation.score <= first.evaluation.score
    assert second.changes == ()


@pytest.mark.parametrize("most_grains", [3, 4])
def test_or_it_is_not_called_the_best(most_grains):
    tasks = [task for seed in SOME if (task := again(seed, most_grains))]
    assert len(tasks) > 80
    worse = [
        second
        for first, second, _ in tasks
        if second.evaluation.score > first.evaluation.score and second.optimal and not second.changes
    ]
    assert worse == []


@pytest.mark.parametrize("seed", WHOLE)
def test_what_is_locked_stays_as_it_is(seed):
    _, second, fixed = again(seed, 4)
    assert all(second.week.find(session.id) == session for session in fixed)
