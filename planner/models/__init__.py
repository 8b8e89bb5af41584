"""What is kept: a profile and a plan a person, its weeks, sessions and steps, its calendar feed, busy times."""

from planner.models.busy import BusyCalendar
from planner.models.feed import Feed, FeedBody, FeedFetch
from planner.models.plan import Plan, Week
from planner.models.preferences import Preferences
from planner.models.profile import Profile
from planner.models.reminder import Reminder
from planner.models.session import Session
from planner.models.step import Step
from planner.models.token import ApiToken
from planner.models.weight import WorkingWeight

__all__ = [
    "ApiToken",
    "BusyCalendar",
    "Feed",
    "FeedBody",
    "FeedFetch",
    "Plan",
    "Preferences",
    "Profile",
    "Reminder",
    "Session",
    "Step",
    "Week",
    "WorkingWeight",
]
