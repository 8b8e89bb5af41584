"""The recovery ribbon: bars on the week's scale, words at a bar's end, early starts marked, all of it in sentences."""

import itertools

import pytest

from planner.engine.domain import Context, Lift, Recovery, Run, Session, Week
from planner.engine.results import Finding
from planner.engine.vocabulary import Activity, Effort, Intensity, Kind, Region, Severity
from planner.queries.ribbon import ribbon

RUN = Run(Intensity.HARD, 30)
LIFT = Lift(Region.FULL, Effort.MODERATE, 30)
DAY = 100 / 7  # percent of the week
HOUR = DAY / 24


def drawn(*sessions, before=None, minded=()):
    """The ribbon; `minded` are the ids that a rule about rest finds too close."""
    found = [Finding("hard-easy", Severity.HARD, 0, "Too close.", ids) for ids in minded]
    return ribbon(Week.of(sessions), Context(before=before), findings=found)


def rows(*sessions, before=None, minded=()):
    return {row.name: row for row in drawn(*sessions, before=before, minded=minded).rows}


def lift(day, start=18 * 60, region=Region.FULL):
    return Session(f"l{day}", day, start, Kind.LIFT_ONLY, lift=Lift(region, Effort.MODERATE, 30))


def run(day, start=18 * 60, intensity=Intensity.HARD):
    return Session(f"r{day}-{start}", day, start, Kind.RUN_ONLY, run=Run(intensity, 30))


def labels(row):
    return [(round(float(one.x) / DAY, 2), one.text) for one in row.ready]


def ends(row, lane=1):
    return [(round(float(one.x), 2), round(float(one.x) + float(one.width), 2)) for one in row.bars if one.lane == lane]


def test_nothing_to_recover_from_is_no_ribbon():
    walk = Session("a", 0, 600, Kind.RECOVERY, recovery=Recovery(Activity.WALK, 30))
    assert drawn(walk) is None


def test_a_bar_runs_from_the_sessions_end_to_the_hour_it_is_ready():
    (bar,) = rows(lift(0))["Upper body"].bars
    assert float(bar.x) == pytest.approx(18.5 * HOUR, abs=0.01)
    assert float(bar.x) + float(bar.width) == pytest.approx(2 * DAY + 18 * HOUR, abs=0.01)
    assert (bar.key, bar.cause, bar.lane) == ("upper-l0", "lift", 1)


def test_run_and_lift_of_one_system_have_a_lane_each():
    legs = rows(run(0), lift(1))["Legs"]
    assert [(bar.cause, bar.lane) for bar in legs.bars] == [("run", 1), ("lift", 2)]
    assert legs.lanes == 2


def test_bars_of_one_cause_never_overlap_and_one_within_another_is_not_drawn():
    easy = run(0, 20 * 60, Intensity.EASY)
    aerobic = rows(run(0), easy, run(1, 12 * 60))["Aerobic"]
    assert [bar.key for bar in aerobic.bars] == [f"aerobic-{run(0).id}", f"aerobic-{run(1, 12 * 60).id}"]
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(ends(aerobic)))
    assert aerobic.text == "ready Wed 12:00"


def test_the_words_stand_where_the_system_is_ready_not_where_one_bar_ends():
    legs = rows(run(0), lift(0, 20 * 60))["Legs"]
    assert labels(legs) == [(2.83, "ready 20:00")]
    assert legs.text == "ready Wed 20:00"


def test_words_stand_right_of_the_bar_and_on_it_where_the_next_is_near():
    upper = rows(lift(0), lift(2, 21 * 60), lift(5))["Upper body"]
    assert [(one.text, one.inside) for one in upper.ready] == [
        ("ready 18:00", True),
        ("ready 21:00", False),
        ("ready Mon 18:00", True),
    ]


def test_the_minutes_of_the_next_session_are_no_rest():
    assert rows(lift(0), lift(2, 18 * 60 + 10))["Upper body"].text == "ready Fri 18:10"


