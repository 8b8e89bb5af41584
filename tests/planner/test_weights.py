"""What is lifted now: told in kilograms or pounds, kept with the plan, and what comes next by double progression."""

from decimal import Decimal

import pytest

from planner import weights
from planner.models import Preferences, WorkingWeight
from planner.services import guests
from planner.services.weights import keep as keep_weights
from planner.territories import Weight
from planner.weights import BOUNDS, LEAST_GRAMS, MOST_GRAMS, STEP, following, grams_of, number
from tests.factories import ANSWERS, make_plan, sessions_of

KG, LB = Weight.KG, Weight.LB


class TestInAUnit:
    @pytest.mark.parametrize("unit", [KG, LB])
    def test_every_weight_that_can_be_written_comes_back_and_can_be_kept(self, unit):
        least, most = BOUNDS[unit]
        written = [least + count * STEP[unit] for count in range(int((most - least) / STEP[unit]) + 1)]
        assert [number(grams_of(value, unit), unit) for value in written] == written
        assert all(LEAST_GRAMS <= grams_of(value, unit) <= MOST_GRAMS for value in written)

    @pytest.mark.parametrize(
        ("grams", "unit", "told"),
        [(60_000, KG, "60 kg"), (22_500, KG, "22.5 kg"), (22_680, LB, "50 lb"), (500, KG, "0.5 kg")],
    )
    def test_it_is_told_without_needless_digits(self, grams, unit, told):
        assert weights.told(grams, unit) == told.replace(" ", "\N{NO-BREAK SPACE}")


class TestWhatComesNext:
    """Training-science section 5: 2.5 to 5 percent, about 5 for legs, never more than 10."""

    @pytest.mark.parametrize(
        ("now", "unit", "legs", "then"),
        [
            (60, KG, True, "65"),
            (60, KG, False, "62.5"),
            (40, KG, True, "42.5"),  # 5 kg would be too much
            (24, KG, False, "25"),
            (10, KG, False, "11"),  # 10 percent is the most
            (5, KG, False, "5.5"),
            (140, KG, False, "145"),  # 2.5 kg would be less than 2 percent
            (135, LB, True, "145"),
            (135, LB, False, "140"),
            (50, LB, True, "55"),
            (20, LB, False, "21"),
        ],
    )
    def test_the_step(self, now, unit, legs, then):
        found = following(grams_of(Decimal(now), unit), unit, legs=legs)
        assert number(found, unit) == Decimal(then)

    @pytest.mark.parametrize(("now", "unit"), [(4, KG), (9, LB), (500, KG)])
    def test_where_the_least_step_is_too_much_or_the_bounds_end_there_is_none(self, now, unit):
        assert following(grams_of(Decimal(now), unit), unit, legs=False) is None

    @pytest.mark.parametrize("unit", [KG, LB])
    @pytest.mark.parametrize("legs", [True, False])
    def test_it_is_never_more_than_a_tenth_nor_less_than_two_percent(self, unit, legs):
        least, most = BOUNDS[unit]
        for count in range(int((most - least) / STEP[unit]) + 1):
            value = least + count * STEP[unit]
            found = following(grams_of(value, unit), unit, legs=legs)
            if found is not None:
                assert 1.02 * float(value) - 0.51 <= float(number(found, unit)) <= 1.1 * float(value) + 0.5


def lift_of(plan):
    return next(row for row in sessions_of(plan) if row.lift_minutes)


def page(client, row):
    return client.get(f"/sessions/{row.pk}/")


def keep(client, row, headers=None, **fields):
    return client.post(f"/sessions/{row.pk}/weights/", fields, headers=headers)


def keys(client, row):
    return [one.key for one in page(client, row).context["detail"].weights]


