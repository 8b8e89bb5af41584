"""Make it fit in a browser: ways previewed on the board by mouse, keyboard and touch, applied and undone."""

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from planner.models import Plan, Session
from planner.records import read
from planner.services import repairs
from tests.browser.boards import PHONE, Place, place
from tests.browser.test_axe import check
from tests.factories import MONDAY, THIS_WEEK, act, sessions_of


@pytest.fixture
def broken(plan: Plan) -> Place:
    """A session where it breaks a rule."""
    where = place(plan, "breaks")
    client = Client()
    client.force_login(plan.user)
    act(client, where.session, "move", date=where.day, start=where.start)
    return where


@pytest.fixture
def week(quiet_page: Page, live_server, log_in, plan: Plan, broken: Place) -> Page:
    """The board of the broken week."""
    log_in(plan.user)
    quiet_page.goto(live_server.url + THIS_WEEK)
    return quiet_page


def stands(plan: Plan) -> list[tuple[object, ...]]:
    return list(Session.objects.filter(week__plan=plan).order_by("pk").values_list("pk", "date", "start", "order"))


def moves(plan: Plan, number: int = 0) -> list[tuple[str, str]]:
    """What a way would do: which card, to which day."""
    proposal = repairs.proposals(read(plan.user, MONDAY), MONDAY)[number]
    landings = [(move.session.id, move.to) for move in proposal.moves if move.to is not None]
    return [(card, (MONDAY + timedelta(days=to.day)).isoformat()) for card, to in landings]


def shows(page: Page, plan: Plan, number: int) -> None:
    """The board marks exactly the moves of this way."""
    expect(page.locator("[data-way]").nth(number)).to_have_attribute("data-shown", "")
    expect(page.locator("[data-way][data-shown]")).to_have_count(1)
    found = moves(plan, number)
    expect(page.locator("#board .leaving")).to_have_count(len(found))
    expect(page.locator("#board .landing")).to_have_count(len(found))
    for card, day in found:
        expect(page.locator(f"#card-{card}")).to_have_class("card leaving")
        expect(page.locator(f"#day-{day} .landing")).not_to_have_count(0)


def test_the_first_way_is_previewed_and_nothing_moves(week: Page, plan: Plan) -> None:
    before = stands(plan)
    week.locator("#make-it-fit").click()
    expect(week.locator("#repair-title")).to_be_focused()
    shows(week, plan, 0)
    expect(week.locator("#board [data-session]")).to_have_count(len(sessions_of(plan)))
    assert stands(plan) == before


def test_the_way_under_the_pointer_is_the_one_shown(week: Page, plan: Plan) -> None:
    week.locator("#make-it-fit").click()
    expect(week.locator("#repair-title")).to_be_focused()
    week.locator("[data-way]").nth(1).hover()
    shows(week, plan, 1)


def test_by_keyboard_the_way_in_focus_is_shown_and_escape_leads_back(week: Page, plan: Plan) -> None:
    week.locator("#make-it-fit").press("Enter")
    expect(week.locator("#repair-title")).to_be_focused()
    for _ in range(3):  # close, the first way, the second
        week.keyboard.press("Tab")
    expect(week.locator("#apply-2")).to_be_focused()
    shows(week, plan, 1)
    week.keyboard.press("Escape")
    expect(week.locator("#make-it-fit")).to_be_focused()
    expect(week.locator(".leaving, .landing, [data-preview], [data-way]")).to_have_count(0)


def test_one_click_applies_and_one_undoes(week: Page, plan: Plan) -> None:
    before, after = stands(plan), moves(plan)
    week.locator("#make-it-fit").click()
    week.locator("#apply-1").click()
    for card, day in after:
        expect(week.locator(f"#day-{day} #card-{card}")).to_have_count(1)
    expect(week.locator(".leaving, .landing, [data-way]")).to_have_count(0)
    week.locator("#undo").click()
    expect(week.locator("#make-it-fit")).to_be_visible()
    assert stands(plan) == before


def test_the_preview_and_what_became_of_the_plan_break_no_rule_of_axe(week: Page) -> None:
    week.locator("#as-planned").click()
    week.locator("#make-it-fit").click()
    expect(week.locator("#board .landing")).not_to_have_count(0)
    check(week)


def test_back_to_as_planned_is_one_click(week: Page, plan: Plan, broken: Place) -> None:
    week.locator("#as-planned").click()
    week.locator("#back-to-planned").click()
    expect(week.locator(f"#day-{broken.session.date.isoformat()} #card-{broken.session.pk}")).to_have_count(1)
    expect(week.locator("#as-planned")).to_have_count(0)
    week.locator("#undo").click()
    expect(week.locator(f"#day-{broken.day} #card-{broken.session.pk}")).to_have_count(1)


class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, **PHONE}

    def test_a_tap_shows_a_way_in_the_strip_too(self, week: Page, plan: Plan) -> None:
        week.locator("#make-it-fit").tap()
        shows(week, plan, 0)
        _, day = moves(plan)[0]
        expect(week.locator(f"[data-strip-day='{day}']")).to_have_attribute("data-preview", "comes")
        expect(week.locator(f"[data-strip-day='{day}'] .comes")).not_to_have_count(0)
        week.locator("[data-close-ways]").tap()
        expect(week.locator("[data-preview], [data-way]")).to_have_count(0)
