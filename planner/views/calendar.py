"""The calendar pages: a feed's secret address and the ways into each program, its options, one more feed, its end."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from planner.calendar_clients import OTHER
from planner.forms.calendar import FeedForm, RemoveForm, RotateForm
from planner.models import Feed, Plan
from planner.queries import calendar as queries
from planner.queries import feed as feed_queries
from planner.screens import Download
from planner.services import feeds
from planner.services.outcome import Refused
from planner.views.access import Request, View
from planner.views.feed import CONTENT_TYPE
from planner.views.files import attachment

NO_PLAN = gettext_noop("Make your week first; then there is something to subscribe to.")
ROTATED = gettext_noop("Here is your new address. The old one has stopped; give the new one to your calendars.")
CHANGED = gettext_noop("Saved. Calendars show it the next time they look.")
ADDED = gettext_noop("Here is your new calendar. Give its address to the program that shall show it.")
REMOVED = gettext_noop("Deleted. Its address has stopped.")


def given_plan(view: View) -> View:
    """Give the view the person's plan; who has none is sent to the goals. Nothing may store what shows a secret."""

    @wraps(view)
    def answer(request: Request, *args: Any, **named: Any) -> HttpResponse:
        if request.user.is_guest:  # no feed, and no secret, without an account
            return redirect("planner:calendar")
        plan = Plan.objects.filter(user=request.user).first()
        if plan is None:
            messages.info(request, _(NO_PLAN))
            return redirect("planner:goals")
        try:
            return view(request, plan, *args, **named)
        except Feed.DoesNotExist as missing:  # deleted this very moment
            raise Http404("There is no such calendar.") from missing

    return never_cache(answer)


def guests_read(view: View) -> View:
    """Show a guest what an account gives in place of a calendar."""

    @wraps(view)
    def answer(request: Request, *args: Any, **named: Any) -> HttpResponse:
        if request.user.is_guest:
            return render(request, "planner/calendar/guest.html")
        return view(request, *args, **named)

    return answer


def _feed(plan: Plan, feed_id: int | None) -> Feed:
    """One of the person's feeds, the first where none is named; 404 for any other."""
    if feed_id is None:
        return feeds.feed_of(plan=plan)
    feed = Feed.objects.filter(plan=plan, pk=feed_id).first()
    if feed is None:
        raise Http404("There is no such calendar.")
    return feed


def _page(request: Request, feed: Feed, **forms: Any) -> HttpResponse:
    """The page of a feed; `forms` are those that came back with an error."""
    path = reverse("planner:feed", args=[feed.token])
    screen = queries.subscribe(feed, request.build_absolute_uri(path), path)
    usual = {"form": RotateForm(), "remove_form": RemoveForm(), "options_form": FeedForm(feed=feed)}
    qr = mark_safe(screen.qr)  # noqa: S308 - drawn by us from our address
    return render(request, "planner/calendar/page.html", {"screen": screen, "qr": qr, **usual, **forms})


@require_safe
@guests_read
@given_plan
def calendar(request: Request, plan: Plan, feed_id: int | None = None) -> HttpResponse:
    """The page of a calendar; it shows a secret."""
    return _page(request, _feed(plan, feed_id))


@require_http_methods(["GET", "HEAD", "POST"])
@given_plan
def add(request: Request, plan: Plan) -> HttpResponse:
    """One more calendar: its options, then its page."""
    proposed = Feed(plan=plan, name="")
    form = FeedForm(request.POST if request.method == "POST" else None, feed=proposed)
    if form.is_bound and form.is_valid():
        try:
            feed = feeds.add_feed(plan=plan, options=form.options())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _(ADDED))
            return redirect("planner:calendar", feed.pk)
    return render(request, "planner/calendar/add.html", {"form": form})


@require_POST
@given_plan
def options(request: Request, plan: Plan, feed_id: int) -> HttpResponse:
    """Other options for a calendar; its address stays."""
    feed = _feed(plan, feed_id)
    form = FeedForm(request.POST, feed=feed)
    if not form.is_valid():
        return _page(request, feed, options_form=form)
    try:
        feeds.change_feed(feed=feed, options=form.options())
    except Refused as refusal:
        form.add_error("name", str(refusal))
        return _page(request, feed, options_form=form)
    messages.success(request, _(CHANGED))
    return redirect("planner:calendar", feed.pk)


@require_POST
@given_plan
def rotate(request: Request, plan: Plan, feed_id: int | None = None) -> HttpResponse:
    """A new address for a person who says that the old one may stop."""
    feed, form = _feed(plan, feed_id), RotateForm(request.POST)
    if not form.is_valid():
        return _page(request, feed, form=form)
    feeds.rotate(feed=feed)
    messages.success(request, _(ROTATED))
    return redirect("planner:calendar", *([] if feed_id is None else [feed_id]))


@require_POST
@given_plan
def remove(request: Request, plan: Plan, feed_id: int) -> HttpResponse:
    """The end of a calendar, for a person who says so."""
    feed, form = _feed(plan, feed_id), RemoveForm(request.POST)
    if not form.is_valid():
        return _page(request, feed, remove_form=form)
    try:
        feeds.remove_feed(feed=feed)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, feed, remove_form=form)
    messages.success(request, _(REMOVED))
    return redirect("planner:calendar")


@require_safe
@given_plan
def download(request: Request, plan: Plan, feed_id: int | None = None) -> HttpResponse:
    """A calendar as a file, as it stands now; it does not follow later changes."""
    feed = _feed(plan, feed_id)
    poll = feed_queries.poll(feed.token, OTHER)
    if poll is None or not poll.is_fresh:
        feeds.render(feed_id=feed.pk)
    return attachment(Download("tandem.ics", CONTENT_TYPE, feed_queries.body(feed.pk).content))
