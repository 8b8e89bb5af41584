"""A week of the records is held against the rules once for as long as it, its neighbours and the person stay so."""

from datetime import timedelta

import pytest

from planner import records
from planner.engine import evaluate
from planner.records import read
from tests.factories import MONDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch):
    """The weeks that were evaluated."""
    weeks = []
    monkeypatch.setattr(records, "evaluate", lambda *values: weeks.append(values[1]) or evaluate(*values))
    return weeks


@pytest.fixture
def found(user, plan):
    return read(user, MONDAY)


def test_a_week_that_stays_is_evaluated_once(found, asked):
    assert found.evaluation(MONDAY) is found.evaluation(MONDAY)
    assert len(asked) == 1


def test_a_session_that_moves_is_seen(found, asked):
    was = found.evaluation(MONDAY)
    row = found.sessions[MONDAY][0]
    row.date, row.start = MONDAY + timedelta(days=6), 5 * 60
    assert found.evaluation(MONDAY) != was
    assert len(asked) == 2


def test_so_is_one_of_the_week_after(found, asked):
    found.evaluation(MONDAY)
    found.sessions[MONDAY + timedelta(weeks=1)][0].start += 5
    found.evaluation(MONDAY)
    assert len(asked) == 2


def test_and_an_answer(found, asked):
    was = found.evaluation(MONDAY)
    found.take_answers(found.profile.answers | {"rest_weekdays": [0]})
    assert found.evaluation(MONDAY) != was
    assert len(asked) == 2
