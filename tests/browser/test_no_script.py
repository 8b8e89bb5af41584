"""Everything without JavaScript: forms and links alone carry a person from the first visit to an undone move."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import card, day
from tests.factories import THIS_WEEK, sessions_of


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that runs no script."""
    return {**browser_context_args, "java_script_enabled": False}


def test_from_the_front_page_to_a_week_and_into_an_account(quiet_page: Page, live_server):
    quiet_page.goto(live_server.url)
    quiet_page.get_by_role("link", name="Build my week").first.click()
    expect(quiet_page.locator(".plain-days")).to_be_visible()
    expect(quiet_page.locator("[data-paint-grid]")).to_be_hidden()
    quiet_page.get_by_role("button", name="Build my week").click()
    expect(quiet_page.locator("[data-session]").first).to_be_visible()
    cards = quiet_page.locator("[data-session]").count()
    quiet_page.get_by_role("link", name="Keep this week: sign up").click()
    quiet_page.get_by_label("E-mail address").fill("eve@example.org")
    quiet_page.get_by_label("Password").fill("a quiet long run")
    quiet_page.locator("main form button[type=submit]").click()
    quiet_page.wait_for_url("**/week/")
    expect(quiet_page.locator("[data-session]")).to_have_count(cards)


def test_a_wish_gives_way_by_its_button(goals: Page):
    goals.get_by_text("Long run and rest days").click()
    goals.locator("[name=long_run_weekday]").select_option("5")
    goals.locator("[name=rest_weekdays][value='5']").check()
    goals.get_by_role("button", name="Build my week").click()
    expect(goals.locator("#clashes")).to_contain_text("You asked for the long run on Saturday.")
    goals.get_by_role("button", name="The long run on any day").click()
    expect(goals.locator("#clashes")).to_contain_text("Now a week holds all of your answers.")
    goals.get_by_role("button", name="Build my week").click()
    expect(goals.locator("[data-session]").first).to_be_visible()


def test_a_move_by_form_and_its_undo(board: Page, plan):
    session = sessions_of(plan)[0]
    was, to = session.date.isoformat(), "2026-12-05"
    board.locator(f"#actions-{session.pk}").click()
    board.locator(f"#menu-{session.pk} [name=date]").fill(to)
    board.locator(f"#menu-{session.pk}").get_by_role("button", name="Move").click()
    expect(day(board, to).locator(f"#card-{session.pk}")).to_have_count(1)
    expect(board.locator(".board-note .notice")).to_contain_text("Moved to")
    board.locator("#undo").click()
    expect(day(board, was).locator(f"#card-{session.pk}")).to_have_count(1)


def test_a_move_to_the_next_week_by_the_menu_and_by_the_page_of_a_session(board: Page, plan, live_server):
    first, second = sessions_of(plan)[:2]
    board.locator(f"#actions-{first.pk}").click()
    board.locator(f"#menu-{first.pk} [name=date]").fill("2026-12-12")
    board.locator(f"#menu-{first.pk}").get_by_role("button", name="Move").click()
    expect(board.locator(".board-note .notice")).to_contain_text("Moved to Saturday 12 December")
    board.locator(f"#open-{second.pk}").click()
    board.locator("[data-action=move] [name=date]").select_option("2026-12-11")
    board.get_by_role("button", name="Move").click()
    board.locator("#next-week").click()
    expect(day(board, "2026-12-12").locator(f"#card-{first.pk}")).to_have_count(1)
    expect(day(board, "2026-12-11").locator(f"#card-{second.pk}")).to_have_count(1)


def test_the_way_out_of_a_taken_day(board: Page, plan):
    session, other = sessions_of(plan)[:2]
    here, there = session.date.isoformat(), other.date.isoformat()
    board.locator(f"#actions-{session.pk}").click()
    board.locator(f"#menu-{session.pk} [name=date]").fill(there)
    board.locator(f"#menu-{session.pk}").get_by_role("button", name="Move").click()
    expect(board.locator(".board-note .notice")).to_contain_text("already has a run")
    board.get_by_role("button", name="Exchange").click()
    expect(day(board, there).locator(f"#card-{session.pk}")).to_have_count(1)
    expect(day(board, here).locator(f"#card-{other.pk}")).to_have_count(1)


