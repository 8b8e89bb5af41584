"""`make screenshots`: every screen at two widths, light and dark, in screenshots/; the README's ones in docs/images/.

The front page's three pictures come first, in static/images/: see tools/illustrations.py.

`python -m tools.screenshots board in-hand` takes these alone.

The app runs in this process on a database in a temporary folder, with its clock standing on one morning, so that the
same pictures come out on any day.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tools import acts, browser, by_mouse, illustrations
from tools.showcase import Showcase, on_show

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "screenshots"
IMAGES = ROOT / "docs" / "images"
SIZES = {1280: 980, 390: 844}  # width: height, in CSS pixels
WIDEST_PHONE = 700
SCHEMES = ("light", "dark")
README = {"board-1280-light.png": "board.webp", "in-hand-1280-dark.png": "in-hand.webp"}
QUALITY = 0.8  # of the README's pictures, of 1
HEAVIEST = 100 * 1024  # bytes of a picture in the README

Act = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: whose page (nobody's without a person), what is done on it first, the whole page or what shows."""

    name: str
    path: str
    person: str = ""
    act: Act | None = None
    whole: bool = True


def before_a_plan() -> tuple[Screen, ...]:
    """The screens of people who have no plan yet, and of nobody."""
    return (
        Screen("landing", "/"),
        Screen("landing-in-hand", "/", act=acts.pick_up, whole=False),
        Screen("sign-up", "/accounts/signup/"),
        Screen("sign-up-errors", "/accounts/signup/", act=acts.send),
        Screen("log-in", "/accounts/login/"),
        Screen("password-reset", "/accounts/password/reset/"),
        Screen("rules", "/rules/"),
        Screen("not-found", "/nowhere/"),
        Screen("goals-stranger", "/goals/"),
        Screen("board-guest", "/week/", "guest", whole=False),
        Screen("calendar-guest", "/calendar/", "guest"),
        Screen("leave-trial", "/trial/leave/", "guest"),
        Screen("log-in-guest", "/accounts/login/", "guest"),
        Screen("goals-first", "/goals/", "newcomer"),
        Screen("goals-errors", "/goals/", "newcomer", acts.send_without_hours),
        Screen("goals-clash", "/goals/", "newcomer", acts.ask_too_much, whole=False),
        Screen("goals-live", "/goals/", "newcomer", acts.see_what_clashes, whole=False),
        Screen("goals-clash-changed", "/goals/", "newcomer", acts.let_give_way, whole=False),
        Screen("goals", "/goals/", "demo"),
    )


def screens(show: Showcase) -> tuple[Screen, ...]:
    """Every screen of the app."""
    return (
        *before_a_plan(),
        *of_the_board(),
        *in_the_hand(),
        *of_a_session(show),
        *of_the_account(),
    )


def of_the_board() -> tuple[Screen, ...]:
    """The week as it stands, clean and broken, full and empty."""
    return (
        Screen("board", "/week/", "regular", whole=False),
        Screen("board-whole", "/week/", "regular"),
        Screen("board-combined", "/week/", "demo", whole=False),
        Screen("board-lighter", "/week/2026-W52/", "regular", whole=False),
        Screen("board-race", "/week/2026-W52/", "racer", whole=False),
        Screen("board-findings", "/week/", "mover"),
        Screen("repair", "/week/", "mover", acts.make_it_fit),
        Screen("repair-page", "/week/2026-W49/repair/", "mover"),
        Screen("board-empty", "/week/", "idle"),
        Screen("board-meetings", "/week/", "meeter", whole=False),
        Screen("paper", "/week/", "regular", by_mouse.on_paper, whole=False),
        Screen("card-menu", "/week/", "regular", acts.open_lock_only, whole=False),
        Screen("add", "/week/", "regular", acts.open_add, whole=False),
    )


def in_the_hand() -> tuple[Screen, ...]:
    """A card on its way."""
    return (
        Screen("in-hand", "/week/", "regular", acts.pick_up, whole=False),
        Screen("in-hand-mouse", "/week/", "regular", by_mouse.carry, whole=False),
        Screen("in-hand-places", "/week/", "regular", by_mouse.carry_to_places, whole=False),
        Screen("in-hand-week", "/week/", "regular", by_mouse.carry_to_week, whole=False),
        Screen("in-hand-order", "/week/", "regular", by_mouse.turn_round, whole=False),
        Screen("offline", "/week/", "regular", by_mouse.go_offline, whole=False),
    )


