"""`python -m tools.icons`: the app's icons as PNG, drawn from static/icons/icon.svg by Chromium.

Home screens want bitmaps in fixed sizes. The mark keeps to the middle of its ground, so one drawing serves round,
square and cut corners alike.
"""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tools import browser

ICONS = Path(__file__).resolve().parent.parent / "static" / "icons"
SIZES = {"icon-192.png": 192, "icon-512.png": 512, "apple-touch-icon.png": 180}  # name: side, in px


def main() -> None:
    """Draw every size anew; end with 1 and a way out where there is no browser."""
    path = browser.find()
    if path is None:
        raise SystemExit(browser.MISSING)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=path, args=browser.flags())
        for name, side in SIZES.items():
            page = one.new_page(viewport={"width": side, "height": side})
            page.goto((ICONS / "icon.svg").as_uri())
            page.screenshot(path=ICONS / name)
            page.close()
        one.close()


if __name__ == "__main__":
    main()
