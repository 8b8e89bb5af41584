"""Why not there: the smallest change that makes it fit, proven against brute force, told in words, and done."""

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from planner.engine.domain import DAYS, Week, Window
from planner.engine.evaluate import evaluate
from planner.engine.moves import Impossible
from planner.engine.notation import read_week, write_week
from planner.engine.shorter import shorter
from planner.engine.verdicts import day_verdicts
from planner.engine.vocabulary import Goal, Level
from planner.engine.why_not import make_room, why_not
from tests.engine.weeks import around, athlete, evenings, windows

ALONE = around(before="Mon -", after="Mon -")
EVERY = evenings("0123456", "18:00-20:00")


def answer(text, session, day, start=1080, who=None, **more):
    who = who or athlete(availability=EVERY)
    return why_not(who, read_week(text), session, day, start, context=ALONE, **more)


TIGHT = windows("0 17:00-20:00, 1 18:00-18:45, 2 07:00-08:30, 2 12:00-13:00")


@pytest.mark.parametrize(
    ("text", "session", "day", "told"),
    [
        ("Mon H | Wed E | Thu L", "s2", 0, "Move Monday's hard run to Tuesday 18:00 and it fits."),
        ("Mon E | Tue Lo | Fri H", "s3", 2, "Move Tuesday's lower-body lift to Thursday 18:00 and it fits."),
        (
            "Mon F | Tue E | Sat F | Sun E",
            "s3",
            1,
            "Move Monday's full-body lift to Thursday 18:00 and move Tuesday's easy run to Monday 18:00, and it fits.",
        ),
        (
            "Mon F+H(LF) | Wed E",
            "s1",
            3,
            "Turn the order of Thursday's full-body lift then hard run and it fits.",
        ),
        ("Mon H | Wed E", "s1", 3, "It fits as it is."),
    ],
)
def test_the_smallest_change_is_told_in_words(text, session, day, told):
    assert answer(text, session, day).text == told


@pytest.mark.parametrize(
    ("text", "start", "told"),
    [
        ("Mon E60 | Tue 18:00 X", 1080, "Shorten Tuesday's easy run to 45 min and move Tuesday's yoga to Monday 18:00"),
        ("Mon E60", 1080, "Shorten Tuesday's easy run to 45 min and it fits."),
        ("Mon E40", 1090, "Shorten Tuesday's easy run to 35 min and it fits."),
    ],
)
def test_a_session_is_cut_where_its_hours_are_short(text, start, told):
    assert answer(text, "s1", 1, start, athlete(availability=TIGHT)).text.startswith(told)


KEEPS_DAY = "This session keeps its day. Free the day to move it to Thursday."
KEEPS_HOUR = "This session keeps its hour, 17:00. Free the hour to start it at 18:00."


@pytest.mark.parametrize(("text", "told"), [("Mon E*d", KEEPS_DAY), ("Mon 17:00 E*h", KEEPS_HOUR)])
def test_what_a_session_keeps_is_told_before_anything_else(text, told):
    found = answer(text, "s1", 3)
    assert (found.against, found.text, found.changes) == (told, told, None)


def test_a_session_that_keeps_its_hour_is_put_at_it():
    assert answer("Mon 18:20 E*h | Wed U", "s1", 3, None).session.start == 1100


@pytest.mark.parametrize("grain", ["o", "c", "h", "d"])
def test_a_kept_order_is_not_turned_to_make_room(grain):
    turns = not answer(f"Mon F+H(LF) | Wed E*{grain}", "s1", 3).changes[0].to.order.value.startswith("lift")
    assert turns
    kept = answer("Mon F+H(LF)*o | Wed E", "s1", 3)
    assert not any(change.session.id == "s1" for change in kept.changes or ())


def test_a_kept_content_is_not_cut_to_make_room():
    who = athlete(availability=TIGHT)
    assert answer("Mon E60", "s1", 1, 1080, who).changes
    assert answer("Mon E60*c", "s1", 1, 1080, who).changes is None


