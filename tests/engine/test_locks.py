"""Locks at four grains: all of them are the whole lock; what is kept is honoured by moves, repairs and plans."""

from dataclasses import replace
from itertools import combinations

import pytest

from planner.engine.domain import Week
from planner.engine.evaluate import evaluate
from planner.engine.locks import against_place, in_order, is_partly_locked, told, with_locks
from planner.engine.moves import Impossible, exchange, flip, move
from planner.engine.notation import read_week, write_week
from planner.engine.planning import plan_week
from planner.engine.repair import repair
from planner.engine.verdicts import day_verdicts
from planner.engine.vocabulary import Kind, Level, Lock, Order
from tests.engine.weeks import athlete, evenings, windows

GRAINS = [frozenset(some) for count in range(1, 4) for some in combinations(Lock, count)]


def session(text):
    return read_week(f"Mon {text}").sessions[0]


def test_all_four_grains_are_the_whole_lock():
    whole = with_locks(session("E"), Lock)
    assert (whole.locked, whole.locks) == (True, frozenset())
    assert with_locks(session("E"), [Lock.DAY], locked=True) == whole
    assert with_locks(whole, ()) == session("E")


def test_a_whole_lock_keeps_every_grain_and_is_not_a_partial_one():
    assert all(session("E*").keeps(lock) for lock in Lock)
    assert not is_partly_locked(session("E*"))
    assert not is_partly_locked(session("E"))
    assert is_partly_locked(session("E*d"))


def test_a_session_keeps_its_locks_where_it_goes():
    assert session("E*ho").moved(3, 600).locks == {Lock.HOUR, Lock.ORDER}


def test_grains_are_told_in_one_order():
    assert told({Lock.CONTENT, Lock.DAY}) == "day and content"
    assert in_order({Lock.CONTENT, Lock.HOUR, Lock.DAY}) == (Lock.DAY, Lock.HOUR, Lock.CONTENT)


@pytest.mark.parametrize("grains", GRAINS)
def test_partial_locks_survive_the_notation(grains):
    week = Week.of([with_locks(session("E+F"), grains)])
    assert read_week(write_week(week)) == replace(week, sessions=(replace(week.sessions[0], id="s1"),))


@pytest.mark.parametrize("text", ["E*x", "E*d*", "Ed", "E*D"])
def test_other_letters_are_no_locks(text):
    with pytest.raises(ValueError, match="is not a session"):
        session(text)


# in the hand


def test_a_kept_day_refuses_other_days_and_takes_other_hours():
    week = read_week("Mon E*d")
    with pytest.raises(Impossible, match=r"^This session keeps its day\. Free the day to move it to Friday\.$"):
        move(week, "s1", 4, 1080)
    assert move(week, "s1", 0, 600).sessions[0].start == 600


def test_a_kept_hour_refuses_other_hours_and_takes_other_days():
    week = read_week("Mon E*h")
    with pytest.raises(
        Impossible, match=r"^This session keeps its hour, 18:00\. Free the hour to start it at 10:00\.$"
    ):
        move(week, "s1", 0, 600)
    assert move(week, "s1", 4, 1080).sessions[0].day == 4


def test_a_kept_order_is_not_turned_and_a_kept_content_may_be():
    with pytest.raises(Impossible, match=r"^This session keeps its order\. Free the order to turn it\.$"):
        flip(read_week("Mon E+F*o"), "s1")
    assert flip(read_week("Mon E+F*c"), "s1").sessions[0].order is Order.LIFT_FIRST


def test_order_and_content_say_nothing_against_a_place():
    assert against_place(session("E+F*oc"), 5, 600) == ""


def test_a_kept_day_is_not_exchanged_and_stays_in_an_exchange():
    week = read_week("Mon E*d | Wed F")
    with pytest.raises(Impossible, match=r"^This session keeps its day\. Free the day to move it to Wednesday\.$"):
        exchange(athlete(), week, "s1", 2)
    with pytest.raises(Impossible, match=r"^Monday's upper-body lift stays where it is"):
        exchange(athlete(), read_week("Mon U*d | Wed F"), "s2", 0)


def test_the_hand_goes_to_the_kept_hour_of_every_day():
    who = athlete(availability=windows("0 18:00-20:00, 2 06:00-20:00"))
    verdicts = day_verdicts(who, read_week("Mon E*h"), "s1")
    assert {found.start for found in verdicts} == {1080}
    assert verdicts[2].possible


