"""The words of what a person can answer on the goals page and of how things are told; each once."""

from django.utils.translation import gettext_noop

from planner.engine.vocabulary import Arrangement, Equipment, Goal, Level, Modality, Policy, Split, Unit
from planner.told import Told

GOAL = Told(
    {
        Goal.ENDURANCE: gettext_noop("Endurance"),
        Goal.SPEED: gettext_noop("Speed"),
        Goal.STRENGTH: gettext_noop("Strength"),
        Goal.MUSCLE: gettext_noop("Muscle"),
        Goal.FAT_LOSS: gettext_noop("Fat loss"),
        Goal.GENERAL: gettext_noop("General fitness"),
    }
)
GOAL_LINE = Told(
    {
        Goal.ENDURANCE: gettext_noop("Run longer, with the strength to hold form."),
        Goal.SPEED: gettext_noop("Run faster: hard runs come fresh."),
        Goal.STRENGTH: gettext_noop("Lift more, and keep a running base."),
        Goal.MUSCLE: gettext_noop("Build muscle; runs stay short and easy."),
        Goal.FAT_LOSS: gettext_noop("Move more, and lift to keep your muscle."),
        Goal.GENERAL: gettext_noop("A bit of everything, in balance."),
    }
)
LEVEL = Told(
    {
        Level.BEGINNER: gettext_noop("New, or under six months"),
        Level.INTERMEDIATE: gettext_noop("Six months to two years"),
        Level.ADVANCED: gettext_noop("Over two years"),
    }
)
POLICY = Told(
    {
        Policy.ALTERNATE: gettext_noop("Take turns"),
        Policy.PRIORITY_FIRST: gettext_noop("Goal first"),
        Policy.FINISH_WITH_FOCUS: gettext_noop("Finish with the focus"),
        Policy.LEAST_LIKED_FIRST: gettext_noop("Least liked first"),
        Policy.MY_ORDER: gettext_noop("My own order"),
    }
)
ARRANGEMENT = Told(
    {
        Arrangement.AUTO: gettext_noop("As it fits best"),
        Arrangement.COMBINED: gettext_noop("Together in one session"),
        Arrangement.SEPARATE: gettext_noop("On days of their own"),
        Arrangement.TWO_A_DAY: gettext_noop("Twice a day, hours apart"),
    }
)
SPLIT = Told(
    {
        Split.AUTO: gettext_noop("As it fits best"),
        Split.FULL_BODY: gettext_noop("Whole body each time"),
        Split.UPPER_LOWER: gettext_noop("Upper and lower in turn"),
    }
)
EQUIPMENT = Told(
    {
        Equipment.BODYWEIGHT: gettext_noop("Bodyweight"),
        Equipment.BANDS: gettext_noop("Bands"),
        Equipment.DUMBBELLS: gettext_noop("Dumbbells"),
        Equipment.KETTLEBELL: gettext_noop("Kettlebell"),
        Equipment.BARBELL: gettext_noop("Barbell"),
        Equipment.MACHINES: gettext_noop("Machines"),
        Equipment.TREADMILL: gettext_noop("Treadmill"),
    }
)
MODALITY = Told({Modality.RUN: gettext_noop("Running"), Modality.LIFT: gettext_noop("Lifting")})
UNIT = Told({Unit.KM: gettext_noop("Kilometres"), Unit.MI: gettext_noop("Miles")})
