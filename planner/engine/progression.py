"""Weeks into blocks: which phase a week is in, when a lighter week is due, how much running it shall hold.

Everything follows from facts: the plan's past weeks, the week's number and date, the race. Nothing is remembered.
"""

from dataclasses import replace
from datetime import date, timedelta

from planner.engine import limits
from planner.engine.domain import DAYS, Athlete, Context, Week
from planner.engine.loading import MEMORY, REFERENCE_WEEKS, is_light, last_loading, planned_streak, week_facts
from planner.engine.races import RaceBuild, longest_run, peak_minutes, race_build, race_day, race_in_week
from planner.engine.results import Stage
from planner.engine.tapers import highest_before_taper, in_taper, late_minutes, taper_factor, weeks_of_recovery
from planner.engine.vocabulary import LIFTING_GOALS, LIGHT_PHASES, RUNNING_GOALS, Level, Phase

PLANNED_LOADING = {Level.BEGINNER: 4, Level.INTERMEDIATE: 3, Level.ADVANCED: 3}  # weeks in a row before a light one
DELOAD_RUN, DELOAD_LONG, DELOAD_SETS = 0.70, 0.75, 0.5
GROWTH = 1.05  # of a loading week, once the usual volume is reached (convention)
STEEPEST_GROWTH = 1.10
ROOM_TO_GROW = {True: 1.5, False: 1.25}  # of the usual volume, without a race: for runners' goals, and for others
HIGHEST_START = 1.6  # of the usual volume, for those who already run more
LONGEST_BUILD = 24  # weeks
BUILD_SHARE, SPECIFIC_SHARE = 0.35, 0.15  # of the weeks to a race; the base has what these and the taper leave


def reference(athlete: Athlete, context: Context) -> int | None:
    """Minutes a week's running is held against: the highest of the last three weeks; None where nothing is known.

    Before the plan's first week stands what the athlete says of a usual one.
    """
    recent = [week.run_minutes for week in context.past[-REFERENCE_WEEKS:]]
    if len(recent) < REFERENCE_WEEKS and athlete.weekly_run_minutes is not None:
        recent.append(athlete.weekly_run_minutes)
    begins = athlete.weekly_run_minutes == 0 and not any(week.run_minutes for week in context.past)
    return max(recent, default=0) or (0 if begins else None)


