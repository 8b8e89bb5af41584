"""Where 12 hours, the month first and a week from Sunday are usual, pages are told and chosen from so."""

import re

import pytest
from playwright.sync_api import Page, expect

from planner.models import Preferences, Profile, WorkingWeight
from tests.browser.painting import cell, is_free, stroke, times
from tests.factories import THIS_WEEK, sessions_of

pytestmark = pytest.mark.browser_context_args(locale="en-US")
NBSP = "\N{NO-BREAK SPACE}"
TOLD = re.compile(rf"^\d{{1,2}}:\d\d{NBSP}[ap]m$")


def test_the_board_tells_every_hour_and_date_alike(board: Page):
    times_told = board.locator("#board time").all_text_contents()
    assert times_told
    assert all(TOLD.match(told) for told in times_told)
    expect(board.locator("#board-title")).to_have_text("Nov 30 – Dec 6")
    assert not re.search(r"\b(1[3-9]|2[0-3]):\d\d", board.locator("#board").inner_text())


def test_a_card_in_the_hand_tells_them_too(board: Page, plan):
    board.locator(f'[data-session="{sessions_of(plan)[0].pk}"] [data-handle]').focus()
    board.keyboard.press("Enter")
    board.keyboard.press("ArrowRight")
    expect(board.locator("#announcer")).to_contain_text("Wednesday, December 2")
    board.keyboard.press("Escape")
    expect(board.locator("#announcer")).to_have_text("Put back on Tuesday, December 1.")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_hour_breaks_or_widens_its_card(board: Page, width):
    board.set_viewport_size({"width": width, "height": 844})
    heights = board.locator(".card-link").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))"
    )
    assert all(lines < 1.9 for lines in heights)
    assert board.evaluate("document.documentElement.scrollWidth") <= width
    assert board.locator(".card-link").evaluate_all("all => all.every(one => one.scrollWidth <= one.clientWidth)")


def test_the_account_names_the_browsers_way_and_a_choice_stands_against_it(board: Page, live_server, user):
    board.goto(f"{live_server.url}/account/")
    expect(board.get_by_label(f"As in my browser: 6:30{NBSP}pm")).to_be_checked()
    expect(board.get_by_label("As in my browser: Sunday")).to_be_checked()
    board.get_by_label("18:30", exact=True).check()
    board.locator("#account-save").click()
    expect(board.locator(".notice")).to_have_text("Saved.")
    assert Preferences.objects.get(user=user).clock == "24"
    board.goto(live_server.url + THIS_WEEK)
    assert all(re.match(r"^\d\d:\d\d$", told) for told in board.locator("#board time").all_text_contents())


class TestPainting:
    def test_columns_begin_on_sunday_and_touch_monday(self, goals: Page):
        heads = goals.locator(".paint-head .paint-day").all_text_contents()
        assert heads == ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        expect(goals.locator(".paint-hour").nth(1)).to_have_text(f"5{NBSP}am")
        stroke(goals, cell(goals, 6, "06:00"), cell(goals, 0, "06:30"))
        assert [times(goals, weekday)[:2] for weekday in (6, 0)] == [["06:00", "07:00"]] * 2
        assert times(goals, 1)[:1] == ["18:00"]

    def test_arrow_keys_walk_the_columns_as_they_stand(self, goals: Page):
        cell(goals, 6, "18:00").focus()
        goals.keyboard.press("ArrowLeft")
        expect(cell(goals, 6, "18:00")).to_be_focused()
        goals.keyboard.press("ArrowRight")
        expect(cell(goals, 0, "18:00")).to_be_focused()
        goals.keyboard.press("End")
        expect(cell(goals, 5, "18:00")).to_be_focused()
        goals.keyboard.press("Home")
        goals.keyboard.press("Space")
        is_free(goals, 6, "18:00")
        expect(goals.locator("#announcer")).to_have_text("Sunday, free now.")
        assert times(goals, 6) == ["18:00", "18:30"]

    def test_presets_paint_the_days_they_name_and_what_is_sent_is_theirs(self, goals: Page, live_server):
        goals.locator("#paint-none").click()
        goals.locator("#paint-weekend").click()
        assert [bool(times(goals, weekday)) for weekday in range(7)] == [False] * 5 + [True] * 2
        goals.locator("[data-goals-save], form[method=post] button[type=submit].primary").last.click()
        goals.wait_for_url("**/week/")
        assert {window["weekday"] for window in Profile.objects.get().answers["availability"]} == {5, 6}


def test_a_weight_is_written_in_the_panel_and_stands_in_the_steps(board: Page, plan):
    row = next(row for row in sessions_of(plan) if row.lift_minutes)
    board.locator(f"#open-{row.pk}").click()
    panel = board.locator("#panel")
    panel.get_by_text("Working weights…").click()
    field = panel.locator("[name^=weight-]").first
    field.fill("24")
    panel.get_by_role("button", name="Keep the weights").click()
    expect(panel.locator(".step-weight").first).to_contain_text(f"24{NBSP}kg")
    expect(panel.get_by_role("status")).to_have_text("The weights are kept.")
    assert WorkingWeight.objects.get().grams == 24_000
