"""Every change a plan tells, whoever asks: it names what was asked or due, and what is given instead."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.asked import ARRANGED, ORDERS, OWN_ORDERS, SPLITS
from planner.engine.block import plan_block
from planner.engine.domain import Context
from planner.engine.planning import plan_week
from planner.engine.profile import athlete_from
from planner.engine.wording import WEEKDAYS
from tests.engine.test_properties import MONDAY
from tests.oracle.profiles import random_profile

FEW = settings(max_examples=60, deadline=None, derandomize=True)
seeds = st.integers(0, 100_000)

NUMBER, DAY = r"\b\d+\b", "|".join(WEEKDAYS)
WISHES = "|".join(map(re.escape, [*ARRANGED.values(), *SPLITS.values(), *OWN_ORDERS.values(), *ORDERS.values()]))
ASKED = re.compile(f"{NUMBER}|{DAY}|{WISHES}|no (runs|lifts)|take turns|[Ff]ree")
GIVEN = re.compile(f"{NUMBER}|{DAY}|none is|no long run|empty|own|share|no order turns|nothing")


def changes_of(seed, **context):
    who = athlete_from(random_profile(seed)).in_week(MONDAY)
    return plan_week(who, context=Context(**context)).changes


@FEW
@given(seeds, st.sampled_from([None, 1, 7]))
def test_a_change_names_what_was_asked_and_what_is_given(seed, plan_week):
    for change in changes_of(seed, plan_week=plan_week):
        lead, _, given_instead = re.fullmatch(r"(.*?)(; |, so )(.*)\.", change.text).groups()
        assert ASKED.search(lead), change.text
        assert GIVEN.search(given_instead), change.text


@FEW
@given(seeds)
def test_a_change_reads_as_a_sentence(seed):
    texts = [change.text for change in changes_of(seed, plan_week=1)]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text[0].isupper() or text[0].isdigit()
        assert not re.search(
            r"\b1 (runs|lifts|circuits|days|sessions|are)\b|\b[02-9] (run|lift|circuit|day|is)\b|  |!", text
        )


@FEW
@given(seeds)
def test_a_number_that_is_told_as_planned_is_that_of_the_week(seed):
    who = athlete_from(random_profile(seed)).in_week(MONDAY)
    planned = plan_week(who, context=Context(plan_week=1))
    held = {
        "run": sum(s.run is not None for s in planned.week.sessions),
        "lift": sum(s.lift is not None for s in planned.week.sessions),
    }
    for change in planned.changes:
        if told := re.search(r"\d (run|lift)s? a week.*?; (\d|none) (?:is|are) planned", change.text):
            assert told[2] == (str(held[told[1]]) if held[told[1]] else "none")


@FEW
@given(seeds)
def test_a_wish_that_was_cut_is_not_given(seed):
    """Where a number asked for is told as cut, the week holds fewer."""
    who = replace(athlete_from(random_profile(seed)), exceptions=())
    planned = plan_week(who, context=Context(plan_week=1))
    steps = {change.step for change in planned.changes}
    for step, asked_for, held in (
        ("fewer_runs", who.runs_per_week, sum(s.run is not None for s in planned.week.sessions)),
        ("fewer_lifts", who.lifts_per_week, sum(s.lift is not None for s in planned.week.sessions)),
        ("fewer_circuits", who.circuits_per_week, sum(s.is_circuit for s in planned.week.sessions)),
    ):
        if step in steps and asked_for is not None:
            assert held < asked_for


def test_a_block_tells_the_orders_of_each_week_as_they_are():
    who = athlete_from(random_profile(366))
    for planned in plan_block(who, MONDAY, 3):
        told = [change.text for change in planned.changes if change.step == "order"]
        first = sum(s.order == "run_first" for s in planned.week.combined)
        assert all(f" {first} start" in text for text in told)
