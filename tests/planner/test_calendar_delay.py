"""After a move that is near: which calendar may still show the old hour."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner.services import feeds
from tests.factories import MONDAY, MONDAY_MORNING, TUESDAY, act, act_on_week, make_plan, sessions_of, told

pytestmark = pytest.mark.django_db
LATE = "may still show the old time"


@pytest.fixture
def reads(plan, set_clock):
    """Note that a program read the plan's calendar so many hours ago."""

    def note(family, hours):
        set_clock(MONDAY_MORNING - timedelta(hours=hours))
        feeds.note_fetch(feed_id=feeds.feed_of(plan=plan).pk, family=family)
        set_clock(MONDAY_MORNING)

    return note


def move(client, plan, day=TUESDAY + timedelta(days=4), number=0, start="18:00"):
    """Move a session of this week; what the board says."""
    return told(act(client, sessions_of(plan)[number], "move", date=day, start=start))


def test_google_read_this_morning_and_tonights_session_moves(user_client, plan, reads):
    reads("google", 2)
    said = move(user_client, plan)
    assert said.startswith("Moved to Saturday")
    assert said.endswith("Google Calendar may still show the old time: it looks once a day.")


def test_of_several_the_one_that_looks_last_is_named(user_client, plan, reads):
    reads("google", 5)
    reads("proton", 0)
    reads("apple", 7)
    assert move(user_client, plan).endswith("Proton Calendar may still show the old time: it looks every 16 hours.")


def test_one_that_looks_every_half_hour_is_not_late(user_client, plan, reads):
    reads("thunderbird", 0)
    assert LATE not in move(user_client, plan)


def test_one_that_is_due_to_look_before_then_is_not_late(user_client, plan, reads):
    reads("google", 13)  # in 11 hours at the latest; the session is in 12
    assert LATE not in move(user_client, plan)


def test_one_that_has_not_read_for_weeks_is_given_up(user_client, plan, reads):
    reads("google", 15 * 24)
    assert LATE not in move(user_client, plan)


def test_without_a_reader_nothing_is_said(user_client, plan):
    assert LATE not in move(user_client, plan)


def test_a_session_of_the_next_days_says_nothing(user_client, plan, reads):
    reads("google", 0)
    assert LATE not in move(user_client, plan, number=4)


def test_a_session_moved_to_tonight_counts_too(user_client, user, set_clock):
    set_clock(MONDAY_MORNING)
    plan = make_plan(user, availability=[{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(1, 6)])
    assert all(row.date > MONDAY for row in sessions_of(plan))
    feeds.note_fetch(feed_id=feeds.feed_of(plan=plan).pk, family="google")
    assert LATE in move(user_client, plan, day=MONDAY, number=-1)


def test_a_flip_is_no_move(user_client, plan, reads):
    reads("google", 0)
    assert LATE not in told(act(user_client, sessions_of(plan)[0], "flip"))


def test_undoing_the_move_says_it_again(user_client, plan, reads):
    reads("google", 0)
    move(user_client, plan)
    assert LATE in told(act_on_week(user_client, plan, "undo"))


def test_another_persons_reader_is_not_named(user_client, plan, other_plan):
    feeds.note_fetch(feed_id=feeds.feed_of(plan=other_plan).pk, family="google")
    assert LATE not in move(user_client, plan)


def test_it_costs_no_query(user_client, plan, reads):
    counts = []
    for family in ("thunderbird", "thunderbird", "google"):
        reads(family, 0)
        with CaptureQueriesContext(connection) as captured:
            said = move(user_client, plan)
        counts.append(len(captured))
        act_on_week(user_client, plan, "undo")
    assert LATE in said
    assert counts[1] == counts[2]  # the first has no undone step to drop
