"""Wishes that clash: one click lets one of them give way, by mouse and by keyboard, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from planner.models import Profile
from tests.factories import make_plan


@pytest.fixture
def clashing(goals: Page) -> Page:
    """The goals page of a new person who asked for a fifth lift and for two days too many without training."""
    goals.locator("[name=goal][value=strength]").check()
    goals.get_by_text("How often", exact=False).first.click()
    goals.locator("[name=lifts_per_week]").fill("5")
    goals.locator("[name=max_session_minutes]").fill("70")
    goals.get_by_text("Long run and rest days").click()
    for day in ("0", "2"):
        goals.locator(f"[name=rest_weekdays][value='{day}']").check()
    goals.get_by_role("button", name="Build my week").click()
    expect(goals.locator("[data-clash]")).to_have_count(1)
    return goals


def test_one_click_lets_a_wish_give_way_and_the_next_builds_the_week(clashing: Page):
    panel = clashing.locator("#clashes")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("You asked for 5 lifts a week.")
    clashing.get_by_role("button", name="4 lifts a week").click()
    expect(panel).to_contain_text("Now a week holds all of your answers.")
    expect(clashing.locator("[name=lifts_per_week]")).to_have_value("4")
    expect(clashing.locator("[name=max_session_minutes]")).to_have_value("70")
    assert not Profile.objects.exists()
    clashing.get_by_role("button", name="Build my week").click()
    expect(clashing.locator("[data-session]").first).to_be_visible()
    assert Profile.objects.get().answers["lifts_per_week"] == 4


def test_hours_that_would_do_are_painted_by_a_click(quiet_page: Page, live_server, log_in, user):
    evenings = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in (1, 2)]
    make_plan(user, goal="general", availability=evenings)
    log_in(user)
    quiet_page.goto(f"{live_server.url}/goals/")
    painted = quiet_page.locator(".paint-cell[aria-selected=true]")
    expect(painted).to_have_count(8)
    quiet_page.get_by_role("button", name="free minutes on Thursday, 18:00").click()
    expect(quiet_page.locator("#clashes")).to_contain_text("Changed below: Your free hours.")
    expect(painted).to_have_count(10)


def test_the_return_key_in_a_field_changes_no_answer(clashing: Page):
    clashing.locator("[name=lifts_per_week]").evaluate("field => { field.closest('details').open = true; }")
    with clashing.expect_navigation():
        clashing.locator("[name=lifts_per_week]").press("Enter")
    expect(clashing.locator("[name=lifts_per_week]")).to_have_value("5")
    expect(clashing.locator("[data-clash]")).to_have_count(1)


def test_what_comes_nearest_may_be_built_all_the_same(clashing: Page):
    clashing.get_by_role("button", name="Build what comes nearest").click()
    expect(clashing.locator(".changes-title")).to_be_visible()
    clashing.get_by_role("link", name="Your wishes, and what could give way").click()
    expect(clashing.locator("#clashes")).to_be_in_viewport()
