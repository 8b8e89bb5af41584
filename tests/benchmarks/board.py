"""P4, P6, F1, and those of page.py: what a hand on the board and a polling calendar cost."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from planner import clock
from planner.engine import Context, Week, day_verdicts, evaluate, verdicts
from planner.engine.domain import Athlete
from planner.forms.actions import AddForm
from planner.queries.board import board
from planner.records import read
from planner.services import feeds
from tests.benchmarks import page
from tests.benchmarks.rounds import Row, at_most, compare
from tests.factories import make_plan

TEN = [
    {"weekday": day, "start": start, "end": end}
    for day in range(6)
    for start, end in (("06:00", "08:00"), ("18:00", "20:30"))
]
ANSWERS: dict[str, Any] = {"arrangement": "two_a_day", "availability": TEN, "training_days": 5}
COMBINED: dict[str, Any] = {"goal": "fat_loss", "arrangement": "combined", "availability": TEN, "training_days": 6}
Drawing = Callable[[], str]


def drawn(request: HttpRequest, context: dict[str, Any]) -> str:
    """The board fragment as HTML."""
    return render_to_string("planner/board/_board.html", context, request)


def figures() -> Iterator[Row]:
    """Rows for one athlete's next week, drawn and handled."""
    user = User.objects.create_user("bench@example.org", "bench")
    monday, draw, week, athlete, context = _drawing(user, ANSWERS)
    cards = f"{len(week.sessions)} cards"
    check = partial(evaluate, athlete, week, context)
    yield at_most("P4", f"evaluate over drawing the board, {cards}", 0.1, compare(check, draw))
    yield from _in_hand(draw, week, athlete, context)
    other = User.objects.create_user("other@example.org", "bench")
    yield from _in_hand(*_drawing(other, COMBINED)[1:])
    client = Client()
    client.force_login(user)
    address = reverse("planner:board", args=[clock.iso_of(monday)])
    found = compare(lambda: client.get(address), draw)
    yield Row(
        "B", f"GET the board, all in all, over drawing it, {cards}", "", f"{found.ratio:.2f} x ({found.one:.1f} ms)"
    )
    yield from page.moves(client, user.plan, monday)
    yield from page.drawing(draw, {"board": board(read(user, monday), monday)}, _request(user))
    yield from page.wire(client)
    yield from _feed(user)


def _drawing(user: User, answers: dict[str, Any]) -> tuple[date, Drawing, Week, Athlete, Context]:
    """The second week of a plan of these answers: its Monday, what draws its board, and how the engine sees it."""
    plan = make_plan(user, **answers)
    monday = sorted(week.start for week in plan.weeks.all())[1]
    records = read(user, monday)
    request = _request(user)
    screen = {"board": board(records, monday), "add_form": AddForm.blank(monday)}
    week = records.in_truth(monday) or Week()
    return monday, partial(drawn, request, screen), week, records.athlete.in_week(monday), records.context(monday)


def _request(user: User) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user, request.htmx, request.session = user, False, {}  # type: ignore[attr-defined]
    return request


def _in_hand(draw: Drawing, week: Week, athlete: Athlete, context: Context) -> Iterator[Row]:
    """P6 for the card that has the most places: what a pick-up asks for, and every place in both orders."""
    places = {s.id: len(verdicts(athlete, week, s.id, context=context)) for s in week.sessions}
    card = max(places, key=lambda name: places[name])
    what = f"over drawing the board, {len(week.sessions)} cards"
    days = partial(day_verdicts, athlete, week, card, context=context)
    yield at_most("P6", f"verdicts of seven days {what}", 1, compare(days, draw))
    every = partial(verdicts, athlete, week, card, context=context)
    yield at_most("P6", f"verdicts of all {places[card]} places {what}", 1, compare(every, draw))


def _feed(user: User) -> Iterator[Row]:
    """F1: a poll with nothing new, and an unknown token, against the empty view under the same middleware."""
    token = feeds.feed_of(plan=user.plan).token
    client = Client()
    address = reverse("planner:feed", args=[token])
    etag = client.get(address)["ETag"]
    empty = partial(client.get, "/empty")
    polls = {
        "feed 304": partial(client.get, address, headers={"If-None-Match": etag}),
        "feed, unknown token": partial(client.get, reverse("planner:feed", args=["x" * 43])),
    }
    for what, poll in polls.items():
        yield at_most("F1", f"{what} over an empty view, in process", 1.5, compare(poll, empty, times=20))
