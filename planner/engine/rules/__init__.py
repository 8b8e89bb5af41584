"""The rule set: every rule the planner knows, by hand, hard ones and soft ones, each in the order of its number."""

from planner.engine.rules import availability, load, order, recovery, variety, weeks
from planner.engine.rules.shapes import Rule

HARD: tuple[Rule, ...] = (
    availability.AVAILABILITY,
    availability.REST_DAY,
    availability.SESSIONS_PER_DAY,
    availability.SAME_DAY_SEPARATION,
    recovery.HARD_EASY,
    load.HARD_RUN_CAP,
    recovery.NOVICE_RUN_SPACING,
    recovery.MUSCLE_RECOVERY_48H,
    recovery.LEGS_BEFORE_KEY_RUN,
    order.SESSION_ORDER,
    order.NO_HARD_RUN_AFTER_LEGS,
    availability.SESSION_BOUNDS,
    availability.WARM_UP_COOL_DOWN,
    load.LONG_RUN_SHARE,
    load.SINGLE_RUN_SPIKE,
    weeks.TAPER_AND_RACE_WEEK,
    load.CIRCUIT_LIMIT,
)
SOFT: tuple[Rule, ...] = (
    availability.SAME_DAY_SEPARATION_6H,
    availability.DOUBLE_DAY_ORDER,
    recovery.MUSCLE_RECOVERY_HOURS,
    recovery.FULL_BODY_BEFORE_KEY_RUN,
    recovery.LEGS_TO_HARD_RUN_48H,
    recovery.LONG_RUN_RECOVERY,
    load.HARD_DAYS_HARD,
    order.ALTERNATE_ORDER,
    variety.VARIED_DAYS,
    load.CONCURRENT_DOSE,
    load.STRENGTH_FREQUENCY,
    weeks.WEEKLY_PROGRESSION,
    weeks.DELOAD,
    load.EASY_SHARE_RULE,
    load.MONOTONY,
    weeks.HEALTH_FLOOR,
)
RULES: tuple[Rule, ...] = tuple(sorted(HARD + SOFT, key=lambda rule: rule.number))
