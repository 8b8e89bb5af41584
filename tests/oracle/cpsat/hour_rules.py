"""Rules 4, 5, 11 and 16, which need the clock, as constraints and costs of a model."""

from __future__ import annotations

from typing import Any

from tests.oracle.cpsat.model import DAYS, Moment, Sum, WeekModel, is_never
from tests.oracle.cpsat.options import SEPARATION
from tests.oracle.cpsat.question import RACES
from tests.oracle.soft import HIGH, LOW, MEDIUM

HOUR, DAY = 60, 24 * 60
GOOD_SEPARATION = 6 * HOUR
HALVES = ("upper", "lower")


def two_a_day(week: WeekModel) -> None:
    """Rules 4 and 5: three hours from one session of a day to the next, better six."""
    for day in DAYS:
        gaps: dict[bool, list[tuple[int, Any]]] = {True: [], False: []}
        for option, literal in week.days[day]:
            if option.is_double:
                first, second = option.items
                gaps[first.has_run].append((second.start - first.end, literal))
        if any(option.is_double for option, _ in week.days[day]):
            close = week.paid(HIGH)
            run, lift = week.run_of_two[day], week.lift_of_two[day]
            _apart(week, gaps[True], lift - run, close)
            _apart(week, gaps[False], run - lift, close)


def _apart(week: WeekModel, gaps: list[tuple[int, Any]], later: Sum, close: Any) -> None:
    """The gaps of a day's doubles of one sequence, with what their delays add, hold three hours, or six at no cost."""
    if not gaps:
        return
    idle = DAY * (1 - sum(literal for _, literal in gaps))
    week.model.add(sum((gap - SEPARATION) * literal for gap, literal in gaps) + later + idle >= 0)
    apart = sum((gap - GOOD_SEPARATION) * literal for gap, literal in gaps) + later + idle
    week.model.add(apart + (GOOD_SEPARATION - SEPARATION) * close >= 0)


def lift_hours(week: WeekModel) -> None:
    """Rule 11: lifts of the same muscles start 48 h apart; on neighbouring days they never lie."""
    lifts = week.moments(lambda item: item.spaced_region is not None, lambda item: item.start, week.lift_of_two)
    halves = [week.every_day(lambda item, half=half: item.spaced_region in ("full", half)) for half in HALVES]
    for day in DAYS:
        one, two = lifts[day], lifts[day - 5]
        if one and two and two.earliest < one.latest:
            paid = week.paid(LOW)
            for half in halves:
                _hours(week, (one, half[day]), (two, half[day - 5]), 0, paid)


def legs_to_hard_run(week: WeekModel) -> None:
    """Rule 16, for races: 44 h from the end of a leg lift to a hard run; 24 h to 43 h cost half."""
    if week.goal not in RACES:
        return
    lifts = week.moments(
        lambda item: item.is_leg_lift, lambda item: item.lift_start + item.lift_minutes, week.lift_of_two
    )
    runs = week.moments(lambda item: item.intensity == "hard", lambda item: item.run_start, week.run_of_two)
    for day in DAYS:
        for apart in (1, 2):
            lift, run = lifts[day], runs[day + apart - 7]
            for hours in (24, 44) if lift and run else ():
                least = hours * HOUR - apart * DAY
                if run.earliest - lift.latest < least:
                    _hours(week, (lift, lift.there), (run, run.there), least, week.paid(MEDIUM / 2))


def _hours(week: WeekModel, one: tuple[Moment, Sum], two: tuple[Moment, Sum], least: int, paid: Any) -> None:
    """From the one moment to the other at least so many minutes, where both are there, or it is paid for."""
    (first, here), (second, there) = one, two
    if not (is_never(here) or is_never(there)):
        idle = least + DAY  # moments that are not there stand anywhere in their day
        week.model.add(second.at - first.at + idle * (2 - here - there + paid) >= least)
