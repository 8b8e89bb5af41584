"""What holds of locks at four grains: a locked optimum stays one, whatever grains are kept of whichever sessions."""

from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.engine.locks import with_locks
from planner.engine.planning import plan_week
from planner.engine.profile import athlete_from
from planner.engine.vocabulary import Lock
from tests.benchmarks.athletes import random_profile

FEW = settings(max_examples=40, deadline=None, derandomize=True)
seeds = st.integers(0, 100_000)
SUBSETS = [frozenset(some) for count in range(1, 5) for some in combinations(Lock, count)]


def honours(asked, found):
    """Whether the session that was found keeps what was asked of it."""
    kept = {
        Lock.DAY: asked.day == found.day,
        Lock.HOUR: asked.start == found.start,
        Lock.ORDER: asked.order is found.order,
        Lock.CONTENT: (asked.run, asked.lift, asked.recovery) == (found.run, found.lift, found.recovery),
    }
    made_of = [(s.kind, s.run and s.run.intensity, s.lift and s.lift.region) for s in (asked, found)]
    return made_of[0] == made_of[1] and all(held for lock, held in kept.items() if asked.keeps(lock))


def proven(seed):
    """A random athlete and their week, where it is proven and nothing gave way."""
    who = athlete_from(random_profile(seed))
    first = plan_week(who)
    assume(first.optimal and not first.changes)
    return who, first


@FEW
@given(seeds, st.data())
def test_an_optimum_of_which_one_session_keeps_any_grains_stays_the_optimum(seed, data):
    who, first = proven(seed)
    session = data.draw(st.sampled_from(first.week.sessions))
    asked = with_locks(session, data.draw(st.sampled_from(SUBSETS[:-1])))
    again = plan_week(who, fixed=[asked])
    assert honours(asked, again.week.find(asked.id))
    assert again.evaluation.valid
    assert again.evaluation.score == first.evaluation.score
    assert again.changes == ()


@FEW
@given(seeds, st.data())
def test_an_optimum_of_which_every_session_keeps_some_grains_stays_the_optimum(seed, data):
    who, first = proven(seed)
    asked = [with_locks(s, data.draw(st.sampled_from(SUBSETS[:-1]))) for s in first.week.sessions]
    again = plan_week(who, fixed=asked)
    assert all(honours(one, again.week.find(one.id)) for one in asked)
    assert again.evaluation.valid
    assert again.evaluation.score == first.evaluation.score
    assert again.changes == ()


@FEW
@given(seeds, st.data())
def test_whatever_days_are_closed_all_kept_sessions_are_in_the_week(seed, data):
    who = athlete_from(random_profile(seed))
    grains = st.sampled_from(SUBSETS[:-1])
    asked = [with_locks(s, data.draw(grains)) for s in plan_week(who).week.sessions if data.draw(st.booleans())]
    closed = data.draw(st.frozensets(st.integers(0, 6), max_size=4))
    again = plan_week(who, fixed=asked, closed_days=closed)
    found = {s.id: s for s in again.week.sessions}
    assert {s.id for s in asked} <= found.keys()
    told = [change.text for change in again.changes if change.step == "lock"]
    assert sum(not honours(one, found[one.id]) for one in asked) <= len(told)
