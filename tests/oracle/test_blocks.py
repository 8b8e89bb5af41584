"""Plans of 1 to 24 weeks, judged as a whole by the second reading of the rules."""

import json

import pytest

from planner.headless import answer_for
from tests.oracle.judgement import judge_block
from tests.oracle.profiles import block_profile
from tests.oracle.run import START

OPTIONS = {"start": START, "check": False, "repair": False, "format": "json"}


@pytest.mark.parametrize("seed", range(40))
def test_a_plan_of_many_weeks_holds(seed):
    profile, weeks = block_profile(seed)
    plan = json.loads(answer_for({**OPTIONS, "weeks": str(weeks)})(profile))
    assert list(judge_block(profile, plan)) == []
