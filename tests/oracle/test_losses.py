"""No run, lift or circuit that was asked for is lost without a word: read from the sentences alone."""

from datetime import date

import pytest

from planner.engine import athlete_from, plan_block
from planner.engine.documents import session_document
from tests.oracle.builder import week_of
from tests.oracle.losses import lost_untold
from tests.oracle.profiles import block_profile, random_profile
from tests.oracle.run import START

# Circuits that found no place, or that a light week leaves out, where they were to be the lifts or the runs as well.
ODD_WEEKS = (49, 387, 782, 826, 1007, 1028, 1222, 1231, 1373, 1497, 2885, 2956, 3111)
ODD_BLOCKS = (11, 14, 40, 85, 101, 216, 7700699)
MONDAY = date.fromisoformat(START)


def losses(profile, weeks):
    return [
        text
        for planned in plan_block(athlete_from(profile), MONDAY, weeks)
        for text in lost_untold(
            profile, [session_document(s, MONDAY) for s in planned.week.sessions], [c.text for c in planned.told]
        )
    ]


@pytest.mark.parametrize("first", range(0, 300, 50))
def test_nothing_asked_for_is_lost_untold_in_a_week(first):
    assert [text for seed in range(first, first + 50) for text in losses(random_profile(seed), 1)] == []


@pytest.mark.parametrize("seed", ODD_WEEKS)
def test_nor_where_circuits_give_way(seed):
    assert losses(random_profile(seed), 1) == []


@pytest.mark.parametrize("seed", [*range(20), *ODD_BLOCKS])
def test_nor_in_a_plan_of_many_weeks(seed):
    assert losses(*block_profile(seed)) == []


@pytest.mark.parametrize(
    ("wish", "cells", "change", "lost"),
    [
        ({"runs_per_week": 2}, ("E", "-", "E"), "", 0),
        ({"runs_per_week": 2}, ("E",), "", 1),
        ({"runs_per_week": 2}, ("E",), "You asked for 2 runs a week; 1 is planned.", 0),
        ({"runs_per_week": 2}, ("E",), "You asked for 2 lifts a week; 1 is planned.", 1),
        ({"runs_per_week": 2}, ("-",), "You asked for 2 runs a week; 1 is planned.", 1),
        ({"runs_per_week": 2}, ("-",), "You asked for 2 runs a week; none is planned.", 0),
        ({"runs_per_week": 2}, ("-",), "No hours of this week are free, so the week is empty.", 0),
        ({"runs_per_week": 2}, ("-",), "You asked for 2 runs a week and 1 lift; they hold no runs and 1 lift.", 0),
        ({"runs_per_week": 2}, ("-",), "You asked for 2 runs a week; they find no rest.", 1),
        ({"lifts_per_week": 2}, ("C", "-", "E+F"), "", 0),
        ({"lifts_per_week": 3}, ("E", "-", "F"), "You asked for 1 run a week and 3 lifts; they hold 1 lift.", 0),
        ({"circuits_per_week": 1}, ("E+F",), "", 1),
        ({"circuits_per_week": 1, "lifts_per_week": 1}, ("E",), "You asked for 1 circuit a week; none is planned.", 1),
    ],
)
def test_what_counts_as_lost(wish, cells, change, lost):
    sessions = week_of(*cells)["sessions"]
    assert len(list(lost_untold(wish, sessions, [change] if change else []))) == lost
