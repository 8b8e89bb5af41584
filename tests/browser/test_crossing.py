"""Hasty hands and late answers on the board: what comes twice, crosses or comes in between loses nothing."""

import re

import pytest
from playwright.sync_api import Page, expect

from planner.models import Plan, Session
from tests.browser.boards import Let, Place, card, carry, day, drag, handle, late, lies_on, places, settled
from tests.browser.test_drag_keyboard import walk
from tests.factories import sessions_of


def turn(page: Page, session: Session) -> None:
    """Turn the order and wait for the board that says so."""
    before = card(page, session).get_attribute("data-order")
    page.locator(f"#flip-{session.pk}").click()
    expect(card(page, session)).not_to_have_attribute("data-order", before or "")
    settled(page)


def turning(page: Page, session: Session) -> Let:
    """Press the turn of the order, whose answer is late; what is given lets it come and waits for its board."""
    come = late(page, "**/flip/")
    with page.expect_request("**/flip/"):
        page.locator(f"#flip-{session.pk}").click()

    def stands() -> None:
        come()
        expect(card(page, session)).not_to_have_attribute("data-order", session.order)

    return stands


@pytest.fixture
def turned(plan: Plan) -> Session:
    """A session with an order."""
    return next(row for row in sessions_of(plan) if row.order)


@pytest.fixture
def where(plan: Plan, turned: Session) -> Place:
    """A good place of another session."""
    return next(one for one in places(plan) if one.verdict == "ok" and one.session != turned)


def test_three_quick_undos_are_three_steps(board: Page, turned: Session):
    for _ in range(3):
        turn(board, turned)
    come = late(board, "**/undo/")
    with board.expect_request("**/undo/"):
        board.keyboard.press("Control+z")
    for _ in range(2):
        board.keyboard.press("Control+z")
    come()
    expect(board.locator("#undo")).to_be_disabled()
    expect(card(board, turned)).to_have_attribute("data-order", turned.order)


def test_an_undo_does_not_wait_for_a_panel(board: Page, turned: Session):
    turn(board, turned)
    come = late(board, "**/panel/?*")
    with board.expect_request("**/panel/?*"):
        board.locator(f"#open-{turned.pk}").click()
    board.locator("#undo").click()
    expect(card(board, turned)).to_have_attribute("data-order", turned.order)
    with board.expect_request("**/panel/"):  # what was asked before the change is told as it is after it
        come()
    expect(board.locator("#panel-title")).to_be_focused()


def test_of_two_sessions_opened_in_haste_the_later_is_shown(board: Page, plan: Plan):
    first, second = sessions_of(plan)[:2]
    come = late(board, "**/panel/?*")
    with board.expect_request("**/panel/?*"):
        board.locator(f"#open-{first.pk}").click()
    board.locator(f"#open-{second.pk}").click()
    expect(board.locator(f"#panel [data-panel-session='{second.pk}']")).to_be_visible()
    come()
    settled(board)
    expect(board.locator(f"#panel [data-panel-session='{second.pk}']")).to_be_visible()


def test_a_drop_while_a_change_is_on_its_way_comes_after_it(board: Page, turned: Session, where: Place):
    stands = turning(board, turned)
    drag(board, where, hasty=True)
    stands()
    lies_on(board, where.session, where.day)
    expect(board.locator("#announcer")).to_contain_text("Moved to")


def test_a_change_on_its_way_does_not_take_the_card_out_of_the_hand(board: Page, turned: Session, where: Place):
    stands = turning(board, turned)
    carry(board, where, hasty=True)
    stands()
    expect(board.locator(".dragging")).to_have_count(1)
    expect(card(board, where.session)).to_have_class("card placeholder")
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    expect(day(board, where.day)).to_have_class(re.compile("is-target"))
    board.mouse.up()
    lies_on(board, where.session, where.day)


def test_nor_by_key(board: Page, turned: Session, where: Place):
    stands = turning(board, turned)
    handle(board, where.session).press("Enter")
    stands()
    expect(card(board, where.session)).to_have_class("card picked-up")
    expect(handle(board, where.session)).to_be_focused()
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    walk(board, where)
    board.keyboard.press("Enter")
    lies_on(board, where.session, where.day)
    expect(handle(board, where.session)).to_be_focused()


