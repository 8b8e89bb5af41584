"""Painting the free hours by mouse and keyboard: the plain fields follow, and they are what is sent."""

import re

from playwright.sync_api import expect

from planner.models import Profile
from tests.browser.painting import cell, is_free, stroke, times

EVENING = ["18:00", "20:00"]


def test_the_grid_shows_what_the_fields_say(goals):
    is_free(goals, 0, "18:00")
    is_free(goals, 0, "19:30")
    is_free(goals, 0, "20:00", free=False)
    expect(goals.locator(".paint-cell")).to_have_count(7 * 36)
    expect(goals.locator(".plain-days")).to_be_hidden()
    goals.get_by_text("The same hours as times").click()
    expect(goals.locator("#id_availability-0-0-start")).to_be_visible()


def test_one_stroke_paints_several_days_and_a_second_clears_them(goals):
    stroke(goals, cell(goals, 0, "06:00"), cell(goals, 2, "07:30"))
    is_free(goals, 1, "07:00")
    assert [times(goals, weekday) for weekday in (0, 2, 3)] == [["06:00", "08:00", *EVENING]] * 2 + [EVENING]
    stroke(goals, cell(goals, 0, "06:00"), cell(goals, 2, "07:30"))
    is_free(goals, 1, "07:00", free=False)
    assert times(goals, 0) == EVENING


def test_a_click_toggles_and_touching_hours_are_one_time(goals):
    cell(goals, 0, "20:00").click()
    assert times(goals, 0) == ["18:00", "20:30"]
    cell(goals, 0, "20:00").click()
    assert times(goals, 0) == EVENING


def test_a_fourth_time_is_refused_and_said(goals):
    for start in ("06:00", "08:00"):
        cell(goals, 0, start).click()
    cell(goals, 0, "10:00").click()
    is_free(goals, 0, "10:00", free=False)
    sentence = "Monday would have more than three times. Clear one first, or join two."
    expect(goals.locator("[data-paint-hint]")).to_have_text(sentence)
    expect(goals.locator("#announcer")).to_have_text(re.compile(rf"^{sentence} .*\d sessions.*: .+\.$"))
    assert times(goals, 0) == ["06:00", "06:30", "08:00", "08:30", *EVENING]


def test_arrow_keys_walk_and_space_toggles(goals):
    cell(goals, 0, "18:00").focus()
    for key in ("ArrowRight", "ArrowUp"):
        goals.keyboard.press(key)
    expect(cell(goals, 1, "17:30")).to_be_focused()
    goals.keyboard.press("Space")
    is_free(goals, 1, "17:30")
    assert times(goals, 1) == ["17:30", "20:00"]
    expect(goals.locator('.paint-cell[tabindex="0"]')).to_have_count(1)


def test_a_time_off_the_half_hour_is_kept_until_its_day_is_painted(goals):
    goals.get_by_text("The same hours as times").click()
    goals.locator("#id_availability-0-0-start").fill("18:10")
    is_free(goals, 0, "18:00")
    cell(goals, 1, "06:00").click()
    assert times(goals, 0) == ["18:10", "20:00"]
    cell(goals, 0, "20:00").click()
    assert times(goals, 0) == ["18:00", "20:30"]


def test_what_a_time_is_good_for_is_kept_and_shown(goals):
    goals.get_by_text("The same hours as times").click()
    goals.locator("#id_availability-0-0-only").select_option("run")
    cell(goals, 0, "20:00").click()
    expect(cell(goals, 0, "20:00")).to_have_class("paint-cell is-only-run")
    expect(goals.locator("#id_availability-0-0-only")).to_have_value("run")


def test_what_was_painted_makes_the_plan_in_the_time_zone_of_the_browser(goals, user):
    stroke(goals, cell(goals, 6, "22:00"), cell(goals, 6, "22:30"))
    goals.get_by_role("button", name="Build my week").click()
    goals.wait_for_url("**/week/")
    profile = Profile.objects.get(user=user)
    assert {"weekday": 6, "start": "22:00", "end": "23:00"}.items() <= profile.answers["availability"][-1].items()
    assert profile.timezone == "Europe/Berlin"


def test_errors_leave_the_plain_fields_open(goals):
    goals.get_by_text("The same hours as times").click()
    goals.locator("#id_availability-0-0-end").fill("17:00")
    goals.get_by_role("button", name="Build my week").click()
    expect(goals.locator("#form-errors")).to_be_focused()
    expect(goals.get_by_text("This time ends before it begins.")).to_be_visible()
