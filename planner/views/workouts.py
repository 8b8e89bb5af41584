"""Workouts as files to download: one of a session, or a week's in one archive."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from planner.queries import workouts
from planner.views.access import Request, with_plan
from planner.views.files import attachment


@require_safe
@cache_control(private=True, max_age=0)
@with_plan
def one(request: Request, session_id: UUID, part: str, form: str) -> HttpResponse:
    """A session's run, lift or circuit as a file for a watch, a treadmill or a training site."""
    return attachment(workouts.file(request.user, session_id, part, form))


@require_safe
@cache_control(private=True, max_age=0)
@with_plan
def week(request: Request, monday: date) -> HttpResponse:
    """All workouts of a week."""
    return attachment(workouts.archive(request.user, monday))
