"""The focus is seen wherever it goes: ringed, and never under the strip, the bar at the thumb or anything else."""

import pytest
from playwright.sync_api import Page

PAGES = ["/week/", "/goals/", "/calendar/"]
SIZES = {"phone": (390, 620), "desk": (1280, 520), "small": (320, 560)}
MOST = 400  # stops of one page

STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]];
  const seen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return hit && (at.contains(hit) || hit.contains(at) || hit.closest("label")?.contains(at));
  });
  let ringed = false;
  for (let one = at; one && one !== document.body && !ringed; one = one.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    ringed = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    if (one.matches("article, form, section, nav")) break;
  }
  const again = at.dataset.stopped !== undefined;
  at.dataset.stopped = "";
  return { name: at.id || at.outerHTML.slice(0, 90), seen, ringed, again };
}"""


def stops(page: Page):
    """Everything that Tab comes by, once round."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            return
        yield stop


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_every_stop_is_seen(page: Page, live_server, log_in, plan, path, size):
    log_in(plan.user)
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(live_server.url + path)
    found = list(stops(page))
    assert len(found) > 10
    assert [stop["name"] for stop in found if not stop["seen"]] == []
    assert [stop["name"] for stop in found if not stop["ringed"]] == []


def test_forced_colours_keep_the_verdicts_apart(board: Page, plan):
    """Where the reader chooses all colours, lines differ in style and every day has its word."""
    board.emulate_media(forced_colors="active")
    board.locator("[data-handle]").first.press("Enter")
    board.keyboard.press("ArrowRight")
    board.locator("[data-day][data-verdict]").first.wait_for()
    styles = board.locator("[data-day][data-verdict]").evaluate_all(
        "days => days.map((day) => [day.dataset.verdict, getComputedStyle(day).borderTopStyle])"
    )
    for verdict, style in styles:
        assert style == {"ok": "solid", "caution": "dashed", "breaks": "double"}[verdict]
    for day in board.locator("[data-day][data-verdict]:not(:has(.picked-up))").all():
        assert day.locator(".verdict-word:visible").count() == 1
    board.keyboard.press("Escape")
