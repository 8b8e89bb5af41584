"""A card carried to another week: dropped on a day there, or on the week's tab."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from planner.forms.actions import AcrossForm
from planner.records import monday_of
from planner.services.across import move_to_week
from planner.views.access import Request, with_plan
from planner.views.board import answer


@require_POST
@with_plan
def across(request: Request, session_id: UUID) -> HttpResponse:
    """Move a session to another week; the answer is the board of the week that the page shows."""
    form = AcrossForm(request.POST)
    home = monday_of(request.user, session_id)
    shown = form.cleaned_data.get("shown") if form.is_valid() else None
    return answer(request, shown or home, form, move_to_week, session_id=session_id)
