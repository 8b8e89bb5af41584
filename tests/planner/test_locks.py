"""Locks at four grains on the site: set and freed by plain forms, told on the card, honoured by hand and remake."""

import re
from datetime import timedelta

import pytest

from planner.models import Session, Step
from planner.services.snapshots import of_row
from tests.factories import MONDAY, SUNDAY, TUESDAY, act, act_on_week, sessions_of, told, version_of

pytestmark = pytest.mark.django_db


def keep(client, row, *grains):
    return act(client, row, "lock", only="true", locks=list(grains))


def move(client, row, day, start="18:00"):
    return told(act(client, row, "move", date=day.isoformat(), start=start))


def kept(row):
    row = Session.objects.get(pk=row.pk)
    return row.locked, row.locks


class TestTheForm:
    def test_grains_are_kept_in_their_order(self, user_client, first):
        assert told(keep(user_client, first, "order", "day")) == "Day and order locked."
        assert kept(first) == (False, "day order")

    def test_all_four_lock_it_whole(self, user_client, first):
        assert told(keep(user_client, first, "day", "hour", "order", "content")) == "Locked in place."
        assert kept(first) == (True, "")

    def test_none_frees_it(self, user_client, first):
        keep(user_client, first, "day")
        assert told(keep(user_client, first)) == "Unlocked."
        assert kept(first) == (False, "")

    def test_without_fields_it_toggles_the_whole_lock(self, user_client, first):
        keep(user_client, first, "day")
        act(user_client, first, "lock")
        assert kept(first) == (True, "")
        act(user_client, first, "lock")
        assert kept(first) == (False, "")

    @pytest.mark.parametrize("bad", [["minute"], ["day", "x"], ["DAY"], ["\u202e"], ["<b>"]])
    def test_what_is_no_grain_changes_nothing(self, user_client, plan, first, bad):
        assert told(keep(user_client, first, *bad)).startswith("What can be locked is the day")
        assert (kept(first), version_of(plan)) == ((False, ""), 1)

    def test_a_stranger_locks_nothing(self, other_client, first):
        assert keep(other_client, first, "day").status_code == 404
        assert kept(first) == (False, "")

    def test_nothing_that_a_calendar_shows_changes(self, user_client, first):
        keep(user_client, first, "day")
        assert Session.objects.get(pk=first.pk).sequence == first.sequence


class TestTheCard:
    def test_it_says_what_is_kept(self, user_client, first):
        text = keep(user_client, first, "hour", "order").content.decode()
        card = text.partition(f'id="card-{first.pk}"')[2].partition("</article>")[0]
        assert 'data-locks="hour order"' in card
        assert "hour and order locked</span>" in card
        assert re.findall(r'name="locks" value="(\w+)" checked', card) == ["hour", "order"]
        assert re.search(r'id="flip-[^>]*disabled', card)
        assert f'data-session="{first.pk}" data-kind="combined" data-order="run_first" data-locked="false"' in card

    def test_a_whole_lock_checks_all_four(self, user_client, first):
        text = act(user_client, first, "lock").content.decode()
        card = text.partition(f'id="card-{first.pk}"')[2].partition("</article>")[0]
        assert len(re.findall(r'name="locks" value="\w+" checked', card)) == 4

    def test_each_box_has_a_label_on_the_page_of_the_session(self, user_client, first):
        page = user_client.get(f"/sessions/{first.pk}/").content.decode()
        boxes = re.findall(r'<label class="check"><input type="checkbox" name="locks" value="\w+">(\w+)</label>', page)
        assert boxes == ["Day", "Hour", "Order", "Content"]


class TestTheHand:
    def test_a_kept_day_is_left_for_no_other(self, user_client, first):
        keep(user_client, first, "day")
        assert move(user_client, first, TUESDAY).startswith("This session keeps its day. Free the day")
        assert "another week" in move(user_client, first, MONDAY + timedelta(days=7))
        assert move(user_client, first, MONDAY, "18:30").startswith("Moved to Monday")

    def test_a_kept_hour_goes_to_other_days(self, user_client, first):
        keep(user_client, first, "hour")
        assert move(user_client, first, SUNDAY, "10:00").startswith("This session keeps its hour, 18:00.")
        assert move(user_client, first, SUNDAY, "18:00").startswith("Moved to Sunday")

    def test_a_kept_order_is_not_flipped(self, user_client, first):
        keep(user_client, first, "order")
        assert "keeps its order" in told(act(user_client, first, "flip"))

    def test_a_kept_day_is_not_exchanged(self, user_client, first):
        keep(user_client, first, "day")
        answer = told(act(user_client, first, "exchange", date=TUESDAY.isoformat()))
        assert answer == "This session keeps its day. Free the day to move it to Tuesday."

    def test_verdicts_say_why(self, user_client, first):
        keep(user_client, first, "day")
        verdicts = user_client.get(f"/sessions/{first.pk}/verdicts/").json()
        days = verdicts.get("days", verdicts)
        assert "keeps its day" in days[SUNDAY.isoformat()]["text"]
        assert days[SUNDAY.isoformat()]["possible"] is False


class TestRemake:
    def test_it_honours_what_is_kept_and_the_row_stays_the_same(self, user_client, plan, first):
        move(user_client, first, SUNDAY, "10:00")
        keep(user_client, first, "order")
        act_on_week(user_client, plan, "remake")
        again = Session.objects.get(pk=first.pk)
        assert (again.date != SUNDAY, again.order, again.uid, again.locks) == (True, first.order, first.uid, "order")

    def test_a_lock_that_gives_way_is_told_on_the_board(self, user_client, plan, first):
        move(user_client, first, SUNDAY, "10:00")
        keep(user_client, first, "day", "hour")
        board = act_on_week(user_client, plan, "remake").context["board"]
        row = Session.objects.get(pk=first.pk)
        assert (row.date == SUNDAY, row.locks) == (False, "day hour")
        plan.weeks.get(start=MONDAY)
        assert any("could not keep its day" in text for text in plan.weeks.get(start=MONDAY).changes)
        assert board is not None

    def test_one_that_stands_well_stays(self, user_client, plan, first):
        for row in sessions_of(plan):
            keep(user_client, row, "day", "order")
        before = [(row.pk, row.date, row.start, row.order) for row in sessions_of(plan)]
        act_on_week(user_client, plan, "remake")
        assert [(row.pk, row.date, row.start, row.order) for row in sessions_of(plan)] == before


class TestUndo:
    def test_locks_come_and_go_with_their_step(self, user_client, plan, first):
        keep(user_client, first, "day")
        act_on_week(user_client, plan, "undo")
        assert kept(first) == (False, "")
        act_on_week(user_client, plan, "redo")
        assert kept(first) == (False, "day")

    def test_a_step_from_before_there_were_locks_is_undone_all_the_same(self, user_client, plan, first):
        act(user_client, first, "delete")
        step = Step.objects.get(plan=plan)
        for week in (*step.before["weeks"].values(), *step.after["weeks"].values()):
            for values in week["sessions"]:
                del values["locks"]
        step.save()
        act_on_week(user_client, plan, "undo")
        again = Session.objects.get(pk=first.pk)
        assert (again.locks, of_row(again)["kind"]) == ("", first.kind)
