"""The demo athlete: made once, with four weeks, and not on a public server."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from planner.models import Session, Week
from tests.factories import MONDAY, MONDAY_MORNING

pytestmark = pytest.mark.django_db


def demo(**options):
    out = io.StringIO()
    call_command("demo", stdout=out, **options)
    return dict(line.split(": ", 1) for line in out.getvalue().splitlines())


def test_it_prints_a_log_in_that_works_and_a_feed(client, set_clock):
    told = demo()
    assert list(told) == ["email", "password", "feed"]
    response = client.post("/accounts/login/", {"login": told["email"], "password": told["password"]}, follow=True)
    assert response.redirect_chain[-1][0] == "/week/"
    assert client.get(told["feed"]).headers["Content-Type"].startswith("text/calendar")


def test_four_weeks_from_this_monday_also_when_it_is_thursday(set_clock):
    set_clock(MONDAY_MORNING + timedelta(days=3, hours=13))
    demo()
    assert list(Week.objects.values_list("start", flat=True)) == [MONDAY + timedelta(weeks=n) for n in range(4)]
    assert list(Session.objects.values_list("date", flat=True)) == [
        MONDAY + timedelta(weeks=week, days=day) for week in range(4) for day in range(5)
    ]
    orders = list(Session.objects.values_list("order", flat=True))
    assert orders == ["run_first", "lift_first"] * 10


def test_again_it_changes_nothing(set_clock):
    first = demo()
    before = list(Session.objects.values())
    assert demo() == first
    assert (list(Session.objects.values()), User.objects.count()) == (before, 1)


def test_weeks_later_it_reaches_ahead_again(set_clock):
    demo()
    set_clock(MONDAY_MORNING + timedelta(weeks=2))
    demo()
    assert Week.objects.count() == 6


def test_a_changed_password_is_set_back(client, set_clock):
    demo()
    user = User.objects.get()
    user.set_password("another one")
    user.save()
    assert client.login(email=demo()["email"], password=demo()["password"])


def test_a_public_server_refuses(settings):
    settings.HTTPS = True
    with pytest.raises(CommandError, match="everybody knows"):
        demo()
    assert not User.objects.exists()
    assert demo(anyway=True)["email"]
