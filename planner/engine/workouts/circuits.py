"""Circuits step by step: run and lift in rounds (training-science section 8), no heavy barbell among them."""

from dataclasses import dataclass, replace

from planner.engine.paces import Zone
from planner.engine.speech import gettext as _
from planner.engine.speech import ngettext
from planner.engine.vocabulary import Level
from planner.engine.wording import capital, listed
from planner.engine.workouts.bouts import Bout, Repeat, Role, Step
from planner.engine.workouts.case import TOO_SHORT, Block, Case, told
from planner.engine.workouts.exercises import Pattern, choices
from planner.engine.workouts.hard_runs import easy

STATIONS = (Pattern.SQUAT, Pattern.PUSH, Pattern.PULL, Pattern.LUNGE)
FEWEST_STATIONS = 2
STATION_MINUTES = 1  # 30-40 s of work and at most 30 s to change
REST_MINUTES = 1  # between rounds
ROUNDS = {Level.BEGINNER: (2, 3), Level.INTERMEDIATE: (3, 5), Level.ADVANCED: (3, 5)}
RUN_MINUTES = {Level.BEGINNER: (1, 2), Level.INTERMEDIATE: (2, 4), Level.ADVANCED: (2, 4)}
EFFORT = {Level.BEGINNER: "5–6", Level.INTERMEDIATE: "6–7", Level.ADVANCED: "6–7"}


@dataclass(frozen=True, slots=True)
class Rounds:
    """So many rounds of some minutes' running and some stations, a minute each."""

    number: int
    run: int
    stations: int

    @property
    def minutes(self) -> int:
        """All rounds with the rests between them."""
        return self.number * (self.run + self.stations * STATION_MINUTES) + (self.number - 1) * REST_MINUTES


def circuit_blocks(case: Case, minutes: int) -> tuple[Block, ...]:
    """The rounds, and easy running before them for the minutes they leave."""
    level = case.athlete.level
    rounds = rounds_in(level, minutes)
    if rounds is None:
        return told([Block(_short(case), minutes, "run")])
    left = minutes - rounds.minutes if minutes - rounds.minutes > TOO_SHORT else 0
    text = _("Easy run to get going ({guide}).").format(guide=case.guide(Zone.EASY, "2–4"))
    work = Block(_told(case, rounds), minutes - left, "run", _bouts(case, rounds, minutes - left))
    return told([Block(text, left, "run", easy(case, left)), work])


def _bouts(case: Case, rounds: Rounds, minutes: int) -> tuple[Step, ...]:
    """The rounds as a watch takes them: the run, a minute a station, a minute of walking; the last may be longer."""
    run = case.bout(Role.WORK, rounds.run * 60, _("Run"), Zone.CIRCUIT)
    patterns = STATIONS[: rounds.stations]
    stations = (Bout(Role.WORK, STATION_MINUTES * 60, capital(_exercise(case, pattern))) for pattern in patterns)
    once = (run, *stations)
    walk = Bout(Role.REST, REST_MINUTES * 60, _("Walk"))
    left = (minutes - rounds.minutes) * 60
    return (Repeat(rounds.number - 1, (*once, walk)), *once, *((replace(walk, seconds=left),) if left else ()))


def rounds_in(level: Level, minutes: int) -> Rounds | None:
    """The rounds that fill the minutes best, more rounds first, then more stations; None where none fit."""
    fewest, most = ROUNDS[level]
    shortest, longest = RUN_MINUTES[level]
    options = [
        Rounds(number, run, stations)
        for number in range(fewest, most + 1)
        for run in range(shortest, longest + 1)
        for stations in range(FEWEST_STATIONS, len(STATIONS) + 1)
    ]
    fitting = [one for one in options if one.minutes <= minutes]
    return max(fitting, key=lambda one: (one.minutes, one.number, one.stations), default=None)


def _stations(case: Case, number: int) -> str:
    return listed([_exercise(case, pattern) for pattern in STATIONS[:number]])


def _exercise(case: Case, pattern: Pattern) -> str:
    return choices(case.athlete, pattern, barbell=False, most=1)[0]


def _told(case: Case, rounds: Rounds) -> str:
    return ngettext(
        "{number} rounds: run {minutes} min ({guide}), then {stations}, 8–12 reps each with 3 or more in reserve "
        "(RIR 3+). Take 30 s at the most to change, a minute of walking between rounds.",
        "{number} rounds: run {minutes} min ({guide}), then {stations}, 8–12 reps each with 3 or more in reserve "
        "(RIR 3+). Take 30 s at the most to change, a minute of walking between rounds.",
        rounds.number,
    ).format(
        number=rounds.number,
        minutes=rounds.run,
        guide=case.guide(Zone.CIRCUIT, EFFORT[case.athlete.level]),
        stations=_stations(case, rounds.stations),
    )


def _short(case: Case) -> str:
    """What is left of a circuit that was cut below its fewest rounds."""
    guide = case.guide(Zone.CIRCUIT, EFFORT[case.athlete.level])
    text = _(
        "In turn, as long as there is time: run 1 min ({guide}), then 10 reps of {stations} with 3 or more in reserve "
        "(RIR 3+)."
    )
    return text.format(guide=guide, stations=_stations(case, FEWEST_STATIONS))
