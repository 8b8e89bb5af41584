"""What several screens share: how templates take their values, the terms of tones and parts, a finding in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

Modality = Literal["run", "lift", "recovery"]
Tone = Literal["ok", "caution", "breaks", "none"]


class Screen:
    """What is drawn often: its values answer at the first try.

    `{{ card.start }}` asks for card["start"] before card.start, and being refused takes a quarter of a value's time.
    """

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        """A value by its name, as templates ask for it."""
        return getattr(self, name)


@dataclass(frozen=True, slots=True)
class Finding(Screen):
    """One broken or strained rule on the board, with its sentence."""

    rule: str
    severity: Literal["hard", "soft"]
    text: str
    cost: float
    dates: tuple[date, ...]
    sessions: tuple[UUID, ...]

    @property
    def tone(self) -> Tone:
        return "breaks" if self.severity == "hard" else "caution"
