"""Races: how long their builds and tapers take, how far their weeks and long runs reach (training-science 5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.engine import paces
from planner.engine.domain import DAYS, Athlete, Context, Run, Session
from planner.engine.vocabulary import RUNNING_GOALS, Intensity, Kind, Level

B, I, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED  # noqa: E741 - the table's own letters
RACE_ID = "the race"
EASY_SHARE = 0.66  # of the fitness score: the middle of easy running
# Seconds a kilometre of easy running where no race tells (convention).
EASY_PACE = {B: 450, I: 390, A: 330}


@dataclass(frozen=True, slots=True)
class RaceBuild:
    """The build of races up to so many kilometres: weeks, kilometres of the peak week and its long run, the taper.

    The taper lasts `taper_days`; its last seven days cut the peak's running by `cut`, its weeks hold `factors` of it,
    the race week last. The long run takes `longest` minutes at the most, the race an `effort` of 10 (convention).
    """

    up_to_km: float
    weeks: Mapping[Level, float]
    peak_km: Mapping[Level, float]
    long_km: Mapping[Level, float]
    longest: int
    taper_days: int
    cut: float
    factors: tuple[float, ...]
    effort: str


def _each(beginner: float, intermediate: float, advanced: float) -> dict[Level, float]:
    return {B: beginner, I: intermediate, A: advanced}


# Kilometres of a peak week are the middle of the table's range. Its long runs are 45-75 and 60-90 minutes before
# 5 and 10 km, told here as kilometres at the easy pace of the level.
BUILDS = (
    RaceBuild(7.5, _each(9, 8, 8), _each(20, 38, 62), _each(6, 9.5, 13.5), 75, 7, 0.40, (0.60,), "8"),
    RaceBuild(15, _each(12, 10, 10), _each(30, 47, 75), _each(8, 12, 16), 90, 10, 0.45, (0.75, 0.55), "7–8"),
    RaceBuild(30, _each(16, 14, 14), _each(35, 55, 80), _each(16, 19, 21), 150, 14, 0.50, (0.7, 0.45), "6–7"),
    RaceBuild(250, _each(24, 18, 18), _each(50, 65, 97), _each(28, 30, 32), 180, 21, 0.55, (0.8, 0.6, 0.4), "5–6"),
)


def build_for(distance_km: float) -> RaceBuild:
    """The build of a race of so many kilometres, up to 250."""
    return next(build for build in BUILDS if distance_km <= build.up_to_km)


def race_build(athlete: Athlete) -> RaceBuild | None:
    """The build that the athlete's race asks for; None without a race, or where running is not the goal."""
    return build_for(athlete.race.distance_km) if athlete.race and athlete.goal in RUNNING_GOALS else None


def race_day(athlete: Athlete, context: Context) -> int | None:
    """Days from the week's Monday to the race, below 0 once it is run; None where either date is unknown."""
    if athlete.race is None or context.start is None:
        return None
    return (athlete.race.date - context.start).days


def race_in_week(athlete: Athlete, context: Context) -> bool:
    """Whether the race is on one of the week's days."""
    day = race_day(athlete, context)
    return day is not None and 0 <= day < DAYS


def race_effort(athlete: Athlete, context: Context) -> Session | None:
    """The race as the sessions beside it know it: a hard run of its day, at no hour that is known.

    None where it lies neither in the week nor on the day before or after. Its minutes count nowhere.
    """
    day = race_day(athlete, context)
    if day is None or not -1 <= day <= DAYS:
        return None
    return Session(RACE_ID, day, 0, Kind.RUN_ONLY, run=Run(Intensity.HARD, 0))


def is_race(session: Session) -> bool:
    """Whether this is the race among the sessions beside it."""
    return session.id == RACE_ID


def easy_pace(athlete: Athlete) -> float:
    """Seconds a kilometre of easy running: by the recent race where one tells, else by the running level."""
    score = paces.known_score(athlete)
    return EASY_PACE[athlete.run_level] if score is None else paces.pace(score, EASY_SHARE)


def peak_minutes(athlete: Athlete, build: RaceBuild) -> int:
    """Minutes of running in the build's largest week."""
    return int(build.peak_km[athlete.run_level] * easy_pace(athlete) / 60)


def longest_run(athlete: Athlete, build: RaceBuild) -> int:
    """Minutes of the build's longest run."""
    return min(int(build.long_km[athlete.run_level] * easy_pace(athlete) / 60), build.longest)
