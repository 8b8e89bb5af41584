"""The goals page where wishes clash: told before and after saving, and each one click away from giving way."""

import json
from datetime import timedelta

import pytest

from planner.models import Plan, Profile, Session, Step
from planner.queries.clashes import clash_lines
from tests.factories import MONDAY_MORNING, THIS_WEEK, make_plan

pytestmark = pytest.mark.django_db

EVENINGS = {
    f"availability-{day}-0-{part}": hour for day in range(7) for part, hour in (("start", "18:00"), ("end", "20:00"))
}
LEVELS = {"run_level": "intermediate", "lift_level": "intermediate"}
FITTING = {"goal": "strength", "timezone": "Europe/Berlin", **LEVELS, **EVENINGS}
CLASHING = FITTING | {"lifts_per_week": "5", "rest_weekdays": ["0", "5", "6"]}
TWO_SHORT_DAYS = {
    "goal": "general",
    **LEVELS,
    **{name: value for name, value in EVENINGS.items() if name.startswith(("availability-1", "availability-2"))},
}  # the hours alone hold no week as it would suit
WISHES = (
    "You asked for 5 lifts a week.",
    "You asked for no training on Monday.",
    "You asked for no training on Saturday.",
    "You asked for no training on Sunday.",
)


def save(client, fields, **more):
    return client.post("/goals/", fields | more)


def shown(response):
    assert response.status_code == 200
    return response.context["clashes"]


def errors(response):
    assert response.status_code == 200
    return {name: list(found) for name, found in response.context["form"].errors.items()}


