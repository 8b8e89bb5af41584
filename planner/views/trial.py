"""The trial without an account: throwing it away, and the question where an account has a plan of its own."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.guests import ASIDE, enter, set_aside
from accounts.models import User
from planner.forms.trial import GO_BACK, LeaveForm, TwoPlansForm
from planner.services import guests
from planner.views.access import Request

GONE = gettext_noop("Your trial is thrown away. Nothing of it is left here.")
ASIDE_GONE = gettext_noop("The trial is thrown away. This is the plan of your account.")
BACK = gettext_noop("This is your trial again. Your account is logged out, its plan is as it was.")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request) -> HttpResponse:
    """Ask a guest who wants to go, then throw all of the trial away. Whoever is none has nothing to leave."""
    if not getattr(request.user, "is_guest", False):
        return redirect("planner:landing")
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "planner/trial/leave.html", {"form": form})
    guest = request.user
    logout(request)
    guests.discard(guest=guest)
    messages.success(request, _(GONE))
    return redirect("planner:landing")


@require_http_methods(["GET", "HEAD", "POST"])
def two_plans(request: Request) -> HttpResponse:
    """Say that the account's plan stays, and ask what becomes of the trial that this browser held before."""
    guest = set_aside(request)
    if guest is None:
        request.session.pop(ASIDE, None)
        return redirect("planner:this_week")
    form = TwoPlansForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "planner/trial/two_plans.html", {"guest": guest, "form": form})
    return _go_back(request, guest) if form.cleaned_data["trial"] == GO_BACK else _throw_away(request, guest)


def _go_back(request: Request, guest: User) -> HttpResponse:
    logout(request)
    enter(request, guest)
    messages.success(request, _(BACK))
    return redirect("planner:this_week")


def _throw_away(request: Request, guest: User) -> HttpResponse:
    guests.discard(guest=guest)
    del request.session[ASIDE]
    messages.success(request, _(ASIDE_GONE))
    return redirect("planner:this_week")
