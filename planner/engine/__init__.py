"""The planner's face: plan a week, judge it, move in it, explain it. Pure: no Django, no clock, no randomness."""

from planner.engine.asked import RELAXABLE
from planner.engine.block import plan_block
from planner.engine.clash_sets import QUICK
from planner.engine.clashes import clashes
from planner.engine.domain import Context, Session, Week
from planner.engine.evaluate import evaluate
from planner.engine.explain import explain, purpose
from planner.engine.judge import judge
from planner.engine.limits import SHORTEST_SESSION, longest_run_cap
from planner.engine.load import is_strained, planned_load, session_load, week_load
from planner.engine.loading import MINUTES_A_SET, week_facts
from planner.engine.locks import against_place, in_order, with_locks
from planner.engine.missed import nearest_safe
from planner.engine.moves import Impossible, check_place, exchange, flip, move
from planner.engine.order_policy import SCHOOLS, Orders, Pairing, Ruling, rulings
from planner.engine.planning import plan_week
from planner.engine.profile import ProfileError, athlete_from
from planner.engine.progression import phases_to_race
from planner.engine.recovery import ready, ready_after, recovery_bars
from planner.engine.repair import Move, Proposal, repair
from planner.engine.reshape import NEW, Reshaped, partner_of, reshape, shape_of
from planner.engine.resize import Span, lighter, resized, spans
from planner.engine.rules import RULES
from planner.engine.templates import with_warm_up
from planner.engine.verdicts import ELSEWHERE, HOUR_OVER, Moment, day_verdicts, verdicts, visiting
from planner.engine.why_not import WhyNot, make_room, why_not
from planner.engine.workouts import Block, Bout, Exercise, Repeat, Role, blocks, exercises_in, steps_of

__all__ = [
    "ELSEWHERE",
    "HOUR_OVER",
    "MINUTES_A_SET",
    "NEW",
    "QUICK",
    "RELAXABLE",
    "RULES",
    "SCHOOLS",
    "SHORTEST_SESSION",
    "Block",
    "Bout",
    "Context",
    "Exercise",
    "Impossible",
    "Moment",
    "Move",
    "Orders",
    "Pairing",
    "ProfileError",
    "Proposal",
    "Repeat",
    "Reshaped",
    "Role",
    "Ruling",
    "Session",
    "Span",
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
    "exercises_in",
    "explain",
    "flip",
    "in_order",
    "is_strained",
    "judge",
    "lighter",
    "longest_run_cap",
    "make_room",
    "move",
    "nearest_safe",
    "partner_of",
    "phases_to_race",
    "plan_block",
    "plan_week",
    "planned_load",
    "purpose",
    "ready",
    "ready_after",
    "recovery_bars",
    "repair",
    "reshape",
    "resized",
    "rulings",
    "session_load",
    "shape_of",
    "spans",
    "steps_of",
    "verdicts",
    "visiting",
    "week_facts",
    "week_load",
    "why_not",
    "with_locks",
    "with_warm_up",
]
