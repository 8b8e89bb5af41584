"""The order inside a card: a band dragged over the other one turns it, by mouse, finger and key, and says so before."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import PHONE, band, card, day, handle, lies_on, middle, place
from tests.factories import sessions_of


def first(plan):
    """The first session of the week: Monday's, run and lift in one."""
    return sessions_of(plan)[0]


def parts(session):
    """The part that is done first, and the other one."""
    return ("run", "lift") if session.order == "run_first" else ("lift", "run")


def lift_over(page: Page, session: Any) -> None:
    """Hold the second band over the first one with the mouse."""
    upper, lower = parts(session)
    page.mouse.move(*middle(band(page, session, lower)))
    page.mouse.down()
    page.mouse.move(*middle(band(page, session, upper)), steps=6)


def turned(session):
    """The order that it has not."""
    return "lift_first" if session.order == "run_first" else "run_first"


def test_a_band_dragged_over_the_other_turns_the_order(board, plan):
    session = first(plan)
    lift_over(board, session)
    expect(board.locator(".board-note [data-hand-line]")).to_contain_text(
        "Lift first" if session.order == "run_first" else "Run first"
    )
    expect(board.locator(".dragging")).to_be_hidden()
    board.mouse.up()
    expect(card(board, session)).to_have_attribute("data-order", turned(session))
    expect(board.locator("#announcer")).to_contain_text("first now.")
    lies_on(board, session, session.date.isoformat())
    session.refresh_from_db()
    board.locator("#undo").click()
    expect(card(board, session)).to_have_attribute("data-order", turned(session))


def test_a_band_put_down_where_it_was_changes_nothing(board, plan):
    session = first(plan)
    posts = []
    board.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    at_rest = middle(band(board, session, parts(session)[1]))
    lift_over(board, session)
    board.mouse.move(*at_rest, steps=4)
    board.mouse.up()
    lies_on(board, session, session.date.isoformat())
    assert posts == []


def test_a_band_carried_out_of_its_card_carries_the_card(board, plan):
    where = place(plan, "ok")
    board.mouse.move(*middle(band(board, where.session, "lift")))
    board.mouse.down()
    board.mouse.move(*middle(day(board, where.day).locator(".day-head")), steps=8)
    expect(board.locator(".dragging")).to_be_visible()
    expect(day(board, where.day)).to_have_attribute("data-verdict", where.verdict)
    board.mouse.up()
    lies_on(board, where.session, where.day)


def test_escape_leaves_the_order(board, plan):
    session = first(plan)
    lift_over(board, session)
    board.keyboard.press("Escape")
    board.mouse.up()
    expect(card(board, session)).to_have_attribute("data-order", session.order)
    expect(board.locator(".is-carried, .is-turning")).to_have_count(0)


def test_by_key_down_from_its_own_place_is_the_other_order(board, plan):
    session = first(plan)
    handle(board, session).press("Enter")
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    board.keyboard.press("ArrowDown")
    expect(board.locator("#announcer")).to_contain_text("Enter turns it round.")
    board.keyboard.press("Enter")
    expect(card(board, session)).to_have_attribute("data-order", turned(session))
    expect(handle(board, session)).to_be_focused()


def test_a_kept_order_says_so_and_stays(board, plan):
    session = first(plan)
    session.locks = "order"
    session.save()
    board.reload()
    lift_over(board, session)
    expect(board.locator(".board-note [data-hand-line]")).to_contain_text("keeps its order")
    board.mouse.up()
    expect(board.locator(".board-note .notice.error")).to_contain_text("keeps its order")
    expect(card(board, session)).to_have_attribute("data-order", session.order)


class TestByFinger:
    """On a phone the mark of a band is its handle."""

    @pytest.fixture(scope="session")
    def browser_context_args(self, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """A phone."""
        return {**browser_context_args, **PHONE}

    def test_a_mark_dragged_over_the_other_band_turns_the_order(self, board, plan, touch):
        session = first(plan)
        upper, lower = parts(session)
        card(board, session).scroll_into_view_if_needed()
        x, y = middle(band(board, session, lower).locator(".mark"))
        to = middle(band(board, session, upper))[1]
        touch("touchStart", (x, y))
        for step in range(1, 6):
            touch("touchMove", (x, y + (to - y) * step / 5))
        expect(board.locator("[data-strip-line]")).to_contain_text("first")
        touch("touchEnd")
        expect(card(board, session)).to_have_attribute("data-order", turned(session))

    def test_a_tap_on_a_mark_opens_the_session_like_the_rest_of_the_card(self, board, plan):
        band(board, first(plan), "run").locator(".mark").tap()
        expect(board.locator("#panel-title")).to_be_focused()

    def test_a_mark_is_wide_enough_for_a_thumb(self, board, plan):
        mark = band(board, first(plan), "run").locator(".mark")
        size = mark.evaluate("mark => { const s = getComputedStyle(mark, '::after'); return [s.width, s.height]; }")
        assert all(float(side.removesuffix("px")) >= 44 for side in size)
