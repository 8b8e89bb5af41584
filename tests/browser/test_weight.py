"""W1: what the board's page weighs at the first visit, and that a fresh board moves nothing around it."""

import brotli
from playwright.sync_api import Page, Response, expect

from tests.browser.boards import card, drag, lies_on, place
from tests.factories import THIS_WEEK, sessions_of

MOST = 100 * 1024  # bytes over the wire: pages as they are, static files in brotli, as WhiteNoise keeps them

SHIFTS = """() => { window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries()) shifts.push(...sources.map(({ node }) => node?.className ?? "gone"));
  }).observe({ type: "layout-shift", buffered: true }); }"""


def weigh(response: Response) -> int:
    """The bytes of an answer as it is served, headers left out."""
    body = response.body()
    return len(brotli.compress(body)) if "/static/" in response.url else len(body)


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
    board.evaluate("shifts.length = 0")
    order = card(board, session).get_attribute("data-order") or ""
    board.locator(f"#flip-{session.pk}").click()
    expect(card(board, session)).not_to_have_attribute("data-order", order)
    where = place(plan, "ok")
    drag(board, where)
    lies_on(board, where.session, where.day)
    board.wait_for_timeout(100)
    assert board.evaluate("shifts") == []
