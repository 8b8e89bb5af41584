"""Rules that give each tissue its time: hard and easy days, legs before fast running, the same muscles again."""

from planner.engine.domain import Lift, Session
from planner.engine.rules.shapes import Case, PairRule, Spacing, Span, Weight
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import RUNNING_GOALS, Confidence, Effort, Goal, Intensity, Level, Region

LIGHT, MODERATE, FULL = Effort.LIGHT, Effort.MODERATE, Region.FULL  # sooner looked up, and looked up most
HARD, LONG = Intensity.HARD, Intensity.LONG
A_DAY_BETWEEN = Spacing(days=2)
MUSCLE_HOURS = Spacing(hours=48, span=Span.START_TO_START)
LEG_HOURS = Spacing(hours=44, span=Span.LIFT_TO_RUN)
TIRED_LEG_HOURS = 24  # under these the strain is whole, from these on half


def spaced_lift(session: Session) -> Lift | None:
    """The lift that the spacing rules see: none where it is light; a circuit counts as a full moderate one."""
    if session.is_circuit:
        return Lift(FULL, MODERATE, session.minutes)
    lift = session.lift
    return None if lift is None or lift.effort is LIGHT else lift


def key_runs_close(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for two key runs on one day or on neighbouring days."""
    return days_apart < 2 and earlier.is_key and later.is_key


def novice_runs_close(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for a beginner's runs on one day or on neighbouring days."""
    if case.athlete.run_level is not Level.BEGINNER:
        return 0
    return days_apart < 2 and earlier.run is not None and later.run is not None


def same_muscles_close(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for lifts of the same muscles on one day or on neighbouring days."""
    if days_apart > 1:
        return 0
    first, second = spaced_lift(earlier), spaced_lift(later)
    return first is not None and second is not None and first.overlaps(second)


def same_muscles_under_48h(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 where lifts of the same muscles start less than 48 hours apart."""
    first, second = spaced_lift(earlier), spaced_lift(later)
    if first is None or second is None or not first.overlaps(second):
        return 0
    return MUSCLE_HOURS.gap(earlier, later, days_apart) < MUSCLE_HOURS.hours


def heavy_legs_before_key_run(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for a heavy leg lift the day before a key run."""
    return days_apart == 1 and later.is_key and earlier.lift is not None and earlier.lift.is_heavy_leg


def full_body_before_key_run(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for a moderate full-body lift the day before a key run."""
    if days_apart != 1 or not later.is_key:
        return 0
    lift = spaced_lift(earlier)
    return lift is not None and lift.region is FULL and lift.effort is MODERATE


def legs_to_hard_run(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 where a hard run starts within 24 hours of the end of a leg lift, a half within 44."""
    if later.run is None or later.run.intensity is not HARD or earlier.is_circuit or not earlier.is_leg_lift:
        return 0
    gap = LEG_HOURS.gap(earlier, later, days_apart)
    return 0 if gap < 0 or gap >= LEG_HOURS.hours else 1 if gap < TIRED_LEG_HOURS else 0.5


def legs_after_long_run(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 for a leg lift on the day of the long run, in its own session too, or on the day after."""
    after = _is_long(earlier) and later.is_leg_lift and days_apart < 2
    before = days_apart == 0 and earlier.is_leg_lift and _is_long(later)
    return after or before


def _is_long(session: Session) -> bool:
    return session.run is not None and session.run.intensity is LONG


HARD_EASY = PairRule(
    number=7,
    id="hard-easy",
    sentence=gettext_noop("Hard and long runs never sit on neighbouring days, Sunday to Monday included."),
    statement=gettext_noop(
        "Any two key runs are at least 2 days apart; a circuit counts as a key run, so does a race."
    ),
    source="convention; Foster 1998",
    confidence=Confidence.CONVENTION,
    article=("S13",),
    reach=1,
    spacing=A_DAY_BETWEEN,
    strains=key_runs_close,
)
NOVICE_RUN_SPACING = PairRule(
    number=9,
    id="novice-run-spacing",
    sentence=gettext_noop("New runners rest a day between runs."),
    statement=gettext_noop("Beginners run on days at least 2 apart, so at most 3 times a week; a race is a run."),
    source="NHS couch-to-5k plan",
    confidence=Confidence.CONVENTION,
    reach=1,
    spacing=A_DAY_BETWEEN,
    strains=novice_runs_close,
)
MUSCLE_RECOVERY_48H = PairRule(
    number=10,
    id="muscle-recovery-48h",
    sentence=gettext_noop("The same muscles get a day off in between."),
    statement=gettext_noop("Two lifts of overlapping regions, neither light, are at least 2 days apart."),
    source="ACSM",
    confidence=Confidence.STRONG,
    article=("S6", "S14"),
    reach=1,
    spacing=A_DAY_BETWEEN,
    strains=same_muscles_close,
)
MUSCLE_RECOVERY_HOURS = PairRule(
    number=11,
    id="muscle-recovery-hours",
    sentence=gettext_noop("Two full days is better still."),
    statement=gettext_noop("At least 48 h from start to start of lifts of overlapping regions."),
    source="ACSM",
    confidence=Confidence.MODERATE,
    article=("S14",),
    weight=Weight.LOW,
    reach=2,
    clock=True,
    spacing=MUSCLE_HOURS,
    strains=same_muscles_under_48h,
)
LEGS_BEFORE_KEY_RUN = PairRule(
    number=12,
    id="legs-before-key-run",
    sentence=gettext_noop("Heavy legs the day before make fast or long running slower."),
    statement=gettext_noop("No lower lift, and no heavy full one, on the day before a key run or a race."),
    source="Doma 2019",
    confidence=Confidence.MODERATE,
    article=("S14",),
    reach=1,
    spacing=A_DAY_BETWEEN,
    strains=heavy_legs_before_key_run,
)
FULL_BODY_BEFORE_KEY_RUN = PairRule(
    number=15,
    id="full-body-before-key-run",
    sentence=gettext_noop("Keep the day before a hard or long run free of leg work."),
    statement=gettext_noop("No moderate full-body lift on the day before a key run or a race."),
    source="Doma 2019",
    confidence=Confidence.MODERATE,
    article=("S14",),
    weight=Weight.HIGH,
    weights={Goal.STRENGTH: Weight.MEDIUM, Goal.MUSCLE: Weight.MEDIUM},
    reach=1,
    spacing=A_DAY_BETWEEN,
    strains=full_body_before_key_run,
)
LEGS_TO_HARD_RUN_48H = PairRule(
    number=16,
    id="legs-to-hard-run-48h",
    sentence=gettext_noop("Two days after leg day your legs are back."),
    statement=gettext_noop(
        "At least 44 h from the end of a leg lift to the start of the next hard run; 24-43 h costs half."
    ),
    source="Doma 2019 (72 h tail)",
    confidence=Confidence.WEAK,
    article=("S14",),
    weight=Weight.MEDIUM,
    goals=RUNNING_GOALS,
    reach=2,
    clock=True,
    spacing=LEG_HOURS,
    strains=legs_to_hard_run,
)
LONG_RUN_RECOVERY = PairRule(
    number=17,
    id="long-run-recovery",
    sentence=gettext_noop("The day after the long run is for recovery."),
    statement=gettext_noop("No leg lift on the day of the long run or on the day after it."),
    source="convention",
    confidence=Confidence.CONVENTION,
    weight=Weight.MEDIUM,
    weights={Goal.ENDURANCE: Weight.HIGH},
    reach=1,
    within=True,
    spacing=A_DAY_BETWEEN,
    strains=legs_after_long_run,
)
