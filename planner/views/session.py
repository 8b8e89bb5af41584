"""One session: its page, its panel beside the board, what each day would mean for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.forms.session import MinutesForm, NoteForm, ShapeForm, WayForm
from planner.forms.weights import WeightsForm
from planner.queries import detail, in_hand, missed
from planner.screens import SessionDetail
from planner.services import contents, sessions
from planner.services.missed import go_on
from planner.services.weights import keep
from planner.territories import Weight
from planner.views.access import Request, week_named, with_plan
from planner.views.board import act_on

PAGE, PANEL = "planner/session/page.html", "planner/board/_panel.html"


@require_safe
@with_plan
def session(request: Request, session_id: UUID) -> HttpResponse:
    """The page of a session, with all of its actions."""
    return _draw(request, PAGE, detail.detail(request.user, session_id, whole=True))


def _draw(
    request: Request, template: str, shown: SessionDetail, form: WeightsForm | None = None, *, kept: bool = False
) -> HttpResponse:
    """A session as its page, or as the panel beside the board; `form` holds weights that were refused."""
    return render(request, template, {"detail": shown, "weights": form or _weights(shown), "kept": kept})


def _weights(shown: SessionDetail, data: Any = None) -> WeightsForm:
    return WeightsForm(data, weights=shown.weights, unit=Weight(shown.weight_unit))


@require_POST
@with_plan
def weights(request: Request, session_id: UUID) -> HttpResponse:
    """Keep what is lifted now; what makes no sense is shown again beside its sentence."""
    shown = detail.detail(request.user, session_id, whole=not request.htmx)
    form = _weights(shown, request.POST)
    if not form.is_valid():
        return _draw(request, PANEL if request.htmx else PAGE, shown, form)
    keep(user=request.user, grams=form.grams())
    if request.htmx:
        return _draw(request, PANEL, detail.detail(request.user, session_id), kept=True)
    messages.success(request, gettext("The weights are kept."))
    return redirect("planner:session", session_id)


@require_safe
@with_plan
def other_days(request: Request, session_id: UUID) -> HttpResponse:
    """What the other days of the session's week would mean for it: the panel asks for them once it is open."""
    return render(request, "planner/session/_other_days.html", {"others": detail.others(request.user, session_id)})


@require_safe
@with_plan
def panel(request: Request, session_id: UUID) -> HttpResponse:
    """The same for the panel beside the board."""
    return _draw(request, PANEL, detail.detail(request.user, session_id))


@require_safe
@with_plan
def verdicts(request: Request, session_id: UUID) -> HttpResponse:
    """What each day and place would mean for a session in the hand, by date; `?week=2026-W50` asks of another week."""
    return JsonResponse(in_hand.verdicts(request.user, session_id, week_named(request.GET.get("week"))))


@require_POST
@with_plan
def shape(request: Request, session_id: UUID) -> HttpResponse:
    """Give a session another shape."""
    return act_on(request, session_id, ShapeForm(request.POST), contents.reshape_session)


@require_POST
@with_plan
def minutes(request: Request, session_id: UUID) -> HttpResponse:
    """Give a session's parts other minutes."""
    return act_on(request, session_id, MinutesForm(request.POST), contents.set_minutes)


@require_POST
@with_plan
def note(request: Request, session_id: UUID) -> HttpResponse:
    """Keep the person's own words with a session."""
    return act_on(request, session_id, NoteForm(request.POST), sessions.note_session)


@require_http_methods(["GET", "HEAD", "POST"])
@with_plan
def ways_on(request: Request, session_id: UUID) -> HttpResponse:
    """Show what can become of a session that fell through, in the panel by HTMX; do the chosen way."""
    if request.method == "POST":
        return act_on(request, session_id, WayForm(request.POST), go_on)
    template = "planner/session/_ways_on.html" if request.htmx else "planner/session/ways_on.html"
    return render(request, template, {"missed": missed.ways_on(request.user, session_id)})
