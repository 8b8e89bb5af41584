"""The panel beside the board: it opens, tells the session as it is, and gives the focus back."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.boards import card, day, late, pick_up, place, settled
from tests.factories import sessions_of


@pytest.fixture
def session(plan):
    """The first session of the week."""
    return sessions_of(plan)[0]


def open_panel(board: Page, session) -> None:
    """Open the session's panel by its link."""
    board.locator(f"#open-{session.pk}").click()
    expect(board.locator("#panel-title")).to_be_focused()
    settled(board)


def test_a_click_on_a_card_opens_it_and_leaves_the_board_where_it_is(board, session):
    before = board.locator("#board").bounding_box()
    open_panel(board, session)
    expect(board.locator("#panel")).to_contain_text("Why")
    assert board.locator("#board").bounding_box() == before


def test_the_other_days_come_in_below_and_one_of_them_is_made_room_on(board, plan, session):
    open_panel(board, session)
    others = board.locator("#panel [data-other-day]")
    expect(others).to_have_count(6)
    offered = others.filter(has=board.locator("form[data-action=room]")).first
    iso = offered.get_attribute("data-other-day")
    offered.get_by_role("button", name="Make room on").click()
    expect(day(board, iso).locator(f"#card-{session.pk}")).to_have_count(1)
    expect(board.locator(".board-note .notice")).to_contain_text("Moved to")
    expect(board.locator(f"#panel [data-other-day='{iso}']")).to_have_count(0)
    board.keyboard.press("Escape")
    board.locator("#undo").click()
    expect(day(board, session.date.isoformat()).locator(f"#card-{session.pk}")).to_have_count(1)


def test_no_gliding_card_passes_over_it_or_over_what_else_floats(board, session):
    name = "one => getComputedStyle(one).viewTransitionName"
    assert card(board, session).evaluate(name) == f"card-{session.pk}"
    open_panel(board, session)
    assert board.locator("#panel").evaluate(name) == "panel"
    board.keyboard.press("Escape")
    assert board.locator("#panel").evaluate(name) == "none"
    board.set_viewport_size({"width": 390, "height": 844})
    assert [board.locator(one).evaluate(name) for one in (".nav", ".strip")] == ["nav", "strip"]


PRESS_AT_ONCE = """() => {
  window.sameVisit = true;
  const press = () => document.querySelector("#panel form[data-action=flip] button").click();
  document.addEventListener("htmx:afterSwap", ({ target }) => { if (target.id === "panel") queueMicrotask(press); });
}"""


def test_a_press_at_once_is_the_panels_own(board, session):
    board.evaluate(PRESS_AT_ONCE)
    order = card(board, session).get_attribute("data-order")
    board.locator(f"#open-{session.pk}").click()
    expect(card(board, session)).not_to_have_attribute("data-order", order)
    expect(board.locator("#panel").get_by_role("button", name="first instead")).to_have_count(1)
    assert board.evaluate("window.sameVisit")


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_closing_gives_the_focus_back(board, session, way):
    open_panel(board, session)
    if way == "Escape":
        board.keyboard.press("Escape")
    else:
        board.locator("[data-panel-close]").click()
    expect(board.locator("#panel")).to_be_empty()
    expect(board.locator(f"#open-{session.pk}")).to_be_focused()


def test_it_tells_the_session_as_it_is_after_an_action_in_it(board, session):
    open_panel(board, session)
    board.locator("#panel").get_by_role("button", name="Lock in place").press("Enter")
    expect(card(board, session)).to_have_attribute("data-locked", "true")
    expect(board.locator("#panel").get_by_role("button", name="Unlock")).to_be_focused()


def test_it_closes_when_its_session_is_gone(page: Page, live_server, log_in, plan, session):
    log_in(plan.user)
    page.goto(f"{live_server.url}/week/2026-W49/")
    open_panel(page, session)
    page.locator("#panel").get_by_role("button", name="Delete").click()
    expect(card(page, session)).to_have_count(0)
    expect(page.locator("#panel")).to_be_empty()
    expect(page.locator("#board-title")).to_be_focused()