class TestBeforeAFirstPlan:
    def test_they_are_told_before_anything_is_saved(self, user_client, set_clock):
        response = save(user_client, CLASHING)
        (clash,) = shown(response)
        assert clash.wishes == WISHES
        assert clash.title == "These 4 wishes cannot be had together"
        assert [way.text for way in clash.enough][:2] == ["4 lifts a week", "Train on Monday too"]
        page = response.content.decode()
        for text in (*WISHES, clash.text, "Any one of these makes a week possible:", "Build what comes nearest"):
            assert text in page
        assert not Profile.objects.exists()

    def test_confirmed_the_week_is_what_comes_nearest(self, user_client, user, set_clock):
        response = user_client.post("/goals/", CLASHING | {"confirm": "on"}, follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert response.context["board"].changes
        assert Profile.objects.get(user=user).answers["lifts_per_week"] == 5

    def test_wishes_that_fit_are_not_asked_about(self, user_client, set_clock):
        assert save(user_client, FITTING | {"lifts_per_week": "4"}).url == "/week/"

    def test_hours_that_are_too_few_ask_nothing_of_a_new_person(self, user_client, set_clock):
        assert save(user_client, TWO_SHORT_DAYS).url == "/week/"

    def test_a_first_visit_shows_none(self, user_client, set_clock):
        page = user_client.get("/goals/")
        assert shown(page) == ()
        assert 'id="clashes"' not in page.content.decode()


class TestGivingWay:
    def test_each_button_makes_a_week_possible_and_saves_nothing(self, user_client, set_clock):
        (clash,) = shown(save(user_client, CLASHING))
        assert len(clash.enough) == 4
        for way in clash.enough:
            response = save(user_client, CLASHING, relax=way.answer)
            assert shown(response) == ()
            assert "Now a week holds all of your answers." in response.content.decode()
        assert not Profile.objects.exists()

    def test_the_form_comes_back_with_that_answer_changed_and_all_others_as_they_were(self, user_client, set_clock):
        response = save(user_client, CLASHING, relax="lifts_per_week=4", exceptions="2026-12-24")
        answers = response.context["form"].answers()
        assert (answers["lifts_per_week"], answers["rest_weekdays"]) == (4, [0, 5, 6])
        page = response.content.decode()
        assert "Changed below: <b>Lifts a week</b>. Nothing is saved yet." in page
        for piece in ('name="lifts_per_week" value="4"', "2026-12-24", 'value="Europe/Berlin" selected'):
            assert piece in page

    def test_sent_again_it_makes_the_plan(self, user_client, user, set_clock):
        form = save(user_client, CLASHING, relax="rest_weekdays=[5, 6]").context["form"]
        fields = {field.html_name: field.value() for field in form if field.value() not in (None, "", False)}
        assert user_client.post("/goals/", fields).url == "/week/"
        assert Profile.objects.get(user=user).answers["rest_weekdays"] == [5, 6]

    @pytest.mark.parametrize(
        ("answer", "field", "value"),
        [
            ("lifts_per_week=", "lifts_per_week", None),
            ("lifts_per_week=null", "lifts_per_week", None),
            ("split=upper_lower", "split", "upper_lower"),
            ('split="upper_lower"', "split", "upper_lower"),
            ("circuits_per_week=1", "circuits_per_week", 1),
            ("rest_weekdays=[]", "rest_weekdays", []),
            (
                'availability=[{"weekday": 3, "start": "06:00", "end": "24:00", "only": "run"}]',
                "availability",
                [{"weekday": 3, "start": "06:00", "end": "24:00", "only": "run"}],
            ),
        ],
    )
    def test_a_value_is_json_or_plain_text(self, user_client, set_clock, answer, field, value):
        form = save(user_client, CLASHING, relax=answer).context["form"]
        assert form.errors == {}
        assert form.answers()[field] == value

    def test_what_is_left_to_settle_is_told_next(self, user_client, set_clock):
        fields = CLASHING | {"long_run_weekday": "4"}
        first, second = shown(save(user_client, fields))
        assert (first.title, first.enough) == ("You asked for the long run on Friday, and no week has room for it", ())
        assert [way.text for way in first.partly] == ["The long run on any day"]
        (left,) = shown(save(user_client, fields, relax=first.partly[0].answer))
        assert left.wishes == second.wishes

    def test_hours_that_would_do_are_offered(self, user_client, set_clock):
        response = save(user_client, TWO_SHORT_DAYS, relax="lifts_per_week=null")
        (clash,) = shown(response)
        assert clash.title == "Your free hours hold less than this"
        assert "free minutes in a row on Monday, Thursday, Friday, Saturday or Sunday would do." in clash.text
        longer = next(way for way in clash.enough if "free minutes on Thursday" in way.text)
        response = save(user_client, TWO_SHORT_DAYS, relax=longer.answer)
        assert shown(response) == ()
        assert 'name="availability-3-0-start" value="18:00"' in response.content.decode()

    def test_the_return_key_presses_no_relaxation(self, user_client, set_clock):
        page = save(user_client, CLASHING).content.decode()
        form = page[page.index('id="goals-form"') :]
        assert form.index("<button") < form.index('name="relax"')
        first = form[form.index("<button") : form.index("</button>")]
        assert "name=" not in first


class TestWithAPlan:
    @pytest.fixture
    def saved(self, user_client, set_clock):
        assert save(user_client, CLASHING, confirm="on").url == "/week/"

    def test_they_are_told_after_saving_too(self, user_client, saved):
        (clash,) = shown(user_client.get("/goals/"))
        assert clash.wishes == WISHES

    def test_the_board_leads_there(self, user_client, saved):
        assert 'href="/goals/#clashes"' in user_client.get(THIS_WEEK).content.decode()
        assert 'id="clashes"' in user_client.get("/goals/").content.decode()

    def test_a_week_that_gave_nothing_up_leads_nowhere(self, user_client, plan):
        assert "#clashes" not in user_client.get(THIS_WEEK).content.decode()
        assert shown(user_client.get("/goals/")) == ()

    def test_changed_answers_are_asked_about_once_with_what_clashes(self, user_client, saved):
        before = list(Session.objects.values())
        response = save(user_client, CLASHING | {"lifts_per_week": "6"})
        assert response.context["asks"]
        assert shown(response)
        assert "Remake from tomorrow" in response.content.decode()
        assert list(Session.objects.values()) == before
        assert save(user_client, CLASHING | {"lifts_per_week": "6"}, confirm="on").status_code == 302

    def test_a_wish_that_gives_way_asks_before_the_plan_is_remade(self, user_client, saved):
        response = save(user_client, CLASHING, relax="lifts_per_week=4")
        assert response.context["asks"]
        assert shown(response) == ()
        assert Profile.objects.get().answers["lifts_per_week"] == 5
        assert not Step.objects.exists()

    def test_the_same_answers_are_saved_whatever_clashes(self, user_client, saved):
        assert save(user_client, CLASHING).url == "/week/"

    def test_back_to_the_answers_of_the_plan_says_what_clashes_in_them(self, user_client, saved):
        response = save(user_client, CLASHING | {"lifts_per_week": "6"}, relax="lifts_per_week=5")
        assert not response.context["asks"]
        assert shown(response)

    def test_the_week_of_the_plan_counts(self, user, set_clock):
        """New runners have no circuits in their first weeks."""
        answers = make_plan(user, goal="fat_loss", run_level="beginner", lift_level="beginner").user.profile.answers
        answers |= {"circuits_per_week": 1}
        (clash,) = clash_lines(user=user, answers=answers, timezone="UTC")
        assert clash.wishes == ("You asked for 1 circuit a week.",)
        set_clock(MONDAY_MORNING + timedelta(weeks=6))
        assert clash_lines(user=user, answers=answers, timezone="UTC") == ()

    def test_another_person_sees_their_own(self, user_client, other_client, saved, other_plan):
        assert shown(user_client.get("/goals/"))
        assert shown(other_client.get("/goals/")) == ()


class TestHostileValues:
    @pytest.mark.parametrize(
        ("answer", "named"),
        [
            ("lifts_per_week", "relax takes one answer and its new value"),
            ("=4", "relax takes one answer"),
            ("lifts per week=4", "relax takes one answer"),
            ("<script>=4", "relax takes one answer"),
            ("lifts_per_week=4\x00", "relax takes one answer"),
            ("lifts_per_week=" + "9" * 5000, "relax takes one answer"),
            ("colour=4", "colour is no answer that can give way."),
            ("timezone=UTC", "timezone is no answer that can give way."),
            ("confirm=on", "confirm is no answer that can give way."),
            ("medical_caution=false", "medical_caution is no answer that can give way."),
            ("lifts_per_week=99", "lifts_per_week takes a whole number from 0 to 6."),
            ("lifts_per_week=NaN", "lifts_per_week takes a whole number from 0 to 6."),
            ("lifts_per_week=-Infinity", "lifts_per_week takes a whole number from 0 to 6."),
            ("lifts_per_week=true", "lifts_per_week takes a whole number from 0 to 6."),
            ("lifts_per_week=" + "9" * 3000, "lifts_per_week takes a whole number from 0 to 6."),
            ("lifts_per_week=four", "lifts_per_week takes a whole number from 0 to 6."),
            ("arrangement=sideways", "arrangement takes one of auto, combined, separate, two_a_day."),
            ("arrangement=null", "arrangement takes one of auto, combined, separate, two_a_day."),
            ("my_order=5", "my_order takes one of run_first, lift_first."),
            ("order_policy=least_liked_first", "likes_less takes run or lift"),
            ("rest_weekdays=[7]", "rest_weekdays[0] takes a whole number from 0 to 6."),
            ("rest_weekdays=5", "rest_weekdays takes a list"),
            ("availability=[]", "availability takes a list of 1 to 21 entries."),
            ("availability=" + "[" * 3900, "availability takes a list of 1 to 21 entries."),
            ('availability=[{"weekday": 0, "start": "20:00", "end": "18:00"}]', "availability[0].end comes after"),
            ('availability=[{"weekday": 0, "start": "06:00", "end": "07:00", "x": 1}]', "availability[0].x is not"),
            (
                "availability="
                + json.dumps([{"weekday": 0, "start": f"0{hour}:00", "end": f"0{hour}:30"} for hour in range(4)]),
                "availability takes another value: this form cannot show that one.",
            ),
        ],
    )
    def test_they_are_refused_by_the_name_of_the_answer(self, user_client, set_clock, answer, named):
        response = save(user_client, CLASHING, relax=answer)
        (told,) = errors(response)["relax"]
        assert told.startswith(named)
        page = response.content.decode()
        assert page.count('id="id_relax_error"') == 1
        assert "<script>=4" not in page
        assert 'name="lifts_per_week" value="5"' in page
        assert not Plan.objects.exists()

    def test_the_answer_keeps_its_name_in_any_language(self, user_client, set_clock, monkeypatch):
        monkeypatch.setattr("planner.views.goals._", "«{}»".format)
        four = [{"weekday": 0, "start": f"0{hour}:00", "end": f"0{hour}:30"} for hour in range(4)]
        response = save(user_client, CLASHING, relax="availability=" + json.dumps(four))
        assert errors(response)["relax"][0].startswith("«availability takes another value")

    def test_other_answers_that_are_wrong_come_first(self, user_client, set_clock):
        response = save(user_client, CLASHING | {"training_days": "8"}, relax="lifts_per_week=4")
        assert list(errors(response)) == ["training_days"]
        assert 'name="lifts_per_week" value="5"' in response.content.decode()

    def test_it_does_not_save_even_when_confirmed(self, user_client, set_clock):
        assert save(user_client, CLASHING, relax="lifts_per_week=4", confirm="on").status_code == 200
        assert not Profile.objects.exists()

    def test_a_stranger_is_shown_the_form_and_nothing_is_saved(self, client, set_clock):
        assert save(client, CLASHING, relax="lifts_per_week=4").status_code == 200
        assert not Profile.objects.exists()
