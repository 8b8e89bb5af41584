"""A workout's steps as a watch takes them: bouts of time with targets, sets of a movement, and repeats of both."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.engine.paces import Zone
from planner.engine.vocabulary import Equipment
from planner.engine.workouts.exercises import LEGS, WEIGHTS, Pattern


class Role(StrEnum):
    """What a stretch of time is for."""

    WARM_UP = "warm_up"
    STEADY = "steady"  # running that goes on for a while, at whatever effort
    WORK = "work"
    EASY = "easy"  # running between bouts of work
    REST = "rest"  # standing or walking
    COOL_DOWN = "cool_down"


@dataclass(frozen=True, slots=True)
class Bout:
    """So many seconds at an effort.

    `heart_percent` is of the maximum heart rate, `heart_rate` in beats a minute, both lowest and highest; `pace` in
    seconds a kilometre, fastest and slowest; None where they are unknown or say nothing.
    """

    role: Role
    seconds: int
    cue: str
    zone: Zone | None = None
    heart_percent: tuple[int, int] | None = None
    heart_rate: tuple[int, int] | None = None
    pace: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """One set of a movement: repetitions from least to most, or as many seconds where it is held.

    `tool` is what it is done with; `grows`: whether more weight is to come where every set reaches the most.
    """

    pattern: Pattern
    cue: str
    reps: tuple[int, int]
    held: bool = False
    tool: Equipment = Equipment.BODYWEIGHT
    grows: bool = False

    @property
    def key(self) -> str:
        """Names the movement and the tool, in any language: "squat-barbell"."""
        return f"{self.pattern.name.lower()}-{self.tool.value}"

    @property
    def has_weight(self) -> bool:
        """Whether what is lifted can be told in a number."""
        return self.tool in WEIGHTS

    @property
    def is_leg(self) -> bool:
        """Whether legs and hips do it."""
        return self.pattern in LEGS


@dataclass(frozen=True, slots=True)
class Repeat:
    """Steps done so many times in a row; repeats do not hold repeats."""

    times: int
    steps: tuple[Bout | Exercise, ...]


Step = Bout | Exercise | Repeat


def exercises_in(steps: tuple[Step, ...]) -> tuple[Exercise, ...]:
    """The movements of steps, each as often as it is written there."""
    once = [one for step in steps for one in (step.steps if isinstance(step, Repeat) else (step,))]
    return tuple(one for one in once if isinstance(one, Exercise))


def seconds_of(steps: tuple[Step, ...]) -> int:
    """How long the timed steps take; sets are done when they are done and count nothing."""
    total = 0
    for step in steps:
        if isinstance(step, Repeat):
            total += step.times * seconds_of(step.steps)
        elif isinstance(step, Bout):
            total += step.seconds
    return total


def repeated(times: int, work: Bout, between: Bout | None, left: int, after: Bout) -> tuple[Step, ...]:
    """Work so many times with something between, the last time only as far as the seconds left after it reach.

    `left` are the seconds from the end of the last work on; `after` fills what the last pause does not.
    """
    if between is None or times == 1:
        return (work, *_filled(after, left))
    if left >= between.seconds:
        return (Repeat(times, (work, between)), *_filled(after, left - between.seconds))
    first: Step = Repeat(times - 1, (work, between)) if times > 2 else work
    rest = (between,) if times == 2 else ()
    return (first, *rest, work, *_filled(after, left))


def _filled(bout: Bout, seconds: int) -> tuple[Bout, ...]:
    """The bout for so many seconds; nothing for none."""
    return (replace(bout, seconds=seconds),) if seconds > 0 else ()
