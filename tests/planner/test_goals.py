"""The goals page: a first plan, a changed one, and every wrong answer beside its field."""

from datetime import timedelta

import pytest

from planner import mapping
from planner.engine import ProfileError, athlete_from
from planner.forms.goal_fields import SENTENCES, default_message
from planner.forms.goals import FIRST_ANSWERS, GoalsForm, initial
from planner.mapping import athlete_of
from planner.models import Plan, Profile, Session, Step
from tests.factories import ANSWERS, MONDAY, MONDAY_MORNING, act, act_on_week, sessions_of, told

pytestmark = pytest.mark.django_db

GOOD = {
    "goal": "fat_loss",
    "run_level": "intermediate",
    "lift_level": "intermediate",
    "timezone": "Europe/Berlin",
    **{f"availability-{day}-0-start": "18:00" for day in range(5)},
    **{f"availability-{day}-0-end": "20:00" for day in range(5)},
}


def save(client, **fields):
    return client.post("/goals/", GOOD | fields)


def errors(response):
    assert response.status_code == 200
    return {name: list(found) for name, found in response.context["form"].errors.items()}


class TestFirstPlan:
    def test_a_new_person_sees_sensible_answers(self, user_client, set_clock):
        response = user_client.get("/goals/")
        assert response.status_code == 200
        page = response.content.decode()
        assert 'name="availability-0-0-start" value="18:00"' in page
        assert response.context["first_visit"]
        assert not response.context["has_plan"]

    def test_the_answers_as_they_stand_make_a_plan(self, user_client, user, set_clock):
        form = user_client.get("/goals/").context["form"]
        fields = {name: value for name, value in form.initial.items() if value is not None}
        assert user_client.post("/goals/", fields).url == "/week/"
        assert Plan.objects.filter(user=user).exists()

    def test_saving_leads_to_the_week(self, user_client, user, set_clock):
        response = user_client.post("/goals/", GOOD, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert [len(day.cards) for day in response.context["board"].days] == [1, 1, 1, 1, 1, 0, 0]
        assert Profile.objects.get(user=user).timezone == "Europe/Berlin"
        assert not Step.objects.exists()

    def test_the_least_is_a_goal_and_one_time(self, user_client, user, set_clock):
        fields = {"goal": "general", "availability-2-0-start": "18:00", "availability-2-0-end": "19:30"}
        assert user_client.post("/goals/", fields).status_code == 302
        profile = Profile.objects.get(user=user)
        assert (profile.timezone, athlete_of(profile).run_level) == ("UTC", "beginner")

    def test_a_double_click_makes_one_plan(self, user_client, user, set_clock):
        assert [save(user_client).status_code, save(user_client).status_code] == [302, 302]
        assert (Plan.objects.count(), Session.objects.count(), Step.objects.count()) == (1, 20, 0)


class TestChangedGoals:
    @pytest.fixture
    def saved(self, user_client, user, set_clock):
        save(user_client)
        return Plan.objects.get(user=user)

    def test_it_shows_the_answers_again(self, user_client, saved):
        response = user_client.get("/goals/")
        assert response.context["form"].initial["goal"] == "fat_loss"
        assert response.context["has_plan"]

    def test_the_same_answers_change_nothing(self, user_client, saved):
        before = list(Session.objects.values())
        assert save(user_client).status_code == 302
        assert list(Session.objects.values()) == before

    def test_it_asks_first(self, user_client, saved):
        before = list(Session.objects.values())
        response = save(user_client, goal="strength")
        assert response.status_code == 200
        assert response.context["asks"]
        assert 'name="confirm"' in response.content.decode()
        assert 'value="strength" ' in response.content.decode()
        assert list(Session.objects.values()) == before
        assert Profile.objects.get().answers["goal"] == "fat_loss"

    def test_confirmed_it_remakes_from_tomorrow_on(self, user_client, saved, set_clock):
        rows = sessions_of(saved)
        act(user_client, rows[3], "lock")
        act(user_client, rows[4], "done")
        set_clock(MONDAY_MORNING + timedelta(days=1))
        stay = {0, 1, 3, 4}  # past, today, locked, done
        before = {rows[number].pk: (rows[number].date, rows[number].lift_minutes) for number in stay}
        response = user_client.post("/goals/", GOOD | {"goal": "strength", "confirm": "on"}, follow=True)
        assert "tomorrow" in told(response)
        now = {row.pk: (row.date, row.lift_minutes) for row in sessions_of(saved)}
        assert {key: now[key] for key in before} == before
        later = sessions_of(saved, MONDAY + timedelta(weeks=1))
        assert sum(row.lift_minutes or 0 for row in later) > 150

    def test_sessions_of_their_kind_keep_their_uid(self, user_client, saved):
        uids = set(Session.objects.filter(kind="combined").values_list("uid", flat=True))
        save(user_client, goal="strength", confirm="on")
        kept = set(Session.objects.filter(kind="combined").values_list("uid", flat=True))
        assert kept
        assert kept <= uids

    def test_it_can_be_undone(self, user_client, saved):
        columns = ("pk", "date", "start", "kind", "lift_minutes")
        before = sorted(Session.objects.values_list(*columns))
        save(user_client, goal="strength", confirm="on")
        act_on_week(user_client, saved, "undo")
        assert sorted(Session.objects.values_list(*columns)) == before

    def test_a_time_zone_alone_moves_no_session(self, user_client, saved):
        before = list(Session.objects.values_list("pk", "date", "start"))
        save(user_client, timezone="America/New_York")
        assert list(Session.objects.values_list("pk", "date", "start")) == before
        assert Plan.objects.get().feed_changed_at > saved.feed_changed_at


class TestErrors:
    def test_each_wrong_answer_is_one_link_away(self, user_client):
        """The free hours are one answer, however many of them are wrong."""
        wrong = {"availability-0-0-end": "17:00", "availability-1-0-end": "17:00", "max_session_minutes": "5"}
        response = save(user_client, **wrong)
        links = response.context["form"].wrong_answers
        assert links == [("q-hours", "Your free hours"), ("id_max_session_minutes_error", "Longest session, minutes")]
        text = response.content.decode()
        for anchor, name in links:
            assert f'<a href="#{anchor}">{name}</a>' in text
            assert text.count(f'id="{anchor}"') == 1

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"goal": ""}, "goal"),
            ({"goal": "fly"}, "goal"),
            ({"run_level": "elite"}, "run_level"),
            ({"training_days": "8"}, "training_days"),
            ({"training_days": "1.5"}, "training_days"),
            ({"runs_per_week": "-1"}, "runs_per_week"),
            ({"lifts_per_week": "9" * 6000}, "lifts_per_week"),
            ({"max_session_minutes": "5"}, "max_session_minutes"),
            ({"order_policy": "my_order"}, "my_order"),
            ({"order_policy": "least_liked_first"}, "likes_less"),
            ({"circuits_per_week": "3"}, "circuits_per_week"),
            ({"long_run_weekday": "7"}, "long_run_weekday"),
            ({"rest_weekdays": ["1", "8"]}, "rest_weekdays"),
            ({"longest_recent_run_minutes": "601"}, "longest_recent_run_minutes"),
            ({"weekly_run_minutes": "many"}, "weekly_run_minutes"),
            ({"race_date": "2027-02-30", "race_distance_km": "10"}, "race_date"),
            ({"race_date": "9999-12-31", "race_distance_km": "10"}, "race_date"),
            ({"race_date": "2026-09-30", "race_distance_km": "10"}, "race_date"),
            ({"race_date": "2099-01-01", "race_distance_km": "10"}, "race_date"),
            ({"race_date": "2028-11-30", "race_distance_km": "10"}, "race_date"),
            ({"weekly_run_minutes": "1"}, "weekly_run_minutes"),
            ({"weekly_run_minutes": "9"}, "weekly_run_minutes"),
            ({"goal": "general\x00"}, "goal"),
            ({"recent_race_minutes": "25:00\x00", "recent_race_distance_km": "5"}, "recent_race_minutes"),
            ({"exceptions": "\x00"}, "exceptions"),
            ({"exceptions": "x" * 20_001}, "exceptions"),
            ({"race_date": "2027-03-01"}, "race_distance_km"),
            ({"race_distance_km": "10"}, "race_date"),
            ({"race_distance_km": "nan", "race_date": "2027-03-01"}, "race_distance_km"),
            ({"race_distance_km": "1e400", "race_date": "2027-03-01"}, "race_distance_km"),
            ({"recent_race_distance_km": "5"}, "recent_race_minutes"),
            ({"recent_race_minutes": "25:00"}, "recent_race_distance_km"),
            ({"recent_race_minutes": "fast", "recent_race_distance_km": "5"}, "recent_race_minutes"),
            ({"recent_race_minutes": "0:10", "recent_race_distance_km": "5"}, "recent_race_minutes"),
            ({"equipment": ["barbell", "sled"]}, "equipment"),
            ({"birth_year": "1776"}, "birth_year"),
            ({"max_heart_rate": "400"}, "max_heart_rate"),
            ({"timezone": "Mars/Olympus"}, "timezone"),
            ({"timezone": "../../etc/passwd"}, "timezone"),
            ({"availability-0-0-start": "noon"}, "availability-0-0-start"),
            ({"availability-0-0-start": "24:00"}, "availability-0-0-start"),
            ({"availability-0-0-end": "17:00"}, "availability-0-0-end"),
            ({"availability-0-0-end": ""}, "availability-0-0-end"),
            ({"availability-0-0-start": ""}, "availability-0-0-start"),
            ({"availability-0-0-only": "swim"}, "availability-0-0-only"),
            ({"availability-0-1-start": "19:00", "availability-0-1-end": "21:00"}, "availability-0-1-start"),
            ({f"availability-{day}-0-{part}": "" for day in range(5) for part in ("start", "end")}, "availability"),
            ({"exceptions": "tomorrow"}, "exceptions"),
            ({"exceptions": "2026-12-24 noon"}, "exceptions"),
            ({"exceptions": "9999-12-31"}, "exceptions"),
            ({"exceptions": "1999-12-31"}, "exceptions"),
            ({"exceptions": "20261224"}, "exceptions"),
            ({"exceptions": "2026-W49-1"}, "exceptions"),
            ({"exceptions": "2026-12-24 12:00-10:00"}, "exceptions"),
            ({"exceptions": "2026-12-24 25:00-26:00"}, "exceptions"),
            ({"exceptions": "2026-12-24\n2026-12-24 10:00-12:00"}, "exceptions"),
            (
                {"exceptions": "\n".join(f"20{n:02}-01-01\n20{n:02}-02-02\n20{n:02}-03-03" for n in range(99))},
                "exceptions",
            ),
            ({"my_order": "run_first\x00"}, "my_order"),
        ],
    )
    def test_each_stands_beside_its_field(self, user_client, set_clock, fields, field):
        response = save(user_client, **fields)
        assert list(errors(response)) == [field]
        assert not Plan.objects.exists()
        assert response.content.decode().count("field-error") == 1

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({"goal": "fly"}, "Goal: choose one of those offered."),
            ({"equipment": ["sled"]}, "Equipment: choose one of those offered."),
            ({"timezone": "Mars/Olympus"}, "Time zone: choose one of those offered."),
            (
                {"exceptions": "2026-12-24\x00"},
                "Dates and their hours: there is a character in it that no keyboard writes. Type it again.",
            ),
            ({"exceptions": "x" * 20_001}, "Dates and their hours: this is too long."),
            (
                {"weekly_run_minutes": "5"},
                "Write 0 if you do not run yet, else at least 10 minutes, or leave it empty.",
            ),
            (
                {"race_date": "2025-01-01", "race_distance_km": "10"},
                "This race is long over. Leave it empty, or name your next one.",
            ),
            (
                {"race_date": "2099-01-01", "race_distance_km": "10"},
                "A plan looks two years ahead: write a date up to Wednesday 29 November 2028.",
            ),
        ],
    )
    def test_each_is_said_in_our_words_by_its_name(self, user_client, set_clock, fields, sentence):
        ((told,),) = errors(save(user_client, **fields)).values()
        assert told == sentence

    def test_no_field_is_left_with_a_sentence_of_the_frame(self):
        for name, field in GoalsForm().fields.items():
            for code in SENTENCES:
                if code in field.error_messages:
                    assert field.error_messages[code] != default_message(field, code), (name, code)

    @pytest.mark.parametrize(
        "fields",
        [
            {"race_date": "2026-10-01", "race_distance_km": "10"},
            {"race_date": "2028-11-29", "race_distance_km": "10"},
            {"weekly_run_minutes": "0"},
            {"weekly_run_minutes": "10"},
        ],
    )
    def test_at_the_limit_it_is_taken(self, user_client, set_clock, fields):
        assert save(user_client, confirm="on", **fields).status_code == 302

    def test_nothing_that_was_typed_is_lost(self, user_client, set_clock):
        page = save(user_client, training_days="8", max_session_minutes="70", exceptions="2026-12-24").content.decode()
        for piece in ('value="8"', 'value="70"', "2026-12-24", 'value="18:00"', 'value="Europe/Berlin" selected'):
            assert piece in page

    @pytest.mark.parametrize(
        ("named", "field"),
        [
            ("goal", "goal"),
            ("availability[3].start", "availability"),
            ("race.date", "race_date"),
            ("recent_race.seconds", "recent_race_minutes"),
            ("something new", "__all__"),
        ],
    )
    def test_what_the_engine_says_stands_beside_the_field_too(self, user_client, set_clock, monkeypatch, named, field):
        def refuse(document):
            if document["goal"] != GOOD["goal"]:
                return athlete_from(document)
            raise ProfileError(named, "The engine minds.")

        monkeypatch.setattr(mapping, "athlete_from", refuse)
        response = save(user_client)
        assert errors(response) == {field: ["The engine minds."]}
        assert "The engine minds." in response.content.decode()
        assert not Plan.objects.exists()

    def test_unknown_fields_do_no_harm(self, user_client, user, set_clock):
        save(user_client, is_staff="1", user="2", **{"availability-9-9-start": "x", "answers": "{}"})
        assert "is_staff" not in Profile.objects.get(user=user).answers
        user.refresh_from_db()
        assert not user.is_staff

    def test_an_error_of_a_changed_plan_changes_nothing(self, user_client, set_clock):
        save(user_client)
        assert errors(save(user_client, training_days="8", confirm="on"))
        assert Profile.objects.get().answers["training_days"] is None


