"""The account: the way to address and password, units and time zone, all data as a file, and the end of it."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from planner import clock
from planner.engine.vocabulary import Unit
from planner.forms.account import DeleteForm, PreferencesForm
from planner.models import Preferences, Profile
from planner.queries.own_data import export
from planner.services import account as services
from planner.views.access import Request, needs_account
from planner.views.files import kept_as

SAVED = gettext_noop("Saved.")
DELETED = gettext_noop("Your account and everything in it is deleted.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_account
def account(request: Request) -> HttpResponse:
    """The account's page; a POST keeps units and time zone."""
    profile = Profile.objects.filter(user=request.user).first()
    if request.method != "POST":
        chosen = Preferences.objects.filter(user=request.user).first()
        shown = {"distances": chosen.distances if chosen else Unit.KM.value}
        if profile:
            shown["timezone"] = profile.timezone
        return _page(request, PreferencesForm(initial=shown, has_zone=profile is not None))
    form = PreferencesForm(request.POST, has_zone=profile is not None)
    if not form.is_valid():
        return _page(request, form)
    told = form.cleaned_data
    services.save_preferences(user=request.user, distances=told["distances"], timezone=told.get("timezone"))
    messages.success(request, _(SAVED))
    return redirect("planner:account")


def _page(request: Request, form: PreferencesForm) -> HttpResponse:
    return render(request, "planner/account/page.html", {"form": form})


@require_safe
@never_cache
@needs_account
def download(request: Request) -> HttpResponse:
    """Everything that is kept about the person, as a file."""
    name = f"tandem-{clock.now():%Y-%m-%d}.json"
    return JsonResponse(export(request.user), json_dumps_params={"indent": 1}, headers=kept_as(name))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_account
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth's is untyped
def delete(request: Request) -> HttpResponse:
    """Say what goes; delete it for somebody who gave the password a moment ago and is sure."""
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = request.user
        logout(request)
        services.delete(user=user)
        messages.success(request, _(DELETED))
        return redirect("planner:landing")
    return render(request, "planner/account/delete.html", {"form": form})
