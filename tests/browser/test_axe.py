"""Nothing breaks a rule of axe, in light or dark: the board with a card in the hand, a menu, a panel, forms.

Every page as it opens, those of errors too, is held to the same in test_every_page.
"""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.boards import band, day, drag, handle, middle, pick_up, place
from tests.factories import THIS_WEEK, sessions_of

AXE = Axe()
RUN = """async () => {
  await document.activeViewTransition?.finished;
  return (await axe.run({ resultTypes: ["violations"] })).violations; // the rest costs time
}"""


def check(page: Page) -> None:
    """Hold the page against axe in both colour schemes, without transitions on the way."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        violations = page.evaluate(RUN)
        told = [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in violations]
        assert told == [], scheme


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
    for _ in range(quiet_page.locator("[data-clash]").count()):
        with quiet_page.expect_navigation():
            quiet_page.locator("[name=relax]").first.click()
    expect(quiet_page.locator("#clashes.is-settled")).to_be_visible()
    check(quiet_page)


def test_the_board_with_a_card_in_the_hand(board: Page, plan):
    handle(board, sessions_of(plan)[0]).press("Enter")
    board.keyboard.press("ArrowRight")
    expect(board.locator(".day.is-target[data-verdict]")).to_be_visible()
    check(board)


def test_the_board_under_a_card_of_another_week(board: Page, plan):
    handle(board, sessions_of(plan)[0]).press("Enter")
    board.keyboard.press("PageDown")
    expect(board.locator("[data-travels] [data-day][data-verdict]").first).to_be_visible()
    check(board)


def test_a_card_under_the_mouse(board: Page, plan):
    """Over a day, over a week's tab, and its parts changing places."""
    session = sessions_of(plan)[0]
    pick_up(board, session)
    board.mouse.move(*middle(day(board, "2026-12-05").locator(".day-cards")), steps=3)
    expect(board.locator("[data-day].is-target[data-verdict]")).to_be_visible()
    check(board)
    board.keyboard.press("Escape")
    board.mouse.up()
    first, second = ("run", "lift") if session.order == "run_first" else ("lift", "run")
    to = middle(band(board, session, first))
    board.mouse.move(*middle(band(board, session, second)))
    board.mouse.down()
    board.mouse.move(*to, steps=4)
    expect(board.locator(".is-carried")).to_be_visible()
    check(board)
    board.keyboard.press("Escape")
    board.mouse.up()


@pytest.mark.parametrize("menu", ["[popovertarget^=menu-]", "[popovertarget=account-menu]"], ids=["card", "account"])
def test_an_open_menu(board: Page, menu):
    board.locator(menu).first.click()
    expect(board.locator(":popover-open")).to_be_visible()
    check(board)


def test_a_request_that_failed(page: Page, live_server, log_in, plan):
    log_in(plan.user)
    page.goto(live_server.url + THIS_WEEK)
    page.route("**/flip/", lambda route: route.abort())
    page.locator("[id^=flip-]").first.click()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    check(page)


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
    board.locator("#make-it-fit").click()
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
