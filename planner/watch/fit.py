"""A workout as a FIT file, for watches."""

from collections.abc import Iterator
from dataclasses import dataclass

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    ExerciseCategory,
    FileType,
    Intensity,
    Manufacturer,
    SubSport,
    WorkoutStepDuration,
    WorkoutStepTarget,
)
from fit_tool.profile.profile_type import Sport as FitSport

from planner.engine import Bout, Exercise, Repeat, Role
from planner.engine.workouts.exercises import Pattern
from planner.watch.workout import Sport, Workout

BEATS = 100  # added to beats a minute; values up to it are percent of the maximum
NAME_ROOM = 40  # characters of a step's name; watches cut longer ones
RECORDED_AS = {
    Sport.RUN: (FitSport.RUNNING, SubSport.GENERIC),
    Sport.LIFT: (FitSport.TRAINING, SubSport.STRENGTH_TRAINING),
    Sport.CIRCUIT: (FitSport.TRAINING, SubSport.CARDIO_TRAINING),
}
INTENSITY = {
    Role.WARM_UP: Intensity.WARMUP,
    Role.STEADY: Intensity.ACTIVE,
    Role.WORK: Intensity.INTERVAL,
    Role.EASY: Intensity.RECOVERY,
    Role.REST: Intensity.REST,
    Role.COOL_DOWN: Intensity.COOLDOWN,
}
CATEGORY = {
    Pattern.SQUAT: ExerciseCategory.SQUAT,
    Pattern.HINGE: ExerciseCategory.DEADLIFT,
    Pattern.LUNGE: ExerciseCategory.LUNGE,
    Pattern.CALF: ExerciseCategory.CALF_RAISE,
    Pattern.PUSH: ExerciseCategory.BENCH_PRESS,
    Pattern.PULL: ExerciseCategory.ROW,
    Pattern.PRESS: ExerciseCategory.SHOULDER_PRESS,
    Pattern.PULL_DOWN: ExerciseCategory.PULL_UP,
    Pattern.CORE: ExerciseCategory.PLANK,
    Pattern.CARRY: ExerciseCategory.CARRY,
    Pattern.BALANCE: ExerciseCategory.HIP_STABILITY,
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What tells a file from another: milliseconds since 1970 of its session's last change, and a number of its own."""

    changed: int
    serial: int


def fit(workout: Workout, origin: Origin) -> bytes:
    """The file's bytes; the same workout and origin give the same bytes."""
    steps = list(_numbered(workout))
    builder = FitFileBuilder(auto_define=True, min_string_size=50)
    builder.add_all([_file_id(origin), _head(workout, len(steps)), *steps])
    return bytes(builder.build().to_bytes())


def _file_id(origin: Origin) -> FileIdMessage:
    message = FileIdMessage()
    message.type = FileType.WORKOUT
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.time_created = origin.changed
    message.serial_number = origin.serial
    return message


def _head(workout: Workout, steps: int) -> WorkoutMessage:
    message = WorkoutMessage()
    message.workout_name = workout.name
    message.sport, message.sub_sport = RECORDED_AS[workout.sport]
    message.num_valid_steps = steps
    return message


def _numbered(workout: Workout) -> Iterator[WorkoutStepMessage]:
    """The steps one after the other; a repeat follows the steps that it goes back to."""
    number = 0
    for step in workout.steps:
        first = number
        for inner in step.steps if isinstance(step, Repeat) else (step,):
            yield _set(number, inner) if isinstance(inner, Exercise) else _bout(number, inner)
            number += 1
        if isinstance(step, Repeat):
            yield _repeat(number, first, step.times)
            number += 1


def _step(number: int, name: str, intensity: Intensity) -> WorkoutStepMessage:
    message = WorkoutStepMessage()
    message.message_index = number
    message.workout_step_name = name[:NAME_ROOM]
    message.intensity = intensity
    message.target_type = WorkoutStepTarget.OPEN
    return message


def _bout(number: int, bout: Bout) -> WorkoutStepMessage:
    message = _step(number, bout.cue, INTENSITY[bout.role])
    message.duration_type = WorkoutStepDuration.TIME
    message.duration_time = float(bout.seconds)
    _aim(message, bout)
    return message


def _aim(message: WorkoutStepMessage, bout: Bout) -> None:
    """The target that says most: pace, else beats a minute, else percent of whatever maximum the watch knows."""
    if bout.pace is not None:
        fast, slow = bout.pace
        message.target_type = WorkoutStepTarget.SPEED
        message.custom_target_speed_low, message.custom_target_speed_high = 1000 / slow, 1000 / fast
    elif heart := _heart(bout):
        message.target_type = WorkoutStepTarget.HEART_RATE
        message.custom_target_heart_rate_low, message.custom_target_heart_rate_high = heart
    if message.target_type is not WorkoutStepTarget.OPEN:
        message.target_value = 0  # no zone of the watch: the custom range counts


def _heart(bout: Bout) -> tuple[int, int] | None:
    if bout.heart_rate is None:
        return bout.heart_percent
    low, high = bout.heart_rate
    return low + BEATS, high + BEATS


def _set(number: int, exercise: Exercise) -> WorkoutStepMessage:
    low, high = exercise.reps
    dose = f"{low}–{high}" if low < high else f"{low}"
    message = _step(number, f"{exercise.cue[: NAME_ROOM - 10]} {dose}{' s' if exercise.held else ''}", Intensity.ACTIVE)
    message.exercise_category = CATEGORY[exercise.pattern].value
    if exercise.held:
        message.duration_type = WorkoutStepDuration.TIME
        message.duration_time = float(high)
    else:
        message.duration_type = WorkoutStepDuration.REPS
        message.duration_reps = high
    return message


def _repeat(number: int, first: int, times: int) -> WorkoutStepMessage:
    message = WorkoutStepMessage()
    message.message_index = number
    message.duration_type = WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT
    message.duration_step = first
    message.target_type = WorkoutStepTarget.OPEN
    message.target_repeat_steps = times
    return message
