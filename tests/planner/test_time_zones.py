"""A person's day is the day where they live."""

from datetime import UTC, date, datetime

import pytest

from planner import clock
from planner.models import Week
from planner.services import sessions
from planner.services.outcome import Refused
from tests.factories import MONDAY, make_plan, sessions_of, version_of

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)  # Tuesday; Wednesday morning in Auckland, Tuesday noon in Honolulu


@pytest.mark.parametrize(
    ("zone", "today"),
    [("Pacific/Auckland", date(2026, 12, 2)), ("UTC", date(2026, 12, 1)), ("Pacific/Honolulu", date(2026, 12, 1))],
)
def test_today(set_clock, zone, today):
    set_clock(EVENING)
    assert clock.today(zone) == today


def test_the_board_marks_the_persons_own_day(user, user_client, set_clock):
    make_plan(user, timezone="Pacific/Auckland")
    set_clock(EVENING)
    days = user_client.get("/week/").context["board"].days
    assert [day.date.day for day in days if day.is_today] == [2]
    assert [day.date.day for day in days if day.is_past] == [30, 1]


def test_a_new_week_begins_with_the_persons_own_monday(user, user_client, set_clock):
    make_plan(user, timezone="Pacific/Auckland")
    set_clock(datetime(2026, 12, 6, 12, 0, tzinfo=UTC))  # Sunday noon; Monday 01:00 in Auckland
    assert user_client.get("/week/").context["board"].iso == "2026-W50"


def test_a_plan_begins_in_the_persons_own_week(user, set_clock):
    set_clock(datetime(2026, 11, 30, 5, 0, tzinfo=UTC))  # still Sunday in Los Angeles
    assert make_plan(user, timezone="America/Los_Angeles").started_on == date(2026, 11, 23)


def test_who_travels_back_over_the_date_line_has_a_week_there_too(user, user_client, set_clock):
    set_clock(datetime(2026, 11, 30, 5, 0, tzinfo=UTC))  # Monday evening in Auckland, Sunday in Los Angeles
    plan = make_plan(user, timezone="Pacific/Auckland")
    make_plan(user, timezone="America/Los_Angeles")
    board = user_client.get("/week/").context["board"]
    assert (board.iso, board.subtitle.partition(" ·")[0]) == ("2026-W48", "Steady, week 1")
    assert Week.objects.filter(plan=plan).earliest("start").start == date(2026, 11, 23)


def test_the_evening_of_one_place_is_over_in_another(user, other_user, set_clock):
    ahead, here = make_plan(user, timezone="Pacific/Auckland"), make_plan(other_user)
    set_clock(EVENING)
    place = {"monday": MONDAY, "day": date(2026, 12, 1), "start": 21 * 60}
    friday = sessions_of(ahead)[4]
    with pytest.raises(Refused, match="over"):
        sessions.move_session(user=user, session_id=friday.pk, version=version_of(ahead), **place)
    tuesday = sessions_of(here)[1]
    sessions.move_session(user=other_user, session_id=tuesday.pk, version=version_of(here), **place)


def test_the_hours_stay_the_same_when_the_clocks_change(user, set_clock):
    set_clock(datetime(2027, 3, 22, 6, 0, tzinfo=UTC))
    plan = make_plan(user, timezone="Europe/Berlin")
    weeks = [sessions_of(plan, date(2027, 3, 22)), sessions_of(plan, date(2027, 3, 29))]
    assert {row.start for week in weeks for row in week} == {18 * 60}