def test_the_board_beside_it_stays_in_use(board, plan, session):
    open_panel(board, session)
    order = card(board, session).get_attribute("data-order")
    board.locator(f"#flip-{session.pk}").click()
    expect(card(board, session)).not_to_have_attribute("data-order", order)
    expect(board.locator("#panel").get_by_role("button", name="first instead")).to_have_count(1)


def hold_refresh(board: Page, session) -> None:
    """Turn the order, and let the panel that is asked for after it be late."""
    held: list[Route] = []
    board.route(f"**/{session.pk}/panel/", lambda route: route.continue_() if held else held.append(route))
    with board.expect_request("**/panel/"):
        board.locator(f"#flip-{session.pk}").click()


def test_an_older_answer_never_comes_over_a_newer(board, session):
    open_panel(board, session)
    hold_refresh(board, session)
    with board.expect_event("requestfailed"):
        board.locator(f"#actions-{session.pk}").click()
        board.locator(f"#menu-{session.pk}").get_by_role("button", name="Lock in place").click()
    expect(board.locator("#panel").get_by_role("button", name="Unlock")).to_be_visible()


def test_nor_over_another_session_that_was_opened_meanwhile(board, plan, session):
    open_panel(board, session)
    hold_refresh(board, session)
    other = sessions_of(plan)[1]
    with board.expect_event("requestfailed"):
        open_panel(board, other)
    expect(board.locator(f"#panel [data-panel-session='{other.pk}']")).to_be_visible()


def test_what_is_typed_meanwhile_stays(board, session):
    open_panel(board, session)
    come = late(board, f"**/{session.pk}/panel/")
    with board.expect_request("**/panel/"):
        board.locator(f"#flip-{session.pk}").click()
    note = board.locator("#session-note-text")
    note.fill("Red shoes")
    board.keyboard.press("Home")
    come()
    expect(board.locator("#panel").get_by_role("button", name="first instead")).to_have_count(1)
    expect(note).to_be_focused()
    board.keyboard.type("My ")
    expect(note).to_have_value("My Red shoes")
    board.get_by_role("button", name="Keep the note").click()
    expect(board.locator("#announcer")).to_contain_text("Noted.")
    session.refresh_from_db()
    assert session.note == "My Red shoes"


def test_nor_does_it_take_the_focus_that_went_elsewhere(board, session):
    open_panel(board, session)
    come = late(board, f"**/{session.pk}/panel/")
    with board.expect_request("**/panel/"):
        board.locator("#panel").get_by_role("button", name="Lock in place").press("Enter")
    settled(board)
    board.locator("#remake").focus()
    come()
    expect(board.locator("#panel").get_by_role("button", name="Unlock")).to_be_visible()
    expect(board.locator("#remake")).to_be_focused()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_what_was_sent_before_it_closed_is_told(board, session, motion):
    board.emulate_media(reduced_motion=motion)
    open_panel(board, session)
    come = late(board, "**/lock/")
    with board.expect_request("**/lock/"):
        board.locator("#panel").get_by_role("button", name="Lock in place").press("Enter")
    board.keyboard.press("Escape")
    expect(board.locator("#panel")).to_be_empty()
    come()
    expect(board.locator("#announcer")).to_have_text("Locked in place.")
    expect(board.locator("#board")).to_have_count(1)
    expect(card(board, session)).to_have_attribute("data-locked", "true")
    expect(board.locator(f"#open-{session.pk}")).to_be_focused()
    expect(board.locator("body > form")).to_have_count(0)


