"""Hard runs step by step: intervals, tempo, hills and repetitions, never more work than the rules count as hard."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine import limits
from planner.engine.domain import Run
from planner.engine.paces import Zone
from planner.engine.races import build_for
from planner.engine.speech import Words, gettext_noop
from planner.engine.speech import gettext as _
from planner.engine.vocabulary import Goal, Kind, Level, Phase
from planner.engine.wording import comma_separated, in_a_row
from planner.engine.workouts.bouts import Bout, Role, Step, repeated
from planner.engine.workouts.case import PACE_STEP, TOO_SHORT, Block, Case, duration, effort_of_ten, told


class Style(StrEnum):
    """The kinds of hard run."""

    INTERVALS = "intervals"
    TEMPO = "tempo"
    HILLS = "hills"
    REPETITIONS = "repetitions"
    RACE_PACE = "race_pace"


@dataclass(frozen=True, slots=True)
class Set:
    """So many bouts of work with easy running between, in seconds."""

    times: int
    work: int
    easy: int

    @property
    def seconds(self) -> int:
        """From the first bout's start to the last one's end."""
        return self.times * self.work + (self.times - 1) * self.easy


B, I, A = Level.BEGINNER, Level.INTERMEDIATE, Level.ADVANCED  # noqa: E741 - the levels' usual letters
# Seconds of work and of easy running after it, by style and level; which gives the most work is taken.
BOUTS: dict[Style, dict[Level, tuple[tuple[int, int], ...]]] = {
    Style.INTERVALS: {
        B: ((60, 60), (120, 90)),
        I: ((120, 90), (180, 120)),
        A: ((180, 120), (240, 150)),
    },
    Style.TEMPO: {
        B: ((180, 120), (240, 120), (300, 120)),
        I: ((300, 90), (480, 120), (600, 120)),
        A: ((600, 120), (720, 120), (900, 120)),
    },
    Style.HILLS: {B: ((45, 60),), I: ((60, 75), (90, 90)), A: ((90, 90), (120, 120))},
    Style.REPETITIONS: {B: ((30, 60),), I: ((45, 60), (60, 90)), A: ((60, 75), (75, 90))},
    Style.RACE_PACE: {
        B: ((180, 90), (300, 90)),
        I: ((300, 90), (480, 90)),
        A: ((480, 90), (600, 90), (900, 120)),
    },
}
# In turn from plan week to plan week, so that no stimulus grows stale.
ROTATION: dict[Goal, tuple[Style, ...]] = {
    Goal.SPEED: (Style.INTERVALS, Style.REPETITIONS, Style.TEMPO, Style.HILLS),
    Goal.ENDURANCE: (Style.TEMPO, Style.INTERVALS, Style.TEMPO, Style.HILLS),
}
ROTATION_ELSE = (Style.INTERVALS, Style.HILLS, Style.TEMPO)
ROTATION_OF_BEGINNERS = (Style.INTERVALS, Style.TEMPO)
CUES = Words(
    {
        Style.INTERVALS: gettext_noop("Hard"),
        Style.TEMPO: gettext_noop("Tempo"),
        Style.HILLS: gettext_noop("Uphill"),
        Style.REPETITIONS: gettext_noop("Fast and relaxed"),
        Style.RACE_PACE: gettext_noop("Race pace"),
    }
)
HOW = Words(
    {
        Style.INTERVALS: gettext_noop("hard"),
        Style.TEMPO: gettext_noop("at tempo, comfortably hard"),
        Style.HILLS: gettext_noop("uphill, strong and tall"),
        Style.REPETITIONS: gettext_noop("fast and relaxed"),
        Style.RACE_PACE: gettext_noop("at race pace"),
    }
)
ZONES = {
    Style.INTERVALS: (Zone.INTERVAL, "8"),
    Style.TEMPO: (Zone.THRESHOLD, "7"),
    Style.HILLS: (Zone.CIRCUIT, "8"),
    Style.REPETITIONS: (Zone.REPETITION, "9"),
}


def hard_run(case: Case, run: Run, minutes: int) -> tuple[Block, ...]:
    """The main set and the easy running around it; work bouts add up to `limits.hard_minutes` at the most."""
    style = style_of(case)
    main = main_set(style, case.athlete.run_level, limits.hard_minutes(run) * 60, minutes * 60)
    left = minutes - -(-main.seconds // 60)
    left = left if left > TOO_SHORT else 0
    guide = case.guide(Zone.EASY, "2–3")
    before, after = (0, left) if case.session.kind is Kind.COMBINED and not case.lifts_first else (left, 0)
    return told(
        [
            Block(_("Easy run to get going ({guide}).").format(guide=guide), before, "run", easy(case, before)),
            Block(_told(case, style, main), minutes - left, "run", _bouts(case, style, main, minutes - left)),
            Block(_("Easy run to come down ({guide}).").format(guide=guide), after, "run", easy(case, after)),
        ]
    )


def easy(case: Case, minutes: int) -> tuple[Bout, ...]:
    """So many minutes of easy running, as one bout."""
    return (case.bout(Role.STEADY, minutes * 60, _("Easy run"), Zone.EASY),)


def _bouts(case: Case, style: Style, main: Set, minutes: int) -> tuple[Step, ...]:
    """The main set as a watch takes it; what the minutes leave after it is easy running."""
    work = case.bout(Role.WORK, main.work, CUES[style], _zone(style), by_effort=style is Style.HILLS)
    if style is Style.RACE_PACE and case.athlete.race:
        seconds = case.race_seconds(case.athlete.race.distance_km)
        pace = None if seconds is None else (seconds - PACE_STEP, seconds + PACE_STEP)
        work = replace(work, zone=None, heart_percent=None, heart_rate=None, pace=pace)
    between = case.bout(Role.EASY, main.easy, _("Easy"), Zone.EASY, by_effort=True) if main.easy else None
    after = case.bout(Role.EASY, 0, _("Easy"), Zone.EASY, by_effort=True)
    return repeated(main.times, work, between, minutes * 60 - main.seconds, after)


def _zone(style: Style) -> Zone:
    return ZONES[style][0] if style in ZONES else Zone.THRESHOLD


def style_of(case: Case) -> Style:
    """Which kind of hard run it is, by goal and level, in turn by week; run and lift together take the next in turn.

    The weeks before a race are run at its pace.
    """
    athlete = case.athlete
    if athlete.race and case.stage is not None and case.stage.phase in (Phase.SPECIFIC, Phase.TAPER, Phase.RACE):
        return Style.RACE_PACE
    rotation = ROTATION.get(athlete.goal, ROTATION_ELSE)
    if athlete.run_level is Level.BEGINNER:
        rotation = ROTATION_OF_BEGINNERS
    turn = case.plan_week - 1 + (case.session.kind is Kind.COMBINED)
    return rotation[turn % len(rotation)]


def main_set(style: Style, level: Level, work: int, room: int) -> Set:
    """The set with the most work that keeps to `work` seconds of it and to `room` seconds in all; longer bouts first.

    Where not even one bout fits, one shorter bout.
    """
    sets = [Set(min(work // bout, (room + easy) // (bout + easy)), bout, easy) for bout, easy in BOUTS[style][level]]
    best = max(sets, key=lambda one: (one.times * one.work, one.work))
    return best if best.times > 0 else Set(1, min(work, room), 0)


def _told(case: Case, style: Style, main: Set) -> str:
    """The set in a sentence: "Main set: 6 × 2 min hard (effort 8 of 10, 5:05–5:20 /km), 90 s easy between."."""
    guide = _guide(case, style)
    if main.times == 1:
        told = _("Main set: {work} {how} ({guide}).")
    elif style is Style.HILLS:
        told = _("Main set: {number} × {work} {how} ({guide}), {pause} jog back down between.")
    else:
        told = _("Main set: {number} × {work} {how} ({guide}), {pause} easy between.")
    pause = duration(main.easy)
    text = told.format(number=main.times, work=duration(main.work), how=HOW[style], guide=guide, pause=pause)
    return in_a_row(text, _("Go by effort, not by pace.") if case.lifts_first else "")


def _guide(case: Case, style: Style) -> str:
    """How hard the bouts are: by zone, uphill by effort alone, at race pace by the time the race would take today."""
    if style is Style.HILLS:
        return effort_of_ten(ZONES[style][1])
    if style is not Style.RACE_PACE:
        return case.guide(*ZONES[style])
    race = case.athlete.race
    if race is None:
        return ""
    pace = case.race_pace(race.distance_km)
    return comma_separated([effort_of_ten(build_for(race.distance_km).effort), *([pace] if pace else [])])
