"""The house keeps its shape: imports run one way, the pure parts stay pure, nothing grows past its size.

What is allowed (docs/architecture.md tells why):

- In `planner.engine` a module imports only its own layer or one below, see ENGINE; no circles; standard library only
  (NumPy in the solver alone). A new module is given its place in ENGINE.
- On the Django side, see PLANNER, likewise. `screens` is a leaf: it imports nothing of ours.
- Of the engine the Django side uses the face (`planner.engine`), its types and its words (TYPES). Models may use the
  vocabulary alone, for choices; so may forms, views and template tags; commands also read and write the engine's
  documents.
  Turning rows into engine objects and back is mapping's work.
- `accounts` imports nothing of the planner, the engine and `ical` nothing of Django.
- Python files stop at 300 lines, functions at 30 (migrations and tests aside).
- Templates hold no inline script, style or event handler: the Content-Security-Policy would stop them.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_FILE, MAX_FUNCTION = 300, 30

# Lowest layer first. A package stands for all its modules.
ENGINE: list[set[str]] = [
    {"speech", "vocabulary"},
    {"hours", "parts"},
    {"domain"},
    {"results"},
    {
        "wording",
        "asked",
        "locks",
        "limits",
        "load",
        "loading",
        "composition",
        "order_policy",
        "rules",
        "profile",
        "paces",
        "tapers",
        "progression",
        "races",
        "workouts",
    },
    {"wishes"},
    {"prescription"},
    {"circuits", "given_up", "lighter", "nearest", "run_room"},
    {"spans", "templates", "volume"},
    {"scene"},
    {"evaluate", "judge", "notation"},
    {"contents", "in_hand"},
    {"forms", "habits", "kept"},
    {"places", "subtract"},
    {"prices"},
    {"tables"},
    {"crowds", "dear"},
    {"bound"},
    {"mixes"},
    {"solver"},
    {"recovery", "relax", "rest", "shorter", "variety"},
    {"posed"},
    {"loosen"},
    {"planning"},
    {"block", "repair", "moves", "slots", "free_hours", "clash_sets"},
    {"reshape", "resize"},
    {"clashes", "verdicts"},
    {"explain", "mending", "missed"},
    {"why_not"},
    {"documents", "table"},
    {""},  # the face: planner/engine/__init__.py
]
PLANNER: list[set[str]] = [
    {
        *("environment", "logs", "screens", "vtimezone", "clock", "calendar_clients", "territories"),
        *("intervals", "public_addresses", "fetch_limits", "told"),
    },
    {
        *("ical", "settings", "middleware", "apps", "assets", "telling", "reader", "weights"),
        *("safe_fetch", "busy_lines", "busy_ical", "busy_worker", "busy_windows", "uploads"),
    },
    {"models"},
    {
        "mapping",
        "plan_rows",
        "words",
        "busy_words",
        "day_words",
        "goal_words",
        "change_words",
        "week_words",
        "feed_words",
        "mail_words",
        "session_words",
        "evidence",
        "rule_words",
        "watch",
    },
    {"records", "headless", "meetings"},
    {"queries", "services"},
    {"forms"},
    {"api", "views", "management", "templatetags", "admin", "context", "entrance"},
    {"urls"},
    {"wsgi", "asgi"},
]
TYPES = {"", "domain", "vocabulary", "results", "speech", "wording"}
# The headless planner is the one place where profiles and plans are documents.
USES_OF_ENGINE = {
    **{name: {"vocabulary"} for name in ("models", "forms", "views", "templatetags")},
    "watch": TYPES | {"paces", "workouts"},
    "headless": TYPES | {"documents", "profile", "repair", "table"},
}
STANDARD = set(sys.stdlib_module_names)


def python_files(*folders: str) -> list[Path]:
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


OUR_FILES = {module_name(path): path for path in python_files("planner", "accounts", "tools")}


def imports(name: str) -> set[str]:
    """Every module that the named one imports, anywhere in it; `from package import module` counts as the module."""
    tree = ast.parse(OUR_FILES[name].read_text(encoding="utf-8"))
    return {found for node in ast.walk(tree) for found in _imported(node, name)}


def _imported(node: ast.AST, importer: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _absolute(node, importer)
        for alias in node.names:
            inner = f"{base}.{alias.name}"
            yield inner if inner in OUR_FILES and not _from_the_face(base, alias.name, importer) else base


def _from_the_face(base: str, name: str, importer: str) -> bool:
    """Whether an outsider takes a name of the engine's face, such as a function, that a module has too."""
    return base == "planner.engine" and not inside(importer, base) and name in face_names()


