"""The site as an app of its own: the browser finds a manifest without a fault, its icons and its colours."""

from playwright.sync_api import Page


def test_the_browser_finds_nothing_wrong_with_the_manifest(quiet_page: Page, live_server):
    quiet_page.goto(live_server.url)
    session = quiet_page.context.new_cdp_session(quiet_page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"].endswith(".webmanifest")
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in faults if fault["errorId"] != "in-incognito"] == []


def test_it_is_served_as_what_it_is(page: Page, live_server):
    page.goto(live_server.url)
    href = page.locator('link[rel="manifest"]').get_attribute("href")
    answer = page.request.get(live_server.url + href)
    assert answer.headers["content-type"].startswith("application/manifest+json")
    for icon in answer.json()["icons"]:
        assert page.request.get(f"{live_server.url}/static/icons/{icon['src']}").ok
