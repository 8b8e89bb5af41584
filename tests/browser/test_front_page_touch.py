"""The front page on a phone: the sample moved by a finger on the strip, and the way to a week by taps."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from planner import clock
from tests.browser.boards import PHONE, Touch, handle, lies_on, middle
from tests.browser.sample import sample_place
from tests.factories import MONDAY_MORNING


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone."""
    return {**browser_context_args, **PHONE}


@pytest.fixture
def front(quiet_page: Page, live_server, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The front page on a Monday morning."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    quiet_page.goto(live_server.url)
    return quiet_page


@pytest.mark.parametrize("verdict", ["ok", "breaks"])
def test_a_finger_drops_a_card_on_the_strip(front: Page, touch: Touch, verdict: str):
    where = sample_place(verdict)
    handle(front, where.session).scroll_into_view_if_needed()
    x, y = middle(handle(front, where.session))
    touch("touchStart", (x, y))
    for step in (3, 6, 9):
        touch("touchMove", (x - step, y + step))
    strip = front.locator(f'[data-strip-day="{where.day}"]')
    expect(strip).to_have_attribute("data-verdict", verdict)
    touch("touchMove", middle(strip))
    expect(front.locator("[data-strip-line]")).to_contain_text(where.text[1:])
    touch("touchEnd")
    lies_on(front, where.session, where.day)


def test_a_tap_on_the_handle_and_a_tap_on_a_day_do_the_same(front: Page):
    where = sample_place("ok")
    handle(front, where.session).tap()
    expect(front.locator(f'[data-strip-day="{where.day}"]')).to_have_attribute("data-verdict", "ok")
    front.locator(f'[data-strip-day="{where.day}"]').tap()
    lies_on(front, where.session, where.day)


def test_three_screens_by_taps(front: Page):
    front.get_by_role("link", name="Build my week").first.tap()
    front.get_by_role("button", name="Build my week").tap()
    front.wait_for_url("**/week/")
    expect(front.locator("[data-session]").first).to_be_visible()
    expect(front.get_by_role("link", name="Keep this week: sign up")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/goals/"])
def test_nothing_runs_out_of_the_page_sideways(front: Page, live_server, path: str):
    front.set_viewport_size({"width": 320, "height": 700})
    front.goto(live_server.url + path)
    assert front.evaluate("document.documentElement.scrollWidth") <= 320
