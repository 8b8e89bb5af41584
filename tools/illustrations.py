"""The three pictures of the front page, cut from the app itself by `make screenshots` into static/images/.

Each is WebP at one and a half times the size it is shown in, light and dark; the browser that takes them encodes them.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FloatRect, Page

from tools import browser
from tools.showcase import Showcase

FOLDER = Path(__file__).resolve().parent.parent / "static" / "images"
WIDTH, HEIGHT, SHARPNESS = 390, 280, 1.5  # in CSS pixels, and how many real ones each is
HEAVIEST = 24 * 1024  # bytes
SCHEMES = ("light", "dark")
QUALITY = 0.62
ENCODE = """async ([data, quality]) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""

Cut = Callable[[Page], FloatRect]


@dataclass(frozen=True, slots=True)
class Illustration:
    """One picture: whose page (nobody's without a person) at which width, and where on it is cut."""

    name: str
    person: str
    path: str
    width: int
    cut: Cut


def _frame(page: Page, selector: str, above: float) -> FloatRect:
    """The picture's frame: its left edge at an element's, its upper one some px above the element."""
    element = page.locator(selector).first
    element.evaluate("element => window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 200)")
    box = element.bounding_box()
    if box is None:
        raise SystemExit(f"Nothing to cut out at {selector}")
    return {"x": box["x"], "y": box["y"] - above, "width": WIDTH, "height": HEIGHT}


def two_orders(page: Page) -> FloatRect:
    """Two days beside each other, one lift first, one run first."""
    return _frame(page, "#day-2026-12-03 .day-cards", 64)


def seven_verdicts(page: Page) -> FloatRect:
    """A card in the hand over a day where it breaks a rule, on a phone."""
    handle = page.locator("[data-handle]").nth(2)
    handle.scroll_into_view_if_needed()
    grip = handle.bounding_box()
    if grip is None:
        raise SystemExit("No card to take")
    page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(grip["x"] + 8, grip["y"] + 40, steps=3)
    broken = page.locator(".strip-day[data-verdict=breaks]:not([data-impossible])").last
    broken.wait_for()
    target = broken.bounding_box()
    if target is None:
        raise SystemExit("No day that breaks a rule")
    page.mouse.move(target["x"] + 20, target["y"] + 40, steps=3)
    page.locator(".strip-line:not(:empty)").wait_for()
    return {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}


def reasons(page: Page) -> FloatRect:
    """Why a session has its order, what speaks against it, and how sure that is."""
    path = page.locator("#day-2026-12-04 a.card-link").get_attribute("href") or ""
    page.goto(page.url.removesuffix("/week/") + path, wait_until="networkidle")
    return {**_frame(page, ".reason:has(.reason-against)", 14), "x": 17}


THREE = (
    Illustration("orders", "demo", "/week/", 1440, two_orders),
    Illustration("verdicts", "", "/", WIDTH, seven_verdicts),
    Illustration("reasons", "demo", "/week/", WIDTH + 34, reasons),
)


def draw(one: Browser, show: Showcase) -> None:
    """Take all of them anew; one that is too heavy for a front page ends the run."""
    FOLDER.mkdir(exist_ok=True)
    for illustration in THREE:
        for scheme in SCHEMES:
            data = _take(one, show, illustration, scheme)
            if len(data) > HEAVIEST:
                raise SystemExit(f"{illustration.name} has {len(data)} bytes; the front page takes at most {HEAVIEST}")
            (FOLDER / f"{illustration.name}-{scheme}.webp").write_bytes(data)


def _take(one: Browser, show: Showcase, illustration: Illustration, scheme: str) -> bytes:
    context = one.new_context(**_options(illustration.width, scheme))
    if illustration.person:
        context.add_cookies([show.cookie_of(illustration.person)])
    page = context.new_page()
    page.goto(show.url + illustration.path, wait_until="networkidle")
    picture = page.screenshot(clip=illustration.cut(page))
    context.close()
    return webp(one, picture, QUALITY)


def webp(one: Browser, picture: bytes, quality: float) -> bytes:
    """A PNG as WebP, `quality` from 0 to 1; on an empty page, since the site's policy knows no such pictures."""
    page = one.new_page()
    encoded = page.evaluate(ENCODE, [base64.b64encode(picture).decode(), quality])
    page.close()
    return base64.b64decode(encoded)


def _options(width: int, scheme: str) -> dict[str, Any]:
    size = {"width": width, "height": 900}
    return {"viewport": size, "device_scale_factor": SHARPNESS, "color_scheme": scheme, **browser.PLACE}
