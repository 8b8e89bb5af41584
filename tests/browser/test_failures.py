"""When a request fails nothing is lost: the card is where it was, a sentence says so, and one button tries again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import drag, lies_on, place
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