def of_a_session(show: Showcase) -> tuple[Screen, ...]:
    """A session, what can become of it, and hours that differ."""
    return (
        Screen("panel", "/week/", "regular", acts.open_panel, whole=False),
        Screen("session", show.session_path, "regular"),
        Screen("session-open", show.session_path, "regular", acts.unfold),
        Screen("ways-on", f"{show.session_path}ways-on/", "regular"),
        Screen("hours", "/week/2026-W49/hours/", "regular", acts.unfold),
        Screen("hours-panel", "/week/", "regular", acts.open_hours, whole=False),
    )


def of_the_account() -> tuple[Screen, ...]:
    """Calendars, meetings, mail, tokens, the account itself."""
    return (
        Screen("calendar", "/calendar/", "demo"),
        Screen("reminders", "/reminders/", "demo"),
        Screen("programs", "/programs/", "demo"),
        Screen("busy-empty", "/busy/", "demo"),
        Screen("busy-error", "/busy/", "demo", acts.send_no_address),
        Screen("busy", "/busy/", "meeter"),
        Screen("account", "/account/", "demo"),
        Screen("account-delete", "/account/delete/", "demo"),
        Screen("calendar-settings", "/calendar/", "demo", acts.open_settings),
        Screen("calendar-add", "/calendar/add/", "demo"),
        Screen("account-email", "/accounts/email/", "demo"),
    )


def main() -> None:
    """Take every picture, or those of the screens named; end with 1 and a way out where there is no browser."""
    named = sys.argv[1:]
    if browser.find() is None:
        raise SystemExit(browser.MISSING)
    # Playwright's event loop runs in this thread, and Django would take every query there for an asynchronous one.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if not named:
        shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tandem-show-") as folder, on_show(Path(folder)) as show, chromium() as one:
        if not named or "landing" in named:
            illustrations.draw(one, show)
        for screen in chosen(screens(show), named):
            for width in SIZES:
                for scheme in SCHEMES:
                    take(one, show, screen, width, scheme)
            print(f"  {screen.name}", flush=True)
        keep_readme_pictures(lambda picture: illustrations.webp(one, picture, QUALITY))
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(ROOT)}/")


def chosen(every: tuple[Screen, ...], named: list[str]) -> list[Screen]:
    """The screens of these names, all where none is named; an unknown name ends the run and lists the known."""
    known = {screen.name: screen for screen in every}
    if unknown := [name for name in named if name not in known]:
        raise SystemExit(f"No screen {', '.join(unknown)}. There are: {', '.join(known)}")
    return [known[name] for name in named or known]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine."""
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=browser.find(), args=browser.flags())
        yield one
        one.close()


def take(one: Browser, show: Showcase, screen: Screen, width: int, scheme: str) -> None:
    """One picture, `<screen>-<width>-<scheme>.png`."""
    context = one.new_context(**_options(width, scheme))
    if screen.person:
        context.add_cookies([show.cookie_of(screen.person)])
    page = context.new_page()
    page.goto(show.url + screen.path, wait_until="networkidle")
    if screen.act:
        screen.act(page)
        page.wait_for_load_state("networkidle")
    if screen.whole:  # a window as high as the page: bars at its edge stay there
        page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
    page.screenshot(path=PICTURES / f"{screen.name}-{width}-{scheme}.png")
    context.close()


def _options(width: int, scheme: str) -> dict[str, Any]:
    """A desk or a phone, at rest."""
    phone = width < WIDEST_PHONE
    size = {"width": width, "height": SIZES[width]}
    touch = {"is_mobile": phone, "has_touch": phone}
    return {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce", **touch, **browser.PLACE}


def keep_readme_pictures(encode: Callable[[bytes], bytes]) -> None:
    """Encode what the README shows, as far as it was taken; too heavy a picture ends the run."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, kept in README.items():
        if not (PICTURES / name).exists():
            continue
        data = encode((PICTURES / name).read_bytes())
        if len(data) > HEAVIEST:
            raise SystemExit(f"{kept} has {len(data)} bytes; the README takes at most {HEAVIEST}")
        (IMAGES / kept).write_bytes(data)


if __name__ == "__main__":
    main()