FULL = {
    "goal": "endurance",
    "run_level": "advanced",
    "lift_level": "beginner",
    "training_days": 5,
    "runs_per_week": 4,
    "lifts_per_week": 2,
    "max_session_minutes": 90,
    "order_policy": "my_order",
    "my_order": "lift_first",
    "likes_less": "run",
    "arrangement": "combined",
    "split": "full_body",
    "circuits_per_week": 1,
    "warm_up_run": False,
    "long_run_weekday": 6,
    "rest_weekdays": [0],
    "longest_recent_run_minutes": 80,
    "weekly_run_minutes": 200,
    "race": {"date": "2027-03-01", "distance_km": 21.1},
    "recent_race": {"distance_km": 5.0, "seconds": 1505},
    "equipment": ["barbell", "bands"],
    "exceptions": [
        {"date": "2026-12-24", "windows": []},
        {"date": "2026-12-26", "windows": [{"start": "10:00", "end": "24:00"}]},
    ],
    "birth_year": 1980,
    "max_heart_rate": 185,
    "medical_caution": False,
    "availability": [
        {"weekday": 1, "start": "06:00", "end": "07:30", "only": "run"},
        {"weekday": 1, "start": "18:00", "end": "20:00"},
        {"weekday": 6, "start": "08:00", "end": "24:00"},
    ],
}


@pytest.mark.parametrize("answers", [FULL, FIRST_ANSWERS, ANSWERS], ids=["full", "first", "few"])
def test_what_is_shown_is_what_is_saved(set_clock, answers):
    """A document goes into the form's first values and comes back out of its fields."""
    fields = {name: value for name, value in initial(answers).items() if value is not None and value is not False}
    form = GoalsForm(data=fields | {"timezone": "UTC"})
    assert form.is_valid(), form.errors
    again = form.answers()
    assert {name: again[name] for name in answers if name != "equipment"} == {
        name: value for name, value in answers.items() if name != "equipment"
    }
    assert set(again.get("equipment", [])) == set(answers.get("equipment", []))


def test_a_full_document_is_one_that_the_engine_takes():
    assert athlete_of(Profile(answers=FULL, timezone="Europe/Berlin")).recent_race.seconds == 1505
