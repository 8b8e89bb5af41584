"""When a request fails nothing is lost: the card is where it was, a sentence says so, and one button tries again."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.boards import carry, drag, lies_on, place, settled
from tests.factories import THIS_WEEK, sessions_of


@pytest.fixture
def week(page: Page, live_server, log_in, plan) -> Page:
    """The board on a page whose console may speak: a failed request is told there."""
    log_in(plan.user)
    page.goto(live_server.url + THIS_WEEK)
    return page


def test_a_request_that_fails_puts_the_card_back_and_says_so(week, plan):
    week.route("**/move/", lambda route: route.abort())
    where = place(plan, "ok")
    drag(week, where)
    expect(week.locator(".board-note .notice.error p")).to_have_text("That did not reach the server. Nothing changed.")
    expect(week.locator("#announcer")).to_have_text("That did not reach the server. Nothing changed.")
    lies_on(week, where.session, where.session.date.isoformat())


def test_one_button_tries_it_again(week, plan):
    week.route("**/move/", lambda route: route.abort())
    where = place(plan, "ok")
    drag(week, where)
    again = week.locator(".board-note").get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    week.unroute("**/move/")
    again.click()
    lies_on(week, where.session, where.day)
    expect(week.locator("#announcer")).to_contain_text("Moved to")


def test_an_answer_that_does_not_come_is_not_waited_for_forever(week, plan):
    """The change may have been done all the same: trying again then shows the week as it stands."""
    assert week.evaluate("htmx.config.timeout") == 30_000
    week.evaluate("htmx.config.timeout = 200")
    held: list[Route] = []
    week.route("**/move/", lambda route: held.append(route))
    where = place(plan, "ok")
    drag(week, where)
    expect(week.locator("#announcer")).to_have_text(
        "The server did not answer in time. Try again to see how the week stands."
    )
    lies_on(week, where.session, where.session.date.isoformat())
    week.unroute("**/move/")
    week.evaluate("htmx.config.timeout = 30000")
    week.locator(".board-note").get_by_role("button", name="Try again").click()
    lies_on(week, where.session, where.day)


def test_an_answer_of_failure_can_be_tried_again_too(week, plan):
    week.route("**/move/", lambda route: route.fulfill(status=503, body="later"))
    where = place(plan, "ok")
    drag(week, where)
    again = week.locator(".board-note").get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    lies_on(week, where.session, where.session.date.isoformat())
    week.unroute("**/move/")
    again.click()
    lies_on(week, where.session, where.day)


def test_being_offline_is_told_and_waited_out(week, plan):
    where = place(plan, "ok")
    week.context.set_offline(True)
    expect(week.locator(".board-note .notice")).to_contain_text("You are offline.")
    where_it_was = where.session.date.isoformat()
    week.locator(f"#flip-{where.session.pk}").click()
    expect(week.locator(".board-note .notice.error")).to_contain_text("You are offline.")
    lies_on(week, where.session, where_it_was)
    week.context.set_offline(False)
    expect(week.locator(".board-note .notice.success")).to_contain_text("You are online again.")
    order = week.locator(f"#card-{where.session.pk}").get_attribute("data-order")
    week.locator(".board-note").get_by_role("button", name="Try again").click()
    expect(week.locator(f"#card-{where.session.pk}")).not_to_have_attribute("data-order", order)


def test_what_is_gone_offers_no_second_try(week, plan):
    flip = week.locator(f"#flip-{sessions_of(plan)[0].pk}")
    expect(flip).to_be_visible()
    sessions_of(plan)[0].delete()
    flip.click()
    expect(week.locator("#announcer")).to_contain_text("no longer there")
    expect(week.get_by_role("button", name="Try again")).to_have_count(0)


def lose(week: Page, pattern: str) -> None:
    """Let no request to such an address arrive."""
    week.route(pattern, lambda route: route.abort())


def test_two_presses_at_once_try_it_again_once(week, plan):
    lose(week, "**/move/")
    where = place(plan, "ok")
    drag(week, where)
    again = week.locator(".board-note").get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    week.unroute("**/move/")
    wrong, posts = [], []
    week.on("pageerror", lambda error: wrong.append(str(error)))
    week.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    again.evaluate("button => { button.click(); button.click(); }")
    lies_on(week, where.session, where.day)
    assert wrong == []
    assert len(posts) == 1


def test_a_change_waits_on_while_something_else_fails(week, plan):
    where = place(plan, "ok")
    for pattern in ("**/move/", "**/panel/?*"):
        lose(week, pattern)
    drag(week, where)
    again = week.locator(".board-note").get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    week.locator(".board-note").evaluate("note => note.querySelector('.notice').remove()")
    week.locator(f"#open-{where.session.pk}").click()
    week.unroute("**/move/")
    again.click()
    lies_on(week, where.session, where.day)


def test_a_change_that_a_fresh_board_left_behind_is_offered_no_more(week, plan):
    where = place(plan, "ok")
    lose(week, "**/move/")
    drag(week, where)
    expect(week.get_by_role("button", name="Try again")).to_be_visible()
    week.locator(f"#flip-{where.session.pk}").click()
    expect(week.locator("#undo")).to_be_enabled()
    settled(week)
    week.evaluate("() => { dispatchEvent(new Event('online')); }")
    expect(week.locator(".board-note .notice.success")).to_contain_text("You are online again.")
    expect(week.get_by_role("button", name="Try again")).to_have_count(0)


def test_what_is_gone_is_told_with_its_own_board_only(week, plan):
    gone, other = sessions_of(plan)[:2]
    flip = week.locator(f"#flip-{gone.pk}")
    gone.delete()
    lose(week, f"**{THIS_WEEK}board/")
    flip.click()
    expect(week.locator("#announcer")).to_have_text("That did not reach the server. Nothing changed.")
    week.locator(f"#actions-{other.pk}").click()
    week.locator(f"#menu-{other.pk}").get_by_role("button", name="Lock in place").click()
    expect(week.locator(f"#card-{other.pk}")).to_have_attribute("data-locked", "true")
    settled(week)
    expect(week.locator("#announcer")).to_have_text("Locked in place.")


def test_a_failure_of_something_else_leaves_the_card_in_the_hand(week, plan):
    where = place(plan, "ok")
    held: list[Route] = []
    week.route("**/panel/?*", lambda route: held.append(route))
    with week.expect_request("**/panel/?*"):
        week.locator(f"#open-{where.session.pk}").click()
    carry(week, where, hasty=True)
    held[0].abort()
    expect(week.locator(".board-note .notice.error")).to_contain_text("That did not reach the server.")
    expect(week.locator(".dragging")).to_have_count(1)
    week.mouse.up()
    lies_on(week, where.session, where.day)
