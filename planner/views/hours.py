"""The hours of one week: a page of their own, the same in the panel beside the board, and the changes."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from planner.forms.exceptions import DayHoursForm, WeekHoursForm
from planner.queries.hours import week_hours as hours_of
from planner.services import exceptions
from planner.views.access import Request, with_plan
from planner.views.board import answer, current


@require_safe
@with_plan
def hours(request: Request, monday: date) -> HttpResponse:
    """Show the week's hours day by day, each with what can be done about it."""
    template = "planner/hours/_panel.html" if request.htmx else "planner/hours/page.html"
    shown = hours_of(current(request.user, monday), monday)
    return render(request, template, {"hours": shown})


@require_POST
@with_plan
def day_hours(request: Request, monday: date) -> HttpResponse:
    """Block a date, give it other hours, or make it as usual again."""
    return answer(request, monday, DayHoursForm(request.POST), exceptions.change_day)


@require_POST
@with_plan
def week_hours(request: Request, monday: date) -> HttpResponse:
    """The same for every day that is left of the week."""
    return answer(request, monday, WeekHoursForm(request.POST), exceptions.change_week)
