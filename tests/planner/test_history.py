"""Undo and redo: every change comes back, in order, over many steps, and calendars never see time go back."""

import random
from datetime import timedelta

import pytest

from planner.models import Plan, Profile, Session, Step
from planner.services import history, sessions, weeks
from planner.services.outcome import Refused
from planner.services.plans import save_goals
from planner.services.steps import KEPT, PRUNE_EVERY
from tests.factories import ANSWERS, MONDAY, SUNDAY, TUESDAY, act, act_on_week, sessions_of, told, version_of

pytestmark = pytest.mark.django_db
NEXT_MONDAY = MONDAY + timedelta(weeks=1)
KEPT_COLUMNS = [
    "pk",
    "uid",
    "week",
    "date",
    "start",
    "kind",
    "order",
    "run_minutes",
    "lift_minutes",
    "locked",
    "locks",
    "status",
]


def state(plan):
    """What undo must bring back: everything but the editions."""
    return list(Session.objects.filter(week__plan=plan).order_by("pk").values_list(*KEPT_COLUMNS))


def undo(user, plan):
    return history.undo(user=user, monday=MONDAY, version=version_of(plan))


def redo(user, plan):
    return history.redo(user=user, monday=MONDAY, version=version_of(plan))


def mark(user, plan, row):
    """One step that always changes something."""
    sessions.flip_session(user=user, monday=MONDAY, session_id=row.pk, version=version_of(plan))


@pytest.mark.parametrize(
    ("action", "fields"),
    [
        ("move", {"date": SUNDAY.isoformat(), "start": "10:00"}),
        ("move", {"date": (SUNDAY + timedelta(days=6)).isoformat(), "start": "10:00"}),
        ("exchange", {"date": TUESDAY.isoformat()}),
        ("flip", {}),
        ("lock", {}),
        ("lock", {"only": "true", "locks": ["day", "hour"]}),
        ("done", {}),
        ("skip", {}),
        ("delete", {}),
    ],
)
def test_each_action_is_undone_and_redone(user_client, plan, action, fields):
    before = state(plan)
    act(user_client, sessions_of(plan)[0], action, **fields)
    after = state(plan)
    assert after != before
    assert told(act_on_week(user_client, plan, "undo")).startswith("Undone: ")
    assert state(plan) == before
    assert told(act_on_week(user_client, plan, "redo")).startswith("Done again: ")
    assert state(plan) == after


def test_a_remake_is_undone_and_redone(user, plan):
    rows = sessions_of(plan)
    for row in rows[2:]:
        sessions.delete_session(user=user, monday=MONDAY, session_id=row.pk, version=version_of(plan))
    before = state(plan)
    weeks.remake_week(user=user, monday=MONDAY, version=version_of(plan))
    after = state(plan)
    undo(user, plan)
    assert state(plan) == before
    redo(user, plan)
    assert state(plan) == after


def test_an_addition_is_undone_and_redone(user, plan):
    before = state(plan)
    place = {"what": "walk", "minutes": 30, "day": SUNDAY, "start": 600}
    sessions.add_session(user=user, monday=MONDAY, version=version_of(plan), **place)
    after = state(plan)
    undo(user, plan)
    assert state(plan) == before
    redo(user, plan)
    assert state(plan) == after


def test_changed_goals_are_undone_with_their_answers(user, plan):
    before = state(plan)
    save_goals(user=user, answers=ANSWERS | {"goal": "strength"}, timezone="UTC")
    assert state(plan) != before
    undo(user, plan)
    assert (state(plan), Profile.objects.get(user=user).answers) == (before, ANSWERS)
    redo(user, plan)
    assert Profile.objects.get(user=user).answers["goal"] == "strength"


def test_nothing_to_undo_or_redo(user_client, plan):
    assert told(act_on_week(user_client, plan, "undo")) == "There is nothing to undo."
    assert told(act_on_week(user_client, plan, "redo")) == "There is nothing to redo."


