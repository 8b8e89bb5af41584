"""A week as one line of text, read and written."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.domain import Lift, Recovery, Run, Session, Week
from planner.engine.notation import read_week, write_week
from planner.engine.templates import with_warm_up
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Order, Region


def only(text):
    (session,) = read_week(f"Mon {text}").sessions
    return session


@pytest.mark.parametrize(
    ("text", "intensity", "minutes"),
    [("E", "easy", 30), ("M", "moderate", 30), ("H", "hard", 30), ("L", "long", 60), ("L95", "long", 95)],
)
def test_a_run_is_a_letter_and_maybe_minutes(text, intensity, minutes):
    session = only(text)
    assert (session.kind, session.run, session.lift) == (Kind.RUN_ONLY, Run(Intensity(intensity), minutes), None)


@pytest.mark.parametrize(
    ("text", "region", "effort", "minutes"),
    [
        ("U", "upper", "moderate", 40),
        ("Lo", "lower", "moderate", 40),
        ("F", "full", "moderate", 40),
        ("Lo!", "lower", "heavy", 40),
        ("F?", "full", "light", 40),
        ("U!55", "upper", "heavy", 55),
    ],
)
def test_a_lift_is_its_region_its_effort_and_maybe_minutes(text, region, effort, minutes):
    session = only(text)
    assert (session.kind, session.run) == (Kind.LIFT_ONLY, None)
    assert session.lift == Lift(Region(region), Effort(effort), minutes)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("E+F", "run_first"),
        ("F+E", "lift_first"),
        ("F+E(RF)", "run_first"),
        ("E+F(LF)", "lift_first"),
        ("E+F(RF)", "run_first"),
    ],
)
def test_a_combined_session_goes_in_the_order_written_but_for_a_mark(text, order):
    session = only(text)
    assert (session.kind, session.order) == (Kind.COMBINED, Order(order))
    assert (session.run.minutes, session.lift.minutes, session.minutes) == (25, 30, 55)


def test_a_circuit_is_halved():
    session = only("C45")
    assert (session.kind, session.order, session.minutes) == (Kind.CIRCUIT, None, 45)
    assert (session.run.minutes, session.lift.minutes) == (22, 23)


@pytest.mark.parametrize(
    ("text", "activity", "minutes"), [("X", "yoga", 30), ("X(walk)", "walk", 30), ("X20(easy_spin)", "easy_spin", 20)]
)
def test_recovery_names_what_it_is(text, activity, minutes):
    assert only(text).recovery == Recovery(Activity(activity), minutes)


def test_a_star_locks_a_session():
    assert only("E*").locked
    assert only("E+F(LF)*").locked
    assert not only("E").locked


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("E", [1080]),
        ("am E", [420]),
        ("midday E", [720]),
        ("06:05 E", [365]),
        ("E, U", [420, 1080]),
        ("E, X, U", [420, 720, 1080]),
        ("pm E, 20:00 U", [1080, 1200]),
        ("-", []),
    ],
)
def test_a_session_without_a_time_has_the_usual_one(text, starts):
    assert [s.start for s in read_week(f"Mon {text}").sessions] == starts


def test_days_follow_one_another_unless_named():
    week = read_week("E | - | U | Sat L | X")
    assert [(s.day, s.id) for s in week.sessions] == [(0, "s1"), (2, "s2"), (5, "s3"), (6, "s4")]


def test_ids_count_in_time_order():
    week = read_week("Sun E | Mon 18:00 U, 07:00 E")
    assert [(s.id, s.day, s.start) for s in week.sessions] == [("s1", 0, 420), ("s2", 0, 1080), ("s3", 6, 1080)]


@pytest.mark.parametrize(("text", "warm_up"), [("E", 5), ("L", 5), ("H", 10), ("U", 5), ("U!", 10), ("C", 10)])
def test_the_warm_up_is_what_the_work_needs(text, warm_up):
    assert (only(text).warm_up, only(text).cool_down) == (warm_up, 5)


@pytest.mark.parametrize(
    "text",
    ["Q", "E+E", "U+Lo", "E+F+U", "E(RF)", "X+F", "C+E", "E!", "X(swim)", "E,", "24:00 E", "7:00 E", "E F", "E+"],
)
def test_what_is_no_session_is_named_in_the_error(text):
    with pytest.raises(ValueError, match="is not a session"):
        read_week(f"Mon {text}")


def test_a_week_has_no_eighth_day():
    with pytest.raises(ValueError, match="'E' is the eighth day"):
        read_week("Sun - | E")


def test_a_week_is_written_with_every_day_and_nothing_usual():
    text = "Mon U+H(RF) | Tue am E40, pm Lo! | Thu 06:10 X20(walk)* | Sun L"
    written = "Mon H+U | Tue E40, Lo! | Wed - | Thu 06:10 X20(walk)* | Fri - | Sat - | Sun L"
    assert write_week(read_week(text)) == written
    assert write_week(read_week(written)) == written


minutes = st.integers(1, 300)
runs = st.builds(Run, st.sampled_from(Intensity), minutes)
lifts = st.builds(Lift, st.sampled_from(Region), st.sampled_from(Effort), minutes)
BLANK = Session("", 0, 0, Kind.RECOVERY)
parts = st.one_of(
    runs.map(lambda run: {"kind": Kind.RUN_ONLY, "run": run}),
    lifts.map(lambda lift: {"kind": Kind.LIFT_ONLY, "lift": lift}),
    st.builds(
        lambda run, lift, order: {"kind": Kind.COMBINED, "run": run, "lift": lift, "order": order},
        runs,
        lifts,
        st.sampled_from(Order),
    ),
    st.builds(Recovery, st.sampled_from(Activity), minutes).map(lambda rest: {"recovery": rest}),
    minutes.map(
        lambda m: {
            "kind": Kind.CIRCUIT,
            "run": Run(Intensity.MODERATE, m // 2),
            "lift": Lift(Region.FULL, Effort.MODERATE, m - m // 2),
        }
    ),
)
places = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 1439)), unique=True, max_size=9)


@settings(deadline=None, derandomize=True)
@given(places, st.lists(st.tuples(parts, st.booleans()), min_size=9, max_size=9))
def test_every_week_that_is_written_reads_back_the_same(where, what):
    sessions = [
        with_warm_up(replace(BLANK, id=f"s{number}", day=day, start=start, locked=locked, **fields))
        for number, ((day, start), (fields, locked)) in enumerate(zip(sorted(where), what, strict=False), start=1)
    ]
    assert read_week(write_week(Week.of(sessions))) == Week.of(sessions)
