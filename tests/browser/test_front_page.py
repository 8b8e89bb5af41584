"""The front page: a week in the hand of anybody, and three screens from there to one's own, which signing up keeps."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from planner import clock
from planner.models import Plan, Session
from tests.browser.boards import card, carry, day, drag, handle, lies_on
from tests.browser.sample import sample_place, sample_places
from tests.browser.test_axe import check
from tests.factories import MONDAY_MORNING


@pytest.fixture
def front(quiet_page: Page, live_server, monkeypatch: pytest.MonkeyPatch) -> Page:
    """The front page on a Monday morning, opened by a stranger."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    quiet_page.goto(live_server.url)
    return quiet_page


def build(page: Page) -> None:
    """From the front page to a first week, with the answers that are proposed."""
    page.get_by_role("link", name="Build my week").first.click()
    page.wait_for_url("**/goals/")  # loaded, its scripts too: they choose the time zone
    page.get_by_role("button", name="Build my week").click()
    page.wait_for_url("**/week/")


class TestSample:
    @pytest.mark.parametrize("verdict", ["ok", "caution", "breaks"])
    def test_a_drop_by_mouse_is_what_was_shown(self, front, verdict):
        where = sample_place(verdict)
        carry(front, where)
        expect(front.locator(".board-note [data-hand-line]")).to_contain_text(where.text[1:])
        front.mouse.up()
        lies_on(front, where.session, where.day)
        expect(front.locator(".board-note .notice")).to_contain_text("Moved to")
        tone = "ok" if verdict == "ok" else verdict
        expect(front.locator(f".sample-head .tone-{tone}")).to_have_count(1)

    def test_a_drop_by_keyboard(self, front):
        where = sample_place("breaks")
        handle(front, where.session).focus()
        front.keyboard.press("Enter")
        steps = (where.session.date.fromisoformat(where.day) - where.session.date).days
        for _ in range(abs(steps)):
            front.keyboard.press("ArrowRight" if steps > 0 else "ArrowLeft")
        expect(front.locator("#announcer")).to_contain_text(where.text)
        front.keyboard.press("Enter")
        lies_on(front, where.session, where.day)
        expect(handle(front, where.session)).to_be_focused()
        expect(front.locator("#announcer")).to_contain_text("Moved to")

    def test_one_drop_after_the_other_and_back_to_how_it_was(self, front):
        first = sample_place("ok")
        drag(front, first)
        lies_on(front, first.session, first.day)
        other = next(place for place in sample_places() if place.session.pk != first.session.pk and place.possible)
        front.locator(f"#flip-{other.session.pk}").click()
        expect(front.locator(".board-note .notice")).to_contain_text("first now.")
        lies_on(front, first.session, first.day)
        front.get_by_role("button", name="As it was").click()
        lies_on(front, first.session, first.session.date.isoformat())

    def test_a_drop_on_a_taken_day_says_why_not(self, front):
        where = next(place for place in sample_places() if not place.possible)
        drag(front, where)
        expect(front.locator(".board-note .notice.error")).to_contain_text("already has")
        lies_on(front, where.session, where.session.date.isoformat())

    def test_nothing_jumps_when_a_card_is_taken_or_dropped(self, front):
        before = front.locator(".days").bounding_box()
        carry(front, sample_place("breaks"))
        assert front.locator(".days").bounding_box() == before
        front.mouse.up()
        expect(front.locator(".board-note .notice")).to_be_visible()
        after = front.locator(".days").bounding_box()
        assert (after["x"], after["y"], after["width"]) == (before["x"], before["y"], before["width"])

    def test_nothing_is_stored(self, front, context):
        where = sample_place("ok")
        drag(front, where)
        lies_on(front, where.session, where.day)
        assert (User.objects.count(), Session.objects.count()) == (0, 0)
        assert context.cookies() == []

    def test_where_the_server_says_wait_the_card_goes_back(self, page, live_server):
        page.goto(live_server.url)
        where = sample_place("ok")
        page.route("**/sample/move/**", lambda route: route.fulfill(status=429))
        drag(page, where)
        expect(page.locator(".board-note .notice")).to_contain_text("That was a lot at once.")
        lies_on(page, where.session, where.session.date.isoformat())


class TestThreeScreens:
    def test_to_a_week_and_an_account_that_keeps_it(self, front, live_server):
        build(front)
        cards = front.locator("[data-session]")
        expect(cards.first).to_be_visible()
        ids = cards.evaluate_all("cards => cards.map((card) => card.id)")
        expect(front.locator(".trial-line")).to_contain_text("It stays until 14 December")
        front.get_by_role("link", name="Keep this week: sign up").click()
        front.get_by_label("E-mail address").fill("eve@example.org")
        front.get_by_label("Password").fill("a quiet long run")
        front.locator("main form button[type=submit]").click()
        front.wait_for_url("**/week/")
        expect(front.locator(".notice.success")).to_contain_text("in your account now")
        assert front.locator("[data-session]").evaluate_all("cards => cards.map((card) => card.id)") == ids
        assert Plan.objects.get().user.email == "eve@example.org"
        expect(front.locator(".trial-line")).to_have_count(0)

    def test_the_zone_is_this_browsers(self, front):
        build(front)
        assert Plan.objects.get().user.profile.timezone == "Europe/Berlin"

    def test_throwing_it_away(self, front):
        build(front)
        front.get_by_role("link", name="Throw it away").click()
        front.get_by_role("button", name="Throw it away").click()
        expect(front.get_by_label("I know that nobody can bring this plan back.")).to_be_focused()
        front.get_by_label("I know that nobody can bring this plan back.").check()
        front.get_by_role("button", name="Throw it away").click()
        expect(front.locator(".notice")).to_contain_text("Your trial is thrown away.")
        assert User.objects.count() == 0


class TestAccessible:
    def test_a_sample_that_breaks_a_rule_and_one_in_the_hand(self, front):
        drag(front, sample_place("breaks"))
        expect(front.locator(".board-note .notice")).to_be_visible()
        check(front)
        front.locator("[data-handle]").first.press("Enter")
        front.locator("[data-day][data-verdict]").first.wait_for()
        check(front)

    def test_what_a_guest_sees(self, front, live_server):
        build(front)
        for path in ("/week/", "/calendar/", "/trial/leave/", "/accounts/signup/", "/accounts/login/"):
            front.goto(live_server.url + path)
            check(front)

    def test_the_question_about_two_plans(self, front, live_server, plan, password):
        build(front)
        front.goto(f"{live_server.url}/accounts/login/")
        front.get_by_label("E-mail address").fill(plan.user.email)
        front.get_by_label("Password").fill(password)
        front.locator("main form button[type=submit]").click()
        front.wait_for_url("**/trial/")
        check(front)
        front.get_by_role("button", name="Go back to the trial").click()
        expect(front.locator(".trial-line")).to_contain_text("Sign up to keep it")

    def test_the_goals_of_a_stranger(self, front, live_server):
        front.goto(f"{live_server.url}/goals/")
        check(front)


def test_a_card_shows_its_place_to_the_hand(front):
    """The dots are a button with a name, as on the board."""
    where = sample_place("ok")
    expect(card(front, where.session).get_by_role("button", name="Move Run 25 min")).to_have_count(1)
    expect(day(front, where.day)).to_be_visible()
