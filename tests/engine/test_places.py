"""Every way a single day can be filled."""

import pytest

from planner.engine.contents import contents_of, stock_of
from planner.engine.domain import Context, Window
from planner.engine.notation import read_week
from planner.engine.places import Places, usual_start, with_ids
from planner.engine.planning import plan_week
from planner.engine.prescription import prescribe
from planner.engine.templates import Templates
from planner.engine.vocabulary import Kind
from planner.engine.wishes import Room
from tests.engine.weeks import athlete, evenings, windows


@pytest.mark.parametrize(
    ("start", "end", "minutes", "expected"),
    [
        (1050, 1200, 60, 1050),
        (0, 1440, 60, 420),  # not in the night
        (300, 1260, 60, 420),
        (360, 1260, 60, 360),
        (300, 420, 60, 300),  # a short early window is meant so
        (300, 600, 240, 360),  # ends with the window
    ],
)
def test_the_usual_start(start, end, minutes, expected):
    assert usual_start(Window(0, start, end), minutes) == expected


def places(who, **more):
    rx, _ = prescribe(who, Context(), Room.of(who, frozenset(), ()))
    return Places(Templates(who, Context(), rx), **more), contents_of(who, rx)


def test_rest_is_always_an_option():
    found, contents = places(athlete(availability=evenings("02")))
    assert [option.on(1) for option in found.options(1, contents)] == [()]


def test_every_option_lies_in_a_window_of_its_day():
    who = athlete("endurance", "advanced", availability=windows("0 06:00-07:00, 0 18:00-20:00, 2 18:00-20:00 run"))
    found, contents = places(who, shrink=True, more_starts=True)
    for day in (0, 2):
        sessions = [s for option in found.options(day, contents) for s in option.on(day)]
        assert sessions
        for session in sessions:
            assert any(w.start <= session.start and session.end <= w.end for w in who.windows_on(day))
            assert day == 0 or session.lift is None


def test_the_last_start_of_a_long_window_is_tried_however_many_there_are():
    hours = "0 15:20-15:36 lift, 1 06:00-21:00, 2 17:30-18:15, 3 16:50-17:50, 6 05:30-06:00 lift, 6 16:55-18:25"
    found = plan_week(athlete("strength", availability=windows(hours), lifts_per_week=2))
    first, last = found.week.combined
    assert (first.day, first.end, last.day) == (1, 21 * 60, 6)  # two full days after Sunday evening's lift
    assert found.evaluation.score == 0


def test_sessions_shrink_only_when_told_to():
    who = athlete("endurance", availability=evenings("024", "18:00-18:30"))
    (whole, contents), (shrunk, _) = places(who), places(who, shrink=True)
    assert [o for o in whole.options(0, contents) if o.form.sessions] == []
    assert {s.minutes for o in shrunk.options(0, contents) for s in o.form.sessions} == {30}


def test_contents_and_stock_name_what_is_prescribed():
    who = athlete("fat_loss", availability=evenings("024"))
    rx, _ = prescribe(who, Context(), Room.of(who, frozenset(), ()))
    kinds = {content.kind for content in contents_of(who, rx)}
    assert kinds == {None, Kind.COMBINED}
    assert stock_of(rx) > 0


def test_sessions_without_an_id_are_numbered_in_time_order():
    kept, *_ = read_week("Wed E").sessions  # has the id s1
    blank = [s.moved(day, 600) for day, s in ((4, read_week("Mon F").sessions[0]), (0, read_week("Mon U").sessions[0]))]
    unnamed = tuple(type(s)("", s.day, s.start, s.kind, lift=s.lift) for s in blank)
    assert [(s.day, s.id) for s in with_ids((kept, *unnamed))] == [(0, "s2"), (2, "s1"), (4, "s3")]
