"""Two equal moves in a row are asked about once; one click makes them a wish for the weeks to come."""

from datetime import timedelta

import pytest

from planner.models import Plan, Profile, Session, Step
from planner.services.habits import Habit
from tests.factories import MONDAY, THIS_WEEK, act, act_on_week, make_plan, sessions_of, told

pytestmark = pytest.mark.django_db
EVENINGS = [{"weekday": day, "start": "18:00", "end": "20:30"} for day in range(7)]
SATURDAY = 5


@pytest.fixture
def plan(user, set_clock):
    """Four weeks with a long run in each, and free hours on every day."""
    return make_plan(user, goal="endurance", availability=EVENINGS, training_days=4)


def long_run(plan, weeks):
    return Session.objects.get(week__plan=plan, week__start=MONDAY + timedelta(weeks=weeks), run_intensity="long")


def move(client, row, weekday, weeks=0):
    day = MONDAY + timedelta(weeks=weeks, days=weekday)
    return act(client, row, "move", date=day.isoformat(), start="20:00")


def free_day(plan, weeks):
    """A weekday without a session, the same in both weeks."""
    taken = {
        row.date.weekday()
        for number in range(weeks)
        for row in Session.objects.filter(week__plan=plan, week__start=MONDAY + timedelta(weeks=number))
    }
    return next(day for day in range(7) if day not in taken)


@pytest.fixture
def asked(user_client, plan):
    """The answer to the second of two equal moves of the long run, and the weekday it went to."""
    day = free_day(plan, 2)
    first = move(user_client, long_run(plan, 0), day)
    assert first.context["question"] is None
    return move(user_client, long_run(plan, 1), day, weeks=1), day


def test_the_second_equal_move_is_asked_about(asked):
    response, day = asked
    question = response.context["question"]
    assert question.key == f"long_run {day}"
    assert question.text.startswith("Twice in a row the long run went to ")
    assert 'data-action="habit"' in response.content.decode()


def test_it_stays_until_it_is_answered(user_client, asked):
    assert user_client.get(THIS_WEEK).context["question"] is not None
    assert user_client.get(THIS_WEEK).context["question"] is not None


def test_yes_makes_it_the_wish_of_the_weeks_to_come(user_client, plan, asked):
    day = asked[1]
    before = Profile.objects.get(user=plan.user).answers
    kept = list(Session.objects.filter(week__plan=plan, week__start=MONDAY).values_list("pk", "date", "start"))
    response = act_on_week(user_client, plan, "habit", habit=f"long_run {day}", answer="yes")
    assert "from next week on" in told(response)
    assert Profile.objects.get(user=plan.user).answers == before | {"long_run_weekday": day}
    assert {long_run(plan, weeks).date.weekday() for weeks in (1, 2, 3)} == {day}
    assert list(Session.objects.filter(week__plan=plan, week__start=MONDAY).values_list("pk", "date", "start")) == kept
    assert response.context["question"] is None


def test_undo_takes_the_wish_back_too(user_client, plan, asked):
    before = Profile.objects.get(user=plan.user).answers
    rows = list(Session.objects.filter(week__plan=plan).order_by("pk").values_list("pk", "date", "start"))
    act_on_week(user_client, plan, "habit", habit=f"long_run {asked[1]}", answer="yes")
    act_on_week(user_client, plan, "undo")
    assert Profile.objects.get(user=plan.user).answers == before
    assert list(Session.objects.filter(week__plan=plan).order_by("pk").values_list("pk", "date", "start")) == rows


def test_no_leaves_it_and_it_is_not_asked_again(user_client, plan, asked):
    response = act_on_week(user_client, plan, "habit", habit=f"long_run {asked[1]}", answer="no")
    assert told(response) == "Left as it is. It is not asked again."
    assert response.context["question"] is None
    third = move(user_client, long_run(plan, 2), asked[1], weeks=2)
    assert third.context["question"] is None
    assert "long_run_weekday" not in Profile.objects.get(user=plan.user).answers


