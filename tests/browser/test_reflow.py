"""At 320 px and at 200 % nothing stands out to the side: a card in the hand, a menu, a panel.

Every page as it opens, those of errors too, is held to the same in test_every_page.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from planner.services import feeds, tokens
from tests.browser.boards import handle
from tests.factories import sessions_of

WIDTHS = (320, 640)  # 320 px, and a window of 1280 px at 200 %
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small window, at rest."""
    return {**browser_context_args, "viewport": {"width": 320, "height": 640}, "reduced_motion": "reduce"}


def check(page: Page) -> None:
    """Nothing stands out to the side."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate(WIDER) <= 0, width


def test_a_card_in_the_hand(board: Page, plan):
    handle(board, sessions_of(plan)[0]).press("Enter")
    board.keyboard.press("ArrowRight")
    expect(board.locator("[data-strip-day].is-target[data-verdict]")).to_be_visible()
    check(board)
    board.keyboard.press("Escape")


def test_a_menu_and_a_panel(board: Page, plan):
    board.locator("[popovertarget^=menu-]").first.click()
    check(board)
    board.keyboard.press("Escape")
    board.locator(f"#open-{sessions_of(plan)[0].pk}").click()
    expect(board.locator("#panel-title")).to_be_focused()
    check(board)


@pytest.mark.parametrize("path", ["/calendar/", "/programs/"])
def test_names_of_one_word_as_long_as_they_may_be(board: Page, live_server, plan, path):
    name = "Donau" * 12
    feeds.add_feed(plan=plan, options={"name": name})
    tokens.make(user=plan.user, name=name)
    board.goto(live_server.url + path)
    expect(board.get_by_text(name).first).to_be_visible()
    check(board)