def test_verdicts_name_the_day_that_is_kept_and_offer_no_exchange():
    verdicts = day_verdicts(athlete(), read_week("Mon E*d | Wed H"), "s1")
    assert [found.possible for found in verdicts] == [True] + [False] * 6
    assert verdicts[2].text == "This session keeps its day. Free the day to move it to Wednesday."
    assert not any(found.exchange for found in verdicts)


# in a repair


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("H*d | H | - | - | - | - | -", {"s2"}),
        ("H*h | H*d | - | - | - | - | -", {"s1"}),
    ],
)
def test_a_repair_moves_what_is_free_to_move(text, moved):
    proposals = repair(athlete(availability=evenings("0123456")), read_week(text))
    assert {m.session.id for m in proposals[0].moves} == moved
    assert all(found.week.find(s.id).locks == s.locks for found in proposals for s in read_week(text).sessions)


def test_a_kept_hour_goes_to_a_day_that_has_it():
    who = athlete(availability=windows("0 17:00-20:00, 1 17:00-20:00, 3 06:00-08:00, 4 17:00-20:00"))
    proposals = repair(who, read_week("Mon H | Tue H*h"))
    places = {(m.to.day, m.to.start) for found in proposals for m in found.moves if m.session.id == "s2" and m.to}
    assert places == {(4, 1080)}


def test_a_kept_order_is_not_turned_by_a_repair():
    week = read_week("F+H(LF)*o | - | - | - | - | - | -")
    assert all(m.to is None for found in repair(athlete(), week) for m in found.moves)


# in a plan


def planned(given, who=None):
    """A week planned around these sessions, valid and honest about its score."""
    who = who or athlete(availability=evenings("0123456", "17:00-20:00"))
    found = plan_week(who, fixed=read_week(given).sessions)
    assert found.evaluation == evaluate(who, found.week)
    return found


def test_what_is_kept_is_kept_and_the_rest_is_the_planners():
    found = planned("Tue 17:30 H*d")
    kept = found.week.find("s1")
    assert (kept.day, kept.run.intensity, kept.locks) == (1, "hard", {Lock.DAY})
    assert kept.start == 1020
    assert found.evaluation.valid


def test_a_kept_hour_may_lie_on_any_day():
    kept = planned("Tue 17:30 H*h").week.find("s1")
    assert kept.start == 1050


def test_minutes_are_the_weeks_unless_the_content_is_kept():
    who = athlete(availability=evenings("0123456", "17:00-20:00"))
    usual = plan_week(who).week
    easy = next(s.run.minutes for s in usual.sessions if s.kind is Kind.RUN_ONLY and s.run.intensity == "easy")
    assert planned("Tue E55*c", who).week.find("s1").run.minutes == 55
    assert planned("Tue E55*d", who).week.find("s1").run.minutes == easy


def test_a_kept_long_run_that_its_day_does_not_hold_goes_to_another_and_says_so():
    hours = windows("0 18:00-19:00, 2 18:00-20:00, 3 18:00-19:00, 4 06:00-06:40, 5 08:00-09:00")
    who = athlete(goal="endurance", availability=hours, long_run_weekday=4)
    found = planned("Wed L60*c", who)
    assert (found.week.find("s1").day, found.week.find("s1").run.minutes) == (5, 60)
    assert "Saturday" in next(step.text for step in found.changes if step.step == "long_run_day")


def test_a_kept_session_counts_towards_the_week():
    free, kept = planned("-").week, planned("Wed L*d | Fri F*h").week
    assert sum(s.run is not None for s in kept.sessions) == sum(s.run is not None for s in free.sessions)
    assert sum(s.lift is not None for s in kept.sessions) == sum(s.lift is not None for s in free.sessions)


@pytest.mark.parametrize("order", Order)
def test_a_kept_order_holds_on_whichever_day(order):
    mark = "RF" if order is Order.RUN_FIRST else "LF"
    found = planned(f"Tue E+U({mark})*o").week.find("s1")
    assert (found.kind, found.order) == (Kind.COMBINED, order)


@pytest.mark.parametrize("text", ["Thu M30*d", "Thu X(walk)*d", "Thu C*d"])
def test_what_no_prescription_asks_for_stays_too(text):
    found = planned(text).week.find("s1")
    assert (found.day, found.kind) == (3, read_week(text).sessions[0].kind)


