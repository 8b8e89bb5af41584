"""No page, in light or dark, breaks a rule of axe; nor does the board with a card in the hand, a menu or a panel."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.boards import drag, handle, place
from tests.factories import THIS_WEEK, sessions_of

PUBLIC = ["/", "/accounts/signup/", "/accounts/login/", "/accounts/password/reset/", "/rules/", "/nothing-here/"]
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}  # the rest costs time
OWN = [THIS_WEEK, "/calendar/", "/calendar/add/", "/goals/", "/busy/", "/account/", "/programs/", "/reminders/"]


def check(page: Page) -> None:
    """Hold the page against axe in both colour schemes, without transitions on the way."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        violations = Axe().run(page, options=ONLY_VIOLATIONS).response["violations"]
        told = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in violations]
        assert told == [], scheme


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(page: Page, live_server, path):
    page.goto(live_server.url + path)
    check(page)


@pytest.mark.parametrize("path", OWN)
def test_own_pages(board: Page, live_server, path):
    board.goto(live_server.url + path)
    check(board)


def test_a_session_page(board: Page, live_server, plan):
    board.goto(f"{live_server.url}/sessions/{sessions_of(plan)[0].pk}/")
    check(board)


def test_goals_with_errors(quiet_page: Page, live_server, log_in: Callable[..., None], user):
    log_in(user)
    quiet_page.goto(f"{live_server.url}/goals/")
    quiet_page.get_by_text("The same hours as times").click()
    quiet_page.locator("#id_availability-0-0-end").fill("17:00")
    quiet_page.get_by_role("button", name="Build my week").click()
    expect(quiet_page.locator("#form-errors")).to_be_visible()
    check(quiet_page)


def test_goals_that_clash(quiet_page: Page, live_server, log_in: Callable[..., None], user):
    log_in(user)
    quiet_page.goto(f"{live_server.url}/goals/")
    quiet_page.get_by_text("Long run and rest days").click()
    quiet_page.locator("[name=long_run_weekday]").select_option("5")
    quiet_page.locator("[name=rest_weekdays][value='5']").check()
    quiet_page.get_by_role("button", name="Build my week").click()
    expect(quiet_page.locator("#clashes")).to_be_focused()
    check(quiet_page)
    while quiet_page.locator("[data-clash]").count():
        quiet_page.locator("[name=relax]").first.click()
    expect(quiet_page.locator("#clashes.is-settled")).to_be_visible()
    check(quiet_page)


def test_the_board_with_a_card_in_the_hand(board: Page, plan):
    handle(board, sessions_of(plan)[0]).press("Enter")
    board.keyboard.press("ArrowRight")
    expect(board.locator(".day.is-target[data-verdict]")).to_be_visible()
    check(board)


def test_the_board_with_findings_and_a_message(board: Page, plan):
    drag(board, place(plan, "breaks"))
    expect(board.locator(".board-note .notice")).to_be_visible()
    check(board)


def test_the_board_with_the_panel_and_a_popover(board: Page, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#open-{session.pk}").click()
    expect(board.locator("#panel-title")).to_be_focused()
    check(board)
    board.keyboard.press("Escape")
    board.locator("#add").click()
    check(board)


def test_the_ways_to_make_a_week_fit(board: Page, live_server, plan):
    drag(board, place(plan, "breaks"))
    expect(board.locator("#make-it-fit")).to_be_visible()
    before = board.locator(".days").bounding_box()
    board.get_by_role("link", name="Make it fit").click()
    expect(board.locator("#repair-title")).to_be_focused()
    assert {**board.locator(".days").bounding_box(), "y": 0} == {**before, "y": 0}
    check(board)
    board.locator("[data-action=repair] button").first.click()
    expect(board.locator("#make-it-fit")).to_have_count(0)
    board.locator("#undo").click()
    expect(board.locator("#make-it-fit")).to_be_visible()
    board.goto(f"{live_server.url}{THIS_WEEK}repair/")
    check(board)


def test_a_session_with_everything_open(board: Page, live_server, plan):
    session = sessions_of(plan)[0]
    for path in (f"/sessions/{session.pk}/", f"/sessions/{session.pk}/ways-on/", f"{THIS_WEEK}hours/"):
        board.goto(live_server.url + path)
        board.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        check(board)


def test_the_panel_with_ways_on_and_with_hours(board: Page, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#open-{session.pk}").click()
    board.locator("#fell-through").click()
    expect(board.locator("#ways-on-title")).to_be_focused()
    board.evaluate("document.querySelectorAll('#panel details').forEach((fold) => { fold.open = true; })")
    check(board)
    board.keyboard.press("Escape")
    board.locator(f"#hours-{session.date.isoformat()}").click()
    expect(board.locator("#panel-title")).to_have_text("This week is different")
    check(board)
