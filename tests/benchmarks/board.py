"""P4, P6, F1: what a hand on the board and a polling calendar cost, against drawing and against nothing."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from planner import clock
from planner.engine import day_verdicts, evaluate
from planner.forms.actions import AddForm
from planner.queries.board import board
from planner.records import read
from planner.services import feeds
from tests.benchmarks.rounds import Row, at_most, compare
from tests.factories import make_plan

TEN = [
    {"weekday": day, "start": start, "end": end}
    for day in range(6)
    for start, end in (("06:00", "08:00"), ("18:00", "20:30"))
]
ANSWERS: dict[str, Any] = {"arrangement": "two_a_day", "availability": TEN, "training_days": 5}


def drawn(request: HttpRequest, context: dict[str, Any]) -> str:
    """The board fragment as HTML."""
    return render_to_string("planner/board/_board.html", context, request)


def figures() -> Iterator[Row]:
    """Rows for one athlete's next week, drawn and handled."""
    user = User.objects.create_user("bench@example.org", "bench")
    plan = make_plan(user, **ANSWERS)
    monday = sorted(week.start for week in plan.weeks.all())[1]
    records = read(user, monday)
    week = records.in_truth(monday)
    athlete, context = records.athlete.in_week(monday), records.context(monday)
    request = RequestFactory().get("/")
    request.user, request.htmx, request.session = user, False, {}  # type: ignore[attr-defined]
    screen = {"board": board(records, monday), "add_form": AddForm.blank(monday)}
    draw = partial(drawn, request, screen)
    cards = f"{len(week.sessions)} cards"
    check = partial(evaluate, athlete, week, context)
    yield at_most("P4", f"evaluate over drawing the board, {cards}", 0.1, compare(check, draw))
    hand = partial(day_verdicts, athlete, week, week.sessions[0].id, context=context)
    yield at_most("P6", f"verdicts of seven days over drawing the board, {cards}", 1, compare(hand, draw))
    client = Client()
    client.force_login(user)
    address = reverse("planner:board", args=[clock.iso_of(monday)])
    found = compare(lambda: client.get(address), draw)
    yield Row(
        "B", f"GET the board, all in all, over drawing it, {cards}", "", f"{found.ratio:.2f} x ({found.one:.1f} ms)"
    )
    yield from _feed(user)


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
