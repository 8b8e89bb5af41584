"""What a hand does to a week: moves, flips, and the verdict of every day before a session is dropped."""

import pytest

from planner.engine.evaluate import evaluate
from planner.engine.moves import Impossible, check_place, day_verdicts, flip, move
from planner.engine.notation import read_week, write_week
from planner.engine.vocabulary import Order, Verdict
from tests.engine.weeks import around, athlete, evenings, windows

WEEK = "Mon U+H(RF) | Tue Lo+E(LF) | Wed U+E(RF) | Thu Lo+E(LF) | Fri U+E(RF)"


def moved(text, session, day, start=1080):
    return write_week(move(athlete(), read_week(text), session, day, start))


def test_a_session_moves_and_the_rest_stays():
    assert moved("Mon E | Wed F", "s1", 4, 420) == write_week(read_week("Wed F | Fri am E"))


def test_a_session_may_move_within_its_day():
    assert moved("Mon E", "s1", 0, 425) == "Mon 07:05 E | Tue - | Wed - | Thu - | Fri - | Sat - | Sun -"


def test_a_moved_session_keeps_its_id():
    week = move(athlete(), read_week("Mon E | Wed F"), "s1", 6, 420)
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


def verdicts(text, session="s1", who=None, **more):
    return day_verdicts(who or athlete(), read_week(text), session, **more)


def after(who, week, session, verdict):
    """The rules' word on the week after the move that a verdict speaks of, or the reason why there is none."""
    try:
        return evaluate(who, move(who, week, session, verdict.day, verdict.start)), None
    except Impossible as reason:
        return None, str(reason)


def words(found):
    return [str(verdict.verdict) for verdict in found]


def test_every_day_has_a_verdict_and_its_own_day_is_fine():
    found = verdicts("Mon H | Wed H | Fri E")
    assert [v.day for v in found] == list(range(7))
    assert (found[0].verdict, found[0].text, found[0].cost) == (Verdict.OK, "It is here now.", 0)
    assert words(found) == ["ok", "breaks", "breaks", "breaks", "breaks", "ok", "ok"]


@pytest.mark.parametrize(
    ("text", "session"),
    [
        (WEEK, "s1"),
        (WEEK, "s4"),
        ("E | F | E | X | F | L | -", "s6"),
        ("E | F | E | X | F | L | -", "s4"),
        ("am E, pm U | E, Lo | - | C | - | L | -", "s2"),
    ],
)
@pytest.mark.parametrize("goal", ["general", "endurance", "strength"])
def test_a_verdict_is_what_the_rules_say_after_the_move(text, session, goal):
    who, week = athlete(goal), read_week(text)
    now = evaluate(who, week)
    for verdict in verdicts(text, session, who):
        then, reason = after(who, week, session, verdict)
        if then is None:
            assert (verdict.verdict, verdict.text) == (Verdict.BREAKS, reason)
            continue
        old = {(f.rule, f.text) for f in now.findings}
        new = [f for f in then.findings if (f.rule, f.text) not in old]
        breaks = any(f.severity == "hard" for f in new)
        assert (verdict.verdict is Verdict.BREAKS) is breaks
        assert verdict.cost == then.score - now.score
        if verdict.verdict is Verdict.OK:
            assert verdict.cost <= 0 or not new
        else:
            assert verdict.text in {f.text for f in new}


def test_a_day_that_is_over_takes_nothing():
    found = verdicts("Wed E", closed_days=frozenset({0, 1}))
    assert [(v.verdict, v.text) for v in found[:2]] == [(Verdict.BREAKS, "This day is over.")] * 2
    assert words(found[2:]) == ["ok"] * 5


def test_a_locked_session_goes_nowhere_else():
    found = verdicts("Wed E*")
    assert words(found) == ["breaks", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[0].text == "This session is locked. Unlock it to move it."


def test_a_day_without_hours_breaks_the_rule_of_hours():
    found = verdicts("Mon E", who=athlete(availability=evenings("02")))
    assert words(found) == ["ok", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[1].text.startswith("We only use the days and times you gave us.")


def test_a_cost_is_a_caution():
    found = verdicts("Mon F | Tue - | Thu F | Sat L", "s3", athlete(availability=evenings("01345")))
    assert (found[4].verdict, found[4].cost) == (Verdict.CAUTION, 10)
    assert found[4].text.startswith("Keep the day before a hard or long run free of leg work.")


def test_the_weeks_around_take_part():
    alone = verdicts("Wed H", context=around(before="Mon -", after="Mon -"))
    assert words(alone) == ["ok"] * 7
    between = verdicts("Wed H", context=around(before="Sun H", after="Mon H"))
    assert words(between) == ["breaks", "ok", "ok", "ok", "ok", "ok", "breaks"]


@pytest.mark.parametrize(
    ("free", "start"),
    [
        ("1 17:00-20:00", 1080),  # its own hour where that is free
        ("1 06:00-07:30", 360),  # else where the window opens
        ("1 00:00-12:00", 420),  # a wide window that opens in the night from seven
        ("1 06:00-06:20, 1 20:00-21:00", 1200),  # the first window that holds it
    ],
)
def test_a_session_would_start_where_the_day_has_room(free, start):
    who = athlete(availability=windows(f"0 17:00-20:00, {free}"))
    assert verdicts("Mon E", who=who)[1].start == start


def test_a_session_makes_room_for_what_is_there():
    who = athlete(availability=windows("0 17:00-20:00, 1 17:00-20:00"))
    found = verdicts("Mon E | Tue 18:00 U40", who=who)[1]
    assert found.start == 1020
    assert found.verdict is Verdict.BREAKS  # less than three hours between them
