"""What the templates receive: frozen descriptions of a screen, already in words; queries build them."""

from planner.screens.base import Finding, Modality, Tone
from planner.screens.board import Band, Beyond, Board, Card, Day, Grain, Ledger, Offer, Room
from planner.screens.busy import Busy, BusyWeek
from planner.screens.change import AsPlanned, Change, Repair, Way, WayDay, WayMark, WayState
from planner.screens.preview import Preview, PreviewDay, PreviewSession
from planner.screens.ribbon import Bar, Overlap, Ready, Ribbon, RibbonRow
from planner.screens.session import OtherDay, OtherDays, Reason, SessionDetail, Stage, Step
from planner.screens.subscribe import CalendarClient, CalendarLink, OwnCalendar, Subscribe
from planner.screens.workouts import WorkoutFile, WorkoutFiles

__all__ = [
    "AsPlanned",
    "Band",
    "Bar",
    "Beyond",
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
    "Ledger",
    "Modality",
    "Offer",
    "OtherDay",
    "OtherDays",
    "Overlap",
    "OwnCalendar",
    "Preview",
    "PreviewDay",
    "PreviewSession",
    "Ready",
    "Reason",
    "Repair",
    "Ribbon",
    "RibbonRow",
    "Room",
    "SessionDetail",
    "Stage",
    "Step",
    "Subscribe",
    "Tone",
    "Way",
    "WayDay",
    "WayMark",
    "WayState",
    "WorkoutFile",
    "WorkoutFiles",
]
