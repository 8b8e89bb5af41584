"""Rules that look over several weeks: gentle growth, lighter weeks, the taper, the health minimum."""

from planner.engine import limits
from planner.engine.domain import DAYS, Session, Week
from planner.engine.loading import is_light, loading_streak, run_minutes, week_facts
from planner.engine.progression import (
    gentle_limit,
    reference,
    steep_limit,
)
from planner.engine.races import race_build, race_day
from planner.engine.rules.details import times
from planner.engine.rules.recovery import spaced_lift
from planner.engine.rules.shapes import Case, Sees, WeekRule, Weight
from planner.engine.speech import gettext as _
from planner.engine.speech import gettext_noop
from planner.engine.tapers import TAPER_SLACK, late_minutes, weeks_before_taper
from planner.engine.vocabulary import BALANCING, RUNNING_GOALS, Activity, Confidence, Region

LONGEST_STREAK = 6  # loading weeks in a row, whatever the level
LEGS_REST_BEFORE_RACE, KEY_RUNS_REST_BEFORE_RACE = 3, 2  # days
HEALTH_MINUTES = 150  # of moderate movement a week; running counts twice (WHO 2020)
STRENGTH_DAYS, BALANCE_DAYS = 2, 3


def grows_fast(case: Case, week: Week) -> float:
    """1 where the week's running is past the gentle limit."""
    known = reference(case.athlete, case.context)
    return known is not None and run_minutes(week) > gentle_limit(known)


def jumps(case: Case, week: Week) -> bool:
    """Whether the week's running is past the steep limit."""
    known = reference(case.athlete, case.context)
    return known is not None and run_minutes(week) > steep_limit(known)


def lacks_deload(case: Case, week: Week) -> float:
    """1 where a lighter week is due and this one is not."""
    return loading_streak(case.context.past) >= limits.LOADING_WEEKS[case.athlete.level] and loads(case, week)


def loads_too_long(case: Case, week: Week) -> bool:
    """Whether this would be the seventh loading week in a row."""
    return loading_streak(case.context.past) >= LONGEST_STREAK and loads(case, week)


def loads(case: Case, week: Week) -> bool:
    """Whether the week is no lighter one."""
    return not is_light(week_facts(week), case.context.past)


def too_much_before_race(case: Case, week: Week) -> float:
    """1 where the seven days before the race hold more running than the taper leaves."""
    most = taper_minutes(case)
    return most is not None and last_days_minutes(case, week) > most


def taper_minutes(case: Case) -> int | None:
    """The most minutes of running in the seven days before the race; None where they touch no day of this week."""
    build, day = race_build(case.athlete), race_day(case.athlete, case.context)
    if build is None or day is None or not 0 <= day < 2 * DAYS:
        return None
    before = weeks_before_taper(build, day, case.context.past)
    share = 1 - build.cut + TAPER_SLACK
    return int(share * max(week.run_minutes for week in before) + 1e-9) if before else None


def last_days_minutes(case: Case, week: Week) -> int:
    """Minutes of running on those of the seven days before the race that are in this week or the one before."""
    day = race_day(case.athlete, case.context) or 0
    own = sum(s.run.minutes for s in week.sessions if s.run is not None and day - DAYS <= s.day < day)
    return own + late_minutes(case.context, day)


def has_race_day(case: Case) -> bool:
    """Whether there is a race whose distance in days from this week is known."""
    return race_day(case.athlete, case.context) is not None


def tires_before_race(case: Case, session: Session) -> float:
    """1 for a leg lift within three days before the race, or a key run within two."""
    day = race_day(case.athlete, case.context)
    if day is None:
        return 0
    left = day - session.day
    lift = spaced_lift(session)
    legs = lift is not None and lift.region is not Region.UPPER and 0 < left <= LEGS_REST_BEFORE_RACE
    return legs or (session.is_key and 0 < left <= KEY_RUNS_REST_BEFORE_RACE)


def under_health_minimum(case: Case, week: Week) -> float:
    """1 where the week is below the activity minimum: minutes, strength days, and from 65 on balance."""
    return (
        health_minutes(week) < HEALTH_MINUTES
        or min(lift_days(week, Region.UPPER), lift_days(week, Region.LOWER)) < STRENGTH_DAYS
        or (_is_older(case) and balance_days(week) < BALANCE_DAYS)
    )


def health_minutes(week: Week) -> int:
    """Minutes of moderate movement: running counts twice, a brisk walk once."""
    walks = [s.recovery.minutes for s in week.sessions if s.recovery and s.recovery.activity is Activity.WALK]
    return 2 * run_minutes(week) + sum(walks)


def lift_days(week: Week, region: Region) -> int:
    """Days that train this half of the body, however lightly."""
    return len({s.day for s in week.sessions if s.lift is not None and s.lift.region in (region, Region.FULL)})


