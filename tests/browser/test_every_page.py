"""Every page of the site, as a stranger and as a person meets it: quiet, within the rules of axe and of its width."""

import pytest
from playwright.sync_api import Page

from tests.browser import test_axe, test_reflow
from tests.browser.pages import ERRORS, NAMES, address, is_page, open_error

DESK = {"width": 1280, "height": 720}


def hold(page: Page) -> None:
    """In light and dark, at 320 px and at 200 %."""
    page.set_viewport_size(DESK)
    test_axe.check(page)
    test_reflow.check(page)


@pytest.mark.parametrize("name", NAMES)
def test_every_page(request, live_server, client, user_client, plan, name):
    path = address(name, plan)
    open_to_all, open_to_a_person = is_page(client, path), is_page(user_client, path)
    if open_to_all or open_to_a_person:
        page, log_in = request.getfixturevalue("quiet_page"), request.getfixturevalue("log_in")
        for is_open, enter in ((open_to_all, lambda: None), (open_to_a_person, lambda: log_in(plan.user))):
            if is_open:
                enter()
                page.goto(live_server.url + path)
                hold(page)


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_page(page: Page, live_server, name):
    open_error(page, live_server.url, name)
    hold(page)


def test_there_are_pages_to_hold(client, user_client, plan):
    """The one above looks at what answers a page: these do, and more."""
    pages = {"strangers": 0, "persons": 0}
    for name in NAMES:
        pages["strangers"] += is_page(client, address(name, plan))
        pages["persons"] += is_page(user_client, address(name, plan)) if "logout" not in name else 0
    assert {"account_login", "account_signup", "account_reset_password", "account_reset_password_done"} <= {*NAMES}
    assert {"account_logout", "account_email", "account_change_password", "account_reauthenticate"} <= {*NAMES}
    assert pages["strangers"] >= 5
    assert pages["persons"] >= 9
