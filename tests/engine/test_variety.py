"""Unequal days: the lighter sessions of a monotonous week become shorter."""

import pytest

from planner.engine.domain import Athlete, Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.load import week_load
from planner.engine.notation import read_week, write_session
from planner.engine.results import Evaluation
from planner.engine.variety import shortened
from planner.engine.variety import varied as judged
from tests.engine.weeks import athlete

NOWHERE = Context()
ALIKE = "H45 | U50 | Lo50 | U50 | E20+Lo45 | U45+E20 | -"


def varied(who: Athlete, week: Week, keep: tuple[Session, ...] = ()) -> Week:
    """The week as it becomes, in no surroundings; what is told of it must be what it comes to."""
    found, evaluation = judged(who, week, NOWHERE, keep=keep)
    assert told(evaluation) == told(evaluate(who, found, NOWHERE))
    return found


def told(evaluation: Evaluation) -> tuple[object, ...]:
    """Findings as they can be compared."""
    return evaluation.score, evaluation.valid, [(f.rule, f.cost, f.sessions, f.days) for f in evaluation.findings]


def test_a_varied_week_stays_as_it_is():
    week = read_week("H | E+F | - | E | F+E | - | L")
    assert varied(athlete(), week) == week


def test_a_monotonous_week_gets_as_few_shorter_sessions_as_do():
    week = read_week(ALIKE)
    found = varied(athlete(), week)
    assert week_load(week).monotony >= 2 > week_load(found).monotony
    changed = [(one.minutes, two.minutes) for one, two in zip(week.sessions, found.sessions, strict=True) if one != two]
    assert changed == [(50, 30), (50, 30)]


def test_a_week_that_no_shortening_helps_stays_whole():
    week = read_week("U60 | Lo60 | U60 | Lo60 | U60 | Lo60 | -")
    assert varied(athlete(), week) == week


def test_kept_sessions_key_runs_and_recovery_stay_whole():
    week = read_week(ALIKE)
    keep = week.sessions[:2]
    assert set(keep) <= set(varied(athlete(), week, keep=keep).sessions)
    for text in ("H60 | H60 | H60 | H60 | H60 | H60", "X60 | X60 | X60 | X60 | X60 | X60 | X60"):
        assert varied(athlete(), read_week(text)) == read_week(text)


def test_no_rule_is_broken_for_the_sake_of_variety():
    who = athlete("endurance")
    week = read_week("H | H | E35+F | X | F+E35 | L80 | E40")  # given hard days in a row, the long run just within
    before, after = (evaluate(who, w) for w in (week, varied(who, week)))
    assert {f.rule for f in after.findings if f.severity == "hard"} <= {
        f.rule for f in before.findings if f.severity == "hard"
    }


@pytest.mark.parametrize(
    ("session", "expected"),
    [("E60", "E40"), ("U50", "U30"), ("E20", "E15"), ("U25", "U20"), ("E45+F60", "E30+F40"), ("E15+F20", "E15+F20")],
)
def test_a_third_less_in_full_fives_never_under_the_least(session, expected):
    made = shortened(read_week(f"Mon {session}").sessions[0])
    assert write_session(made) == write_session(read_week(f"Mon {expected}").sessions[0])
