"""The week beside the goals form follows the answers; on a phone a strip of it stays at the top."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from planner.engine.domain import Lift
from planner.engine.vocabulary import Effort, Region
from planner.words import RUN_DETAIL, lift_detail
from tests.browser.boards import late, stop_time
from tests.browser.painting import cell, is_free, stroke
from tests.browser.test_axe import check

PREVIEW = "**/goals/preview/"
DELAY = 400  # ms from an answer until the week is asked for, and a little more


def sessions(goals: Page):
    return goals.locator("[data-preview-session]")


def wish(goals: Page, name: str, value: str) -> None:
    """Answer a field of a folded group."""
    field = goals.locator(f"[name={name}]")
    field.evaluate("field => { field.closest('details').open = true; }")
    field.fill(value)


def training_days(route: Route) -> str:
    """That answer in a request for a preview."""
    return re.findall(r'name="training_days"\s+(\d)|training_days=(\d)', str(route.request.post_data))[0][-1]


def shifts(goals: Page) -> float:
    """The sum of all layout shifts of the page."""
    return goals.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
                .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 300);
        })"""
    )


def test_it_follows_each_answer_and_moves_nothing(goals: Page):
    expect(sessions(goals)).to_have_count(5)
    before = goals.locator("#goals-form").bounding_box()
    goals.locator("[name=goal][value=endurance]").check()
    expect(sessions(goals).first).to_have_attribute("data-preview-session", re.compile("lift 20 min full body"))
    stroke(goals, cell(goals, 0, "18:00"), cell(goals, 2, "19:30"))
    expect(sessions(goals)).to_have_count(3)
    expect(goals.locator("#announcer")).to_contain_text("3 sessions")
    goals.evaluate("scrollTo(0, 0)")
    assert goals.locator("#goals-form").bounding_box() == before
    assert shifts(goals) < 0.02


CUT_OFF = """all => all.filter((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return words.getBoundingClientRect().right > one.getBoundingClientRect().right + .1;
}).map((one) => one.textContent)"""


@pytest.mark.parametrize("width", [1024, 1280])
@pytest.mark.parametrize(
    "place", [pytest.param(tag, marks=pytest.mark.browser_context_args(locale=tag)) for tag in ("en-GB", "en-US")]
)
def test_no_word_of_a_session_is_cut_off(goals: Page, width, place):
    goals.set_viewport_size({"width": width, "height": 900})
    words = goals.locator(".preview-session :is(.band-title, .band-detail, time)")
    expect(words.filter(has_text="Easy, talk pace").first).to_be_visible()
    assert words.evaluate_all(CUT_OFF) == []
    halves = goals.locator(".preview-session .band:not(:only-child) .band-detail")
    lifts = [lift_detail(Lift(region, effort, 30)) for region in Region for effort in Effort]
    for longest in (max(lifts, key=len), max(RUN_DETAIL.values(), key=len)):
        halves.evaluate_all("(all, text) => all.forEach((one) => { one.textContent = text; })", longest)
        assert words.evaluate_all(CUT_OFF) == []


def test_a_choice_of_hours_is_one_click(goals: Page):
    goals.get_by_role("button", name="Clear all").click()
    expect(goals.locator("#preview-note")).to_contain_text("Your free hours: tell at least one time")
    expect(sessions(goals)).to_have_count(5)
    goals.get_by_role("button", name="Weekday mornings").click()
    is_free(goals, 0, "06:00")
    expect(goals.locator(".preview-time time").first).to_have_text("06:00")
    expect(goals.locator("#preview-note")).to_have_text("It follows your answers. Nothing is saved yet.")


def test_a_wrong_answer_keeps_the_last_week_and_says_which(goals: Page):
    wish(goals, "training_days", "8")
    expect(goals.locator("#preview-note")).to_contain_text("Training days a week, at most")
    expect(sessions(goals)).to_have_count(5)
    wish(goals, "training_days", "3")
    expect(sessions(goals)).to_have_count(3)


