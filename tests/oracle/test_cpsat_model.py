"""The CP-SAT model of a week rule by rule: the cheapest week of small questions whose answer is known."""

from typing import Any

import pytest

from planner.engine import Session
from planner.engine.domain import Lift, Run
from planner.engine.prescription import Prescription
from planner.engine.vocabulary import Effort, Intensity, Kind, Region
from tests.oracle.cpsat.answers import cheapest, model_of
from tests.oracle.cpsat.question import Question, Starts

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
FULL, UPPER, LOWER = Region.FULL, Region.UPPER, Region.LOWER
EVENING = ("18:00", "20:00")


def athlete(*windows: tuple[Any, ...], goal: str = "general", level: str = "intermediate", **fields: Any) -> Any:
    """A profile with windows of (weekday, start, end, only), evenings where no hours are told; long runs allowed."""
    free = [dict(zip(("weekday", "start", "end", "only"), (*w, *EVENING[: 3 - len(w)]), strict=False)) for w in windows]
    levels = {"run_level": level, "lift_level": level, "longest_recent_run_minutes": 90}
    return {"goal": goal, "availability": free, **levels, **fields}


def prescription(**counts: Any) -> Prescription:
    """So many sessions, none of what is not named; lifts are full-body unless told."""
    given = dict.fromkeys(("run_only", "lift_only", "combined", "recovery", "circuits", "hard"), 0) | counts
    lifts = given["lift_only"] + given["combined"]
    return Prescription(**{"long": False, "regions": (FULL,) * lifts} | given)


def least(profile: Any, starts: Starts = Starts.ANY, **counts: Any) -> float | None:
    """The cost of the cheapest week; None where there is none."""
    answer = cheapest(profile, prescription(**counts), starts)
    return answer and answer[1]


DAILY = tuple((day,) for day in range(7))
LIFT_THEN_RUN = ((MON, "18:00", "19:30", "lift"), (TUE, "18:00", "19:30", "run"))
TWO_FULL = {"lift_only": 2}
HARD_AND_LIFT = {"run_only": 1, "hard": 1, "lift_only": 1}
CASES = {
    "2 rest-day: seven days": (athlete(*DAILY), {"run_only": 7}, None),
    "2 rest-day: six days of a beginner": (athlete(*DAILY, level="beginner"), {"lift_only": 6}, None),
    "7 hard-easy: neighbours": (athlete((MON,), (TUE,)), {"run_only": 2, "hard": 2}, None),
    "7 hard-easy: Sunday and Monday": (athlete((SUN,), (MON,)), {"run_only": 2, "hard": 2}, None),
    "8 hard-run-cap": (athlete(*DAILY), {"run_only": 3, "hard": 3}, None),
    "9 novice-run-spacing": (athlete((MON,), (TUE,), level="beginner"), {"run_only": 2}, None),
    "10 muscle-recovery: neighbours": (athlete((MON,), (TUE,)), TWO_FULL, None),
    "10 muscle-recovery: kept": (athlete((MON,), (WED,)), TWO_FULL, 0),
    "10 muscle-recovery: other muscles": (athlete((MON,), (TUE,)), TWO_FULL | {"regions": (UPPER, LOWER)}, 8),
    "11 hours: a lift in the morning": (athlete((MON,), (WED, "07:00", "08:00")), TWO_FULL, 1),
    "11 hours: a later minute helps": (athlete((MON,), (WED, "07:00", "19:00")), TWO_FULL, 0),
    "12 legs-before-key-run": (athlete(*LIFT_THEN_RUN), HARD_AND_LIFT | {"regions": (LOWER,)}, None),
    "15 full-body-before-key-run": (athlete(*LIFT_THEN_RUN), HARD_AND_LIFT, 10 + 8),
    "15 full-body-before-key-run: muscle": (athlete(*LIFT_THEN_RUN, goal="muscle"), HARD_AND_LIFT, 4 + 20),
    "16 legs-to-hard-run: 36 h": (
        athlete((MON, "18:00", "19:00", "lift"), (WED, "07:00", "08:00", "run"), goal="speed"),
        HARD_AND_LIFT,
        2,
    ),
    "17 long-run-recovery": (
        athlete((MON, "18:00", "20:00", "run"), (TUE, "18:00", "20:00", "lift"), goal="endurance"),
        {"run_only": 1, "long": True, "lift_only": 1},
        10,
    ),
    "18 hard-days-hard: legs after the hard run": (
        athlete((MON,), (WED, "18:00", "19:00", "run"), goal="speed"),
        {"run_only": 1, "combined": 1, "hard": 1},
        0,
    ),
    "18 hard-days-hard: legs beside the easy run": (
        athlete((MON,), (WED, "18:00", "19:00", "run"), goal="speed", order_policy="my_order", my_order="lift_first"),
        {"run_only": 1, "combined": 1, "hard": 1},
        1,
    ),
    "20 varied-days": (athlete((MON,), (TUE,), lifts_per_week=0), {"run_only": 2}, 1),
    "20 varied-days: fat loss": (athlete((MON,), (TUE,), goal="fat_loss", lifts_per_week=0), {"run_only": 2}, 4),
    "21 concurrent-dose: four runs": (athlete(*DAILY, goal="muscle", lifts_per_week=0), {"run_only": 4}, 10 + 1),
    "22 strength-frequency: once": (athlete((MON,), goal="strength"), {"lift_only": 1}, 20),
    "22 strength-frequency: declined": (athlete((MON,), lifts_per_week=0), {"run_only": 1}, 0),
    "30 monotony": (athlete(*DAILY[:6]), {"lift_only": 6, "regions": (UPPER, LOWER) * 3}, 4),
}


