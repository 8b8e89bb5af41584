"""What the actions on the board do, refuse and say."""

from datetime import timedelta

import pytest

from planner.models import Plan, Session, Step
from tests.factories import (
    MONDAY,
    MONDAY_MORNING,
    SUNDAY,
    THIS_WEEK,
    TUESDAY,
    act,
    act_on_week,
    make_plan,
    sessions_of,
    told,
    version_of,
)

pytestmark = pytest.mark.django_db
WEDNESDAY_NOON = MONDAY_MORNING + timedelta(days=2, hours=6)


def move(client, session, day, start="18:00", **fields):
    return act(client, session, "move", date=day.isoformat(), start=start, **fields)


def state(plan):
    """All that an action could change."""
    rows = Session.objects.filter(week__plan=plan).values_list("pk", "date", "start", "order", "status", "sequence")
    return list(rows), version_of(plan), Step.objects.filter(plan=plan).count(), plan.feed_changed_at


class TestMove:
    def test_it_lies_where_it_was_put(self, user_client, first):
        response = move(user_client, first, SUNDAY, "10:00")
        assert response.status_code == 200
        again = Session.objects.get(pk=first.pk)
        assert (again.date, again.start, again.uid) == (SUNDAY, 600, first.uid)
        assert again.sequence == first.sequence + 1
        assert again.changed_at > first.changed_at
        assert response.context["board"].days[6].cards[0].id == first.pk

    def test_a_broken_rule_is_kept_and_told(self, user_client, first):
        answer = told(move(user_client, first, SUNDAY, "10:00"))
        assert answer.startswith("Moved to Sunday 6 December, 10:00. We only use the days and times you gave us (")

    def test_the_message_is_a_warning_where_a_rule_is_strained(self, user_client, first):
        assert [m.level_tag for m in move(user_client, first, SUNDAY).context["messages"]] == ["warning"]

    def test_only_what_changed_is_written(self, user_client, plan, first):
        others = {row.pk: (row.sequence, row.changed_at) for row in Session.objects.exclude(pk=first.pk)}
        move(user_client, first, SUNDAY)
        assert {row.pk: (row.sequence, row.changed_at) for row in Session.objects.exclude(pk=first.pk)} == others
        assert [version_of(plan, MONDAY + timedelta(weeks=n)) for n in range(4)] == [2, 1, 1, 1]

    def test_the_feed_learns_of_it(self, user_client, plan, first):
        move(user_client, first, SUNDAY)
        assert Plan.objects.get(pk=plan.pk).feed_changed_at > plan.feed_changed_at

    def test_to_where_it_is_changes_nothing(self, user_client, plan, first):
        before = state(plan)
        assert move(user_client, first, MONDAY).status_code == 200
        assert state(plan) == before

    def test_to_another_week_of_the_plan(self, user_client, plan, first):
        saturday = SUNDAY + timedelta(days=6)
        response = move(user_client, first, saturday)
        again = Session.objects.get(pk=first.pk)
        assert (again.date, again.week.start, again.uid) == (saturday, MONDAY + timedelta(weeks=1), first.uid)
        assert response.context["board"].start == MONDAY
        assert [version_of(plan, MONDAY + timedelta(weeks=n)) for n in range(3)] == [2, 2, 1]

    @pytest.mark.parametrize(
        ("day", "start", "reason"),
        [
            (MONDAY + timedelta(days=28), "18:00", "does not reach"),
            (MONDAY - timedelta(days=1), "18:00", "over"),
            (TUESDAY, "06:00", "already has a run"),
            (SUNDAY, "23:30", "after midnight"),
        ],
    )
    def test_the_impossible_is_refused_with_its_reason(self, user_client, plan, first, day, start, reason):
        before = state(plan)
        response = move(user_client, first, day, start)
        assert reason in told(response)
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert state(plan) == before

    def test_overlapping_another_session_is_refused(self, user_client, plan, first):
        act_on_week(user_client, plan, "add", what="walk", minutes=30, date=SUNDAY.isoformat(), start="10:00")
        assert "is taken from 10:00 to 10:30" in told(move(user_client, first, SUNDAY, "10:15"))

    def test_a_day_that_is_over_is_refused(self, user_client, plan, set_clock):
        set_clock(WEDNESDAY_NOON)
        friday = sessions_of(plan)[4]
        assert told(move(user_client, friday, TUESDAY)) == "That day is over."

    def test_a_session_of_a_day_that_is_over_stays(self, user_client, plan, first, set_clock):
        set_clock(WEDNESDAY_NOON)
        assert "stays where it was" in told(move(user_client, first, SUNDAY))

    @pytest.mark.parametrize(
        ("action", "reason"), [("lock", "Unlock it"), ("done", "marked as done"), ("skip", "marked as skipped")]
    )
    def test_what_is_locked_done_or_skipped_is_not_moved(self, user_client, first, action, reason):
        act(user_client, first, action)
        assert reason in told(move(user_client, first, SUNDAY))
        assert Session.objects.get(pk=first.pk).date == MONDAY

    def test_a_skipped_session_is_no_obstacle(self, user_client, plan):
        monday, tuesday = sessions_of(plan)[:2]
        act(user_client, tuesday, "skip")
        move(user_client, monday, TUESDAY)
        assert Session.objects.get(pk=monday.pk).date == TUESDAY

    @pytest.mark.parametrize(
        "fields",
        [
            {"date": "soon"},
            {"date": ""},
            {"date": "9999-12-31"},
            {"date": "0001-01-01"},
            {"date": "2026-02-30"},
            {"start": "25:00"},
            {"start": "24:00"},
            {"start": "-1"},
            {"start": "18:00\x00"},
            {"start": ""},
            {"version": ""},
            {"version": "-1"},
            {"version": "9" * 5000},
            {"version": "x"},
        ],
    )
    def test_nonsense_is_told_and_changes_nothing(self, user_client, plan, first, fields):
        before = state(plan)
        response = act(user_client, first, "move", **({"date": SUNDAY.isoformat(), "start": "10:00"} | fields))
        assert response.status_code == 200
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert state(plan) == before


