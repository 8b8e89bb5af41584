"""Nothing jumps while a page loads: what scripts add has its place from the first paint on."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import address

PAGES = ["planner:goals", "planner:week", "planner:session", "planner:landing", "planner:calendar"]
SIZES = [{"width": 1280, "height": 980}, {"width": 390, "height": 844}]
MOST = 0.01

SCORE = """() => new Promise((done) => {
  let score = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) score += hadRecentInput ? 0 : value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(score), 150);
})"""


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_where_it_is_while_it_loads(board: Page, live_server, plan, name: str, size):
    board.set_viewport_size(size)
    board.goto(live_server.url + address(name, plan), wait_until="networkidle")
    assert board.evaluate(SCORE) < MOST


def test_the_plain_hours_come_where_the_script_does_not(page: Page, live_server):
    page.route("**/goals*.js", lambda route: route.abort())
    page.goto(f"{live_server.url}/goals/")
    hours = page.locator(".plain-days")
    hours.evaluate("(days) => days.getAnimations().forEach((waits) => waits.finish())")
    assert hours.evaluate("(days) => days.checkVisibility({ visibilityProperty: true }) && days.offsetHeight > 300")
