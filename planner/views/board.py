"""The week board: its page, its fragment, and the actions on it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from planner import clock
from planner.engine.vocabulary import Status
from planner.forms.actions import (
    AddForm,
    ExchangeForm,
    LockForm,
    MoveForm,
    RoomForm,
    ShownWeekForm,
    VersionForm,
)
from planner.forms.session import HabitForm, MarkForm
from planner.queries import calendar_delay
from planner.queries.beyond import beyond
from planner.queries.board import board
from planner.queries.detail import offer
from planner.queries.habits import question
from planner.records import Records, monday_of, read
from planner.services import habits, history, sessions, weeks
from planner.services.as_planned import back_to_planned
from planner.services.outcome import Outcome, Refused, Taken
from planner.views.access import Request, with_plan

LEVELS = {"success": messages.SUCCESS, "warning": messages.WARNING}
SUNDAY = timedelta(days=6)
QUESTION = "question"  # in the browser's session: the key of a habit that is asked about, until it is answered
OFFER = "offer"  # in the browser's session: the session and the day of a refused move, until a board is drawn


def current(user: Any, *mondays: date) -> Records:
    """The person's records, after weeks were added where time has passed."""
    records = read(user, *mondays)
    if weeks.lacks_weeks(records):
        weeks.ensure_weeks(user=user)
        records = read(user, *mondays)
    return records


def _draw(
    request: Request, template: str, records: Records, monday: date, refused: AddForm | None = None
) -> HttpResponse:
    """A week, with a form to add a session where the week is not over; a refused one keeps what was written."""
    last = monday + SUNDAY
    blank = AddForm.blank(min(max(records.today, monday), last)) if last >= records.today else None
    wish = request.session.pop(OFFER, None)
    context = {
        "board": board(records, monday),
        "add_form": refused or blank,
        "question": question(request.session.get(QUESTION, "")),
        "offer": offer(records, monday, UUID(wish[0]), date.fromisoformat(wish[1])) if wish else None,
    }
    return render(request, template, context)


@require_safe
@with_plan
def this_week(request: Request) -> HttpResponse:
    """The page of the week that the person lives in now."""
    records = current(request.user)
    return _draw(request, "planner/board/page.html", records, clock.monday_of(records.today))


@require_safe
@with_plan
def week(request: Request, monday: date) -> HttpResponse:
    """The page of any week of the plan; of any other one, where the plan is."""
    records = current(request.user, monday)
    if monday not in records.weeks:
        return render(request, "planner/board/beyond.html", {"beyond": beyond(records, monday)}, status=404)
    return _draw(request, "planner/board/page.html", records, monday)


@require_safe
@with_plan
def fragment(request: Request, monday: date) -> HttpResponse:
    """The board of a week without the page around it."""
    return _draw(request, "planner/board/_board.html", current(request.user, monday), monday)


def answer(
    request: Request, monday: date, form: VersionForm, act: Callable[..., Outcome], **named: Any
) -> HttpResponse:
    """Do what a form asks and tell how it went: the fresh board by HTMX, else back to the week's page."""
    records, refused = None, None
    try:
        if not form.is_valid():
            raise Refused(form.sentence())
        outcome = act(user=request.user, monday=monday, **form.values(), **named)
    except Refused as refusal:
        messages.error(request, str(refusal))
        refused = form.refuse(str(refusal)) if isinstance(form, AddForm) else None
        if isinstance(refusal, Taken):
            request.session[OFFER] = [str(refusal.session_id), refusal.day.isoformat()]
    else:
        records = outcome.records
        if outcome.habit:
            request.session[QUESTION] = outcome.habit
        told = " ".join(filter(None, (outcome.message, calendar_delay.warning(records))))
        messages.add_message(request, LEVELS[outcome.level], told)
    if not request.htmx:
        return redirect("planner:week", monday)
    return _draw(request, "planner/board/_board.html", records or read(request.user, monday), monday, refused)


@require_POST
@with_plan
def remake(request: Request, monday: date) -> HttpResponse:
    """Plan the week again around what is locked, done or past."""
    return answer(request, monday, VersionForm(request.POST), weeks.remake_week)


@require_POST
@with_plan
def undo(request: Request, monday: date) -> HttpResponse:
    """Take back the plan's last step."""
    return answer(request, monday, VersionForm(request.POST), history.undo)


@require_POST
@with_plan
def redo(request: Request, monday: date) -> HttpResponse:
    """Do the plan's first undone step again."""
    return answer(request, monday, VersionForm(request.POST), history.redo)


@require_POST
@with_plan
def as_planned(request: Request, monday: date) -> HttpResponse:
    """Bring the week back to what the planner made of it."""
    return answer(request, monday, VersionForm(request.POST), back_to_planned)


@require_POST
@with_plan
def add(request: Request, monday: date) -> HttpResponse:
    """Add a session to the week."""
    return answer(request, monday, AddForm(request.POST, auto_id="add-%s"), sessions.add_session)


@require_POST
@with_plan
def habit(request: Request, monday: date) -> HttpResponse:
    """Make what was asked about a wish, or leave it; either way the question is answered."""
    request.session.pop(QUESTION, None)
    if request.POST.get("answer") != "yes":
        return answer(request, monday, VersionForm(request.POST), habits.leave_habit)
    return answer(request, monday, HabitForm(request.POST), habits.keep_habit)


def act_on(
    request: Request, session_id: UUID, form: VersionForm, act: Callable[..., Outcome], **named: Any
) -> HttpResponse:
    """Do what a form asks with one session."""
    monday = ShownWeekForm(request.POST).monday or monday_of(request.user, session_id)
    return answer(request, monday, form, act, session_id=session_id, **named)


@require_POST
@with_plan
def move(request: Request, session_id: UUID) -> HttpResponse:
    """Put a session on another day or hour."""
    return act_on(request, session_id, MoveForm(request.POST), sessions.move_session)


@require_POST
@with_plan
def exchange(request: Request, session_id: UUID) -> HttpResponse:
    """Exchange a session's day with another day of its week."""
    return act_on(request, session_id, ExchangeForm(request.POST), sessions.exchange_sessions)


@require_POST
@with_plan
def make_room(request: Request, session_id: UUID) -> HttpResponse:
    """Put a session on a day that has no room for it, with the smallest change that makes some."""
    return act_on(request, session_id, RoomForm(request.POST), sessions.make_room)


@require_POST
@with_plan
def flip(request: Request, session_id: UUID) -> HttpResponse:
    """Turn the order of a combined session round."""
    return act_on(request, session_id, VersionForm(request.POST), sessions.flip_session)


@require_POST
@with_plan
def lock(request: Request, session_id: UUID) -> HttpResponse:
    """Lock a session in place, or free it."""
    return act_on(request, session_id, LockForm(request.POST), sessions.lock_session)


@require_POST
@with_plan
def done(request: Request, session_id: UUID) -> HttpResponse:
    """Mark a session as done, or take that back."""
    return act_on(request, session_id, MarkForm(request.POST), sessions.mark_session, mark=Status.DONE)


@require_POST
@with_plan
def skip(request: Request, session_id: UUID) -> HttpResponse:
    """Mark a session as skipped, or take that back."""
    return act_on(request, session_id, MarkForm(request.POST), sessions.mark_session, mark=Status.SKIPPED)


@require_POST
@with_plan
def delete(request: Request, session_id: UUID) -> HttpResponse:
    """Take a session out of the plan."""
    return act_on(request, session_id, VersionForm(request.POST), sessions.delete_session)
