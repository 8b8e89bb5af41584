"""What the workouts to take along are drawn from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkoutFiles:
    """One workout of a session, "run" or "lift", and the forms it can be had in."""

    part: str
    forms: tuple[str, ...]
