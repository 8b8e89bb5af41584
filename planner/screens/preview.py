"""The preview beside the goals form: the week that the answers would make, small."""

from dataclasses import dataclass

from planner.screens.base import Modality, Tone
from planner.screens.board import Band


@dataclass(frozen=True, slots=True)
class PreviewSession:
    """One session of the week; its bands stand in the order they are done."""

    start: str  # HH:MM
    minutes: int
    bands: tuple[Band, ...]
    label: str  # "Run 30 min easy, talk pace, then lift 30 min lower body"


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """One row of the week."""

    name: str  # "Monday"
    short: str  # "Mon"
    letters: str  # "Mo"
    sessions: tuple[PreviewSession, ...]
    minutes: int
    rest_text: str  # what a day without sessions says: "Rest day", "Free day"

    @property
    def marks(self) -> tuple[Modality, ...]:
        """A mark for each part of the day."""
        return tuple(band.modality for session in self.sessions for band in session.bands)


@dataclass(frozen=True, slots=True)
class Preview:
    """A week as it would be planned from answers that are not saved."""

    title: str  # "30 Nov – 6 Dec"
    subtitle: str  # "5 sessions · 5 h 20 · base"
    days: tuple[PreviewDay, ...]  # always seven, Monday first
    orders: tuple[str, ...]  # of the combined sessions: run_first, lift_first
    ledger: str  # "3 run-first, 2 lift-first"
    verdict: str  # "Clean week", "2 things to know"
    tone: Tone
    findings: tuple[str, ...]  # what is to be known, in sentences
    changes: tuple[str, ...]  # what had to give way, in sentences
    notes: tuple[str, ...]  # what an answer means that its field does not say
    sure: str  # how sure it is that no week is better

    @property
    def is_empty(self) -> bool:
        """No day holds a session."""
        return not any(day.sessions for day in self.days)