def test_twenty_five_steps_back_and_forth(user, plan):
    chance = random.Random(7)
    row = sessions_of(plan)[0]
    states = [state(plan)]
    for _ in range(25):
        if chance.random() < 0.5:
            mark(user, plan, row)
        else:
            place = {"day": SUNDAY, "start": chance.randrange(300, 1200, 5)}
            sessions.move_session(user=user, monday=MONDAY, session_id=row.pk, version=version_of(plan), **place)
        states.append(state(plan))
    assert Step.objects.filter(plan=plan).count() == 25
    for earlier in reversed(states[:-1]):
        undo(user, plan)
        assert state(plan) == earlier
    with pytest.raises(Refused):
        undo(user, plan)
    for later in states[1:]:
        redo(user, plan)
        assert state(plan) == later


def test_a_new_change_drops_what_was_undone(user, plan):
    monday, tuesday = sessions_of(plan)[:2]
    mark(user, plan, monday)
    mark(user, plan, tuesday)
    undo(user, plan)
    undo(user, plan)
    mark(user, plan, tuesday)
    assert Step.objects.filter(plan=plan).count() == 1
    with pytest.raises(Refused):
        redo(user, plan)


def test_old_steps_are_forgotten_but_never_the_last_fifty(user, plan):
    row = sessions_of(plan)[0]
    for _ in range(KEPT + PRUNE_EVERY + 2):
        mark(user, plan, row)
    assert KEPT <= Step.objects.filter(plan=plan).count() <= KEPT + PRUNE_EVERY
    for _ in range(KEPT):
        undo(user, plan)


def test_sequence_and_change_never_go_back(user, plan):
    """Also for a session that is deleted and brought back between other edits."""
    row = sessions_of(plan)[0]
    mark(user, plan, row)
    sessions.delete_session(user=user, monday=MONDAY, session_id=row.pk, version=version_of(plan))
    last, feed = row, plan.feed_changed_at
    for step in (undo, undo, redo, redo, undo, undo, redo, redo, undo):
        step(user, plan)
        now = Session.objects.filter(pk=row.pk).first()
        changed = Plan.objects.get(pk=plan.pk).feed_changed_at
        assert changed > feed
        feed = changed
        if now is not None:
            assert (now.uid, now.created_at) == (row.uid, row.created_at)
            assert now.sequence > last.sequence
            assert now.changed_at > last.changed_at
            last = now


def test_a_double_click_undoes_once_also_a_step_of_another_week(user_client, plan):
    row = sessions_of(plan, NEXT_MONDAY)[0]
    act(user_client, row, "flip")
    act(user_client, row, "lock")
    version = version_of(plan, MONDAY)
    for _ in range(2):
        answer = act_on_week(user_client, plan, "undo", version=version)
    assert "another tab" in told(answer)
    assert Step.objects.filter(plan=plan, undone=True).count() == 1


def test_the_labels_stand_on_the_board(user_client, plan):
    board = act(user_client, sessions_of(plan)[1], "lock").context["board"]
    assert (board.undo_label, board.redo_label) == ("Lock Tuesday's lower-body lift then easy run", None)
    board = act_on_week(user_client, plan, "undo").context["board"]
    assert (board.undo_label, board.redo_label) == (None, "Lock Tuesday's lower-body lift then easy run")


def test_the_labels_are_those_that_the_next_page_shows(user_client, plan):
    for row in sessions_of(plan)[:3]:
        act(user_client, row, "lock")
    for action in ("undo", "undo", "redo", "undo", "undo", "redo", "redo", "redo"):
        told_now = act_on_week(user_client, plan, action).context["board"]
        shown = user_client.get("/week/").context["board"]
        assert (told_now.undo_label, told_now.redo_label) == (shown.undo_label, shown.redo_label)


def test_undo_brings_back_to_a_day_that_is_over(user, plan, set_clock):
    row = sessions_of(plan)[1]
    place = {"day": SUNDAY, "start": 600}
    sessions.move_session(user=user, monday=MONDAY, session_id=row.pk, version=version_of(plan), **place)
    set_clock(row.changed_at + timedelta(days=3))
    undo(user, plan)
    assert Session.objects.get(pk=row.pk).date == TUESDAY


def test_nobody_undoes_anothers_step(user, other_user, plan, other_plan):
    mark(user, plan, sessions_of(plan)[0])
    with pytest.raises(Refused):
        undo(other_user, other_plan)