def test_a_second_card_can_be_moved_while_the_first_is_on_its_way(board: Page, plan: Plan, where: Place):
    other = next(one for one in places(plan) if one.possible and one.session != where.session and one.day != where.day)
    come = late(board, "**/move/")
    with board.expect_request("**/move/"):
        drag(board, where)
    drag(board, other, hasty=True)
    come()
    lies_on(board, other.session, other.day)
    lies_on(board, where.session, where.day)


def test_a_card_that_is_gone_from_the_fresh_board_leaves_the_hand(board: Page, turned: Session, where: Place):
    stands = turning(board, turned)
    carry(board, where, hasty=True)
    where.session.delete()
    stands()
    expect(board.locator(".dragging, [data-in-hand], [data-verdict]")).to_have_count(0)
    board.mouse.move(300, 300)
    board.mouse.up()
    expect(board.locator(".dragging")).to_have_count(0)


def test_a_press_before_the_board_has_settled_is_the_boards_own(board: Page, turned: Session):
    board.evaluate("() => { window.sameVisit = true; htmx.config.defaultSettleDelay = 60000; }")
    board.locator(f"#flip-{turned.pk}").click()
    expect(card(board, turned)).not_to_have_attribute("data-order", turned.order)
    board.locator("#undo").click()
    expect(card(board, turned)).to_have_attribute("data-order", turned.order)
    expect(board.locator("#announcer")).not_to_be_empty()
    assert board.evaluate("window.sameVisit")


def test_what_is_typed_meanwhile_stays_open(board: Page, turned: Session):
    stands = turning(board, turned)
    board.locator("#add").click()
    board.locator("#add-minutes").fill("35")
    stands()
    expect(board.locator("#add-session")).to_be_visible()
    expect(board.locator("#add-minutes")).to_have_value("35")
    expect(board.locator("#add-minutes")).to_be_focused()
    board.get_by_role("button", name="Add to the week").click()
    expect(board.locator("#add-session")).to_be_hidden()


def test_so_does_a_menu(board: Page, turned: Session, where: Place):
    stands = turning(board, turned)
    board.locator(f"#actions-{where.session.pk}").click()
    menu = board.locator(f"#menu-{where.session.pk}")
    menu.locator("[name=date]").fill(where.day)
    stands()
    expect(menu.locator("[name=date]")).to_have_value(where.day)
    menu.get_by_role("button", name="Move").click()
    expect(day(board, where.day).locator(f"#card-{where.session.pk}")).to_have_count(1)
    expect(menu).to_be_hidden()


class TestBeforeTheFreshBoardGlidesIn:
    """Its answer is there, and the old board still on the screen."""

    @pytest.fixture
    def glide(self, board: Page, turned: Session) -> Let:
        """Turn the order; what is given puts the fresh board in."""
        board.evaluate("() => { document.startViewTransition = (put) => { window.put = put; }; }")
        board.locator(f"#flip-{turned.pk}").click()
        board.wait_for_function("() => window.put")

        def put() -> None:
            board.evaluate("() => { window.put(); }")

        return put

    def test_a_press_on_the_old_one_changes_nothing_unseen(self, board: Page, plan: Plan, turned: Session, glide: Let):
        asked: list[str] = []
        board.on("request", lambda request: asked.append(request.url))
        other = sessions_of(plan)[-1]
        board.locator(f"#flip-{other.pk}").click()
        glide()
        expect(card(board, turned)).not_to_have_attribute("data-order", turned.order)
        settled(board)
        assert [url for url in asked if url.endswith("/flip/")] == []

    def test_a_card_picked_up_there_is_in_the_hand_here(self, board: Page, turned: Session, glide: Let, where: Place):
        handle(board, where.session).press("Enter")
        glide()
        expect(card(board, where.session)).to_have_class("card picked-up")
        walk(board, where)
        board.keyboard.press("Enter")
        lies_on(board, where.session, where.day)

    def test_undo_by_key_waits_for_it(self, board: Page, turned: Session, glide: Let):
        board.keyboard.press("Control+z")
        board.evaluate("() => { const put = window.put; document.startViewTransition = (next) => next(); put(); }")
        expect(board.locator("#redo")).to_be_enabled()
        expect(card(board, turned)).to_have_attribute("data-order", turned.order)


def test_a_card_on_its_way_is_not_taken_up_again(board: Page, where: Place):
    come = late(board, "**/move/")
    with board.expect_request("**/move/"):
        drag(board, where)
    handle(board, where.session).press("Enter")
    expect(board.locator(".picked-up")).to_have_count(0)
    come()
    lies_on(board, where.session, where.day)
