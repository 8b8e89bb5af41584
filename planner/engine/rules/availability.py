"""Rules about the days and hours the athlete gave, and how much a day may hold."""

from collections.abc import Sequence

from planner.engine import limits
from planner.engine.domain import DAY_MINUTES, DAYS, Lift, Run, Session, Week
from planner.engine.rules import details
from planner.engine.rules.shapes import Case, DayRule, PairRule, SessionRule, Spacing, WeekRule, Weight
from planner.engine.speech import gettext_noop
from planner.engine.vocabulary import Confidence, Effort, Goal, Intensity, Kind, Modality

APART = Spacing(hours=limits.SEPARATION)
WELL_APART = Spacing(hours=limits.GOOD_SEPARATION)


def outside_windows(case: Case, session: Session) -> float:
    """1 where no window of the day holds the whole session."""
    parts = {m for m, part in ((Modality.RUN, session.run), (Modality.LIFT, session.lift)) if part is not None}
    for window in case.athlete.windows_on(session.day):
        fits = window.only is None or parts == {window.only}
        if fits and window.start <= session.start and session.end <= window.end:
            return 0
    return 1


def too_few_rest_days(case: Case, week: Week) -> float:
    """Days of rest that the week lacks."""
    return max(limits.REST_DAYS[case.athlete.level] - (DAYS - week.training_days), 0)


def too_many_sessions(case: Case, sessions: Sequence[Session]) -> float:
    """Sessions past the day's number, and second runs or lifts."""
    runs = sum([s.run is not None for s in sessions])
    lifts = sum([s.lift is not None for s in sessions])
    past = max(len(sessions) - limits.SESSIONS_A_DAY[case.athlete.level], 0)
    return past + max(runs - 1, 0) + max(lifts - 1, 0)


