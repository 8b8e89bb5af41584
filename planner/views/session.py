"""One session: its page, its panel beside the board, what each day would mean for it."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.queries import detail, in_hand
from planner.views.access import Request, week_named, with_plan


@require_safe
@with_plan
def session(request: Request, session_id: UUID) -> HttpResponse:
    """The page of a session, with all of its actions."""
    return render(request, "planner/session/page.html", {"detail": detail.detail(request.user, session_id, whole=True)})


@require_safe
@with_plan
def other_days(request: Request, session_id: UUID) -> HttpResponse:
    """What the other days of the session's week would mean for it: the panel asks for them once it is open."""
    return render(request, "planner/session/_other_days.html", {"others": detail.others(request.user, session_id)})


@require_safe
@with_plan
def panel(request: Request, session_id: UUID) -> HttpResponse:
    """The same for the panel beside the board."""
    return render(request, "planner/board/_panel.html", {"detail": detail.detail(request.user, session_id)})


@require_safe
@with_plan
def verdicts(request: Request, session_id: UUID) -> HttpResponse:
    """What each day and place would mean for a session in the hand, by date; `?week=2026-W50` asks of another week."""
    return JsonResponse(in_hand.verdicts(request.user, session_id, week_named(request.GET.get("week"))))
