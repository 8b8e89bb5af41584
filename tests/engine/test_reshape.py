"""The shapes of a session: there and back loses nothing, and what was never there is made as the table has it."""

from dataclasses import replace
from itertools import permutations

import pytest

from planner.engine import NEW, Impossible, blocks, partner_of, reshape, shape_of
from planner.engine.domain import Aside, Athlete, Lift, Recovery, Run, Session, Week, Window
from planner.engine.vocabulary import Activity, Effort, Goal, Intensity, Kind, Level, Lock, Order, Region, Shape

MORNING, EVENING = (6 * 60, 8 * 60), (18 * 60, 21 * 60)
TWICE = tuple(Window(day, *hours) for day in range(7) for hours in (MORNING, EVENING))
ATHLETE = Athlete(Goal.GENERAL, TWICE, run_level=Level.INTERMEDIATE, lift_level=Level.INTERMEDIATE)
RUN, LIFT = Run(Intensity.EASY, 35), Lift(Region.LOWER, Effort.HEAVY, 45, 9)
BOTH = Session("a", 1, 1080, Kind.COMBINED, Order.LIFT_FIRST, RUN, LIFT, warm_up=12, cool_down=7)
OTHER = Session("z", 4, 1080, Kind.RUN_ONLY, run=Run(Intensity.EASY, 40))


def go(week, *shapes, aside=None, athlete=ATHLETE):
    """The week after these changes of shape, one after the other."""
    for shape in shapes:
        found = reshape(athlete, week, "a", shape, aside)
        week, aside = found.week, found.aside
    return week, aside


def week_of(*sessions):
    return Week.of([*sessions, OTHER])


SINGLES = {
    Shape.RUN_ONLY: replace(BOTH, kind=Kind.RUN_ONLY, order=None, lift=None),
    Shape.LIFT_ONLY: replace(BOTH, kind=Kind.LIFT_ONLY, order=None, run=None),
    Shape.RUN_FIRST: replace(BOTH, order=Order.RUN_FIRST),
    Shape.LIFT_FIRST: BOTH,
    Shape.CIRCUIT: replace(
        BOTH, kind=Kind.CIRCUIT, order=None, run=Run(Intensity.MODERATE, 15), lift=Lift(Region.FULL, Effort.HEAVY, 18)
    ),
}


class TestThereAndBack:
    @pytest.mark.parametrize("first", SINGLES)
    def test_every_session_comes_back_from_every_two_shapes(self, first):
        start = week_of(SINGLES[first])
        assert shape_of(start, start.find("a")) is first
        for way in permutations([shape for shape in Shape if shape is not first], 2):
            assert go(start, *way, first)[0] == start

    def test_through_all_six(self):
        start = week_of(BOTH)
        for way in permutations([shape for shape in Shape if shape is not Shape.LIFT_FIRST]):
            assert go(start, *way, Shape.LIFT_FIRST)[0] == start

    def test_two_sessions_of_a_day_come_back_where_they_are_put_again(self):
        parted, aside = go(week_of(BOTH), Shape.TWO_A_DAY)
        for shape in Shape:
            if shape is not Shape.TWO_A_DAY:
                assert go(parted, shape, Shape.TWO_A_DAY, aside=aside)[0] == parted

    def test_what_was_changed_meanwhile_counts(self):
        alone, aside = go(week_of(BOTH), Shape.RUN_ONLY)
        longer = alone.replaced(replace(alone.find("a"), run=replace(RUN, minutes=50)))
        back = go(longer, Shape.LIFT_FIRST, aside=aside)[0].find("a")
        assert (back.run.minutes, back.lift) == (50, LIFT)

    @pytest.mark.parametrize("shape", [shape for shape in Shape if shape is not Shape.LIFT_FIRST])
    def test_the_steps_add_up_in_every_shape(self, shape):
        for session in go(week_of(BOTH), shape)[0].sessions:
            assert sum(block.minutes for block in blocks(ATHLETE, session)) == session.minutes

    @pytest.mark.parametrize("shape", Shape)
    def test_the_rest_of_the_week_stays(self, shape):
        start = week_of(BOTH) if shape is not Shape.LIFT_FIRST else week_of(SINGLES[Shape.RUN_ONLY])
        week = go(start, shape)[0]
        assert week.find("z") == OTHER


class TestWarmUp:
    def test_warm_up_and_cool_down_stay(self):
        alone = go(week_of(BOTH), Shape.LIFT_ONLY)[0].find("a")
        assert (alone.warm_up, alone.cool_down) == (12, 7)

    def test_it_grows_to_what_the_work_needs_and_shrinks_again(self):
        easy = replace(BOTH, lift=replace(LIFT, effort=Effort.MODERATE), warm_up=5, cool_down=5)
        rounds, aside = go(week_of(easy), Shape.CIRCUIT)
        assert rounds.find("a").warm_up == 10
        assert go(rounds, Shape.LIFT_FIRST, aside=aside)[0] == week_of(easy)