def too_close(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 where two sessions of a day have less than three hours between them."""
    return not days_apart and APART.gap(earlier, later, 0) < APART.hours


def closer_than_good(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 where two sessions of a day have less than six hours between them."""
    return not days_apart and WELL_APART.gap(earlier, later, 0) < WELL_APART.hours


def lift_before_run(case: Case, earlier: Session, later: Session, days_apart: int) -> float:
    """1 where the day's lift comes first, but for strength: heavy legs before an easy run."""
    if days_apart or earlier.lift is None or later.run is None:
        return 0
    heavy_legs = earlier.lift.is_heavy_leg and later.run.intensity is Intensity.EASY
    return not (case.athlete.goal is Goal.STRENGTH and heavy_legs)


def out_of_bounds(case: Case, sessions: Sequence[Session]) -> float:
    """Sessions and parts shorter or longer than their kind allows, and minutes past the day's limit."""
    level = case.athlete.level
    strains = 0
    for session in sessions:
        low, high = limits.minutes_bounds(session.kind, level)
        long = limits.is_marathon_long_run(case.athlete, session.run)
        longest = limits.longest_run_minutes(case.athlete) if long else limits.RUN_MINUTES[1]
        strains += not low <= session.minutes <= (longest if long and session.lift is None else high)
        if session.run and not session.is_circuit:
            strains += not limits.RUN_MINUTES[0] <= session.run.minutes <= longest
        if session.lift and not session.is_circuit:
            strains += not limits.LIFT_MINUTES[0] <= session.lift.minutes <= limits.LIFT_MINUTES[1]
        strains += session.end > DAY_MINUTES
    counted = [s.minutes for s in sessions if not limits.is_marathon_long_run(case.athlete, s.run)]
    return strains + (sum(counted) > limits.DAY_CEILING[level])


def least_warm_up(kind: Kind, run: Run | None, lift: Lift | None) -> int:
    """Minutes: ten before a hard run, a circuit or a heavy lift, else five."""
    hard = kind is Kind.CIRCUIT or (run is not None and run.intensity is Intensity.HARD)
    heavy = lift is not None and lift.effort is Effort.HEAVY
    return limits.WARM_UP_BEFORE_HARD if hard or heavy else limits.WARM_UP[0]


def short_warm_up(case: Case, session: Session) -> float:
    """1 where warm-up or cool-down is too short or the warm-up too long; recovery needs neither."""
    if not session.is_training:
        return 0
    least = least_warm_up(session.kind, session.run, session.lift)
    return not (least <= session.warm_up <= limits.WARM_UP[1] and session.cool_down >= limits.COOL_DOWN)


AVAILABILITY = SessionRule(
    number=1,
    id="availability",
    sentence=gettext_noop("We only use the days and times you gave us."),
    statement=gettext_noop("Every session lies on an available day and in one of its windows, and fits its minutes."),
    source="Tandem's own",
    confidence=Confidence.PRODUCT,
    hours=True,
    strains=outside_windows,
)
REST_DAY = WeekRule(
    number=2,
    id="rest-day",
    sentence=gettext_noop("You need at least one day (beginners two) without running or lifting."),
    statement=gettext_noop("At least 1 day without run, lift or circuit; at least 2 for beginners."),
    source="convention",
    confidence=Confidence.CONVENTION,
    article=("S4",),
    strains=too_few_rest_days,
    detail=details.rest_days,
)
SESSIONS_PER_DAY = DayRule(
    number=3,
    id="sessions-per-day",
    sentence=gettext_noop("One session a day is plenty at your level; nobody runs or lifts twice in a day."),
    statement=gettext_noop("At most 1 session a day for beginners, else 2; never two runs or two lifts on one day."),
    source="convention",
    confidence=Confidence.CONVENTION,
    strains=too_many_sessions,
)
SAME_DAY_SEPARATION = PairRule(
    number=4,
    id="same-day-separation",
    sentence=gettext_noop("Leave at least three hours or do them as one session."),
    statement=gettext_noop("Two sessions on one day: at least 3 h from the end of one to the start of the other."),
    source="Schumann 2022, Baar 2014",
    confidence=Confidence.MODERATE,
    article=("S5",),
    reach=0,
    clock=True,
    spacing=APART,
    strains=too_close,
)
SAME_DAY_SEPARATION_6H = PairRule(
    number=5,
    id="same-day-separation-6h",
    sentence=gettext_noop("Six hours apart lets you recover for the second one."),
    statement=gettext_noop("Two sessions on one day: at least 6 h between them."),
    source="Robineau 2016, Doma & Deakin 2013",
    confidence=Confidence.MODERATE,
    article=("S5", "S21"),
    weight=Weight.HIGH,
    reach=0,
    clock=True,
    spacing=WELL_APART,
    strains=closer_than_good,
)
DOUBLE_DAY_ORDER = PairRule(
    number=6,
    id="double-day-order",
    sentence=gettext_noop("Run in the morning, lift in the evening."),
    statement=gettext_noop(
        "On a two-session day the run comes first, unless the goal is strength, the lift is heavy legs "
        "and the run is easy."
    ),
    source="Baar 2014, Doma & Deakin 2013",
    confidence=Confidence.MODERATE,
    article=("S5",),
    weight=Weight.MEDIUM,
    reach=0,
    strains=lift_before_run,
)
SESSION_BOUNDS = DayRule(
    number=23,
    id="session-bounds",
    sentence=gettext_noop("Sessions stay short enough to do well."),
    statement=gettext_noop(
        "Run 15-150 min, lift 20-90, combined 30-75 (beginner), -100, -120, circuit 20-45, recovery 10-60; "
        "a day at most 75, 120 or 150 by level."
    ),
    source="convention",
    confidence=Confidence.CONVENTION,
    strains=out_of_bounds,
)
WARM_UP_COOL_DOWN = SessionRule(
    number=24,
    id="warm-up-cool-down",
    sentence=gettext_noop("Start easy, finish easy."),
    statement=gettext_noop("Warm-up 5-15 min, at least 10 before a hard run or a heavy lift; cool-down at least 5."),
    source="AHA; founding article",
    confidence=Confidence.CONVENTION,
    article=("S11", "S12"),
    strains=short_warm_up,
)
