"""How a test handles the painted week of the goals form."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.boards import middle


def cell(goals: Page, weekday: int, start: str) -> Locator:
    """One half hour of the painted week."""
    return goals.locator(f'.paint-cell[data-weekday="{weekday}"][data-start="{start}"]')


def times(goals: Page, weekday: int) -> list[str]:
    """What stands in a day's plain time fields, without the empty ones."""
    fields = goals.locator(f'[data-plain-availability] [data-weekday="{weekday}"] input')
    return [value for value in fields.evaluate_all("all => all.map(field => field.value)") if value]


def is_free(goals: Page, weekday: int, start: str, free: bool = True) -> None:
    """Wait until the cell shows it."""
    expect(cell(goals, weekday, start)).to_have_attribute("aria-selected", "true" if free else "false")


def stroke(goals: Page, first: Locator, last: Locator) -> None:
    """Drag the mouse from one cell to another."""
    first.scroll_into_view_if_needed()
    goals.mouse.move(*middle(first))
    goals.mouse.down()
    goals.mouse.move(*middle(last), steps=3)
    goals.mouse.up()
