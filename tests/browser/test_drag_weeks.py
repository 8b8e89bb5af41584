"""Carrying a card to another week: hold it on a tab, drop it there, or go by key; and back without a trace."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from planner import clock, words
from planner.models import Plan, Session
from planner.queries import in_hand
from tests.browser.boards import PHONE, ROOMY, Let, card, day, handle, late, lies_on, middle, pick_up, stop_time, tab
from tests.factories import MONDAY, MONDAY_MORNING, make_plan, sessions_of

NEXT, NEXT_MONDAY = "2026-W50", MONDAY + clock.ONE_WEEK
THIRD = "2026-W51"
HOLD = 650  # ms until a tab under the card opens its week


@pytest.fixture
def plan(user, monkeypatch) -> Plan:
    """Roomy weeks of which the next one has nothing yet."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    plan = make_plan(user, **ROOMY)
    Session.objects.filter(week__plan=plan, week__start=NEXT_MONDAY).delete()
    return plan


def after(session: Session) -> date:
    """The day after the session's, a week later."""
    return session.date + timedelta(days=8)


def long_name(day: date) -> str:
    """Tuesday 8 December."""
    return f"{day:%A} {day.day} {day:%B}"


def hold_on_tab(board: Page, session: Session) -> None:
    """Carry the card to next week's tab, where time stands still."""
    stop_time(board)
    pick_up(board, session)
    board.mouse.move(*middle(tab(board, NEXT)), steps=4)
    expect(board.locator(".board-note [data-hand-line]")).to_contain_text("hold the card here to open it")


def is_open(board: Page) -> None:
    """Wait until next week is under the card, with its verdicts."""
    expect(board.locator(f'#board[data-week="{NEXT}"]')).to_have_count(1)
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)


def page_down_late(board: Page, session: Session) -> Let:
    """By key into the hand and on the way to next week, whose board comes when the answer is let."""
    come = late(board, f"**/week/{NEXT}/board/")
    handle(board, session).press("Enter")
    with board.expect_request(f"**/week/{NEXT}/board/"):
        board.keyboard.press("PageDown")
    return come


def open_next(board: Page, session: Session) -> None:
    """Hold it there until the week is open, and carry it down to its days before the week after that opens."""
    hold_on_tab(board, session)
    board.clock.run_for(HOLD)
    is_open(board)
    board.mouse.move(*middle(day(board, NEXT_MONDAY.isoformat()).locator(".day-head")), steps=3)
    board.clock.resume()


def test_a_card_held_on_a_tab_opens_that_week_and_drops_there(board, plan):
    session = sessions_of(plan)[0]
    told = in_hand.verdicts(plan.user, session.pk, NEXT_MONDAY)["days"]
    open_next(board, session)
    for iso, answer in told.items():
        expect(day(board, iso)).to_have_attribute("data-verdict", answer["verdict"])
    there = next(iso for iso, answer in told.items() if answer["possible"])
    board.mouse.move(*middle(day(board, there).locator(".day-head")), steps=3)
    board.mouse.up()
    lies_on(board, session, there)
    expect(board).to_have_url(re.compile(f"/week/{NEXT}/$"))
    board.reload()
    lies_on(board, session, there)
    board.locator("#undo").click()
    expect(card(board, session)).to_have_count(0)
    was = session.date
    session.refresh_from_db()
    assert session.date == was


def test_a_drop_on_the_tab_takes_the_good_place_nearest_to_its_own_day(board, plan):
    session = sessions_of(plan)[0]
    hold_on_tab(board, session)
    board.clock.run_for(HOLD - 1)
    board.mouse.up()
    board.clock.resume()
    expect(board.locator("#announcer")).to_contain_text(f"Moved to {words.day(session.date + clock.ONE_WEEK)}")
    expect(card(board, session)).to_have_count(0)
    expect(board.locator("[data-in-hand]")).to_have_count(0)
    board.keyboard.press("Control+z")
    lies_on(board, session, session.date.isoformat())