def test_two_sessions_that_keep_one_day_are_placed_together():
    who = athlete(availability=windows("1 06:00-09:00, 1 17:00-20:00, 3 17:00-20:00, 5 08:00-12:00"))
    found = planned("Tue 06:00 E*d, 18:00 U*d", who)
    assert [found.week.find(name).day for name in ("s1", "s2")] == [1, 1]
    assert found.evaluation.valid


def test_a_session_that_keeps_its_day_shares_it_with_one_that_stands():
    who = athlete(availability=windows("1 06:00-09:00, 1 17:00-20:00, 3 17:00-20:00, 5 08:00-12:00"))
    found = planned("Tue 06:00 E*, 17:00 U*d", who)
    assert [found.week.find(name).day for name in ("s1", "s2")] == [1, 1]
    assert found.evaluation.valid


def test_closed_days_take_what_keeps_them_and_nothing_else():
    who = athlete(availability=evenings("0123456", "17:00-20:00"))
    found = plan_week(who, fixed=read_week("Tue F*d").sessions, closed_days=frozenset({0, 1}))
    assert [s.id for s in found.week.sessions if s.day < 2] == ["s1"]


@pytest.mark.parametrize("grains", GRAINS)
def test_a_shared_session_is_kept_where_another_day_got_two_instead_of_one(grains):
    hours = windows("0 06:00-07:00, 0 18:00-19:00, 2 18:00-20:00, 4 18:00-20:00, 5 18:00-20:00")
    who = athlete("muscle", availability=hours)
    shared = next(s for s in plan_week(who).week.sessions if s.kind is Kind.COMBINED and s.day == 5)
    found = plan_week(who, fixed=(with_locks(shared, grains),), closed_days=frozenset({2, 4}))
    again = found.week.find(shared.id)
    assert (again.kind, again.locks) == (Kind.COMBINED, grains)
    assert not grains & {Lock.DAY} or again.day == 5


def test_who_may_run_little_keeps_an_optimum_of_which_one_day_is_locked():
    hours = windows("0 07:00-08:30, 1 14:00-15:30, 4 14:00-15:30")
    who = athlete("fat_loss", availability=hours, run_level=Level.BEGINNER, weekly_run_minutes=0)
    first = plan_week(who)
    for session in first.week.sessions:
        again = plan_week(who, fixed=(with_locks(session, [Lock.DAY]),))
        assert again.evaluation.score == first.evaluation.score
        assert again.changes == first.changes == ()


# where a lock cannot be honoured


def lock_changes(found):
    return [change.text for change in found.changes if change.step == "lock"]


def test_a_lock_that_has_no_place_gives_way_and_is_told():
    found = planned("Tue 12:00 E*dh")
    kept = found.week.find("s1")
    assert (kept.day, kept.start) == (1, 1020)
    assert lock_changes(found) == [
        "Tuesday's easy run could not keep its hour: your hours and the rules leave no such place. "
        f"It is on Tuesday 17:00 now, {kept.minutes} min. It still keeps its day."
    ]
    assert kept.locks == {Lock.DAY, Lock.HOUR}
    assert found.evaluation.valid


def test_locks_give_way_last():
    who = athlete("endurance", availability=evenings("0123", "17:00-20:00"))
    found = planned("Tue H*d", who)
    assert found.week.find("s1").day == 1
    assert not lock_changes(found)


def test_of_two_hard_runs_kept_on_neighbouring_days_one_goes_elsewhere():
    found = planned("Tue H*d | Wed H*d")
    assert found.evaluation.valid
    assert [found.week.find(name).run.intensity for name in ("s1", "s2")] == ["hard", "hard"]
    assert found.week.find("s1").day == 1
    assert "could not keep its day" in lock_changes(found)[0]
    assert len(lock_changes(found)) == 1


def test_what_fits_nowhere_stays_as_it_is():
    who = athlete(availability=windows("1 17:00-18:00 lift, 3 17:00-18:00 lift, 5 17:00-18:00 lift"))
    found = planned("Mon H*d", who)
    assert found.week.find("s1") == read_week("Mon H*d").sessions[0]
    assert lock_changes(found) == [
        "Monday's hard run stays as it is: with what it keeps it has no place that breaks no rule."
    ]
    assert not found.optimal


def test_more_kept_sessions_than_can_be_told_apart_are_no_harm():
    found = planned(" | ".join(["06:00 X*d, 12:00 X*d, 18:00 X*d"] * 7))
    assert len([s for s in found.week.sessions if s.locks]) == 21
