"""Runs step by step: easy, long and steady ones; hard ones are in hard_runs."""

from dataclasses import replace

from planner.engine import limits
from planner.engine.domain import Run
from planner.engine.paces import Zone
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.vocabulary import Goal, Intensity, Kind, Level, Phase
from planner.engine.wording import in_a_row
from planner.engine.workouts.bouts import Bout, Repeat, Role, Step
from planner.engine.workouts.case import Block, Case, duration, told
from planner.engine.workouts.hard_runs import easy, hard_run

CONTINUOUS = 30  # minutes; who ran that long lately does not need to walk
# Seconds of running and walking, a pair a plan week; the first is the usual first week of novice plans (section 7).
RUN_WALK = ((60, 90), (90, 90), (120, 90), (180, 90), (300, 90), (480, 90), (600, 60), (900, 60))
# How many of these weeks a recent run of so many minutes stands for.
HEAD_STARTS = ((20, 4), (10, 2), (0, 0))
LONG_ENOUGH_FOR_WATER = 75
STRIDES = (4, 20, 60)  # how many, seconds fast, seconds easy after each
STRIDES_FROM = 20  # minutes of easy running that have room for strides at the end


def run_blocks(case: Case, run: Run, minutes: int) -> tuple[Block, ...]:
    """The running between warm-up and cool-down: `minutes` of the run `run`."""
    pattern = run_walk(case)
    if run.intensity is Intensity.HARD:
        return hard_run(case, run, minutes)
    if pattern is not None:
        return told([Block(_run_walk(case, pattern, minutes), minutes, "run", _run_walk_bouts(case, pattern, minutes))])
    if run.intensity is Intensity.MODERATE:
        return _steady(case, run, minutes)
    if run.intensity is Intensity.LONG:
        bouts: tuple[Step, ...] = (case.bout(Role.STEADY, minutes * 60, _("Long run"), Zone.EASY),)
        return told([Block(_long(case, minutes), minutes, "run", bouts)])
    bouts = _with_strides(case, minutes) if _strides(case, minutes) else easy(case, minutes)
    return told([Block(_easy(case, minutes), minutes, "run", bouts)])


def run_walk(case: Case) -> tuple[int, int] | None:
    """Seconds of running and of walking for a beginner who cannot run half an hour yet; None for anybody else."""
    longest = case.athlete.longest_recent_run_minutes or 0
    if case.athlete.run_level is not Level.BEGINNER or longest >= CONTINUOUS:
        return None
    week = case.plan_week + next(weeks for least, weeks in HEAD_STARTS if longest >= least)
    return RUN_WALK[week - 1] if week <= len(RUN_WALK) else None


def _run_walk(case: Case, pattern: tuple[int, int], minutes: int) -> str:
    run, walk = pattern
    times, left = divmod(minutes * 60, run + walk)
    guide = case.guide(Zone.EASY, "3–4")
    if times == 0:
        return _("Run slowly and walk whenever you like ({guide}).").format(guide=guide)
    if times == 1:
        told = _("{run} run, then {walk} walk. Run slowly enough to talk ({guide}).")
        return told.format(run=duration(run), walk=duration(minutes * 60 - run), guide=guide)
    told = ngettext(
        "{number} × {run} run, {walk} walk. Run slowly enough to talk ({guide}).",
        "{number} × {run} run, {walk} walk. Run slowly enough to talk ({guide}).",
        times,
    ).format(number=times, run=duration(run), walk=duration(walk), guide=guide)
    end = _("Walk the last minute.") if left == 60 else _("Walk the last {time}.").format(time=duration(left))
    return in_a_row(told, end if left else "")


def _run_walk_bouts(case: Case, pattern: tuple[int, int], minutes: int) -> tuple[Step, ...]:
    times, left = divmod(minutes * 60, sum(pattern))
    run = case.bout(Role.WORK, pattern[0], _("Run"), Zone.EASY)
    walk = Bout(Role.REST, pattern[1], _("Walk"))
    if times == 0:
        return (replace(run, role=Role.STEADY, seconds=minutes * 60, cue=_("Run, walk when you like")),)
    return (Repeat(times, (run, walk)), *((replace(walk, seconds=left),) if left else ()))


def _easy(case: Case, minutes: int) -> str:
    text = _("Easy run: you can talk in whole sentences ({guide}).").format(guide=case.guide(Zone.EASY, "2–4"))
    number, fast, slow = STRIDES
    end = _("Near the end {number} × {fast} s fast and relaxed, {slow} s easy between.")
    end = end.format(number=number, fast=fast, slow=slow) if _strides(case, minutes) else ""
    return in_a_row(text, _after_lift(case), end)


def _strides(case: Case, minutes: int) -> bool:
    """Whether an easy run ends with strides: for speed, and in the base, where no hard run keeps the legs quick."""
    base = case.stage is not None and case.stage.phase is Phase.BASE
    fast = (case.athlete.goal is Goal.SPEED or base) and case.athlete.run_level is not Level.BEGINNER
    alone = case.session.kind is Kind.RUN_ONLY and minutes >= STRIDES_FROM
    return fast and alone and not case.athlete.medical_caution


def _with_strides(case: Case, minutes: int) -> tuple[Step, ...]:
    number, fast, slow = STRIDES
    stride = case.bout(Role.WORK, fast, _("Stride"), Zone.REPETITION)
    pause = case.bout(Role.EASY, slow, _("Easy"), Zone.EASY, by_effort=True)
    first = case.bout(Role.STEADY, minutes * 60 - number * (fast + slow), _("Easy run"), Zone.EASY)
    return (first, Repeat(number, (stride, pause)))


def _long(case: Case, minutes: int) -> str:
    distance = case.distance(Zone.EASY, minutes)
    run = _("Long run: easy from start to end, slower rather than shorter ({guide}).")
    reach = _("That is about {distance}.").format(distance=distance) if distance else ""
    water = _("Take water along.") if minutes >= LONG_ENOUGH_FOR_WATER else ""
    return in_a_row(run.format(guide=case.guide(Zone.EASY, "3–5")), reach, water, _after_lift(case))


def _steady(case: Case, run: Run, minutes: int) -> tuple[Block, ...]:
    """Easy running until what is left is the steady part."""
    work = min(minutes, limits.hard_minutes(run))
    settling = _("Easy run to settle in ({guide}).").format(guide=case.guide(Zone.EASY, "2–4"))
    steady = _("Steady run: you can speak a short sentence ({guide}).").format(guide=case.guide(Zone.STEADY, "5–6"))
    settle = easy(case, minutes - work)
    bouts = (case.bout(Role.STEADY, work * 60, _("Steady"), Zone.STEADY),)
    return told(
        [Block(settling, minutes - work, "run", settle), Block(in_a_row(steady, _after_lift(case)), work, "run", bouts)]
    )


def _after_lift(case: Case) -> str:
    return _("Go by effort, not by pace: the heart beats faster after lifting.") if case.lifts_first else ""