class TestWhileTheWeekIsOnItsWay:
    """Held on the tab long enough, and the answer is not there yet."""

    @pytest.fixture
    def answer(self, board: Page, plan: Plan) -> Callable[[], None]:
        """Lets the board of next week come, for which a card was held on its tab; it is under the pointer still."""
        routes: list[Route] = []
        board.route(f"**/week/{NEXT}/board/", lambda route: routes.append(route))
        hold_on_tab(board, sessions_of(plan)[0])
        with board.expect_request(f"**/week/{NEXT}/board/"):
            board.clock.run_for(HOLD)
        x, y = middle(tab(board, NEXT))
        board.mouse.move(x + 1, y + 1)  # no hand is quite still
        board.clock.resume()

        def come() -> None:
            with board.expect_response(f"**/week/{NEXT}/board/"):
                routes.pop().continue_()

        return come

    def test_a_card_dropped_on_its_tab_takes_the_good_place_nearest_to_its_own_day(self, board, plan, answer):
        session = sessions_of(plan)[0]
        board.mouse.up()
        answer()
        lies_on(board, session, (session.date + clock.ONE_WEEK).isoformat())
        expect(board.locator("#announcer")).to_contain_text(f"Moved to {words.day(session.date + clock.ONE_WEEK)}")
        expect(board).to_have_url(re.compile(f"/week/{NEXT}/$"))
        board.keyboard.press("Control+z")
        expect(card(board, session)).to_have_count(0)
        was = session.date
        session.refresh_from_db()
        assert session.date == was

    def test_a_card_let_go_elsewhere_goes_back_and_its_week_stays(self, board, plan, answer):
        session = sessions_of(plan)[0]
        board.mouse.move(*middle(day(board, "2026-12-06").locator(".day-head")))
        board.mouse.up()
        answer()
        lies_on(board, session, session.date.isoformat())
        expect(board).not_to_have_url(re.compile(f"/week/{NEXT}/$"))
        pick_up(board, session)
        expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
        board.keyboard.press("Escape")
        board.mouse.up()
        lies_on(board, session, session.date.isoformat())

    def test_escape_puts_it_back_and_its_week_stays(self, board, plan, answer):
        session = sessions_of(plan)[0]
        board.keyboard.press("Escape")
        board.mouse.up()
        answer()
        lies_on(board, session, session.date.isoformat())


def test_passing_over_a_tab_opens_nothing(board, plan):
    session = sessions_of(plan)[0]
    asked = []
    board.on("request", lambda request: asked.append(request.url))
    hold_on_tab(board, session)
    board.clock.run_for(HOLD - 1)
    board.mouse.move(*middle(day(board, "2026-12-06").locator(".day-head")))
    expect(board.locator("nav a.is-waiting")).to_have_count(0)
    board.clock.run_for(10 * HOLD)
    board.keyboard.press("Escape")
    board.mouse.up()
    board.clock.resume()
    lies_on(board, session, session.date.isoformat())
    assert [url for url in asked if url.endswith("/board/")] == []


def test_escape_in_another_week_goes_home(board, plan):
    session = sessions_of(plan)[0]
    open_next(board, session)
    board.keyboard.press("Escape")
    lies_on(board, session, session.date.isoformat())
    board.mouse.up()


def test_by_key_a_page_down_is_a_week(board, plan):
    session = sessions_of(plan)[0]
    handle(board, session).press("Enter")
    board.keyboard.press("PageDown")
    opening = rf"^Week of .* is in your hand\. {long_name(session.date + clock.ONE_WEEK)}[ :]"
    expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
    expect(board.locator("#announcer")).to_have_text(re.compile(opening))
    expect(board.locator(".dragging.pinned")).to_be_visible()
    board.keyboard.press("ArrowRight")
    expect(board.locator("#announcer")).to_contain_text(long_name(after(session)))
    board.keyboard.press("Enter")
    lies_on(board, session, after(session).isoformat())
    expect(handle(board, session)).to_be_focused()


def test_by_key_escape_brings_the_card_and_the_focus_home(board, plan):
    session = sessions_of(plan)[0]
    handle(board, session).press("Enter")
    board.keyboard.press("PageDown")
    expect(board.locator("#announcer")).to_contain_text("is in your hand")
    board.keyboard.press("Escape")
    lies_on(board, session, session.date.isoformat())
    expect(handle(board, session)).to_be_focused()


def test_by_key_a_week_asked_for_again_in_haste_opens_under_the_card(board, plan):
    session = sessions_of(plan)[0]
    come = page_down_late(board, session)
    board.keyboard.press("Escape")
    expect(board.locator("#announcer")).to_contain_text("Put back on")
    board.keyboard.press("Enter")
    board.keyboard.press("PageDown")
    is_open(board)
    come()
    expect(board.locator("#announcer")).to_contain_text("is in your hand")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("Enter")
    lies_on(board, session, after(session).isoformat())


def test_a_click_while_a_week_is_on_its_way_waits_for_it_too(board, plan):
    session = sessions_of(plan)[0]
    come = page_down_late(board, session)
    day(board, "2026-12-05").locator(".day-head").click()
    come()
    is_open(board)
    expect(board.locator("#announcer")).to_contain_text("is in your hand")
    board.keyboard.press("Escape")
    lies_on(board, session, session.date.isoformat())


def test_the_next_tab_waits_visibly_where_the_card_stays_on_it(board, plan):
    hold_on_tab(board, sessions_of(plan)[0])
    board.clock.run_for(HOLD)
    is_open(board)
    board.clock.run_for(100)
    expect(board.locator("#next-week.is-waiting")).to_have_count(1)


def test_a_change_that_comes_in_between_does_not_end_the_waiting(board, plan):
    session = sessions_of(plan)[0]
    turned = next(row for row in sessions_of(plan)[1:] if row.order)
    stop_time(board)
    come = late(board, "**/flip/")
    with board.expect_request("**/flip/"):
        board.locator(f"#flip-{turned.pk}").click()
    pick_up(board, session, hasty=True)
    board.mouse.move(*middle(tab(board, NEXT)), steps=4)
    expect(board.locator("nav a.is-waiting")).to_have_count(1)
    come()
    expect(card(board, turned)).not_to_have_attribute("data-order", turned.order)
    board.clock.run_for(HOLD)
    is_open(board)
    expect(board.locator(".dragging")).to_have_count(1)
    board.mouse.up()
    board.clock.resume()


