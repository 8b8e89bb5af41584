"""The panel's forms driven as a person would: shape, minutes, note, how it went, ways on, Lock only, other hours."""

import re
from importlib import import_module

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from planner.models import Profile, Session
from planner.views.board import QUESTION
from tests.browser.boards import card, day, middle, settled
from tests.browser.test_axe import check
from tests.factories import MONDAY, sessions_of


@pytest.fixture
def session(plan):
    """The first session of the week."""
    return sessions_of(plan)[0]


@pytest.fixture
def panel(board: Page, session):
    """Its panel, open."""
    board.locator(f"#open-{session.pk}").click()
    expect(board.locator("#panel-title")).to_be_focused()
    settled(board)
    return board.locator("#panel")


def test_lock_only_keeps_what_is_chosen(board: Page, session, panel):
    panel.get_by_text("Lock only…").click()
    for name in ("Day", "Order"):
        panel.get_by_label(name, exact=True).and_(board.locator("[name=locks]")).check()
    panel.get_by_role("button", name="Keep these").click()
    expect(card(board, session)).to_have_attribute("data-locks", "day order")
    expect(card(board, session)).to_contain_text("day and order locked")
    expect(panel.locator("[name=locks]:checked")).to_have_count(2)
    assert Session.objects.get(pk=session.pk).locks == "day order"


def test_lock_only_by_keyboard_alone(board: Page, session, panel):
    panel.get_by_text("Lock only…").focus()
    board.keyboard.press("Enter")
    board.keyboard.press("Tab")
    board.keyboard.press("Space")
    for _ in range(4):
        board.keyboard.press("Tab")
    board.keyboard.press("Enter")
    expect(card(board, session)).to_have_attribute("data-locks", "day")


def test_a_shape_there_and_back(board: Page, session, panel):
    before = card(board, session).get_attribute("data-label")
    now = card(board, session).get_attribute("data-order")
    for shape in ("circuit", "two_a_day", now):
        panel.locator("#session-shape").click()
        panel.locator(f"[name=shape][value={shape}]").click()
        expect(panel.locator(f"[name=shape][value={shape}]")).to_be_disabled()
        expect(panel.locator("#session-shape")).to_be_focused()
    expect(card(board, session)).to_have_attribute("data-label", before)


def test_morning_and_evening_are_two_cards(board: Page, session, panel):
    panel.locator("#session-shape").click()
    panel.locator("[name=shape][value=two_a_day]").click()
    cards = day(board, session.date.isoformat()).locator("[data-session]")
    expect(cards).to_have_count(2)
    assert [one.get_attribute("data-kind") for one in cards.all()] == ["run_only", "lift_only"]


def test_minutes_are_set_within_their_bounds(board: Page, session, panel):
    panel.locator("#session-minutes").click()
    field = panel.locator("#session-run_minutes")
    field.fill("5")
    panel.get_by_role("button", name="Set the minutes").click()
    assert field.evaluate("field => field.validity.rangeUnderflow")
    field.fill("35")
    panel.get_by_role("button", name="Set the minutes").click()
    expect(card(board, session)).to_have_attribute("data-minutes", str(35 + session.lift_minutes))


def test_a_note_is_kept_and_shown_again(board: Page, session, panel):
    panel.get_by_label("Note").fill("Flat route.\nRed shoes.")
    panel.get_by_role("button", name="Keep the note").click()
    expect(board.locator("#announcer")).to_contain_text("Noted.")
    expect(panel.get_by_label("Note")).to_have_value("Flat route.\nRed shoes.")


def test_done_with_effort_and_minutes(board: Page, session, panel):
    panel.locator("#session-went").click()
    panel.get_by_label("Effort, 1 to 10").select_option("7")
    panel.get_by_label("Minutes it took").fill("60")
    panel.get_by_role("button", name="Mark as done").click()
    expect(card(board, session)).to_have_attribute("data-status", "done")
    expect(panel.locator(".session-load")).to_contain_text("done 420.")
    panel.get_by_role("button", name="Not done after all").click()
    expect(card(board, session)).to_have_attribute("data-status", "planned")
    expect(panel.locator(".session-load")).not_to_contain_text("done")


def test_the_ways_on_are_told_then_one_is_done_and_undone(board: Page, session, panel):
    panel.get_by_role("link", name="fell through?").click()
    expect(board.locator("#ways-on-title")).to_be_focused()
    expect(board.locator("#ways-on-title")).to_have_text(re.compile(r"fell through\? (Two|Three) ways on\."))
    panel.locator("[data-way=leave_out] button").click()
    expect(card(board, session)).to_have_attribute("data-status", "skipped")
    board.keyboard.press("Escape")
    board.locator("#undo").click()
    expect(card(board, session)).to_have_attribute("data-status", "planned")


def test_a_day_is_blocked_from_the_board_and_a_way_to_fit_is_offered(board: Page, session):
    iso = session.date.isoformat()
    board.locator(f"#hours-{iso}").click()
    expect(board.locator("#panel-title")).to_have_text("This week is different")
    before = middle(day(board, iso).locator(f"#card-{session.pk}"))
    board.locator(f"#block-{iso}").click()
    expect(board.locator(f"#usual-{iso}")).to_be_focused()
    expect(board.locator(f"#hours-{iso}")).to_contain_text("no free hours")
    expect(board.locator("#make-it-fit")).to_be_visible()
    assert middle(day(board, iso).locator(f"#card-{session.pk}")) == pytest.approx(before, abs=1)
    board.keyboard.press("Escape")
    expect(board.locator("#panel")).to_be_empty()
    board.locator("#undo").click()
    expect(board.locator("#make-it-fit")).to_have_count(0)


def test_closing_the_hours_gives_the_focus_back(board: Page):
    board.locator(f"#hours-{MONDAY.isoformat()}").click()
    expect(board.locator("#panel-title")).to_be_focused()
    board.keyboard.press("Escape")
    expect(board.locator(f"#hours-{MONDAY.isoformat()}")).to_be_focused()


def test_a_habit_is_asked_about_without_moving_anything(board: Page, plan, session):
    before = middle(card(board, session))
    (cookie,) = (one for one in board.context.cookies() if one["name"] == settings.SESSION_COOKIE_NAME)
    store = import_module(settings.SESSION_ENGINE).SessionStore(cookie["value"])
    store[QUESTION] = "long_run 5"
    store.save()
    board.reload()
    expect(board.locator("#question-text")).to_be_visible()
    assert middle(card(board, session)) == before
    check(board)
    board.get_by_role("button", name="Always on Saturday").click()
    expect(board.locator(".question")).to_have_count(0)
    assert Profile.objects.get(user=plan.user).answers["long_run_weekday"] == 5