@pytest.mark.django_db
class TestOnASession:
    def test_each_exercise_with_a_weight_has_a_field(self, user_client, plan):
        row = lift_of(plan)
        found = keys(user_client, row)
        assert found
        assert all(key.split("-")[1] not in ("bodyweight", "bands") for key in found)
        text = page(user_client, row).content.decode()
        assert all(f'name="weight-{key}"' in text for key in found)

    def test_bodyweight_and_runs_have_none(self, user_client, user, set_clock):
        plan = make_plan(user, equipment=["bodyweight"])
        for row in sessions_of(plan):
            assert keys(user_client, row) == []
            assert "weights/" not in page(user_client, row).content.decode()

    def test_it_is_kept_and_stands_in_every_session_with_it(self, user_client, plan):
        row = lift_of(plan)
        key = keys(user_client, row)[0]
        assert keep(user_client, row, **{f"weight-{key}": "24"}).url == f"/sessions/{row.pk}/"
        assert WorkingWeight.objects.get().grams == 24_000
        told = [one for other in sessions_of(plan) for one in page(user_client, other).context["detail"].weights]
        assert {one.text for one in told if one.key == key} >= {next(one.text for one in told if one.value == "24")}
        assert all(one.value == "24" for one in told if one.key == key)
        assert "24\N{NO-BREAK SPACE}kg" in page(user_client, row).content.decode()

    def test_it_is_told_in_the_persons_unit(self, user_client, user, plan):
        row = lift_of(plan)
        key = keys(user_client, row)[0]
        Preferences.objects.create(user=user, weights="lb")
        keep(user_client, row, **{f"weight-{key}": "135"})
        assert WorkingWeight.objects.get().grams == 61_235
        assert "135\N{NO-BREAK SPACE}lb" in page(user_client, row).content.decode()

    def test_an_empty_field_forgets_it_and_a_second_weight_takes_its_place(self, user_client, plan):
        row = lift_of(plan)
        key = keys(user_client, row)[0]
        for written, kept in (("24", [24_000]), ("26,5", [26_500]), ("", [])):
            keep(user_client, row, **{f"weight-{key}": written})
            assert [*WorkingWeight.objects.values_list("grams", flat=True)] == kept

    @pytest.mark.parametrize(
        "written", ["0", "-5", "0.4", "500.5", "24.3", "abc", "NaN", "1e400", "Infinity", "24\x00", "9" * 400, "<b>"]
    )
    def test_what_makes_no_sense_is_named_and_nothing_is_lost(self, user_client, plan, written):
        row = lift_of(plan)
        first, second = keys(user_client, row)[:2]
        answer = keep(user_client, row, **{f"weight-{first}": written, f"weight-{second}": "30"})
        (sentence,) = answer.context["weights"].errors[first]
        assert "write a weight from 0.5 to 500 kg, in steps of 0.5." in sentence
        assert 'value="30"' in answer.content.decode()
        assert not WorkingWeight.objects.exists()

    def test_fields_of_no_exercise_of_it_are_left_alone(self, user_client, plan):
        keep(user_client, lift_of(plan), **{"weight-teapot-steel": "24"})
        assert not WorkingWeight.objects.exists()

    def test_the_panel_answers_itself(self, user_client, plan):
        row = lift_of(plan)
        key = keys(user_client, row)[0]
        answer = keep(user_client, row, {"HX-Request": "true"}, **{f"weight-{key}": "24"})
        text = answer.content.decode()
        assert "The weights are kept." in text
        assert "data-panel-session" in text
        assert "<html" not in text

    def test_another_persons_session_is_not_there(self, user_client, plan, other_plan):
        assert keep(user_client, lift_of(other_plan), **{"weight-squat-barbell": "24"}).status_code == 404
        assert not WorkingWeight.objects.exists()

    def test_in_weeks_that_keep_the_loads_nothing_comes_next(self, user_client, user, set_clock):
        plan = make_plan(user, lift_level="beginner")
        row = lift_of(plan)
        keep(user_client, row, **{f"weight-{key}": "24" for key in keys(user_client, row)})
        assert {one.text.count("comes next") for one in page(user_client, row).context["detail"].weights} == {0}

    def test_it_goes_from_a_guest_to_their_account(self, user, set_clock):
        guest, _ = guests.begin(answers=ANSWERS, timezone="UTC")
        keep_weights(user=guest, grams={"squat-barbell": 60_000})
        assert guests.hand_over(guest=guest, account=user)
        assert WorkingWeight.objects.get().plan.user == user

    def test_it_is_exported_and_goes_with_the_account(self, user_client, user, plan):
        row = lift_of(plan)
        keep(user_client, row, **{f"weight-{keys(user_client, row)[0]}": "24"})
        told = user_client.get("/account/export/").json()
        assert told["working weight"][0]["grams"] == 24_000
        user.delete()
        assert not WorkingWeight.objects.exists()
