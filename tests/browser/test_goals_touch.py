"""Painting the free hours with a finger: a tap and a sideways stroke paint, a swipe along the hours scrolls."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.boards import PHONE, Touch, middle
from tests.browser.painting import cell, is_free, times


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone."""
    return {**browser_context_args, **PHONE}


def test_a_tap_toggles(goals: Page):
    cell(goals, 0, "10:00").tap()
    is_free(goals, 0, "10:00")
    assert times(goals, 0) == ["10:00", "10:30", "18:00", "20:00"]


def test_a_sideways_stroke_paints(goals: Page, touch: Touch):
    cell(goals, 0, "10:00").scroll_into_view_if_needed()
    x, y = middle(cell(goals, 0, "10:00"))
    to_x, to_y = middle(cell(goals, 2, "10:30"))
    touch("touchStart", (x, y))
    for part in (0.3, 0.6, 1):
        touch("touchMove", (x + (to_x - x) * part, y + (to_y - y) * (part == 1)))
    touch("touchEnd")
    is_free(goals, 2, "10:30")
    assert [times(goals, weekday)[:2] for weekday in range(3)] == [["10:00", "11:00"]] * 3


def test_a_swipe_along_the_hours_scrolls_and_paints_nothing(goals: Page, touch: Touch):
    cell(goals, 0, "10:00").scroll_into_view_if_needed()
    x, y = middle(cell(goals, 0, "10:00"))
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x, y - 25 * step))
    touch("touchEnd")
    expect(goals.locator(".is-painting")).to_have_count(0)
    is_free(goals, 0, "10:00", free=False)
    assert times(goals, 0) == ["18:00", "20:00"]


def test_a_second_finger_beside_the_one_that_paints_does_nothing(goals: Page, touch: Touch):
    cell(goals, 0, "10:00").scroll_into_view_if_needed()
    first, to, palm = (middle(cell(goals, *where)) for where in ((0, "10:00"), (1, "10:00"), (5, "11:30")))
    touch("touchStart", first)
    touch("touchMove", to)
    touch("touchStart", to, palm)
    touch("touchMove", to, (palm[0] + 2, palm[1]))
    touch("touchEnd", to)
    touch("touchEnd")
    is_free(goals, 1, "10:00")
    assert times(goals, 1)[:2] == ["10:00", "10:30"]
    assert times(goals, 2)[0] == "18:00"
