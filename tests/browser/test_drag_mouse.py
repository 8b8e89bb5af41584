"""Dragging a card with the mouse: every day speaks, the drop is the move, and nothing is lost when it is refused."""

from playwright.sync_api import Page, expect

from planner import clock
from planner.queries import in_hand
from tests.browser.boards import card, carry, day, drag, lies_on, middle, pick_up, place, places
from tests.factories import MONDAY_MORNING, THIS_WEEK, make_plan, sessions_of


def test_a_drop_moves_the_session(board, plan):
    where = place(plan, "ok")
    drag(board, where)
    lies_on(board, where.session, where.day)
    where.session.refresh_from_db()
    assert where.session.date.isoformat() == where.day
    expect(board.locator("#announcer")).to_contain_text("Moved to")


def test_it_starts_at_the_hour_that_the_verdict_was_about(board, plan):
    """Sunday has its free hours in the morning, the other days in the evening."""
    where = next(place for place in places(plan) if place.session.date.weekday() == 6 and place.verdict == "ok")
    assert card(board, where.session).get_attribute("data-start") != where.start
    carry(board, where)
    expect(board.locator(".dragging time")).to_have_text(where.start)
    board.mouse.up()
    lies_on(board, where.session, where.day)
    expect(card(board, where.session)).to_have_attribute("data-start", where.start)


def test_every_day_shows_the_servers_verdict(board, plan):
    where = place(plan, "caution")
    carry(board, where)
    for iso, answer in in_hand.verdicts(plan.user, where.session.pk)["days"].items():
        expect(day(board, iso)).to_have_attribute("data-verdict", answer["verdict"])
        said = "" if answer["text"] == "Fits." else answer["text"]  # the word above says it
        expect(day(board, iso).locator("[data-verdict-text]")).to_have_text(said)
        expect(day(board, iso).locator("[data-verdict-exchange]")).to_have_text(answer["exchange"])
    expect(board.locator(".board-note [data-hand-line]")).to_contain_text(where.text)


def test_nothing_jumps_while_a_card_is_in_the_hand(board, plan):
    before = board.locator(".days").bounding_box()
    for verdict in ("caution", "breaks"):
        carry(board, place(plan, verdict))
        assert board.locator(".days").bounding_box() == before
        board.keyboard.press("Escape")
        board.mouse.up()


def test_the_verdict_is_what_the_board_finds_after_the_drop(board, plan):
    where = place(plan, "caution")
    expect(board.locator("#findings")).not_to_contain_text(where.text)
    drag(board, where)
    lies_on(board, where.session, where.day)
    expect(board.locator("#findings")).to_contain_text(where.text)


def test_the_word_of_the_person_wins_over_a_rule(board, plan):
    where = place(plan, "breaks")
    drag(board, where)
    lies_on(board, where.session, where.day)
    expect(board.locator("#findings [data-severity=hard]").first).to_be_visible()


def test_escape_puts_the_card_back(board, plan):
    where = place(plan, "ok")
    carry(board, where)
    board.keyboard.press("Escape")
    lies_on(board, where.session, where.session.date.isoformat())
    board.mouse.up()
    expect(board.locator("#panel")).to_be_empty()


def test_a_drop_beside_the_days_puts_the_card_back(board, plan):
    where = place(plan, "ok")
    carry(board, where)
    board.mouse.move(5, 5)
    board.mouse.up()
    lies_on(board, where.session, where.session.date.isoformat())


def test_a_drop_on_its_own_day_asks_the_server_nothing(board, plan):
    posts = []
    board.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    session = sessions_of(plan)[0]
    pick_up(board, session)
    board.mouse.move(*middle(day(board, session.date.isoformat()).locator(".day-head")))
    board.mouse.up()
    lies_on(board, session, session.date.isoformat())
    assert posts == []


def test_a_taken_day_refuses_with_its_reason_and_keeps_everything(board, plan):
    where = place(plan, "breaks", taken=True)
    drag(board, where)
    expect(board.locator(".board-note .notice.error p")).to_have_text(f"{where.text} {where.exchange}")
    lies_on(board, where.session, where.session.date.isoformat())