def test_so_is_its_failure(page: Page, live_server, log_in, plan, session):
    log_in(plan.user)
    page.goto(f"{live_server.url}/week/2026-W49/")
    open_panel(page, session)
    held: list[Route] = []
    page.route("**/lock/", lambda route: held.append(route))
    with page.expect_request("**/lock/"):
        page.locator("#panel").get_by_role("button", name="Lock in place").press("Enter")
    page.keyboard.press("Escape")
    held[0].abort()
    expect(page.locator("#announcer")).to_have_text("That did not reach the server. Nothing changed.")


def test_a_refused_addition_stays_open(board):
    board.locator("#add").click()
    form = board.locator("#add-session")
    form.locator("input[type=number]").fill("500")
    form.locator("form").evaluate("form => { form.noValidate = true; }")
    form.get_by_role("button", name="Add to the week").click()
    expect(board.locator(".board-note .notice.error")).to_contain_text("Write minutes")


def test_it_gives_way_while_a_card_is_in_the_hand(board, plan, session):
    open_panel(board, session)
    pick_up(board, session)
    expect(board.locator("#panel")).to_be_hidden()
    board.keyboard.press("Escape")
    expect(board.locator("#panel-title")).to_be_visible()


def test_a_log_in_that_ran_out_leads_to_the_log_in(board, session):
    board.context.clear_cookies(name="sessionid")
    board.locator(f"#flip-{session.pk}").click()
    board.wait_for_url("**/accounts/login/?next=/week/2026-W49/")


def test_two_presses_at_once_are_one_action(board, session):
    posts = []
    board.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    open_panel(board, session)
    board.locator("#panel form[data-action=flip] button").evaluate(
        "button => { button.focus(); button.click(); button.click(); }"
    )
    expect(board.locator("#announcer")).to_contain_text("now.")
    expect(board.locator("#panel").get_by_role("button", name="first instead")).to_be_focused()
    assert len(posts) == 1


def uncovered(board: Page, selector: str) -> bool:
    """Whether the middle of an element is in sight, and under nothing else."""
    return board.locator(selector).evaluate(
        """one => { const { left, top, width, height } = one.getBoundingClientRect();
          return one.contains(document.elementFromPoint(left + width / 2, top + height / 2)); }"""
    )


@pytest.mark.parametrize("width", [390, 900, 1280])
def test_what_became_of_a_change_is_told_clear_of_the_panel(board, session, width):
    board.emulate_media(reduced_motion="reduce")
    board.set_viewport_size({"width": width, "height": 844})
    open_panel(board, session)
    before = board.locator(".days").bounding_box()
    board.locator("#panel").get_by_role("button", name="Lock in place").press("Enter")
    expect(board.locator(".board-note .notice")).to_have_text("Locked in place.")
    expect(board.locator("#panel").get_by_role("button", name="Unlock")).to_be_focused()
    assert uncovered(board, ".board-note .notice")
    board.locator("#panel").evaluate("panel => panel.scrollTo(0, 0)")
    assert uncovered(board, "[data-panel-close]")
    assert board.locator(".days").bounding_box() == before


@pytest.mark.parametrize("width", [390, 900, 1280])
def test_a_way_out_of_a_refusal_lies_clear_of_the_panel(board, plan, width):
    board.emulate_media(reduced_motion="reduce")
    board.set_viewport_size({"width": width, "height": 844})
    taken = place(plan, "breaks", taken=True)
    open_panel(board, taken.session)
    board.locator("#panel [data-action=move] [name=date]").select_option(taken.day)
    board.locator("#panel [data-panel-session]").evaluate("one => one.setAttribute('data-before', '')")
    board.locator("#panel").get_by_role("button", name="Move").press("Enter")
    expect(board.locator(".board-note .with-offer button")).to_be_visible()
    expect(board.locator("#panel [data-panel-session]:not([data-before])")).to_be_visible()
    assert uncovered(board, ".board-note .with-offer button")
    board.locator("#panel").evaluate("panel => panel.scrollTo(0, 0)")
    assert uncovered(board, "[data-panel-close]")