def test_two_moves_to_different_days_are_none(user_client, plan):
    one, other = free_day(plan, 2), long_run(plan, 1).date.weekday() - 1
    move(user_client, long_run(plan, 0), one)
    assert move(user_client, long_run(plan, 1), other, weeks=1).context["question"] is None


def test_a_move_within_its_day_is_none(user_client, plan):
    row = long_run(plan, 0)
    for start in ("18:10", "18:20", "18:15"):
        response = act(user_client, row, "move", date=row.date.isoformat(), start=start)
    assert response.context["question"] is None
    assert set(Step.objects.values_list("moved", flat=True)) == {""}


def test_what_was_undone_does_not_count(user_client, plan):
    day = free_day(plan, 2)
    move(user_client, long_run(plan, 0), day)
    act_on_week(user_client, plan, "undo")
    assert move(user_client, long_run(plan, 1), day, weeks=1).context["question"] is None


def test_a_wish_that_stands_is_not_asked_for(user_client, user, set_clock):
    plan = make_plan(user, goal="endurance", availability=EVENINGS, training_days=4, long_run_weekday=SATURDAY)
    sunday = 6
    for weeks in (0, 1):
        move(user_client, long_run(plan, weeks), sunday, weeks)
    Plan.objects.update(asked=[])
    for weeks in (0, 1):
        response = move(user_client, long_run(plan, weeks), SATURDAY, weeks)
    assert response.context["question"] is None


def test_a_day_that_was_cleared_twice_may_become_one_of_rest(user_client, plan):
    days = [{row.date.weekday(): row for row in sessions_of(plan, MONDAY + timedelta(weeks=n))} for n in (0, 1)]
    origin = next(day for day in days[0] if day in days[1] and _like(days[0][day], days[1][day]))
    to = free_day(plan, 2)
    move(user_client, days[0][origin], to)
    response = move(user_client, days[1][origin], to, weeks=1)
    assert response.context["question"].key == f"rest {origin}"
    act_on_week(user_client, plan, "habit", habit=f"rest {origin}", answer="yes")
    assert Profile.objects.get(user=plan.user).answers["rest_weekdays"] == [origin]
    for weeks in (2, 3):
        assert origin not in {row.date.weekday() for row in sessions_of(plan, MONDAY + timedelta(weeks=weeks))}


def _like(one, other):
    return one.run_intensity != "long" and all(
        getattr(one, name) == getattr(other, name) for name in ("kind", "run_intensity", "lift_region")
    )


def test_what_goals_cannot_hold_is_said_and_has_no_yes(user_client, plan):
    """From two different days to the same one: no day was cleared twice."""
    row, day = next(row for row in sessions_of(plan) if row.run_intensity != "long"), free_day(plan, 1)
    move(user_client, row, day)
    (first,) = Step.objects.filter(plan=plan)
    Step.objects.update(moved=f"{first.moved.rpartition(' ')[0]} {(row.date.weekday() + 1) % 7}")
    Session.objects.filter(pk=row.pk).update(date=row.date)
    question = move(user_client, row, day).context["question"]
    assert (question.key, question.yes) == (f"neither {day}", "")
    act_on_week(user_client, plan, "habit", habit=question.key, answer="yes")
    assert Profile.objects.get(user=plan.user).answers.get("rest_weekdays", []) == []


@pytest.mark.parametrize("habit", ["", "long_run 7", "rest x", "party 1", "\x00", "long_run 5\n"])
def test_nonsense_changes_nothing(user_client, plan, habit):
    before = Profile.objects.get(user=plan.user).answers
    act_on_week(user_client, plan, "habit", habit=habit, answer="yes")
    assert Profile.objects.get(user=plan.user).answers == before


def test_a_stale_page_changes_nothing(user_client, plan):
    before = Profile.objects.get(user=plan.user).answers
    response = act_on_week(user_client, plan, "habit", habit="long_run 5", answer="yes", version=99)
    assert "another tab" in told(response)
    assert Profile.objects.get(user=plan.user).answers == before


@pytest.mark.parametrize("key", ["long_run 5", "rest 0", "neither 3"])
def test_a_key_is_its_habit(key):
    assert Habit.of(key).key == key
