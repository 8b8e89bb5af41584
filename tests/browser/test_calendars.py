"""The calendar pages in a browser: by keyboard alone, on small screens, copying; and the word after a move."""

import pytest
from playwright.sync_api import Page, expect

from planner.models import Feed
from planner.services import feeds
from tests.browser.boards import day
from tests.browser.test_axe import check
from tests.factories import sessions_of

SMALL, LARGE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


@pytest.fixture
def calendar(board: Page, live_server) -> Page:
    """The page of the first calendar."""
    board.goto(f"{live_server.url}/calendar/")
    return board


def test_one_more_calendar_by_keyboard_alone(calendar: Page, plan):
    first = calendar.locator("#feed-url").input_value()
    calendar.locator("#add-calendar").focus()
    calendar.keyboard.press("Enter")
    calendar.wait_for_url("**/calendar/add/")
    calendar.locator("[name=name]").focus()
    calendar.keyboard.type("Work")
    calendar.keyboard.press("Tab")
    calendar.keyboard.press("ArrowRight")  # from everything to busy times
    calendar.keyboard.press("Enter")
    expect(calendar.locator(".notice.success")).to_contain_text("Here is your new calendar.")
    assert Feed.objects.get(name="Work").content == "busy"
    assert calendar.locator("#feed-url").input_value() != first
    expect(calendar.locator("[data-calendar][aria-current]")).to_contain_text("Busy times only")


def test_what_is_wrong_is_told_at_its_field(calendar: Page, live_server):
    calendar.goto(f"{live_server.url}/calendar/add/")
    calendar.locator("[name=name]").fill("Work")
    calendar.get_by_role("radio", name="Busy times only").check()
    calendar.get_by_role("radio", name="All day").check()
    calendar.get_by_role("button", name="Add the calendar").click()
    expect(calendar.locator(".field-all_day")).to_contain_text("Busy times need their hours.")
    check(calendar)


def test_the_address_is_copied_and_said(calendar: Page):
    calendar.context.grant_permissions(["clipboard-read", "clipboard-write"])
    calendar.locator("[data-copy=feed-url]").click()
    expect(calendar.locator("#announcer")).to_have_text("Copied.")
    assert calendar.evaluate("navigator.clipboard.readText()") == calendar.locator("#feed-url").input_value()


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["320 px", "1280 px"])
def test_open_settings_of_two_calendars_fit_and_break_no_rule_of_axe(calendar: Page, plan, size):
    feeds.add_feed(plan=plan, options={"name": "A name of sixty characters that goes on and on till its end."})
    calendar.set_viewport_size(size)
    calendar.reload()
    for fold in calendar.locator("details.fold > summary").all():
        fold.click()
    assert calendar.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    check(calendar)


def test_a_move_to_today_names_the_calendar_that_looks_once_a_day(board: Page, plan):
    feeds.note_fetch(feed_id=feeds.feed_of(plan=plan).pk, family="google")
    session, today = sessions_of(plan)[-1], "2026-11-30"
    board.locator(f"#actions-{session.pk}").click()
    board.locator(f"#menu-{session.pk} [name=date]").fill(today)
    board.locator(f"#menu-{session.pk}").get_by_role("button", name="Move").click()
    expect(day(board, today).locator(f"#card-{session.pk}")).to_have_count(1)
    line = "Google Calendar may still show the old time: it looks once a day."
    expect(board.locator(".board-note .notice")).to_contain_text(line)
    expect(board.locator("#announcer")).to_contain_text(line)
    check(board)
