"""One's own calendar: the page, a file, an address, reading it again, and forgetting it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from planner import busy_words, clock
from planner.forms.busy import AddressForm, UploadForm
from planner.models import BusyCalendar, Profile
from planner.queries import busy as queries
from planner.records import NoPlan
from planner.services import busy, weeks
from planner.services.outcome import Refused
from planner.views.access import Request, with_plan
from planner.views.board import current

READ = gettext_noop("Your calendar is read. The planner keeps clear of it from now on; nothing was moved.")
UNREAD = gettext_noop("It could not be read: {problem} What was known before is kept.")
REMOVED = gettext_noop("Your calendar is forgotten: its address, and every busy time.")


def _zone_of(user: Any) -> str:
    """The person's time zone. Raises NoPlan."""
    profile = Profile.objects.filter(user=user).only("timezone").first()
    if profile is None:
        raise NoPlan
    return profile.timezone


def _page(request: Request, *forms: UploadForm | AddressForm) -> HttpResponse:
    records = current(request.user, *weeks.wanted(clock.today(_zone_of(request.user))))
    row = BusyCalendar.objects.filter(user=request.user).first()
    named = {"upload": UploadForm(), "address": AddressForm()} | {str(form.prefix): form for form in forms}
    screen = queries.busy(row, records) if row else None
    return render(request, "planner/busy/page.html", {"screen": screen, **named})


@require_safe
@never_cache
@with_plan
def page(request: Request) -> HttpResponse:
    """What is kept of one's own calendar, and the forms."""
    return _page(request)


def _read_form(request: Request, form: UploadForm | AddressForm, act: Callable[[dict[str, Any]], Any]) -> HttpResponse:
    """Do what a form asks; where it cannot be done, the page with the reason beside the field."""
    _zone_of(request.user)
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            form.add_error(form.asked, str(refusal))
        else:
            messages.success(request, _(READ))
            return redirect("planner:busy")
    form.fields[form.asked].widget.attrs["autofocus"] = True
    return _page(request, form)


@require_POST
@never_cache
@with_plan
def upload(request: Request) -> HttpResponse:
    """Read an uploaded calendar."""
    form = UploadForm(request.POST, request.FILES)
    return _read_form(
        request,
        form,
        lambda data: busy.upload(user=request.user, data=data["calendar"].read(), all_day=data["all_day"]),
    )


@sensitive_post_parameters("address-address")
@require_POST
@never_cache
@with_plan
def address(request: Request) -> HttpResponse:
    """Read a calendar from its address and keep the address."""
    return _read_form(
        request,
        AddressForm(request.POST),
        lambda data: busy.subscribe(user=request.user, address=data["address"], all_day=data["all_day"]),
    )


@require_POST
@never_cache
@with_plan
def refresh(request: Request) -> HttpResponse:
    """Read the kept address again, because its owner asks."""
    try:
        row = busy.refresh(user=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        if row.problem:
            messages.warning(request, _(UNREAD).format(problem=busy_words.problem(row.problem)))
        else:
            messages.success(request, _(READ))
    return redirect("planner:busy")


@require_POST
@never_cache
def remove(request: Request) -> HttpResponse:
    """Forget the calendar."""
    if busy.remove(user=request.user):
        messages.success(request, _(REMOVED))
    return redirect("planner:busy")
