"""Exercises by movement pattern and equipment, and which patterns a region trains, the most important first."""

from enum import StrEnum

from planner.engine.domain import Athlete
from planner.engine.vocabulary import RUNNING_GOALS, Equipment, Goal, Level, Region

BODY, BANDS, DUMBBELLS, KETTLEBELL, BARBELL, MACHINES = (
    Equipment.BODYWEIGHT,
    Equipment.BANDS,
    Equipment.DUMBBELLS,
    Equipment.KETTLEBELL,
    Equipment.BARBELL,
    Equipment.MACHINES,
)
LOADS = frozenset({BANDS, DUMBBELLS, KETTLEBELL, BARBELL, MACHINES})
WEIGHTS = LOADS - {BANDS}  # what is told in a number: a band has none


class Pattern(StrEnum):
    """The movements that together train the whole body; the value is what people call it."""

    SQUAT = "Squat"
    HINGE = "Hinge"
    LUNGE = "Lunge"
    CALF = "Calves"
    PUSH = "Push"
    PULL = "Pull"
    PRESS = "Overhead push"
    PULL_DOWN = "Overhead pull"
    CORE = "Core"
    CARRY = "Carry"
    BALANCE = "Balance"


LEGS = frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.CALF})
HELD = frozenset({Pattern.CORE, Pattern.CARRY, Pattern.BALANCE})  # told in seconds, not in repetitions

EXERCISES: dict[Pattern, tuple[tuple[Equipment, str], ...]] = {
    Pattern.SQUAT: (
        (BARBELL, "back squat"),
        (BARBELL, "front squat"),
        (DUMBBELLS, "goblet squat"),
        (KETTLEBELL, "kettlebell front squat"),
        (MACHINES, "leg press"),
        (BANDS, "band squat"),
        (BODY, "slow bodyweight squat"),
        (BODY, "step-up"),
    ),
    Pattern.HINGE: (
        (BARBELL, "deadlift"),
        (BARBELL, "Romanian deadlift"),
        (DUMBBELLS, "dumbbell Romanian deadlift"),
        (KETTLEBELL, "kettlebell deadlift"),
        (MACHINES, "leg curl"),
        (BANDS, "band good morning"),
        (BODY, "single-leg hip bridge"),
        (BODY, "single-leg Romanian deadlift"),
    ),
    Pattern.LUNGE: (
        (BARBELL, "barbell split squat"),
        (DUMBBELLS, "dumbbell reverse lunge"),
        (KETTLEBELL, "kettlebell step-up"),
        (BODY, "split squat"),
        (BODY, "walking lunge"),
    ),
    Pattern.CALF: (
        (BARBELL, "barbell calf raise"),
        (DUMBBELLS, "single-leg calf raise with a dumbbell"),
        (MACHINES, "seated calf raise"),
        (BODY, "single-leg calf raise on a step"),
        (BODY, "slow calf raise with bent knees"),
    ),
    Pattern.PUSH: (
        (BARBELL, "bench press"),
        (DUMBBELLS, "dumbbell bench press"),
        (KETTLEBELL, "kettlebell floor press"),
        (MACHINES, "chest press"),
        (BANDS, "band chest press"),
        (BODY, "press-up"),
        (BODY, "press-up with hands raised"),
    ),
    Pattern.PULL: (
        (BARBELL, "bent-over row"),
        (DUMBBELLS, "one-arm dumbbell row"),
        (KETTLEBELL, "one-arm kettlebell row"),
        (MACHINES, "seated cable row"),
        (BANDS, "band row"),
        (BODY, "inverted row"),
        (BODY, "row under a sturdy table"),
    ),
    Pattern.PRESS: (
        (BARBELL, "overhead press"),
        (DUMBBELLS, "dumbbell shoulder press"),
        (KETTLEBELL, "kettlebell press"),
        (MACHINES, "shoulder press machine"),
        (BANDS, "band overhead press"),
        (BODY, "pike press-up"),
        (BODY, "wall slide"),
    ),
    Pattern.PULL_DOWN: (
        (MACHINES, "lat pulldown"),
        (DUMBBELLS, "dumbbell pullover"),
        (BANDS, "band pulldown"),
        (BODY, "pull-up"),
        (BODY, "slow lowering from a pull-up"),
    ),
    Pattern.CORE: ((BODY, "plank"), (BODY, "side plank"), (BODY, "dead bug")),
    Pattern.CARRY: (
        (DUMBBELLS, "farmer's carry"),
        (KETTLEBELL, "suitcase carry"),
        (BODY, "bear crawl"),
        (BODY, "carry of a full rucksack"),
    ),
    Pattern.BALANCE: ((BODY, "standing on one leg near a wall"), (BODY, "heel-to-toe walk")),
}

