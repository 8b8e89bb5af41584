"""A place of today whose hour is over: a caution at least, with words, and behind the places still to come."""

import pytest

from planner.engine import HOUR_OVER, day_verdicts, explain, verdicts
from planner.engine.domain import Athlete, Run, Session, Week, Window
from planner.engine.vocabulary import Goal, Intensity, Kind, Level, Verdict

MORNING, EVENING = 6 * 60, 18 * 60
TWICE = tuple(Window(day, start, start + 120) for day in range(7) for start in (MORNING, EVENING))
ATHLETE = Athlete(Goal.GENERAL, TWICE, run_level=Level.INTERMEDIATE, lift_level=Level.INTERMEDIATE)
RUN = Session("a", 3, EVENING, Kind.RUN_ONLY, run=Run(Intensity.EASY, 30))
WEEK = Week.of([RUN])
TUESDAY = 1


def on_tuesday(now):
    return {one.start: one for one in verdicts(ATHLETE, WEEK, "a", now=now) if one.day == TUESDAY}


def test_without_a_moment_every_hour_is_to_come():
    assert {one.verdict for one in on_tuesday(None).values()} == {Verdict.OK}


def test_only_earlier_hours_of_that_day_are_over():
    told = on_tuesday((TUESDAY, EVENING))
    assert (told[MORNING].verdict, told[MORNING].text) == (Verdict.CAUTION, HOUR_OVER)
    assert told[EVENING].verdict is Verdict.OK
    assert told[MORNING].possible


@pytest.mark.parametrize(("minute", "verdict"), [(MORNING, Verdict.OK), (MORNING + 1, Verdict.CAUTION)])
def test_at_its_minute_it_is_still_to_come(minute, verdict):
    assert on_tuesday((TUESDAY, minute))[MORNING].verdict is verdict


def test_other_days_are_not_touched():
    now, none = (verdicts(ATHLETE, WEEK, "a", now=moment) for moment in ((TUESDAY, 1439), None))
    assert [one for one in now if one.day != TUESDAY] == [one for one in none if one.day != TUESDAY]


def test_a_day_goes_by_the_hours_that_are_left():
    day = day_verdicts(ATHLETE, WEEK, "a", now=(TUESDAY, MORNING + 60))[TUESDAY]
    assert (day.verdict, day.start) == (Verdict.OK, EVENING)
    late = day_verdicts(ATHLETE, WEEK, "a", now=(TUESDAY, 23 * 60))[TUESDAY]
    assert (late.verdict, late.text) == (Verdict.CAUTION, HOUR_OVER)


def test_what_breaks_a_rule_still_does():
    hard = Session("b", 2, EVENING, Kind.RUN_ONLY, run=Run(Intensity.HARD, 45), warm_up=10)
    moved = Session("a", 4, EVENING, Kind.RUN_ONLY, run=Run(Intensity.HARD, 45), warm_up=10)
    told = verdicts(ATHLETE, Week.of([hard, moved]), "a", now=(TUESDAY, 23 * 60))
    tuesday = [one for one in told if one.day == TUESDAY]
    assert {one.verdict for one in tuesday} == {Verdict.BREAKS}
    assert all(one.text.endswith(HOUR_OVER) for one in tuesday)


def test_where_it_lies_it_may_stay():
    (here,) = (one for one in verdicts(ATHLETE, WEEK, "a", now=(3, 1439)) if (one.day, one.start) == (3, EVENING))
    assert (here.verdict, here.text) == (Verdict.OK, "It is here now.")


def test_an_exchange_into_a_past_hour_is_a_caution():
    other = Session("b", TUESDAY, EVENING, Kind.RUN_ONLY, run=Run(Intensity.EASY, 40))
    day = day_verdicts(ATHLETE, Week.of([RUN, other]), "a", now=(TUESDAY, 23 * 60))[TUESDAY]
    assert day.exchanged is Verdict.CAUTION
    assert day.exchange == "Exchange with Tuesday: fits, at an hour that is over."


def test_a_reason_does_not_praise_it():
    text = " ".join(reason.text for reason in explain(ATHLETE, WEEK, "a", now=(TUESDAY, 23 * 60)))
    assert "Tuesday" not in text
    assert "Wednesday" in text