def exchange(client, session, day, **fields):
    return act(client, session, "exchange", date=day.isoformat(), **fields)


def days_of(plan):
    return {row.pk: row.date for row in sessions_of(plan)}


class TestExchange:
    def test_two_days_change_places_in_one_step(self, user_client, plan):
        monday, tuesday, *others = sessions_of(plan)
        response = exchange(user_client, monday, TUESDAY)
        assert told(response).startswith("Exchanged Monday and Tuesday.")
        assert days_of(plan) == {monday.pk: TUESDAY, tuesday.pk: MONDAY, **{row.pk: row.date for row in others}}
        assert [Step.objects.get(plan=plan).label, version_of(plan)] == ["Exchange Monday and Tuesday", 2]
        assert [day.cards[0].id for day in response.context["board"].days[:2]] == [tuesday.pk, monday.pk]

    def test_undo_brings_both_back(self, user_client, plan, first):
        before = days_of(plan)
        exchange(user_client, first, TUESDAY)
        act_on_week(user_client, plan, "undo")
        assert days_of(plan) == before

    def test_it_means_what_the_verdict_said(self, user_client, plan, first):
        for day, verdict in user_client.get(f"/sessions/{first.pk}/verdicts/").json()["days"].items():
            if not verdict["exchange"]:
                continue
            response = act(user_client, first, "exchange", date=day)
            level = "success" if verdict["exchange"].endswith(": fits.") else "warning"
            assert [m.level_tag for m in response.context["messages"]] == [level], verdict
            act_on_week(user_client, plan, "undo")

    def test_all_of_both_days_goes_and_what_is_skipped_stays(self, user_client, plan):
        monday, tuesday, wednesday = sessions_of(plan)[:3]
        act_on_week(user_client, plan, "add", what="walk", minutes=30, date=TUESDAY.isoformat(), start="07:00")
        walk = Session.objects.get(kind="recovery")
        act(user_client, wednesday, "skip")
        move(user_client, tuesday, wednesday.date)
        exchange(user_client, monday, wednesday.date)
        assert days_of(plan)[wednesday.pk] == wednesday.date
        exchange(user_client, tuesday, TUESDAY)
        now = days_of(plan)
        assert [now[row.pk] for row in (monday, tuesday, walk)] == [wednesday.date, TUESDAY, MONDAY]

    @pytest.mark.parametrize("action", ["lock", "done"])
    def test_what_is_locked_or_done_on_the_other_day_is_in_the_way(self, user_client, plan, action):
        monday, tuesday = sessions_of(plan)[:2]
        act(user_client, tuesday, action)
        before = state(plan)
        answer = told(exchange(user_client, monday, TUESDAY))
        assert answer.startswith("Tuesday's ")
        assert answer.endswith(" stays where it is, so these days cannot be exchanged.")
        assert state(plan) == before

    @pytest.mark.parametrize(
        ("action", "reason"), [("lock", "Unlock it"), ("done", "marked as done"), ("skip", "marked as skipped")]
    )
    def test_what_is_locked_done_or_skipped_is_not_exchanged(self, user_client, plan, first, action, reason):
        act(user_client, first, action)
        assert reason in told(exchange(user_client, first, TUESDAY))
        assert Session.objects.get(pk=first.pk).date == MONDAY

    def test_days_that_are_over_stay(self, user_client, plan, first, set_clock):
        set_clock(WEDNESDAY_NOON)
        before = state(plan)
        assert told(exchange(user_client, sessions_of(plan)[4], TUESDAY)) == "That day is over."
        assert "stays where it was" in told(exchange(user_client, first, SUNDAY))
        assert state(plan) == before

    @pytest.mark.parametrize(
        ("day", "reason"),
        [
            (MONDAY, "not another day"),
            (SUNDAY, "Sunday is free"),
            (TUESDAY + timedelta(weeks=1), "Only days of one week"),
        ],
    )
    def test_a_day_that_has_nothing_to_give(self, user_client, plan, first, day, reason):
        before = state(plan)
        assert reason in told(exchange(user_client, first, day))
        assert state(plan) == before

    @pytest.mark.parametrize(
        "fields",
        [{"date": ""}, {"date": "soon"}, {"date": "9999-12-31"}, {"version": ""}, {"version": "x"}],
    )
    def test_nonsense_is_told_and_changes_nothing(self, user_client, plan, first, fields):
        before = state(plan)
        response = act(user_client, first, "exchange", **({"date": TUESDAY.isoformat()} | fields))
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert state(plan) == before

    def test_a_stale_page_is_told(self, user_client, plan, first):
        move(user_client, sessions_of(plan)[4], SUNDAY)
        assert "another tab" in told(exchange(user_client, first, TUESDAY, version=1))
        assert Session.objects.get(pk=first.pk).date == MONDAY