@cache
def face_names() -> set[str]:
    tree = ast.parse(OUR_FILES["planner.engine"].read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    return imported | {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _absolute(node: ast.ImportFrom, importer: str) -> str:
    if not node.level:
        return node.module or ""
    is_package = OUR_FILES[importer].name == "__init__.py"
    above = importer.split(".")[: len(importer.split(".")) - node.level + is_package]
    return ".".join([*above, *([node.module] if node.module else [])])


def part(name: str, prefix: str) -> str:
    """The first name below the prefix: `rules` of `planner.engine.rules.load`, empty for the package itself."""
    return name.removeprefix(prefix).lstrip(".").partition(".")[0]


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def engine_modules() -> list[str]:
    return [name for name in OUR_FILES if inside(name, "planner.engine")]


def planner_modules() -> list[str]:
    ours = [name for name in OUR_FILES if inside(name, "planner") and not inside(name, "planner.engine")]
    return [name for name in ours if name != "planner"]


def layer(layers: list[set[str]], name: str, prefix: str) -> int:
    places = [number for number, names in enumerate(layers) if part(name, prefix) in names]
    assert places, f"{name} has no place in the layers of tests/test_architecture.py yet"
    return places[0]


@pytest.mark.parametrize("name", engine_modules())
def test_the_engine_imports_downwards(name):
    own = layer(ENGINE, name, "planner.engine")
    above = {
        imported
        for imported in imports(name)
        if inside(imported, "planner.engine") and layer(ENGINE, imported, "planner.engine") > own
    }
    assert above == set()


@pytest.mark.parametrize("name", engine_modules())
def test_the_engine_needs_the_standard_library_alone(name):
    allowed = STANDARD | ({"numpy"} if part(name, "planner.engine") == "solver" else set())
    foreign = {found for found in imports(name) if found.partition(".")[0] not in allowed}
    assert {found for found in foreign if not inside(found, "planner.engine")} == set()


@pytest.mark.parametrize("name", planner_modules())
def test_the_planner_imports_downwards(name):
    own = layer(PLANNER, name, "planner")
    ours = {found for found in imports(name) if inside(found, "planner") and not inside(found, "planner.engine")}
    assert {found for found in ours - {"planner"} if layer(PLANNER, found, "planner") > own} == set()


@pytest.mark.parametrize("name", planner_modules())
def test_the_planner_uses_the_face_and_the_types_of_the_engine(name):
    allowed = USES_OF_ENGINE.get(part(name, "planner"), TYPES)
    used = {found for found in imports(name) if inside(found, "planner.engine")}
    assert {found for found in used if part(found, "planner.engine") not in allowed} == set()


def test_imports_run_in_no_circle():
    graph = {name: {found for found in imports(name) if found in OUR_FILES and found != name} for name in OUR_FILES}
    assert list(TopologicalSorter(graph).static_order())


def test_screens_are_a_leaf():
    screens = [name for name in OUR_FILES if inside(name, "planner.screens")]
    used = {found for name in screens for found in imports(name) if not inside(found, "planner.screens")}
    assert {found for found in used if found.partition(".")[0] not in STANDARD} == set()


def test_accounts_know_nothing_of_the_planner():
    accounts = [name for name in OUR_FILES if inside(name, "accounts")]
    assert {found for name in accounts for found in imports(name) if inside(found, "planner")} == set()


def test_the_application_needs_no_tools():
    application = [name for name in OUR_FILES if not inside(name, "tools")]
    outside = {
        found for name in application for found in imports(name) if inside(found, "tools") or inside(found, "tests")
    }
    assert outside == set()


def test_the_project_package_is_empty():
    assert (ROOT / "planner/__init__.py").read_text(encoding="utf-8") == ""


PURE = ("engine", "ical", "screens", "logs", "safe_fetch", "busy_ical", "busy_worker", "busy_windows")


@pytest.mark.parametrize("module", [f"planner.{name}" for name in PURE])
def test_the_pure_parts_start_no_django(module):
    program = f"import sys, {module}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", OUR_FILES)
def test_files_and_functions_stay_small(name):
    text = OUR_FILES[name].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {function: lines for function, lines in lengths.items() if lines > MAX_FUNCTION} == {}


INLINE = re.compile(
    r"""<script(?![^>]*\ssrc=)(?![^>]*type="application/json")[^>]*>   # a script in the page
      | <style\b
      | <[a-z][^>]*\s(?:style|on[a-z]+|hx-on[\w:-]*)\s*=               # a style or a handler on an element
      | javascript:""",
    re.VERBOSE | re.IGNORECASE,
)
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)


def test_templates_hold_no_inline_code():
    files = sorted([*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.svg")])
    found = {}
    for path in files:
        if inline := INLINE.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
            found[path.relative_to(ROOT).as_posix()] = inline
    assert found == {}


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ('<p class="x" style="color:red">', True),
        ("<button onclick='go()'>", True),
        ("<script>go()</script>", True),
        ('<div hx-on:click="go()">', True),
        ('<script type="module" src="/static/js/board.js"></script>', False),
        ('<script type="application/json" id="data">{}</script>', False),
        ('<link rel="stylesheet" href="/static/css/base.css">', False),
        ('<p data-version="1">once = twice</p>', False),
    ],
)
def test_the_search_for_inline_code_finds_it(text, caught):
    assert bool(INLINE.search(text)) is caught
