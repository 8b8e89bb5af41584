"""The rules of section 10 that speak of one week, as constraints and costs of a model; the week repeats itself.

Written from their meaning. Rules 1, 3, 13, 14, 23, 24 and 26 speak of one day alone: every option keeps them
(options.py). Rules 27, 28 and 31 speak of weeks in a row, 33 of what no placing changes.
"""

from __future__ import annotations

from typing import Any

from tests.oracle.cpsat.hour_rules import legs_to_hard_run, lift_hours, two_a_day
from tests.oracle.cpsat.model import DAYS, SCALE, Sum, WeekModel, is_never
from tests.oracle.cpsat.options import Option
from tests.oracle.cpsat.order_rules import orders, preferred_orders
from tests.oracle.cpsat.question import LIFTING, RACES
from tests.oracle.facts import Item, level_of, lower_level
from tests.oracle.hard import LONG_SHARE, LONG_SHARE_MORE
from tests.oracle.soft import HIGH, LOW, MEDIUM, RUN_DAYS, SHORT_RUN, sign

LONGEST_WEEK = 7 * 24 * 60  # minutes


def counts(week: WeekModel) -> None:
    """Rules 2, 8 and 32: days of rest, hard, key and long runs, circuits."""
    beginner, runs_new = lower_level(week.profile) == "beginner", level_of(week.profile, "run") == "beginner"
    hard = 0 if week.profile.get("medical_caution") else 1 if runs_new else 2
    most = (
        (sum(literal for _, literal in week.all), 5 if beginner else 6),
        (week.total(lambda item: item.is_circuit or item.intensity == "hard"), hard),
        (week.total(lambda item: item.is_key), 3),
        (week.total(lambda item: item.intensity == "long"), 1),
        (week.total(lambda item: item.is_circuit), 1 if beginner else 2),
    )
    for count, limit in most:
        week.model.add(count <= limit)


def spacing(week: WeekModel) -> None:
    """Rules 7, 9, 10 and 32: never on neighbouring days."""
    apart = [
        lambda item: item.is_key,
        lambda item: item.spaced_region in ("upper", "full"),
        lambda item: item.spaced_region in ("lower", "full"),
    ]
    if level_of(week.profile, "run") == "beginner":
        apart.append(lambda item: item.has_run)
    for has in apart:
        here = week.every_day(has)
        for day in DAYS:
            week.forbid(here[day], here[day - 6])


def before_key_runs(week: WeekModel) -> None:
    """Rules 12 and 15: legs on the day before a key run; rule 17: legs on the day after the long run."""
    full = MEDIUM if week.goal in LIFTING else HIGH
    for day in DAYS:
        key = week.on(day + 1, lambda item: item.is_key)
        week.forbid(week.on(day, lambda item: item.is_heavy_leg_lift), key)
        week.pay_for(full, week.on(day, lambda item: item.is_moderate_full), key)
        legs = week.on(day + 1, lambda item: item.is_leg_lift)
        week.pay_for(after_long(week), week.on(day, lambda item: item.intensity == "long"), legs)


def after_long(week: WeekModel) -> float:
    """Rule 17's weight."""
    return HIGH if week.goal == "endurance" else MEDIUM


def days_alone(week: WeekModel) -> None:
    """What a day costs by itself: rules 6, 17, 18 and 21's combined runs."""
    hard_week = bool(week.question.rx.hard)
    for option, literal in week.all:
        cost = _double_day(week, option) + _legs_beside_runs(week, option, hard_week)
        cost += sum(_dose(week, item) for item in option.items)
        if cost:
            week.costs.append(int(SCALE * cost) * literal)


def _double_day(week: WeekModel, option: Option) -> float:
    """Rule 6: the run comes first, but for strength, where heavy legs may come before an easy run."""
    if not option.is_double or option.items[0].has_run:
        return 0
    lift, run = option.items
    return MEDIUM * (not (week.goal == "strength" and lift.is_heavy_leg_lift and run.intensity == "easy"))


