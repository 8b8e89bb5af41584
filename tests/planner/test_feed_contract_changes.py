"""What a subscriber sees when the plan is worked on: lines 11 to 16 and 20 of the feed contract."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from planner import clock
from planner.engine.vocabulary import Status
from planner.models import Session
from planner.services import history, plans, sessions, weeks
from tests.planner.feed_plan import ONE_WEEK, address_of

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 30)
ANSWERS = {
    "goal": "general",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "availability": [{"weekday": weekday, "start": "18:00", "end": "20:00"} for weekday in range(6)],
}


@pytest.fixture(autouse=True)
def moment(monkeypatch):
    """The clock: it stands on a Monday morning until `moment["now"]` moves it."""
    held = {"now": datetime(2026, 11, 30, 5, tzinfo=UTC)}
    monkeypatch.setattr(clock, "now", lambda: held["now"])
    return held


@pytest.fixture
def subscriber(user, client):
    """Fetches the feed of a real plan: the answer, and its entries by UID."""
    plans.save_goals(user=user, answers=ANSWERS, timezone="Europe/Berlin")

    def fetch():
        response = client.get(address_of(user.plan))
        return response, {str(event["UID"]): event for event in Calendar.from_ical(response.content).walk("VEVENT")}

    return fetch


def first_of(user, monday=MONDAY):
    """The first session of a week and what every service wants to know of it."""
    row = Session.objects.filter(week__plan=user.plan, week__start=monday).order_by("date")[0]
    return row, {"user": user, "monday": monday, "session_id": row.pk, "version": row.week.version}


def free_day(user):
    """A day of the week with hours and no session."""
    taken = set(Session.objects.filter(week__start=MONDAY).values_list("date", flat=True))
    return next(MONDAY + timedelta(days=n) for n in range(7) if MONDAY + timedelta(days=n) not in taken)


def assert_later(before, after, uid):
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid].decoded("LAST-MODIFIED") > before[uid].decoded("LAST-MODIFIED")


def assert_same_but(before, after, *uids):
    assert {u: e.to_ical() for u, e in after.items() if u not in uids} == {
        u: e.to_ical() for u, e in before.items() if u not in uids
    }


def test_contract_11_a_move_changes_one_entry(user, subscriber):
    (first, before), (row, named) = subscriber(), first_of(user)
    sessions.move_session(**named, day=free_day(user), start=18 * 60)
    second, after = subscriber()
    assert after.keys() == before.keys()
    assert_later(before, after, row.uid)
    assert_same_but(before, after, row.uid)
    assert second["ETag"] != first["ETag"]
    assert second["Last-Modified"] != first["Last-Modified"]


def test_contract_11_undoing_a_move_is_a_later_edition_too(user, subscriber):
    before, (row, named) = subscriber()[1], first_of(user)
    sessions.move_session(**named, day=free_day(user), start=18 * 60)
    moved = subscriber()[1]
    history.undo(user=user, monday=MONDAY, version=first_of(user)[0].week.version)
    after = subscriber()[1]
    assert_later(moved, after, row.uid)
    assert after[row.uid].decoded("DTSTART") == before[row.uid].decoded("DTSTART")
    assert_same_but(before, after, row.uid)


def test_contract_13_remaking_a_week_that_is_best_already_changes_nothing(user, subscriber):
    before = subscriber()[0].content
    monday = MONDAY + 2 * ONE_WEEK
    weeks.remake_week(user=user, monday=monday, version=first_of(user, monday)[0].week.version)
    assert subscriber()[0].content == before


def test_contract_13_other_goals_keep_the_identity_of_sessions_kept_in_kind(user, subscriber):
    before = subscriber()[1]
    plans.save_goals(user=user, answers=ANSWERS | {"goal": "endurance"}, timezone="Europe/Berlin")
    after = subscriber()[1]
    kept = before.keys() & after.keys()
    assert len(kept) > len(before) / 2
    for uid in kept:
        same = before[uid].to_ical() == after[uid].to_ical()
        assert same or after[uid].decoded("LAST-MODIFIED") > before[uid].decoded("LAST-MODIFIED")


def test_contract_15_another_zone_bumps_every_entry_and_recreates_none(user, subscriber):
    before = subscriber()[1]
    plans.save_goals(user=user, answers=ANSWERS, timezone="America/New_York")
    after = subscriber()[1]
    assert after.keys() == before.keys()
    for uid in before:
        assert_later(before, after, uid)


def test_contract_16_a_deleted_session_is_gone_and_comes_back_as_itself(user, subscriber):
    (first, before), (row, named) = subscriber(), first_of(user)
    sessions.delete_session(**named)
    second, without = subscriber()
    assert without.keys() == before.keys() - {row.uid}
    assert second["Last-Modified"] != first["Last-Modified"]
    history.undo(user=user, monday=MONDAY, version=first_of(user)[0].week.version)
    after = subscriber()[1]
    assert after.keys() == before.keys()
    assert after[row.uid]["SEQUENCE"] >= before[row.uid]["SEQUENCE"]
    assert after[row.uid].decoded("DTSTART") == before[row.uid].decoded("DTSTART")


def test_contract_16_a_skipped_session_is_gone(user, subscriber):
    before, (row, named) = subscriber()[1], first_of(user)
    sessions.mark_session(**named, mark=Status.SKIPPED)
    assert subscriber()[1].keys() == before.keys() - {row.uid}


def test_contract_14_a_lock_is_nothing_that_a_calendar_shows(user, subscriber):
    before, (_, named) = subscriber()[0], first_of(user)
    sessions.lock_session(**named)
    after = subscriber()[0]
    assert after.content == before.content
    assert after["Last-Modified"] == before["Last-Modified"]


def test_a_poll_in_a_new_week_finds_the_week_that_became_due(user, subscriber, moment):
    before = subscriber()[1]
    moment["now"] += ONE_WEEK
    after = subscriber()[1]
    assert before.keys() < after.keys()
    assert max(event.decoded("DTSTART").date() for event in after.values()) >= MONDAY + 4 * ONE_WEEK
    assert_same_but(before, {uid: after[uid] for uid in before})
