"""What holds of every search: more time never hurts, a locked optimum stays, costs are those of the rules."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.engine import athlete_from
from planner.engine.domain import Context, Week
from planner.engine.evaluate import evaluate
from planner.engine.places import Places, with_ids
from planner.engine.planning import plan_week
from planner.engine.posed import Posed, Task, first_valid
from planner.engine.prescription import prescribe
from planner.engine.tables import UNIT
from planner.engine.templates import Templates
from tests.benchmarks.athletes import random_profile
from tests.engine.test_properties import person

FEW = settings(max_examples=40, deadline=None, derandomize=True)
seeds = st.integers(0, 100_000)


def asked(who):
    """The athlete's prescription as it is asked for, before anything gives way."""
    task = Task(who, Context())
    return prescribe(who, task.context, task.room)[0]


def answer(who, rx):
    """The cheapest week of these sessions, two a day wherever they fit, by the rules alone."""
    places = Places(Templates(who, Context(), rx), any_company=True)
    return Posed(Task(who, Context()), rx, places).solve()[0]


def longer(who, data):
    """The same athlete with windows that close later, each before the day's next one opens."""
    windows = []
    for window in who.windows:
        later = [w.start for w in who.windows_on(window.day) if w.start > window.start]
        most = min(min(later, default=24 * 60) - window.end - 1, 120)
        windows.append(replace(window, end=window.end + data.draw(st.integers(0, most))))
    return replace(who, availability=tuple(windows))


@FEW
@given(seeds, st.data())
def test_windows_that_close_later_never_make_the_same_sessions_cost_more(seed, data):
    who = athlete_from(random_profile(seed))
    rx = asked(who)
    before, after = answer(who, rx), answer(longer(who, data), rx)
    assume(before is not None)
    assert after is not None
    assert not after.proven or after.cost // UNIT <= before.cost // UNIT


@FEW
@given(seeds)
def test_what_the_search_says_a_week_costs_is_what_the_rules_say(seed):
    who = person(seed)
    found = first_valid(Task(who, Context()), asked(who))
    assume(found is not None)
    week = Week.of(list(with_ids(found.solution.sessions)))
    judged = evaluate(who, week)
    assert judged.valid
    if found.posed.totals.combined == len(week.combined):
        assert judged.score == found.solution.cost // UNIT / 2


@FEW
@given(seeds, st.data())
def test_an_optimum_locked_by_days_stays_the_optimum(seed, data):
    who = athlete_from(random_profile(seed))
    first = plan_week(who)
    assume(first.optimal and not first.changes)
    days = data.draw(st.frozensets(st.sampled_from(range(7))))
    locked = tuple(replace(s, locked=True) for s in first.week.sessions if s.day in days)
    again = plan_week(who, fixed=locked)
    assert again.evaluation.valid
    assert again.evaluation.score == first.evaluation.score


@FEW
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_in_which_locked_sessions_are_told_changes_nothing(seed, rng):
    who = athlete_from(random_profile(seed))
    locked = list(plan_week(who).week.sessions[::2])
    shuffled = list(locked)
    rng.shuffle(shuffled)
    assert plan_week(who, fixed=shuffled) == plan_week(who, fixed=locked)
