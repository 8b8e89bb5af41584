"""The helpers behind the Makefile: what is out of date, the secret, the welcome, the browser, the pinned versions."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from tools import browser, screenshots, serve

ROOT = Path(__file__).resolve().parent.parent


def touch(path: Path, seconds: int) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    os.utime(path, (seconds, seconds))
    return path


class TestOutdated:
    @pytest.fixture
    def folder(self, tmp_path) -> Path:
        touch(tmp_path / "css" / "base.css", 100)
        touch(tmp_path / "css", 100)
        return tmp_path / "css"

    def test_what_is_missing_is_outdated(self, folder, tmp_path):
        assert serve.outdated(tmp_path / "made", [folder])

    def test_what_is_newer_than_its_sources_is_not(self, folder, tmp_path):
        assert not serve.outdated(touch(tmp_path / "made", 101), [folder])

    def test_a_changed_file_in_a_folder_counts(self, folder, tmp_path):
        made = touch(tmp_path / "made", 101)
        touch(folder / "base.css", 102)
        assert serve.outdated(made, [folder])

    def test_a_removed_file_counts(self, folder, tmp_path):
        made = touch(tmp_path / "made", 101)
        (folder / "base.css").unlink()
        assert serve.outdated(made, [folder])


class TestSecret:
    @pytest.fixture(autouse=True)
    def _no_variable(self, monkeypatch):
        monkeypatch.delenv("SECRET_KEY", raising=False)

    def test_it_is_long_and_for_the_owner_alone(self, tmp_path):
        serve.write_secret(tmp_path / "key")
        assert len((tmp_path / "key").read_text().strip()) >= 50
        assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600

    def test_one_that_is_there_stays(self, tmp_path):
        (tmp_path / "key").write_text("mine")
        serve.write_secret(tmp_path / "key")
        assert (tmp_path / "key").read_text() == "mine"

    def test_with_the_variable_no_file_is_written(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", "mine")
        serve.write_secret(tmp_path / "key")
        assert not (tmp_path / "key").exists()


def test_the_welcome_names_the_site_the_log_in_and_the_feed():
    text = serve.welcome({"email": "demo@example.org", "password": "p", "feed": "/feed/t.ics"}, 8001)
    assert "http://127.0.0.1:8001/\n" in text
    assert "demo@example.org" in text
    assert "http://127.0.0.1:8001/feed/t.ics" in text


class TestBrowser:
    def test_the_variable_wins(self, monkeypatch, tmp_path):
        monkeypatch.setenv("BROWSER_PATH", str(touch(tmp_path / "chrome", 1)))
        assert browser.find() == str(tmp_path / "chrome")

    def test_a_variable_that_names_no_file_is_an_error(self, monkeypatch):
        monkeypatch.setenv("BROWSER_PATH", "/no/such/browser")
        with pytest.raises(SystemExit, match="BROWSER_PATH"):
            browser.find()

    def test_what_an_installer_says_when_it_fails_is_told(self, capsys):
        browser._try(["sh", "-c", "echo no network; exit 1"], dict(os.environ))
        assert "no network" in capsys.readouterr().err

    def test_without_any_browser_the_run_ends_with_a_way_out(self, monkeypatch):
        monkeypatch.setattr(browser, "find", lambda: None)
        monkeypatch.setattr(browser, "install", lambda: None)
        with pytest.raises(SystemExit, match="BROWSER_PATH=/path/to/chromium"):
            browser.main()


def test_make_lists_what_it_can_do():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    for target in ("setup", "run", "test", "lint", "bench", "screenshots"):
        assert f"make {target} " in done.stdout


def test_the_requirement_files_name_no_address_and_pin_by_hash():
    for file in ROOT.glob("requirements*.txt"):
        text = file.read_text()
        assert "://" not in text, file.name
        assert "--index-url" not in text, file.name
        assert text.count("==") <= text.count("--hash=sha256:"), file.name


def test_what_runs_is_what_was_tested():
    pins = {
        file.name: dict(re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", file.read_text(), re.MULTILINE))
        for file in ROOT.glob("requirements*.txt")
    }
    tested = pins.pop("requirements-dev.txt")
    untested = {
        (name, package, version, tested[package])
        for name, found in pins.items()
        for package, version in found.items()
        if tested.get(package, version) != version
    }
    assert pins["requirements.txt"].keys() <= tested.keys()
    assert untested == set()


class TestScreenshots:
    EVERY = (screenshots.Screen("landing", "/"), screenshots.Screen("rules", "/rules/"))

    def test_all_are_taken_where_none_is_named(self):
        assert screenshots.chosen(self.EVERY, []) == list(self.EVERY)

    def test_named_ones_are_taken_alone(self):
        assert [screen.name for screen in screenshots.chosen(self.EVERY, ["rules"])] == ["rules"]

    def test_an_unknown_name_ends_the_run_with_the_known_ones(self):
        with pytest.raises(SystemExit, match=r"No screen board\. There are: landing, rules"):
            screenshots.chosen(self.EVERY, ["board"])

    def test_without_a_browser_the_run_ends_with_a_way_out(self, monkeypatch):
        monkeypatch.setattr(browser, "find", lambda: None)
        with pytest.raises(SystemExit, match="BROWSER_PATH=/path/to/chromium"):
            screenshots.main()

    def test_the_readme_takes_no_heavy_picture(self, monkeypatch, tmp_path):
        monkeypatch.setattr(screenshots, "PICTURES", tmp_path)
        monkeypatch.setattr(screenshots, "IMAGES", tmp_path / "images")
        name, kept = next(iter(screenshots.README.items()))
        (tmp_path / name).write_bytes(b"light")
        screenshots.keep_readme_pictures(bytes.upper)
        assert (tmp_path / "images" / kept).read_bytes() == b"LIGHT"
        (tmp_path / name).write_bytes(b"x" * (screenshots.HEAVIEST + 1))
        with pytest.raises(SystemExit, match=kept):
            screenshots.keep_readme_pictures(bytes.upper)