def test_room_is_made_from_the_page_of_a_session(board: Page, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#open-{session.pk}").click()
    offered = board.locator("[data-other-day]").filter(has=board.locator("form[data-action=room]")).first
    there = offered.get_attribute("data-other-day") or ""
    offered.get_by_role("button", name="Make room on").click()
    board.wait_for_url(f"**{THIS_WEEK}")
    expect(day(board, there).locator(f"#card-{session.pk}")).to_have_count(1)
    board.locator("#undo").click()
    expect(day(board, session.date.isoformat()).locator(f"#card-{session.pk}")).to_have_count(1)


def test_a_session_page_holds_all_actions(board: Page, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#open-{session.pk}").click()
    board.wait_for_url(f"**/sessions/{session.pk}/")
    board.get_by_role("button", name="Lock in place").click()
    board.wait_for_url(f"**{THIS_WEEK}")
    expect(card(board, session)).to_have_attribute("data-locked", "true")


def test_a_calendar_is_added_changed_given_a_new_address_and_deleted(board: Page, live_server):
    board.goto(f"{live_server.url}/calendar/")
    board.get_by_role("link", name="Add a calendar").click()
    board.locator("[name=name]").fill("Runs")
    board.get_by_role("radio", name="Runs only").check()
    board.get_by_role("button", name="Add the calendar").click()
    expect(board.locator("[data-copy]").first).to_be_hidden()
    first = board.locator("#feed-url").input_value()
    board.locator("#calendar-options summary").click()
    board.locator("[name=alarm]").select_option("30")
    board.get_by_role("button", name="Save").click()
    expect(board.locator("[data-calendar][aria-current]")).to_contain_text("reminder 30 min before")
    board.locator("#calendar-rotate summary").click()
    board.get_by_role("button", name="Make a new address").click()
    board.locator("#rotate-sure").check()
    board.get_by_role("button", name="Make a new address").click()
    expect(board.locator(".notice.success")).to_contain_text("Here is your new address.")
    assert board.locator("#feed-url").input_value() != first
    board.locator("#calendar-remove summary").click()
    board.locator("#remove-sure").check()
    board.get_by_role("button", name="Delete Runs").click()
    expect(board.locator("[data-calendar]")).to_have_count(1)


def test_a_session_is_shaped_noted_and_told_of(board: Page, plan):
    session = sessions_of(plan)[0]

    def on_its_page() -> Page:
        board.locator(f"#open-{session.pk}").click()
        board.wait_for_url(f"**/sessions/{session.pk}/")
        return board

    on_its_page().get_by_label("Note").fill("Flat route.")
    board.get_by_role("button", name="Keep the note").click()
    expect(board.locator(".board-note .notice")).to_contain_text("Noted.")
    on_its_page().locator("#session-shape").click()
    board.locator("[name=shape][value=run_only]").click()
    expect(card(board, session)).to_have_attribute("data-kind", "run_only")
    expect(on_its_page().get_by_label("Note")).to_have_value("Flat route.")
    board.locator("#session-went").click()
    board.get_by_label("Effort, 1 to 10").select_option("6")
    board.get_by_role("button", name="Mark as done").click()
    expect(card(board, session)).to_have_attribute("data-status", "done")


def test_a_session_that_fell_through_is_left_out(board: Page, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#open-{session.pk}").click()
    board.locator("#fell-through").click()
    board.locator("[data-way=leave_out] button").click()
    expect(card(board, session)).to_have_attribute("data-status", "skipped")


def test_a_day_is_blocked_and_made_to_fit(board: Page, plan):
    iso = sessions_of(plan)[0].date.isoformat()
    board.locator(f"#hours-{iso}").click()
    board.locator(f"#block-{iso}").click()
    board.wait_for_url(f"**{THIS_WEEK}")
    expect(board.locator(".board-note .notice")).to_contain_text("is blocked. Nothing was moved.")
    board.locator("#make-it-fit").click()
    board.locator("[data-action=repair] button").first.click()
    expect(board.locator("#make-it-fit")).to_have_count(0)