def test_an_older_answer_never_comes_over_a_newer(goals: Page):
    held: list[Route] = []
    asked: list[str] = []

    def hold_first(route: Route) -> None:
        asked.append(training_days(route))
        if asked == ["5"]:
            held.append(route)
        else:
            route.continue_()

    goals.route(PREVIEW, hold_first)
    stop_time(goals)
    with goals.expect_request(PREVIEW):
        wish(goals, "training_days", "5")
        goals.clock.run_for(DELAY)
    for days in ("3", "2"):
        wish(goals, "training_days", days)
        goals.clock.run_for(DELAY)
    held[0].continue_()
    goals.clock.resume()
    expect(sessions(goals)).to_have_count(2)
    assert asked == ["5", "2"]


def test_a_refresh_that_fails_says_so(page: Page, live_server, log_in, user):
    log_in(user)
    page.goto(f"{live_server.url}/goals/")
    page.route(PREVIEW, lambda route: route.fulfill(status=429))
    page.locator("[name=goal][value=speed]").check()
    expect(page.locator("#preview-note")).to_have_text("That was a lot at once. The week follows again in a minute.")
    expect(sessions(page)).to_have_count(5)


def test_a_wish_gives_way_by_one_click_and_no_answer_is_lost(goals: Page):
    goals.locator("[name=goal][value=strength]").check()
    wish(goals, "max_session_minutes", "70")
    for day in ("0", "2"):
        goals.locator(f"[name=rest_weekdays][value='{day}']").evaluate("field => field.click()")
    wish(goals, "lifts_per_week", "5")
    goals.get_by_role("button", name="4 lifts a week").click()
    expect(goals.locator("[name=lifts_per_week]")).to_have_value("4")
    expect(goals.locator("[name=max_session_minutes]")).to_have_value("70")
    expect(goals.locator("[name=rest_weekdays]:checked")).to_have_count(2)
    expect(goals.locator("[data-preview-clash]")).to_have_count(0)
    expect(goals.locator("#preview-week")).not_to_contain_text("What it gives up to fit")
    expect(goals.locator("#preview-title")).to_be_focused()


def test_a_week_that_comes_late_leaves_the_focus_in_it(goals: Page):
    goals.get_by_role("button", name="Clear all").click()
    stroke(goals, cell(goals, 1, "18:00"), cell(goals, 2, "19:30"))
    way = goals.get_by_role("button", name="free minutes on Monday")
    expect(way).to_be_visible()
    come = late(goals, PREVIEW)
    with goals.expect_request(PREVIEW):
        wish(goals, "training_days", "2")
    way.focus()
    come()
    expect(sessions(goals)).to_have_count(2)
    expect(goals.locator("#preview-title")).to_be_focused()


def test_hours_that_would_do_are_painted(goals: Page):
    goals.get_by_role("button", name="Clear all").click()
    stroke(goals, cell(goals, 1, "18:00"), cell(goals, 2, "19:30"))
    goals.get_by_role("button", name="free minutes on Monday").click()
    is_free(goals, 0, "18:00")


class TestOnAPhone:
    @pytest.fixture(params=[390, 320])
    def phone(self, goals: Page, request) -> Page:
        goals.set_viewport_size({"width": request.param, "height": 760})
        return goals

    def test_a_strip_stays_in_sight_and_opens_the_week(self, phone: Page):
        bar = phone.locator("#preview-bar")
        phone.locator("#id_timezone").scroll_into_view_if_needed()
        expect(bar).to_be_in_viewport()
        assert bar.bounding_box()["y"] == 0
        expect(phone.locator("#preview-panel")).to_be_hidden()
        bar.click()
        expect(sessions(phone).first).to_be_in_viewport()
        check(phone)
        phone.keyboard.press("Escape")
        expect(phone.locator("#preview-panel")).to_be_hidden()
        check(phone)

    def test_nothing_is_wider_than_the_screen(self, phone: Page):
        phone.locator("#preview-bar").click()
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_breaks_no_rule_of_axe_with_a_clash(goals: Page):
    goals.locator("[name=goal][value=strength]").check()
    goals.locator("[name=rest_weekdays][value='5']").evaluate("field => field.click()")
    wish(goals, "lifts_per_week", "6")
    expect(goals.locator("[data-preview-clash]")).to_have_count(1)
    check(goals)
