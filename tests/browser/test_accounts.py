"""The account pages in a browser: a person signs up, keeps miles, takes the data along and deletes it all."""

from playwright.sync_api import Page, expect

from accounts.models import User
from tests.browser.test_axe import check


def test_a_person_signs_up(quiet_page, live_server, django_user_model):
    quiet_page.goto(f"{live_server.url}/accounts/signup/")
    quiet_page.get_by_label("E-mail address").fill("eve@example.org")
    quiet_page.get_by_label("Password").fill("a quiet long run")
    quiet_page.locator("main form button[type=submit]").click()
    quiet_page.wait_for_url("**/goals/")
    assert django_user_model.objects.get().email == "eve@example.org"


def test_the_accounts_page_keeps_miles_and_its_file_comes_by_a_click(board: Page, live_server, user):
    board.get_by_role("button", name="Account").click()
    board.get_by_role("link", name="Account", exact=True).click()
    board.wait_for_url("**/account/")
    board.get_by_label("Miles").check()
    board.get_by_role("button", name="Save").click()
    expect(board.locator(".notice")).to_have_text("Saved.")
    expect(board.locator("[name=distances][value=mi]")).to_be_checked()
    with board.expect_download() as told:
        board.get_by_role("link", name="Download my data").click()
    assert told.value.suggested_filename == "tandem-2026-11-30.json"


def test_the_account_is_deleted_by_password_and_word(board: Page, user, password):
    board.goto(board.url.split("/week/")[0] + "/account/")
    board.get_by_role("link", name="Delete my account…").click()
    board.get_by_label("Password").fill(password)
    board.get_by_role("button", name="Go on").click()
    check(board)
    board.get_by_label("Yes, delete everything for good").check()
    board.get_by_role("button", name="Delete everything").click()
    expect(board.locator(".notice")).to_have_text("Your account and everything in it is deleted.")
    assert not User.objects.filter(pk=user.pk).exists()


def test_the_accounts_page_fits_the_smallest_screen(board: Page):
    board.set_viewport_size({"width": 320, "height": 700})
    board.goto(board.url.split("/week/")[0] + "/account/")
    assert board.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check(board)
