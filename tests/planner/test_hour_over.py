"""Of today an hour that is over: told as such in every verdict, and after the drop as before it."""

from datetime import timedelta

import pytest

from planner.engine import HOUR_OVER
from tests.factories import MONDAY, MONDAY_MORNING, TUESDAY, act, make_plan, sessions_of, told

pytestmark = pytest.mark.django_db
TWICE = [
    {"weekday": day, "start": start, "end": end}
    for day in range(7)
    for start, end in (("06:00", "07:30"), ("18:00", "20:30"))
]
NIGHT = MONDAY_MORNING + timedelta(days=1, hours=15)  # Tuesday 21:00


@pytest.fixture
def last(user, set_clock):
    """The last session of a week whose Tuesday is free."""
    rows = sessions_of(make_plan(user, availability=TWICE, training_days=3))
    return next(row for row in rows if row.date > TUESDAY)


@pytest.fixture
def empty_tuesday(user_client, last):
    """Nothing else is left of the week, so that Tuesday would fit."""
    for row in sessions_of(last.week.plan):
        if row.pk != last.pk:
            act(user_client, row, "delete")
    return last


def verdict(client, row):
    return client.get(f"/sessions/{row.pk}/verdicts/").json()["days"][TUESDAY.isoformat()]


def test_while_hours_are_left_it_fits(user_client, empty_tuesday, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=1, hours=6))  # Tuesday noon
    found = verdict(user_client, empty_tuesday)
    assert (found["verdict"], found["start"]) == ("ok", "18:00")


def test_in_the_evening_it_is_a_caution_with_words(user_client, empty_tuesday, set_clock):
    set_clock(NIGHT)
    found = verdict(user_client, empty_tuesday)
    assert (found["verdict"], found["possible"]) == ("caution", True)
    assert found["text"].endswith(HOUR_OVER)


def test_the_drop_says_what_was_promised(user_client, empty_tuesday, set_clock):
    set_clock(NIGHT)
    found = verdict(user_client, empty_tuesday)
    response = act(user_client, empty_tuesday, "move", date=TUESDAY.isoformat(), start=found["start"])
    assert told(response).endswith(found["text"])
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]


def test_an_hour_to_come_says_nothing(user_client, empty_tuesday, set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=1, hours=6))
    response = act(user_client, empty_tuesday, "move", date=TUESDAY.isoformat(), start="18:00")
    assert HOUR_OVER not in told(response)


def test_the_other_days_say_it_too(user_client, empty_tuesday, set_clock):
    set_clock(NIGHT)
    found = user_client.get(f"/sessions/{empty_tuesday.pk}/").context["detail"]
    (tuesday,) = (day for day in found.other_days.days if day.date == TUESDAY)
    assert tuesday.tone == "caution"
    assert tuesday.text.endswith(HOUR_OVER)
    assert "Tuesday would do" not in " ".join(reason.text for reason in found.reasons)


def test_a_drop_where_it_lies_says_nothing(user_client, user, set_clock):
    row = sessions_of(make_plan(user, availability=TWICE, training_days=3))[0]
    set_clock(MONDAY_MORNING + timedelta(days=(row.date - MONDAY).days, hours=15))
    response = act(
        user_client, row, "move", date=row.date.isoformat(), start=f"{row.start // 60:02}:{row.start % 60:02}"
    )
    assert HOUR_OVER not in told(response)
