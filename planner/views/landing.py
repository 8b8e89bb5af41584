"""The first page: what this is, and a week that it made, to be moved about."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from planner.models import Plan
from planner.reader import told_by_browser
from planner.views import sample
from planner.views.access import Request


@login_not_required
@told_by_browser
@require_safe
def landing(request: Request) -> HttpResponse:
    """The landing page; who has a plan goes to the week."""
    if request.user.is_authenticated and Plan.objects.filter(user=request.user).exists():
        return redirect("planner:this_week")
    return render(request, "planner/landing.html", {"sample": sample.drawn()})
