"""Moving a card by keyboard alone, each step said aloud, and the focus never lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.boards import card, day, handle, lies_on, place
from tests.factories import sessions_of


def walk(board, where):
    """Step from the session's day to the place by arrow keys."""
    steps = (where.session.date.fromisoformat(where.day) - where.session.date).days
    for _ in range(abs(steps)):
        board.keyboard.press("ArrowRight" if steps > 0 else "ArrowLeft")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_card_is_picked_up_walked_and_dropped(board, plan, key):
    where = place(plan, "caution")
    handle(board, where.session).focus()
    board.keyboard.press(key)
    expect(board.locator("#announcer")).to_contain_text("Picked up")
    expect(card(board, where.session)).to_have_class("card picked-up")
    walk(board, where)
    expect(board.locator("#announcer")).to_have_text(f"{where.long_day}: caution. {where.text}")
    expect(day(board, where.day)).to_have_attribute("data-verdict", "caution")
    board.keyboard.press(key)
    lies_on(board, where.session, where.day)
    expect(handle(board, where.session)).to_be_focused()
    expect(board.locator("#announcer")).to_contain_text("Moved to")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_a_card_is_put_back(board, plan, key):
    where = place(plan, "ok")
    handle(board, where.session).focus()
    board.keyboard.press("Enter")
    walk(board, where)
    expect(day(board, where.day)).to_have_attribute("data-verdict", "ok")
    board.keyboard.press(key)
    lies_on(board, where.session, where.session.date.isoformat())
    expect(board.locator("#announcer")).to_contain_text("Put back on")
    if key == "Escape":
        expect(handle(board, where.session)).to_be_focused()


def test_a_refusal_is_said_and_the_focus_stays(board, plan):
    where = place(plan, "breaks", taken=True)
    handle(board, where.session).focus()
    board.keyboard.press("Enter")
    walk(board, where)
    board.keyboard.press("Enter")
    expect(board.locator("#announcer")).to_have_text(f"{where.text} {where.exchange}")
    lies_on(board, where.session, where.session.date.isoformat())
    expect(handle(board, where.session)).to_be_focused()


def test_undo_and_redo_by_keyboard(board, plan):
    where = place(plan, "ok")
    handle(board, where.session).focus()
    board.keyboard.press("Enter")
    walk(board, where)
    board.keyboard.press("Enter")
    lies_on(board, where.session, where.day)
    board.keyboard.press("Control+z")
    lies_on(board, where.session, where.session.date.isoformat())
    board.keyboard.press("Control+Shift+z")
    lies_on(board, where.session, where.day)


def test_keys_in_a_field_stay_the_fields_own(board, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#flip-{session.pk}").click()
    expect(board.locator("#undo")).to_be_enabled()
    board.locator("#add").click()
    board.locator("#add-session input[type=number]").focus()
    board.keyboard.press("Control+z")
    expect(board.locator("#add-session")).to_be_visible()
    expect(board.locator("#undo")).to_be_enabled()


def test_the_focus_comes_back_after_every_action(board, plan):
    session = sessions_of(plan)[0]
    order = card(board, session).get_attribute("data-order")
    board.locator(f"#flip-{session.pk}").focus()
    board.keyboard.press("Enter")
    expect(card(board, session)).not_to_have_attribute("data-order", order)
    expect(board.locator(f"#flip-{session.pk}")).to_be_focused()
    board.locator(f"#actions-{session.pk}").focus()
    board.keyboard.press("Enter")
    board.locator(f"#menu-{session.pk}").get_by_role("button", name="Lock in place").press("Enter")
    expect(card(board, session)).to_have_attribute("data-locked", "true")
    expect(board.locator(f"#actions-{session.pk}")).to_be_focused()


def test_the_page_stays_where_it_is_scrolled_to(board, plan):
    session = sessions_of(plan)[0]
    board.set_viewport_size({"width": 390, "height": 500})
    board.locator(f"#flip-{session.pk}").scroll_into_view_if_needed()
    board.locator(f"#flip-{session.pk}").focus()
    before = board.evaluate("scrollY")
    assert before > 0
    board.keyboard.press("Enter")
    expect(board.locator("#undo")).to_be_enabled()
    assert board.evaluate("scrollY") == before


def test_two_presses_at_once_are_one_action(board, plan):
    session = sessions_of(plan)[0]
    order = card(board, session).get_attribute("data-order")
    board.locator(f"#flip-{session.pk}").evaluate("button => { button.click(); button.click(); }")
    expect(card(board, session)).not_to_have_attribute("data-order", order)
    expect(board.locator("#announcer")).to_contain_text("now.")
    expect(board.locator("#undo")).to_be_enabled()
    session.refresh_from_db()
    assert session.order != order
