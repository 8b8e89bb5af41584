"""What is done on a page before its picture is taken, by keyboard and buttons; what a pointer does is in by_mouse."""

from playwright.sync_api import Page


def pick_up(page: Page) -> None:
    """Take Tuesday's card by keyboard and hold it over Thursday."""
    page.locator("[data-movable=true] [data-handle]").first.press("Enter")
    page.locator("[data-day][data-verdict]").first.wait_for()
    for _ in range(2):
        page.keyboard.press("ArrowRight")


def open_panel(page: Page) -> None:
    """Open a combined session beside the board."""
    page.locator("[data-movable=true] .card-link").nth(1).click()
    page.locator("[data-panel-session]").wait_for()


def open_menu(page: Page) -> None:
    """Open the actions of a card."""
    page.locator("[data-movable=true] [popovertarget^=menu-]").nth(1).click()


def open_lock_only(page: Page) -> None:
    """Open what of a session can be locked on its own, and choose two of it."""
    open_menu(page)
    menu = page.locator(":popover-open")
    menu.locator(".lock-only summary").click()
    for grain in ("day", "order"):
        menu.locator(f"[name=locks][value={grain}]").check()


def make_it_fit(page: Page) -> None:
    """Let the ways to make a week fit come in under its findings."""
    page.locator("#make-it-fit").click()
    page.locator("#repair-title").wait_for()


def open_settings(page: Page) -> None:
    """What a calendar shows, and a new address for it."""
    for fold in ("#calendar-options", "#calendar-rotate"):
        page.locator(f"{fold} > summary").click()


def unfold(page: Page) -> None:
    """Open all that is folded away."""
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })")


def open_hours(page: Page) -> None:
    """Open the week's hours beside the board."""
    page.locator(".day-hours").first.click()
    page.locator("#panel-title").wait_for()


def open_add(page: Page) -> None:
    """Open the form that adds a session."""
    page.locator("#add").click()


def send_without_hours(page: Page) -> None:
    """Send goals without any free hours."""
    page.locator("[name^=availability-]").evaluate_all("fields => fields.forEach((field) => { field.value = ''; })")
    send(page)


def send_no_address(page: Page) -> None:
    """Ask for a calendar without an address of one."""
    page.locator("#id_address-address").fill("https://tandem@calendar.example.org/mine.ics")
    with page.expect_navigation(wait_until="networkidle"):
        page.locator("#read-address").click()


def wish_too_much(page: Page) -> None:
    """Fill in goals of which a week cannot hold all: five lifts, two days without training, a day for a long run."""
    page.locator("[name=goal][value=strength]").check()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    page.locator("[name=lifts_per_week]").fill("5")
    page.locator("[name=long_run_weekday]").select_option("5")
    for day in (0, 2):
        page.locator(f"[name=rest_weekdays][value='{day}']").check()


def ask_too_much(page: Page) -> None:
    """Send them."""
    wish_too_much(page)
    send(page)


def see_what_clashes(page: Page) -> None:
    """Let the week beside the form follow such answers, and open it where there is no room beside."""
    wish_too_much(page)
    page.locator("[data-fills]").first.wait_for(state="attached")
    if page.locator("#preview-bar").is_visible():
        page.locator("#preview-bar").click()


def let_give_way(page: Page) -> None:
    """Send the same, then let one wish after the other give way."""
    ask_too_much(page)
    for _ in range(2):
        with page.expect_navigation(wait_until="networkidle"):
            page.locator("[name=relax]").first.click()


def send(page: Page) -> None:
    """Send a form as it is, past what the browser itself would ask for."""
    with page.expect_navigation(wait_until="networkidle"):
        page.locator("main form").first.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
