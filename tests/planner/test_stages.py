"""A workout as the stages of the session's page."""

import pytest

from planner import words
from planner.engine import blocks
from planner.engine.domain import Athlete, Lift, Recovery, Run, Session
from planner.engine.vocabulary import Activity, Effort, Goal, Intensity, Kind, Level, Order, Region
from planner.queries.stages import stages

ATHLETE = Athlete(Goal.GENERAL, (), run_level=Level.INTERMEDIATE, lift_level=Level.INTERMEDIATE)
RUN, LIFT = Run(Intensity.EASY, 35), Lift(Region.FULL, Effort.MODERATE, 30)


def make(kind, **parts):
    return Session("s", 1, 1080, kind, **parts)


def shown(session):
    told = stages(session, blocks(ATHLETE, session, year=2026, plan_week=3))
    return [(stage.title, stage.modality, stage.number, stage.minutes) for stage in told]


def test_a_combined_session_is_numbered_as_on_its_card():
    assert shown(make(Kind.COMBINED, order=Order.LIFT_FIRST, run=RUN, lift=LIFT)) == [
        ("Warm-up", "", None, 5),
        ("Lift", "lift", 1, 23),
        ("Change", "", None, 2),
        ("Run", "run", 2, 30),
        ("Cool-down", "", None, 5),
    ]


@pytest.mark.parametrize(
    ("session", "middle"),
    [
        (make(Kind.RUN_ONLY, run=RUN), ("Run", "run", None, 25)),
        (make(Kind.LIFT_ONLY, lift=LIFT), ("Lift", "lift", None, 20)),
        (make(Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30)), ("Recover", "recovery", None, 20)),
        (make(Kind.CIRCUIT, run=Run(Intensity.MODERATE, 20), lift=LIFT), ("Circuit", "run", None, 40)),
    ],
)
def test_a_single_session_has_no_numbers(session, middle):
    assert shown(session) == [("Warm-up", "", None, 5), middle, ("Cool-down", "", None, 5)]


@pytest.mark.parametrize("order", Order)
def test_the_stages_add_up_to_what_the_total_says(order):
    session = make(Kind.COMBINED, order=order, run=RUN, lift=LIFT)
    assert sum(minutes for *_, minutes in shown(session)) == 65
    parts = "run 35, lift 30" if order is Order.RUN_FIRST else "lift 30, run 35"
    assert words.total(session) == f"65 min in all: {parts}, warm-up and cool-down inside"


def test_the_total_of_one_part_is_its_minutes():
    assert words.total(make(Kind.RUN_ONLY, run=RUN)) == "35 min in all"


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("Squat: goblet squat, 3 × 8–12.", "Squat", "goblet squat, 3 × 8–12."),
        ("Walk, brisker each minute.", "", "Walk, brisker each minute."),
        ("Something that goes on: and on", "", "Something that goes on: and on"),
    ],
)
def test_a_step_is_named_by_its_head(text, head, rest):
    assert words.head_of(text) == (head, rest)


def test_doses_stay_on_one_line():
    told = words.unbroken("3 × 8–12, 60–90 s, RIR 2–3, effort 2–4 of 10, 6:20–6:55 /km, about 5 % more")
    assert told.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "") == (
        "3~×~8–12, 60–90~s, RIR~2–3, effort 2–4~of~10, 6:20–6:55~/km, about 5~% more"
    )
    assert told.count("–\N{WORD JOINER}") == 5


def test_only_real_hyphens_of_sentences_break():
    assert words.unbroken("well-known – and free") == "well-known – and free"
