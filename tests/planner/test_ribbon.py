"""The recovery ribbon: lanes that never mix, words at a bar's end, the same told in a sentence."""

import itertools

from planner.engine.domain import Context, Lift, Recovery, Run, Session, Week
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Region
from planner.queries.ribbon import ribbon

RUN = Run(Intensity.HARD, 30)
LIFT = Lift(Region.FULL, Effort.MODERATE, 30)


def rows(*sessions, before=None):
    return {row.name: row for row in ribbon(Week.of(sessions), Context(before=before))}


def lift(day, start=18 * 60):
    return Session(f"l{day}", day, start, Kind.LIFT_ONLY, lift=LIFT)


def run(day, start=18 * 60):
    return Session(f"r{day}", day, start, Kind.RUN_ONLY, run=RUN)


def labels(row):
    return [(day, one.label) for lane in row.lanes for day, cut in enumerate(lane) for one in cut if one.label]


def test_nothing_to_recover_from_is_no_ribbon():
    walk = Session("a", 0, 600, Kind.RECOVERY, recovery=Recovery(Activity.WALK, 30))
    assert ribbon(Week.of([walk]), Context()) == ()


def test_run_and_lift_of_one_system_have_a_lane_each():
    legs = rows(run(0), lift(1))["Legs"]
    assert [{one.cause for cut in lane for one in cut} for lane in legs.lanes] == [{"run"}, {"lift"}]
    assert all(len(lane) == 7 for lane in legs.lanes)


def test_bars_of_one_cause_never_overlap():
    aerobic = rows(run(0), run(0, 20 * 60), run(1))["Aerobic"]
    for cut in aerobic.lanes[0]:
        assert all(one.end <= two.left for one, two in itertools.pairwise(cut))
    assert aerobic.text == "ready Wed 18:00"


def test_the_words_stand_where_the_system_is_ready_not_where_one_bar_ends():
    legs = rows(run(0), lift(0, 20 * 60))["Legs"]
    assert labels(legs) == [(2, "ready 20:00")]
    assert legs.text == "ready Wed 20:00"


def test_words_stand_on_a_long_bar_and_right_of_a_short_one():
    stretches = {one.label: one for cut in rows(lift(0, 2 * 60), lift(3))["Legs"].lanes[0] for one in cut if one.label}
    assert not stretches["ready 02:00"].label_inside
    assert stretches["ready 18:00"].label_inside


def test_words_never_reach_into_the_next_bar():
    upper = rows(lift(0, 9 * 60), lift(2, 14 * 60))["Upper body"]
    (first,) = [one for one in upper.lanes[0][2] if one.label]
    assert (first.label, first.label_inside) == ("09:00", True)


def test_the_minutes_of_the_next_session_are_no_rest():
    assert rows(lift(0), lift(2, 18 * 60 + 10))["Upper body"].text == "ready Fri 18:10"


def test_a_system_at_rest_says_so_in_an_empty_lane():
    upper = rows(run(0))["Upper body"]
    assert (upper.lanes, upper.text) == ((((),) * 7,), "ready all week")


def test_what_lasts_into_the_next_week_is_told():
    assert rows(lift(0), lift(6))["Legs"].text == "ready Wed 18:00 and Tue 18:00 next week"


def test_the_week_before_reaches_in():
    legs = rows(lift(3), before=Week.of([lift(6)]))["Legs"]
    assert legs.text == "ready Tue 18:00 and Sat 18:00"
    assert legs.lanes[0][0][0].left == 0
