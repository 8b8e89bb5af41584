"""The site's addresses, and beside them what the middleware alone costs, and the least that a move has to do."""

from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from planner import urls
from planner.forms.actions import AddForm
from planner.models import Session
from planner.queries.board import board
from planner.records import read
from planner.views.access import Request


@login_not_required
def empty(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse()


def floor(request: Request, monday: date, session_id: UUID) -> HttpResponse:
    """Read the plan, write one row, draw the board."""
    with transaction.atomic():
        records = read(request.user, monday, lock=True)
        Session.objects.filter(pk=session_id).update(sequence=F("sequence") + 1)
    screen = {"board": board(records, monday), "add_form": AddForm.blank(monday)}
    return render(request, "planner/board/_board.html", screen)


urlpatterns = [
    path("empty", empty),
    path("floor/<week:monday>/<uuid:session_id>/", floor),
    *urls.urlpatterns,
]
