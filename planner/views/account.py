"""The account: the way to address and password, how things are told, all data as a file, and the end of it."""

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
from planner.forms.account import KEPT, DeleteForm, PreferencesForm
from planner.models import Preferences, Profile
from planner.queries.own_data import export
from planner.reader import by_browser, tag_of
from planner.services import account as services
from planner.views.access import Request, needs_account
from planner.views.files import kept_as

SAVED = gettext_noop("Saved.")
DELETED = gettext_noop("Your account and everything in it is deleted.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_account
def account(request: Request) -> HttpResponse:
    """The account's page; a POST keeps how things are told, and the time zone."""
    profile, usual = Profile.objects.filter(user=request.user).first(), by_browser(request)
    if request.method != "POST":
        chosen = Preferences.objects.filter(user=request.user).first() or Preferences()
        shown = {name: getattr(chosen, name) for name in KEPT}
        if profile:
            shown["timezone"] = profile.timezone
        return _page(request, PreferencesForm(initial=shown, has_zone=profile is not None, usual=usual))
    form = PreferencesForm(request.POST, has_zone=profile is not None, usual=usual)
    if not form.is_valid():
        return _page(request, form)
    zone = form.cleaned_data.get("timezone")
    services.save_preferences(user=request.user, kept=form.kept(), timezone=zone, tag=tag_of(request))
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
