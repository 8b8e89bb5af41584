"""What a swap of the board leaves alone: the layout, the focus in fields; and what it moves: the ribbon, briefly."""

import pytest
from playwright.sync_api import Page, Route, expect

from planner.models import Plan, Session
from tests.browser.boards import card, drag, middle, place, settled
from tests.factories import sessions_of

WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift" });
}"""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))))"


@pytest.fixture
def watched(board: Page) -> Page:
    """The board, every shift of its layout written down from now on."""
    board.evaluate(WATCH)
    return board


def flip(page: Page, session: Session) -> None:
    """Turn the order and wait for the board that says so."""
    page.locator(f"#flip-{session.pk}").click()
    other = "lift_first" if session.order == "run_first" else "run_first"
    expect(card(page, session)).to_have_attribute("data-order", other)


def combined(plan: Plan) -> Session:
    return next(row for row in sessions_of(plan) if row.order)


def test_a_flip_its_undo_and_its_redo_shift_nothing(watched: Page, plan: Plan) -> None:
    session = combined(plan)
    flip(watched, session)
    watched.locator("#undo").click()
    expect(card(watched, session)).to_have_attribute("data-order", session.order)
    watched.locator("#redo").click()
    expect(card(watched, session)).not_to_have_attribute("data-order", session.order)
    assert watched.evaluate(SETTLED) == []


def test_a_message_and_a_broken_rule_shift_nothing_above_the_week(watched: Page, plan: Plan) -> None:
    before = watched.locator(".days").bounding_box()
    drag(watched, place(plan, "breaks"))
    expect(watched.locator("#make-it-fit")).to_be_visible()
    after = watched.locator(".days").bounding_box()
    assert before is not None
    assert after is not None
    assert (before["x"], before["y"], before["width"]) == (after["x"], after["y"], after["width"])


def test_a_card_pressed_before_the_fresh_board_came_is_taken_up_on_it(board: Page, plan: Plan) -> None:
    turned, pressed = combined(plan), sessions_of(plan)[-1]
    answers: list[Route] = []
    board.route("**/flip/", lambda route: answers.append(route))
    with board.expect_request("**/flip/"):
        board.locator(f"#flip-{turned.pk}").click()
    x, y = middle(card(board, pressed).locator(".card-link"))
    board.mouse.move(x, y)
    board.mouse.down()
    answers[0].continue_()
    expect(card(board, turned)).not_to_have_attribute("data-order", turned.order)
    settled(board)
    # While the fresh board is blended in, nothing on the page is under a pointer.
    under = f"([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('#card-{pressed.pk}'))"
    board.wait_for_function(under, arg=[x, y])
    board.mouse.move(x + 20, y + 10, steps=4)
    expect(board.locator(".dragging")).to_have_count(1)
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    assert board.evaluate("String(getSelection())") == ""
    board.keyboard.press("Escape")
    board.mouse.up()


def test_keys_undo_and_redo_but_not_in_a_field(board: Page, plan: Plan) -> None:
    session = combined(plan)
    flip(board, session)
    board.locator("#add").click()
    board.locator("#add-minutes").press("Control+z")
    board.locator("#add-session [popovertargetaction=hide]").click()
    expect(card(board, session)).not_to_have_attribute("data-order", session.order)
    for undo, redo in (("Control+z", "Control+Shift+z"), ("Control+z", "Control+y")):
        settled(board)
        board.keyboard.press(undo)
        expect(card(board, session)).to_have_attribute("data-order", session.order)
        settled(board)
        board.keyboard.press(redo)
        expect(card(board, session)).not_to_have_attribute("data-order", session.order)


def test_bars_of_the_ribbon_keep_their_names_and_slide_briefly(board: Page, plan: Plan) -> None:
    session = combined(plan)
    bars = board.locator(f".bar[id$='{session.pk}']")
    names = bars.evaluate_all("bars => bars.map((bar) => bar.id)")
    assert names
    flip(board, session)
    assert bars.evaluate_all("bars => bars.map((bar) => bar.id)") == names
    style = "bar => [getComputedStyle(bar).transitionProperty, getComputedStyle(bar).transitionDuration]"
    assert bars.first.evaluate(style) == ["x, width", "0.16s, 0.16s"]
    board.emulate_media(reduced_motion="reduce")
    assert bars.first.evaluate("bar => getComputedStyle(bar).transitionProperty") == "none"


def test_a_bar_slides_from_where_it_was(board: Page, plan: Plan) -> None:
    session = combined(plan)
    bar = board.locator(f".bar[id$='{session.pk}']").first
    board.evaluate(
        """() => { window.slid = []; document.addEventListener("transitionrun", ({ target, propertyName }) => {
          if (target.matches(".bar")) window.slid.push(propertyName); }); }"""
    )
    flip(board, session)
    expect(bar).to_be_visible()
    board.wait_for_function("() => window.slid.includes('x')")