class TestOffer:
    def test_a_taken_day_comes_with_the_exchange(self, user_client, plan, first):
        before = state(plan)
        response = move(user_client, first, TUESDAY)
        offer = response.context["offer"]
        assert (offer.session, offer.date, offer.label) == (first.pk, TUESDAY, "Exchange Monday and Tuesday")
        page = response.content.decode()
        assert f'action="/sessions/{first.pk}/exchange/"' in page
        assert page.count(offer.text) == 2  # in the note, and said aloud
        assert state(plan) == before

    def test_it_is_gone_with_the_next_board(self, user_client, first):
        move(user_client, first, TUESDAY)
        assert "data-offer" not in user_client.get(THIS_WEEK).content.decode()

    def test_without_script_it_comes_after_the_redirect_once(self, user_client, plan, first):
        fields = {"version": 1, "date": TUESDAY.isoformat(), "start": "18:00"}
        response = user_client.post(f"/sessions/{first.pk}/move/", fields, follow=True)
        assert response.context["offer"].session == first.pk
        assert "already has a run" in told(response)
        assert user_client.get(THIS_WEEK).context["offer"] is None
        sent = {"version": 1, "date": TUESDAY.isoformat()}
        done = user_client.post(f"/sessions/{first.pk}/exchange/", sent, follow=True)
        assert done.redirect_chain == [(THIS_WEEK, 302)]
        assert Session.objects.get(pk=first.pk).date == TUESDAY

    def test_a_board_of_another_week_has_none(self, user_client, first):
        fields = {"version": 1, "date": TUESDAY.isoformat(), "start": "18:00"}
        user_client.post(f"/sessions/{first.pk}/move/", fields)
        assert user_client.get("/week/2026-W51/").context["offer"] is None

    @pytest.mark.parametrize(
        ("day", "start"),
        [
            (SUNDAY, "23:30"),  # possible at another hour
            (MONDAY + timedelta(days=7), "18:00"),  # taken, in another week
            (MONDAY + timedelta(days=28), "18:00"),
            (MONDAY - timedelta(days=1), "18:00"),
        ],
    )
    def test_other_refusals_have_no_way_out(self, user_client, first, day, start):
        response = move(user_client, first, day, start)
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert response.context["offer"] is None

    @pytest.mark.parametrize("action", ["lock", "done"])
    def test_what_is_locked_or_done_is_not_offered(self, user_client, plan, first, action):
        act(user_client, sessions_of(plan)[1], action)
        response = move(user_client, first, TUESDAY)
        assert "already has a run" in told(response)
        assert response.context["offer"] is None

    def test_a_stale_move_has_none(self, user_client, plan, first):
        move(user_client, sessions_of(plan)[4], SUNDAY)
        assert move(user_client, first, TUESDAY, version=1).context["offer"] is None