@pytest.mark.parametrize(
    ("grain", "there"), [("", {(1, 1080)}), ("d", set()), ("h", {(1, 1080)}), ("c", {(1, 1080)}), ("o", {(1, 1080)})]
)
def test_others_keep_what_is_kept_of_them_while_room_is_made(grain, there):
    text = "Mon H | Wed E | Thu L".replace("Mon H", f"Mon H*{grain}" if grain else "Mon H")
    changes = answer(text, "s2", 0).changes or ()
    assert {(change.to.day, change.to.start) for change in changes if change.session.id == "s1"} == there


def test_a_move_comes_before_a_cut_of_another():
    who = athlete(availability=TIGHT)
    found = answer("Mon E60 | Wed 07:00 U80", "s1", 2, 720, who)
    assert found.against.startswith(
        "Sessions stay short enough to do well (Wednesday's upper-body lift and Wednesday's"
    )
    assert found.text == "Move Wednesday's upper-body lift to Monday 17:00 and it fits."
    (only,) = answer("Mon E50 | Wed 07:00 U80", "s1", 2, 720, who, fixed=frozenset({"s9"})).changes
    assert only.to.minutes == only.session.minutes


def test_another_is_cut_where_nothing_else_helps():
    who = athlete(availability=windows("0 17:00-18:00, 2 07:00-08:30, 2 12:00-13:00"))
    assert answer("Mon E60 | Wed 07:00 U80", "s1", 2, 720, who).text.startswith("Shorten Wednesday's ")


@pytest.mark.parametrize(
    ("text", "session", "day", "more", "told"),
    [
        ("Mon E*", "s1", 1, {}, "This session is locked. Unlock it to move it."),
        ("Mon E", "s1", 1, {"fixed": frozenset({"s1"})}, "This session stays where it is."),
        ("Mon E", "s1", 1, {"closed_days": frozenset({0})}, "This session stays where it is."),
        ("Fri E", "s1", 1, {"closed_days": frozenset({0, 1})}, "This day is over."),
        (
            "Mon E",
            "s1",
            3,
            {"who": athlete(availability=evenings("012"))},
            "No other change helps: we only use the days and times you gave us (Thursday's easy run).",
        ),
        (
            "Mon H | Wed H*",
            "s1",
            3,
            {},
            "No other change helps: hard and long runs never sit on neighbouring days, Sunday to Monday included "
            "(Wednesday 18:00 hard run ended 23 h before Thursday 18:00 hard run; 2 days are needed).",
        ),
        (
            "Mon H | Wed E",
            "s1",
            2,
            {"who": athlete(availability=evenings("2"))},
            "It would fit only without Wednesday's easy run.",
        ),
    ],
)
def test_where_no_change_helps_the_reason_is_told(text, session, day, more, told):
    found = answer(text, session, day, **more)
    assert (found.text, found.changes, found.evaluation) == (told, None, None)
    with pytest.raises(Impossible) as caught:
        make_room(read_week(text), found)
    assert str(caught.value) == told


def test_what_speaks_against_the_place_is_told_beside_it():
    assert answer("Mon H | Wed E", "s1", 3).against == ""
    assert answer("Mon H | Wed E", "s1", 2).against == "Wednesday already has a run; nobody runs twice in a day."
    assert answer("Mon H | Wed H", "s1", 3).against.startswith("Hard and long runs never sit on neighbouring days")


def test_what_is_locked_fixed_or_over_is_not_touched():
    text = "Mon H | Tue U | Wed H | Thu F | Sat Lo"
    for day in (1, 3, 4):
        found = answer(text, "s3", day, fixed=frozenset({"s4"}), closed_days=frozenset({0}))
        touched = {change.session.id for change in found.changes or ()}
        assert not touched & {"s1", "s4"}
        assert all(change.to.day for change in found.changes or ())


def test_only_hours_still_to_come_are_used():
    who = athlete(availability=evenings("02", "18:00-20:00"))
    assert answer("Mon H | Wed E", "s2", 0, who=who).text == "Move Monday's hard run to Wednesday 18:00 and it fits."
    past = athlete(availability=evenings("0", "18:00-20:00"))
    assert answer("Mon H | Wed E", "s2", 0, who=who, still_free=past).changes is None


