"""Dragging a card with a finger on a phone: by its handle, onto a day of the list or of the strip."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import PHONE, Touch, card, day, handle, lies_on, middle, place, stop_time
from tests.factories import sessions_of


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone."""
    return {**browser_context_args, **PHONE}


def take(board: Page, touch: Touch, session: Any) -> None:
    """Hold the card by its handle, far enough to be a drag."""
    handle(board, session).scroll_into_view_if_needed()
    x, y = middle(handle(board, session))
    touch("touchStart", (x, y))
    for step in (3, 6, 9):
        touch("touchMove", (x - step, y + step))
    expect(board.locator(".dragging")).to_have_count(1)


def strip_day(board: Page, iso: str) -> Any:
    """A day of the strip above the list."""
    return board.locator(f'[data-strip-day="{iso}"]')


def test_a_finger_drops_a_card_on_the_strip(board, plan, touch):
    where = place(plan, "caution")
    take(board, touch, where.session)
    expect(strip_day(board, where.day)).to_have_attribute("data-verdict", "caution")
    touch("touchMove", middle(strip_day(board, where.day)))
    expect(board.locator("[data-strip-line]")).to_contain_text(where.text)
    touch("touchEnd")
    lies_on(board, where.session, where.day)


def test_a_refusal_leaves_half_of_the_screen_and_can_be_put_away(board, plan, touch):
    where = place(plan, "breaks", taken=True)
    take(board, touch, where.session)
    expect(strip_day(board, where.day)).to_have_attribute("data-verdict", "breaks")
    touch("touchMove", middle(strip_day(board, where.day)))
    touch("touchEnd")
    notice = board.locator(".board-note .notice.error")
    expect(notice).to_be_visible()
    assert notice.bounding_box()["height"] <= PHONE["viewport"]["height"] / 2
    board.locator("[data-note-close]").click()  # a tap right after the swipe may be taken for its end
    expect(notice).to_have_count(0)
    expect(board.locator(".board-note")).to_be_hidden()
    expect(board.locator("#board-title")).to_be_focused()


def test_the_card_in_the_hand_leaves_the_strip_in_sight(board, plan, touch):
    where = place(plan, "caution")
    take(board, touch, where.session)
    touch("touchMove", middle(strip_day(board, where.day)))
    expect(board.locator("[data-strip-line]")).to_contain_text(where.text)
    line, copy = board.locator("[data-strip-line]").bounding_box(), board.locator(".dragging").bounding_box()
    assert copy["y"] >= line["y"] + line["height"]
    assert copy["x"] >= 0
    assert copy["x"] + copy["width"] <= 390


def test_a_finger_drops_a_card_on_a_day_of_the_list(board, plan, touch):
    where = place(plan, "ok")
    take(board, touch, where.session)
    expect(strip_day(board, where.day)).to_have_attribute("data-verdict", "ok")
    day(board, where.day).locator(".day-head").evaluate("head => head.scrollIntoView({block: 'center'})")
    touch("touchMove", middle(day(board, where.day).locator(".day-head")))
    touch("touchEnd")
    lies_on(board, where.session, where.day)


def test_the_page_scrolls_while_the_card_is_near_its_end(board, plan, touch):
    take(board, touch, sessions_of(plan)[0])
    touch("touchMove", (200, 800))
    expect(board.locator("#findings")).to_be_in_viewport()
    touch("touchCancel")
    expect(board.locator(".dragging, [data-in-hand]")).to_have_count(0)


def test_the_page_scrolls_as_fast_however_many_frames_a_second_has(board, plan, touch):
    """A slow phone draws few, a fast screen many."""
    stop_time(board)
    take(board, touch, sessions_of(plan)[0])
    touch("touchMove", (200, 800))
    gone = [board.evaluate("scrollY")]
    for pass_time in (board.clock.run_for, board.clock.fast_forward, board.clock.run_for):
        pass_time(96)
        gone.append(board.evaluate("scrollY"))
    _, six_frames, one_frame, six_again = [later - before for before, later in zip([0, *gone], gone, strict=False)]
    assert six_frames > 40
    assert one_frame == pytest.approx(six_frames, abs=16)
    assert six_again == pytest.approx(six_frames, abs=16)
    touch("touchCancel")


def test_a_finger_on_the_card_itself_scrolls_the_page(board, plan, touch):
    x, y = middle(card(board, sessions_of(plan)[0]).locator(".bands"))
    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x, y - 30 * step))
    expect(board.locator(".site-head")).not_to_be_in_viewport()
    expect(board.locator(".dragging")).to_have_count(0)
    touch("touchEnd")


def test_without_dragging_a_tap_on_the_handle_and_a_tap_on_a_day_do_the_same(board, plan):
    where = place(plan, "ok")
    handle(board, where.session).tap()
    expect(strip_day(board, where.day)).to_have_attribute("data-verdict", "ok")
    strip_day(board, where.day).tap()
    lies_on(board, where.session, where.day)