def test_a_system_at_rest_says_so_in_an_empty_lane():
    upper = rows(run(0))["Upper body"]
    assert (upper.bars, upper.lanes, upper.text) == ((), 1, "ready all week")


def test_what_lasts_into_the_next_week_is_told_at_its_end():
    legs = rows(lift(0), lift(5))["Legs"]
    assert legs.text == "ready Wed 18:00 and Mon 18:00 next week"
    assert (legs.ready[-1].text, legs.ready[-1].is_beyond) == ("ready Mon 18:00", True)
    assert ends(legs)[-1][1] == 100


def test_the_week_before_reaches_in():
    legs = rows(lift(3), before=Week.of([lift(6)]))["Legs"]
    assert legs.text == "ready Tue 18:00 and Sat 18:00"
    assert legs.bars[0].x == "0.000"


class TestEarlyStarts:
    def test_what_a_rule_minds_is_marked_and_said(self):
        found = drawn(lift(0), run(2, 9 * 60), minded=[("l0", "r2-540")])
        assert found.is_marked
        (overlap,) = found.rows[0].overlaps
        assert float(overlap.x) == pytest.approx(2 * DAY + 9 * HOUR, abs=0.01)
        assert float(overlap.width) == pytest.approx(9 * HOUR, abs=0.01)
        assert found.notes == ("Wednesday's hard run starts 9 h before the legs are ready.",)

    @pytest.mark.parametrize("minded", [(), [("l0",)], [("r2-540", "another")]])
    def test_what_no_rule_minds_is_said_as_allowed_and_not_marked(self, minded):
        found = drawn(lift(0), run(2, 9 * 60), minded=minded)
        assert found.notes == (
            "Wednesday's hard run starts 9 h before the legs are wholly ready: "
            "somewhat tired, within what the rules allow.",
        )
        assert not found.is_marked

    def test_a_finding_about_other_things_than_rest_marks_nothing(self):
        found = [Finding("varied-days", Severity.SOFT, 1, "Alike.", ("l0", "r2-540"))]
        assert not ribbon(Week.of([lift(0), run(2, 9 * 60)]), Context(), findings=found).is_marked

    def test_what_lies_too_close_to_the_week_before_is_marked(self):
        before = Week.of([lift(6)])
        assert drawn(run(0, 9 * 60), before=before, minded=[("r0-540",)]).is_marked
        assert not drawn(run(0, 9 * 60), before=before).is_marked

    def test_one_sentence_tells_all_of_its_systems(self):
        found = drawn(lift(0), Session("c", 2, 9 * 60, Kind.LIFT_ONLY, lift=LIFT), minded=[("l0", "c")])
        assert found.notes == (
            "Wednesday's full-body lift starts 9 h before the legs and 9 h before the upper body are ready.",
        )

    @pytest.mark.parametrize(("start", "marked"), [(18 * 60 - 1, True), (18 * 60, False)])
    def test_at_the_limit_it_is_ready(self, start, marked):
        assert bool(drawn(lift(0), run(2, start)).notes) is marked

    def test_what_a_session_does_not_need_is_no_matter(self):
        assert drawn(lift(0, region=Region.UPPER), run(1)).notes == ()
        assert drawn(lift(0), run(1, intensity=Intensity.EASY)).notes == ()

    def test_a_system_alone_is_told_in_the_singular(self):
        (note,) = drawn(run(0), run(1, 9 * 60, Intensity.EASY), minded=[("r0-1080", "r1-540")]).notes
        assert note == "Tuesday's easy run starts 9 h before the aerobic system is ready."

    def test_words_do_not_stand_on_the_hatching(self):
        upper = rows(lift(5, region=Region.UPPER), lift(6, 9 * 60, Region.UPPER), minded=[("l5", "l6")])["Upper body"]
        assert upper.overlaps
        assert upper.ready == ()
        assert upper.text == "ready Tue 09:00 next week"


def test_this_minute_is_told_in_percent_of_the_week():
    assert float(ribbon(Week.of([lift(0)]), Context(), now=3 * 1440).now) == pytest.approx(3 * DAY, abs=0.01)
    assert drawn(lift(0)).now == ""
