"""The planner's proofs against CP-SAT's: 500 random weeks of 4 to 10 sessions, and profiles of every kind.

Collected only where OR-Tools is installed (conftest.py): `pip install -r requirements-oracle.txt`, then
`pytest tests/oracle/test_cpsat.py`.
"""

from collections.abc import Callable, Iterator
from itertools import count, islice
from typing import Any

import pytest

from planner.engine import athlete_from, plan_week, planning
from planner.engine.domain import Athlete, Context, Week
from planner.engine.evaluate import evaluate
from planner.engine.results import Evaluation, PlannedWeek
from tests.oracle.cpsat.comparison import disagreement
from tests.oracle.profiles import busy_profile, random_profile

BLOCKS, WEEKS_A_BLOCK, SEEDS_A_BLOCK = 20, 25, 150
KIND_BLOCKS, KINDS_A_BLOCK, KIND_SEEDS = 5, 40, 200
LEAST, MOST = 4, 10


@pytest.fixture(autouse=True)
def _weeks_as_placed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the shorter sessions of monotonous weeks, which come after the search and are no part of its claim."""

    def as_placed(athlete: Athlete, week: Week, context: Context, **_: Any) -> tuple[Week, Evaluation]:
        return week, evaluate(athlete, week, context)

    monkeypatch.setattr(planning, "varied", as_placed)


def planned_weeks(make: Callable[[int], Any], first: int, least: int) -> Iterator[tuple[int, Any, PlannedWeek]]:
    """Seed, profile and valid week of each seed from `first` on whose week holds so many to 10 sessions."""
    for seed in count(first):
        profile = make(seed) | {"exceptions": []}  # this week is one without dates
        planned = plan_week(athlete_from(profile))
        training = sum(session.is_training for session in planned.week.sessions)
        if planned.evaluation.valid and least <= training <= MOST:
            yield seed, profile, planned


def disagreements(weeks: Iterator[tuple[int, Any, PlannedWeek]], number: int) -> dict[int, str]:
    """What the two planners disagree on in so many weeks, by seed."""
    told = {seed: disagreement(profile, planned) for seed, profile, planned in islice(weeks, number)}
    assert len(told) == number
    return {seed: what for seed, what in told.items() if what}


@pytest.mark.parametrize("block", range(BLOCKS))
def test_same_cost_on_weeks_of_four_to_ten_sessions(block):
    weeks = planned_weeks(busy_profile, SEEDS_A_BLOCK * block, LEAST)
    assert disagreements(weeks, WEEKS_A_BLOCK) == {}


@pytest.mark.parametrize("block", range(KIND_BLOCKS))
def test_same_cost_for_profiles_of_every_kind(block):
    weeks = planned_weeks(random_profile, KIND_SEEDS * block, 1)
    assert disagreements(weeks, KINDS_A_BLOCK) == {}
