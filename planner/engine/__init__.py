"""The planner's face: plan a week, judge it, move in it, explain it. Pure: no Django, no clock, no randomness."""

from planner.engine.asked import RELAXABLE
from planner.engine.block import plan_block
from planner.engine.clashes import clashes
from planner.engine.domain import Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.explain import explain, purpose
from planner.engine.load import session_load, week_load
from planner.engine.moves import Impossible, check_place, day_verdicts, exchange, flip, move
from planner.engine.planning import plan_week
from planner.engine.profile import ProfileError, athlete_from
from planner.engine.recovery import recovery_bars
from planner.engine.repair import Move, Proposal, repair
from planner.engine.rules import RULES
from planner.engine.templates import with_warm_up
from planner.engine.workouts import blocks

__all__ = [
    "RELAXABLE",
    "RULES",
    "Context",
    "Impossible",
    "Move",
    "ProfileError",
    "Proposal",
    "Session",
    "Week",
    "athlete_from",
    "blocks",
    "check_place",
    "clashes",
    "day_verdicts",
    "evaluate",
    "exchange",
    "explain",
    "flip",
    "move",
    "plan_block",
    "plan_week",
    "purpose",
    "recovery_bars",
    "repair",
    "session_load",
    "week_load",
    "with_warm_up",
]
