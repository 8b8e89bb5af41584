"""The written face tells the truth: every command, path, target, rule, variable, address and name in it exists."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import resolve

from planner.engine import RULES

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SOURCE_FOLDERS = ("planner", "accounts", "templates", "static", "tests", "tools", "docs/examples")
SOURCE_ENDS = {".py", ".html", ".css", ".js", ".json"}
WRITTEN_LATER = {"/screenshots/", "screenshots/", ".secret-key", "tandem.sqlite3", ".venv", ".venv/"}  # git-ignored

ELSEWHERE = {"Host", "ETag", "UID", "pg_dump"}  # terms of HTTP, calendars and PostgreSQL

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[\w-]+(?:/[\w.-]+)*/?")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?")


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def codes(document: Path) -> set[str]:
    """What stands between backticks outside fenced blocks."""
    return set(CODE.findall(FENCE.sub("", text_of(document))))


def source_text() -> str:
    files = [path for folder in SOURCE_FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SOURCE_ENDS]
    named = [ROOT / name for name in ("Makefile", "pyproject.toml", "gunicorn.conf.py", "manage.py", ".ci/run")]
    tests = Path(__file__)
    return "\n".join(path.read_text(encoding="utf-8") for path in [*files, *named] if path != tests)


@pytest.fixture(scope="module")
def words() -> set[str]:
    return set(re.findall(r"\w+", source_text()))


def by_document(check):
    return pytest.mark.parametrize("document", PAGES, ids=lambda path: path.name)(check)


@by_document
def test_links_lead_somewhere(document):
    targets = re.findall(r"\]\(([^)\s]+)\)", text_of(document))
    inside = [target.partition("#")[0] for target in targets if "://" not in target]
    assert [target for target in inside if target and not (document.parent / target).exists()] == []


@by_document
def test_anchors_are_headings(document):
    for target in re.findall(r"\]\(([^)\s]*#[^)\s]+)\)", text_of(document)):
        name, _, anchor = target.partition("#")
        other = text_of(document.parent / name) if name else text_of(document)
        headings = re.findall(r"^#+ (.+)$", other, re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@by_document
def test_paths_exist(document):
    ends = (".py", ".md", ".html", ".css", ".js", ".txt", ".toml", ".json", ".png", ".sqlite3", "/")
    paths = {code for code in codes(document) if PATH.fullmatch(code) and code.endswith(ends)}
    assert {path for path in paths - WRITTEN_LATER if not (ROOT / path).exists()} == set()


@by_document
def test_make_targets_exist(document):
    targets = set(re.findall(r"\bmake ([a-z][a-z-]*)", "\n".join(code_lines(document))))
    listed = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert targets - listed == set()


@by_document
def test_management_commands_exist(document):
    commands = set(re.findall(r"manage\.py ([a-z_]+)", text_of(document)))
    assert commands - set(get_commands()) == set()


def code_lines(document: Path) -> list[str]:
    fenced = [line for _, block in FENCE.findall(text_of(document)) for line in block.splitlines()]
    return [*codes(document), *fenced]


@by_document
def test_rules_exist(document):
    """`rule 19` by its number, `alternate-order` by its id: told together they are one rule."""
    ids = {rule.number: rule.id for rule in RULES}
    for number, name in re.findall(r"\b[Rr]ule (\d+)(?: \(`([a-z0-9-]+)`\))?", text_of(document)):
        assert int(number) in ids
        assert name in ("", ids[int(number)])


@by_document
def test_addresses_of_the_site_exist(document):
    addresses = {code for code in codes(document) if re.fullmatch(r"/[\w/.-]*", code)} - WRITTEN_LATER
    for address in addresses - {"/admin/", "/feed/"}:  # one is off unless asked for, one is a beginning
        assert resolve(address), address


@by_document
def test_names_stand_in_the_source(document, words):
    """A term of the code, a variable, a field: each word of it is a word of the source."""
    names = {code.removesuffix("()") for code in codes(document) if NAME.fullmatch(code)}
    coded = {name for name in names if "_" in name or "." in name or not name.islower()}
    missing = {name for name in coded if not set(re.findall(r"\w+", name)) <= words and not (ROOT / name).exists()}
    assert missing - ELSEWHERE == set()


def test_every_variable_that_is_read_is_told():
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of(ROOT / "docs/deployment.md"), re.MULTILINE))
    settings = (ROOT / "planner/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"environment\.\w+\(\s*\"([A-Z_]+)\"", settings))
    by_others = {"DATABASE_URL", "WEB_CONCURRENCY"}  # dj_database_url, gunicorn
    assert told == read | by_others


EXAMPLES = [
    (document.name, *block.split("\n", 1))
    for document in PAGES
    for kind, block in FENCE.findall(text_of(document))
    if kind == "console"
]


@pytest.mark.parametrize(("name", "command", "output"), EXAMPLES)
def test_examples_print_what_they_say(name, command, output):
    program = command.removeprefix("$ ").replace(".venv/bin/python", sys.executable)
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "SECRET_KEY": "tests only"}
    done = subprocess.run(
        ["sh", "-c", f"{program} 2>&1"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == output


def test_there_are_examples():
    assert len(EXAMPLES) >= 4


@by_document
def test_nobody_shouts(document):
    prose = CODE.sub("", FENCE.sub("", text_of(document)))
    assert re.findall(r"\w!(?!\[)", prose) == []


def test_pictures_are_light():
    assert {path.name for path in (ROOT / "docs/images").iterdir() if path.stat().st_size > 100 * 1024} == set()
