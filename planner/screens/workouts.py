"""What the workout files are drawn and sent from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkoutFiles:
    """One workout of a session, "run" or "lift", and the forms it can be had in."""

    part: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkoutFile:
    """A file as it is sent: its name, its type, its bytes."""

    name: str
    content_type: str
    content: bytes
