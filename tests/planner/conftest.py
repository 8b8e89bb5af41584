"""A clock that stands still, and a person with a plan."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from planner import clock
from planner.models import Plan, Session
from tests.factories import ANSWERS, MONDAY_MORNING, make_plan, sessions_of

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
def first(plan: Plan) -> Session:
    """Monday's session of that plan: run first, then lift."""
    return sessions_of(plan)[0]


@pytest.fixture
def other_plan(other_user: User, set_clock: SetClock) -> Plan:
    """The plan of `other_user`, made from the same answers."""
    return make_plan(other_user)


GOALS: dict[str, Any] = {
    **{name: value for name, value in ANSWERS.items() if name != "availability"},
    "timezone": "Europe/Berlin",
    **{f"availability-{day}-0-start": "18:00" for day in range(5)},
    **{f"availability-{day}-0-end": "20:00" for day in range(5)},
}  # the goals form as a browser sends it


@pytest.fixture
def guest_client(db: None, set_clock: SetClock) -> Client:
    """A browser without an account that has saved goals on Monday morning."""
    client = Client()
    assert client.post("/goals/", GOALS).status_code == 302
    return client


@pytest.fixture
def guest(guest_client: Client) -> User:
    """Who that browser is."""
    return User.objects.get(pk=guest_client.session["_auth_user_id"])
