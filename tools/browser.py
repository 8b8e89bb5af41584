"""Finds Chromium for the browser tests; as a program also installs it where it can, else says what is missing.

Order: $BROWSER_PATH, a Chromium or Chrome on PATH, Playwright's own. Then, as a program: apt-get as root, Playwright's
download. Nothing else is tried, and the tests never run without a browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")
# What Playwright turns off: its switch is said again, for of two only the last counts.
PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
# Pages of the address bar that nobody sees, loaded with every window: half a second of a processor for each test.
POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup")
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*PLAYWRIGHTS, *POPUPS))}",
)
# One place and one language, whatever the machine's: what a page shows must not depend on it.
PLACE = {"locale": "en-GB", "timezone_id": "Europe/Berlin"}
MISSING = """No browser for tests and screenshots. One of these helps:
  BROWSER_PATH=/path/to/chromium make test
  apt-get install chromium            (Debian; make test does it by itself when it runs as root)
  .venv/bin/playwright install chromium
"""


def flags() -> list[str]:
    """How Chromium is started; without its sandbox only as root, where it cannot have one."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def find() -> str | None:
    """The path of a Chromium, or None. A $BROWSER_PATH that is no file ends the run: it is meant to be used."""
    if wanted := os.environ.get("BROWSER_PATH"):
        if not Path(wanted).is_file():
            raise SystemExit(f"BROWSER_PATH: no file at {wanted!r}")
        return wanted
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try the ways to get a browser, in order, until one is found."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests ...", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _try(["apt-get", "update", "-q"], quiet)
        _try(["apt-get", "install", "-y", "-q", "--no-install-recommends", *PACKAGES], quiet)
    if not find():
        _try([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _try(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        print(f"{' '.join(command)} failed:\n{done.stdout[-1000:]}", file=sys.stderr)


def main() -> None:
    """End with 0 when there is a browser, after installing one if need be; else say what to do and end with 1."""
    if not find():
        install()
    if not find():
        raise SystemExit(MISSING)


if __name__ == "__main__":
    main()