def gentle_limit(reference: int) -> int:
    """The most minutes of a week that grows gently: a tenth or ten minutes more (rule 27)."""
    return max(reference * 11 // 10, reference + 10)


def steep_limit(reference: int) -> int:
    """The minutes past which a week is a jump: three tenths or twenty minutes more (rule 27)."""
    return max(reference * 13 // 10, reference + 20)


def stage_of(athlete: Athlete, context: Context) -> Stage:
    """The phase of a week by the race, and whether a lighter week is due (rule 28: three loading weeks, then one)."""
    streak = planned_streak(context.past)
    phase = _race_phase(athlete, context)
    if phase in LIGHT_PHASES:
        return Stage(phase, 0)
    if streak >= PLANNED_LOADING[athlete.level]:
        return Stage(Phase.DELOAD, 0)
    return Stage(phase, streak + 1)


def stage_held(athlete: Athlete, context: Context, week: Week) -> Stage:
    """The stage of a week as planned: one that holds so little, or nothing, that it is a light one loads nothing."""
    stage = stage_of(athlete, context)
    return replace(stage, loading=0) if is_light(week_facts(week, stage.phase), context.past) else stage


def phases_to_race(athlete: Athlete, monday: date, plan_week: int) -> tuple[Phase, ...]:
    """The phases of the weeks from this one to the race's, lighter weeks between not told.

    Empty where no race shapes them, none is ahead, or it is further than the longest build leads.
    """
    weeks = (athlete.race.date - monday).days // DAYS + 1 if athlete.race and race_build(athlete) else 0
    if weeks > LONGEST_BUILD:
        return ()
    surroundings = (Context(None, None, plan_week + n, monday + timedelta(weeks=n)) for n in range(weeks))
    return tuple(_race_phase(athlete, context) for context in surroundings)


def _race_phase(athlete: Athlete, context: Context) -> Phase:
    """Base, build, specific, taper and race week, counted back from the race; the weeks after it are light ones."""
    day, build = race_day(athlete, context), race_build(athlete)
    if day is None or day < -DAYS * weeks_of_recovery(build):
        return Phase.STEADY
    if day < 0 or (build is None and day < DAYS):
        return Phase.DELOAD
    if build is None:
        return Phase.STEADY
    if day < DAYS:
        return Phase.RACE
    if in_taper(build, day):
        return Phase.TAPER
    left = sum(not in_taper(build, day - DAYS * week) for week in range(day // DAYS))
    return _phase_before_taper(build, left, (context.plan_week or 1) + day // DAYS, athlete)


def _phase_before_taper(build: RaceBuild, left: int, weeks: int, athlete: Athlete) -> Phase:
    """The phase of a week by the weeks left before the taper, itself counted, out of a build of so many weeks."""
    length = min(weeks, build.weeks[athlete.run_level])
    specific = max(round(SPECIFIC_SHARE * length), 1)
    if left <= specific:
        return Phase.SPECIFIC
    return Phase.BUILD if left <= specific + round(BUILD_SHARE * length) else Phase.BASE


def is_tapering(athlete: Athlete, context: Context) -> bool:
    """Whether a week lies in the taper to the athlete's race, the race week included."""
    build, day = race_build(athlete), race_day(athlete, context)
    return build is not None and day is not None and day >= 0 and in_taper(build, day)


def run_limit(athlete: Athlete, context: Context) -> int | None:
    """The most minutes of running the week shall hold; None where nothing is known to hold it against."""
    stage, past, known = stage_of(athlete, context), context.past, reference(athlete, context)
    if stage.phase is Phase.DELOAD and past:
        light = _deload_minutes(athlete, context)
        return light if known is None else min(light, gentle_limit(known))
    if stage.phase in (Phase.TAPER, Phase.RACE):
        rest = _taper_limit(athlete, context)
        return rest if rest is None or known is None else min(rest, gentle_limit(known))
    back = _minutes_after_break(athlete, context)
    gentle = None if known is None else gentle_limit(known)
    return min((minutes for minutes in (back, gentle) if minutes is not None), default=None)


def _deload_minutes(athlete: Athlete, context: Context) -> int:
    """The most minutes of a lighter week: its share of the last loading one, though no less than one run needs."""
    after_race, last = _after_race(athlete, context), last_loading(context.past).run_minutes
    return int(after_race or max(DELOAD_RUN * last, min(last, limits.RUN_MINUTES[0])))


def _minutes_after_break(athlete: Athlete, context: Context) -> int | None:
    """The most minutes of the first week after whole weeks without a run; None in others, and where none is known."""
    before = max((week.run_minutes for week in limits.weeks_that_ran(context.past)), default=athlete.weekly_run_minutes)
    return limits.after_break(before, context.past) if before and limits.weeks_off(context.past) else None


def _after_race(athlete: Athlete, context: Context) -> float | None:
    """The minutes of a light week after a race, by the highest before its taper; None in other weeks."""
    build, day, share = race_build(athlete), race_day(athlete, context), _share_after_race(athlete, context)
    if build is None or day is None or share is None:
        return None
    return share * highest_before_taper(athlete, build, day, context.past)


def _share_after_race(athlete: Athlete, context: Context) -> float | None:
    """The taper's shares, the other way round."""
    build, day = race_build(athlete), race_day(athlete, context)
    if build is None or day is None or not -DAYS * weeks_of_recovery(build) <= day < 0:
        return None
    return build.factors[-1 - min((-day - 1) // DAYS, len(build.factors) - 1)]


def _taper_limit(athlete: Athlete, context: Context) -> int | None:
    """The taper's share of the highest week before it; in the race week less what the last days already held."""
    build, day = race_build(athlete), race_day(athlete, context)
    if build is None or day is None:
        return None
    peak = highest_before_taper(athlete, build, day, context.past)
    if not peak:
        return None
    held = late_minutes(context, day) if day < DAYS else 0
    return max(int(taper_factor(build, day) * peak + 1e-9) - held, 0)


def run_target(athlete: Athlete, context: Context, usual: int) -> int:
    """Minutes of running to plan; `usual` are those of the week's runs at their usual length.

    A light week has its share of what was before, of the usual where nothing was. A loading week grows by a twentieth,
    faster while the usual volume is not reached or a race asks for more, never past rule 27's gentle limit. Lifting
    goals stay at the usual volume: more running costs strength (rule 21).
    """
    limit, known, light = run_limit(athlete, context), reference(athlete, context), stage_of(athlete, context).is_light
    if limit is None:
        return int(usual * DELOAD_RUN) if light else limits.after_break(usual, context.past)
    if known is None or light:
        return min(limit, usual) if known is None else limit
    steps = _weeks_waiting(context, known)
    grown = max(int(known * _growth(athlete, context, known) ** steps), known + limits.FIVES * steps, usual)
    return min(grown, limit, _ceiling(athlete, usual, known))


def _weeks_waiting(context: Context, known: int) -> int:
    """Loading weeks on the reference, at least 1: full fives swallow a small step, so steps add up until they show."""
    level = range(known - limits.FIVES + 1, known + 1)
    return max(sum(w.run_minutes in level for w in context.past[-2 * MEMORY :] if w.phase not in LIGHT_PHASES), 1)


def _ceiling(athlete: Athlete, usual: int, known: int) -> int:
    """Minutes that no week grows past; who already runs more than usual keeps it."""
    if athlete.goal in LIFTING_GOALS:
        return usual
    build = race_build(athlete)
    peak = peak_minutes(athlete, build) if build else int(usual * ROOM_TO_GROW[athlete.goal in RUNNING_GOALS])
    return max(peak, usual, min(known, int(HIGHEST_START * usual)))


def _growth(athlete: Athlete, context: Context, known: int) -> float:
    """The factor from loading week to loading week that reaches the race's peak in time."""
    build, day = race_build(athlete), race_day(athlete, context)
    if build is None or day is None or day < 0 or not known:
        return GROWTH
    weeks = max(day // DAYS - len(build.factors) + 1, 1)
    loading = max(weeks * 3 // 4, 1)
    needed: float = (peak_minutes(athlete, build) / known) ** (1 / loading)
    return min(max(needed, 1.0), STEEPEST_GROWTH)


def long_run_target(athlete: Athlete, context: Context, usual: int, target: int, whole: int) -> int:
    """Minutes of the long run: it grows with the week, before a race by what is no jump, up to the build's longest.

    `usual` is its usual length, `target` and `whole` are the week's running as planned and at its usual length.
    """
    build, stage, cap = race_build(athlete), stage_of(athlete, context), limits.longest_run_cap(athlete, context)
    last = _last_long_run(athlete, context)
    if stage.phase is Phase.DELOAD and last:
        return min(int((_share_after_race(athlete, context) or DELOAD_LONG) * last), cap)
    grown = usual * target // whole if whole else usual
    if build is not None and stage.phase is Phase.TAPER:
        told = athlete.longest_recent_run_minutes or grown
        longest = max((week.longest_run for week in context.past[-limits.RECENT_WEEKS :]), default=told)
        return min(grown, int(taper_factor(build, race_day(athlete, context) or 0) * longest))
    if build is not None and not stage.is_light:
        grown = max(grown, longest_run(athlete, build))
    return min(grown, cap)


def _last_long_run(athlete: Athlete, context: Context) -> int:
    """Minutes of the longest run of the last loading week; where the plan began in a taper, of late by their word."""
    if not context.past:
        return 0
    last = last_loading(context.past)
    began_in_taper = last.phase in (Phase.TAPER, Phase.RACE, Phase.DELOAD)
    return (athlete.longest_recent_run_minutes if began_in_taper else None) or last.longest_run


def hard_run_limit(athlete: Athlete, context: Context) -> int:
    """Hard runs the phase has room for: none in the base, its lighter weeks too, and after a race; in others one where
    it is a light week, in the race week only early; where no taper leads to the race it is the week's hard run.
    """
    stage, cap = stage_of(athlete, context), limits.hard_run_cap(athlete, context)
    if _race_phase(athlete, context) is Phase.BASE or _share_after_race(athlete, context) is not None:
        return 0
    if stage.phase is Phase.RACE:
        day = race_day(athlete, context)
        return min(cap, 1) if day is not None and day >= 4 else 0
    if race_in_week(athlete, context):
        return 0
    return min(cap, 1) if stage.is_light else cap