@pytest.mark.parametrize(("profile", "counts", "cost"), CASES.values(), ids=CASES)
def test_the_cheapest_week_costs(profile, counts, cost):
    assert least(profile, **counts) == cost


def test_orders_take_turns_and_the_odd_one_is_on_the_goals_side():
    days = ((MON,), (WED,), (FRI,))
    assert [s.order for s in cheapest(athlete(*days), prescription(combined=3))[0].chosen().sessions] == [
        "run_first",
        "lift_first",
        "run_first",
    ]
    fixed = athlete(*days, order_policy="my_order", my_order="run_first")
    assert least(fixed, combined=3) == 0  # nothing could turn
    liked = athlete(*days, goal="muscle", order_policy="priority_first")
    upper = {"combined": 3, "regions": (UPPER,) * 3}
    assert least(liked, **upper) == 20 + 2  # legs never; the preferred order thrice is cheaper than one turn


def test_two_sessions_of_a_day_want_three_hours_better_six():
    def two_a_day(later: str, end: str) -> float | None:
        profile = athlete((MON, "07:00", "08:00"), (MON, later, end), (THU,), arrangement="two_a_day")
        return least(profile, combined=1, lift_only=1, two_a_day=True, one_session_too=False)

    assert two_a_day("10:00", "10:50") is None
    assert two_a_day("12:00", "13:00") == 10
    assert two_a_day("14:00", "15:00") == 0


def test_usual_starts_are_fewer_than_minutes():
    profile = athlete((MON,), (WED, "17:00", "19:30"))
    assert least(profile, Starts.USUAL, lift_only=2) == 1
    assert least(profile, Starts.MORE, lift_only=2) == least(profile, Starts.ANY, lift_only=2) == 0


def test_given_sessions_find_other_company():
    run = Session("", 0, 0, Kind.RUN_ONLY, run=Run(Intensity.HARD, 45), warm_up=10)
    lift = Session("", 0, 0, Kind.LIFT_ONLY, lift=Lift(FULL, Effort.MODERATE, 50))
    profile = athlete((MON, "18:00", "19:00"), (TUE, "07:00", "20:00"))
    rx = prescription(**HARD_AND_LIFT)
    assert model_of(Question(profile, rx)).solve() == 8  # the hard run first; only one lift
    narrow = athlete(*LIFT_THEN_RUN[:1], (TUE, "07:00", "20:00"))
    apart = cheapest(narrow, rx)
    together = model_of(Question(narrow, rx, exactly=(run, lift))).solve()
    assert (apart[1], together) == (18, 8)
