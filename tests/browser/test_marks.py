"""The marks at a card's foot and the words of a finding: on one line, and on one edge."""

import pytest
from playwright.sync_api import Page, expect

from planner.models import Session
from tests.browser.boards import card, place, places


@pytest.mark.parametrize("width", [1140, 1280, 390])
def test_the_marks_of_a_done_card_stand_on_one_line(board: Page, plan, width):
    where = next(one for one in places(plan) if one.session.order and one.possible and one.verdict != "ok")
    Session.objects.filter(pk=where.session.pk).update(date=where.day, status="done")
    board.set_viewport_size({"width": width, "height": 844})
    board.reload()
    marks = card(board, where.session).locator(".card-marks > span")
    expect(marks).to_have_count(2)
    assert len(set(marks.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)"))) == 1


def test_the_way_to_a_rule_begins_where_the_line_does(board: Page, plan):
    where = place(plan, "breaks")
    Session.objects.filter(pk=where.session.pk).update(date=where.day)
    board.reload()
    link = board.locator(".finding-rule").first
    sides = link.evaluate(
        "one => [getComputedStyle(one).marginLeft, getComputedStyle(one).paddingLeft].map(parseFloat)"
    )
    assert sum(sides) == pytest.approx(0, abs=0.01)
