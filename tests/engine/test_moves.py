"""What a hand does to a week: moves, flips, and the verdict of every day before a session is dropped."""

import pytest

from planner.engine.evaluate import evaluate
from planner.engine.moves import Impossible, check_place, day_verdicts, exchange, flip, move
from planner.engine.notation import read_week, write_week
from planner.engine.vocabulary import Order, Verdict
from tests.engine.weeks import around, athlete, evenings, windows

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


def verdicts(text, session="s1", who=None, **more):
    return day_verdicts(who or athlete(), read_week(text), session, **more)


def after(who, week, session, verdict):
    """The rules' word on the week after the move that a verdict speaks of, or the reason why there is none."""
    try:
        return evaluate(who, move(week, session, verdict.day, verdict.start)), None
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
            assert (verdict.verdict, verdict.text, verdict.possible) == (Verdict.BREAKS, reason, False)
            continue
        assert (verdict.possible, verdict.exchange) == (True, "")
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
    assert [v.possible for v in found] == [False] * 2 + [True] * 5


@pytest.mark.parametrize(
    ("text", "session", "day", "told"),
    [
        ("Mon E | Wed H | Fri F", "s1", 2, "Exchange with Wednesday: fits."),
        ("Mon H | Wed E | Thu L", "s1", 2, "Exchange with Wednesday: breaks a rule."),
        ("Mon U | Wed Lo", "s1", 2, "Exchange with Wednesday: fits."),
        ("Mon E* | Wed H", "s2", 0, ""),  # what is locked does not give way
        ("Mon E | Wed H*", "s2", 0, ""),
        ("Mon E | Wed H", "s1", 4, ""),  # possible, so there is nothing to get out of
    ],
)
def test_a_taken_day_tells_what_an_exchange_would_mean(text, session, day, told):
    assert verdicts(text, session, context=ALONE)[day].exchange == told


def test_an_exchange_that_costs_says_so():
    who = athlete(availability=evenings("01345"), lifts_per_week=0)
    found = verdicts("Mon F | Fri U | Sat L", "s1", who, context=ALONE)
    assert found[4].exchange == "Exchange with Friday: costs the week something."


@pytest.mark.parametrize(("session", "day"), [("s1", 2), ("s2", 0)])
def test_days_that_are_over_are_not_exchanged(session, day):
    found = verdicts("Mon E | Wed H", session, closed_days=frozenset({0, 1}), context=ALONE)
    assert (found[day].possible, found[day].exchange) == (False, "")


def test_an_exchange_is_told_as_the_rules_judge_it():
    week, who = read_week(WEEK), athlete()
    now = evaluate(who, week)
    for verdict in verdicts(WEEK, "s1"):
        if verdict.possible:
            continue
        then = evaluate(who, exchange(who, week, "s1", verdict.day))
        new = {(f.rule, f.text) for f in then.findings} - {(f.rule, f.text) for f in now.findings}
        hard = any(f.severity == "hard" and (f.rule, f.text) in new for f in then.findings)
        assert (verdict.exchange.endswith("breaks a rule.")) is hard
        assert (verdict.exchange.endswith("fits.")) is (not hard and (not new or then.score <= now.score))


def test_a_locked_session_goes_nowhere_else():
    found = verdicts("Wed E*")
    assert words(found) == ["breaks", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[0].text == "This session is locked. Unlock it to move it."


def test_a_day_without_hours_breaks_the_rule_of_hours():
    found = verdicts("Mon E", who=athlete(availability=evenings("02")))
    assert words(found) == ["ok", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[1].text.startswith("We only use the days and times you gave us (")


def test_a_cost_is_a_caution():
    found = verdicts("Mon F | Tue - | Thu F | Sat L", "s3", athlete(availability=evenings("01345")))
    assert (found[4].verdict, found[4].cost) == (Verdict.CAUTION, 10)
    assert found[4].text.startswith("Keep the day before a hard or long run free of leg work (")


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


def test_a_session_keeps_three_hours_where_the_day_has_them():
    who = athlete(availability=windows("0 17:00-20:00, 1 09:00-20:00"))
    (found,) = [v for v in verdicts("Mon 18:00 E | Tue 17:00 X", who=who, context=ALONE) if v.day == 1]
    assert (found.start, found.verdict, found.text) == (9 * 60, Verdict.OK, "Fits.")


def test_a_session_makes_room_for_what_is_there():
    who = athlete(availability=windows("0 17:00-20:00, 1 17:00-20:00"))
    found = verdicts("Mon E | Tue 18:00 U40", who=who)[1]
    assert found.start == 1020
    assert found.verdict is Verdict.BREAKS  # less than three hours between them