def test_a_week_that_is_made_room_in_has_the_session_there_and_is_valid():
    week = read_week("Mon F | Tue E | Sat F | Sun E")
    found = answer(write_week(week), "s3", 1)
    after = make_room(week, found)
    assert (after.find("s3").day, after.find("s3").start) == (1, 1080)
    assert found.evaluation == evaluate(athlete(availability=EVERY), after, ALONE)
    assert found.evaluation.valid
    assert {s.id for s in after.sessions} == {s.id for s in week.sessions}


def test_without_a_start_the_place_of_the_day_that_takes_least_is_answered_for():
    who = athlete(availability=windows("0 18:00-20:00, 1 06:00-08:00, 1 18:00-20:00"))
    text = "Mon E | Tue 18:30 U"
    assert answer(text, "s1", 1, 1080, who).text != "It fits as it is."
    found = answer(text, "s1", 1, None, who)
    assert (found.session.start, found.text) == (360, "It fits as it is.")
    outside = answer("Mon 10:00 E | Tue 06:00 H", "s1", 1, None, who)
    assert (outside.session.start, outside.text) == (360, "Move Tuesday's hard run to Monday 18:00 and it fits.")


# against brute force


def options(session, who, card):
    """Every other place and order of a session at full length; on the card's day, or for itself, its cuts in place."""
    orders = {session.order, session.order and session.order.other}
    places = {(w.day, start) for w in who.windows for start in (w.start, w.end - session.minutes)}
    if session.id == card.id:
        places = {(card.day, card.start)}
    moved = [replace(session, day=day, start=start, order=order) for day, start in places for order in orders]
    cuts = shorter(session) if session.day == card.day else ()
    return [one for one in (*moved, *cuts) if one != session]


def smaller_exists(who, week, card, count):
    """Whether fewer than `count` changed sessions make the week with the card valid."""
    return any(
        evaluate(who, Week.of({**{s.id: s for s in week.sessions}, **{s.id: s for s in changed}}.values())).valid
        for size in range(count)
        for chosen in combinations(week.sessions, size)
        for changed in product(*(options(s, who, card) for s in chosen))
    )


def random_case(seed):
    """Four sessions or fewer in five days with short and long windows, one of them in the hand."""
    rng = Random(seed)
    kinds = ["H", "L", "E40", "E", "F", "U60", "Lo", "E+U(RF)", "F+H(LF)", "Lo30+E30(LF)", "C", "X", "F!"]
    cells = rng.sample(kinds, rng.choice((3, 3, 4)))
    days = sorted(rng.sample(range(DAYS), 5))
    free = [Window(day, start, start + rng.choice((45, 60, 90, 120))) for day in days for start in (420, 1080)]
    who = athlete(rng.choice(list(Goal)), rng.choice(list(Level)), availability=tuple(rng.sample(free, 7)))
    starts = [rng.choice(who.windows) for _ in cells]
    text = {day: [] for day in range(DAYS)}
    for cell, window in zip(cells, starts, strict=True):
        text[window.day].append(f"{window.start // 60:02d}:00 {cell}")
    return who, read_week(" | ".join(", ".join(text[day]) or "-" for day in range(DAYS)))


@pytest.mark.parametrize("seed", range(16))
def test_no_smaller_change_exists(seed):
    who, week = random_case(seed)
    session = Random(seed).choice(week.sessions)
    for verdict in day_verdicts(who, week, session.id):
        found = why_not(who, week, session.id, verdict.day, verdict.start)
        there = week.replaced(found.session)
        if found.changes is None:
            assert not smaller_exists(who, there, found.session, 3), found.text
            continue
        assert not smaller_exists(who, there, found.session, len(found.changes)), found.text
        after = make_room(week, found)
        assert evaluate(who, after) == found.evaluation
        assert found.evaluation.valid
        changed = {s.id for s in there.sessions if after.find(s.id) != s}
        assert changed == {change.session.id for change in found.changes}
