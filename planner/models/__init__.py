"""What is kept: a profile and a plan a person, its weeks, sessions and steps, its calendar feed."""

from planner.models.feed import Feed, FeedBody, FeedFetch
from planner.models.plan import Plan, Week
from planner.models.preferences import Preferences
from planner.models.profile import Profile
from planner.models.session import Session
from planner.models.step import Step

__all__ = ["Feed", "FeedBody", "FeedFetch", "Plan", "Preferences", "Profile", "Session", "Step", "Week"]
