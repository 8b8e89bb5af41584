"""What a hand does to a week: moves, exchanges, flips."""

import pytest

from planner.engine.moves import Impossible, check_place, exchange, flip, move
from planner.engine.notation import read_week, write_week
from planner.engine.vocabulary import Order
from tests.engine.weeks import around, athlete, windows

ALONE = around(before="Mon -", after="Mon -")
WEEK = "Mon U+H(RF) | Tue Lo+E(LF) | Wed U+E(RF) | Thu Lo+E(LF) | Fri U+E(RF)"


def moved(text, session, day, start=1080):
    return write_week(move(read_week(text), session, day, start))


def test_a_session_moves_and_the_rest_stays():
    assert moved("Mon E | Wed F", "s1", 4, 420) == write_week(read_week("Wed F | Fri am E"))


def test_a_session_may_move_within_its_day():
    assert moved("Mon E", "s1", 0, 425) == "Mon 07:05 E | Tue - | Wed - | Thu - | Fri - | Sat - | Sun -"


def test_a_moved_session_keeps_its_id():
    week = move(read_week("Mon E | Wed F"), "s1", 6, 420)
    assert [s.id for s in week.sessions] == ["s2", "s1"]


def test_a_run_and_a_lift_may_share_a_day():
    assert "Wed E, F" in moved("Mon E | Wed F", "s1", 2, 420)


@pytest.mark.parametrize(
    ("text", "session", "day", "start", "reason"),
    [
        ("Mon E | Tue H", "s1", 1, 420, "Tuesday already has a run; nobody runs twice in a day."),
        ("Mon E | Tue F+H(RF)", "s1", 1, 420, "Tuesday already has a run; nobody runs twice in a day."),
        ("Mon F | Tue U", "s1", 1, 420, "Tuesday already has a lift; nobody lifts twice in a day."),
        ("Mon F | Tue C", "s1", 1, 420, "Tuesday already has a lift; nobody lifts twice in a day."),
        ("Mon E | Tue F", "s1", 1, 1051, "Tuesday is taken from 18:00 to 18:40."),
        ("Mon E | Tue F", "s1", 1, 1119, "Tuesday is taken from 18:00 to 18:40."),
        ("Mon E | Tue F", "s1", 1, 1090, "Tuesday is taken from 18:00 to 18:40."),
        ("Mon E", "s1", 1, 1411, "Starting at 23:31 it would end after midnight."),
        ("Mon E", "s1", 7, 600, "That is not a day of this week."),
        ("Mon E", "s1", -1, 600, "That is not a day of this week."),
        ("Mon E", "s1", 3, -5, "That is not a day of this week."),
        ("Mon E*", "s1", 3, 600, "This session is locked. Unlock it to move it."),
    ],
)
def test_a_move_that_cannot_be_says_why(text, session, day, start, reason):
    with pytest.raises(Impossible) as caught:
        moved(text, session, day, start)
    assert str(caught.value) == reason


@pytest.mark.parametrize("start", [1050, 1120])
def test_sessions_may_touch(start):
    assert moved("Mon E | Tue F", "s1", 1, start)


def test_a_session_may_end_at_midnight():
    assert "Tue 23:30 E" in moved("Mon E", "s1", 1, 1410)


def test_an_unknown_session_is_no_session():
    with pytest.raises(KeyError):
        moved("Mon E", "s9", 1)


def test_a_new_session_is_checked_against_those_that_are_there():
    new = read_week("Tue am E").sessions[0]
    check_place(read_week("Tue F | Wed E"), new.moved(1, 420))  # s1 is Tuesday's lift: the same id is the same session
    with pytest.raises(Impossible, match="Wednesday already has a run"):
        check_place(read_week("Tue F | Wed E"), new.moved(2, 420))


def exchanged(text, session, day, who=None):
    return write_week(exchange(who or athlete(), read_week(text), session, day))


def test_an_exchange_turns_two_days_round_and_leaves_the_others():
    assert exchanged("Mon H | Wed E | Fri F, X", "s1", 4) == write_week(read_week("Mon F, X | Wed E | Fri H"))
    week = exchange(athlete(), read_week("Mon H | Wed E"), "s1", 2)
    assert [s.id for s in week.sessions] == ["s2", "s1"]


def test_an_exchange_back_is_the_week_as_it_was():
    week = read_week(WEEK)
    assert exchange(athlete(), exchange(athlete(), week, "s1", 3), "s1", 0) == week


def test_an_exchange_takes_the_first_start_that_fits_where_the_hour_is_not_free():
    who = athlete(availability=windows("0 18:00-20:00, 6 08:00-12:00"))
    found = exchange(who, read_week("Mon 18:00 E | Sun 09:00 F"), "s1", 6)
    assert [(s.id, s.day, s.start) for s in found.sessions] == [("s2", 0, 1080), ("s1", 6, 480)]


def test_what_is_locked_stays_in_an_exchange():
    assert exchanged("Mon pm H, am U* | Wed E", "s2", 2) == write_week(read_week("Mon pm E, am U* | Wed H"))


@pytest.mark.parametrize(
    ("text", "session", "day", "reason"),
    [
        ("Mon H | Wed E*", "s1", 2, "Wednesday's easy run stays where it is, so these days cannot be exchanged."),
        ("Mon pm H, am U* | Wed U", "s2", 2, "Monday's upper-body lift stays where it is, so these days cannot"),
        ("Mon H* | Wed E", "s1", 2, "This session is locked. Unlock it to move it."),
        ("Mon H | Wed E", "s1", 4, "Friday is free, so there is nothing to exchange."),
        ("Mon H | Wed E", "s1", 0, "That is not another day of this week."),
        ("Mon H | Wed E", "s1", 7, "That is not another day of this week."),
    ],
)
def test_an_exchange_that_cannot_be_says_why(text, session, day, reason):
    with pytest.raises(Impossible) as caught:
        exchanged(text, session, day)
    assert str(caught.value).startswith(reason)


def test_days_whose_hours_do_not_suffice_are_not_exchanged():
    who = athlete(availability=windows("0 18:00-19:00, 2 06:00-08:00, 2 18:00-20:00"))
    with pytest.raises(Impossible, match="Monday is taken from"):
        exchanged("Mon 18:00 H | Wed 06:00 E, 18:00 F", "s1", 2, who)


def test_a_flip_turns_the_order_and_nothing_else():
    week = read_week("Mon E+F | Wed F+E")
    assert write_week(flip(week, "s1")) == write_week(read_week("Mon F+E | Wed F+E"))
    assert flip(week, "s2").find("s2").order is Order.RUN_FIRST
    assert flip(flip(week, "s1"), "s1") == week


@pytest.mark.parametrize("session", ["E", "F", "C", "X"])
def test_only_combined_sessions_have_an_order_to_turn(session):
    with pytest.raises(Impossible, match=r"^Only a session with a run and a lift has an order to turn\.$"):
        flip(read_week(f"Mon {session}"), "s1")


def test_a_locked_session_is_not_turned():
    with pytest.raises(Impossible, match=r"^This session is locked\. Unlock it to change its order\.$"):
        flip(read_week("Mon E+F*"), "s1")
