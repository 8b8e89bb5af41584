"""The weeks into a race and after it: where the taper begins, what it is held against, how much of it is left."""

from collections.abc import Sequence

from planner.engine.domain import DAYS, Athlete, Context, PastWeek
from planner.engine.races import RaceBuild

TAPER_SLACK = 0.10  # that rule 31 leaves


def weeks_of_recovery(build: RaceBuild | None) -> int:
    """Light weeks after a race: as many as before it (convention)."""
    return len(build.factors) if build else 1


def in_taper(build: RaceBuild, day: int) -> bool:
    """Whether most days of a week lie in the taper; `day` counts from its Monday to the race."""
    return day - build.taper_days <= DAYS // 2


def weeks_before_taper(build: RaceBuild, day: int, past: Sequence[PastWeek]) -> Sequence[PastWeek]:
    """The four past weeks that end before the taper begins; `day` counts from this week's Monday to the race."""
    begun = -(-(build.taper_days - day) // DAYS) if build.taper_days > day else 0
    return past[: max(len(past) - begun, 0)][-4:]


def highest_before_taper(athlete: Athlete, build: RaceBuild, day: int, past: Sequence[PastWeek]) -> int:
    """Minutes of the highest week before the taper, 0 where none is known; `day` counts from this week's Monday.

    A plan that begins within its taper has the athlete's word for the weeks before it, else its own first week.
    """
    before = weeks_before_taper(build, day, past)
    if before:
        return max(week.run_minutes for week in before)
    return athlete.weekly_run_minutes or (past[0].run_minutes if past else 0)


def taper_factor(build: RaceBuild, day: int) -> float:
    """The share of the highest week that a week of the taper holds; `day` counts from its Monday to the race."""
    weeks_left = day // DAYS
    factor = build.factors[-1 - min(weeks_left, len(build.factors) - 1)]
    # The last days of the week before the race week may count to the seven before the race.
    return min(factor, 1 - build.cut + TAPER_SLACK) if weeks_left == 1 else factor


def late_minutes(context: Context, day: int) -> int:
    """Minutes of running on those of the seven days before the race that lie in the week before this one."""
    sessions = context.before.sessions if context.before else ()
    return sum(s.run.minutes for s in sessions if s.run is not None and s.day >= day)
