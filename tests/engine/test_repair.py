"""Repair: the fewest moves first, then the score; nothing that stands is touched; proven against brute force."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from planner.engine import evaluate, repair
from planner.engine.domain import DAYS, Athlete, Session, Week, Window
from planner.engine.notation import read_week
from planner.engine.vocabulary import Goal, Level, Lock

EVENINGS = tuple(Window(day, 18 * 60, 20 * 60) for day in range(DAYS))


def athlete(days: str = "0123456", goal: Goal = Goal.GENERAL) -> Athlete:
    windows = tuple(w for w in EVENINGS if str(w.day) in days)
    level = Level.INTERMEDIATE
    return Athlete(goal, windows, run_level=level, lift_level=level, longest_recent_run_minutes=90)


def moved(before: Week, after: Week) -> int:
    return sum(after.find(s.id) != s for s in before.sessions)


def fewest_moves(who: Athlete, week: Week) -> tuple[int, float] | None:
    """The least number of sessions to place or turn anew for a valid week, and the best score with it: tried out."""
    places = [(w.day, w.start) for w in who.windows]
    for count in range(len(week.sessions) + 1):
        scores = [
            judged.score
            for chosen in combinations(week.sessions, count)
            for options in product(*(list(_elsewhere(s, places)) for s in chosen))
            if (judged := evaluate(who, _with(week, options))).valid
        ]
        if scores:
            return count, min(scores)
    return None


def _elsewhere(session: Session, places: list[tuple[int, int]]) -> list[Session]:
    orders = (session.order, session.order.other) if session.order else (None,)
    options = [replace(session, day=d, start=s, order=o) for d, s in places for o in orders]
    return [option for option in options if option != session and keeps_its_locks(session, option)]


def keeps_its_locks(session: Session, option: Session) -> bool:
    """Whether what the session keeps is the same at the other place."""
    kept = {
        Lock.DAY: session.day == option.day,
        Lock.HOUR: session.start == option.start,
        Lock.ORDER: session.order is option.order,
    }
    return all(same for lock, same in kept.items() if lock in session.locks)


def _with(week: Week, sessions: tuple[Session, ...]) -> Week:
    changed = {s.id: s for s in sessions}
    return Week.of([changed.get(s.id, s) for s in week.sessions])


def test_a_valid_week_needs_no_repair():
    assert repair(athlete(), read_week("H | - | F | - | L | - | -")) == ()


def test_one_move_mends_two_hard_days_in_a_row():
    first, *others = repair(athlete(), read_week("H | H | - | - | L | - | -"))
    assert [len(p.moves) for p in (first, *others)] == sorted(len(p.moves) for p in (first, *others))
    assert len(first.moves) == 1
    assert first.evaluation.valid


def test_turning_the_order_in_place_comes_before_moving_to_another_day():
    week = read_week("F+H(LF) | - | - | - | - | - | -")
    move = repair(athlete(), week)[0].moves[0]
    assert move.text == "Turn the order of Monday's full-body lift then hard run."
    assert move.to == replace(move.session, order=move.session.order.other)


def test_proposals_differ_in_days_or_orders_not_only_in_hours():
    proposals = repair(athlete(), read_week("F | F | - | - | - | - | -"))
    shapes = {tuple((s.id, s.day, s.order) for s in p.week.sessions) for p in proposals}
    assert len(shapes) == len(proposals) == 3


def test_locked_and_fixed_sessions_are_never_touched():
    week = read_week("F* | F | - | F | - | - | -")
    third = week.sessions[2].id
    moved_in_each = [{m.session.id for m in p.moves} for p in repair(athlete(), week, fixed=frozenset({third}))]
    assert moved_in_each
    assert set().union(*moved_in_each) == {week.sessions[1].id}


def test_closed_days_take_nothing():
    week = read_week("H | H | - | - | - | - | -")
    proposals = repair(athlete(), week, closed_days=frozenset({2, 3, 4}))
    taken = {m.to.day for proposal in proposals for m in proposal.moves if m.to}
    assert taken
    assert not taken & {2, 3, 4}


def test_a_session_is_left_out_only_where_no_move_makes_room():
    week = read_week("E | F | - | - | - | - | -")
    crowded = athlete(days="0")
    (only,) = {len(p.week.sessions) for p in repair(crowded, week)}
    assert only == 1
    assert "Leave out" in repair(crowded, week)[0].moves[-1].text


@pytest.mark.parametrize("seed", range(12))
def test_no_valid_week_has_fewer_moves_than_the_first_proposal(seed):
    rng = Random(seed)
    kinds = rng.sample(["H", "L", "E", "F", "U", "Lo", "E+U(RF)", "H+Lo(LF)", "E+Lo(LF)", "F"], 3)
    cells = kinds + ["-"] * 4
    rng.shuffle(cells)
    who = athlete(days="".join(sorted(rng.sample("0123456", 5))), goal=rng.choice(list(Goal)))
    week = read_week(" | ".join(cells))
    brute = fewest_moves(who, week)
    proposals = repair(who, week)
    if brute is None:
        assert all(len(p.week.sessions) < len(week.sessions) for p in proposals)
    elif brute[0] == 0:
        assert proposals == ()
    else:
        first = proposals[0]
        assert (moved(week, first.week), first.evaluation.score) == pytest.approx(brute)
        assert first.evaluation.valid


LATE = tuple(Window(day, 20 * 60, 22 * 60) for day in (1, 3, 5))


@pytest.mark.parametrize("seed", range(16))
def test_no_valid_week_that_honours_the_locks_has_fewer_moves(seed):
    rng = Random(seed)
    kinds = rng.sample(["H", "L", "E", "F", "U", "Lo", "E+U(RF)", "H+Lo(LF)", "E+Lo(LF)", "F"], 3)
    cells = [f"{kind}*{rng.choice(['d', 'h', 'o', 'dh', 'ho', 'hc', 'c'])}" for kind in kinds] + ["-"] * 4
    rng.shuffle(cells)
    who = athlete(days="".join(sorted(rng.sample("0123456", 5))), goal=rng.choice(list(Goal)))
    who = replace(who, availability=(*who.availability, *LATE))
    week = read_week(" | ".join(cells))
    brute = fewest_moves(who, week)
    proposals = repair(who, week)
    for proposal in proposals:
        assert all(keeps_its_locks(week.find(s.id), s) for s in proposal.week.sessions)
    if brute is None:
        assert all(len(p.week.sessions) < len(week.sessions) for p in proposals)
    elif brute[0] == 0:
        assert proposals == ()
    else:
        assert (moved(week, proposals[0].week), proposals[0].evaluation.score) <= brute
