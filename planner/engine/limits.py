"""How long, how often, how much at the most: the caps by level, each with its source. Minutes throughout."""

from collections.abc import Sequence

from planner.engine.domain import Athlete, Context, PastWeek, Run
from planner.engine.vocabulary import RUNNING_GOALS, Intensity, Kind, Level

LONG = Intensity.LONG  # sooner looked up
FIVES = 5  # what is cut is cut to full fives where that leaves enough
RUN_MINUTES = (15, 150)
MARATHON_LONG_RUN, MARATHON_FROM_KM = 180, 42
LIFT_MINUTES = (20, 90)
CIRCUIT_MINUTES = (20, 45)
RECOVERY_MINUTES = (10, 60)
SHORTEST_SESSION = RECOVERY_MINUTES[0]
COMBINED_FLOOR = 30
COMBINED_CEILING = {Level.BEGINNER: 75, Level.INTERMEDIATE: 100, Level.ADVANCED: 120}
DAY_CEILING = {Level.BEGINNER: 75, Level.INTERMEDIATE: 120, Level.ADVANCED: 150}

REST_DAYS = {Level.BEGINNER: 2, Level.INTERMEDIATE: 1, Level.ADVANCED: 1}
SESSIONS_A_DAY = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 2}
HARD_RUNS = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 2}
KEY_RUNS = 3
NOVICE_RUNS = 3
FIRST_WEEKS = 6  # a beginner runs nothing hard in these
CIRCUITS = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 2}

WARM_UP = (5, 15)
WARM_UP_BEFORE_HARD = 10
COOL_DOWN = 5

RECENT_WEEKS = 3  # whose every day is among the last 30 on any day of the next week
LOADING_WEEKS = {Level.BEGINNER: 6, Level.INTERMEDIATE: 3, Level.ADVANCED: 3}  # the most in a row, then a lighter one
OLDER = 65  # years from which balance belongs to every week (WHO 2020)
LONGEST_RUN_DEFAULT = {Level.BEGINNER: 15, Level.INTERMEDIATE: 40, Level.ADVANCED: 60}
LONG_RUN_OF_WEEK = 0.25  # of the minutes a week: the least that somebody's longest run is taken for (Daniels)
WEEKS_OFF_COUNTED = 3  # whole weeks without a run: a tenth less for each of so many (convention)
LONG_RUN_SHARE = {2: 0.70, 3: 0.60, 4: 0.45, 5: 0.40}
LONG_RUN_SHARE_MANY = 0.33

SEPARATION = 3  # hours between two sessions of a day
GOOD_SEPARATION = 6


SESSION_MINUTES = {
    Kind.RUN_ONLY: RUN_MINUTES,
    Kind.LIFT_ONLY: LIFT_MINUTES,
    Kind.CIRCUIT: CIRCUIT_MINUTES,
    Kind.RECOVERY: RECOVERY_MINUTES,
}


def minutes_bounds(kind: Kind, level: Level) -> tuple[int, int]:
    """Shortest and longest session of this kind (training-science section 7, convention)."""
    return SESSION_MINUTES.get(kind) or (COMBINED_FLOOR, COMBINED_CEILING[level])


def longest_run_cap(athlete: Athlete, context: Context) -> int:
    """The longest run that is no jump: a tenth or five minutes past the longest recent one (Frandsen 2025).

    Recent are the three weeks before. Where they hold no run, the share that a break leaves of the longest run before
    it counts, else of the athlete's own word, and no jump over the fourth week before, which 30 days reach in part.
    """
    recent = _longest(context.past[-RECENT_WEEKS:])
    if recent or not context.past:
        return _no_jump(recent or longest_run_told(athlete))
    before = _longest(weeks_that_ran(context.past)) or longest_run_told(athlete)
    most = max(after_break(before, context.past), min(_no_jump(before), RUN_MINUTES[0]))
    month = _longest(context.past[-RECENT_WEEKS - 1 :])
    return min(most, _no_jump(month)) if month else most


def _longest(weeks: Sequence[PastWeek]) -> int:
    return max((week.longest_run for week in weeks), default=0)


def _no_jump(recent: int) -> int:
    return max(recent * 11 // 10, recent + 5)


def longest_run_told(athlete: Athlete) -> int:
    """Minutes of the longest recent run by the athlete's own word; unsaid, the level's, or a quarter of the week's."""
    if athlete.longest_recent_run_minutes is not None:
        return athlete.longest_recent_run_minutes
    quarter = int(LONG_RUN_OF_WEEK * (athlete.weekly_run_minutes or 0))
    return max(LONGEST_RUN_DEFAULT[athlete.run_level], min(quarter, RUN_MINUTES[1]))


def weeks_that_ran(past: Sequence[PastWeek]) -> Sequence[PastWeek]:
    """The last three weeks that held running, whatever came after them."""
    return [week for week in past if week.run_minutes][-RECENT_WEEKS:]


def after_break(minutes: int, past: Sequence[PastWeek]) -> int:
    """What the first week after a break holds of so many minutes before it: a tenth less for each week without a run.

    Three tenths less at the most; all of them where the week before held running.
    """
    return minutes * (10 - min(weeks_off(past), WEEKS_OFF_COUNTED)) // 10


def weeks_off(past: Sequence[PastWeek]) -> int:
    """Whole weeks without a run up to the last of these."""
    return next((n for n, week in enumerate(reversed(past)) if week.run_minutes), len(past))


def longest_run_minutes(athlete: Athlete) -> int:
    """Minutes no run may pass; the long run of a marathon's build may take three hours."""
    marathon = athlete.race is not None and athlete.race.distance_km >= MARATHON_FROM_KM
    return MARATHON_LONG_RUN if marathon else RUN_MINUTES[1]


def is_marathon_long_run(athlete: Athlete, run: Run | None) -> bool:
    """Whether a run may pass the day's limit: the long run of a marathon's build."""
    return run is not None and run.intensity is LONG and longest_run_minutes(athlete) > RUN_MINUTES[1]


def hard_run_cap(athlete: Athlete, context: Context) -> int:
    """Hard runs and circuits a week may hold (Seiler; convention); none with a medical caution."""
    if athlete.medical_caution:
        return 0
    in_first_weeks = context.plan_week is not None and context.plan_week <= FIRST_WEEKS
    if athlete.run_level is Level.BEGINNER and in_first_weeks:
        return 0
    return HARD_RUNS[athlete.run_level]


def long_run_share(runs: int) -> float:
    """The largest part of the week's run minutes its long run may be (Daniels, adapted); a lone run may be all."""
    if runs < 2:
        return 1.0
    return LONG_RUN_SHARE.get(runs, LONG_RUN_SHARE_MANY)


def hard_minutes(run: Run) -> int:
    """Minutes of a run that are not easy: the work part of a hard run, a moderate run less warm-up and cool-down.

    Work parts are 8-12, 15-25 and 20-35 minutes of hard runs of 30, 45 and 60: about nine twentieths.
    """
    if run.intensity is Intensity.HARD:
        return run.minutes * 9 // 20
    if run.intensity is Intensity.MODERATE:
        return max(run.minutes - WARM_UP[0] - COOL_DOWN, 0)
    return 0


def muscle_sessions(athlete: Athlete, training_days: int) -> int:
    """How often a week each major muscle is to be trained (Schoenfeld; WHO)."""
    few_days = training_days <= 3
    return 1 if few_days and athlete.goal in RUNNING_GOALS else 2


def is_older(athlete: Athlete, year: int | None) -> bool:
    """Whether the athlete is known to be 65 or more in that year."""
    return athlete.birth_year is not None and year is not None and year - athlete.birth_year >= OLDER
