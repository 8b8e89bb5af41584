"""The field's terms as enumerations; everything else in the engine is spelled with these."""

from enum import StrEnum


class Goal(StrEnum):
    """What the athlete wants most."""

    ENDURANCE = "endurance"
    SPEED = "speed"
    STRENGTH = "strength"
    MUSCLE = "muscle"
    FAT_LOSS = "fat_loss"
    GENERAL = "general"


RUNNING_GOALS = frozenset({Goal.ENDURANCE, Goal.SPEED})
LIFTING_GOALS = frozenset({Goal.STRENGTH, Goal.MUSCLE})


class Level(StrEnum):
    """Regular training behind the athlete: under 6 months, 6 to 24 months, over 2 years."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    @property
    def rank(self) -> int:
        """0 for a beginner, 2 for advanced: levels compare by it."""
        return list(Level).index(self)


class Kind(StrEnum):
    """What a session is made of."""

    RUN_ONLY = "run_only"
    LIFT_ONLY = "lift_only"
    COMBINED = "combined"
    CIRCUIT = "circuit"
    RECOVERY = "recovery"


class Intensity(StrEnum):
    """How a run is run; `hard` and `long` are key runs."""

    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"
    LONG = "long"


class Region(StrEnum):
    """The muscles a lift trains; `full` overlaps both others."""

    UPPER = "upper"
    LOWER = "lower"
    FULL = "full"


class Effort(StrEnum):
    """How a lift is lifted; `light` is exempt from the spacing rules."""

    LIGHT = "light"
    MODERATE = "moderate"
    HEAVY = "heavy"


class Order(StrEnum):
    """Which part of a combined session comes first."""

    RUN_FIRST = "run_first"
    LIFT_FIRST = "lift_first"

    @property
    def other(self) -> "Order":
        """The opposite order."""
        return Order.LIFT_FIRST if self is Order.RUN_FIRST else Order.RUN_FIRST


class Shape(StrEnum):
    """The shapes a person can give a session of running and lifting; the last but one is two sessions of a day."""

    RUN_ONLY = "run_only"
    LIFT_ONLY = "lift_only"
    RUN_FIRST = "run_first"
    LIFT_FIRST = "lift_first"
    TWO_A_DAY = "two_a_day"
    CIRCUIT = "circuit"


class Lock(StrEnum):
    """What of a session can be kept on its own: its weekday, its start, which part comes first, parts and minutes."""

    DAY = "day"
    HOUR = "hour"
    ORDER = "order"
    CONTENT = "content"


class Modality(StrEnum):
    """One of the two things Tandem plans."""

    RUN = "run"
    LIFT = "lift"


class Activity(StrEnum):
    """What a recovery session is: effort 3 of 10 at the most."""

    WALK = "walk"
    YOGA = "yoga"
    STRETCHING = "stretching"
    MOBILITY = "mobility"
    EASY_SPIN = "easy_spin"


BALANCING = frozenset({Activity.YOGA, Activity.MOBILITY})  # activities that train balance


class System(StrEnum):
    """What gets tired, and is ready again after a while."""

    LEGS = "legs"
    UPPER = "upper"
    AEROBIC = "aerobic"


class Policy(StrEnum):
    """The schools on which part of a combined session comes first."""

    ALTERNATE = "alternate"
    PRIORITY_FIRST = "priority_first"
    FINISH_WITH_FOCUS = "finish_with_focus"
    LEAST_LIKED_FIRST = "least_liked_first"
    MY_ORDER = "my_order"


class Arrangement(StrEnum):
    """Whether runs and lifts share sessions."""

    AUTO = "auto"
    COMBINED = "combined"
    SEPARATE = "separate"
    TWO_A_DAY = "two_a_day"


class Split(StrEnum):
    """Whether each lift trains the whole body or half of it."""

    AUTO = "auto"
    FULL_BODY = "full_body"
    UPPER_LOWER = "upper_lower"


class Equipment(StrEnum):
    """What the athlete can train with."""

    BODYWEIGHT = "bodyweight"
    BANDS = "bands"
    DUMBBELLS = "dumbbells"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    MACHINES = "machines"
    TREADMILL = "treadmill"


class Phase(StrEnum):
    """Where a week stands in its block."""

    STEADY = "steady"
    BASE = "base"
    BUILD = "build"
    SPECIFIC = "specific"
    DELOAD = "deload"
    TAPER = "taper"
    RACE = "race"


LIGHT_PHASES = frozenset({Phase.DELOAD, Phase.TAPER, Phase.RACE})


class Severity(StrEnum):
    """A hard rule makes a week invalid when broken; a soft one has a cost."""

    HARD = "hard"
    SOFT = "soft"


class Confidence(StrEnum):
    """How sure the sources of a rule are."""

    STRONG = "strong"  # meta-analyses agree, or guidelines and trials do
    MODERATE = "moderate"  # one meta-analysis or review, or several trials
    WEAK = "weak"  # single, small or indirect studies
    CONVENTION = "convention"  # coaches agree, no trial
    PRODUCT = "product"  # no claim about training: a promise to the person who plans


class Verdict(StrEnum):
    """What a place means for a session in the hand."""

    OK = "ok"
    CAUTION = "caution"
    BREAKS = "breaks"


class Status(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"


class Unit(StrEnum):
    """What distances and paces are told in."""

    KM = "km"
    MI = "mi"

    @property
    def metres(self) -> float:
        """The length of one."""
        return 1000.0 if self is Unit.KM else 1609.344
