"""The ways to make a week fit: a page of their own, the same under the board, and the choice of one."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from planner.forms.repair import RepairForm
from planner.queries import repair as ways
from planner.services.repairs import repair_week
from planner.views.access import Request, with_plan
from planner.views.board import answer, current


@require_http_methods(["GET", "HEAD", "POST"])
@with_plan
def repair(request: Request, monday: date) -> HttpResponse:
    """Show the ways to make the week fit, as a part of the board by HTMX; do the chosen one."""
    if request.method == "POST":
        return answer(request, monday, RepairForm(request.POST), repair_week)
    template = "planner/board/_repair.html" if request.htmx else "planner/repair/page.html"
    return render(request, template, {"repair": ways.repair(current(request.user, monday), monday)})
