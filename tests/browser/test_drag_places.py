"""Days with more than one place for a card: each place says its verdict, by pointer and key, and the drop keeps it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from planner import clock
from planner.models import Plan
from planner.queries import in_hand
from tests.browser.boards import card, day, handle, lies_on, middle, pick_up
from tests.factories import MONDAY, MONDAY_MORNING, make_plan, sessions_of

TWICE_A_DAY = {
    "availability": [
        {"weekday": weekday, "start": start, "end": end}
        for weekday in range(7)
        for start, end in (("06:00", "08:00"), ("18:00", "20:00"))
    ],
    "training_days": 3,
}


@pytest.fixture
def plan(user, monkeypatch) -> Plan:
    """Free hours in the morning and in the evening of every day."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    return make_plan(user, **TWICE_A_DAY)


def choice(plan):
    """A session, another day with several places for it, and these."""
    for session in sessions_of(plan):
        for iso, places in in_hand.verdicts(plan.user, session.pk)["places"].items():
            if len(places) > 1 and iso != session.date.isoformat():
                return session, iso, places
    raise AssertionError("no day has two places")


def test_a_day_under_the_card_shows_every_place_with_its_verdict(board, plan):
    session, iso, places = choice(plan)
    pick_up(board, session)
    board.mouse.move(*middle(day(board, iso).locator(".day-head")), steps=3)
    shown = day(board, iso).locator("[data-place]")
    expect(shown).to_have_count(len(places))
    for number, answer in enumerate(places):
        expect(shown.nth(number)).to_have_attribute("data-verdict", answer["verdict"])
        expect(shown.nth(number)).to_contain_text(answer["start"])


@pytest.mark.parametrize("number", [0, -1])
def test_a_drop_on_a_place_starts_at_its_hour(board, plan, number):
    session, iso, places = choice(plan)
    pick_up(board, session)
    board.mouse.move(*middle(day(board, iso).locator(".day-head")), steps=3)
    shown = day(board, iso).locator("[data-place]")
    expect(shown.first).to_be_visible()
    before = day(board, iso).bounding_box()
    board.mouse.move(*middle(shown.nth(number)), steps=3)
    expect(day(board, iso)).to_have_attribute("data-verdict", places[number]["verdict"])
    expect(board.locator(".dragging time")).to_have_text(places[number]["start"])
    assert day(board, iso).bounding_box() == before
    board.mouse.up()
    lies_on(board, session, iso)
    expect(card(board, session)).to_have_attribute("data-start", places[number]["start"])


def test_up_and_down_walk_through_the_places(board, plan):
    session, iso, places = choice(plan)
    handle(board, session).press("Enter")
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    board.keyboard.press("Home")
    for _ in range((date.fromisoformat(iso) - MONDAY).days):
        board.keyboard.press("ArrowRight")
    expect(day(board, iso)).to_contain_class("is-target")
    for _ in places:
        if board.locator(f"#day-{iso} [data-place='0'].is-target").count():
            break
        board.keyboard.press("ArrowUp")
    expect(day(board, iso).locator("[data-place='0']")).to_have_class("place is-target")
    board.keyboard.press("ArrowDown")
    expect(day(board, iso).locator("[data-place='1']")).to_have_class("place is-target")
    board.keyboard.press("Enter")
    lies_on(board, session, iso)
    expect(card(board, session)).to_have_attribute("data-start", places[1]["start"])


def test_the_copy_never_covers_a_verdict(board, plan):
    """Wherever the pointer goes over the days at 1280, every sentence and place stays in sight."""
    board.set_viewport_size({"width": 1280, "height": 900})
    session, _, _ = choice(plan)
    pick_up(board, session)
    board.mouse.move(640, 300)
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    days = board.locator(".days").bounding_box()
    covered = []
    for x in range(int(days["x"]) + 20, int(days["x"] + days["width"]), 61):
        for y in range(int(days["y"]) + 5, int(days["y"] + days["height"]), 37):
            board.mouse.move(x, y)
            covered += [(x, y, text) for text in board.evaluate(COVERED)]
    board.keyboard.press("Escape")
    board.mouse.up()
    assert covered == []


COVERED = """() => {
  const ghost = document.querySelector(".dragging");
  if (!ghost || ghost.hidden) return [];
  const over = ghost.getBoundingClientRect();
  const meets = (box) => box.width && box.height
    && box.left < over.right && box.right > over.left && box.top < over.bottom && box.bottom > over.top;
  return Array.from(document.querySelectorAll(".day .verdict, .place, .board-note .hand-line"))
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && meets(one.getBoundingClientRect()))
    .map((one) => one.textContent.trim().slice(0, 30));
}"""