# What to reach for first. Beginners learn faster where the path is guided or the weight easy to drop.
PREFERENCE: dict[Level, tuple[Equipment, ...]] = {
    Level.BEGINNER: (DUMBBELLS, MACHINES, KETTLEBELL, BANDS, BODY, BARBELL),
    Level.INTERMEDIATE: (DUMBBELLS, BARBELL, KETTLEBELL, MACHINES, BANDS, BODY),
    Level.ADVANCED: (BARBELL, DUMBBELLS, KETTLEBELL, MACHINES, BANDS, BODY),
}
FOR_STRENGTH = PREFERENCE[Level.ADVANCED]

NEEDED: dict[Region, tuple[Pattern, ...]] = {
    Region.FULL: (Pattern.SQUAT, Pattern.PUSH, Pattern.PULL),
    Region.UPPER: (Pattern.PUSH, Pattern.PULL),
    Region.LOWER: (Pattern.SQUAT, Pattern.HINGE),
}
MORE: dict[Region, tuple[Pattern, ...]] = {
    Region.FULL: (Pattern.HINGE, Pattern.CORE, Pattern.LUNGE, Pattern.CALF),
    Region.UPPER: (Pattern.PRESS, Pattern.PULL_DOWN, Pattern.CORE, Pattern.CARRY),
    Region.LOWER: (Pattern.LUNGE, Pattern.CALF, Pattern.CORE, Pattern.CARRY),
}
MORE_FOR_RUNNERS: dict[Region, tuple[Pattern, ...]] = MORE | {
    Region.FULL: (Pattern.HINGE, Pattern.CALF, Pattern.CORE, Pattern.LUNGE),
    Region.LOWER: (Pattern.CALF, Pattern.LUNGE, Pattern.CORE, Pattern.CARRY),
}


def patterns(athlete: Athlete, region: Region) -> tuple[Pattern, ...]:
    """The patterns of a region, those it cannot do without first; runners come to their calves sooner."""
    more = MORE_FOR_RUNNERS if athlete.goal in RUNNING_GOALS else MORE
    return NEEDED[region] + more[region]


def has_loads(athlete: Athlete) -> bool:
    """Whether there is anything to add weight with."""
    return athlete.equipment is None or bool(athlete.equipment & LOADS)


def choices(athlete: Athlete, pattern: Pattern, *, barbell: bool = True, most: int = 2) -> tuple[str, ...]:
    """Exercises of a pattern for what the athlete has, the first choice first; the body is always there."""
    return tuple(name for _tool, name in fitting(athlete, pattern, barbell=barbell)[:most])


def fitting(athlete: Athlete, pattern: Pattern, *, barbell: bool = True) -> list[tuple[Equipment, str]]:
    """The same in whole, each with what it is done with."""
    strong = athlete.goal is Goal.STRENGTH and athlete.lift_level is not Level.BEGINNER
    order = FOR_STRENGTH if strong else PREFERENCE[athlete.lift_level]
    has = (frozenset(Equipment) if athlete.equipment is None else athlete.equipment) | {BODY}
    fit = [(tool, name) for tool, name in EXERCISES[pattern] if tool in has and (barbell or tool is not BARBELL)]
    return sorted(fit, key=lambda one: order.index(one[0]))
