"""The week on paper: one sheet, whatever the week holds, and readable without a colour."""

import re

import pytest

from tests.browser.boards import drag, place
from tests.factories import sessions_of


def sheets(pdf):
    """How many pages a document has."""
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


def test_the_week_fits_on_one_sheet(board):
    assert sheets(board.pdf(prefer_css_page_size=True)) == 1


def test_a_week_with_findings_does_too(board, plan):
    drag(board, place(plan, "breaks"))
    board.locator("#make-it-fit").wait_for()
    assert sheets(board.pdf(prefer_css_page_size=True)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_black_on_white(board, plan, scheme):
    board.emulate_media(media="print", color_scheme=scheme)
    colours = board.locator(".card").first.evaluate(
        "card => [card, ...card.querySelectorAll('.band-title, .band-detail, .card-head time')]"
        ".map((one) => getComputedStyle(one).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}
    assert board.locator(".handle, .board-tools, .site-head, .card-foot").locator("visible=true").count() == 0


def test_run_and_lift_are_told_apart_by_shape(board, plan):
    board.emulate_media(media="print")
    card = board.locator(f"#card-{sessions_of(plan)[0].pk}")
    edge = "band => { const s = getComputedStyle(band, '::before'); return [s.backgroundImage, s.borderLeftWidth]; }"
    run, lift = (card.locator(f".band.{name}").evaluate(edge) for name in ("run", "lift"))
    assert "wave" in run[0]
    assert lift[0] == "none"
    assert float(lift[1].removesuffix("px")) > 4
