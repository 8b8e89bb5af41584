"""What the templates receive: frozen descriptions of a screen, already in words; queries build them."""

from planner.screens.base import Finding, Modality, Tone
from planner.screens.board import Band, Beyond, Board, Card, Day, Grain, Ledger, Offer, Question, Room, Stretch
from planner.screens.busy import Busy, BusyWeek
from planner.screens.change import AsPlanned, Change, Repair, Way, WayDay, WayMark, WayState
from planner.screens.download import Download
from planner.screens.hours import DayHours, HoursSlot, WeekHours
from planner.screens.preview import Preview, PreviewDay, PreviewSession
from planner.screens.ribbon import Bar, Overlap, Ready, Ribbon, RibbonRow
from planner.screens.session import (
    MinutesField,
    MoveWeek,
    OtherDay,
    OtherDays,
    Reason,
    SessionDetail,
    ShapeChoice,
    Stage,
    Step,
    StepWeight,
    WayOn,
    WaysOn,
)
from planner.screens.subscribe import CalendarClient, CalendarLink, OwnCalendar, Subscribe
from planner.screens.workouts import WorkoutFiles

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
    "DayHours",
    "Download",
    "Finding",
    "Grain",
    "HoursSlot",
    "Ledger",
    "MinutesField",
    "Modality",
    "MoveWeek",
    "Offer",
    "OtherDay",
    "OtherDays",
    "Overlap",
    "OwnCalendar",
    "Preview",
    "PreviewDay",
    "PreviewSession",
    "Question",
    "Ready",
    "Reason",
    "Repair",
    "Ribbon",
    "RibbonRow",
    "Room",
    "SessionDetail",
    "ShapeChoice",
    "Stage",
    "Step",
    "StepWeight",
    "Stretch",
    "Subscribe",
    "Tone",
    "Way",
    "WayDay",
    "WayMark",
    "WayOn",
    "WayState",
    "WaysOn",
    "WeekHours",
    "WorkoutFiles",
]
