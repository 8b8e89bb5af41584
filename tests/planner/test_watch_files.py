"""Workouts as files: FIT read by another decoder, ZWO and text held against the steps, the week in one archive."""

import zipfile
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import fitdecode
import pytest
from django.urls import reverse
from hypothesis import given

from planner.engine import Repeat, blocks
from planner.engine.domain import Lift, RecentRace, Run
from planner.engine.vocabulary import Effort, Intensity, Kind, Order, Region
from planner.engine.workouts.bouts import seconds_of
from planner.models import Session
from planner.watch.fit import Origin, fit
from planner.watch.plain import plain
from planner.watch.workout import Sport, sports, workout
from planner.watch.zwo import ten_km_pace, zwo
from tests.engine.test_workouts import ATHLETES, session, sessions
from tests.engine.weeks import athlete
from tests.factories import MONDAY, sessions_of

KNOWN = {"max_heart_rate": 190, "recent_race": RecentRace(5, 1500)}
ORIGIN = Origin(1_764_100_000_000, 7)
RUN, LIFT = Run(Intensity.EASY, 40), Lift(Region.FULL, Effort.MODERATE, 40)
HARD = session(Kind.RUN_ONLY, run=Run(Intensity.HARD, 50), warm_up=10)


def made(one, sport=Sport.RUN, who=None, name="Run 40' easy"):
    return workout(one, sport, name, blocks(who or athlete("speed", **KNOWN), one, year=2026, plan_week=1))


def messages(content, kind):
    with fitdecode.FitReader(BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        return [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage) and frame.name == kind]


def value(message, name):
    return message.get_value(name, fallback=None)


def total_seconds(steps):
    """How long a FIT workout takes, its repeats unrolled; sets by repetitions count nothing."""
    taken = []
    for step in steps:
        if value(step, "duration_type") == "repeat_until_steps_cmplt":
            first, times = value(step, "duration_step"), value(step, "repeat_steps")
            taken.append(sum(taken[first:]) * (times - 1))
        else:
            taken.append(value(step, "duration_time") or 0)
    return sum(taken)


# FIT


def test_a_run_is_read_back_with_its_paces():
    content = fit(made(HARD), ORIGIN)
    (head,) = messages(content, "workout")
    steps = messages(content, "workout_step")
    assert (value(head, "sport"), value(head, "wkt_name"), value(head, "num_valid_steps")) == (
        "running",
        "Run 40' easy",
        len(steps),
    )
    assert total_seconds(steps) == 50 * 60
    names = [value(step, "wkt_step_name") for step in steps]
    assert names[0] == "Warm-up"
    work = steps[names.index("Hard")]
    assert value(work, "intensity") in ("interval", 5)
    assert value(work, "target_type") == "speed"
    low, high = value(work, "custom_target_speed_low"), value(work, "custom_target_speed_high")
    assert 3.3 < low < high < 3.6  # about 5 min a kilometre for 25 min over 5 km


def test_without_a_race_the_heart_is_the_target_in_beats_or_in_percent():
    easy = session(Kind.RUN_ONLY, run=RUN)
    for known, expected in ({"max_heart_rate": 190}, (214, 244)), ({}, (60, 76)):
        steps = messages(fit(made(easy, who=athlete("endurance", **known)), ORIGIN), "workout_step")
        run = next(step for step in steps if value(step, "wkt_step_name") == "Easy run")
        assert value(run, "target_type") == "heart_rate"
        sides = ("custom_target_heart_rate_low", "custom_target_heart_rate_high")
        raw = tuple(run.get_field(side).raw_value for side in sides)
        assert raw == expected


def test_a_lift_is_sets_of_exercises():
    one = session(Kind.LIFT_ONLY, lift=Lift(Region.LOWER, Effort.HEAVY, 60))
    content = fit(made(one, Sport.LIFT, athlete("strength", "advanced"), "Lift 60' lower body"), ORIGIN)
    (head,) = messages(content, "workout")
    assert (value(head, "sport"), value(head, "sub_sport")) == ("training", "strength_training")
    steps = messages(content, "workout_step")
    squat = next(step for step in steps if value(step, "exercise_category") == "squat")
    assert (value(squat, "duration_type"), value(squat, "duration_reps")) == ("reps", 6)
    assert any(value(step, "duration_type") == "repeat_until_steps_cmplt" for step in steps)


@given(ATHLETES, sessions())
def test_every_workout_is_a_whole_file_whose_steps_count(who, one):
    for sport in sports(one):
        found = workout(one, sport, "Äquator: 日本 🏃" * 9, blocks(who, one, year=2026))
        content = fit(found, ORIGIN)
        steps = messages(content, "workout_step")
        (head,) = messages(content, "workout")
        assert value(head, "num_valid_steps") == len(steps) > 0
        assert [value(step, "message_index") for step in steps] == list(range(len(steps)))
        if sport is not Sport.LIFT:
            assert total_seconds(steps) == seconds_of(found.steps)
        assert fit(found, ORIGIN) == content


# ZWO