def test_a_refusal_with_ways_out_moves_nothing(quiet_page, live_server, log_in, user, monkeypatch):
    """What another way would cost is folded, and unfolds over the week."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    evenings = [{"weekday": day, "start": "18:00", "end": "20:00"} for day in range(7)]
    full = make_plan(user, goal="endurance", availability=evenings)
    log_in(user)
    quiet_page.goto(live_server.url + THIS_WEEK)
    before = quiet_page.locator(".days").bounding_box()
    drag(quiet_page, next(one for one in places(full) if not one.possible and "breaks a rule" in one.exchange))
    ways = quiet_page.locator(".board-note .room")
    expect(ways).to_be_visible()
    assert quiet_page.locator(".days").bounding_box() == before
    ways.locator("summary").click()
    expect(ways.locator("li").first).to_be_visible()
    assert quiet_page.locator(".days").bounding_box() == before


def test_a_taken_day_says_that_it_is_not_possible_and_what_an_exchange_means(board, plan):
    where = place(plan, "breaks", taken=True)
    carry(board, where)
    expect(day(board, where.day)).to_have_attribute("data-impossible", "")
    expect(day(board, where.day).locator(".verdict-word:visible")).to_have_text("Not possible")
    line = board.locator(".board-note [data-hand-line]")
    expect(line).to_contain_text(f": not possible. {where.text} {where.exchange}")


def test_the_way_out_of_a_taken_day_is_one_click_and_one_undo(board, plan):
    where = place(plan, "breaks", taken=True)
    here = where.session.date.isoformat()
    other = next(row for row in sessions_of(plan) if row.date.isoformat() == where.day)
    drag(board, where)
    lies_on(board, where.session, here)
    board.locator("[data-action=exchange] button").click()
    lies_on(board, where.session, where.day)
    lies_on(board, other, here)
    expect(board.locator("#announcer")).to_contain_text("Exchanged ")
    expect(board.locator("[data-action=exchange]")).to_have_count(0)
    expect(board.locator(f"#actions-{where.session.pk}")).to_be_focused()
    board.keyboard.press("Control+z")
    lies_on(board, where.session, here)
    lies_on(board, other, where.day)


def test_a_drag_does_not_open_the_session(board, plan):
    """Not even one that ends on the card's own link, where a click would open it."""
    requests = []
    board.on("request", lambda request: requests.append(request.url.rsplit("/", 2)[-2]))
    session = sessions_of(plan)[0]
    pick_up(board, session)
    expect(board.locator("[data-verdict]")).not_to_have_count(0)
    board.mouse.up()
    lies_on(board, session, session.date.isoformat())
    assert "panel" not in requests


def test_a_locked_card_stays_under_the_mouse(board, plan):
    session = sessions_of(plan)[0]
    board.locator(f"#actions-{session.pk}").click()
    board.locator(f"#menu-{session.pk}").get_by_role("button", name="Lock in place").click()
    expect(card(board, session)).to_have_attribute("data-movable", "false")
    pick_up(board, session)
    expect(board.locator("[data-in-hand]")).to_have_count(0)
    board.mouse.up()


def test_a_page_that_is_out_of_date_shows_the_week_as_it_stands(board, plan, live_server):
    """Two tabs: the first moves a session, the second still shows it where it was."""
    where = place(plan, "ok")
    other = board.context.new_page()
    other.goto(live_server.url + THIS_WEEK)
    drag(other, where)
    lies_on(other, where.session, where.day)
    late = sessions_of(plan)[0]
    pick_up(board, late)
    board.mouse.move(*middle(day(board, "2026-11-30").locator(".day-head")), steps=3)
    board.mouse.up()
    expect(board.locator(".board-note .notice")).to_contain_text("changed in another tab")
    lies_on(board, where.session, where.day)
    lies_on(board, late, late.date.isoformat())


def test_a_session_that_is_gone_brings_the_week_as_it_stands(page: Page, live_server, log_in, plan):
    log_in(plan.user)
    page.goto(live_server.url + THIS_WEEK)
    where = place(plan, "ok")
    carry(page, where)
    where.session.delete()
    page.mouse.up()
    expect(page.locator("#announcer")).to_contain_text("no longer there")
    expect(card(page, where.session)).to_have_count(0)
