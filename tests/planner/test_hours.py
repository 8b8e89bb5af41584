"""A week that differs: days blocked, other hours, travel and holiday, this week only; told, never moved, undone."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner.models import Profile, Session, Step
from planner.services.plans import save_goals
from tests.factories import (
    ANSWERS,
    MONDAY,
    MONDAY_MORNING,
    SUNDAY,
    THIS_WEEK,
    TUESDAY,
    act,
    act_on_week,
    sessions_of,
    told,
    version_of,
)

pytestmark = pytest.mark.django_db
WEDNESDAY = MONDAY + timedelta(days=2)


def places(plan):
    return list(Session.objects.filter(week__plan=plan).order_by("pk").values_list("pk", "date", "start", "status"))


def exceptions(plan):
    return Profile.objects.get(user=plan.user).answers.get("exceptions", [])


def day(client, plan, what, when=TUESDAY, **fields):
    return act_on_week(client, plan, "hours/day", date=when.isoformat(), what=what, **fields)


def week(client, plan, what, **fields):
    return act_on_week(client, plan, "hours/week", what=what, **fields)


class TestOneDay:
    def test_a_blocked_day_is_told_and_nothing_is_moved(self, user_client, plan):
        before = places(plan)
        response = day(user_client, plan, "blocked")
        assert exceptions(plan) == [{"date": TUESDAY.isoformat(), "windows": []}]
        assert places(plan) == before
        assert told(response) == (
            "Tuesday 1 December is blocked. Nothing was moved. 1 rule broken: Make it fit, below, shows the ways."
        )
        assert response.context["board"].tone == "breaks"
        assert 'id="make-it-fit"' in response.content.decode()
        assert response.context["board"].days[1].windows == ()

    def test_a_repair_is_found_for_it(self, user_client, plan):
        act(user_client, sessions_of(plan)[2], "delete")
        day(user_client, plan, "blocked")
        page = user_client.get(f"{THIS_WEEK}repair/").context["repair"]
        response = act_on_week(user_client, plan, "repair", proposal=page.ways[0].key)
        assert response.context["board"].tone != "breaks"

    def test_it_is_undone_and_redone_with_its_hours(self, user_client, plan):
        day(user_client, plan, "blocked")
        after = exceptions(plan)
        response = act_on_week(user_client, plan, "undo")
        assert told(response) == "Undone: Change the hours: Tuesday 1 December is blocked."
        assert exceptions(plan) == []
        assert response.context["board"].days[1].windows == ("18:00–20:00",)
        assert response.context["board"].tone != "breaks"
        act_on_week(user_client, plan, "redo")
        assert exceptions(plan) == after

    def test_other_hours(self, user_client, plan):
        times = {"start-0": "06:00", "end-0": "08:00", "start-1": "18:00", "end-1": "20:00"}
        assert told(day(user_client, plan, "hours", **times)) == (
            "Tuesday 1 December has other hours. Nothing was moved."
        )
        assert exceptions(plan)[0]["windows"] == [
            {"start": "06:00", "end": "08:00"},
            {"start": "18:00", "end": "20:00"},
        ]

    def test_as_usual_again(self, user_client, plan):
        day(user_client, plan, "blocked")
        assert told(day(user_client, plan, "usual")).startswith("Tuesday 1 December is as usual again.")
        assert exceptions(plan) == []

    def test_only_this_week(self, user_client, plan):
        day(user_client, plan, "blocked")
        next_week = user_client.get("/week/2026-W50/").context["board"]
        assert next_week.days[1].windows == ("18:00–20:00",)
        assert next_week.tone != "breaks"

    def test_other_dates_stay(self, user_client, plan):
        day(user_client, plan, "blocked", when=SUNDAY)
        day(user_client, plan, "blocked")
        day(user_client, plan, "usual")
        assert [one["date"] for one in exceptions(plan)] == [SUNDAY.isoformat()]

    def test_the_same_again_is_no_step(self, user_client, plan):
        day(user_client, plan, "blocked")
        assert told(day(user_client, plan, "blocked")) == "These are its hours already."
        assert Step.objects.count() == 1

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({}, "Write from when until when"),
            ({"start-0": "10:00"}, "a later time when it ends"),
            ({"start-0": "10:00", "end-0": "09:00"}, "a later time when it ends"),
            ({"start-0": "10:00", "end-0": "12:00", "start-1": "11:00", "end-1": "13:00"}, "overlaps"),
            ({"start-0": "noon", "end-0": "12:00"}, "Write a time like 18:00"),
        ],
    )
    def test_hours_that_make_no_sense_are_refused(self, user_client, plan, fields, reason):
        assert reason in told(day(user_client, plan, "hours", **fields))
        assert exceptions(plan) == []

    def test_a_day_of_another_week_or_one_that_is_over_is_refused(self, user_client, plan, set_clock):
        assert "another week" in told(day(user_client, plan, "blocked", when=SUNDAY + timedelta(days=1)))
        set_clock(MONDAY_MORNING + timedelta(days=2))
        assert told(day(user_client, plan, "blocked")) == "That day is over."
        assert exceptions(plan) == []

    @pytest.mark.parametrize("what", ["", "party", "\x00"])
    def test_nonsense_changes_nothing(self, user_client, plan, what):
        day(user_client, plan, what)
        assert exceptions(plan) == []

    def test_a_stale_page_and_a_stranger_change_nothing(self, user_client, other_client, plan, other_plan):
        assert "another tab" in told(day(user_client, plan, "blocked", version=0))
        day(other_client, other_plan, "blocked")
        assert exceptions(plan) == []
        assert len(exceptions(other_plan)) == 1

    def test_two_hundred_dates_are_the_most(self, user_client, plan):
        dates = [{"date": (SUNDAY + timedelta(days=n)).isoformat(), "windows": []} for n in range(1, 201)]
        Profile.objects.filter(user=plan.user).update(answers=ANSWERS | {"exceptions": dates})
        assert "cannot be kept" in told(day(user_client, plan, "blocked"))
        assert len(exceptions(plan)) == 200

    def test_calendars_do_not_change(self, user_client, plan):
        before = list(Session.objects.order_by("pk").values_list("sequence", "changed_at"))
        day(user_client, plan, "blocked")
        assert list(Session.objects.order_by("pk").values_list("sequence", "changed_at")) == before


class TestTheWeek:
    def test_a_holiday_blocks_every_day_that_is_left(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=2))
        response = week(user_client, plan, "blocked")
        assert [one["date"] for one in exceptions(plan)] == [
            (WEDNESDAY + timedelta(days=n)).isoformat() for n in range(5)
        ]
        assert told(response).startswith("Every day that is left is blocked. Nothing was moved.")
        page = user_client.get(f"{THIS_WEEK}repair/").context["repair"]
        assert page.ways
        assert all(change.after == "left out" for change in page.ways[0].changes)

    def test_a_holiday_may_be_all_free(self, user_client, plan):
        week(user_client, plan, "free")
        assert {len(one["windows"]) for one in exceptions(plan)} == {1}
        assert user_client.get(THIS_WEEK).context["board"].days[6].windows == ("06:00–22:00",)

    def test_travel_has_the_same_hours_each_day(self, user_client, plan):
        week(user_client, plan, "hours", **{"start-0": "06:00", "end-0": "07:30"})
        windows = {day.windows for day in user_client.get(THIS_WEEK).context["board"].days}
        assert windows == {("06:00–07:30",)}

    def test_one_undo_takes_all_of_it_back(self, user_client, plan):
        day(user_client, plan, "blocked")
        week(user_client, plan, "free")
        act_on_week(user_client, plan, "undo")
        assert [one["date"] for one in exceptions(plan)] == [TUESDAY.isoformat()]

    def test_the_whole_week_as_usual(self, user_client, plan):
        week(user_client, plan, "blocked")
        assert told(week(user_client, plan, "usual")).startswith("This week is as usual again.")
        assert exceptions(plan) == []

    def test_a_remake_plans_in_these_hours(self, user_client, plan):
        week(user_client, plan, "hours", **{"start-0": "06:00", "end-0": "07:30"})
        act_on_week(user_client, plan, "remake")
        rows = Session.objects.filter(week__plan=plan, week__start=MONDAY, date__gt=MONDAY)
        assert {row.start for row in rows} == {360}


class TestThePage:
    def test_it_has_a_form_for_each_day_that_is_left(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=2))
        text = user_client.get(f"{THIS_WEEK}hours/").content.decode()
        assert len(re.findall('name="what" value="blocked">Block it', text)) == 5 - text.count("No training<")
        assert len(re.findall('name="what" value="hours">Use these hours<', text)) == 5
        assert len(re.findall("data-hours-day", text)) == 7
        assert text.count("<html") == 1

    def test_enter_in_a_field_of_hours_never_blocks_the_day(self, user_client, plan):
        """The first button of a form is pressed then: it must be the one that uses the hours."""
        text = user_client.get(f"{THIS_WEEK}hours/").content.decode()
        forms = re.findall(r"<form.*?</form>", text, re.DOTALL)
        written = [form for form in forms if 'type="time"' in form]
        assert len(written) == 8
        assert {re.findall(r'name="what" value="(\w+)"', form)[0] for form in written} == {"hours"}

    def test_the_panel_is_the_same_without_the_page(self, user_client, plan):
        text = user_client.get(f"{THIS_WEEK}hours/", headers={"HX-Request": "true"}).content.decode()
        assert "<html" not in text
        assert 'hx-post="/week/2026-W49/hours/day/"' in text

    def test_every_day_of_the_board_leads_to_it(self, user_client, plan):
        text = user_client.get(THIS_WEEK).content.decode()
        assert len(re.findall(r'id="hours-2026-', text)) == 7

    def test_without_script_it_leads_back_to_the_week(self, user_client, plan):
        fields = {"version": version_of(plan), "date": TUESDAY.isoformat(), "what": "blocked"}
        response = user_client.post(f"{THIS_WEEK}hours/day/", fields, follow=True)
        assert response.redirect_chain == [(THIS_WEEK, 302)]
        assert "is blocked. Nothing was moved." in response.content.decode()

    def test_a_blocked_day_says_so(self, user_client, plan):
        day(user_client, plan, "blocked")
        shown = user_client.get(f"{THIS_WEEK}hours/").context["hours"].days[1]
        assert (shown.text, shown.differs, shown.sessions) == ("No training", True, 1)

    def test_a_week_that_is_none_is_not_there(self, user_client, plan):
        assert user_client.get("/week/2030-W01/hours/").status_code == 404

    def test_it_takes_as_many_queries_in_a_full_week(self, user_client, plan):
        counts = []
        for row in (None, *sessions_of(plan)[1:]):
            if row:
                act(user_client, row, "delete")
            with CaptureQueriesContext(connection) as captured:
                user_client.get(f"{THIS_WEEK}hours/")
            counts.append(len(captured))
        assert max(counts) == min(counts) <= 6


def test_goals_that_changed_and_moved_nothing_are_a_step_too(user_client, plan):
    """An earlier step must not take goals back that were changed after it."""
    day(user_client, plan, "blocked", when=SUNDAY)
    answers = Profile.objects.get(user=plan.user).answers | {"birth_year": 1990}
    save_goals(user=plan.user, answers=answers, timezone="UTC")
    act_on_week(user_client, plan, "undo")
    assert "birth_year" not in Profile.objects.get(user=plan.user).answers
    assert len(exceptions(plan)) == 1


def test_a_day_without_hours_shows_that_they_can_be_changed_as_any_other_does(user_client, plan):
    content = user_client.get(THIS_WEEK).content.decode()
    day = content.split(f'id="hours-{SUNDAY.isoformat()}"')[1].split("</a>")[0]
    assert re.search('<span class="window">[^<]+</span>', day)


@pytest.mark.parametrize("name", ["hours", "repair"])
def test_the_pages_of_a_week_are_marked_in_the_menu(user_client, plan, name):
    content = user_client.get(f"{THIS_WEEK}{name}/").content.decode()
    assert re.search('href="/week/" aria-current="page"', content)


def listed(client, monday=MONDAY):
    """The page of a week's hours, a piece a day."""
    year, number, _ = monday.isocalendar()
    html = client.get(f"/week/{year}-W{number:02}/hours/").content.decode()
    return html, re.findall(r'<li class="hours-day".*?</li>', html, flags=re.DOTALL)


class TestWhatIsOver:
    def test_a_day_that_is_over_says_so_and_offers_nothing(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=2))
        _, days = listed(user_client)
        assert ['<span class="tag">over</span>' in one for one in days] == [True, True, *[False] * 5]
        assert ["<form" in one for one in days] == [False, False, *[True] * 5]

    def test_so_does_a_week(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=7))
        html, days = listed(user_client)
        assert "This week is over: its hours stay as they were." in html
        assert all('<span class="tag">over</span>' in one and "<form" not in one for one in days)
        assert "hours-week" not in html
