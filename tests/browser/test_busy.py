"""One's own calendar in a browser: given by a file without a script, mended, forgotten; clean for axe."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from planner.models import BusyCalendar
from tests.browser.test_axe import check
from tests.factories import sessions_of
from tests.planner.busy_plan import at, meet
from tests.planner.calendar_server import calendar, event


def send(page: Page, data: bytes) -> None:
    """Give a file."""
    page.locator("#id_upload-calendar").set_input_files({"name": "a.ics", "mimeType": "text/calendar", "buffer": data})
    page.get_by_role("button", name="Read this file").click()


class TestWithoutAScript:
    @pytest.fixture(scope="class")
    def browser_context_args(self, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """A browser that runs no script."""
        return {**browser_context_args, "java_script_enabled": False}

    def test_from_the_calendar_page_to_a_week_that_fits_and_back(self, board: Page, live_server, plan):
        board.goto(f"{live_server.url}/calendar/")
        board.get_by_role("link", name="Keep clear of my meetings").click()
        day = sessions_of(plan)[1].date
        send(board, calendar(event(f"{day:%Y%m%d}T060000Z", f"{day:%Y%m%d}T230000Z")))
        expect(board.locator("[data-busy-calendar]")).to_contain_text("1 busy time, known until 21 February")
        board.get_by_role("link", name="Make it fit").click()
        board.locator("form[data-action=repair] button").first.click()
        expect(board.locator(f"[data-day='{day.isoformat()}']")).to_contain_text("busy")
        board.goto(f"{live_server.url}/busy/")
        expect(board.locator("#fit-2026-W49")).to_have_count(0)
        board.get_by_role("button", name="Forget this calendar").click()
        expect(board.locator("main .notice")).to_contain_text("Your calendar is forgotten")
        assert not BusyCalendar.objects.exists()


def test_each_state_of_the_page_is_clean(board: Page, live_server, user):
    board.goto(f"{live_server.url}/busy/")
    send(board, b"<html>")
    expect(board.locator(".field-error")).to_contain_text("web page")
    check(board)
    meet(
        user,
        (at(2, 6), at(2, 23)),
        problem="The calendar's server has trouble (503).",
        remarks=["One event: left out."],
    )
    board.goto(f"{live_server.url}/busy/")
    expect(board.locator("#busy-problem")).to_be_visible()
    check(board)
    board.goto(f"{live_server.url}/week/2026-W49/")
    expect(board.locator(".day-busy")).to_have_count(1)
    check(board)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(board: Page, live_server, user, width):
    meet(user, (at(2, 6), at(2, 23)))
    board.set_viewport_size({"width": width, "height": 844})
    board.goto(f"{live_server.url}/busy/")
    assert board.evaluate("document.documentElement.scrollWidth") <= width
