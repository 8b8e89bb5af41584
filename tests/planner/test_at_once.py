"""Requests at the same moment: two windows, a double click, a page and a calendar program."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from accounts.models import User
from planner.models import Feed, Plan, Step
from planner.services import account, feeds, guests
from planner.services.outcome import Refused
from tests.factories import THIS_WEEK, sessions_of, version_of
from tests.planner.conftest import GOALS

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do all of these in threads of their own, begun together; what each gives."""
    start = Barrier(len(acts))

    def run(act):
        start.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result() for future in [pool.submit(run, act) for act in acts]]


def poster(user, path, fields):
    """A browser of this person's that is about to post."""
    client = Client()
    client.force_login(user)
    return lambda: client.post(path, fields, headers={"HX-Request": "true"}).status_code


@pytest.mark.parametrize("action", ["flip", "lock"])
def test_of_the_same_click_in_several_windows_one_counts(user, plan, action):
    path, before = f"/sessions/{sessions_of(plan)[2].pk}/{action}/", version_of(plan)
    assert set(at_once(*[poster(user, path, {"version": before})] * 4)) == {200}
    assert version_of(plan) == before + 1
    assert Step.objects.filter(plan=plan).count() == 1


def test_of_two_clicks_that_begin_a_trial_one_does(set_clock):
    first = Client()
    first.get("/goals/")

    def click():
        browser = Client()
        browser.cookies["csrftoken"] = first.cookies["csrftoken"].value
        return browser.post("/goals/", GOALS).status_code

    assert at_once(*[click] * 4) == [302] * 4
    assert (User.objects.count(), Plan.objects.count()) == (1, 1)


def test_goals_and_hours_changed_at_the_same_moment_both_end(user, plan):
    goals = poster(user, "/goals/", GOALS | {"training_days": "4", "confirm": "on"})
    hours = poster(user, f"{THIS_WEEK}hours/week/", {"version": version_of(plan), "what": "blocked"})
    undo = poster(user, f"{THIS_WEEK}undo/", {"version": version_of(plan)})
    assert max(at_once(goals, hours, undo)) < 400


def test_a_deletion_waits_for_what_is_being_saved(user, plan):
    path = f"/sessions/{sessions_of(plan)[2].pk}/flip/"
    saves = [poster(user, path, {"version": version_of(plan)}), poster(user, "/goals/", GOALS | {"confirm": "on"})]
    gone = user.pk
    told = at_once(*saves, lambda: account.delete(user=user))
    assert all(status in {None, 200, 302, 404} for status in told)
    # Who saves goals after it is a stranger, who begins a trial.
    assert not User.objects.filter(pk=gone).exists()
    assert not Plan.objects.filter(user=gone).exists()


def test_of_two_calendars_of_one_name_one_is_made(user, plan):
    feeds.feed_of(plan=plan)
    path, fields = "/calendar/add/", {"name": "Work", "content": "busy"}
    assert Counter(at_once(*[poster(user, path, fields)] * 4)) == {302: 1, 200: 3}
    assert Feed.objects.filter(name="Work").count() == 1


class TestACalendarThatIsGone:
    """Deleted in another window after this one's form was read."""

    @pytest.fixture
    def gone(self, plan):
        feeds.feed_of(plan=plan)
        feed = feeds.add_feed(plan=plan, options={"name": "Work"})
        Feed.objects.get(pk=feed.pk).delete()
        return feed

    def test_takes_no_options(self, gone):
        with pytest.raises(Feed.DoesNotExist):
            feeds.change_feed(feed=gone, options={"name": "Office"})

    def test_gets_no_new_address(self, gone):
        with pytest.raises(Feed.DoesNotExist):
            feeds.rotate(feed=gone)

    @pytest.mark.parametrize(("path", "fields"), [("options", {"name": "Office", "content": "full"}), ("rotate", {})])
    def test_is_not_found(self, user_client, gone, monkeypatch, path, fields):
        monkeypatch.setattr("planner.views.calendar._feed", lambda plan, feed_id: gone)
        response = user_client.post(f"/calendar/{gone.pk}/{path}/", fields | {"sure": "on"})
        assert response.status_code == 404


def test_a_name_that_was_taken_meanwhile_is_refused(plan):
    first = feeds.feed_of(plan=plan)
    feed = feeds.add_feed(plan=plan, options={"name": "Work"})
    with pytest.raises(Refused, match="of this name"):
        feeds.add_feed(plan=plan, options={"name": "Work"})
    with pytest.raises(Refused, match="of this name"):
        feeds.change_feed(feed=feed, options={"name": first.name})


def test_a_guest_leaves_while_saving(guest, guest_client):
    row = sessions_of(Plan.objects.get())[2]
    save = poster(guest, f"/sessions/{row.pk}/flip/", {"version": 1})
    told = at_once(save, lambda: guests.discard(guest=guest))
    assert told[0] in {200, 302, 404}
    assert not Plan.objects.exists()
