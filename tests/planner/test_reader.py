"""Pages, mails and feeds tell hours and dates as their reader has it, and caches learn what a page depends on."""

import pytest

from planner.models import Feed, Plan, Preferences
from planner.services import feeds, reminders
from planner.services.account import save_preferences
from tests.factories import sessions_of

pytestmark = pytest.mark.django_db
AMERICAN = {"accept-language": "en-US,en;q=0.9"}
BRITISH = {"accept-language": "en-GB,en;q=0.9"}
WEEK = "/week/2026-W49/"
PM = "6:00\N{NO-BREAK SPACE}pm"


def text(response):
    return response.content.decode()


class TestPages:
    def test_the_browser_decides_where_nothing_is_chosen(self, user_client, plan):
        page = text(user_client.get(WEEK, headers=AMERICAN))
        for told in (f"<time>{PM}</time>", "Nov 30 – Dec 6", 'data-name="Monday, November 30"', 'data-pm="{time}'):
            assert told in page
        assert "<time>18:00" not in page

    def test_what_programs_hold_stays_as_it_is(self, user_client, plan):
        page = text(user_client.get(WEEK, headers=AMERICAN))
        assert 'data-start="18:00"' in page
        assert 'data-windows="18:00–20:00"' in page
        assert 'type="time" name="start" value="18:00"' in page

    @pytest.mark.parametrize("headers", [BRITISH, {}, {"accept-language": "de"}])
    def test_the_usual_way_leaves_no_trace(self, user_client, plan, headers):
        page = text(user_client.get(WEEK, headers=headers))
        assert '<html lang="en">' in page
        assert "<time>18:00</time>" in page
        assert "30 Nov – 6 Dec" in page

    def test_a_choice_holds_whatever_the_browser_asks_for(self, user_client, user, plan):
        Preferences.objects.create(user=user, clock="12")
        page = text(user_client.get(WEEK, headers=BRITISH))
        assert f"<time>{PM}</time>" in page
        assert "30 Nov – 6 Dec" in page

    def test_it_costs_a_board_no_query(self, user_client, user, plan, django_assert_num_queries):
        Preferences.objects.create(user=user, clock="12")
        with django_assert_num_queries(4):  # session, person, weeks with the plan and its person, sessions
            user_client.get(WEEK)

    def test_a_session_and_its_actions_tell_alike(self, user_client, plan):
        row = sessions_of(plan)[0]
        page = text(user_client.get(f"/sessions/{row.pk}/", headers=AMERICAN))
        assert f"{row.date:%A}, {row.date:%B} {row.date.day}, 6:00–" in page

    def test_a_page_says_that_it_depends_on_the_browser(self, user_client, plan):
        assert "Accept-Language" in user_client.get(WEEK)["Vary"]


class TestTheFrontPage:
    def test_the_browser_alone_decides(self, client, db):
        american, british = (client.get("/", headers=headers) for headers in (AMERICAN, BRITISH))
        assert PM in text(american)
        assert PM not in text(british)
        assert "18:00" in text(british)
        assert all("Accept-Language" in page["Vary"] for page in (american, british))

    def test_the_sample_asks_nobody_who_they_are(self, client, django_assert_num_queries):
        with django_assert_num_queries(0):
            page = client.get("/sample/", headers=AMERICAN)
        assert PM in text(page)
        assert "Cookie" not in page["Vary"]


class TestAFirstPlan:
    FORM = {
        "goal": "fat_loss",
        "availability-1-0-start": "18:00",
        "availability-1-0-end": "20:00",
        "timezone": "UTC",
        "confirm": "1",
    }

    def test_in_america_miles_and_pounds_are_usual(self, client, set_clock):
        assert client.post("/goals/", self.FORM, headers=AMERICAN).status_code == 302
        kept = Plan.objects.get().user.preferences
        assert (kept.distances, kept.weights, kept.language_tag) == ("mi", "lb", "en-us")
        assert (kept.clock, kept.dates, kept.week_starts) == ("auto", "auto", "auto")

    def test_elsewhere_kilometres_and_kilograms(self, client, set_clock):
        client.post("/goals/", self.FORM, headers=BRITISH)
        kept = Plan.objects.get().user.preferences
        assert (kept.distances, kept.weights, kept.language_tag) == ("km", "kg", "en-gb")

    def test_what_was_chosen_before_stays(self, user_client, user, set_clock):
        Preferences.objects.create(user=user, distances="km", clock="24")
        user_client.post("/goals/", self.FORM, headers=AMERICAN)
        kept = Preferences.objects.get()
        assert (kept.distances, kept.weights, kept.clock, kept.language_tag) == ("km", "kg", "24", "")

    def test_later_goals_change_nothing_of_it(self, user_client, plan):
        user_client.post("/goals/", self.FORM, headers=AMERICAN)
        assert not Preferences.objects.exists()


class TestWithoutABrowser:
    def test_a_mail_tells_as_its_reader_chose(self, user, plan):
        save_preferences(user=user, kept={"clock": "12", "dates": "month_first"}, timezone=None)
        reminder = reminders.wish(user=user, evening=True, sunday=True, hour=19)
        evening = reminders._evening(reminder, sessions_of(plan)[0].date)
        week = reminders._week(reminder, plan.started_on)
        assert evening.subject.startswith("Tomorrow 6:00\N{NO-BREAK SPACE}pm: ")
        assert "Your week Nov 30 – Dec 6" in week.subject

    def test_a_feed_tells_as_its_owner_chose_whoever_polls(self, client, user, plan):
        save_preferences(user=user, kept={"clock": "12"}, timezone=None)
        feed = feeds.feed_of(plan=plan)
        Feed.objects.filter(pk=feed.pk).update(all_day=True)
        american, british = (client.get(f"/feed/{feed.token}.ics", headers=one) for one in (AMERICAN, BRITISH))
        assert american.content == british.content
        assert "6:00–" in text(american)
        assert "18:00–" not in text(american)
        assert "Accept-Language" not in american.get("Vary", "")

    def test_calendars_learn_of_another_clock(self, user, plan):
        save_preferences(user=user, kept={"clock": "12"}, timezone=None)
        assert Plan.objects.get().feed_changed_at > plan.feed_changed_at

    def test_and_not_of_what_no_entry_tells(self, user, plan):
        save_preferences(user=user, kept={"weights": "lb", "week_starts": "sunday"}, timezone=None)
        assert Plan.objects.get().feed_changed_at == plan.feed_changed_at
