"""The whole way, from sign-up to a calendar, by keyboard alone and by touch alone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from planner import clock
from planner.models import Session
from tests.browser.boards import PHONE, Touch, middle, settled
from tests.factories import MONDAY_MORNING

MOST = 250  # presses of Tab until something is reached


@pytest.fixture(autouse=True)
def _monday(monkeypatch):
    """A Monday morning that does not pass."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)


def tab_to(page: Page, there: Locator) -> None:
    """Press Tab until the focus is there."""
    expect(there).to_be_visible()
    for _ in range(MOST):
        if there.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never came to {there}")


def best_day(page: Page) -> str:
    """A day that would take the card in the hand, as the page tells: one that fits, else one at all."""
    page.locator("[data-day][data-verdict]").first.wait_for(state="attached")
    days = page.locator("[data-day][data-verdict]:not([data-impossible]):not(:has(.picked-up, .placeholder))")
    fits = page.locator("[data-day][data-verdict=ok]:not(:has(.picked-up, .placeholder))")
    return str((fits if fits.count() else days).first.get_attribute("data-day"))


def walk_to(page: Page, there: str) -> None:
    """Press the right arrow until the card in the hand is aimed at that day of the week."""
    for _ in range(7):
        if page.locator(f"#day-{there}.is-target").count():
            return
        page.keyboard.press("ArrowRight")
    pytest.fail(f"The right arrow never came to {there}")


def movable(page: Page) -> Locator:
    """The first combined session that can be moved: it can be turned too."""
    return page.locator('[data-movable="true"][data-kind="combined"]').first


def test_by_keyboard_alone(quiet_page: Page, live_server, db):
    page = quiet_page
    page.goto(f"{live_server.url}/accounts/signup/")
    tab_to(page, page.get_by_label("E-mail address"))
    page.keyboard.type("eve@example.org")
    tab_to(page, page.get_by_label("Password"))
    page.keyboard.type("a quiet long run")
    page.keyboard.press("Enter")

    page.wait_for_url("**/goals/")
    tab_to(page, page.locator("[name=goal]:checked"))
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("button", name="Build my week"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/week/"))

    card = movable(page)
    card_id = card.get_attribute("id")
    session = str(card_id).removeprefix("card-")
    tab_to(page, page.locator(f"#handle-{session}"))
    page.keyboard.press("Enter")
    there = best_day(page)
    page.keyboard.press("Home")
    walk_to(page, there)
    page.keyboard.press("Enter")
    expect(page.locator(f"#day-{there} #{card_id}")).to_have_count(1)
    expect(page.locator(f"#handle-{session}")).to_be_focused()

    order = page.locator(f"#{card_id}").get_attribute("data-order") or ""
    tab_to(page, page.locator(f"#flip-{session}"))
    page.keyboard.press("Enter")
    expect(page.locator(f"#{card_id}")).not_to_have_attribute("data-order", order)
    settled(page)
    page.keyboard.press("Control+z")
    expect(page.locator(f"#{card_id}")).to_have_attribute("data-order", order)
    settled(page)

    tab_to(page, page.get_by_role("navigation", name="Main").get_by_role("link", name="Calendar"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/calendar/")
    tab_to(page, page.locator("input[name=feed-url]"))
    feed = page.locator("input[name=feed-url]").input_value()
    assert page.request.get(feed.replace("https://localhost", live_server.url)).status in (200, 404)
    assert Session.objects.get(pk=session).date.isoformat() == there


class TestByTouch:
    """On a phone, with a finger."""

    @pytest.fixture(scope="session")
    def browser_context_args(self, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """A phone."""
        return {**browser_context_args, **PHONE}

    def test_by_touch_alone(self, quiet_page: Page, live_server, touch: Touch):
        page = quiet_page
        page.goto(f"{live_server.url}/accounts/signup/")
        for label, text in (("E-mail address", "eve@example.org"), ("Password", "a quiet long run")):
            page.get_by_label(label).tap()
            expect(page.get_by_label(label)).to_be_focused()
            page.keyboard.type(text)
        page.locator("main form button[type=submit]").tap()

        page.wait_for_url("**/goals/")
        page.get_by_role("button", name="Build my week").tap()
        page.wait_for_url(re.compile("/week/"))

        card_id = str(movable(page).get_attribute("id"))
        session = card_id.removeprefix("card-")
        handle = page.locator(f"#handle-{session}")
        handle.scroll_into_view_if_needed()
        x, y = middle(handle)
        touch("touchStart", (x, y))
        for step in (4, 8, 12):
            touch("touchMove", (x - step, y + step))
        there = best_day(page)
        touch("touchMove", middle(page.locator(f'[data-strip-day="{there}"]')))
        expect(page.locator("[data-strip-line]")).not_to_be_empty()
        touch("touchEnd")
        expect(page.locator(f"#day-{there} #{card_id}")).to_have_count(1)

        order = page.locator(f"#{card_id}").get_attribute("data-order") or ""
        page.locator(f"#flip-{session}").tap()
        expect(page.locator(f"#{card_id}")).not_to_have_attribute("data-order", order)
        page.locator("#undo").tap()
        expect(page.locator(f"#{card_id}")).to_have_attribute("data-order", order)

        page.get_by_role("navigation", name="Main").get_by_role("link", name="Calendar").tap()
        page.wait_for_url("**/calendar/")
        expect(page.locator("input[name=feed-url]")).to_be_visible()
        assert Session.objects.get(pk=session).date.isoformat() == there
