"""A workout as text, a step a line, in the form that intervals.icu reads; a lift in sentences, which it keeps."""

from planner.engine import Bout, Repeat
from planner.watch.workout import Sport, Workout


def plain(workout: Workout) -> str:
    """The text, with its name as the first line. Repeats stand between empty lines."""
    if workout.sport is Sport.LIFT:
        return f"{workout.name}\n\n{workout.text}\n"
    lines = [workout.name, ""]
    for step in workout.steps:
        if isinstance(step, Repeat):
            lines += ["", f"{step.times}x", *(_line(bout) for bout in step.steps if isinstance(bout, Bout)), ""]
        elif isinstance(step, Bout):
            lines.append(_line(step))
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"


def _line(bout: Bout) -> str:
    """A step: cue, time, and the target that says most."""
    return " ".join(part for part in ("-", bout.cue, _time(bout.seconds), _target(bout)) if part)


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}m{rest}s" if minutes and rest else f"{minutes}m" if minutes else f"{rest}s"


def _target(bout: Bout) -> str:
    if bout.pace is not None:
        fast, slow = (_clock(seconds) for seconds in bout.pace)
        return f"{slow}-{fast}/km Pace"
    return "" if bout.heart_percent is None else "{}-{}% HR".format(*bout.heart_percent)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
