"""The rules on a phone: nothing runs out of the page, wide tables scroll in their box, a link leads to its rule."""

import pytest
from playwright.sync_api import Page, expect

from planner.engine import RULES

NARROWEST = {"width": 320, "height": 640}
SCROLLED = """box => new Promise(done => {
  const look = () => box.scrollLeft > 0 ? done(true) : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture
def phone(quiet_page: Page, live_server) -> Page:
    """The rules on the narrowest screen."""
    quiet_page.set_viewport_size(NARROWEST)
    quiet_page.goto(f"{live_server.url}/rules/")
    return quiet_page


def test_the_page_is_no_wider_than_a_phone(phone: Page):
    assert phone.evaluate("document.documentElement.scrollWidth") == NARROWEST["width"]


def test_a_wide_table_scrolls_inside_its_box_by_keyboard(phone: Page):
    box = phone.locator("#policy-priority_first .table-box")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    phone.keyboard.press("ArrowRight")
    assert box.evaluate(SCROLLED)


def test_whoever_doubts_a_rule_lands_on_it(phone: Page, live_server):
    rule = RULES[-1]
    phone.goto(f"{live_server.url}/rules/#rule-{rule.id}")
    expect(phone.locator(f"#rule-{rule.id}")).to_be_in_viewport()
    expect(phone.locator(":target").get_by_role("heading")).to_have_text(rule.sentence)


def test_the_article_and_its_rules_lead_to_each_other(phone: Page):
    phone.locator("#s14").get_by_role("link", name="legs-before-key-run").click()
    rule = phone.locator("#rule-legs-before-key-run")
    expect(rule).to_be_in_viewport()
    rule.get_by_role("link", name="S14").click()
    expect(phone.locator("#s14")).to_be_in_viewport()


def test_the_way_back_to_the_contents_is_at_hand(phone: Page):
    phone.locator("#sources").scroll_into_view_if_needed()
    phone.get_by_role("link", name="Contents", exact=True).click()
    expect(phone.locator("#contents")).to_be_in_viewport()
