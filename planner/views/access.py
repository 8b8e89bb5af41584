"""What the views of a plan share: who has none is sent to the goals, what is not theirs is not there."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from planner import clock
from planner.records import NoPlan, NoWeek

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request that passed the log-in and the HTMX middleware."""

    user: Any
    htmx: Any


def with_plan(view: View) -> View:
    """Answer a person without goals by the goals form, and an unknown week or session, or another's, by 404."""

    @wraps(view)
    def answer(request: Request, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except NoPlan:
            goals = resolve_url("planner:goals")
            return HttpResponseClientRedirect(goals) if request.htmx else HttpResponseRedirect(goals)
        except NoWeek as missing:
            raise Http404("There is no such week or session.") from missing

    return answer


def week_named(name: str | None) -> date | None:
    """The Monday of a week named in a query, 2026-W50; None where none is named. NoWeek where it is no week's name."""
    if not name:
        return None
    try:
        return clock.from_iso(name)
    except ValueError as problem:
        raise NoWeek(name) from problem
