"""The page of one's own calendar: what is kept of it, when it was read, and the weeks that no longer fit."""

from dataclasses import dataclass

from planner.screens.base import Tone


@dataclass(frozen=True, slots=True)
class BusyWeek:
    """One week of the plan beside the person's own calendar."""

    iso: str
    title: str  # "30 Nov – 6 Dec"
    taken: str  # "2 h 30 of your free hours are taken"
    verdict: str  # "Clean week", "1 rule broken"
    tone: Tone


@dataclass(frozen=True, slots=True)
class Busy:
    """What is known of a person's own calendar. The address is a secret: only its server is ever shown."""

    source: str  # "calendar.example.org, secret address kept hidden" or "An uploaded file"
    has_address: bool
    known: str  # "41 busy times, known until 21 Feb"
    all_day: str  # what all-day events do
    read: str  # "5 minutes ago"; empty where it never was
    following: str  # when it is read again
    problem: str  # why the last try failed; empty where it did not
    tried: str  # when that was: "5 minutes ago"
    remarks: tuple[str, ...]
    weeks: tuple[BusyWeek, ...]
