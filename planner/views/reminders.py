"""Reminders by mail: the page that asks for them, and the address that ends them without a log-in."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from planner.forms.reminders import ReminderForm
from planner.models import Reminder
from planner.services import reminders as service
from planner.views.access import Request, needs_account
from planner.views.feed import TOKEN

SAVED = gettext_noop("Saved. The mails go to {address}.")
NONE = gettext_noop("Saved. No mail is sent to you.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_account
def reminders(request: Request) -> HttpResponse:
    """Which mails a person wants."""
    wish = service.wish_of(user=request.user)
    held = {"evening": wish.evening, "sunday": wish.sunday, "hour": wish.hour}
    form = ReminderForm(request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        kept = service.wish(user=request.user, **form.cleaned_data)
        messages.success(
            request, _(SAVED).format(address=request.user.email) if kept.evening or kept.sunday else _(NONE)
        )
        return redirect("planner:reminders")
    shown = {"form": form, "address": request.user.email, "mail_works": settings.MAIL_WORKS}
    return render(request, "planner/reminders/page.html", shown, status=422 if form.errors else 200)


@csrf_exempt  # mail programs post here without ever having seen a page of ours (RFC 8058); the token is the proof
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Asks on GET, since some programs open every link, and ends the mails on POST."""
    if not (TOKEN.fullmatch(token) and Reminder.objects.filter(token=token).exists()):
        raise Http404("There are no such reminders.")
    done = request.method == "POST" and service.stop(token=token)
    return render(request, "planner/reminders/stop.html", {"done": done})
