"""What a profile forbids or asks for holds, and is told where it does not, when a week is searched a second time.

Windows of these profiles hold no run and lift as one session on some days, so a pair may be two sessions of a day.
"""

import json

import pytest

from planner.headless import answer_for
from tests.oracle.judgement import judge
from tests.oracle.profiles import busy_profile, random_profile
from tests.oracle.run import START

OPTIONS = {"start": START, "weeks": "1", "check": False, "repair": False, "format": "json"}
TOO_MANY_DAYS = (3227, 2945)
LONG_RUN_ELSEWHERE = (4532, 4992, 5166, 6853, 12009)


def troubles(profile):
    plan = json.loads(answer_for(OPTIONS)(profile))
    return [text for text in judge(profile, plan) if text.startswith(("limit", "silent wish long_run_weekday"))]


@pytest.mark.parametrize("seed", TOO_MANY_DAYS)
def test_a_pair_that_is_parted_takes_no_day_too_many(seed):
    assert troubles(busy_profile(seed)) == []


def test_not_even_where_one_day_was_asked_for():
    assert troubles(random_profile(2680)) == []


@pytest.mark.parametrize("seed", LONG_RUN_ELSEWHERE)
def test_a_long_run_keeps_the_day_that_was_asked_for_or_the_plan_says_so(seed):
    assert troubles(busy_profile(seed)) == []
