"""The planner around meetings: new weeks keep clear, standing ones say where they no longer fit."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from planner import clock
from planner.models import Profile, Session
from planner.records import read
from planner.services import plans, weeks
from tests.factories import (
    ANSWERS,
    EVENINGS,
    MONDAY,
    THIS_WEEK,
    TUESDAY,
    act,
    act_on_week,
    sessions_of,
    version_of,
)
from tests.factories import told as message
from tests.planner.busy_plan import at, meet

pytestmark = pytest.mark.django_db
WEDNESDAY = TUESDAY + timedelta(days=1)
EVENING = at(2), at(2, 20)


def board(client, path=THIS_WEEK):
    response = client.get(path)
    assert response.status_code == 200
    return response.context["board"]


def places(plan):
    return [(row.pk, row.date, row.start) for row in sessions_of(plan)]


class TestAPlanThatStands:
    def test_moves_nothing_and_tells_what_no_longer_fits(self, user, user_client, plan):
        before = places(plan)
        meet(user, EVENING)
        drawn = board(user_client)
        assert places(plan) == before
        assert [(found.rule, found.severity, found.dates) for found in drawn.findings if found.tone == "breaks"] == [
            ("availability", "hard", (WEDNESDAY,))
        ]
        assert 'id="make-it-fit"' in user_client.get(THIS_WEEK).content.decode()

    def test_names_the_calendar_as_what_is_in_the_way_and_nothing_else_of_it(self, user, user_client, plan):
        meet(user, (at(2, 18, 30), at(2, 19)), (at(2, 21), at(2, 22)))
        (found,) = (found for found in board(user_client).findings if found.tone == "breaks")
        (row,) = (row for row in sessions_of(plan) if row.date == WEDNESDAY)
        sentence = "Your own calendar has something then (18:30–19:00)."
        assert found.text.endswith(f"). {sentence}")
        assert sentence in user_client.get(f"/sessions/{row.pk}/").content.decode()
        assert sentence in user_client.get(f"{THIS_WEEK}repair/").context["repair"].broken[0].text

    def test_a_whole_day_is_told_as_one(self, user, user_client, plan):
        meet(user, (at(2, 0), at(3, 0)))
        assert "Your own calendar has something all that day." in str(board(user_client).findings)

    def test_a_session_outside_the_hours_with_no_meeting_on_it_is_told_as_before(self, user, user_client, plan):
        meet(user, (at(2, 9), at(2, 10)))
        Session.objects.filter(week__plan=plan, date=WEDNESDAY).update(start=12 * 60)
        findings = board(user_client).findings
        assert any(found.rule == "availability" for found in findings)
        assert "calendar" not in str(findings)

    def test_is_made_to_fit_when_asked_and_back_by_undo(self, user, user_client, plan):
        before = places(plan)
        meet(user, EVENING)
        page = user_client.get(f"{THIS_WEEK}repair/")
        way = page.context["repair"].ways[0]
        act_on_week(user_client, plan, "repair", proposal=way.key)
        assert not [row for row in sessions_of(plan) if row.date == WEDNESDAY and row.start < 20 * 60]
        assert board(user_client).tone != "breaks"
        act_on_week(user_client, plan, "undo")
        assert places(plan) == before

    def test_fits_again_when_the_meeting_goes(self, user, user_client, plan):
        meet(user, EVENING)
        meet(user)
        assert board(user_client).tone != "breaks"

    @pytest.mark.parametrize("status", ["done", "planned"])
    def test_what_is_done_or_locked_under_a_meeting_is_a_finding_and_no_error(self, user, user_client, plan, status):
        row = next(row for row in sessions_of(plan) if row.date == WEDNESDAY)
        Session.objects.filter(pk=row.pk).update(status=status, locked=status == "planned")
        meet(user, EVENING)
        assert board(user_client).tone == "breaks"
        assert act_on_week(user_client, plan, "remake").status_code == 200
        kept = Session.objects.get(pk=row.pk)
        assert (kept.date, kept.start) == (row.date, row.start)

    def test_is_remade_around_meetings(self, user, user_client, plan):
        meet(user, EVENING, (at(3), at(3, 18, 45)))
        act_on_week(user_client, plan, "remake")
        rows = sessions_of(plan)
        assert WEDNESDAY not in {row.date for row in rows}
        assert all(row.start >= 18 * 60 + 45 for row in rows if row.date == WEDNESDAY + timedelta(days=1))
        assert board(user_client).tone != "breaks"

    def test_a_place_under_a_meeting_breaks_a_rule_before_the_drop_and_after(self, user, user_client, plan):
        meet(user, (at(5, 0), at(6, 0)), EVENING)
        row = next(row for row in sessions_of(plan) if row.date == TUESDAY)
        days = user_client.get(f"/sessions/{row.pk}/verdicts/").json()["days"]
        assert days[WEDNESDAY.isoformat()]["verdict"] in {"breaks", "impossible"}

    def test_a_place_under_a_meeting_is_told_in_the_hand_as_after_the_drop(self, user, user_client, plan):
        meet(user, (at(5, 9), at(5, 21)))
        row = next(row for row in sessions_of(plan) if row.date == TUESDAY)
        address = f"/sessions/{row.pk}/"
        saturday = "2026-12-05"
        told = user_client.get(f"{address}verdicts/").json()
        promised = told["days"][saturday]
        assert "Your own calendar has something then (09:00–21:00)." in promised["text"]
        assert [place["text"] for place in told["places"][saturday]] == [promised["text"]]
        assert promised["text"] in unescape(user_client.get(f"{address}other-days/").content.decode())
        answer = act(user_client, row, "move", date=saturday, start=promised["start"])
        assert promised["text"] in message(answer)
        assert promised["text"] in [found.text for found in answer.context["board"].findings]

    def test_a_place_in_another_week_under_a_meeting_likewise(self, user, user_client, plan):
        there = WEDNESDAY + clock.ONE_WEEK
        meet(user, (at(9, 9), at(9, 21)))
        Session.objects.filter(week__plan=plan, date=there).delete()
        row = next(row for row in sessions_of(plan) if row.date == TUESDAY)
        days = user_client.get(f"/sessions/{row.pk}/verdicts/?week=2026-W50").json()["days"]
        promised = days[there.isoformat()]
        assert "Your own calendar has something then (09:00–21:00)." in promised["text"]
        answer = act(user_client, row, "move", date=there.isoformat(), start=promised["start"])
        assert promised["text"] in message(answer)


class TestWeeksToCome:
    def test_are_planned_clear_of_meetings(self, user, plan, set_clock):
        busy = [(at(day), at(day, 20)) for day in (28, 29)]  # of a week that the plan does not have yet
        meet(user, *busy)
        set_clock(datetime(2026, 12, 7, 6, tzinfo=UTC))
        assert weeks.ensure_weeks(user=user) == 1
        dates = {row.date.day for row in sessions_of(plan, MONDAY + 4 * clock.ONE_WEEK)}
        assert dates
        assert not dates & {28, 29}

    def test_changed_goals_are_planned_clear_of_them(self, user, plan):
        meet(user, EVENING)
        plans.save_goals(user=user, answers=ANSWERS | {"training_days": 4}, timezone="UTC")
        assert WEDNESDAY not in {row.date for row in sessions_of(plan)}

    def test_a_week_without_any_free_hour_is_empty_and_no_error(self, user, user_client, plan):
        meet(user, (at(1, 0) - 1440, at(7, 0)))
        act_on_week(user_client, plan, "remake")
        assert sessions_of(plan) == []
        assert board(user_client).is_empty


class TestTheBoard:
    def test_shows_the_windows_that_remain_and_what_took_the_rest(self, user, user_client, plan):
        meet(user, (at(2, 9), at(2, 17)), (at(2, 18, 30), at(2, 19)), (at(3), at(4, 0)))
        days = board(user_client).days
        assert (days[2].windows, days[2].busy) == (("18:00–18:30", "19:00–20:00"), ("18:30–19:00",))
        assert (days[3].windows, days[3].busy) == ((), ("18:00–20:00",))
        assert (days[1].windows, days[1].busy) == (("18:00–20:00",), ())
        text = user_client.get(THIS_WEEK).content.decode()
        assert text.count("data-busy=") == 2
        assert "by your calendar" in text

    def test_meetings_stay_at_their_instant_when_the_person_travels(self, user, user_client, plan):
        meet(user, (at(2, 10), at(2, 11)))
        Profile.objects.filter(user=user).update(timezone="Asia/Tokyo")  # 19:00 there
        assert board(user_client).days[2].busy == ("19:00–20:00",)

    def test_times_without_a_zone_travel_with_the_person(self, user, user_client, plan):
        meet(user, local_times=[[at(2), at(2, 19)]])
        Profile.objects.filter(user=user).update(timezone="Asia/Tokyo")
        assert board(user_client).days[2].busy == ("18:00–19:00",)

    def test_knows_nothing_of_another_persons_meetings(self, user, other_client, plan, other_plan):
        meet(user, EVENING)
        assert not any(day.busy for day in board(other_client).days)
        assert board(other_client).tone != "breaks"

    def test_reads_no_more_rows_for_it_and_not_the_address(self, user, plan):
        with CaptureQueriesContext(
            connection,
        ) as without:
            read(user)
        meet(user, *((at(day, hour), at(day, hour, 30)) for day in range(1, 28) for hour in range(8, 22)))
        with CaptureQueriesContext(connection) as found:
            records = read(user)
            assert records.athlete.exceptions
        assert len(found) == len(without) == 2
        assert '"planner_busycalendar"."local_times"' in found[0]["sql"]
        assert '"planner_busycalendar"."address"' not in found[0]["sql"]
        assert records.busy.get_deferred_fields() >= {"address", "etag"}


def test_usual_hours_are_as_they_were(user, plan):
    meet(user, EVENING)
    assert Profile.objects.get(user=user).answers["availability"] == EVENINGS
    assert version_of(plan) == 1
