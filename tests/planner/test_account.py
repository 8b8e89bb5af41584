"""The account page: units and time zone, all data as a file without secrets, and the end that leaves nothing."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.test import Client

from accounts.models import User
from planner import clock
from planner.engine import Session as Planned
from planner.engine import athlete_from, blocks
from planner.engine.domain import Run
from planner.engine.vocabulary import Intensity, Kind, Unit
from planner.models import ApiToken, BusyCalendar, Feed, FeedFetch, Plan, Preferences, Profile, Session, Step
from planner.queries.own_data import APPS, export
from planner.services import feeds, reminders, tokens
from tests.accounts.test_password_and_address import fresh_client
from tests.factories import ANSWERS, act, make_plan, sessions_of

pytestmark = pytest.mark.django_db

ACCOUNT, EXPORT, DELETE = "/account/", "/account/export/", "/account/delete/"
__all__ = ["fresh_client"]


def save(client, **fields):
    return client.post(ACCOUNT, {"distances": "km", "timezone": "UTC"} | fields)


class TestHowThingsAreTold:
    def test_another_unit_reaches_calendars(self, client, user, plan):
        client.force_login(user)
        before = plan.feed_changed_at
        client.post("/account/", {"distances": "km", "timezone": "UTC"})
        plan.refresh_from_db()
        assert plan.feed_changed_at == before
        client.post("/account/", {"distances": "mi", "timezone": "UTC"})
        plan.refresh_from_db()
        assert plan.feed_changed_at > before

    def test_it_shows_what_is_chosen_and_leads_to_address_and_password(self, user_client, user, plan):
        page = user_client.get(ACCOUNT)
        text = page.content.decode()
        for piece in (user.email, "/accounts/email/", "/accounts/password/change/", 'value="km"', EXPORT, DELETE):
            assert piece in text
        followed = dict.fromkeys(("clock", "dates", "week_starts"), "auto")
        assert page.context["form"].initial == {"distances": "km", "weights": "kg", **followed, "timezone": "UTC"}

    def test_every_page_leads_here(self, user_client, plan):
        assert f'href="{ACCOUNT}"' in user_client.get("/week/2026-W49/").content.decode()
        assert f'href="{ACCOUNT}"' in user_client.get("/accounts/email/", follow=True).content.decode()

    def test_miles_are_kept_and_told_on_a_session(self, user_client, user, set_clock):
        plan = make_plan(user, recent_race={"distance_km": 5.0, "seconds": 1500})
        run = next(row for row in sessions_of(plan) if (row.order, row.run_intensity) == ("run_first", "easy"))
        assert "/km" in user_client.get(f"/sessions/{run.pk}/").content.decode()
        assert save(user_client, distances="mi").url == ACCOUNT
        text = user_client.get(f"/sessions/{run.pk}/").content.decode()
        assert "/mi" in text
        assert "/km" not in text

    def test_the_day_of_a_race_is_told_in_them(self, user_client, user, set_clock):
        make_plan(user, race={"date": "2026-12-05", "distance_km": 21.1})
        assert "Race day, 21.1 km" in user_client.get("/week/2026-W49/").content.decode()
        save(user_client, distances="mi")
        assert "Race day, 13.1 mi" in user_client.get("/week/2026-W49/").content.decode()

    def test_a_time_zone_moves_every_session_in_the_calendar_and_none_in_the_plan(self, user_client, plan):
        before = list(Session.objects.order_by("pk").values_list("date", "start", "sequence"))
        save(user_client, timezone="America/New_York")
        after = list(Session.objects.order_by("pk").values_list("date", "start", "sequence"))
        assert after == [(day, start, sequence + 1) for day, start, sequence in before]
        assert Plan.objects.get().feed_changed_at > plan.feed_changed_at
        assert Profile.objects.get().timezone == "America/New_York"

    def test_the_same_zone_again_is_news_to_no_calendar(self, user_client, plan):
        save(user_client, distances="km")
        assert Plan.objects.get().feed_changed_at == plan.feed_changed_at

    def test_before_goals_there_is_no_zone_to_choose(self, user_client, user):
        page = user_client.get(ACCOUNT)
        assert "timezone" not in page.context["form"].fields
        assert user_client.post(ACCOUNT, {"distances": "mi"}).status_code == 302
        assert Preferences.objects.get(user=user).distances == "mi"

    @pytest.mark.parametrize(
        ("fields", "field", "sentence"),
        [
            ({"distances": "furlong"}, "distances", "Distances and paces: choose one of those offered."),
            ({"distances": ""}, "distances", "Choose kilometres or miles."),
            ({"distances": "km\x00"}, "distances", "Distances and paces: choose one of those offered."),
            ({"timezone": "Mars/Olympus"}, "timezone", "Time zone: choose one of those offered."),
        ],
    )
    def test_a_wrong_answer_changes_nothing(self, user_client, plan, fields, field, sentence):
        response = save(user_client, **fields)
        assert response.context["form"].errors == {field: [sentence]}
        assert not Preferences.objects.exists()
        assert Profile.objects.get().timezone == "UTC"

    def test_each_is_kept_on_its_own(self, user_client, user, plan):
        save(user_client, weights="lb", clock="12")
        save(user_client, dates="month_first", week_starts="saturday")
        kept = Preferences.objects.get(user=user)
        told = kept.distances, kept.weights, kept.clock, kept.dates, kept.week_starts
        assert told == ("km", "lb", "12", "month_first", "saturday")

    @pytest.mark.parametrize("field", ["weights", "clock", "dates", "week_starts"])
    @pytest.mark.parametrize("value", ["stone", "13", "auto\x00", "monday' OR 1=1"])
    def test_a_word_that_is_not_offered_is_named_and_changes_nothing(self, user_client, plan, field, value):
        response = save(user_client, **{field: value})
        assert [*response.context["form"].errors] == [field]
        assert not Preferences.objects.exists()

    def test_the_browsers_way_is_named_by_example(self, user_client, plan):
        form = user_client.get(ACCOUNT, headers={"accept-language": "en-US"}).context["form"]
        labels = {name: [label for _, label in form.fields[name].choices] for name in ("clock", "dates", "week_starts")}
        assert labels == {
            "clock": ["As in my browser: 6:30\u00a0pm", "18:30", "6:30\u00a0pm"],
            "dates": ["As in my browser: December 8", "8 December", "December 8"],
            "week_starts": ["As in my browser: Sunday", "Monday", "Sunday", "Saturday"],
        }

    def test_each_has_their_own(self, user_client, other_client, plan, other_plan):
        save(user_client, distances="mi")
        assert other_client.get(ACCOUNT).context["form"].initial["distances"] == "km"

    def test_it_reads_little(self, user_client, plan, django_assert_num_queries):
        with django_assert_num_queries(4):  # session, person, profile, preferences
            user_client.get(ACCOUNT)


def test_an_hour_of_easy_running_is_as_far_in_miles():
    """A recent race of 25:00 over 5 km: easy running at 6:10 to 6:50 a kilometre, 9:55 to 10:55 a mile."""
    athlete = athlete_from(ANSWERS | {"recent_race": {"distance_km": 5.0, "seconds": 1500}})
    run = Planned("s1", 0, 1080, Kind.RUN_ONLY, run=Run(Intensity.LONG, 60))
    told = {unit: " ".join(block.text for block in blocks(athlete, run, unit=unit)) for unit in Unit}
    assert " km" in told[Unit.KM]
    assert "/km" in told[Unit.KM]
    assert "/mi" in told[Unit.MI]
    assert "km" not in told[Unit.MI]


class TestTheFile:
    def test_it_is_a_file_that_no_cache_keeps(self, user_client, plan):
        response = user_client.get(EXPORT)
        assert response["Content-Disposition"] == 'attachment; filename="tandem-2026-11-30.json"'
        assert response["Content-Type"] == "application/json"
        assert "no-store" in response["Cache-Control"]

    def test_it_holds_everything_that_is_theirs_and_nothing_of_others(self, user_client, user, plan, other_plan):
        act(user_client, sessions_of(plan)[3], "lock")
        feed = feeds.feed_of(plan=plan)
        FeedFetch.objects.create(feed=feed, family="apple", seen_at=1)
        save(user_client, distances="mi")
        told = json.loads(user_client.get(EXPORT).content)
        assert told["user"][0]["email"] == user.email
        assert told["profile"][0]["answers"]["goal"] == "fat_loss"
        assert told["preferences"][0]["distances"] == "mi"
        own = set(Session.objects.filter(week__plan=plan).values_list("pk", flat=True))
        assert {one["id"] for one in told["session"]} == {str(key) for key in own}
        assert len(told["step"]) == Step.objects.filter(plan=plan).count() == 1
        assert [fetch["family"] for fetch in told["feed fetch"]] == ["apple"]
        assert "other" not in json.dumps(told["user"])

    def test_it_holds_no_secret(self, user_client, user, plan):
        feed = feeds.feed_of(plan=plan)
        feeds.render(feed_id=feed.pk)
        BusyCalendar.objects.create(user=user, address="https://calendar.example/secret.ics", tried_at=clock.now())
        token = ApiToken.objects.create(user=user, name="sheet", digest="d" * 64, ending="ending")
        text = user_client.get(EXPORT).content.decode()
        assert feed.token not in text
        assert "secret.ics" not in text
        assert token.digest not in text
        assert user.password not in text
        assert "BEGIN:VCALENDAR" not in text

    def test_it_holds_nothing_that_opens_or_betrays_a_secret_of_elsewhere(self, user_client, user, plan):
        token = tokens.make(user=user, name="spreadsheet")
        BusyCalendar.objects.create(user=user, address="https://calendar.example/s3cret.ics", tried_at=clock.now())
        reminder = reminders.wish(user=user, evening=True, sunday=False, hour=19)
        text = user_client.get(EXPORT).content.decode()
        assert "spreadsheet" in text
        for secret in (token, ApiToken.objects.get().digest, "s3cret", reminder.token):
            assert secret not in text

    def test_a_new_person_has_a_file_too(self, user_client, user):
        assert json.loads(user_client.get(EXPORT).content)["user"][0]["email"] == user.email

    def test_every_table_of_ours_that_hangs_on_a_person_is_in_it(self, user, plan):
        """What a later version keeps of a person is in the file without anybody thinking of it."""
        feeds.render(feed_id=feeds.feed_of(plan=plan).pk)
        FeedFetch.objects.create(feed=Feed.objects.get(), family="apple", seen_at=1)
        Preferences.objects.create(user=user)
        rows = {
            str(model._meta.verbose_name)
            for model in apps.get_models()
            if model._meta.app_label in APPS and model._default_manager.exists()
        }
        assert set(export(user)) == rows

    def test_it_is_read_in_a_few_dozen_queries(self, user, plan, django_assert_max_num_queries):
        with django_assert_max_num_queries(60):
            export(user)


class TestTheEnd:
    def test_everything_goes_and_the_calendar_is_unknown(self, fresh_client, user, plan, other_plan):
        EmailAddress.objects.create(user=user, email=user.email, primary=True)
        address = f"/feed/{feeds.feed_of(plan=plan).token}.ics"
        assert Client().get(address).status_code == 200
        response = fresh_client.post(DELETE, {"sure": "on"}, follow=True)
        assert response.redirect_chain == [("/", 302)]
        assert "everything in it is deleted" in response.content.decode()
        assert Client().get(address).status_code == 404
        assert list(User.objects.all()) == [other_plan.user]
        assert list(Plan.objects.all()) == [other_plan]
        assert Profile.objects.count() == 1
        assert not EmailAddress.objects.filter(user_id=user.pk).exists()
        assert fresh_client.get(ACCOUNT).url.startswith("/accounts/login/")

    def test_the_password_is_asked_for_first(self, user_client, plan):
        for response in (user_client.get(DELETE), user_client.post(DELETE, {"sure": "on"})):
            assert response.url.startswith("/accounts/reauthenticate/")
        assert Plan.objects.exists()

    def test_who_is_not_sure_keeps_everything(self, fresh_client, plan):
        response = fresh_client.post(DELETE)
        assert response.status_code == 200
        assert "Tick this box if you are sure. Nothing has been deleted." in response.content.decode()
        assert Plan.objects.exists()

    def test_another_browser_of_the_same_person_is_logged_out(self, fresh_client, user, plan):
        other = Client()
        other.force_login(user)
        fresh_client.post(DELETE, {"sure": "on"})
        assert other.get("/week/").url.startswith("/accounts/login/")


@pytest.mark.parametrize("path", [ACCOUNT, EXPORT, DELETE])
class TestAccess:
    def test_a_stranger_is_sent_to_log_in(self, client, path):
        assert client.get(path).url.startswith("/accounts/login/")

    def test_forms_are_guarded_against_forgery(self, user, path):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(user)
        assert strict.post(path, {"sure": "on"}).status_code in (403, 405)
        assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("name", ["reminders", "programs"])
def test_the_pages_it_leads_to_lead_back(user_client, plan, name):
    content = user_client.get(f"/{name}/").content.decode()
    assert 'class="back-link" href="/account/"' in content
