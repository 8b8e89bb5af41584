"""The public page of every rule and its source."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.queries.rules import rule_lines
from planner.views.access import Request


@login_not_required
@require_safe
def rules(request: Request) -> HttpResponse:
    """Every rule with its sentence, its statement and its source."""
    return render(request, "planner/rules/page.html", {"rules": rule_lines()})
