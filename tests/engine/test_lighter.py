"""A lighter week: shorter lifts and circuits than the week before, half of the sets, where need be one lift less."""

import pytest

from planner.engine.domain import Context, PastWeek, Race
from planner.engine.lighter import most_sets, one_lift_less, stage_volume
from planner.engine.notation import read_week
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Phase, Region
from tests.engine.test_progression import MONDAY
from tests.engine.weeks import athlete

F = Region.FULL
LOADED = (PastWeek(60, 30, 20),) * 3
TWO_LIFTS = Prescription(0, 2, 0, 0, 0, 0, long=False, regions=(F, F))


def deload(text=None, past=LOADED):
    return Context(before=read_week(text) if text else None, past=past)


@pytest.mark.parametrize(
    ("before", "lift", "beside", "circuit"),
    [
        (None, 30, 20, 20),  # six tenths of 50, 30 and 40
        ("Mon F50 | Wed C40", 30, 20, 20),
        ("Mon F45", 25, 20, 20),
        ("Mon E15+F20", 20, 20, 20),  # a lift alone is no longer than one beside a run was
        ("Mon E15+F20 | Wed F60", 30, 20, 20),
    ],
)
def test_lifts_and_circuits_are_shorter_than_the_week_before_had_them(before, lift, beside, circuit):
    volume = stage_volume(athlete("endurance"), deload(before))
    assert (volume.lift, volume.combined_lift, volume.circuit, volume.sets) == (lift, beside, circuit, 0.5)


def test_a_week_before_that_was_light_itself_is_no_measure():
    past = (*LOADED, PastWeek(40, 20, 4, Phase.TAPER))
    race = Race(MONDAY.replace(day=29), 5)  # yesterday
    light = Context(before=read_week("Mon F20"), past=past, start=MONDAY)
    assert stage_volume(athlete("endurance", race=race), light).lift == 30


def test_a_loading_week_has_its_usual_minutes():
    volume = stage_volume(athlete("endurance"), Context())
    assert (volume.lift, volume.circuit, volume.sets) == (50, None, 1.0)


def test_lifts_that_can_be_no_shorter_are_one_less():
    shortest, longer = deload("Mon F20 | Thu F20"), deload("Mon F20 | Thu F25")
    assert one_lift_less(shortest, TWO_LIFTS, None).lifts == 1
    assert one_lift_less(longer, TWO_LIFTS, None).lifts == 2


def test_where_running_shrinks_the_lifts_may_stay():
    assert one_lift_less(deload("Mon F20 | Thu F20"), TWO_LIFTS, 42).lifts == 2
    assert one_lift_less(deload("Mon F20 | Thu F20"), TWO_LIFTS, 60).lifts == 1


def test_the_only_lift_stays():
    one = Prescription(0, 1, 0, 0, 0, 0, long=False, regions=(F,))
    assert one_lift_less(deload("Mon F20"), one, None).lifts == 1


def test_sets_are_a_little_more_than_half_at_the_most():
    assert most_sets(deload(), TWO_LIFTS, ()) == 5  # 11 of 20 on two lifts
    assert most_sets(deload(past=()), TWO_LIFTS, ()) is None
    assert most_sets(deload(), TWO_LIFTS, read_week("Mon F28").sessions) == 2  # seven stand already
