"""What the pictures show of a board under somebody's mouse: a card carried, an order turned, no network, on paper."""

from playwright.sync_api import Locator, Page


def carry(page: Page) -> None:
    """Hold Tuesday's card by the mouse over Thursday."""
    press(page, page.locator("[data-movable=true] .card-link").first)
    for _ in range(2):  # once for the verdicts, once to stand clear of them
        hover(page, page.locator("[data-day] .day-head").nth(3))
        page.locator("[data-day][data-verdict]").first.wait_for(state="attached")


def carry_to_places(page: Page) -> None:
    """Hold it over Wednesday, which has an hour before and one after what is there."""
    carry(page)
    hover(page, page.locator("[data-day] .day-cards").nth(2))


def carry_to_week(page: Page) -> None:
    """Hold it on the tab of the next week."""
    carry(page)
    hover(page, page.locator("#board nav a[href*='-W50/']"))


def turn_round(page: Page) -> None:
    """Hold the lift of a combined session over its run."""
    card = page.locator("[data-movable=true][data-order=run_first]").first
    card.scroll_into_view_if_needed()
    to = middle(card.locator(".band.run"))
    press(page, card.locator(".band.lift"))
    page.mouse.move(*to, steps=4)
    page.wait_for_load_state("networkidle")


def go_offline(page: Page) -> None:
    """Lose the network."""
    page.context.set_offline(True)
    page.locator(".board-note .notice").wait_for()


def middle(there: Locator) -> tuple[float, float]:
    """The middle of an element, in px of the window."""
    box = there.bounding_box()
    if box is None:
        raise ValueError(f"not to be seen: {there}")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def press(page: Page, there: Locator) -> None:
    """Press the mouse on an element."""
    page.mouse.move(*middle(there))
    page.mouse.down()


def hover(page: Page, there: Locator) -> None:
    """Move the mouse over an element."""
    page.mouse.move(*middle(there), steps=4)


def on_paper(page: Page) -> None:
    """As it is printed, on a sheet of A4."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1054, "height": 725})