class TestFlip:
    def test_the_order_turns(self, user_client, first):
        assert first.order == "run_first"
        assert told(act(user_client, first, "flip")).startswith("Lift first now.")
        assert Session.objects.get(pk=first.pk).order == "lift_first"

    def test_only_a_combined_session_has_an_order(self, user_client, plan):
        act_on_week(user_client, plan, "add", what="easy", minutes=30, date=SUNDAY.isoformat(), start="10:00")
        run = Session.objects.get(kind="run_only", date=SUNDAY)
        assert "Only a session with a run and a lift" in told(act(user_client, run, "flip"))

    def test_a_locked_one_stays(self, user_client, first):
        act(user_client, first, "lock")
        assert "Unlock it to flip it" in told(act(user_client, first, "flip"))

    def test_a_past_one_stays(self, user_client, first, set_clock):
        set_clock(WEDNESDAY_NOON)
        assert "over" in told(act(user_client, first, "flip"))


class TestMarks:
    def test_done_and_back(self, user_client, first):
        act(user_client, first, "done")
        assert Session.objects.get(pk=first.pk).status == "done"
        act(user_client, first, "done")
        assert Session.objects.get(pk=first.pk).status == "planned"

    def test_skipped_and_back(self, user_client, first):
        act(user_client, first, "skip")
        assert Session.objects.get(pk=first.pk).status == "skipped"
        act(user_client, first, "skip", status="planned")
        assert Session.objects.get(pk=first.pk).status == "planned"

    def test_a_wished_status_is_no_toggle(self, user_client, first):
        act(user_client, first, "done", status="done")
        act(user_client, first, "done", status="done")
        assert Session.objects.get(pk=first.pk).status == "done"

    def test_past_days_can_be_marked(self, user_client, first, set_clock):
        set_clock(WEDNESDAY_NOON)
        act(user_client, first, "done")
        assert Session.objects.get(pk=first.pk).status == "done"

    def test_an_unknown_status_is_refused(self, user_client, first):
        response = act(user_client, first, "done", status="eaten")
        assert [m.level_tag for m in response.context["messages"]] == ["error"]

    def test_a_skipped_session_comes_back_only_where_its_hours_are_free(self, user_client, plan):
        monday, tuesday = sessions_of(plan)[:2]
        act(user_client, tuesday, "skip")
        move(user_client, monday, TUESDAY)
        assert "already has a run" in told(act(user_client, tuesday, "skip"))
        assert "already has a run" in told(act(user_client, tuesday, "done"))
        assert Session.objects.get(pk=tuesday.pk).status == "skipped"

    def test_a_skipped_session_weighs_nothing(self, user_client, first):
        day = act(user_client, first, "skip").context["board"].days[0]
        assert (day.minutes, day.load, day.cards[0].status) == (0, 0, "skipped")

    def test_lock_and_unlock(self, user_client, first):
        act(user_client, first, "lock", locked="true")
        assert Session.objects.get(pk=first.pk).locked
        act(user_client, first, "lock", locked="false")
        assert not Session.objects.get(pk=first.pk).locked

    def test_a_lock_is_nothing_that_a_calendar_shows(self, user_client, plan, first):
        act(user_client, first, "lock")
        assert Session.objects.get(pk=first.pk).sequence == first.sequence
        assert Plan.objects.get(pk=plan.pk).feed_changed_at == plan.feed_changed_at


class TestDelete:
    def test_it_is_gone(self, user_client, first):
        assert told(act(user_client, first, "delete")).startswith("Deleted.")
        assert not Session.objects.filter(pk=first.pk).exists()

    @pytest.mark.parametrize("action", ["lock", "done"])
    def test_not_while_locked_or_done(self, user_client, first, action):
        act(user_client, first, action)
        act(user_client, first, "delete")
        assert Session.objects.filter(pk=first.pk).exists()


