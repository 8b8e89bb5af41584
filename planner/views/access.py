"""What the views share: who has no plan is sent to the goals, what is not theirs is not there, who is a guest."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from accounts.guests import stay
from planner import clock
from planner.forms.fields import is_of_this_century
from planner.records import NoPlan, NoWeek

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request that passed the log-in and the HTMX middleware."""

    user: Any
    htmx: Any


def with_plan(view: View) -> View:
    """Answer a person without goals by the goals form, and an unknown week or session, or another's, by 404.

    A guest who looks at the plan has come back, and stays on from today.
    """

    @wraps(view)
    def answer(request: Request, *args: Any, **named: Any) -> HttpResponse:
        if request.user.is_guest:
            stay(request, clock.today("UTC"))
        try:
            return view(request, *args, **named)
        except NoPlan:
            goals = resolve_url("planner:goals")
            return HttpResponseClientRedirect(goals) if request.htmx else HttpResponseRedirect(goals)
        except NoWeek as missing:
            raise Http404("There is no such week or session.") from missing

    return answer


def needs_account(view: View) -> View:
    """Send a guest to the sign-up: the page is about an account, a token or an address, and a guest has none."""

    @wraps(view)
    def answer(request: Request, *args: Any, **named: Any) -> HttpResponse:
        if request.user.is_guest:
            return HttpResponseRedirect(resolve_url("account_signup"))
        return view(request, *args, **named)

    return answer


def person(request: Request) -> Any:
    """Who asks: a person or a guest; None where nobody is known yet."""
    return request.user if request.user.is_authenticated else None


def week_named(name: str | None) -> date | None:
    """The Monday of a week named in a query, 2026-W50; None where none is named. NoWeek where it is no week's name."""
    if not name:
        return None
    try:
        monday = clock.from_iso(name)
    except ValueError as problem:
        raise NoWeek(name) from problem
    if not is_of_this_century(monday):  # beside the first and the last week that there is lies none
        raise NoWeek(name)
    return monday
