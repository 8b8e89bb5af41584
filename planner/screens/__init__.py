"""What the templates receive: frozen descriptions of a screen, already in words; queries build them."""

from planner.screens.board import (
    Band,
    Board,
    Card,
    Change,
    Day,
    Finding,
    Grain,
    Lane,
    Ledger,
    Modality,
    Offer,
    Repair,
    RibbonRow,
    Room,
    Stretch,
    Tone,
    Way,
)
from planner.screens.busy import Busy, BusyWeek
from planner.screens.preview import Preview, PreviewDay, PreviewSession
from planner.screens.session import OtherDay, OtherDays, Reason, SessionDetail, Stage, Step
from planner.screens.subscribe import CalendarClient, CalendarLink, Subscribe
from planner.screens.workouts import WorkoutFile, WorkoutFiles

__all__ = [
    "Band",
    "Board",
    "Busy",
    "BusyWeek",
    "CalendarClient",
    "CalendarLink",
    "Card",
    "Change",
    "Day",
    "Finding",
    "Grain",
    "Lane",
    "Ledger",
    "Modality",
    "Offer",
    "OtherDay",
    "OtherDays",
    "Preview",
    "PreviewDay",
    "PreviewSession",
    "Reason",
    "Repair",
    "RibbonRow",
    "Room",
    "SessionDetail",
    "Stage",
    "Step",
    "Stretch",
    "Subscribe",
    "Tone",
    "Way",
    "WorkoutFile",
    "WorkoutFiles",
]
