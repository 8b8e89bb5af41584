"""The planner's face: plan a week, judge it, move in it, explain it. Pure: no Django, no clock, no randomness."""

from planner.engine.asked import RELAXABLE
from planner.engine.block import plan_block
from planner.engine.clashes import clashes
from planner.engine.domain import Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.explain import explain, purpose
from planner.engine.judge import judge
from planner.engine.load import is_strained, session_load, week_load
from planner.engine.locks import against_place, in_order, with_locks
from planner.engine.moves import Impossible, check_place, exchange, flip, move
from planner.engine.order_policy import SCHOOLS, Orders, Pairing, Ruling, rulings
from planner.engine.planning import plan_week
from planner.engine.profile import ProfileError, athlete_from
from planner.engine.progression import MINUTES_A_SET, week_facts
from planner.engine.recovery import ready, ready_after, recovery_bars
from planner.engine.repair import Move, Proposal, repair
from planner.engine.rules import RULES
from planner.engine.templates import with_warm_up
from planner.engine.verdicts import ELSEWHERE, day_verdicts, verdicts, visiting
from planner.engine.why_not import WhyNot, make_room, why_not
from planner.engine.workouts import blocks

__all__ = [
    "ELSEWHERE",
    "MINUTES_A_SET",
    "RELAXABLE",
    "RULES",
    "SCHOOLS",
    "Context",
    "Impossible",
    "Move",
    "Orders",
    "Pairing",
    "ProfileError",
    "Proposal",
    "Ruling",
    "Session",
    "Week",
    "WhyNot",
    "against_place",
    "athlete_from",
    "blocks",
    "check_place",
    "clashes",
    "day_verdicts",
    "evaluate",
    "exchange",
    "explain",
    "flip",
    "in_order",
    "is_strained",
    "judge",
    "make_room",
    "move",
    "plan_block",
    "plan_week",
    "purpose",
    "ready",
    "ready_after",
    "recovery_bars",
    "repair",
    "rulings",
    "session_load",
    "verdicts",
    "visiting",
    "week_facts",
    "week_load",
    "why_not",
    "with_locks",
    "with_warm_up",
]