class TestAdd:
    @pytest.mark.parametrize(
        ("what", "kind"),
        [
            ("easy", "run_only"),
            ("hard", "run_only"),
            ("upper", "lift_only"),
            ("run_first", "combined"),
            ("lift_first", "combined"),
            ("circuit", "circuit"),
            ("yoga", "recovery"),
        ],
    )
    def test_every_kind(self, user_client, plan, what, kind):
        act_on_week(user_client, plan, "add", what=what, minutes=45, date=SUNDAY.isoformat(), start="10:00")
        row = Session.objects.get(date=SUNDAY, week__plan=plan)
        assert (row.kind, row.start, row.run_minutes or 0) == (kind, 600, row.run_minutes or 0)
        assert (row.run_minutes or 0) + (row.lift_minutes or 0) + (row.recovery_minutes or 0) == 45

    @pytest.mark.parametrize(
        "fields",
        [
            {"what": "swim"},
            {"what": ""},
            {"minutes": "0"},
            {"minutes": "9999999999"},
            {"minutes": "x"},
            {"date": "2026-12-07"},
            {"date": ""},
            {"start": "noon"},
            {"start": "23:45"},
        ],
    )
    def test_nonsense_is_told_and_adds_nothing(self, user_client, plan, fields):
        good = {"what": "easy", "minutes": 30, "date": SUNDAY.isoformat(), "start": "10:00"}
        response = act_on_week(user_client, plan, "add", **(good | fields))
        assert [m.level_tag for m in response.context["messages"]] == ["error"]
        assert len(sessions_of(plan)) == 5

    @pytest.mark.parametrize("fields", [{"minutes": "500"}, {"start": "23:45"}], ids=["by form", "by plan"])
    def test_what_was_written_is_kept_where_it_is_refused(self, user_client, plan, fields):
        good = {"what": "long", "minutes": 45, "date": SUNDAY.isoformat(), "start": "10:00"}
        form = act_on_week(user_client, plan, "add", **(good | fields)).context["add_form"]
        assert form.errors
        assert (form["what"].value(), form["date"].value()) == ("long", SUNDAY.isoformat())

    def test_not_on_a_day_that_is_over(self, user_client, plan, set_clock):
        set_clock(WEDNESDAY_NOON)
        fields = {"what": "walk", "minutes": 30, "date": TUESDAY.isoformat(), "start": "10:00"}
        assert told(act_on_week(user_client, plan, "add", **fields)) == "That day is over."


class TestRemake:
    def test_it_makes_the_week_again(self, user_client, plan, first):
        act(user_client, first, "delete")
        act_on_week(user_client, plan, "remake")
        assert len(sessions_of(plan)) == 5

    def test_nothing_to_do_changes_nothing(self, user_client, plan):
        before = state(plan)
        assert "nothing changed" in told(act_on_week(user_client, plan, "remake"))
        assert state(plan) == before

    def test_locked_done_and_skipped_stay(self, user_client, plan):
        rows = sessions_of(plan)
        for row, action in zip(rows, ("lock", "done", "skip"), strict=False):
            act(user_client, row, action)
        move(user_client, rows[4], SUNDAY, "10:00")
        act_on_week(user_client, plan, "remake")
        now = {row.pk: row for row in sessions_of(plan)}
        assert [(now[row.pk].date, now[row.pk].start) for row in rows[:3]] == [
            (row.date, row.start) for row in rows[:3]
        ]

    def test_past_days_stay_and_get_nothing_new(self, user_client, plan, first, set_clock):
        act(user_client, first, "delete")
        set_clock(WEDNESDAY_NOON)
        tuesday = sessions_of(plan)[0]
        act_on_week(user_client, plan, "remake")
        days = [row.date for row in sessions_of(plan)]
        assert MONDAY not in days
        assert Session.objects.get(pk=tuesday.pk).date == TUESDAY

    def test_sessions_keep_their_calendar_identity(self, user_client, plan):
        uids = {row.uid for row in sessions_of(plan)}
        for row, day in zip(sessions_of(plan)[3:], (SUNDAY, SUNDAY - timedelta(days=1)), strict=False):
            move(user_client, row, day, "10:00")
        act_on_week(user_client, plan, "remake")
        assert {row.uid for row in sessions_of(plan)} == uids

    def test_a_week_that_is_over_stays(self, user_client, plan, set_clock):
        set_clock(MONDAY_MORNING + timedelta(days=9))
        before = state(plan)
        assert "over" in told(act_on_week(user_client, plan, "remake"))
        assert state(plan) == before


