"""What the database itself refuses, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError

from planner.models import Plan, Profile, Session, Step, Week
from tests.factories import sessions_of

pytestmark = pytest.mark.django_db
SUNDAY = date(2026, 12, 6)
RUN = {"kind": "run_only", "run_intensity": "easy", "run_minutes": 30, "date": SUNDAY, "start": 600}


@pytest.mark.parametrize(
    "values",
    [
        {"start": 1440},
        {"start": -1},
        {"order": "run_first"},
        {"kind": "combined"},
        {"run_minutes": None},
        {"run_minutes": 0},
        {"run_intensity": ""},
        {"lift_region": "upper"},
        {"lift_minutes": 30},
        {"recovery_activity": "yoga"},
        {"recovery_minutes": 10},
        {"date": None},
    ],
)
def test_a_session_that_makes_no_sense(plan, values):
    with pytest.raises(IntegrityError):
        Session.objects.create(week=plan.weeks.first(), **(RUN | values))


def test_a_session_that_does(plan):
    assert Session.objects.create(week=plan.weeks.first(), **RUN).sequence == 0


def test_a_whole_lock_names_no_grains(plan):
    with pytest.raises(IntegrityError):
        Session.objects.create(week=plan.weeks.first(), locked=True, locks="day", **RUN)


def test_an_event_name_is_given_once(plan):
    with pytest.raises(IntegrityError):
        Session.objects.create(week=plan.weeks.first(), uid=sessions_of(plan)[0].uid, **RUN)


def test_a_week_stands_once_in_a_plan(plan):
    with pytest.raises(IntegrityError):
        Week.objects.create(plan=plan, start=plan.started_on)


def test_a_step_has_its_own_number(plan):
    Step.objects.create(plan=plan, number=1, before={}, after={})
    with pytest.raises(IntegrityError):
        Step.objects.create(plan=plan, number=1, before={}, after={})


@pytest.mark.parametrize("model", [Plan, Profile])
def test_one_plan_and_one_profile_a_person(user, plan, model):
    values = {"started_on": SUNDAY} if model is Plan else {"answers": {}}
    with pytest.raises(IntegrityError):
        model.objects.create(user=user, **values)


def test_with_the_person_everything_goes(user, plan, other_plan):
    user.delete()
    assert {row.plan for row in Week.objects.all()} == {other_plan}
    assert Profile.objects.count() == 1


def test_an_event_name_says_nothing_of_its_session(plan):
    for row in sessions_of(plan):
        assert len(row.uid) == 32
        assert row.uid not in (row.pk.hex, row.date.isoformat())


def test_rows_have_readable_names(plan):
    rows = (plan, plan.weeks.first(), sessions_of(plan)[0], plan.user.profile, Step(number=3, label="Flip"))
    assert all(len(str(row)) > 5 for row in rows)