class TestBetweenTwoTabs:
    """A week is on its way, and the card comes by another tab."""

    @pytest.fixture
    def come(self, board: Page, plan: Plan) -> Callable[[], None]:
        """Next week lies under the card, the one after it was asked for; what is given lets it come."""
        hold_on_tab(board, sessions_of(plan)[0])
        board.clock.run_for(HOLD)
        is_open(board)
        come = late(board, f"**/week/{THIRD}/board/")
        with board.expect_request(f"**/week/{THIRD}/board/"):
            board.clock.run_for(2 * HOLD)
        board.mouse.move(*middle(tab(board, "2026-W49")), steps=2)
        expect(board.locator("#previous-week.is-waiting")).to_have_count(1)
        return come

    def test_the_one_it_is_held_on_opens_and_the_other_never_comes_over_it(self, board, plan, come):
        board.clock.run_for(2 * HOLD)
        expect(board.locator('#board[data-week="2026-W49"]')).to_have_count(1)
        come()
        expect(board.locator("[data-day][data-verdict]")).to_have_count(7)
        expect(board.locator(".dragging")).to_have_count(1)
        expect(board.locator('#board[data-week="2026-W49"]')).to_have_count(1)
        board.mouse.up()
        board.clock.resume()

    def test_passed_over_it_opens_nothing_and_takes_no_card(self, board, plan, come):
        asked = []
        board.on("request", lambda request: asked.append(request.url))
        board.mouse.move(*middle(day(board, NEXT_MONDAY.isoformat()).locator(".day-head")), steps=2)
        expect(board.locator(".is-waiting")).to_have_count(0)
        board.clock.run_for(10 * HOLD)
        come()
        expect(board.locator(f'#board[data-week="{THIRD}"]')).to_have_count(1)
        assert [url for url in asked if "W49" in url] == []
        board.keyboard.press("Escape")
        board.mouse.up()
        board.clock.resume()
        lies_on(board, sessions_of(plan)[0], sessions_of(plan)[0].date.isoformat())


def test_by_key_escape_on_the_way_stays_at_home(board, plan):
    session = sessions_of(plan)[0]
    there: list[Route] = []
    board.route(f"**/week/{NEXT}/board/", lambda route: there.append(route))
    handle(board, session).press("Enter")
    with board.expect_request(f"**/week/{NEXT}/board/"):
        board.keyboard.press("PageDown")
    board.keyboard.press("Escape")
    expect(board.locator("#announcer")).to_contain_text("Put back on")
    with board.expect_event("requestfinished"):
        there[0].continue_()
    lies_on(board, session, session.date.isoformat())
    expect(board.locator(f'#board[data-week="{NEXT}"]')).to_have_count(0)
    expect(board.locator(".dragging")).to_have_count(0)
    expect(handle(board, session)).to_be_focused()


def test_by_key_there_and_back_is_where_it_was(board, plan):
    session = sessions_of(plan)[0]
    handle(board, session).press("Enter")
    board.keyboard.press("PageUp")
    expect(board.locator("#announcer")).to_have_text("There is no earlier week.")
    board.keyboard.press("PageDown")
    expect(board.locator("#announcer")).to_contain_text("is in your hand")
    board.keyboard.press("PageUp")
    expect(card(board, session)).to_have_class("card picked-up")
    expect(handle(board, session)).to_be_focused()
    board.keyboard.press("ArrowRight")
    expect(board.locator("#announcer")).to_contain_text(long_name(after(session) - clock.ONE_WEEK))
    board.keyboard.press("Escape")
    lies_on(board, session, session.date.isoformat())


class TestByFinger:
    """On a phone, where the handle that the finger took is gone with the first week's board."""

    @pytest.fixture(scope="session")
    def browser_context_args(self, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """A phone."""
        return {**browser_context_args, **PHONE}

    def test_a_card_held_on_a_tab_opens_that_week_and_drops_on_its_strip(self, board, plan, touch):
        session = sessions_of(plan)[0]
        stop_time(board)
        x, y = middle(handle(board, session))
        touch("touchStart", (x, y))
        for step in (4, 8, 12):
            touch("touchMove", (x - step, y + step))
        expect(board.locator(".dragging")).to_have_count(1)
        touch("touchMove", middle(tab(board, NEXT)))
        expect(board.locator("nav a.is-waiting")).to_have_count(1)
        board.clock.run_for(HOLD)
        is_open(board)
        touch("touchMove", (200, 420))
        board.clock.resume()
        there = board.locator(f'[data-strip-day="{after(session)}"]')
        touch("touchMove", middle(there))
        expect(board.locator("[data-strip-line]")).not_to_be_empty()
        touch("touchEnd")
        lies_on(board, session, after(session).isoformat())
