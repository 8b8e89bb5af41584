"""The planner's proof against CP-SAT's: same cost on random weeks of 4 to 10 sessions.

Collected only where OR-Tools is installed (conftest.py): `pip install -r requirements-oracle.txt`, then
`pytest tests/oracle/test_cpsat.py`.
"""

import pytest

from planner.engine import Week, athlete_from, evaluate, plan_week
from planner.engine.domain import Athlete
from planner.engine.results import PlannedWeek
from tests.benchmarks.athletes import random_athlete
from tests.oracle.cpsat_week import CONSTANT, WeekModel
from tests.oracle.profiles import random_profile

LEAST, MOST = 4, 10


def disagreement(athlete: Athlete, planned: PlannedWeek) -> str:
    """What the two planners disagree on; empty where they agree."""
    score = planned.evaluation.score
    constant = sum(f.cost for f in planned.evaluation.findings if f.rule in CONSTANT)
    model = WeekModel(athlete, planned.week)
    least = model.solve()
    if least is None:
        return "no placing is valid"
    theirs = evaluate(athlete, model.chosen)
    if not theirs.valid or abs(theirs.score - least - constant) > 0.01:
        return f"the model says {least + constant}, the rules say {theirs.score}, valid: {theirs.valid}"
    if least + constant > score + 0.01:
        return f"the planner's {score} undercuts the proven {least + constant}"
    if planned.optimal and least + constant < score - 0.01:
        return f"{score} is called optimal, {least + constant} is possible: {Week.of(list(model.chosen.sessions))}"
    return ""


@pytest.mark.parametrize("block", range(10))
def test_same_cost_on_weeks_of_four_to_ten_sessions(block):
    found, compared = {}, 0
    for seed in range(20 * block, 20 * block + 20):
        athlete = random_athlete(seed)
        planned = plan_week(athlete)
        if planned.evaluation.valid and LEAST <= len(planned.week.sessions) <= MOST:
            compared += 1
            if told := disagreement(athlete, planned):
                found[seed] = told
    assert (found, compared >= 10) == ({}, True)


@pytest.mark.parametrize("block", range(5))
def test_same_cost_for_profiles_of_every_kind(block):
    found = {}
    for seed in range(40 * block, 40 * block + 40):
        athlete = athlete_from(random_profile(seed))
        planned = plan_week(athlete)
        if planned.evaluation.valid and planned.week.sessions and (told := disagreement(athlete, planned)):
            found[seed] = told
    assert found == {}