def _legs_beside_runs(week: WeekModel, option: Option, hard_week: bool) -> float:
    runs = {item.intensity for item in option.items}
    if not any(item.is_leg_lift for item in option.items):
        return 0
    easy_day = week.goal in RACES and hard_week and bool(runs & {"easy", "moderate"})
    return after_long(week) * ("long" in runs) + LOW * easy_day


def _dose(week: WeekModel, item: Item) -> float:
    """A combined session's run that is long or fast, where strength or size is the goal."""
    fast_or_long = item.run_minutes > SHORT_RUN or item.is_key
    return HIGH * (week.goal in LIFTING and item.kind == "combined" and fast_or_long)


def minutes(week: WeekModel) -> None:
    """Rule 25: the long run's share; rule 29: the easy share; rule 21: how many runs."""
    rx = week.question.rx
    long = week.total(lambda item: item.run_minutes if item.intensity == "long" else 0)
    if rx.runs >= 2 and not is_never(long):
        share = round(100 * LONG_SHARE.get(rx.runs, LONG_SHARE_MORE))
        week.model.add(100 * long <= share * week.total(lambda item: item.run_minutes * (not item.is_circuit)))
    if rx.runs + rx.circuits >= 4:
        everything, fast = week.total(lambda item: item.run_minutes), week.total(_fast)
        week.model.add(4 * fast <= everything + 4 * LONGEST_WEEK * week.paid(MEDIUM))
    if week.goal in LIFTING and rx.runs + rx.circuits > RUN_DAYS:
        week.costs.append(int(SCALE * HIGH))


def _fast(item: Item) -> int:
    """Minutes that are not easy: nine twentieths of a hard run, a moderate run less ten minutes at its ends."""
    if item.intensity == "hard":
        return item.run_minutes * 9 // 20
    return max(item.run_minutes - 10, 0) if item.intensity == "moderate" else 0


def monotony(week: WeekModel) -> None:
    """Rule 30: monotony stays under 2.0 exactly where 98 times the sum of the days' squares passes 17 T^2."""
    loads = [(option.load, literal) for option, literal in week.all]
    most = 7 * max((load for load, _ in loads), default=0)
    if not most:
        return
    total, square = week.model.new_int_var(0, most, ""), week.model.new_int_var(0, most * most, "")
    week.model.add(total == sum(load * literal for load, literal in loads))
    week.model.add_multiplication_equality(square, [total, total])
    squares = sum(load * load * literal for load, literal in loads)
    week.model.add(98 * squares + 17 * most * most * week.paid(MEDIUM) >= 17 * square + 1)


def varied_days(week: WeekModel) -> None:
    """Rule 20: training days in a row made of the same."""
    marked: dict[Any, list[Sum]] = {}
    for option, literal in week.all:
        days = marked.setdefault(tuple(sorted(map(sign, option.items))), [0] * 7)
        days[option.day] += literal
    for day in DAYS:
        alike = [(days[day], days[day - 6]) for days in marked.values()]
        alike = [pair for pair in alike if not any(map(is_never, pair))]
        if alike:
            paid = week.paid(MEDIUM if week.goal == "fat_loss" else LOW)
            for here, there in alike:
                week.forbid(here, there, unless=paid)


def frequency(week: WeekModel) -> None:
    """Rule 22: each half of the body twice a week, once for races on three days; not for those who declined lifts."""
    if week.profile.get("lifts_per_week") == 0:
        return
    rx = week.question.rx
    regions = [*rx.regions, *["full"] * rx.circuits]
    found = [sum(region in ("full", half) for region in regions) for half in ("upper", "lower")]
    twice, once = (sum(max(0, least - count) for count in found) for least in (2, 1))
    weight = HIGH if week.goal in LIFTING else MEDIUM
    many_days: Sum = 1
    if week.goal in RACES:
        many_days = week.model.new_bool_var("")
        week.model.add(sum(literal for _, literal in week.all) <= 3 + 4 * many_days)
    week.costs += [int(SCALE * weight) * once, int(SCALE * weight) * (twice - once) * many_days]


RULES = (
    counts,
    spacing,
    before_key_runs,
    days_alone,
    minutes,
    monotony,
    varied_days,
    frequency,
    orders,
    preferred_orders,
    two_a_day,
    lift_hours,
    legs_to_hard_run,
)
