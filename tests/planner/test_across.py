"""A card carried to another week: what its days would mean, the drop that keeps the promise, one undo, no strangers."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner import clock
from planner.models import Session
from tests.factories import MONDAY, MONDAY_MORNING, SUNDAY, act, act_on_week, sessions_of, told, version_of

pytestmark = pytest.mark.django_db

NEXT = MONDAY + clock.ONE_WEEK
WEEK = "2026-W50"


def ask(client, session, week=WEEK):
    """What the other week means for a session."""
    return client.get(f"/sessions/{session.pk}/verdicts/", {"week": week}).json()


def carry(client, session, **fields):
    """Drop it there; `week` and `shown` are the next week unless told."""
    return act(client, session, "across", **{"week": WEEK, "shown": WEEK, **fields})


class TestVerdicts:
    def test_they_are_about_the_other_weeks_seven_days(self, user_client, plan):
        answer = ask(user_client, sessions_of(plan)[0])
        assert list(answer["days"]) == [(NEXT + timedelta(days=number)).isoformat() for number in range(7)]
        assert "turn" not in answer
        assert not any(day["exchange"] for day in answer["days"].values())

    @pytest.mark.parametrize("number", range(5))
    @pytest.mark.parametrize("emptied", [False, True], ids=["full", "emptied"])
    def test_they_agree_with_the_drop(self, user_client, plan, number, emptied):
        if emptied:
            Session.objects.filter(week__start=NEXT).exclude(date=NEXT + timedelta(days=2)).delete()
        session = sessions_of(plan)[number]
        for day, verdict in ask(user_client, session)["days"].items():
            answer = carry(user_client, session, date=day, start=verdict["start"], week_version=version_of(plan, NEXT))
            (message,) = answer.context["messages"]
            level = "error" if not verdict["possible"] else "success" if verdict["verdict"] == "ok" else "warning"
            assert (message.level_tag, day) == (level, day)
            assert verdict["text"] in str(message) or verdict["verdict"] == "ok"
            if verdict["possible"]:
                assert act_on_week(user_client, plan, "undo").status_code == 200
                session.refresh_from_db()

    def test_what_keeps_its_day_stays_in_its_week(self, user_client, plan):
        session = sessions_of(plan)[0]
        act(user_client, session, "lock", only="true", locks=["day"])
        days = ask(user_client, session)["days"].values()
        assert {(day["possible"], day["text"]) for day in days} == {
            (False, "This session keeps its day. Free the day to move it to another week.")
        }

    @pytest.mark.parametrize("week", ["2031-W01", "2026-W60", "nonsense", "2026-W5", "9999-W99"])
    def test_a_week_that_is_not_there_is_not_found(self, user_client, plan, week):
        url = f"/sessions/{sessions_of(plan)[0].pk}/verdicts/"
        assert user_client.get(url, {"week": week}).status_code == 404

    def test_its_own_week_by_name_is_its_own_week(self, user_client, plan):
        session = sessions_of(plan)[0]
        assert ask(user_client, session, "2026-W49") == ask(user_client, session, "")


class TestPlaces:
    def test_a_days_verdict_is_that_of_one_of_its_places(self, user_client, plan):
        answer = ask(user_client, sessions_of(plan)[0], "")
        assert {day["possible"] for day in answer["days"].values()} == {True, False}
        for iso, day in answer["days"].items():
            if day["possible"]:
                assert {name: day[name] for name in ("verdict", "text", "start", "possible")} in answer["places"][iso]
            else:
                assert answer["places"][iso] == []

    def test_the_other_order_is_told_as_the_flip_would_be(self, user_client, plan):
        session = sessions_of(plan)[0]
        turn = ask(user_client, session, "")["turn"]
        (message,) = act(user_client, session, "flip").context["messages"]
        assert turn["order"] in ("Run first", "Lift first")
        assert str(message).startswith(f"{turn['order']} now.")
        assert turn["verdict"] == "ok" or turn["text"] in str(message)


class TestDrop:
    def test_the_shown_weeks_board_is_answered_and_one_undo_brings_it_back(self, user_client, plan):
        Session.objects.filter(week__start=NEXT).delete()
        session = sessions_of(plan)[0]
        answer = carry(user_client, session, date=NEXT.isoformat(), start="18:00")
        assert answer.context["board"].iso == WEEK
        assert [row.pk for row in sessions_of(plan, NEXT)] == [session.pk]
        act_on_week(user_client, plan, "undo", monday=NEXT)
        assert session.pk in [row.pk for row in sessions_of(plan)]

    def test_without_a_day_the_same_weekday_is_taken_where_it_is_as_good(self, user_client, plan):
        Session.objects.filter(week__start=NEXT).delete()
        session = sessions_of(plan)[1]
        answer = carry(user_client, session, shown="2026-W49")
        assert answer.context["board"].iso == "2026-W49"
        session.refresh_from_db()
        assert session.date == MONDAY + timedelta(days=8)

    def test_a_week_without_room_says_so(self, user_client, plan):
        Session.objects.filter(week__start=NEXT).delete()
        session = sessions_of(plan)[0]
        for number in range(7):
            day = NEXT + timedelta(days=number)
            fields = {"what": "run_first", "minutes": 60, "date": day.isoformat(), "start": "18:00"}
            act_on_week(user_client, plan, "add", monday=NEXT, **fields)
        answer = carry(user_client, session, shown="2026-W49")
        assert told(answer).startswith("That week has no place for it. Monday already has a run")

    def test_the_other_week_must_be_as_the_page_drew_it(self, user_client, plan):
        session = sessions_of(plan)[0]
        version = version_of(plan, NEXT)
        act(user_client, sessions_of(plan, NEXT)[0], "flip")
        answer = carry(
            user_client, session, date=(NEXT + timedelta(days=6)).isoformat(), start="10:00", week_version=version
        )
        assert "changed in another tab" in told(answer)
        session.refresh_from_db()
        assert clock.monday_of(session.date) == MONDAY

    def test_its_own_week_must_be_too(self, user_client, plan):
        session = sessions_of(plan)[0]
        answer = carry(user_client, session, version=version_of(plan) + 1)
        assert "changed in another tab" in told(answer)

    @pytest.mark.parametrize(
        "fields",
        [
            {"week": ""},
            {"week": "2026-W99"},
            {"week": "x" * 500},
            {"date": SUNDAY.isoformat(), "start": "10:00"},
            {"date": "soon", "start": "10:00"},
            {"date": "2026-12-08", "start": "25:00"},
            {"week_version": "-1"},
            {"version": "x"},
        ],
    )
    def test_what_makes_no_sense_changes_nothing(self, user_client, plan, fields):
        before = [(row.pk, row.date, row.start) for row in Session.objects.all()]
        answer = carry(user_client, sessions_of(plan)[0], **fields)
        assert answer.status_code == 200
        assert answer.context["messages"]
        assert [(row.pk, row.date, row.start) for row in Session.objects.all()] == before

    def test_a_week_outside_of_the_plan_is_not_found(self, user_client, plan):
        assert carry(user_client, sessions_of(plan)[0], week="2031-W01").status_code == 404
        assert carry(user_client, sessions_of(plan)[0], shown="2031-W01").status_code == 404

    def test_without_javascript_it_leads_back_to_a_week(self, user_client, plan):
        session = sessions_of(plan)[0]
        url = f"/sessions/{session.pk}/across/"
        answer = user_client.post(url, {"version": version_of(plan), "week": WEEK})
        assert (answer.status_code, answer.url) == (302, "/week/2026-W49/")

    @pytest.mark.parametrize("emptied", [False, True])
    def test_it_asks_the_database_as_often_whatever_the_weeks_hold(self, user_client, plan, emptied):
        session = sessions_of(plan)[0]
        Session.objects.filter(week__start=NEXT).delete()
        if emptied:
            Session.objects.filter(week__start=MONDAY).exclude(pk=session.pk).delete()
        with CaptureQueriesContext(connection) as captured:
            carry(user_client, session, date=NEXT.isoformat(), start="18:00")
        locks = 2 * connection.features.has_select_for_update  # of the two readings, asked for by themselves
        assert len(captured) == 19 + locks


class TestByForm:
    """The forms of a card's menu and of a session's page reach the weeks beside its own, with no script at all."""

    def move(self, client, session, day):
        fields = {
            "version": version_of(session.week.plan, clock.monday_of(session.date)),
            "date": day,
            "start": "18:00",
        }
        return client.post(f"/sessions/{session.pk}/move/", fields)

    def test_the_menu_offers_the_days_of_the_next_week(self, user_client, plan):
        text = user_client.get("/week/2026-W49/").content.decode()
        assert f'min="{MONDAY}" max="{SUNDAY + clock.ONE_WEEK}"' in text

    def test_and_those_of_the_week_before_where_it_is_not_over(self, user_client, plan):
        text = user_client.get("/week/2026-W50/").content.decode()
        assert f'min="{MONDAY}" max="{SUNDAY + 2 * clock.ONE_WEEK}"' in text
        last = user_client.get("/week/2026-W52/").content.decode()
        assert f'max="{SUNDAY + 3 * clock.ONE_WEEK}"' in last

    def test_the_page_of_a_session_offers_them_week_by_week(self, user_client, plan, set_clock):
        session = sessions_of(plan, NEXT)[2]
        weeks = user_client.get(f"/sessions/{session.pk}/").context["detail"].move_weeks
        assert [week.title for week in weeks] == ["7 Dec – 13 Dec", "30 Nov – 6 Dec", "14 Dec – 20 Dec"]
        set_clock(MONDAY_MORNING + timedelta(days=5))
        weeks = user_client.get(f"/sessions/{session.pk}/").context["detail"].move_weeks
        assert weeks[1].dates == (MONDAY + timedelta(days=5), SUNDAY)

    def test_it_is_moved_there_and_one_undo_brings_it_back(self, user_client, plan):
        session, day = sessions_of(plan)[0], NEXT + timedelta(days=5)
        assert self.move(user_client, session, day.isoformat()).url == "/week/2026-W49/"
        session.refresh_from_db()
        assert session.date == day
        assert "Moved to Saturday 12 December, 18:00." in user_client.get("/week/2026-W49/").content.decode()
        act_on_week(user_client, plan, "undo")
        session.refresh_from_db()
        assert session.date == MONDAY