class TestTwoTabs:
    @pytest.mark.parametrize("action", ["flip", "lock", "done", "skip", "delete"])
    def test_a_stale_page_is_told_and_changes_nothing(self, user_client, plan, first, action):
        stale = version_of(plan)
        move(user_client, sessions_of(plan)[4], SUNDAY)
        before = state(plan)
        response = act(user_client, first, action, version=stale)
        assert response.status_code == 200
        assert "changed in another tab" in told(response)
        assert response.context["board"].version == stale + 1
        assert state(plan) == before

    def test_a_stale_move_is_told(self, user_client, plan, first):
        move(user_client, sessions_of(plan)[4], SUNDAY)
        assert "another tab" in told(move(user_client, first, SUNDAY - timedelta(days=1), version=1))
        assert Session.objects.get(pk=first.pk).date == MONDAY

    @pytest.mark.parametrize("action", ["remake", "undo", "redo", "add"])
    def test_a_stale_week_is_told(self, user_client, plan, first, action):
        move(user_client, first, SUNDAY)
        before = state(plan)
        fields = (
            {"what": "walk", "minutes": 30, "date": SUNDAY.isoformat(), "start": "10:00"} if action == "add" else {}
        )
        assert "another tab" in told(act_on_week(user_client, plan, action, version=1, **fields))
        assert state(plan) == before

    @pytest.mark.parametrize("action", ["done", "skip", "lock", "flip"])
    def test_a_double_click_counts_once(self, user_client, plan, first, action):
        version = version_of(plan)
        for _ in range(2):
            act(user_client, first, action, version=version)
        assert Step.objects.filter(plan=plan).count() == 1
        again = Session.objects.get(pk=first.pk)
        assert (again.status, again.locked, again.order) != (first.status, first.locked, first.order)

    def test_a_double_click_on_delete_is_not_found_the_second_time(self, user_client, plan, first):
        version = version_of(plan)
        url = f"/sessions/{first.pk}/delete/"
        assert [user_client.post(url, {"version": version}).status_code for _ in range(2)] == [302, 404]


class TestWithoutScript:
    @pytest.mark.parametrize(
        ("action", "fields"),
        [
            ("move", {"date": SUNDAY.isoformat(), "start": "10:00"}),
            ("flip", {}),
            ("lock", {}),
            ("done", {}),
            ("skip", {}),
            ("delete", {}),
        ],
    )
    def test_each_action_comes_back_to_the_week_with_a_message(self, user_client, plan, first, action, fields):
        response = user_client.post(f"/sessions/{first.pk}/{action}/", {"version": 1, **fields}, follow=True)
        assert response.redirect_chain == [(THIS_WEEK, 302)]
        assert len(told(response)) > 5
        assert version_of(plan) == 2

    def test_a_refusal_comes_back_too(self, user_client, first):
        fields = {"version": 1, "date": TUESDAY.isoformat(), "start": "18:00"}
        response = user_client.post(f"/sessions/{first.pk}/move/", fields, follow=True)
        assert "already has a run" in told(response)

    def test_undo_redo_and_remake(self, user_client, plan, first):
        user_client.post(f"/sessions/{first.pk}/flip/", {"version": 1})
        for action, version in (("undo", 2), ("redo", 3), ("remake", 4)):
            response = user_client.post(f"{THIS_WEEK}{action}/", {"version": version}, follow=True)
            assert response.redirect_chain == [(THIS_WEEK, 302)]
        assert version_of(plan) == 5


def test_two_plans_do_not_touch(user_client, plan, other_plan, first):
    before = state(other_plan)
    move(user_client, first, SUNDAY)
    act_on_week(user_client, plan, "undo")
    act_on_week(user_client, plan, "remake")
    other_plan.refresh_from_db()
    assert state(other_plan) == before


def test_a_person_has_one_plan(user, plan):
    make_plan(user)
    assert Plan.objects.filter(user=user).count() == 1
