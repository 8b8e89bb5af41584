"""The subscribe page: the secret address, the ways into each calendar, a new address, a one-time download."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from planner.calendar_clients import OTHER
from planner.forms.calendar import RotateForm
from planner.models import Feed, Plan
from planner.queries import calendar as queries
from planner.queries import feed as feed_queries
from planner.services import feeds
from planner.views.access import Request, for_accounts
from planner.views.feed import CONTENT_TYPE

NO_PLAN = "Make your week first; then there is something to subscribe to."
ROTATED = "Here is your new address. The old one has stopped; give the new one to your calendars."


def _plan_of(request: Request) -> Plan | None:
    return Plan.objects.filter(user=request.user).first()


def _to_goals(request: Request) -> HttpResponse:
    messages.info(request, NO_PLAN)
    return redirect("planner:goals")


def _page(request: Request, feed: Feed, form: RotateForm) -> HttpResponse:
    address = request.build_absolute_uri(reverse("planner:feed", args=[feed.token]))
    screen = queries.subscribe(feed, address)
    context = {"screen": screen, "qr": mark_safe(screen.qr), "form": form}  # noqa: S308 - drawn by us from our address
    return render(request, "planner/calendar/page.html", context)


@require_safe
@never_cache
def calendar(request: Request) -> HttpResponse:
    """The subscribe page; it shows a secret, so nothing may store it. A guest reads what an account gives."""
    if request.user.is_guest:
        return render(request, "planner/calendar/guest.html")
    plan = _plan_of(request)
    if plan is None:
        return _to_goals(request)
    return _page(request, feeds.feed_of(plan=plan), RotateForm())


@require_POST
@never_cache
@for_accounts
def rotate(request: Request) -> HttpResponse:
    """A new address for a person who says that the old one may stop."""
    plan, form = _plan_of(request), RotateForm(request.POST)
    if plan is None:
        return _to_goals(request)
    if not form.is_valid():
        return _page(request, feeds.feed_of(plan=plan), form)
    feeds.rotate(plan=plan)
    messages.success(request, ROTATED)
    return redirect("planner:calendar")


@require_safe
@never_cache
@for_accounts
def download(request: Request) -> HttpResponse:
    """The calendar as a file, as it stands now; it does not follow later changes."""
    plan = _plan_of(request)
    if plan is None:
        return _to_goals(request)
    feed = feeds.feed_of(plan=plan)
    poll = feed_queries.poll(feed.token, OTHER)
    if poll is None or not poll.is_fresh:
        feeds.render(feed_id=feed.pk)
    disposition = {"Content-Disposition": 'attachment; filename="tandem.ics"'}
    return HttpResponse(feed_queries.body(feed.pk).content, CONTENT_TYPE, headers=disposition)
