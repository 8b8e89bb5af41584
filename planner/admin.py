"""Plans in Django's admin (only there with ADMIN=1), to look at: an edit past the services would reach no calendar."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from planner.models import Plan, Profile, Session, Step, Week


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]  # a generic only in the stubs
    """Rows to look at."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody edits here."""
        return False


@admin.register(Profile)
class ProfileAdmin(ReadOnly):
    """Answers to the goals form."""

    list_display = ("user", "timezone", "updated_at")


@admin.register(Plan)
class PlanAdmin(ReadOnly):
    """A person's plan."""

    list_display = ("user", "started_on", "feed_changed_at")


@admin.register(Week)
class WeekAdmin(ReadOnly):
    """Weeks of plans."""

    list_display = ("plan", "start", "version", "optimal", "score")
    date_hierarchy = "start"


@admin.register(Session)
class SessionAdmin(ReadOnly):
    """Sessions of weeks."""

    list_display = ("date", "kind", "order", "status", "locked", "sequence")
    date_hierarchy = "date"


@admin.register(Step)
class StepAdmin(ReadOnly):
    """What can be undone."""

    list_display = ("plan", "number", "label", "undone", "created_at")
