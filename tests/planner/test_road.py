"""The road to a race, from the week that is shown to the race: which weeks are which phase."""

from datetime import date

import pytest

from tests.factories import MONDAY_MORNING, THIS_WEEK, make_plan

pytestmark = pytest.mark.django_db
RUNNER = {"goal": "endurance", "race": {"date": "2027-01-10", "distance_km": 10}}


@pytest.fixture
def racer(user, set_clock):
    set_clock(MONDAY_MORNING)
    return make_plan(user, **RUNNER)


def road(client, path=THIS_WEEK):
    return [(one.phase, one.days, one.race) for one in client.get(path).context["board"].road]


def test_it_leads_from_the_week_shown_to_the_race_past_what_is_planned(user_client, racer):
    found = road(user_client)
    assert found == [
        ("Base", "30 Nov – 6 Dec", ""),
        ("Build", "7 Dec – 20 Dec", ""),
        ("Race pace", "21 Dec – 27 Dec", ""),
        ("Taper", "28 Dec – 3 Jan", ""),
        ("Race week", "4 Jan – 10 Jan", "10 km on Sunday 10 January"),
    ]
    assert road(user_client, "/week/2026-W52/") == found[2:]
    assert "The road to the race" in user_client.get(THIS_WEEK).content.decode()


@pytest.mark.parametrize("day", [date(2026, 12, 6), date(2026, 11, 29)])
def test_the_race_week_and_those_after_it_have_none(user_client, user, set_clock, day):
    set_clock(MONDAY_MORNING)
    make_plan(user, goal="endurance", race={"date": day.isoformat(), "distance_km": 10})
    assert road(user_client) == []
    assert "The road to the race" not in user_client.get(THIS_WEEK).content.decode()


def test_the_day_of_a_race_is_marked(user_client, user, set_clock):
    set_clock(MONDAY_MORNING)
    make_plan(user, goal="endurance", race={"date": "2026-12-06", "distance_km": 10})
    response = user_client.get(THIS_WEEK)
    assert [day.is_race for day in response.context["board"].days] == [False] * 6 + [True]
    page = response.content.decode()
    assert '<p class="rest race-day">Race day, 10 km</p>' in page
    assert page.count("no free hours") == 1  # Saturday
