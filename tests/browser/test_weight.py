"""W1: what the board's page weighs at the first visit, and that a fresh board moves nothing around it."""

from typing import Any

import brotli
import pytest
from playwright.sync_api import Page, Response, expect

from planner import clock
from planner.models import Plan
from tests.browser.boards import ROOMY, card, drag, lies_on, places
from tests.browser.test_swaps import SETTLED
from tests.factories import MONDAY_MORNING, THIS_WEEK, make_plan, sessions_of

FULL: dict[str, Any] = {
    "goal": "general",
    "run_level": "advanced",
    "lift_level": "advanced",
    "arrangement": "separate",
    "runs_per_week": 5,
    "lifts_per_week": 4,
    "availability": [
        {"weekday": weekday, "start": start, "end": end}
        for weekday in range(7)
        for start, end in (("06:00", "08:30"), ("17:00", "21:00"))
    ],
}
MOST = 100 * 1024  # bytes over the wire: pages as they are sent, static files in brotli, as WhiteNoise keeps them

SHIFTS = """() => { window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) shifts.push(...sources.map(({ node }) => node?.className ?? "gone"));
  }).observe({ type: "layout-shift" }); }"""


def weigh(response: Response) -> int:
    """The bytes of an answer as it is served, headers left out."""
    if "/static/" in response.url:
        return len(brotli.compress(response.body()))
    return response.request.sizes()["responseBodySize"]


@pytest.fixture(params=[ROOMY, FULL], ids=["three sessions", "nine sessions"])
def plan(request, user, monkeypatch) -> Plan:
    """A quiet week, and one that is full."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    return make_plan(user, **request.param)


def test_the_first_visit_is_light(page: Page, live_server, log_in, plan):
    log_in(plan.user)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(live_server.url + THIS_WEEK, wait_until="networkidle")
    weights = {answer.url: weigh(answer) for answer in answers}
    assert len(weights) > 10
    assert sum(weights.values()) <= MOST, weights


def test_a_fresh_board_shifts_nothing(board: Page, plan):
    session = sessions_of(plan)[0]
    board.emulate_media(reduced_motion="reduce")
    board.evaluate(SHIFTS)
    board.locator(f"#actions-{session.pk}").click()
    board.locator(f"#menu-{session.pk} [data-action=done] button").click()
    expect(card(board, session)).to_have_attribute("data-status", "done")
    where = next(one for one in places(plan) if one.possible and one.session != session)
    drag(board, where)
    lies_on(board, where.session, where.day)
    assert board.evaluate(SETTLED) == []
