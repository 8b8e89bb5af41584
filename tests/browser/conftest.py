"""A real browser for the tests, found as tools/browser.py finds it, and watched for anything that goes wrong."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import get_ident
from typing import Any

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from planner import clock
from planner.models import Plan
from tests.browser.boards import ROOMY, Touch
from tests.factories import MONDAY_MORNING, THIS_WEEK, make_plan
from tools import browser

# Playwright's event loop runs in the test's thread, and Django would take every query there for an asynchronous one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PATIENCE = 90  # seconds; only what fails waits that long, and a busy machine is no failure
expect.set_options(timeout=PATIENCE * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder runs in a browser, against a server that sees committed rows."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine."""
    path = browser.find()
    if path is None:
        pytest.fail(browser.MISSING, pytrace=False)
    return {**browser_type_launch_args, "args": browser.flags(), "executable_path": path}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """The same place and language on every machine."""
    return {**browser_context_args, **browser.PLACE}


@pytest.fixture
def quiet_page(page: Page, live_server: LiveServer) -> Iterator[Page]:
    """A page that fails the test on any console warning or error, uncaught error, or request to another host."""
    noise: list[str] = []
    _listen(page, live_server.url, noise)
    yield page
    assert noise == []


def _listen(page: Page, site: str, noise: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            noise.append(f"console {message.type}: {message.text}")

    def request(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:", "about:")):
            noise.append(f"request to {request.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: noise.append(f"uncaught: {error}"))
    page.on("request", request)


@pytest.fixture
def log_in(context: BrowserContext, live_server: LiveServer) -> Callable[[User], None]:
    """Give the browser the session of a user, without going through the form."""

    def give_session(user: User) -> None:
        client = Client()
        client.force_login(user)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": live_server.url}])

    return give_session


@pytest.fixture
def plan(user: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A plan of `user` with three sessions and free hours on every day, on a Monday morning that does not pass."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY_MORNING)
    return make_plan(user, **ROOMY)


@pytest.fixture
def board(quiet_page: Page, live_server: LiveServer, log_in: Callable[[User], None], plan: Plan) -> Page:
    """The week of `plan`, opened by its user."""
    log_in(plan.user)
    quiet_page.goto(live_server.url + THIS_WEEK)
    return quiet_page


@pytest.fixture
def touch(page: Page) -> Touch:
    """Sends touch events to the page: touch("touchStart", (x, y)), touch("touchEnd")."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    return send


@pytest.fixture
def goals(quiet_page: Page, live_server: LiveServer, log_in: Callable[[User], None], user: User) -> Page:
    """The goals form of a person who has none yet: evenings from Monday to Friday and Saturday morning are proposed."""
    log_in(user)
    quiet_page.goto(f"{live_server.url}/goals/")
    return quiet_page


@contextmanager
def served() -> Iterator[dict[int, str]]:
    """The path that each thread of the server is at work on: it goes on with what the browser has given up."""
    at_work: dict[int, str] = {}

    def begun(environ: dict[str, Any], **_: Any) -> None:
        at_work[get_ident()] = environ["PATH_INFO"]

    def ended(**_: Any) -> None:
        at_work.pop(get_ident(), None)

    request_started.connect(begun)
    request_finished.connect(ended)
    yield at_work
    request_started.disconnect(begun)
    request_finished.disconnect(ended)


@pytest.fixture(autouse=True)
def _settled(context: BrowserContext, page: Page, transactional_db: None) -> Iterator[None]:
    """Let the requests that are under way at a test's end come to theirs, before the rows they read are gone."""
    context.set_default_timeout(PATIENCE * 1000)  # for pages and clicks, too
    under_way: set[Request] = set()
    context.on("request", lambda request: under_way.add(request))
    for name in ("requestfinished", "requestfailed"):
        context.on(name, lambda request: under_way.discard(request))
    with served() as at_work:
        yield
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            page.wait_for_timeout(20)
            if not under_way and not at_work:
                return
    pytest.fail(f"still under way: {[request.url for request in under_way]}, {[*at_work.values()]}")
