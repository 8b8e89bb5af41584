"""What several screens share: the terms of tones and parts, and a finding in words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

Modality = Literal["run", "lift", "recovery"]
Tone = Literal["ok", "caution", "breaks", "none"]


@dataclass(frozen=True, slots=True)
class Finding:
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