class TestMorningAndEvening:
    def test_the_run_is_in_the_morning_and_keeps_the_id(self):
        week, aside = go(week_of(BOTH), Shape.TWO_A_DAY)
        run, lift = week.by_day[1]
        assert (run.id, run.kind, run.start, run.run) == ("a", Kind.RUN_ONLY, 360, RUN)
        assert (lift.id, lift.kind, lift.start, lift.lift) == (NEW, Kind.LIFT_ONLY, 1080, LIFT)
        assert aside.start == BOTH.start

    def test_hours_that_do_not_allow_it_are_passed_over(self):
        evenings = replace(ATHLETE, availability=tuple(Window(day, *EVENING) for day in range(7)))
        run, lift = go(week_of(BOTH), Shape.TWO_A_DAY, athlete=evenings)[0].by_day[1]
        assert (run.start, lift.start) == (7 * 60, 18 * 60)

    def test_a_morning_session_keeps_its_hour_for_the_run(self):
        early = replace(BOTH, start=9 * 60)
        evenings = replace(ATHLETE, availability=())
        run, lift = go(week_of(early), Shape.TWO_A_DAY, athlete=evenings)[0].by_day[1]
        assert (run.start, lift.start) == (9 * 60, 18 * 60)

    def test_two_of_a_day_that_were_planned_so_are_one_session_in_two_rows(self):
        run = replace(SINGLES[Shape.RUN_ONLY], start=420)
        lift = replace(SINGLES[Shape.LIFT_ONLY], id="b", start=1080)
        week = week_of(run, lift)
        assert shape_of(week, run) is shape_of(week, lift) is Shape.TWO_A_DAY
        found = reshape(ATHLETE, week, "a", Shape.RUN_FIRST)
        assert (found.gone, found.week.find("a").lift) == ("b", LIFT)
        assert len(found.week.sessions) == 2

    @pytest.mark.parametrize("kept", [{"locked": True}, {"locks": frozenset({Lock.CONTENT})}])
    def test_a_session_that_stays_is_no_part_of_another(self, kept):
        lift = replace(SINGLES[Shape.LIFT_ONLY], id="b", start=1080, **kept)
        run = replace(SINGLES[Shape.RUN_ONLY], start=420)
        assert partner_of(week_of(run, lift), run) is None
        with pytest.raises(Impossible, match="already has a lift"):
            reshape(ATHLETE, week_of(run, lift), "a", Shape.RUN_FIRST)


class TestNeverThere:
    def test_a_lift_is_made_as_the_table_has_it(self):
        alone = week_of(SINGLES[Shape.RUN_ONLY])
        made = go(alone, Shape.RUN_FIRST)[0].find("a")
        assert (made.run, made.lift.region, made.lift.effort, made.lift.minutes) == (
            RUN,
            Region.FULL,
            Effort.MODERATE,
            30,
        )
        assert made.lift.sets

    def test_a_run_is_no_jump(self):
        short = replace(ATHLETE, longest_recent_run_minutes=10)
        made = go(week_of(SINGLES[Shape.LIFT_ONLY]), Shape.RUN_FIRST, athlete=short)[0].find("a")
        assert made.run == Run(Intensity.EASY, 15)

    @pytest.mark.parametrize(("minutes", "whole"), [(16, 20), (30, 30), (120, 40)])
    def test_a_circuit_is_as_long_as_the_session_within_its_bounds(self, minutes, whole):
        alone = replace(SINGLES[Shape.RUN_ONLY], run=Run(Intensity.EASY, minutes))
        made = go(week_of(alone), Shape.CIRCUIT)[0].find("a")
        assert (made.minutes, made.kind, made.lift.region) == (whole, Kind.CIRCUIT, Region.FULL)


class TestRefused:
    @pytest.mark.parametrize(
        ("changes", "shape", "reason"),
        [
            ({"locked": True}, Shape.RUN_ONLY, "locked"),
            ({"locks": frozenset({Lock.CONTENT})}, Shape.RUN_ONLY, "keeps its content"),
            ({"locks": frozenset({Lock.ORDER})}, Shape.RUN_FIRST, "keeps its order"),
            ({"locks": frozenset({Lock.HOUR})}, Shape.TWO_A_DAY, "keeps its hour"),
            ({}, Shape.LIFT_FIRST, "already"),
        ],
    )
    def test_what_is_kept_stays(self, changes, shape, reason):
        with pytest.raises(Impossible, match=reason):
            go(week_of(replace(BOTH, **changes)), shape)

    def test_an_order_that_is_kept_lets_the_other_shapes_be(self):
        assert go(week_of(replace(BOTH, locks=frozenset({Lock.ORDER}))), Shape.RUN_ONLY)[0].find("a").order is None

    def test_recovery_has_no_shape(self):
        rest = Session("a", 1, 1080, Kind.RECOVERY, recovery=Recovery(Activity.YOGA, 30))
        assert shape_of(week_of(rest), rest) is None
        with pytest.raises(Impossible, match="Recovery"):
            go(week_of(rest), Shape.RUN_ONLY)

    def test_a_place_that_is_too_short_is_told(self):
        late = replace(SINGLES[Shape.RUN_ONLY], start=23 * 60)
        with pytest.raises(Impossible, match="after midnight"):
            go(week_of(late), Shape.RUN_FIRST, aside=Aside(lift=LIFT))