def balance_days(week: Week) -> int:
    """Days with balance in them: from 65 on every lift ends with it, and yoga and mobility do."""
    return len({s.day for s in week.sessions if _balances(s)})


def _balances(session: Session) -> bool:
    if session.recovery is not None:
        return session.recovery.activity in BALANCING
    return session.lift is not None and not session.is_circuit


def too_few_lifts(case: Case) -> float:
    """1 where the week's lifts cannot train both halves of the body twice, wherever they lie."""
    return min(case.totals.upper, case.totals.lower) < STRENGTH_DAYS


def _is_older(case: Case) -> bool:
    return case.context.start is not None and limits.is_older(case.athlete, case.context.start.year)


def _growth_told(case: Case, week: Week) -> str:
    known = reference(case.athlete, case.context) or 0
    told = _("{minutes} min of running after {known}, gentle is up to {gentle}")
    return told.format(minutes=run_minutes(week), known=known, gentle=gentle_limit(known))


def _streak_told(case: Case, week: Week) -> str:
    told = _("this would be loading week {number} in a row")
    return told.format(number=loading_streak(case.context.past) + 1)


def _taper_told(case: Case, week: Week) -> str:
    told = _("{minutes} min of running in the seven days before it, at most {most} are good")
    return told.format(minutes=last_days_minutes(case, week), most=taper_minutes(case))


def _health_told(case: Case, week: Week) -> str:
    """What is missing: of movement, of strength, of balance; what is there in full is not told."""
    minutes, missing = health_minutes(week), []
    if minutes < HEALTH_MINUTES:
        told = _("movement counts for {minutes} of {least} min")
        missing.append(told.format(minutes=minutes, least=HEALTH_MINUTES))
    legs, upper = lift_days(week, Region.LOWER), lift_days(week, Region.UPPER)
    if min(legs, upper) < STRENGTH_DAYS:
        told = _("legs are lifted {legs}, upper body {upper}, better {least}")
        missing.append(told.format(legs=times(legs), upper=times(upper), least=times(STRENGTH_DAYS)))
    if _is_older(case) and balance_days(week) < BALANCE_DAYS:
        told = _("balance is trained {balance}, better {least}")
        missing.append(told.format(balance=times(balance_days(week)), least=times(BALANCE_DAYS)))
    return "; ".join(missing)


WEEKLY_PROGRESSION = WeekRule(
    number=27,
    id="weekly-progression",
    sentence=gettext_noop("Volume grows gently."),
    statement=gettext_noop(
        "Week run minutes at most a tenth, or 10 min, above the highest of the last 3 weeks; hard past three "
        "tenths, or 20 min."
    ),
    source="Nielsen 2014, Buist 2008",
    confidence=Confidence.WEAK,
    article=("S28",),
    weight=Weight.MEDIUM,
    sees=Sees.SUMS,
    strains=grows_fast,
    breaks=jumps,
    detail=_growth_told,
)
DELOAD = WeekRule(
    number=28,
    id="deload",
    sentence=gettext_noop("Every fourth week is lighter so gains stick."),
    statement=gettext_noop(
        "After at most 3 loading weeks (beginner 6) a week with at most 0.8 x the running, or 15 min, and 0.6 x "
        "the sets; hard past 6 loading weeks in a row."
    ),
    source="Bell 2023",
    confidence=Confidence.CONVENTION,
    article=("S28",),
    weight=Weight.MEDIUM,
    sees=Sees.SUMS,
    strains=lacks_deload,
    breaks=loads_too_long,
    detail=_streak_told,
)
TAPER_AND_RACE_WEEK = WeekRule(
    number=31,
    id="taper-and-race-week",
    sentence=gettext_noop("You rest into the race."),
    statement=gettext_noop(
        "Running of the 7 days before a race at least 30 % (5 km) to 45 % (marathon) below the highest of the 4 "
        "weeks before the taper; no leg lift in the 3 days before it, no key run in the 2 days before it."
    ),
    source="Bosquet 2007",
    confidence=Confidence.STRONG,
    article=("S16",),
    goals=RUNNING_GOALS,
    sees=Sees.DAYS,
    strains=too_much_before_race,
    of_session=tires_before_race,
    asks=has_race_day,
    detail=_taper_told,
)
HEALTH_FLOOR = WeekRule(
    number=33,
    id="health-floor",
    sentence=gettext_noop("A week that meets the WHO activity minimum keeps you well."),
    statement=gettext_noop(
        "Run minutes x 2 and brisk walking reach 150, lifts train all regions on at least 2 days; from 65 on "
        "balance on 3."
    ),
    source="WHO 2020",
    confidence=Confidence.STRONG,
    weight=Weight.LOW,
    strains=under_health_minimum,
    floor=too_few_lifts,
    detail=_health_told,
)
