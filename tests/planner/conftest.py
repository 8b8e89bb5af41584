"""A clock that stands still, and a person with a plan."""

from collections.abc import Callable
from datetime import datetime

import pytest

from accounts.models import User
from planner import clock
from planner.models import Plan
from tests.factories import MONDAY_MORNING, make_plan

SetClock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the time, in UTC; it is Monday morning at first."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    set_to(MONDAY_MORNING)
    return set_to


@pytest.fixture
def plan(user: User, set_clock: SetClock) -> Plan:
    """The plan of `user`, made on Monday morning: combined sessions at 18:00 from Monday to Friday."""
    return make_plan(user)


@pytest.fixture
def other_plan(other_user: User, set_clock: SetClock) -> Plan:
    """The plan of `other_user`, made from the same answers."""
    return make_plan(other_user)