def test_a_treadmill_run_takes_as_long_and_its_efforts_rank():
    who = athlete("speed", **KNOWN)
    root = ElementTree.fromstring(zwo(made(HARD, who=who), ten_km_pace(who)))
    assert root.findtext("sportType") == "run"
    body = list(root.find("workout"))
    assert [found.tag for found in (body[0], body[-1])] == ["Warmup", "Cooldown"]
    taken = sum(
        int(found.get("Duration") or 0)
        + int(found.get("Repeat") or 0) * (int(found.get("OnDuration") or 0) + int(found.get("OffDuration") or 0))
        for found in body
    )
    assert taken == 50 * 60
    (work,) = root.iter("IntervalsT")
    assert float(work.get("OffPower")) < 0.9 < 1.0 < float(work.get("OnPower")) < 1.1


def test_efforts_hardly_differ_with_and_without_a_known_race():
    who = athlete("speed", **KNOWN)
    with_race = ElementTree.fromstring(zwo(made(HARD, who=who), ten_km_pace(who)))
    without = ElementTree.fromstring(zwo(made(HARD, who=athlete("speed"))))
    on = [float(next(root.iter("IntervalsT")).get("OnPower")) for root in (with_race, without)]
    assert on[0] == pytest.approx(on[1], abs=0.03)


def test_names_that_look_like_markup_stay_text():
    root = ElementTree.fromstring(zwo(made(HARD, name="<b>&amp;")))
    assert root.findtext("name") == "<b>&amp;"


# text


def test_text_has_a_step_a_line_and_repeats_between_empty_lines():
    lines = plain(made(HARD)).splitlines()
    assert lines[0] == "Run 40' easy"
    assert "- Warm-up 10m" in lines
    where = lines.index("7x")
    assert lines[where - 1] == ""
    assert lines[where + 1].startswith("- Hard 3m ")
    assert lines[where + 1].endswith("/km Pace")
    assert lines[where + 2].startswith("- Easy 2m")
    assert lines[where + 3] == ""


def test_without_a_race_text_tells_percent_of_the_maximum():
    text = plain(made(session(Kind.RUN_ONLY, run=RUN), who=athlete("endurance")))
    assert "- Easy run 30m 60-76% HR" in text


@given(ATHLETES, sessions())
def test_text_holds_no_repeat_in_a_repeat_and_no_three_empty_lines(who, one):
    for sport in sports(one):
        text = plain(workout(one, sport, "A session", blocks(who, one, year=2026)))
        assert "\n\n\n" not in text
        assert text.endswith("\n")


def test_of_two_parts_the_first_has_the_warm_up_and_the_last_the_cool_down():
    both = session(Kind.COMBINED, order=Order.LIFT_FIRST, run=RUN, lift=LIFT)
    assert sports(both) == (Sport.LIFT, Sport.RUN)
    lift, run = (made(both, sport) for sport in sports(both))
    assert lift.steps[0].cue == "Warm-up"
    assert run.steps[-1].cue == "Cool-down"
    assert not any(step.cue in ("Warm-up", "Change") for step in run.steps if not isinstance(step, Repeat))


# the site


@pytest.fixture
def combined(plan):
    return next(row for row in sessions_of(plan) if row.kind == Kind.COMBINED.value)


def address_of(row, part, form):
    return reverse("planner:workout_file", args=[row.id, part, form])


@pytest.mark.django_db
def test_a_session_offers_its_files(client, user, combined):
    client.force_login(user)
    page = client.get(reverse("planner:session", args=[combined.id])).content.decode()
    for part, form, kind in (
        ("run", "fit", "application/vnd.ant.fit"),
        ("run", "zwo", "application/xml"),
        ("run", "txt", "text/plain; charset=utf-8"),
        ("lift", "fit", "application/vnd.ant.fit"),
        ("lift", "txt", "text/plain; charset=utf-8"),
    ):
        address = address_of(combined, part, form)
        assert address in page
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == kind
        assert answer["Content-Disposition"] == f'attachment; filename="{combined.date}-1800-{part}.{form}"'
        assert "private" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize(("part", "form"), [("swim", "fit"), ("run", "exe"), ("lift", "zwo"), ("circuit", "fit")])
def test_what_a_session_has_not_is_not_there(client, user, combined, part, form):
    client.force_login(user)
    assert client.get(address_of(combined, part, form)).status_code == 404


@pytest.mark.django_db
def test_files_are_the_owners_alone(client, user, other_user, other_plan, combined):
    address = address_of(combined, "run", "fit")
    assert client.get(address).status_code == 302
    client.force_login(other_user)
    assert client.get(address).status_code == 404
    client.force_login(user)
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_the_week_is_one_archive_without_what_was_skipped(client, user, plan, combined):
    Session.objects.filter(pk=combined.pk).update(status="skipped")
    client.force_login(user)
    address = reverse("planner:week_workouts", args=[combined.week.start])
    answer = client.get(address)
    with zipfile.ZipFile(BytesIO(answer.content)) as whole:
        names = whole.namelist()
        assert whole.testzip() is None
    assert f"{combined.date}-1800-run.fit" not in names
    assert {name.rpartition(".")[2] for name in names} == {"fit", "zwo", "txt"}
    assert len({name[:10] for name in names}) == 4
    assert client.get(address).content == answer.content
    assert client.get(reverse("planner:week_workouts", args=[date(2031, 1, 6)])).status_code == 404


@pytest.mark.django_db
def test_an_archive_takes_as_many_queries_as_a_board(client, user, plan, django_assert_num_queries):
    client.force_login(user)
    with django_assert_num_queries(4):
        client.get(reverse("planner:week_workouts", args=[MONDAY]))
