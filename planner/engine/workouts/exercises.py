"""Exercises by movement pattern and equipment, and which patterns a region trains, the most important first."""

from enum import StrEnum

from planner.engine.domain import Athlete
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
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
    """The movements that together train the whole body; the value is what people call it in English."""

    SQUAT = gettext_noop("Squat")
    HINGE = gettext_noop("Hinge")
    LUNGE = gettext_noop("Lunge")
    CALF = gettext_noop("Calves")
    PUSH = gettext_noop("Push")
    PULL = gettext_noop("Pull")
    PRESS = gettext_noop("Overhead push")
    PULL_DOWN = gettext_noop("Overhead pull")
    CORE = gettext_noop("Core")
    CARRY = gettext_noop("Carry")
    BALANCE = gettext_noop("Balance")

    @property
    def told(self) -> str:
        """What people call it."""
        return _(self.value)


LEGS = frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.CALF})
HELD = frozenset({Pattern.CORE, Pattern.CARRY, Pattern.BALANCE})  # told in seconds, not in repetitions

EXERCISES: dict[Pattern, tuple[tuple[Equipment, str], ...]] = {
    Pattern.SQUAT: (
        (BARBELL, gettext_noop("back squat")),
        (BARBELL, gettext_noop("front squat")),
        (DUMBBELLS, gettext_noop("goblet squat")),
        (KETTLEBELL, gettext_noop("kettlebell front squat")),
        (MACHINES, gettext_noop("leg press")),
        (BANDS, gettext_noop("band squat")),
        (BODY, gettext_noop("slow bodyweight squat")),
        (BODY, gettext_noop("step-up")),
    ),
    Pattern.HINGE: (
        (BARBELL, gettext_noop("deadlift")),
        (BARBELL, gettext_noop("Romanian deadlift")),
        (DUMBBELLS, gettext_noop("dumbbell Romanian deadlift")),
        (KETTLEBELL, gettext_noop("kettlebell deadlift")),
        (MACHINES, gettext_noop("leg curl")),
        (BANDS, gettext_noop("band good morning")),
        (BODY, gettext_noop("single-leg hip bridge")),
        (BODY, gettext_noop("single-leg Romanian deadlift")),
    ),
    Pattern.LUNGE: (
        (BARBELL, gettext_noop("barbell split squat")),
        (DUMBBELLS, gettext_noop("dumbbell reverse lunge")),
        (KETTLEBELL, gettext_noop("kettlebell step-up")),
        (BODY, gettext_noop("split squat")),
        (BODY, gettext_noop("walking lunge")),
    ),
    Pattern.CALF: (
        (BARBELL, gettext_noop("barbell calf raise")),
        (DUMBBELLS, gettext_noop("single-leg calf raise with a dumbbell")),
        (MACHINES, gettext_noop("seated calf raise")),
        (BODY, gettext_noop("single-leg calf raise on a step")),
        (BODY, gettext_noop("slow calf raise with bent knees")),
    ),
    Pattern.PUSH: (
        (BARBELL, gettext_noop("bench press")),
        (DUMBBELLS, gettext_noop("dumbbell bench press")),
        (KETTLEBELL, gettext_noop("kettlebell floor press")),
        (MACHINES, gettext_noop("chest press")),
        (BANDS, gettext_noop("band chest press")),
        (BODY, gettext_noop("press-up")),
        (BODY, gettext_noop("press-up with hands raised")),
    ),
    Pattern.PULL: (
        (BARBELL, gettext_noop("bent-over row")),
        (DUMBBELLS, gettext_noop("one-arm dumbbell row")),
        (KETTLEBELL, gettext_noop("one-arm kettlebell row")),
        (MACHINES, gettext_noop("seated cable row")),
        (BANDS, gettext_noop("band row")),
        (BODY, gettext_noop("inverted row")),
        (BODY, gettext_noop("row under a sturdy table")),
    ),
    Pattern.PRESS: (
        (BARBELL, gettext_noop("overhead press")),
        (DUMBBELLS, gettext_noop("dumbbell shoulder press")),
        (KETTLEBELL, gettext_noop("kettlebell press")),
        (MACHINES, gettext_noop("shoulder press machine")),
        (BANDS, gettext_noop("band overhead press")),
        (BODY, gettext_noop("pike press-up")),
        (BODY, gettext_noop("wall slide")),
    ),
    Pattern.PULL_DOWN: (
        (MACHINES, gettext_noop("lat pulldown")),
        (DUMBBELLS, gettext_noop("dumbbell pullover")),
        (BANDS, gettext_noop("band pulldown")),
        (BODY, gettext_noop("pull-up")),
        (BODY, gettext_noop("slow lowering from a pull-up")),
    ),
    Pattern.CORE: ((BODY, gettext_noop("plank")), (BODY, gettext_noop("side plank")), (BODY, gettext_noop("dead bug"))),
    Pattern.CARRY: (
        (DUMBBELLS, gettext_noop("farmer's carry")),
        (KETTLEBELL, gettext_noop("suitcase carry")),
        (BODY, gettext_noop("bear crawl")),
        (BODY, gettext_noop("carry of a full rucksack")),
    ),
    Pattern.BALANCE: (
        (BODY, gettext_noop("standing on one leg near a wall")),
        (BODY, gettext_noop("heel-to-toe walk")),
    ),
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
    return tuple(_(name) for _tool, name in fitting(athlete, pattern, barbell=barbell)[:most])


def fitting(athlete: Athlete, pattern: Pattern, *, barbell: bool = True) -> list[tuple[Equipment, str]]:
    """The same in whole, each with what it is done with."""
    strong = athlete.goal is Goal.STRENGTH and athlete.lift_level is not Level.BEGINNER
    order = FOR_STRENGTH if strong else PREFERENCE[athlete.lift_level]
    has = (frozenset(Equipment) if athlete.equipment is None else athlete.equipment) | {BODY}
    fit = [(tool, name) for tool, name in EXERCISES[pattern] if tool in has and (barbell or tool is not BARBELL)]
    return sorted(fit, key=lambda one: order.index(one[0]))
