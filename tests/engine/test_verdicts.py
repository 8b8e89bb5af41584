"""The verdict of every day and place before a session is dropped: what the rules say after the drop."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.engine.domain import DAYS, Week
from planner.engine.evaluate import evaluate
from planner.engine.judge import judge
from planner.engine.moves import Impossible, exchange, flip, move
from planner.engine.notation import read_week
from planner.engine.verdicts import ELSEWHERE, GRAVITY, day_verdicts, verdicts, visiting
from planner.engine.vocabulary import Order, Verdict
from tests.engine.random_weeks import hands
from tests.engine.weeks import around, athlete, evenings, windows

FEW = settings(max_examples=60, deadline=None, derandomize=True)

ALONE = around(before="Mon -", after="Mon -")
WEEK = "Mon U+H(RF) | Tue Lo+E(LF) | Wed U+E(RF) | Thu Lo+E(LF) | Fri U+E(RF)"


def by_day(text, session="s1", who=None, **more):
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
    found = by_day("Mon H | Wed H | Fri E")
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
    for verdict in by_day(text, session, who):
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
    found = by_day("Wed E", closed_days=frozenset({0, 1}))
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
    assert by_day(text, session, context=ALONE)[day].exchange == told


def test_an_exchange_that_costs_says_so():
    who = athlete(availability=evenings("01345"), lifts_per_week=0)
    found = by_day("Mon F | Fri U | Sat L", "s1", who, context=ALONE)
    assert found[4].exchange == "Exchange with Friday: costs the week something."


@pytest.mark.parametrize(("session", "day"), [("s1", 2), ("s2", 0)])
def test_days_that_are_over_are_not_exchanged(session, day):
    found = by_day("Mon E | Wed H", session, closed_days=frozenset({0, 1}), context=ALONE)
    assert (found[day].possible, found[day].exchange) == (False, "")


def test_an_exchange_is_told_as_the_rules_judge_it():
    week, who = read_week(WEEK), athlete()
    now = evaluate(who, week)
    for verdict in by_day(WEEK, "s1"):
        if verdict.possible:
            continue
        then = evaluate(who, exchange(who, week, "s1", verdict.day))
        new = {(f.rule, f.text) for f in then.findings} - {(f.rule, f.text) for f in now.findings}
        hard = any(f.severity == "hard" and (f.rule, f.text) in new for f in then.findings)
        assert (verdict.exchange.endswith("breaks a rule.")) is hard
        assert (verdict.exchange.endswith("fits.")) is (not hard and (not new or then.score <= now.score))


def test_a_locked_session_goes_nowhere_else():
    found = by_day("Wed E*")
    assert words(found) == ["breaks", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[0].text == "This session is locked. Unlock it to move it."


def test_a_day_without_hours_breaks_the_rule_of_hours():
    found = by_day("Mon E", who=athlete(availability=evenings("02")))
    assert words(found) == ["ok", "breaks", "ok", "breaks", "breaks", "breaks", "breaks"]
    assert found[1].text.startswith("We only use the days and times you gave us (")


def test_a_cost_is_a_caution():
    found = by_day("Mon F | Tue - | Thu F | Sat L", "s3", athlete(availability=evenings("01345")))
    assert (found[4].verdict, found[4].cost) == (Verdict.CAUTION, 10)
    assert found[4].text.startswith("Keep the day before a hard or long run free of leg work (")


def test_the_weeks_around_take_part():
    alone = by_day("Wed H", context=around(before="Mon -", after="Mon -"))
    assert words(alone) == ["ok"] * 7
    between = by_day("Wed H", context=around(before="Sun H", after="Mon H"))
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
    assert by_day("Mon E", who=who)[1].start == start


def test_a_session_keeps_three_hours_where_the_day_has_them():
    who = athlete(availability=windows("0 17:00-20:00, 1 09:00-20:00"))
    (found,) = [v for v in by_day("Mon 18:00 E | Tue 17:00 X", who=who, context=ALONE) if v.day == 1]
    assert (found.start, found.verdict, found.text) == (9 * 60, Verdict.OK, "Fits.")


def test_a_session_makes_room_for_what_is_there():
    who = athlete(availability=windows("0 17:00-20:00, 1 17:00-20:00"))
    found = by_day("Mon E | Tue 18:00 U40", who=who)[1]
    assert found.start == 1020
    assert found.verdict is Verdict.BREAKS  # less than three hours between them


# every place


def drop(week, session_id, found):
    """The week after the drop that a verdict speaks of, or the reason why there is none."""
    session = week.find(session_id)
    try:
        if (found.day, found.start) != (session.day, session.start):
            week = move(week, session_id, found.day, found.start)
        return week if found.order is session.order else flip(week, session_id), None
    except Impossible as reason:
        return None, str(reason)


@FEW
@given(hands(), st.frozensets(st.integers(0, DAYS - 1), max_size=3))
def test_every_place_means_what_the_rules_say_after_the_drop(hand, closed):
    who, week, session_id, context = hand
    now = evaluate(who, week, context)
    session = week.find(session_id)
    for found in verdicts(who, week, session_id, context=context, closed_days=closed):
        told = (found.verdict, found.text, found.cost, found.possible)
        if found.day in closed:
            assert told == (Verdict.BREAKS, "This day is over.", 0, False)
            continue
        if (found.day, found.start, found.order) == (session.day, session.start, session.order):
            assert told == (Verdict.OK, "It is here now.", 0, True)
            continue
        then, reason = drop(week, session_id, found)
        if then is None:
            assert told == (Verdict.BREAKS, reason, 0, False)
            continue
        judged = judge(now, evaluate(who, then, context))
        assert told == (judged.verdict, judged.text, judged.cost, True)
        assert found.rule == (judged.finding.rule if judged.finding else None)


@FEW
@given(hands())
def test_every_window_position_and_order_has_a_verdict(hand):
    who, week, session_id, context = hand
    session = week.find(session_id)
    found = verdicts(who, week, session_id, context=context)
    assert {v.order for v in found} == (set(Order) if session.order else {None})
    for day in range(DAYS):
        today = [v for v in found if v.day == day and v.order is session.order]
        assert {v.window for v in today} >= set(who.windows_on(day))
        assert {v.position for v in today} >= {*range(len([s for s in week.by_day[day] if s.id != session_id]) + 1)}


@FEW
@given(hands(), st.frozensets(st.integers(0, DAYS - 1), max_size=3))
def test_a_day_is_as_good_as_its_best_place(hand, closed):
    who, week, session_id, context = hand
    session, more = week.find(session_id), {"context": context, "closed_days": closed}
    found = [v for v in verdicts(who, week, session_id, **more) if v.order is session.order]
    for day in day_verdicts(who, week, session_id, **more):
        places = [v for v in found if v.day == day.day]
        if day.day == session.day and day.day not in closed:
            assert (day.start, day.verdict, day.text, day.cost) == (session.start, Verdict.OK, "It is here now.", 0)
            continue
        assert day.possible is any(v.possible for v in places)
        if not day.possible:
            assert day.start == session.start
            continue
        assert (day.start, day.verdict, day.text, day.cost) in [(v.start, v.verdict, v.text, v.cost) for v in places]
        ranked = [(GRAVITY.index(v.verdict), max(v.cost, 0)) for v in places if v.possible]
        assert (GRAVITY.index(day.verdict), max(day.cost, 0)) == min(ranked)


def tuesday(text, free, before="Mon -"):
    """The places of Tuesday for the session of Wednesday: hour, order, verdict, cost and sentence."""
    week = read_week(text)
    (session,) = week.by_day[2]
    who = athlete("endurance", availability=windows(f"2 05:00-22:00, {free}"))
    found = verdicts(who, week, session.id, context=around(before=before, after="Mon -"))
    return [(v.start // 60, v.order, v.verdict, v.cost, v.text) for v in found if v.day == 1]


def test_the_hours_decide_between_two_windows_of_a_day():
    morning, evening = tuesday("Wed 18:00 H", "1 05:00-07:00, 1 17:00-20:00", before="Sun 10:00 Lo")
    assert morning == (
        5,
        None,
        Verdict.CAUTION,
        2,
        "Two days after leg day your legs are back "
        "(Sunday 10:00 lower-body lift ended 42 h before Tuesday 05:00 hard run; 44 h are better).",
    )
    assert evening == (18, None, Verdict.OK, 0, "Fits.")


def test_before_and_after_what_is_there_are_two_places():
    before, after = tuesday("Tue 12:00 U | Wed 19:00 E", "1 05:00-20:00")
    assert before == (5, None, Verdict.OK, 0, "Fits.")
    assert after == (
        19,
        None,
        Verdict.CAUTION,
        4,
        "Run in the morning, lift in the evening "
        "(Tuesday 12:00 upper-body lift ended 6.3 h before Tuesday 19:00 easy run).",
    )


def test_a_combined_session_is_judged_in_both_orders():
    found = tuesday("Mon 18:00 E+U(RF) | Wed 18:00 E+Lo(LF) | Fri 18:00 E+U(RF)", "1 17:00-20:00")
    assert [(one[1], one[2]) for one in found] == [(Order.LIFT_FIRST, Verdict.OK), (Order.RUN_FIRST, Verdict.CAUTION)]


class TestVisiting:
    """A session of another week in the hand."""

    HERE = "Mon Lo | Wed H | Fri E"

    def visitor(self, text="Tue H"):
        return replace(read_week(text).sessions[0], id="visitor")

    def test_every_day_and_place_is_what_the_rules_say_with_it_there(self):
        who, week, session = athlete(), read_week(self.HERE), self.visitor()
        context, left = around(before="Mon - | Sun H", after="Mon -"), ALONE
        days, places = visiting(who, week, session, context=context, left=left)
        now = evaluate(who, week, context)
        assert [day.day for day in days] == list(range(DAYS))
        assert {place.day for place in places} == set(range(DAYS))
        for found in (*days, *places):
            if found.possible:
                there = Week.of([*week.sessions, session.moved(found.day, found.start)])
                told = judge(now, evaluate(who, there, left))
                assert (found.verdict, found.text, found.cost) == (told.verdict, told.text, told.cost)

    def test_a_taken_day_is_not_exchanged_with_another_week(self):
        days, _ = visiting(athlete(), read_week(self.HERE), self.visitor())
        assert [day.day for day in days if not day.possible] == [2, 4]
        assert not any(day.exchange for day in days)

    def test_closed_days_take_nothing(self):
        days, _ = visiting(athlete(), read_week(self.HERE), self.visitor(), closed_days=frozenset({0, 1}))
        assert [day.text for day in days[:2]] == ["This day is over."] * 2

    @pytest.mark.parametrize(
        ("text", "reason"), [("Tue H*d", ELSEWHERE), ("Tue H*", "This session is locked. Unlock it to move it.")]
    )
    def test_what_keeps_its_day_stays(self, text, reason):
        days, _ = visiting(athlete(), read_week(self.HERE), self.visitor(text))
        assert {(day.possible, day.text) for day in days} == {(False, reason)}
