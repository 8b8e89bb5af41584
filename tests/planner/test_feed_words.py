"""A session in the words of a calendar entry: line 17 of the feed contract."""

import pytest

from planner import feed_words
from planner.engine.domain import Lift, Recovery, Run, Session
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Order, Region

RUN, LIFT = Run(Intensity.EASY, 35), Lift(Region.LOWER, Effort.MODERATE, 30)


def make(kind, **parts):
    return Session(id="s", day=1, start=1080, kind=kind, **parts)


SESSIONS = {
    "run first": (
        make(Kind.COMBINED, order=Order.RUN_FIRST, run=RUN, lift=LIFT),
        "Run 35' easy → Lift 30' lower body",
        [
            "Warm-up: the first 5 min",
            "Run 35 min: easy, talk pace",
            "Lift 30 min: lower body",
            "Cool-down: the last 5 min",
        ],
    ),
    "lift first": (
        make(Kind.COMBINED, order=Order.LIFT_FIRST, run=RUN, lift=LIFT, warm_up=10, cool_down=0),
        "Lift 30' lower body → Run 35' easy",
        ["Warm-up: the first 10 min", "Lift 30 min: lower body", "Run 35 min: easy, talk pace"],
    ),
    "run": (
        make(Kind.RUN_ONLY, run=Run(Intensity.HARD, 50)),
        "Run 50' hard",
        ["Warm-up: the first 5 min", "Run 50 min: hard", "Cool-down: the last 5 min"],
    ),
    "lift": (
        make(Kind.LIFT_ONLY, lift=Lift(Region.UPPER, Effort.HEAVY, 45)),
        "Lift 45' upper body, heavy",
        ["Warm-up: the first 5 min", "Lift 45 min: upper body, heavy", "Cool-down: the last 5 min"],
    ),
    "circuit": (
        make(Kind.CIRCUIT, run=Run(Intensity.MODERATE, 15), lift=Lift(Region.FULL, Effort.LIGHT, 20)),
        "Run-lift circuit 35'",
        ["Warm-up: the first 5 min", "Circuit 35 min: run and lift in rounds", "Cool-down: the last 5 min"],
    ),
    "recovery": (
        make(Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30), warm_up=0, cool_down=0),
        "Yoga 30'",
        ["Yoga 30 min"],
    ),
}


@pytest.mark.parametrize(("session", "summary", "lines"), SESSIONS.values(), ids=SESSIONS)
def test_contract_17_summary_and_description(session, summary, lines):
    assert feed_words.summary(session) == summary
    assert feed_words.description(session).split("\n")[:-1] == lines


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("run first", "Why: Run and lift share a session so that the other days stay free to recover."),
        ("run", "Why: The hard run is what makes you faster; your level carries only a few a week."),
        ("lift", "Why: An upper-body lift leaves the legs to the running."),
        ("circuit", "Why: You asked for a circuit: run and lift in rounds keep heart and muscles busy in one go."),
        ("recovery", "Why: Easy movement between training days; it counts as a day of rest."),
    ],
)
def test_contract_17_the_reason_is_the_last_line(name, reason):
    assert feed_words.description(SESSIONS[name][0]).split("\n")[-1] == reason


@pytest.mark.parametrize(
    ("name", "labels"), [("run first", ("Run", "Lift")), ("lift", ("Lift",)), ("recovery", ("Recovery",))]
)
def test_categories_name_the_parts(name, labels):
    assert feed_words.categories(SESSIONS[name][0]) == labels
